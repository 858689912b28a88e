"""Whether a machine could stand in for one of several people, beside one that never reads.

Each person is left out in turn: does the machine agree with the others at least as well as this
person does, allowing for the cost of people? A dummy that gives the most frequent answer without
reading passes this test on published sets, so that passing shows nothing unless the dummy fails.

Source: Calderon, Reichart & Dror 2025, The Alternative Annotator Test, arXiv 2501.10970: winning
rate and average advantage, paired t tests, Benjamini & Yekutieli 2001 (Annals of Statistics
29:1165-1188).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from frameline.measures.resampling import Floats
from frameline.measures.shift import ALPHA

ALLOWANCE = 0.15
"""By how much a person may be better before the machine loses, for people cost more."""

WINS = 0.5
"""A winning rate from which the test is passed."""

LEAST_ITEMS, LEAST_PEOPLE = 60, 3
"""Below these the result is marked: too few."""


class Standing(NamedTuple):
    """How a machine stands among people.

    Attributes
    ----------
    winning : float
        Share of the people whom it could replace; NaN where that cannot be told.
    advantage : float
        How often it agrees with the others at least as well as the person left out, averaged.
    items, people : int
    """

    winning: float
    advantage: float
    items: int
    people: int

    @property
    def passed(self) -> bool:
        """Whether at least half of the people could be replaced."""
        return self.winning >= WINS


def alternative(
    people: pd.DataFrame, machine: pd.Series, *, allowance: float = ALLOWANCE,
    alpha: float = ALPHA,
) -> Standing:  # fmt: skip
    """Leave each person out in turn and let the machine take the place.

    Question: does the machine agree with people as well as these do with one another?

    Parameters
    ----------
    people : DataFrame, items x people
        Answers; missing where somebody did not answer.
    machine : Series, items
    allowance : float
    alpha : float
        False discovery rate.

    Returns
    -------
    Standing
        Of at least three people; NaN with fewer.

    Examples
    --------
    >>> rows = [[1, 1, 0], [0, 0, 0], [1, 0, 1], [0, 1, 0]] * 20
    >>> people = pd.DataFrame(rows, columns=list("abc"), dtype=float)
    >>> alternative(people, people["a"]).winning
    1.0
    """
    given = people.to_numpy(dtype=float)
    said = machine.reindex(people.index).to_numpy(dtype=float)
    count = given.shape[1]
    if count < LEAST_PEOPLE:
        return Standing(math.nan, math.nan, len(given), count)
    p, advantage = [], []
    for place in range(count):
        mine, others = given[:, place], np.delete(given, place, axis=1)
        held = ~np.isnan(mine) & (~np.isnan(others)).any(axis=1)
        by_machine = _agreement(said[held], others[held])
        by_person = _agreement(mine[held], others[held])
        advantage.append(float((by_machine >= by_person).mean()) if held.any() else math.nan)
        p.append(_one_sided(by_person - by_machine, allowance))
    winning = float(np.mean(_discoveries(np.array(p), alpha)))
    return Standing(winning, float(np.mean(advantage)), len(given), count)


def never_reads(people: pd.DataFrame) -> pd.Series:
    """Make the answers of a machine that gives everything the most frequent answer.

    The most frequent one among the other items, so that no answer helps itself.

    Examples
    --------
    >>> people = pd.DataFrame({"a": [0.0, 0, 1], "b": [0.0, 1, 0]})
    >>> never_reads(people).tolist()
    [0.0, 0.0, 0.0]
    """
    given = people.to_numpy(dtype=float)
    yes, n = np.nansum(given), int((~np.isnan(given)).sum())
    mine, held = np.nansum(given, axis=1), (~np.isnan(given)).sum(axis=1)
    rest = np.maximum(n - held, 1)
    return pd.Series(((yes - mine) / rest > 0.5).astype(float), index=people.index)


def _agreement(one: Floats, others: Floats) -> Floats:
    """Share of the other people who say the same, item by item."""
    there = ~np.isnan(others)
    same = (others == one[:, None]) & there
    found: Floats = same.sum(axis=1) / there.sum(axis=1)
    return found


def _one_sided(lead: Floats, allowance: float) -> float:
    """P that a person leads by the allowance or more (paired t)."""
    n = len(lead)
    if n < 2:
        return 1.0
    scatter = float(lead.std(ddof=1))
    if scatter == 0:
        return 0.0 if lead.mean() < allowance else 1.0
    t = (float(lead.mean()) - allowance) / (scatter / math.sqrt(n))
    return float(special.stdtr(n - 1, t))


def _discoveries(p: Floats, alpha: float) -> np.ndarray:
    """Which hypotheses fall at this false discovery rate, whatever their dependence."""
    m = len(p)
    order = np.argsort(p)
    limits = np.arange(1, m + 1) / m * alpha / (1 / np.arange(1, m + 1)).sum()
    below = np.flatnonzero(p[order] <= limits)
    found = np.zeros(m, dtype=bool)
    if len(below):
        found[order[: below[-1] + 1]] = True
    return found
