"""Ladder: which statements hold when one text is left out."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET
from frameline.charts.canvas import WIDTH, page
from frameline.charts.placement import line_height, text_width, wrap_text
from frameline.charts.sheet import LEADING, SMALL, TINY, line, marks, need, upright, write
from frameline.charts.words import word

TEXT, NARROW = 2.6, 1.6  # room of the statements; where there are many columns, of their names
HIGHEST, LOWEST = 1.8, 0.5  # the most and the least room of the names over the columns
LEAST = 0.11  # narrower columns have no room for a line of text
#: Blue and orange are kept for binding and dividing; whether a statement holds is neither.
LOOKS = {"holds": ("o", INK, True), "fails": ("X", "#8a2b3d", True)}
PALE = "#f6e3e3"


def ladder_height(
    table: pd.DataFrame, *, text: str = "statement", width: float = WIDTH - 0.1
) -> float:
    """Return the height in inches that `ladder` needs for a table."""
    columns = [c for c in table.columns if c != text]
    side, _ = _columns(columns, width)
    return _head(columns) + sum(_tall(str(t), side) for t in table[text]) + 0.36


def ladder(
    ax: Axes, table: pd.DataFrame, *, columns: Sequence[str] = (), text: str = "statement"
) -> Axes:
    """Show for each statement whether it holds without each text.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(ladder_height(table))`.
    table : DataFrame
        One row per statement: the column ``text`` (its words) and ``columns``, each cell
        "holds", "fails" or "n.a.".
    columns : sequence of str
        What is left out, in order; every column but ``text`` when not given.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    need(table, (text, *columns), "ladder")
    columns = list(columns) or [c for c in table.columns if c != text]
    width, _ = page(ax)
    side, step = _columns(columns, width)
    head = y = _head(columns)
    for i, name in enumerate(columns):
        # Where there is no room for all names, those of the columns that break a statement.
        if step >= LEAST or i == 0 or (table[name] == "fails").any():
            upright(ax, side + step * (i + 0.5), head - 0.08, str(name), head - 0.1)
    words = wrap_text(word("ladder-head"), side - 0.15, size=TINY)
    write(ax, 0, head - 0.12 - 0.06 * words.count("\n"), words, size=TINY, color=QUIET)
    for row in table.to_dict("records"):
        tall = _tall(str(row[text]), side)
        line(ax, [0, width], [y, y], label="rule")
        words = wrap_text(str(row[text]), side - 0.15, size=SMALL)
        write(ax, 0, y + tall / 2, words, size=SMALL)
        for i, name in enumerate(columns):
            x = side + step * i
            if str(row[name]) == "fails":
                ax.add_patch(Rectangle((x, y), step, tall, fc=PALE, ec="none", zorder=0))
            _mark(ax, str(row[name]), x + step / 2, y + tall / 2, min(6, step * 45))
        y += tall
    x = side
    for look in LOOKS:
        _mark(ax, look, x + 0.05, y + 0.16)
        write(ax, x + 0.15, y + 0.16, word(look), size=SMALL, color=QUIET)
        x += 0.65
    write(ax, x, y + 0.16, word("does-not-apply"), size=SMALL, color=QUIET)
    return ax


def _columns(columns: Sequence[str], width: float) -> tuple[float, float]:
    """Return the room of the statements and the width of a column."""
    side = TEXT if (width - TEXT) / len(columns) > 0.17 else NARROW
    return side, (width - side) / len(columns)


def _head(columns: Sequence[str]) -> float:
    """Return the height of the row of names, which stand upright."""
    longest = max(text_width(str(name), TINY) for name in columns)
    return min(max(longest + 0.14, LOWEST), HIGHEST)


def _tall(text: str, side: float) -> float:
    lines = wrap_text(text, side - 0.15, size=SMALL).count("\n") + 1
    return max(0.32, line_height(SMALL, LEADING) * lines + 0.14)


def _mark(ax: Axes, state: str, x: float, y: float, size: float = 6) -> None:
    if state in LOOKS:
        shape, colour, filled = LOOKS[state]
        marks(ax, x, y, shape=shape, colour=colour, filled=filled, size=size, label=state)
    else:
        half = min(0.04, size * 0.007)
        line(ax, [x - half, x + half], [y, y], color=QUIET, lw=1, label="n.a.")
