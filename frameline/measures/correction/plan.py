"""How many items people should check, and which: a probability sample by stratum.

Each stratum is put into one random order, of which the first are drawn: with the same seed a
larger sample contains the smaller one, so that a pilot is never lost.

Sources: Neyman 1934, Journal of the Royal Statistical Society 97:558-625 (allocation); Cochran
1977, Sampling Techniques, sections 5.5 to 5.9.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.correction.cell import quantile
from frameline.measures.correction.rules import ENOUGH
from frameline.measures.intervals import wilson_limits
from frameline.measures.resampling import LEVEL

PILOT = 30
"""Items of a first sample by which the next is planned."""

EXPLAINED = 0.2
"""What a machine explains of the gold, where no pilot says: the median of published sets."""

ASSUMED_ERROR = 0.15
"""Share of wrong machine codes, where no pilot says."""

Ints = npt.NDArray[np.int64]


def allocate(
    sizes: Sequence[int], total: int, *, spread: Sequence[float] | None = None,
    least: int = ENOUGH,
) -> Ints:  # fmt: skip
    """Share out a sample over strata.

    Question: how many items of each stratum should people check?

    Parameters
    ----------
    sizes : list of int
        Items of each stratum.
    total : int
        Items to be checked in all.
    spread : list of float, optional
        Standard deviation of the error in each stratum (Neyman); the same when not given.
    least : int
        Every stratum gets so many, or all it has, if the total allows; else as equal as may be.

    Returns
    -------
    array of int, strata
        Never more than a stratum has; adds up to `total`, or to all items.

    Examples
    --------
    >>> allocate([100, 300], 80).tolist()
    [30, 50]
    >>> allocate([5, 300, 300], 90, spread=[1, 1, 3], least=10).tolist()
    [5, 21, 64]
    """
    size = np.asarray(sizes, dtype=np.int64)
    total = min(int(total), int(size.sum()))
    each = np.minimum(size, least)
    while each.sum() > total:
        each[int(each.argmax())] -= 1
    weight = size * (np.ones(len(size)) if spread is None else np.asarray(spread, dtype=float))
    wanted = _filled(weight, size, total)
    short = np.maximum(each - wanted, 0)
    if short.any():
        fixed = wanted <= each
        rest = total - int(each[fixed].sum())
        free = np.where(fixed, 0, weight)
        wanted = np.where(fixed, each, np.maximum(each, _filled(free, size, rest)))
    return _whole(wanted, each, size, total)


def _filled(weight: np.ndarray, size: Ints, total: int) -> np.ndarray:
    """Shares by weight, cut at what a stratum has, the rest given to the others."""
    found = np.zeros(len(size))
    open_ = weight > 0
    left = float(total)
    while left > 1e-9 and open_.any():
        part = left * weight * open_ / (weight * open_).sum()
        over = open_ & (part >= size)
        if not over.any():
            found[open_] = part[open_]
            break
        found[over] = size[over]
        left -= float(size[over].sum())
        open_ &= ~over
    return found


def _whole(wanted: np.ndarray, least: Ints, size: Ints, total: int) -> Ints:
    """Whole numbers between `least` and `size` that add up, by largest remainders."""
    found = np.clip(np.floor(wanted + 1e-9).astype(np.int64), least, size)
    while found.sum() < total:
        short = np.where(found < size, wanted - found, -np.inf)
        found[int(short.argmax())] += 1
    while found.sum() > total:
        over = np.where(found > least, found - wanted, -np.inf)
        found[int(over.argmax())] -= 1
    return found


def draw(strata: Mapping[str, Sequence[str]], counts: Sequence[int], seed: int) -> pd.DataFrame:
    """Draw items from each stratum.

    Parameters
    ----------
    strata : mapping of stratum to the ids of its items, in an order that does not change
    counts : list of int
        Items to draw from each, in the order of `strata`.
    seed : int

    Returns
    -------
    DataFrame [item, stratum, size, probability]
        In the order drawn. With the same seed a larger sample holds the smaller one.

    Examples
    --------
    >>> table = draw({"x": list("abcd"), "y": list("ef")}, [2, 1], seed=1)
    >>> table["probability"].tolist(), len(set(table["item"]))
    ([0.5, 0.5, 0.5], 3)
    >>> more = draw({"x": list("abcd"), "y": list("ef")}, [3, 1], seed=1)
    >>> set(table["item"]) <= set(more["item"])
    True
    """
    rows = []
    for number, ((name, ids), count) in enumerate(zip(strata.items(), counts, strict=True)):
        order = np.random.default_rng([seed, number]).permutation(len(ids))[:count]
        chance = count / len(ids)
        rows += [(place, str(ids[i]), name, len(ids), chance) for place, i in enumerate(order)]
    table = pd.DataFrame(rows, columns=["place", "item", "stratum", "size", "probability"])
    # strata take turns, so that whoever stops early has read some of each
    return table.sort_values("place", kind="stable", ignore_index=True).drop(columns="place")


def spread_of(share: float) -> float:
    """Standard deviation of an error that so large a share of the codes has.

    Examples
    --------
    >>> spread_of(0.5)
    0.5
    """
    return math.sqrt(share * (1 - share))


def half_width(
    n: int, total: int, share: float, *, explained: float = EXPLAINED, level: float = LEVEL
) -> float:
    """Tell how wide the interval of a corrected share will be, to each side on average.

    Question: how sure will a share be with so many gold items?

    Parameters
    ----------
    n, total : int
        Gold items, and all items of the cell.
    share : float
        What is expected.
    explained : float
        Squared correlation of machine and people.

    Examples
    --------
    >>> round(half_width(60, 4000, 0.3), 3), half_width(50, 50, 0.3)
    (0.101, 0.0)
    """
    if n >= total:
        return 0.0
    size = n / (1 - explained) / (1 - n / total)
    low, high = wilson_limits(share, size, quantile(level))
    return float(high - low) / 2


def half_widths(
    total: int, cells: int, counts: Sequence[int] = (30, 60, 120, 240, 480), *,
    shares: Sequence[float] = (0.05, 0.3), explained: float = EXPLAINED,
) -> pd.DataFrame:  # fmt: skip
    """Tell what samples of several sizes would buy.

    Parameters
    ----------
    total : int
        All items.
    cells : int
        Periods or groups, taken to be equally large.
    counts : list of int
        Gold items in all; those beyond all items are left out.
    shares : list of float
        Shares expected.

    Returns
    -------
    DataFrame [gold, each, share, half_width, change]
        each: gold items of a cell; half_width: of a share in all cells together; change: of the
        difference of two cells, NaN where there is one cell.

    Examples
    --------
    >>> half_widths(4000, 2, [60], shares=[0.3]).round(3).values.tolist()
    [[60.0, 30.0, 0.3, 0.101, 0.198]]
    """
    rows = []
    for n in (count for count in counts if count <= total):
        each, size = max(1, n // cells), max(1, total // cells)
        for share in shares:
            one = half_width(each, size, share, explained=explained)
            change = math.sqrt(2) * one if cells > 1 else math.nan
            whole = half_width(n, total, share, explained=explained)
            rows.append((n, each, share, whole, change))
    return pd.DataFrame(rows, columns=["gold", "each", "share", "half_width", "change"])


def enough_for(
    wanted: float, total: int, *, share: float = 0.3, explained: float = EXPLAINED
) -> int:
    """Tell how many gold items give an interval of this half width.

    Examples
    --------
    >>> enough_for(0.05, 4000)
    241
    """
    low, high = 1, total
    while low < high:
        middle = (low + high) // 2
        if half_width(middle, total, share, explained=explained) <= wanted:
            high = middle
        else:
            low = middle + 1
    return low
