"""Ladder: which statements hold when one text is left out."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import BINDING, DIVIDING, QUIET
from frameline.charts.canvas import WIDTH, page
from frameline.charts.placement import fit_text, line_height, wrap_text
from frameline.charts.sheet import SMALL, line, marks, need, write

HEAD, TEXT = 1.55, 2.6
LOOKS = {"holds": ("o", BINDING, True), "fails": ("X", DIVIDING, False)}


def ladder_height(
    table: pd.DataFrame, *, text: str = "statement", width: float = WIDTH - 0.1
) -> float:
    """Return the height in inches that `ladder` needs for a table."""
    return HEAD + sum(_tall(str(t)) for t in table[text]) + 0.36


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
    step = (width - TEXT) / len(columns)
    size = SMALL if step > 0.17 else 5
    for i, name in enumerate(columns):
        ax.text(
            TEXT + step * (i + 0.5), HEAD - 0.08, fit_text(str(name), HEAD - 0.1, size=size),
            size=size, rotation=90, ha="center", va="bottom",
        )  # fmt: skip
    write(ax, 0, HEAD - 0.16, "with all, then without each →", size=SMALL, color=QUIET)
    y = HEAD
    for row in table.to_dict("records"):
        tall = _tall(str(row[text]))
        line(ax, [0, width], [y, y], label="rule")
        words = wrap_text(str(row[text]), TEXT - 0.15, size=SMALL)
        write(ax, 0, y + tall / 2, words, size=SMALL)
        for i, name in enumerate(columns):
            _mark(ax, str(row[name]), TEXT + step * (i + 0.5), y + tall / 2)
        y += tall
    x = TEXT
    for word in LOOKS:
        _mark(ax, word, x + 0.05, y + 0.16)
        write(ax, x + 0.15, y + 0.16, word, size=SMALL, color=QUIET)
        x += 0.65
    write(ax, x, y + 0.16, "–  does not apply", size=SMALL, color=QUIET)
    return ax


def _tall(text: str) -> float:
    lines = wrap_text(text, TEXT - 0.15, size=SMALL).count("\n") + 1
    return max(0.32, line_height(SMALL, 1.25) * lines + 0.14)


def _mark(ax: Axes, state: str, x: float, y: float) -> None:
    if state in LOOKS:
        shape, colour, filled = LOOKS[state]
        marks(ax, x, y, shape=shape, colour=colour, filled=filled, size=6, label=state)
    else:
        line(ax, [x - 0.04, x + 0.04], [y, y], color=QUIET, lw=1, label="n.a.")
