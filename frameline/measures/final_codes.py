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

from frameline.measures.agreement_blocks import agreement_blocks, by_block, drawn_weights
from frameline.measures.coefficients import Groups
from frameline.measures.coincidences import Ints, coded_cells
from frameline.measures.resampling import Floats, interval

#: Whose word counts more in a tie, first to last; a kind not named here comes after all.
RANK = ("gold", "person", "machine")
_SAME_KIND = {"human": "person"}

AGREED, MAJORITY, BY_KIND, OPEN, NONE = "agreed", "majority", "kind", "open", "none"

Bools = npt.NDArray[np.bool_]


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
        what a coder lacks as a code: :func:`frameline.measures.coded_rows.with_absence`.
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
    cells, values = coded_cells(aligned)
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


def shares_with_ties(
    decided: pd.DataFrame, *, groups: Groups = None, draws: int = 2000, seed: int
) -> pd.DataFrame:
    """What share of units has each code, when some ties are open?

    Question: how common is each code, and how sure is that with the ties left open?

    Parameters
    ----------
    decided : DataFrame from :func:`final_codes`
    groups : as in :func:`frameline.measures.agreement_blocks.agreement_blocks`
    draws, seed : int

    Returns
    -------
    DataFrame, one row a code, in alphabetical order: code, n (units that have it), open (units
    that may have it), share (open units split evenly among their codes), share_least, share_most
    (none or all of the open units), low, high (95 %, from the lower end with none of them to the
    upper end with all).

    Notes
    -----
    The ends are those of a partly known quantity: nothing is assumed of the ties (Horowitz &
    Manski 2000, Journal of the American Statistical Association 95, p. 77-84).

    Examples
    --------
    >>> codes = pd.DataFrame({"a": list("xxxy"), "b": list("xxyy")})
    >>> table = shares_with_ties(final_codes(codes, {}), draws=200, seed=1)
    >>> table[["code", "n", "open", "share", "share_least", "share_most"]].values.tolist()
    [['x', 2, 1, 0.625, 0.5, 0.75], ['y', 1, 1, 0.375, 0.25, 0.5]]
    """
    coded = decided[decided["status"] != NONE]
    tied = coded["tied"].tolist()
    names = sorted({*coded.loc[coded["code"] != "", "code"], *(code for t in tied for code in t)})
    sure = (coded["code"].to_numpy()[:, None] == np.array(names, dtype=object)[None]).astype(float)
    may = np.array([[code in t for code in names] for t in tied], dtype=float)
    may = may.reshape(sure.shape)
    split = may / np.maximum(1, may.sum(axis=1, keepdims=True))
    blocks = agreement_blocks(coded.index, groups)
    parts = [by_block(blocks, table) for table in (sure, sure + may)]
    size = by_block(blocks, np.ones(len(coded)))
    least, most = _drawn_shares(parts, size, list(drawn_weights(blocks, draws, seed)))
    n = max(1, len(coded))
    return pd.DataFrame(
        {
            "code": names,
            "n": sure.sum(axis=0).astype(np.int64),
            "open": may.sum(axis=0).astype(np.int64),
            "share": (sure + split).sum(axis=0) / n,
            "share_least": sure.sum(axis=0) / n,
            "share_most": (sure + may).sum(axis=0) / n,
            "low": interval(least)[0],
            "high": interval(most)[1],
        }
    )


def _drawn_shares(parts: Sequence[Floats], size: Floats, weights: Sequence[Floats]) -> list[Floats]:
    """Shares of each draw, for each table of units by block."""
    return [
        np.concatenate([w @ table / (w @ size)[:, None] for w in weights])
        if weights
        else np.full((0, table.shape[1]), np.nan)
        for table in parts
    ]
