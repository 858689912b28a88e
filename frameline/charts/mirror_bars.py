"""Mirror bars: how much each reason divides and binds in each text, one panel a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.callouts import Box, Callout, Surroundings, leader_end, place_callouts
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, line_height, text_width, wrap_text
from frameline.charts.sheet import SMALL, TINY, label_of, line, need, number, ordered, pale, write
from frameline.charts.words import word

HEAD, SIDES, ROW, FOOT = 0.5, 0.22, 0.29, 0.34
NAME, GAP, COUNT = 1.18, 0.12, 0.2
THICK = 0.135
#: More texts than these stand below one another, beside the reasons that are given first.
COLUMNS = 6
#: No sheet shows more rows.
MOST = 24
STRIPE, ALL = "#f4f4f0", "#3d4f5f"
COLOURS = {"binding": BINDING, "dividing": DIVIDING, "all": ALL}
_NEEDED = ("name", "code", "side", "share", "leads")


@dataclass(frozen=True)
class _Grid:
    """What stands across and what down, and how much of either is left out."""

    across: list[Any]
    down: list[Any]
    turned: bool
    more: int

    def place(self, name: Any, code: Any) -> tuple[int, int] | None:
        """Column and row of a text's reason; None where it is left out."""
        across, down = (code, name) if self.turned else (name, code)
        if across in self.across and down in self.down:
            return self.across.index(across), self.down.index(down)
        return None


def _grid(table: pd.DataFrame, order: Sequence[Any] | None) -> _Grid:
    names, codes = ordered(table["name"]), ordered(table["code"], order)
    turned = len(names) > COLUMNS
    across, down = (codes[:COLUMNS], names) if turned else (names, codes)
    return _Grid(across, down[:MOST], turned, max(0, len(down) - MOST))


def mirror_bars_height(table: pd.DataFrame, order: Sequence[Any] | None = None) -> float:
    """Return the height in inches that `mirror_bars` needs for a table."""
    return HEAD + SIDES + ROW * len(_grid(table, order).down) + FOOT


@dataclass(frozen=True)
class _Panels:
    """Where the panels stand, and the one scale that all of them share."""

    wide: float
    left_room: float
    inch: float

    def left(self, column: int) -> float:
        return NAME + self.wide * column

    def zero(self, column: int) -> float:
        return self.left(column) + COUNT + self.left_room * self.inch


def _panels(table: pd.DataFrame, width: float, columns: int) -> _Panels:
    most = table.dropna(subset=["share"]).groupby("side")["share"].max()
    left = float(most.get("dividing", 0.0))
    right = float(max(most.get("binding", 0.0), most.get("all", 0.0)))
    wide = (width - NAME) / columns
    room = wide - GAP - 2 * COUNT
    return _Panels(wide, left, room / (left + right) if left + right else 0.0)


def mirror_bars(
    ax: Axes,
    table: pd.DataFrame,
    *,
    labels: Mapping[Any, str] | None = None,
    years: Mapping[Any, str] | None = None,
    order: Sequence[Any] | None = None,
    brackets: Sequence[tuple[Any, Any, Any]] = (),
    message: tuple[Any, Any, str, str] | None = None,
) -> Axes:
    """Show how much of each text divides, and how much binds, by each reason.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(mirror_bars_height(table, order))`.
    table : DataFrame
        One row per text, reason and side: `name`, `code`, `side` ("binding", "dividing", or "all"
        where there are no sides), `share` of the text's claims, `leads` (the commonest of that
        side in that text: drawn in the strong colour).
    labels, years : mapping, optional
        What to call the codes; the year of each text.
    order : list of codes, optional
        The reasons from top to bottom. More than `COLUMNS` texts stand below one another, beside
        the first `COLUMNS` reasons; of more than `MOST` rows the rest is counted at the foot.
    brackets : list of (code, name, name)
        Changes between two texts that are clear.
    message : (name, code, side, words), optional
        The one bar that carries the message of the chart, and what is written beside it.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: dividing to the left, binding to the right, one scale.
    """
    need(table, _NEEDED, "mirror_bars")
    width, _ = page(ax)
    grid = _grid(table, order)
    panels = _panels(table, width, len(grid.across))
    top = HEAD + SIDES
    foot = top + ROW * len(grid.down)
    _rows(ax, grid, top, width, labels)
    taken = _heads(ax, grid, panels, foot, labels, years or {}, table)
    ends: dict[tuple[Any, Any, str], tuple[float, float]] = {}
    for row in table.to_dict("records"):
        place = grid.place(row["name"], row["code"])
        if place is not None and row["share"] > 0:
            y = top + ROW * (place[1] + 0.5)
            end, boxes = _bar(ax, row, panels.zero(place[0]), y, panels.inch)
            ends[row["name"], row["code"], row["side"]] = end, y
            taken += boxes
    for code, start, stop in brackets:
        _bracket(ax, grid, panels, top, (start, code), (stop, code))
    if message is not None and message[:3] in ends:
        _message(ax, ends[message[:3]], message[3], taken, (NAME, top, width, foot))
    said = word("mirror-foot")
    more = f" · {word('more-in-the-data', count=grid.more)}" if grid.more else ""
    write(ax, 0, foot + 0.14, fit_text(said + more, width, size=TINY), size=TINY,
          color=QUIET)  # fmt: skip
    return ax


def _rows(
    ax: Axes, grid: _Grid, top: float, width: float, labels: Mapping[Any, str] | None
) -> None:
    """Name the rows, every other of them on a stripe."""
    for place, what in enumerate(grid.down):
        y = top + ROW * place
        if place % 2 == 0:
            ax.add_patch(Rectangle((0, y), width, ROW, fc=STRIPE, ec="none", zorder=0))
        said = str(what) if grid.turned else label_of(what, labels)
        write(ax, 0.04, y + ROW / 2, fit_text(said, NAME - 0.14))


def _heads(
    ax: Axes,
    grid: _Grid,
    panels: _Panels,
    foot: float,
    labels: Mapping[Any, str] | None,
    years: Mapping[Any, str],
    table: pd.DataFrame,
) -> list[Box]:
    """Head each panel with its text and the two sides, and draw its line of nought."""
    taken: list[Box] = []
    sides = set(table["side"])
    for column, what in enumerate(grid.across):
        left, zero, room = panels.left(column), panels.zero(column), panels.wide - GAP
        year = "" if grid.turned else years.get(what, "")
        said = label_of(what, labels) if grid.turned else str(what)
        _head(ax, left, said, year, room)
        y = HEAD + 0.1
        if "dividing" in sides:
            said = fit_text(word("mirror-divides"), zero - left - 0.04, size=SMALL)
            write(ax, zero - 0.04, y, said, size=SMALL, color=DIVIDING, ha="right")
        if "binding" in sides:
            said = fit_text(word("mirror-binds"), left + room - zero - 0.04, size=SMALL)
            write(ax, zero + 0.04, y, said, size=SMALL, color=BINDING)
        line(ax, [zero, zero], [HEAD + 0.02, foot], color=RULE, lw=0.9, zorder=2, label="nought")
        taken.append((zero - 0.01, HEAD, zero + 0.01, foot))
    return taken


def _head(ax: Axes, left: float, said: str, year: str, room: float) -> None:
    """Write what a panel is of, a year above its author."""
    rest = " ".join(said.replace(year, "").split()) if year else said
    step = line_height(SMALL, 1.3)
    if year:
        write(ax, left, 0.12, year, size=11, weight="bold")
    lines = wrap_text(rest or said, room, size=SMALL, max_lines=1 if year else 2)
    write(ax, left, 0.32 if year else 0.3 - step / 4, lines, size=SMALL)


def _bar(
    ax: Axes, row: Mapping[Any, Any], zero: float, y: float, inch: float
) -> tuple[float, list[Box]]:
    """Draw one bar with its per cent; return where it ends and what room it takes."""
    side, away = row["side"], -1 if row["side"] == "dividing" else 1
    colour = COLOURS[side]
    long = row["share"] * inch
    left = zero - long if away < 0 else zero
    face = colour if row["leads"] else pale(colour, 0.52)
    bar = Rectangle((left, y - THICK / 2), long, THICK, fc=face, ec="none", zorder=3, label=side)
    ax.add_patch(bar)
    end = zero + away * long
    said = number(100 * row["share"]) if row["share"] >= 0.005 else f"<{number(1)}"
    weight = "semibold" if row["leads"] else "normal"
    write(ax, end + away * 0.035, y, said, size=SMALL, weight=weight,
          color=INK if row["leads"] else QUIET, ha="right" if away < 0 else "left")  # fmt: skip
    wide = text_width(said, SMALL, weight)
    start = end + away * 0.035
    texts = (min(start, start + away * wide), y - 0.06, max(start, start + away * wide), y + 0.06)
    return end, [(left, y - THICK / 2, left + long, y + THICK / 2), texts]


def _bracket(
    ax: Axes, grid: _Grid, panels: _Panels, top: float, one: tuple[Any, Any], two: tuple[Any, Any]
) -> None:
    """Join two texts whose difference is clear, under the bars of a reason."""
    places = [grid.place(*one), grid.place(*two)]
    if grid.turned or None in places:
        return
    (first, row), (last, _) = places  # type: ignore[misc]
    y = top + ROW * (row + 1) - 0.045
    x = [panels.zero(first), panels.zero(first), panels.zero(last), panels.zero(last)]
    line(ax, x, [y - 0.03, y, y, y - 0.03], color=INK, lw=0.9, zorder=4, label="bracket")


def _message(
    ax: Axes, mark: tuple[float, float], said: str, taken: Sequence[Box], frame: Box
) -> None:
    """Write the message of the chart beside the bar that carries it."""
    tall = line_height(TINY)
    lines = wrap_text(said, 1.15, size=TINY, weight="semibold").split("\n")
    wide = max(text_width(one, TINY, "semibold") for one in lines)
    callout = Callout(mark, (wide + 0.08, tall * len(lines) + 0.03))
    box = place_callouts([callout], Surroundings(frame, texts=list(taken)))[0]
    if box is None:
        return
    middle = (box[1] + box[3]) / 2
    write(ax, box[0] + 0.04, middle, "\n".join(lines), size=TINY, weight="semibold", zorder=6)
    end = leader_end(mark, box)
    if end is not None:
        line(ax, *zip(mark, end, strict=True), color=INK, lw=0.6, zorder=4, label="leader")
