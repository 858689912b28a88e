"""Text tables with a mark between cells (CSV, TSV): to sheets and back."""

from __future__ import annotations

import csv
import io
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import MAX_LINE, read_text
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.sheets import MAX_CELLS, Sheet
from frameline.exchange.formats.tables.tabular import read_sheets
from frameline.exchange.formats.tables.tabular_writing import table
from frameline.exchange.model.project import Options, Project

#: What a spreadsheet would run as a formula, perhaps already behind our mark; not plain numbers.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_GUARDED = re.compile(r"'('*[=+\-@\t\r])")
_LIMIT = threading.RLock()
_EXCEL = re.compile(r"\ufeff?sep=(.)\r?\n")


def read_delimited(paths: Sequence[Path], options: Options, marks: str) -> Project:
    """Which project do these tables hold, their cells parted by one of these marks?"""
    return read_sheets([read_sheet(path, marks) for path in paths], options)


def write_delimited(project: Project, out: Path, mark: str) -> list[Path]:
    """Write a project as one table, in which no cell is run as a formula by a spreadsheet."""
    header, rows = table(project)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=mark, lineterminator="\n")
    writer.writerow([guarded(cell) for cell in header])
    for cells in rows:
        writer.writerow([guarded(cell) for cell in cells])
    return [save(out, stream.getvalue().encode("utf-8-sig"))]


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what would be a formula.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-1"), guarded("'=1")
    ("'=1+1", '-1', "''=1")
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that `guarded` sets.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'tis"), unguarded("''=1")
    ('=1+1', "'tis", "'=1")
    """
    return cell[1:] if _GUARDED.match(cell) else cell


def read_sheet(path: Path, marks: str) -> Sheet:
    text = read_text(path)
    skipped = 0
    if declared := _EXCEL.match(text):
        marks, text, skipped = declared[1], text[declared.end() :], 1
    with _long_cells():
        header, rows = _table(text, marks, skipped, path.name)
    if not any(header):
        raise ExchangeError(path.name, "row 1", "an empty table", "a header row", "add one")
    return Sheet(path, header, rows)


def _table(
    text: str, marks: str, skipped: int, file: str
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header and the rows with their numbers; the mark is the one that cuts the header most."""
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    number = skipped
    try:
        line = text.split("\n", 1)[0]
        mark = max(marks, key=lambda m: len(next(csv.reader([line], delimiter=m), [])))
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            number += 1
            if not header:
                header = [unguarded(cell.strip()) for cell in cells]
            elif any(cells):
                rows.append((number, _row(cells, header, number, file)))
                if len(rows) * len(header) > MAX_CELLS:
                    raise ExchangeError(
                        file, f"row {number}", "more cells than can be handled",
                        f"up to {MAX_CELLS:,}", "split the table",
                    )  # fmt: skip
    except csv.Error as fault:
        raise ExchangeError(
            file, f"row {number + 1}", f"a broken table ({fault})", "",
            "close the quotation marks; write one inside a cell twice",
        ) from None  # fmt: skip
    return header, rows


@contextmanager
def _long_cells() -> Iterator[None]:
    """Cells as long as a line may be. The limit is the process's: one reader at a time moves it."""
    with _LIMIT:
        before = csv.field_size_limit(MAX_LINE)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _row(cells: list[str], header: list[str], number: int, file: str) -> list[str]:
    if len(cells) != len(header):
        todo = "quote cells that hold the separator" if len(cells) > len(header) else "complete it"
        raise ExchangeError(
            file, f"row {number}", f"{len(cells)} cells", f"{len(header)}, as in the header", todo
        )
    return [unguarded(cell) for cell in cells]
