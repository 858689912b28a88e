"""Pictures from outside as charts of the report: checked, measured, closed in themselves."""

from __future__ import annotations

import base64
import binascii
import io
import re

from frameline.record.figure import Pictures
from frameline.report.page.svg import clean, parse

#: Pixels and points to the inch, of a picture that says nothing of its size.
_PIXELS, _POINTS = 110.0, 72.0
#: The width of the text, and the height that still stands on a page (inches).
WIDEST, TALLEST = 6.3, 8.0
_KINDS = {"PNG": "png", "JPEG": "jpeg"}
_LENGTH = re.compile(r"([\d.]+)\s*(pt|px|in|cm|mm)?")
_PER_INCH = {"pt": 72.0, "px": 96.0, "in": 1.0, "cm": 2.54, "mm": 25.4, "": 96.0}


class PictureError(ValueError):
    """A picture that the report cannot show."""


def read_svg(text: str) -> tuple[Pictures, float, float]:
    """A drawing, with its width and height in inches as the report shows it.

    Raises
    ------
    SvgError
        It is no drawing, or holds more than what draws.
    """
    root = parse(text)
    sides = [_inches(root.get(side, "")) for side in ("width", "height")]
    box = [float(n) for n in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    if not all(sides) and len(box) == 4:
        sides = [box[2] / _POINTS, box[3] / _POINTS]
    if not all(sides):
        raise PictureError("a drawing without width and height")
    if len(box) != 4:
        text = text.replace("<svg", f'<svg viewBox="0 0 {sides[0] * 96:g} {sides[1] * 96:g}"', 1)
    return Pictures(clean(text, transparent=True)), *_fitted(*sides)


def read_raster(content: bytes | str) -> tuple[Pictures, float, float]:
    """A PNG or JPEG (bytes, or base 64) as a drawing that holds it, with its size in inches.

    Raises
    ------
    PictureError
        The bytes are neither.
    """
    from PIL import Image

    try:
        data = base64.b64decode(content) if isinstance(content, str) else content
        with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as image:
            kind, (width, height) = _KINDS[str(image.format)], image.size
            image.verify()
    except (binascii.Error, OSError, SyntaxError, ValueError) as error:
        raise PictureError("neither a PNG nor a JPEG that can be read") from error
    held = base64.b64encode(data).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/{kind};base64,{held}"/></svg>'
    )
    return Pictures(svg), *_fitted(width / _PIXELS, height / _PIXELS)


def _inches(length: str) -> float:
    found = _LENGTH.fullmatch(length.strip())
    return float(found[1]) / _PER_INCH[found[2] or ""] if found else 0.0


def _fitted(width: float, height: float) -> tuple[float, float]:
    """The size at which a page holds it."""
    scale = min(1.0, WIDEST / width, TALLEST / height)
    return round(width * scale, 3), round(height * scale, 3)
