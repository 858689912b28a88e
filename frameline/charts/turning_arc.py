"""The argument of one text: its running balance from end to end, with the turn labelled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import SMALL, Scale, line, marks, need, signed, write

HEIGHT = 1.12
TOP, BOTTOM, LEFT, RIGHT = 0.24, 0.1, 0.02, 0.4
SHADE, ABOVE, BELOW = "#ecebe2", "#dbe5ef", "#f6e3d3"
LABEL = 0.09


def turning_arc(
    ax: Axes, table: pd.DataFrame, *, turn: Mapping[str, Any] | None = None, label: str = ""
) -> Axes:
    """Show how the argument of a text runs, and where it turns.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(HEIGHT)`.
    table : DataFrame
        One row per claim in reading order: `position` (0 to 100), `running` (binding minus dividing
        claims so far), `conceded` (bool).
    turn : mapping, optional
        `position` and `running` of the last claim before the turn.
    label : str
        What is written at the turn.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: up where claims bind, down where they divide; conceded
        stretches on a ground.
    """
    need(table, ("position", "running", "conceded"), "turning_arc")
    width, height = page(ax)
    x = np.concatenate([[0.0], table["position"].to_numpy(dtype=float)])
    y = np.concatenate([[0.0], table["running"].to_numpy(dtype=float)])
    across = Scale(0, 100, LEFT, width - RIGHT)
    upward = Scale(y.min(), y.max(), height - BOTTOM, TOP)
    _grounds(ax, across(x), upward, table["conceded"].astype(bool).to_numpy(), height)
    _path(ax, across(x), upward(y), float(upward(0)))
    _ends(ax, across, upward, float(y[-1]))
    if turn is not None and label:
        _turn(ax, across, upward, turn, label)
    return ax


def _grounds(ax: Axes, x: np.ndarray, upward: Scale, granted: np.ndarray, height: float) -> None:
    """Shade what the author concedes, and draw the line of nought."""
    change = np.flatnonzero(np.diff(np.concatenate([[0], granted.astype(int), [0]])))
    for first, last in zip(change[::2], change[1::2], strict=True):
        left, right = float(x[first]), float(x[last])
        ax.add_patch(Rectangle((left, TOP), right - left, height - BOTTOM - TOP, fc=SHADE,
                               ec="none", zorder=0, label="conceded"))  # fmt: skip
    zero = float(upward(0))
    line(ax, [x[0], x[-1]], [zero, zero], color=QUIET, lw=0.7, label="zero")


def _path(ax: Axes, x: np.ndarray, y: np.ndarray, zero: float) -> None:
    """Draw the line, its parts in the colour of the side that they pull to."""
    ax.fill_between(x, y, zero, where=y <= zero, fc=ABOVE, ec="none", interpolate=True, zorder=1)
    ax.fill_between(x, y, zero, where=y >= zero, fc=BELOW, ec="none", interpolate=True, zorder=1)
    for place, step in enumerate(np.diff(y)):
        colour = BINDING if step < 0 else DIVIDING if step > 0 else QUIET
        ends = slice(place, place + 2)
        line(ax, list(x[ends]), list(y[ends]), color=colour, lw=1.6, zorder=3, label="arc")


def _ends(ax: Axes, across: Scale, upward: Scale, end: float) -> None:
    """Mark where the line ends, and by how much."""
    colour = BINDING if end > 0 else DIVIDING if end < 0 else QUIET
    y = float(upward(end))
    marks(ax, across.stop, y, size=4.5, colour=colour, label="end")
    write(ax, across.stop + 0.08, y, signed(end), color=colour, weight="semibold")


def _turn(ax: Axes, across: Scale, upward: Scale, turn: Mapping[str, Any], label: str) -> None:
    """Mark the turn, and name it above the drawing, joined by a thin line."""
    x, y = float(across(turn["position"])), float(upward(turn["running"]))
    said = fit_text(label, across.stop - across.start, size=SMALL, weight="semibold")
    half = text_width(said, SMALL, "semibold") / 2
    middle = min(max(x, across.start + half), across.stop - half)
    line(ax, [x, x], [LABEL + 0.07, y], color=INK, lw=0.6, zorder=4, label="leader")
    marks(ax, x, y, size=4.5, filled=False, label="turn")
    write(ax, middle, LABEL, said, size=SMALL, weight="semibold", ha="center")
