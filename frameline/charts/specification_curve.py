"""Specification curve: the estimate under every combination of choices, over the choices."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from frameline.charts import BINDING, INK, QUIET, RULE
from frameline.charts.canvas import page
from frameline.charts.placement import fit_text, line_height, text_width, wrap_text
from frameline.charts.sheet import (
    SMALL,
    TINY,
    Scale,
    label_of,
    line,
    marks,
    need,
    need_room,
    signed,
    write,
)
from frameline.charts.words import word

RESULT = ("estimate", "low", "high", "holds", "n")
HEADER, CURVE, FOOT, EDGES = 0.46, 1.75, 0.06, 0.1
ROW, GAP, TALLY = 0.15, 0.07, 0.62
FAILING = "#858580"

Labels = Mapping[Hashable, str]


@dataclass(frozen=True)
class _Layout:
    """Scales of the sheet, and a row for each level of each choice: (choice, level, y)."""

    rows: list[tuple[str, object, float]]
    levels: float
    x: Scale
    y: Scale
    bottom: float


def specification_curve_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `specification_curve` needs for a table."""
    rows = _rows(need(table, ["estimate"], "specification_curve"))
    return EDGES + (rows[-1][2] + ROW / 2 if rows else HEADER + CURVE) + FOOT


def specification_curve(
    ax: Axes,
    table: pd.DataFrame,
    *,
    labels: Labels | None = None,
    measure: str | None = None,
    ends: tuple[str, str] = ("", ""),
    reference: int | None = 0,
    colour: str = BINDING,
) -> Axes:
    """Show how an estimate depends on the choices made, and in how many of them it holds.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(specification_curve_height(table))`.
    table : DataFrame
        One row per specification: `estimate`, optional `low` and `high`, optional `holds`
        (boolean, missing where the statement does not apply) and `n` (not drawn); every other
        column is a choice. Choices that never vary are left out. A specification without an
        estimate is counted, not drawn.
    labels : mapping, optional
        What to call choices (key: column) and their levels (key: (column, level), or level).
    measure : str
        What the estimate is.
    ends : pair of str
        What a small and a large estimate mean.
    reference : int, optional
        Position in the table of the specification that the report uses.
    colour : str
        Of marks whose specification holds.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.

    Raises
    ------
    ValueError
        When the table is empty, nothing has an estimate, or the axes are too low.
    """
    data = _tidy(table)
    width, height = page(ax)
    layout = _layout(data, width, labels)
    need_room(height, layout.bottom, "specification_curve")
    shown = data[data["estimate"].notna()].sort_values("estimate", kind="stable")
    places = layout.x(np.arange(len(shown)))
    _header(ax, data, width)
    _axis(ax, layout, measure or word("estimate"), ends)
    if reference is not None:
        _reference(ax, shown, places, reference, layout, width)
    _curve(ax, shown, places, layout, colour)
    _dashboard(ax, shown, places, layout, colour, labels)
    return ax


def _tidy(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with every column asked for, and the place of each row in it."""
    data = need(table, ["estimate"], "specification_curve").copy()
    for name in ("estimate", "low", "high"):
        column = data[name] if name in data else pd.Series(np.nan, index=data.index)
        data[name] = pd.to_numeric(column).astype("Float64").to_numpy(float, na_value=np.nan)
    answers = data["holds"] if "holds" in data else pd.Series(pd.NA, index=data.index)
    data["holds"] = answers.astype("boolean")
    if data["estimate"].isna().all():
        raise ValueError("specification_curve: no specification has an estimate.")
    return data.reset_index(drop=True)


def _rows(data: pd.DataFrame) -> list[tuple[str, object, float]]:
    """Give every level of every choice that varies its row; choices stand a little apart."""
    choices = [name for name in data.columns if name not in RESULT]
    varying = [name for name in choices if data[name].astype(str).nunique() > 1] or choices
    rows, y = [], HEADER + CURVE + GAP
    for choice in varying:
        y += GAP
        for level in dict.fromkeys(data[choice]):
            rows.append((str(choice), level, y + ROW / 2))
            y += ROW
    return rows


def _layout(data: pd.DataFrame, width: float, labels: Labels | None) -> _Layout:
    """Divide the sheet: names of choices, names of levels, the curve, the tally."""
    rows = _rows(data)
    names = max((text_width(label_of(c, labels), SMALL) for c, *_ in rows), default=0)
    levels = max((text_width(_level(c, v, labels), SMALL) for c, v, _ in rows), default=0)
    at = min(names, 0.2 * width) + 0.1
    start = max(at + min(levels, 0.22 * width) + 0.12, 1.3)
    half = 0.06
    count = int(data["estimate"].notna().sum())
    x = Scale(0, max(count - 1, 1), start + half, width - TALLY - half)
    if count == 1:
        x = Scale(-1, 1, x.start, x.stop)
    ends = data[["estimate", "low", "high"]].to_numpy()
    low, high = min(np.nanmin(ends), 0.0), max(np.nanmax(ends), 0.0)
    if low == high:
        low, high = -1.0, 1.0
    y = Scale(low, high, HEADER + CURVE, HEADER + 0.08)
    bottom = (rows[-1][2] + ROW / 2 if rows else HEADER + CURVE) + FOOT
    return _Layout(rows, at, x, y, bottom)


def _level(choice: str, level: object, labels: Labels | None) -> str:
    """Return what to call a level; two choices may use the same word for different things."""
    known = labels or {}
    return str(known.get((choice, level), label_of(level, known)))


def _header(ax: Axes, data: pd.DataFrame, width: float) -> None:
    """Print in how many specifications the statement holds, and what the marks mean."""
    answers = data["holds"].dropna()
    text = word("holds-in", holds=int(answers.sum()), all=len(answers))
    if answers.empty:
        text = word("ways-counted", all=int(data["estimate"].notna().sum()))
    none = int(data["estimate"].isna().sum())
    text += f"; {word('not-worked-out', count=none)}" if none else ""
    write(ax, 0, 0.1, text, weight="semibold")
    if answers.empty:
        return
    for words, filled, x in [(word("fails"), False, width), (word("holds"), True, width - 0.5)]:
        write(ax, x, 0.1, words, size=SMALL, color=QUIET, ha="right")
        left = x - text_width(words, SMALL) - 0.07
        marks(ax, left, 0.1, colour=INK, filled=filled, size=4.2, label="key")


def _axis(ax: Axes, layout: _Layout, measure: str, ends: tuple[str, str]) -> None:
    """Draw the scale of the estimate; what it is and what its ends mean stand to its left."""
    ticks = layout.y.ticks(4)
    decimals = next((d for d in range(4) if np.allclose(np.round(ticks, d), ticks)), 3)
    texts = [signed(tick, decimals) if tick else "0" for tick in ticks]
    left, right = layout.x.start - 0.06, layout.x.stop + 0.06
    for tick, text in zip(ticks, texts, strict=True):
        zero = tick == 0
        line(
            ax, [left, right], [float(layout.y(tick))] * 2, color=QUIET if zero else RULE,
            lw=0.9 if zero else 0.6, label="zero" if zero else "grid",
        )  # fmt: skip
        write(ax, left - 0.05, float(layout.y(tick)), text, size=TINY, color=QUIET, ha="right")
    room = left - 0.2 - max(text_width(text, TINY) for text in texts)
    top = _lines(ax, wrap_text(measure, room, size=SMALL, max_lines=4), HEADER + 0.08, INK)
    if ends[1]:
        words = wrap_text(f"↑ {ends[1]}", room, size=TINY, max_lines=2)
        _lines(ax, words, top + 0.06, QUIET, TINY)
    if ends[0]:
        words = wrap_text(f"↓ {ends[0]}", room, size=TINY, max_lines=2)
        tall = (words.count("\n") + 1) * line_height(TINY)
        _lines(ax, words, HEADER + CURVE - tall + 0.06, QUIET, TINY)


def _lines(ax: Axes, text: str, top: float, colour: str, size: float = SMALL) -> float:
    """Write lines downwards from `top`; return where the next would stand."""
    for words in text.split("\n"):
        write(ax, 0, top, words, size=size, color=colour)
        top += line_height(size)
    return top


def _reference(
    ax: Axes, shown: pd.DataFrame, places: np.ndarray, reference: int, layout: _Layout, width: float
) -> None:
    """Mark the specification that the report uses, through curve and dashboard."""
    found = np.flatnonzero(shown.index.to_numpy() == reference)
    if not len(found):
        return
    x, value = float(places[found[0]]), float(shown["estimate"].iloc[found[0]])
    line(
        ax, [x, x], [HEADER - 0.05, layout.bottom - FOOT], color=INK, lw=0.7, ls=(0, (3, 1.5)),
        label="reference line",
    )  # fmt: skip
    marks(
        ax, x, layout.y(value), shape="D", colour=INK, filled=False, size=8, zorder=5,
        mfc="none", label="reference",
    )  # fmt: skip
    text = word("as-reported", value=signed(value, 2))
    half = text_width(text, SMALL) / 2
    at = float(np.clip(x, half, width - half))
    write(ax, at, HEADER - 0.13, text, size=SMALL, ha="center")


def _curve(ax: Axes, shown: pd.DataFrame, places: np.ndarray, layout: _Layout, colour: str) -> None:
    """Draw the sorted estimates with their intervals; open dots do not hold."""
    pitch = (layout.x.stop - layout.x.start) / max(len(shown) - 1, 1)
    size = float(np.clip(pitch * 72 * 0.8, 1.6, 4.6))
    low, high = layout.y(shown["low"]), layout.y(shown["high"])
    known = np.isfinite(low) & np.isfinite(high)
    ax.vlines(
        places[known], low[known], high[known], color=QUIET, alpha=0.6,
        lw=float(np.clip(pitch * 72 * 0.3, 0.25, 1.0)), zorder=2, label="interval",
    )  # fmt: skip
    y = layout.y(shown["estimate"])
    holds = shown["holds"].fillna(True).to_numpy(dtype=bool)
    for answer, name in [(True, "holds"), (False, "fails")]:
        if (holds == answer).any():
            marks(
                ax, places[holds == answer], y[holds == answer], filled=answer,
                colour=colour if answer else INK, size=size, mew=min(1.0, size / 4),
                label=name,
            )  # fmt: skip


def _dashboard(
    ax: Axes,
    shown: pd.DataFrame,
    places: np.ndarray,
    layout: _Layout,
    colour: str,
    labels: Labels | None,
) -> None:
    """Draw a stroke where a specification uses a level; tally how often it holds with it."""
    pitch = (layout.x.stop - layout.x.start) / max(len(shown) - 1, 1)
    width = ax.get_xlim()[1]
    seen: set[str] = set()
    for choice, level, y in layout.rows:
        if choice not in seen:
            seen.add(choice)
            name = label_of(choice, labels)
            write(ax, 0, y, fit_text(name, layout.levels - 0.08, size=SMALL), size=SMALL)
            line(ax, [0, width], [y - ROW / 2 - GAP / 2] * 2, label="rule")
        words = fit_text(
            _level(choice, level, labels), layout.x.start - 0.12 - layout.levels, size=SMALL
        )
        write(ax, layout.levels, y, words, size=SMALL, color=QUIET)
        used = (shown[choice].astype(str) == str(level)).to_numpy()
        holds = shown["holds"].fillna(True).to_numpy(dtype=bool)
        _strokes(ax, places, y, used & holds, (pitch, colour, f"{choice}={level}"))
        _strokes(ax, places, y, used & ~holds, (pitch, FAILING, f"{choice}={level}"), short=True)
        answers = shown["holds"][used].dropna()
        if len(answers):
            tally = word("tally", count=int(answers.sum()), all=len(answers))
            write(ax, width, y, tally, size=TINY, color=QUIET, ha="right")


def _strokes(
    ax: Axes,
    places: np.ndarray,
    y: float,
    used: np.ndarray,
    style: tuple[float, str, str],
    short: bool = False,
) -> None:
    """Draw the strokes of one row and one answer; short ones hang, so that grey tells them too."""
    pitch, colour, label = style
    if used.any():
        top = y + ROW * (0.1 if short else -0.34)
        thick = float(np.clip(pitch * 72 * 0.6, 0.3, 3.0))
        bottom = y + ROW * 0.34
        ax.vlines(places[used], top, bottom, zorder=3, color=colour, lw=thick, label=label)
