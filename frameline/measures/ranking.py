"""Which text comes first, and how surely."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from frameline.measures.resampling import DRAWS, MIN_GROUPS, design, sum_by


def first_places(
    claims: pd.DataFrame, flag: str, *, draws: int = DRAWS, seed: int = 0
) -> pd.DataFrame:
    """Tell how often each text has the largest share of some kind of claim.

    Question: would the same text come first with other paragraphs of the same kind?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, and the column ``flag`` (bool).
    flag : str
    draws, seed : int
        Bootstrap draws over the paragraph groups of each document.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, share, first]: first is the share of draws in which no other text has a share as
        large; NaN for texts of fewer than 3 paragraph groups, which are not ranked.

    Examples
    --------
    >>> claims = pd.DataFrame({
    ...     "doc_id": ["a"] * 4 + ["b"] * 4, "para_group": [f"p{i}" for i in range(8)],
    ...     "quoted": [True] * 4 + [False] * 4,
    ... })
    >>> first_places(claims, "quoted", draws=50)["first"].tolist()
    [1.0, 0.0]
    """
    plan = design(claims, draws, seed)
    marks = np.column_stack([claims[flag].to_numpy(dtype=float), np.ones(len(claims))])
    rows, drawn = [], []
    for doc_id, place in claims.groupby("doc_id", sort=False).indices.items():
        sums = sum_by(plan.group[place], marks[place], len(plan.labels))
        hits, total = (plan.weights @ sums).T
        ranked = len(np.unique(plan.group[place])) >= MIN_GROUPS
        rows.append((doc_id, float(marks[place, 0].mean()), ranked))
        drawn.append(hits / total if ranked else np.full(draws, -1.0))
    table = pd.DataFrame(rows, columns=["doc_id", "share", "ranked"])
    values = np.array(drawn).reshape(len(rows), draws)
    best = values.max(axis=0) if len(rows) else np.empty(draws)
    alone = (values == best) & ((values == best).sum(axis=0) == 1)
    table["first"] = np.where(table.pop("ranked"), alone.mean(axis=1), np.nan)
    return table


def chance_of_as_many(chances: Iterable[float], found: int) -> float:
    """Tell how likely at least so many of several independent events are.

    Question: would as many comparisons turn out like this by chance?

    Parameters
    ----------
    chances : iterable of float
        Probability of each event; unknown ones (NaN) are left out.
    found : int

    Returns
    -------
    float
        Upper tail of the Poisson binomial distribution.

    Examples
    --------
    >>> chance_of_as_many([0.5, 0.5], 2), chance_of_as_many([0.5, 0.5], 0)
    (0.25, 1.0)
    """
    counts = np.ones(1)
    for chance in chances:
        if not np.isnan(chance):
            counts = np.convolve(counts, [1 - chance, chance])
    return float(min(counts[found:].sum(), 1.0))
