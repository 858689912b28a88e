"""The catalogue of messages: every sentence of the report, in Project Fluent, a file a chapter.

A message names the findings whose values it shows: ``{ $steps-count }`` is the finding
``steps.count``, ``{ $step-from-to-net }`` the finding ``step.{from}.{to}.net`` of the row that
the sentence is about. What depends on a number is chosen in the message
(``{ $texts-count -> [one] text *[other] texts }``), never in code.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentFloat, FluentType
from fluent.syntax.ast import Junk

from frameline.words.cells import CELLS
from frameline.words.formats import LOCALES, format_value, is_missing, join_words
from frameline.words.language import language_folder

#: Messages that every chapter may use: numbers in words, terms.
SHARED = "shared"
#: The largest number that catalogues write in words, as ``number-3 = three``.
IN_WORDS = 12
_MARK = re.compile("\x02(\\d+)\x03")
#: A message may run over several lines of its file; a sentence does not.
_LINE_END = re.compile(r"\s*\n\s*")
_NOT_A_NAME = re.compile(r"[^\w]+")


class MessageError(ValueError):
    """A message that is missing, or that asks for what it was not given."""


@dataclass(frozen=True)
class Shown:
    """What a message may show: a value with its unit, and the key of its finding if it has one.

    Attributes
    ----------
    value : object
        Number, text, list or bool; a bool can only be chosen by (``[yes]``, ``[no]``).
    unit : str
        See `frameline.words.formats.UNITS`; empty: a value that is printed as it is. ``clauses``:
        a list of sentences already filled in, as `Messages.format` gives them.
    key : str
        Key of the finding.
    low, high, n : number, optional
        Interval and number of cases, for ``INTERVAL`` and ``N``.
    said : tuple of tuple of Segment
        Where the value is a sentence, or a list of them: their pieces, shown in its place.
    """

    value: Any
    unit: str = ""
    key: str = ""
    low: Any = None
    high: Any = None
    n: Any = None
    said: tuple[tuple[Segment, ...], ...] = ()


@dataclass(frozen=True)
class Segment:
    """A piece of a sentence; with a key where it is the value of a finding."""

    text: str
    key: str = ""


class Messages:
    """The messages of one chapter in one language.

    Parameters
    ----------
    chapter : str
        Name of the file, without ``.ftl``.
    lang : str
        One of `frameline.words.language.languages`.
    folder : path, optional
        Another folder with languages.

    Examples
    --------
    >>> messages = Messages("shared")
    >>> pieces = messages.format("number-in-words", {"number": Shown(3, "count", "texts.count")})
    >>> [(piece.text, piece.key) for piece in pieces]
    [('three', 'texts.count')]

    A sentence within a sentence keeps the keys of its values:

    >>> lines = (tuple(pieces), (Segment("a few"),))
    >>> inner = Shown(["three", "a few"], "list", said=lines)
    >>> around = {"low": inner, "high": Shown("many")}
    >>> [(piece.text, piece.key) for piece in messages.format("interval", around)]
    [('three', 'texts.count'), (' and a few to many', '')]
    >>> messages.text("clauses", {"rows": inner})
    'three; a few'
    """

    def __init__(self, chapter: str, lang: str = "en", folder: Path | None = None):
        self.chapter, self.lang = chapter, lang
        home = folder / lang if folder else language_folder(lang)
        names = [chapter] if chapter == CELLS else dict.fromkeys((SHARED, chapter))
        self._files = [home / f"{name}.ftl" for name in names]
        self._bundle = _bundle(lang, tuple(map(_stamp, self._files)))
        for file in self._files:
            # Whoever watches which files are read hears of it, also where it was parsed before.
            sys.audit("open", str(file), "r", 0)

    def __contains__(self, name: str) -> bool:
        return self._bundle.has_message(name)

    def attributes(self, name: str) -> list[str]:
        """The names of the parts of a message: title, subtitle, alt ..."""
        return list(self._message(name).attributes)

    def format(
        self,
        name: str,
        values: Mapping[str, Shown] | Callable[[str], Shown],
        attribute: str = "",
    ) -> list[Segment]:
        """Fill in a message: which pieces of text, and which of them are findings?

        Parameters
        ----------
        name : str
            Id of the message.
        values : mapping of str to Shown, or function
            What the names in the message stand for.
        attribute : str
            A part of the message instead of its value.

        Raises
        ------
        MessageError
            No such message or part, or a name that stands for nothing.
        """
        message = self._message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        where = f"{self.chapter}.ftl: {name}{'.' + attribute if attribute else ''}"
        if pattern is None:
            raise MessageError(f"{where}: the message has no such part")
        page = _Page(self, values if callable(values) else values.__getitem__)
        text = self._bundle.fill(pattern, page, where)
        return page.segments(text)

    def text(
        self, name: str, values: Mapping[str, Shown] | None = None, attribute: str = ""
    ) -> str:
        """The same as plain text."""
        return "".join(piece.text for piece in self.format(name, values or {}, attribute))

    def lines(self, name: str) -> str:
        """A message that shows no values, with the ends of its lines: a piece of Markdown."""
        message = self._message(name)
        text, errors = self._bundle.format_pattern(message.value, {})
        if errors:
            raise MessageError(f"{self.chapter}.ftl: {name}: {errors[0]}")
        return str(text)

    def in_words(self, number: int, *, capital: bool = False) -> str:
        """A small number in words, a larger one in digits."""
        if 0 <= number <= IN_WORDS:
            text = self.text(f"number-{number}")
            return text[:1].upper() + text[1:] if capital else text
        return format_value(number, "count", self.lang)

    def written(self, shown: Shown) -> str:
        """A value as the language writes it."""
        if shown.unit == "list":
            return join_words(list(shown.value), self.lang, none=self.text("list-none"))
        return format_value(shown.value, shown.unit or "text", self.lang)

    def _message(self, name: str) -> Any:
        try:
            return self._bundle.get_message(name)
        except LookupError:
            raise MessageError(f"{self.chapter}.ftl: no message {name!r}") from None


@dataclass
class _Page:
    """The values that one filled-in message shows, in the order in which they are met.

    Values never pass through Fluent as text: it handles marks, which are replaced at the end, so
    that nothing a corpus says can be read as part of a message.
    """

    messages: Messages
    look_up: Callable[[str], Shown]
    pieces: list[Segment] = field(default_factory=list)

    def mark(self, text: str, key: str = "") -> str:
        """Keep a piece of text and give what stands for it meanwhile."""
        self.pieces.append(Segment(text, key))
        return f"\x02{len(self.pieces) - 1}\x03"

    def mark_all(self, said: Sequence[Sequence[Segment]]) -> list[str]:
        """Keep sentences with the keys of their values."""
        return ["".join(self.mark(piece.text, piece.key) for piece in one) for one in said]

    def segments(self, text: str) -> list[Segment]:
        """The text with its marks replaced; neighbours without a key become one."""
        found: list[Segment] = []
        for place, part in enumerate(_MARK.split(text)):
            piece = self.pieces[int(part)] if place % 2 else Segment(part)
            if found and not piece.key and not found[-1].key:
                found[-1] = Segment(found[-1].text + piece.text)
            elif piece.text or piece.key:
                found.append(piece)
        return found


class _Value(FluentType):
    """A value in a message: shown by its format, chosen by what it is."""

    def __init__(self, shown: Shown, page: _Page):
        self.shown, self.page = shown, page

    def __eq__(self, other: object) -> bool:
        value = self.shown.value
        if isinstance(value, bool):
            return other == ("yes" if value else "no")
        if isinstance(value, (list, tuple)):
            return other == ("some" if value else "none")
        return bool(_NOT_A_NAME.sub("-", str(value)).strip("-") == other)

    def __hash__(self) -> int:
        return hash(str(self.shown.value))

    def format(self, locale: Any) -> str:
        if self.shown.said:
            return join_words(self.page.mark_all(self.shown.said), self.page.messages.lang)
        return self.page.mark(self.page.messages.written(self.shown), self.shown.key)


class _Number(FluentFloat, _Value):
    """A value that is a number, so that plural forms can be chosen by it."""

    def __new__(cls, shown: Shown, page: _Page) -> _Number:
        return float.__new__(cls, float(shown.value))

    __eq__ = float.__eq__
    __hash__ = float.__hash__
    format = _Value.format


class _Filled(FluentType):
    """A piece of text that a function made of a value."""

    def __init__(self, text: str, key: str, page: _Page):
        self._text, self._key, self._page = text, key, page

    def format(self, locale: Any) -> str:
        return self._page.mark(self._text, self._key)


def _words(value: Any, *, case: str = "", zero: str = "") -> _Filled:
    """``WORDS($n)``: a number in words; ``case: "capital"``; ``zero: "none"``."""
    shown, page = value.shown, value.page
    number = int(shown.value)
    text = zero if zero and not number else page.messages.in_words(number)
    return _Filled(text[:1].upper() + text[1:] if case == "capital" else text, shown.key, page)


def _interval(value: Any) -> _Filled:
    """``INTERVAL($x)``: from the lower to the upper end."""
    shown, page = value.shown, value.page
    low, high = (page.messages.written(Shown(end, shown.unit)) for end in (shown.low, shown.high))
    between = page.messages.text("interval", {"low": Shown(low), "high": Shown(high)})
    return _Filled(between, shown.key, page)


def _clauses(value: Any) -> str:
    """``CLAUSES($rows)``: sentences as the clauses of one."""
    page = value.page
    return page.messages.text("between-clauses").join(page.mark_all(value.shown.said))


def _n(value: Any) -> _Filled:
    """``N($x)``: the number of cases behind a value."""
    text = format_value(value.shown.n, "count", value.page.messages.lang)
    return _Filled(text, value.shown.key, value.page)


def _absolute(value: Any) -> _Filled:
    """``ABS($x)``: the size of a value without its sign."""
    shown = value.shown
    unit = "number" if shown.unit == "net" else shown.unit
    text = format_value(abs(shown.value), unit, value.page.messages.lang)
    return _Filled(text, shown.key, value.page)


def _first_letter(change: Callable[[str], str]) -> Callable[[Any], _Filled]:
    def function(value: Any) -> _Filled:
        text = value.page.messages.written(value.shown)
        return _Filled(change(text[:1]) + text[1:], value.shown.key, value.page)

    return function


#: What a message may ask for besides a plain value.
FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "WORDS": _words,
    "INTERVAL": _interval,
    "N": _n,
    "CLAUSES": _clauses,
    "ABS": _absolute,
    "CAPITAL": _first_letter(str.upper),
    "LOWER": _first_letter(str.lower),
}


class _Given(dict[str, Any]):
    """What the names in a message stand for, looked up when they are met."""

    def __init__(self, page: _Page):
        super().__init__()
        self._page = page

    def __missing__(self, name: str) -> Any:
        shown = self._page.look_up(name)
        value = shown.value
        number = not isinstance(value, (bool, str, list, tuple)) and not is_missing(value)
        return _Number(shown, self._page) if number else _Value(shown, self._page)


class _Bundle(FluentBundle):
    """A bundle whose values keep their type: `format_pattern` would make plain numbers of them."""

    def fill(self, pattern: Any, page: _Page, where: str) -> str:
        errors: list[Exception] = []
        current = CurrentEnvironment(args=_Given(page))
        text = pattern(ResolverEnvironment(context=self, current=current, errors=errors))
        if errors:
            raise MessageError(f"{where}: {errors[0]}")
        return _LINE_END.sub(" ", str(text))


def _stamp(file: Path) -> tuple[str, int]:
    """A file, and when it was changed: an edited catalogue is read anew."""
    try:
        return str(file), os.stat(file).st_mtime_ns
    except OSError:
        raise MessageError(f"{file}: no such catalogue") from None


@lru_cache(maxsize=64)
def _bundle(lang: str, files: tuple[tuple[str, int], ...]) -> _Bundle:
    bundle = _Bundle([LOCALES.get(lang, lang)], functions=dict(FUNCTIONS), use_isolating=False)
    for name, changed in files:
        bundle.add_resource(_resource(name, changed))
    return bundle


@cache
def _resource(name: str, changed: int) -> Any:
    text = Path(name).read_text(encoding="utf-8")
    resource = FluentResource(text)
    for entry in resource.body:
        if isinstance(entry, Junk) and entry.span:
            line = text[: entry.span.start].count("\n") + 1
            raise MessageError(f"{name}, line {line}: {entry.annotations[0].message}")
    return resource
