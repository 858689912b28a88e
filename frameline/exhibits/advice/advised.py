"""Which texts advise?"""

from __future__ import annotations

from frameline.exhibits.advice._tables import add_count, recommendations
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("advice", home="all")
def advised(texts: Study) -> Blocks:
    """Which texts advise?"""
    f, held = texts.findings, recommendations(texts).groupby("doc_id")["claim_id"].agg(list)
    if held.empty:
        return None
    counts = texts.documents[["doc_id"]].copy()
    counts["n"] = counts["doc_id"].map(held.map(len)).fillna(0).astype(int)
    without = [texts.names[doc_id] for doc_id in counts.loc[counts["n"] == 0, "doc_id"]]
    f.add_table(counts, "advice.count.{doc_id}", "n", unit="count", low=None, high=None, n=None,
                evidence=held.to_dict())  # fmt: skip
    add_count(texts)
    f.add("advice.texts", len(held), unit="count")
    f.add("advice.none", without, unit="list")
    return texts.say("advised", at={"doc_id": counts.loc[counts["n"].idxmax(), "doc_id"]})
