"""Alpha forest: agreement of coders on each variable, beside what coin tossers reach."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, text_width
from frameline.charts.sheet import SMALL, Scale, interval, line, marks, need, number, percent, write
from frameline.charts.words import word

TOP, ROW, FOOT = 0.82, 0.25, 0.08
NAME, VALUE, COUNT, CODE = 1.5, 0.42, 0.45, 1.75
ALIKE, VERDICT = 0.92, 0.88
MARKS = (0.667, 0.800)
WEAK, TOSSED = "#8a2b3d", "#e6c5a7"
#: Shape and colour by verdict; blue and orange are kept for binding and dividing. What has no
#: agreement gets no colour, and what has no interval no mark.
STATUS = {
    "rely": ("o", INK, True),
    "tentative": ("o", INK, False),
    "weak": ("X", WEAK, True),
    "no agreement": ("s", QUIET, False),
}
_NO_MARK = ("", QUIET, False)


def alpha_forest_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `alpha_forest` needs for a table."""
    return TOP + FOOT + ROW * (len(table) + len(_heads(table)))


def alpha_forest(
    ax: Axes, table: pd.DataFrame, *, statuses: Mapping[str, str] | None = None
) -> Axes:
    """Show how well each variable can be reproduced by another coder.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(alpha_forest_height(table))`.
    table : DataFrame
        One row per variable, in the order to show: `label`, `alpha`, `low`, `high`, `n_units`,
        `status` (a verdict: "rely", "tentative", "weak", "no agreement", "no variation", "not
        measured"). Optional: `group` (a head where it changes, unless blank); `twin_low` and
        `twin_high` (the range of coin tossers, a band); `shared` (alpha over the claims that
        coders share, a small mark); `simple` and `simple_twin` (shares alike), with the verdict
        in words; or `modal` and `modal_share` (the commonest code).
    statuses : mapping, optional
        What to call the verdicts.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches. Values below the scale are drawn at its edge.
    """
    need(table, ("label", "alpha", "low", "high", "n_units", "status"), "alpha_forest")
    width, _ = page(ax)
    names = {status: word(f"status-{status.replace(' ', '-')}") for status in table["status"]}
    names |= {status: word(f"status-{status.replace(' ', '-')}") for status in STATUS}
    names |= dict(statuses or {})
    right = width - (ALIKE + VERDICT if "simple" in table else CODE if "modal" in table else 0)
    scale = Scale(_least(table), 1.0, NAME + 0.15, right - VALUE - COUNT - 0.1)
    bottom = alpha_forest_height(table) - FOOT
    _bands(ax, scale, bottom, names, set(table["status"]), "shared" in table, "twin_high" in table)
    _column_heads(ax, table, right)
    heads, y = _heads(table), TOP - ROW / 2
    for index, row in enumerate(table.to_dict("records")):
        if index in heads:
            y += ROW
            write(ax, 0, y, heads[index], size=SMALL, weight="semibold")
        y += ROW
        _row(ax, scale, y, row, names, right)
    return ax


def _heads(table: pd.DataFrame) -> dict[int, str]:
    """Where a group begins, and its name."""
    if "group" not in table:
        return {}
    names = table["group"].astype(str).tolist()
    return {i: name for i, name in enumerate(names) if name and (i == 0 or names[i - 1] != name)}


def _least(table: pd.DataFrame) -> float:
    """Where the scale begins: at 0.4, 0, or below."""
    drawn = [name for name in ("alpha", "low", "shared", "twin_low") if name in table]
    least = float(np.nanmin([0.5, *table[drawn].to_numpy(dtype=float).ravel()]))
    return 0.4 if least >= 0.4 else 0.0 if least >= 0 else -0.2


def _column_heads(ax: Axes, table: pd.DataFrame, right: float) -> None:
    """What the numbers at the right are."""
    y = TOP - 0.14
    write(ax, right - 0.08 - COUNT, y, word("alpha"), size=SMALL, color=QUIET, ha="right")
    write(ax, right - 0.08, y, word("units"), size=SMALL, color=QUIET, ha="right")
    if "simple" in table:
        write(ax, right + 0.05, y, word("alike-and-tossed"), size=SMALL, color=QUIET)
    elif "modal" in table:
        write(ax, right + 0.05, y, word("commonest-code"), size=SMALL, color=QUIET)


def _row(
    ax: Axes, scale: Scale, y: float, row: Mapping[Any, Any], names: Mapping[str, str],
    right: float,
) -> None:  # fmt: skip
    """One variable: the band of the tossers, the interval, the marks, the numbers."""
    shape, colour, filled = STATUS.get(row["status"], _NO_MARK)
    write(ax, 0, y, fit_text(str(row["label"]), NAME))

    def at(value: float) -> float:
        return float(scale(max(float(value), scale.low)))

    if np.isfinite(row.get("twin_high", np.nan)):
        left = at(row["twin_low"])
        ax.add_patch(
            Rectangle(
                (left, y - 0.07), max(0.01, at(row["twin_high"]) - left), 0.14, facecolor=TOSSED,
                edgecolor="none", zorder=1, label="tossed",
            )
        )  # fmt: skip
    if np.isfinite(row["alpha"]):
        if np.isfinite(row["low"]):
            interval(ax, at(row["low"]), at(row["high"]), y, color=colour, lw=1.6)
        if np.isfinite(row.get("shared", np.nan)):
            marks(ax, at(row["shared"]), y, shape="|", colour=QUIET, size=7, label="shared")
        if shape:
            marks(ax, at(row["alpha"]), y, shape=shape, colour=colour, filled=filled,
                  label=row["status"])  # fmt: skip
    bold = "semibold" if row["status"] == "rely" else "normal"
    text = number(row["alpha"], 2) if pd.notna(row["alpha"]) else "–"
    write(ax, right - 0.08 - COUNT, y, text, size=SMALL, weight=bold, ha="right", color=colour)
    write(ax, right - 0.08, y, f"{int(row['n_units'])}", size=SMALL, color=QUIET, ha="right")
    if "simple" in row:
        shares = [row["simple"], row["simple_twin"]]
        text = " / ".join("–" if pd.isna(share) else percent(share) for share in shares)
        write(ax, right + 0.05, y, text, size=SMALL, color=QUIET)
        said = fit_text(names[row["status"]], VERDICT, size=SMALL)
        write(ax, right + ALIKE + VERDICT, y, said, size=SMALL, color=colour, ha="right")
    elif "modal" in row:
        share = "" if pd.isna(row["modal_share"]) else f" {percent(row['modal_share'])}"
        text = fit_text(str(row["modal"]), CODE - 0.4, size=SMALL) + share
        write(ax, right + 0.05, y, text, size=SMALL, color=QUIET)


def _bands(
    ax: Axes, scale: Scale, bottom: float, names: Mapping[str, str], found: set[str],
    shared: bool, tossed: bool,
) -> None:  # fmt: skip
    """Shade the ranges between the marks, write the scale and the key."""
    edges = (scale.low, *MARKS, 1.0)
    shades = ("#f7f7f4", "#eeeee9", "#e4e4dd")
    for start, stop, shade in zip(edges[:-1], edges[1:], shades, strict=True):
        left, right = float(scale(start)), float(scale(stop))
        ax.add_patch(
            Rectangle(
                (left, TOP - 0.04), right - left, bottom - TOP + 0.06, facecolor=shade,
                edgecolor="none", zorder=0, label="band",
            )
        )  # fmt: skip
    x = 0.0
    for status, (shape, colour, filled) in STATUS.items():
        if status not in found and status == "no agreement":
            continue
        marks(ax, x + 0.04, 0.14, shape=shape, colour=colour, filled=filled, label="key")
        write(ax, x + 0.13, 0.14, names[status], size=SMALL, color=colour)
        x += 0.32 + text_width(names[status], SMALL)
    x = 0.0
    if tossed:
        box = Rectangle((x, 0.29), 0.16, 0.12, facecolor=TOSSED, edgecolor="none", label="key")
        ax.add_patch(box)
        write(ax, x + 0.22, 0.35, word("coin-tossers"), size=SMALL, color=QUIET)
        x += 0.4 + text_width(word("coin-tossers"), SMALL)
    if shared:
        marks(ax, x + 0.04, 0.35, shape="|", colour=QUIET, size=7, label="key")
        write(ax, x + 0.13, 0.35, word("claims-shared"), size=SMALL, color=QUIET)
    for tick in dict.fromkeys((scale.low, 0.0, *MARKS, 1.0) if scale.low < 0 else (
        scale.low, *MARKS, 1.0)):  # fmt: skip
        x = float(scale(tick))
        line(ax, [x, x], [TOP - 0.04, bottom + 0.02], color=RULE if tick not in MARKS else QUIET)
        text = f"{tick:.3f}".rstrip("0").removesuffix(".").removeprefix("0") or "0"
        text = {"1": "1", ".8": ".80", "-0.2": "−.2"}.get(text, text)
        write(ax, x, TOP - 0.14, text, size=SMALL, color=QUIET, ha="center")
