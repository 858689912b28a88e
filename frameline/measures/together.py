"""Which codes stand together: in one sentence, or in one document; in corpora of any size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from frameline.measures.large.patterns import code_names, cooccurrence, lifts, patterns


class Together(NamedTuple):
    """Which codes stand together.

    Attributes
    ----------
    units, several : int
        Units with any of the codes, and with more than one.
    both : DataFrame, codes x codes
        Units that have both; on the diagonal the units that have the code.
    pairs : DataFrame [first, second, both, expected, lift]
        One row per pair, most units first (see `frameline.measures.large.patterns.lifts`).
    sets : DataFrame [a column for each code, n]
        The counts of codes that units have, and how many units have them.
    """

    units: int
    several: int
    both: pd.DataFrame
    pairs: pd.DataFrame
    sets: pd.DataFrame


def together(
    claims: Any, codes: Sequence[str], *, code: str = "frame", unit: str = "unit_id"
) -> Together:
    """Count which codes stand together in one unit.

    Question: which frames share a sentence, and more often than their frequencies would have it?

    Parameters
    ----------
    claims : table with `unit` and `code`
        Of pandas, or of an engine (see `frameline.measures.large`). A cell of a pandas table may
        hold several codes, joined by ``;``. Blanks and other codes are left out.
    codes : sequence of str
        The codes to count, in the order wanted.
    code, unit : str
        Columns: ``unit_id`` for sentences, ``doc_id`` for documents.

    Returns
    -------
    Together

    Notes
    -----
    All counts are whole numbers, so the same claims give the same numbers whatever counted them.

    Examples
    --------
    >>> units, frames = ["s1", "s1", "s2", "s3"], ["A", "B", "A;C", "A"]
    >>> claims = pd.DataFrame({"unit_id": units, "frame": frames})
    >>> found = together(claims, ["A", "B", "C"])
    >>> found.units, found.several, found.both.loc["A"].tolist()
    (3, 2, [3, 1, 1])
    """
    sets = patterns(one_code_a_row(claims, code), codes, code=code, unit=unit)
    several = (sets[code_names(sets)] > 0).sum(axis=1) > 1
    n = sets["n"]
    return Together(int(n.sum()), int(n[several].sum()), cooccurrence(sets), lifts(sets), sets)


def one_code_a_row(claims: Any, code: str) -> Any:
    """Give each code of a cell that holds several a row of its own; other tables are unchanged.

    Examples
    --------
    >>> one_code_a_row(pd.DataFrame({"frame": ["A;B", "C"]}), "frame")["frame"].tolist()
    ['A', 'B', 'C']
    """
    if not isinstance(claims, pd.DataFrame):
        return claims
    cells = claims[code].astype("object").fillna("").astype(str)
    if not cells.str.contains(";", regex=False).any():
        return claims
    rows = claims.assign(**{code: cells.str.split(";")}).explode(code, ignore_index=True)
    # Claims of a sentence are no longer numbered 1, 2, ... where one claim has become two.
    return rows.assign(**{code: rows[code].str.strip()}).drop(columns="claim", errors="ignore")
