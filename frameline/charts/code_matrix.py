"""Code matrix: codes by texts, counts printed, presence as shade."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import BINDING, DIVIDING, INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, line_height, text_width, wrap_text
from frameline.charts.sheet import SMALL, TINY, label_of, marks, need, ordered, pale, upright, write

ROW, HEAD, UPRIGHT, LABEL = 0.27, 0.42, 1.8, 2.1
SHADE = "#5b6f82"


def code_matrix_height(table: pd.DataFrame, groups: Mapping[str, str] | None = None) -> float:
    """Return the height in inches that `code_matrix` needs for a table."""
    codes = ordered(table["code"])
    headings = len({groups[c] for c in codes if c in groups}) if groups else 0
    return _head(table) + ROW * (len(codes) + headings) + 0.05


def code_matrix(
    ax: Axes,
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    order: Sequence[str] | None = None,
    groups: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
) -> Axes:
    """Show how often and how widely each text names each reason.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(code_matrix_height(table, groups))`.
    table : DataFrame
        One row per text and code: `name`, `code`, `n` (claims), `share` (0 to 1: paragraphs that
        name it, the shade); optional `binding` and `dividing` (claims).
    labels, order : optional
        What to call the codes, and their order.
    groups : mapping, optional
        Code to a heading under which its rows stand.
    colours : mapping, optional
        Colours of `binding` and `dividing`.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches. Each cell prints the number of claims; a filled triangle
        points up with the number of binding claims, an open one down with the dividing ones.
    """
    need(table, ("name", "code", "n", "share"), "code_matrix")
    width, _ = page(ax)
    names, codes = ordered(table["name"]), ordered(table["code"], order)
    head = _head(table)
    longest = max(text_width(label_of(code, labels)) for code in codes)
    side = min(LABEL, longest + 0.12)
    cell = (width - side) / len(names)
    for i, name in enumerate(names):
        _name(ax, str(name), side + cell * i, cell, head)
    look = {"binding": BINDING, "dividing": DIVIDING} | dict(colours or {})
    rows = {(r["name"], r["code"]): r for r in table.to_dict("records")}
    most = max(float(table["share"].max()), 1e-9)
    y, heading = head, ""
    for code in sorted(codes, key=_by_group(codes, groups)):
        if groups and groups.get(code, "") != heading:
            heading = groups.get(code, "")
            write(ax, 0, y + ROW * 0.6, heading, size=SMALL, color=QUIET, weight="semibold")
            y += ROW
        write(
            ax, side - 0.08, y + ROW / 2, fit_text(label_of(code, labels), side - 0.08), ha="right"
        )
        for i, name in enumerate(names):
            _cell(ax, rows.get((name, code)), side + cell * i, y, cell, most, look)
        y += ROW
    return ax


def _by_group(codes: list, groups: Mapping[str, str] | None):
    """Sort codes by the first place of their group, keeping their order inside it."""
    first: dict[str, int] = {}
    for i, code in enumerate(codes):
        first.setdefault((groups or {}).get(code, ""), i)
    place = {code: i for i, code in enumerate(codes)}
    return lambda code: (first[(groups or {}).get(code, "")], place[code])


def _head(table: pd.DataFrame) -> float:
    """Height of the row of names: taller where names have to stand upright."""
    names = ordered(table["name"])
    if len(names) <= 8:
        return HEAD
    return min(max(text_width(str(name), TINY) for name in names) + 0.16, UPRIGHT)


def _name(ax: Axes, name: str, x: float, cell: float, head: float) -> None:
    """Write the name of a text over its column, upright where columns are narrow."""
    if head > HEAD:
        upright(ax, x + cell / 2, head - 0.06, name, head - 0.1)
        return
    lines = wrap_text(name, cell - 0.06, size=SMALL, max_lines=2)
    bottom = head - 0.08 - line_height(SMALL) * (lines.count("\n") + 1) / 2
    write(ax, x + cell / 2, bottom, lines, size=SMALL, ha="center")


def _cell(
    ax: Axes,
    row: dict | None,
    x: float,
    y: float,
    cell: float,
    most: float,
    look: Mapping[str, str],
) -> None:
    """Draw one cell; nothing is printed where the text never names the reason."""
    n = 0 if row is None else int(row["n"])
    share = 0.0 if row is None or not np.isfinite(row["share"]) else float(row["share"])
    shade = pale(SHADE, 1 - 0.5 * share / most) if n else "#f6f6f3"
    ax.add_patch(
        Rectangle((x, y), cell, ROW, facecolor=shade, edgecolor="white", lw=1, label="cell")
    )
    if row is None or not n:
        return
    ink = INK
    sides = [(s, int(row.get(s) or 0)) for s in ("binding", "dividing")]
    wide = cell > 0.75 and any(k for _, k in sides)
    size = SMALL if cell > 0.3 else TINY
    # Where columns are too narrow for the number, the shade alone speaks.
    if text_width(f"{n}", size) <= cell:
        at = x + (0.16 if wide else cell / 2)
        write(ax, at, y + ROW / 2, f"{n}", size=size, color=ink, ha="center")
    if not wide:
        return
    at = x + 0.42
    for side, k in sides:
        if k:
            shape = "^" if side == "binding" else "v"
            fill = look[side] if side == "binding" else "white"
            marks(
                ax,
                at,
                y + ROW / 2,
                shape=shape,
                colour=look[side],
                size=5,
                mfc=fill,
                mew=0.8,
                label=side,
            )
            write(ax, at + 0.07, y + ROW / 2, f"{k}", size=TINY, color=ink)
        at += (cell - 0.42) / 2
