"""Unit squares: one square per claim, binding to the right, dividing to the left."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from frameline.charts import AMBIVALENT, BINDING, DIVIDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.chips import STATUSES, chip, chip_height, chip_width
from frameline.charts.placement import line_height, text_width, wrap_text
from frameline.charts.sheet import SMALL, TINY, dated_name, write
from frameline.charts.words import word

COLOURS = {"binding": BINDING, "dividing": DIVIDING, "ambivalent": AMBIVALENT}
HEADER, FOOT, GAP = 0.68, 0.05, 0.14
LARGEST, SMALLEST = 0.105, 0.074
LABELS = 1.42


@dataclass(frozen=True)
class _Columns:
    """Where the columns of the sheet stand, in inches, and how the squares stack."""

    name: float
    labels: float
    left: float
    right: float
    net: tuple[float, float]
    margin: float
    axis: float
    gutter: float
    pitch: float
    stack: int
    row: float


def unit_squares_height(table: pd.DataFrame, *, width: float = 6.2) -> float:
    """Return the height in inches that `unit_squares` needs for a table."""
    return HEADER + FOOT + len(table) * _columns(table, width).row


def unit_squares(ax: Axes, table: pd.DataFrame, *, colours: Mapping[str, str] = COLOURS) -> Axes:
    """Show how each text labels the pair, beside the claims it makes about the pair.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(unit_squares_height(table))`.
    table : DataFrame
        One row per document, in the order of the rows. `name` and the counts `binding`,
        `dividing`, `ambivalent`; optional `year` (printed first), `title_label`, `body_label`
        (text, blank when the document has none), `body_use` ("asserted", or how else the body label
        is used: "reported", "negated" ...), `vantage` (text of the right margin), and `net`
        (-1 to 1) with `low` and `high`.
    colours : mapping
        Colours of `binding`, `dividing` and `ambivalent`.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    width, _ = page(ax)
    columns = _columns(table, width)
    _header(ax, table, columns, colours, width)
    bottom = HEADER + len(table) * columns.row
    ax.plot([columns.axis] * 2, [HEADER - 0.04, bottom], color=INK, lw=0.7, zorder=1, label="axis")
    for index, row in enumerate(table.to_dict("records")):
        middle = HEADER + (index + 0.5) * columns.row
        if index:
            edge = HEADER + index * columns.row
            ax.plot([0, width], [edge, edge], color=RULE, lw=0.6, zorder=0, label="rule")
        _name(ax, row, columns, middle)
        _squares(ax, row, columns, middle, colours)
        _net(ax, row, columns, middle)
        _margin(ax, row, columns, middle, width)
    return ax


def _columns(table: pd.DataFrame, width: float) -> _Columns:
    """Divide the sheet, and choose how many squares stand on one another."""
    has_labels = {"title_label", "body_label"} & set(table.columns)
    labels_at = 1.0 if width > 5 else 0.85
    left = labels_at + (LABELS + 0.06 if has_labels else 0)
    margin = width - (0.72 if "vantage" in table else 0.42)
    net_width = 0.86 if "net" in table else 0
    right = margin - net_width - (0.22 if net_width else 0.1)
    counts = table[["binding", "dividing", "ambivalent"]].astype(int).max().fillna(0)
    room = right - left - 0.56
    for stack in range(3, 100):
        columns = {side: math.ceil(counts[side] / stack) for side in counts.index}
        gutter = max(columns["ambivalent"], 1) + 0.5
        total = max(columns["binding"], 1) + max(columns["dividing"], 1) + gutter
        pitch = min(LARGEST, room / total)
        if pitch >= SMALLEST:
            break
    axis = left + 0.26 + max(columns["dividing"], 1) * pitch + gutter * pitch / 2
    axis += max(0.0, (room - total * pitch) / 2)
    row = max(stack * pitch, 2 * chip_height() + 0.04, 3 * line_height(8.5, 1.4)) + GAP
    return _Columns(
        0.0,
        labels_at,
        left,
        right,
        (margin - 0.15 - net_width, margin - 0.15),
        margin,
        axis,
        gutter * pitch,
        pitch,
        stack,
        row,
    )


def _header(
    ax: Axes, table: pd.DataFrame, columns: _Columns, colours: Mapping[str, str], width: float
) -> None:
    """Print what each column holds; the directions are the legend."""
    low = HEADER - 0.13
    for number, (text, status, colour) in enumerate(_key(table)):
        y = low - 0.2 * (len(_key(table)) - 1 - number)
        chip(ax, columns.labels, y, text, status=status, size=TINY, colour=colour)
    side = columns.gutter / 2 + 0.02
    for text, sign, key in [
        (word("binding-ahead"), 1, "binding"),
        (word("dividing-ahead"), -1, "dividing"),
    ]:
        write(
            ax, columns.axis + sign * side, low, text, weight="semibold", color=colours[key],
            ha="left" if sign > 0 else "right",
        )  # fmt: skip
    if table["ambivalent"].fillna(0).sum():
        words = word("ambivalent")
        left = columns.axis - text_width(words, SMALL) / 2
        square = np.array([left - 0.03]), np.array([low - 0.2])
        _draw(ax, *square, columns.pitch, "key", colours["ambivalent"])
        write(ax, left + 0.06, low - 0.2, words, size=SMALL, color=QUIET)
    if "net" in table:
        x0, x1 = columns.net
        write(
            ax, (x0 + x1) / 2, low - 0.2, word("net-balance"), size=SMALL, color=QUIET, ha="center"
        )
        for x, text in [(x0, "−1"), ((x0 + x1) / 2, "0"), (x1, "+1")]:
            write(ax, x, low, text, size=TINY, color=QUIET, ha="center")
    if "vantage" in table:
        for text, y in ((word("about-whose"), low - 0.15), (word("choices"), low)):
            write(ax, columns.margin, y, text, size=SMALL, color=QUIET)


def _key(table: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Words, look and colour of the chips that occur; titles come first in every row."""
    key = [(word("in-the-title"), "outline", INK)] if "title_label" in table else []
    if "body_label" not in table:
        return key
    uses = table.get("body_use", pd.Series("asserted", index=table.index)).fillna("asserted")
    if (uses == "asserted").any():
        key.append((word("asserted-in-the-text"), "asserted", INK))
    if (uses != "asserted").any():
        key.append((word("not-asserted"), "reported", QUIET))
    return key


def _name(ax: Axes, row: Mapping[Any, Any], columns: _Columns, middle: float) -> None:
    """Print year and name, and the two labels as chips."""
    year = str(row.get("year", ""))
    dated_name(ax, 0, middle, str(row["name"]), year, columns.labels - 0.08)
    use = str(row.get("body_use", "asserted") or "asserted")
    body = use if use in STATUSES else "reported"
    shown = [
        (str(row[column]), status)
        for column, status in [("title_label", "outline"), ("body_label", body)]
        if str(row.get(column, "") or "")
    ]
    step = chip_height() + 0.045
    for number, (text, status) in enumerate(shown):
        y = middle + (number - (len(shown) - 1) / 2) * step
        # A long label is set a little smaller before it is cut.
        size = SMALL if chip_width(text, SMALL, status) <= LABELS else TINY
        colour = INK if status in ("asserted", "outline") else QUIET
        chip(ax, columns.labels, y, text, status=status, size=size, max_width=LABELS, colour=colour)


def _squares(
    ax: Axes, row: Mapping[Any, Any], columns: _Columns, middle: float, colours: Mapping[str, str]
) -> None:
    """Draw the squares of one document, filling column by column away from the axis."""
    for key, sign in [("binding", 1), ("dividing", -1), ("ambivalent", 0)]:
        count = int(row[key])
        across, down = np.divmod(np.arange(count), columns.stack)
        if sign:
            x = columns.axis + sign * (columns.gutter / 2 + (across + 0.5) * columns.pitch)
        else:
            # The grey ones stand on the axis itself, centred in both directions.
            wide = math.ceil(count / columns.stack) if count else 1
            x = columns.axis + (across - (wide - 1) / 2) * columns.pitch
        tall = min(count, columns.stack) if sign == 0 else columns.stack
        y = middle + (down - (tall - 1) / 2) * columns.pitch
        _draw(ax, x, y, columns.pitch, key, colours[key])
        if sign:
            edge = columns.gutter / 2 + math.ceil(count / columns.stack) * columns.pitch + 0.035
            write(
                ax, columns.axis + sign * edge, middle, f"{count}", size=SMALL, color=colours[key],
                weight="semibold", ha="left" if sign > 0 else "right",
            )  # fmt: skip


def _draw(ax: Axes, x: np.ndarray, y: np.ndarray, pitch: float, key: str, colour: str) -> None:
    """Draw squares as one collection: dividing ones are outlines, the others filled."""
    line = 0.9 if key == "dividing" else 0.0
    half = (pitch * 0.84 - line / 72) / 2
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    squares = np.stack([x, y], axis=1)[:, None, :] + corners[None]
    ax.add_collection(
        PolyCollection(
            list(squares),
            facecolors="white" if key == "dividing" else colour,
            edgecolors=colour,
            linewidths=line,
            zorder=2,
            label=key,
        ),
        autolim=False,
    )


def _net(ax: Axes, row: Mapping[Any, Any], columns: _Columns, middle: float) -> None:
    """Draw net valence with its interval on the small scale that all rows share."""
    if "net" not in row:
        return
    x0, x1 = columns.net
    centre, half = (x0 + x1) / 2, (x1 - x0) / 2
    top, bottom = middle - columns.row / 2, middle + columns.row / 2
    for x in (x0, x1) if pd.isna(row["net"]) else (x0, centre, x1):
        shade = QUIET if x == centre else RULE
        ax.plot([x, x], [top, bottom], color=shade, lw=0.6, zorder=0, label="scale")
    if pd.isna(row["net"]):
        missing = word("too-short")
        words = missing if text_width(missing, TINY, style="italic") < x1 - x0 else "–"
        write(ax, centre, middle, words, size=TINY, color=QUIET, ha="center", style="italic")
        return
    if not pd.isna(row.get("low")):
        ends = [centre + half * float(row["low"]), centre + half * float(row["high"])]
        ax.plot(ends, [middle] * 2, color=INK, lw=1.6, zorder=2, label="interval")
    ax.plot(centre + half * float(row["net"]), middle, "o", color=INK, ms=5, zorder=3, label="net")


def _margin(
    ax: Axes, row: Mapping[Any, Any], columns: _Columns, middle: float, width: float
) -> None:
    """Print whose choices the text discusses, and the number of squares."""
    count = int(row["binding"]) + int(row["dividing"]) + int(row["ambivalent"])
    lines = [f"n = {count}"]
    vantage = str(row.get("vantage", "") or "")
    if vantage:
        room = width - columns.margin
        lines = [*wrap_text(vantage, room, size=8, max_lines=2).split("\n"), *lines]
    step = line_height(SMALL, 1.35)
    for number, line in enumerate(lines):
        y = middle + (number - (len(lines) - 1) / 2) * step
        colour = QUIET if line.startswith("n =") else INK
        write(ax, columns.margin, y, line, size=SMALL, color=colour)
