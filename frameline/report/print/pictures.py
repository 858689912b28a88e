"""Charts as pictures made of dots, for files that hold no drawings."""

from __future__ import annotations

import tempfile
from pathlib import Path

from frameline.record.figure import Figure
from frameline.report.page.svg import clean
from frameline.report.print.pdf import MAIN, surroundings, told

#: Dots an inch: enough for print at the size of the chart.
DOTS = 200


def png_of(figure: Figure) -> bytes:
    """A chart without headline and source line as PNG."""
    import typst

    width, height = figure.width_in * 25.4, figure.height_in * 25.4
    with tempfile.TemporaryDirectory(prefix="frameline-") as name:
        folder = Path(name)
        (folder / "chart.svg").write_text(clean(figure.pictures.svg), encoding="utf-8")
        (folder / MAIN).write_text(
            f"#set page(width: {width:.4g}mm, height: {height:.4g}mm, margin: 0pt, fill: white)\n"
            f'#image("chart.svg", width: {width:.4g}mm, height: {height:.4g}mm)\n',
            encoding="utf-8",
        )
        with told():
            made = typst.compile(str(folder / MAIN), format="png", ppi=DOTS, **surroundings(folder))
    assert isinstance(made, bytes)
    return made
