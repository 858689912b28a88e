"""How far texts can be compared: their sizes, and what cannot be told apart from their year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

ATTRIBUTES = ("author", "outlet", "genre", "vantage")


def document_sizes(
    documents: pd.DataFrame, every: pd.DataFrame, core: pd.DataFrame
) -> pd.DataFrame:
    """Count what each text contributes.

    Parameters
    ----------
    documents : DataFrame
        doc_id, and words, sentences, para_groups where given.
    every, core : DataFrame
        All claims, and those that count: doc_id, para_group.

    Returns
    -------
    DataFrame
        The documents, with claims (core), background, groups (paragraph groups with a core
        claim) and share (of all core claims).

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"]})
    >>> claims = pd.DataFrame({"doc_id": list("aab"), "para_group": list("xyz")})
    >>> document_sizes(documents, claims, claims.head(2))[["claims", "background"]].values.tolist()
    [[2, 0], [0, 1]]
    """
    table = documents.copy()
    counted = core.groupby("doc_id").size()
    table["claims"] = table["doc_id"].map(counted).fillna(0).astype(int)
    total = table["doc_id"].map(every.groupby("doc_id").size()).fillna(0).astype(int)
    table["background"] = total - table["claims"]
    groups = core.groupby("doc_id")["para_group"].nunique()
    table["groups"] = table["doc_id"].map(groups).fillna(0).astype(int)
    table["share"] = table["claims"] / max(int(table["claims"].sum()), 1)
    return table


def confounded(
    documents: pd.DataFrame, attributes: Sequence[str] = ATTRIBUTES, *, year: str = "year"
) -> pd.DataFrame:
    """Find which attributes of the texts change together with their year.

    Question: if two years differ, could it be the author, the outlet, the kind of writing?

    Parameters
    ----------
    documents : DataFrame
        One row per text: the year and the attributes; attributes not given are left out.
    attributes : list of str
    year : str

    Returns
    -------
    DataFrame
        attribute, level, years (list, sorted), texts (count), alone (bool: the level occurs in
        one year only, so that its effect cannot be told from that of the year).

    Examples
    --------
    >>> documents = pd.DataFrame({"year": [2001, 2015, 2024], "vantage": ["US", "IR", "US"]})
    >>> confounded(documents, ["vantage"])[["level", "alone"]].values.tolist()
    [['US', False], ['IR', True]]
    """
    rows = []
    for attribute in attributes:
        if attribute not in documents:
            continue
        known = documents[documents[attribute].astype(str) != ""]
        for level, part in known.groupby(attribute, sort=False):
            years = sorted({int(y) for y in part[year]})
            rows.append((attribute, str(level), years, len(part), len(years) == 1))
    return pd.DataFrame(rows, columns=["attribute", "level", "years", "texts", "alone"])


def shared(table: pd.DataFrame, names: Mapping[str, str] | None = None) -> list[str]:
    """Name the levels that occur in more than one year: what makes two years comparable.

    Examples
    --------
    >>> table = pd.DataFrame({"attribute": ["vantage"], "level": ["US"], "alone": [False]})
    >>> shared(table)
    ['US (vantage)']
    """
    kept = table[~table["alone"].astype(bool)]
    return [
        f"{(names or {}).get(level, level)} ({attribute})"
        for attribute, level in zip(kept["attribute"], kept["level"], strict=True)
    ]
