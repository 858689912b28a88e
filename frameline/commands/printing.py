"""Tables on the terminal."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Columns as wide as their text; the last one runs on."""
    cells = [[" ".join(str(cell).split()) for cell in row] for row in (head, *rows)]
    widths = [min(60, max(len(row[i]) for row in cells)) for i in range(len(head))]
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(harmless(line.rstrip()))


def harmless(text: str) -> str:
    """Lines that a terminal shows and does not obey, whatever file they quote."""
    from frameline.report.escape import escape_terminal

    return "\n".join(escape_terminal(line) for line in text.split("\n"))
