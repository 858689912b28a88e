"""Conditions on documents: ``outlet in [FOX, NYT] and year >= 2012``, in a grammar of its own.

Nothing is evaluated as Python. A condition is asked of the distinct values of a column, so that it
means the same in every backend: each comparison becomes a list of values that pass.

    condition  = both {"or" both}
    both       = part {"and" part}
    comparison = column sign value | column ["not"] "in" "[" value {"," value} "]"
    part       = ["not"] (comparison | "(" condition ")")
    sign       = "=" | "==" | "!=" | "<" | "<=" | ">" | ">="
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from frameline.corpus.fault import hint, listed

YEAR = "year"
_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_KEYWORDS = ("and", "or", "not", "in")
_TOKEN = re.compile(
    r"""\s*(?:(?P<sign><=|>=|!=|==|=|<|>)|(?P<mark>[()\[\],])
    |(?P<quoted>"[^"]*"|'[^']*')|(?P<word>[^\s()\[\],<>=!"']+))""",
    re.VERBOSE,
)
_MOST, _DEEPEST = 2000, 50


class ConditionError(ValueError):
    """A condition that cannot be read, or that names what the documents do not have."""


class Comparison(NamedTuple):
    """One column against values: passes where it is among (`sign` "in"), or compares so."""

    column: str
    sign: str
    values: tuple[str, ...]

    def passes(self, cell: str) -> bool:
        """Whether a cell passes. Numbers are compared as numbers, all else as text.

        >>> Comparison("year", ">=", ("2012",)).passes("2013")
        True
        >>> Comparison("n", "<", ("9",)).passes("10"), Comparison("n", "<", ("9",)).passes("")
        (False, False)
        """
        if self.sign in ("in", "not in"):
            return any(_same(cell, value) for value in self.values) == (self.sign == "in")
        if self.sign in ("=", "==", "!="):
            return _same(cell, self.values[0]) != (self.sign == "!=")
        if cell == "":
            return False
        left, right = _number(cell), _number(self.values[0])
        if left is None or right is None:
            return _SIGNS[self.sign](cell, self.values[0])
        return _SIGNS[self.sign](left, right)


@dataclass(frozen=True)
class Joined:
    """Conditions of which all (`how` "and"), one ("or") or none ("not") must hold."""

    how: str
    parts: tuple[Condition, ...]


Condition = Comparison | Joined


def parse_condition(text: str) -> Condition:
    """Read a condition.

    Question: which documents does this line ask for?

    Parameters
    ----------
    text
        As in the grammar above; a value with blanks or signs in it stands in quotes.

    Raises
    ------
    ConditionError
        With the place where reading stopped.

    Examples
    --------
    >>> parse_condition("outlet in [FOX, NYT] and year >= 2012").parts[1]
    Comparison(column='year', sign='>=', values=('2012',))
    >>> parse_condition("year >")
    Traceback (most recent call last):
    frameline.corpus.conditions.ConditionError: where: a value is missing at the end of "year >"
    """
    if len(text) > _MOST:
        raise ConditionError(f"where: longer than {_MOST:,} characters")
    reader = _Reader(text)
    found = reader.condition()
    if reader.left:
        raise reader.fault("one of and, or")
    return found


def comparisons(condition: Condition) -> list[Comparison]:
    """Every comparison of a condition.

    >>> [one.column for one in comparisons(parse_condition("a = 1 or not (b = 2)"))]
    ['a', 'b']
    """
    if isinstance(condition, Comparison):
        return [condition]
    return [one for part in condition.parts for one in comparisons(part)]


def check_columns(condition: Condition, columns: Sequence[str]) -> None:
    """Raise ConditionError for a column that there is not, with those that are alike."""
    for one in comparisons(condition):
        if one.column not in columns:
            raise ConditionError(
                f"where: no column {one.column!r}{hint(one.column, columns)}; "
                f"there are {listed(list(columns))}"
            )


def check_values(one: Comparison, known: Sequence[str]) -> None:
    """Raise ConditionError for a value asked for by name that no document has.

    >>> check_values(parse_condition("outlet = FXO"), ["FOX", "NYT"])
    Traceback (most recent call last):
    frameline.corpus.conditions.ConditionError: where: outlet is never 'FXO' (did you mean "FOX"?)
    """
    if one.sign not in ("in", "not in", "=", "==", "!="):
        return
    for value in one.values:
        if value and not any(_same(cell, value) for cell in known):
            raise ConditionError(f"where: {one.column} is never {value!r}{hint(value, known)}")


def passing(condition: Condition, cells: Mapping[str, str]) -> bool:
    """Whether a document with these cells passes.

    >>> passing(parse_condition("not (a = 1) or b in ['x y']"), {"a": "1", "b": "x y"})
    True
    """
    if isinstance(condition, Comparison):
        return condition.passes(cells[condition.column])
    found = [passing(part, cells) for part in condition.parts]
    if condition.how == "not":
        return not found[0]
    return all(found) if condition.how == "and" else any(found)


def _same(cell: str, value: str) -> bool:
    if cell == value:
        return True
    left, right = _number(cell), _number(value)
    return left is not None and left == right


def _number(text: str) -> float | None:
    if not re.fullmatch(r"[-+]?\d{1,15}(\.\d{1,15})?", text, re.ASCII):
        return None
    return float(text)


class _Reader:
    """Reads a condition from left to right; `left` is what was not read yet."""

    def __init__(self, text: str):
        self.text, self.depth = text, 0
        self.left: list[tuple[str, str]] = []
        place = 0
        while place < len(text.rstrip()):
            found = _TOKEN.match(text, place)
            if not found:
                raise ConditionError(f"where: {text[place:].strip()!r} cannot be read")
            kind = str(found.lastgroup)
            self.left.append((kind, found[kind]))
            place = found.end()

    def fault(self, wanted: str) -> ConditionError:
        """What was wanted, and where."""
        if not self.left:
            return ConditionError(f'where: {wanted} is missing at the end of "{self.text}"')
        return ConditionError(f"where: found {self.left[0][1]!r}, wanted {wanted}")

    def condition(self) -> Condition:
        """``both {or both}``."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ConditionError("where: too many brackets in one another")
        found = self._joined("or", lambda: self._joined("and", self._part))
        self.depth -= 1
        return found

    def _joined(self, how: str, read: Callable[[], Condition]) -> Condition:
        parts = [read()]
        while self._take("word", how):
            parts.append(read())
        return parts[0] if len(parts) == 1 else Joined(how, tuple(parts))

    def _part(self) -> Condition:
        if self._take("word", "not"):
            return Joined("not", (self._part_once(),))
        return self._part_once()

    def _part_once(self) -> Condition:
        if not self._take("mark", "("):
            return self._comparison()
        found = self.condition()
        if not self._take("mark", ")"):
            raise self.fault("a closing bracket")
        return found

    def _comparison(self) -> Comparison:
        column = self._value("a column")
        negated = self._take("word", "not")
        if self._take("word", "in"):
            return Comparison(column, "not in" if negated else "in", self._list())
        if negated or not self.left or self.left[0][0] != "sign":
            raise self.fault("one of = != < <= > >= in")
        return Comparison(column, self.left.pop(0)[1], (self._value("a value"),))

    def _list(self) -> tuple[str, ...]:
        if not self._take("mark", "["):
            raise self.fault("a list in square brackets")
        values = [self._value("a value")]
        while self._take("mark", ","):
            values.append(self._value("a value"))
        if not self._take("mark", "]"):
            raise self.fault("a comma or a closing square bracket")
        return tuple(values)

    def _value(self, wanted: str) -> str:
        if not self.left or self.left[0][0] not in ("word", "quoted"):
            raise self.fault(wanted)
        kind, text = self.left[0]
        if kind == "word" and text in _KEYWORDS:
            raise self.fault(wanted)
        self.left.pop(0)
        return text[1:-1] if kind == "quoted" else text

    def _take(self, kind: str, text: str) -> bool:
        if self.left and self.left[0] == (kind, text):
            self.left.pop(0)
            return True
        return False
