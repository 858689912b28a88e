"""How far back a text reaches: the events it names and the years it gives them.

No event gets a year that the text does not support; years known from elsewhere (basis
"external") are kept apart.

Sources: CODEBOOK sections 4.7 and 7 (reach-back = publication year - event year); Strotgen &
Gertz 2012 (anchored time expressions); Extended Date/Time Format, ISO 8601-2:2019 (EDTF).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import pandas as pd

PRINTED, RELATIVE, INFERRED = "printed", "relative", "inferred"
CAPTION, EXTERNAL, NONE = "caption", "external", "none"
BASES = (PRINTED, RELATIVE, INFERRED, CAPTION, EXTERNAL, NONE)

SHOWN = (PRINTED, RELATIVE, INFERRED)
"""Bases that charts of years show unless told otherwise."""

_YEAR = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}){0,2}[~?%]?")


def years(date: str) -> tuple[float, float, float]:
    """Read the years that an EDTF date may mean.

    Parameters
    ----------
    date : str
        A year, month, day, decade (199X) or century (17XX), or an interval a/b of these.

    Returns
    -------
    low, mid, high : float
        First and last year, and the middle between them; NaN for a blank date. An interval with
        one open side ("2022/..") has the years of the other.

    Raises
    ------
    ValueError
        For anything that is no such date.

    Examples
    --------
    >>> years("199X"), years("2002/2015-07"), years("1941")
    ((1990.0, 1994.5, 1999.0), (2002.0, 2008.5, 2015.0), (1941.0, 1941.0, 1941.0))
    """
    if not date:
        return math.nan, math.nan, math.nan
    found = []
    for part in date.split("/"):
        if part in ("", ".."):
            continue
        match = _YEAR.fullmatch(part)
        if match is None:
            raise ValueError(f"no EDTF date: {date!r}")
        found += [int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))]
    if not found:
        raise ValueError(f"no EDTF date: {date!r}")
    low, high = float(min(found)), float(max(found))
    return low, (low + high) / 2, high


def reach_back(
    events: pd.DataFrame, documents: pd.DataFrame, *, bases: Sequence[str] = SHOWN
) -> pd.DataFrame:
    """Set each event's year against the year of the text that names it.

    Question: which past does each author argue from?

    Parameters
    ----------
    events : DataFrame, one row per event mention
        event_id, doc_id, name, year (EDTF or blank), precision, year_basis (or basis).
    documents : DataFrame
        doc_id, and published (EDTF) or year (whole number): the year of publication.
    bases : list of str
        Which bases of a year are shown.

    Returns
    -------
    DataFrame, one row per event, in the order given
        [event_id, doc_id, name, date, precision, basis, published, year_low, year_mid, year_high,
        reach_low, reach, reach_high, shown]. Years as numbers, NaN for an undated event; reach =
        publication year - event year, in years (negative: an event ahead of the text), low to
        high following the precision; shown: dated, on one of ``bases``.

    Raises
    ------
    ValueError
        For a year that is no EDTF date, an unknown basis, or an event of an unknown text.

    Examples
    --------
    >>> texts = pd.DataFrame({"doc_id": ["t"], "published": ["2015-11-29/2015-12-06"]})
    >>> table = pd.DataFrame({
    ...     "event_id": ["e1", "e2"], "doc_id": ["t", "t"], "name": ["war", "treaty"],
    ...     "year": ["17XX/18XX", ""], "precision": ["range", "none"],
    ...     "year_basis": ["printed", "none"],
    ... })
    >>> reach_back(table, texts)[["reach_low", "reach", "reach_high", "shown"]].values.tolist()
    [[116.0, 215.5, 315.0, True], [nan, nan, nan, False]]
    """
    basis = events["year_basis" if "year_basis" in events else "basis"].replace("", NONE)
    unknown = sorted(set(basis) - set(BASES))
    if unknown:
        raise ValueError(f"unknown year basis: {', '.join(unknown)}")
    published = _published(documents)
    lost = sorted(set(events["doc_id"]) - set(published.index))
    if lost:
        raise ValueError(f"events of unknown texts: {', '.join(lost)}")
    spans = [years(str(date)) for date in events["year"].fillna("")]
    table = pd.DataFrame(spans, columns=["year_low", "year_mid", "year_high"], dtype=float)
    for place, (name, source) in enumerate(
        {"event_id": "event_id", "doc_id": "doc_id", "name": "name", "date": "year",
         "precision": "precision"}.items()
    ):  # fmt: skip
        table.insert(place, name, events[source].to_numpy())
    table.insert(5, "basis", basis.to_numpy())
    table.insert(6, "published", published.reindex(events["doc_id"]).to_numpy(dtype=float))
    table["reach_low"] = table["published"] - table["year_high"]
    table["reach"] = table["published"] - table["year_mid"]
    table["reach_high"] = table["published"] - table["year_low"]
    table["shown"] = table["reach"].notna() & table["basis"].isin(list(bases))
    return table


def _published(documents: pd.DataFrame) -> pd.Series:
    """Year of publication by document; an interval counts with its middle year."""
    if "year" in documents:
        year = documents["year"].astype(float)
    else:
        year = documents["published"].map(lambda date: math.floor(years(str(date))[1]))
    return pd.Series(year.to_numpy(dtype=float), index=pd.Index(documents["doc_id"]))


def reach_summary(reach: pd.DataFrame, *, bases: Sequence[str] = (PRINTED,)) -> pd.DataFrame:
    """Sum up how far back each text reaches.

    Question: how old is the past that each text argues from, by the years it prints?

    Parameters
    ----------
    reach : DataFrame
        What `reach_back` gives.
    bases : list of str
        Which years count for the median, the maximum and the earliest event.

    Returns
    -------
    DataFrame, one row per text, in order of appearance
        [doc_id, events, dated, undated, counted, median, maximum, earliest_year, earliest_event].
        Events by mention; dated: with a year on any basis; counted: dated on one of ``bases``;
        median and maximum of the middle reach in years; earliest_year is the first year that the
        oldest counted date may mean. NaN and blank where nothing is counted.

    Examples
    --------
    >>> texts = pd.DataFrame({"doc_id": ["t"], "published": ["2020"]})
    >>> table = pd.DataFrame({
    ...     "event_id": ["e1", "e2", "e3"], "doc_id": ["t"] * 3, "name": ["a", "b", "c"],
    ...     "year": ["1979", "2015", ""], "precision": ["year", "year", "none"],
    ...     "year_basis": ["printed", "printed", "none"],
    ... })
    >>> reach_summary(reach_back(table, texts)).to_dict("split")["data"]
    [['t', 3, 2, 1, 2, 23.0, 41.0, 1979.0, 'a']]
    """
    columns = [
        "doc_id", "events", "dated", "undated", "counted",
        "median", "maximum", "earliest_year", "earliest_event",
    ]  # fmt: skip
    rows = []
    for doc_id, text in reach.groupby("doc_id", sort=False):
        counted = text[text["reach"].notna() & text["basis"].isin(list(bases))]
        dated = int(text["reach"].notna().sum())
        numbers = (doc_id, len(text), dated, len(text) - dated, len(counted))
        if counted.empty:
            rows.append((*numbers, math.nan, math.nan, math.nan, ""))
            continue
        oldest = counted.sort_values("year_low", kind="stable").iloc[0]
        rows.append(
            (*numbers, counted["reach"].median(), counted["reach"].max(),
             oldest["year_low"], oldest["name"])
        )  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
