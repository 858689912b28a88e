"""Alpha forest: agreement of coders on each variable, with its interval."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import SMALL, Scale, interval, line, marks, need, number, percent, write
from frameline.charts.words import word

TOP, ROW, FOOT = 0.62, 0.25, 0.08
NAME, VALUE, COUNT, CODE = 1.5, 0.42, 0.45, 1.75
MARKS = (0.667, 0.800)
WEAK = "#8a2b3d"
#: Shape and colour by status; blue and orange are kept for binding and dividing.
STATUS = {
    "rely": ("o", INK, True),
    "tentative": ("o", INK, False),
    "not used": ("X", WEAK, True),
}


def alpha_forest_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `alpha_forest` needs for a table."""
    return TOP + FOOT + ROW * len(table)


def alpha_forest(
    ax: Axes, table: pd.DataFrame, *, statuses: Mapping[str, str] | None = None
) -> Axes:
    """Show how well each variable can be reproduced by another coder.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(alpha_forest_height(table))`.
    table : DataFrame
        One row per variable, in the order to show: `label`, `alpha`, `low`, `high`, `n_units`,
        `status` ("rely", "tentative", "not used"); optional `modal` (the commonest code) and
        `modal_share`.
    statuses : mapping, optional
        What to call the statuses.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches. Values below the scale are drawn at its edge.
    """
    need(table, ("label", "alpha", "low", "high", "n_units", "status"), "alpha_forest")
    width, _ = page(ax)
    least = float(min(0.0, table["alpha"].min(), 0.5))
    low = max(least, 0.0) if least >= 0 else -0.2
    low = 0.4 if table["low"].min() >= 0.4 else low
    scale = Scale(low, 1.0, NAME + 0.15, width - VALUE - COUNT - CODE - 0.1)
    bottom = TOP + ROW * len(table)
    _bands(ax, scale, bottom, statuses)
    right = width - CODE
    value = right - 0.08 - COUNT
    write(ax, value, TOP - 0.14, word("alpha"), size=SMALL, color=QUIET, ha="right")
    write(ax, right - 0.08, TOP - 0.14, word("units"), size=SMALL, color=QUIET, ha="right")
    if "modal" in table:
        write(ax, right + 0.05, TOP - 0.14, word("commonest-code"), size=SMALL, color=QUIET)
    for index, row in enumerate(table.to_dict("records")):
        y = TOP + ROW * (index + 0.5)
        shape, colour, filled = STATUS.get(row["status"], STATUS["not used"])
        write(ax, 0, y, fit_text(str(row["label"]), NAME))
        start, stop = (float(scale(max(row[side], low))) for side in ("low", "high"))
        interval(ax, start, stop, y, color=colour, lw=1.6)
        at = float(scale(max(float(row["alpha"]), low)))
        marks(ax, at, y, shape=shape, colour=colour, filled=filled, label=row["status"])
        bold = "semibold" if row["status"] == "rely" else "normal"
        text = number(row["alpha"], 2) if pd.notna(row["alpha"]) else "–"
        write(ax, value, y, text, size=SMALL, weight=bold, ha="right", color=colour)
        write(ax, right - 0.08, y, f"{int(row['n_units'])}", size=SMALL, color=QUIET, ha="right")
        if "modal" in table:
            share = "" if pd.isna(row["modal_share"]) else f" {percent(row['modal_share'])}"
            text = fit_text(str(row["modal"]), CODE - 0.4, size=SMALL) + share
            write(ax, right + 0.05, y, text, size=SMALL, color=QUIET)
    return ax


def _bands(ax: Axes, scale: Scale, bottom: float, statuses: Mapping[str, str] | None) -> None:
    """Shade the ranges between the marks, write the scale and name the statuses."""
    names = {status: word(f"status-{status.replace(' ', '-')}") for status in STATUS} | dict(
        statuses or {}
    )
    edges = (scale.low, *MARKS, 1.0)
    shades = ("#f7f7f4", "#eeeee9", "#e4e4dd")
    for start, stop, shade in zip(edges[:-1], edges[1:], shades, strict=True):
        left, right = float(scale(start)), float(scale(stop))
        ax.add_patch(
            Rectangle(
                (left, TOP - 0.04), right - left, bottom - TOP + 0.06, facecolor=shade,
                edgecolor="none", zorder=0, label="band",
            )
        )  # fmt: skip
    x = scale.start
    for status, (shape, colour, filled) in STATUS.items():
        marks(ax, x + 0.04, 0.14, shape=shape, colour=colour, filled=filled, label="key")
        write(ax, x + 0.13, 0.14, names[status], size=SMALL, color=colour)
        x += 0.32 + text_width(names[status], SMALL)
    for tick in (scale.low, *MARKS, 1.0):
        x = float(scale(tick))
        line(ax, [x, x], [TOP - 0.04, bottom + 0.02], color=RULE if tick not in MARKS else QUIET)
        text = f"{tick:.3f}".rstrip("0").removesuffix(".").removeprefix("0") or "0"
        text = {"1": "1", ".8": ".80"}.get(text, text)
        write(ax, x, TOP - 0.14, text, size=SMALL, color=QUIET, ha="center")
