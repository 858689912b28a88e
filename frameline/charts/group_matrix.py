"""Group matrix: shares of codes by group, printed; colour where a group differs from all others."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import SMALL, TINY, label_of, need, ordered, pale, upright, write
from frameline.charts.words import word

ROW, KEY, LABEL, COUNT, UPRIGHT = 0.26, 0.3, 1.9, 0.5, 1.6
NOTHING = "#f6f6f3"
#: A difference of so many (0.3: thirty points) has the full colour.
FULL = 0.3


def group_matrix_height(table: pd.DataFrame, labels: Mapping[str, str] | None = None) -> float:
    """Return the height in inches that `group_matrix` needs for a table."""
    return KEY + _head(table, labels) + ROW * len(ordered(table["group"])) + 0.1


def group_matrix(
    ax: Axes,
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    order: Sequence[str] | None = None,
) -> Axes:
    """Show the share of each code in each group, and where a group differs from the others.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(group_matrix_height(table, labels))`.
    table : DataFrame
        One row per group and code: `group`, `code`, `share` (0 to 1, printed in percent),
        `documents` (of the group), `difference` (share minus that of all others, shrunk to zero
        by its uncertainty: the colour), `word` ("firm" has a thick frame, "leaning" a thin one).
    labels, order : optional
        What to call the codes, and the order of their columns.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: blue is more than the others, orange less.
    """
    data = need(
        table, ("group", "code", "share", "documents", "difference", "word"), "group_matrix"
    )
    width, _ = page(ax)
    groups, codes = ordered(data["group"]), ordered(data["code"], order)
    head = KEY + _head(data, labels)
    side = min(LABEL, max(text_width(str(group)) for group in groups) + 0.12) + COUNT
    cell = (width - side) / len(codes)
    _key(ax, width)
    write(ax, side - 0.08, head - 0.12, "n", size=TINY, color=QUIET, ha="right")
    for column, code in enumerate(codes):
        name = label_of(code, labels)
        upright(ax, side + cell * (column + 0.5), head - 0.06, name, head - KEY - 0.08)
    rows = {(r["group"], r["code"]): r for r in data.to_dict("records")}
    for line, group in enumerate(groups):
        y = head + ROW * line
        write(ax, 0, y + ROW / 2, fit_text(str(group), side - COUNT))
        n = int(data.loc[data["group"] == group, "documents"].max())
        write(ax, side - 0.08, y + ROW / 2, f"{n}", size=TINY, color=QUIET, ha="right")
        for column, code in enumerate(codes):
            _cell(ax, rows.get((group, code)), side + cell * column, y, cell)
    return ax


def _head(table: pd.DataFrame, labels: Mapping[str, str] | None) -> float:
    longest = max(text_width(label_of(code, labels), TINY) for code in table["code"].unique())
    return min(longest + 0.16, UPRIGHT)


def _key(ax: Axes, width: float) -> None:
    """What the colours and the frames mean."""
    x = 0.0
    for colour, frame, words in (
        (pale(BINDING, 0.45), "", word("more-than-others")),
        (pale(DIVIDING, 0.45), "", word("less-than-others")),
        (NOTHING, "firm", word("strength-firm")),
        (NOTHING, "leaning", word("strength-leaning")),
    ):
        if x + text_width(words, SMALL) + 0.3 > width:
            return
        _square(ax, x, 0.06, 0.16, 0.16, colour, frame, "key")
        write(ax, x + 0.21, 0.14, words, size=SMALL, color=QUIET)
        x += text_width(words, SMALL) + 0.42


def _square(
    ax: Axes, x: float, y: float, wide: float, high: float, colour: str, frame: str, label: str
) -> None:
    ax.add_patch(Rectangle((x, y), wide, high, facecolor=colour, edgecolor="white", lw=1,
                           label=label))  # fmt: skip
    if frame in ("firm", "leaning"):
        edge = 1.4 if frame == "firm" else 0.7
        ax.add_patch(Rectangle((x + 0.02, y + 0.02), wide - 0.04, high - 0.04, fill=False,
                               edgecolor=INK, lw=edge, label=frame, zorder=3))  # fmt: skip


def _cell(ax: Axes, row: dict | None, x: float, y: float, cell: float) -> None:
    """Draw one cell: the share as a number, the difference as colour, its strength as frame."""
    far = 0.0 if row is None else float(np.nan_to_num(row["difference"]))
    colour = NOTHING
    if far:
        depth = 0.55 * min(abs(far) / FULL, 1)
        colour = pale(BINDING if far > 0 else DIVIDING, 1 - depth)
    _square(ax, x, y, cell, ROW, colour, "" if row is None else str(row["word"]), "cell")
    if row is None or not np.isfinite(row["share"]):
        return
    text, size = f"{100 * row['share']:.0f}", SMALL if cell > 0.3 else TINY
    if text_width(text, size) <= cell:
        write(ax, x + cell / 2, y + ROW / 2, text, size=size, ha="center")
