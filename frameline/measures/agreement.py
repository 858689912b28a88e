"""Can another reader reproduce the coding? One row per variable, and where coders part.

Input is an *aligned* table per variable (units in rows, coders in columns; see
:mod:`frameline.measures.coefficients`, whose coefficients are offered here as well). The rule of
use is strict: a variable is judged by the *lower* bound of its alpha, not by alpha.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.coefficients import (
    LEVELS,
    Groups,
    ac1,
    alpha,
    alpha_draws,
    alpha_from_counts,
    alpha_sets,
    blocks_of,
    codes_table,
    fleiss_kappa,
    kappa,
    s_score,
    scott_pi,
    table_counts,
    value_counts,
    why_undefined,
)
from frameline.measures.resampling import interval, jeffreys

__all__ = [
    "FLOOR",
    "LEVELS",
    "RELY",
    "ac1",
    "agreement_table",
    "alpha",
    "alpha_draws",
    "alpha_from_counts",
    "alpha_sets",
    "codes_table",
    "codings_needed",
    "confusion",
    "disagreements",
    "fleiss_kappa",
    "given",
    "kappa",
    "pairwise",
    "per_code",
    "s_score",
    "scott_pi",
    "status",
    "table_counts",
    "value_counts",
    "why_undefined",
]

RELY = 0.800
FLOOR = 0.667


def status(low: float, *, rely: float = RELY, floor: float = FLOOR) -> str:
    """What may be done with a variable of this lower bound: "rely", "tentative" or "not used".

    Parameters
    ----------
    low : float
        Lower bound of the interval of alpha; NaN (no coefficient) is "not used".
    rely, floor : float
        Krippendorff's two marks (Content Analysis, 4th ed. 2019, ch. 12).

    Notes
    -----
    The decision is on the lower bound, so that a high alpha from few units does not pass: "rely"
    when low >= rely, "tentative" when floor <= low < rely, else "not used", which means that the
    variable is shown in the reliability chapter and in no comparison.

    Examples
    --------
    >>> [status(low) for low in (0.85, 0.70, 0.60, float("nan"))]
    ['rely', 'tentative', 'not used', 'not used']
    """
    if low >= rely:
        return "rely"
    return "tentative" if low >= floor else "not used"


def agreement_table(
    aligned: Mapping[str, pd.DataFrame],
    *,
    levels: Mapping[str, str] | None = None,
    groups: Groups = None,
    draws: int = 2000,
    seed: int,
    blanks: Collection[str] = (),
    orders: Mapping[str, Sequence[Any]] | None = None,
    categories: Mapping[str, int] | None = None,
    rely: float = RELY,
    floor: float = FLOOR,
) -> pd.DataFrame:
    """Can each variable be reproduced by another coder? Alpha with its interval, per variable.

    Parameters
    ----------
    aligned : dict of variable -> DataFrame (units x coders)
    levels : dict of variable -> level of measurement
        "nominal" (when not given), "ordinal", "interval", "ratio", or "set" (MASI distance).
    groups : Series of paragraph groups, or DataFrame [para_group, doc_id]; index = unit ids
        Resampling blocks, drawn within documents when these are given; units without a group are
        blocks of their own. One table may hold claims and sentences.
    draws, seed : int
        Bootstrap draws (at least 1) and their seed.
    blanks : collection of variables
        Variables where a cell left blank is a code; elsewhere blanks are missing, so that a
        variable coded only under a condition is judged on the units that coders did code.
    orders : dict of variable -> codes from low to high
        For ordinal variables whose codes are words.
    categories : dict of variable -> number of codes in the codebook
        For AC1; the number of codes found when not given.
    rely, floor : float
        Marks of :func:`status`.

    Returns
    -------
    DataFrame, one row per variable:
        variable, level; n_units (coded by two coders or more), coders; alpha, low, high (95 %
        block bootstrap); p_below (share of draws with alpha under `floor`); exact (share of units
        on which all their coders agree); modal_code, modal_share (base rate among all codes);
        ac1 (diagnostic only); status ("rely", "tentative", "not used"); reason (why there is no
        coefficient, or a remark on the interval; else "").

    Notes
    -----
    A bootstrap cannot draw a disagreement that never occurred: where all coders agree on every
    unit its interval has no width. There the lower bound is ``1 - u / D``, with u the upper
    Jeffreys limit of a share of 0 in the number of blocks and D the chance share of differing
    pairs; `reason` says so and p_below is empty, because no draw is under any mark.

    Sources: Hayes & Krippendorff 2007, Communication Methods and Measures 1(1), p. 82-83, for
    interval and failure probability; Gwet 2008 for AC1.

    Examples
    --------
    >>> codes = pd.DataFrame({"a": list("xxyyxy"), "b": list("xxyyyy")})
    >>> table = agreement_table({"valence": codes}, draws=200, seed=1)
    >>> table[["n_units", "coders", "alpha", "exact", "modal_code"]].round(2).values.tolist()
    [[6, 2, 0.69, 0.83, 'y']]
    """
    if draws < 1:
        raise ValueError("agreement needs at least one bootstrap draw: status is by the interval")
    rows = []
    for variable, codes in aligned.items():
        level = (levels or {}).get(variable, "nominal")
        keep = variable in blanks
        order = (orders or {}).get(variable)
        counts = value_counts(codes, level=level, blanks=keep, order=order)
        draw = alpha_draws(
            codes, level, groups=groups, draws=draws, seed=seed, blanks=keep, order=order
        )
        row = _base_rates(codes, counts, level, keep)
        row |= _alpha_with_interval(counts, level, draw, groups, floor)
        row["reason"] = why_undefined(codes, blanks=keep) or row["reason"]
        row["ac1"] = ac1(counts, (categories or {}).get(variable))
        row["status"] = status(row["low"], rely=rely, floor=floor)
        rows.append({"variable": variable, "level": level} | row)
    columns = (
        "variable level n_units coders alpha low high p_below exact modal_code modal_share ac1"
        " status reason"
    )
    return pd.DataFrame(rows, columns=columns.split())


def _alpha_with_interval(
    counts: pd.DataFrame, level: str, draw: np.ndarray, groups: Groups, floor: float
) -> dict[str, Any]:
    value = alpha_from_counts(counts, level)
    defined = draw[~np.isnan(draw)]
    row = {"alpha": value, "low": np.nan, "high": np.nan, "p_below": np.nan, "reason": ""}
    if np.isnan(value) or not len(defined):
        return row
    row["low"], row["high"] = _limits(draw)
    row["p_below"] = float((defined < floor).mean())
    twice = counts[counts.sum(axis=1) >= 2]
    if (twice > 0).sum(axis=1).max() == 1:
        n_blocks = len(set(blocks_of(twice.index, groups)[0]))
        row["low"] = _low_without_disagreement(twice, n_blocks)
        row["p_below"] = np.nan
        row["reason"] = f"no disagreement in {n_blocks} blocks: Jeffreys lower bound"
    elif len(defined) < len(draw):
        row["reason"] = f"{len(draw) - len(defined)} of {len(draw)} draws had no variation"
    return row


def _limits(draw: np.ndarray) -> tuple[float, float]:
    low, high = interval(draw)
    return float(low), float(high)


def _low_without_disagreement(twice: pd.DataFrame, n_blocks: int) -> float:
    n_c = twice.sum(axis=0).to_numpy(dtype=float)
    n = n_c.sum()
    differing = 1.0 - (n_c * (n_c - 1.0)).sum() / (n * (n - 1.0))
    return float(1.0 - jeffreys(0, n_blocks)[1] / differing)


def _base_rates(
    codes: pd.DataFrame, counts: pd.DataFrame, level: str, blanks: bool
) -> dict[str, Any]:
    """Units coded twice, coders, exact agreement and the commonest code."""
    twice = counts[counts.sum(axis=1) >= 2]
    seen = codes_table(codes, blanks=blanks).notna()
    total = twice.sum(axis=0)
    empty = twice.empty
    modal = "" if empty else total.index[int(np.argmax(total.to_numpy()))]
    if level in ("ordinal", "interval", "ratio") and isinstance(modal, float):
        modal = f"{modal:g}"  # numbers read from text are shown as they were written
    return {
        "n_units": len(twice),
        "coders": int(seen.any().sum()),
        "exact": np.nan if empty else float(((twice > 0).sum(axis=1) == 1).mean()),
        "modal_code": "(blank)" if modal == "" and not empty else str(modal),
        "modal_share": np.nan if empty else float(total.max() / total.sum()),
    }


def pairwise(
    aligned: pd.DataFrame, level: str = "nominal", *, blanks: bool = False, order: Any = None
) -> pd.DataFrame:
    """Is one coder the odd one out? Alpha and exact agreement of each pair of coders.

    Parameters
    ----------
    aligned : DataFrame, units x coders
    level, blanks, order
        As in :func:`alpha`.

    Returns
    -------
    DataFrame [coder_1, coder_2, n_units, alpha, exact].

    Examples
    --------
    >>> pairwise(pd.DataFrame({"a": list("xyx"), "b": list("xyy")})).round(2).values.tolist()
    [['a', 'b', 3, 0.44, 0.67]]
    """
    rows = []
    for one, two in combinations(aligned.columns, 2):
        counts = value_counts(aligned[[one, two]], level=level, blanks=blanks, order=order)
        twice = counts[counts.sum(axis=1) >= 2]
        exact = float(((twice > 0).sum(axis=1) == 1).mean()) if len(twice) else np.nan
        rows.append((one, two, len(twice), alpha_from_counts(counts, level), exact))
    return pd.DataFrame(rows, columns=["coder_1", "coder_2", "n_units", "alpha", "exact"])


def per_code(
    aligned: pd.DataFrame,
    *,
    groups: Groups = None,
    draws: int = 0,
    seed: int = 0,
    min_n: int = 15,
    blanks: bool = False,
    multiple: bool = False,
) -> pd.DataFrame:
    """Which codes do coders tell apart? Agreement of each code against all others.

    Parameters
    ----------
    aligned : DataFrame, units x coders
    groups, draws, seed
        As in :func:`agreement_table`; with ``draws=0`` low and high are empty.
    min_n : int
        Codes that fewer units received from any coder get no coefficient (a row, with a reason).
    blanks : bool
        Count an empty cell as a code.
    multiple : bool
        Cells hold several codes joined by ``;``: each code is judged as present or absent.

    Returns
    -------
    DataFrame, one row per code, the commonest first: code; n (units, coded by two coders or more,
        where at least one coder used it); alpha, low, high (the code against the rest); exact
        (share of those units on which all coders agree whether it applies); specific (of a code
        given by one coder, how often another coder gives it too); reason.

    Notes
    -----
    `exact` is over all units coded twice, so it is high for every rare code; `specific` is not:
    :math:`o_{cc} / n_c`, the specific agreement of Spitzer & Fleiss 1974 carried to many coders.

    Examples
    --------
    >>> codes = pd.DataFrame({"a": list("xxyyz"), "b": list("xxyxz")})
    >>> per_code(codes, min_n=2)[["code", "n", "exact", "specific"]].values.tolist()
    [['x', 3, 0.8, 0.8], ['y', 2, 0.8, 0.6666666666666666], ['z', 1, 1.0, 1.0]]
    """
    codes = codes_table(aligned, blanks=blanks)
    codes = codes[codes.notna().sum(axis=1) >= 2]
    rows = []
    for code in _code_names(codes, multiple):
        binary = codes.map(lambda cell, code=code: _has(cell, code, multiple))
        counts = value_counts(binary, order=("no", "yes")).reindex(columns=["no", "yes"])
        counts = counts.fillna(0)
        yes, total = counts["yes"].to_numpy(), counts.sum(axis=1).to_numpy()
        enough = int((yes > 0).sum()) >= min_n
        draw = (
            alpha_draws(binary, groups=groups, draws=draws, seed=seed)
            if enough and draws
            else np.full(1, np.nan)
        )
        value = alpha_from_counts(counts) if enough else np.nan
        low, high = _limits(draw)
        rows.append(
            {
                "code": code if code != "" else "(blank)",
                "n": int((yes > 0).sum()),
                "alpha": value,
                "low": low,
                "high": high,
                "exact": float(((yes == 0) | (yes == total)).mean()),
                "specific": float((yes * (yes - 1) / (total - 1)).sum() / yes.sum()),
                "reason": _why_no_code(enough, value, min_n),
            }
        )
    columns = ["code", "n", "alpha", "low", "high", "exact", "specific", "reason"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["n", "code"], ascending=[False, True], ignore_index=True)


def _why_no_code(enough: bool, value: float, min_n: int) -> str:
    if not enough:
        return f"used in fewer than {min_n} units"
    return "no variation: every coder gave it to every unit" if np.isnan(value) else ""


def _code_names(codes: pd.DataFrame, multiple: bool) -> list[str]:
    cells = {cell for cell in codes.to_numpy(dtype=object).ravel() if cell is not None}
    if multiple:
        cells = {part for cell in cells for part in str(cell).split(";")}
    return sorted(cells, key=str)


def _has(cell: Any, code: str, multiple: bool) -> str | None:
    if cell is None or cell is pd.NA or cell != cell:
        return None
    return "yes" if (code in str(cell).split(";") if multiple else cell == code) else "no"


def confusion(
    aligned: pd.DataFrame,
    coders: tuple[Any, Any] | None = None,
    *,
    codes: Sequence[Any] | None = None,
    blanks: bool = False,
) -> pd.DataFrame:
    """Which codes are taken for which? Counts of the codes two coders gave to the same units.

    Parameters
    ----------
    aligned : DataFrame, units x coders
    coders : pair of column names, optional
        First coder in rows, second in columns. Without it, a table of two coders is used as it
        stands, and a table of more coders is pooled: both orders of every pair of coders are
        counted, so the result is symmetric and a unit of three coders counts six times.
    codes : sequence, optional
        Codes to show, in this order, used or not; those found, sorted, when not given.
    blanks : bool
        Count an empty cell as a code.

    Returns
    -------
    DataFrame of int, codes x codes.

    Examples
    --------
    >>> confusion(pd.DataFrame({"a": list("xxy"), "b": list("xyy")}))
       x  y
    x  1  1
    y  0  1
    """
    table = codes_table(aligned, blanks=blanks)
    if coders is not None:
        table = table[list(coders)]
    found = {cell for cell in table.to_numpy(dtype=object).ravel() if cell is not None}
    names = list(codes) if codes is not None else sorted(found, key=str)
    both_ways = len(table.columns) > 2
    place = {name: i for i, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)), dtype=np.int64)
    for one, two in combinations(range(len(table.columns)), 2):
        for a, b in zip(table.iloc[:, one], table.iloc[:, two], strict=True):
            if a in place and b in place:
                counts[place[a], place[b]] += 1
    if both_ways:
        counts = counts + counts.T
    index = pd.Index(names, dtype=object)
    return pd.DataFrame(counts, index=index, columns=index)


def disagreements(aligned: pd.DataFrame, *, blanks: bool = False) -> pd.DataFrame:
    """Where do coders part? The units whose coders gave more than one code.

    Parameters
    ----------
    aligned : DataFrame, units x coders
    blanks : bool
        Count an empty cell as a code.

    Returns
    -------
    DataFrame in the order of `aligned`: the unit id (named as the index, "claim_id" if it has no
        name), one column per coder ("" where missing), codes (how many different), majority (the
        code of more than half of the coders, else ""), split (numbers of coders, e.g. "2-1").

    Examples
    --------
    >>> codes = pd.DataFrame({"a": ["x", "x"], "b": ["x", "y"], "c": ["x", "y"]}, index=["u", "v"])
    >>> disagreements(codes).values.tolist()
    [['v', 'x', 'y', 'y', 2, 'y', '2-1']]
    """
    table = codes_table(aligned, blanks=blanks)
    name = aligned.index.name or "claim_id"
    rows = []
    for unit, cells in zip(table.index, table.to_numpy(dtype=object), strict=True):
        tally = pd.Series([cell for cell in cells if cell is not None], dtype=object).value_counts()
        if len(tally) < 2:
            continue
        majority = tally.index[0] if 2 * tally.iloc[0] > tally.sum() else ""
        split = "-".join(str(n) for n in tally)
        shown = ["" if cell is None else cell for cell in cells]
        rows.append([unit, *shown, len(tally), majority, split])
    return pd.DataFrame(rows, columns=[name, *table.columns, "codes", "majority", "split"])


def given(aligned: pd.DataFrame) -> pd.DataFrame:
    """Do coders agree that a variable applies at all? Codes reduced to "yes", "no" (blank).

    Examples
    --------
    >>> given(pd.DataFrame({"a": ["3", "", None]})).values.tolist()
    [['yes'], ['no'], [None]]
    """
    cells = codes_table(aligned, blanks=True).to_numpy(dtype=object)
    shown = [[None if c is None else ("no" if c == "" else "yes") for c in row] for row in cells]
    return pd.DataFrame(shown, aligned.index, aligned.columns, dtype=object)


def codings_needed(codes: int, alpha_min: float = RELY, p: float = 0.05) -> int:
    r"""How many codings does a variable need before its alpha can be trusted? Bloch & Kraemer.

    Parameters
    ----------
    codes : int
        Number of equally used codes (2 or more).
    alpha_min : float
        Smallest acceptable alpha.
    p : float
        Level of significance (one-sided).

    Returns
    -------
    int: codings of two coders together; half as many units.

    Notes
    -----
    :math:`2 z_p^2 \left(\frac{(1+\alpha)(3-\alpha)}{4 p_c (1-p_c)(1-\alpha)} - \alpha\right)` with
    :math:`p_c` = 1 / codes. Krippendorff's use of Bloch & Kraemer 1989, as tabled in the ATLAS.ti
    manual on inter-coder agreement.

    Examples
    --------
    The table gives 139 and 81 for four codes.

    >>> codings_needed(4, 0.800), codings_needed(4, 0.667)
    (139, 81)
    """
    if codes < 2:
        raise ValueError("a variable has at least two codes")
    share = 1.0 / codes
    z = NormalDist().inv_cdf(1.0 - p)
    variance = (1.0 + alpha_min) * (3.0 - alpha_min) / (4.0 * share * (1.0 - share))
    return math.ceil(2.0 * z * z * (variance / (1.0 - alpha_min) - alpha_min))
