"""Dots with intervals: one value per text and way of counting, on one common scale."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, line_height, text_width, wrap_text
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    interval,
    label_of,
    line,
    marks,
    need,
    need_room,
    number,
    ordered,
    write,
)
from frameline.charts.words import word

NEEDED = ("name", "value")
SHAPES = "osD^vPX"
HEADER, GAP, PITCH = 0.4, 0.16, 0.145
EDGES = 0.1  # what `canvas` leaves above and below the axes


@dataclass(frozen=True)
class _Layout:
    """Columns of the sheet and heights of its rows, in inches."""

    names: list[str]
    series: list[str]
    lines: list[str]
    rows: list[float]
    labels: float
    count: float
    scale: Scale


def dot_intervals_height(
    table: pd.DataFrame, *, width: float = 6.2, labels: Mapping[str, str] | None = None
) -> float:
    """Return the height in inches that `dot_intervals` needs for a table."""
    return EDGES + HEADER + sum(_layout(_tidy(table), width, (-1, 1), labels).rows)


def dot_intervals(
    ax: Axes,
    table: pd.DataFrame,
    *,
    span: tuple[float, float] = (-1, 1),
    ends: tuple[str, str] | None = None,
    end_colours: tuple[str, str] = (DIVIDING, BINDING),
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    missing: str | None = None,
    once: bool = False,
) -> Axes:
    """Show one value with its interval for each text, counted in several ways.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(dot_intervals_height(table))`.
    table : DataFrame
        One row per document and series, documents and series in the order they come: `name`,
        `value`; optional `series` (a way of counting), `low`, `high` and `n`. The first series is
        drawn solid and dark, each other one open and with a shape of its own. A value without an
        interval is drawn open and pale and says `missing`; so does a missing value, undrawn.
    span : pair of float
        Both ends of the scale, in the unit of `value`.
    ends, end_colours : pair of str
        What the ends of the scale mean, and their colours; blank texts are left out.
    labels, colours : mapping, optional
        What to call the series, and their colours.
    missing : str
        What stands where there is no interval.
    once : bool
        Name the series beside the first document only.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.

    Raises
    ------
    ValueError
        When the table is empty, holds a document and series twice or a value off the scale, or
        the axes are too low.
    """
    data = _tidy(table)
    drawn = data[["value", "low", "high"]].to_numpy()
    if np.nanmin(drawn, initial=span[0]) < span[0] or np.nanmax(drawn, initial=span[1]) > span[1]:
        raise ValueError(f"dot_intervals: a value lies off the scale from {span[0]} to {span[1]}.")
    width, height = page(ax)
    layout = _layout(data, width, span, labels)
    need_room(height, HEADER + sum(layout.rows), "dot_intervals")
    missing = word("too-short") if missing is None else missing
    _axis(ax, layout, ends or (word("all-dividing"), word("all-binding")), end_colours)
    top = HEADER
    for name, lines, tall in zip(layout.names, layout.lines, layout.rows, strict=True):
        if top > HEADER:
            line(ax, [0, width], [top, top], label="rule")
        write(ax, 0, top + tall / 2, lines)
        part = data[data["name"] == name].to_dict("records")
        rows = {row["series"]: pd.Series(row) for row in part}
        note = missing
        if all(pd.isna(row["value"]) for row in part):
            # Said once for the text, not once for each way of counting.
            middle, note = float(layout.scale(np.clip(0, *span))) + 0.07, ""
            write(ax, middle, top + tall / 2, missing, size=TINY, style="italic", color=QUIET)
        for index, series in enumerate(layout.series):
            y = top + tall / 2 + (index - (len(layout.series) - 1) / 2) * PITCH
            if series in rows:
                _mark(ax, rows[series], y, index, layout, colours or {}, note)
                named = {} if once and name != layout.names[0] else labels
                _margin(ax, rows[series], y, series, layout, width, named)
        top += tall
    return ax


def as_floats(column: pd.Series) -> np.ndarray:
    """Return numbers as floats, missing ones as NaN, whatever type the table keeps them in."""
    return np.asarray(pd.to_numeric(column).astype("Float64").to_numpy(float, na_value=np.nan))


def _tidy(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with every column that the drawing asks for."""
    data = need(table, NEEDED, "dot_intervals").copy()
    data["series"] = data.get("series", "")
    data["low"], data["high"] = data.get("low", np.nan), data.get("high", np.nan)
    for column in ("name", "series"):
        data[column] = data[column].astype(str)
    for column in ("value", "low", "high"):
        data[column] = as_floats(data[column])
    twice = data[data.duplicated(["name", "series"])]
    if len(twice):
        name, series = twice["name"].iloc[0], twice["series"].iloc[0]
        raise ValueError(f"dot_intervals: {name!r} has series {series!r} more than once.")
    return data


def _layout(
    data: pd.DataFrame, width: float, span: tuple[float, float], labels: Mapping[str, str] | None
) -> _Layout:
    """Divide the sheet into names, scale, series names and numbers."""
    names, series = ordered(data["name"]), ordered(data["series"])
    room = min(max(text_width(name) for name in names), 0.25 * width)
    lines = [wrap_text(name, room + 0.01, max_lines=2) for name in names]
    tall = [
        max(len(series) * PITCH, (text.count("\n") + 1) * line_height(9, 1.35)) + GAP
        for text in lines
    ]
    words = max((text_width(label_of(one, labels), TINY) for one in series), default=0)
    count = 0.42 if "n" in data else 0.0
    at = width - count - min(words, 0.24 * width)
    scale = Scale(*span, room + 0.2, at - (0.2 if words else 0.1))
    return _Layout(names, series, lines, tall, at, count, scale)


def _axis(ax: Axes, layout: _Layout, ends: tuple[str, str], colours: tuple[str, str]) -> None:
    """Draw the scale that all rows share; what its ends mean stands above them."""
    scale, bottom = layout.scale, HEADER + sum(layout.rows)
    for tick in scale.ticks(4):
        zero = bool(np.isclose(tick, 0))
        line(
            ax, [float(scale(tick))] * 2, [HEADER - 0.05, bottom], color=QUIET if zero else RULE,
            lw=0.8 if zero else 0.6, zorder=0, label="zero" if zero else "grid",
        )  # fmt: skip
        digits = next(places for places in (0, 1, 2) if places == 2 or _is_round(tick, places))
        text = number(tick, digits)
        text = f"+{text}" if tick > 0 > scale.low else text
        write(ax, float(scale(tick)), HEADER - 0.13, text, size=TINY, color=QUIET, ha="center")
    half = (scale.stop - scale.start) / 2 - 0.05
    for text, colour, x, side in zip(
        ends, colours, (scale.start, scale.stop), ("left", "right"), strict=True
    ):
        words = fit_text(text, half, size=SMALL, weight="semibold")
        write(ax, x, 0.1, words, size=SMALL, weight="semibold", color=colour, ha=side)
    if layout.count:
        write(ax, ax.get_xlim()[1], HEADER - 0.13, "n", size=TINY, color=QUIET, ha="right")


def _is_round(tick: float, places: int) -> bool:
    return bool(np.isclose(tick, round(float(tick), places)))


def _mark(
    ax: Axes,
    row: pd.Series,
    y: float,
    index: int,
    layout: _Layout,
    colours: Mapping[str, str],
    missing: str,
) -> None:
    """Draw one value and its interval, or say why there is none."""
    series, scale = layout.series[index], layout.scale
    colour = colours.get(series, INK if index == 0 else QUIET)
    low, high = float(scale(row["low"])), float(scale(row["high"]))
    known = np.isfinite(low) and np.isfinite(high)
    interval(
        ax, low, high, y, color=colour, lw=1.8 if index == 0 else 1.0, label=f"interval {series}"
    )
    x = float(scale(row["value"]))
    if np.isfinite(x):
        marks(
            ax, x, y, shape=SHAPES[index % len(SHAPES)], colour=colour,
            filled=index == 0 and bool(known), size=5.2 if index == 0 else 4.4,
            label=f"value {series}",
        )  # fmt: skip
    if missing and not (known and np.isfinite(x)):
        at = x if np.isfinite(x) else float(scale(np.clip(0, scale.low, scale.high)))
        room = text_width(missing, TINY) + 0.08
        left = at + room > scale.stop
        write(
            ax, at - 0.07 if left else at + 0.07, y, missing, size=TINY, style="italic",
            color=QUIET, ha="right" if left else "left",
        )  # fmt: skip


def _margin(
    ax: Axes,
    row: pd.Series,
    y: float,
    series: str,
    layout: _Layout,
    width: float,
    labels: Mapping[str, str] | None,
) -> None:
    """Name the series beside its mark, and print how many claims stand behind it."""
    first = series == layout.series[0]
    words = label_of(series, labels) if labels != {} else ""
    if words:
        room = width - layout.count - layout.labels
        words = fit_text(words, room + 0.01, size=TINY)
        write(ax, layout.labels, y, words, size=TINY, color=INK if first else QUIET)
    if layout.count and not pd.isna(row["n"]):
        write(ax, width, y, f"{int(row['n'])}", size=TINY, color=QUIET, ha="right")
