"""How small a difference could these texts show?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.clusters import clusters
from frameline.measures.intervals import difference
from frameline.measures.planning import POWER
from frameline.measures.steps import steps
from frameline.words.catalogue import Shown

COLUMNS = ["step", "groups_from", "groups_to", "detectable"]
UNITS = {"groups_from": "count", "groups_to": "count", "detectable": "number"}


@shows("claims.valence", "statements")
def resolution(texts: Study) -> Blocks:
    """How small a difference could these texts show?"""
    f, counted = texts.findings, texts.describe(texts.where)
    pairs = steps(texts.documents)
    table = difference(clusters(texts.claims, "sign"), pairs, "binding", net=True, power=POWER)
    table["n"] = table["groups_from"] + table["groups_to"]
    table["step"] = table["from"].map(texts.names) + " → " + table["to"].map(texts.names)
    f.add_table(table, "resolution.{from}.{to}", "detectable", unit="number", low=None, high=None,
                filter=counted)  # fmt: skip
    known = table.dropna(subset="detectable")
    best = known.loc[known["detectable"].idxmin()].to_dict() if len(known) else {}
    f.add("resolution.pairs", len(table), unit="count")
    f.add("resolution.best", best.get("detectable"), unit="number")
    if table.empty:
        return None
    return [
        texts.table("resolution", table, COLUMNS, units=UNITS, widths={"step": 4}, filter=counted,
                    power=Shown(POWER, "share")),
        texts.say("resolution-best", at=best) if best else None,
    ]  # fmt: skip
