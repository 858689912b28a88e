"""Which claims a number counts: the bases of the report, and why two numbers differ.

Reasons, gists, advice and outlook come from the author's own voice; the arc, voices, directions
and what is left out from all voices; what a text does with a reason counts its questions too.
Where two of them stand on one page, the page says by what they differ.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameline.measures.prevalence import cells
from frameline.measures.selection.reasons import BINDING, DIVIDING, side_marks

OWN, HEARD, ASKED, EVERYTHING = "own voice", "all voices", "with questions", "with background"
BASES = (OWN, HEARD, ASKED, EVERYTHING)
"""Sets of claims, each within the next."""

ADDED = {OWN: "", HEARD: "other voices", ASKED: "questions", EVERYTHING: "background"}
"""What each base has more than the one before."""


def bases(everything: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Count the claims of each text on each base, and say why the numbers differ.

    Question: why is this number not that one?

    Parameters
    ----------
    everything : DataFrame, one row per claim
        All claims, those that do not count too: the column ``by``; own, counted, question (bool)
        and sign where coded.
    by : str

    Returns
    -------
    DataFrame, one row per text and base
        [by, base, n, binding, dividing, net, more, because]: claims, those that bind and divide,
        binding minus dividing; how many more than on the base before, and what they are ("" where
        there are none).

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "own": [True, False],
    ...                       "sign": pd.array([1, 1], dtype="Float64")})
    >>> bases(table)[["base", "n", "net", "because"]].head(2).to_numpy().tolist()
    [['own voice', 1, 1, ''], ['all voices', 2, 2, 'other voices']]
    """
    own, counted = (_flag(everything, name, True) for name in ("own", "counted"))
    asked = _flag(everything, "question", False)
    kept = {
        OWN: own & counted & ~asked, HEARD: counted & ~asked, ASKED: counted,
        EVERYTHING: np.ones(len(everything), dtype=bool),
    }  # fmt: skip
    marks = side_marks(everything)
    rows: list[tuple] = []
    for (text,), place in cells(everything, [by]):
        before = 0
        for base, mask in kept.items():
            here = place[mask[place]]
            pulls = [int(marks[side][here].sum()) if side in marks else 0
                     for side in (BINDING, DIVIDING)]  # fmt: skip
            more = len(here) - before if base != OWN else 0
            because = ADDED[base] if more else ""
            rows.append((text, base, len(here), *pulls, pulls[0] - pulls[1], more, because))
            before = len(here)
    columns = [by, "base", "n", BINDING, DIVIDING, "net", "more", "because"]
    return pd.DataFrame(rows, columns=columns)


def _flag(claims: pd.DataFrame, name: str, otherwise: bool) -> np.ndarray:
    if name not in claims:
        return np.full(len(claims), otherwise)
    return claims[name].fillna(otherwise).to_numpy(dtype=bool)
