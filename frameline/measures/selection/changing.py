"""Which reasons are told as changing their part, between which two texts, and whether they do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from frameline.measures.direction import DIRECTIONS
from frameline.measures.prevalence import cells, incidence
from frameline.measures.selection.gists import SHOWN, Preference, in_order, of_others, shown
from frameline.measures.selection.roles import ABSENT, BOND, DIVIDER, TOLD, turned_round, who_acts

MOST = 3
"""So many reasons are told at length."""


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


def changing(table: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """List the reasons that change their part, those with most claims first.

    Question: which reasons change sides or meaning from text to text?

    Parameters
    ----------
    table : DataFrame
        What `frameline.measures.selection.roles.reason_uses` gives.
    by : str

    Returns
    -------
    DataFrame, one row per reason
        [code, start, stop, opposed, n]: the two texts of `farthest_pair`; whether it binds in one
        and divides in the other; claims with it.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"] * 2, "code": list("xxyy"), "leads": True,
    ...                       "n": [2, 3, 9, 9], "use": ["bond", "divider", "bond", "bond"]})
    >>> changing(table).to_numpy().tolist()
    [['x', 'a', 'b', True, 5]]
    """
    rows: list[tuple[Any, ...]] = []
    for (code,), place in cells(table, ["code"]):
        pair = farthest_pair(table, code, by=by)
        if pair is not None:
            parts = parts_told(table, code, by=by)
            against = opposed(parts[pair[0]], parts[pair[1]])
            rows.append((code, *pair, against, int(table["n"].iloc[place].sum())))
    found = pd.DataFrame(rows, columns=["code", "start", "stop", "opposed", "n"])
    return found.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)


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


def reason_turned_round(
    table: pd.DataFrame, *, by: str = "doc_id", codes: Sequence[str] = DIRECTIONS
) -> str:
    """Name the reason over which the direction changes that most claims with a direction give.

    Question: over which reason does another one act from text to text?

    Parameters
    ----------
    table : DataFrame
        What `frameline.measures.selection.roles.who_acts` gives.
    by : str
    codes : list of str
        As in `who_acts`.

    Returns
    -------
    str
        "" where the direction changes over none.

    Examples
    --------
    >>> table = pd.DataFrame({"code": ["x", "x", "y", "y"], "n": [1, 2, 3, 4],
    ...                       "leads": [["A>B"], ["B>A"], ["A>B"], ["A>B", "B>A"]]})
    >>> reason_turned_round(table)
    'y'
    """
    turned = turned_round(table, by=by, codes=list(codes[:3]))
    sizes = table[table["code"].isin(turned)].groupby("code", sort=False)["n"].sum()
    return str(sizes.idxmax()) if len(sizes) else ""


def acts_of_reason(
    claims: pd.DataFrame,
    code: str,
    preference: Preference | None = None,
    *,
    of: str = "frame",
    by: str = "doc_id",
    codes: Sequence[str] = DIRECTIONS,
) -> pd.DataFrame:
    """Count who acts on whom over one reason, and show the claim that stands for each direction.

    Question: who arms, supplies, needs or harms whom in each text?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``of`` and ``by``, direction, gist.
    code : str
    preference : Preference, optional
    of, by, codes
        As in `frameline.measures.selection.roles.who_acts`.

    Returns
    -------
    DataFrame, one row per text and direction
        [by, code, use, n, leads, claim_id, gist, anchor, unit_id]: use is the direction, "absent"
        with n 0 where a text gives the reason no direction; leads as in `who_acts`.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"], "claim_id": ["1", "2"], "frame": ["x", "y"],
    ...                       "direction": ["A>B", "mutual"], "gist": ["A arms B.", "Both."]})
    >>> acts_of_reason(table, "x")[["doc_id", "use", "n", "leads"]].values.tolist()
    [['a', 'A>B', 1, True], ['b', 'absent', 0, True]]
    """
    has, _ = incidence(claims[of].to_numpy(dtype=object), [code])
    kept = claims[has[:, 0] > 0]
    counts = who_acts(kept, of=of, by=by, codes=codes)
    counts = counts[counts["code"] == code].set_index(by)
    leads: dict[Any, list[str]] = counts["leads"].to_dict()
    rows: list[dict[str, Any]] = []
    for (text,), _ in cells(claims, [by]):
        head = {by: text, "code": code}
        if text not in counts.index:
            blank = dict.fromkeys(SHOWN, "")
            rows.append({**head, "use": ABSENT, "n": 0, "leads": True, **blank})
            continue
        for way in (way for way in codes[:3] if counts.loc[text, way]):
            there = kept[(kept[by] == text) & (kept["direction"] == way)]
            rows.append({
                **head, "use": way, "n": len(there), "leads": way in leads[text],
                **_first(there, preference),
            })  # fmt: skip
    return pd.DataFrame(rows, columns=[by, "code", "use", "n", "leads", *SHOWN])


def _first(claims: pd.DataFrame, preference: Preference | None) -> dict[str, str]:
    """The claim whose gist is shown, from the author's own voice where it has one."""
    if "gist" not in claims:
        return dict.fromkeys(SHOWN, "")
    own = claims.assign(_others=of_others(claims))
    return shown(in_order(own, preference, first=["_others"]))
