"""Where in a document an annotation stands: its block, its unit, its evidence phrase.

With the text at hand the units are the sentences of its paragraphs. Without it each group of
spans that overlap is a unit, whoever marked them, so that coders can still be compared. A claim
without a place has the whole document as its unit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from frameline.corpus.texts import MAX_WORDS, tokenise
from frameline.exchange.model.project import Span
from frameline.exchange.model.sentences import paragraphs, sentences, trimmed

#: Block of units without a place: the document as a whole, units that only the file knows.
WHOLE = "DOC"
#: A phrase holds no more characters than this, for scripts that put no blanks between words.
MAX_CHARS = 80
#: An annotation that runs over more units than this is placed among the first of them.
_REACH = 500


class Unit(NamedTuple):
    """A sentence, a group of spans, a unit that the file names, or the whole document.

    Start and end are 0 where it is not known where the unit stands.
    """

    doc_id: str
    block: str
    sentence: int
    start: int = 0
    end: int = 0
    id: str = ""

    @property
    def unit_id(self) -> str:
        """The id as ``units.csv`` has it: document, block, sentence, unless it has its own."""
        return self.id or f"{self.doc_id}.{self.block}.s{self.sentence}"

    @property
    def placed(self) -> bool:
        """Whether it is known where the unit stands."""
        return self.end > self.start


class Places:
    """Blocks and units of one document, and which of them an annotation belongs to."""

    def __init__(
        self, doc_id: str, units: Iterable[Unit] = (), blocks: Iterable[tuple[str, Span]] = ()
    ) -> None:
        self.doc_id = doc_id
        self.blocks = list(blocks)
        self.block_ids = {block for block, _ in self.blocks}
        self._loose: list[Span] = []
        given = list(units)
        self._named = {unit.unit_id: unit for unit in given if not unit.placed}
        self._set_placed([unit for unit in given if unit.placed])

    def _set_placed(self, units: Iterable[Unit]) -> None:
        self._units = sorted(units, key=lambda unit: unit.start)
        self._starts = [unit.start for unit in self._units]
        self._ids = {unit.unit_id: unit for unit in self._units}

    @property
    def units(self) -> list[Unit]:
        """All units in reading order, those without a place first."""
        return [*self._named.values(), *self._units]

    @property
    def unplaced(self) -> bool:
        """Whether there are units, but of none it is known where it stands."""
        return not self._units and any(unit.block != WHOLE for unit in self._named.values())

    def unit_of(self, spans: Sequence[Span], name: str = "") -> Unit:
        """The unit an annotation belongs to.

        Parameters
        ----------
        spans : sequence of Span
            The unit that most of them lies in, the first of several; a span in no unit, as one of
            white space, belongs to the unit before it.
        name : str
            The unit as the file names it: for annotations without spans ("" is then the whole
            document), and wherever there is no text to make sentences of.
        """
        if not spans or not self._units or (name and not self.block_ids):
            return self._unit_named(name)
        overlap: dict[int, int] = {}
        for span in spans:
            for place in islice(self._touched(span), _REACH):
                unit = self._units[place]
                shared = min(unit.end, span.end) - max(unit.start, span.start)
                overlap[place] = overlap.get(place, 0) + shared
        if overlap:
            return self._units[max(overlap, key=lambda place: (overlap[place], -place))]
        return self._units[max(0, bisect_right(self._starts, spans[0].start) - 1)]

    def _unit_named(self, name: str) -> Unit:
        """The unit of this name, made where there is none; "" is the whole document."""
        full = name if name.startswith(f"{self.doc_id}.") else f"{self.doc_id}.{name or WHOLE}"
        known = self._ids.get(full) or self._named.get(full)
        if known is None:
            number = 1 + max(
                (u.sentence for u in self._named.values() if u.block == WHOLE), default=0
            )
            known = self._named[full] = Unit(self.doc_id, WHOLE, number, id=full)
        return known

    def _touched(self, span: Span) -> Iterator[int]:
        """Numbers of the units that a span overlaps."""
        place = max(0, bisect_right(self._starts, span.start) - 1)
        while place < len(self._units) and self._units[place].start < span.end:
            if self._units[place].end > span.start:
                yield place
            place += 1

    def add_spans(self, spans: Iterable[Span]) -> None:
        """Note spans that `make_groups` is to make units of, where they lie in none."""
        self._loose += [
            s for s in spans if s.end > s.start and next(self._touched(s), None) is None
        ]

    def make_groups(self) -> None:
        """Make a unit of every group of overlapping spans that was noted."""
        number = max((u.sentence for u in self._units if u.block == "P1"), default=0)
        made: list[Unit] = []
        for span in sorted(set(self._loose)):
            if made and span.start < made[-1].end:
                made[-1] = made[-1]._replace(end=max(made[-1].end, span.end))
            else:
                number += 1
                made.append(Unit(self.doc_id, "P1", number, span.start, span.end))
        self._loose = []
        self._set_placed([*self._units, *made])


def places_in_text(doc_id: str, text: str) -> Places:
    """The paragraphs of a text as blocks P1, P2, ..., and their sentences as units.

    >>> places = places_in_text("a", "One. Two.\\n\\nThree.")
    >>> [(unit.unit_id, unit.start, unit.end) for unit in places.units]
    [('a.P1.s1', 0, 4), ('a.P1.s2', 5, 9), ('a.P2.s1', 11, 17)]
    """
    blocks, units = [], []
    for number, place in enumerate(paragraphs(text), start=1):
        block = f"P{number}"
        blocks.append((block, place))
        units += [
            Unit(doc_id, block, count, span.start, span.end)
            for count, span in enumerate(sentences(text, place), start=1)
        ]
    return Places(doc_id, units, blocks)


class Phrase(NamedTuple):
    """An evidence phrase and where it stands; start and end are 0 where that is not known."""

    words: str
    start: int
    end: int


def phrase_of(quote: str, start: int, room: Span | None = None) -> Phrase:
    """The evidence phrase of an annotation: the first words of its first span.

    Parameters
    ----------
    quote : str
        The text of the span.
    start : int
        Where the span starts.
    room : Span, optional
        The unit; nothing outside of it is taken.

    Returns
    -------
    Phrase
        At most eight words, hyphenated ones counted apart, and at most 80 characters, white
        space made single blanks; its offsets are those of the phrase in the text.

    Examples
    --------
    >>> phrase_of(" a  tie of need, not of trust or of faith", 10)
    Phrase(words='a tie of need, not of trust or', start=11, end=42)
    """
    low = max(0, room.start - start) if room else 0
    high = min(len(quote), room.end - start) if room else len(quote)
    span = trimmed(quote, low, high)
    if span is None:
        return Phrase("", 0, 0)
    end, counted = span.start, 0
    for word in _words(quote, span):
        counted += max(1, len(tokenise(quote[word.start : word.end])))
        if end > span.start and (counted > MAX_WORDS or word.end - span.start > MAX_CHARS):
            break
        end = word.end
    end = min(end, span.start + MAX_CHARS)
    return Phrase(" ".join(quote[span.start : end].split()), start + span.start, start + end)


def _words(text: str, span: Span) -> Iterable[Span]:
    """The pieces of a span between white space, not far beyond what a phrase may hold."""
    start, last = span.start, min(span.end, span.start + 2 * MAX_CHARS)
    for place in range(span.start, last + 1):
        if place == last or text[place].isspace():
            if place > start:
                yield Span(start, place)
            start = place + 1
