"""CSV files as text with row numbers, and the faults that make a file unreadable.

pandas would fill short rows, shift long ones, turn "NA" into nothing and "00012" into 12; here a
cell is the text between the commas and every fault names its file and row.
"""

from __future__ import annotations

import csv
import difflib
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

#: One cell may hold this many characters; a stray quotation mark makes the rest of a file one cell.
csv.field_size_limit(1_000_000)


class Fault(NamedTuple):
    """One thing wrong with a corpus. `row` counts as a spreadsheet does: the header is row 1."""

    file: str
    row: int | None
    column: str
    found: str
    allowed: str
    todo: str

    def __str__(self) -> str:
        where = [self.file, f"row {self.row}" if self.row else "", self.column]
        found = f"found {self.found}" if self.found else ""
        allowed = f"allowed: {self.allowed}" if self.allowed else ""
        parts = (", ".join(part for part in where if part), found, allowed, self.todo)
        return "; ".join(part for part in parts if part)


def shown(value: str, width: int = 40) -> str:
    """A cell as a message may show it: quoted, short, control characters escaped.

    >>> print(shown("GEO" + chr(0)))
    'GEO\\x00'
    """
    text = "".join(
        char.encode("unicode_escape").decode("ascii")
        if unicodedata.category(char).startswith(("C", "Zl", "Zp"))
        else char
        for char in value[:width]
    )
    return f"'{text}'" + ("…" if len(value) > width else "")


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

    def fault(
        self, row: int | None, column: str, found: str, allowed: str, todo: str
    ) -> Fault:
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


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" when none is like it.

    >>> nearest("geo ", ["REG", "GEO", "SEC"])
    'GEO'
    """
    words = sorted(set(known))
    plain = word.strip().casefold()
    same = [other for other in words if other.casefold() == plain]
    if same:
        return same[0]
    # difflib is slow on long cells, and a long cell is no slip of a short code
    if not plain or len(plain) > 60:
        return ""
    folded = {other.casefold(): other for other in reversed(words)}
    close = difflib.get_close_matches(plain, list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else ""
