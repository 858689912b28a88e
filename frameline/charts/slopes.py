"""Slopes: shares in each text, in the order and at the true distance of the dates."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from frameline.charts import BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, line_height, spread, text_width
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    days,
    label_of,
    line,
    marks,
    need,
    ordered,
    percent,
    write,
    year_labels,
)
from frameline.charts.words import word

COLOURS = {"binding": BINDING, "dividing": DIVIDING}
BACKGROUND = "#c9c9c3"
TOP, BOTTOM, AXIS = 0.52, 0.28, 0.3


def slopes(
    ax: Axes | Sequence[Axes],
    table: pd.DataFrame,
    *,
    focus: Sequence[str] = (),
    order: Sequence[str] | None = None,
    colours: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    high: float | None = None,
) -> Axes | Sequence[Axes]:
    """Show how large a share each group has in each text, from text to text.

    A line joins named texts; nothing is fitted, and the distances on the date axis are true.

    Parameters
    ----------
    ax : Axes or sequence of Axes
        One Axes: all groups in one panel, those in `focus` in colour, the others grey. Several:
        one panel for each group, in `order`, the other groups grey behind it.
    table : DataFrame
        One row per group, side and text: `group` (or `code`), `x` (date), `value` (share, 0 to
        1); optional `side` (such as binding and dividing; the first is drawn solid with filled
        squares, the second dashed with open ones), `low` and `high` (interval, may be NaN).
    focus : sequence of str
        Groups drawn in colour in a single panel; all when empty.
    order, labels : optional
        Order of the groups, and what to call groups and sides.
    colours : mapping
        Colour of each side; of each group when the table has no sides.
    high : float, optional
        Top of the share axis; by default the largest value or interval end drawn.

    Returns
    -------
    Axes or sequence of Axes
        What was given, each a sheet in inches.
    """
    data = _tidy(table)
    groups = ordered(data["group"], order)
    top = high or float(np.nanmax(data[["value", "high"]].to_numpy(dtype=float)))
    style = _Style(ordered(data["side"], tuple(COLOURS)), dict(colours or COLOURS), labels)
    if isinstance(ax, Axes):
        _panel(ax, data, list(focus) or groups, top, style, title="")
        return ax
    panels = list(ax)
    if len(panels) < len(groups):
        raise ValueError(f"slopes: {len(groups)} groups need as many axes, not {len(panels)}.")
    for panel, group in zip(panels, groups, strict=False):
        _panel(panel, data, [group], top, style, title=label_of(group, labels))
    for panel in panels[len(groups) :]:
        panel.set_visible(False)
    return ax


class _Style:
    """How sides look: colour, line, mark."""

    def __init__(
        self, sides: list[str], colours: dict[str, str], labels: Mapping[str, str] | None
    ) -> None:
        self.sides, self.colours, self.labels = sides, colours, labels

    def of(self, group: str, side: str) -> tuple[str, Any, bool]:
        """Return colour, dash pattern and whether marks are filled."""
        second = self.sides.index(side) % 2 == 1
        colour = self.colours.get(side) or self.colours.get(group, INK)
        return colour, (0, (3.2, 1.6)) if second else "solid", not second


def _tidy(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with every column the drawing asks for, in date order."""
    data = table.rename(columns={"code": "group"}) if "group" not in table else table
    data = need(data, ["group", "x", "value"], "slopes").copy()
    defaults: dict[str, Any] = {"side": "", "low": np.nan, "high": np.nan}
    data = data.assign(**{name: value for name, value in defaults.items() if name not in data})
    data["x"] = days(data["x"])
    return data.sort_values("x", kind="stable")


def _panel(
    ax: Axes, data: pd.DataFrame, focus: list[str], top: float, style: _Style, title: str
) -> None:
    """Draw one panel: axes, grey lines, coloured lines, labels at their ends."""
    width, height = page(ax)
    ends = _end_texts(data, focus, style, many=not title)
    wide = max(text_width(text, SMALL, "semibold") for text, *_ in ends) if ends else 0
    room = min(wide + 0.16, 0.45 * width)
    x = Scale(data["x"].min(), data["x"].max(), AXIS, width - room - 0.04)
    y = Scale(0, top, height - BOTTOM, TOP if title else 0.12)
    if data["x"].nunique() == 1:
        x = Scale(x.low - 1, x.high + 1, x.start, x.stop)
    if title:
        write(ax, 0, 0.09, fit_text(title, width, weight="semibold"), weight="semibold")
        _key(ax, data, focus[0], style, width)
    _axes(ax, data, x, y, height)
    _background(ax, data[~data["group"].isin(focus)], x, y)
    shown = data[data["group"].isin(focus)]
    for (group, side), rows in shown.groupby(["group", "side"], sort=False):
        _series(ax, rows, x, y, str(group), str(side), style)
    _ends(ax, ends, x, y, room)


def _background(ax: Axes, rows: pd.DataFrame, x: Scale, y: Scale) -> None:
    """Draw the lines that are not in focus, as one artist: each panel repeats all of them."""
    points = np.column_stack([x(rows["x"]), y(rows["value"])])
    which = rows.groupby(["group", "side"], sort=False).indices.values()
    paths = LineCollection(
        [points[places] for places in which], colors=BACKGROUND, linewidths=0.9, zorder=1,
        label="background",
    )  # fmt: skip
    ax.add_collection(paths, autolim=False)


def _key(ax: Axes, data: pd.DataFrame, group: str, style: _Style, width: float) -> None:
    """Name the lines of a panel right above them."""
    x = 0.0
    for side in style.sides:
        colour, dash, filled = style.of(group, side)
        words = fit_text(label_of(side, style.labels), max(width - x - 0.3, 0.2), size=TINY)
        if not words:
            continue
        line(ax, [x, x + 0.18], [0.29, 0.29], color=colour, lw=1.6, ls=dash, label="key")
        marks(ax, x + 0.09, 0.29, shape="s", colour=colour, filled=filled, size=4, label="key")
        write(ax, x + 0.22, 0.29, words, size=TINY, color=colour)
        x += 0.3 + text_width(words, TINY)
    words = word("others")
    if data["group"].nunique() > 1 and x + 0.22 + text_width(words, TINY) <= width:
        line(ax, [x, x + 0.16], [0.29, 0.29], color=BACKGROUND, lw=1.2, label="key")
        write(ax, x + 0.2, 0.29, words, size=TINY, color=QUIET)


def _axes(ax: Axes, data: pd.DataFrame, x: Scale, y: Scale, height: float) -> None:
    """Draw the share lines, and the years of the texts under their true places."""
    for tick in y.ticks(3):
        line(
            ax, [AXIS - 0.06, x.stop + 0.04], [y(tick)] * 2,
            color=QUIET if tick == 0 else RULE, lw=0.7 if tick == 0 else 0.6, label="grid",
        )  # fmt: skip
        write(
            ax, AXIS - 0.1, y(tick), percent(tick) if tick else "0",
            size=7.5, color=QUIET, ha="right",
        )  # fmt: skip
    dates = pd.to_datetime(data["x"].unique(), unit="D", origin="unix")
    for place in np.unique(x(data["x"])):
        line(ax, [place, place], [y.start, y.start + 0.05], color=QUIET, lw=0.7, label="tick")
    for place, text in year_labels(dates, x, 7.5):
        write(ax, place, height - 0.12, text, size=7.5, color=QUIET, ha="center")


def _series(
    ax: Axes, rows: pd.DataFrame, x: Scale, y: Scale, group: str, side: str, style: _Style
) -> None:
    """Draw one line with its marks and intervals."""
    colour, dash, filled = style.of(group, side)
    # Intervals of the two sides stand next to each other, else one would hide the other.
    shift = 0.0 if len(style.sides) < 2 else (-0.018 if filled else 0.018)
    places, values = x(rows["x"]), y(rows["value"])
    line(ax, places, values, color=colour, lw=1.8, ls=dash, zorder=3, label=f"line {side}")
    for place, low, high in zip(places, y(rows["low"]), y(rows["high"]), strict=True):
        if np.isfinite(low) and np.isfinite(high):
            line(
                ax, [place + shift] * 2, [low, high], color=colour, lw=0.9, alpha=0.55, zorder=2,
                label="interval",
            )  # fmt: skip
    marks(
        ax, places, values, shape="s", colour=colour, filled=filled, size=4.6, mew=1.2,
        label=f"mark {side}",
    )  # fmt: skip


def _end_texts(
    data: pd.DataFrame, focus: list[str], style: _Style, many: bool
) -> list[tuple[str, float, str, bool]]:
    """Return text, value, colour and weight of every label at the right end."""
    texts = []
    known = data.dropna(subset="value")
    if not many:
        known = known[known["group"].isin(focus)]
    ends = known.groupby(["group", "side"], sort=False)["value"].last()
    for (group, side), value in zip(ends.index, ends.to_numpy(dtype=float), strict=True):
        bold = group in focus
        words = [label_of(group, style.labels)] if many else []
        words += [label_of(side, style.labels)] if side and many else []
        colour = style.of(str(group), str(side))[0] if bold else QUIET
        texts.append((f"{percent(value)} {' '.join(words)}".strip(), float(value), colour, bold))
    return texts


def _ends(
    ax: Axes, ends: list[tuple[str, float, str, bool]], x: Scale, y: Scale, room: float
) -> None:
    """Print the labels at the right end of the lines, moved apart where they meet."""
    step = line_height(SMALL, 1.35)
    places = [float(y(value)) for _, value, *_ in ends]
    for (text, _, colour, bold), wanted, place in zip(
        ends, places, spread(places, step, high=y.start + step), strict=True
    ):
        weight = "semibold" if bold else "normal"
        if abs(place - wanted) > 0.03:
            line(ax, [x.stop + 0.05, x.stop + 0.1], [wanted, place], color=colour, lw=0.5)
        write(
            ax, x.stop + 0.12, place, fit_text(text, room - 0.04, size=SMALL, weight=weight),
            size=SMALL, weight=weight, color=colour,
        )  # fmt: skip
