"""Which texts get a page of their own, and what its headline may say first."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from frameline.measures.prevalence import cells
from frameline.measures.selection.names import studies
from frameline.measures.strength import FIRM, LEANING

PAGE, SMALL, ANNEX, BOX = "page", "small", "annex", "box"
"""Forms: a page each, several on a page, in the annex; a box on the page of its author group."""

PAGES, SMALLS = 6, 12
"""So many portraits stand one a page, and so many in all in the report."""

LEAST = 10
"""Own claims that a portrait needs."""


def portraits(
    claims: pd.DataFrame, documents: pd.DataFrame, *, by: str = "author_group", least: int = LEAST
) -> pd.DataFrame:
    """Say which texts get a portrait and in which form.

    Question: which texts have enough claims for a page of their own?

    Parameters
    ----------
    claims : DataFrame, one row per claim of the author's own voice
        doc_id.
    documents : DataFrame
        doc_id, in order, and the column ``by`` where known.
    by : str
    least : int

    Returns
    -------
    DataFrame, one row per text
        [doc_id, study, n, form, on]: own claims; "page" (up to six portraits), "small" (seven to
        twelve), "annex" (more), or "box" where there are too few claims; the text on whose page it
        stands: itself, for a box the text of its study with most claims, "" where there is none.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a"] * 10 + ["b"]})
    >>> texts = pd.DataFrame({"doc_id": ["a", "b"], "author_group": "g"})
    >>> portraits(claims, texts)[["form", "on"]].to_numpy().tolist()
    [['page', 'a'], ['box', 'a']]
    """
    table = pd.DataFrame({"doc_id": documents["doc_id"], "study": studies(documents, by=by)})
    table["n"] = table["doc_id"].map(claims["doc_id"].value_counts()).fillna(0).astype(int)
    enough = table["n"] >= least
    number = int(enough.sum())
    form = PAGE if number <= PAGES else SMALL if number <= SMALLS else ANNEX
    table["form"] = [form if full else BOX for full in enough]
    hosts = {}
    for (study,), place in cells(table, ["study"]):
        part = table.iloc[place]
        full = part[part["n"] >= least].sort_values("n", ascending=False, kind="stable")
        hosts[study] = str(full["doc_id"].iloc[0]) if len(full) else ""
    table["on"] = table["doc_id"].where(enough, table["study"].map(hosts))
    return table


def said_first(strength: pd.DataFrame, statements: Iterable[str]) -> str:
    """Choose what the headline of a text's page may say beside its verdict and its counts.

    Question: what is at least likely to hold of this text, of all that is said of it?

    Parameters
    ----------
    strength : DataFrame
        What `frameline.measures.strength.strength` gives, in its order.
    statements : iterable of str
        Those about this text.

    Returns
    -------
    str
        The first of them that is firm or leaning; "" where all are open: then verdict and counts.

    Examples
    --------
    >>> table = pd.DataFrame({"statement": ["arms", "history"], "word": ["open", "leaning"]})
    >>> said_first(table, ["history", "arms"]), said_first(table, ["arms"])
    ('history', '')
    """
    about = strength[strength["statement"].isin(list(statements))]
    said = about.loc[about["word"].isin([FIRM, LEANING]), "statement"]
    return str(said.iloc[0]) if len(said) else ""
