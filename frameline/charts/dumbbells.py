"""Dumbbells: the reasons that differ most between two texts, step by step."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    interval,
    label_of,
    line,
    marks,
    need,
    percent,
    signed,
    write,
)
from frameline.charts.words import word

HEAD, ROW, GAP, AXIS, FOOT = 0.34, 0.245, 0.16, 0.3, 0.12
NAME, RIGHT = 2.25, 2.05
CLAIMS, POINTS = 1.52, 0.98  # right edges of these columns, from the right
#: A list of more steps is for looking up, which the data are for: the chart shows the largest.
MANY, MOST = 8, 20
STEP = ["name_from", "name_to"]
UNCLEAR = "no clear difference"
CLEAR = "clearly more"


def chosen(table: pd.DataFrame, top: int) -> list[tuple[str, str, pd.DataFrame]]:
    """The steps, each with its `top` largest differences, largest gain first.

    Of more than `MANY` steps only those with one of the `MOST` largest differences of all.
    """
    steps = {}
    for names, part in table.groupby(STEP, sort=False):
        largest = _largest(part.dropna(subset=["diff"]), top)
        steps[names] = largest.sort_values("diff", ascending=False)
    if len(steps) > MANY:
        kept = _largest(pd.concat(steps.values()), MOST).index
        steps = {names: part[part.index.isin(kept)] for names, part in steps.items()}
    shown = {names: part for names, part in steps.items() if len(part) or len(steps) <= MANY}
    return [(str(start), str(end), part) for (start, end), part in shown.items()]


def _largest(table: pd.DataFrame, count: int) -> pd.DataFrame:
    """The rows of the largest differences, whichever way."""
    order = table["diff"].abs().sort_values(ascending=False, kind="stable").index
    return table.reindex(order).head(count)


def dumbbells_height(table: pd.DataFrame, *, top: int = 6) -> float:
    """Return the height in inches that `dumbbells` needs for a table."""
    steps = chosen(table, top)
    return AXIS + sum(HEAD + ROW * len(part) + GAP for _, _, part in steps) + FOOT


def dumbbells(
    ax: Axes,
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    top: int = 6,
    min_n: int = 3,
) -> Axes:
    """Show which reasons gain and which lose from one text to another.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(dumbbells_height(table, top=top))`.
    table : DataFrame
        One row per step and code: `name_from`, `name_to`, `code`, `share_from`, `share_to`,
        `diff`, `low`, `high` (interval of the difference), `k_from`, `k_to`, `verdict`.
    labels : mapping, optional
        What to call the codes.
    top : int
        Reasons shown for each step; of more than `MANY` steps only the `MOST` largest
        differences of all, and the chart says how many are not shown.
    min_n : int
        Claims of both texts together below which the later mark is drawn open.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: a ring for the earlier text, a disc for the later one;
        printed at the right, the claims of both texts and the difference in points with its
        interval, bold when it is clear.
    """
    columns = ("name_from", "name_to", "code", "share_from", "share_to", "diff", "low", "high")
    need(table, (*columns, "k_from", "k_to", "verdict"), "dumbbells")
    width, _ = page(ax)
    steps = chosen(table, top)
    shown = pd.concat([part for _, _, part in steps])
    most = float(max(shown["share_from"].max(), shown["share_to"].max(), 0.05))
    scale = Scale(0, most, NAME, width - RIGHT)
    _axis(ax, scale, width)
    y = AXIS
    for start, end, part in steps:
        heading = fit_text(f"{start} → {end}", width - RIGHT, weight="semibold")
        write(ax, 0, y + 0.14, heading, weight="semibold")
        top_y, y = y + HEAD, y + HEAD
        for row in part.to_dict("records"):
            _row(ax, row, y + ROW / 2, scale, width, labels, min_n)
            y += ROW
        for tick in scale.ticks(4):
            x = float(scale(tick))
            line(ax, [x, x], [top_y - 0.02, y + 0.02], zorder=0, color=RULE, label="grid")
        y += GAP
    words = word("dumbbells-foot")
    more = int(table["diff"].notna().sum()) - len(shown)
    words += (
        f" · {word('more-in-the-data', count=more)}" if table.groupby(STEP).ngroups > MANY else ""
    )
    write(ax, 0, y, words, size=TINY, color=QUIET)
    return ax


def _axis(ax: Axes, scale: Scale, width: float) -> None:
    """Write the scale once, at the top, with the key to the two marks."""
    for tick in scale.ticks(4):
        write(
            ax, float(scale(tick)), 0.18, percent(tick + 0.0), size=SMALL, color=QUIET, ha="center"
        )
    write(ax, 0, 0.18, word("share-of-claims"), size=SMALL, color=QUIET)
    marks(ax, 1.12, 0.18, filled=False, size=4.5, colour=QUIET)
    write(ax, 1.2, 0.18, word("from"), size=SMALL, color=QUIET)
    marks(ax, 1.62, 0.18, size=4.5, colour=QUIET)
    write(ax, 1.7, 0.18, word("to"), size=SMALL, color=QUIET)
    for at, words in ((CLAIMS, "claims"), (POINTS, "points"), (0, "interval-head")):
        write(ax, width - at, 0.18, word(words), size=SMALL, color=QUIET, ha="right")


def _row(
    ax: Axes,
    row: dict,
    y: float,
    scale: Scale,
    width: float,
    labels: Mapping[str, str] | None,
    min_n: int,
) -> None:
    """Draw one reason: from ring to disc, difference at the right."""
    noise = row["verdict"] == UNCLEAR
    # Blue and orange are kept for binding and dividing; a gain of a reason is neither.
    colour = QUIET if noise else INK
    start, stop = float(scale(row["share_from"])), float(scale(row["share_to"]))
    write(ax, NAME - 0.12, y, fit_text(label_of(row["code"], labels), NAME - 0.15), ha="right",
          color=QUIET if noise else INK)  # fmt: skip
    interval(ax, start, stop, y, color=colour, lw=1.8, label="step")
    few = int(row["k_from"]) + int(row["k_to"]) < min_n
    marks(ax, start, y, filled=False, colour=colour, size=4.5, label="from")
    marks(ax, stop, y, filled=not few, colour=colour, size=5, label="to")
    clear = row["verdict"] == CLEAR
    bold = "semibold" if clear else "normal"
    ink = QUIET if noise else INK
    counts = f"{int(row['k_from'])} → {int(row['k_to'])}"
    write(ax, width - CLAIMS, y, counts, size=SMALL, ha="right", color=QUIET)
    write(ax, width - POINTS, y, signed(100 * row["diff"]), ha="right", weight=bold, color=ink)
    if pd.notna(row["low"]) and pd.notna(row["high"]):
        text = word("range", low=signed(100 * row["low"]), high=signed(100 * row["high"]))
        write(ax, width, y, text, size=SMALL, ha="right", color=QUIET)
