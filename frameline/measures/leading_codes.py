"""Which reasons lead in a text, and whether others lead in the next one.

Whether that is more than chance gives is asked in `frameline.measures.top_codes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from frameline.measures.resampling import Floats


def leading(reasons: pd.DataFrame, names: Mapping[str, str], side: str) -> pd.DataFrame:
    """Name the reasons that most claims of a text give on one side, ties included.

    Parameters
    ----------
    reasons : DataFrame
        doc_id, code and the counts "binding" and "dividing" (as `balance_by_code` gives them).
    names : mapping
        Code to the word shown.
    side : str
        "binding" or "dividing".

    Returns
    -------
    DataFrame
        doc_id, codes (list), reason (list of words), n (claims of each); empty lists and 0 for a
        text without a claim on that side.

    Examples
    --------
    >>> reasons = pd.DataFrame({"doc_id": ["t"] * 3, "code": list("xyz"), "binding": [4, 4, 1]})
    >>> leading(reasons, {"x": "arms", "y": "trade"}, "binding").values.tolist()
    [['t', ['x', 'y'], ['arms', 'trade'], 4]]
    """
    rows = []
    for doc_id, part in reasons.groupby("doc_id", sort=False):
        most = int(part[side].max())
        codes = part.loc[part[side] == most, "code"].tolist() if most else []
        rows.append((doc_id, codes, [names.get(code, code) for code in codes], most))
    return pd.DataFrame(rows, columns=["doc_id", "codes", "reason", "n"])


def other_leading_codes(leaders: pd.DataFrame, pairs: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Count the comparisons in which no leading reason of one text leads in the other too.

    Question: does what most often binds (or divides) stay the same from text to text?

    Parameters
    ----------
    leaders : DataFrame
        doc_id, codes (list), as `leading` gives them.
    pairs : iterable of (doc_id, doc_id)
        The comparisons.

    Returns
    -------
    (int, int)
        Comparisons without a common leader, and comparisons whose texts both have a leader.

    Examples
    --------
    >>> leaders = pd.DataFrame({"doc_id": list("abc"), "codes": [["x", "y"], ["y"], ["z"]]})
    >>> other_leading_codes(leaders, [("a", "b"), ("b", "c")])
    (1, 2)
    """
    codes = {
        doc: set(found) for doc, found in zip(leaders["doc_id"], leaders["codes"], strict=True)
    }
    known = [(codes[a], codes[b]) for a, b in pairs if codes.get(a) and codes.get(b)]
    return sum(not first & second for first, second in known), len(known)


def leading_codes(shares: Floats) -> np.ndarray:
    """Mark the codes with the largest share of each row, ties included; none where all are 0."""
    known = np.nan_to_num(shares)
    most = known.max(axis=1, keepdims=True)
    marked: np.ndarray = (known == most) & (most > 0)
    return marked
