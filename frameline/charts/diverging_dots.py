"""Diverging dots: which reasons bind and which divide, text by text."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import BINDING, DIVIDING, QUIET, RULE
from frameline.charts.canvas import WIDTH, page
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
    ordered,
    signed,
    upright,
    write,
)

HEAD, ROW, FOOT, LABEL = 0.56, 0.235, 0.3, 2.15
UPRIGHT, NARROW = 1.8, 0.55  # height of upright names, and the columns that need them
COLOURS = {"binding": BINDING, "dividing": DIVIDING}


def diverging_dots_height(table: pd.DataFrame, *, width: float = WIDTH - 0.1) -> float:
    """Return the height in inches that `diverging_dots` needs for a table."""
    return _layout(table, width)[0] + FOOT + ROW * table["code"].nunique()


def diverging_dots(
    ax: Axes,
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    order: Sequence[str] | None = None,
    colours: Mapping[str, str] = COLOURS,
    min_n: int = 3,
) -> Axes:
    """Show for each reason and text whether its claims bind or divide.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(diverging_dots_height(table))`.
    table : DataFrame
        One row per text and code: `name`, `code`, `balance` (-1 to 1), `k` (claims of the code),
        `n` (claims of the text); optional `low`, `high` (bar), may be NaN.
    labels, order : optional
        What to call the codes, and their order.
    colours : mapping
        Colours of `binding` and `dividing`.
    min_n : int
        Claims below which a mark is drawn open.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: one column per text, all on one scale; bars are cut at
        its ends, and nothing is drawn where a text never gives the reason.
    """
    need(table, ("name", "code", "balance", "k", "n"), "diverging_dots")
    width, _ = page(ax)
    names, codes = ordered(table["name"]), ordered(table["code"], order)
    side = min(LABEL, max(text_width(label_of(code, labels)) for code in codes) + 0.12)
    column = (width - side) / len(names)
    head, turned = _layout(table, width)
    limit = _limit(table)
    bottom = head + ROW * len(codes)
    for i, code in enumerate(codes):
        y = head + ROW * (i + 0.5)
        write(ax, side - 0.1, y, fit_text(label_of(code, labels), side - 0.1), ha="right")
        line(ax, [side, width], [y, y], color="#efefeb", zorder=0, label="row")
    rows = {(r["name"], r["code"]): r for r in table.to_dict("records")}
    for j, name in enumerate(names):
        left = side + column * j
        scale = Scale(-limit, limit, left + 0.05, left + column - 0.05)
        if turned:
            middle = (scale.start + scale.stop) / 2
            upright(ax, middle, head - 0.06, _named(table, name), head - 0.08)
        else:
            _heading(ax, str(name), _count(table, name), scale, column, colours)
        _ground(ax, scale, limit, head, bottom)
        for i, code in enumerate(codes):
            row = rows.get((name, code))
            if row is not None and row["k"] > 0:
                y = head + ROW * (i + 0.5)
                _mark(ax, row, y, scale, colours, filled=row["k"] >= min_n, bars=not turned)
    return ax


def _layout(table: pd.DataFrame, width: float) -> tuple[float, bool]:
    """Return the height of the names, and whether they stand upright over narrow columns."""
    names = ordered(table["name"])
    if (width - LABEL) / len(names) >= NARROW:
        return HEAD, False
    longest = max(text_width(_named(table, name), TINY) for name in names)
    return min(longest + 0.14, UPRIGHT), True


def _named(table: pd.DataFrame, name: str) -> str:
    """The name over a narrow column, with its n."""
    return f"{name} ({_count(table, name)})"


def _count(table: pd.DataFrame, name: str) -> int:
    return int(table.loc[table["name"] == name, "n"].max())


def _limit(table: pd.DataFrame) -> float:
    """A round end of the scale that holds every dot and most of the bars."""
    reach = float(table["balance"].abs().max())
    if "low" in table:
        ends = table.loc[table["k"] > 0, ["low", "high"]].abs().to_numpy(dtype=float)
        if np.isfinite(ends).any():
            reach = max(reach, float(np.nanquantile(ends, 0.95)))
    return max(np.ceil(reach * 20) / 20, 0.05)


def _heading(
    ax: Axes, name: str, n: int, scale: Scale, column: float, colours: Mapping[str, str]
) -> None:
    """Name the text with its n, and both directions where there is room."""
    middle = (scale.start + scale.stop) / 2
    text = wrap_text(name, column - 0.06, size=SMALL, weight="semibold", max_lines=2)
    lines = text.count("\n") + 1
    y = HEAD - 0.26 - line_height(SMALL) * lines / 2
    write(
        ax,
        middle,
        y,
        text,
        size=SMALL,
        weight="semibold",
        ha="center",
    )
    write(ax, middle, HEAD - 0.13, f"n = {n}", size=TINY, color=QUIET, ha="center")
    if column > 0.8:
        write(ax, scale.start, HEAD - 0.13, "←", size=SMALL, color=colours["dividing"])
        write(ax, scale.stop, HEAD - 0.13, "→", size=SMALL, color=colours["binding"], ha="right")


def _ground(ax: Axes, scale: Scale, limit: float, head: float, bottom: float) -> None:
    """Zero line, ends of the scale and their values."""
    zero = float(scale(0))
    line(ax, [zero, zero], [head - 0.02, bottom + 0.02], color=QUIET, lw=0.8, label="zero")
    for value in (-limit, limit):
        x = float(scale(value))
        line(ax, [x, x], [head - 0.02, bottom + 0.02], color=RULE, zorder=0, label="end")
    if scale.stop - scale.start > 0.7:
        for value, ha in ((-limit, "left"), (limit, "right")):
            text = f"{signed(100 * value)}"
            write(ax, float(scale(value)), bottom + 0.14, text, size=TINY, color=QUIET, ha=ha)
        write(ax, zero, bottom + 0.14, "0", size=TINY, color=QUIET, ha="center")


def _mark(
    ax: Axes,
    row: Mapping,
    y: float,
    scale: Scale,
    colours: Mapping[str, str],
    *,
    filled: bool,
    bars: bool,
) -> None:
    """One dot with its bar; in a narrow column the dot alone."""
    value = float(row["balance"])
    side = "binding" if value > 0 else "dividing" if value < 0 else "none"
    colour = colours.get(side, QUIET)
    if bars and "low" in row and pd.notna(row["low"]) and pd.notna(row["high"]):
        ends = np.clip([row["low"], row["high"]], scale.low, scale.high)
        start, stop = (float(scale(end)) for end in ends)
        interval(ax, start, stop, y, color=colour, lw=2.2, alpha=0.75, label="bar")
    shape = {"binding": "s", "dividing": "v", "none": "o"}[side]
    marks(
        ax, float(scale(np.clip(value, scale.low, scale.high))), y, shape=shape, colour=colour,
        filled=filled, size=4.6, label=side,
    )  # fmt: skip
