"""Labels beside the marks of a scatter plot: each near its own, none over another.

Everything is measured in inches on a sheet, y downwards. A label that finds no room beside its
mark may stand farther off, with a leader; one that is not worth a leader is left out instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
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
        boxes = [boxes[i] for i in self._free(boxes)]
        boxes = [boxes[i] for i in self._reached(point, boxes)]
        reaches = [_apart(point, _nearest(point, box)) for box in boxes]
        cost, box = inf, None
        for index in np.argsort(reaches, kind="stable"):
            if reaches[index] > cost + 1e-8:  # a label costs at least its reach
                break
            found = self._cost(point, boxes[index])
            if found < cost:
                cost, box = found, boxes[index]
        return (cost, box) if cost <= most and box is not None else (otherwise, None)

    def _everywhere(self, size: Point) -> list[Box]:
        """Return places all over the frame, for a label that has none near its mark."""
        left, top, right, bottom = self.around.frame
        starts = product(np.arange(left, right - size[0], 0.08), np.arange(top, bottom, 0.07))
        return [(float(x), float(y), float(x) + size[0], float(y) + size[1]) for x, y in starts]

    def _free(self, boxes: Sequence[Box]) -> list[int]:
        """Which places lie in the frame and meet no text, no mark and no leader."""
        places = np.array(boxes, dtype=float).reshape(-1, 4)
        left, top, right, bottom = places.T[:, :, None]
        frame = self.around.frame
        inside = (places[:, :2] >= frame[:2]).all(axis=1) & (places[:, 2:] <= frame[2:]).all(axis=1)
        # A leader is a row of points: boxes without an extent.
        points = [(*p, *p) for leader in self.leaders for p in leader]
        taken = np.array([*self.boxes, *points], dtype=float).reshape(-1, 4).T
        met = (left < taken[2]) & (taken[0] < right) & (top < taken[3]) & (taken[1] < bottom)
        return [int(i) for i in np.flatnonzero(inside & ~met.any(axis=1))]

    def _reached(self, point: Point, boxes: Sequence[Box]) -> list[int]:
        """Which places can be reached by a leader that runs through no text and no other mark."""
        own = mark_box(point)
        paths = np.array([_path(point, _nearest(point, box)) for box in boxes]).reshape(-1, 12, 2)
        x, y = paths[:, :, :1], paths[:, :, 1:]
        left, top, right, bottom = np.array([b for b in self.boxes if b != own]).reshape(-1, 4).T
        held = (left < x) & (x < right) & (top < y) & (y < bottom)
        away = (x <= own[0]) | (x >= own[2]) | (y <= own[1]) | (y >= own[3])
        return [int(i) for i in np.flatnonzero(~(held & away).any(axis=(1, 2)))]

    def _cost(self, point: Point, box: Box) -> float:
        """How far off a label is, and how much it disturbs or misleads."""
        end = _nearest(point, box)
        reach = _apart(point, end)
        crossed = sum(meet(box, other) for other in self.around.lines)
        if reach > TOUCHING:
            path = _path(point, end)
            crossed += _run_through(path, self.around.lines)
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


def _run_through(path: Sequence[Point], boxes: Sequence[Box]) -> int:
    """Return how many boxes a leader runs through."""
    points = np.array(path)[:, None]
    low, high = np.minimum(points[:-1], points[1:]), np.maximum(points[:-1], points[1:])
    sides = np.array(boxes, dtype=float).reshape(-1, 4)
    met = (low < sides[:, 2:]) & (sides[:, :2] < high)
    return int(met.all(axis=2).any(axis=0).sum())


def _straddles(box: Box, start: Point, end: Point) -> bool:
    """Whether the corners of a box lie on both sides of a line."""
    wide, tall = end[0] - start[0], end[1] - start[1]
    corners = product((box[0], box[2]), (box[1], box[3]))
    sides = [wide * (y - start[1]) - tall * (x - start[0]) for x, y in corners]
    return min(sides) < 0 < max(sides)
