"""Which reasons bind, and which divide, from text to text?"""

from __future__ import annotations

from frameline.charts.canvas import panels
from frameline.charts.slopes import slopes as draw
from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.steps._tables import in_comparisons, shares_by_side
from frameline.exhibits.study import Study

DRAWN = ["name", "group", "side", "k", "n", "value", "low", "high", "note"]


@shows("claims.frame", "claims.valence", "comparisons", home="all")
def slopes(texts: Study) -> Blocks:
    """Which reasons bind, and which divide, from text to text?"""
    f, table = texts.findings, shares_by_side(texts)
    for side in ("binding", "dividing"):
        counted = int(table.loc[table["side"] == side, "k"].sum())
        f.add("slopes.{side}", counted, unit="count", at={"side": side})
    texts.base.findings.add("steps.count", len(compared(texts.base)), unit="count")
    in_views = [shares_by_side(seen) for seen in texts.base.in_views()]
    groups = list(dict.fromkeys(in_views[0]["group"]))
    top = max(one[["value", "high"]].max().max() for one in in_views)
    fig, axes = panels(len(groups), cols=3, height=2.1)
    draw(axes, table, order=groups, high=top, labels=texts.words("slopes-sides"))
    grouped = bool(texts.codebook.role("frame").groups)
    uses = ["frame", "valence"]
    return [
        texts.figure(
            "slopes", fig, table[DRAWN], uses=uses, grouped=grouped, evidence=in_comparisons(texts)
        ),
        texts.say("slopes-counted"),
    ]
