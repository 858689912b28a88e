"""Changes and differences between groups (C), and how much of them is classifier error (D).

Two intervals are joined: the lower side of one with the upper side of the other. The p value is the
level at which a joined limit touches 0, so that test and interval cannot disagree.

Sources: Newcombe 1998, Statistics in Medicine 17:873-890; Zou & Donner 2008, Statistics in Medicine
27:1693-1702; Welch 1947, Biometrika 34:28-35.
"""

from __future__ import annotations

import math
from statistics import NormalDist

from scipy import special

from frameline.measures.correction.cell import Estimate, quantile
from frameline.measures.resampling import LEVEL

_STEPS, _FAR = 60, 8.0
"""Bisections, and the quantile beyond which p is called 0 (about 1e-15)."""


def difference(first: Estimate, second: Estimate) -> Estimate:
    """Take one corrected value from another: second less first.

    Question: how much higher is the share in the second period, or group?

    Parameters
    ----------
    first, second : Estimate
        Of cells without a document in common. Where both have a standard error, Welch's t.

    Returns
    -------
    Estimate
        n and total are those of both; raw the difference as the machine has it.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> from frameline.measures.correction.stratified import post_stratified
    >>> one = post_stratified(cell_of([0, 1] * 50, range(30), [0, 1] * 15))
    >>> two = post_stratified(cell_of([0, 1, 1, 1] * 25, range(40), [0, 1, 1, 1] * 10))
    >>> found = difference(one, two)
    >>> round(found.value, 2), p_value(found) < 0.001
    (0.25, True)
    """
    value, raw = second.value - first.value, second.raw - first.raw
    n, total = first.n + second.n, first.total + second.total
    se = math.hypot(first.se, second.se)
    df = math.nan
    if not math.isnan(se):
        df = _welch(first, second)

    def limits(z: float) -> tuple[float, float]:
        if not math.isnan(se):
            half = -float(special.stdtrit(df, NormalDist().cdf(-z))) * se
            return value - half, value + half
        (low, high), (low_2, high_2) = first.limits(z), second.limits(z)
        below = math.hypot(second.value - low_2, high - first.value)
        above = math.hypot(high_2 - second.value, first.value - low)
        return value - below, value + above

    return Estimate(value, limits, n, total, raw, se, df)


def _welch(first: Estimate, second: Estimate) -> float:
    parts = [(one.se**2, max(one.df, 1)) for one in (first, second)]
    below = sum(variance**2 / df for variance, df in parts)
    return sum(variance for variance, _ in parts) ** 2 / below if below else 1.0


def p_value(found: Estimate) -> float:
    """Tell at which level the interval of a difference touches 0.

    Examples
    --------
    >>> even = Estimate(0.0, lambda z: (-z, z), 60, 100)
    >>> p_value(even)
    1.0
    >>> round(p_value(Estimate(1.959964, lambda z: (1.959964 - z, 1.959964 + z), 60, 100)), 4)
    0.05
    """
    if math.isnan(found.value):
        return math.nan
    if found.value == 0:
        return 1.0
    side = 0 if found.value > 0 else 1
    clear = (lambda z: found.limits(z)[side] > 0) if side == 0 else (
        lambda z: found.limits(z)[side] < 0)  # fmt: skip
    low, high = 0.0, _FAR
    if clear(high):
        return 0.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if clear(middle) else (low, middle)
    return 2 * NormalDist().cdf(-low)


def classifier_error(found: Estimate, level: float = LEVEL) -> tuple[float, float, float]:
    """Tell how much of what the machine says is its own error.

    Question: of this share, or change, how much is classifier error?

    Parameters
    ----------
    found : Estimate
        A corrected value, or a difference of two.
    level : float

    Returns
    -------
    (float, float, float)
        The error, its lower and its upper limit: the machine's value is a known constant.

    Examples
    --------
    >>> classifier_error(Estimate(0.25, lambda z: (0.125, 0.5), 60, 100, raw=0.5))
    (0.25, 0.0, 0.375)
    """
    low, high = found.limits(quantile(level))
    return found.raw - found.value, found.raw - high, found.raw - low
