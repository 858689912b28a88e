"""The files of a large corpus: which there are, what they declare, and whether that can be read.

Only footers are looked at, so this takes milliseconds; `checks` beside it reads the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from frameline.corpus.codebook import Codebook, CodebookError, Variable, read_codebook
from frameline.corpus.fault import Fault, nearest
from frameline.corpus.links import link_faults
from frameline.corpus.schema import ID, MAY, MUST, NUMBER, PARQUET_TABLES, Table

#: No file may declare more rows, and no piece of a column more bytes.
MAX_ROWS, MAX_PIECE = 1_000_000_000, 1 << 30
_GLOB = set("*?[]{}")
_TXT, _TEXT = "text", frozenset({"VARCHAR"})
_WHOLE = frozenset(
    ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
)
_KINDS = {"text": _TEXT, "whole number": _WHOLE, "text or whole number": _TEXT | _WHOLE}


class Columns(NamedTuple):
    """The columns of a table that are no codebook variables, each with its kind."""

    required: Mapping[str, str]
    optional: Mapping[str, str]

    @property
    def kinds(self) -> dict[str, str]:
        """All of them."""
        return {**self.required, **self.optional}


_KIND_OF = {ID: "text or whole number", NUMBER: "whole number"}


def _columns(table: Table) -> Columns:
    """What the declaration of a table says of Parquet files."""

    def kinds(wanted: str) -> dict[str, str]:
        found = [column for column in table.columns if column.parquet == wanted]
        return {column.name: _KIND_OF.get(column.kind, _TXT) for column in found}

    return Columns(kinds(MUST), kinds(MAY))


COLUMNS: Mapping[str, Columns] = {name: _columns(t) for name, t in PARQUET_TABLES.items()}
#: Tables without which there is nothing to report.
NEEDED = ("documents", "claims")
#: The layer whose variables are columns of a table.
LAYERS = {"documents": "documents", "claims": "claims", "codings": "claims"}


@dataclass
class Parquet:
    """One table: its files in order, the types of its columns, and how many rows it has."""

    name: str
    files: list[Path]
    types: dict[str, str] = field(default_factory=dict)
    rows: int = 0

    @property
    def paths(self) -> list[str]:
        """The files as an engine wants them."""
        return [str(file) for file in self.files]


@dataclass
class Layout:
    """A large corpus as its footers describe it."""

    path: Path
    tables: dict[str, Parquet] = field(default_factory=dict)
    codebook: Codebook = field(default_factory=Codebook)
    faults: list[Fault] = field(default_factory=list)


def is_large(path: str | Path) -> bool:
    """Whether a folder holds its claims as Parquet files."""
    folder = Path(path) / "claims"
    return folder.is_dir() and any(folder.glob("*.parquet"))


def read_layout(path: str | Path) -> Layout:
    """Read the codebook and the footers of a large corpus; never raises on bad content.

    Returns
    -------
    Layout
        With every fault that can be seen without reading rows.
    """
    layout = Layout(Path(path))
    layout.faults += link_faults(layout.path)
    if layout.faults:
        return layout
    _read_codebook(layout)
    for name in COLUMNS:
        folder = layout.path / name
        files = sorted(folder.glob("*.parquet")) if folder.is_dir() else []
        if files:
            layout.tables[name] = _read_footers(layout, Parquet(name, files))
        elif name in NEEDED:
            todo = f"add the folder {name} with at least one file *.parquet"
            layout.faults.append(Fault(name, None, "", "no Parquet file", "a table", todo))
    layout.faults += _id_faults(layout)
    return layout


def _read_codebook(layout: Layout) -> None:
    file = layout.path / "codebook.toml"
    if not file.is_file():
        todo = "add codebook.toml with the variables and their codes"
        layout.faults.append(Fault("codebook.toml", None, "", "no such file", "a codebook", todo))
        return
    try:
        layout.codebook = read_codebook(file)
    except CodebookError as error:
        layout.faults += error.problems
    for variable in layout.codebook.layer("claims"):
        if variable.multiple and variable.role in ("frame", "valence"):
            todo = "give each code a row of its own in the table claims"
            where = f"variables[{variable.name}].multiple"
            layout.faults.append(
                Fault("codebook.toml", None, where, "true", "one code a claim", todo)
            )


def _read_footers(layout: Layout, table: Parquet) -> Parquet:
    """Types and sizes by the footer of each file; the first file says what columns there are."""
    import duckdb

    connection = duckdb.connect()
    for file in table.files:
        where = f"{table.name}/{file.name}"
        if _GLOB & set(file.name):
            todo = "rename the file"
            layout.faults.append(Fault(where, None, "", "a wildcard", "a plain name", todo))
            continue
        try:
            relation = connection.read_parquet([str(file)])
            types = {c: str(t) for c, t in zip(relation.columns, relation.types, strict=True)}
            sizes = connection.execute(_SIZES, [str(file), str(file)]).fetchone()
        except duckdb.Error as error:
            reason = str(error).splitlines()[0].replace(str(file), where)
            todo = "write the file anew; it may be damaged or cut off"
            layout.faults.append(Fault(where, None, "", reason, "a Parquet file", todo))
            continue
        faults = [*_size_faults(where, sizes), *_type_faults(where, table, types, layout.codebook)]
        layout.faults += faults
        table.rows += int(sizes[0]) if sizes else 0
        table.types = table.types or types
    connection.close()
    return table


_SIZES = """SELECT (SELECT sum(num_rows) FROM parquet_file_metadata([?])) AS rows,
  max(total_uncompressed_size) AS piece,
  arg_max(row_group_id, total_uncompressed_size) AS row_group,
  arg_max(path_in_schema, total_uncompressed_size) AS name FROM parquet_metadata([?])"""


def _size_faults(where: str, sizes: Any) -> Iterator[Fault]:
    """Sizes that no honest file declares; reading them could fill the memory."""
    rows, piece, group, column = sizes
    if rows is not None and not 0 <= rows <= MAX_ROWS:
        todo = "divide the file; if it is smaller, it is damaged"
        yield Fault(where, None, "", f"{rows:,} rows declared", f"at most {MAX_ROWS:,}", todo)
    if piece is not None and not 0 <= piece <= MAX_PIECE:
        todo = "write the file with smaller row groups; if it is smaller, it is damaged"
        found = f"{piece:,} bytes declared in row group {group}"
        yield Fault(where, None, column, found, f"at most {MAX_PIECE:,} bytes", todo)


def _type_faults(
    where: str, table: Parquet, types: dict[str, str], codebook: Codebook
) -> Iterator[Fault]:
    """Columns that are missing, of another type than they may have, or unlike the first file's."""
    layout = COLUMNS[table.name]
    variables = variables_of(codebook, table.name)
    kinds = {**dict.fromkeys((v.name for v in variables), _TXT), **layout.kinds}
    for column in layout.required:
        if column not in types:
            close = nearest(column, set(types) - set(kinds))
            todo = f"rename {close}" if close else "add the column"
            yield Fault(where, None, column, "no such column", kinds[column], todo)
    for column, found in types.items():
        if column in kinds and found not in _KINDS[kinds[column]]:
            todo = f"write the column as {kinds[column]}"
            yield Fault(where, None, column, f"the type {found}", kinds[column], todo)
        elif table.types and table.types.get(column) != found:
            first = table.types.get(column, "no such column")
            todo = "write all files of a table alike"
            yield Fault(where, None, column, f"the type {found}", f"{first}, as in the first", todo)
    for column in table.types:
        if column not in types and column not in layout.required:
            todo = "write all files of a table alike"
            yield Fault(where, None, column, "no such column", "the first file's columns", todo)


def variables_of(codebook: Codebook, table: str) -> list[Variable]:
    """The variables that may be columns of a table."""
    return codebook.layer(LAYERS[table]) if table in LAYERS else []


def _id_faults(layout: Layout) -> Iterator[Fault]:
    """An id that is text in one table and a number in another matches nothing."""
    for column in ("doc_id", "claim_id"):
        first: tuple[str, bool] | None = None
        for name, table in layout.tables.items():
            if column not in table.types:
                continue
            text = table.types[column] in _TEXT
            if first is not None and first[1] != text:
                todo = "write ids alike in all tables"
                allowed = f"the type it has in {first[0]}"
                yield Fault(name, None, column, f"the type {table.types[column]}", allowed, todo)
            first = first or (name, text)
