"""Which way the claims point: binding against dividing.

Source: CODEBOOK section 7 (net valence); design paper OUTLINE section A (intervals).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import clusters
from frameline.measures.intervals import share_interval
from frameline.measures.prevalence import cells, coder_count, codes_of, incidence, ratio, widen
from frameline.measures.resampling import (
    BOOTSTRAP,
    DRAWS,
    JEFFREYS,
    LEVEL,
    MIN_GROUPS,
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


def net_valence(
    claims: pd.DataFrame, *, level: float = LEVEL, usual: float | None = None
) -> pd.DataFrame:
    r"""Measure the balance of binding and dividing claims in each text.

    Question: do the claims of a text speak more for closeness or for distance, and how sure is
    that?

    .. math:: \mathrm{net} = \frac{B - D}{B + D}

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, sign (Float64: 1, -1, 0, <NA> for no valence).
    level : float
        Coverage of the intervals.
    usual : float, optional
        As in `frameline.measures.intervals.share_interval`; without it that of these texts.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, binding, dividing, ambivalent, unsigned, n, signed, groups, net, low, high, phi,
        sceptical_low, sceptical_high, note]. Counts of claims; n is their sum, signed that of
        binding and dividing ones, which net and its limits (-1 to 1, NaN when undefined) rest on;
        groups counts paragraphs with such claims; phi, the sceptical limits and note as in
        `share_interval`.

    Notes
    -----
    Net balance is 2p - 1 of the share p of binding claims among both: the interval is that of p.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4,
    ...     "para_group": ["t.1", "t.2", "t.3", "t.4"],
    ...     "sign": pd.array([1, 1, -1, None], dtype="Float64"),
    ... })
    >>> row = net_valence(table).iloc[0]
    >>> int(row["binding"]), int(row["dividing"]), int(row["unsigned"]), round(float(row["net"]), 3)
    (2, 1, 1, 0.333)
    """
    signs = clusters(claims, "sign")
    found = share_interval(signs, ["binding"], net=True, level=level, usual=usual)
    marks = sign_marks(claim_signs(claims)).astype(int)
    counts = pd.DataFrame(marks, columns=["binding", "dividing", "ambivalent"])
    counts = counts.groupby(claims["doc_id"].astype(str).to_numpy(), sort=False).agg("sum")
    sizes = claims.groupby(claims["doc_id"].astype(str), sort=False).size()
    table = counts.reindex(list(signs)).rename_axis("doc_id").reset_index()
    table["n"] = sizes.reindex(list(signs)).to_numpy()
    table["signed"] = table["binding"] + table["dividing"]
    table.insert(4, "unsigned", table["n"] - table["signed"] - table["ambivalent"])
    kept = ["groups", "estimate", *_LIMITS]
    table[kept] = found[kept].to_numpy(dtype=object)
    table = table.astype({"groups": int, **dict.fromkeys(["estimate", *_LIMITS], float)})
    return table.assign(note=found["note"]).rename(columns={"estimate": "net"})


_LIMITS = ["low", "high", "phi", "sceptical_low", "sceptical_high"]


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
