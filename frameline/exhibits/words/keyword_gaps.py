"""Which reason do keywords overstate most in each text, and which do they understate?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import astray, compared_ids, of_both, quoted, shares
from frameline.measures.convergence import widest_gaps


@shows("tokens", "blocks")
def keyword_gaps(texts: Study, min_words: int = 300) -> Blocks:
    """Which reason do keywords overstate most in each text, and which do they understate?"""
    if not len(shares(texts, min_words)):
        return None
    gaps = widest_gaps(shares(texts, min_words), astray(texts, min_words))
    gaps["through"] = [quoted(texts, words) for words in gaps["through"]]
    _count_gaps(texts, gaps, min_words)
    told = gaps[(gaps["over"] != "") & (gaps["under"] != "")]
    return [
        texts.say("keyword-gap", at=row, through=row["through"]) for row in told.to_dict("records")
    ]


def _count_gaps(texts: Study, gaps: pd.DataFrame, min_words: int) -> None:
    """Add the widest gaps: which reason, its share of claims and of keywords, and which words."""
    f, ids = texts.findings.under(of_both(texts, min_words)), compared_ids(texts, min_words)
    shorts = texts.codebook.role("frame").shorts
    table = gaps.assign(over=gaps["over"].map(shorts).fillna(""),
                        under=gaps["under"].map(shorts).fillna(""))  # fmt: skip
    plain = {"low": None, "high": None, "n": None}
    f.add_table(table, "convergence.over.{doc_id}", "over", unit="name", **plain)
    f.add_table(table, "convergence.under.{doc_id}", "under", unit="name", **plain)
    f.add_table(table, "convergence.over.claims.{doc_id}", "over_claims", unit="share",
                evidence=ids)  # fmt: skip
    f.add_table(table, "convergence.under.claims.{doc_id}", "under_claims", unit="share",
                evidence=ids)  # fmt: skip
    f.add_table(table, "convergence.over.words.{doc_id}", "over_words", unit="share")
    f.add_table(table, "convergence.under.words.{doc_id}", "under_words", unit="share")
    f.add_table(table, "convergence.through.{doc_id}", "through", unit="list", **plain)
