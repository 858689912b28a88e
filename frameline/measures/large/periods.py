"""Years and months put into a few periods of one length, so that a chart stays readable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

WIDTHS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
LENGTHS: Mapping[str, int] = {"year": 1, "decade": 10}
NO_DATE = "no date"


class Period(NamedTuple):
    """Some years in a row, first and last included."""

    name: str
    first: int
    last: int

    @property
    def middle(self) -> pd.Timestamp:
        """The day in the middle of the period."""
        years = self.first + self.last
        return pd.Timestamp(year=(years + 1) // 2, month=1 if years % 2 else 7, day=1)


def periods(whens: Iterable[str], most: int = 10, rule: str = "") -> dict[str, Period]:
    """Choose periods of one length for the years that occur.

    Parameters
    ----------
    whens
        Years or months as text ("2015", "2015-03"); others, such as blanks, are left out.
    most
        At most so many periods.
    rule
        "year" or "decade", or the first years of periods ("2001,2015"), whatever `most` says.

    Returns
    -------
    dict
        Each of the dates to its period, in order of time. Periods begin at multiples of their
        length, which is the least of 1, 2, 5, 10, 20, 25, 50 ... years that gives few enough;
        where none does there is one, from the first year to the last. A period without any
        document is left out.

    Examples
    --------
    >>> found = periods(["1994", "1999", "2003"], most=2)
    >>> [period.name for period in found.values()]
    ['1990–1999', '1990–1999', '2000–2009']
    >>> [period.name for period in periods(["1999", "2003", "2020"], rule="2001,2015").values()]
    ['1999–2000', '2001–2014', '2015–2020']
    """
    if most < 1:
        raise ValueError(f"most is {most}; allowed: 1 and more")
    years = {
        when: int(when[:4]) for when in set(whens) if when[:4].isascii() and when[:4].isdigit()
    }
    if not years:
        return {}
    low, high = min(years.values()), max(years.values())
    if rule in LENGTHS:
        return {when: _period(year, LENGTHS[rule]) for when, year in sorted(years.items())}
    if rule:
        starts = sorted({low, *(int(year) for year in rule.split(","))})
        return {when: _between(year, starts, high) for when, year in sorted(years.items())}
    width = next((w for w in WIDTHS if high // w - low // w < most), 0)
    if not width:
        return dict.fromkeys(sorted(years), Period(f"{low}–{high}", low, high))
    return {when: _period(year, width) for when, year in sorted(years.items())}


def named(found: Mapping[str, Period]) -> dict[str, str]:
    """Map each date to the name of its period.

    Examples
    --------
    >>> named(periods(["2003-05"], most=2))
    {'2003-05': '2003'}
    """
    return {when: period.name for when, period in found.items()}


def middles(found: Mapping[str, Period]) -> dict[str, pd.Timestamp]:
    """Map the name of each period to the day in its middle.

    Examples
    --------
    >>> str(middles(periods(["1994", "2003"], most=2))["1990–1999"].date())
    '1995-01-01'
    """
    return {period.name: period.middle for period in found.values()}


def _period(year: int, width: int) -> Period:
    first = year // width * width
    name = f"{first}" if width == 1 else f"{first}–{first + width - 1}"
    return Period(name, first, first + width - 1)


def _between(year: int, starts: list[int], high: int) -> Period:
    """The period that begins at the last of these years before or in a year."""
    first = max(start for start in starts if start <= year)
    last = min([start - 1 for start in starts if start > year] or [high])
    return Period(f"{first}" if first == last else f"{first}–{last}", first, last)
