"""The first picture of the README: the storyline of the corpus of this repository, as printed.

python docs/first_picture.py        docs/storyline.png, from data/ and the report's layout
"""

from __future__ import annotations

import io
import tempfile
import tomllib
from pathlib import Path

import numpy as np
import typst
from PIL import Image, ImageChops, ImageFilter, ImageOps

from frameline.exhibits import exhibit, study
from frameline.record.panel import Panel
from frameline.report.document.assemble import merge_one
from frameline.report.document.document import read_document
from frameline.report.plan.project import default_template
from frameline.report.print.pdf import MAIN, surroundings, write_sources

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs/storyline.png"
#: Dots an inch, white around the picture (dots) and colours: small, and sharp on a screen.
SHARP, MARGIN, COLOURS = 104, 12, 48
#: So much white (dots) stands above the foot of a page.
GAP = 60


def storyline() -> Panel:
    """The storyline of data/, in the authors' own voices."""
    (block,) = exhibit("storyline", study("summary", ROOT / "data")).blocks
    panel = next(iter(block.views.values())) if hasattr(block, "views") else block
    assert isinstance(panel, Panel)
    return panel


def _subtitle() -> str:
    """What the report is about, in the line above the headline."""
    settings = tomllib.loads((ROOT / "report/report.toml").read_text(encoding="utf8"))
    return str(settings["subtitle"])


def printed(panel: Panel) -> Image.Image:
    """The page of a panel as it is printed."""
    shown = {"output_type": "display_data", "data": panel._repr_mimebundle_(), "metadata": {}}
    cells = [
        {"cell_type": "markdown", "source": f"# {_subtitle()}", "metadata": {}},
        {"cell_type": "code", "source": "x", "outputs": [shown], "execution_count": 1,
         "metadata": {}},
    ]  # fmt: skip
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    document = read_document(merge_one(notebook))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sources(document, default_template(), folder)
        pages = typst.compile(str(folder / MAIN), format="png", ppi=SHARP, **surroundings(folder))
    opened = [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]
    return max(opened, key=_written)


def _written(page: Image.Image) -> int:
    """How much is written on a page: its edges."""
    return sum(page.convert("L").filter(ImageFilter.FIND_EDGES).histogram()[64:])


def trimmed(page: Image.Image) -> Image.Image:
    """What is drawn on a page above its foot, without margins."""
    drawn = (np.asarray(page.convert("L")) < 250).any(axis=1)
    rows = np.flatnonzero(drawn)
    gaps = np.flatnonzero(np.diff(rows) > GAP)
    last = rows[gaps[0]] if len(gaps) else rows[-1]
    shown = page.crop((0, 0, page.width, int(last) + 1))
    box = ImageChops.difference(shown, Image.new("RGB", shown.size, "white")).getbbox()
    return ImageOps.expand(shown.crop(box), MARGIN, "white")


if __name__ == "__main__":
    picture = trimmed(printed(storyline())).quantize(COLOURS)
    picture.save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1024} kB")
