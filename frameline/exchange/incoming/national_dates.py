"""Dates as people of different countries write them, read where they can mean one day only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[ ,T].*)?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ ,T].*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ ,T].*)?")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_WORDS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%B %d %Y", "%d. %B %Y", "%B %Y")


class Read(NamedTuple):
    """Dates by document as EDTF, and what could not be read, and why."""

    dates: dict[str, str]
    unread: dict[str, str]
    note: str = ""


def read_national(cells: Mapping[str, str]) -> Read:
    """Which days are these dates?

    Dotted dates are day, month, year. With strokes the others of the file decide whether the day
    or the month comes first; where they do not, none of them is read. What is no date of these
    forms is given back as it is.

    Examples
    --------
    >>> read_national({"a": "09.03.2021", "b": "5 March 2021"}).dates
    {'a': '2021-03-09', 'b': '2021-03-05'}
    >>> read_national({"a": "3/4/2021", "b": "3/14/2021"}).dates
    {'a': '2021-03-04', 'b': '2021-03-14'}
    >>> read_national({"a": "3/4/2021"}).unread
    {'a': '3/4/2021'}
    """
    day_first = _day_first(cells.values())
    dates: dict[str, str] = {}
    unread: dict[str, str] = {}
    for name, text in cells.items():
        found = _day(text.strip(), day_first)
        if found is None:
            unread[name] = text
        else:
            dates[name] = found
    used = any(_SLASHED.fullmatch(text.strip()) for text in cells.values())
    order = {True: "day", False: "month"}.get(day_first) if used and day_first is not None else ""
    said = f"dates such as 3/4/2021 are read with the {order} first, as others show"
    note = said if order else ""
    return Read(dates, unread, note)


def _day_first(texts: Iterable[str]) -> bool | None:
    """Whether the day comes first in dates with strokes; None where nothing shows it."""
    seen: set[bool] = set()
    for text in texts:
        found = _SLASHED.fullmatch(text.strip())
        if found:
            first, second = int(found[1]), int(found[2])
            if first > 12:
                seen.add(True)
            if second > 12:
                seen.add(False)
    return seen.pop() if len(seen) == 1 else None


def _day(text: str, day_first: bool | None) -> str | None:
    """A date as EDTF; as it is where it is of no national form; None where it is open."""
    time = _TIME.fullmatch(text)
    if time:
        return time[1]
    dotted, slashed, year = (p.fullmatch(text) for p in (_DOTTED, _SLASHED, _YEAR_FIRST))
    if dotted:
        return _iso(dotted[3], dotted[2], dotted[1])
    if year:
        return _iso(year[1], year[2], year[3])
    if slashed:
        first, second = slashed[1], slashed[2]
        if int(first) == int(second):
            return _iso(slashed[3], first, second)
        if day_first is None:
            return None
        return _iso(slashed[3], *((second, first) if day_first else (first, second)))
    for form in _WORDS:
        try:
            found = datetime.strptime(text, form).date()
        except ValueError:
            continue
        return f"{found:%Y-%m}" if form == "%B %Y" else found.isoformat()
    return text


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
