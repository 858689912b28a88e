"""Where the places stand that a file gives: the unit is found for each document by itself.

What a file quotes at a place decides. Where it quotes nothing, words do: people mark whole words,
so that in the right unit places begin and end at the edges of words. A place that fits nowhere is
a fault of its row alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.offsets import (
    CODE_POINTS,
    UNITS,
    Mark,
    Ruler,
    candidates,
    covered,
)
from frameline.exchange.model.project import Span

#: Of the places of a document no more are tried in each unit.
_TRIED = 5_000
#: Notes on corrected quotes beyond this many are counted only.
_SHOWN = 20


class Located(NamedTuple):
    """Spans in code points and the text quoted there, corrected where the file shortened it."""

    spans: tuple[Span, ...]
    quote: str


@dataclass
class Trial:
    """One unit tried on one document: how many places fit, and which places they are."""

    unit: str
    fits: int = 0
    near: int = 0
    exact: int = 0
    words: int = 0
    places: int = 0


@dataclass
class Decision:
    """The unit of one document, why, and how sure."""

    unit: str
    why: str = ""
    sure: bool = True
    open: bool = False
    trials: list[Trial] = field(default_factory=list)


def squeezed(text: str) -> str:
    """A text without white space, for comparing quotes.

    >>> squeezed("a\\r\\n b")
    'ab'
    """
    return "".join(text.split())


def is_near(quote: str, there: str) -> bool:
    """Whether a quote is the text at a place, or a piece of it.

    >>> is_near("rade", "trades"), is_near("trades", "rades"), is_near("levy", "trades")
    (True, False, False)
    """
    short = squeezed(quote)
    return bool(short) and short in squeezed(there)


def at_words(text: str, span: Span) -> int:
    """How many ends of a span are edges of words: 0, 1 or 2.

    >>> at_words("all trades end", Span(4, 10)), at_words("all trades end", Span(3, 9))
    (2, 0)
    """
    if span.end <= span.start:
        return 0
    left, right = text[span.start], text[span.end - 1]
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    begins = not left.isspace() and not (before.isalnum() and left.isalnum())
    ends = not right.isspace() and not (right.isalnum() and after.isalnum())
    return begins + ends


def _try(text: str, marks: Sequence[Mark], unit: str) -> Trial:
    ruler, trial = Ruler(text, unit), Trial(unit)
    for mark in marks[:_TRIED]:
        spans = [span for start, end in mark.spans if (span := ruler.span(start, end))]
        if len(spans) < len(mark.spans):
            continue
        there = covered(text, spans)
        trial.words += sum(at_words(text, span) for span in spans)
        if mark.quote:
            trial.exact += mark.quote == there
            trial.fits += squeezed(mark.quote) == squeezed(there)
            trial.near += is_near(mark.quote, there)
        trial.places = hash((trial.places, *spans))
    return trial


def decide(text: str, marks: Sequence[Mark], rule: str = "") -> Decision:
    """In which unit do the places of one document count?

    Parameters
    ----------
    text : str
    marks : sequence of Mark
    rule : str, optional
        The unit that the format's rules fix, for where nothing else decides.

    Returns
    -------
    Decision
        ``open`` where several units give different places and nothing decides between them.

    Examples
    --------
    >>> decide("a😀 b", [Mark(((4, 5),), "b")]).unit
    'utf-16'
    >>> decide("😀 a fleet sails", [Mark(((5, 10),))]).why
    'edges of words: 2 of 2, code-points 0'
    """
    quotes = sum(1 for mark in marks if mark.quote)
    trials = [_try(text, marks, unit) for unit in candidates([text], bool(quotes), rule)]
    if quotes and not any(trial.near for trial in trials):
        return Decision(trials[0].unit, "quotes that fit in no unit", False, True, trials)
    if len(trials) == 1:
        return Decision(trials[0].unit, trials=trials)
    best = _best(trials, "fits") if quotes else trials
    decided = f"quotes: {best[0].fits} of {quotes}" if quotes and best[0].fits else ""
    if decided:
        best = _best(best, "exact")
    if _same(best):
        unsure = bool(quotes) and not decided
        return Decision(best[0].unit, decided, not unsure, trials=trials)
    by_words = _best(best, "words")
    if _same(by_words):
        winner = by_words[0]
        ends = 2 * sum(len(mark.spans) for mark in marks[:_TRIED])
        other = max((t for t in best if t not in by_words), key=lambda t: t.words)
        why = f"edges of words: {winner.words} of {ends}, {other.unit} {other.words}"
        sure = winner.words >= 0.8 * ends and winner.words - other.words >= 2
        return Decision(winner.unit, why, sure, trials=trials)
    if rule and any(trial.unit == rule for trial in by_words):
        return Decision(rule, "the format's own rule", False, trials=trials)
    return Decision(by_words[0].unit, "nothing at all", False, True, trials)


def _best(trials: Sequence[Trial], what: str) -> list[Trial]:
    most = max(getattr(trial, what) for trial in trials)
    return [trial for trial in trials if getattr(trial, what) == most]


def _same(trials: Sequence[Trial]) -> bool:
    return len({trial.places for trial in trials}) == 1


class Locator:
    """Finds the places that a file gives, each document in the unit that fits it.

    Parameters
    ----------
    documents : mapping of str to (str or None, sequence of Mark)
        Texts as they are (None: not at hand, places are taken as code points), with all marks.
    file : str
        Name for messages.
    rule : str, optional
        The unit that the format's rules fix, where nothing else decides.
    override : str, optional
        What the person importing said (``--offsets``): believed without a look at the quotes.
    strict : bool
        Whether quotes that were shortened are faults too.

    Raises
    ------
    ExchangeError
        For an override that is no unit.
    """

    def __init__(
        self,
        documents: Mapping[str, tuple[str | None, Sequence[Mark]]],
        *,
        file: str = "",
        rule: str = "",
        override: str = "",
        strict: bool = False,
    ):
        if override and override not in UNITS:
            raise ExchangeError(file, "--offsets", override, ", ".join(UNITS))
        self.file, self._strict = file, strict
        self._corrected: list[str] = []
        self._texts = {name: text for name, (text, _) in documents.items()}
        self.decisions = {
            name: Decision(override) if override else decide(text, marks, rule)
            for name, (text, marks) in documents.items()
            if text is not None and marks
        }
        self._settle_open()
        self._rulers = {
            name: Ruler(self._texts[name] or "", one.unit) for name, one in self.decisions.items()
        }

    def _settle_open(self) -> None:
        """What a document leaves open, others of its file decide: one program wrote them all."""
        told = Counter(d.unit for d in self.decisions.values() if d.why and not d.open)
        for one in self.decisions.values():
            fitting = [t for t in one.trials if told[t.unit]]
            if (one.open or one.why == "the format's own rule") and fitting:
                one.unit = max(fitting, key=lambda t: told[t.unit]).unit
                one.why, one.open, one.sure = "the other documents of the file", False, False

    @property
    def unit(self) -> str:
        """The unit of most documents, those first for which it was told apart from others."""
        told = Counter(d.unit for d in self.decisions.values() if d.why)
        every = told or Counter(d.unit for d in self.decisions.values())
        return every.most_common(1)[0][0] if every else CODE_POINTS

    def text(self, document: str) -> str | None:
        """The text in which the places of a document count."""
        return self._texts.get(document)

    def locate(self, document: str, mark: Mark, file: str = "") -> Located:
        """The spans of a mark in code points.

        Raises
        ------
        ExchangeError
            For a place outside of the text, one that nothing decides, or another quote than the
            text has there.
        """
        file = file or self.file
        text, decision = self._texts.get(document), self.decisions.get(document)
        if text is None or decision is None:
            return Located(_as_they_are(mark, file), mark.quote)
        if decision.open and not mark.quote:
            units = ", ".join(trial.unit for trial in decision.trials)
            raise ExchangeError(
                file, mark.place, f"a place whose unit is told by {decision.why}", units,
                "say which unit the program counts in with --offsets",
            )  # fmt: skip
        ruler = self._rulers[document]
        spans = tuple(ruler.located(start, end, file, mark.place) for start, end in mark.spans)
        return Located(spans, self.quoted(text, spans, mark, file))

    def quoted(self, text: str, spans: Sequence[Span], mark: Mark, file: str) -> str:
        """What a mark quotes, as the text has it at these spans.

        Raises
        ------
        ExchangeError
            When the text has something else there.
        """
        there, quote = covered(text, spans), mark.quote
        if not quote or squeezed(quote) == squeezed(there):
            return quote
        if self._strict or not is_near(quote, there):
            raise ExchangeError(
                file, mark.place, f"quotes {_short(quote)} where the text has {_short(there)}",
                "the quote at its place", "frameline repair-offsets FILE shows where it stands",
            )  # fmt: skip
        self._corrected.append(f"{mark.place}: {_short(quote)} is {_short(there)} in the text")
        return there

    def notes(self) -> Iterator[str]:
        """What was decided and how sure it is, then which quotes were corrected."""
        groups: dict[tuple[str, str, bool], list[str]] = {}
        for name, one in self.decisions.items():
            if one.why and not one.open:
                kind = one.why.partition(":")[0]
                groups.setdefault((one.unit, kind, one.sure), []).append(name)
        for (unit, kind, sure), names in groups.items():
            detail = self.decisions[names[0]].why if len(names) == 1 else kind
            which = f"document {names[0]!r}" if len(names) == 1 else f"{len(names)} documents"
            yield (
                f"offsets of {which} count {unit}, told by {detail}"
                f" ({'sure' if sure else 'not sure: look at some of them'})"
            )
        yield from (f"quote corrected: {one}" for one in self._corrected[:_SHOWN])
        if len(self._corrected) > _SHOWN:
            yield f"and {len(self._corrected) - _SHOWN} more quotes corrected"


def _as_they_are(mark: Mark, file: str) -> tuple[Span, ...]:
    for start, end in mark.spans:
        if end < start:
            raise ExchangeError(
                file, mark.place, f"end {end} before start {start}", "start <= end", "correct it"
            )
    return tuple(Span(start, end) for start, end in mark.spans)


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")
