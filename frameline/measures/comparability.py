"""How far texts can be compared: their sizes, and what cannot be told apart from their year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

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
            years = sorted(set(part[year]))
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


def alike_pairs(
    documents: pd.DataFrame, attributes: Sequence[str] = ATTRIBUTES, *, year: str = "year"
) -> pd.DataFrame:
    """Compare each two texts of different years: what do they share, and in what do they differ?

    Question: which comparison over time is the least unfair?

    Parameters
    ----------
    documents : DataFrame
        One row per text, in date order: doc_id, the year and the attributes; too_short where
        given (such texts are left out).
    attributes : list of str
        Those not given, or unknown of one of the two, are neither shared nor other.
    year : str

    Returns
    -------
    DataFrame, one row per pair, those that share most first, then those that differ least
        from, to (doc_id), same, other (lists of attributes), shared (length of same).

    Examples
    --------
    >>> texts = pd.DataFrame({"doc_id": list("abc"), "year": [2001, 2015, 2024],
    ...                       "vantage": ["US", "IR", "US"], "genre": ["talk", "", "note"]})
    >>> alike_pairs(texts)[["from", "to", "same", "other"]].values.tolist()[0]
    ['a', 'c', ['vantage'], ['genre']]
    """
    kept = documents
    if "too_short" in documents:
        kept = documents[~documents["too_short"].astype("boolean").fillna(False)]
    held = [name for name in attributes if name in kept]
    rows = []
    for one, two in combinations(kept.to_dict("records"), 2):
        if one[year] == two[year]:
            continue
        known = [name for name in held if _given(one[name]) and _given(two[name])]
        same = [name for name in known if one[name] == two[name]]
        other = [name for name in known if one[name] != two[name]]
        rows.append((one["doc_id"], two["doc_id"], same, other, len(same)))
    table = pd.DataFrame(rows, columns=["from", "to", "same", "other", "shared"])
    apart = table["other"].map(len)
    order = pd.DataFrame({"shared": -table["shared"], "apart": apart}).sort_values(
        ["shared", "apart"], kind="stable"
    )
    return table.loc[order.index].reset_index(drop=True)


def _given(value: object) -> bool:
    """Whether a cell holds anything."""
    return isinstance(value, str) and value != ""
