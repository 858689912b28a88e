"""What counts: pandas for small tables, DuckDB for large ones, others where they are at hand.

An engine opens Parquet files as a table that narwhals reads, and hands out a result too large to
hold, block by block. The measures never know which engine it is.
"""

from __future__ import annotations

import os
import secrets
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import narwhals as nw
import pandas as pd

#: Tables with more rows are left to DuckDB.
SMALL = 200_000
#: Memory DuckDB may use before it moves to disk.
MEMORY = "1200MB"
#: No table that pandas is to hold may have more characters.
MAX_TEXT = 2_000_000_000
AUTO = "auto"
#: Blocks of DuckDB have this many vectors of 2,048 rows.
_VECTORS = 64


class EngineError(RuntimeError):
    """An engine that is not there, or cannot do what is asked."""


class Engine(Protocol):
    """One way to read Parquet files and count."""

    name: str

    def table(self, paths: Sequence[str]) -> Any:
        """The rows of some files as a native table."""
        ...

    def blocks(self, result: nw.LazyFrame) -> Iterator[pd.DataFrame]:
        """The rows of a result in blocks, in any order."""
        ...


def connect() -> Any:
    """A DuckDB that stays within its memory, asks no network and leaves nothing behind."""
    _need("duckdb", "scale")
    import duckdb

    connection = duckdb.connect()
    # DuckDB makes this folder when it needs it, and removes it.
    spill = Path(tempfile.gettempdir()) / f"frameline-duckdb-{secrets.token_hex(8)}"
    for name, value in (
        ("memory_limit", MEMORY), ("temp_directory", spill), ("preserve_insertion_order", "false"),
        ("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false"),
        ("enable_progress_bar", "false"),
    ):  # fmt: skip
        connection.execute(f"SET {name} = '{value}'")
    return connection


class DuckDBEngine:
    """Out of core: reads what a query needs, moves to disk what the memory cannot hold."""

    name = "duckdb"

    def __init__(self) -> None:
        self.connection = connect()

    def table(self, paths: Sequence[str]) -> Any:
        """A query over the files."""
        return self.connection.read_parquet(list(paths))

    def blocks(self, result: nw.LazyFrame) -> Iterator[pd.DataFrame]:
        """Fetched as the query goes on; the whole result is never held."""
        cursor = self.connection.cursor()
        cursor.execute(result.to_native().sql_query())
        while len(block := cursor.fetch_df_chunk(_VECTORS)):
            yield block
        cursor.close()


class PandasEngine:
    """All in memory, as analysts know it; DuckDB reads the files."""

    name = "pandas"

    def table(self, paths: Sequence[str]) -> pd.DataFrame:
        """A DataFrame, refused where texts would fill the memory."""
        relation = connect().read_parquet(list(paths))
        texts = [c for c, t in zip(relation.columns, relation.types, strict=True) if t == "VARCHAR"]
        if texts:
            lengths = ", ".join(f'sum(strlen("{name}"))' for name in texts)
            size = sum(n or 0 for n in relation.aggregate(lengths).fetchall()[0])
            if size > MAX_TEXT:
                raise EngineError(
                    f"{paths[0]}: {size:,} characters of text, more than pandas may hold "
                    f"({MAX_TEXT:,}); use engine duckdb, and check the file: it may be a bomb"
                )
        return relation.df()

    def blocks(self, result: nw.LazyFrame) -> Iterator[pd.DataFrame]:
        """One block."""
        yield result.collect(backend="pandas").to_pandas()


class PolarsEngine(PandasEngine):
    """All in memory or streamed, as polars decides."""

    name = "polars"

    def table(self, paths: Sequence[str]) -> Any:
        """A LazyFrame over the files."""
        _need("polars", "")
        import polars

        return polars.scan_parquet(list(paths), glob=False)


class ArrowEngine(PandasEngine):
    """All in memory, with pyarrow's own functions."""

    name = "pyarrow"

    def table(self, paths: Sequence[str]) -> Any:
        """An Arrow table."""
        _need("pyarrow", "")
        import pyarrow
        from pyarrow import parquet

        return pyarrow.concat_tables([parquet.read_table(path) for path in paths])


class SparkEngine(PandasEngine):
    """PySpark, on this machine or wherever the session in use runs."""

    name = "spark"

    def __init__(self) -> None:
        _need("pyspark", "scale,spark")
        from pyspark import sql

        # What it does with pandas here is only to hand over results, which a test compares.
        warnings.filterwarnings("ignore", module=r"pyspark\.")
        try:
            self.session = sql.SparkSession.getActiveSession() or _local_session(sql)
        except Exception as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise EngineError(
                f"Spark does not start; it needs Java 17 or newer: {reason}"
            ) from None

    def table(self, paths: Sequence[str]) -> Any:
        """A DataFrame of Spark over the files."""
        return self.session.read.parquet(*paths)


def _local_session(sql: Any) -> Any:
    """Spark on this machine: as many pieces as processors, where a cluster would have hundreds."""
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": str(os.cpu_count() or 1),
        "spark.driver.memory": "2g",
    }
    builder = sql.SparkSession.builder.appName("frameline")
    for name, value in settings.items():
        builder = builder.config(name, value)
    # What Java says while it starts would end up in the chapter, as if the chapter had said it.
    kept = os.dup(2)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        try:
            return builder.getOrCreate()
        finally:
            os.dup2(kept, 2)
            os.close(kept)


ENGINES: dict[str, Callable[[], Engine]] = {
    "pandas": PandasEngine,
    "duckdb": DuckDBEngine,
    "polars": PolarsEngine,
    "pyarrow": ArrowEngine,
    "spark": SparkEngine,
}


def engine_for(name: str, rows: int) -> Engine:
    """Start the engine that is asked for.

    Parameters
    ----------
    name
        "pandas", "duckdb", "polars", "pyarrow" or "spark"; "auto" is pandas up to `SMALL` rows
        and DuckDB above.
    rows
        Rows of the largest table.

    Raises
    ------
    EngineError
        Unknown, or not installed.
    """
    if name == AUTO:
        name = "pandas" if rows <= SMALL else "duckdb"
    if name not in ENGINES:
        raise EngineError(f"engine {name!r}; allowed: {AUTO}, {', '.join(ENGINES)}")
    return ENGINES[name]()


def _need(name: str, extra: str) -> None:
    """Say what to install where a package is wanted that not every installation has."""
    if find_spec(name) is None:
        wanted = f"frameline[{extra}]" if extra else name
        raise EngineError(f"{name} is not installed; run: python -m pip install '{wanted}'")
