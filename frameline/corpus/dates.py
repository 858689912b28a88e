"""Dates with their precision: the part of EDTF (ISO 8601-2) that the corpus uses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

#: Years outside are refused: a Persian or Islamic year, or a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1500, 2100

ALLOWED = "1999, 1999-05, 1999-05-01, 1999-05/2000, 199X, 19XX, each with ~ or ?"

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?")
_MONTHS = re.compile(r"[^\W\d_]{3,}")
_DAY_FIRST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_LOOSE = re.compile(r"\d{4}[./]\d{1,2}(?:[./]\d{1,2})?|\d{4}-\d{1,2}(?:-\d{1,2})?")


class DateError(ValueError):
    """A date that is none; the message says what to write instead."""


class Span(NamedTuple):
    """First and last day of a date."""

    low: pd.Timestamp
    high: pd.Timestamp

    @property
    def middle(self) -> pd.Timestamp:
        """The day in the middle (the earlier of two)."""
        return (self.low + (self.high - self.low) / 2).normalize()


def printed_years(text: str) -> str:
    """The year of a date as it is printed: a decade, century or interval as a range.

    Examples
    --------
    >>> printed_years("2015-11-29"), printed_years("199X"), printed_years("2015-12/2016")
    ('2015', '1990–1999', '2015–2016')
    """
    span = parse_edtf(text)
    return "–".join(dict.fromkeys(str(day.year) for day in span))


def parse_edtf(text: str, *, open_ended: bool = False) -> Span:
    """First and last day of an EDTF date.

    Parameters
    ----------
    text
        A year, month, day, decade (199X) or century (19XX), or an interval a/b of these;
        ~ (approximate), ? (uncertain) and % (both) do not change the days.
    open_ended
        Accept an interval with an unknown or open side ("2022/", "2022/.."); its days are then
        those of the side that is known.

    Raises
    ------
    DateError
        For anything else, with what to write instead.

    Examples
    --------
    >>> [str(day.date()) for day in parse_edtf("2015-11-29/2015-12-06")]
    ['2015-11-29', '2015-12-06']
    >>> [str(day.date()) for day in parse_edtf("199X")]
    ['1990-01-01', '1999-12-31']
    >>> parse_edtf("1394")
    Traceback (most recent call last):
    frameline.corpus.dates.DateError: year 1394 is outside 1500-2100: write the Gregorian year
    """
    if text.count("/") > 1 or _DAY_FIRST.fullmatch(text):
        raise DateError(_advice(text))
    first, slash, last = text.partition("/")
    if open_ended and slash and (first in ("", "..")) != (last in ("", "..")):
        return _point(first.strip(".") or last.strip("."))
    low = _point(first)
    if not slash:
        return low
    high = _point(last)
    if high.high < low.low:
        raise DateError("the interval ends before it begins: write the earlier date first")
    return Span(low.low, high.high)


@lru_cache(maxsize=4096)
def _point(text: str) -> Span:
    """First and last day of one date without a slash."""
    match = _POINT.fullmatch(text) if text.isascii() else None
    if match is None:
        raise DateError(_advice(text))
    year, month, day = match.groups()
    if "X" in year:
        if month:
            raise DateError("a decade or century has no month: write 199X alone")
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    else:
        first = last = int(year)
    for number in (first, last):
        if not FIRST_YEAR <= number <= LAST_YEAR and "X" not in year:
            raise DateError(
                f"year {number} is outside {FIRST_YEAR}-{LAST_YEAR}: write the Gregorian year"
            )
    if last < FIRST_YEAR or first > LAST_YEAR:
        raise DateError(f"{year} is outside {FIRST_YEAR}-{LAST_YEAR}: write the Gregorian year")
    try:
        low = pd.Timestamp(first, int(month or 1), int(day or 1))
        high = pd.Timestamp(last, int(month or 12), int(day or 1))
    except ValueError as error:
        raise DateError("no such month or day: write year-month-day, as 1999-05-31") from error
    if not day:
        high += pd.offsets.MonthEnd(0)
    return Span(low, high)


def _advice(text: str) -> str:
    """What to write instead of a text that is no date."""
    if not text:
        return "one side of the interval is blank: write both dates"
    if text != text.strip():
        return "remove the spaces around the date"
    if _DAY_FIRST.fullmatch(text):
        return "write the year first, as 1999-05-31"
    if _LOOSE.fullmatch(text):
        return "write two digits for month and day, as 1999-05-01"
    if _MONTHS.search(text):
        return "write the month as a number, as 1999-05-31"
    return f"write a date as one of {ALLOWED}"
