"""What would coders who toss coins reach, under the very same counting? The noise twin.

Each coder of the twin reads what the coder read, leaves the gaps the coder left, uses the codes as
often as the coder did, and sees as many claims a unit; which code goes to which unit is chance.
An agreement that does not clear its twin is no agreement, whatever its coefficient is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from frameline.measures.coefficients import Order
from frameline.measures.coincidences import (
    Floats,
    Ints,
    alpha_of_coincidences,
    coded_cells,
    coincidence_matrices,
    holsti,
    simple_agreement,
)
from frameline.measures.resampling import interval, stream

#: Tosses unless told otherwise, and the fewest where a corpus is so large that they are cut.
TOSSES, FEWEST = 2000, 200
#: Codes tossed in all; beyond it there are fewer tosses.
BUDGET = 40_000_000
#: Combinations of codes that are counted instead of tossing unit by unit.
OUTCOMES = 4096
#: Equal chances that shares are rounded to: what a random number of two bytes can be.
CHANCES = 65_536
#: Codes tossed at a time, so that they fit in memory.
STEP = 2_000_000
ABSENT = "(absent)"


class Tossed(NamedTuple):
    """What each toss gave: alpha, simple agreement and Holsti's coefficient, one value a toss."""

    alpha: Floats
    simple: Floats
    holsti: Floats


def noise_twin(
    aligned: Any,
    level: str = "nominal",
    *,
    tosses: int = TOSSES,
    seed: int,
    blanks: bool = False,
    order: Order = None,
    part: int = 0,
) -> Tossed:
    """What do coders with the same habits reach by tossing coins?

    Question: how much agreement comes from habits alone?

    Parameters
    ----------
    aligned : DataFrame or 2-D array-like, units x coders
        Gaps stay where they are. Each coder's codes are drawn anew, cell by cell, with the shares
        in which this coder used them.
    level, blanks, order
        As in :func:`frameline.measures.coefficients.alpha`; not "set", see
        :func:`frameline.measures.code_sets.set_twin`.
    tosses, seed : int
        Fewer tosses, at least 200, where there are more than 20,000 codes of so many values and
        coders that their combinations cannot be counted.
    part : int
        Other tosses with every number, for more of them.

    Returns
    -------
    Tossed of arrays, one value a toss
        NaN where a toss has no variation.

    Notes
    -----
    Coders are tossed in the order of their shares of codes, so that their names do not matter.
    Shares are those of 65,536 equal chances, right to 0.00001.

    Examples
    --------
    >>> codes = pd.DataFrame({"a": list("xxyy") * 25, "b": list("xxyy") * 25})
    >>> tossed = noise_twin(codes, tosses=500, seed=1)
    >>> bool(abs(tossed.alpha.mean()) < 0.02), bool(abs(tossed.simple.mean() - 0.5) < 0.01)
    (True, True)
    """
    cells, values = coded_cells(aligned, level=level, blanks=blanks, order=order)
    cells = _nameless(cells[(cells >= 0).sum(axis=1) >= 1], len(values))
    twice = (cells >= 0).sum(axis=1) >= 2
    read = cells[twice] >= 0
    if not read.size or not values:
        return Tossed(*(np.full(tosses, np.nan) for _ in Tossed._fields))
    shares = habits(cells, len(values))
    generator = stream(seed, "noise twin", *_again(part))
    kinds, often = np.unique(read, axis=0, return_counts=True)
    outcomes = sum(len(values) ** int(kind.sum()) for kind in kinds)
    if outcomes <= OUTCOMES and 4 * outcomes < read.size:
        return _tossed_at_once(generator, kinds, often, shares, tosses, values, level)
    parts = []
    for some in _portions(tosses, read.size):
        dealt = np.full((read.shape[1], some, len(read)), -1, dtype=_size(len(values)))
        for mine, share, reads in zip(dealt, shares, read.T, strict=True):
            mine[:, reads] = _dealt(generator, share, (some, int(reads.sum())))
        toss = np.repeat(np.arange(some), len(read))
        parts.append(_measured(dealt.reshape(len(dealt), -1), toss, some, values, level))
    return _joined(parts)


def twin_of_kinds(
    kinds: Any,
    often: Ints,
    shares: Floats,
    values: Sequence[Any],
    level: str = "nominal",
    *,
    tosses: int = TOSSES,
    seed: int,
) -> Tossed:
    """What do coin tossers reach, told by how many units which coders read?

    Question: how much agreement comes from habits alone, however large the corpus is?

    Parameters
    ----------
    kinds : array of bool, kinds of units x coders
        Who reads a unit of the kind.
    often : array of int
        How many units are of each kind.
    shares : array, coders x values, as from :func:`habits`
    values, level, tosses, seed : as in :func:`noise_twin`

    Returns
    -------
    Tossed of arrays; NaN where there are too many combinations of codes to be counted.

    Examples
    --------
    >>> both, even = np.array([[True, True]]), np.full((2, 2), 0.5)
    >>> tossed = twin_of_kinds(both, np.array([10_000]), even, ["x", "y"], tosses=200, seed=1)
    >>> bool(abs(tossed.simple.mean() - 0.5) < 0.01)
    True
    """
    kinds = np.asarray(kinds, dtype=bool)
    twice = kinds.sum(axis=1) > 1
    kinds, often = kinds[twice], np.asarray(often)[twice]
    outcomes = sum(len(values) ** int(kind.sum()) for kind in kinds)
    if not len(kinds) or outcomes > 8 * OUTCOMES:
        return Tossed(*(np.full(tosses, np.nan) for _ in Tossed._fields))
    generator = stream(seed, "noise twin")
    return _tossed_at_once(generator, kinds, often, shares, tosses, values, level)


def _tossed_at_once(
    generator: np.random.Generator,
    kinds: Any,
    often: Ints,
    shares: Floats,
    tosses: int,
    values: Sequence[Any],
    level: str,
) -> Tossed:
    """Tosses of units that the same coders read, by how many of them get each combination.

    The same chances as unit by unit (a multinomial count of independent units), at a cost that
    does not grow with the number of units.
    """
    size = len(values)
    table, alike, same = np.zeros((tosses, size * size)), np.zeros(tosses), np.zeros(tosses)
    pairs = 0
    for kind, number in zip(kinds, often, strict=True):
        readers = np.flatnonzero(kind)
        cells = np.array(list(product(range(size), repeat=len(readers))), dtype=np.int64)
        chance = shares[readers[None, :], cells].prod(axis=1)
        counts = generator.multinomial(number, chance / chance.sum(), tosses).astype(float)
        each = cells[:, None, :]
        table += counts @ coincidence_matrices(each, size).reshape(len(cells), -1)
        alike += counts @ simple_agreement(each)
        couples = len(readers) * (len(readers) - 1) // 2
        same += couples * (counts @ holsti(each))
        pairs += couples * int(number)
    matrices = table.reshape(tosses, size, size)
    return Tossed(alpha_of_coincidences(matrices, values, level), alike / often.sum(), same / pairs)


def noise_twin_with_absence(
    aligned: Any,
    units: Sequence[Any],
    read: pd.DataFrame | None = None,
    level: str = "nominal",
    *,
    tosses: int = TOSSES,
    seed: int,
    part: int = 0,
) -> Tossed:
    """What do coin tossers reach when a claim that one coder lacks counts?

    Question: how much agreement on claims and codes comes from habits alone?

    Parameters
    ----------
    aligned : DataFrame, claims x coders
        Matched claims, missing where a coder holds none; "" where the coder holds the claim and
        left the variable blank, which is tossed too and then counts as no reading.
    units : sequence, one a claim
        The unit that each claim stands in.
    read : DataFrame of bool, units x coders, optional
        Who read which unit; all coders all units when not given. Units of no claim belong in it.
    level : {"nominal", "set"}
        "set": whole sets of codes are tossed and compared by MASI; absence shares nothing with
        any set. No other level: absence is no place on a scale.
    tosses, seed, part : int

    Returns
    -------
    Tossed of arrays, one value a toss

    Notes
    -----
    Each coder tosses how many claims a unit has, with the shares found, and a code for each; the
    claims of a unit are matched first with first. What a coder lacks is "(absent)", a value of
    its own. Claims that got no code from anyone do not count.

    Examples
    --------
    >>> codes = pd.DataFrame({"a": ["x", "y"] * 30, "b": ["x", None] * 30})
    >>> tossed = noise_twin_with_absence(codes, range(60), tosses=200, seed=1)
    >>> bool(abs(tossed.alpha.mean()) < 0.5)
    True
    """
    cells, values = coded_cells(aligned, level=level, blanks=True)
    names, home = np.unique(np.asarray(units, dtype=object).astype(str), return_inverse=True)
    seen = _who_read(read, names, list(pd.DataFrame(aligned).columns))
    held = np.zeros((len(seen), cells.shape[1]), dtype=np.int64)
    np.add.at(held, home, (cells >= 0).astype(np.int64))
    order_of = _rank(cells, len(values))
    cells, held, seen = cells[:, order_of], held[:, order_of], seen[:, order_of]
    most = int(held.max(initial=0))
    if not most:
        return Tossed(*(np.full(tosses, np.nan) for _ in Tossed._fields))
    blank = values.index("") if "" in values else len(values) + 1
    shares = habits(cells, len(values))
    generator = stream(seed, "noise twin, absence", *_again(part))
    parts = []
    for some in _portions(tosses, max(seen.size * most, len(values) ** 2)):
        dealt, toss = _claims_dealt(generator, shares, held, seen, some, most)
        coded = ((dealt >= 0) & (dealt != blank) & (dealt < len(values))).any(axis=0)
        dealt, toss = dealt[:, coded], toss[coded]
        dealt[dealt == blank] = -1
        parts.append(_measured(dealt, toss, some, [*values, ABSENT], level))
    return _joined(parts)


def _claims_dealt(
    generator: np.random.Generator, shares: Floats, held: Ints, seen: Any, some: int, most: int
) -> tuple[Any, Ints]:
    """Tossed claims: the code of each coder, the value after the last for absence; the toss."""
    size, (units, coders) = shares.shape[1], seen.shape
    number = np.zeros((coders, some, units), dtype=_size(most))
    for j in range(coders):
        counts = np.bincount(held[seen[:, j], j], minlength=most + 1).astype(float)
        number[j] = _dealt(generator, counts / max(1.0, counts.sum()), (some, units)) * seen[:, j]
    number, largest = number.reshape(coders, -1), number.max(axis=0).ravel()
    absent: Any = np.where(seen.T, size, -1).astype(_size(size + 1))
    found, tosses = [], []
    for slot in range(most):
        place = np.flatnonzero(largest > slot)
        toss, unit = place // units, place % units
        codes = absent[:, unit]
        for mine, holding, share in zip(codes, number, shares, strict=True):
            holds = np.flatnonzero(holding[place] > slot)
            mine[holds] = _dealt(generator, share, (len(holds),))
        found.append(codes)
        tosses.append(toss)
    return np.concatenate(found, axis=1), np.concatenate(tosses)


def habits(cells: Ints, size: int) -> Floats:
    """How often does each coder use each value? Shares, coders x values.

    Question: which habits does each coder have?

    Examples
    --------
    >>> habits(np.array([[0, 1], [0, 0], [1, -1]]), 2).round(2).tolist()
    [[0.67, 0.33], [0.5, 0.5]]
    """
    counts = np.stack(
        [np.bincount(column[column >= 0], minlength=size) for column in cells.T]
    ).astype(float)
    return counts / np.maximum(1.0, counts.sum(axis=1, keepdims=True))


def tosses_within(tosses: int, codes: int, budget: int | None = None) -> int:
    """How many tosses a corpus of this many codes gets: all, or as many as stay quick.

    Question: how many tosses can be afforded?

    Examples
    --------
    >>> tosses_within(2000, 800), tosses_within(2000, 1_000_000)
    (2000, 200)
    """
    return min(tosses, max(FEWEST, (budget or BUDGET) // max(1, codes)))


def twin_range(tossed: Floats) -> tuple[float, float, float]:
    """Mean of the tosses and the range of their middle 95 per cent.

    Question: between which values does chance lie?

    Returns
    -------
    mean, low, high : float; NaN where more than half of the tosses are undefined.

    Examples
    --------
    >>> twin_range(np.array([0.0, 0.5, 1.0, np.nan]))[0]
    0.5
    """
    known = tossed[~np.isnan(tossed)]
    if 2 * len(known) < len(tossed) or not len(known):
        return np.nan, np.nan, np.nan
    low, high = interval(known)
    return float(known.mean()), float(low), float(high)


def shown_range(table: pd.DataFrame) -> pd.DataFrame:
    """Leave out the range of tosses that are all alike: a range without width says nothing.

    Parameters
    ----------
    table : DataFrame
        With `twin_low` and `twin_high`.

    Examples
    --------
    >>> rows = pd.DataFrame({"twin_low": [0.0, -0.1], "twin_high": [0.0, 0.2]})
    >>> shown_range(rows)["twin_low"].tolist()
    [nan, -0.1]
    """
    ends = ["twin_low", "twin_high"]
    wide = table["twin_low"] < table["twin_high"]
    return table.assign(**{end: table[end].where(wide) for end in ends})


def _portions(tosses: int, codes: int) -> list[int]:
    """Tosses cut into portions that fit in memory."""
    total = tosses_within(tosses, codes)
    size = max(1, STEP // max(1, codes))
    return [min(size, total - start) for start in range(0, total, size)]


def _dealt(generator: np.random.Generator, shares: Floats, shape: tuple[int, ...]) -> Any:
    """Values drawn with these shares; a coder without codes gives the first."""
    ends = np.cumsum(shares)
    ends = ends / ends[-1] if ends[-1] > 0 else np.ones(len(shares))
    often = np.diff(np.rint(ends * CHANCES).astype(np.int64), prepend=0)
    value: Any = np.repeat(np.arange(len(shares), dtype=_size(len(shares))), often)
    return value[generator.integers(0, CHANCES, shape, dtype=np.uint16)]


def _size(values: int) -> type:
    """The smallest whole numbers that hold these values and -1."""
    return np.int8 if values < 127 else np.int16 if values < 32_767 else np.int32


def _again(part: int) -> list[str]:
    return [str(part)] if part else []


def _rank(cells: Ints, size: int) -> Ints:
    """Coders in an order that does not know their names: by their codes, unit by unit."""
    counts = np.stack([np.bincount(c[c >= 0], minlength=size) for c in cells.T])
    keys = np.concatenate([counts, cells.T], axis=1)
    return np.lexsort(keys.T[::-1])


def _nameless(cells: Ints, size: int) -> Ints:
    return cells[:, _rank(cells, size)] if cells.size and size else cells


def _who_read(read: pd.DataFrame | None, names: Any, coders: list[Any]) -> Any:
    """Units x coders: the units of the claims first, in their order, then those without."""
    if read is None:
        return np.ones((len(names), len(coders)), dtype=bool)
    table = read[coders].set_axis(read.index.astype("str"))
    known = set(names)
    rest = [unit for unit in table.index if unit not in known]
    return table.reindex([*names, *rest], fill_value=False).to_numpy(dtype=bool)


def _measured(dealt: Any, toss: Ints, tosses: int, values: Sequence[Any], level: str) -> Tossed:
    """Coefficients of each toss from tossed codes, coders x (tosses and units), -1 for none."""
    readers = (dealt >= 0).sum(axis=0, dtype=np.int16)
    twice = np.flatnonzero(readers > 1)
    if len(twice) < len(readers):
        dealt, toss, readers = dealt[:, twice], toss[twice], readers[twice]
    same = np.zeros(len(toss), dtype=np.int16)
    for one, two in combinations(dealt, 2):
        same += (one == two) & (one >= 0)
    pairs = readers * (readers - 1) // 2

    def summed(weights: Any) -> Floats:
        return np.bincount(toss, weights, minlength=tosses).astype(float)

    units, size = summed(None), len(values)
    simple = _share(summed(same == pairs), units)
    alike = _share(summed(same), summed(pairs))
    if level != "nominal":
        table = _coincidences(dealt, toss, readers, tosses, size)
        return Tossed(alpha_of_coincidences(table, values, level), simple, alike)
    counts = np.zeros(tosses * size)
    for mine in dealt:
        there = mine >= 0
        counts += np.bincount(toss[there] * size + mine[there], minlength=len(counts))
    margins = counts.reshape(tosses, size)
    n = margins.sum(axis=1)
    differing = n - summed(2 * same / (readers - 1))
    expected = n * n - (margins**2).sum(axis=1)
    ratio = _share((n - 1) * differing, expected)
    return Tossed(1 - ratio, simple, alike)


def _coincidences(dealt: Any, toss: Ints, readers: Any, tosses: int, size: int) -> Floats:
    """The coincidence matrix of each toss."""
    total = np.zeros(tosses * size * size)
    weight = 1.0 / (readers - 1)
    for one, two in combinations(dealt, 2):
        both = (one >= 0) & (two >= 0)
        place = (toss[both] * size + one[both]) * size + two[both]
        total += np.bincount(place, weight[both], minlength=len(total))
    table = total.reshape(tosses, size, size)
    return table + table.transpose(0, 2, 1)


def _share(part: Floats, whole: Floats) -> Floats:
    """A share, NaN of nothing."""
    return np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)


def _joined(parts: Sequence[Tossed]) -> Tossed:
    return Tossed(*(np.concatenate(column) for column in zip(*parts, strict=True)))
