"""What the exhibits of this chapter share: the sample, and its periods."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.context import (
    direction_tests,
    pieces,
    samples,
    second_coder,
    years_with_both_readings,
)
from frameline.words.formats import localised_digits

#: Each cut of the sample, and what its findings are called.
CUTS = {"all": "all", "relevant": "relevant", "main": "neutral"}


@once
def dated(texts: Study) -> pd.DataFrame:
    """The pieces of the sample, their columns read."""
    return pieces(texts.context)


@once
def sample(texts: Study, min_relevance: int) -> dict[str, pd.DataFrame]:
    """The pieces by cut: all, relevant, and relevant ones found by neutral look-ups."""
    return dict(samples(dated(texts), min_relevance=min_relevance))


@once
def breaks(texts: Study) -> list[int]:
    """The years of the texts, in which periods begin."""
    return sorted(set(texts.documents["year"]))


def period_name(texts: Study, period: str) -> str:
    """A period as the measure names it (``to 2000``), in the language of the report."""
    side, _, year = period.partition(" ")
    if not year:
        return period
    year = localised_digits(year, texts.lang)
    if side == "to":
        return texts.word("first-period", year=year)
    return texts.word("last-period", year=year)


@once
def tests(texts: Study, min_relevance: int) -> pd.DataFrame:
    """Whether the readings of the periods differ more than shuffled pieces would."""
    found = sample(texts, min_relevance)
    return direction_tests(found, breaks(texts), draws=texts.draws, seed=texts.seed)


@once
def aligned(texts: Study) -> dict[str, pd.DataFrame]:
    """What each coder of the sample gave each piece; empty where there was only one."""
    codings = texts.context_codings.values()
    return dict(second_coder(dated(texts), *codings)) if codings else {}


def count_pieces(texts: Study, min_relevance: int) -> None:
    """Add how many pieces each cut holds."""
    f, found = texts.findings.under(texts.word("filter-sample")), sample(texts, min_relevance)
    for name, key in CUTS.items():
        f.add("context.n.{cut}", len(found[name]), unit="count", at={"cut": key})


def count_years(texts: Study, min_relevance: int) -> None:
    """Add in how many years others read the tie both ways."""
    f, found = texts.findings.under(texts.word("filter-sample")), sample(texts, min_relevance)
    whole, main = (years_with_both_readings(found[name]) for name in ("all", "main"))
    f.add("context.years_counted", len(whole), unit="count")
    f.add("context.years_both_readings", int(whole["both"].sum()), unit="count", n=len(whole))
    f.add("context.years_both_readings.main", int(main["both"].sum()), unit="count", n=len(main))


def count_tests(texts: Study, min_relevance: int) -> None:
    """Add how often shuffled pieces differ as much, by cut."""
    f, table = texts.findings.under(texts.word("filter-sample")), tests(texts, min_relevance)
    f.add_table(table, "context.periods.p.{cut}", "p", unit="p", low=None, high=None)
