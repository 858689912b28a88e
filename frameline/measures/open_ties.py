"""Shares of codes where some claims have no final code, because a tie between coders stands open.

The claims in question are counted with none of the tied codes and with each of them, so that the
interval is as wide as what is not known.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameline.measures.clusters import COUNTS_ONLY, Clusters
from frameline.measures.intervals import share_limits, usual_correlation
from frameline.measures.resampling import sum_by

_COLUMNS = [
    "doc_id", "code", "n", "open", "cases", "share", "share_least", "share_most", "low", "high",
]  # fmt: skip


def shares_with_ties(decided: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """What share of a text's claims has each code, when some ties are open?

    Question: how common is each code, and how sure is that with the ties left open?

    Parameters
    ----------
    decided : DataFrame from `frameline.corpus.final_codes.final_codes`
        Index: claims.
    places : DataFrame [doc_id, para_group]
        Index: claims; those that `decided` lacks are left out.

    Returns
    -------
    DataFrame, one row a text and code, codes in alphabetical order
        doc_id, code, n (claims that have it), open (claims that may have it), cases (claims with
        any code, open ones included), share (open claims split evenly among their codes),
        share_least, share_most (none or all of the open claims), low, high (95 %, from the lower
        end with none of them to the upper end with all; NaN up to 2 paragraphs).

    Notes
    -----
    The ends are those of a partly known quantity: nothing is assumed of the ties (Horowitz &
    Manski 2000, Journal of the American Statistical Association 95, p. 77-84). Each end is that of
    `frameline.measures.intervals.share_interval`.

    Examples
    --------
    >>> decided = pd.DataFrame({"code": ["x", "x", "", "y"], "status": ["agreed"] * 2 + ["open"]
    ...                         + ["agreed"], "tied": [[], [], ["x", "y"], []]})
    >>> places = pd.DataFrame({"doc_id": "t", "para_group": list("pqrs")})
    >>> table = shares_with_ties(decided, places)
    >>> table[["code", "n", "open", "share", "share_least", "share_most"]].values.tolist()
    [['x', 2, 1, 0.625, 0.5, 0.75], ['y', 1, 1, 0.375, 0.25, 0.5]]
    """
    coded = decided[(decided["status"] != "none") & decided.index.isin(places.index)]
    where = places.reindex(coded.index)
    tied = coded["tied"].tolist()
    names = sorted({*coded.loc[coded["code"] != "", "code"], *(code for t in tied for code in t)})
    sure = (coded["code"].to_numpy()[:, None] == np.array(names, dtype=object)[None]).astype(float)
    may = np.array([[code in t for code in names] for t in tied], dtype=float).reshape(sure.shape)
    documents = where["doc_id"].astype(str).to_numpy(dtype=object)
    group = pd.factorize(where["para_group"].astype(str))[0].astype(np.int64)
    texts = {}
    for doc_id in dict.fromkeys(documents):
        rows = np.flatnonzero(documents == doc_id)
        inner = np.unique(group[rows], return_inverse=True)[1].astype(np.int64)
        sizes = sum_by(inner, np.ones(len(rows)), int(inner.max()) + 1)
        texts[doc_id] = [
            Clusters(sum_by(inner, table[rows], len(sizes)), sizes, tuple(names))
            for table in (sure, sure + may, sure + may / np.maximum(1, may.sum(1, keepdims=True)))
        ]
    return pd.DataFrame(_rows(texts), columns=_COLUMNS)


def _rows(texts: dict[str, list[Clusters]]) -> list[tuple]:
    """One row a text and code, from the counts without, with, and with shared open claims."""
    if not texts:
        return []
    usual, rows = usual_correlation({doc: parts[0] for doc, parts in texts.items()}), []
    for doc_id, (least, most, split) in texts.items():
        low = high = np.full(len(least.codes), np.nan)
        if least.groups > COUNTS_ONLY:
            low = share_limits(least.hits, least.sizes, usual=usual)[0][0]
            high = share_limits(most.hits, most.sizes, usual=usual)[0][1]
        for place, code in enumerate(least.codes):
            n, all_of_them = (int(part.column(code).sum()) for part in (least, most))
            shares = [float(part.shares[place]) for part in (split, least, most)]
            rows.append((doc_id, code, n, all_of_them - n, least.cases, *shares,
                         float(low[place]), float(high[place])))  # fmt: skip
    return rows
