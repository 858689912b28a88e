"""What the exhibits of this chapter share: documents and claims by year and by period."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from frameline.exhibits.findings import name_or_list
from frameline.exhibits.study import Study, once
from frameline.measures.large.periods import Period, middles, named, periods
from frameline.measures.large.tallies import documents_by, tally


class ByYear(NamedTuple):
    """Documents and claims of each year [when, n], and the period of each year."""

    documents: pd.DataFrame
    claims: pd.DataFrame
    spans: dict[str, Period]


@once
def by_year(texts: Study, most_periods: int) -> ByYear:
    """Documents and counted claims by year, and the periods that cover all years."""
    documents, claims = documents_by(texts.documents), tally(texts.claims, texts.documents, by=[])
    whens = [*documents["when"], *claims["when"]]
    spans = periods(whens, most_periods, texts.choices.periods)
    return ByYear(documents, claims, spans)


@once
def by_period(texts: Study, most_periods: int) -> pd.DataFrame:
    """Documents and claims of each period that has any document, and the day in its middle."""
    documents, claims, spans = by_year(texts, most_periods)
    names = named(spans)
    counts = {"documents": documents, "claims": claims}
    found = {c: t.groupby(t["when"].map(names))["n"].sum() for c, t in counts.items()}
    table = pd.DataFrame(found, index=found["documents"].index).fillna(0).astype("int64")
    table = table.rename_axis("name").reset_index()
    table["each"] = table["claims"] / table["documents"]
    table["x"] = table["name"].map(middles(spans))
    return table


def even(table: pd.DataFrame) -> bool:
    """Whether all periods have as many claims."""
    return bool(table["claims"].nunique() == 1)


def add_volume(texts: Study, most_periods: int) -> pd.DataFrame:
    """Add how much there is, and where most and least; give the counts of each period."""
    f, (documents, claims, _) = texts.findings, by_year(texts, most_periods)
    every = texts.word("all-documents")
    f.add("volume.documents", int(documents["n"].sum()), unit="count", filter=every)
    f.add("volume.claims", int(claims["n"].sum()), unit="count")
    table = by_period(texts, most_periods)
    f.add("volume.periods", len(table), unit="count")
    if len(table):
        most, least = int(table["claims"].max()), int(table["claims"].min())
        value, unit = name_or_list(list(table.loc[table["claims"] == most, "name"]))
        f.add("volume.fullest", value, unit=unit, n=most)
        value, unit = name_or_list(list(table.loc[table["claims"] == least, "name"]))
        f.add("volume.emptiest", value, unit=unit, n=least)
    return table
