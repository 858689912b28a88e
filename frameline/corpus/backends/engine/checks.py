"""What is wrong with the rows of a large corpus: counted by DuckDB, in bounded memory.

A fault stands for all rows of a file that have it: it names the first one, its row group, how
many there are and one example.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus.backends.engine.engines import connect
from frameline.corpus.backends.engine.layout import (
    COLUMNS,
    Layout,
    Parquet,
    read_layout,
    variables_of,
)
from frameline.corpus.codebook import Variable
from frameline.corpus.dates import ALLOWED, DateError, parse_edtf
from frameline.corpus.fault import Fault, fault_table, nearest, shown
from frameline.corpus.schema import NUMBER, PARQUET_TABLES

#: Longest text of an id or a code, and of anything else.
LONGEST_ID, LONGEST = 200, 10_000
#: Different dates, or different wrong codes, that are looked at one by one.
MOST = 200_000
Faults = Iterator[Fault]


def check_large(path: str | Path) -> pd.DataFrame:
    """Everything that is wrong with a large corpus: may its numbers be trusted?

    Parameters
    ----------
    path
        Folder of the corpus.

    Returns
    -------
    DataFrame
        One row per kind of fault and file: file, row (of the first one, from 1), column, found
        (how many, an example, its row group), allowed, todo. Empty for a sound corpus.
    """
    layout = read_layout(path)
    return fault_table(list(layout.faults) or list(_row_faults(layout)))


def _row_faults(layout: Layout) -> Faults:
    import duckdb

    check = _Check(layout)
    try:
        for name, table in layout.tables.items():
            # What is too long to be a code must not be carried through the queries that follow.
            long = list(check.long(table))
            yield from long
            if long:
                continue
            yield from check.blank(table)
            for variable in variables_of(layout.codebook, name):
                yield from check.codes(table, variable)
            yield from check.numbers(table)
            yield from check.doubles(table)
        yield from check.dates(layout.tables["documents"])
        yield from check.references()
    except duckdb.Error as error:
        reason = str(error).splitlines()[0].replace(str(layout.path), ".")
        todo = "write the file that it names anew; it may be damaged"
        yield Fault(layout.path.name, None, "", reason, "files that can be read", todo)
    finally:
        check.connection.close()


class _Check:
    """Queries that each look for one kind of fault."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.connection = connect()
        for name, table in layout.tables.items():
            self.connection.read_parquet(
                table.paths, filename=True, file_row_number=True
            ).create_view(name)

    def where(
        self, table: Parquet, column: str, bad: str, allowed: str, todo: str, found: str = ""
    ) -> Faults:
        """The rows for which an SQL condition holds, a fault for each file."""
        # No example where the words for it are given: it may be what the memory cannot hold.
        example = f"arg_min(CAST({_quoted(column)} AS VARCHAR)[1:200], file_row_number)"
        query = f"""SELECT filename, count(*), min(file_row_number), {"NULL" if found else example}
          FROM {table.name} WHERE {bad} GROUP BY filename ORDER BY filename"""
        for file, count, row, example in self.connection.execute(query).fetchall():
            what = found or (f"such as {shown(example)}" if example else "blank")
            yield Fault(
                f"{table.name}/{Path(file).name}", row + 1, column,
                f"{count:,} row{'' if count == 1 else 's'}, {what}{self.group(file, row)}",
                allowed, todo,
            )  # fmt: skip

    def group(self, file: str, row: int) -> str:
        """The row group that a row is in, where a file has several."""
        query = """SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata([?])
          ORDER BY row_group_id"""
        groups = self.connection.execute(query, [file]).fetchall()
        for number, size in groups if len(groups) > 1 else ():
            if row < size:
                return f" (row group {number})"
            row -= size
        return ""

    def long(self, table: Parquet) -> Faults:
        """Texts longer than any id, code or note is."""
        known = {v.name for v in variables_of(self.layout.codebook, table.name) if v.codes}
        known |= {c for c in table.types if c.endswith("_id")} | {"published", "token", "coder"}
        for column, kind in table.types.items():
            if kind == "VARCHAR":
                most = LONGEST_ID if column in known else LONGEST
                name, todo = _quoted(column), "shorten the texts; the file may be a bomb"
                query = f"SELECT max(strlen({name})) FROM {table.name}"
                size = self.connection.execute(query).fetchall()[0][0] or 0
                # Characters of up to four bytes.
                if size > 4 * most:
                    bad = f"strlen({name}) > {4 * most}"
                    found = f"up to {size:,} bytes"
                    yield from self.where(table, column, bad, f"{most:,} characters", todo, found)

    def blank(self, table: Parquet) -> Faults:
        """Missing cells where every row has a value."""
        needed = list(COLUMNS[table.name].required)
        if table.name == "claims":
            needed += [v.name for v in variables_of(self.layout.codebook, "claims") if _always(v)]
        for column in needed:
            if column == "published" or column not in table.types:
                continue
            name, todo = _quoted(column), "fill in the cells, or leave the rows out"
            text = f" OR {name} = ''" if table.types[column] == "VARCHAR" else ""
            yield from self.where(table, column, f"{name} IS NULL{text}", "a value", todo, "blank")

    def codes(self, table: Parquet, variable: Variable) -> Faults:
        """Codes that the codebook does not have."""
        if variable.name not in table.types or not variable.codes:
            return
        known = _listed(variable.order)
        cell = _quoted(variable.name)
        bad = f"{cell} <> '' AND {cell} NOT IN ({known})"
        if variable.multiple:
            bad = f"""{cell} <> '' AND len(list_filter(string_split({cell}, ';'),
              lambda part: trim(part) NOT IN ({known}))) > 0"""
        todo = "use a code of the codebook, or add this one to it"
        for fault in self.where(table, variable.name, bad, ", ".join(variable.order), todo):
            example = fault.found.partition("such as '")[2].partition("'")[0]
            close = nearest(example, variable.order)
            yield fault._replace(todo=f"did you mean {close}?") if close else fault

    def numbers(self, table: Parquet) -> Faults:
        """Offsets and counts that cannot be."""
        if {"start", "end"} <= set(table.types):
            bad = '"start" < 0 OR "end" <= "start" OR ("start" IS NULL) <> ("end" IS NULL)'
            todo = "give the first character and the one after the last, counted from 0"
            yield from self.where(table, "start", bad, "0 <= start < end", todo)
        for column in PARQUET_TABLES[table.name].columns:
            counted = column.kind == NUMBER and column.name not in ("start", "end")
            if counted and column.least is not None and column.name in table.types:
                bad, todo = f"{_quoted(column.name)} < {column.least}", "correct the counts"
                allowed = f"{column.least} and more"
                yield from self.where(table, column.name, bad, allowed, todo)

    def doubles(self, table: Parquet) -> Faults:
        """The same key twice: by hash first, so that memory does not grow with the texts."""
        declared = COLUMNS[table.name].kinds
        key = [name for name in PARQUET_TABLES[table.name].key if name in declared]
        columns = ", ".join(_quoted(name) for name in key)
        query = f"""SELECT sum(size - 1), min(first) FROM (SELECT count(*) AS size,
          min(concat_ws(', ', {columns})) AS first FROM {table.name} SEMI JOIN
          (SELECT hash({columns}) AS h FROM {table.name} GROUP BY h HAVING count(*) > 1) AS twice
          ON hash({columns}) = twice.h GROUP BY {columns} HAVING count(*) > 1)"""
        count, example = self.connection.execute(query).fetchall()[0]
        if count:
            found = f"{int(count):,} row{'' if count == 1 else 's'} more, such as {shown(example)}"
            todo = "remove or rename the second ones"
            yield Fault(table.name, None, ", ".join(key), found, "each one once", todo)

    def dates(self, documents: Parquet) -> Faults:
        """Dates of publication that are none; a blank is allowed."""
        query = f"""SELECT published, count(*) FROM documents WHERE published <> ''
          GROUP BY published ORDER BY published LIMIT {MOST}"""
        wrong = []
        for (text, count), reason in _unreadable(self.connection.execute(query).fetchall()):
            wrong.append((text, count, reason))
        if wrong:
            bad = f"published IN ({_listed([text for text, _, _ in wrong[:1000]])})"
            todo = f"{wrong[0][2]}; {len(wrong):,} different dates are wrong"
            yield from self.where(documents, "published", bad, ALLOWED, todo)

    def references(self) -> Faults:
        """Ids that the other table does not have."""
        for name, column, other in _references():
            table = self.layout.tables.get(name)
            if table is not None:
                query = f"""SELECT count(*), min({column}) FROM {name} AS mine
                  ANTI JOIN {other} AS others USING ({column}) WHERE {column} IS NOT NULL"""
                count, example = self.connection.execute(query).fetchall()[0]
                if count:
                    rows = f"{count:,} row{'' if count == 1 else 's'}"
                    found, todo = f"{rows}, such as {shown(str(example))}", f"add it to {other}"
                    yield Fault(name, None, column, found, f"an id of {other}", todo)


def _references() -> Iterator[tuple[str, str, str]]:
    """Table, column and the other Parquet table whose column of the same name it refers to."""
    for name, table in PARQUET_TABLES.items():
        for reference in table.refers:
            if reference.table in PARQUET_TABLES and reference.columns == reference.keys:
                yield name, reference.columns[0], reference.table


def _always(variable: Variable) -> bool:
    return variable.required and not variable.when


def _quoted(name: str) -> str:
    """A column name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _listed(texts: Sequence[str]) -> str:
    """Texts as an SQL list."""
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)


def _unreadable(dates: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    for row in dates:
        try:
            parse_edtf(row[0])
        except DateError as error:
            yield row, str(error)
