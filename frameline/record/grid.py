"""The cells of a table as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frameline.record.shape import Shape, expect

_NUMBER = re.compile(r"[-+−]?[\d.,]+%?")


@dataclass(frozen=True)
class Column:
    """Heading and setting of one column: ``align`` is left or right, ``width`` a share."""

    label: str
    align: str = "left"
    width: float | None = None

    def record(self) -> dict[str, Any]:
        """The column as JSON."""
        return {"label": self.label, "align": self.align, "width": self.width}

    @classmethod
    def from_record(cls, data: Any) -> Column:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a column", ("label",))
        return cls(shape.text("label"), shape.text("align", "left"), shape.maybe_number("width"))


@dataclass(frozen=True)
class Grid:
    """The cells of a table as text.

    Parameters
    ----------
    columns : tuple of Column
    rows : tuple of tuple of str
        As many cells in each as there are columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            expect(len(row) == len(self.columns), f"{len(self.columns)} cells in each row")

    @classmethod
    def of(cls, labels: Sequence[str], rows: Iterable[Sequence[str]]) -> Grid:
        """A grid whose columns of numbers are set flush right.

        >>> grid = Grid.of(["text", "claims"], [["a", "4"], ["b", ""]])
        >>> [column.align for column in grid.columns]
        ['left', 'right']
        """
        body = tuple(map(tuple, rows))
        heads = (
            Column(label, "right" if _numbers(row[i] for row in body if i < len(row)) else "left")
            for i, label in enumerate(labels)
        )
        return cls(tuple(heads), body)

    def record(self) -> dict[str, Any]:
        """The grid as JSON: columns and rows."""
        return {
            "columns": [column.record() for column in self.columns],
            "rows": [list(row) for row in self.rows],
        }

    @classmethod
    def from_record(cls, data: Any) -> Grid:
        """Read what `record` wrote; columns may be labels alone, as in `of`.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a grid", ("columns", "rows"))
        rows = []
        for row in shape.entries("rows"):
            expect(isinstance(row, (list, tuple)), "a list of cells as row of a grid", row)
            for cell in row:
                expect(isinstance(cell, str), "text in the cells of a grid", cell)
            rows.append(tuple(row))
        columns = shape.entries("columns")
        if any(isinstance(column, Mapping) for column in columns):
            return cls(tuple(map(Column.from_record, columns)), tuple(rows))
        return cls.of(shape.texts("columns"), rows)

    def to_html(self) -> str:
        """The grid as a table for a notebook; every text is escaped."""
        sides = ["end" if column.align == "right" else "start" for column in self.columns]
        styles = [f' style="text-align:{side}"' for side in sides]
        heads = zip(styles, self.columns, strict=True)
        head = "".join(f"<th{style}>{html.escape(column.label)}</th>" for style, column in heads)
        body = (
            "<tr>"
            + "".join(
                f"<td{style}>{html.escape(cell)}</td>"
                for style, cell in zip(styles, row, strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"

    def __str__(self) -> str:
        rows = [[column.label for column in self.columns], *self.rows]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = (
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            for row in rows
        )
        return "\n".join(line.rstrip() for line in lines)


def _numbers(cells: Iterable[str]) -> bool:
    """Whether a column holds numbers and blanks only."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_NUMBER.fullmatch(cell) for cell in filled)
