"""Prediction-powered estimates: gold, helped by the machine as far as it helps (A' and B).

Each gold value is moved by what the machine says of its document against what it says on average;
the weight of the machine is learned from the other folds, never from the document itself.

`fractional`   shares of yes/no gold under any machine value: Wilson limits on the effective size
`linear`       means: net balance of documents, counts
`per_claim`    ratios: shares of claims, net balance of claims
`unequal`      means where each document had its own probability

To the variance one unseen error is added: what one wrong document more would have changed. Without
it the interval of a rare code is far too narrow.

Source: Angelopoulos, Duchi & Zrnic 2023, arXiv 2311.01453 (PPI++), sections 5 and 6; the unseen
error, and t, were added because without them coverage fell to 60 per cent for rare codes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from scipy import special

from frameline.measures.correction.cell import Cell, Estimate
from frameline.measures.intervals import wilson_limits
from frameline.measures.resampling import Floats

FOLDS = 5
"""The weight of a document comes from the other four fifths."""

YES_NO, NET, SHARE_OF_CLAIMS = 1.0, 1.0, 0.25
"""Squared change by one wrong document, of what is estimated."""

GOLD_ONLY, CLASSICAL = 0.0, 1.0
"""Fixed weights: without the machine; the machine's share plus the mean error."""


def weights_of(
    gold: Floats, machine: Floats, home: npt.ArrayLike, fixed: float | None = None,
    chance: Floats | None = None,
) -> Floats:  # fmt: skip
    """Learn the weight of the machine for each gold document from the other folds.

    Parameters
    ----------
    gold, machine : array, gold documents
    home : array of int, gold documents
        Strata of the draw, within which values are compared.
    fixed : float, optional
        The same weight for all.
    chance : array, gold documents, optional
        Shares of the documents that each stands for; equal when not given.

    Returns
    -------
    array, gold documents, 0 to 1

    Examples
    --------
    >>> weights_of(np.array([0.0, 1] * 5), np.array([0.0, 1] * 5), np.zeros(10)).tolist()[:2]
    [1.0, 1.0]
    """
    n = len(gold)
    if fixed is not None:
        return np.full(n, float(fixed))
    fold, share = np.arange(n) % FOLDS, np.ones(n) if chance is None else chance
    strata = np.asarray(home)
    found = np.zeros(n)
    for number in range(FOLDS):
        rest = fold != number
        found[~rest] = slope(gold[rest], machine[rest], strata[rest], share[rest])
    return found


def slope(gold: Floats, machine: Floats, home: npt.ArrayLike, share: Floats | None = None) -> float:
    """Weigh the machine: covariance over variance within strata, kept between 0 and 1.

    Examples
    --------
    >>> slope(np.array([0.0, 0, 1, 1]), np.array([0.0, 1, 1, 1]), np.zeros(4))
    0.6666666666666666
    """
    weight = np.ones(len(gold)) if share is None else share
    strata = np.unique(np.asarray(home), return_inverse=True)[1]
    total = np.bincount(strata, weights=weight)
    apart = [
        values - (np.bincount(strata, weights=weight * values) / total)[strata]
        for values in (gold, machine)
    ]
    variance = float((weight * apart[1] ** 2).sum())
    together = float((weight * apart[0] * apart[1]).sum())
    return float(min(max(together / variance, 0.0), 1.0)) if variance > 0 else 0.0


def fractional(cell: Cell, *, finite: bool = True) -> Estimate:
    """Correct a share where the machine gives fractions.

    Question: what share of the documents has the code, by gold that says yes or no?

    Parameters
    ----------
    cell : Cell
        Of one stratum: a simple random draw.
    finite : bool
        As in `frameline.measures.correction.stratified.post_stratified`.

    Returns
    -------
    Estimate

    Raises
    ------
    ValueError
        For a draw with strata, or gold that is neither 0 nor 1.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> machine = [0, 0.5] * 50
    >>> cell = cell_of(machine, range(20), [0, 1] * 10)
    >>> round(fractional(cell).value, 2)
    0.5
    """
    if len(cell.sizes) > 1 or not np.isin(cell.gold, (0, 1)).all():
        raise ValueError("needs a simple random draw, and gold that says yes or no")
    weight = _weights(cell, cell.gold, cell.machine)
    moved = cell.gold - weight * (cell.machine - cell.means[0])
    value, n = float(np.clip(moved.mean(), 0, 1)), cell.n
    gain = max(1.0, (_scatter(cell.gold) + 1) / (_scatter(moved) + 1))
    unknown = 1 - n / cell.total if finite else 1.0
    size = n * gain / unknown if unknown > 0 else np.inf

    def limits(z: float) -> tuple[float, float]:
        low, high = wilson_limits(value, size, _student(z, n - 1))
        return float(low), float(high)

    return Estimate(value, limits, n, cell.total, cell.raw, weight=float(weight.mean()))


def linear(
    cell: Cell, *, unseen: float = NET, weight: float | None = None, finite: bool = True
) -> Estimate:
    """Correct a mean over documents.

    Question: what would the mean be, if people had read all documents?

    Parameters
    ----------
    cell : Cell
        Values of any size; strata of the draw as it was made.
    unseen : float
        Squared change of a document's value by one error; 0 for none.
    weight : float, optional
        Of the machine, in place of the learned one: `GOLD_ONLY`, `CLASSICAL`, or any.
    finite : bool
        As in `frameline.measures.correction.stratified.post_stratified`.

    Returns
    -------
    Estimate
        With standard error, and degrees of freedom n less the strata.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> cell = cell_of([0, 1] * 50, range(20), [0, 1] * 10)
    >>> found = linear(cell, unseen=0, weight=CLASSICAL)
    >>> found.value, found.se
    (0.5, 0.0)
    """
    given = _weights(cell, cell.gold, cell.machine, weight)
    moved = cell.gold - given * (cell.machine - cell.means[cell.stratum])
    value, se, df = _by_strata(moved, moved, cell, unseen, finite)
    return _with_t(value, se, df, cell, cell.raw, given)


@dataclass(frozen=True)
class Claims:
    """Sums of claims by document in one cell, for ratios.

    Attributes
    ----------
    cell : Cell
        The numerators: claims with the code, or binding less dividing ones.
    gold, machine : array, gold documents
        The denominators: claims, or binding and dividing ones.
    means : array, strata
        The mean machine denominator over all documents of each stratum.
    """

    cell: Cell
    gold: Floats
    machine: Floats
    means: Floats


def per_claim(
    claims: Claims, *, unseen: float = SHARE_OF_CLAIMS, weight: float | None = None,
    finite: bool = True,
) -> Estimate:  # fmt: skip
    """Correct a ratio of sums over documents.

    Question: what share of all claims has the code, if people had coded them?

    Parameters
    ----------
    claims : Claims
    unseen : float
        Squared change of one document's ratio by one error, which counts for as many claims as
        an average document has.
    weight, finite
        As in `linear`.

    Returns
    -------
    Estimate
        NaN where people found no claim in any gold document.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> machine, size = [1, 2] * 50, np.array([4.0] * 100)
    >>> cell = cell_of(machine, range(20), [1, 2] * 10)
    >>> claims = Claims(cell, size[:20], size[:20], size[:1])
    >>> round(per_claim(claims).value, 3)
    0.375
    """
    cell = claims.cell
    shares = cell.sizes.sum(axis=1) / cell.sizes.sum()
    mine, held = shares[cell.stratum], cell.drawn.sum(axis=1)[cell.stratum]
    part = mine / held
    below, above = float(part @ claims.gold), float(part @ cell.gold)
    all_below = float(shares @ claims.means)
    raw = float(shares @ cell.means) / all_below if all_below else float("nan")
    if below == 0:
        return _with_t(float("nan"), float("nan"), 1.0, cell, raw, np.zeros(1))
    first = above / below
    wrong = cell.gold - first * claims.gold
    by_machine = cell.machine - first * claims.machine
    given = _weights(cell, wrong, by_machine, weight)
    top = cell.gold - given * (cell.machine - cell.means[cell.stratum])
    bottom = claims.gold - given * (claims.machine - claims.means[cell.stratum])
    base = float(part @ bottom)
    value = float(part @ top) / base
    error = unseen * below**2
    _, se, df = _by_strata(top - value * bottom, top, cell, error, finite)
    return _with_t(value, se / abs(base), df, cell, raw, given)


def unequal(
    gold: npt.ArrayLike, machine: npt.ArrayLike, probability: npt.ArrayLike, mean: float,
    total: int, *, unseen: float = YES_NO, weight: float | None = None,
) -> Estimate:  # fmt: skip
    """Correct a mean where each document had a probability of its own to be drawn.

    Question: what would the mean be over all documents, each gold one standing for its like?

    Parameters
    ----------
    gold, machine, probability : array, gold documents
    mean : float
        Mean machine value over all documents.
    total : int
        All documents.
    unseen, weight
        As in `linear`.

    Returns
    -------
    Estimate

    Examples
    --------
    >>> found = unequal([0, 1, 0, 1], [0, 1, 0, 1], [0.1, 0.1, 0.2, 0.2], 0.4, 30)
    >>> round(found.value, 3)
    0.4
    """
    y, f, p = (np.asarray(value, dtype=float) for value in (gold, machine, probability))
    share, n = (1 / p) / (1 / p).sum(), len(y)
    given = weights_of(y, f, np.zeros(n), weight, share)
    moved = y - given * (f - mean)
    value = float(share @ moved)
    squares = share**2
    variance = n / (n - 1) * float(squares @ (moved - value) ** 2)
    variance += unseen * float(squares.sum()) / (n - 1)
    df = 1 / float(squares.sum()) - 1
    se = float(np.sqrt(variance))
    return Estimate(value, _limits(value, se, df), n, total, mean, se, df, float(given.mean()))


def _weights(cell: Cell, gold: Floats, machine: Floats, fixed: float | None = None) -> Floats:
    """Learned weights; none where a stratum is gold from end to end and needs no machine."""
    found = weights_of(gold, machine, cell.stratum, fixed)
    known = cell.drawn.sum(axis=1) >= cell.sizes.sum(axis=1)
    return np.where(known[cell.stratum], 0.0, found) if fixed is None else found


def _by_strata(
    scattered: Floats, moved: Floats, cell: Cell, unseen: float, finite: bool
) -> tuple[float, float, float]:
    """Mean of `moved`, the standard error by the scatter of the other, degrees of freedom."""
    size, held = cell.sizes.sum(axis=1), cell.drawn.sum(axis=1).astype(float)
    strata = len(size)
    share = size / size.sum()
    centre = np.bincount(cell.stratum, weights=scattered, minlength=strata) / held
    apart = (scattered - centre[cell.stratum]) ** 2
    scatter = np.bincount(cell.stratum, weights=apart, minlength=strata) + unseen / strata
    # what the machine takes for granted of unread documents may be wrong, known ones cannot be
    unknown = np.maximum(1 - held / size, 0) if finite else np.ones(strata)
    variance = share**2 * unknown * scatter / (held * np.maximum(held - 1, 1))
    means = np.bincount(cell.stratum, weights=moved, minlength=strata) / held
    return float(share @ means), float(np.sqrt(variance.sum())), float(cell.n - strata)


def _with_t(value: float, se: float, df: float, cell: Cell, raw: float, weight: Floats) -> Estimate:
    limits = _limits(value, se, df)
    return Estimate(value, limits, cell.n, cell.total, raw, se, df, float(weight.mean()))


def _limits(value: float, se: float, df: float) -> Callable[[float], tuple[float, float]]:
    def limits(z: float) -> tuple[float, float]:
        half = _student(z, df) * se
        return value - half, value + half

    return limits


def _student(z: float, df: float) -> float:
    """Quantile of Student's t with the level of a normal quantile."""
    return float(-special.stdtrit(max(df, 1), NormalDist().cdf(-z)))


def _scatter(values: Floats) -> float:
    return float(((values - values.mean()) ** 2).sum())
