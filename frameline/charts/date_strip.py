"""Date strip: texts on a true date axis."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import (
    SMALL,
    Scale,
    days,
    line,
    marks,
    need,
    ordered,
    write,
    year_labels,
)
from frameline.charts.words import word

SHAPES = ("o", "s", "^", "D", "v", "P", "X", "h")
SIDE, AXIS, LANE = 0.5, 0.4, 0.4
SMALLEST, LARGEST = 5.0, 15.0


def date_strip_height(table: pd.DataFrame, *, width: float = 6.2) -> float:
    """Return the height in inches that `date_strip` needs for a table."""
    return AXIS + 0.3 + LANE * (1 + max(_lanes(table, width)[1]))


def date_strip(ax: Axes, table: pd.DataFrame, *, labels: Mapping[str, str] | None = None) -> Axes:
    """Show when each text appeared, how long it is and of what kind.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(date_strip_height(table))`.
    table : DataFrame
        `name`, `date`; optional `date_low`, `date_high` (an interval is drawn as a bar), `words`
        (area of the mark) and `genre` (its shape, named after the text).
    labels : mapping, optional
        What to call the genres.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    need(table, ("name", "date"), "date_strip")
    width, height = page(ax)
    scale, lanes = _lanes(table, width)
    base = height - AXIS
    line(ax, [scale.start, scale.stop], [base, base], color=INK, lw=0.8, label="axis")
    for x, text in year_labels(table["date"], scale):
        line(ax, [x, x], [base, base + 0.06], color=INK, lw=0.8, label="tick")
        write(ax, x, base + 0.18, text, size=SMALL, color=QUIET, ha="center")
    sizes = _sizes(table)
    genres = ordered(table["genre"]) if "genre" in table else []
    places = scale(days(table["date"]))
    for i, (row, x, lane) in enumerate(zip(table.to_dict("records"), places, lanes, strict=True)):
        y = base - 0.26 - LANE * lane
        line(ax, [x, x], [y, base], color=RULE, label="stem")
        if {"date_low", "date_high"} <= row.keys() and row["date_low"] != row["date_high"]:
            ends = scale(days([row["date_low"], row["date_high"]]))
            line(ax, ends, [base, base], color=INK, lw=4, label="interval")
        shape = SHAPES[genres.index(row["genre"]) % len(SHAPES)] if genres else "o"
        marks(ax, x, y, shape=shape, size=sizes[i], colour="#3d4f5f", label="text")
        _label(ax, row, float(x), y, sizes[i], scale, labels)
    return ax


def _words(row: Mapping, labels: Mapping[str, str] | None) -> str:
    """The second part of a label: kind and length."""
    genre = str(row.get("genre") or "")
    words = row.get("words")
    parts = [(labels or {}).get(genre, genre)] if genre else []
    if words is not None and not pd.isna(words):
        parts.append(word("words-count", count=int(words)))
    return ", ".join(parts)


def _label(
    ax: Axes, row: Mapping, x: float, y: float, size: float, scale: Scale, labels: Mapping | None
) -> None:
    """Write the name beside the mark, on the side that has room."""
    side = 1 if x < (scale.start + scale.stop) / 2 else -1
    at = x + side * (size / 144 + 0.06)
    ha = "left" if side > 0 else "right"
    room = ax.get_xlim()[1] - at if side > 0 else at
    name = fit_text(str(row["name"]), room, weight="semibold")
    more = fit_text(_words(row, labels), room, size=SMALL)
    if more:
        write(ax, at, y - 0.085, name, ha=ha, weight="semibold")
        write(ax, at, y + 0.095, more, ha=ha, size=SMALL, color=QUIET)
    else:
        write(ax, at, y, name, ha=ha, weight="semibold")


def _lanes(table: pd.DataFrame, width: float) -> tuple[Scale, list[int]]:
    """Give each text the lowest lane in which its mark and label touch no other."""
    when = days(table["date"])
    low, high = float(when.min()), float(when.max())
    scale = (
        Scale(low, high, SIDE, width - SIDE)
        if high > low
        else Scale(low - 1, low + 1, SIDE, width - SIDE)
    )
    middle = (scale.start + scale.stop) / 2
    taken: list[list[tuple[float, float]]] = []
    lanes = []
    for row, x in zip(table.to_dict("records"), scale(when), strict=True):
        reach = 0.35 + max(
            text_width(str(row["name"]), weight="semibold"), text_width(_words(row, None), SMALL)
        )
        span = (x - 0.15, x + reach) if x < middle else (x - reach, x + 0.15)
        lane = 0
        while lane < len(taken) and any(s < span[1] and span[0] < e for s, e in taken[lane]):
            lane += 1
        if lane == len(taken):
            taken.append([])
        # A stem from a higher lane crosses the lanes below it.
        for below in range(lane + 1):
            taken[below].append(span if below == lane else (x - 0.03, x + 0.03))
        lanes.append(lane)
    return scale, lanes


def _sizes(table: pd.DataFrame) -> np.ndarray:
    """Diameters in points: the area of a mark is the number of words."""
    if "words" not in table:
        return np.full(len(table), 7.0)
    words = table["words"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    most = np.nanmax(words) if np.isfinite(words).any() else 1.0
    return np.clip(
        np.sqrt(np.nan_to_num(words, nan=float(0.2 * most)) / most) * LARGEST, SMALLEST, LARGEST
    )
