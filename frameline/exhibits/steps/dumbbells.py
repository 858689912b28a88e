"""Which reasons gain, and which lose, from text to text?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.dumbbells import dumbbells as draw
from frameline.charts.dumbbells import dumbbells_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.steps._tables import changes
from frameline.exhibits.study import Study
from frameline.measures.shift import UNCLEAR


@shows("claims.frame", "comparisons", home="all")
def dumbbells(texts: Study, top: int = 4) -> Blocks:
    """Which reasons gain, and which lose, from text to text?"""
    f, table = texts.findings, changes(texts)
    if table is None:
        return None
    steps = table[["from", "to"]].drop_duplicates()
    f.add("changes.steps", len(steps), unit="count")
    f.add("changes.count", len(table), unit="count")
    f.add("changes.clear", int((table["verdict"] == "clearly more").sum()), unit="count")
    f.add("changes.shown", int((table["verdict"] != UNCLEAR).sum()), unit="count")
    fig, ax = canvas(dumbbells_height(table, top=top))
    draw(ax, table, labels=texts.codebook.role("frame").labels, top=top)
    drawn = table.drop(columns=["from", "to"])
    return texts.figure("dumbbells", fig, drawn, uses=["frame"], comparisons=len(table))
