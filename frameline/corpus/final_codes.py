"""One coding from several: by majority, ties by the kind of coder, and the rest stays open.

A name decides nothing. Where as many coders of one kind say one thing as another, the unit has no
final code: it is counted as open, and whatever is made of the codes becomes less sure by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

#: Whose word counts more in a tie, first to last; a kind not named here comes after all.
RANK = ("gold", "person", "machine")
PEOPLE = RANK[:2]
_SAME_KIND = {"human": "person"}

AGREED, MAJORITY, BY_KIND, OPEN, NONE = "agreed", "majority", "kind", "open", "none"

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


def final_codes(
    aligned: pd.DataFrame,
    kinds: Mapping[str, str],
    *,
    rank: Sequence[str] = RANK,
    rule: str = "majority",
) -> pd.DataFrame:
    """Decide the final code of each unit, without a look at any coder's name.

    Question: which code does each unit have, and where is that open?

    Parameters
    ----------
    aligned : DataFrame, units x coders
        Missing or blank where a coder gave no code. For whether a claim is held at all, write
        what a coder lacks as a code: `frameline.measures.coded_rows.with_absence`.
    kinds : mapping of coder to kind
        As column `kind` of coders.csv; "human" is read as "person". A coder that is not in it,
        and a kind that is not in `rank`, come last.
    rank : sequence of kinds, the first counts most
    rule : {"majority", "kind"}
        "majority": most readings; in a tie those of the first kind, then of the next. "kind":
        only coders of the first kind that read the unit are asked, then as before.

    Returns
    -------
    DataFrame, index as `aligned`: code ("" where open or none), status ("agreed", "majority",
    "kind", "open", "none"), votes (for the code, or for each of the tied), readings, tied (list
    of the codes that are still in question; empty where decided).

    Raises
    ------
    ValueError
        For another rule.

    Examples
    --------
    >>> codes = pd.DataFrame({"bot": ["x", "x", "x"], "ann": ["y", "x", None]})
    >>> final_codes(codes, {"bot": "machine", "ann": "person"})[["code", "status"]].values.tolist()
    [['y', 'kind'], ['x', 'agreed'], ['x', 'agreed']]
    >>> final_codes(codes, {})[["code", "status", "tied"]].values.tolist()[0]
    ['', 'open', ['x', 'y']]
    """
    if rule not in ("majority", "kind"):
        raise ValueError(f"rule {rule!r} is not one of majority, kind")
    cells, values = _numbered(aligned)
    by_kind = _votes_by_kind(cells, len(values), list(aligned.columns), kinds, rank)
    votes = sum(by_kind, np.zeros((len(cells), len(values)), dtype=np.int64))
    first = _first_kind(by_kind) if rule == "kind" else votes
    left = _most(first, first > 0)
    tied = left.sum(axis=1) > 1
    for counts in by_kind:
        asked = counts * left
        here = (left.sum(axis=1) > 1) & asked.any(axis=1)
        left[here] = _most(asked, left)[here]
    return _decided(votes, left, tied, values, aligned.index)


def _numbered(aligned: pd.DataFrame) -> tuple[Ints, list[str]]:
    """Codes as numbers, -1 for none, and the codes in alphabetical order."""
    cells = aligned.to_numpy(dtype=object, copy=True)
    cells[pd.isna(cells) | (cells == "")] = None
    number, found = pd.factorize(cells.ravel())
    names = sorted(range(len(found)), key=lambda place: str(found[place]))
    place = np.append(np.argsort(names), -1).astype(np.int64)
    return place[number].reshape(cells.shape), [str(found[name]) for name in names]


def _votes_by_kind(
    cells: Ints, size: int, coders: list[Any], kinds: Mapping[str, str], rank: Sequence[str]
) -> list[Ints]:
    """Votes of each kind, units x values, in the order of rank and then of all others."""
    place = {kind: number for number, kind in enumerate(rank)}
    named = [_SAME_KIND.get(kinds.get(coder, ""), kinds.get(coder, "")) for coder in coders]
    level = np.array([place.get(kind, len(place)) for kind in named], dtype=np.int64)
    found = [np.zeros((len(cells), size), dtype=np.int64) for _ in range(len(place) + 1)]
    for column, number in zip(cells.T, level, strict=True):
        rows = np.flatnonzero(column >= 0)
        found[number][rows, column[rows]] += 1
    return found


def _first_kind(by_kind: Sequence[Ints]) -> Ints:
    """Votes of the first kind that has any for the unit."""
    votes = np.zeros_like(by_kind[0])
    silent = np.ones(len(votes), dtype=bool)
    for counts in by_kind:
        asked = silent & counts.any(axis=1)
        votes[asked] = counts[asked]
        silent &= ~asked
    return votes


def _most(votes: Ints, among: Bools) -> Bools:
    """The values that have most votes, among some; none where there are no votes."""
    counted = np.where(among, votes, 0)
    top = counted.max(axis=1, keepdims=True, initial=0)
    return (counted == top) & (top > 0)


def _decided(
    votes: Ints, left: Bools, tied: Bools, values: Sequence[Any], index: pd.Index
) -> pd.DataFrame:
    """The table of final codes from votes and what was left of the candidates."""
    number, readings = left.sum(axis=1), votes.sum(axis=1)
    names = np.array([*map(str, values), ""], dtype=object)
    place = left.argmax(axis=1) if len(values) else np.zeros(len(votes), dtype=np.int64)
    code = np.where(number == 1, names[place], "")
    top = np.where(left, votes, 0).max(axis=1, initial=0)
    status = np.select(
        [readings == 0, number > 1, tied, top == readings], [NONE, OPEN, BY_KIND, AGREED], MAJORITY
    )
    units, column = np.nonzero(left & (number > 1)[:, None])
    ends = np.searchsorted(units, np.arange(len(votes) + 1))
    open_names = names[column].tolist()
    open_codes = [open_names[start:end] for start, end in pairwise(ends.tolist())]
    return pd.DataFrame(
        {"code": code, "status": status, "votes": top, "readings": readings, "tied": open_codes},
        index=index,
    )


def count_ties(decided: pd.DataFrame) -> dict[str, int]:
    """How many units were decided how?

    Question: how often did coders agree, outvote one another, or leave a tie?

    Parameters
    ----------
    decided : DataFrame from :func:`final_codes`

    Returns
    -------
    dict of "agreed", "majority", "kind", "open", "none" to a number of units

    Examples
    --------
    >>> codes = pd.DataFrame({"a": ["x", "x"], "b": ["y", "x"]})
    >>> count_ties(final_codes(codes, {}))
    {'agreed': 1, 'majority': 0, 'kind': 0, 'open': 1, 'none': 0}
    """
    found = decided["status"].value_counts()
    return {name: int(found.get(name, 0)) for name in (AGREED, MAJORITY, BY_KIND, OPEN, NONE)}
