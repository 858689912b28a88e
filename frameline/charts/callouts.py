"""Labels beside the marks of a scatter plot: each near its own, none over another.

Everything is measured in inches on a sheet, y downwards. A label that finds no room beside its
mark may stand farther off, with a leader; one that is not worth a leader is left out instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import hypot, inf

import numpy as np

Box = tuple[float, float, float, float]  # left, top, right, bottom
Point = tuple[float, float]

RADIUS = 0.055  # room of a mark
TOUCHING = 2 * RADIUS  # a label nearer than this needs no leader
#: Directions in which a label may stand from its mark, sideways first.
AROUND = (
    *((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)),
    *((0.5, -1), (-0.5, -1), (0.5, 1), (-0.5, 1)),
)
DISTANCES = (0.06, 0.13, 0.22, 0.33, 0.46, 0.62, 0.8)
BESIDE = 0.25  # the most a label without a leader may cost
LOST, MISSED = 10.0, 0.3  # what a label costs that finds no place: an important one, another


@dataclass(frozen=True)
class Callout:
    """A label to be placed: its mark, its size, and whether it is worth a leader."""

    point: Point
    size: Point
    far: bool = True


@dataclass(frozen=True)
class Surroundings:
    """What labels must keep inside of (`frame`), clear of (`texts`) and had better not cover.

    `lines` are thin boxes such as stems, `diagonals` pairs of points.
    """

    frame: Box
    texts: Sequence[Box] = ()
    lines: Sequence[Box] = ()
    diagonals: Sequence[tuple[Point, Point]] = ()


def place_callouts(callouts: Sequence[Callout], around: Surroundings) -> list[Box | None]:
    """Find a place for each label, or None where there is none.

    Labels are placed one after the other, in a few orders; the order that ends best is kept.

    Parameters
    ----------
    callouts : sequence of Callout
        The most important first.
    around : Surroundings

    Returns
    -------
    list of boxes (left, top, right, bottom) or None, in the order given

    Examples
    --------
    >>> sheet = Surroundings((0, 0, 2, 2))
    >>> box = place_callouts([Callout((1.0, 1.0), (0.4, 0.1))], sheet)[0]
    >>> [round(side, 3) for side in box]
    [1.065, 0.95, 1.465, 1.05]
    """
    count = len(callouts)
    if not count:
        return []
    near = [sum(_apart(a.point, b.point) < 0.6 for b in callouts) for a in callouts]
    orders = (
        range(count),
        sorted(range(count), key=lambda i: (not callouts[i].far, -near[i])),
        sorted(range(count), key=lambda i: (not callouts[i].far, near[i])),
        sorted(range(count), key=lambda i: (not callouts[i].far, callouts[i].point)),
    )
    return min((_arrange(callouts, order, around) for order in orders), key=lambda a: a[0])[1]


def leader_end(point: Point, box: Box) -> Point | None:
    """Return where the leader from a mark meets its label; None when the label touches it."""
    end = _nearest(point, box)
    return end if _apart(point, end) > TOUCHING else None


def mark_box(point: Point) -> Box:
    """Return the room of a mark."""
    return (point[0] - RADIUS, point[1] - RADIUS, point[0] + RADIUS, point[1] + RADIUS)


def meet(one: Box, two: Box) -> bool:
    """Whether two boxes share room.

    >>> meet((0, 0, 2, 2), (1, 1, 3, 3)), meet((0, 0, 1, 1), (1, 0, 2, 1))
    (True, False)
    """
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _arrange(
    callouts: Sequence[Callout], order: Iterable[int], around: Surroundings
) -> tuple[float, list[Box | None]]:
    """Place labels in one order; return what it costs, and their boxes."""
    marks = [callout.point for callout in callouts]
    taken = _Taken(around, marks, [*around.texts, *map(mark_box, marks)])
    boxes: list[Box | None] = [None] * len(callouts)
    total = 0.0
    for index in order:
        cost, box = taken.best(callouts[index])
        total += cost
        if box is not None:
            boxes[index] = box
            taken.add(callouts[index].point, box)
    return round(total, 9), boxes


@dataclass
class _Taken:
    """The sheet while labels are being placed."""

    around: Surroundings
    marks: list[Point]
    boxes: list[Box]
    leaders: list[list[Point]] = field(default_factory=list)

    def add(self, point: Point, box: Box) -> None:
        """Take the room of a label and of its leader."""
        self.boxes.append(box)
        end = leader_end(point, box)
        if end is not None:
            self.leaders.append(_path(point, end))

    def best(self, callout: Callout) -> tuple[float, Box | None]:
        """Return the cheapest free place with its cost."""
        point, size = callout.point, callout.size
        near = [_candidate(point, size, way, 0.0) for way in AROUND]
        if not callout.far:
            return self._cheapest(point, near, most=BESIDE, otherwise=MISSED)
        away = product(DISTANCES, AROUND)
        near += [_candidate(point, size, way, distance) for distance, way in away]
        cost, box = self._cheapest(point, near, most=inf, otherwise=inf)
        if box is None:
            cost, box = self._cheapest(point, self._everywhere(size), most=inf, otherwise=LOST)
        return cost, box

    def _cheapest(
        self, point: Point, boxes: Sequence[Box], *, most: float, otherwise: float
    ) -> tuple[float, Box | None]:
        free = [(self._cost(point, box), box) for box in boxes if self._free(point, box)]
        cost, box = min(free, key=lambda pair: pair[0], default=(inf, None))
        return (cost, box) if cost <= most and box is not None else (otherwise, None)

    def _everywhere(self, size: Point) -> list[Box]:
        """Return places all over the frame, for a label that has none near its mark."""
        left, top, right, bottom = self.around.frame
        starts = product(np.arange(left, right - size[0], 0.08), np.arange(top, bottom, 0.07))
        return [(float(x), float(y), float(x) + size[0], float(y) + size[1]) for x, y in starts]

    def _free(self, point: Point, box: Box) -> bool:
        """Whether a label meets no text or mark, and no leader runs through a text or mark."""
        frame = self.around.frame
        if not (box[0] >= frame[0] and box[2] <= frame[2]):
            return False
        if not (box[1] >= frame[1] and box[3] <= frame[3]):
            return False
        if any(meet(box, other) for other in self.boxes):
            return False
        if any(_holds(box, p) for leader in self.leaders for p in leader):
            return False
        own = mark_box(point)
        path = [p for p in _path(point, _nearest(point, box)) if not _holds(own, p)]
        return not any(_holds(other, p) for other in self.boxes if other != own for p in path)

    def _cost(self, point: Point, box: Box) -> float:
        """How far off a label is, and how much it disturbs or misleads."""
        end = _nearest(point, box)
        reach = _apart(point, end)
        crossed = sum(meet(box, other) for other in self.around.lines)
        if reach > TOUCHING:
            path = _path(point, end)
            crossed += sum(_runs_through(path, other) for other in self.around.lines)
        on = sum(_straddles(box, *ends) for ends in self.around.diagonals)
        nearer = sum(
            mark != point and _apart(mark, _nearest(mark, box)) < reach + 0.05
            for mark in self.marks
        )
        return round(reach + 0.15 * crossed + 0.1 * on + 0.25 * nearer, 9)


def _candidate(point: Point, size: Point, way: Point, distance: float) -> Box:
    """Return the box of a label that stands in a direction from its mark."""
    reach = RADIUS + 0.01 + distance * (0.75 if all(way) else 1.0)
    x, y = (
        round(at - length / 2 + side * (length / 2 + reach), 9)
        for at, length, side in zip(point, size, way, strict=True)
    )
    return (x, y, x + size[0], y + size[1])


def _nearest(point: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to a mark."""
    return (min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3]))


def _apart(one: Point, two: Point) -> float:
    return hypot(one[0] - two[0], one[1] - two[1])


def _path(start: Point, end: Point) -> list[Point]:
    """Return points along a leader, its ends left out."""
    steps = [step / 13 for step in range(1, 13)]
    wide, tall = end[0] - start[0], end[1] - start[1]
    return [(start[0] + wide * step, start[1] + tall * step) for step in steps]


def _holds(box: Box, point: Point) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def _runs_through(path: Sequence[Point], box: Box) -> bool:
    steps = pairwise(path)
    return any(
        meet((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])), box)
        for a, b in steps
    )


def _straddles(box: Box, start: Point, end: Point) -> bool:
    """Whether the corners of a box lie on both sides of a line."""
    wide, tall = end[0] - start[0], end[1] - start[1]
    corners = product((box[0], box[2]), (box[1], box[3]))
    sides = [wide * (y - start[1]) - tall * (x - start[0]) for x, y in corners]
    return min(sides) < 0 < max(sides)
