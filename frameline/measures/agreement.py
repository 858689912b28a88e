"""Where do coders part? Pairs of coders, pairs of codes, and the units they differ on.

Input is an *aligned* table of one variable (units in rows, coders in columns; see
`frameline.measures.coefficients`). How far coders agree is asked in `frameline.measures.designs`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.coefficients import alpha_from_counts, codes_table, value_counts
from frameline.measures.verdicts import RELY


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
