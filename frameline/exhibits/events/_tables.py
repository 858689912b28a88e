"""What the exhibits of this chapter share: how far back each event lies."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.events import reach_back, reach_summary


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


def count_reach(texts: Study) -> None:
    """Add how far back each text reaches, at most and in the middle."""
    f, table = texts.findings.under(texts.word("filter-events")), farthest(texts)
    f.add_table(table, "reach_back.max.{doc_id}", "maximum", unit="count", low=None, high=None,
                n="counted")  # fmt: skip
    f.add_table(table.dropna(subset=["median"]), "reach_back.median.{doc_id}", "median",
                unit="count", low=None, high=None, n="counted")  # fmt: skip
