"""WebAnno TSV 3: what INCEpTION and WebAnno export, a line for each word.

A file is one user's work on one document; the document's name is the folder's. Words are cut into
sub-words where an annotation begins or ends inside one; blanks between words cannot be marked.
Offsets are UTF-16 units. Relations, chains and slots are reported, not taken.

Source: INCEpTION user's guide, "WebAnno TSV 3.3 File format".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.members import members, peek
from frameline.exchange.formats import inception
from frameline.exchange.formats.webanno_tsv.escapes import cells, text_of, value_of
from frameline.exchange.model.codes import merged, renamed
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.locating import squeezed
from frameline.exchange.model.offsets import UNITS, Ruler, covered
from frameline.exchange.model.project import Annotation, Document, Options, Project

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3\.(\d+)\s*")

_LAYER = re.compile(r"#T_(SP|CH|RL)=(.*)")

_OFFSETS = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")

_UNIT = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(\.[0-9]{1,9})?")

_LABEL = re.compile(r"\[([0-9]{1,9})\]")
_SLOT = re.compile(r"(?<!\\);")

#: Blanks that may be missing between two sentences; more is a slip in the offsets.
_WIDEST_GAP = 100_000


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is such a file, or a folder or zip with such files in it."""
    start = peek(path, head, (".tsv",))
    return start.removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT=WebAnno TSV 3")


# --- reading ----------------------------------------------------------------------------------


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files, folders or zips. Rows are annotations, relations, links and slots."""
    sheets = [
        (member, _Sheet(safety.decode(member.read(), member.name), member.name, options))
        for member in members(paths, (".tsv",))
    ]
    found = Gatherer(paths[0].name, options.strict)
    whose = inception.who([(member, one.document) for member, one in sheets], options, found)
    layers = inception.layer_names(name for _, one in sheets for name in one.span_layers)
    for (document, coder), (member, one) in zip(whose, sheets, strict=True):
        found.file = member.name
        found.document(Document(document, one.document))
        found.rows += one.rows
        for what, count in one.left.items():
            found.leave(count, what, "only annotations of pieces of text are taken")
        if coder == inception.NOBODY:
            found.leave(len(one.marks), "annotations of nobody", "they were there from the start")
            continue
        into = found.coding(document, coder)
        found.used += len(one.marks)
        for error in one.faults:
            found.faulty_row(error, "lines")
        ruler = Ruler(one.document, one.unit)
        for mark in one.marks:
            try:
                into.append(one.annotation(mark, ruler, layers))
            except ExchangeError as error:
                found.fault(error, "annotations")
    units = {one.unit for _, one in sheets}
    made = found.project(offsets=units.pop() if len(units) == 1 else "utf-16")
    return renamed(made, options.columns)


@dataclass
class _Layer:
    kind: str
    name: str
    #: Names of the columns: ROLE_... for a slot, "" for what a slot or relation points at.
    features: list[str]
    first: int = 0


@dataclass
class _Mark:
    layer: str
    start: int
    end: int
    values: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)


class _Sheet:
    """One file: its text, and what is marked in it."""

    def __init__(self, content: str, file: str, options: Options):
        self._file = file
        self._lines = [line.removesuffix("\r") for line in content.split("\n")]
        head = _FORMAT.fullmatch(self._lines[0])
        if not head:
            raise ExchangeError(
                file, "line 1", repr(self._lines[0][:40]), "#FORMAT=WebAnno TSV 3.x",
                "export it as WebAnno TSV v3",
            )  # fmt: skip
        self._java = int(head.group(1)) <= 1
        self.rows = 0
        self.left: dict[str, int] = {}
        self._marks: dict[tuple[str, ...], _Mark] = {}
        #: Where each begins (-1: its first line is faulty), its text, its first word.
        self._sentences: list[tuple[int, str, int]] = []
        self._words: list[tuple[int, int, int, str]] = []
        self._layers: list[_Layer] = []
        #: Lines that are no words, and lines whose word is not in the text.
        self.faults: list[ExchangeError] = []
        self._bad: dict[int, ExchangeError] = {}
        self._broken_labels: dict[str, ExchangeError] = {}
        self._width = 3
        self._body(self._head())
        self.marks = list(self._marks.values())
        self.unit, self.document = self._place_words(options)
        self._spread_faults()

    @property
    def span_layers(self) -> list[str]:
        """The layers of annotations the file declares."""
        return [layer.name for layer in self._layers if layer.kind == "SP"]

    def annotation(self, mark: _Mark, ruler: Ruler, layers: dict[str, str]) -> Annotation:
        """What is marked, in code points, with the layers' names in the corpus.

        Raises
        ------
        ExchangeError
            When a line of it is faulty.
        """
        for number in mark.lines:
            if number in self._bad:
                raise self._bad[number]
        span = ruler.located(mark.start, mark.end, self._file, f"layer {mark.layer}")
        note = "\n".join(mark.values[n] for n in inception.NOTES if n in mark.values)
        values = merged((n, v) for n, v in mark.values.items() if n not in inception.NOTES)
        return Annotation((span,), values, layer=layers[mark.layer], note=note)

    def _fault(self, number: int, found: str, allowed: str) -> ExchangeError:
        return ExchangeError(
            self._file, f"line {number}", found, allowed, "export it again as WebAnno TSV v3"
        )

    # Head

    def _head(self) -> int:
        """Read the layers; give the number of the first line after them."""
        number = 2
        for number, line in enumerate(self._lines[1:], 2):
            declared = _LAYER.fullmatch(line)
            if not declared:
                if line.strip():
                    break
                continue
            kind, rest = declared.groups()
            name, *columns = [part for part in rest.split("|") if part] or [""]
            if not name or any(layer.name == name for layer in self._layers):
                raise self._fault(number, repr(line[:60]), "a name of its own for each layer")
            self._add_layer(kind, name, columns)
        return number

    def _add_layer(self, kind: str, name: str, columns: list[str]) -> None:
        slot, features = False, []
        for column in columns:
            features.append("" if slot or column.startswith("BT_") else column)
            slot = column.startswith("ROLE_")
        self._layers.append(_Layer(kind, name, features, self._width))
        self._width += max(1, len(columns))

    # Body

    def _body(self, start: int) -> None:
        waiting: list[str] = []
        for number, line in enumerate(self._lines[start - 1 :], start):
            if line.startswith("#Text="):
                waiting.append(text_of(line[6:], self._java))
            elif line.strip() and not line.startswith("#Sentence.id="):
                self._attempt_row(number, line, waiting)
                waiting = []
        if waiting:
            raise self._fault(len(self._lines), "a sentence without words", "its words below it")

    def _attempt_row(self, number: int, line: str, waiting: list[str]) -> None:
        """Take a line; a faulty one costs the annotations it is part of."""
        before, words, known = self.rows, len(self._words), len(self._sentences)
        left, marks = dict(self.left), set(self._marks)
        try:
            self._row(number, line.split("\t"), waiting)
        except ExchangeError as error:
            self.rows, self.left = before, left
            for key in self._marks.keys() - marks:
                del self._marks[key]
            del self._words[words:]
            if waiting and len(self._sentences) == known:
                self._sentences.append((-1, "\n".join(waiting), words))
            self.faults.append(error)
            for label in _LABEL.findall(line):
                self._broken_labels.setdefault(label, error)

    def _spread_faults(self) -> None:
        for (_, label, *rest), mark in self._marks.items():
            if not rest and label in self._broken_labels:
                self._bad[-1 - len(self._bad)] = self._broken_labels[label]
                mark.lines.append(-len(self._bad))

    def _row(self, number: int, cut: list[str], waiting: list[str]) -> None:
        places = _OFFSETS.fullmatch(cut[1]) if len(cut) > 1 else None
        unit = _UNIT.fullmatch(cut[0])
        if places is None or unit is None:
            raise self._fault(
                number, repr("\t".join(cut[:2])[:40]), "a word such as 1-1<tab>0-5<tab>Hello"
            )
        if len(cut) < self._width:
            raise self._fault(number, f"{len(cut)} columns", f"{self._width}, as the head declares")
        begin, end = int(places.group(1)), int(places.group(2))
        if end < begin:
            raise self._fault(number, f"end {end} before start {begin}", "start <= end")
        if waiting:
            self._sentences.append((begin, "\n".join(waiting), len(self._words)))
        if not self._sentences:
            raise self._fault(number, "a word before any sentence", "#Text= above the words")
        self._words.append((number, begin, end, text_of(cut[2], self._java)))
        for layer in self._layers:
            self._cells(number, layer, cut, begin, end)

    def _cells(self, number: int, layer: _Layer, cut: list[str], begin: int, end: int) -> None:
        width = max(1, len(layer.features))
        columns = [cells(cell) for cell in cut[layer.first : layer.first + width]]
        if layer.kind != "SP":
            what = "relations" if layer.kind == "RL" else "links of chains"
            self._leave(what, len(columns[0]) if layer.features[:1] != [""] else len(columns[-1]))
            return
        kept = [bool(n) and not n.startswith("ROLE_") for n in layer.features] or [True]
        named = [column for column, keep in zip(columns, kept, strict=True) if keep]
        stacks = {len(column) for column in named}
        if len(stacks) > 1:
            raise self._fault(
                number, f"columns of {layer.name} with {sorted(stacks)} annotations", "as many each"
            )
        for column, name in zip(columns, layer.features, strict=False):
            if name.startswith("ROLE_"):
                slots = sum(len(_SLOT.split(value)) for value, _ in column if value)
                self._leave("slots", slots)
        for index in range(stacks.pop() if stacks else len(columns[0])):
            label = next((c[index][1] for c in named or columns if c[index][1]), "")
            mark = self._mark(number, layer, index, label, begin, end)
            for column, name, keep in zip(columns, layer.features, kept, strict=False):
                if keep and column[index][0]:
                    mark.values[name] = value_of(column[index][0])

    def _mark(
        self, number: int, layer: _Layer, index: int, label: str, begin: int, end: int
    ) -> _Mark:
        key = (layer.name, label) if label else (layer.name, str(number), str(index))
        mark = self._marks.get(key)
        if mark is None:
            self.rows += 1
            mark = self._marks[key] = _Mark(layer.name, begin, end)
        mark.lines.append(number)
        mark.start, mark.end = min(mark.start, begin), max(mark.end, end)
        return mark

    def _leave(self, what: str, count: int) -> None:
        self.rows += count
        if count:
            self.left[what] = self.left.get(what, 0) + count

    # Text

    def _place_words(self, options: Options) -> tuple[str, str]:
        """The unit in which all words stand where the file says, and the text."""
        if options.offsets and options.offsets not in UNITS:
            raise ExchangeError(self._file, "--offsets", options.offsets, ", ".join(UNITS))
        units = (options.offsets,) if options.offsets else ("utf-16", "code-points", "utf-8")
        tried = []
        for unit in units:
            text = self._text(unit)
            tried.append((self._wrong_words(text, unit), unit, text))
        bad, unit, text = min(tried, key=lambda one: len(one[0]))
        self._bad.update(bad)
        for number, error in bad.items():
            if not any(number in mark.lines for mark in self.marks):
                self.faults.append(error)
        return unit, text

    def _text(self, unit: str) -> str:
        parts: list[str] = []
        length = 0
        for begin, sentence in self._begins(unit):
            if parts:
                # A line end is between two sentences, unless there is no place for it.
                parts.append("\n" if begin > length else "")
                length += begin > length
            gap = begin - length
            gap = gap if 0 <= gap <= _WIDEST_GAP else 0
            parts += [" " * gap, sentence]
            length += gap + Ruler(sentence, unit).length
        return "".join(parts)

    def _begins(self, unit: str) -> Iterator[tuple[int, str]]:
        """Where each sentence begins, as most of its words say."""
        starts = [words for _, _, words in self._sentences] + [len(self._words)]
        for index, (first, sentence, _) in enumerate(self._sentences):
            ruler, at, said = Ruler(sentence, unit), 0, Counter([first] if first >= 0 else [])
            for _, begin, _, word in self._words[starts[index] : starts[index + 1]]:
                found = sentence.find(word, at)
                if found >= 0:
                    at = found + len(word)
                    said[begin - ruler.from_code_points(found)] += 1
            yield said.most_common(1)[0][0] if said else -1, sentence

    def _wrong_words(self, text: str, unit: str) -> dict[int, ExchangeError]:
        """Lines whose word is not where they say, with what is there."""
        ruler, found = Ruler(text, unit), {}
        for number, begin, end, word in self._words:
            try:
                there = covered(text, [ruler.located(begin, end, self._file, f"line {number}")])
            except ExchangeError as error:
                found[number] = error
                continue
            if there != word and squeezed(there) != squeezed(word):
                found[number] = ExchangeError(
                    self._file, f"line {number}", f"the word {word[:40]!r} where the text has "
                    f"{there[:40]!r}", "the words of the text", "is it the right --offsets?",
                )  # fmt: skip
        return found
