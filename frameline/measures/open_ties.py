"""Shares of codes where some units have no final code, because a tie between coders stands open.

The units in question are counted with none of the tied codes and with each of them, so that the
interval is as wide as what is not known.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from frameline.measures.agreement_blocks import agreement_blocks, by_block, drawn_weights
from frameline.measures.coefficients import Groups
from frameline.measures.resampling import Floats, interval


def shares_with_ties(
    decided: pd.DataFrame, *, groups: Groups = None, draws: int = 2000, seed: int
) -> pd.DataFrame:
    """What share of units has each code, when some ties are open?

    Question: how common is each code, and how sure is that with the ties left open?

    Parameters
    ----------
    decided : DataFrame from `frameline.corpus.final_codes.final_codes`
    groups : as in :func:`frameline.measures.agreement_blocks.agreement_blocks`
    draws, seed : int

    Returns
    -------
    DataFrame, one row a code, in alphabetical order: code, n (units that have it), open (units
    that may have it), share (open units split evenly among their codes), share_least, share_most
    (none or all of the open units), low, high (95 %, from the lower end with none of them to the
    upper end with all).

    Notes
    -----
    The ends are those of a partly known quantity: nothing is assumed of the ties (Horowitz &
    Manski 2000, Journal of the American Statistical Association 95, p. 77-84).

    Examples
    --------
    >>> decided = pd.DataFrame({"code": ["x", "x", "", "y"], "status": ["agreed"] * 2 + ["open"]
    ...                         + ["agreed"], "tied": [[], [], ["x", "y"], []]})
    >>> table = shares_with_ties(decided, draws=200, seed=1)
    >>> table[["code", "n", "open", "share", "share_least", "share_most"]].values.tolist()
    [['x', 2, 1, 0.625, 0.5, 0.75], ['y', 1, 1, 0.375, 0.25, 0.5]]
    """
    coded = decided[decided["status"] != "none"]
    tied = coded["tied"].tolist()
    names = sorted({*coded.loc[coded["code"] != "", "code"], *(code for t in tied for code in t)})
    sure = (coded["code"].to_numpy()[:, None] == np.array(names, dtype=object)[None]).astype(float)
    may = np.array([[code in t for code in names] for t in tied], dtype=float)
    may = may.reshape(sure.shape)
    split = may / np.maximum(1, may.sum(axis=1, keepdims=True))
    blocks = agreement_blocks(coded.index, groups)
    parts = [by_block(blocks, table) for table in (sure, sure + may)]
    size = by_block(blocks, np.ones(len(coded)))
    least, most = _drawn_shares(parts, size, list(drawn_weights(blocks, draws, seed)))
    n = max(1, len(coded))
    return pd.DataFrame(
        {
            "code": names,
            "n": sure.sum(axis=0).astype(np.int64),
            "open": may.sum(axis=0).astype(np.int64),
            "share": (sure + split).sum(axis=0) / n,
            "share_least": sure.sum(axis=0) / n,
            "share_most": (sure + may).sum(axis=0) / n,
            "low": interval(least)[0],
            "high": interval(most)[1],
        }
    )


def _drawn_shares(parts: Sequence[Floats], size: Floats, weights: Sequence[Floats]) -> list[Floats]:
    """Shares of each draw, for each table of units by block."""
    return [
        np.concatenate([w @ table / (w @ size)[:, None] for w in weights])
        if weights
        else np.full((0, table.shape[1]), np.nan)
        for table in parts
    ]
