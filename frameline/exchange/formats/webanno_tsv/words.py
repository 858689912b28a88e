"""Writing WebAnno TSV 3: text cut into sentences and words, words into what annotations need."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from frameline.exchange.formats import inception
from frameline.exchange.formats.webanno_tsv.escapes import escaped_text, escaped_value
from frameline.exchange.model.codes import one_code_each
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Annotation, Coding, Project, Span
from frameline.exchange.model.soundness import codings_by_document, needed_text
from frameline.exchange.model.writing import cover

_WORD = re.compile(r"\S+")
_NEXT_LINE = re.compile(r"\n(?=\S)")

#: A line of the table: the word it belongs to, and the piece of text.
_Unit = tuple[int, int, int]


def sheet(project: Project, out: str) -> Callable[[str, str], str]:
    """What makes the file of a document and coder.

    Parameters
    ----------
    project : Project
    out : str
        Name of the file written, for messages.

    Raises
    ------
    ExchangeError
        For an unsound project, a document without text, or names the format cannot hold.
    """
    by_document = codings_by_document(project, out)
    layers = inception.features(project, out)
    types = {layer: inception.type_name(layer, out) for layer in layers}
    noted = {a.layer for c in project.codings for a in c.annotations if a.note}
    columns = {layer: names + ["note"] * (layer in noted) for layer, names in layers.items()}
    why = "the text, for words and offsets"
    texts = {d.id: needed_text(d.text, d.id, out, why) for d in project.documents}
    head = ["#FORMAT=WebAnno TSV 3.3"]
    head += ["#T_SP=" + "|".join([types[layer], *names]) for layer, names in columns.items()]

    def make(document: str, coder: str) -> str:
        found = [c for c in by_document[document] if c.coder == coder]
        table = _Table(texts[document], columns, found[0] if found else None)
        return "\n".join([*head, "", "", *table.lines(), ""])

    return make


class Words:
    """Where the words of a text are; blanks before the first belong to it.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> Words(" one  two").places, Words("  ").places, Words("").places
    ([(0, 4), (6, 9)], [(0, 2)], [])
    """

    def __init__(self, text: str):
        self.places = [match.span() for match in _WORD.finditer(text)]
        if self.places:
            self.places[0] = (0, self.places[0][1])
        elif text:
            self.places = [(0, len(text))]
        self.starts = [start for start, _ in self.places]
        self._ends = [end for _, end in self.places]

    def reach(self, span: Span) -> Span | None:
        """What of a span the words cover: a span that begins and ends in a word, or None.

        Examples
        --------
        >>> Words("one  two").reach(Span(3, 7)), Words("one  two").reach(Span(3, 5))
        (Span(start=5, end=7), None)
        """
        first = bisect_left(self._ends, span.start)
        last = bisect_right(self.starts, span.end) - 1
        if span.end > span.start:
            # A word that only touches the span is not in it.
            first += first < len(self._ends) and self._ends[first] == span.start
            last -= last >= 0 and self.starts[last] == span.end
        if first > last or first >= len(self.places):
            return None
        return Span(max(span.start, self.starts[first]), min(span.end, self._ends[last]))


def sentences(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where sentences are, here lines: each begins with a word and has all that follows it.

    A line end that is followed by blanks or another line end belongs to the line before, because
    the format holds nothing between two sentences but a single line end.
    """
    if not found:
        return
    start = 0
    first_end = found[0][1]
    for match in _NEXT_LINE.finditer(text):
        if match.start() >= first_end:
            yield start, match.start()
            start = match.end()
    yield start, len(text)


class _Table:
    """The lines of one file."""

    def __init__(self, text: str, columns: dict[str, list[str]], coding: Coding | None):
        self._text = text
        self._columns = columns
        self._reach = Words(text)
        self._words = self._reach.places
        self._ruler = Ruler(text, "utf-16")
        #: Unit -> layer -> the annotations on it: a number, and values by column.
        self._cells: dict[_Unit, dict[str, list[tuple[int, dict[str, str]]]]] = {}
        self._spread: dict[int, int] = {}
        for annotation in coding.annotations if coding else ():
            self._add(annotation)

    def _add(self, annotation: Annotation) -> None:
        span = cover(annotation)
        span = self._reach.reach(span) if span else None
        if span is None:
            return
        for values in one_code_each(annotation.values):
            number = len(self._spread)
            units = list(self._units(span))
            self._spread[number] = len(units)
            said = values | ({"note": annotation.note} if annotation.note else {})
            for unit in units:
                layers = self._cells.setdefault(unit, {})
                layers.setdefault(annotation.layer, []).append((number, said))

    def _units(self, span: Span) -> Iterator[_Unit]:
        number = max(bisect_right(self._reach.starts, span.start) - 1, 0)
        if span.start == span.end:
            yield number, span.start, span.end
            return
        while number < len(self._words) and self._words[number][0] < span.end:
            start, end = self._words[number]
            if end > span.start:
                yield number, max(start, span.start), min(end, span.end)
            number += 1

    def lines(self) -> Iterator[str]:
        """Sentences with their words, each below an empty line but the first."""
        below: dict[int, list[_Unit]] = {}
        for unit in sorted(self._cells):
            below.setdefault(unit[0], []).append(unit)
        labels = self._labels()
        word = 0
        for count, (start, end) in enumerate(sentences(self._text, self._words), 1):
            if count > 1:
                yield ""
            for line in self._text[start:end].split("\n"):
                yield f"#Text={escaped_text(line)}"
            place = 0
            while word < len(self._words) and self._words[word][0] < end:
                place += 1
                whole = (word, *self._words[word])
                yield self._line(f"{count}-{place}", whole, labels)
                parts = [unit for unit in below.get(word, ()) if unit != whole]
                for part, unit in enumerate(parts, 1):
                    yield self._line(f"{count}-{place}.{part}", unit, labels)
                word += 1

    def _labels(self) -> dict[int, int]:
        """A label for each annotation on several units, or with another of its layer on one."""
        wanted = {number for number, units in self._spread.items() if units > 1}
        for layers in self._cells.values():
            for stacked in layers.values():
                if len(stacked) > 1:
                    wanted.update(number for number, _ in stacked)
        return {number: label for label, number in enumerate(sorted(wanted), 1)}

    def _line(self, name: str, unit: _Unit, labels: dict[int, int]) -> str:
        _, start, end = unit
        places = (self._ruler.from_code_points(start), self._ruler.from_code_points(end))
        cells = [name, f"{places[0]}-{places[1]}", escaped_text(self._text[start:end])]
        layers = self._cells.get(unit, {})
        for layer, columns in self._columns.items():
            stacked = layers.get(layer, [])
            for column in columns or ["*"]:
                cells.append("|".join(_cell(v.get(column, ""), labels.get(n)) for n, v in stacked))
        return "\t".join([*cells[:3], *(cell or "_" for cell in cells[3:]), ""])


def _cell(value: str, label: int | None) -> str:
    return (escaped_value(value) or "*") + (f"[{label}]" if label else "")
