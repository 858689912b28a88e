"""Ratio forest: words that set texts apart, with the interval of their log ratio."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text
from frameline.charts.sheet import SMALL, Scale, interval, line, marks, need, ordered, write
from frameline.charts.words import word

HEAD, ROW, GAP = 0.4, 0.205, 0.34
NAME, RIGHT = 1.5, 0.95
SMALLEST, LARGEST = 2.6, 6.0


def ratio_forest_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `ratio_forest` needs for a table."""
    return HEAD + ROW * len(table) + GAP * table["name"].nunique() + 0.12


def ratio_forest(ax: Axes, table: pd.DataFrame) -> Axes:
    """Show which words a text uses more often than the others, and how surely.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(ratio_forest_height(table))`.
    table : DataFrame
        One row per text and word: `name`, `token`, `log_ratio` (doublings), `low`, `high`,
        `n_target`, `n_reference` (occurrences); optional `dp` (0 even to 1 in one place): the
        larger the dot, the more evenly the word is spread.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: words under the name of their text.
    """
    need(
        table,
        ("name", "token", "log_ratio", "low", "high", "n_target", "n_reference"),
        "ratio_forest",
    )
    width, height = page(ax)
    most = float(np.nanmax(table[["log_ratio", "high"]].to_numpy(dtype=float)))
    scale = Scale(0, max(most, 1.0), NAME, width - RIGHT)
    for tick in scale.ticks(6):
        x = float(scale(tick))
        line(ax, [x, x], [HEAD - 0.06, height - 0.05], zorder=0, color=RULE, label="grid")
        times = f"×{2**tick:.0f}" if tick == round(tick) else ""
        write(ax, x, HEAD - 0.17, times, size=SMALL, color=QUIET, ha="center")
    write(ax, 0, HEAD - 0.17, word("times-as-often"), size=SMALL, color=QUIET)
    write(ax, width, HEAD - 0.17, word("here-others"), size=SMALL, color=QUIET, ha="right")
    sizes = pd.Series(_sizes(table), index=table.index)
    y = HEAD
    for name in ordered(table["name"]):
        write(
            ax, 0, y + GAP - 0.13, fit_text(str(name), width, weight="semibold"), weight="semibold"
        )
        y += GAP
        part = table[table["name"] == name]
        for index, row in zip(part.index, part.to_dict("records"), strict=True):
            middle = y + ROW / 2
            write(ax, NAME - 0.12, middle, fit_text(str(row["token"]), NAME - 0.2), ha="right")
            ends = np.clip([row["low"], row["high"]], scale.low, scale.high).astype(float)
            interval(ax, float(scale(ends[0])), float(scale(ends[1])), middle, color=INK)
            at = float(scale(np.clip(row["log_ratio"], scale.low, scale.high)))
            marks(ax, at, middle, size=float(sizes[index]), label="word")
            counts = f"{int(row['n_target'])} : {int(row['n_reference'])}"
            write(ax, width, middle, counts, size=SMALL, color=QUIET, ha="right")
            y += ROW
    return ax


def _sizes(table: pd.DataFrame) -> np.ndarray:
    """Diameters in points: an evenly spread word has the largest dot."""
    if "dp" not in table:
        return np.full(len(table), 4.5)
    even = 1 - np.clip(table["dp"].to_numpy(dtype=float), 0, 1)
    return SMALLEST + (LARGEST - SMALLEST) * np.nan_to_num(even, nan=0.0)
