"""Arrows: who acts on whom in each text, as arrows between two actors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from frameline.charts import QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width, wrap_text
from frameline.charts.sheet import SMALL, TINY, line, need, percent, write
from frameline.charts.words import word

FIRST, SECOND, BOTH, NEITHER = "A>B", "B>A", "mutual", "na"
#: Neither blue nor orange: an arrow says who acts, not whether that binds or divides.
COLOURS = {FIRST: "#1f6b5c", SECOND: "#7a1f4b", BOTH: "#5a5a5a"}
HEAD, FOOT, NAME, RIGHT = 0.36, 0.22, 1.45, 0.85
LANE, GAP = 0.235, 0.13  # of an arrow, and between texts
THICK, THIN, TIP = 0.2, 0.012, 0.13  # an arrow of all claims and of hardly any, its tip
FEW = 8  # more texts than this stand in one line each
SHORT_ROW, CELL_GAP = 0.27, 0.18


@dataclass(frozen=True)
class _Arrow:
    """One arrow to draw: its ends, thickness, colour and whether it has a tip at either end."""

    left: float
    right: float
    thick: float
    colour: str
    tips: tuple[bool, bool]


def arrows_height(table: pd.DataFrame, *, few: int = FEW) -> float:
    """Return the height in inches that `arrows` needs for a table."""
    row = 3 * LANE + GAP if len(table) <= few else SHORT_ROW
    return HEAD + FOOT + row * len(table) + 0.1


def arrows(
    ax: Axes,
    table: pd.DataFrame,
    *,
    actors: tuple[str, str] = ("first", "second"),
    codes: Sequence[str] = (FIRST, SECOND, BOTH, NEITHER),
    colours: Mapping[str, str] | None = None,
    few: int = FEW,
) -> Axes:
    """Show who acts on whom in each text, and in how many of its claims.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(arrows_height(table))`.
    table : DataFrame
        One row per text, in the order of the rows, as `frameline.measures.direction.directions`
        gives it with ``by=("doc_id",)``: `name`, and for each of `codes` its number of claims;
        the sum of a row is the n of the text. Other columns are not read.
    actors : pair of str
        What to call the two.
    codes : sequence of four str
        Columns: first acts on second, second on first, both on each other, neither.
    colours : mapping, optional
        Colours of the first three codes.
    few : int
        More texts than this stand in one line each; 0 gives the low form to any number.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches. The thickness of an arrow is the share of the text's
        claims, printed on it; an arrow without claims is a dotted line. Up to ``few`` texts stand
        between two lines, one for each actor; more stand in one line each.

    Raises
    ------
    ValueError
        When the table is empty, lacks a column or holds a negative number.
    """
    need(table, ("name", *codes), "arrows")
    counts = table[list(codes)].fillna(0).to_numpy(dtype=float)
    if (counts < 0).any():
        raise ValueError("arrows: a number of claims is below 0.")
    _, height = page(ax)
    look = COLOURS | dict(colours or {})
    shades = [look.get(code, look[own]) for code, own in zip(codes, COLOURS, strict=False)]
    draw = _between if len(table) <= few else _in_line
    draw(ax, [str(name) for name in table["name"]], counts, shades, actors)
    write(
        ax, 0, height - 0.08, word("arrows-foot"), size=TINY, color=QUIET,
    )  # fmt: skip
    return ax


def _between(
    ax: Axes, names: list[str], counts: np.ndarray, shades: list[str], actors: tuple[str, str]
) -> None:
    """Draw few texts: three arrows one under the other between the lines of the two actors."""
    width = ax.get_xlim()[1]
    room = min(max(text_width(actor, weight="semibold") for actor in actors), 1.0)
    left, right = NAME + room / 2, width - RIGHT - room / 2
    bottom = HEAD + len(names) * (3 * LANE + GAP)
    for x, actor, shade in ((left, actors[0], shades[0]), (right, actors[1], shades[1])):
        words = fit_text(actor, 1.0, weight="semibold")
        write(ax, x, 0.12, words, weight="semibold", color=shade, ha="center")
        line(ax, [x, x], [0.23, bottom], color=shade, lw=1.4, label="actor")
    write(ax, width, 0.12, word("neither"), size=SMALL, color=QUIET, ha="right")
    for i, (name, row) in enumerate(zip(names, counts, strict=True)):
        top = HEAD + i * (3 * LANE + GAP)
        if i:
            line(ax, [0, width], [top, top], label="rule")
        _name(ax, name, row, top + (3 * LANE + GAP) / 2)
        total = row.sum() or np.nan
        order = ((0, (False, True)), (2, (True, True)), (1, (True, False)))
        for lane, (code, tips) in enumerate(order):
            y = top + GAP / 2 + LANE * (lane + 0.5)
            share = row[code] / total
            arrow = _Arrow(left + 0.04, right - 0.04, _thick(share), shades[code], tips)
            _draw(ax, arrow, y, share, f"arrow {code}")
            _on(ax, (left + right) / 2, y, share, int(row[code]), shades[code])
        y = top + (3 * LANE + GAP) / 2
        write(ax, width, y, _say(row[3] / total, int(row[3])), size=SMALL, color=QUIET, ha="right")


def _in_line(
    ax: Axes, names: list[str], counts: np.ndarray, shades: list[str], actors: tuple[str, str]
) -> None:
    """Draw many texts: three short arrows side by side in each row."""
    width = ax.get_xlim()[1]
    cell = (width - NAME - RIGHT - 0.35) / 3
    order = ((0, (False, True)), (2, (True, True)), (1, (True, False)))
    for place, (code, _) in enumerate(order):
        sign = ("→", "←", "↔")[code]
        half = (cell - CELL_GAP - text_width(f" {sign} ", SMALL, "semibold")) / 2
        a, b = (fit_text(actor, half, size=SMALL, weight="semibold") for actor in actors)
        x = NAME + 0.35 + cell * place
        write(ax, x, 0.14, f"{a} {sign} {b}", size=SMALL, weight="semibold", color=shades[code])
    write(ax, NAME + 0.2, 0.14, "n", size=SMALL, color=QUIET, ha="right")
    write(ax, width, 0.14, word("neither"), size=SMALL, color=QUIET, ha="right")
    for i, (name, row) in enumerate(zip(names, counts, strict=True)):
        y = HEAD + SHORT_ROW * (i + 0.5)
        line(ax, [0, width], [y - SHORT_ROW / 2] * 2, label="rule")
        write(ax, 0, y, fit_text(name, NAME - 0.1, size=SMALL), size=SMALL)
        write(ax, NAME + 0.2, y, f"{int(row.sum())}", size=SMALL, color=QUIET, ha="right")
        total = row.sum() or np.nan
        for place, (code, tips) in enumerate(order):
            x, share = NAME + 0.35 + cell * place, row[code] / total
            arrow = _Arrow(x, x + 0.42, _thick(share), shades[code], tips)
            _draw(ax, arrow, y, share, f"arrow {code}")
            words = _say(share, int(row[code]))
            ink = shades[code] if share > 0 else QUIET
            write(ax, x + 0.49, y, words, size=SMALL, color=ink)
        write(ax, width, y, _say(row[3] / total, int(row[3])), size=SMALL, color=QUIET, ha="right")


def _thick(share: float) -> float:
    return 0.0 if not share > 0 else max(THICK * share, THIN)


def _say(share: float, count: int) -> str:
    """Share and number of claims; a text without claims has no share."""
    return f"{percent(share)} ({count})" if np.isfinite(share) else "–"


def _name(ax: Axes, name: str, row: np.ndarray, middle: float) -> None:
    """Write the name of a text with its number of claims."""
    lines = wrap_text(name, NAME - 0.15, max_lines=2)
    step = 0.085 * (lines.count("\n") + 1)
    write(ax, 0, middle - 0.085, lines)
    write(ax, 0, middle + step, f"n = {int(row.sum())}", size=SMALL, color=QUIET)


def _draw(ax: Axes, arrow: _Arrow, y: float, share: float, label: str) -> None:
    """Draw one arrow as a closed shape; a dotted line where there are no claims."""
    if not share > 0:
        ends = [arrow.left, arrow.right]
        line(ax, ends, [y, y], color=RULE, lw=0.9, ls=(0, (1, 2)), label=f"{label} none")
        return
    half = arrow.thick / 2
    wide = half + 0.035
    start = arrow.left + (TIP if arrow.tips[0] else 0)
    stop = arrow.right - (TIP if arrow.tips[1] else 0)
    left = [(start, wide), (arrow.left, 0), (start, -wide)] if arrow.tips[0] else []
    right = [(stop, -wide), (arrow.right, 0), (stop, wide)] if arrow.tips[1] else []
    shape = [(start, half), *left, (start, -half), (stop, -half), *right, (stop, half)]
    points = [(x, y + rise) for x, rise in shape]
    ax.add_patch(Polygon(points, closed=True, fc=arrow.colour, ec="none", zorder=2, label=label))


def _on(ax: Axes, x: float, y: float, share: float, count: int, colour: str) -> None:
    """Print the share on an arrow, in a gap that it leaves."""
    words = _say(share, count)
    half = text_width(words, SMALL, "semibold") / 2 + 0.05
    box = [(x - half, y - 0.1), (x + half, y - 0.1), (x + half, y + 0.1), (x - half, y + 0.1)]
    ax.add_patch(Polygon(box, closed=True, fc="white", ec="none", zorder=3, label="ground"))
    ink = colour if share > 0 else QUIET
    write(ax, x, y, words, size=SMALL, weight="semibold", color=ink, ha="center", zorder=4)
