"""Where paragraphs and sentences of a text begin and end, by rules that fit on one page.

Paragraphs: a blank line ends a paragraph; in a text without blank lines each line is one.

Sentences: a full stop, question or exclamation mark, ellipsis or its counterpart in another script
(``。！？؟۔।``) ends a sentence, with the closing quotes and brackets after it, where white space
follows and then no lower-case letter. A full stop ends none after a single capital letter (J.
Smith), between letters (U.S.), or after one of the abbreviations below. In Chinese and Japanese no
white space is needed. Nothing is left out but white space, and offsets are code points.

The splitter makes the units of a corpus once, at import; what counts afterwards is ``units.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameline.exchange.model.project import Span

#: Abbreviations after which a full stop ends no sentence, in lower case.
ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "capt", "lt", "sgt", "sen", "rep"),
        *("gov", "pres", "amb", "hon", "rev", "jr", "sr", "vs", "etc", "cf", "ca", "no", "nos"),
        *("vol", "ed", "eds", "pp", "p", "art", "sec", "fig", "al", "e.g", "i.e", "approx"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_LINE_END = re.compile(r"(?:\r\n|\r|\n)\s*")
# A run of stops is looked at once, from its first: a text of full stops takes linear time.
_STOP = re.compile(
    r"""(?<![.!?…؟۔।])[.!?…؟۔।]++["'”’»›)\]]*+(?=\s)|(?<![。！？])[。！？]++["'”’」』）)]*+"""
)
_BEFORE = re.compile(r"[^\s(\[\"'“‘«]+$")


def paragraphs(text: str) -> list[Span]:
    """Where the paragraphs of a text stand, without the white space around them.

    >>> [text[s.start:s.end] for text in ["One.\\n\\nTwo,\\nstill two."] for s in paragraphs(text)]
    ['One.', 'Two,\\nstill two.']
    """
    ends = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    found, start = [], 0
    for gap in ends.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    return [span for begin, end in found if (span := trimmed(text, begin, end))]


def sentences(text: str, place: Span) -> list[Span]:
    """Where the sentences of one paragraph stand.

    >>> text = "Dr. Ada came. “Why?” He left (at 5 p.m. sharp)."
    >>> [text[s.start:s.end] for s in sentences(text, Span(0, len(text)))]
    ['Dr. Ada came.', '“Why?”', 'He left (at 5 p.m. sharp).']
    """
    found, start = [], place.start
    for end in _ends(text, place):
        span = trimmed(text, start, end)
        if span:
            found.append(span)
        start = end
    rest = trimmed(text, start, place.end)
    return [*found, rest] if rest else found


def _ends(text: str, place: Span) -> Iterator[int]:
    """After which code points a sentence ends, but for the last."""
    for stop in _STOP.finditer(text, place.start, place.end):
        rest = text[stop.end() : min(stop.end() + 80, place.end)].lstrip().lstrip("\"'“‘«([")
        if rest[:1].islower():
            continue
        if stop.group() == "." and _no_end(
            text[max(place.start, stop.start() - 40) : stop.start()]
        ):
            continue
        yield stop.end()


def _no_end(before: str) -> bool:
    """Whether what stands before a full stop is an abbreviation or an initial."""
    match = _BEFORE.search(before)
    word = match.group() if match else ""
    initial = len(word) == 1 and word.isupper()
    return initial or word.casefold() in ABBREVIATIONS


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without the white space at its ends; None where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
