"""Alpha forest: agreement of coders on each variable, with its interval."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text
from frameline.charts.sheet import SMALL, Scale, interval, line, marks, need, percent, write

TOP, ROW, FOOT = 0.62, 0.25, 0.08
NAME, COUNT, CODE = 1.5, 0.45, 1.75
MARKS = (0.667, 0.800)
#: Shape and colour by status: told apart in grey too.
STATUS = {
    "rely": ("o", BINDING, True),
    "tentative": ("o", BINDING, False),
    "not used": ("X", DIVIDING, True),
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
    scale = Scale(low, 1.0, NAME + 0.15, width - COUNT - CODE - 0.15)
    bottom = TOP + ROW * len(table)
    _bands(ax, scale, bottom, statuses)
    right = width - CODE
    write(ax, right - 0.08, TOP - 0.14, "units", size=SMALL, color=QUIET, ha="right")
    if "modal" in table:
        write(ax, right + 0.05, TOP - 0.14, "commonest code", size=SMALL, color=QUIET)
    for index, row in enumerate(table.to_dict("records")):
        y = TOP + ROW * (index + 0.5)
        shape, colour, filled = STATUS.get(row["status"], STATUS["not used"])
        write(ax, 0, y, fit_text(str(row["label"]), NAME))
        start, stop = (float(scale(max(row[side], low))) for side in ("low", "high"))
        interval(ax, start, stop, y, color=colour, lw=1.6)
        at = float(scale(max(float(row["alpha"]), low)))
        marks(ax, at, y, shape=shape, colour=colour, filled=filled, label=row["status"])
        write(ax, right - 0.08, y, f"{int(row['n_units'])}", size=SMALL, color=QUIET, ha="right")
        if "modal" in table:
            share = "" if pd.isna(row["modal_share"]) else f" {percent(row['modal_share'])}"
            text = fit_text(str(row["modal"]), CODE - 0.4, size=SMALL) + share
            write(ax, right + 0.05, y, text, size=SMALL, color=QUIET)
    return ax


def _bands(ax: Axes, scale: Scale, bottom: float, statuses: Mapping[str, str] | None) -> None:
    """Shade and name the ranges between the marks, and write the scale."""
    names = {"rely": "rely", "tentative": "tentative", "not used": "not used"} | dict(
        statuses or {}
    )
    edges = (scale.low, *MARKS, 1.0)
    shades = ("#f4ebe4", "#f3f3ef", "#e9eef4")
    for start, stop, shade, key in zip(
        edges[:-1], edges[1:], shades, ("not used", "tentative", "rely"), strict=True
    ):
        left, right = float(scale(start)), float(scale(stop))
        ax.add_patch(
            Rectangle(
                (left, TOP - 0.04), right - left, bottom - TOP + 0.06, facecolor=shade,
                edgecolor="none", zorder=0, label="band",
            )
        )  # fmt: skip
        room = fit_text(names[key], right - left + 0.1, size=SMALL)
        write(ax, (left + right) / 2, 0.24, room, size=SMALL, color=INK, ha="center")
    for tick in (scale.low, *MARKS, 1.0):
        x = float(scale(tick))
        line(ax, [x, x], [TOP - 0.04, bottom + 0.02], color=RULE if tick not in MARKS else QUIET)
        text = f"{tick:.3f}".rstrip("0").removesuffix(".").removeprefix("0") or "0"
        text = {"1": "1", ".8": ".80"}.get(text, text)
        write(ax, x, TOP - 0.14, text, size=SMALL, color=QUIET, ha="center")
