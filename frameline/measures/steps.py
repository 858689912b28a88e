"""Which texts are compared with which: the steps of the report."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

#: More steps than this and a table of every neighbouring pair is no longer read.
MOST = 12


def steps(documents: pd.DataFrame, *, most: int = MOST) -> list[tuple[str, str]]:
    """Pair each text with the next one in date order, and the first with the last.

    Question: which named texts does the report compare?

    Parameters
    ----------
    documents : DataFrame
        doc_id and, where given, too_short (bool: such texts are listed, never compared), in date
        order.
    most : int
        At most so many pairs; a longer series is compared from its first text to its last only.

    Returns
    -------
    list of (doc_id, doc_id)

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": list("abcd"), "too_short": [True, False, False, False]})
    >>> steps(table)
    [('b', 'c'), ('c', 'd'), ('b', 'd')]
    """
    kept = documents
    if "too_short" in documents:
        kept = documents[~documents["too_short"].astype("boolean").fillna(False)]
    ids = list(kept["doc_id"])
    if len(ids) < 2:
        return []
    pairs = list(pairwise(ids))
    ends = (ids[0], ids[-1])
    if len(pairs) >= most:
        return [ends]
    return pairs if ends in pairs else [*pairs, ends]
