"""Where the charts and tables of a chapter stand, so that its pages are full.

Text flows in its order. A chart or table that does not fit where it is mentioned may stand at most
one page further on while the text after it moves up. Of all such arrangements `arrange` finds the
one that leaves the least white at the feet of pages.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

Kind = Literal["heading", "text", "whole", "chart", "table", "long"]

#: How much smaller a chart may be, and what that costs against white space (in mm of it). None may:
#: the words of a chart are as small as can be read where it has the size that it was drawn in.
SCALES = {1.0: 0.0}
#: White at the foot of a page up to which nobody minds, and from which everybody does (mm).
FINE, BAD = 14.0, 45.0
#: What a page costs; a last page costs its part of it.
PAGE = 30.0
#: What the white costs that a chapter leaves when the next one opens a page; per page of it.
LEFT = 200.0
#: A last page filled to less than this part is worth smaller charts.
LITTLE = 0.3
#: What it costs to let one more piece of text, or the next section, go before a chart.
OVERTAKEN, NEXT_SECTION = 3.0, 9.0
#: A heading under which no text stands but the next heading.
STRANDED = 120.0
#: A long table must have room for its caption and some rows, and repeats its head (mm).
LONG_START, LONG_HEAD = 42.0, 8.0
#: Arrangements that are kept for each number of pieces placed.
BEAM = 12


@dataclass(frozen=True)
class Piece:
    """One piece of a chapter and the room it takes, in millimetres.

    Parameters
    ----------
    kind : str
        ``heading`` (stays with what follows), ``text``, ``whole`` (text that is not broken),
        ``chart`` or ``table`` (not broken, may move), or ``long``: a table that
        stays where it is and breaks between its rows.
    height : float
        What it takes, without the space around it.
    above, below : float
        The space around it; between two pieces the larger one holds.
    picture : float
        The part of the height that shrinks with a chart.
    line, pitch : float
        The height of one line and the distance of lines, where a text may break between them.
    """

    kind: Kind
    height: float
    above: float = 0.0
    below: float = 0.0
    picture: float = 0.0
    line: float = 0.0
    pitch: float = 0.0

    @property
    def moves(self) -> bool:
        """Whether it may stand further on than where it is mentioned."""
        return self.kind in ("chart", "table")


@dataclass(frozen=True)
class Placed:
    """A piece in its place: the how-manieth it was, and how it is set.

    It may be drawn smaller, open a page, and be broken between rows where it is not whole.
    """

    piece: int
    scale: float = 1.0
    breaks: bool = False
    whole: bool = False


Plan = Sequence[Placed]


class _State(NamedTuple):
    """An arrangement of the pieces placed so far.

    ``y`` is the foot of the last piece on its page, ``first`` the page on which each waiting chart
    or table was mentioned, ``path`` the pieces placed, last first, as nested pairs.
    """

    text: int = 0
    chart: int = 0
    table: int = 0
    page: int = 0
    y: float = 0.0
    below: float = 0.0
    cost: float = 0.0
    first: tuple[tuple[int, int], ...] = ()
    heading: bool = False
    opens: bool = False
    path: Any = None


def arrange_all(
    chapters: Sequence[Sequence[Piece]], opens: Sequence[bool], height: float, gap: float = 16.0
) -> list[list[Placed]]:
    """How do chapters that follow one another fill their pages?

    Parameters
    ----------
    chapters : sequence of sequence of Piece
        The pieces of each chapter in the order they were written.
    opens : sequence of bool
        Whether a chapter opens a page in any case. The others do so too, unless the chapter
        before leaves at least half of its last page free and running on leaves less white.
    height, gap : float
        The height of a page's text and the space above a chapter further down, in millimetres.

    Returns
    -------
    list of list of Placed
        An arrangement for each chapter; its first piece says whether it opens a page.
    """
    found, foot = [], 0.0
    for pieces, opening in zip(chapters, opens, strict=True):
        cost, best = _fitted(pieces, height, 0.0, gap)
        if not opening and 0 < foot <= height / 2:
            # On a new page it would waste what is left of the last one.
            on_cost, on = _fitted(pieces, height, foot, gap)
            if on_cost - PAGE * foot / height <= cost + LEFT * (1 - foot / height):
                best = on
        foot, placed = best.y, list(_unrolled(best.path))[::-1]
        placed[0] = replace(placed[0], breaks=placed[0].breaks or best.opens)
        found.append([replace(p, whole=pieces[p.piece].kind != "long") for p in placed])
    return found


def _fitted(
    pieces: Sequence[Piece], height: float, start: float, gap: float
) -> tuple[float, _State]:
    """The best arrangement and its cost; if little is left for a last page, of smaller charts."""
    tries = []
    for largest in SCALES:
        arranger = _Arranger(pieces, height, largest)
        best = arranger.best(start, gap)
        tries.append((arranger.total(best), -largest, best))
        if best.y > LITTLE * height or not any(piece.picture for piece in pieces):
            break
    cost, _, best = min(tries, key=lambda attempt: attempt[:2])
    return cost, best


def arrange(pieces: Sequence[Piece], height: float) -> list[Placed]:
    """Which order, scales and page breaks leave the least white?

    Parameters
    ----------
    pieces : sequence of Piece
        A chapter in the order it was written; it begins on a new page.
    height : float
        The height of a page's text, in millimetres.

    Returns
    -------
    list of Placed
        Every piece once. Texts keep their order, and so do charts and tables among themselves.

    Examples
    --------
    A chart that does not fit goes behind the text that does:

    >>> chart, *texts = Piece("chart", 60), *(Piece("text", height) for height in (60, 30, 35))
    >>> [placed.piece for placed in arrange([texts[0], chart, *texts[1:]], 100)]
    [0, 2, 1, 3]
    """
    return arrange_all([pieces], [True], height)[0]


class _Arranger:
    """Looks for the best arrangement, piece by piece."""

    def __init__(self, pieces: Sequence[Piece], height: float, largest: float = 1.0):
        self._pieces = pieces
        self._height = height
        #: The scales from the largest one on.
        self._scales = {scale: cost for scale, cost in SCALES.items() if scale <= largest}
        moving = [i for i, piece in enumerate(pieces) if piece.moves]
        self._texts = [i for i, piece in enumerate(pieces) if not piece.moves]
        self._charts = [i for i in moving if pieces[i].kind == "chart"]
        self._tables = [i for i in moving if pieces[i].kind == "table"]
        #: How many texts go before a chart or table where it was written.
        self._after = {i: sum(j < i for j in self._texts) for i in moving}

    def best(self, start: float, gap: float) -> _State:
        """The arrangement of least cost from a place on a page."""
        front = [_State(y=start, below=gap, opens=not start)]
        for _ in self._pieces:
            found: dict[tuple[int, int, int], list[_State]] = {}
            for state in front:
                for following in self._steps(state):
                    found.setdefault(following[:3], []).append(following)
            front = [state for states in found.values() for state in self._kept(states)]
        return min(front, key=self.total)

    def _kept(self, states: list[_State]) -> list[_State]:
        """The best of the arrangements that have placed the same pieces."""
        states.sort(key=self.total)
        distinct = {(s.page, round(s.y), s.first, s.heading): s for s in reversed(states)}
        return sorted(distinct.values(), key=self.total)[:BEAM]

    def total(self, state: _State) -> float:
        """What an arrangement costs, pages included."""
        return state.cost + PAGE * (state.page + state.y / self._height)

    def _steps(self, state: _State) -> Iterator[_State]:
        """All that may come next."""
        for place, queue in ((state.chart, self._charts), (state.table, self._tables)):
            if place < len(queue) and self._after[queue[place]] <= state.text:
                yield from self._moved(state, queue[place])
        if state.text < len(self._texts):
            yield from self._flowing(state, self._texts[state.text])

    def _moved(self, state: _State, index: int) -> Iterator[_State]:
        """A chart or table, in the largest size that fits and at the head of the next page."""
        piece = self._pieces[index]
        late = self._texts[self._after[index] : state.text]
        if late and state.heading:
            return  # between a heading and its text stands only what was written there
        cost = OVERTAKEN * len(late)
        cost += NEXT_SECTION * sum(self._pieces[i].kind == "heading" for i in late)
        first = tuple(pair for pair in state.first if pair[0] != index)
        chart, table = state.chart + (piece.kind == "chart"), state.table + (piece.kind == "table")
        for scale, smaller in self._sizes(state, piece) if piece.picture else [(1.0, 0.0)]:
            sized = replace(piece, height=piece.height - (1 - scale) * piece.picture)
            placed = self._put(state, index, sized, scale)
            yield placed._replace(
                chart=chart,
                table=table,
                cost=placed.cost + cost + smaller,
                first=first,
                heading=False,
            )

    def _sizes(self, state: _State, piece: Piece) -> Iterator[tuple[float, float]]:
        """The largest size, and the largest one that still fits on this page."""
        room = self._height - state.y - max(state.below, piece.above)
        for place, (scale, cost) in enumerate(self._scales.items()):
            fits = piece.height - (1 - scale) * piece.picture <= room
            if fits or not place:
                yield scale, cost
            if fits:
                return

    def _flowing(self, state: _State, index: int) -> Iterator[_State]:
        """The next text, if nothing waits for longer than a page."""
        piece = self._pieces[index]
        if piece.kind == "long" and any(i < index for i in self._tables[state.table :]):
            return  # tables keep their order
        placed = self._put(state, index, piece, 1.0)
        if any(placed.page > page + 1 for _, page in state.first):
            return
        stranded = state.heading and piece.kind == "heading" and state.text > 1
        count = state.text + 1
        waiting = tuple(
            (i, placed.page)
            for i in (*self._charts[state.chart :], *self._tables[state.table :])
            if self._after[i] == count
        )
        yield placed._replace(
            text=count,
            cost=placed.cost + STRANDED * stranded,
            first=state.first + waiting,
            heading=piece.kind == "heading",
        )

    def _put(self, state: _State, index: int, piece: Piece, scale: float) -> _State:
        """The piece below the last one if it fits, else at the head of the next page."""
        top = state.y + max(state.below, piece.above) if state.y else 0.0
        room = self._height - top
        begun = _begun(piece, room)
        path = (Placed(index, scale), state.path)
        if piece.height <= room or not (state.y or begun is not None):
            foot = min(top + piece.height, self._height)
            return state._replace(y=foot, below=piece.below, path=path)
        if begun is not None:
            # What is left goes on at the head of the next page.
            rest = piece.height - begun + (LONG_HEAD if piece.kind == "long" else 0.0)
            return self._over(state, piece, room - begun, rest, path)
        held, rest_path = _headings(state.path, self._pieces) if state.heading else ([], None)
        if not held or held[0].breaks:
            path = (Placed(index, scale, True), state.path)
            return self._over(state, piece, self._height - state.y, piece.height, path)
        # The headings above would stand alone, so they go along.
        moved = [self._pieces[placed.piece] for placed in held]
        taken = sum(p.height + p.below for p in moved)
        path = (replace(held[0], breaks=True), rest_path)
        for placed in (*held[1:], Placed(index, scale)):
            path = (placed, path)
        white = self._height - state.y + taken - moved[-1].below + moved[0].above
        return self._over(state, piece, white, taken + piece.height, path)

    def _over(self, state: _State, piece: Piece, white: float, foot: float, path: Any) -> _State:
        """The state after a piece that ends on the next page, or on one of those after."""
        pages = max(1, math.ceil(foot / self._height - 1e-9))
        return state._replace(
            page=state.page + pages,
            y=foot - (pages - 1) * self._height,
            below=piece.below,
            cost=state.cost + _white(white),
            path=path,
        )


def _unrolled(path: Any) -> Iterator[Placed]:
    while path is not None:
        placed, path = path
        yield placed


def _headings(path: Any, pieces: Sequence[Piece]) -> tuple[list[Placed], Any]:
    """The headings at the end of a path, in reading order, and what goes before them."""
    held: list[Placed] = []
    while path is not None and pieces[path[0].piece].kind == "heading":
        held.insert(0, path[0])
        path = path[1]
    return held, path


def _white(height: float) -> float:
    """What white at the foot of a page costs: nothing, something, a lot."""
    if height <= FINE:
        return 0.0
    return (height - FINE) + (40.0 + 3 * (height - BAD) if height > BAD else 0.0)


def _begun(piece: Piece, room: float) -> float | None:
    """How much of a piece stands in a room too small for it; nothing if it may not break."""
    if piece.kind == "long":
        return room if room >= LONG_START else None
    if not piece.pitch:
        return None
    lines = 1 + round((piece.height - piece.line) / piece.pitch)
    fit = min(1 + int((room - piece.line) // piece.pitch), lines - 2)
    return piece.line + (fit - 1) * piece.pitch if fit >= 2 else None
