"""Arcs: the running balance of a text, from its first claim to its last."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, spread, text_width
from frameline.charts.sheet import SMALL, Scale, line, marks, need, ordered, signed, write
from frameline.charts.words import word

TOP, BOTTOM, LEFT, RIGHT = 0.42, 0.3, 0.34, 0.42
SHADE = "#ecebe2"
RAIL = "#8f8b78"
BAND, BAND_EDGE = "#cfdbe8", "#7d97b3"


def arcs(
    axes: Sequence[Axes],
    table: pd.DataFrame,
    *,
    turns: pd.DataFrame | None = None,
    envelope: pd.DataFrame | None = None,
) -> Sequence[Axes]:
    """Show where each text grants and where it turns.

    Parameters
    ----------
    axes : sequence of Axes
        One per text, made with `panels(count)`; one more, where given, holds the key. All panels
        share one scale.
    table : DataFrame
        One row per claim in reading order: `doc_id`, `name`, `position` (0 to 100), `running`
        (binding minus dividing claims so far), `own` and `conceded` (bool).
    turns : DataFrame, optional
        `doc_id`, `kind` ("peak", "trough"), `position`, `running`: the one farther from the end of
        the line is marked and labelled.
    envelope : DataFrame, optional
        `doc_id`, `position`, `low`, `high`: the band of other coders' lines.

    Returns
    -------
    sequence of Axes
        The same Axes, each a sheet in inches.
    """
    need(table, ("doc_id", "name", "position", "running", "own", "conceded"), "arcs")
    documents = ordered(table["doc_id"])
    if len(axes) < len(documents):
        raise ValueError(f"arcs: {len(documents)} texts need as many axes, not {len(axes)}.")
    reach = [table["running"].min(), table["running"].max(), 0]
    if envelope is not None and len(envelope):
        reach += [envelope["low"].min(), envelope["high"].max()]
    low, high = float(np.nanmin(reach)), float(np.nanmax(reach))
    for ax, doc in zip(axes, documents, strict=False):
        own = [None if t is None else t[t["doc_id"] == doc] for t in (turns, envelope)]
        _panel(ax, table[table["doc_id"] == doc], low, high, *own)
    for ax in axes[len(documents) :]:
        _key(ax, envelope is not None and len(envelope) > 0)
    return axes


def _key(ax: Axes, band: bool) -> None:
    """Say how to read the panels, in the place that is left."""
    width, _ = page(ax)
    write(ax, 0, 0.1, word("how-to-read"), weight="semibold", color=QUIET)
    x, step = 0.32, 0.24
    rows = [
        word("arc-up"),
        word("arc-down"),
        word("arc-other"),
        word("arc-conceded"),
    ]
    if band:
        rows.append(word("arc-band"))
    for i, text in enumerate(rows):
        y = 0.42 + step * i
        write(ax, x, y, fit_text(text, width - x, size=SMALL), size=SMALL)
        if i < 2:
            rise = 0.05 if i == 0 else -0.05
            ax.plot(
                [0, 0.11, 0.11, 0.22], [y + rise, y + rise, y - rise, y - rise], color=INK, lw=1.3
            )
        elif i == 2:
            marks(ax, 0.11, y, size=3.2, filled=False)
        elif i == 3:
            ax.add_patch(Rectangle((0, y - 0.06), 0.22, 0.12, facecolor=SHADE, edgecolor="none"))
            line(ax, [0, 0.22], [y + 0.06] * 2, color=RAIL, lw=2)
        else:
            ax.add_patch(
                Rectangle((0, y - 0.05), 0.22, 0.1, facecolor=BAND, edgecolor=BAND_EDGE, lw=0.4)
            )


def _panel(
    ax: Axes,
    part: pd.DataFrame,
    low: float,
    high: float,
    turns: pd.DataFrame | None,
    envelope: pd.DataFrame | None,
) -> None:
    """Draw one text."""
    width, height = page(ax)
    across = Scale(0, 100, LEFT, width - RIGHT)
    upward = Scale(low, high, height - BOTTOM, TOP)
    _frame(ax, part, across, upward, width)
    _shade(ax, part, across, upward)
    if envelope is not None and len(envelope):
        _band(ax, envelope, across, upward)
    x = np.concatenate([[0.0], part["position"].to_numpy(dtype=float)])
    y = np.concatenate([[0.0], part["running"].to_numpy(dtype=float)])
    ax.plot(across(x), upward(y), color=INK, lw=1.3, drawstyle="steps-post", zorder=4, label="arc")
    others = ~part["own"].astype(bool).to_numpy()
    if others.any():
        marks(
            ax, across(x[1:][others]), upward(y[1:][others]), size=3.2, filled=False, label="other"
        )
    _ends(ax, x, y, across, upward, turns)


def _frame(ax: Axes, part: pd.DataFrame, across: Scale, upward: Scale, width: float) -> None:
    """Write the name with n, the zero line and the ends of both axes."""
    title = fit_text(str(part["name"].iloc[0]), width, weight="semibold")
    write(ax, 0, 0.1, title, weight="semibold")
    zero = float(upward(0))
    line(ax, [across.start, across.stop], [zero, zero], color=QUIET, lw=0.8, label="zero")
    ticks = [t for t in upward.ticks(3) if t != 0]
    for tick in ticks:
        y = float(upward(tick))
        line(ax, [across.start, across.stop], [y, y], color=RULE, label="grid")
    for tick in [*ticks, 0]:
        colour = BINDING if tick > 0 else DIVIDING if tick < 0 else QUIET
        write(
            ax,
            across.start - 0.05,
            float(upward(tick)),
            signed(tick),
            size=SMALL,
            color=colour,
            ha="right",
        )
    base = upward.start + 0.16
    write(ax, across.start, base, word("start"), size=SMALL, color=QUIET)
    write(ax, across.stop, base, word("end-of-text"), size=SMALL, color=QUIET, ha="right")
    middle = (across.start + across.stop) / 2
    write(ax, middle, base, f"n = {len(part)}", size=SMALL, color=QUIET, ha="center")


def _shade(ax: Axes, part: pd.DataFrame, across: Scale, upward: Scale) -> None:
    """Shade the stretches that the author concedes."""
    granted = part["conceded"].astype(bool).to_numpy()
    ends = across(part["position"].to_numpy(dtype=float))
    starts = np.concatenate([[across.start], ends[:-1]])
    change = np.flatnonzero(np.diff(np.concatenate([[0], granted.astype(int), [0]])))
    for first, last in zip(change[::2], change[1::2], strict=True):
        left, right = float(starts[first]), float(ends[last - 1])
        box = (left, upward.stop), right - left, upward.start - upward.stop
        ax.add_patch(Rectangle(*box, fc=SHADE, ec="none", zorder=0, label="conceded"))
        # A rail under the shade: pale grounds do not survive a photocopy.
        line(ax, [left, right], [upward.start + 0.03] * 2, color=RAIL, lw=2, label="rail")


def _band(ax: Axes, envelope: pd.DataFrame, across: Scale, upward: Scale) -> None:
    """Draw where other coders' lines would run."""
    x = across(envelope["position"].to_numpy(dtype=float))
    low, high = (upward(envelope[side].to_numpy(dtype=float)) for side in ("low", "high"))
    ax.fill_between(
        x, low, high, step="post", fc=BAND, ec=BAND_EDGE, lw=0.4, zorder=2, label="band"
    )


def _ends(
    ax: Axes, x: np.ndarray, y: np.ndarray, across: Scale, upward: Scale, turns: pd.DataFrame | None
) -> None:
    """Label the end of the line, and the turning point farther from it."""
    colour = BINDING if y[-1] > 0 else DIVIDING if y[-1] < 0 else QUIET
    marks(ax, across(x[-1]), upward(y[-1]), size=4.5, colour=colour, label="end")
    write(
        ax, across.stop + 0.07, float(upward(y[-1])), signed(y[-1]), color=colour, weight="semibold"
    )
    if turns is None or turns.empty:
        return
    turn = turns.loc[(turns["running"] - y[-1]).abs().idxmax()]
    distance = abs(float(turn["running"]) - y[-1])
    if distance < 2 or turn["running"] == 0 or not 0 < float(turn["position"]) < 100:
        return
    px, py = float(across(turn["position"])), float(upward(turn["running"]))
    marks(ax, px, py, size=4.5, colour=INK, label="turn")
    above = float(turn["running"]) > y[-1]
    text_y = py - 0.12 if above else py + 0.13
    half = text_width(signed(turn["running"]), SMALL) / 2
    where = spread([px], 2 * half, across.start, across.stop)[0]
    write(ax, where, text_y, signed(turn["running"]), size=SMALL, ha="center", weight="semibold")
