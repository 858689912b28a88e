"""Which way the claims point: binding against dividing.

Source: CODEBOOK section 7 (net valence); design paper OUTLINE section A (intervals).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.prevalence import cells, coder_count, codes_of, incidence, ratio, widen
from frameline.measures.resampling import (
    BOOTSTRAP,
    DRAWS,
    JEFFREYS,
    MIN_GROUPS,
    NO_CASES,
    NO_DRAWS,
    TOO_FEW,
    Design,
    Floats,
    as_list,
    claim_signs,
    coder_signs,
    coder_values,
    design,
    interval,
    jeffreys,
    redraw_sums,
    sum_by,
)

SIDES = ("binding", "dividing")
"""The first columns of `sign_marks`, as tables and findings call them."""


def sign_marks(signs: Floats) -> Floats:
    """Mark binding, dividing and ambivalent claims in three columns of 0/1.

    Examples
    --------
    >>> sign_marks(np.array([1.0, -1.0, 0.0, np.nan])).astype(int).tolist()
    [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]]
    """
    return np.stack([signs == 1, signs == -1, signs == 0], axis=-1).astype(float)


def net(sums: npt.ArrayLike, *, ambivalent: bool = False) -> Floats:
    r"""Work out net valence from sums of binding, dividing and ambivalent claims.

    Parameters
    ----------
    sums : array, ... x 3
    ambivalent : bool
        Count ambivalent claims in the denominator.

    Returns
    -------
    array, between -1 and 1, NaN where the denominator is 0

    Examples
    --------
    >>> net([6, 2, 2]).item(), net([6, 2, 2], ambivalent=True).item()
    (0.5, 0.4)
    """
    table = np.asarray(sums, dtype=float)
    binding, dividing, between = table[..., 0], table[..., 1], table[..., 2]
    return ratio(binding - dividing, binding + dividing + (between if ambivalent else 0))


def net_draws(cell: pd.DataFrame, group: npt.NDArray[np.int64], plan: Design) -> Floats:
    """Draw the sums of binding, dividing and ambivalent claims: draws x 3."""
    by_group = sum_by(group, sign_marks(claim_signs(cell)), len(plan.labels))
    return plan.weights @ by_group


def net_coded_draws(
    claims: pd.DataFrame,
    rows: npt.NDArray[np.int64],
    plan: Design,
    coded: Mapping[str, pd.DataFrame],
    signs: Mapping[str, float | None] | None = None,
) -> Floats:
    """Draw the same sums with the valence of each claim read by a random coder: draws x 3."""
    if plan.picks is None:
        raise ValueError("this design has no coder draws")
    # The signs are learned from the whole table: a cell may lack a code that a coder used in it.
    marks = sign_marks(coder_signs(claims, coded, signs)[:, rows])
    return redraw_sums(marks, plan.picks[:, rows], plan.weights[:, plan.group[rows]])


def net_limits(
    counts: npt.ArrayLike, draws: Floats, groups: int, *, ambivalent: bool = False
) -> tuple[float, float, str]:
    """Give the interval of one net valence and the method that gave it.

    Parameters
    ----------
    counts : three numbers: binding, dividing, ambivalent
    draws : array, draws x 3
        Bootstrap sums.
    groups : int
        Paragraph groups with claims.
    ambivalent : bool

    Returns
    -------
    low, high, method

    Notes
    -----
    Where every claim in the denominator has the same sign, resampling shows no variation; then
    the Jeffreys limits p of n of n cases give 2p - 1 (all binding), 1 - 2p (all dividing), or,
    all ambivalent, plus or minus 1 - p.

    Examples
    --------
    >>> low, high, method = net_limits([6, 0, 0], np.ones((9, 3)), groups=4)
    >>> round(low, 3), high, method
    (0.339, 1.0, 'Jeffreys')
    """
    binding, dividing, between = np.asarray(counts, dtype=float)
    size = binding + dividing + (between if ambivalent else 0)
    if size == 0:
        return math.nan, math.nan, NO_CASES
    if len(draws) == 0:
        return math.nan, math.nan, NO_DRAWS
    if groups < MIN_GROUPS:
        return math.nan, math.nan, TOO_FEW
    least = jeffreys(size, size)[0]
    if binding == size:
        return 2 * least - 1, 1.0, JEFFREYS
    if dividing == size:
        return -1.0, 1 - 2 * least, JEFFREYS
    if between == size and ambivalent:
        return least - 1, 1 - least, JEFFREYS
    low, high = interval(net(draws, ambivalent=ambivalent))
    return float(low), float(high), BOOTSTRAP


def net_valence(
    claims: pd.DataFrame,
    *,
    by: str | Sequence[str] = "doc_id",
    ambivalent: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    coded: Mapping[str, pd.DataFrame] | None = None,
    signs: Mapping[str, float | None] | None = None,
) -> pd.DataFrame:
    r"""Measure the balance of binding and dividing claims in each text.

    Question: do the claims of a text speak more for closeness or for distance, and how sure is
    that?

    .. math:: \mathrm{net} = \frac{B - D}{B + D} \quad\text{or}\quad \frac{B - D}{B + D + A}

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, sign (Float64: 1, -1, 0, <NA> for no valence), the columns of ``by``;
        claim_id and valence with ``coded``.
    by : str or list of str
    ambivalent : bool
        Count ambivalent claims in the denominator (the second formula).
    draws, seed : int
        Bootstrap draws over the paragraph groups of each document.
    coded : mapping with "valence" -> aligned table (claims x coders), optional
        Adds the interval in which each claim's valence is redrawn from the coders.
    signs : mapping valence code -> sign, optional
        Needed only when a coder used a code that no selected claim has.

    Returns
    -------
    DataFrame
        [by..., binding, dividing, ambivalent, unsigned, n, groups, net, low, high, coded_low,
        coded_high, method]. Counts of claims; n is their sum; groups counts paragraph groups; net
        and limits between -1 and 1, NaN when undefined; methods as in `prevalence`. The coded
        interval includes the text interval.

    Raises
    ------
    ValueError
        When the coded table lacks a claim or a sign is not known.

    Notes
    -----
    Block bootstrap: Benoit, Laver & Mikhaylov 2009. Codes redrawn from coder pairs inside each
    draw carry coding error into the interval (design paper METHOD section 4).

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4,
    ...     "para_group": ["t.1", "t.2", "t.3", "t.4"],
    ...     "sign": pd.array([1, 1, -1, None], dtype="Float64"),
    ... })
    >>> row = net_valence(table, draws=200, seed=1).iloc[0]
    >>> row["binding"], row["dividing"], row["unsigned"], round(row["net"], 3)
    (np.int64(2), np.int64(1), np.int64(1), np.float64(0.333))
    """
    keys = as_list(by)
    plan = design(claims, draws, seed, coders=coder_count(coded))
    columns = [
        *keys, "binding", "dividing", "ambivalent", "unsigned", "n", "groups",
        "net", "low", "high", "coded_low", "coded_high", "method",
    ]  # fmt: skip
    rows: list[tuple] = []
    for key, place in cells(claims, keys):
        cell, group = claims.iloc[place], plan.group[place]
        counts = sign_marks(claim_signs(cell)).sum(axis=0)
        groups = len(np.unique(group))
        sums = net_draws(cell, group, plan)
        low, high, method = net_limits(counts, sums, groups, ambivalent=ambivalent)
        wide = np.full((2, 1), np.nan)
        if coded and method in (BOOTSTRAP, JEFFREYS):
            redrawn = net_coded_draws(claims, place, plan, coded, signs)
            wide = widen([low], [high], net(redrawn, ambivalent=ambivalent)[:, None])
        binding, dividing, between = (int(count) for count in counts)
        unsigned = len(cell) - binding - dividing - between
        estimate = float(net(counts, ambivalent=ambivalent))
        rows.append(
            (*key, binding, dividing, between, unsigned, len(cell), groups,
             estimate, low, high, *wide[:, 0], method)
        )  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def balance_by_code(
    claims: pd.DataFrame,
    *,
    by: str | Sequence[str] = "doc_id",
    of: str = "frame",
    draws: int = DRAWS,
    seed: int = 0,
    codes: Sequence[str] | None = None,
    coded: Mapping[str, pd.DataFrame] | None = None,
    signs: Mapping[str, float | None] | None = None,
) -> pd.DataFrame:
    r"""Measure how much each reason adds to closeness or distance in each text.

    Question: which reasons bind and which divide, and with what weight in the whole text?

    .. math:: b_c = \frac{B_c - D_c}{n}

    with n all selected claims of the cell, so that the balances of the codes (one code per claim)
    sum to (B - D) / n of the text.

    Parameters
    ----------
    claims : DataFrame, one row per claim
        As in `net_valence`, and the column ``of``.
    by : str or list of str
    of : str
        Column of codes.
    draws, seed : int
    codes : list of str, optional
        Codes to show, in this order; without it those that occur, sorted.
    coded : mapping with ``of`` and "valence" -> aligned tables, optional
        Both codes of a claim are read from the same coder in a draw.
    signs : mapping valence code -> sign, optional

    Returns
    -------
    DataFrame
        [by..., code, binding, dividing, ambivalent, k, n, balance, low, high, coded_low,
        coded_high, method]. k counts the cell's claims with the code (unsigned ones included),
        n all claims of the cell; balance and limits between -1 and 1.

    Notes
    -----
    Where no claim of the cell has both the code and a direction, the interval is plus or minus
    the Jeffreys limit of 0 of n; where all claims have it, the Jeffreys limits of n of n.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4,
    ...     "para_group": ["t.1", "t.2", "t.3", "t.4"],
    ...     "frame": ["ARM", "ARM", "HIS", "HIS"],
    ...     "sign": pd.array([1, 1, -1, None], dtype="Float64"),
    ... })
    >>> balance_by_code(table, draws=100)[["code", "k", "balance"]].to_dict("list")
    {'code': ['ARM', 'HIS'], 'k': [2, 2], 'balance': [0.5, -0.25]}
    """
    keys = as_list(by)
    shown = codes_of(claims[of]) if codes is None else list(codes)
    plan = design(claims, draws, seed, coders=coder_count(coded))
    columns = [
        *keys, "code", "binding", "dividing", "ambivalent", "k", "n",
        "balance", "low", "high", "coded_low", "coded_high", "method",
    ]  # fmt: skip
    rows: list[tuple] = []
    for key, place in cells(claims, keys):
        cell, group = claims.iloc[place], plan.group[place]
        has, _ = incidence(cell[of].to_numpy(dtype=object), shown)
        counts = (has.T @ sign_marks(claim_signs(cell))).astype(int)
        limits, method = _balance_limits(cell, group, plan, has, counts)
        wide = np.full((2, len(shown)), np.nan)
        if coded and method[0] in (BOOTSTRAP, JEFFREYS):
            redrawn = _balance_coded_draws(claims, place, plan, shown, of, coded, signs)
            wide = widen(limits[0], limits[1], redrawn)
        k = has.sum(axis=0).astype(int)
        rows += [
            (*key, code, *counts[c], k[c], len(cell), (counts[c, 0] - counts[c, 1]) / len(cell),
             *limits[:, c], *wide[:, c], method[c])
            for c, code in enumerate(shown)
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _balance_limits(
    cell: pd.DataFrame,
    group: npt.NDArray[np.int64],
    plan: Design,
    has: Floats,
    counts: npt.NDArray[np.int64],
) -> tuple[Floats, list[str]]:
    """Give the intervals (2 x codes) of a cell's balances and their methods."""
    size, n = has.shape[1], len(cell)
    limits = np.full((2, size), np.nan)
    if plan.draws == 0:
        return limits, [NO_DRAWS] * size
    if len(np.unique(group)) < MIN_GROUPS:
        return limits, [TOO_FEW] * size
    signs = np.nan_to_num(claim_signs(cell))
    by_group = sum_by(group, np.column_stack([has * signs[:, None], np.ones(n)]), len(plan.labels))
    sums = plan.weights @ by_group
    limits = np.stack(interval(ratio(sums[:, :-1], sums[:, -1:])))
    method = [BOOTSTRAP] * size
    for code, (binding, dividing, _) in enumerate(counts):
        if binding + dividing == 0:
            most = jeffreys(0, n)[1]
            limits[:, code] = -most, most
        elif binding == n:
            limits[:, code] = jeffreys(n, n)
        elif dividing == n:
            limits[:, code] = -1, -jeffreys(n, n)[0]
        else:
            continue
        method[code] = JEFFREYS
    return limits, method


def _balance_coded_draws(
    claims: pd.DataFrame,
    rows: npt.NDArray[np.int64],
    plan: Design,
    shown: Sequence[str],
    of: str,
    coded: Mapping[str, pd.DataFrame],
    signs: Mapping[str, float | None] | None,
) -> Floats:
    """Draw the balances of a cell with both codes of each claim read by one random coder."""
    if plan.picks is None:
        raise ValueError("this design has no coder draws")
    read = np.nan_to_num(coder_signs(claims, coded, signs)[:, rows])
    values = coder_values(coded[of], claims["claim_id"].iloc[rows])
    layers = []
    for column, sign in zip(values, read, strict=True):
        has, _ = incidence(column, shown)
        held = np.array([value is not None for value in column], dtype=float)
        layers.append(np.column_stack([has * sign[:, None], held]))
    weights = plan.weights[:, plan.group[rows]]
    sums = redraw_sums(np.stack(layers), plan.picks[:, rows], weights)
    return ratio(sums[:, :-1], sums[:, -1:])
