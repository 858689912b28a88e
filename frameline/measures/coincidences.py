"""From the codes of many codings at once to their coefficients, by coincidence matrices.

A coincidence matrix counts, over all pairs of readings of a unit, which code stands beside which.
Alpha at every level follows from it, so that two thousand tosses of coins cost one pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.coefficients import (
    LEVELS,
    Order,
    codes_table,
    masi_distance,
    value_counts,
)

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def coded_cells(
    aligned: Any, *, level: str = "nominal", blanks: bool = False, order: Order = None
) -> tuple[Ints, list[Any]]:
    """Write codes as numbers: which value has each unit from each coder?

    Question: who gave which unit which value?

    Parameters
    ----------
    aligned : DataFrame or 2-D array-like, units x coders
    level, blanks, order
        As in :func:`frameline.measures.coefficients.value_counts`.

    Returns
    -------
    cells : array of int, units x coders; the place of the value, -1 where the coder gave none.
    values : list, in the order of `value_counts`.

    Raises
    ------
    ValueError
        As `value_counts`.

    Examples
    --------
    >>> coded_cells([["b", "a"], [None, "b"]])
    (array([[ 1,  0],
           [-1,  1]]), ['a', 'b'])
    """
    table = codes_table(aligned, blanks=blanks)
    number, found = pd.factorize(table.to_numpy(dtype=object).ravel())
    each = value_counts(
        pd.DataFrame({"code": found}, dtype=object), level=level, blanks=blanks, order=order
    )
    column = each.to_numpy().argmax(axis=1) if len(each) else np.zeros(0, dtype=np.int64)
    cells = np.append(column, -1)[number]
    return cells.reshape(table.shape).astype(np.int64), each.columns.tolist()


def coincidence_matrices(cells: Ints, size: int) -> Floats:
    r"""Count which code stands beside which, for every coding of a stack of codings.

    Question: how often did two readings of one unit give these two codes?

    Parameters
    ----------
    cells : array of int, codings x units x coders; -1 for no code
    size : int
        Number of values.

    Returns
    -------
    array, codings x values x values; symmetric, the sum is the number of codes in units that
    have two or more.

    Notes
    -----
    :math:`o_{ck} = \sum_u \#\{pairs (c, k) in u\}/(m_u - 1)`; Krippendorff 2011, "Computing
    Krippendorff's Alpha-Reliability", section C.

    Examples
    --------
    >>> coincidence_matrices(np.array([[[0, 0], [0, 1]]]), 2)[0].tolist()
    [[2.0, 1.0], [1.0, 0.0]]
    """
    codings, _, coders = cells.shape
    given = _readings(cells)
    weight = np.divide(1.0, given - 1.0, out=np.zeros(given.shape), where=given > 1)
    base = np.arange(codings)[:, None] * (size * size)
    total = np.zeros(codings * size * size)
    for one, two in combinations(range(coders), 2):
        first, second = cells[:, :, one], cells[:, :, two]
        both = (first >= 0) & (second >= 0)
        place = (base + first * size + second)[both]
        total += np.bincount(place, weight[both], minlength=len(total))
    table = total.reshape(codings, size, size)
    return table + table.transpose(0, 2, 1)


def alpha_of_coincidences(table: Floats, values: Sequence[Any], level: str = "nominal") -> Floats:
    """How far do coders agree beyond chance? Alpha of each coincidence matrix.

    Question: how far do coders agree, in each of many codings?

    Parameters
    ----------
    table : array, codings x values x values, from :func:`coincidence_matrices`
    values : sequence
        The values: numbers for interval and ratio, in rising order for ordinal, codes joined by
        ``;`` for sets.
    level : {"nominal", "ordinal", "interval", "ratio", "set"}
        "set": MASI distance of whole sets.

    Returns
    -------
    array, one alpha a coding; NaN where there is no variation.

    Raises
    ------
    ValueError
        For another level.

    Notes
    -----
    Krippendorff 2011, section C and D: ``1 - (n - 1) Do / De``.

    Examples
    --------
    Krippendorff 2011, example B: two observers, ten articles, alpha .095.

    >>> cells, values = coded_cells([list(u) for u in zip("0100000010", "1110010000")])
    >>> table = coincidence_matrices(cells[None], len(values))
    >>> alpha_of_coincidences(table, values).round(3).tolist()
    [0.095]
    """
    share = table.sum(axis=2)
    distance = _distance(share, values, level)
    observed = (table * distance).sum(axis=(1, 2))
    expected = np.einsum("tc,tck,tk->t", share, np.broadcast_to(distance, table.shape), share)
    n = share.sum(axis=1)
    known = expected > 0
    ratio = np.divide((n - 1) * observed, expected, out=np.zeros(len(n)), where=known)
    return np.where(known, 1 - ratio, np.nan)


def _distance(share: Floats, values: Sequence[Any], level: str) -> Floats:
    """Squared distances, one table for all codings or (ordinal) one for each."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))[None]
    if level == "ordinal":
        place = np.cumsum(share, axis=1) - share / 2
        return (place[:, :, None] - place[:, None, :]) ** 2
    if level == "set":
        return np.array([[[masi_distance(a, b) for b in values] for a in values]])
    if level not in ("interval", "ratio"):
        raise ValueError(f"level {level!r} is not one of {', '.join(LEVELS)}")
    number = np.array([float(value) for value in values])
    apart = number[:, None] - number[None, :]
    if level == "interval":
        return apart[None] ** 2
    total = number[:, None] + number[None, :]
    return np.divide(apart, total, out=np.zeros_like(apart), where=total != 0)[None] ** 2


def simple_agreement(cells: Ints) -> Floats:
    """On what share of units do all coders agree? Simple agreement of each coding.

    Question: in how many units, of those coded twice or more, is there only one code?

    Parameters
    ----------
    cells : array of int, codings x units x coders; -1 for no code

    Returns
    -------
    array of shares; NaN where no unit has two codes.

    Examples
    --------
    >>> simple_agreement(np.array([[[0, 0], [0, 1], [1, -1]]])).tolist()
    [0.5]
    """
    twice = _readings(cells) >= 2
    top = np.full(cells.shape[:2], -1, dtype=cells.dtype)
    alike = twice.copy()
    for j in range(cells.shape[2]):  # a coder at a time: quicker than along so short an axis
        mine = cells[:, :, j]
        alike &= (mine < 0) | (top < 0) | (mine == top)
        top = np.maximum(top, mine)
    return _share(alike.sum(axis=1), twice.sum(axis=1))


def _readings(cells: Ints) -> Ints:
    """How many codes each unit has."""
    number = np.zeros(cells.shape[:2], dtype=np.int64)
    for j in range(cells.shape[2]):
        number += cells[:, :, j] >= 0
    return number


def holsti(cells: Ints) -> Floats:
    r"""On what share of their common units do two coders agree? Holsti's coefficient, pooled.

    Question: how many of the pairs of readings of a unit gave the same code?

    Parameters
    ----------
    cells : array of int, codings x units x coders; -1 for no code

    Returns
    -------
    array of shares; NaN where no unit has two codes.

    Notes
    -----
    :math:`2M/(N_1+N_2)` with M agreements of two coders on their :math:`N_1 = N_2` common units
    (Holsti 1969, Content Analysis for the Social Sciences and Humanities, p. 140), agreements and
    units summed over pairs of coders. With the same units for all coders it is the mean over
    pairs.

    Examples
    --------
    >>> holsti(np.array([[[0, 0, 1], [1, 1, 1]]])).round(3).tolist()
    [0.667]
    """
    alike = np.zeros(len(cells), dtype=np.int64)
    pairs = np.zeros(len(cells), dtype=np.int64)
    for one, two in combinations(range(cells.shape[2]), 2):
        both = (cells[:, :, one] >= 0) & (cells[:, :, two] >= 0)
        pairs += both.sum(axis=1)
        alike += (both & (cells[:, :, one] == cells[:, :, two])).sum(axis=1)
    return _share(alike, pairs)


def _share(part: npt.NDArray[Any], whole: npt.NDArray[Any]) -> Floats:
    """A share, NaN of nothing."""
    nothing = np.full(len(whole), np.nan)
    return np.divide(part, whole, out=nothing, where=np.asarray(whole) > 0)
