"""What the exhibits of this chapter share: words by year, and those that mark a period."""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.convergence import is_content
from frameline.measures.large.periods import named, periods
from frameline.measures.large.words import period_words, word_counts


@once
def counts_by_year(texts: Study, min_n: int) -> pd.DataFrame:
    """How often each word occurs, by year."""
    return word_counts(_by_document(texts.tokens), texts.documents, min_n=min_n)


def _by_document(tokens: Any) -> Any:
    """Tables in memory count words by block; how surely a word marks a period asks of documents."""
    if not isinstance(tokens, pd.DataFrame):
        return tokens
    return tokens.groupby(["doc_id", "token"], as_index=False)["n"].sum()


@once
def more_frequent(texts: Study, most_periods: int, min_n: int, min_documents: int) -> pd.DataFrame:
    """The words that carry content and stand more often in one period than in all others."""
    counts = counts_by_year(texts, min_n)
    names = named(periods(counts["when"], most_periods, texts.choices.periods))
    found = period_words(counts, names, min_documents=min_documents)
    return found[is_content(found["token"]) & (found["log_ratio"] > 0)]


def add_words(texts: Study, most_periods: int, min_n: int, min_documents: int) -> pd.DataFrame:
    """Add how many words were compared, and how many surely mark a period; give the latter."""
    f, counts = texts.findings, counts_by_year(texts, min_n)
    names = named(periods(counts["when"], most_periods, texts.choices.periods))
    candidates = more_frequent(texts, most_periods, min_n, min_documents)
    found = candidates[candidates["low"] > 0]
    f.add("words.count", int(counts.loc[counts["token"] == "", "n"].sum()), unit="count")
    f.add("words.periods", len(set(names.values())), unit="count")
    f.add("words.candidates", len(candidates), unit="count")
    f.add("words.found", len(found), unit="count")
    return found
