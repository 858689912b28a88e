"""Does the verdict follow the count?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.balance._tables import add_net, net_of
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.contrasts import verdict_against_count as measure


@shows("documents.verdict")
def verdict_against_count(texts: Study) -> Blocks:
    """Does the verdict follow the count?"""
    f, verdicts = texts.findings, texts.codebook.role("verdict", "documents")
    table = texts.layer("documents")
    table["said"] = table["verdict"].map(verdicts.labels)
    table["lasting"] = pd.to_numeric(table.get("durability"))
    f.add_table(table, "verdict.{doc_id}", "said", unit="text")
    f.add_table(table, "durability.{doc_id}", "lasting", unit="number")
    if not (texts.has("claims.valence") and verdicts.flag("sign")):
        return None
    against, ids = measure(table, net_of(texts, "own"), verdicts.flag("sign")), texts.ids
    add_net(texts, "own")
    f.add("verdict.against", [texts.names[doc] for doc in against["doc_id"]], unit="list")
    f.add_table(against, "verdict.binding.{doc_id}", "binding", unit="count", evidence=ids)
    f.add_table(against, "verdict.dividing.{doc_id}", "dividing", unit="count", evidence=ids)
    if against.empty:
        return texts.say("no-verdict-against-count")
    said = []
    for place, row in enumerate(against.to_dict("records")):
        known = bool(pd.notna(f.look_up("net_valence-way-doc_id", row).low))
        said.append(texts.state("verdicts.{place}", at={**row, "place": place}, known=known,
                                evidence=ids[row["doc_id"]]))  # fmt: skip
    return said
