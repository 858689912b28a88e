"""Arc row: the running balance of each text as a share of its claims, one text beside another."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, spread, text_width
from frameline.charts.sheet import (
    SMALL,
    Scale,
    line,
    marks,
    need,
    ordered,
    pale,
    percent,
    signed,
    write,
)
from frameline.charts.words import word

#: Texts in a row, and the height of one row (inches).
COLUMNS, ROW = 4, 1.5
TOP, BOTTOM, RIGHT = 0.4, 0.26, 0.36
#: Room for what is said of a turn below the line.
BELOW = 0.2
SHADE, RAIL = "#ecebe2", "#8f8b78"


def arc_row(
    axes: Sequence[Axes], table: pd.DataFrame, *, turns: pd.DataFrame | None = None
) -> Sequence[Axes]:
    """Show where each text grants and where it turns, all texts on one scale.

    Parameters
    ----------
    axes : sequence of Axes
        One per text, made with ``panels(count, cols=COLUMNS, height=ROW)``.
    table : DataFrame
        One row per claim in reading order: `doc_id`, `name`, `position` (0 to 100), `share`
        (binding minus dividing claims so far, of all claims of the text) and `conceded` (bool).
    turns : DataFrame, optional
        `doc_id`, `position`, `share`: where the text turns; texts that do not turn have no row.

    Returns
    -------
    sequence of Axes
        The same Axes, each a sheet in inches.
    """
    need(table, ("doc_id", "name", "position", "share", "conceded"), "arc_row")
    documents = ordered(table["doc_id"])
    if len(axes) < len(documents):
        raise ValueError(f"arc_row: {len(documents)} texts need as many axes, not {len(axes)}.")
    low, high = min(float(table["share"].min()), 0), max(float(table["share"].max()), 0)
    deep = turns is not None and bool((turns["share"] < 0).any())
    for ax, doc in zip(axes, documents, strict=False):
        turn = turns[turns["doc_id"] == doc] if turns is not None else None
        _panel(ax, table[table["doc_id"] == doc], (low, high), BELOW if deep else 0.0, turn)
    return axes


def _panel(
    ax: Axes,
    part: pd.DataFrame,
    ends: tuple[float, float],
    below: float,
    turn: pd.DataFrame | None,
) -> None:
    """Draw one text."""
    width, height = page(ax)
    across = Scale(0, 100, 0, width - RIGHT)
    low, high = ends
    upward = Scale(low, high if high > low else low + 1, height - BOTTOM - below, TOP)
    name = fit_text(str(part["name"].iloc[0]), width - 0.05, weight="semibold")
    write(ax, 0, 0.1, name, weight="semibold")
    _shade(ax, part, across, upward, height - BOTTOM)
    zero = float(upward(0))
    x = np.concatenate([[0.0], part["position"].to_numpy(dtype=float)])
    y = np.concatenate([[0.0], part["share"].to_numpy(dtype=float)])
    for colour, where in ((BINDING, y > 0), (DIVIDING, y < 0)):
        shown = np.where(where, y, 0.0)
        ax.fill_between(across(x), zero, upward(shown), step="post", fc=pale(colour, 0.78),
                        ec="none", zorder=1, label="area")  # fmt: skip
    line(ax, [across.start, across.stop], [zero, zero], color=QUIET, lw=0.8, label="zero")
    ax.plot(across(x), upward(y), color=INK, lw=1.3, drawstyle="steps-post", zorder=4, label="arc")
    _end(ax, y[-1], across, upward)
    if turn is not None and len(turn):
        _turn(ax, turn.iloc[0], across, upward)
    _foot(ax, part, across, height - BOTTOM)


def _shade(ax: Axes, part: pd.DataFrame, across: Scale, upward: Scale, floor: float) -> None:
    """Shade the stretches that the author concedes, with a rail that survives a photocopy."""
    granted = part["conceded"].astype(bool).to_numpy()
    ends = across(part["position"].to_numpy(dtype=float))
    starts = np.concatenate([[across.start], ends[:-1]])
    change = np.flatnonzero(np.diff(np.concatenate([[0], granted.astype(int), [0]])))
    for first, last in zip(change[::2], change[1::2], strict=True):
        left, right = float(starts[first]), float(ends[last - 1])
        box = (left, upward.stop), right - left, floor - upward.stop
        ax.add_patch(Rectangle(*box, fc=SHADE, ec="none", zorder=0, label="conceded"))
        line(ax, [left, right], [floor + 0.03] * 2, color=RAIL, lw=2, label="rail")


def _end(ax: Axes, share: float, across: Scale, upward: Scale) -> None:
    colour = BINDING if share > 0 else DIVIDING if share < 0 else QUIET
    place = float(upward(share))
    marks(ax, across.stop, place, size=4.5, colour=colour, label="end")
    write(ax, across.stop + 0.07, place, signed(100 * share), color=colour, weight="semibold")


def _turn(ax: Axes, turn: pd.Series, across: Scale, upward: Scale) -> None:
    """Mark where the text turns, and say where that is."""
    x, y = float(across(turn["position"])), float(upward(turn["share"]))
    marks(ax, x, y, size=4.8, filled=False, label="turn")
    said = word("turns-at", share=percent(float(turn["position"]) / 100))
    half = text_width(said, SMALL) / 2
    where = spread([x], 2 * half, across.start, across.stop)[0]
    above = float(turn["share"]) >= 0
    write(ax, where, y - 0.13 if above else y + 0.14, said, size=SMALL, ha="center")


def _foot(ax: Axes, part: pd.DataFrame, across: Scale, floor: float) -> None:
    """Say how much is conceded."""
    share = percent(float(part["conceded"].astype(bool).mean()))
    said = word("share-conceded", share=share)
    write(ax, across.start, floor + 0.15, said, size=SMALL, color=QUIET)
