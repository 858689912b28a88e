"""Whom does each text advise?"""

from __future__ import annotations

from frameline.exhibits.advice._tables import recommendations
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.advice import register_counts


@shows("advice", home="all")
def addressees(texts: Study) -> Blocks:
    """Whom does each text advise?"""
    register = recommendations(texts)
    if register.empty:
        return None
    table = register_counts(register, ["doc_id", "addressee"])
    table["name"] = table["doc_id"].map(texts.names)
    table["who"] = table["addressee"].map(texts.codebook.role("addressee").labels)
    texts.findings.add_table(table, "advice.to.{doc_id}.{addressee}", "n", unit="count",
                             low=None, high=None, n=None)  # fmt: skip
    return texts.table("addressees", table, ["name", "who", "n"], units={"n": "count"},
                       widths={"name": 2, "who": 2},
                       evidence=register["claim_id"])  # fmt: skip
