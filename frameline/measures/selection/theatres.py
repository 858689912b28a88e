"""Where a text sees the two at work: the places of its claims, and which side they serve there."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from frameline.measures.prevalence import cells, codes_of, incidence
from frameline.measures.selection.reasons import BINDING, DIVIDING, side_marks


def theatres(
    claims: pd.DataFrame,
    *,
    of: str = "theatre",
    by: str = "doc_id",
    skip: Collection[str] = ("",),
) -> pd.DataFrame:
    """Count the claims of each text on each place, by side.

    Question: in which places do the two meet, according to each text, and on which side?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``of`` (``;`` separates several places) and ``by``, sign.
    of, by : str
    skip : collection of codes
        Codes that are no place.

    Returns
    -------
    DataFrame
        [by, code, n, binding, dividing, neither, of]: places with a claim, the commonest first; of:
        the claims of the text that have any place. A claim on two places counts for both.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "theatre": ["lake;coast", "lake", "none"],
    ...                       "sign": pd.array([1, -1, None], dtype="Float64")})
    >>> theatres(table, skip=["none"]).to_numpy().tolist()
    [['t', 'lake', 2, 1, 1, 0, 2], ['t', 'coast', 1, 1, 0, 0, 2]]
    """
    codes = [code for code in codes_of(claims[of]) if code not in skip]
    has, _ = incidence(claims[of].to_numpy(dtype=object), codes)
    marks = side_marks(claims)
    rows: list[tuple] = []
    for (text,), place in cells(claims, [by]):
        here = has[place]
        total = int((here.sum(axis=1) > 0).sum())
        counts = pd.Series(here.sum(axis=0), index=range(len(codes)))
        for code in counts[counts > 0].sort_values(ascending=False, kind="stable").index:
            n = int(counts[code])
            pulls = [int(here[marks[side][place], code].sum()) if side in marks else 0
                     for side in (BINDING, DIVIDING)]  # fmt: skip
            rows.append((text, codes[code], n, *pulls, n - sum(pulls), total))
    columns = [by, "code", "n", BINDING, DIVIDING, "neither", "of"]
    return pd.DataFrame(rows, columns=columns)
