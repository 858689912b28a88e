"""Pressure or accommodation?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.strategy_dots import strategy_dots, strategy_dots_height
from frameline.exhibits.advice._tables import add_count, recommendations
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.advice import strategy_by_document


@shows("advice", "claims.strategy", "claims.explicitness", home="all")
def strategy(texts: Study) -> Blocks:
    """Pressure or accommodation?"""
    f, register = texts.findings, recommendations(texts)
    if register.empty:
        return None
    scale = strategy_by_document(register)
    scale["name"] = scale["doc_id"].map(texts.names)
    implied = register["explicitness"] == texts.codebook.role("explicitness").order[0]
    pressing = int((register["strategy"] < 0).sum())
    add_count(texts)
    f.add("advice.pressure", pressing, unit="count", n=len(register))
    f.add("advice.implicit", int(implied.sum()), unit="count")
    fig, ax = canvas(strategy_dots_height(scale))
    strategy_dots(ax, scale)
    return texts.figure("strategy", fig, scale[["name", "strategy", "explicitness", "n"]],
                        uses=["strategy"], evidence=register["claim_id"])  # fmt: skip
