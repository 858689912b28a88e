"""How numbers, dates, names and lists are written: one small object for each unit.

Prose, tables and charts write a value through the same object, so that a share looks the same
wherever it stands. What depends on the language (decimal sign, digits, the signs of percent and
minus, how a list is joined) comes from CLDR through Babel.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

_PLACES = re.compile(r"\{([01])\}")
#: What stands for a value that there is none of.
MISSING = "–"
#: English as this report writes it: lists without a comma before the last "and".
LOCALES = {"en": "en_GB"}
_ENGLISH = {".": ".", ",": ",", "%": "%", "-": "−"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class NumberFormat:
    """How the values of one unit are written.

    Attributes
    ----------
    decimals : int
        Digits after the decimal sign.
    scale : float
        What a value is multiplied with before it is written: 100 for shares.
    grouped : bool
        Whether thousands are set apart.
    signed : bool
        Whether a positive value keeps its sign.
    after : str
        What follows the digits: the sign of percent.

    Examples
    --------
    >>> FORMATS["share"].write(0.456), FORMATS["net"].write(-0.5), FORMATS["count"].write(1234)
    ('46%', '−0.50', '1,234')
    >>> FORMATS["share"].write(0.456, "fa"), FORMATS["number"].write(-1234.5, "ru")
    ('۴۶٪', '−1\\xa0234,50')
    """

    decimals: int = 0
    scale: float = 1
    grouped: bool = False
    signed: bool = False
    after: str = ""

    def write(self, value: Any, lang: str = "en") -> str:
        """A number as a reader of a language expects it; a dash where there is none."""
        if is_missing(value):
            return MISSING
        number = float(value) * self.scale
        sign, group = "+" * self.signed, "," * self.grouped
        text = f"{number:{sign}{group}.{self.decimals}f}"
        if self.signed and float(text.replace(",", "")) == 0:
            text = text.lstrip("+-")
        return localised(text + self.after, lang)


@dataclass(frozen=True)
class ProbabilityFormat(NumberFormat):
    """A probability with its sign of equality: ``= 0.034``, ``< 0.001``.

    >>> FORMATS["p"].write(0.0004), FORMATS["p"].write(0.0341), FORMATS["p"].write(0.34)
    ('< 0.001', '= 0.034', '= 0.34')
    """

    def write(self, value: Any, lang: str = "en") -> str:
        """The probability with the sign that stands before it."""
        if is_missing(value):
            return MISSING
        number = float(value)
        if number < 0.001:
            return localised("< 0.001", lang)
        return localised(f"= {number:.3f}" if number < 0.1 else f"= {number:.2f}", lang)


#: The units of findings that are numbers, each with how it is written.
FORMATS: dict[str, NumberFormat] = {
    "count": NumberFormat(grouped=True),
    "year": NumberFormat(),
    "share": NumberFormat(scale=100, after="%"),
    "percent": NumberFormat(after="%"),
    "net": NumberFormat(decimals=2, signed=True),
    "points": NumberFormat(decimals=1, signed=True),
    "alpha": NumberFormat(decimals=2),
    "number": NumberFormat(decimals=2, grouped=True),
    "p": ProbabilityFormat(),
}
#: All units that a finding may have.
UNITS = (*FORMATS, "text", "name", "list")


def format_value(value: Any, unit: str, lang: str = "en", *, none: str = "none") -> str:
    """Write a value as a reader expects it, by its unit.

    Parameters
    ----------
    value : object
        A number, text or list; missing numbers give an en dash.
    unit : str
        One of `UNITS`. ``share`` is a fraction shown in percent, ``net`` lies in -1..1 and
        keeps its sign, ``percent`` is already in percent, ``points`` are differences of these,
        ``p`` is a probability.
    lang : str
        Language of the report.
    none : str
        What stands for an empty list.

    Examples
    --------
    >>> format_value(0.0004, "p"), format_value(["a", "b", "c"], "list"), format_value("x", "text")
    ('< 0.001', 'a, b and c', 'x')
    """
    if unit == "list":
        return join_words(list(value), lang, none=none)
    if unit in ("text", "name"):
        return str(value)
    return FORMATS[unit].write(value, lang)


def join_words(words: Sequence[str], lang: str = "en", *, none: str = "none") -> str:
    """Join words as a language does: ``a, b and c``; ``none`` for an empty list."""
    words = [str(word) for word in words]
    if not words:
        return none
    start, middle, end, pair = _list_patterns(lang)
    if len(words) < 3:
        return words[0] if len(words) == 1 else _fill(pair, *words)
    joined = _fill(start, words[0], words[1])
    for word in words[2:-1]:
        joined = _fill(middle, joined, word)
    return _fill(end, joined, words[-1])


def list_separators(lang: str = "en") -> tuple[str, ...]:
    """What stands between the members of a list, that between the last two at the end.

    >>> list_separators(), list_separators("ru")
    ((', ', ' and '), (', ', ' и '))
    """
    _, middle, end, pair = _list_patterns(lang)
    found = (pattern.removeprefix("{0}").removesuffix("{1}") for pattern in (middle, end, pair))
    return tuple(dict.fromkeys(found))


def format_date(date: str, lang: str = "en") -> str:
    """A day as a reader writes it; what is no whole day stays as it is.

    >>> format_date("2026-09-30"), format_date("2026-09-30", "de"), format_date("2026")
    ('30 September 2026', '30. September 2026', '2026')
    """
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    if lang == "en":
        # Not strftime: its month names follow the machine's locale.
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    from babel.dates import format_date as written

    return localised_digits(written(day, "long", locale=_locale(lang)), lang)


def localised(text: str, lang: str) -> str:
    """A number in ASCII with the signs and digits of a language."""
    return text.translate(_signs(lang))


def localised_digits(text: str, lang: str) -> str:
    """A text with the digits of a language: a date, the number of a chapter or figure.

    >>> localised_digits("3.1", "fa"), localised_digits("A.2", "ru")
    ('۳.۱', 'A.2')
    """
    return text if lang == "en" else text.translate(_own_digits(lang))


def is_missing(value: Any) -> bool:
    """Whether there is no value; that of pandas is known without importing pandas."""
    if value is None or type(value).__name__ == "NAType":
        return True
    return isinstance(value, float) and math.isnan(value)


def _fill(pattern: str, first: str, second: str) -> str:
    return _PLACES.sub(lambda place: (first, second)[int(place[1])], pattern)


@cache
def _signs(lang: str) -> dict[int, str]:
    if lang == "en":
        return str.maketrans(_ENGLISH)
    from babel import Locale

    locale = _locale(lang)
    assert isinstance(locale, Locale)
    system = locale.default_numbering_system
    symbols = locale.number_symbols.get(system) or locale.number_symbols["latn"]
    table = {".": symbols["decimal"], ",": symbols["group"], "%": symbols["percentSign"]}
    signs: dict[int, str] = str.maketrans({**table, "-": "−"})
    return signs | _own_digits(lang)


@cache
def _own_digits(lang: str) -> dict[int, str]:
    """The ten digits of a language that has digits of its own."""
    system = _locale(lang).default_numbering_system
    first = {"arab": 0x0660, "arabext": 0x06F0, "deva": 0x0966, "beng": 0x09E6}.get(system)
    return {ord(str(digit)): chr(first + digit) for digit in range(10)} if first else {}


@cache
def _list_patterns(lang: str) -> tuple[str, str, str, str]:
    if lang == "en":
        return "{0}, {1}", "{0}, {1}", "{0} and {1}", "{0} and {1}"
    patterns = _locale(lang).list_patterns["standard"]
    return patterns["start"], patterns["middle"], patterns["end"], patterns["2"]


@cache
def _locale(lang: str) -> Any:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(LOCALES.get(lang, lang).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(LOCALES["en"])
