"""How many claims of each code a document makes, for millions of documents.

The result has a row per document and is never held whole: it is read in blocks (see
`blocks` of the engines), each of which this module turns into plain arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.large.lazy import lazy
from frameline.measures.large.packing import room, slots, unpacked, word_names
from frameline.measures.large.tallies import Grain, dated

#: Bits of one count; no document may have more claims than `room(BITS)`.
BITS = 15
Codes = Mapping[str, Sequence[str]]


def by_document(
    claims: Any, documents: Any, codes: Codes, *, grain: Grain = "year"
) -> nw.LazyFrame:
    """How many claims of each code does each document make?

    Parameters
    ----------
    claims : table with doc_id and the columns of `codes` (text)
    documents : table with doc_id (each once) and published
    codes : mapping of column to the codes to count
        Other codes, and blanks, are not counted.
    grain : "year" or "month"

    Returns
    -------
    LazyFrame [doc_id, when, n, and the packed counts of each column]
        A row per document with claims; n counts its claims.
    """
    packed = [nw.col(column).fill_null("").alias(column) for column in codes]
    added = [slot for column in codes for slot in _slots(column, codes[column])]
    counted = (
        lazy(claims)
        .select("doc_id", *packed)
        .select("doc_id", *added, nw.lit(1, dtype=nw.Int64).alias("n"))
        .group_by("doc_id")
        .agg(*(nw.col(name).sum() for name in ("n", *_names(codes))))
    )
    joined = counted.join(dated(documents, grain), on="doc_id", how="left")
    whole = [nw.col(name).cast(nw.Int64) for name in ("n", *_names(codes))]
    return joined.select("doc_id", nw.col("when").fill_null(""), *whole)


def _slots(column: str, codes: Sequence[str]) -> list[nw.Expr]:
    names = [f"{column}_{name}" for name in word_names(codes, BITS)]
    return [slot.alias(n) for slot, n in zip(slots(column, codes, BITS), names, strict=True)]


def _names(codes: Codes) -> list[str]:
    return [f"{column}_{name}" for column in codes for name in word_names(codes[column], BITS)]


@dataclass(frozen=True)
class Block:
    """Some documents of a corpus.

    Attributes
    ----------
    doc_id, when : array, documents
    counts : mapping of column to array of whole numbers, documents x codes
    """

    doc_id: npt.NDArray[Any]
    when: npt.NDArray[Any]
    counts: Mapping[str, npt.NDArray[np.int64]]


def unpack_blocks(tables: Iterable[pd.DataFrame], codes: Codes) -> Iterator[Block]:
    """Read the blocks of `by_document` as arrays.

    Parameters
    ----------
    tables : tables as pandas holds them, in any order and of any size
    codes : as in `by_document`

    Raises
    ------
    ValueError
        For a document with more claims than a slot can count.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a", "a"], "frame": ["A", "B"]})
    >>> documents = pd.DataFrame({"doc_id": ["a"], "published": ["2001"]})
    >>> codes = {"frame": ["A", "B"]}
    >>> table = by_document(claims, documents, codes).collect().to_pandas()
    >>> next(unpack_blocks([table], codes)).counts["frame"].tolist()
    [[1, 1]]
    """
    for table in tables:
        if len(table) and table["n"].max() > room(BITS):
            row = table.iloc[int(table["n"].argmax())]
            raise ValueError(
                f"document {row['doc_id']!r} has {row['n']:,} claims, more than the "
                f"{room(BITS):,} of one document that can be counted; divide it"
            )
        counts = {
            column: unpacked(table[_names({column: mine})].to_numpy(dtype=np.int64), mine, BITS)
            for column, mine in codes.items()
        }
        yield Block(table["doc_id"].to_numpy(), table["when"].to_numpy(dtype=object), counts)
