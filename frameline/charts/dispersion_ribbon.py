"""Dispersion ribbon: where in each text a word or a code occurs."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text
from frameline.charts.sheet import SMALL, TINY, Scale, label_of, line, need, number, ordered, write
from frameline.charts.words import word

HEAD, TITLE, ROW, GAP, FOOT = 0.34, 0.24, 0.22, 0.12, 0.28
NAME, RIGHT, TICK = 1.6, 0.95, 0.075


def dispersion_ribbon_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `dispersion_ribbon` needs for a table."""
    rows = len(table[["name", "code"]].drop_duplicates())
    return HEAD + FOOT + rows * ROW + table["code"].nunique() * (TITLE + GAP)


def dispersion_ribbon(
    ax: Axes,
    table: pd.DataFrame,
    *,
    order: Sequence[str] | None = None,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
) -> Axes:
    """Show where in each text a word or code occurs, and whether it is spread or in one place.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(dispersion_ribbon_height(table))`.
    table : DataFrame
        One row per occurrence: `name` (of the text), `code` (word or code), `position` (0 to 100,
        NaN in the one row of a text without any); optional `dp`, the same in all rows of a text
        and code (`frameline.measures.dispersion.deviation_of_proportions`: 0 spread as the parts
        are long, towards 1 all in one small part).
    order, labels, colours : optional
        Order of the codes, what to call them and their colours.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: one ribbon per code and text, a stroke for each
        occurrence, at the right the number of occurrences and DP.

    Raises
    ------
    ValueError
        When the table is empty, lacks a column, or holds a position off the text.
    """
    need(table, ("name", "code", "position"), "dispersion_ribbon")
    if not table["position"].dropna().between(0, 100).all():
        raise ValueError("dispersion_ribbon: a position lies outside of 0 to 100.")
    width, _ = page(ax)
    scale = Scale(0, 100, NAME, width - RIGHT)
    _head(ax, scale, width, "dp" in table)
    names, y = ordered(table["name"]), HEAD
    for code in ordered(table["code"], order):
        part = table[table["code"] == code]
        title = fit_text(label_of(code, labels), width, weight="semibold")
        write(ax, 0, y + TITLE / 2, title, weight="semibold")
        y += TITLE
        for name in ordered(part["name"], names):
            colour = (colours or {}).get(code, INK)
            _ribbon(ax, part[part["name"] == name], str(name), y + ROW / 2, scale, colour)
            y += ROW
        y += GAP
    write(ax, scale.start, y + 0.02, word("start-of-text"), size=SMALL, color=QUIET)
    write(ax, scale.stop, y + 0.02, word("end-of-text"), size=SMALL, color=QUIET, ha="right")
    return ax


def _head(ax: Axes, scale: Scale, width: float, dp: bool) -> None:
    """Name the columns; DP with the meaning of its ends."""
    write(ax, scale.stop + 0.36, 0.12, "n", size=SMALL, color=QUIET, ha="right")
    if dp:
        write(ax, width, 0.12, "DP", size=SMALL, color=QUIET, ha="right")
        words = word("dispersion-scale", low="0", high="1")
        write(ax, scale.start, 0.12, words, size=TINY, color=QUIET)


def _ribbon(ax: Axes, part: pd.DataFrame, name: str, y: float, scale: Scale, colour: str) -> None:
    """Draw the ribbon of one text: all strokes are one collection."""
    write(ax, NAME - 0.12, y, fit_text(name, NAME - 0.15, size=SMALL), size=SMALL, ha="right")
    line(ax, [scale.start, scale.stop], [y, y], color=RULE, lw=0.8, label="text")
    places = part["position"].dropna().to_numpy(dtype=float)
    if len(places):
        x = np.sort(scale(places))
        thick = float(np.clip(60 / len(places), 0.5, 1.4))
        ax.vlines(x, y - TICK, y + TICK, color=colour, lw=thick, zorder=3, label="occurrence")
    write(ax, scale.stop + 0.36, y, f"{len(places)}", size=SMALL, ha="right")
    if "dp" in part:
        value = part["dp"].iloc[0]
        text = "–" if pd.isna(value) else number(value, 2)
        write(ax, ax.get_xlim()[1], y, text, size=SMALL, ha="right")
