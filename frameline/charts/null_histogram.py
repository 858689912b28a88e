"""Null histogram: how far two texts are apart, against random splits of their paragraphs."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import text_width, wrap_text
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    line,
    marks,
    need,
    number,
    write,
)
from frameline.charts.words import word

NEEDED = ("name_from", "name_to", "js", "null_mean", "null_low", "null_high", "p")
HEAD, FOOT, ROW, NAME, RIGHT = 0.42, 0.28, 0.62, 1.75, 0.95
TALL, BINS = 0.36, 40
SHADE, EDGE = "#d5d5cf", "#858580"


def null_histogram_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `null_histogram` needs for a table."""
    return HEAD + FOOT + ROW * len(table)


def null_histogram(
    ax: Axes,
    table: pd.DataFrame,
    *,
    draws: Sequence[Sequence[float]] | None = None,
    measure: str | None = None,
    alpha: float = 0.05,
) -> Axes:
    """Show for each step whether two texts are further apart than chance would put them.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(null_histogram_height(table))`.
    table : DataFrame
        One row per step, as `frameline.measures.shift.step_tests` gives it, with the names of the
        texts: `name_from`, `name_to`, `js` (observed), `null_mean`, `null_low`, `null_high`
        (mean and interval of the random splits), `p` (that is printed); the last four may be NaN
        where a text is too short. Other columns are not read.
    draws : sequence of sequences, optional
        For each row the values of the random splits: drawn as a histogram. Without them a bar
        stands from `null_low` to `null_high`.
    measure : str
        What `js` is.
    alpha : float
        A step with `p` below it has its mark filled.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.

    Raises
    ------
    ValueError
        When the table is empty, lacks a column, or `draws` has another length.
    """
    need(table, NEEDED, "null_histogram")
    if draws is not None and len(draws) != len(table):
        raise ValueError(f"null_histogram: {len(table)} steps, but draws for {len(draws)}.")
    width, _ = page(ax)
    kept = [_known(values) for values in draws] if draws is not None else []
    ends = [table[["js", "null_high"]].to_numpy(dtype=float).ravel(), *kept, np.array([0.05])]
    scale = Scale(0, float(np.nanmax(np.concatenate(ends))) * 1.04, NAME, width - RIGHT)
    _axis(ax, scale, HEAD + ROW * len(table), measure, width)
    for index, row in enumerate(table.to_dict("records")):
        base = HEAD + ROW * (index + 1) - 0.12
        _name(ax, row, base - TALL / 2)
        line(ax, [scale.start, scale.stop], [base, base], label="base")
        if kept and kept[index].size:
            _bars(ax, kept[index], scale, base)
        elif pd.notna(row["null_low"]):
            _range(ax, row, scale, base)
        _observed(ax, row, scale, base, alpha, width)
    return ax


def _known(values: Sequence[float]) -> np.ndarray:
    found = np.asarray(values, dtype=float)
    return found[np.isfinite(found)]


def _axis(ax: Axes, scale: Scale, bottom: float, measure: str | None, width: float) -> None:
    """Write the scale that all steps share, what it is, and what the marks are."""
    for tick in scale.ticks(4):
        x = float(scale(tick))
        line(ax, [x, x], [HEAD - 0.04, bottom], zorder=0, color=RULE, label="grid")
        text = number(tick, 2).rstrip("0").rstrip(".") if tick else "0"
        write(ax, x, bottom + 0.1, text, size=TINY, color=QUIET, ha="center")
    write(
        ax, scale.start, HEAD - 0.14, measure or word("distance-in-bits"), size=SMALL, color=QUIET
    )
    ax.add_patch(Rectangle((scale.start, 0.05), 0.16, 0.1, fc=SHADE, ec=EDGE, lw=0.5))
    words = word("by-chance")
    write(ax, scale.start + 0.21, 0.1, words, size=SMALL)
    x = scale.start + 0.45 + text_width(words, SMALL)
    marks(ax, x, 0.1, shape="D", size=4.6, label="key")
    write(ax, x + 0.1, 0.1, word("observed"), size=SMALL)
    write(ax, width, HEAD - 0.14, "p", size=SMALL, color=QUIET, ha="right")


def _name(ax: Axes, row: dict, y: float) -> None:
    """Write both names, one under the other."""
    room = NAME - 0.15
    first = wrap_text(str(row["name_from"]), room, size=SMALL, max_lines=1)
    second = wrap_text(f"→ {row['name_to']}", room, size=SMALL, max_lines=1)
    write(ax, 0, y, f"{first}\n{second}", size=SMALL)


def _bars(ax: Axes, values: np.ndarray, scale: Scale, base: float) -> None:
    """Draw the histogram of the random splits as one collection."""
    counts, edges = np.histogram(values, bins=BINS, range=(scale.low, scale.high))
    tall = TALL * counts / counts.max()
    left, right = scale(edges[:-1]), scale(edges[1:])
    boxes = [
        [(x0, base), (x0, base - up), (x1, base - up), (x1, base)]
        for x0, x1, up in zip(left, right, tall, strict=True)
        if up
    ]
    bars = PolyCollection(
        boxes, zorder=2, facecolors=SHADE, edgecolors=EDGE, linewidths=0.4, label="null"
    )
    ax.add_collection(bars, autolim=False)


def _range(ax: Axes, row: dict, scale: Scale, base: float) -> None:
    """Draw the interval of the random splits, with its mean."""
    low, high, mean = (float(scale(row[key])) for key in ("null_low", "null_high", "null_mean"))
    box = (low, base - TALL * 0.6), high - low, TALL * 0.6
    ax.add_patch(Rectangle(*box, fc=SHADE, ec=EDGE, lw=0.5, zorder=2, label="null"))
    line(ax, [mean, mean], [base - TALL * 0.6, base], color=EDGE, lw=1, zorder=2.5, label="mean")


def _observed(ax: Axes, row: dict, scale: Scale, base: float, alpha: float, width: float) -> None:
    """Draw the observed value over the null and print it with its p."""
    if pd.isna(row["p"]):
        text = word("too-short-to-test")
        write(ax, width, base - TALL / 2, text, size=TINY, color=QUIET, ha="right", style="italic")
    else:
        small = "< .001" if row["p"] < 0.001 else number(row["p"], 3).lstrip("0") or "0"
        bold = "semibold" if row["p"] < alpha else "normal"
        write(ax, width, base - TALL / 2, small, weight=bold, ha="right")
    if pd.isna(row["js"]):
        return
    x = float(scale(row["js"]))
    line(ax, [x, x], [base, base - TALL], color=INK, lw=1.2, zorder=3, label="stem")
    clear = pd.notna(row["p"]) and row["p"] < alpha
    marks(ax, x, base - TALL, shape="D", size=5, filled=bool(clear), label="observed")
    write(ax, x + 0.08, base - TALL, number(row["js"], 2), size=TINY)
