"""Which words mark which period, from word counts of millions of documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.tallies import Grain, dated

#: Half the width of a 95 % interval, in standard errors.
Z = 1.959963984540054


def word_counts(
    tokens: Any, documents: Any, *, grain: Grain = "year", min_n: int = 1
) -> pd.DataFrame:
    """How often does each word occur, by year?

    Parameters
    ----------
    tokens : table with doc_id, token, n
    documents : table with doc_id (each once) and published
    grain : "year" or "month"
    min_n : int
        Words that occur less often in the whole corpus are left out, but count as words.

    Returns
    -------
    DataFrame [when, token, n, squares, documents]
        n occurrences; `squares` is the sum of the squared counts of single rows (of documents,
        where each has a word once); `documents` is the number of rows. The row with the token ""
        has all words of the year.

    Examples
    --------
    >>> tokens = pd.DataFrame({"doc_id": ["a", "b"], "token": ["gas", "gas"], "n": [3, 1]})
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "published": ["2001", "2001"]})
    >>> word_counts(tokens, documents).values.tolist()
    [['2001', '', 4, 10, 2], ['2001', 'gas', 4, 10, 2]]
    """
    found = lazy(tokens).select("doc_id", nw.col("token").fill_null(""), nw.col("n").fill_null(0))
    joined = found.join(dated(documents, grain), on="doc_id", how="left")
    squares = (nw.col("n") * nw.col("n")).alias("squares")
    each = joined.select(nw.col("when").fill_null(""), "token", "n", squares)
    one = nw.lit(1, dtype=nw.Int64).alias("documents")
    keys, numbers = ["when", "token"], ["n", "squares", "documents"]
    counted = _summed(each.with_columns(one), keys, numbers)
    if min_n > 1:
        total = found.group_by("token").agg(nw.col("n").sum().alias("total"))
        rare = total.filter(nw.col("total") < min_n).select("token", nw.lit("").alias("merged"))
        token = nw.when(nw.col("merged").is_null()).then(nw.col("token")).otherwise(nw.lit(""))
        marked = counted.join(rare, on="token", how="left")
        counted = _summed(marked.select("when", token.alias("token"), *numbers), keys, numbers)
    words = collected(counted, keys, numbers)
    all_words = words.groupby("when")[numbers].sum().reset_index()
    all_words.insert(1, "token", "")
    both = pd.concat([all_words, words[words["token"] != ""]], ignore_index=True)
    return both.sort_values(keys, ignore_index=True)


def _summed(table: nw.LazyFrame, keys: list[str], numbers: list[str]) -> nw.LazyFrame:
    return table.group_by(*keys).agg(*(nw.col(name).sum() for name in numbers))


def period_words(
    counts: pd.DataFrame, periods: Mapping[str, str], *, min_documents: int = 10
) -> pd.DataFrame:
    r"""How many times as often does a word occur in one period as in all others?

    Parameters
    ----------
    counts : DataFrame
        From `word_counts`.
    periods : mapping of `when` to the name of its period
        Words of other times are left out.
    min_documents : int
        A word must stand in so many documents of the period.

    Returns
    -------
    DataFrame [name, token, n_target, n_reference, documents, log_ratio, low, high]
        One row per period (`name`) and word; log_ratio in doublings, with 95 % limits. Within a
        period those set apart most surely come first.

    Notes
    -----
    Log ratio with half an occurrence added on each side, shared out by size (see
    `frameline.measures.keyness.log_ratio`). Drawing documents with Poisson weights gives the
    logarithm of a count n the variance :math:`\sum n_i^2 / n^2` over documents i; the limits are
    those of a normal distribution with the sum of both sides' variances. That is the document
    bootstrap's answer without its draws; the sizes of the periods are taken as known.

    Examples
    --------
    >>> counts = pd.DataFrame({
    ...     "when": ["1", "1", "2", "2"], "token": ["", "gas", "", "gas"], "n": [800, 80, 800, 10],
    ...     "squares": [0, 80, 0, 10], "documents": [90, 80, 90, 10]})
    >>> table = period_words(counts, {"1": "I", "2": "II"})
    >>> table[["name", "token", "log_ratio"]].round(2).values.tolist()
    [['I', 'gas', 2.94], ['II', 'gas', -2.94]]
    """
    named = counts.assign(name=counts["when"].map(periods)).dropna(subset=["name"])
    sums = named.groupby(["name", "token"], sort=True)[["n", "squares", "documents"]].sum()
    sums = sums.reset_index()
    sizes = sums[sums["token"] == ""].set_index("name")["n"]
    words = sums[sums["token"] != ""]
    whole = words.groupby("token")[["n", "squares"]].transform("sum")
    n1 = words["name"].map(sizes).to_numpy(dtype=float)
    n2 = float(sizes.sum()) - n1
    f1, s1 = (words[c].to_numpy(dtype=float) for c in ("n", "squares"))
    f2, s2 = whole["n"].to_numpy(dtype=float) - f1, whole["squares"].to_numpy(dtype=float) - s1
    value, error = _log_ratio(f1, n1, s1, f2, n2, s2)
    table = pd.DataFrame(
        {
            "name": words["name"].to_numpy(), "token": words["token"].to_numpy(),
            "n_target": f1.astype(np.int64), "n_reference": f2.astype(np.int64),
            "documents": words["documents"].to_numpy(), "log_ratio": value,
            "low": value - Z * error, "high": value + Z * error,
        }
    )  # fmt: skip
    table = table[(table["documents"] >= min_documents) & (n2 > 0)]
    order = list(dict.fromkeys(periods.values()))
    table["place"] = table["name"].map({name: i for i, name in enumerate(order)})
    surest = table.sort_values(["place", "low", "token"], ascending=[True, False, True])
    return surest.drop(columns="place").reset_index(drop=True)


def _log_ratio(
    f1: np.ndarray, n1: np.ndarray, s1: np.ndarray, f2: np.ndarray, n2: np.ndarray, s2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Log ratio in doublings and its standard error."""
    share = n1 / (n1 + n2)
    k1, k2 = share, 1 - share
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log2((f1 + k1) / (n1 + 2 * k1)) - np.log2((f2 + k2) / (n2 + 2 * k2))
    # A side that lacks the word has the variance of its half occurrence.
    variance = np.maximum(s1, k1) / (f1 + k1) ** 2 + np.maximum(s2, k2) / (f2 + k2) ** 2
    return value, np.sqrt(variance) / np.log(2)
