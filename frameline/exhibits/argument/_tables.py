"""What the exhibits of this chapter share: how often texts concede, and quote others."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.comparisons import long_enough
from frameline.exhibits.study import Study, once
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.intervals import share_interval
from frameline.measures.shift import ALPHA
from frameline.measures.top_codes import foremost
from frameline.record.prose import Prose


def add_counts(texts: Study) -> None:
    """Add how many texts there are, and how many claims they make in any voice."""
    every = texts.in_all_voices()
    texts.findings.add("texts.count", len(texts.documents), unit="count")
    every.findings.add("claims.count", len(every.claims), unit="count")


def conceded(texts: Study) -> dict[str, Clusters]:
    """How many claims of each paragraph are granted before the author's own point."""
    return clusters(texts.claims, "conceded")


def of_others(texts: Study) -> dict[str, Clusters]:
    """How many claims of each paragraph are made in another voice than the author's own."""
    return clusters(texts.claims.assign(other=~texts.claims["own"].astype(bool)), "other")


@once
def conceded_shares(texts: Study) -> pd.DataFrame:
    """Share of each text's claims that are granted before its own point."""
    return _shares(texts, conceded(texts))


@once
def other_shares(texts: Study) -> pd.DataFrame:
    """Share of each text's claims that are made in another voice than its author's own."""
    return _shares(texts, of_others(texts))


def _shares(texts: Study, counted: dict[str, Clusters]) -> pd.DataFrame:
    table = share_interval(counted, ["yes"]).rename(columns={"estimate": "share"})
    return table.assign(name=table["doc_id"].map(texts.names))


def largest(table: pd.DataFrame) -> tuple[pd.Series, bool]:
    """The text with the largest share of those that have an interval, and whether all have one.

    Where none of those has any, the largest of all.
    """
    known = table[table["low"].notna() & (table["share"] > 0)]
    ranked = known if len(known) else table
    return ranked.loc[ranked["share"].idxmax()], len(known) == 0 or bool(table["low"].notna().all())


def gaps(texts: Study, kind: str, counted: dict[str, Clusters]) -> pd.DataFrame:
    """By how much the text with the largest share is ahead of each other, and whether surely.

    Parameters
    ----------
    texts : Study
    kind : str
        "turn" or "voices": the kind of statement.
    counted : dict doc_id -> Clusters

    Returns
    -------
    DataFrame
        What `frameline.measures.top_codes.foremost` gives, with kind and sure (after Holm over
        the other texts).
    """
    known = {doc: text for doc, text in counted.items() if doc in long_enough(texts)}
    f, table = texts.findings, foremost(known, "yes").assign(kind=kind)
    table["sure"] = table["p_holm"] < ALPHA
    f.add_table(table, "{kind}.gap.{doc_id}.{other}", "gap", unit="net", n=None)
    f.add_table(table, "test.{kind}.{doc_id}.{other}", "p", unit="p", low=None, high=None, n=None)
    rest = [texts.names[doc] for doc in table.loc[~table["sure"], "other"]]
    f.add("{kind}.open", rest, unit="list", at={"kind": kind})
    return table


def not_surely(texts: Study, table: pd.DataFrame) -> list[Prose]:
    """Say which texts the one with the largest share may not be ahead of."""
    rest = table[~table["sure"]].head(1).to_dict("records")
    return [texts.say("not-surely-more", at=row) for row in rest]
