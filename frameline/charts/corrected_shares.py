"""Corrected shares: what the machine says, hollow, and what it is by people's check, filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width, wrap_text
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    interval,
    label_of,
    line,
    marks,
    need,
    need_room,
    ordered,
    percent,
    write,
)
from frameline.charts.words import word

NEEDED = ("name", "code", "machine", "share", "low", "high", "n")
KEY, HEADER, PITCH, GAP, EDGES = 0.26, 0.56, 0.19, 0.16, 0.1
HOLLOW, FILLED, MACHINE = 6.4, 3.4, QUIET
MOST = 5
"""Cells side by side."""


@dataclass(frozen=True)
class _Layout:
    """Columns of the sheet, in inches."""

    names: list[str]
    codes: list[str]
    heads: list[str]
    labels: float
    scales: list[Scale]


def corrected_shares_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `corrected_shares` needs for a table."""
    return EDGES + KEY + HEADER + table["code"].nunique() * PITCH


def corrected_shares(
    ax: Axes, table: pd.DataFrame, *, labels: Mapping[str, str] | None = None,
    order: Sequence[str] | None = None,
) -> Axes:  # fmt: skip
    """Show the share of each code as a machine has it and as people's check corrects it.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(corrected_shares_height(table))`.
    table : DataFrame
        One row per cell and code: `name` of the cell (at most five), `code`, `machine`, `share`,
        `low`, `high` (0 to 1; missing where nothing was corrected), `n` (items that people read).
    labels, order : optional
        What to call the codes, and their order.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: a column per cell, a row per code. A hollow mark is the
        machine's share, a filled one the corrected share on its interval; where both are the
        same the filled mark stands within the hollow one.
    """
    data = need(table, NEEDED, "corrected_shares")
    width, height = page(ax)
    layout = _layout(data, width, labels, order)
    if len(layout.names) > MOST:
        raise ValueError(f"corrected_shares: {len(layout.names)} cells; at most {MOST}.")
    need_room(height, KEY + HEADER + len(layout.codes) * PITCH, "corrected_shares")
    _key(ax, layout)
    bottom = KEY + HEADER + len(layout.codes) * PITCH
    for name, head, scale in zip(layout.names, layout.heads, layout.scales, strict=True):
        part = data[data["name"] == name]
        _axis(ax, scale, head, part, bottom)
        for row in part.to_dict("records"):
            y = KEY + HEADER + (layout.codes.index(row["code"]) + 0.5) * PITCH
            _pair(ax, row, scale, y)
    for place, code in enumerate(layout.codes):
        y = KEY + HEADER + (place + 0.5) * PITCH
        text = fit_text(label_of(code, labels), layout.labels - 0.05, size=SMALL)
        write(ax, 0, y, text, size=SMALL)
    return ax


def _layout(
    data: pd.DataFrame, width: float, labels: Mapping[str, str] | None,
    order: Sequence[str] | None,
) -> _Layout:  # fmt: skip
    names, codes = ordered(data["name"]), ordered(data["code"], order)
    room = max(text_width(label_of(code, labels), SMALL) for code in codes) + 0.06
    room = min(room, 0.3 * width)
    each = (width - room - 0.08) / len(names)
    scales = [
        Scale(
            0, 1, room + 0.08 + place * each + GAP / 2, room + 0.08 + (place + 1) * each - GAP / 2
        )
        for place in range(len(names))
    ]
    heads = [
        wrap_text(fit_text(str(name), 1.9 * (each - GAP), size=SMALL), each - 0.04, size=SMALL,
                  max_lines=2)
        for name in names
    ]  # fmt: skip
    return _Layout(names, codes, heads, room, scales)


def _key(ax: Axes, layout: _Layout) -> None:
    """What the marks mean, in one line."""
    x = layout.labels + 0.08 + GAP / 2
    marks(ax, x, 0.1, colour=MACHINE, size=HOLLOW, mfc="none", label="key")
    machine, corrected = word("machine-share"), word("corrected-share")
    write(ax, x + 0.1, 0.1, machine, size=SMALL, color=QUIET)
    x += 0.1 + text_width(machine, SMALL) + 0.25
    interval(ax, x - 0.12, x + 0.12, 0.1, color=INK, label="key")
    marks(ax, x, 0.1, colour=INK, size=FILLED, label="key")
    write(ax, x + 0.2, 0.1, corrected, size=SMALL)


def _axis(ax: Axes, scale: Scale, head: str, part: pd.DataFrame, bottom: float) -> None:
    """The scale of one cell: its name, how many items people read, the ends of the scale."""
    middle = (scale.start + scale.stop) / 2
    write(ax, middle, KEY + 0.13, head, size=SMALL, ha="center", weight="semibold")
    n = f"n = {int(part['n'].max()):,}"
    write(ax, middle, KEY + 0.34, n, size=TINY, color=QUIET, ha="center")
    for tick in (0, 0.5, 1):
        x = float(scale(tick))
        line(ax, [x, x], [KEY + HEADER - 0.04, bottom], color=RULE, lw=0.6, zorder=0, label="grid")
    for tick, side in ((0, "left"), (1, "right")):
        text = percent(tick)
        write(ax, float(scale(tick)), KEY + HEADER - 0.1, text, size=TINY, color=QUIET, ha=side)


def _pair(ax: Axes, row: Mapping, scale: Scale, y: float) -> None:
    """The machine's share as a ring, and the corrected one on its interval where there is one."""
    low, high = float(scale(row["low"])), float(scale(row["high"]))
    interval(ax, low, high, y, color=INK, lw=1.2, label="interval")
    if pd.notna(row["share"]):
        marks(ax, float(scale(row["share"])), y, colour=INK, size=FILLED, label="corrected")
    if pd.notna(row["machine"]):
        x = float(scale(row["machine"]))
        marks(ax, x, y, colour=MACHINE, size=HOLLOW, mfc="none", zorder=5, label="machine")
