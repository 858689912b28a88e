"""The prose of a finished report, read once more before it is written.

Notebooks refuse what a finding does not back when a sentence is made. This reads what the report
shows in the end, whoever wrote it and however it came there: headings, paragraphs, sentences,
headlines, subtitles and the words for those who cannot see a chart. Tables, charts, notes and
evidence are data, and so is the value of a finding, but for terms of method in a title: there the
reader meets them all the same.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from frameline.record.figure import Figure
from frameline.record.findings import LEVEL
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.report import BuildError
from frameline.report.document.document import Chapter, Document, Words
from frameline.words.formats import localised
from frameline.words.refused import JARGON, first_refused

#: What Markdown holds besides sentences: code, citations and links, numbers of a list.
_NO_PROSE = re.compile(
    r"```.*?```|~~~.*?~~~|`[^`\n]*`|\[@[\w.:-]+\]|\]\([^)\s]*\)|<https?://[^>\s]*>"
    r"|\$\$(?:\\.|[^$\\])+\$\$|\$(?![\s$])(?:\\.|[^$\\\n])+?(?<!\s)\$(?![0-9])|^[ \t]*\d+[.)] ",
    re.DOTALL | re.MULTILINE,
)
_REFERENCE = re.compile(r"\[@[\w.:-]+\]")
_YEAR = re.compile(r"\b\d{4}\b")
_SENTENCE = re.compile(r"(?<=[.!?:…])\s+|\n\s*\n")
#: Stands for the value of a finding: neither a digit nor a word.
_VALUE = "\N{MIDDLE DOT}"
_MOST = 5
NUMBER, UNSUPPORTED, METHOD = "number", "word", "method"
_WHY = {
    NUMBER: "the number {} has no finding behind it",
    UNSUPPORTED: "the design cannot support the word “{}”",
    METHOD: "“{}” is a term of method, which a title does without",
}


@dataclass(frozen=True)
class Fault:
    """A word or number in prose that the report cannot back."""

    chapter: str
    sentence: str
    found: str
    kind: str

    def __str__(self) -> str:
        return f"{self.chapter}: {_WHY[self.kind].format(self.found)}: “{self.sentence}”"


def refuse(found: Iterable[object], what: str, todo: str) -> None:
    """Raise BuildError where anything was found: the first few, how many more, what to do."""
    faults = list(found)
    if not faults:
        return
    more = f"\nand {len(faults) - _MOST} more" if len(faults) > _MOST else ""
    lines = "\n".join(map(str, faults[:_MOST]))
    raise BuildError(f"{what}:\n{lines}{more}\n{todo}")


def check_prose(document: Document) -> None:
    """Refuse a report whose prose says more than its findings.

    Raises
    ------
    BuildError
        Names chapter, word and sentence of each fault, and what to do.
    """
    refuse(
        lint(document), "the report says what nothing backs",
        "Make a number a finding (`f.add`) and name it in the sentence (`f.say`), or set it in "
        "backquotes where it is no result; say the rest in words that the design supports, and "
        "titles without terms of method (frameline/words/refused.toml)",
    )  # fmt: skip


def lint(document: Document) -> Iterator[Fault]:
    """Find the words and numbers in prose that nothing backs.

    Parameters
    ----------
    document : Document

    Yields
    ------
    Fault
        In reading order.
    """
    titles = " ".join([document.title, document.subtitle, document.edition, document.date])
    works = " ".join(f"{entry['short']} {entry['text']}" for entry in document.bibliography)
    years = frozenset(_YEAR.findall(f"{titles} {works}"))
    named = {word.casefold() for t in document.tables for term in t.terms for word in term.words}
    for chapter in document.chapters:
        for text in _prose_of(chapter):
            yield from lint_text(text, chapter.key, years, document.lang)
        if chapter.part != "appendix":
            yield from _jargon(chapter, named)
    for aside in document.asides:
        yield from lint_text(aside["text"], aside["title"], years, document.lang)


def _jargon(chapter: Chapter, named: Container[str]) -> Iterator[Fault]:
    """Terms of method in the titles of figures and tables, values of findings among them.

    What a codebook calls its own codes may stand there. Appendices ask the questions of the
    codebook in its own words.
    """
    for block in chapter.every_block:
        if not isinstance(block, (Figure, Table)):
            continue
        for text, _ in block.title.segments:
            word = "" if text.casefold() in named else first_refused(text, JARGON)
            if word:
                yield Fault(chapter.key, str(block.title), word, METHOD)


def lint_text(
    text: str, chapter: str = "", years: Iterable[str] = (), lang: str = "en"
) -> Iterator[Fault]:
    """Find the faults of one piece of prose, without the values of findings.

    Parameters
    ----------
    text : str
    chapter : str
        Where it stands.
    years : iterable of str
        Years that may be printed: those of titles and of works cited.
    lang : str
        Language of the report.

    Examples
    --------
    >>> [fault.found for fault in lint_text("It rose by 12 points.")]
    ['12', 'rose']
    >>> list(lint_text("The talk of 2001 says more.", years=["2001"]))
    []
    """
    allowed = set(years)
    for sentence in _SENTENCE.split(text):
        said = " ".join(sentence.split())
        for number in re.findall(r"\d[\d.,]*%?", said.replace(localised(LEVEL, lang), _VALUE)):
            if number.rstrip(".,") not in allowed:
                yield Fault(chapter, said, number.rstrip(".,"), NUMBER)
        if word := first_refused(said):
            yield Fault(chapter, said, word, UNSUPPORTED)


def _prose_of(chapter: Chapter) -> Iterator[str]:
    """The prose of a chapter in every view, piece by piece."""
    yield chapter.title
    for block in chapter.every_block:
        if isinstance(block, Words):
            yield _NO_PROSE.sub(_VALUE, block.source)
        elif isinstance(block, Prose):
            yield _unbacked(block)
        elif isinstance(block, Figure):
            yield from map(_unbacked, (block.title, block.subtitle, block.alt))
        elif isinstance(block, Table):
            yield _unbacked(block.title)
        elif isinstance(block, Panel):
            yield from map(_unbacked, block.checked)


def _unbacked(prose: Prose) -> str:
    """A sentence with its findings taken out."""
    parts = (_VALUE if key else _REFERENCE.sub(_VALUE, text) for text, key in prose.segments)
    return "".join(parts)
