"""Makes the pieces of a panel: words become prose, numbers plain numbers, nothing is a hole.

>>> cell = cell_of(words("year", "2001"), words("author", "Shaffer"), None)
>>> [str(item.words) for item in cell.items]
['2001', 'Shaffer']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from frameline.record.figure import Figure
from frameline.record.items import (
    AnyItem,
    Bar,
    Bars,
    Dot,
    Dots,
    Mark,
    Part,
    Path,
    Picture,
    Point,
    Row,
    Rows,
    Squares,
    Stack,
    Steps,
    Ticks,
    Words,
)
from frameline.record.panel import Band, Cell, Head
from frameline.record.prose import Prose

Said = Prose | str


def words(
    role: str, said: Said, *, claim: str = "", colour: str = "plain", runs: bool = False,
    priority: int = 0,
) -> Words:  # fmt: skip
    """Words with a role; a gist or phrase with the id of its claim.

    With ``runs`` they go on in the line of the words before: a phrase and its place.
    """
    return Words(role, _prose(said), str(claim), colour, runs, priority)


def bar(
    label: Said, value: float, text: Said, *, colour: str = "plain", strong: bool = True
) -> Bar:
    """One bar, with what it is of and the number beside it."""
    return Bar(_prose(label), float(value), _prose(text), colour, bool(strong))


def bars(rows: Iterable[Bar], *, priority: int = 0) -> Bars | None:
    """Bars below one another; nothing where there is none."""
    found = tuple(rows)
    return Bars(found, priority) if found else None


def stack(parts: Iterable[tuple[float, Said, str]], *, priority: int = 0) -> Stack | None:
    """One bar in parts: value, words, colour; nothing where all are nought."""
    found = tuple(Part(float(value), _prose(text), colour) for value, text, colour in parts)
    return Stack(found, priority) if any(part.value for part in found) else None


def squares(
    count: int, text: Said, *, colour: str = "plain", strong: bool = True, priority: int = 0
) -> Squares | None:
    """A square for each claim, with their number; nothing where there is none."""
    if not count:
        return None
    return Squares(int(count), _prose(text), colour, bool(strong), priority)


def steps(
    names: Sequence[str], marked: int, *, others: Iterable[tuple[int, Said]] = (),
    colour: str = "plain", priority: int = 0,
) -> Steps:  # fmt: skip
    """A scale with one step marked, and where others stand on it."""
    marks = tuple(Mark(int(step), _prose(label)) for step, label in others)
    return Steps(tuple(names), int(marked), marks, colour, priority)


def point(
    column: int, step: int, said: Said, *, colour: str = "plain", hollow: bool = False
) -> Point:
    """A point of a path: column and step of the scale, from nought."""
    return Point(int(column), int(step), _prose(said), colour, bool(hollow))


def path(
    names: Sequence[str], columns: Sequence[str], points: Iterable[Point], *, priority: int = 0
) -> Path:
    """A path over the columns of a panel, on a scale from the lowest step to the highest."""
    return Path(tuple(names), tuple(map(str, columns)), tuple(points), priority)


def dots(rows: Iterable[tuple[str, Said, str]], *, priority: int = 0) -> Dots | None:
    """A list of date, words and colour; nothing where it is empty."""
    found = tuple(Dot(str(date), _prose(said), colour) for date, said, colour in rows)
    return Dots(found, priority) if found else None


def ticks(said: Said, marks: Iterable[str], *, colour: str, priority: int = 0) -> Ticks:
    """How sure something is: its word and its ticks."""
    return Ticks(_prose(said), tuple(marks), colour, priority)


def picture(chart: Figure, *, priority: int = 0) -> Picture:
    """A chart that `Study.figure` made, without its headline."""
    size = chart.width_in, chart.height_in
    return Picture(chart.key, chart.alt, chart.pictures, *size, priority)


def rows(pairs: Iterable[tuple[Said, Said]], *, priority: int = 0) -> Rows | None:
    """Labels with what they stand for; nothing where there is none."""
    found = tuple(Row(_prose(label), _prose(said)) for label, said in pairs)
    return Rows(found, priority) if found else None


def head(
    said: Said, note: Said | None = None, *, colour: str = "plain", marks: Iterable[str] = ()
) -> Head:
    """The head of a band or cell, with how it is read, or with the ticks of how sure it is."""
    return Head(_prose(said), None if note is None else _prose(note), colour, tuple(marks))


def cell_of(*items: AnyItem | None, width: int = 1, head: Head | None = None) -> Cell:
    """A cell of these items; those that are missing leave no hole."""
    return Cell(tuple(item for item in items if item is not None), width, head)


def band_of(
    cells: Iterable[Cell], *, columns: int = 0, head: Head | None = None, rule: str = "thin",
    height: float = 0.0,
) -> Band | None:  # fmt: skip
    """A band of cells side by side; nothing where all of them are empty.

    Parameters
    ----------
    cells : iterable of Cell
    columns : int
        Into how many columns it is divided; what its cells take when not given.
    head, rule, height
        See `frameline.record.panel.Band`.

    Examples
    --------
    >>> band_of([cell_of(None), cell_of()]) is None
    True
    """
    found = tuple(cells)
    if not any(cell.items for cell in found):
        return None
    wide = columns or sum(cell.width for cell in found)
    return Band(found, wide, head, rule, height)


def _prose(said: Said) -> Prose:
    return Prose.of(said, "panel")
