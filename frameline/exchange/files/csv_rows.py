"""Tables of text on their way into a corpus: rows, columns, and CSV files in the house form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from frameline.corpus.tables import Table
from frameline.exchange.files.error import ExchangeError

Row = dict[str, str]

#: A corpus is read with no longer cells than this (see `frameline.corpus.tables`).
LONGEST = 1_000_000


@dataclass
class Rows:
    """One table: its columns in order and its rows; a cell that a row lacks is blank."""

    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, table: Table) -> Rows:
        """The rows of a table that was read."""
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        return cls(list(table.columns), rows)

    def add(self, rows: Iterable[Mapping[str, str]], order: Sequence[str]) -> None:
        """Append rows; columns they bring are added in this order where any row fills them."""
        new = [{name: cell for name, cell in row.items() if cell} for row in rows]
        used = {name for row in new for name in row}
        self.need(*(name for name in order if name in used))
        self.rows += new

    def need(self, *columns: str) -> None:
        """Make sure that these columns are there, whether or not a row fills them."""
        self.columns = list(dict.fromkeys([*self.columns, *columns]))

    def csv(self, file: str) -> bytes:
        """The table as a CSV file: UTF-8, commas, line feeds."""
        self._refuse_long(file)
        lines = [",".join(map(_cell, self.columns))]
        lines += [",".join(_cell(row.get(name, "")) for name in self.columns) for row in self.rows]
        try:
            return ("\n".join(lines) + "\n").encode("utf-8")
        except UnicodeEncodeError as error:
            row = error.object.count("\n", 0, error.start) + 1
            found = f"half of a surrogate pair (U+{ord(error.object[error.start]):04X})"
            todo = "export the file again as UTF-8: it was cut in the middle of a character"
            raise ExchangeError(file, f"line {row}", found, "Unicode text", todo) from error

    def _refuse_long(self, file: str) -> None:
        for number, row in enumerate(self.rows, start=2):
            for name, cell in row.items():
                if len(cell) > LONGEST:
                    found, allowed = f"{len(cell):,} characters", f"at most {LONGEST:,} in a cell"
                    place = f"row {number}, column {name}"
                    raise ExchangeError(file, place, found, allowed, "shorten it in the file")


def _cell(text: str) -> str:
    if any(char in text for char in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
