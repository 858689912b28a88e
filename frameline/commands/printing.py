"""Tables on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def print_lines(lines: Iterable[str], most: int = 40) -> None:
    """Lines of a list, and how many more there are."""
    lines = list(lines)
    for line in lines[:most]:
        print(f"       - {line}")
    if len(lines) > most:
        print(f"       - and {len(lines) - most} more")


def listed(names: Sequence[str], most: int = 10) -> str:
    """Names with commas, and how many more there are."""
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return (", ".join(names[:most]) or "none") + rest


def count(number: int, what: str) -> str:
    """A number of things.

    >>> count(1, "row"), count(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number} {what}{'' if number == 1 else 's'}"
