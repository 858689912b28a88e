"""Voice strip: one cell per claim in reading order, whose voice it is and which way it points."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.patches import Rectangle

from frameline.charts import AMBIVALENT, BINDING, DIVIDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width, wrap_text
from frameline.charts.sheet import SMALL, need, ordered, percent, write
from frameline.charts.words import word

COLOURS = {1: BINDING, -1: DIVIDING, 0: AMBIVALENT}
SILENT = "#8f8f8a"
THIN = 0.035  # claims that neither bind nor divide: a thin dash
NAME, RIGHT, HEADER, FOOT = 1.35, 1.08, 0.3, 0.3
ROW, CELL = 0.46, 0.3
WIDEST = 0.085
#: Dividing cells hang lower than binding ones, so that the strip can be read in grey.
DROP = {1: 0.0, 0: 0.035, -1: 0.07}


def voice_strip_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `voice_strip` needs for a table."""
    return HEADER + FOOT + ROW * table["name"].nunique()


def voice_strip(ax: Axes, table: pd.DataFrame, *, colours: Mapping[int, str] = COLOURS) -> Axes:
    """Show whose voice makes each claim, from the first claim of a text to its last.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(voice_strip_height(table))`.
    table : DataFrame
        One row per claim, in reading order: `name` (of the text), `own` (bool) and `sign` (1
        binding, -1 dividing, 0 ambivalent, missing: none).
    colours : mapping
        Colour of each sign.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches. The author's own claims stand as whole cells on the
        line, those of others as cells cut in half and lifted off it.
    """
    need(table, ("name", "own", "sign"), "voice_strip")
    width, _ = page(ax)
    names = ordered(table["name"])
    longest = int(table.groupby("name", sort=False).size().max())
    step = min((width - NAME - RIGHT) / longest, WIDEST)
    _key(ax, colours)
    for index, name in enumerate(names):
        part = table[table["name"] == name]
        top = HEADER + ROW * index + (ROW - CELL) / 2
        write(ax, 0, top + CELL / 2, wrap_text(str(name), NAME - 0.1, max_lines=2))
        _cells(ax, part, top, step, colours)
        others = 1 - float(part["own"].astype(bool).mean())
        end = NAME + step * len(part) + 0.08
        write(
            ax,
            end,
            top + CELL / 2,
            word("others-share", share=percent(others), count=len(part)),
            size=SMALL,
            color=QUIET,
        )
    _axis(ax, step * longest, HEADER + ROW * len(names))
    return ax


def _cells(
    ax: Axes, part: pd.DataFrame, top: float, step: float, colours: Mapping[int, str]
) -> None:
    """Draw one text: whole cells for the author, lifted half cells for others."""
    left = NAME + step * np.arange(len(part))
    own = part["own"].astype(bool).to_numpy()
    signs = [None if pd.isna(sign) else int(sign) for sign in part["sign"]]
    face = [SILENT if sign is None else colours.get(sign, SILENT) for sign in signs]
    for mine, label in ((True, "own"), (False, "other")):
        chosen = np.flatnonzero(own == mine)
        height, lift = (CELL * 0.5, CELL * 0.4) if mine else (CELL * 0.28, -0.02)
        drops = [DROP.get(signs[i] or 0, 0.0) if signs[i] is not None else 0.035 for i in chosen]
        boxes = []
        for i, drop in zip(chosen, drops, strict=True):
            low, tall = top + lift + drop * (1 if mine else 0.5), height
            if signs[i] is None:
                low, tall = low + (height - THIN) / 2, THIN
            boxes.append(Rectangle((left[i], low), step * 0.8, tall))
        cells = PatchCollection(
            boxes, facecolors=[face[i] for i in chosen], edgecolors="none", label=label, zorder=3
        )
        if boxes:
            ax.add_collection(cells)


def _key(ax: Axes, colours: Mapping[int, str]) -> None:
    """Say once, above the first strip, what place and colour mean."""
    write(ax, 0, 0.1, word("voices-key"), size=SMALL, color=QUIET)
    x = 2.95
    words = {1: "binding", -1: "dividing-lower", 0: "ambivalent", None: "neither"}
    for sign, name in words.items():
        said = word(name)
        colour = SILENT if sign is None else colours.get(sign, SILENT)
        tall = THIN if sign is None else 0.09
        ax.add_patch(Rectangle((x, 0.1 - tall / 2), 0.09, tall, facecolor=colour, edgecolor="none"))
        write(ax, x + 0.13, 0.1, said, size=SMALL, color=INK)
        x += 0.24 + text_width(said, SMALL)


def _axis(ax: Axes, length: float, y: float) -> None:
    """Name both ends of the order of reading."""
    write(ax, NAME, y + 0.12, word("first-claim"), size=SMALL, color=QUIET)
    end = NAME + max(length, 1.4)
    write(ax, end, y + 0.12, fit_text(word("last-claim"), 1), size=SMALL, color=QUIET, ha="right")
