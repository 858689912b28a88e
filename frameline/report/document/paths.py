"""Where the words at the points of a path stand, so that the line runs clear of them."""

from __future__ import annotations

from itertools import pairwise

from frameline.record.items import Path, Point


def words_above(path: Path) -> list[tuple[Point, bool]]:
    """The points of a path in reading order, and whether the words of each go above it.

    The line leaves a point, and reaches the last one, on the side on which its words do not
    stand; a hollow point right above leaves no room there.

    >>> from frameline.record.prose import Prose
    >>> said = Prose(())
    >>> steps = [Point(0, 1, said), Point(1, 2, said), Point(2, 1, said)]
    >>> [above for _, above in words_above(Path(("a", "b", "c"), ("x", "y", "z"), tuple(steps)))]
    [False, True, False]
    """
    joined = path.joined
    beside = {id(joined[-1]): joined[-2]} if len(joined) > 1 else {}
    beside |= {id(point): after for point, after in pairwise(joined)}
    held = {(point.column, point.step) for point in path.points}
    found = []
    for point in sorted(path.points, key=lambda one: (one.column, one.hollow)):
        other = beside.get(id(point))
        above = other is None or other.step < point.step
        found.append((point, above and (point.column, point.step + 1) not in held))
    return found
