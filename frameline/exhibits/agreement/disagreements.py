"""Where in the texts did coders part?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.disagreement_map import disagreement_map, disagreement_map_height
from frameline.exhibits.agreement._tables import settled
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

ORDER = ["oversight", "rule", "ambiguity"]


@shows("several-coders", "adjudication")
def disagreements(texts: Study) -> Blocks:
    """Where in the texts did coders part?"""
    by_text = texts.units.groupby("doc_id")
    order = by_text.cumcount() / by_text["unit_id"].transform("size") * 100
    places = dict(zip(texts.units["unit_id"], order, strict=True))
    placed = settled(texts).assign(position=settled(texts)["unit_id"].map(places))
    placed = placed.dropna(subset=["position"])
    if placed.empty:
        return None
    texts.findings.add("disagreements.placed", len(placed), unit="count")
    fig, ax = canvas(disagreement_map_height(placed))
    disagreement_map(ax, placed, order=ORDER)
    drawn = placed[["name", "unit_id", "position", "variable", "reason"]]
    return texts.figure("disagreements", fig, drawn, evidence=())
