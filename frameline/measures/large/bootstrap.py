"""How sure are the shares: documents drawn with replacement, by blocks, in one pass.

Drawing documents and not claims keeps together what one author wrote on one day. Each document
gets a Poisson weight in each draw (Hanley & MacGibbon 2006, Computational Statistics & Data
Analysis 50(8); Chamandy et al. 2012, "Estimating uncertainty for massive data streams"), which
needs no knowledge of the other documents: blocks may come in any order and of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.large.by_document import Block, Codes
from frameline.measures.large.philox import (
    POISSON,
    Bits,
    document_keys,
    poisson_weights,
    random_numbers,
)
from frameline.measures.large.tallies import OTHER
from frameline.measures.prevalence import ratio
from frameline.measures.resampling import MIN_GROUPS, Floats, interval, jeffreys

#: Documents drawn at a time: their weights should stay in the processor's cache.
STEP = 96
#: Products of matrices up to this size run on one thread; more threads would only wait.
_SMALL = 900_000
#: Whole numbers below are exact in 32-bit floats, whose products are twice as fast.
_EXACT = 1 << 24


@dataclass(frozen=True)
class Drawn:
    """Counts of codes by period, as they are and in every draw.

    Attributes
    ----------
    periods : list of str
    codes : mapping of column to codes
    counts : mapping of column to array, periods x codes
    draws : mapping of column to array, draws x periods x codes
    documents : array, periods
    sample : mapping of period to ids of documents
        Drawn at random among those of the period, each as likely as any other.
    """

    periods: list[str]
    codes: Codes
    counts: Mapping[str, Floats]
    draws: Mapping[str, Floats]
    documents: npt.NDArray[np.int64]
    sample: Mapping[str, list[Any]]


def drawn_counts(
    blocks: Iterable[Block],
    codes: Codes,
    periods: Mapping[str, str],
    *,
    draws: int = 1000,
    sample: int = 0,
    seed: int,
) -> Drawn:
    """Count codes by period in every bootstrap draw of documents.

    Parameters
    ----------
    blocks : blocks of documents, in any order
        From `unpack_blocks`; a document may be spread over blocks.
    codes : as in `by_document`
    periods : mapping of `when` to the name of its period, in order of time
        Documents of other times are left out.
    draws, sample, seed : int
        Draws; documents sampled from each period; seed of both.

    Returns
    -------
    Drawn
        All counts are whole numbers, so they do not depend on the order of blocks.

    Examples
    --------
    >>> block = Block(np.array(["a", "b"]), np.array(["1", "1"]), {"frame": np.array([[3], [4]])})
    >>> drawn = drawn_counts([block], {"frame": ["A"]}, {"1": "I"}, draws=2, seed=1)
    >>> drawn.counts["frame"].tolist(), drawn.draws["frame"].shape
    ([[7.0]], (2, 1, 1))
    """
    names = list(dict.fromkeys(periods.values()))
    width = sum(len(mine) for mine in codes.values())
    sums = np.zeros((draws, len(names), width))
    counts, documents = np.zeros((len(names), width)), np.zeros(len(names), dtype=np.int64)
    sampled: list[dict[Any, int]] = [{} for _ in names]
    for period, ids, table in _by_period(blocks, codes, periods, names):
        keys = document_keys(ids)
        sampled[period] = _least(sampled[period], ids, keys, sample, seed)
        counts[period] += table.sum(axis=0)
        documents[period] += len(table)
        sums[:, period] += _weighted(keys, table, draws, seed)
    ends = np.cumsum([len(mine) for mine in codes.values()])[:-1]
    return Drawn(
        names, codes,
        dict(zip(codes, np.split(counts, ends, axis=1), strict=True)),
        dict(zip(codes, np.split(sums, ends, axis=2), strict=True)),
        documents,
        {name: list(found) for name, found in zip(names, sampled, strict=True)},
    )  # fmt: skip


def _least(
    found: Mapping[Any, int], ids: npt.NDArray[Any], keys: Bits, size: int, seed: int
) -> dict[Any, int]:
    """The documents with the least random numbers: a sample, whatever the order of blocks."""
    if not size:
        return {}
    numbers = random_numbers(keys, seed)
    few = np.argsort(numbers, kind="stable")[:size]
    new = {ids[row]: int(numbers[row]) for row in few}
    ranked = sorted({**found, **new}.items(), key=lambda item: (item[1], str(item[0])))
    return dict(ranked[:size])


def _by_period(
    blocks: Iterable[Block], codes: Codes, periods: Mapping[str, str], names: Sequence[str]
) -> Iterator[tuple[int, npt.NDArray[Any], npt.NDArray[np.int64]]]:
    """The documents of each block, a period at a time: its number, their ids and counts."""
    place = {when: names.index(name) for when, name in periods.items()}
    for block in blocks:
        when, first = np.unique(block.when.astype(str), return_inverse=True)
        number = np.array([place.get(text, -1) for text in when], dtype=np.int64)[first]
        table = np.concatenate([block.counts[column] for column in codes], axis=1)
        for period in range(len(names)):
            rows = np.flatnonzero(number == period)
            if len(rows):
                yield period, block.doc_id[rows], table[rows]


def _weighted(keys: Bits, table: npt.NDArray[np.int64], draws: int, seed: int) -> Floats:
    """Sum the counts of documents under their weights: draws x codes, exact."""
    sums = np.zeros((draws, table.shape[1]))
    largest = int(table.max(initial=0)) * (len(POISSON) - 1) * STEP
    kind: type[np.floating[Any]] = np.float32 if largest < _EXACT else np.float64
    values = table.astype(kind)
    rows = max(8, _SMALL // max(1, sums.size))
    for start in range(0, len(keys), STEP):
        weights = poisson_weights(keys[start : start + STEP], draws, seed).astype(kind)
        for first in range(0, len(weights), rows):
            part = slice(first, first + rows)
            sums += weights[part].T @ values[start : start + STEP][part]
    return sums


def share_intervals(drawn: Drawn, column: str, kept: Sequence[str] = ()) -> pd.DataFrame:
    """What share of the coded claims of each period has each code, and how sure is that?

    Parameters
    ----------
    drawn : Drawn
    column : str
    kept : codes, optional
        The codes wanted, in order; the others become one, `OTHER`. All when not given.

    Returns
    -------
    DataFrame [period, code, k, n, documents, share, low, high]
        95 % limits; none for a period of fewer than `MIN_GROUPS` documents.

    Notes
    -----
    Drawing documents cannot show what none of them has: where no claim of a period has the code,
    or all have, the limit is that of Jeffreys for as many cases as there are documents.
    """
    codes = list(drawn.codes[column])
    wanted = list(kept) or codes
    merge = np.array([[code == name for name in wanted] for code in codes], dtype=float)
    if len(wanted) < len(codes):
        wanted = [*wanted, OTHER]
        merge = np.column_stack([merge, 1 - merge.sum(axis=1)])
    counts, draws = drawn.counts[column] @ merge, drawn.draws[column] @ merge
    share = ratio(counts, counts.sum(axis=1, keepdims=True))
    low, high = interval(ratio(draws, draws.sum(axis=2, keepdims=True)))
    low, high = _at_the_ends(share, low, high, drawn.documents, ends=(0.0, 1.0))
    return pd.DataFrame(
        {
            "period": np.tile(np.array(drawn.periods, dtype=object), len(wanted)),
            "code": np.repeat(np.array(wanted, dtype=object), len(drawn.periods)),
            "k": counts.T.ravel().astype(np.int64),
            "n": np.tile(counts.sum(axis=1).astype(np.int64), len(wanted)),
            "documents": np.tile(drawn.documents, len(wanted)),
            "share": share.T.ravel(),
            "low": low.T.ravel(),
            "high": high.T.ravel(),
        }
    )


def net_intervals(drawn: Drawn, signs: Mapping[str, int], column: str = "valence") -> pd.DataFrame:
    """Which way do the claims of each period point, and how sure is that?

    Parameters
    ----------
    drawn : Drawn
    signs : mapping valence code -> 1, -1 or 0
    column : str

    Returns
    -------
    DataFrame [period, n, value, low, high]
        Net valence, (binding - dividing) / (binding + dividing), of n claims, 95 % limits as in
        `share_intervals`.
    """
    sign = np.array([signs.get(code, 0) for code in drawn.codes[column]], dtype=float)
    counts, draws = drawn.counts[column], drawn.draws[column]
    value = ratio(counts @ sign, counts @ np.abs(sign))
    low, high = interval(ratio(draws @ sign, draws @ np.abs(sign)))
    low, high = _at_the_ends(value, low, high, drawn.documents, ends=(-1.0, 1.0))
    return pd.DataFrame(
        {
            "period": drawn.periods,
            "n": (counts @ np.abs(sign)).astype(np.int64),
            "value": value,
            "low": low,
            "high": high,
        }
    )


def _at_the_ends(
    value: Floats,
    low: Floats,
    high: Floats,
    documents: npt.NDArray[np.int64],
    ends: tuple[float, float],
) -> tuple[Floats, Floats]:
    """Limits where resampling has none to give: at both ends of the scale, of few documents."""
    shape = (-1, *[1] * (value.ndim - 1))
    wide = np.array([jeffreys(0, n)[1] if n else np.nan for n in documents]).reshape(shape)
    reach = wide * (ends[1] - ends[0])
    low = np.where(value == ends[1], ends[1] - reach, low)
    high = np.where(value == ends[0], ends[0] + reach, high)
    few = (documents < MIN_GROUPS).reshape(shape)
    return np.where(few, np.nan, low), np.where(few, np.nan, high)
