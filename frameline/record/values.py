"""How a value is written for a reader, and as JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

UNITS = (
    "count", "share", "net", "alpha", "number", "p", "year", "percent", "text", "name", "list",
)  # fmt: skip
_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def format_value(value: Any, unit: str) -> str:
    """Write a value as a reader expects it, by its unit.

    Parameters
    ----------
    value : object
        A number, text or list; missing values give an en dash.
    unit : str
        One of ``UNITS``. ``share`` is a fraction shown in percent, ``net`` lies in -1..1 and
        keeps its sign, ``percent`` is already in percent, ``p`` is a probability.

    Examples
    --------
    >>> format_value(0.456, "share"), format_value(-0.5, "net"), format_value(0.0004, "p")
    ('46%', '−0.50', '< 0.001')
    >>> format_value(1234, "count"), format_value(["a", "b", "c"], "list")
    ('1,234', 'a, b and c')
    """
    if unit == "list":
        return join_words(list(value))
    if unit in ("text", "name"):
        return str(value)
    if is_missing(value) or (isinstance(value, float) and math.isnan(value)):
        return "–"
    number = float(value)
    if unit == "p":
        return (
            "< 0.001"
            if number < 0.001
            else f"= {number:.3f}"
            if number < 0.1
            else f"= {number:.2f}"
        )
    text = {
        "count": f"{number:,.0f}",
        "year": f"{number:.0f}",
        "share": f"{100 * number:.0f}%",
        "percent": f"{number:.0f}%",
        "net": f"{number:+.2f}",
        "alpha": f"{number:.2f}",
        "number": f"{number:,.2f}",
    }[unit]
    if unit == "net" and float(text) == 0:
        text = "0.00"
    return text.replace("-", "−")


def join_words(words: Sequence[str]) -> str:
    """Join words as English does: ``a, b and c``; ``none`` for an empty list."""
    words = [str(w) for w in words]
    if not words:
        return "none"
    if len(words) == 1:
        return words[0]
    return ", ".join(words[:-1]) + " and " + words[-1]


def in_words(value: Any, *, capital: bool) -> str:
    """A whole number as a word as far as twelve, in digits above.

    >>> in_words(3, capital=True), in_words(1200, capital=False)
    ('Three', '1,200')
    """
    number = int(value)
    text = _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"
    return text.capitalize() if capital else text


def is_missing(value: Any) -> bool:
    """Whether there is no value; that of pandas is known without importing pandas."""
    return value is None or type(value).__name__ == "NAType"


def plain(value: Any) -> Any:
    """A JSON value without numpy types or NaN, rounded to ten places."""
    if is_missing(value):
        return None
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 10)
    return value
