"""Values of files nobody vouches for, of the type they must have, or an error naming the place."""

from __future__ import annotations

from typing import Any

from frameline.exchange.files.error import ExchangeError

#: Above, an offset is a slip: no text here is that long.
_LARGEST = 2**40


def an_object(value: Any, file: str, place: str) -> dict[str, Any]:
    """The value, if it is a JSON object."""
    if not isinstance(value, dict):
        raise _wrong(value, file, place, "an object {...}")
    return value


def a_list(value: Any, file: str, place: str) -> list[Any]:
    """The value, if it is a JSON array; null counts as an empty one."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise _wrong(value, file, place, "a list [...]")
    return value


def a_text(value: Any, file: str, place: str) -> str:
    """The value, if it is a string; null counts as an empty one."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong(value, file, place, "text")
    return value


def a_name(value: Any, file: str, place: str) -> str:
    """The value as a name: a string that is not blank, or a whole number written out."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(value, file, place, "a name or number")
    return value


def a_place(value: Any, file: str, place: str) -> int:
    """The value, if it can be an offset: a whole number from 0.

    Examples
    --------
    >>> a_place(2.5, "a.json", "task 1, start")
    Traceback (most recent call last):
    frameline.exchange.files.error.ExchangeError: a.json, task 1, start; found 2.5; allowed: \
a whole number from 0; correct the value
    """
    fits = isinstance(value, int) and not isinstance(value, bool)
    if not fits or not 0 <= value < _LARGEST:
        raise _wrong(value, file, place, "a whole number from 0")
    return int(value)


def _wrong(value: Any, file: str, place: str, allowed: str) -> ExchangeError:
    return ExchangeError(file, place, shown(value), allowed, "correct the value")


def shown(value: Any, width: int = 40) -> str:
    """A value as messages show it: short, on one line.

    Examples
    --------
    >>> shown({"a": 1}), shown(None), shown("a\\nb")
    ('an object', 'nothing', "'a\\\\nb'")
    """
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = repr(value[: width + 1]) if isinstance(value, str) else str(value)
    return text if len(text) <= width else text[: width - 1] + "…"
