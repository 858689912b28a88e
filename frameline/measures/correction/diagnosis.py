"""What the machine is worth, and how it errs: described beside a correction, never used by it.

Sources: Rogan & Gladen 1978, American Journal of Epidemiology 107:71-76 (their estimate assumes the
same error everywhere, which is why it only stands beside); Welch 1947, Biometrika 34:28-35.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy import special

from frameline.measures.correction.cell import Cell
from frameline.measures.resampling import Floats

NOTHING = 1 / 20
"""Below this part of the gold documents, the machine adds nothing."""


def fit(cell: Cell) -> float:
    """Tell how much of the gold the machine explains: the squared correlation, 0 where constant.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> fit(cell_of([0, 1, 0, 1], range(4), [0, 1, 0, 1]))
    1.0
    """
    y, f = cell.gold - cell.gold.mean(), cell.machine - cell.machine.mean()
    below = float((y @ y) * (f @ f))
    return float(y @ f) ** 2 / below if below else 0.0


def worth(cell: Cell) -> float:
    """Tell how many gold documents more the machine is worth.

    Question: how many further documents would people have to read, to know as much without it?

    Returns
    -------
    float
        Documents; infinite where it is never wrong.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> worth(cell_of([0, 1, 1, 0], range(4), [0, 1, 0, 1]))
    0.0
    """
    explained = fit(cell)
    return cell.n * (1 / (1 - explained) - 1) if explained < 1 else math.inf


def adds_nothing(cell: Cell) -> bool:
    """Whether it is worth less than one in twenty of the gold documents there are."""
    return worth(cell) < NOTHING * cell.n


def against(cell: Cell) -> bool:
    """Whether the machine says yes where people say no, more than by turns."""
    return float((cell.gold - cell.gold.mean()) @ (cell.machine - cell.machine.mean())) < 0


class Confusion(NamedTuple):
    """Gold documents by what machine and people say.

    Attributes
    ----------
    both, machine_only, gold_only, neither
        Documents; fractions count in parts.
    """

    both: float
    machine_only: float
    gold_only: float
    neither: float

    @property
    def found(self) -> float:
        """Share of what people found that the machine found too; NaN where they found nothing."""
        return _part(self.both, self.gold_only)

    @property
    def spared(self) -> float:
        """Share of what people left that the machine left too."""
        return _part(self.neither, self.machine_only)


def _part(one: float, other: float) -> float:
    return one / (one + other) if one + other else math.nan


def confusion(cell: Cell) -> Confusion:
    """Count gold documents by what machine and people say.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> tuple(confusion(cell_of([0, 1, 1, 0], range(4), [0, 1, 0, 1])))
    (1.0, 1.0, 1.0, 1.0)
    """
    y, f = cell.gold, cell.machine
    return Confusion(float(y @ f), float((1 - y) @ f), float(y @ (1 - f)), float((1 - y) @ (1 - f)))


def rogan_gladen(cell: Cell) -> float:
    """Correct a share by the machine's rates of error, taken to be the same everywhere.

    Returns
    -------
    float
        NaN where the machine does no better than chance.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> rogan_gladen(cell_of([0, 1, 0, 1], range(4), [0, 1, 0, 1]))
    0.5
    """
    table = confusion(cell)
    better = table.found + table.spared - 1
    return (cell.raw + table.spared - 1) / better if better > 0 else math.nan


class EqualError(NamedTuple):
    """Whether the machine errs alike in two cells: t, degrees of freedom, p; NaN: cannot tell."""

    t: float
    df: float
    p: float


def equal_error(first: Cell, second: Cell) -> EqualError:
    """Test whether the machine errs alike in two cells (Welch), the reason against pooling.

    Question: does what the machine adds or misses change from one period to another?

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> cells = [cell_of([1] * 8 + [0] * 2, range(10), [y] * 5 + [0] * 5) for y in (0, 1)]
    >>> round(equal_error(*cells).p, 3)
    0.024
    """
    errors = [cell.machine - cell.gold for cell in (first, second)]
    if min(map(len, errors)) < 2:
        return EqualError(math.nan, math.nan, math.nan)
    parts = [(float(error.var(ddof=1)) / len(error), len(error) - 1) for error in errors]
    total = sum(variance for variance, _ in parts)
    if total == 0:
        return EqualError(math.nan, math.nan, math.nan)
    df = total**2 / sum(variance**2 / free for variance, free in parts)
    t = float(errors[1].mean() - errors[0].mean()) / math.sqrt(total)
    return EqualError(t, df, _two_sided(t, df))


def _two_sided(t: float, df: float) -> float:
    below: Floats = np.asarray(special.stdtr(df, -abs(t)))
    return 2 * float(below)
