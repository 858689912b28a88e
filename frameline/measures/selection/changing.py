"""Which reasons are told as changing their part, between which two texts, and whether they do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from frameline.measures.prevalence import cells
from frameline.measures.selection.roles import BOND, DIVIDER, TOLD

MOST = 4
"""So many reasons are told."""


def parts_told(table: pd.DataFrame, code: str, *, by: str = "doc_id") -> dict[str, frozenset[str]]:
    """List the leading uses of a reason in each text in which it does something.

    Parameters
    ----------
    table : DataFrame
        What `frameline.measures.selection.roles.reason_uses` gives.
    code : str
    by : str

    Returns
    -------
    dict text -> set of uses
        Without texts that only ask about the reason, note it, or make no claim of it.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"], "code": "x", "use": ["bond", "noted"],
    ...                       "n": [2, 1], "leads": True})
    >>> parts_told(table, "x")
    {'a': frozenset({'bond'})}
    """
    lead = table[(table["code"] == code) & table["leads"].astype(bool) & table["use"].isin(TOLD)]
    return {str(text): frozenset(lead["use"].iloc[place]) for (text,), place in cells(lead, [by])}


def farthest_pair(table: pd.DataFrame, code: str, *, by: str = "doc_id") -> tuple[str, str] | None:
    """Name the two texts between which a reason changes its part most plainly.

    Question: from which text to which does this reason change?

    Parameters
    ----------
    table, code, by
        As in `parts_told`.

    Returns
    -------
    (str, str) or None
        Of the texts with different leading uses first those where one binds and the other divides,
        then those where the text with fewer claims of the reason has most; in order of the table.
        None where it has the same part in all.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": list("abc"), "code": "x", "leads": True, "n": [1, 3, 4],
    ...                       "use": ["divider", "bond", "divider"]})
    >>> farthest_pair(table, "x")
    ('b', 'c')
    """
    parts = parts_told(table, code, by=by)
    here = table[table["code"] == code]
    sizes = here.groupby(by, sort=False)["n"].sum()
    found = [pair for pair in combinations(parts, 2) if parts[pair[0]] != parts[pair[1]]]
    if not found:
        return None
    return max(found, key=lambda pair: (opposed(parts[pair[0]], parts[pair[1]]),
                                        min(int(sizes[text]) for text in pair)))  # fmt: skip


def opposed(one: frozenset[str], two: frozenset[str]) -> bool:
    """Say whether a reason leads as a bond on one side and as a divider on the other.

    Examples
    --------
    >>> opposed(frozenset({"bond", "lever"}), frozenset({"divider"}))
    True
    >>> opposed(frozenset({"bond", "divider"}), frozenset({"divider"}))
    False
    """
    sides = [part & {BOND, DIVIDER} for part in (one, two)]
    return all(len(side) == 1 for side in sides) and sides[0] != sides[1]


def changing(table: pd.DataFrame, *, by: str = "doc_id", most: int = MOST) -> pd.DataFrame:
    """Choose the reasons whose change of part is told, those with most claims.

    Question: which reasons change sides or meaning from text to text?

    Parameters
    ----------
    table : DataFrame
        What `frameline.measures.selection.roles.reason_uses` gives.
    by : str
    most : int

    Returns
    -------
    DataFrame, one row per reason told
        [code, start, stop, opposed, n, of]: the two texts of `farthest_pair`; whether it binds in
        one and divides in the other; claims with it; how many reasons change in all.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"] * 2, "code": list("xxyy"), "leads": True,
    ...                       "n": [2, 3, 9, 9], "use": ["bond", "divider", "bond", "bond"]})
    >>> changing(table).to_numpy().tolist()
    [['x', 'a', 'b', True, 5, 1]]
    """
    rows: list[tuple[Any, ...]] = []
    for (code,), place in cells(table, ["code"]):
        pair = farthest_pair(table, code, by=by)
        if pair is not None:
            parts = parts_told(table, code, by=by)
            against = opposed(parts[pair[0]], parts[pair[1]])
            rows.append((code, *pair, against, int(table["n"].iloc[place].sum())))
    found = pd.DataFrame(rows, columns=["code", "start", "stop", "opposed", "n"])
    found = found.assign(of=len(found)).sort_values("n", ascending=False, kind="stable")
    return found.head(most).reset_index(drop=True)


def still_differ(
    table: pd.DataFrame, code: str, pair: Sequence[str], *, by: str = "doc_id"
) -> bool | None:
    """Say whether a reason has another part in these two texts, counted in another way.

    Parameters
    ----------
    table, code, by
        As in `parts_told`, of that way of counting.
    pair : (text, text)

    Returns
    -------
    bool or None
        None where it does nothing in one of the two.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"], "code": "x", "use": ["bond", "divider"],
    ...                       "n": 1, "leads": True})
    >>> still_differ(table, "x", ("a", "b")), still_differ(table, "x", ("a", "c"))
    (True, None)
    """
    parts = parts_told(table, code, by=by)
    if any(text not in parts for text in pair):
        return None
    return parts[pair[0]] != parts[pair[1]]
