"""What the exhibits of this chapter share: how far back each event lies."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.events import PRINTED, reach_back, reach_summary


@once
def reach(texts: Study) -> pd.DataFrame:
    """The year of each event beside that of the text that names it."""
    table = reach_back(texts.layer("events"), texts.documents)
    table["name_doc"] = table["doc_id"].map(texts.names)
    return table


@once
def farthest(texts: Study) -> pd.DataFrame:
    """How far back each text reaches, by the years it prints."""
    return reach_summary(reach(texts))


@once
def exact(texts: Study) -> pd.DataFrame:
    """The events with an exact year that a text prints: a range has ends and no middle."""
    table = reach(texts)
    return table[(table["basis"] == PRINTED) & (table["reach_low"] == table["reach_high"])]


@once
def ranges(texts: Study) -> pd.DataFrame:
    """The events of each text that may lie before its earliest exact year, the earliest of each."""
    table = reach(texts)
    loose = table[table["shown"] & (table["reach_low"] < table["reach_high"])]
    first = loose.sort_values("reach_high", ascending=False, kind="stable")
    first = first.groupby("doc_id", sort=False).head(1).sort_index()
    sure = first["doc_id"].map(exact(texts).groupby("doc_id")["reach"].max()).fillna(0)
    return first[first["reach_high"] > sure]


def count_reach(texts: Study) -> None:
    """Add how far back each text reaches: by exact years at most, by those it prints half-way."""
    f, table = texts.findings.under(texts.word("filter-events")), farthest(texts)
    most = exact(texts).groupby("doc_id")["reach"].agg(["max", "size"])
    docs = table["doc_id"]
    table = table.assign(most=docs.map(most["max"]), of=docs.map(most["size"]))
    f.add_table(table, "reach_back.max.{doc_id}", "most", unit="count", low=None, high=None,
                n="of")  # fmt: skip
    f.add_table(table.dropna(subset=["median"]), "reach_back.median.{doc_id}", "median",
                unit="count", low=None, high=None, n="counted")  # fmt: skip
