"""Agreement of coders on millions of claims, from the few patterns of codes that occur.

Alpha needs of each claim only how many coders gave it which code. Claims with the same counts are
one pattern (see `frameline.measures.large.patterns`), and alpha is worked out from the patterns; it
is the same number that the claims one by one give.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.coefficients import alpha_repeated
from frameline.measures.large.patterns import code_names
from frameline.measures.resampling import interval, jeffreys, stream

_NUMBERS = ("alpha", "low", "high", "exact", "modal_share")


def alpha_of_patterns(
    found: pd.DataFrame, *, level: str = "nominal", draws: int = 1000, seed: int
) -> dict[str, Any]:
    """Can another coder reproduce the codes? Alpha with its interval, from patterns.

    Parameters
    ----------
    found : DataFrame
        From `patterns` with the claim for unit; codes in rising order for an ordinal variable.
    level : str
        "nominal" or "ordinal".
    draws, seed : int
        Bootstrap draws of claims.

    Returns
    -------
    dict
        n_units (claims coded twice or more), alpha, low, high (95 %), exact (share on which all
        coders agree), modal_code, modal_share.

    Notes
    -----
    Claims are drawn, not documents: where claims of one document are misread together the
    interval is too narrow. Where no claim was read in two ways the lower end is that of
    `agreement_table`, with claims for blocks.

    Examples
    --------
    >>> found = pd.DataFrame({"A": [2, 0, 1], "B": [0, 2, 1], "n": [40, 40, 20]})
    >>> round(alpha_of_patterns(found, seed=1)["alpha"], 3)
    0.602
    """
    codes = code_names(found)
    counts, n = found[codes].to_numpy(dtype=float), found["n"].to_numpy(dtype=np.int64)
    twice = counts.sum(axis=1) >= 2
    counts, n = counts[twice], n[twice]
    if not len(n):
        return dict.fromkeys(_NUMBERS, np.nan) | {"n_units": 0, "modal_code": ""}
    drawn = stream(seed, "patterns").multinomial(n.sum(), n / n.sum(), size=draws)
    values = alpha_repeated(pd.DataFrame(counts, columns=codes), np.vstack([n, drawn]), level)
    low, high = (float(end) for end in interval(values[1:]))
    given = counts.T @ n
    alike = counts.max(axis=1) == counts.sum(axis=1)
    if alike.all():
        low = _low_without_disagreement(given, int(n.sum()))
    return {
        "n_units": int(n.sum()),
        "alpha": float(values[0]),
        "low": low,
        "high": high,
        "exact": float(n[alike].sum() / n.sum()),
        "modal_code": codes[int(given.argmax())],
        "modal_share": float(given.max() / given.sum()),
    }


def _low_without_disagreement(given: np.ndarray, units: int) -> float:
    """A bootstrap cannot draw what never occurred: the limit that a count of 0 allows."""
    total = given.sum()
    differing = 1 - (given * (given - 1)).sum() / (total * (total - 1))
    return float(1 - jeffreys(0, units)[1] / differing) if differing else np.nan


def read_for(found: pd.DataFrame) -> pd.DataFrame:
    """Which codes are taken for which? Pairs of coders by the two codes they gave.

    Parameters
    ----------
    found : DataFrame
        From `patterns`.

    Returns
    -------
    DataFrame, codes x codes
        Ordered pairs of coders of one claim; the diagonal holds agreement.

    Examples
    --------
    >>> read_for(pd.DataFrame({"A": [2, 1], "B": [0, 1], "n": [3, 4]})).values.tolist()
    [[6, 4], [4, 0]]
    """
    codes = code_names(found)
    counts, n = found[codes].to_numpy(dtype=np.int64), found["n"].to_numpy(dtype=np.int64)
    pairs = (counts * n[:, None]).T @ counts - np.diag(n @ counts)
    return pd.DataFrame(pairs, index=codes, columns=codes)
