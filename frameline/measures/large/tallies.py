"""How many claims have which codes, in which year or month: the table most answers start from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.large.lazy import collected, lazy
from frameline.measures.prevalence import ratio
from frameline.measures.resampling import Floats

Grain = Literal["year", "month"]
#: Characters of an EDTF date that say when.
GRAINS: dict[str, int] = {"year": 4, "month": 7}
OTHER = "(other)"


def dated(documents: Any, grain: Grain = "year") -> nw.LazyFrame:
    """Give each document its year or month.

    Parameters
    ----------
    documents : table with doc_id and published (EDTF text)
    grain : "year" or "month"

    Returns
    -------
    LazyFrame [doc_id, when]
    """
    if grain not in GRAINS:
        raise ValueError(f"grain must be one of {', '.join(GRAINS)}, not {grain!r}")
    when = nw.col("published").fill_null("").str.slice(0, GRAINS[grain])
    return lazy(documents).select("doc_id", when.alias("when"))


def tally(
    claims: Any, documents: Any, by: Sequence[str] = ("frame",), *, grain: Grain = "year"
) -> pd.DataFrame:
    """How many claims have which codes, in which year?

    Parameters
    ----------
    claims : table with doc_id and the columns of `by`
    documents : table with doc_id (each once) and published
    by : columns of codes, text
    grain : "year" or "month"

    Returns
    -------
    DataFrame [when, *by, n]
        Sorted; `when` and codes are "" where there is none. Claims of a document that is not in
        `documents` count among those without a date.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a", "a", "b"], "frame": ["GEO", "GEO", "ECO"]})
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "published": ["2001-05", "2002"]})
    >>> tally(claims, documents).values.tolist()
    [['2001', 'GEO', 2], ['2002', 'ECO', 1]]
    """
    kept = lazy(claims).select("doc_id", *(nw.col(name).fill_null("") for name in by))
    joined = kept.join(dated(documents, grain), on="doc_id", how="left")
    filled = joined.select(nw.col("when").fill_null(""), *by)
    return collected(filled.group_by("when", *by).agg(nw.len().alias("n")), ["when", *by], ["n"])


def documents_by(documents: Any, *, grain: Grain = "year") -> pd.DataFrame:
    """How many documents are there, by year?

    Returns
    -------
    DataFrame [when, n], sorted

    Examples
    --------
    >>> documents_by(pd.DataFrame({"doc_id": ["a", "b"], "published": ["2001-05", "2001"]}))
       when  n
    0  2001  2
    """
    counted = dated(documents, grain).group_by("when").agg(nw.len().alias("n"))
    return collected(counted, ["when"], ["n"])


def counted_by(table: Any, column: str) -> pd.DataFrame:
    """How many rows have each value of a column?

    Returns
    -------
    DataFrame [column, n], sorted; "" where the value is missing

    Examples
    --------
    >>> counted_by(pd.DataFrame({"coder": ["ben", "ana", "ben"]}), "coder").values.tolist()
    [['ana', 1], ['ben', 2]]
    """
    named = lazy(table).select(nw.col(column).fill_null(""))
    return collected(named.group_by(column).agg(nw.len().alias("n")), [column], ["n"])


def totals(table: pd.DataFrame, *by: str) -> pd.DataFrame:
    """Add up a tally over the columns that are not named.

    Examples
    --------
    >>> totals(pd.DataFrame({"when": ["1", "2"], "frame": ["A", "A"], "n": [1, 2]}), "frame")
      frame  n
    0     A  3
    """
    return table.groupby(list(by), sort=True)["n"].sum().reset_index()


def top_codes(
    table: pd.DataFrame, code: str, most: int, *, listed: Sequence[str] = ()
) -> list[str]:
    """Choose the codes that a chart has room for: those with the most claims.

    Parameters
    ----------
    table : DataFrame with n and a column of codes
    code : str
        The column.
    most : int
        How many.
    listed : codes of the codebook, optional
        Decide between codes that are equally frequent: earlier first.

    Returns
    -------
    list of str
        Most frequent first; blank is no code.

    Examples
    --------
    >>> top_codes(pd.DataFrame({"frame": ["A", "B", ""], "n": [1, 2, 9]}), "frame", 1)
    ['B']
    """
    n = table[table[code] != ""].groupby(code)["n"].sum()
    place = {name: number for number, name in enumerate(listed)}
    ranked = sorted(n.index, key=lambda name: (-n[name], place.get(name, len(place)), name))
    return ranked[:most]


def shares(table: pd.DataFrame, code: str, *, within: str = "period") -> pd.DataFrame:
    """What share of the coded claims of each period has each code?

    Parameters
    ----------
    table : DataFrame with `within`, `code` and n
    code, within : str
        Columns.

    Returns
    -------
    DataFrame [within, code, k, n, share]
        k claims with the code, of n coded ones; every pair that could occur has a row.

    Examples
    --------
    >>> counts = pd.DataFrame({"period": ["1", "1"], "frame": ["A", "B"], "n": [1, 3]})
    >>> shares(counts, "frame")["share"].tolist()
    [0.25, 0.75]
    """
    coded = totals(table[table[code] != ""], within, code)
    grid = pd.MultiIndex.from_product(
        [sorted(set(coded[within])), sorted(set(coded[code]))], names=[within, code]
    )
    full = coded.set_index([within, code])["n"].reindex(grid, fill_value=0)
    out = full.rename("k").reset_index()
    out["n"] = out.groupby(within)["k"].transform("sum")
    out["share"] = out["k"] / out["n"]
    return out


def balance(
    table: pd.DataFrame, signs: dict[str, int], *, valence: str = "valence", within: str = "period"
) -> pd.DataFrame:
    """Which way do the claims of each period point: binding against dividing?

    Parameters
    ----------
    table : DataFrame with `within`, `valence` and n
    signs : mapping valence code -> 1, -1 or 0
        As the codebook has it; codes without a sign do not count.
    valence, within : str
        Columns.

    Returns
    -------
    DataFrame [within, binding, dividing, ambivalent, n, net]
        net is (binding - dividing) / (binding + dividing), n the claims in it.

    Examples
    --------
    >>> counts = pd.DataFrame({"period": ["1", "1"], "valence": ["B", "D"], "n": [3, 1]})
    >>> balance(counts, {"B": 1, "D": -1})["net"].tolist()
    [0.5]
    """
    sign = table[valence].map(signs)
    out = pd.DataFrame({within: sorted(set(table[within]))})
    for name, value in (("binding", 1), ("dividing", -1), ("ambivalent", 0)):
        n = table[sign == value].groupby(within)["n"].sum()
        out[name] = out[within].map(n).fillna(0).astype("int64")
    out["n"] = out["binding"] + out["dividing"]
    out["net"] = _net(out["binding"].to_numpy(), out["dividing"].to_numpy())
    return out


def _net(binding: np.ndarray, dividing: np.ndarray) -> Floats:
    return ratio(binding - dividing, binding + dividing)
