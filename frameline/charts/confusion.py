"""Confusion: which codes coders give to the same claims."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import SMALL, label_of, pale, write

TOP, CELL, SIDE = 0.95, 0.27, 1.6


def confusion_height(counts: pd.DataFrame) -> float:
    """Return the height in inches that `confusion` needs for a table of counts."""
    return TOP + 0.1 + CELL * len(_used(counts))


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
    codes = _used(counts)
    names = [label_of(code, labels) for code in codes]
    side = min(SIDE, max(text_width(name) for name in names) + 0.1)
    cell = min(CELL * 1.6, (width - side - 0.02) / len(codes))
    table = counts.loc[codes, codes].to_numpy(dtype=float)
    shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    for i, name in enumerate(names):
        y = TOP + CELL * (i + 0.5)
        write(ax, side - 0.06, y, fit_text(name, side - 0.08), ha="right")
        x = side + cell * (i + 0.5)
        ax.text(
            x, TOP - 0.06, fit_text(name, TOP - 0.1, size=SMALL), rotation=90, size=SMALL,
            color=INK, ha="center", va="bottom",
        )  # fmt: skip
        for j in range(len(codes)):
            _cell(
                ax, side + cell * j, y - CELL / 2, cell, table[i, j], shares[i, j], i == j, colour
            )
    return ax


def _cell(
    ax: Axes, x: float, y: float, cell: float, count: float, share: float, same: bool, colour: str
) -> None:
    """Draw one cell: shade by share of the row, count printed."""
    shade = pale(colour, 1 - share) if count else "#f6f6f3"
    ax.add_patch(
        Rectangle((x, y), cell, CELL, facecolor=shade, edgecolor="white", lw=0.8, label="cell")
    )
    if not count:
        return
    ink = "white" if share > 0.55 else INK if same or share > 0.02 else QUIET
    weight = "semibold" if same else "normal"
    size = SMALL if cell > 0.24 else 6
    text = f"{count:.0f}"
    if text_width(text, size, weight) < cell:
        write(
            ax, x + cell / 2, y + CELL / 2, text, size=size, color=ink, ha="center", weight=weight
        )


def _used(counts: pd.DataFrame) -> list:
    """The codes that some coder gave."""
    both = [code for code in counts.index if code in counts.columns]
    total = counts.loc[both, both].sum(axis=0) + counts.loc[both, both].sum(axis=1)
    return [code for code in both if total[code] > 0]
