"""What a file counts when it says "from 12 to 20", and the same places in code points.

Python counts Unicode code points; browsers and Java count UTF-16 units; byte tools count UTF-8.
A program that folds CRLF to LF before it counts (or the reverse) shifts every place after the
first line end. The unit is found by comparing the text at each place with the text quoted there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.project import Span

_BASES = ("code-points", "utf-16", "utf-8")
#: ``crlf-folded``: the text has CRLF, counted as one; ``crlf-expanded``: it has LF, counted as two.
_LINE_ENDS = ("", "-crlf-folded", "-crlf-expanded")
#: Every unit an offset may be given in; what ``--offsets`` accepts.
UNITS = tuple(base + ends for ends in _LINE_ENDS for base in _BASES)
CODE_POINTS = "code-points"


class Ruler:
    """Which code point stands at an offset of a text, and which offset at a code point?

    Built once per document; each answer then takes a binary search at most.

    Parameters
    ----------
    text : str
    unit : str
        One of UNITS.

    Examples
    --------
    >>> ruler = Ruler("a😀b", "utf-16")
    >>> ruler.to_code_points(3), ruler.from_code_points(2)
    (2, 3)
    >>> ruler.to_code_points(2) is None  # inside the emoji
    True
    """

    def __init__(self, text: str, unit: str):
        self.unit = unit
        self._starts = _starts(text, unit)
        self.length = len(text) if self._starts is None else int(self._starts[-1])
        self._characters = len(text)

    def to_code_points(self, offset: int) -> int | None:
        """The code point at an offset; None outside of the text or inside a character."""
        if not 0 <= offset <= self.length:
            return None
        if self._starts is None:
            return offset
        at = int(np.searchsorted(self._starts, offset))
        return at if self._starts[at] == offset else None

    def from_code_points(self, index: int) -> int:
        """The offset of a code point; IndexError outside of the text."""
        if not 0 <= index <= self._characters:
            raise IndexError(f"{index} is outside of a text of {self._characters} characters")
        return index if self._starts is None else int(self._starts[index])

    def span(self, start: int, end: int) -> Span | None:
        """The span in code points; None if a side is no place of the text, or it ends too early."""
        low, high = self.to_code_points(start), self.to_code_points(end)
        return None if low is None or high is None or high < low else Span(low, high)

    def located(self, start: int, end: int, file: str, place: str) -> Span:
        """The span in code points, or an ExchangeError that says what is wrong with it."""
        found = self.span(start, end)
        if found is not None:
            return found
        if end < start:
            fault, allowed = f"end {end} before start {start}", "start <= end"
        elif start < 0 or end > self.length:
            fault = f"offsets {start} to {end}"
            allowed = f"0 to {self.length} ({self.unit}), the length of the text"
        else:
            fault, allowed = f"offsets {start} to {end}, inside a character", "whole characters"
        raise ExchangeError(file, place, fault, allowed, "is it the right text and --offsets?")


def _starts(text: str, unit: str) -> np.ndarray | None:
    """Offset at which each code point starts, and the text's end; None if all are their own."""
    base, ends = _parts(unit)
    if (text.isascii() or base == CODE_POINTS) and not _counts_line_ends(text, ends):
        return None
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    widths = np.ones(len(codes), dtype=np.int64)
    if base == "utf-8":
        widths += (codes > 0x7F).astype(np.int64) + (codes > 0x7FF)
    if base != CODE_POINTS:
        widths += codes > 0xFFFF
    feeds = codes == 10
    after_return = np.zeros(len(codes), dtype=bool)
    after_return[1:] = feeds[1:] & (codes[:-1] == 13)
    if ends == "-crlf-folded":
        widths[:-1][after_return[1:]] = 0
    elif ends == "-crlf-expanded":
        widths[feeds & ~after_return] += 1
    return np.concatenate(([0], np.cumsum(widths)))


def _parts(unit: str) -> tuple[str, str]:
    base = max((b for b in _BASES if unit.startswith(b)), key=len)
    return base, unit[len(base) :]


def _counts_line_ends(text: str, ends: str) -> bool:
    if ends == "-crlf-folded":
        return "\r\n" in text
    return ends == "-crlf-expanded" and text.count("\n") > text.count("\r\n")


def to_code_points(text: str, offsets: Iterable[int], unit: str) -> list[int]:
    """Where in code points are these offsets of a text?

    Raises
    ------
    ValueError
        For an offset outside of the text or inside a character.

    Examples
    --------
    >>> to_code_points("é\\r\\nb", [0, 2, 3], "utf-8-crlf-folded")
    [0, 1, 3]
    """
    ruler = Ruler(text, unit)
    found = []
    for offset in offsets:
        at = ruler.to_code_points(offset)
        if at is None:
            raise ValueError(f"{offset} is no place of the text in {unit}")
        found.append(at)
    return found


def from_code_points(text: str, indexes: Iterable[int], unit: str) -> list[int]:
    """Which offsets do these code points of a text have?

    Examples
    --------
    >>> from_code_points("a😀b", [0, 1, 2, 3], "utf-16")
    [0, 1, 3, 4]
    """
    ruler = Ruler(text, unit)
    return [ruler.from_code_points(index) for index in indexes]


class Mark(NamedTuple):
    """Where a file says that something is, in its unit, and the text it quotes there.

    ``spans`` are several for a discontinuous annotation, whose quote joins the parts by a blank;
    ``quote`` is "" where the file quotes nothing.
    """

    spans: Sequence[tuple[int, int]]
    quote: str = ""
    place: str = ""


@dataclass
class _Trial:
    """One unit on trial: which places it gave so far, how many quotes agree to the letter."""

    unit: str
    exact: int = 0
    places: int = 0
    failed: str = ""


def detect(
    text: str,
    quotes: Iterable[tuple[int, int, str]],
    *,
    file: str = "",
    rule: str = "",
    override: str = "",
) -> str:
    """In which unit does a file of one document count? See `detect_file`.

    Parameters
    ----------
    text : str
    quotes : iterable of (start, end, quote)

    Examples
    --------
    >>> detect("a😀 b", [(4, 5, "b")])
    'utf-16'
    """
    marks = [Mark(((start, end),), quote) for start, end, quote in quotes]
    return detect_file([(text, marks)], file=file, rule=rule, override=override)


def detect_file(
    documents: Iterable[tuple[str, Sequence[Mark]]],
    *,
    file: str = "",
    rule: str = "",
    override: str = "",
) -> str:
    """In which unit does a file count, judged by all that it quotes?

    Parameters
    ----------
    documents : iterable of (text, marks)
        Texts as they are and the marks on each.
    file : str
        Name for messages.
    rule : str, optional
        The unit that the format's rules fix: believed where the quotes allow it, or where there
        are none.
    override : str, optional
        What the person importing said (``--offsets``): believed without a look at the quotes.

    Returns
    -------
    str
        One of UNITS. Where several give the same places, the rule's or the simplest.

    Raises
    ------
    ExchangeError
        If no unit fits all quotes, or several fit and disagree on a place.
    """
    if override:
        if override not in UNITS:
            raise ExchangeError(file, "--offsets", override, ", ".join(UNITS))
        return override
    marked = [(text, marks) for text, marks in documents if marks]
    trials = _tried(marked, rule)
    alive = [trial for trial in trials if not trial.failed]
    if not alive:
        raise _none_fits(file, trials[0])
    return _choose(alive, file, rule)


def _tried(marked: Sequence[tuple[str, Sequence[Mark]]], rule: str) -> list[_Trial]:
    quoted = any(mark.quote for _, marks in marked for mark in marks)
    trials = [_Trial(unit) for unit in _candidates([text for text, _ in marked], quoted, rule)]
    for text, marks in marked:
        _try_document(text, marks, trials)
    return trials


def _candidates(texts: Sequence[str], quoted: bool, rule: str) -> list[str]:
    """Units that could differ on these texts, the rule's first, each kind of place once."""
    wide = any(not text.isascii() for text in texts)
    astral = wide and any(text and max(text) > "\uffff" for text in texts)
    differs: dict[str, bool] = {"code-points": False, "utf-16": astral, "utf-8": wide}
    line_ends = {ends: any(_counts_line_ends(text, ends) for text in texts) for ends in _LINE_ENDS}
    found: list[str] = []
    seen: set[tuple[str, str]] = set()
    for unit in dict.fromkeys((rule or CODE_POINTS, *UNITS)):
        base, ends = _parts(unit)
        kind = (base if differs[base] else CODE_POINTS, ends if line_ends[ends] else "")
        # Without quotes only what programs usually count is in doubt.
        rare = base == "utf-8" or ends == "-crlf-expanded"
        if kind not in seen and (quoted or not rare or unit == rule):
            seen.add(kind)
            found.append(unit)
    return found


def _try_document(text: str, marks: Sequence[Mark], trials: list[_Trial]) -> None:
    for trial in trials:
        if trial.failed:
            continue
        ruler = Ruler(text, trial.unit)
        for mark in marks:
            spans = [ruler.span(start, end) for start, end in mark.spans]
            found = [span for span in spans if span is not None]
            if len(found) < len(spans):
                trial.failed = f"{mark.place or mark.spans}, which is no place of the text"
                break
            there = covered(text, found)
            if mark.quote == there:
                trial.exact += 1
            elif mark.quote and mark.quote.split() != there.split():
                says = f"quotes {_short(mark.quote)} where the text has {_short(there)}"
                trial.failed = f"{mark.place or mark.spans}, which {says}"
                break
            trial.places = hash((trial.places, *found))


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _choose(alive: list[_Trial], file: str, rule: str) -> str:
    most = max(trial.exact for trial in alive)
    best = [trial for trial in alive if trial.exact == most]
    agreed = len({trial.places for trial in best}) == 1
    if agreed or best[0].unit == rule:
        return best[0].unit
    units = ", ".join(trial.unit for trial in best)
    why = "quotes that fit several units" if most else "no quotes to tell the unit by"
    raise ExchangeError(
        file, "offsets", why, units, "say which unit the program counts in with --offsets"
    )


def _none_fits(file: str, first: _Trial) -> ExchangeError:
    return ExchangeError(
        file,
        "offsets",
        f"no unit in which all quotes stand where they should; in {first.unit} the first that "
        f"does not is {first.failed}",
        "offsets and quotes of this very text",
        "correct the text, or say the unit with --offsets " + "|".join(_BASES),
    )


def covered(text: str, spans: Iterable[Span]) -> str:
    """The text that spans cover, the parts of a discontinuous one joined by a blank.

    Examples
    --------
    >>> covered("old and new friends", [Span(0, 3), Span(12, 19)])
    'old friends'
    """
    return " ".join(text[span.start : span.end] for span in spans)
