"""CoNLL: what it cannot hold, and a project written as it (IOB2, documents named by a comment).

A word has one tag: of spans that share a word the first is written, and of its codes the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from frameline.exchange.files.naming import file_names
from frameline.exchange.files.saving import save, save_folder
from frameline.exchange.formats.conll.names import BREAK, NAME, NOBODY, TYPE
from frameline.exchange.model import losses
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.project import Annotation, Coding, Left, Project
from frameline.exchange.model.writing import cover, texts_of, variable_names

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\S")
_LINE = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029\x85]")


class _Word(NamedTuple):
    start: int
    end: int
    text: str


class _Tagged(NamedTuple):
    """The tag by the place of each word, and how many annotations were not taken as they are."""

    tags: dict[int, str]
    unwritten: int
    widened: int
    cut: int


def cannot_hold(project: Project) -> list[Left]:
    """What of a project CoNLL would lose."""
    texts = {d.id: d.text or "" for d in project.documents}
    only = len(variable_names(project)) < 2
    tagged = [_tags(c, words_of(texts[c.document]), only) for c in project.codings]
    said = list(all_annotations(project.codings))
    coders = dict.fromkeys(c.coder for c in project.codings)
    return [
        *losses.losses(
            project, losses.discontinuous, losses.document_level, losses.layers, losses.ids,
            losses.quotes, losses.units, losses.notes, losses.codebook, losses.variable_labels,
        ),
        *losses.lost("annotations that share a word with another, or cover none",
                     "a word has one tag", (True for one in tagged for _ in range(one.unwritten))),
        *losses.lost("annotations that begin or end within a word", "written to its edge",
                     (True for one in tagged for _ in range(one.widened))),
        *losses.lost("annotations that run over a line end", "written to the end of the line",
                     (True for one in tagged for _ in range(one.cut))),
        *losses.lost("codes beyond the first of an annotation", "a word has one tag",
                     (code for a in said for code in _codes(a, only)[1:])),
        *losses.lost("codes with blanks", "written with _ instead",
                     {code for a in said for code in _codes(a, only) if _bare(code) != code}),
        *losses.lost("spans without a code", "the format marks codes",
                     (a.spans and not a.values for a in said)),
        *losses.lost("texts with other white space than one blank between words",
                     "the format has words only", (t != _joined(t) for t in texts.values())),
        *losses.lost("facts about documents", "the format has no place for them",
                     {f for d in project.documents for f in d.facts}),
        *losses.lost("names of coders", "they become names of files",
                     (c != name or c == NOBODY for c, name in file_names(coders).items())),
        *losses.lost("names of variables", f"read back as {TYPE}",
                     set(variable_names(project)) - {TYPE}),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write a file of one coder, or a folder with a file for each.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts = texts_of(project, out.name)
    only = len(variable_names(project)) < 2
    names = file_names(dict.fromkeys(coding.coder for coding in project.codings))
    files: dict[str, list[str]] = {f"{name}.conll": [] for name in names.values()}
    worked = {coding.document for coding in project.codings}
    idle = [Coding(name, "") for name in texts if name not in worked]
    for coding in (*project.codings, *idle):
        file = f"{names.get(coding.coder, NOBODY)}.conll"
        files.setdefault(file, []).append(_document(coding, texts[coding.document], only))
    data = {name: "".join(parts).encode("utf-8") for name, parts in files.items()}
    if len(data) == 1 and out.suffix:
        return [save(out, next(iter(data.values())))]
    return save_folder(out, data)


def words_of(text: str) -> list[list[_Word]]:
    """The words of each line of a text, with their places.

    >>> [[word.text for word in line] for line in words_of("Bo's ice. \\n\\nLevy")]
    [["Bo's", 'ice', '.'], ['Levy']]
    """
    lines: list[list[_Word]] = [[]]
    breaks = [found.start() for found in _LINE.finditer(text)]
    for found in _WORD.finditer(text):
        while breaks and breaks[0] < found.start():
            breaks.pop(0)
            lines.append([])
        lines[-1].append(_Word(found.start(), found.end(), found[0]))
    return [line for line in lines if line]


def _joined(text: str) -> str:
    return "\n".join(" ".join(word.text for word in line) for line in words_of(text))


def _codes(said: Annotation, only: bool) -> list[str]:
    """The codes of an annotation, with their variable where there are several."""
    return [c if only else f"{name}={c}" for name, codes in said.values.items() for c in codes]


def _bare(code: str) -> str:
    return re.sub(r"\s", "_", code) or "_"


def _tags(coding: Coding, lines: Sequence[Sequence[_Word]], only: bool) -> _Tagged:
    """What each word is tagged with: an annotation is written where none was before it."""
    tags: dict[int, str] = {}
    unwritten = widened = cut = 0
    for said in coding.annotations:
        span, codes = cover(said), _codes(said, only)
        if span is None or not codes:
            continue
        inside = [
            found for line in lines
            if (found := [w for w in line if w.start < span.end and w.end > span.start])
        ]  # fmt: skip
        if not inside or any(word.start in tags for word in inside[0]):
            unwritten += 1
            continue
        first, last = inside[0][0], inside[0][-1]
        widened += first.start < span.start or last.end > span.end
        cut += len(inside) > 1
        for word in inside[0]:
            tags[word.start] = f"{'B' if word is first else 'I'}-{_bare(codes[0])}"
    return _Tagged(tags, unwritten, widened, cut)


def _document(coding: Coding, text: str, only: bool) -> str:
    """One document as one coder tagged it; no entity runs on over a sentence."""
    lines = words_of(text)
    tags = _tags(coding, lines, only).tags
    said = [f"{NAME}{one_line(coding.document)}\n{BREAK} O\n\n"]
    for line in lines:
        said += [f"{word.text} {tags.get(word.start, 'O')}\n" for word in line]
        said.append("\n")
    return "".join(said)


def one_line(name: str) -> str:
    """A name as one line.

    >>> one_line("a\\nb")
    'a b'
    """
    return " ".join(name.split())
