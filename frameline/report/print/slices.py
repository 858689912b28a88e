"""How a chart taller than a page is cut into pieces that pages hold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

#: How much smaller a chart may be drawn so that it takes one page less: not at all, see pages.py.
SCALES = (1.0,)
#: What it costs to draw a chart smaller, against 1,000 for a further page.
SMALLER = 800.0
#: A piece below this share of a page is an orphan.
ORPHAN = 0.2

#: A line this close (inches) below more blank than stands under it heads what follows.
LINE = 0.5


class Slices(NamedTuple):
    """The pieces of a chart, in inches from its top, and the scale they are drawn in."""

    pieces: Sequence[tuple[float, float]]
    scale: float


def sliced(
    height: float, breaks: Sequence[tuple[float, float]], head: float, first: float, others: float
) -> Slices:
    """Which pieces of a chart fill the fewest pages, cut where most is blank?

    Parameters
    ----------
    height : float
        Of the chart, in inches.
    breaks : sequence of pair of float
        Where it may be cut, from top to bottom, and how much is blank there.
    head : float
        How much of its top each further piece repeats.
    first, others : float
        What a page holds of the first and of a further piece, in inches.

    Returns
    -------
    Slices
        One piece where nothing has to be cut, or where no cut makes pieces that fit.

    Examples
    --------
    >>> sliced(10, [(2, 0.1), (4, 0.3), (6, 0.1), (8, 0.3)], 0.5, 5, 6.5)
    Slices(pieces=[(0.0, 4), (4, 10)], scale=1.0)
    """
    best, cheapest = Slices([(0.0, height)], 1.0), math.inf
    for scale in SCALES:
        pieces, cost = _best(height, breaks, head, first / scale, others / scale)
        if cost + SMALLER * (1 - scale) < cheapest:
            best, cheapest = Slices(pieces, scale), cost + SMALLER * (1 - scale)
    return best


def _best(
    height: float, breaks: Sequence[tuple[float, float]], head: float, first: float, others: float
) -> tuple[list[tuple[float, float]], float]:
    """The pieces of least cost, and their cost: endless where one would not fit."""
    places = [0.0, *(place for place, _ in breaks if head < place < height), height]
    white = dict(breaks)
    most = max(white.values(), default=1.0)
    heads = {
        place
        for (before, above), (place, blank) in pairwise(breaks)
        if above > 1.2 * blank and place - before < LINE
    }
    costs, before = [0.0], [0]
    for end in range(1, len(places)):
        costs.append(math.inf)
        before.append(0)
        for start in range(end):
            room = others - head if start else first
            used = (places[end] - places[start]) / room
            if used > 1 + 1e-9:
                continue
            cost = costs[start] + 1000.0
            cost += 60.0 * (used < ORPHAN)
            if end < len(places) - 1:
                cost += 50.0 * (1 - used) + 100.0 * (1 - white[places[end]] / most)
                cost += 200.0 * (places[end] in heads)
            if cost < costs[end]:
                costs[end], before[end] = cost, start
    if math.isinf(costs[-1]):
        return [], math.inf
    pieces: list[tuple[float, float]] = []
    end = len(places) - 1
    while end:
        pieces.insert(0, (places[before[end]], places[end]))
        end = before[end]
    return pieces, costs[-1]
