"""Reading SQLite files nobody vouches for: never written to, no code of theirs run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import MAX_FILE, check_file, too_large

MAGIC = b"SQLite format 3\0"
#: Rows of one table.
MAX_ROWS = 2_000_000
Row = dict[str, Any]


def has_tables(path: Path, head: bytes, *names: str) -> bool:
    """Whether a file is an SQLite database with these tables."""
    if not head.startswith(MAGIC):
        return False
    try:
        with database(path) as found:
            return set(names) <= set(found.tables)
    except ExchangeError:
        return False


class Database:
    """The tables of a database, as lists of rows."""

    def __init__(self, connection: sqlite3.Connection, file: str):
        self._connection, self.file = connection, file
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self.tables = {str(name).casefold(): str(name) for (name,) in rows}

    def rows(self, table: str, needed: Sequence[str] = ()) -> list[Row]:
        """The rows of a table, by the names of its columns in small letters; [] without it.

        Raises
        ------
        ExchangeError
            When a column that is needed is not there, or the file is broken.
        """
        name = self.tables.get(table.casefold())
        if name is None:
            return []
        try:
            cursor = self._connection.execute(
                f'SELECT * FROM "{name.replace(chr(34), chr(34) * 2)}"'
            )
            columns = [str(one[0]).casefold() for one in cursor.description]
            found = [dict(zip(columns, row, strict=True)) for row in cursor.fetchmany(MAX_ROWS + 1)]
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise _broken(self.file, error) from None
        missing = [one for one in needed if one not in columns]
        if missing:
            raise ExchangeError(
                self.file, f"table {name}", f"no column {missing[0]}", ", ".join(columns)[:200],
                "is it a version of the program that is known?",
            )  # fmt: skip
        if len(found) > MAX_ROWS:
            raise ExchangeError(self.file, f"table {name}", "very many rows", f"up to {MAX_ROWS:,}")
        return found


@contextmanager
def database(path: Path) -> Iterator[Database]:
    """A database, open for reading.

    Raises
    ------
    ExchangeError
        For a file that is too large, or no database.
    """
    check_file(path)
    size = path.stat().st_size
    if size > MAX_FILE:
        raise too_large(path.name, "", size, MAX_FILE)
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = None
    try:
        connection = sqlite3.connect(address, uri=True)
        for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        yield Database(connection, path.name)
    except sqlite3.Error as error:
        raise _broken(path.name, error) from None
    finally:
        if connection is not None:
            connection.close()


def _broken(file: str, error: Exception) -> ExchangeError:
    return ExchangeError(file, "", f"a broken database ({error})", "SQLite", "save it again")
