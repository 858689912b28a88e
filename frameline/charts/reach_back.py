"""Reach-back: which years each text reaches back to."""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import WIDTH, page
from frameline.charts.placement import fit_text, line_height, text_width, wrap_text
from frameline.charts.sheet import (
    BASE,
    LEADING,
    SMALL,
    TINY,
    Scale,
    interval,
    line,
    marks,
    need,
    ordered,
    write,
)
from frameline.charts.words import word

#: How the year of an event is known: printed in the text, or only inferred from it.
PRINTED = "printed"
NAME, RIGHT, HEAD, EARLY = 1.45, 0.15, 0.5, 0.75
ROW, ABOVE = 0.66, 0.42  # least room of a text; of that, above its line, with one name each
DOT, STEP = 0.072, 0.15  # room of a dot, and of a name


def reach_back_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `reach_back` needs for a table."""
    scale = _Years(table, WIDTH - 0.1)
    parts = [part for _, part in table.groupby("name_doc", sort=False)]
    return HEAD + sum(_tall(part, scale) for part in parts) + 0.2


def reach_back(ax: Axes, table: pd.DataFrame, *, label: int = 2) -> Axes:
    """Show which past each text uses, on one axis of years.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(reach_back_height(table))`.
    table : DataFrame
        One row per dated event: `name_doc`, `name` (of the event), `published` (year),
        `year_low`, `year_mid`, `year_high`, `basis`.
    label : int
        Earliest events of each text that are named directly.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: one line per text, the present of the text as a bar,
        filled dots for printed years, rings for inferred ones, bars for ranges. What lies before
        the century that precedes the latest text (before 1900 for texts of the 21st century)
        stands on a compressed part of the axis, behind a break.
    """
    columns = ("name_doc", "name", "published", "year_low", "year_mid", "year_high", "basis")
    need(table, columns, "reach_back")
    width, height = page(ax)
    scale = _Years(table, width)
    for year in scale.ticks():
        x = scale(year)
        line(ax, [x, x], [HEAD - 0.06, height - 0.08], zorder=0, color=RULE, label="grid")
        write(ax, x, HEAD - 0.18, str(year), size=SMALL, color=QUIET, ha="center")
    if scale.early:
        x = NAME + EARLY
        for shift in (-0.03, 0.03):
            line(ax, [x + shift - 0.03, x + shift + 0.03], [HEAD - 0.02, HEAD - 0.12], color=QUIET)
    marks(ax, NAME + 0.05, 0.1, size=4.4, colour=INK)
    write(ax, NAME + 0.15, 0.1, word("printed-year"), size=SMALL, color=QUIET)
    marks(ax, NAME + 1.1, 0.1, size=4.4, colour=INK, filled=False)
    write(ax, NAME + 1.2, 0.1, word("inferred-from-the-text"), size=SMALL, color=QUIET)
    line(ax, [NAME + 2.75, NAME + 2.75], [0.03, 0.17], color=INK, lw=2)
    write(ax, NAME + 2.83, 0.1, word("year-of-the-text"), size=SMALL, color=QUIET)
    top = HEAD
    for name in ordered(table["name_doc"]):
        part = table[table["name_doc"] == name]
        _text(ax, part, str(name), top, scale, width, label)
        top += _tall(part, scale)
    return ax


class _Years:
    """Years to inches: linear from the break on, what is earlier in a strip of fixed width."""

    def __init__(self, table: pd.DataFrame, width: float) -> None:
        low = float(table["year_low"].min())
        high = float(np.nanmax(table[["year_high", "published"]].to_numpy(dtype=float)))
        self.turn = (high // 100 - 1) * 100
        self.early = low < self.turn
        start = NAME + EARLY if self.early else NAME
        recent = table.loc[table["year_low"] >= self.turn, "year_low"]
        first = min(float(recent.min()) if len(recent) else high - 1, high - 1)
        first = np.floor(first / 10) * 10
        self.main = Scale(first, high, start + (0.28 if self.early else 0.1), width - RIGHT)
        self.strip = Scale(low, self.turn, NAME + 0.08, NAME + EARLY - 0.1)

    def __call__(self, year: float) -> float:
        return float(self.strip(year) if self.early and year < self.turn else self.main(year))

    def ticks(self) -> list[int]:
        """Round years on the main part, and the first year on the strip."""
        years = [int(y) for y in self.main.ticks(6) if y == round(y)]
        if not self.early:
            return years
        first = int(np.ceil(self.strip.low / 50) * 50)
        return [first if first < self.turn else int(self.strip.low), *years]


def _levels(part: pd.DataFrame, scale: _Years) -> list[int]:
    """How far below the line each event hangs: those of neighbouring years must not meet."""
    last: list[float] = []
    levels = []
    for year in part["year_mid"].sort_values():
        x = scale(year)
        free = [level for level, taken in enumerate(last) if x - taken >= DOT]
        level = free[0] if free else len(last)
        last[level : level + 1] = [x]
        levels.append(level)
    return levels


def _tall(part: pd.DataFrame, scale: _Years) -> float:
    """Height of a text: more where many events hang below each other."""
    return max(ROW, ABOVE + DOT * max(_levels(part, scale)) + 0.18)


def _text(
    ax: Axes, part: pd.DataFrame, name: str, top: float, scale: _Years, width: float, label: int
) -> None:
    """Draw the line of one text."""
    y = top + ABOVE
    lines = wrap_text(name, NAME - 0.15, max_lines=2)
    write(ax, 0, y - 0.08, lines)
    below = y - 0.08 + (lines.count("\n") + 2) * line_height(BASE, LEADING) / 2
    write(ax, 0, below, f"n = {len(part)}", size=SMALL, color=QUIET)
    line(ax, [NAME, width - RIGHT], [y, y], label="row")
    now = scale(float(part["published"].max()))
    line(ax, [now, now], [y - 0.11, y + 0.11], color=INK, lw=2, zorder=3, label="present")
    rows = part.sort_values("year_mid", kind="stable").to_dict("records")
    for row, level in zip(rows, _levels(part, scale), strict=True):
        if row["year_high"] > row["year_low"]:
            ends = scale(row["year_low"]), scale(row["year_high"])
            interval(ax, *ends, y, color=QUIET, lw=2.2, alpha=0.6, label="range")
        filled = str(row["basis"]) == PRINTED
        x = scale(row["year_mid"])
        marks(ax, x, y + DOT * level, size=4.4, colour=INK, filled=filled, label="event")
    _names(ax, part, y, scale, width, label)


@dataclass(frozen=True)
class _Name:
    """The name of an event: its mark, its words, where they start and end, on which line."""

    mark: float
    words: str
    start: float
    end: float
    level: int

    def crosses(self, other: "_Name") -> bool:
        """Whether two names meet, or the leader of one runs through the other."""
        if self.level == other.level:
            return self.start < other.end + 0.1 and other.start < self.end + 0.1
        low, high = sorted((self, other), key=lambda name: name.level)
        return low.start - 0.02 < high.mark < low.end + 0.02


def _names(ax: Axes, part: pd.DataFrame, y: float, scale: _Years, width: float, label: int) -> None:
    """Name the earliest events above the line, each right over its mark, on one of two lines."""
    first: list[dict] = part.drop_duplicates("name").nsmallest(label, "year_mid").to_dict("records")
    wanted = [(scale(row["year_mid"]), str(row["name"])) for row in first]
    orders = (wanted, wanted[::-1])
    for name in max((_arranged(order, width) for order in orders), key=len):
        up = y - 0.15 - STEP * name.level
        write(ax, name.start, up, name.words, size=TINY, color=QUIET)
        line(ax, [name.mark] * 2, [up + 0.075, y - 0.04], color=QUIET, lw=0.6, label="leader")


def _arranged(wanted: list[tuple[float, str]], width: float) -> list[_Name]:
    """Give each name the lowest line on which it is clear of the others; some may find none."""
    placed: list[_Name] = []
    for mark, name in wanted:
        words = fit_text(name, 0.49 * (width - NAME), size=TINY)
        wide = text_width(words, TINY)
        starts = [start for start in (mark, mark - wide) if NAME <= start <= width - wide]
        for level, start in product((0, 1), starts):
            found = _Name(mark, words, start, start + wide, level)
            if not any(found.crosses(other) for other in placed):
                placed.append(found)
                break
    return placed
