"""What a file counts when it says "from 12 to 20", and the same places in code points.

Python counts Unicode code points; browsers and Java count UTF-16 units; byte tools count UTF-8.
A program that folds CRLF to LF before it counts (or the reverse) shifts every place after the
first line end. The unit is found by comparing the text at each place with the text quoted there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.project import Span

_BASES = ("code-points", "utf-16", "utf-8", "graphemes")
#: ``crlf-folded``: the text has CRLF, counted as one; ``crlf-expanded``: it has LF, counted as two.
_LINE_ENDS = ("", "-crlf-folded", "-crlf-expanded")
#: Every unit an offset may be given in; what ``--offsets`` accepts.
UNITS = tuple(
    base + ends for ends in _LINE_ENDS for base in _BASES if not (ends and base == "graphemes")
)
CODE_POINTS = "code-points"
#: What joins code points to one character beside marks: the joiner, skin tones, letters of flags.
_JOINS = frozenset(
    ["\u200d", *map(chr, range(0x1F3FB, 0x1F400)), *map(chr, range(0x1F1E6, 0x1F200))]
)


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
    plain = base == CODE_POINTS or (base != "graphemes" and text.isascii())
    if plain and not _counts_line_ends(text, ends):
        return None
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    widths = np.ones(len(codes), dtype=np.int64)
    if base == "utf-8":
        widths += (codes > 0x7F).astype(np.int64) + (codes > 0x7FF)
    if base != CODE_POINTS:
        widths += codes > 0xFFFF
    if base == "graphemes":
        return np.concatenate(([0], np.cumsum(_ends_cluster(text))))
    feeds = codes == 10
    after_return = np.zeros(len(codes), dtype=bool)
    after_return[1:] = feeds[1:] & (codes[:-1] == 13)
    if ends == "-crlf-folded":
        widths[:-1][after_return[1:]] = 0
    elif ends == "-crlf-expanded":
        widths[feeds & ~after_return] += 1
    return np.concatenate(([0], np.cumsum(widths)))


def _ends_cluster(text: str) -> np.ndarray:
    """1 for each code point that ends what a reader sees as one character, else 0."""
    from wcwidth import iter_graphemes

    ends = np.zeros(len(text), dtype=np.int64)
    at = 0
    for cluster in iter_graphemes(text):
        at += len(cluster)
        ends[at - 1] = 1
    return ends


def _has_clusters(text: str) -> bool:
    """Whether a text may have characters of several code points (but for line ends)."""
    return not text.isascii() and any(
        char in _JOINS or unicodedata.category(char)[0] == "M" for char in set(text)
    )


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


def candidates(texts: Sequence[str], quoted: bool, rule: str = "") -> list[str]:
    """Units that could differ on these texts, the rule's first, each kind of place once.

    Examples
    --------
    >>> candidates(["plain"], True), candidates(["😀"], False)
    (['code-points'], ['code-points', 'utf-16'])
    """
    wide = any(not text.isascii() for text in texts)
    astral = wide and any(text and max(text) > "\uffff" for text in texts)
    clusters = wide and any(map(_has_clusters, texts))
    differs = {"code-points": False, "utf-16": astral, "utf-8": wide, "graphemes": clusters}
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


def covered(text: str, spans: Iterable[Span]) -> str:
    """The text that spans cover, the parts of a discontinuous one joined by a blank.

    Examples
    --------
    >>> covered("old and new friends", [Span(0, 3), Span(12, 19)])
    'old friends'
    """
    return " ".join(text[span.start : span.end] for span in spans)
