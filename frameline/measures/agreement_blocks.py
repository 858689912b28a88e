"""What is drawn anew for an interval of agreement: paragraphs, or documents, or units.

A bootstrap shows only what differs from one block to the next. A document of one block always
comes back whole, so where documents have fewer than three blocks the documents are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.coefficients import Groups, blocks_of
from frameline.measures.resampling import MIN_GROUPS, Floats, interval, jeffreys, stream

#: From so many documents on, documents are drawn whatever their number of blocks.
MANY_DOCUMENTS = 100
#: Weights made at a time: draws times blocks.
STEP = 4_000_000


class Blocks(NamedTuple):
    """The block of each unit, the stratum of each block, and what a block is.

    `block` numbers the blocks unit by unit, `stratum` has one name a block, `kind` is
    "paragraphs", "documents", "paragraphs and short documents" or "units".
    """

    block: npt.NDArray[np.int64]
    stratum: npt.NDArray[np.object_]
    kind: str

    @property
    def number(self) -> int:
        """Question: how many blocks are there?"""
        return len(self.stratum)


def agreement_blocks(units: pd.Index, groups: Groups = None) -> Blocks:
    """Choose what is drawn anew for an interval of agreement.

    Question: which pieces of the corpus could as well have been others?

    Parameters
    ----------
    units : Index of unit ids
    groups : Series of paragraph groups, or DataFrame [para_group, doc_id]; index = unit ids
        A unit that is not in it is a block of its own.

    Returns
    -------
    Blocks
        Paragraph groups are drawn within documents that have three or more; documents with fewer
        are drawn whole, if there are three of them, else their groups are drawn together.
        Documents are drawn throughout where there are 100 or more. Where fewer than three blocks
        are left, units are drawn.

    Examples
    --------
    >>> one_each = pd.DataFrame({"para_group": list("pqrs"), "doc_id": list("abcd")}, list("pqrs"))
    >>> blocks = agreement_blocks(one_each.index, one_each)
    >>> blocks.kind, blocks.number
    ('documents', 4)
    """
    block, document = blocks_of(units, groups)
    size = pd.Series(block).groupby(document).nunique()
    known = size.drop("", errors="ignore")
    few = set(known[known < MIN_GROUPS].index)
    if len(known) >= MANY_DOCUMENTS:
        few = set(known.index)
    short = np.isin(document, list(few))
    whole = len(few) >= MIN_GROUPS
    name = np.where(short & whole, document, block).astype(str)
    stratum = np.where(short, "short documents", document).astype(str)
    pairs = pd.MultiIndex.from_arrays([stratum, name])
    number, found = pd.factorize(pairs, sort=True)
    if len(found) < MIN_GROUPS:
        return _single_units(units)
    strata = np.array([stratum for stratum, _ in found], dtype=object)
    kind = "units" if groups is None else _kind(short, whole)
    return Blocks(number.astype(np.int64), strata, kind)


def _kind(short: npt.NDArray[np.bool_], whole: bool) -> str:
    if not whole or not short.any():
        return "paragraphs"
    return "documents" if short.all() else "paragraphs and short documents"


def _single_units(units: pd.Index) -> Blocks:
    nothing = np.full(len(units), "", dtype=object)
    return Blocks(np.arange(len(units), dtype=np.int64), nothing, "units")


def drawn_weights(blocks: Blocks, draws: int, seed: int) -> Iterator[Floats]:
    """Draw blocks with replacement, within strata, some draws at a time.

    Question: how often does each block come in each draw?

    Returns
    -------
    iterator of arrays, some draws x blocks; all together `draws` rows.

    Examples
    --------
    >>> blocks = agreement_blocks(pd.Index(list("abc")))
    >>> [part.sum(axis=1).tolist() for part in drawn_weights(blocks, 2, seed=1)]
    [[3.0, 3.0]]
    """
    if draws * blocks.number <= STEP:
        yield from _kept(tuple(blocks.stratum), draws, seed)
        return
    yield from _drawn(blocks.stratum, draws, seed)


@lru_cache(maxsize=8)
def _kept(stratum: tuple[str, ...], draws: int, seed: int) -> list[Floats]:
    """Weights of blocks that are as many in the same strata: those of one variable, and the next.

    Drawn once; not to be changed.
    """
    return list(_drawn(np.array(stratum, dtype=object), draws, seed))


def _drawn(stratum: npt.NDArray[np.object_], draws: int, seed: int) -> Iterator[Floats]:
    places = {name: np.flatnonzero(stratum == name) for name in sorted(set(stratum))}
    streams = {name: stream(seed, "agreement", str(name)) for name in places}
    size = max(1, STEP // max(1, len(stratum)))
    for start in range(0, draws, size):
        weights = np.zeros((min(size, draws - start), len(stratum)))
        for name, columns in places.items():
            chance = np.full(len(columns), 1 / len(columns))
            weights[:, columns] = streams[name].multinomial(len(columns), chance, len(weights))
        yield weights


def by_block(blocks: Blocks, values: npt.ArrayLike) -> Floats:
    """Add up the rows of units by block.

    Question: what does each block hold?

    Examples
    --------
    >>> by_block(agreement_blocks(pd.Index(list("abc"))), [1, 2, 3]).tolist()
    [1.0, 2.0, 3.0]
    """
    table = np.asarray(values, dtype=float)
    total = np.zeros((blocks.number, *table.shape[1:]))
    np.add.at(total, blocks.block, table)
    return total


class Limits(NamedTuple):
    """An interval of alpha, the share of draws below the floor, and what is to be said of it."""

    low: float
    high: float
    p_below: float
    reason: str


def limits(
    value: float, draws: Floats, *, perfect: bool, chance: float, blocks: int, floor: float
) -> Limits:
    """Make an interval of the draws of alpha; none where it would have no width.

    Question: between which values may alpha lie, and how probably is it under the floor?

    Parameters
    ----------
    value : float
        Alpha of the codes as they are.
    draws : array
        Alpha of each draw, NaN where a draw has no variation.
    perfect : bool
        Whether all coders always agreed.
    chance : float
        Expected disagreement: the chance share of differing pairs (or mean distance).
    blocks : int
        Number of blocks that were drawn.
    floor : float

    Returns
    -------
    Limits
        Where coders always agreed no draw can differ: the lower end is ``1 - u / chance``, u the
        upper Jeffreys limit of a share of 0 in as many cases as there are blocks, and there is
        no p_below. Else an interval of no width is none: NaN, with the reason.

    Notes
    -----
    Brown, Cai & DasGupta 2001, Statistical Science 16, p. 101-133, for the Jeffreys limit.

    Examples
    --------
    >>> limits(1.0, np.ones(9), perfect=True, chance=0.5, blocks=20, floor=0.667).low.__round__(3)
    0.767
    >>> limits(0.5, np.full(9, 0.5), perfect=False, chance=0.5, blocks=1, floor=0.667).reason
    'no interval: every draw gives the same'
    """
    if np.isnan(value):
        return Limits(np.nan, np.nan, np.nan, "")
    if perfect:
        low = float(1 - jeffreys(0, blocks)[1] / chance)
        return Limits(low, 1.0, np.nan, f"no disagreement in {blocks} blocks: Jeffreys lower bound")
    known = draws[~np.isnan(draws)]
    low, high = (float(end) for end in interval(draws)) if len(draws) else (np.nan, np.nan)
    if np.isnan(low) or not low < high:
        reason = "every draw gives the same" if len(known) else "no draw has any variation"
        return Limits(np.nan, np.nan, np.nan, f"no interval: {reason}")
    lost = len(draws) - len(known)
    reason = f"{lost} of {len(draws)} draws had no variation" if lost else ""
    return Limits(low, high, float((known < floor).mean()), reason)
