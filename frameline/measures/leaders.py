"""Which reasons lead in a text, and whether others lead in the next one.

Sources: design paper OUTLINE, chapter 04; permutation of paragraph groups as in
`frameline.measures.shift`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from frameline.measures.balance import SIDES, sign_marks
from frameline.measures.prevalence import codes_of, incidence
from frameline.measures.resampling import DRAWS, Floats, claim_signs, design, sum_by
from frameline.measures.shift import permute, text_of


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


def other_leaders(leaders: pd.DataFrame, pairs: Iterable[tuple[str, str]]) -> tuple[int, int]:
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
    >>> other_leaders(leaders, [("a", "b"), ("b", "c")])
    (1, 2)
    """
    codes = {
        doc: set(found) for doc, found in zip(leaders["doc_id"], leaders["codes"], strict=True)
    }
    known = [(codes[a], codes[b]) for a, b in pairs if codes.get(a) and codes.get(b)]
    return sum(not first & second for first, second in known), len(known)


def chance_of_other_leaders(
    claims: pd.DataFrame,
    pairs: Iterable[tuple[str, str]],
    side: str,
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> pd.DataFrame:
    """Tell how often chance alone gives two texts other leading reasons.

    Question: with so many reasons and so few claims, would two random halves of the same
    paragraphs have the same leader?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, frame, sign.
    pairs : iterable of (doc_id, doc_id)
        The comparisons.
    side : str
        "binding" or "dividing".
    draws, seed : int
        Random deals of the paragraph groups of both texts.

    Returns
    -------
    DataFrame, one row per comparison
        [from, to, chance]: share of the deals in which no leading reason of one side leads on the
        other too; NaN where no deal gives both a leader.

    Examples
    --------
    >>> claims = pd.DataFrame({
    ...     "doc_id": list("aabb"), "para_group": list("1234"), "frame": "x", "sign": 1.0
    ... })
    >>> float(chance_of_other_leaders(claims, [("a", "b")], "binding", draws=50).loc[0, "chance"])
    0.0
    """
    plan = design(claims, 0, seed)
    has, coded = incidence(claims["frame"].to_numpy(dtype=object), codes_of(claims["frame"]))
    on_side = sign_marks(claim_signs(claims))[:, [SIDES.index(side)]]
    size = int(plan.group.max()) + 1 if len(claims) else 0
    hits = sum_by(plan.group, has * on_side, size)
    total = sum_by(plan.group, coded[:, None], size)[:, 0]
    rows = []
    for pair in pairs:
        first, second = (text_of(claims, doc, plan) for doc in pair)
        dealt = permute(hits, total, first, second, draws, seed)[1]
        lead = [leading_codes(counts) for counts in dealt.ratios]
        both = lead[0].any(axis=1) & lead[1].any(axis=1)
        apart = ~(lead[0] & lead[1]).any(axis=1)
        rows.append((*pair, float(apart[both].mean()) if both.any() else math.nan))
    return pd.DataFrame(rows, columns=["from", "to", "chance"])


def leading_codes(shares: Floats) -> np.ndarray:
    """Mark the codes with the largest share of each row, ties included; none where all are 0."""
    known = np.nan_to_num(shares)
    most = known.max(axis=1, keepdims=True)
    marked: np.ndarray = (known == most) & (most > 0)
    return marked
