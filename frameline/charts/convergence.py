"""Convergence: how large each reason is by one way of counting, against another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET
from frameline.charts.callouts import (
    Box,
    Callout,
    Point,
    Surroundings,
    leader_end,
    mark_box,
    meet,
    place_callouts,
)
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    label_of,
    line,
    marks,
    need,
    need_room,
    ordered,
    percent,
    write,
)
from frameline.charts.words import word

NEEDED = ("name", "code", "x", "y")
TALL, SINK = 0.132, 0.003  # room of a line in this size, and how far it lies below its middle
EDGES = 0.1  # what `canvas` leaves above and below the axes
HEADER, PLOT, FOOTER, GAP = 0.58, 1.75, 0.38, 0.14
TICKS, BETWEEN = 0.34, 0.26


@dataclass(frozen=True)
class _Panel:
    """One panel of the sheet: its scales in inches."""

    x: Scale
    y: Scale

    @property
    def frame(self) -> Box:
        """The plot, from edge to edge."""
        return (self.x.start, self.y.stop, self.x.stop, self.y.start)


def convergence_height(table: pd.DataFrame, *, cols: int = 2) -> float:
    """Return the height in inches that `convergence` needs for a table."""
    return EDGES + _sheet_height(len(ordered(_tidy(table)["name"])), cols)


def convergence(
    ax: Axes,
    table: pd.DataFrame,
    *,
    axes: tuple[str, str] | None = None,
    corners: tuple[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    always: float = 0.04,
    cols: int = 2,
) -> Axes:
    """Show the share of each reason by two ways of counting, one panel per text.

    Points on the diagonal have the same share both ways; a thin stem shows how far off a point
    is. Labels stand beside their marks, or at the end of a leader, and never overlap.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(convergence_height(table))`.
    table : DataFrame
        One row per text and reason: `name` (of the text), `code`, `x` and `y` (shares, 0 to 1);
        optional `subtitle` (second line over the panel, such as the numbers behind the shares).
        Reasons with two shares of 0 are not drawn.
    axes : pair of str
        What the x and the y axis count.
    corners : pair of str
        What it means to lie below and above the diagonal.
    labels, colours : mapping, optional
        What to call the reasons; colours of their marks.
    always : float
        A reason that is off the diagonal by this share or more is labelled wherever there is
        room; a reason nearer to it only where its label fits right beside the mark.
    cols : int
        Panels in a row.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.

    Raises
    ------
    ValueError
        When the table is empty, lacks a column, holds a reason of a text twice or a value that is
        no share, or the axes are too low.
    """
    data = _tidy(table)
    width, height = page(ax)
    axes = axes or (word("share-of-claims"), word("share-of-keywords"))
    corners = corners or (word("claims-say-more"), word("keywords-say-more"))
    names = ordered(data["name"])
    need_room(height, _sheet_height(len(names), cols), "convergence")
    top = min(1.0, float(np.ceil((data[["x", "y"]].to_numpy().max() + 0.01) * 20)) / 20)
    cols = min(cols, len(names))
    wide = (width - BETWEEN * (cols - 1)) / cols
    for place, name in enumerate(names):
        left = (wide + BETWEEN) * (place % cols)
        head = (HEADER + PLOT + FOOTER + GAP) * (place // cols)
        base = head + HEADER + PLOT
        panel = _Panel(
            Scale(0, top, left + TICKS, left + wide - 0.08), Scale(0, top, base, base - PLOT)
        )
        rows = data[data["name"] == name]
        _frame(ax, panel, rows, head, axes)
        _points(ax, panel, rows, colours or {})
        _labels(ax, panel, rows, corners, labels, always)
    return ax


def _sheet_height(panels: int, cols: int) -> float:
    rows = -(-panels // cols)
    return rows * (HEADER + PLOT + FOOTER) + (rows - 1) * GAP


def _tidy(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows to draw, those farthest off the diagonal first within a text."""
    data = need(table, NEEDED, "convergence").copy()
    data["name"], data["code"] = data["name"].astype(str), data["code"].astype(str)
    for column in ("x", "y"):
        data[column] = pd.to_numeric(data[column]).astype(float)
        if not data[column].between(0, 1).all():
            raise ValueError(f"convergence: {column} holds a value that is no share from 0 to 1.")
    twice = data[data.duplicated(["name", "code"])]
    if len(twice):
        name, code = twice["name"].iloc[0], twice["code"].iloc[0]
        raise ValueError(f"convergence: {name!r} has {code!r} more than once.")
    data = need(data[(data["x"] > 0) | (data["y"] > 0)], NEEDED, "convergence").copy()
    data["gap"] = (data["y"] - data["x"]).abs().round(12)
    place = {name: i for i, name in enumerate(ordered(table["name"].astype(str)))}
    data["place"] = data["name"].map(place)
    return data.sort_values(["place", "gap"], ascending=[True, False], kind="stable")


def _frame(ax: Axes, panel: _Panel, rows: pd.DataFrame, head: float, axes: tuple[str, str]) -> None:
    """Draw name, numbers, both axes and the diagonal."""
    left, top, right, bottom = panel.frame
    start = left - TICKS
    room = right - start
    name = fit_text(rows["name"].iloc[0], room, weight="semibold")
    write(ax, start, head + 0.09, name, weight="semibold")
    if "subtitle" in rows:
        words = fit_text(str(rows["subtitle"].iloc[0]), room, size=SMALL)
        write(ax, start, head + 0.26, words, size=SMALL, color=QUIET)
    write(ax, start, head + 0.44, fit_text(axes[1], room, size=TINY), size=TINY, color=QUIET)
    words = fit_text(axes[0], room, size=TINY)
    write(ax, right, bottom + 0.29, words, size=TINY, color=QUIET, ha="right")
    for tick in panel.x.ticks(5):
        x, y = float(panel.x(tick)), float(panel.y(tick))
        line(ax, [x, x], [top, bottom], label="grid")
        line(ax, [left, right], [y, y], label="grid")
        text = percent(abs(tick))
        write(ax, left - 0.06, y, text, size=TINY, color=QUIET, ha="right")
        write(ax, x, bottom + 0.13, text, size=TINY, color=QUIET, ha="center")
    line(ax, [left, right], [bottom, top], color=QUIET, lw=0.8, zorder=2, label="same")


def _corners(
    ax: Axes, panel: _Panel, corners: tuple[str, str], points: Sequence[Point], stems: Sequence[Box]
) -> list[Box]:
    """Say what the two sides of the diagonal mean where nothing stands; return the room taken."""
    left, top, right, bottom = panel.frame
    boxes = []
    for text, x, edge, way in (
        (corners[1], left + 0.05, top + 0.08, 1),
        (corners[0], right - 0.05, bottom - 0.12, -1),
    ):
        words = fit_text(text, (right - left) / 2, size=TINY, style="italic")
        long = text_width(words, TINY, style="italic")
        start = x if way > 0 else x - long
        for along, step in product((0, 0.45, 0.9), (0, 0.17, 0.34)):
            at, middle = start + way * along, edge + way * step
            box = (at, middle - TALL / 2, at + long, middle + TALL / 2)
            if not any(meet(box, other) for other in (*map(mark_box, points), *stems)):
                write(ax, at, middle - SINK, words, size=TINY, style="italic", color=QUIET)
                boxes.append(box)
                break
    return boxes


def _points(ax: Axes, panel: _Panel, rows: pd.DataFrame, colours: Mapping[str, str]) -> None:
    """Draw the marks, each with a stem to the diagonal."""
    for code, x, y in zip(rows["code"], rows["x"], rows["y"], strict=True):
        at, same = float(panel.x(x)), float(panel.y(x))
        line(ax, [at, at], [same, float(panel.y(y))], color=QUIET, lw=0.6, zorder=3, label="stem")
        colour = colours.get(code, INK)
        marks(ax, at, float(panel.y(y)), colour=colour, size=4.6, zorder=5, label=f"value {code}")


def _labels(
    ax: Axes,
    panel: _Panel,
    rows: pd.DataFrame,
    corners: tuple[str, str],
    labels: Mapping[str, str] | None,
    always: float,
) -> None:
    """Write the labels where they disturb least."""
    points = [
        (float(panel.x(x)), float(panel.y(y))) for x, y in zip(rows["x"], rows["y"], strict=True)
    ]
    stems = [
        (x, min(y, float(panel.y(share))), x, max(y, float(panel.y(share))))
        for (x, y), share in zip(points, rows["x"], strict=True)
    ]
    texts = [label_of(code, labels) for code in rows["code"]]
    wanted = [
        Callout(point, (text_width(text, TINY), TALL), bool(gap >= always - 1e-9))
        for point, text, gap in zip(points, texts, rows["gap"], strict=True)
    ]
    left, top, right, bottom = panel.frame
    around = Surroundings(
        panel.frame,
        texts=_corners(ax, panel, corners, points, stems),
        lines=stems,
        diagonals=[((left, bottom), (right, top))],
    )
    for point, text, box in zip(points, texts, place_callouts(wanted, around), strict=True):
        if box is None:
            continue
        _write_on_white(ax, box, text)
        end = leader_end(point, box)
        if end is not None:
            ends = list(zip(point, end, strict=True))
            line(ax, *ends, color=QUIET, lw=0.5, zorder=4, label="leader")


def _write_on_white(ax: Axes, box: Box, text: str) -> None:
    """Write a label on a patch that covers the lines behind it, but no mark."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    patch = Rectangle((box[0], box[1] + 0.01), wide, tall - 0.02, fc="white", ec="none", zorder=3.5)
    patch.set_label("ground")
    ax.add_patch(patch)
    middle = (box[0] + wide / 2, box[1] + tall / 2 - SINK)
    write(ax, *middle, text, size=TINY, ha="center", zorder=6)
