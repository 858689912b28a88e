"""The offset detective: which unit fits the places of a file, span by span, and a repaired copy.

A place is tried in every unit; where it fits in none, its quote is searched for nearby, then
anywhere, then with small differences. Nothing is changed where two places are as likely.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from frameline.exchange.model.locating import at_words, squeezed
from frameline.exchange.model.offsets import Ruler, candidates, covered
from frameline.exchange.model.project import Annotation, Project, Span

#: How far from its place a quote is searched for first.
_NEAR = 200
#: Of a longer quote only the beginning is compared.
_LONGEST = 400
_LIKE = 0.8


class Found(NamedTuple):
    """One span: where the file says it is, where it stands, how that was told, how sure it is."""

    document: str
    coder: str
    said: Span
    span: Span | None
    how: str
    sure: str
    quote: str


def find_spans(project: Project) -> Iterator[Found]:
    """Where does each span of a project stand, whose places were read as they are?

    Parameters
    ----------
    project : Project
        Read with ``offsets="code-points"``, so that its places are those of the file.
    """
    texts = {document.id: document.text for document in project.documents}
    for coding in project.codings:
        text = texts.get(coding.document)
        for annotation in coding.annotations:
            for span in annotation.spans[:1] if text is not None else ():
                where, how, sure = place_of(text or "", span, annotation.quote)
                yield Found(coding.document, coding.coder, span, where, how, sure, annotation.quote)


def place_of(text: str, said: Span, quote: str) -> tuple[Span | None, str, str]:
    """Where a span stands that a file gives, how that was told, and how sure it is.

    Examples
    --------
    >>> place_of("😀 fleet", Span(3, 8), "fleet")
    (Span(start=2, end=7), 'quote, in utf-16', 'sure')
    >>> place_of("a fleet sails", Span(5, 10), "fleet")
    (Span(start=2, end=7), 'quote, 3 before its place', 'sure')
    >>> place_of("a fleet sails", Span(5, 10), "navy")
    (None, 'nothing like its quote in the text', 'left as it is')
    """
    units = {unit: Ruler(text, unit).span(said.start, said.end) for unit in
             candidates([text], True)}  # fmt: skip
    fitting = [(unit, span) for unit, span in units.items() if span is not None]
    if not quote:
        return _by_words(text, fitting)
    for unit, span in fitting:
        if squeezed(covered(text, [span])) == squeezed(quote):
            return span, f"quote, in {unit}", "sure"
    return _by_search(text, said, quote)


def _by_words(text: str, fitting: list[tuple[str, Span]]) -> tuple[Span | None, str, str]:
    if not fitting:
        return None, "in no unit a place of the text", "left as it is"
    scores = {span: at_words(text, span) for _, span in fitting}
    best = [(u, s) for u, s in fitting if scores[s] == max(scores.values())]
    if len({span for _, span in best}) > 1:
        return None, "several units are as likely", "left as it is"
    unit, span = best[0]
    others = [score for place, score in scores.items() if place != span]
    sure = "sure" if scores[span] == 2 and max(others, default=2) == 0 else "likely"
    return span, f"edges of words, in {unit}", sure


def _by_search(text: str, said: Span, quote: str) -> tuple[Span | None, str, str]:
    every = _all(text, quote)
    near = [at for at in every if abs(at - said.start) <= _NEAR]
    for places, sure in ((near, "sure"), (every, "likely")):
        if len(places) == 1:
            at = places[0]
            moved = at - said.start
            way = f"{abs(moved)} {'after' if moved > 0 else 'before'} its place"
            return Span(at, at + len(quote)), f"quote, {way}", sure
    if every:
        return None, f"quote, {len(every)} times in the text", "left as it is"
    return _by_likeness(text, said, quote)


def _all(text: str, quote: str) -> list[int]:
    found: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(found) < 100:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _by_likeness(text: str, said: Span, quote: str) -> tuple[Span | None, str, str]:
    """The piece near its place that is most like the quote, from word to word."""
    low = max(0, min(said.start, len(text)) - _NEAR)
    window = text[low : low + 2 * _NEAR + len(quote)]
    short = quote[:_LONGEST]
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(short)
    best, share = None, _LIKE
    starts = [i for i, c in enumerate(window) if c.isalnum() and (i == 0 or not
              window[i - 1].isalnum())]  # fmt: skip
    for start in starts:
        matcher.set_seq1(window[start : start + len(short)])
        if matcher.real_quick_ratio() > share and matcher.ratio() > share:
            best, share = start, matcher.ratio()
    if best is None:
        return None, "nothing like its quote in the text", "left as it is"
    end = best + len(quote)
    while end < len(window) and window[end].isalnum():
        end += 1
    span = Span(low + best, low + end)
    return span, f"a text {share:.0%} like its quote", "look at it"


def repaired(project: Project) -> Project:
    """The project with every span where it stands, and quotes as the text has them."""
    texts = {document.id: document.text for document in project.documents}
    codings = []
    for coding in project.codings:
        text = texts.get(coding.document)
        kept = [_repaired(one, text) for one in coding.annotations]
        codings.append(replace(coding, annotations=tuple(kept)))
    return replace(project, codings=tuple(codings), offsets="code-points")


def _repaired(said: Annotation, text: str | None) -> Annotation:
    if text is None or len(said.spans) != 1:
        return said
    span = place_of(text, said.spans[0], said.quote)[0]
    if span is None:
        return said
    return replace(said, spans=(span,), quote=text[span.start : span.end])
