"""XLSX: a table of annotations in the first sheet of a workbook."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import Archive, read_bytes, refuse_doctype
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.sheets import MAX_CELLS, Sheet
from frameline.exchange.formats.tables.tabular import read_sheets
from frameline.exchange.formats.tables.tabular_writing import table, table_cannot_hold
from frameline.exchange.model.project import Left, Options, Project

#: What Excel takes in one cell, and rows in one sheet.
MAX_CELL = 32_767
MAX_ROWS = 1_048_576
_DAY = (1980, 1, 1, 0, 0, 0)
#: Characters XML has not or changes, and what looks like an escape: _x000D_ and the like.
_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file looks like an Excel workbook."""
    return head.startswith(b"PK") and path.suffix.lower() in (".xlsx", ".xlsm")


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read tables of one project; see `frameline.exchange.formats.tables.tabular`.

    A formula is refused: what it shows depends on the program that opens it.
    """
    return read_sheets([read_sheet(path) for path in paths], options)


def read_sheet(path: Path) -> Sheet:
    from openpyxl import load_workbook

    data = read_bytes(path)
    _check_members(data, path.name)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheets = [(ws.title, _rows(ws, path.name)) for ws in book.worksheets]
    except ExchangeError:
        raise
    except Exception as fault:  # openpyxl lets errors of any kind through
        raise ExchangeError(
            path.name, "", f"a broken workbook ({fault})", "an .xlsx file", "save it again"
        ) from None
    filled = [(title, rows) for title, rows in sheets if rows]
    if not filled:
        raise ExchangeError(path.name, "", "an empty workbook", "a header row", "add one")
    title, every = filled[0]
    if isinstance(every[0][1], ExchangeError):
        raise every[0][1]
    faults = [row for _, row in every if isinstance(row, ExchangeError)]
    rows = [(number, row) for number, row in every if not isinstance(row, ExchangeError)]
    header = [cell.strip() for cell in rows[0][1]]
    while header and not header[-1]:
        header.pop()
    cells = []
    for number, row in rows[1:]:
        try:
            cells.append((number, _fitted(row, header, number, path.name)))
        except ExchangeError as error:
            faults.append(error)
    left = [
        Left(len(others), "rows", f"only the first sheet ({title}) is read", f"sheet {name}")
        for name, others in filled[1:]
    ]
    return Sheet(path, header, cells, left, faults)


def _check_members(data: bytes, file: str) -> None:
    archive = Archive(data, file)
    for name in archive.names:
        if name.lower().endswith((".xml", ".rels")):
            refuse_doctype(archive.read(name), f"{file}/{name}", anywhere=True)


def _rows(sheet: Any, file: str) -> list[tuple[int, list[str] | ExchangeError]]:
    sheet.reset_dimensions()  # what a workbook says of its size is not to be trusted
    found: list[tuple[int, list[str] | ExchangeError]] = []
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells += len(row) + 1
        if cells > MAX_CELLS:
            raise ExchangeError(
                file, f"sheet {sheet.title}, row {number}", "more cells than can be handled",
                f"up to {MAX_CELLS:,}", "split the table",
            )  # fmt: skip
        try:
            texts = [_text(cell, file, sheet.title) for cell in row]
        except ExchangeError as error:
            found.append((number, error))
            continue
        if any(texts):
            found.append((number, texts))
    return found


def _text(cell: Any, file: str, title: str) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        kind = "a formula" if cell.data_type == "f" else f"the error {value}"
        raise ExchangeError(
            file, f"sheet {title}, cell {cell.coordinate}", kind, "text and numbers",
            "paste it as a value",
        )  # fmt: skip
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return str(value)


def _fitted(row: list[str], header: list[str], number: int, file: str) -> list[str]:
    if any(row[len(header) :]):
        raise ExchangeError(
            file, f"row {number}", "a cell beyond the last named column", "",
            "name its column in the first row",
        )  # fmt: skip
    return (row + [""] * len(header))[: len(header)]


def cannot_hold(project: Project) -> list[Left]:
    """What of a project a workbook would lose; a text too long for a cell is refused."""
    return table_cannot_hold(project)


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as one long table; every cell is text, none a formula.

    Raises
    ------
    ExchangeError
        If a cell would be longer than Excel takes, or there are too many rows.
    """
    header, rows = table(project)
    return [save(out, workbook(header, rows, out.name))]


def workbook(header: Sequence[str], rows: Iterable[Sequence[str]], file: str) -> bytes:
    """A workbook of one sheet with these cells as text: the same bytes for the same cells.

    Raises
    ------
    ExchangeError
        If a cell or the table is too long for Excel.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    # All cells are checked first: a workbook that is left half-written complains.
    checked = [_escaped(header, cells, number, file) for number, cells in
               enumerate([header, *rows], start=1)]  # fmt: skip
    book = Workbook(write_only=True)
    sheet = book.create_sheet("annotations")
    for texts in checked:
        made = [WriteOnlyCell(sheet, text or None) for text in texts]
        for cell, text in zip(made, texts, strict=True):
            if text:
                cell.data_type = "s"
        sheet.append(made)
    stream = io.BytesIO()
    book.save(stream)
    return _undated(stream.getvalue())


def _escaped(header: Sequence[str], cells: Sequence[str], number: int, file: str) -> list[str]:
    """The cells of one row as a workbook holds them; ExchangeError for what it would cut."""
    found = []
    for name, text in zip(header, cells, strict=True):
        escaped = _ESCAPE.sub(lambda match: f"_x{ord(match.group()):04X}_", text)
        if len(escaped) > MAX_CELL or number > MAX_ROWS:
            raise ExchangeError(
                file, f"row {number}, column {name}", f"{len(text):,} characters",
                f"{MAX_CELL:,} in a cell and {MAX_ROWS:,} rows", "export as CSV or Parquet",
            )  # fmt: skip
        found.append(escaped)
    return found


def _undated(data: bytes) -> bytes:
    """The workbook without the time of its making."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            member = old.read(info)
            if info.filename == "docProps/core.xml":
                member = re.sub(rb">\d{4}-[\d:TZ-]+<", b">1980-01-01T00:00:00Z<", member)
            made = zipfile.ZipInfo(info.filename, _DAY)
            made.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(made, member)
    return stream.getvalue()
