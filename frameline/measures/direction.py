"""Who supplies, needs or harms whom: the direction of claims.

Source: CODEBOOK section 4.2 (direction); design paper OUTLINE chapter 04, figure 3.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from frameline.measures.balance import net_valence
from frameline.measures.prevalence import cells, ratio
from frameline.measures.resampling import as_list

A_TO_B, B_TO_A, MUTUAL, NONE = "A>B", "B>A", "mutual", "na"
DIRECTIONS = (A_TO_B, B_TO_A, MUTUAL, NONE)


def directions(
    claims: pd.DataFrame,
    *,
    by: str | Sequence[str] = ("doc_id", "frame"),
    codes: Sequence[str] = DIRECTIONS,
) -> pd.DataFrame:
    r"""Count the claims in which one state acts on the other, by text and reason.

    Question: who arms, needs or hurts whom, in each text?

    .. math:: \mathrm{lean} = \frac{n_{A \to B} - n_{B \to A}}{n_{A \to B} + n_{B \to A}}

    Parameters
    ----------
    claims : DataFrame, one row per claim
        direction, and the columns of ``by``. A blank direction counts as the last code.
    by : str or list of str
    codes : list of str
        First acts on second, second on first, both, neither.

    Returns
    -------
    DataFrame
        [by..., A>B, B>A, mutual, na, n, lean]: counts of claims, n their sum; lean between -1
        (all from the second state) and 1 (all from the first), NaN when no claim has one of these
        two directions. Description only: counts this small get no interval.

    Raises
    ------
    ValueError
        For a direction that is not among ``codes``.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4, "frame": ["ARM"] * 4,
    ...     "direction": ["A>B", "A>B", "B>A", "mutual"],
    ... })
    >>> directions(table).round(3).to_dict("records")[0]
    {'doc_id': 't', 'frame': 'ARM', 'A>B': 2, 'B>A': 1, 'mutual': 1, 'na': 0, 'n': 4, 'lean': 0.333}
    """
    keys = as_list(by)
    coded = claims["direction"].fillna("").replace("", codes[-1])
    unknown = sorted(set(coded) - set(codes))
    if unknown:
        raise ValueError(f"unknown direction: {', '.join(unknown)}")
    rows = []
    for key, place in cells(claims, keys):
        counts = coded.iloc[place].value_counts()
        rows.append((*key, *(int(counts.get(code, 0)) for code in codes), len(place)))
    table = pd.DataFrame(rows, columns=[*keys, *codes, "n"])
    first, second = table[codes[0]], table[codes[1]]
    table["lean"] = ratio(first - second, first + second)
    return table


def leaning(claims: pd.DataFrame, *, codes: Sequence[str] = DIRECTIONS) -> pd.DataFrame:
    """Tell in which texts one state acts on the other more often than the reverse.

    Question: is the lean of a text more than its paragraphs would give by chance?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, direction.
    codes : list of str
        First acts on second, second on first; what else a claim says is left out of the lean.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, one_sided, lean, low, high, side]: claims with one of the two directions; the
        lean of `directions`; its interval (NaN for a text of 2 paragraphs or fewer); side is the
        code whose direction clearly prevails, "" where the interval holds 0 or is not known.

    Notes
    -----
    Interval as for net valence: `frameline.measures.intervals.share_interval`.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": "t", "para_group": [f"t.{i}" for i in range(8)],
    ...     "direction": ["A>B"] * 7 + ["mutual"],
    ... })
    >>> row = leaning(table).iloc[0]
    >>> int(row["one_sided"]), float(row["lean"]), row["side"]
    (7, 1.0, 'A>B')
    """
    marks = claims["direction"].map({codes[0]: 1.0, codes[1]: -1.0}).astype("Float64")
    table = net_valence(claims.assign(sign=marks))
    low, high = table["low"].to_numpy(dtype=float), table["high"].to_numpy(dtype=float)
    side = np.select([low > 0, high < 0], [codes[0], codes[1]], default="")
    return pd.DataFrame(
        {"doc_id": table["doc_id"], "one_sided": table["signed"], "lean": table["net"],
         "low": low, "high": high, "side": side}
    )  # fmt: skip
