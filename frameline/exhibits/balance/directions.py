"""Who acts on whom?"""

from __future__ import annotations

from frameline.charts.arrows import arrows, arrows_height
from frameline.charts.canvas import canvas
from frameline.exhibits.balance._tables import add_counts, directed, flows_of
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.direction import DIRECTIONS

DRAWN = ["name", *DIRECTIONS, "n", "one_sided", "lean", "low", "high"]


def _actors(texts: Study) -> dict[str, str]:
    """The two of the pair, by name where the codebook names them."""
    pair, unnamed = texts.codebook.dyad, texts.words("unnamed")
    return {"first": pair.a or unnamed["first"], "second": pair.b or unnamed["second"]}


@shows("claims.direction", home="all")
def directions(texts: Study) -> Blocks:
    """Who acts on whom?"""
    if not directed(texts):
        return None
    f, table = texts.findings, flows_of(texts)
    add_counts(texts.base)
    actors = _actors(texts)
    for side, code in zip(actors, DIRECTIONS, strict=False):
        at, acts = {"side": side}, table.loc[table["side"] == code, "doc_id"]
        f.add_table(table.assign(side=side), "direction.{side}_acts.{doc_id}", code, unit="count",
                    low=None, high=None, evidence=texts.ids)  # fmt: skip
        f.add("direction.{side}", actors[side], unit="name", at=at)
        f.add("direction.{side}.texts", [texts.names[d] for d in acts], unit="list", at=at)
    f.add_table(table, "direction.lean.{doc_id}", "lean", unit="net", n="one_sided",
                evidence=texts.ids)  # fmt: skip
    f.add("direction.one_sided", int(table["one_sided"].sum()), unit="count")
    if not flows_of(texts.base.in_views()[0])["one_sided"].sum():
        return None
    fig, ax = canvas(arrows_height(table, few=0))
    arrows(ax, table, actors=tuple(actors.values()), few=0)
    return texts.figure("directions", fig, table[DRAWN], uses=["direction"])
