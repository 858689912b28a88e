"""Null histogram: how far two texts are apart, against random permutations of their paragraphs."""

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

NEEDED = ("name_from", "name_to", "statistic", "p_holm")
HEAD, FOOT, ROW, NAME, RIGHT = 0.42, 0.28, 0.62, 1.75, 1.35
ALIKE = 0.95  # room of the second column of p
MOST_DRAWN = 0.995  # the share of the permutations that the scale has room for
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
        One row per step, as `frameline.measures.mix.mix_test` gives it, with the names of the
        texts: `name_from`, `name_to`, `statistic` (observed; about 1 on average by chance),
        `p_holm` (that is printed; NaN where a text is too short); optional `sceptical_p` (printed
        beside it: neighbouring paragraphs alike). Other columns are not read.
    draws : sequence of sequences, optional
        For each row the statistics of random permutations: drawn as a histogram.
    measure : str
        What `statistic` is.
    alpha : float
        A step with `p_holm` below it has its mark filled.

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
    dealt = [np.quantile(values, MOST_DRAWN) for values in kept if values.size]
    ends = _known([*table["statistic"].astype(float), *dealt, 1.5])
    scale = Scale(0, float(ends.max()) * 1.04, NAME, width - RIGHT)
    _axis(ax, scale, HEAD + ROW * len(table), measure, width)
    for index, row in enumerate(table.to_dict("records")):
        base = HEAD + ROW * (index + 1) - 0.12
        _name(ax, row, base - TALL / 2)
        line(ax, [scale.start, scale.stop], [base, base], label="base")
        if kept and kept[index].size:
            _bars(ax, kept[index], scale, base)
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
        ax,
        scale.start,
        HEAD - 0.14,
        measure or word("times-chance", one="1"),
        size=SMALL,
        color=QUIET,
    )
    ax.add_patch(Rectangle((scale.start, 0.05), 0.16, 0.1, fc=SHADE, ec=EDGE, lw=0.5))
    words = word("by-chance")
    write(ax, scale.start + 0.21, 0.1, words, size=SMALL)
    x = scale.start + 0.45 + text_width(words, SMALL)
    marks(ax, x, 0.1, shape="D", size=4.6, label="key")
    write(ax, x + 0.1, 0.1, word("observed"), size=SMALL)
    write(ax, width - ALIKE, HEAD - 0.14, "p", size=SMALL, color=QUIET, ha="right")
    write(ax, width, HEAD - 0.14, word("neighbours-alike"), size=TINY, color=QUIET, ha="right")


def _name(ax: Axes, row: dict, y: float) -> None:
    """Write both names, one under the other."""
    room = NAME - 0.15
    first = wrap_text(str(row["name_from"]), room, size=SMALL, max_lines=1)
    second = wrap_text(f"→ {row['name_to']}", room, size=SMALL, max_lines=1)
    write(ax, 0, y, f"{first}\n{second}", size=SMALL)


def _bars(ax: Axes, values: np.ndarray, scale: Scale, base: float) -> None:
    """Draw the histogram of the random splits as one collection."""
    counts, edges = np.histogram(values, bins=BINS, range=(scale.low, scale.high))
    if not counts.any():
        return
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


def _observed(ax: Axes, row: dict, scale: Scale, base: float, alpha: float, width: float) -> None:
    """Draw the observed value over the null and print it with its p."""
    if pd.isna(row["p_holm"]):
        text = word("too-short-to-test")
        write(ax, width, base - TALL / 2, text, size=TINY, color=QUIET, ha="right", style="italic")
        return
    clear = bool(row["p_holm"] < alpha)
    bold = "semibold" if clear else "normal"
    write(ax, width - ALIKE, base - TALL / 2, _p(row["p_holm"]), weight=bold, ha="right")
    if pd.notna(row.get("sceptical_p")):
        alike = _p(row["sceptical_p"])
        write(ax, width, base - TALL / 2, alike, size=SMALL, color=QUIET, ha="right")
    value = float(row["statistic"])
    x = float(scale(value)) if np.isfinite(value) else scale.stop
    line(ax, [x, x], [base, base - TALL], color=INK, lw=1.2, zorder=3, label="stem")
    marks(ax, x, base - TALL, shape="D", size=5, filled=clear, label="observed")
    if np.isfinite(value):
        write(ax, x + 0.08, base - TALL, number(value, 1), size=TINY)


def _p(value: float) -> str:
    """A p value as the sheet prints it."""
    return "< .001" if value < 0.001 else number(value, 3).lstrip("0") or "0"
