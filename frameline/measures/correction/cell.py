"""One cell of a corrected table: what the machine says of all documents, and gold of some.

Only sums over all documents are kept, so that a cell of millions is as small as one of a hundred.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from frameline.measures.resampling import LEVEL, Floats

Ints = npt.NDArray[np.int64]
#: Machine values from 0, above 0, and from one half: the strata of fractional codes.
CLASSES = 3


class CorrectionError(ValueError):
    """A sample from which nothing can be inferred."""


@dataclass(frozen=True)
class Cell:
    """A period, group or text.

    Attributes
    ----------
    sizes : array, strata x classes
        Documents of each stratum of the draw by class of the machine value.
    means : array, strata
        Mean machine value over all documents of each stratum.
    gold, machine : array, gold documents
        What people and the machine say of each gold document, 0 to 1.
    stratum, group : array of int, gold documents
        Its stratum, and the class of its machine value.
    names : tuple of str
        What the strata are called.
    """

    sizes: Floats
    means: Floats
    gold: Floats
    machine: Floats
    stratum: Ints
    group: Ints
    names: tuple[str, ...] = ("",)

    @property
    def n(self) -> int:
        """Gold documents."""
        return len(self.gold)

    @property
    def total(self) -> int:
        """All documents."""
        return int(self.sizes.sum())

    @property
    def raw(self) -> float:
        """The share as the machine has it."""
        return float(self.sizes.sum(axis=1) @ self.means / self.sizes.sum())

    @property
    def drawn(self) -> Ints:
        """Gold documents, strata x classes."""
        held = np.zeros(self.sizes.shape, dtype=np.int64)
        np.add.at(held, (self.stratum, self.group), 1)
        return held


def class_of(machine: npt.ArrayLike) -> Ints:
    """Tell the class of machine values: 0, below one half, or one half and more.

    Examples
    --------
    >>> class_of([0, 0.3, 0.5, 1]).tolist()
    [0, 1, 2, 2]
    """
    value = np.asarray(machine, dtype=float)
    return np.where(value <= 0, 0, np.where(value < 0.5, 1, 2)).astype(np.int64)


def cell_of(
    machine: npt.ArrayLike,
    places: npt.ArrayLike,
    gold: npt.ArrayLike,
    strata: npt.ArrayLike | None = None,
    classes: npt.ArrayLike | None = None,
) -> Cell:
    """Make a cell of what is known document by document.

    Parameters
    ----------
    machine : array, documents
        Machine values, 0 to 1.
    places : array of int, gold documents
        Which documents are gold.
    gold : array, gold documents
        What people say of them, 0 to 1.
    strata : array of str, documents, optional
        Strata of the draw; one when not given.
    classes : array of int, documents, optional
        Classes to stratify by afterwards, in place of those of `class_of`: for several exclusive
        codes, the number of the code.

    Returns
    -------
    Cell

    Examples
    --------
    >>> cell = cell_of([0, 0, 1, 1], [1, 2], [0, 1])
    >>> cell.sizes.tolist(), cell.n, cell.raw
    ([[2.0, 0.0, 2.0]], 2, 0.5)
    """
    value = np.asarray(machine, dtype=float)
    where = np.asarray(places, dtype=np.int64)
    kinds = class_of(value) if classes is None else np.asarray(classes, dtype=np.int64)
    names, home = np.zeros(1, dtype="str"), np.zeros(len(value), dtype=np.int64)
    if strata is not None:
        names, home = np.unique(np.asarray(strata, dtype="str"), return_inverse=True)
    sizes = np.zeros((len(names), max(CLASSES, int(kinds.max(initial=0)) + 1)))
    np.add.at(sizes, (home, kinds), 1)
    sums = np.bincount(home, weights=value, minlength=len(names))
    return Cell(
        sizes, sums / sizes.sum(axis=1), np.asarray(gold, dtype=float), value[where],
        home[where], kinds[where], tuple(map(str, names)),
    )  # fmt: skip


@dataclass(frozen=True)
class Estimate:
    """A corrected value.

    Attributes
    ----------
    value : float
    limits : function
        Two-sided normal quantile -> (lower, upper) limit.
    n, total : int
        Gold documents, all documents.
    raw : float
        The value as the machine has it.
    se, df : float
        Standard error and degrees of freedom, where the interval is made of them; else NaN.
    weight : float
        The mean weight of the machine, where it has one; else NaN.
    """

    value: float
    limits: Callable[[float], tuple[float, float]]
    n: int
    total: int
    raw: float = float("nan")
    se: float = float("nan")
    df: float = float("nan")
    weight: float = float("nan")

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """The limits at this level."""
        return self.limits(quantile(level))


def quantile(level: float = LEVEL) -> float:
    """Two-sided normal quantile.

    Examples
    --------
    >>> round(quantile(0.95), 4)
    1.96
    """
    return NormalDist().inv_cdf((1 + level) / 2)
