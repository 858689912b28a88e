"""The text of a TEI document as one string, and where its elements and pointers are in it.

Source: TEI P5 Guidelines, 16.2 "Pointing Mechanisms" (TEI XPointer schemes); RFC 5147.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Span

ID = "{http://www.w3.org/XML/1998/namespace}id"
#: What is said about the text, not part of it, wherever it stands.
_ASIDE = {
    "standOff", "spanGrp", "span", "listAnnotation", "interpGrp", "interp", "linkGrp", "link",
    "fs", "fvLib", "fLib", "teiHeader",
}  # fmt: skip
_SCHEME = re.compile(r"(string-range|range|left|right)\((.*)\)")
_CHARACTERS = re.compile(r"char=([0-9]{1,12}),([0-9]{1,12})(;.*)?")
_NUMBER = re.compile(r"[0-9]{1,12}")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def place(element: etree._Element) -> str:
    """Where an element is, for messages."""
    return f"line {element.sourceline}, {local(element)}"


class TextOf:
    """The text below an element, to the letter, blanks and line ends included.

    Parameters
    ----------
    element : element or None
        The TEI element ``text``; None where the file points at a text that is elsewhere.
    unit : str
        What the file counts.
    file : str
        Name for messages.
    """

    def __init__(self, element: etree._Element | None, unit: str, file: str):
        self._file = file
        self._unit = unit
        self._parts: list[str] = []
        self._length = 0
        #: xml:id -> from where to where
        self._places: dict[str, Span] = {}
        self._twice: set[str] = set()
        self._whole = "" if element is None else element.get(ID) or ""
        if element is not None:
            self._walk(element)
        self.text = None if element is None else "".join(self._parts)
        self._ruler = Ruler(self.text or "", unit)

    def _say(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _walk(self, element: etree._Element) -> None:
        start = self._length
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str) and local(child) not in _ASIDE:
                self._walk(child)
            self._say(child.tail)
        name = element.get(ID)
        if name:
            self._twice |= {name} & self._places.keys()
            self._places[name] = Span(start, self._length)

    # Pointers

    def spans(self, pointers: str, where: str) -> tuple[Span, ...] | None:
        """The pieces of text that pointers name; () for all of it, None for none.

        Raises
        ------
        ExchangeError
            For positions outside of the text and ids that are not there.
        """
        found: list[Span] = []
        for pointer in _split(pointers):
            spans = self._pointed(pointer, where)
            if spans is None:
                return None
            if spans == ():
                return ()
            found += spans
        return tuple(sorted(set(found))) if found else None

    def between(self, start: str, end: str, where: str) -> tuple[Span, ...] | None:
        """From the beginning of what one pointer names to the end of what another does."""
        first = self.spans(start, where)
        last = self.spans(end, where) if end else first
        if not first or not last:
            return first if first == () or last is None else None
        if last[-1].end < first[0].start:
            raise ExchangeError(
                self._file, where, f"{end} before {start}", "an end that is not before the start"
            )
        return (Span(first[0].start, last[-1].end),)

    def _pointed(self, pointer: str, where: str) -> tuple[Span, ...] | None:
        base, _, fragment = pointer.partition("#")
        if base and self.text is not None:
            return None
        if self.text is None and not fragment:
            return ()
        characters = _CHARACTERS.fullmatch(fragment)
        if characters:
            return (self._counted(int(characters.group(1)), int(characters.group(2)), where),)
        scheme = _SCHEME.fullmatch(fragment)
        if not scheme:
            if self.text is None or not fragment or "(" in fragment:
                return None
            return () if fragment == self._whole else (self._element(fragment, where),)
        name, inside = scheme.group(1), [part.strip() for part in scheme.group(2).split(",")]
        if name == "string-range":
            return self._string_range(inside, where)
        ends = [self._element(part, where) for part in inside]
        if name in ("left", "right"):
            at = ends[0].start if name == "left" else ends[0].end
            return (Span(at, at),)
        if len(ends) != 2 or ends[1].end < ends[0].start:
            raise ExchangeError(
                self._file, where, pointer[:60], "range(#start,#end), in this order"
            )
        return (Span(ends[0].start, ends[1].end),)

    def _string_range(self, inside: list[str], where: str) -> tuple[Span, ...]:
        numbers = inside[1:]
        if not numbers or len(numbers) % 2 or not all(map(_NUMBER.fullmatch, numbers)):
            raise ExchangeError(
                self._file, where, f"string-range({','.join(inside)[:60]})",
                "string-range(id,offset,length), whole numbers from 0",
            )  # fmt: skip
        base = self._element(inside[0], where)
        ruler = self._ruler
        if self.text is not None and base != Span(0, len(self.text)):
            ruler = Ruler(self.text[base.start : base.end], self._unit)
        found = []
        for offset, length in zip(numbers[::2], numbers[1::2], strict=True):
            start = int(offset)
            span = ruler.located(start, start + int(length), self._file, where)
            found.append(Span(base.start + span.start, base.start + span.end))
        return tuple(found)

    def _counted(self, start: int, end: int, where: str) -> Span:
        if self.text is not None:
            return self._ruler.located(start, end, self._file, where)
        if end < start:
            raise ExchangeError(
                self._file, where, f"end {end} before start {start}", "start <= end"
            )
        return Span(start, end)

    def _element(self, name: str, where: str) -> Span:
        name = name.removeprefix("#")
        if name not in self._places:
            raise ExchangeError(
                self._file, where, f"a pointer to {name[:60]!r}, which is not in the text",
                "an xml:id of the text", "is the file complete?",
            )  # fmt: skip
        if name in self._twice:
            raise ExchangeError(
                self._file, where, f"a pointer to {name[:60]!r}, which is there twice",
                "an xml:id given once", "give each element an id of its own",
            )  # fmt: skip
        return self._places[name]


def _split(pointers: str) -> Iterator[str]:
    """Pointers between blanks, but for blanks in brackets."""
    found, depth = "", 0
    for char in pointers:
        depth += (char == "(") - (char == ")")
        if char.isspace() and depth <= 0:
            if found:
                yield found
            found = ""
        else:
            found += char
    if found:
        yield found
