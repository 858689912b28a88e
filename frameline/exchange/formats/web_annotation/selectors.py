"""Where in a text the selectors of the Web Annotation model point.

Source: W3C Recommendation "Web Annotation Data Model" (2017), section 4.2; RFC 5147.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_place, a_text, an_object
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Span

#: Selectors inside each other, by refinedBy or as the ends of a range.
_DEEPEST = 20
_CHARACTERS = re.compile(r"char=([0-9]{1,12}),([0-9]{1,12})(;.*)?")


@dataclass(frozen=True)
class Selected:
    """What a selector selects: a span and what it quotes, or why it is no span.

    Parameters
    ----------
    span : Span or None
    quote : str
    why : str
        ``""`` where there is a span.
    """

    span: Span | None = None
    quote: str = ""
    why: str = ""


@dataclass(frozen=True)
class Finder:
    """Finds what selectors of one document point at.

    Parameters
    ----------
    text : str or None
        None where the text is not at hand: then positions are taken as they are.
    unit : str
        What positions count.
    file : str
        Name for messages.
    """

    text: str | None
    unit: str
    file: str

    @cached_property
    def _ruler(self) -> Ruler:
        return Ruler(self.text or "", self.unit)

    def find(
        self, selector: Any, place: str, within: Span | None = None, deep: int = 0
    ) -> Selected:
        """What a selector, or a list of selectors of the same thing, selects.

        Raises
        ------
        ExchangeError
            For values of a wrong type, and positions outside of the text.
        """
        if deep > _DEEPEST:
            raise ExchangeError(
                self.file, place, "selectors inside each other", f"up to {_DEEPEST}"
            )
        if isinstance(selector, list):
            return self._best(selector, place, within, deep)
        one = an_object(selector, self.file, place)
        kind = kind_of(one, self.file, place)
        found = self._plain(kind, one, place, within, deep)
        if found.span is None or one.get("refinedBy") is None:
            return found
        inner = self.find(one["refinedBy"], f"{place}, refinedBy", found.span, deep + 1)
        return inner

    def _best(self, selectors: list[Any], place: str, within: Span | None, deep: int) -> Selected:
        """The first with a span, with the quote of any; else the first reason."""
        none = found = Selected(why="they name no piece of text")
        quote = ""
        kinds = [(kind_of(an_object(s, self.file, place), self.file, place), s) for s in selectors]
        # Positions first: a quote has to be searched for.
        for kind, one in sorted(kinds, key=lambda pair: pair[0] != "TextPositionSelector"):
            if found.span is not None and kind == "TextQuoteSelector":
                quote = quote or a_text(one.get("exact"), self.file, f"{place}, exact")
                continue
            tried = self.find(one, place, within, deep + 1)
            quote = quote or tried.quote
            if found.span is None and (tried.span is not None or found is none):
                found = tried
        return Selected(found.span, quote, found.why)

    def _plain(
        self, kind: str, one: Mapping[str, Any], place: str, within: Span | None, deep: int
    ) -> Selected:
        if kind == "TextPositionSelector":
            start, end = (a_place(one.get(k), self.file, f"{place}, {k}") for k in ("start", "end"))
            return self._position(start, end, place, within)
        if kind == "TextQuoteSelector":
            return self._quote(one, place, within)
        if kind == "RangeSelector":
            sides = [
                self.find(one.get(side), f"{place}, {side}", within, deep + 1)
                for side in ("startSelector", "endSelector")
            ]
            return self._range(sides[0], sides[1], place)
        if kind == "FragmentSelector":
            value = a_text(one.get("value"), self.file, f"{place}, value")
            return self.fragment(value, place, within)
        return Selected(why=f"a {kind or 'selector without type'} gives no position in a text")

    def fragment(self, value: str, place: str, within: Span | None = None) -> Selected:
        """What a fragment selects, if it counts characters (``char=5,9``)."""
        found = _CHARACTERS.fullmatch(value)
        if not found:
            return Selected(why="their fragment gives no position in a text")
        return self._position(int(found.group(1)), int(found.group(2)), place, within)

    def _position(self, start: int, end: int, place: str, within: Span | None) -> Selected:
        if self.text is None:
            if end < start:
                raise ExchangeError(
                    self.file, place, f"end {end} before start {start}", "start <= end"
                )
            base = within.start if within else 0
            return Selected(Span(base + start, base + end))
        part, base = self._part(within)
        ruler = self._ruler if within is None else Ruler(part, self.unit)
        span = ruler.located(start, end, self.file, place)
        return Selected(Span(base + span.start, base + span.end))

    def _part(self, within: Span | None) -> tuple[str, int]:
        text = self.text or ""
        return (text, 0) if within is None else (text[within.start : within.end], within.start)

    def _quote(self, one: Mapping[str, Any], place: str, within: Span | None) -> Selected:
        exact, prefix, suffix = (
            a_text(one.get(key), self.file, f"{place}, {key}")
            for key in ("exact", "prefix", "suffix")
        )
        if self.text is None:
            return Selected(quote=exact, why="they quote a text that is not at hand")
        part, base = self._part(within)
        whole = prefix + exact + suffix
        at = part.find(whole)
        if not exact or at < 0:
            return Selected(quote=exact, why="what they quote is not in the text")
        if part.find(whole, at + 1) >= 0:
            return Selected(quote=exact, why="what they quote is in the text several times")
        start = base + at + len(prefix)
        return Selected(Span(start, start + len(exact)), exact)

    def _range(self, start: Selected, end: Selected, place: str) -> Selected:
        if start.span is None or end.span is None:
            return Selected(why=start.why or end.why)
        if end.span.start < start.span.start:
            raise ExchangeError(
                self.file, place, "a range that ends before it starts", "start <= end"
            )
        return Selected(Span(start.span.start, end.span.start))


def kind_of(one: Mapping[str, Any], file: str, place: str) -> str:
    """The type of a thing, the first if it has several; "" if it says none."""
    said = one.get("type", one.get("@type"))
    kinds = a_list(said, file, f"{place}, type") if isinstance(said, list) else [said]
    return a_text(kinds[0] if kinds else None, file, f"{place}, type").rpartition(":")[2]


def positions(selector: Any) -> list[tuple[int, int, str]]:
    """Positions with what is quoted beside them, for telling the unit: nothing that is refined."""
    found = selector if isinstance(selector, list) else [selector]
    plain = [one for one in found if isinstance(one, dict) and "refinedBy" not in one]
    quotes = [one["exact"] for one in plain if isinstance(one.get("exact"), str)]
    return [
        (one["start"], one["end"], quotes[0])
        for one in plain
        if quotes and isinstance(one.get("start"), int) and isinstance(one.get("end"), int)
    ]
