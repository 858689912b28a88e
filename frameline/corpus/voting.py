"""The codes of several coders as one coding, by how many of them must agree; both backends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals as nw

ANY, ALL, MAJORITY = "any", "all", "majority"


def voted(given: Any, readers: Any, rule: str | int, variables: Iterable[str]) -> nw.LazyFrame:
    """Which claims and codes did enough coders give?

    Parameters
    ----------
    given : table [claim_id, doc_id, coder, and a column for each variable]
        One row for each claim of a coder; "" or missing where there is no code.
    readers : table [doc_id, readers]
        How many coders read each document.
    rule
        "any", "all", "majority" (more than half of those who read the document), or at least how
        many coders.
    variables
        Columns of codes.

    Returns
    -------
    LazyFrame [claim_id, and the variables]
        A code is "" where no single one has enough coders; under "any" the code of most, and ""
        where two are as frequent. Nothing is decided by a name.

    Examples
    --------
    >>> import pandas as pd
    >>> given = pd.DataFrame({"claim_id": ["1", "1", "2"], "doc_id": "d", "coder": ["a", "b", "a"],
    ...                       "frame": ["x", "x", "y"]})
    >>> readers = pd.DataFrame({"doc_id": ["d"], "readers": [2]})
    >>> voted(given, readers, "all", ["frame"]).collect().to_pandas().values.tolist()
    [['1', 'x']]
    """
    names = list(variables)
    texts = [nw.col(name).cast(nw.String).fill_null("").alias(name) for name in names]
    rows = nw.from_native(given).lazy().select("claim_id", "doc_id", *texts)
    counted = rows.group_by("claim_id", "doc_id").agg(nw.len().alias("held"))
    found = counted.join(nw.from_native(readers).lazy(), on="doc_id", how="inner")
    found = found.filter(_enough("held", rule))
    for name in names:
        found = found.join(_most(rows, name), on="claim_id", how="left")
        single = (nw.col("tied") == 1) & _enough("most", rule)
        code = nw.when(single).then(nw.col(name)).otherwise(nw.lit("")).alias(name)
        found = found.with_columns(code).drop("tied", "most")
    return found.select("claim_id", *names)


def _enough(column: str, rule: str | int) -> nw.Expr:
    if rule == ALL:
        return nw.col(column) == nw.col("readers")
    if rule == MAJORITY:
        return nw.col(column) * 2 > nw.col("readers")
    return nw.col(column) >= (1 if rule == ANY else int(rule))


def _most(rows: nw.LazyFrame, name: str) -> nw.LazyFrame:
    """Each claim's most frequent code, how many gave it, and how many codes are as frequent."""
    given = rows.filter(nw.col(name) != "")
    counted = given.group_by("claim_id", name).agg(nw.len().alias("n"))
    top = counted.group_by("claim_id").agg(nw.col("n").max().alias("most"))
    best = counted.join(top, on="claim_id", how="inner").filter(nw.col("n") == nw.col("most"))
    return best.group_by("claim_id").agg(
        nw.col(name).min(), nw.len().alias("tied"), nw.col("most").max()
    )
