"""Values as JSON, and whole numbers as words."""

from __future__ import annotations

import math
from typing import Any

from frameline.words.formats import is_missing

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def in_words(value: Any, *, capital: bool) -> str:
    """A whole number as a word as far as twelve, in digits above.

    >>> in_words(3, capital=True), in_words(1200, capital=False)
    ('Three', '1,200')
    """
    number = int(value)
    text = _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"
    return text.capitalize() if capital else text


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
