"""The shape of a record: what it must hold, and a clear word where it does not."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")


class RecordError(ValueError):
    """A record is not what the report can show."""


@dataclass(frozen=True)
class Shape:
    """The fields of a record as it was read, each checked when asked for.

    Parameters
    ----------
    data : object
        What was read.
    what : str
        What it should be, for messages: ``a figure``.
    required : tuple of str
        The fields it must have.

    Raises
    ------
    RecordError
        The data are no table of names, or a field is missing or of another kind.

    Examples
    --------
    >>> Shape({"key": "slopes", "width": "wide"}, "a figure", ("key",)).number("width")
    Traceback (most recent call last):
    ...
    frameline.record.shape.RecordError: expected a number as width of a figure, not 'wide'
    """

    data: Mapping[str, Any]
    what: str
    required: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        expect(isinstance(self.data, Mapping), f"{self.what} as a table of names", self.data)
        missing = [name for name in self.required if name not in self.data]
        expect(not missing, f"{', '.join(missing)} in {self.what}")

    def text(self, name: str, default: str = "") -> str:
        """A text; the default where there is none."""
        value = self._get(name, default)
        expect(isinstance(value, str), f"text as {name} of {self.what}", value)
        return str(value)

    def key(self, name: str) -> str:
        """A name used for files, anchors and references."""
        value = self.text(name)
        wanted = f"lower-case words joined by hyphens as {name} of {self.what}"
        expect(bool(_KEY.fullmatch(value)), wanted, value)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        values = self.entries(name)
        for value in values:
            expect(isinstance(value, str), f"texts as {name} of {self.what}", value)
        return tuple(values)

    def number(self, name: str, default: float = 0.0) -> float:
        """A number; the default where there is none."""
        value = self._get(name, default)
        expect(is_number(value), f"a number as {name} of {self.what}", value)
        return float(value)

    def size(self, name: str, default: float) -> float:
        """A number above nought."""
        value = self.number(name, default)
        expect(value > 0, f"a number above 0 as {name} of {self.what}", value)
        return value

    def amount(self, name: str) -> float:
        """A number of nought or more."""
        value = self.number(name)
        expect(value >= 0, f"a number of 0 or more as {name} of {self.what}", value)
        return value

    def whole(self, name: str, default: int = 0) -> int:
        """A whole number; the default where there is none."""
        value = self._get(name, default)
        whole = isinstance(value, int) and not isinstance(value, bool)
        expect(whole, f"a whole number as {name} of {self.what}", value)
        return int(value)

    def maybe_number(self, name: str) -> Any:
        """A number as it is, or None."""
        value = self.data.get(name)
        expect(value is None or is_number(value), f"a number as {name} of {self.what}", value)
        return value

    def flag(self, name: str) -> bool:
        """Yes or no; no where nothing is said."""
        value = self._get(name, False)
        expect(isinstance(value, bool), f"true or false as {name} of {self.what}", value)
        return bool(value)

    def entries(self, name: str) -> Sequence[Any]:
        """A list of anything; empty where there is none."""
        value = self._get(name, ())
        expect(isinstance(value, (list, tuple)), f"a list as {name} of {self.what}", value)
        return tuple(value)

    def _get(self, name: str, default: Any) -> Any:
        value = self.data.get(name)
        return default if value is None else value


def is_number(value: Any) -> bool:
    """Whether a value is a number that JSON can hold."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def expect(condition: bool, wanted: str, *found: Any) -> None:
    """Refuse a record that does not hold what is wanted.

    >>> expect(False, "a number", "x")
    Traceback (most recent call last):
    ...
    frameline.record.shape.RecordError: expected a number, not 'x'
    """
    if not condition:
        shown = "".join(f", not {repr(value)[:60]}" for value in found)
        raise RecordError(f"expected {wanted}{shown}")
