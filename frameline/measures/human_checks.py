"""Whether people have checked the codes that count: a name in the list of coders is no check.

A corpus may name people who read other texts, or a few sentences. What matters is how many of the
claims whose codes count a person has coded too.

Source: design of machine codes: within a few long texts sentences are the units of a check, all
of them or at least 30; of very many documents a sample is.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

PEOPLE = frozenset({"human", "person", "gold"})
"""Kinds of coders that are people."""

MACHINE = "machine"
FINAL = "final"

LEAST = 30
"""Claims of a text that a person has coded too, or all where it has fewer."""

FEW = 12
"""In a corpus of so many texts at most, each is checked by itself; else all claims together."""


def human_checks(
    claims: pd.DataFrame, codings: Mapping[str, pd.DataFrame], kinds: Mapping[str, str]
) -> pd.DataFrame:
    """Count the claims of each text that people have coded too.

    Question: how many of the claims whose codes count has a person read?

    Parameters
    ----------
    claims : DataFrame [doc_id, claim_id]
        Those whose codes count.
    codings : mapping of coder to DataFrame [claim_id]
        What each coder coded, under the ids of the claims that they are taken to be.
    kinds : mapping of coder to kind
        See `PEOPLE`.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, n, checked]: its claims, and those that at least one person coded.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a", "a", "b"], "claim_id": ["1", "2", "3"]})
    >>> read = {"ann": claims.head(1), "bot": claims}
    >>> human_checks(claims, read, {"ann": "human", "bot": "machine"}).to_numpy().tolist()
    [['a', 2, 1], ['b', 1, 0]]
    """
    by_people = {
        claim for coder, table in codings.items() if kinds.get(coder) in PEOPLE
        for claim in table["claim_id"]
    }  # fmt: skip
    marked = claims[["doc_id"]].assign(checked=claims["claim_id"].isin(by_people))
    found = marked.groupby("doc_id", sort=False)["checked"].agg(["size", "sum"]).reset_index()
    return found.set_axis(["doc_id", "n", "checked"], axis=1)


def machine_only(
    claims: pd.DataFrame,
    codings: Mapping[str, pd.DataFrame],
    kinds: Mapping[str, str],
    *,
    coding: str = FINAL,
    least: int = LEAST,
) -> bool:
    """Say whether the codes that count are those of machines, unchecked by people.

    Question: does any statement rest on more than what machines say?

    Parameters
    ----------
    claims, codings, kinds
        As in `human_checks`. Without a machine among the coders nothing is said of machines.
    coding : str
        Whose codes count: ``final``, or a coder.
    least : int
        So many claims of each text, or all where it has fewer, make a check.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a", "a", "b"], "claim_id": ["1", "2", "3"]})
    >>> read = {"ann": claims.head(2), "bot": claims}
    >>> kinds = {"ann": "human", "bot": "machine"}
    >>> machine_only(claims, read, kinds), machine_only(claims, read, kinds, coding="ann")
    (True, False)
    >>> machine_only(claims, {"ann": claims, "bot": claims}, kinds)
    False
    """
    if MACHINE not in kinds.values() or kinds.get(coding) in PEOPLE:
        return False
    if PEOPLE.isdisjoint(kinds.values()):
        return True
    table = human_checks(claims, codings, kinds)
    if len(table) > FEW:
        table = table[["n", "checked"]].sum().to_frame().T
    return bool((table["checked"] < table["n"].clip(upper=least)).any())
