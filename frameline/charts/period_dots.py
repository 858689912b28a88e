"""Period dots: how pieces of each period read the relationship, one dot per piece."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import AMBIVALENT, BINDING, DIVIDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text
from frameline.charts.sheet import SMALL, label_of, line, marks, need, ordered, percent, write
from frameline.charts.words import word

ORDER = ("binding", "mixed", "dividing")
LOOKS = {
    "binding": ("s", BINDING, True),
    "mixed": ("o", AMBIVALENT, True),
    "dividing": ("v", DIVIDING, False),
}
HEAD, NAME, SHARE, GAP = 0.42, 1.15, 1.15, 0.16
STEP, DOTS = 0.1, 0.1


def period_dots_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `period_dots` needs for a table."""
    return HEAD + len(_rows(table)) * 0.24 + table["period"].nunique() * GAP + 0.05


def period_dots(
    ax: Axes,
    table: pd.DataFrame,
    *,
    order: Sequence[str] = ORDER,
    labels: Mapping[str, str] | None = None,
) -> Axes:
    """Show how many pieces of each period read the tie in each way.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(period_dots_height(table))`.
    table : DataFrame
        One row per period and reading: `period`, `direction`, `k` (pieces), `n` (pieces of the
        period), `share`, `low`, `high`.
    order, labels : optional
        Readings in order, and what to call them.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: one dot per piece, the share with its interval at the
        right. Where a row is longer than the sheet each dot stands for several pieces, and the
        key says for how many.
    """
    need(table, ("period", "direction", "k", "n", "share", "low", "high"), "period_dots")
    width, _ = page(ax)
    room = int((width - NAME - 0.85 - SHARE) / DOTS)
    each = max(1, int(np.ceil(table["k"].max() / room)))
    count = word("one-mark", pieces=each)
    write(ax, NAME + 0.8, 0.14, count, size=SMALL, color=QUIET)
    write(ax, width, 0.14, word("share-of-period"), size=SMALL, color=QUIET, ha="right")
    y = HEAD
    for period in ordered(table["period"]):
        part = table[table["period"] == period]
        line(ax, [0, width], [y - GAP / 2, y - GAP / 2], label="rule")
        title = fit_text(str(period), NAME - 0.1, weight="semibold")
        write(ax, 0, y + 0.12, title, weight="semibold")
        write(ax, 0, y + 0.34, f"n = {int(part['n'].max())}", size=SMALL, color=QUIET)
        rows = {row["direction"]: row for row in part.to_dict("records")}
        for direction in ordered(table["direction"], order):
            _row(ax, rows.get(direction), direction, y + 0.12, each, width, labels)
            y += 0.24
        y += GAP
    return ax


def _rows(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Every period with every reading."""
    return [(p, d) for p in ordered(table["period"]) for d in ordered(table["direction"])]


def _row(
    ax: Axes,
    row: Mapping | None,
    direction: str,
    y: float,
    each: int,
    width: float,
    labels: Mapping[str, str] | None,
) -> None:
    """Draw the dots of one reading, its count, share and interval."""
    shape, colour, filled = LOOKS.get(direction, ("o", INK, True))
    name = fit_text(label_of(direction, labels), 0.72, size=SMALL)
    write(ax, NAME + 0.72, y, name, size=SMALL, color=INK, ha="right")
    k = 0 if row is None else int(row["k"])
    dots = int(np.ceil(k / each))
    if dots:
        x = NAME + 0.85 + DOTS * np.arange(dots)
        marks(
            ax,
            x,
            np.full(dots, y),
            shape=shape,
            colour=colour,
            filled=filled,
            size=4.6,
            label=direction,
        )
    write(ax, NAME + 0.85 + DOTS * dots + 0.02, y, f"{k}", size=SMALL, color=INK)
    if row is not None and np.isfinite(row["share"]):
        low, high = percent(row["low"]).removesuffix("%"), percent(row["high"])
        write(ax, width, y, f"{low}–{high}", size=SMALL, color=QUIET, ha="right")
        write(ax, width - 0.68, y, percent(row["share"]), size=SMALL, color=INK, ha="right")
