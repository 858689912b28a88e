"""Several statements at once: one correction for all, and counts told as what they are.

A page that makes eight statements gives chance eight occasions. `one_family` corrects all of them
together, besides the correction within each table. `distribution` says of a count in how many ways
of counting the claims it comes out: "one of four" is a count over comparisons, and "at least one"
is another statement than "exactly one" (named pairs: `frameline.measures.statements.pair_ways`).

Sources: Holm 1979, Scandinavian Journal of Statistics 6:65-70; Simonsohn, Simmons & Nelson 2020,
Nature Human Behaviour 4:1208-1214 (specification curve).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.resampling import holm
from frameline.measures.shift import ALPHA


def one_family(statements: pd.DataFrame, *, alpha: float = ALPHA) -> pd.DataFrame:
    """Correct the p values of all statements of a page together.

    Question: which of the statements on this page stand, seen that there are so many?

    Parameters
    ----------
    statements : DataFrame, one row per test
        statement, table (the table it stands in) and p (NaN: no test, not counted). A statement
        with several tests has several rows.
    alpha : float

    Returns
    -------
    DataFrame
        The same rows with p_within (Holm within the table), p_holm (Holm over all rows) and
        stands (whether p_holm is below alpha; NA without a test).

    Raises
    ------
    ValueError
        For a p outside 0 to 1.

    Examples
    --------
    >>> page = pd.DataFrame({"statement": list("abc"), "table": ["one", "one", "two"],
    ...                      "p": [0.01, 0.04, 0.02]})
    >>> one_family(page)[["p_within", "p_holm", "stands"]].values.tolist()
    [[0.02, 0.03, True], [0.04, 0.04, True], [0.02, 0.04, True]]
    """
    p = statements["p"].to_numpy(dtype=float)
    if ((p < 0) | (p > 1)).any():
        raise ValueError("a p value lies between 0 and 1")
    table = statements.copy()
    within = np.full(len(p), np.nan)
    for rows in statements.groupby("table", sort=False).indices.values():
        within[rows] = holm(p[rows])
    table["p_within"] = within
    table["p_holm"] = holm(p)
    table["stands"] = (table["p_holm"] < alpha).astype("boolean").mask(np.isnan(p))
    return table


def distribution(counts: npt.ArrayLike, of: int) -> pd.DataFrame:
    """Say in how many ways of counting each count comes out.

    Question: how often is it none, exactly one, ... all of them?

    Parameters
    ----------
    counts : array, one per way
        NaN: the count cannot be made there.
    of : int
        The largest possible count.

    Returns
    -------
    DataFrame, rows 0 to ``of``
        [count, exactly, at_least, ways]: ways with this count, with at least it, and in all.

    Raises
    ------
    ValueError
        For a count outside 0 to ``of``.

    Examples
    --------
    >>> distribution([0, 1, 1, 2, float("nan")], of=2).values.tolist()
    [[0, 1, 4, 4], [1, 2, 3, 4], [2, 1, 1, 4]]
    """
    values = np.asarray(counts, dtype=float)
    values = values[~np.isnan(values)]
    if ((values < 0) | (values > of)).any():
        raise ValueError(f"a count lies between 0 and {of}")
    exactly = np.bincount(values.astype(int), minlength=of + 1)
    return pd.DataFrame(
        {
            "count": range(of + 1),
            "exactly": exactly,
            "at_least": exactly[::-1].cumsum()[::-1],
            "ways": len(values),
        }
    )
