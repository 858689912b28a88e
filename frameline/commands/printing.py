"""Tables on the terminal."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Columns as wide as their text; the last one runs on."""
    cells = [[" ".join(str(cell).split()) for cell in row] for row in (head, *rows)]
    widths = [min(60, max(len(row[i]) for row in cells)) for i in range(len(head))]
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(line.rstrip())
