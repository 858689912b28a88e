"""The style of a page: the sheet of a template and the shipped fonts, in the page itself."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from markupsafe import Markup

from frameline.report.plan.project import FONTS

#: The shipped subsets: file, family the style sheet asks for, weight, style.
FACES = (
    ("FramelineSerif-Regular", "Source Serif 4", 400, "normal"),
    ("FramelineSerif-Italic", "Source Serif 4", 400, "italic"),
    ("FramelineSerif-SemiBold", "Source Serif 4", 600, "normal"),
    ("FramelineSans-Regular", "Source Sans 3", 400, "normal"),
    ("FramelineSans-Italic", "Source Sans 3", 400, "italic"),
    ("FramelineSans-SemiBold", "Source Sans 3", 600, "normal"),
)


def style_of(template: Path, direction: str = "ltr") -> Markup:
    """The style sheet of a template folder, after the fonts that it uses.

    What is read from right to left has a second sheet, ``rtl.css``, where there is one.
    """
    sheets = [template / "report.css", template / "panel.css"]
    if direction == "rtl" and (template / "rtl.css").is_file():
        sheets.append(template / "rtl.css")
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return Markup(f"{_faces()}\n{css}")


@cache
def _faces() -> str:
    """The fonts, which are the same for all pages of a process."""
    return "\n".join(
        _face(FONTS / f"{name}.woff2", family, weight, style)
        for name, family, weight, style in FACES
        if (FONTS / f"{name}.woff2").is_file()
    )


def _face(path: Path, family: str, weight: int, style: str) -> str:
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )
