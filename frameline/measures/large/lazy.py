"""Any table as narwhals sees it lazily, and a small result of it as a sorted pandas table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd

#: Texts and whole numbers that an engine may have widened while it counted.
WHOLE = nw.Int64


def lazy(table: Any) -> nw.LazyFrame:
    """Read a native table (pandas, DuckDB relation, polars, pyarrow, PySpark) lazily.

    Parameters
    ----------
    table
        The table, or a narwhals frame of it.

    Returns
    -------
    LazyFrame

    Examples
    --------
    >>> lazy(pd.DataFrame({"a": [1]})).collect_schema().names()
    ['a']
    """
    return nw.from_native(table).lazy()


def collected(table: nw.LazyFrame, keys: Sequence[str], numbers: Sequence[str]) -> pd.DataFrame:
    """Run a query whose result is small.

    Parameters
    ----------
    table
        A grouped table.
    keys
        Columns of text to sort by; they identify a row.
    numbers
        Columns of whole numbers.

    Returns
    -------
    DataFrame
        The columns `keys` and `numbers`, sorted by code point, which is one order everywhere.
    """
    # Sums widen beyond what pandas reads as whole numbers; the cast must stand outside of agg.
    whole = [nw.col(name).cast(WHOLE) for name in numbers]
    found = table.select(*keys, *whole).collect(backend="pandas").to_pandas()
    for name in keys:
        found[name] = found[name].astype("object")
    for name in numbers:
        found[name] = found[name].astype("int64")
    return found.sort_values([*keys, *numbers], ignore_index=True)
