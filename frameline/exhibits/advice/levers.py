"""Does the advice pull where the text says it comes apart?"""

from __future__ import annotations

from frameline.exhibits.advice._tables import recommendations
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.advice import lever_vs_diagnosis

SHOWN = ["name", "reason", "advice", "dividing", "binding"]


@shows("advice", "claims.frame", "claims.valence", home="all")
def levers(texts: Study) -> Blocks:
    """Does the advice pull where the text says it comes apart?"""
    f, frame = texts.findings, texts.codebook.role("frame")
    if recommendations(texts).empty:
        return None
    table = lever_vs_diagnosis(texts.claims)
    table = table[table["advice"] > 0]
    table = table.sort_values(["doc_id", "advice"], ascending=[True, False], kind="stable")
    table["name"] = table["doc_id"].map(texts.names)
    table["reason"] = table["code"].map(frame.labels)
    named = table[table["code"].isin(list(frame.keywords) or table["code"])]
    elsewhere = named.loc[named["dividing"] == 0, "advice"]
    f.add("levers.all", int(table["advice"].sum()), unit="count")
    f.add("levers.named", int(named["advice"].sum()), unit="count")
    f.add("levers.elsewhere", int(elsewhere.sum()), unit="count")
    units = dict.fromkeys(["advice", "dividing", "binding"], "count")
    return [
        texts.say("levers-elsewhere"),
        texts.table("levers", table, SHOWN, units=units, widths={"reason": 1}),
    ]
