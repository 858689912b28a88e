"""Disagreement map: where in each text coders parted, and why."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import text_width, wrap_text
from frameline.charts.sheet import SMALL, Scale, label_of, line, marks, need, ordered, write

#: Shapes and colours given to the reasons in their order.
LOOKS = (("o", DIVIDING, True), ("s", BINDING, False), ("^", QUIET, True), ("D", INK, False))
NAME, RIGHT, HEADER, FOOT, ROW = 1.35, 0.75, 0.34, 0.28, 0.42
MOST = 4


def disagreement_map_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `disagreement_map` needs for a table."""
    return HEADER + FOOT + ROW * table["name"].nunique()


def disagreement_map(
    ax: Axes,
    table: pd.DataFrame,
    *,
    order: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
) -> Axes:
    """Show where in each text coders disagreed, and for which reason.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(disagreement_map_height(table))`.
    table : DataFrame
        One row per disagreement: `name` (of the text), `position` (0 to 100 % of the text),
        `reason`. Several at one place are stacked, at most four high.
    order, labels : optional
        Reasons in order, and what to call them.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    need(table, ("name", "position", "reason"), "disagreement_map")
    width, _ = page(ax)
    reasons = ordered(table["reason"], order)
    looks = {reason: LOOKS[i % len(LOOKS)] for i, reason in enumerate(reasons)}
    scale = Scale(0, 100, NAME, width - RIGHT)
    x = NAME
    for reason, (shape, colour, filled) in looks.items():
        marks(ax, x + 0.05, 0.12, shape=shape, colour=colour, filled=filled, size=4.5)
        write(ax, x + 0.14, 0.12, label_of(reason, labels), size=SMALL)
        x += 0.36 + text_width(label_of(reason, labels), SMALL)
    for index, name in enumerate(ordered(table["name"])):
        base = HEADER + ROW * (index + 0.8)
        part = table[table["name"] == name]
        write(ax, 0, base - 0.12, wrap_text(str(name), NAME - 0.1, max_lines=2))
        line(ax, [scale.start, scale.stop], [base, base], color=RULE, label="text")
        _row(ax, part, base, scale, looks)
        write(ax, scale.stop + 0.08, base - 0.12, f"n = {len(part)}", size=SMALL, color=QUIET)
    foot = HEADER + ROW * table["name"].nunique() + 0.12
    write(ax, scale.start, foot, "start of text", size=SMALL, color=QUIET)
    write(ax, scale.stop, foot, "end", size=SMALL, color=QUIET, ha="right")
    return ax


def _row(ax: Axes, part: pd.DataFrame, base: float, scale: Scale, looks: Mapping) -> None:
    """Draw the marks of one text, stacked where they stand close together."""
    places = scale(part["position"].to_numpy(dtype=float))
    columns = np.round(places / 0.065).astype(int)
    height: dict[int, int] = {}
    for place, column, reason in zip(places, columns, part["reason"], strict=True):
        level = height.get(column, 0)
        height[column] = level + 1
        if level >= MOST:
            continue
        shape, colour, filled = looks[reason]
        y = base - 0.05 - 0.07 * level
        marks(
            ax, place, y, shape=shape, colour=colour, filled=filled, size=3.6, mew=0.8, label=reason
        )
