"""How a corpus was coded, told from its rows: who read what, and what can be compared."""

from __future__ import annotations

import pandas as pd

ONE_CODE, CLAIMS, SETS = "one code", "claims", "sets"


def readings(
    rows: pd.DataFrame,
    *,
    document: str = "doc_id",
    unit: str | None = "unit_id",
    coder: str = "coder",
    code: str = "frame",
    blank: str | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tell claims from empty ratings: who coded what, and who read what.

    Question: does an empty cell say "no claim here", or "not rated"?

    Parameters
    ----------
    rows : DataFrame [document, unit where there is one, coder, code]
    document, unit, coder, code : str
        Columns; without a unit column (None, or not in `rows`) the document is the unit.
    blank : {"none", "missing"}, optional
        What an empty code means: read and nothing found, or not rated. When not given: "none" in
        a table with units, "missing" in a table of one label a document.

    Returns
    -------
    claims : the rows with a code, with column `unit_id`
    read : DataFrame [unit_id, coder], each once: who read which unit

    Raises
    ------
    ValueError
        For another word in `blank`.

    Examples
    --------
    >>> rows = pd.DataFrame({"doc_id": ["a", "b"], "coder": "r", "frame": ["x", ""]})
    >>> claims, read = readings(rows)
    >>> len(claims), len(read)
    (1, 1)
    >>> claims, read = readings(rows.assign(unit_id=["1", "2"]))
    >>> len(claims), len(read)
    (1, 2)
    """
    if blank not in (None, "none", "missing"):
        raise ValueError(f"blank {blank!r} is not one of none, missing")
    units = unit is not None and unit in rows.columns
    home = rows[document].astype("str")
    if units:
        home = home + "." + rows[unit].astype("str")
    table = rows.assign(unit_id=home)
    empty = table[code].fillna("").astype("str").str.strip() == ""
    counts_as_read = (blank or ("none" if units else "missing")) == "none"
    seen = table if counts_as_read else table[~empty]
    read = seen[["unit_id", coder]].drop_duplicates().reset_index(drop=True)
    return table[~empty].reset_index(drop=True), read


def design_of(rows: pd.DataFrame, *, unit: str = "unit_id", coder: str = "coder") -> str:
    """Tell how a corpus was coded from its rows.

    Question: what can be compared between the coders of these rows?

    Parameters
    ----------
    rows : DataFrame [unit, coder, and as far as there are start, end, anchor]
        One row a claim.

    Returns
    -------
    str: "one code", "claims" (every row of a unit with several says where it stands), or "sets".

    Examples
    --------
    >>> rows = pd.DataFrame({"unit_id": ["s", "s", "s"], "coder": ["a", "a", "b"]})
    >>> design_of(rows), design_of(rows.assign(anchor=["one", "two", "two"])), design_of(rows[1:])
    ('sets', 'claims', 'one code')
    """
    several = rows.duplicated([unit, coder], keep=False)
    if not several.any():
        return ONE_CODE
    placed = pd.Series(False, index=rows.index)
    if "anchor" in rows.columns:
        placed |= rows["anchor"].fillna("").astype("str").str.strip() != ""
    if {"start", "end"} <= set(rows.columns):
        start, end = (pd.to_numeric(rows[name], errors="coerce") for name in ("start", "end"))
        placed |= (end > start).fillna(False).astype(bool)
    return CLAIMS if placed[several].all() else SETS
