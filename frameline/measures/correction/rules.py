"""How much gold is enough for what, and what is said where it is not.

Below ten gold documents nothing is corrected; from ten to twenty-nine a value with its interval,
marked; from thirty all, verdicts included. What must be said is a value here and a sentence in the
catalogue.
"""

from __future__ import annotations

import math

import numpy as np

from frameline.measures.correction.cell import Cell
from frameline.measures.correction.diagnosis import adds_nothing, against
from frameline.measures.shift import ALPHA

SOME, ENOUGH = 10, 30
"""Gold documents from which a value is corrected, and from which it may be judged."""

UNCHECKED, BY_HAND, TOO_FEW, FEW, FULL = (
    *("unchecked", "chosen by hand", "too few to correct"),
    *("few", "full"),
)
"""No gold; gold without probabilities; and by the gold documents of a cell."""

CONSTANT, NOTHING, NONE_FOUND, AGAINST = (
    *("machine says the same of all", "machine adds nothing"),
    *("none found", "machine against the gold"),
)
"""What is said of a corrected value besides."""


def standing(gold: int, *, known: bool = True) -> str:
    """Tell what may be said with so many gold documents.

    Parameters
    ----------
    gold : int
        Gold documents in the cell.
    known : bool
        Whether their probabilities are known.

    Examples
    --------
    >>> [standing(gold) for gold in (0, 9, 10, 30)]
    ['unchecked', 'too few to correct', 'few', 'full']
    >>> standing(50, known=False)
    'chosen by hand'
    """
    if gold == 0:
        return UNCHECKED
    if not known:
        return BY_HAND
    return TOO_FEW if gold < SOME else FEW if gold < ENOUGH else FULL


def remark(cell: Cell) -> str:
    """Tell what is to be said of a corrected value besides; "" where nothing is.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> remark(cell_of([1] * 40, range(30), [0, 1] * 15))
    'machine says the same of all'
    """
    if not cell.gold.any():
        return NONE_FOUND
    if np.count_nonzero(cell.sizes.sum(axis=0)) < 2 or np.ptp(cell.machine) == 0:
        return CONSTANT
    if against(cell):
        return AGAINST
    return NOTHING if adds_nothing(cell) else ""


def may_judge(first: int, second: int, low: float, high: float, p_holm: float) -> bool:
    """Whether a difference may be called one: gold on both sides, interval and test clear.

    Examples
    --------
    >>> may_judge(30, 30, 0.1, 0.3, 0.01), may_judge(29, 60, 0.1, 0.3, 0.01)
    (True, False)
    """
    clear = low > 0 or high < 0
    return min(first, second) >= ENOUGH and clear and not math.isnan(p_holm) and p_holm < ALPHA
