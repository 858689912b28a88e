"""Figures of fixed, tested geometry: every margin is given in inches."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

WIDTH = 6.3


def canvas(
    height: float,
    *,
    rows: int = 1,
    cols: int = 1,
    width: float = WIDTH,
    left: float = 0.05,
    right: float = 0.05,
    top: float = 0.05,
    bottom: float = 0.05,
    wspace: float = 0.2,
    hspace: float = 0.3,
    width_ratios: Sequence[float] | None = None,
    height_ratios: Sequence[float] | None = None,
    sharex: bool = False,
    sharey: bool = False,
) -> tuple[Figure, Any]:
    """Make a figure whose axes sit where they are told to.

    Automatic layout moves panels when a label changes, costs a third of the drawing time and
    hides labels that do not fit; fixed inches make the geometry a thing that tests can hold.

    Parameters
    ----------
    height, width : float
        Size of the figure in inches; 6.3 is the text width of the report.
    rows, cols : int
        Number of panels.
    left, right, top, bottom : float
        Margins around the panels in inches. Labels that stand outside the axes need room here.
    wspace, hspace : float
        Gaps between panels in inches.
    width_ratios, height_ratios : sequence of float, optional
        Relative sizes of columns and rows; equal when not given.
    sharex, sharey : bool
        Give all panels the scale of the first.

    Returns
    -------
    tuple
        The figure and its axes: one Axes for one panel, a flat array for one row or column, a
        (rows, cols) array otherwise.

    Raises
    ------
    ValueError
        When the margins leave no room for the panels.

    Examples
    --------
    >>> figure, axes = canvas(2.0, cols=3, left=1.0)
    >>> axes.shape, [float(side) for side in figure.get_size_inches()]
    ((3,), [6.3, 2.0])
    """
    figure = Figure(figsize=(width, height))
    FigureCanvasAgg(figure)
    widths = _shares(width - left - right - wspace * (cols - 1), cols, width_ratios)
    heights = _shares(height - top - bottom - hspace * (rows - 1), rows, height_ratios)
    axes = np.empty((rows, cols), dtype=object)
    for row in range(rows):
        y = height - top - heights[: row + 1].sum() - hspace * row
        for col in range(cols):
            x = left + widths[:col].sum() + wspace * col
            box = (x / width, y / height, widths[col] / width, heights[row] / height)
            first = axes[0, 0]
            axes[row, col] = figure.add_axes(
                box, sharex=first if sharex else None, sharey=first if sharey else None
            )
    if rows == cols == 1:
        return figure, axes[0, 0]
    return figure, axes.ravel() if 1 in (rows, cols) else axes


def panels(
    count: int, *, cols: int = 3, height: float = 2.2, wspace: float = 0.25, **options: Any
) -> tuple[Figure, list[Any]]:
    """Make a figure of small multiples, filled row by row.

    Parameters
    ----------
    count : int
        Number of panels; places left over in the last row stay empty.
    cols : int
        Panels in a row.
    height : float
        Height of one row in inches.
    wspace, **options
        As in `canvas`.

    Returns
    -------
    tuple
        The figure and the list of its `count` axes.

    Examples
    --------
    >>> figure, axes = panels(5, height=2.0)
    >>> len(axes), float(figure.get_size_inches()[1])
    (5, 4.0)
    """
    if count < 1:
        raise ValueError("Small multiples need at least one panel.")
    cols = min(cols, count)
    rows = -(-count // cols)
    figure, axes = canvas(height * rows, rows=rows, cols=cols, wspace=wspace, **options)
    places = list(np.asarray(axes, dtype=object).ravel())
    for ax in places[count:]:
        figure.delaxes(ax)
    return figure, places[:count]


def size_in_inches(ax: Any) -> tuple[float, float]:
    """Return the width and height of an Axes in inches, whatever its data limits."""
    box = ax.get_position()
    width, height = ax.figure.get_size_inches()
    return float(box.width * width), float(box.height * height)


def page(ax: Any) -> tuple[float, float]:
    """Turn an Axes into a sheet measured in inches, origin at the top left, y downwards.

    Tables with marks in them (rows of squares, matrices, label tracks) are laid out like print:
    in absolute units. Returns the sheet's width and height.
    """
    width, height = size_in_inches(ax)
    ax.set_xlim(0, width)
    ax.set_ylim(height, 0)
    ax.set_axis_off()
    return width, height


def _shares(total: float, parts: int, ratios: Sequence[float] | None) -> np.ndarray:
    """Split a length by ratios."""
    if total <= 0:
        raise ValueError(f"The margins and gaps leave {total:.2f} inches for {parts} panels.")
    weights = np.ones(parts) if ratios is None else np.asarray(ratios, dtype=float)
    if len(weights) != parts:
        raise ValueError(f"{parts} panels need {parts} ratios, not {len(weights)}.")
    return total * weights / weights.sum()
