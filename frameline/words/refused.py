"""The words that sentences of the report may not hold: one list, in ``refused.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

#: Kinds of refused words: what the design cannot support, and terms of method.
UNSUPPORTED, JARGON = "unsupported", "jargon"


@cache
def refused(kind: str) -> tuple[str, ...]:
    """The words of a kind."""
    text = Path(__file__).with_name("refused.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[kind]["words"])


def first_refused(text: str, kind: str = UNSUPPORTED) -> str:
    """The first word of a text that is refused; empty where there is none.

    >>> first_refused("The share rose over time"), first_refused("The share is larger")
    ('rose', '')
    >>> first_refused("An alpha of its own", JARGON)
    'alpha'
    """
    found = _pattern(kind).search(text)
    return found.group() if found else ""


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in refused(kind))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
