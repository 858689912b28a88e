"""CoNLL: a word a line, its tag in the last column, blank lines between sentences.

The tags are IOB1, IOB2 (BIO) or BIOES; what stands behind the mark is the code. Words are joined
by blanks and sentences by line ends: the files keep no white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import name_of_file
from frameline.exchange.files.safety import read_text
from frameline.exchange.formats.conll.names import BREAK, NAME, NOBODY, TYPE
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Annotation, Document, Options, Project, Span

_ENDINGS = (".conll", ".iob", ".iob2", ".bio", ".bioes", ".conll2003")
_TAG = re.compile(r"(?:O|([BIESLU])-(\S+))")
#: A comment of CoNLL-U: ``# text = ...``, or one that ends in no tag.
_COMMENT = re.compile(r"# .*(?: = .*|(?<!\S)(?!(?:O|[BIESLU]-\S+)\s*$)\S+\s*)")


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file is called so, or its first lines are words with such tags."""
    if path.is_dir():
        inside = [file for file in path.iterdir() if file.is_file()]
        return bool(inside) and all(file.suffix.lower() in _ENDINGS for file in inside)
    if head.startswith((b"{", b"[", b"<", b"#FORMAT")):
        return False
    if path.suffix.lower() in _ENDINGS:
        return bool(head.strip())
    if path.suffix.lower() not in (".txt", ".tsv", ""):
        return False
    lines = [line.split() for line in head.decode("utf-8", "replace").splitlines()[:50]]
    words = [line for line in lines[:-1] if line and line[0] not in (BREAK, "#")]
    tagged = all(len(line) > 1 and _TAG.fullmatch(line[-1]) for line in words)
    return len(words) > 1 and tagged and any(line[-1] != "O" for line in words)


@dataclass
class _Text:
    """A document in the making: its text, and the entity that is open."""

    name: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    glue: str = ""
    open: tuple[str, int, int] | None = None
    said: list[Annotation] = field(default_factory=list)

    def word(self, word: str) -> int:
        """Add a word; give where it begins."""
        self.parts += [self.glue, word] if self.length else [word]
        self.length += len(word) + (len(self.glue) if self.length else 0)
        self.glue = " "
        return self.length - len(word)

    def close(self) -> None:
        """The open entity is complete."""
        if self.open is not None:
            code, start, end = self.open
            self.said.append(Annotation((Span(start, end),), {TYPE: (code,)}))
        self.open = None


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files of one coder each, or folders of them; a row is an entity or a faulty line."""
    gatherer = Gatherer(paths[0].name, options.strict)
    files = [file for path in paths for file in _files(path)]
    for path in files:
        gatherer.file = path.name
        idle = name_of_file(path.name) == NOBODY
        coder = "" if idle else gatherer.unnamed(path.name, options)
        for text in _texts(read_text(path), path.name, gatherer):
            gatherer.document(Document(text.name, "".join(text.parts)))
            gatherer.rows += len(text.said)
            gatherer.used += len(text.said)
            if idle and not text.said:
                continue
            gatherer.coding(text.name, coder or NOBODY).extend(
                Annotation(a.spans, a.values, quote="".join(text.parts)[slice(*_ends(a))])
                for a in text.said
            )
    return gatherer.project(offsets="code-points")


def _files(path: Path) -> list[Path]:
    """The file itself, or those of a folder."""
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS)
    if not found:
        raise ExchangeError(path.name, "", "no file of words with tags", ", ".join(_ENDINGS))
    return found


def _ends(said: Annotation) -> tuple[int, int]:
    return said.spans[0].start, said.spans[0].end


def _texts(content: str, file: str, gatherer: Gatherer) -> list[_Text]:
    stem = name_of_file(file)
    found = [_Text(stem)]
    for number, line in enumerate(content.split("\n"), start=1):
        cells = line.split()
        text = found[-1]
        if line.startswith(NAME) and line.removeprefix(NAME).strip():
            text.close()
            if text.parts:
                found.append(_Text(""))
            found[-1].name = line.removeprefix(NAME).strip()
            continue
        if not cells:
            text.close()
            text.glue = "\n"
        elif cells[0] == BREAK:
            text.close()
            if text.parts:
                found.append(_Text(f"{stem} ({len(found) + 1})"))
        elif not _COMMENT.fullmatch(line):
            try:
                _line(cells, text, file, f"line {number}")
            except ExchangeError as error:
                text.close()
                text.word(cells[0])
                gatherer.faulty_row(error)
    found[-1].close()
    return found if len(found) == 1 else [text for text in found if text.parts]


def _line(cells: list[str], text: _Text, file: str, place: str) -> None:
    tag = _TAG.fullmatch(cells[-1]) if len(cells) > 1 else None
    if tag is None:
        raise ExchangeError(
            file, place, repr(" ".join(cells)[:60]), "a word and a tag: O, B-CODE, I-CODE",
            "correct the line",
        )  # fmt: skip
    mark, code = tag[1], tag[2]
    goes_on = text.open is not None and mark in ("I", "E", "L") and text.open[0] == code
    if not goes_on:
        text.close()
    start = text.word(cells[0])
    if mark is None:
        return
    begin = text.open[1] if goes_on and text.open else start
    text.open = (code, begin, text.length)
    if mark in ("E", "L", "S", "U"):
        text.close()
