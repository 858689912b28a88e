"""Text tables with a mark between cells (CSV, TSV): to sheets and back."""

from __future__ import annotations

import csv
import io
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
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
#: A table with so many broken rows is none.
_MOST_BROKEN = 200
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
        sheet = _table(text, marks, skipped, path)
    if not any(sheet.header):
        raise ExchangeError(path.name, "row 1", "an empty table", "a header row", "add one")
    return sheet


def _table(text: str, marks: str, skipped: int, path: Path) -> Sheet:
    """The header and the rows with their numbers; the mark is the one that cuts the header most."""
    sheet, broken = Sheet(path, [], []), 0
    line = text.split("\n", 1)[0]
    try:
        mark = max(marks, key=lambda m: len(next(csv.reader([line], delimiter=m), [])))
    except csv.Error as fault:
        raise _broken(path.name, skipped + 1, fault) from None
    for number, cells in enumerate(_records(text, mark), start=skipped + 1):
        if isinstance(cells, csv.Error):
            broken += 1
            if not sheet.header or broken >= _MOST_BROKEN:
                raise _broken(path.name, number, cells)
            sheet.faults.append(_broken(path.name, number, cells))
        elif not sheet.header:
            sheet.header = [unguarded(cell.strip()) for cell in cells]
        elif any(cells):
            try:
                sheet.rows.append((number, _row(cells, sheet.header, number, path.name)))
            except ExchangeError as error:
                if len(cells) < len(sheet.header):
                    sheet.short.append((number, [unguarded(cell) for cell in cells], error))
                else:
                    sheet.faults.append(error)
            if len(sheet.rows) * len(sheet.header) > MAX_CELLS:
                raise ExchangeError(
                    path.name, f"row {number}", "more cells than can be handled",
                    f"up to {MAX_CELLS:,}", "split the table",
                )  # fmt: skip
    return sheet


def _records(text: str, mark: str) -> Iterator[list[str] | csv.Error]:
    """The rows of a table; after a broken one the next line is a row again."""
    lines = io.StringIO(text, newline="").readlines()
    start = 0
    while start < len(lines):
        reader = csv.reader(islice(lines, start, None), delimiter=mark, strict=True)
        read = 0
        try:
            for cells in reader:
                read = reader.line_num
                yield cells
            return
        except csv.Error as fault:
            yield fault
            start += read + 1


def _broken(file: str, number: int, fault: csv.Error) -> ExchangeError:
    return ExchangeError(
        file, f"row {number}", f"a broken table ({fault})", "",
        "close the quotation marks; write one inside a cell twice",
    )  # fmt: skip


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
