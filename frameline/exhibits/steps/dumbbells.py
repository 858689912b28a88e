"""Which reasons gain, and which lose, from text to text?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.dumbbells import dumbbells as draw
from frameline.charts.dumbbells import dumbbells_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.steps._tables import changes, in_comparisons
from frameline.exhibits.study import Study
from frameline.measures.intervals import CLEARLY, UNCLEAR

DRAWN = ["step", "name_from", "name_to", "code", "k_from", "n_from", "k_to", "n_to", "share_from",
         "share_to", "diff", "low", "high", "p", "p_holm", "verdict"]  # fmt: skip


@shows("claims.frame", "comparisons", home="all")
def dumbbells(texts: Study, top: int = 4) -> Blocks:
    """Which reasons gain, and which lose, from text to text?"""
    f, table = texts.findings, changes(texts)
    if table is None:
        return None
    table = table.rename(columns={"estimate": "diff"})
    f.add("changes.steps", table["step"].nunique(), unit="count")
    f.add("changes.count", int(table["p"].notna().sum()), unit="count")
    f.add("changes.clear", int((table["verdict"] == CLEARLY).sum()), unit="count")
    f.add("changes.shown", int((table["verdict"] != UNCLEAR).sum()), unit="count")
    fig, ax = canvas(dumbbells_height(table, top=top))
    draw(ax, table, labels=texts.codebook.role("frame").labels, top=top)
    return texts.figure(
        "dumbbells", fig, table[DRAWN], uses=["frame"], evidence=in_comparisons(texts)
    )
