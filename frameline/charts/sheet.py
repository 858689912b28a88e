"""What charts share on a sheet measured in inches: scales, tables asked for, marks and text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib.dates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from frameline.charts import INK, QUIET, RULE
from frameline.charts.contrast import readable
from frameline.charts.placement import POINT, fit_text, line_height, text_width, wrap_text
from frameline.words.formats import localised
from frameline.words.language import spoken

#: Sizes in points: nothing in a chart is printed smaller than TINY.
TINY, SMALL, BASE = 7.5, 8.0, 9.0
LEADING = 1.3
MIDDLE = 0.285  # of the size: from the baseline to what looks like the middle of a line


@dataclass(frozen=True)
class Scale:
    """A linear scale from data to inches on a sheet.

    Examples
    --------
    >>> scale = Scale(0, 50, start=1.0, stop=3.0)
    >>> float(scale(25))
    2.0
    """

    low: float
    high: float
    start: float
    stop: float

    def __call__(self, values: Any) -> Any:
        share = (np.asarray(values, dtype=float) - self.low) / ((self.high - self.low) or 1.0)
        return self.start + share * (self.stop - self.start)

    def ticks(self, about: int = 4) -> np.ndarray:
        """Return round numbers inside the scale, about as many as asked for."""
        span = self.high - self.low
        if span <= 0:
            return np.array([self.low])
        raw = span / max(about, 1)
        power = 10.0 ** np.floor(np.log10(raw))
        step = power * next(m for m in (1, 2, 2.5, 5, 10) if raw <= m * power * (1 + 1e-9))
        first = np.ceil(self.low / step - 1e-9)
        last = np.floor(self.high / step + 1e-9)
        return np.arange(first, last + 1) * step + 0.0  # a zero has no sign


def need(table: pd.DataFrame, columns: Iterable[str], chart: str) -> pd.DataFrame:
    """Return the table, or say what keeps the chart from being drawn.

    Raises
    ------
    ValueError
        When a column is missing or the table has no rows.
    """
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise ValueError(f"{chart}: the table lacks the column(s) {', '.join(missing)}.")
    if len(table) == 0:
        raise ValueError(f"{chart}: the table has no rows, so there is nothing to draw.")
    return table


def need_room(given: float, needed: float, chart: str, side: str = "high") -> None:
    """Refuse a sheet on which text would have to overlap."""
    if given < needed - 0.005:
        raise ValueError(f"{chart}: needs {needed:.2f} inches ({side}), the axes have {given:.2f}.")


def ordered(values: Iterable[Any], order: Sequence[Any] | None = None) -> list[Any]:
    """Return the distinct values, in the order asked for, then as they come.

    Examples
    --------
    >>> ordered(["b", "a", "b", "c"], order=["a", "z"])
    ['a', 'b', 'c']
    """
    present = list(dict.fromkeys(values))
    first = [value for value in dict.fromkeys(order or ()) if value in present]
    return first + [value for value in present if value not in first]


def label_of(code: Any, labels: Mapping[Any, str] | None) -> str:
    """Return the label of a code, or the code itself."""
    return str((labels or {}).get(code, code))


def signed(value: float, decimals: int = 0) -> str:
    """Write a number with its sign and a true minus; a rounded zero has none.

    Examples
    --------
    >>> signed(3.2), signed(-0.2), signed(-17)
    ('+3', '0', '−17')
    """
    rounded = round(float(value), decimals)
    if rounded == 0:
        return localised(f"{0:.{decimals}f}", spoken())
    return localised(f"{rounded:+.{decimals}f}", spoken())


def number(value: float, decimals: int = 0) -> str:
    """Write a number with a true minus."""
    return localised(f"{float(value):.{decimals}f}", spoken())


def percent(share: float) -> str:
    """Write a share as a whole percentage.

    Examples
    --------
    >>> percent(0.456)
    '46%'
    """
    return localised(f"{100 * share:.0f}%", spoken())


def write(ax: Axes, x: float, y: float, text: str, **kwargs: Any) -> list[Text]:
    """Write text on the sheet so that it looks centred on `y`; lines stand evenly around it.

    What the eye centres lies between the middle of small letters and that of capitals. Matplotlib
    centres boxes instead, which hold accents and descenders: text would hang below its mark.
    A colour too light for text is darkened, for the text only.
    """
    style: dict[str, Any] = {"size": BASE, "color": INK} | kwargs
    if style["color"] != "white":  # that is written on dark grounds only
        style["color"] = readable(style["color"])
    size = float(style["size"])
    lines = text.split("\n")
    first = y - (len(lines) - 1) * line_height(size, LEADING) / 2 + MIDDLE * size * POINT
    return [
        ax.text(x, first + index * line_height(size, LEADING), words, va="baseline", **style)
        for index, words in enumerate(lines)
    ]


def upright(ax: Axes, x: float, bottom: float, text: str, room: float) -> None:
    """Write one name upwards from `bottom`, over a column too narrow for it to lie."""
    words = fit_text(text, room, size=TINY)
    ax.text(x, bottom, words, size=TINY, rotation=90, ha="center", va="bottom", color=INK)


def dated_name(ax: Axes, x: float, middle: float, name: str, year: str, room: float) -> None:
    """Write the name of a text under its year; a name that repeats the year is printed without."""
    rest = " ".join(name.replace(year, "").split()) if year else name
    lines = wrap_text(rest or name, room, size=8.5, max_lines=2)
    step = line_height(8.5, LEADING)
    if year:
        top = middle - (lines.count("\n") + 1) * step / 2 - 0.03
        write(ax, x, top, year, size=10, weight="bold")
    write(ax, x, middle + (step / 2 if year else 0), lines, size=8.5)


def line(ax: Axes, x: Sequence[float], y: Sequence[float], **kwargs: Any) -> Line2D:
    """Draw a thin rule."""
    style: dict[str, Any] = {"color": RULE, "lw": 0.6, "zorder": 1} | kwargs
    return _put(ax, x, y, style)


def _put(ax: Axes, x: Any, y: Any, style: Mapping[str, Any]) -> Line2D:
    """Add a line without asking the Axes for new limits: a sheet has its own."""
    names = {"ms": "markersize", "mec": "markeredgecolor", "mfc": "markerfacecolor"}
    names |= {"mew": "markeredgewidth", "lw": "linewidth", "ls": "linestyle"}
    artist = Line2D(x, y, **{names.get(key, key): value for key, value in style.items()})
    ax.add_artist(artist)
    return artist


def interval(ax: Axes, low: float, high: float, y: float, **kwargs: Any) -> Any:
    """Draw a horizontal interval; an unknown one is not drawn."""
    if not (np.isfinite(low) and np.isfinite(high)):
        return None
    style: dict[str, Any] = {"lw": 1.1, "zorder": 2, "color": QUIET} | kwargs
    return line(ax, [low, high], [y, y], **style)


def marks(
    ax: Axes,
    x: Any,
    y: Any,
    *,
    shape: str = "o",
    colour: str = INK,
    filled: bool = True,
    size: float = 5,
    **kwargs: Any,
) -> Any:
    """Draw marks of one kind: filled, or open with a white heart."""
    style: dict[str, Any] = {
        "marker": shape,
        "ls": "none",
        "ms": size,
        "mec": colour,
        "mfc": colour if filled else "white",
        "mew": 1.0,
        "zorder": 4,
    } | kwargs
    return _put(ax, np.atleast_1d(x), np.atleast_1d(y), style)


def days(values: Iterable[Any]) -> np.ndarray:
    """Return dates as numbers of days, so that time is drawn to scale."""
    return np.asarray(matplotlib.dates.date2num(pd.to_datetime(list(values))), dtype=float)


def year_labels(dates: Iterable[Any], scale: Scale, size: float = SMALL) -> list[tuple[float, str]]:
    """Choose the years to print under a date axis, each at the true place of its date.

    All four digits where they fit, two where that saves a label; what still does not fit is left
    out, but never the first and the last.
    """
    first: dict[int, float] = {}
    for date, position in zip(pd.to_datetime(list(dates)), scale(days(dates)), strict=True):
        first.setdefault(date.year, float(position))
    years = sorted(first)
    best: list[tuple[float, str]] = []
    for short in (False, True):
        texts = [
            f"\N{RIGHT SINGLE QUOTATION MARK}{y % 100:02d}" if short else str(y) for y in years
        ]
        kept = _apart([(first[y], t) for y, t in zip(years, texts, strict=True)], size)
        if len(kept) > len(best):
            best = kept
        if len(best) == len(years):
            break
    return best


def _apart(wanted: list[tuple[float, str]], size: float) -> list[tuple[float, str]]:
    """Keep labels that leave a gap to the last one kept and to the final one."""
    if len(wanted) < 2:
        return wanted
    room = [text_width(text, size) / 2 + 0.03 for _, text in wanted]
    kept, end = [0], len(wanted) - 1
    for i in range(1, end):
        after_last = wanted[i][0] - room[i] >= wanted[kept[-1]][0] + room[kept[-1]]
        if after_last and wanted[i][0] + room[i] <= wanted[end][0] - room[end]:
            kept.append(i)
    if wanted[end][0] - room[end] >= wanted[kept[-1]][0] + room[kept[-1]]:
        kept.append(end)
    return [wanted[i] for i in kept]


def pale(colour: str, share: float = 0.5) -> str:
    """Mix a colour with white.

    Examples
    --------
    >>> pale("#000000", 0.8)
    '#cccccc'
    """
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(p + (255 - p) * share):02x}" for p in parts)
