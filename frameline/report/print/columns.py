"""Widths of the columns of a table in print."""

from __future__ import annotations

import math
import re

from frameline.record.grid import Grid

#: Characters of table text that stand side by side in the full width; by the number of rows,
#: since long tables are set smaller (`rows-of` in report.typ).
LINE_CHARACTERS = {10: 95, 16: 103, math.inf: 106}


def column_widths(grid: Grid) -> list[str]:
    """Widths of columns by the text they hold, and by what was asked for.

    Every column gets room for its longest word. What is left goes to the columns for which a
    width was asked, in these proportions; or else to those that would break lines, the more the
    more text they hold.

    >>> from frameline.record.grid import Column
    >>> grid = Grid((Column("n"), Column("What is claimed")), (("12", "word " * 30),))
    >>> column_widths(grid)
    ['4fr', '91fr']
    """
    line = next(n for rows, n in LINE_CHARACTERS.items() if len(grid.rows) <= rows)
    texts = [[c.label, *(row[i] for row in grid.rows)] for i, c in enumerate(grid.columns)]
    least = [max(len(word) for text in column for word in _words(text)) + 2 for column in texts]
    # A heading of two words on two lines is fine; its cells should rather stay on one.
    whole = [
        max([length, *(len(text) + 2 for text in column[1:])])
        for length, column in zip(least, texts, strict=True)
    ]
    shares = [column.width or 0.0 for column in grid.columns]
    if any(shares):
        # Short columns keep their cells on one line as long as the others can have their words.
        roomy = [n if s else w for n, w, s in zip(least, whole, shares, strict=True)]
        least = roomy if sum(roomy) <= line else least
    room = max(0, line - sum(least))
    if not any(shares):
        if sum(whole) <= line:
            least, room = whole, line - sum(whole)
            shares = [1.0, *(0.0 for _ in whole[1:])]
        else:
            shares = [(w - n) ** 0.7 for w, n in zip(whole, least, strict=True)]
    total = sum(shares) or 1.0
    return [f"{n + room * s / total:.4g}fr" for n, s in zip(least, shares, strict=True)]


def _words(text: str) -> list[str]:
    """The pieces of a text between which a line may break."""
    return re.split(r" |(?<=[^\W\d]-)(?=[^\W\d])", text)
