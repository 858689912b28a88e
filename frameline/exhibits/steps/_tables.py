"""What the exhibits of this chapter share: the comparisons, and the reasons of each side."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.comparisons import compared
from frameline.exhibits.study import Study, once
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.intervals import difference, differences
from frameline.measures.mix import MOST_DEALS, mix_test
from frameline.measures.shares_by_valence import shares_by_valence


def _by_paragraph(texts: Study) -> dict[str, Clusters]:
    """The reasons of each paragraph of each text, in the order of the codebook."""
    given = set(texts.base.claims["frame"].str.split(";").explode())
    codes = [code for code in texts.codebook.role("frame").order if code in given]
    return clusters(texts.claims, "frame", codes)


def _named(texts: Study, table: pd.DataFrame) -> pd.DataFrame:
    """A table of comparisons with the names of the texts."""
    start, end = table["from"].map(texts.names), table["to"].map(texts.names)
    return table.assign(name_from=start, name_to=end, step=start + " → " + end)


@once
def mixes(texts: Study, most: int = MOST_DEALS) -> pd.DataFrame:
    """The test of the mixes of reasons in each comparison."""
    found = mix_test(_by_paragraph(texts), compared(texts), seed=texts.seed, most=most, keep=True)
    return _named(texts, found.assign(claims=found["n_from"] + found["n_to"]))


@once
def balances(texts: Study) -> pd.DataFrame:
    """The difference of the net balances in each comparison."""
    found = difference(clusters(texts.claims, "sign"), compared(texts), "binding", net=True)
    return _named(texts, found.assign(n=found["n_from"] + found["n_to"]))


@once
def shares_by_side(texts: Study) -> pd.DataFrame:
    """Share of each text's claims that bind or divide by a group of reasons."""
    frame, documents = texts.codebook.role("frame"), texts.documents
    table = shares_by_valence(texts.claims, frame.groups)
    table["name"] = table["doc_id"].map(texts.names)
    table["x"] = table["doc_id"].map(documents.set_index("doc_id")["date"])
    shown = {doc for pair in compared(texts.base) for doc in pair}
    return table[table["doc_id"].isin(shown)]


@once
def changes(texts: Study) -> pd.DataFrame | None:
    """Difference in the share of each reason, step by step; None where no step can be seen."""
    there = set(texts.claims["doc_id"])
    held = [pair for pair in compared(texts.base) if set(pair) <= there]
    known = _by_paragraph(texts)
    if not held or not next(iter(known.values())).codes:
        return None
    return _named(texts, differences(known, held))
