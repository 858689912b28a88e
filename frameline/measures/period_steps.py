"""What changes from one period to the next: the steps of a corpus of many documents.

`frameline.measures.shift` compares two texts, whose paragraphs it permutes. Where periods
hold many documents each, documents are drawn instead: those of one period never stand in another,
so the two sides of a step vary by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.intervals import combined_limits
from frameline.measures.large.bootstrap import (
    Drawn,
    drawn_counts,
    net_intervals,
    share_intervals,
)
from frameline.measures.large.by_document import Codes, by_document, unpack_blocks
from frameline.measures.large.periods import named, periods
from frameline.measures.large.tallies import documents_by
from frameline.measures.steps import steps

Blocks = Callable[[Any], Iterable[pd.DataFrame]]
_SIDES = ("from", "to")


def period_counts(
    claims: Any,
    documents: Any,
    codes: Codes,
    *,
    most: int = 10,
    draws: int = 1000,
    sample: int = 0,
    seed: int,
    blocks: Blocks | None = None,
    rule: str = "",
) -> Drawn:
    """Count codes by period, as they are and in every draw of documents.

    Question: how many claims of each code does each period have, and how sure is that?

    Parameters
    ----------
    claims, documents : tables
        Of pandas, or of an engine: doc_id and the columns of `codes`; doc_id and published.
    codes : mapping of column to codes
        One code a claim.
    most : int
        At most so many periods (see `frameline.measures.large.periods.periods`).
    draws, sample, seed : int
        As in `frameline.measures.large.bootstrap.drawn_counts`.
    blocks : callable, optional
        Hands out a result too large to hold, block by block: `Corpus.in_blocks`. The whole
        result is held when it is not given.
    rule : str
        Which periods, see `frameline.measures.large.periods.periods`.

    Returns
    -------
    Drawn

    Raises
    ------
    ValueError
        Where a claim has several codes of a column.
    """
    for column in codes if isinstance(claims, pd.DataFrame) else ():
        several = claims[column].astype("object").fillna("").astype(str).str.contains(";")
        if several.any():
            raise ValueError(f"{column}: a claim has several codes; one code a claim is counted")
    spans = named(periods(documents_by(documents)["when"], most, rule))
    tables = (blocks or _whole)(by_document(claims, documents, codes))
    return drawn_counts(
        unpack_blocks(tables, codes), codes, spans, draws=draws, sample=sample, seed=seed
    )


def _whole(result: Any) -> Iterator[pd.DataFrame]:
    yield result.collect(backend="pandas").to_pandas()


def share_steps(drawn: Drawn, column: str = "frame", kept: Sequence[str] = ()) -> pd.DataFrame:
    """Compare the shares of codes in each period with those in the next, and first with last.

    Question: which frames gain or lose from one period to the next?

    Parameters
    ----------
    drawn : Drawn
        From `period_counts`.
    column : str
        Column of codes.
    kept : codes, optional
        The codes wanted, in order; the others become one. All when not given.

    Returns
    -------
    DataFrame [from, to, code, k_from, n_from, k_to, n_to, share_from, share_to, diff, low, high]
        A row per step and code. `diff` is to minus from, with 95 % limits; none where a period
        has too few documents.

    Notes
    -----
    The limits combine those of the two shares (Newcombe 1998, see
    `frameline.measures.intervals.combined_limits`), which come from drawing documents. They
    hold for one comparison: of twenty steps without any change, about one clears 0 by chance.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": list("abcd"), "frame": list("XXXY")})
    >>> when = pd.DataFrame({"doc_id": list("abcd"), "published": ["2001", "2001", "2002", "2002"]})
    >>> drawn = period_counts(claims, when, {"frame": ["X", "Y"]}, draws=9, seed=1)
    >>> share_steps(drawn)[["from", "to", "code", "diff"]].values.tolist()
    [['2001', '2002', 'X', -0.5], ['2001', '2002', 'Y', 0.5]]
    """
    table = share_intervals(drawn, column, kept).rename(columns={"share": "value"})
    found = _stepped(table, drawn.periods, "code", ["k", "n", "value"])
    return found.rename(columns={f"value_{side}": f"share_{side}" for side in _SIDES})


def net_steps(drawn: Drawn, signs: Mapping[str, int], column: str = "valence") -> pd.DataFrame:
    """Compare the balance of each period with that of the next, and first with last.

    Question: does the balance of binding and dividing claims move from period to period?

    Parameters
    ----------
    drawn, column
        As in `share_steps`.
    signs : mapping valence code -> 1, -1 or 0

    Returns
    -------
    DataFrame [from, to, n_from, n_to, value_from, value_to, diff, low, high]
        As in `share_steps`.
    """
    table = net_intervals(drawn, signs, column).assign(code="")
    return _stepped(table, drawn.periods, "code", ["n", "value"]).drop(columns="code")


def _stepped(
    table: pd.DataFrame, names: Sequence[str], key: str, columns: Sequence[str]
) -> pd.DataFrame:
    """Rows of two periods beside each other, with the difference of their values."""
    pairs = steps(pd.DataFrame({"doc_id": list(names)}))
    parts = []
    for pair in pairs:
        sides = [
            table.loc[table["period"] == name, [key, *columns, "low", "high"]].add_suffix(
                f"_{side}"
            )
            for name, side in zip(pair, _SIDES, strict=True)
        ]
        joined = sides[0].merge(sides[1], left_on=f"{key}_from", right_on=f"{key}_to")
        joined.insert(0, "from", pair[0])
        joined.insert(1, "to", pair[1])
        parts.append(joined)
    beside = [f"{column}_{side}" for column in columns for side in _SIDES]
    if not parts:
        return pd.DataFrame(columns=["from", "to", key, *beside, "diff", "low", "high"])
    found = pd.concat(parts, ignore_index=True).rename(columns={f"{key}_from": key})
    first, second = (
        found[[f"value_{side}", f"low_{side}", f"high_{side}"]].to_numpy(dtype=float)
        for side in _SIDES
    )
    limits = [
        combined_limits((v, low, high), (w, lower, higher))
        for (v, low, high), (w, lower, higher) in zip(first, second, strict=True)
    ]
    found["diff"] = found["value_to"] - found["value_from"]
    found["low"], found["high"] = np.array(limits, dtype=float).reshape(-1, 2).T
    return found[["from", "to", key, *beside, "diff", "low", "high"]]
