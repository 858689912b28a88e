"""Which two texts differ, however the claims are counted?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.robustness._tables import material, pair_kinds
from frameline.exhibits.study import Study
from frameline.measures.statements import pair_ways


@shows("claims.valence", "statements")
def named_pairs(texts: Study) -> Blocks:
    """Which two texts differ, however the claims are counted?"""
    f, shown, columns = texts.findings, None, ["step"]
    for kind in pair_kinds(texts):
        table = pair_ways(material(texts), kind).assign(kind=kind)
        f.add_table(table, "ways.{kind}.{from}.{to}", "true", unit="count", low=None, high=None,
                    n="ways")  # fmt: skip
        named = table.rename(columns={"true": kind, "ways": f"{kind}_of"}).drop(columns="kind")
        shown = named if shown is None else shown.merge(named, on=["from", "to"])
        columns += [kind, f"{kind}_of"]
    if shown is None:
        return None
    shown["step"] = shown["from"].map(texts.names) + " → " + shown["to"].map(texts.names)
    return texts.table("named-pairs", shown, columns, units=dict.fromkeys(columns[1:], "count"),
                       widths={"step": 4})  # fmt: skip
