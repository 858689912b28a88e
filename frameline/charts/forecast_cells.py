"""Forecast cells: what each text foresees, by direction, with how sure and on which condition."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width, wrap_text
from frameline.charts.sheet import SMALL, TINY, line, marks, need, ordered, write
from frameline.charts.words import word

HEAD, NAME, LINE, GAP, DOT = 0.68, 1.25, 0.17, 0.16, 0.1
#: Marks of one kind that stand side by side; more are one mark with their number.
MOST = 3


def forecast_cells_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `forecast_cells` needs for a table."""
    return HEAD + sum(_tall(table, name) for name in ordered(table["name"])) + 0.05


def forecast_cells(
    ax: Axes, table: pd.DataFrame, *, directions: Sequence[str], labels: Mapping[str, str]
) -> Axes:
    """Show the forecasts of each text, one mark each, in the column of their direction.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(forecast_cells_height(table))`.
    table : DataFrame
        One row per kind of forecast of a text: `name`, `direction` (code), `sure` (how certain, in
        words), `condition` (in words, "" for none) and `n` (how many).
    directions : sequence of codes
        Columns from left to right.
    labels : mapping
        Code of a direction to its words.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: filled marks for what is foreseen without a condition,
        open ones for what depends on one, which is named beside it.
    """
    need(table, ("name", "direction", "sure", "condition", "n"), "forecast_cells")
    width, _ = page(ax)
    column = (width - NAME) / len(directions)
    place = {code: NAME + column * i for i, code in enumerate(directions)}
    _key(ax)
    for code, x in place.items():
        head = wrap_text(labels.get(code, code), column - 0.08, size=SMALL, weight="semibold",
                         max_lines=2)  # fmt: skip
        write(ax, x, HEAD - 0.16 - 0.07 * head.count("\n"), head, size=SMALL, weight="semibold")
    y: float = HEAD
    for name in ordered(table["name"]):
        part = table[table["name"] == name]
        line(ax, [0, width], [y, y], label="rule")
        lines = wrap_text(str(name), NAME - 0.1, max_lines=2)
        write(ax, 0, y + GAP + 0.08 * lines.count("\n"), lines)
        for code, x in place.items():
            for row, found in enumerate(part[part["direction"] == code].to_dict("records")):
                _forecast(ax, found, x, y + GAP + LINE * row, column)
        y += _tall(table, name)
    return ax


def _tall(table: pd.DataFrame, name: str) -> float:
    """Height of a row: its fullest cell, or a name of two lines."""
    most = int(table[table["name"] == name].groupby("direction").size().max())
    return max(2, most) * LINE + GAP


def _forecast(ax: Axes, found: Mapping, x: float, y: float, room: float) -> None:
    """Draw the marks of one kind of forecast, and what is said of it."""
    free = not found["condition"]
    count, said = int(found["n"]), str(found["sure"])
    if count > MOST:
        said = word("times", count=count, what=said)
    drawn = count if count <= MOST else 1
    marks(ax, [x + 0.05 + DOT * i for i in range(drawn)], [y] * drawn, size=4.8, colour=INK,
          filled=free, label="free" if free else "conditional")  # fmt: skip
    start = x + 0.05 + DOT * drawn
    write(ax, start, y, said, size=TINY)
    if not free:
        after = start + text_width(f"{said} ", TINY)
        rest = fit_text(str(found["condition"]), x + room - 0.06 - after, size=TINY)
        write(ax, after, y, rest, size=TINY, color=QUIET)


def _key(ax: Axes) -> None:
    """Say what the marks are."""
    x = NAME
    for name, filled in (("forecast-free", True), ("forecast-conditional", False)):
        marks(ax, x + 0.05, 0.12, size=4.8, filled=filled, label="key")
        write(ax, x + 0.15, 0.12, word(name), size=SMALL)
        x += 0.45 + text_width(word(name), SMALL)
