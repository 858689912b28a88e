"""What longer texts would buy: planning information, by which no difference is judged.

Source: Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, chapter 4 (sample
sizes from the difference to be found).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from frameline.measures.clusters import COUNTS_ONLY, Clusters, effective_size, pooled_correlation
from frameline.measures.intervals import NET, TESTED, degrees, smallest_difference

POWER = 0.8
"""How often a difference has to be found, to count as detectable."""


def longer_texts(
    texts: Mapping[str, Clusters],
    groups: Sequence[int] = (5, 10, 20, 40, 80, 160),
    *,
    alpha: float = 0.05,
    power: float = POWER,
) -> pd.DataFrame:
    """Tell how small a difference of net balances could be found in longer texts.

    Question: how many paragraphs would each text need, to tell a given difference apart?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
        Binding and dividing claims by paragraph. The observed sizes of paragraphs, and the
        correlation within them, are taken from all texts together.
    groups : list of int
        Paragraphs with a direction in each of two equal texts.
    alpha : float
        Level of a single comparison.
    power : float

    Returns
    -------
    DataFrame, one row per number of paragraphs
        [groups, signed, smallest]: claims with a direction in each text, and the smallest
        difference in net balance (0 to 2) around an even one that the test of
        `frameline.measures.intervals.difference` finds with this power; NaN where none is, or
        below 5 paragraphs.

    Notes
    -----
    Sizes of paragraphs are evenly spaced quantiles of the observed ones, the same in both texts.

    Examples
    --------
    >>> text = Clusters(np.array([[1.0, 1.0], [2.0, 0.0]] * 4), np.full(8, 2.0), ("x", "y"))
    >>> table = longer_texts({"t": text}, [4, 8, 32])
    >>> table["signed"].tolist(), table["smallest"].isna().tolist()
    ([8, 16, 64], [True, False, False])
    """
    kept = [text for text in texts.values() if text.groups > COUNTS_ONLY]
    observed = np.concatenate([text.sizes for text in texts.values()] or [np.zeros(0)])
    if not observed.size:
        return pd.DataFrame({"groups": list(groups), "signed": 0, "smallest": math.nan})
    icc, rows = pooled_correlation(kept), []
    for count in groups:
        places = (np.arange(count) + 0.5) / count
        sizes = np.quantile(observed, places, method="inverted_cdf")
        smallest = math.nan
        if count >= TESTED:
            size = float(effective_size(sizes, icc))
            smallest = NET * smallest_difference(
                (size, size), alpha=alpha, power=power, df=degrees([count, count])
            )
        rows.append((count, int(sizes.sum()), smallest))
    return pd.DataFrame(rows, columns=["groups", "signed", "smallest"])
