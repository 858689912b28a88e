"""What does each text conclude, and how lasting does it find the tie?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.selection.outcomes import distinct_verdicts
from frameline.measures.selection.outcomes import outcomes as set_side_by_side

SHOWN = ["name", "said", "step", "shared"]


@shows("documents.verdict", "documents.durability")
def outcomes(texts: Study) -> Blocks:
    """What does each text conclude, and how lasting does it find the tie?"""
    f, codebook = texts.findings, texts.codebook
    verdicts, lasting = (codebook.role(name, "documents") for name in ("verdict", "durability"))
    documents = texts.layer("documents")
    table = set_side_by_side(documents, signs=verdicts.flag("sign"))
    table["name"] = table["doc_id"].map(texts.names)
    table["said"] = table["verdict"].map(verdicts.labels)
    table["step"] = documents["durability"].astype(str).map(lasting.labels).to_numpy()
    table["shared"] = [", ".join(texts.names[doc] for doc in ids) for ids in table["shares_step"]]
    f.add("outcomes.verdicts", len(distinct_verdicts(table)), unit="count")
    f.add("outcomes.studies", int(table["main"].sum()), unit="count")
    sharing = table.loc[table["main"] & (table["shared"] != ""), "name"]
    f.add("outcomes.sharing", list(sharing), unit="list")
    return [
        texts.table("outcomes", table, SHOWN, widths={"name": 1.5, "said": 1.5, "step": 3}),
        texts.say("outcomes-counted"),
    ]
