"""Parquet: a table of annotations with one flat column of text or numbers each.

A few megabytes of Parquet can stand for gigabytes of text, so that text is kept in its dictionary
until its length is known.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import MAX_FILE, read_bytes, too_large
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.sheets import MAX_CELLS, Sheet
from frameline.exchange.formats.tables.tabular import read_sheets
from frameline.exchange.formats.tables.tabular_writing import table, table_cannot_hold
from frameline.exchange.model.project import Left, Options, Project

#: Bytes of text that all rows of one file may come to once unpacked.
MAX_TEXT = 1024 * 1024 * 1024
_BATCH = 16_384


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file starts as Parquet does."""
    return head.startswith(b"PAR1")


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read tables of one project; see `frameline.exchange.formats.tables.tabular`.

    Raises
    ------
    ExchangeError
        For nested or binary columns, and for files that unpack to too much.
    """
    return read_sheets([_sheet(path) for path in paths], options)


def _pyarrow(file: str) -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        todo = "pip install 'frameline[parquet]'"
        raise ExchangeError(file, "", "no pyarrow on this machine", "", todo) from None
    return pyarrow


def _sheet(path: Path) -> Sheet:
    arrow = _pyarrow(path.name)
    data = read_bytes(path)
    try:
        return _table(arrow, path, data)
    except ExchangeError:
        raise
    except (arrow.ArrowException, OSError, ValueError, TypeError) as fault:
        reason = " ".join(str(fault).split())[:200]
        raise ExchangeError(
            path.name, "", f"a broken Parquet file ({reason})", "", "is the file complete?"
        ) from None


def _table(arrow: Any, path: Path, data: bytes) -> Sheet:
    plain = arrow.parquet.ParquetFile(io.BytesIO(data))
    header = list(plain.schema_arrow.names)
    _check_declared(plain.metadata, path.name, len(header))
    texts = [f.name for f in plain.schema_arrow if _kind(arrow, f, path.name) == "text"]
    file = arrow.parquet.ParquetFile(io.BytesIO(data), read_dictionary=texts)
    rows: list[tuple[int, list[str]]] = []
    total = 0
    for batch in file.iter_batches(batch_size=_BATCH):
        columns = []
        for column in batch.columns:
            cells, size = _cells(arrow, column)
            total += size
            if total > MAX_TEXT:
                raise too_large(path.name, f"row {len(rows) + 2}", total, MAX_TEXT)
            columns.append(cells)
        for row in zip(*columns, strict=True):
            rows.append((len(rows) + 2, list(row)))
    _check_text(header, rows, path.name)
    return Sheet(path, header, rows)


def _check_declared(metadata: Any, file: str, columns: int) -> None:
    if metadata.num_rows * max(columns, 1) > MAX_CELLS:
        found = f"{metadata.num_rows:,} rows of {columns} columns"
        raise ExchangeError(file, "", found, f"up to {MAX_CELLS:,} cells", "split the table")
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    declared = sum(group.total_byte_size for group in groups)
    if declared > MAX_FILE:
        raise too_large(file, "unpacked", declared, MAX_FILE)


def _kind(arrow: Any, field: Any, file: str) -> str:
    kinds = arrow.types
    kind = field.type.value_type if kinds.is_dictionary(field.type) else field.type
    if kinds.is_string(kind) or kinds.is_large_string(kind):
        return "text"
    tests = (kinds.is_integer, kinds.is_floating, kinds.is_boolean, kinds.is_date,
             kinds.is_timestamp, kinds.is_decimal, kinds.is_null)  # fmt: skip
    if any(test(kind) for test in tests):
        return "other"
    raise ExchangeError(
        file, f"column {field.name}", f"the type {field.type}", "text, numbers and dates",
        "flatten or drop the column",
    )  # fmt: skip


def _cells(arrow: Any, column: Any) -> tuple[list[str], int]:
    """The cells as text, and the bytes they would come to one by one."""
    if not arrow.types.is_dictionary(column.type):
        cells = [_text(value) for value in column.to_pylist()]
        return cells, sum(map(len, cells))
    words = [_text(word) for word in column.dictionary.to_pylist()]
    sizes = [len(word) for word in words]
    places = column.indices.to_pylist()
    size = sum(sizes[place] for place in places if place is not None)
    return ["" if place is None else words[place] for place in places], size


def _text(value: Any) -> str:
    if value is None or value != value:  # NaN says that a cell is empty
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")


def _check_text(header: list[str], rows: Sequence[tuple[int, list[str]]], file: str) -> None:
    for place, name in enumerate(header):
        for number, cells in rows:
            if "\0" in cells[place]:
                where = f"row {number}, column {name}"
                raise ExchangeError(file, where, "a NUL character", "text", "is it binary?")


def cannot_hold(project: Project) -> list[Left]:
    """What of a project a table would lose."""
    return table_cannot_hold(project)


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as one long table of text columns."""
    arrow = _pyarrow(out.name)
    header, rows = table(project)
    cells = list(rows)
    columns = [arrow.array([row[place] for row in cells], arrow.string()) for place in
               range(len(header))]  # fmt: skip
    stream = io.BytesIO()
    arrow.parquet.write_table(arrow.table(columns, names=header), stream, compression="zstd")
    return [save(out, stream.getvalue())]
