"""Draws a chart for the report: bare, and for re-use with headline and source line around it."""

from __future__ import annotations

import base64
import io
import re
import textwrap
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure as Canvas
from matplotlib.transforms import Bbox

from frameline.exhibits.page_breaks import find_page_breaks
from frameline.record.figure import Figure, Pictures
from frameline.record.grid import Grid
from frameline.record.prose import Prose
from frameline.record.shape import RecordError

#: Shortest alternative text that can say what is seen and on how many claims or documents.
MIN_ALT = 80
#: A chart lower than this (inches) stands on one page of any paper.
PAGE_IN = 8.0
#: Baseline to baseline (inches), size (points), weight and colour of what stands around a chart.
_TITLE = (0.22, 12.0, "bold", "#1a1a1a")
_SUBTITLE = (0.17, 9.5, "normal", "#444444")
_FOOT = (0.15, 8.0, "normal", "#666666")


def draw(
    fig: Canvas,
    *,
    key: str,
    title: Prose,
    subtitle: Prose | str,
    alt: Prose | str,
    table: pd.DataFrame,
    note: str = "",
    filter: str = "",
    how: str = "",
    source: str = "",
    evidence: Iterable[str] = (),
    uses: Iterable[str] = (),
) -> Figure:
    """Make a chart a figure of the report.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        The bare chart: no headline in it. It is drawn once, when the figure is first shown.
    key : str
        Name used for files, anchors and cross-references, such as ``net-valence``.
    title : Prose
        The headline: what is seen.
    subtitle : Prose or str
        What is plotted, with n.
    alt : Prose or str
        What someone who cannot see the chart should know (at least 80 characters, naming n).
    table : DataFrame
        The numbers drawn; becomes the "data" of the figure and its CSV.
    note, filter, how : str
        Reading help, the filter in words, and how the numbers were computed.
    source : str
        The source line of the files made for re-use.
    evidence : iterable of str
        Ids of the claims behind the marks.
    uses : iterable of str
        Roles of the coded variables shown. The builder looks up their agreement: it marks the
        figure as tentative, or refuses it, by the coefficient the reliability chapter found.

    Raises
    ------
    RecordError
        A key that is no name, an alternative text that says too little, no numbers.
    """
    # Otherwise the inline backend would show the bare chart once more.
    plt.close(fig)
    _check(key, str(alt), table)
    width, height = map(float, fig.get_size_inches())
    foot = " · ".join(text for text in (filter, source) if text)
    return Figure(
        key=key,
        title=Prose.of(title, "title"),
        subtitle=Prose.of(subtitle, "subtitle"),
        alt=Prose.of(alt, "alt"),
        table=numbers(table),
        drawn=cache(partial(_pictures, fig, str(title), str(subtitle), foot)),
        width_in=width,
        height_in=height,
        note=note,
        filter=filter,
        how=how,
        source=source,
        evidence=tuple(sorted(set(evidence))),
        uses=tuple(uses),
    )


def _check(key: str, alt: str, table: pd.DataFrame) -> None:
    """Refuse a figure that the report may not show."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", key):
        raise RecordError(f"figure key {key!r}: use lower-case words joined by hyphens")
    if len(alt) < MIN_ALT:
        raise RecordError(
            f"figure {key!r}: the alternative text has {len(alt)} characters; "
            f"at least {MIN_ALT} are needed to say what is seen and the n"
        )
    if table.empty:
        raise RecordError(f"figure {key!r}: no numbers to show")


def numbers(table: pd.DataFrame) -> Grid:
    """A table as text cells; floats keep four significant decimals, missing is empty.

    >>> numbers(pd.DataFrame({"text": ["a", "b"], "share": [2 / 3, None]})).rows
    (('a', '0.6667'), ('b', ''))
    """
    rows = ([_cell(v) for v in row] for row in table.itertuples(index=False, name=None))
    return Grid.of([str(column) for column in table.columns], rows)


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    if pd.isna(value):
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return str(value)


def _pictures(fig: Canvas, title: str, subtitle: str, foot: str) -> Pictures:
    """The chart bare and for re-use, and where print may cut it where no page holds it."""
    svg = _save(fig, "svg").decode("utf8")
    with _surrounded(fig, title, subtitle, foot) as box:
        export_svg = _save(fig, "svg", box).decode("utf8")
        export_png = base64.b64encode(_save(fig, "png", box)).decode("ascii")
    if fig.get_size_inches()[1] <= PAGE_IN:
        return Pictures(svg, export_svg, export_png)
    breaks = find_page_breaks(fig)
    return Pictures(svg, export_svg, export_png, tuple(breaks.places), breaks.head)


@contextmanager
def _surrounded(fig: Canvas, title: str, subtitle: str, foot: str) -> Iterator[Bbox]:
    """Set headline, subtitle and source line around a chart for as long as it is drawn.

    The texts stand outside the figure and the bounding box is widened to hold them, so that
    the chart itself is drawn exactly as in the report.
    """
    width, height = map(float, fig.get_size_inches())
    per_line = int(width * 13)
    above = [(line, _TITLE) for line in textwrap.wrap(title, per_line)]
    above += [(line, _SUBTITLE) for line in textwrap.wrap(subtitle, int(per_line * 1.25))]
    below = textwrap.wrap(foot, int(per_line * 1.5))
    heads = sum(look is _TITLE for _, look in above)
    head_in = 0.12 + _TITLE[0] * heads + _SUBTITLE[0] * (len(above) - heads) + 0.08
    texts, y = [], height + head_in - 0.12
    for line, look in above:
        texts.append(_place(fig, line, y / height, look))
        y -= look[0]
    for i, line in enumerate(below):
        texts.append(_place(fig, line, (-0.08 - _FOOT[0] * i) / height, _FOOT))
    try:
        yield Bbox([[0, -(0.1 + _FOOT[0] * len(below))], [width, height + head_in]])
    finally:
        for text in texts:
            text.remove()


def _place(fig: Canvas, line: str, y: float, look: tuple[float, float, str, str]) -> Any:
    _, size, weight, colour = look
    return fig.text(
        0.005, y, line, fontsize=size, fontweight=weight, color=colour, ha="left", va="top"
    )


def _save(fig: Canvas, kind: str, box: Bbox | None = None) -> bytes:
    """Draw to bytes; a warning is an error, but for a character that no font has."""
    buffer = io.BytesIO()
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        fig.savefig(buffer, format=kind, metadata=metadata, bbox_inches=box, pad_inches=0, dpi=192)
    return buffer.getvalue()
