"""Which reasons a text gives most on each side: the one rule for "leading" of the report.

Ties are shown, never broken. What has no place of its own is still listed, so that the list of a
side sums to the claims of that side.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from frameline.measures.prevalence import cells, codes_of, incidence
from frameline.measures.resampling import claim_signs

BINDING, DIVIDING, ALL = "binding", "dividing", "all"
#: The sign of a claim on each side.
SIGNS = {"binding": 1.0, "dividing": -1.0}
"""Sides; "all" where a corpus has no valence: then there is one list."""

OWN_SLOT, SHARED, ALSO, UNSPECIFIC = "own slot", "shared slot", "also", "unspecific"
"""Where a reason stands: by itself, with those tied, in the line below, or as no reason at all."""

SLOTS, SPARE = 3, 1
"""Places for a side, and how many more a tie for the last one may take."""


def has_sides(claims: pd.DataFrame) -> bool:
    """Say whether any claim has a sign: in a corpus without valence there are no sides.

    Examples
    --------
    >>> has_sides(pd.DataFrame({"frame": ["x"]}))
    False
    """
    return "sign" in claims and bool(claims["sign"].notna().any())


def side_marks(claims: pd.DataFrame, *, sides: bool | None = None) -> dict[str, np.ndarray]:
    """Mark the claims of each side.

    Parameters
    ----------
    claims : DataFrame
        sign, where there is valence.
    sides : bool, optional
        Whether the corpus has sides, where these claims are a part of it.

    Returns
    -------
    dict side -> array of bool
        "binding" and "dividing"; where no claim has a sign, "all" alone.

    Examples
    --------
    >>> marks = side_marks(pd.DataFrame({"sign": pd.array([1, -1, None], dtype="Float64")}))
    >>> {side: mark.tolist() for side, mark in marks.items()}
    {'binding': [True, False, False], 'dividing': [False, True, False]}
    >>> list(side_marks(pd.DataFrame({"frame": ["x"]})))
    ['all']
    """
    if not (has_sides(claims) if sides is None else sides):
        return {ALL: np.ones(len(claims), dtype=bool)}
    signs = claim_signs(claims)
    return {side: signs == SIGNS[side] for side in (BINDING, DIVIDING)}


def leading(counts: pd.Series) -> list[str]:
    """Name the codes that most claims have, all that are tied.

    Question: which reason leads?

    Parameters
    ----------
    counts : Series, code -> claims

    Returns
    -------
    list of str
        In the order of ``counts``; empty where nothing was counted.

    Examples
    --------
    >>> leading(pd.Series({"x": 2, "y": 3, "z": 3})), leading(pd.Series({"x": 0}))
    (['y', 'z'], [])
    """
    most = counts.max() if len(counts) else 0
    return [str(code) for code in counts.index[counts == most]] if most > 0 else []


def claims_by_side(claims: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Count the claims of each text that bind, that divide, and that do neither.

    Question: how many of its claims pull each way?

    Parameters
    ----------
    claims : DataFrame
        The column ``by``, and sign where there is valence.
    by : str

    Returns
    -------
    DataFrame, one row per text
        [by, binding, dividing, neither, n]; neither: both at once, or no effect (advice among
        them). Without valence all claims are neither.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "sign": pd.array([1, 1, -1, 0], dtype="Float64")})
    >>> claims_by_side(table).values.tolist()
    [['t', 2, 1, 1, 4]]
    """
    marks = side_marks(claims)
    rows = []
    for (text,), place in cells(claims, [by]):
        pulls = [int(marks[side][place].sum()) if side in marks else 0
                 for side in (BINDING, DIVIDING)]  # fmt: skip
        rows.append((text, *pulls, len(place) - sum(pulls), len(place)))
    return pd.DataFrame(rows, columns=[by, BINDING, DIVIDING, "neither", "n"])


def reason_counts(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    by: str = "doc_id",
    unspecific: Collection[str] = (),
    order: Sequence[str] = (),
    sides: bool | None = None,
) -> pd.DataFrame:
    """Count the reasons of each text on each side.

    Question: what does each text say binds the two, what divides them, and how often?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``by`` and ``of`` (``;`` separates several codes), sign.
    of, by : str
        Column of codes; column of texts, or of what texts are told together.
    unspecific : collection of codes
        Codes that name no reason: counted, and never leading.
    order : list of codes
        Order of codes with as many claims; else by name.
    sides : bool, optional
        As in `side_marks`.

    Returns
    -------
    DataFrame
        [by, side, code, n, leads]: codes with a claim, the commonest first; leads: most claims of
        that side in that text, ties included.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "frame": ["x", "y", "y", "no"],
    ...                       "sign": pd.array([1, -1, -1, -1], dtype="Float64")})
    >>> reason_counts(table, unspecific=["no"]).values.tolist()  # doctest: +NORMALIZE_WHITESPACE
    [['t', 'binding', 'x', 1, True], ['t', 'dividing', 'y', 2, True],
     ['t', 'dividing', 'no', 1, False]]
    """
    codes = [*order, *(code for code in codes_of(claims[of]) if code not in order)]
    marks = side_marks(claims, sides=sides)
    rows: list[tuple] = []
    for (text,), place in cells(claims, [by]):
        has, _ = incidence(claims[of].iloc[place].to_numpy(dtype=object), codes)
        for side, mark in marks.items():
            sums = pd.Series(has[mark[place]].sum(axis=0).astype(int), index=codes)
            first = set(leading(sums.drop([code for code in unspecific if code in codes])))
            sums = sums[sums > 0].sort_values(ascending=False, kind="stable")
            rows += [(text, side, code, int(n), code in first) for code, n in sums.items()]
    return pd.DataFrame(rows, columns=[by, "side", "code", "n", "leads"])


def strongest(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    by: str = "doc_id",
    unspecific: Collection[str] = (),
    order: Sequence[str] = (),
    slots: int = SLOTS,
    spare: int = SPARE,
) -> pd.DataFrame:
    """Choose the strongest reasons of each text on each side, ties shown and not broken.

    Question: which reasons does a text give most, and what else does it give?

    Parameters
    ----------
    claims, of, by, unspecific, order
        As in `reason_counts`.
    slots : int
        How many places a side has.
    spare : int
        How many more a tie for the last place may take, each reason then having its own.

    Returns
    -------
    DataFrame
        [by, side, slot, where, code, n, leads], in order of slots: where is "own slot", "shared
        slot" (too many are tied for the last place: they share one), "also" or "unspecific"; slot
        counts from 1, 0 for the last two. The n of a side sum to its claims (more, where claims
        have several codes).

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "frame": list("aaabbcdef")})
    >>> chosen = strongest(table, slots=3)[["slot", "where", "code", "n"]].values.tolist()
    >>> chosen[:4]
    [[1, 'own slot', 'a', 3], [2, 'own slot', 'b', 2], [3, 'shared slot', 'c', 1], \
[3, 'shared slot', 'd', 1]]
    >>> strongest(table[:7], slots=3)["where"].tolist()  # c and d are tied, and both fit
    ['own slot', 'own slot', 'own slot', 'own slot']
    """
    counts = reason_counts(claims, of=of, by=by, unspecific=unspecific, order=order)
    parts = [
        _placed(counts.iloc[place], unspecific, slots, spare)
        for _, place in cells(counts, [by, "side"])
    ]
    columns = [by, "side", "slot", "where", "code", "n", "leads"]
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True)[columns]


def _placed(
    counts: pd.DataFrame, unspecific: Collection[str], slots: int, spare: int
) -> pd.DataFrame:
    """Give the reasons of one side of one text, the commonest first, their slots."""
    named = counts[~counts["code"].isin(list(unspecific))]
    n = named["n"].to_numpy()
    last = n[slots - 1] if len(n) >= slots else 0
    above = int((n > last).sum())
    reached = int((n >= max(last, 1)).sum())
    fits = reached <= slots or reached <= slots + spare
    slot = [
        place + 1 if place < (reached if fits else above) else (above + 1) * (place < reached)
        for place in range(len(n))
    ]
    where = [
        ALSO if not at else OWN_SLOT if fits or place < above else SHARED
        for place, at in enumerate(slot)
    ]
    rest = counts[counts["code"].isin(list(unspecific))]
    return pd.concat([named.assign(slot=slot, where=where), rest.assign(slot=0, where=UNSPECIFIC)])
