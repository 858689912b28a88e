"""Strategy dots: recommendations on a scale from coercing to rewarding."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import WIDTH, page
from frameline.charts.placement import text_width, wrap_text
from frameline.charts.sheet import SMALL, line, marks, need, ordered, write
from frameline.charts.words import word

STEPS = {-2: "coerce", -1: "pressure", 0: "neutral", 1: "accommodate", 2: "reward"}
FILLS = {"explicit": "full", "hedged": "left", "implicit": "none"}
HEAD, NAME, RIGHT, DOT, STACK = 0.55, 1.45, 0.5, 0.1, 8
#: Room of a name on one line at most, where many rows have to fit a page (inches).
LONG_NAME = 2.55


def strategy_dots_height(table: pd.DataFrame, *, compact: bool = False) -> float:
    """Return the height in inches that `strategy_dots` needs for a table."""
    return HEAD + sum(_tall(table, name, compact) for name in ordered(table["name"])) + 0.05


def strategy_dots(
    ax: Axes,
    table: pd.DataFrame,
    *,
    scale: Mapping[int, str] | None = None,
    kinds: Sequence[str] = tuple(FILLS),
    compact: bool = False,
) -> Axes:
    """Show for each text how hard or soft its recommendations are, one dot each.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(strategy_dots_height(table))`.
    table : DataFrame
        One row per text, step and kind: `name`, `strategy` (-2 to 2), `explicitness`, `n`.
    scale : mapping
        Step to its word.
    kinds : sequence
        Kinds in order: full, half and hollow dots.
    compact : bool
        Names on one line, and rows no higher than their dots.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches. No mean is drawn.
    """
    need(table, ("name", "strategy", "explicitness", "n"), "strategy_dots")
    width, height = page(ax)
    scale = scale or {step: word(name) for step, name in STEPS.items()}
    left = _room_of_names(table) if compact else NAME
    column = (width - left - RIGHT) / len(scale)
    stack = _stack(table, compact)
    place = {step: left + column * (i + 0.5) for i, step in enumerate(sorted(scale))}
    fills = dict(zip(kinds, ("full", "left", "none"), strict=False))
    _key(ax, fills, left)
    for step, x in place.items():
        write(ax, x, HEAD - 0.16, scale[step], size=SMALL, color=QUIET, ha="center")
    for edge in list(place.values())[1:]:
        line(ax, [edge - column / 2] * 2, [HEAD - 0.04, height - 0.05], color=RULE, zorder=0)
    y: float = HEAD
    for name in ordered(table["name"]):
        tall = _tall(table, name, compact)
        part = table[table["name"] == name]
        line(ax, [0, width], [y, y], label="rule")
        lines = 1 if compact else 2
        write(ax, 0, y + tall / 2, wrap_text(str(name), left - 0.1, max_lines=lines))
        total = f"n = {int(part['n'].sum())}"
        write(ax, width, y + tall / 2, total, size=SMALL, color=QUIET, ha="right")
        for step, x in place.items():
            _dots(ax, part[part["strategy"] == step], x, y + tall / 2, fills, list(kinds), stack)
        y += tall
    return ax


def _room_of_names(table: pd.DataFrame) -> float:
    """Room for the longest name on one line."""
    widest = max(text_width(str(name)) for name in table["name"])
    return min(LONG_NAME, widest + 0.15)


def _stack(table: pd.DataFrame, compact: bool) -> int:
    """Dots that stand side by side within a column."""
    if not compact:
        return STACK
    column = (WIDTH - 0.1 - _room_of_names(table) - RIGHT) / len(STEPS)
    return max(1, min(STACK, int((column - 0.06) / DOT)))


def _tall(table: pd.DataFrame, name: str, compact: bool) -> float:
    """Height of a row: more lines where one step has many recommendations."""
    part = table[table["name"] == name]
    most = int(part.groupby("strategy")["n"].sum().max())
    stack = _stack(table, compact)
    least, around = (0.23, 0.12) if compact else (0.42, 0.18)
    return max(least, 0.13 * (-(-most // stack)) + around)


def _dots(
    ax: Axes, part: pd.DataFrame, x: float, y: float, fills: Mapping[str, str], kinds: list[str],
    stack: int,
) -> None:  # fmt: skip
    """Draw the recommendations of one step, wrapped into short lines."""
    every: list[str] = []
    for kind in [*kinds, *[k for k in part["explicitness"] if k not in kinds]]:
        every += [kind] * int(part.loc[part["explicitness"] == kind, "n"].sum())
    lines = -(-len(every) // stack)
    points: dict[str, list[tuple[float, float]]] = {}
    for i, kind in enumerate(every):
        row, place = divmod(i, stack)
        # A last line begins below the first: a dot centred by itself would look set apart.
        at = x + DOT * (place - (min(stack, len(every)) - 1) / 2)
        up = y + 0.13 * (row - (lines - 1) / 2)
        points.setdefault(kind, []).append((at, up))
    for kind, where in points.items():
        marks(
            ax, *zip(*where, strict=True), colour=INK, size=5.4, fillstyle=fills.get(kind, "none"),
            mfc=INK, markerfacecoloralt="white", label=kind,
        )  # fmt: skip


def _key(ax: Axes, fills: Mapping[str, str], left: float) -> None:
    """Name the kinds of dots once."""
    x = left
    for kind, fill in fills.items():
        marks(
            ax, x + 0.05, 0.12, colour=INK, size=5.4, fillstyle=fill, mfc=INK,
            markerfacecoloralt="white", label="key",
        )  # fmt: skip
        write(ax, x + 0.15, 0.12, kind, size=SMALL)
        x += 0.42 + text_width(kind, SMALL)
