"""How small a difference could these texts show?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.resolution import resolution as measure
from frameline.measures.steps import steps

COLUMNS = ["step", "groups_from", "groups_to", "observed", "smallest"]
UNITS = {"groups_from": "count", "groups_to": "count", "observed": "number", "smallest": "number"}


@shows("claims.valence", "statements")
def resolution(texts: Study) -> Blocks:
    """How small a difference could these texts show?"""
    f, counted = texts.findings, texts.describe(texts.where)
    table = measure(texts.claims, steps(texts.documents), seed=texts.seed)
    table["n"] = table["groups_from"] + table["groups_to"]
    table["step"] = table["from"].map(texts.names) + " → " + table["to"].map(texts.names)
    f.add_table(table, "resolution.{from}.{to}", "smallest", unit="number", low=None, high=None,
                filter=counted)  # fmt: skip
    known = table.dropna(subset="smallest")
    best = known.loc[known["smallest"].idxmin()].to_dict() if len(known) else {}
    f.add("resolution.reached", int(table["resolved"].sum()), unit="count", n=len(table))
    f.add("resolution.pairs", len(table), unit="count")
    f.add("resolution.best", best.get("smallest"), unit="number")
    if table.empty:
        return None
    widths = {"step": 4}
    return [
        texts.say("resolution-best", at=best) if best else None,
        texts.table("resolution", table, COLUMNS, units=UNITS, widths=widths, filter=counted),
    ]
