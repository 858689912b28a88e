"""Confusion: which codes coders give to the same claims."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, INK
from frameline.charts.canvas import WIDTH, page
from frameline.charts.contrast import text_on
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import SMALL, TINY, label_of, pale, upright, write
from frameline.charts.words import word

HIGHEST, CELL, SIDE = 1.6, 0.27, 1.6
NARROWEST = 0.19  # of a cell that can print a number; further codes are counted together


def confusion_height(counts: pd.DataFrame, *, width: float = WIDTH - 0.1) -> float:
    """Return the height in inches that `confusion` needs for a table of counts."""
    codes = _shown(counts, width)
    return _top(codes) + 0.1 + CELL * len(codes)


def confusion(
    ax: Axes,
    counts: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colour: str = BINDING,
) -> Axes:
    """Show which codes are taken for which.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(confusion_height(counts))`.
    counts : DataFrame
        Codes by codes: how often one coder gave the code of the row and another that of the
        column. Codes that nobody gave are left out.
    labels : mapping, optional
        What to call the codes.
    colour : str
        The shade is the share of the row; agreement is printed bold on the diagonal.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    if counts.empty or not counts.to_numpy().any():
        raise ValueError("confusion: the table has no counts, so there is nothing to draw.")
    width, _ = page(ax)
    shown = _folded(counts, width)
    names = [label_of(code, labels) for code in shown.index]
    top = _top(list(shown.index))
    side = min(SIDE, max(text_width(name) for name in names) + 0.1)
    cell = min(CELL * 1.6, (width - side - 0.02) / len(names))
    table = shown.to_numpy(dtype=float)
    shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    for i, name in enumerate(names):
        y = top + CELL * (i + 0.5)
        write(ax, side - 0.06, y, fit_text(name, side - 0.08), ha="right")
        upright(ax, side + cell * (i + 0.5), top - 0.06, name, top - 0.1)
        for j in range(len(names)):
            box = (side + cell * j, y - CELL / 2, cell)
            _cell(ax, box, table[i, j], shares[i, j], i == j, colour)
    return ax


def _cell(
    ax: Axes,
    box: tuple[float, float, float],
    count: float,
    share: float,
    same: bool,
    colour: str,
) -> None:
    """Draw one cell (left, top, width): shade by share of the row, count printed."""
    x, y, cell = box
    shade = pale(colour, 1 - share) if count else "#f6f6f3"
    ax.add_patch(
        Rectangle((x, y), cell, CELL, facecolor=shade, edgecolor="white", lw=0.8, label="cell")
    )
    if not count:
        return
    ink = text_on(shade, INK)
    weight = "semibold" if same else "normal"
    size = SMALL if cell > 0.24 else TINY
    text = f"{count:.0f}"
    if text_width(text, size, weight) < cell:
        write(
            ax, x + cell / 2, y + CELL / 2, text, size=size, color=ink, ha="center", weight=weight
        )


def _top(codes: list) -> float:
    """Height of the names over the columns, which stand upright."""
    longest = max((text_width(str(code), TINY) for code in codes), default=0)
    return float(np.clip(longest + 0.16, 0.9, HIGHEST))


def _shown(counts: pd.DataFrame, width: float) -> list:
    """The codes that get a row, and the name of the others together.

    Where there are too many to print numbers, those that are least often taken for another one
    have nothing to tell.
    """
    codes = _used(counts)
    most = int((width - SIDE) / NARROWEST)
    if len(codes) <= most:
        return codes
    table = counts.loc[codes, codes].astype(float)
    off = table.sum(axis=0) + table.sum(axis=1) - 2 * np.diag(table)
    kept = set(off.sort_values(ascending=False, kind="stable").index[: most - 1])
    return [*[c for c in codes if c in kept], word("other-codes", count=len(codes) - len(kept))]


def _folded(counts: pd.DataFrame, width: float) -> pd.DataFrame:
    """The table to draw, with the codes that get no row added up."""
    codes, shown = _used(counts), _shown(counts, width)
    names = {code: code if code in shown else shown[-1] for code in codes}
    table = counts.loc[codes, codes].rename(index=names, columns=names)
    table = table.T.groupby(level=0, sort=False).sum().T.groupby(level=0, sort=False).sum()
    return table.loc[shown, shown]


def _used(counts: pd.DataFrame) -> list:
    """The codes that some coder gave."""
    both = [code for code in counts.index if code in counts.columns]
    total = counts.loc[both, both].sum(axis=0) + counts.loc[both, both].sum(axis=1)
    return [code for code in both if total[code] > 0]
