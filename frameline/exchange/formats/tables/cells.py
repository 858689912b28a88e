"""What single cells hold: several codes, places, marks."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from frameline.exchange.files.error import ExchangeError

#: Marks that say that a code applies, and that it does not. Not + and -: these are valences.
YES = frozenset({"1", "x", "true", "yes", "y", "✓", "1.0"})
NO = frozenset({"", "0", "false", "no", "n", "0.0"})
#: Marks that may stand between the codes of a cell, the surest first.
SEPARATORS = ("\n", "|", "#", ";", ",")
_NUMBER = re.compile(r"(\d{1,12})(?:\.0+)?")
_RANGE = re.compile(r"(\d{1,12})\s*[-–:]\s*(\d{1,12})")
_ANCHOR = re.compile(r"char-offset:(\d{1,12})")
#: A code is no longer than this, and of no more words.
_LONGEST, _MOST_WORDS = 60, 6


def number(cell: str) -> int | None:
    """The whole number in a cell; None where there is none."""
    found = _NUMBER.fullmatch(cell.strip())
    return int(found[1]) if found else None


def semicolons(cell: str) -> tuple[str, ...]:
    """The values of one cell, parted by semicolons; a backslash keeps one in its value.

    >>> semicolons("a;b\\\\;c")
    ('a', 'b;c')
    """
    parts = re.findall(r"((?:\\.|[^;\\]|\\$)*)(?:;|$)", cell, re.DOTALL)[:-1] or [cell]
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in parts if part)


def listed(cell: str) -> tuple[str, ...] | None:
    """The values of a cell that is a list in JSON or Python; None for any other.

    >>> listed('["a", 1]'), listed("[]"), listed("a"), listed("['a']")
    (('a', '1'), (), None, ('a',))
    """
    if not (cell.startswith("[") and cell.endswith("]")):
        return None
    for text in (cell, cell.replace("'", '"')):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, list) and all(isinstance(one, str | int | float) for one in found):
            return tuple(str(one) for one in found)
        return None
    return None


def split(cell: str, separator: str) -> tuple[str, ...]:
    """The codes of a cell, each once, without the blanks around them.

    >>> split("binds, trade,", ",")
    ('binds', 'trade')
    """
    parts = [part.strip() for part in re.split(r"\r?\n" if separator == "\n" else
             re.escape(separator), cell)]  # fmt: skip
    return tuple(dict.fromkeys(part for part in parts if part))


def separator_of(cells: Iterable[str]) -> str:
    """The mark that stands between the codes of these cells; "" where none does for certain.

    Between lines it always does. Another mark does where most parts come again, alone or in
    other cells, and all are as short as codes are.

    >>> separator_of(["a\\nb", "a"]), separator_of(["a#b", "a", "b"]), separator_of(["x,y"])
    ('\\n', '#', '')
    """
    filled = [cell for cell in cells if cell.strip()]
    for mark in SEPARATORS:
        with_mark = [cell for cell in filled if mark in cell.strip()]
        if not with_mark:
            continue
        count = Counter(part for cell in filled for part in split(cell, mark))
        parts = {part for cell in with_mark for part in split(cell, mark)}
        short = all(len(part) <= _LONGEST and len(part.split()) <= _MOST_WORDS for part in parts)
        if not short or len(parts) < 2:
            continue
        again = sum(count[part] > 1 for part in parts)
        if mark == "\n" or 2 * again > len(parts):
            return mark
    return ""


def spans_of(
    starts: str, ends: str, columns: Sequence[str], file: str, place: str
) -> list[tuple[int, int]]:
    """The places that two cells give, several with semicolons between them.

    Raises
    ------
    ExchangeError
        With row and column.
    """
    sides: list[list[int]] = []
    for cell, column in zip((starts, ends), columns, strict=True):
        numbers = []
        for part in cell.split(";") if cell.strip() else ():
            found = number(part)
            if found is None:
                raise ExchangeError(
                    file, f"{place}, column {column}" if column else place, repr(part[:40]),
                    "a whole number from 0", "correct the cell",
                )  # fmt: skip
            numbers.append(found)
        sides.append(numbers)
    if len(sides[0]) != len(sides[1]):
        found_both = f"{len(sides[0])} starts and {len(sides[1])} ends"
        raise ExchangeError(file, place, found_both, "as many of both", "complete the row")
    for start, end in zip(*sides, strict=True):
        if end < start:
            fault = f"end {end} before start {start}"
            raise ExchangeError(file, place, fault, "start <= end", "correct the row")
    return list(zip(*sides, strict=True))


def range_of(cell: str, file: str, place: str) -> list[tuple[int, int]]:
    """The place that a cell such as ``10-32`` gives.

    >>> range_of("10-32", "a.csv", "row 2")
    [(10, 32)]
    """
    if not cell.strip():
        return []
    found = _RANGE.fullmatch(cell.strip())
    if not found or int(found[2]) < int(found[1]):
        raise ExchangeError(file, place, repr(cell[:40]), "START-END, such as 10-32", "correct it")
    return [(int(found[1]), int(found[2]))]


def anchor_of(cell: str, quote: str, file: str, place: str) -> list[tuple[int, int]]:
    """The place that an anchor such as ``char-offset:10`` gives to a quote.

    A pointer into the elements of a TEI file (``from=...``) gives none: the quote stands alone.

    >>> anchor_of("char-offset:10", "Norland", "a.csv", "row 2")
    [(10, 17)]
    """
    if not cell.strip() or cell.startswith("from="):
        return []
    found = _ANCHOR.search(cell)
    if not found:
        raise ExchangeError(file, place, repr(cell[:40]), "char-offset:NUMBER", "correct it")
    return [(int(found[1]), int(found[1]) + len(quote))]
