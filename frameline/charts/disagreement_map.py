"""Disagreement map: where in each text coders parted, and why."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import WIDTH, page
from frameline.charts.placement import text_width, wrap_text
from frameline.charts.sheet import SMALL, TINY, Scale, label_of, line, marks, need, ordered, write
from frameline.charts.words import word

#: Shapes and colours given to the reasons in their order; not those of binding and dividing.
LOOKS = (("o", "#8a2b3d", True), ("s", INK, False), ("^", QUIET, True), ("D", INK, True))
NAME, RIGHT, HEADER, FOOT, ROW = 1.35, 0.75, 0.34, 0.28, 0.42
PITCH, STEP = 0.065, 0.068  # from mark to mark, sideways and upwards
MOST = 8  # marks on one another; the number of further ones is printed


def disagreement_map_height(table: pd.DataFrame, *, width: float = WIDTH - 0.1) -> float:
    """Return the height in inches that `disagreement_map` needs for a table."""
    return HEADER + FOOT + sum(_tall(part, width) for _, part in table.groupby("name", sort=False))


def disagreement_map(
    ax: Axes,
    table: pd.DataFrame,
    *,
    order: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
) -> Axes:
    """Show where in each text coders disagreed, and for which reason.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(disagreement_map_height(table))`.
    table : DataFrame
        One row per disagreement: `name` (of the text), `position` (0 to 100 % of the text),
        `reason`. Several at one place are stacked.
    order, labels : optional
        Reasons in order, and what to call them.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    need(table, ("name", "position", "reason"), "disagreement_map")
    width, _ = page(ax)
    reasons = ordered(table["reason"], order)
    looks = {reason: LOOKS[i % len(LOOKS)] for i, reason in enumerate(reasons)}
    scale = Scale(0, 100, NAME, width - RIGHT)
    x = NAME
    for reason, (shape, colour, filled) in looks.items():
        marks(ax, x + 0.05, 0.12, shape=shape, colour=colour, filled=filled, size=4.5)
        write(ax, x + 0.14, 0.12, label_of(reason, labels), size=SMALL)
        x += 0.36 + text_width(label_of(reason, labels), SMALL)
    base = HEADER
    for name in ordered(table["name"]):
        part = table[table["name"] == name]
        base += _tall(part, width)
        line(ax, [scale.start, scale.stop], [base - 0.08] * 2, color=RULE, label="text")
        write(ax, 0, base - 0.2, wrap_text(str(name), NAME - 0.1, max_lines=2))
        _row(ax, part, base - 0.08, scale, looks)
        write(ax, scale.stop + 0.08, base - 0.2, f"n = {len(part)}", size=SMALL, color=QUIET)
    write(ax, scale.start, base + 0.12, word("start-of-text"), size=SMALL, color=QUIET)
    write(ax, scale.stop, base + 0.12, word("end-of-text"), size=SMALL, color=QUIET, ha="right")
    return ax


def _columns(part: pd.DataFrame, scale: Scale) -> np.ndarray:
    """Return for each mark the column of the row that its place falls into."""
    reach = int((scale.stop - scale.start) / PITCH)
    return np.clip(np.round(part["position"].to_numpy(dtype=float) / 100 * reach), 0, reach)


def _tall(part: pd.DataFrame, width: float) -> float:
    """Height of a row: as high as its highest stack."""
    most = np.unique(_columns(part, Scale(0, 100, NAME, width - RIGHT)), return_counts=True)[1]
    return max(ROW, STEP * min(int(most.max()), MOST) + (0.36 if most.max() > MOST else 0.18))


def _row(ax: Axes, part: pd.DataFrame, base: float, scale: Scale, looks: Mapping) -> None:
    """Draw the marks of one text, stacked where they stand close together."""
    column = pd.Series(_columns(part, scale), index=part.index)
    level = column.groupby(column).cumcount()
    pitch = (scale.stop - scale.start) / int((scale.stop - scale.start) / PITCH)
    x, y = scale.start + pitch * column, base - 0.05 - STEP * level
    for reason, (shape, colour, filled) in looks.items():
        mine = (part["reason"] == reason) & (level < MOST)
        if mine.any():
            look = {"shape": shape, "colour": colour, "filled": filled, "label": reason}
            marks(ax, x[mine], y[mine], size=3.6, mew=0.8, **look)
    more = column.value_counts()
    crowded = more[more > MOST].sort_index()
    free = -np.inf
    for place, count in zip(crowded.index.to_numpy(dtype=float), crowded, strict=True):
        at, text = scale.start + pitch * place, f"+{count - MOST}"
        half = text_width(text, TINY) / 2
        if at - half >= free:
            write(ax, at, base - STEP * (MOST + 1.2), text, size=TINY, ha="center", color=QUIET)
            free = at + half + 0.03
