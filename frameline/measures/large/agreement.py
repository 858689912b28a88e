"""Which codes are taken for which, on millions of claims, from the few patterns that occur."""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameline.measures.large.patterns import code_names


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
