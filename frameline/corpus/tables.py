"""CSV files as text with row numbers, and the faults that make a file unreadable.

pandas would fill short rows, shift long ones, turn "NA" into nothing and "00012" into 12; here a
cell is the text between the commas and every fault names its file and row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from frameline.corpus import schema
from frameline.corpus.codebook import Codebook, CodebookError, read_codebook
from frameline.corpus.fault import Fault as Fault
from frameline.corpus.fault import nearest as nearest
from frameline.corpus.fault import shown as shown
from frameline.corpus.links import link_faults

#: One cell may hold this many characters; a stray quotation mark makes the rest of a file one cell.
csv.field_size_limit(1_000_000)


@dataclass
class Table:
    """One CSV file: header, rows of text, the spreadsheet number of each row, and its faults."""

    file: str
    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Whether the file has a header to go by."""
        return bool(self.columns)

    def frame(self) -> pd.DataFrame:
        """The rows as a table of text, with the row numbers as index."""
        return pd.DataFrame(self.rows, columns=self.columns, index=self.numbers, dtype=object)

    def has(self, *columns: str) -> bool:
        """Whether all these columns are there."""
        return all(column in self.columns for column in columns)

    def column(self, name: str) -> list[str]:
        """The cells of one column."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def cells(self, *names: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Row number and the cells of these columns, row by row; blank for a missing column."""
        places = [self.columns.index(name) if name in self.columns else None for name in names]
        for number, row in zip(self.numbers, self.rows, strict=True):
            yield number, tuple("" if place is None else row[place] for place in places)

    def fault(self, row: int | None, column: str, found: str, allowed: str, todo: str) -> Fault:
        """A fault of this file."""
        return Fault(self.file, row, column, found, allowed, todo)


def read_table(path: Path, name: str) -> Table:
    """Read one CSV file as text; `name` is what messages call it. Never raises on bad content."""
    table = Table(name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        table.faults.append(Fault(name, None, "", reason, "a readable file", "check the file"))
        return table
    text = _decoded(raw, table)
    if text is not None:
        _parse(text, table)
    return table


def _decoded(raw: bytes, table: Table) -> str | None:
    """The file as text, or None after noting why it is no UTF-8 text."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        fault = table.fault(None, "", "UTF-16", "UTF-8", "save the file as CSV UTF-8")
    elif b"\x00" in raw:
        place = raw.index(b"\x00")
        row = raw.count(b"\n", 0, place) + 1
        found = f"a NUL byte at position {place}"
        fault = table.fault(row, "", found, "text", "remove it; the file may be damaged")
    else:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            row = raw.count(b"\n", 0, error.start) + 1
            found = f"byte 0x{raw[error.start]:02x} at position {error.start}"
            fault = table.fault(row, "", found, "UTF-8", "save the file as CSV UTF-8")
    table.faults.append(fault)
    return None


def _parse(text: str, table: Table) -> None:
    """Fill header and rows; rows of the wrong length are left out and noted."""
    records = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for record in records:
            number += 1
            if number == 1:
                _take_header(record, table)
                if not table.columns:
                    return
            elif any(record):
                _take_row(record, number, table)
    except csv.Error as error:
        todo = "close the quotation marks; write a quotation mark inside a cell twice"
        table.faults.append(table.fault(number + 1, "", str(error), "CSV", todo))
    if number == 0:
        table.faults.append(table.fault(None, "", "an empty file", "a header row", "add a header"))


def _take_header(record: list[str], table: Table) -> None:
    if len(record) == 1 and any(mark in record[0] for mark in ";\t|"):
        mark = next(mark for mark in ";\t|" if mark in record[0])
        todo = "save the file with commas between the cells"
        table.faults.append(table.fault(1, "", f"cells separated by {shown(mark)}", "commas", todo))
        return
    if not any(record):
        table.faults.append(table.fault(1, "", "a blank header", "column names", "add a header"))
        return
    for place, name in enumerate(record):
        if not name:
            todo = f"name or remove column {place + 1}"
            table.faults.append(table.fault(1, "", "a column without a name", "a name", todo))
        elif name in record[:place]:
            todo = "remove or rename one of the two"
            table.faults.append(table.fault(1, name, "a column twice", "each name once", todo))
    if not table.faults:
        table.columns = record


def _take_row(record: list[str], number: int, table: Table) -> None:
    if len(record) == len(table.columns):
        table.rows.append(record)
        table.numbers.append(number)
        return
    found, allowed = f"{len(record)} cells", f"{len(table.columns)} cells"
    more = len(record) > len(table.columns)
    todo = "quote cells that hold a comma" if more else "add the missing commas"
    table.faults.append(table.fault(number, "", found, allowed, todo))


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts P2 before P10.

    >>> sorted(["P10", "P2"], key=natural)
    ['P2', 'P10']
    """
    parts = re.split(r"(\d+)", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


class Layout(NamedTuple):
    """The columns of a table that are no codebook variables; only `required` must be there."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All of them."""
        return self.required + self.optional


def _layout(table: schema.Table) -> Layout:
    further = () if table.free else tuple(c.name for c in table.columns if not c.needed)
    return Layout(table.needed, further)


#: The tables that reading a corpus folder looks for. Columns of a layer also include the
#: codebook's variables; a folder of its own holds the context sample.
LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        name: _layout(table)
        for name, table in schema.TABLES.items()
        if name not in ("crosswalks", "context", "audit")
    }
)
#: Columns of documents.csv that are neither variables nor the date.
DOCUMENT_FACTS = LAYOUTS["documents"].optional
#: A corpus of one CSV file: one row per coded claim.
MINIMAL = _layout(schema.MINIMAL_TABLE)


def columns_of(*kinds: str) -> frozenset[str]:
    """The names of the columns of these kinds, in whatever table they stand.

    >>> sorted(columns_of(schema.SWITCH))
    ['countable', 'too_short']
    """
    tables = [schema.TABLES[name] for name in LAYOUTS]
    return frozenset(c.name for table in tables for c in table.columns if c.kind in kinds)


NUMBERS, SWITCHES = columns_of(schema.NUMBER), columns_of(schema.SWITCH)

_LAYER_FILES = ("claims", "labels", "events", "documents")


@dataclass
class RawCorpus:
    """Everything a corpus consists of, as text: what checks look at and a Corpus is made of."""

    path: Path
    tables: dict[str, Table] = field(default_factory=dict)
    coders: dict[str, dict[str, Table]] = field(default_factory=dict)
    context: dict[str, Table] = field(default_factory=dict)
    minimal: Table | None = None
    codebook: Codebook | None = None
    faults: list[Fault] = field(default_factory=list)

    def every_table(self) -> Iterator[Table]:
        """All tables, whatever they are."""
        if self.minimal is not None:
            yield self.minimal
        yield from self.tables.values()
        for tables in self.coders.values():
            yield from tables.values()
        yield from self.context.values()


def read_raw(path: str | Path) -> RawCorpus:
    """Read a corpus folder, or one CSV file, as text. Never raises on bad content."""
    path = Path(path)
    raw = RawCorpus(path)
    if path.is_dir():
        _read_folder(raw)
    elif path.is_file():
        raw.minimal = read_table(path, path.name)
    else:
        todo = "check the path of the corpus"
        raw.faults.append(
            Fault(str(path), None, "", "no such file or folder", "a folder or a CSV file", todo)
        )
    for table in raw.every_table():
        raw.faults += table.faults
    return raw


def _read_folder(raw: RawCorpus) -> None:
    """Fill in the tables, the coders' tables and the codebook of a corpus folder."""
    raw.faults += link_faults(raw.path)
    if raw.faults:
        # What a message about a cell quotes would be a stranger's file.
        return
    files = {file.name: file for file in sorted(raw.path.iterdir()) if file.is_file()}
    for name in LAYOUTS:
        if name != "coders" and f"{name}.csv" in files:
            raw.tables[name] = read_table(files[f"{name}.csv"], f"{name}.csv")
    for name in files:
        known = [f"{table}.csv" for table in LAYOUTS]
        close = nearest(name, known) if name.endswith(".csv") and name not in known else ""
        if close and close not in files:
            todo = f"rename it to {close}, or move it elsewhere"
            raw.faults.append(Fault(name, None, "", "a file nobody reads", close, todo))
    if "documents" not in raw.tables:
        todo = "add documents.csv with doc_id and published"
        raw.faults.append(Fault("documents.csv", None, "", "no such file", "a table", todo))
    _read_coders(raw)
    for file in _csv_files(raw.path / "context"):
        raw.context[file.stem] = read_table(file, f"context/{file.name}")
    _read_codebook(raw)


def _read_coders(raw: RawCorpus) -> None:
    folder = raw.path / "coders"
    if not folder.is_dir():
        return
    if (folder / "coders.csv").is_file():
        raw.tables["coders"] = read_table(folder / "coders.csv", "coders/coders.csv")
    for coder in sorted(entry for entry in folder.iterdir() if entry.is_dir()):
        raw.coders[coder.name] = {
            file.stem: read_table(file, f"coders/{coder.name}/{file.name}")
            for file in _csv_files(coder)
            if file.stem in _LAYER_FILES
        }


def _csv_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.csv")) if folder.is_dir() else []


def _read_codebook(raw: RawCorpus) -> None:
    file = raw.path / "codebook.toml"
    if not file.exists():
        return
    try:
        raw.codebook = read_codebook(file)
    except CodebookError as error:
        raw.faults += error.problems
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raw.faults.append(Fault("codebook.toml", None, "", reason, "a file", "check the file"))
