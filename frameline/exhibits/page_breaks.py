"""Where a chart taller than a page may be cut: the blank bands between its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

#: Narrower bands (inches) are the space between two lines of one label.
NARROW = 0.035
#: What a line of text takes above and below its letters (inches).
LEADING = 0.014
#: Upright rules of this length may be cut anywhere, shorter ones belong to one row.
RULE = 0.55
#: What takes more of the sheet than this is its ground, or a rule down all rows.
GROUND = 0.6
#: Heads take no more of the sheet.
HEAD = 1.5
#: Rules begin this close (inches) to the band below the heads.
AT_TOP = 0.05


@dataclass(frozen=True)
class PageBreaks:
    """Places where a chart may be cut, in inches from its top.

    Parameters
    ----------
    places : sequence of pair of float
        Each place with the height of the blank band around it.
    head : float
        How deep the heads of its columns reach, which each piece repeats; 0 where it has none.
    """

    places: Sequence[tuple[float, float]] = ()
    head: float = 0.0


@dataclass(frozen=True)
class _Extent:
    """What an artist takes of the sheet, in inches from the top left."""

    left: float
    top: float
    right: float
    bottom: float


def find_page_breaks(fig: Figure) -> PageBreaks:
    """Where does a horizontal cut meet neither text nor mark?

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        A chart. Upright rules and grounds behind all rows may be cut; level rules across the sheet
        begin the piece below. A panel of several is never cut.

    Returns
    -------
    PageBreaks
        From top to bottom. What stands above rules that run down all rows heads each piece.
    """
    width, height = (float(side) for side in fig.get_size_inches())
    blocks: list[_Extent] = []
    rules: list[float] = []
    running: list[float] = []
    for artist, extent in _extents(fig, width, height):
        tall = extent.bottom - extent.top
        if tall > GROUND * height:
            running.append(extent.top)
        elif isinstance(artist, Line2D) and _upright(artist) and tall >= RULE:
            continue
        elif isinstance(artist, Line2D) and _across(artist, extent, width):
            rules.append((extent.top + extent.bottom) / 2)
        else:
            blocks.append(extent)
    bands = [
        (top, bottom)
        for top, bottom in _blank(blocks, height)
        if top > 0 and bottom < height and bottom - top >= NARROW
    ]
    places = [
        (round(float(_place(*band, rules)), 4), round(band[1] - band[0], 4)) for band in bands
    ]
    return PageBreaks(tuple(places), _head(places, running))


def _extents(fig: Figure, width: float, height: float) -> Iterator[tuple[Artist, _Extent]]:
    """What is drawn, with its extent; marks of one artist each by themselves."""
    panels = [ax for ax in fig.axes if ax.get_visible()]
    for ax in panels:
        if len(panels) > 1:
            box = ax.get_position()
            whole = _Extent(
                box.x0 * width, (1 - box.y1) * height, box.x1 * width, (1 - box.y0) * height
            )
            yield ax, whole
        for artist in _drawn(ax):
            for x0, y0, x1, y1 in _boxes(artist):
                dots = fig.dpi
                yield artist, _Extent(x0 / dots, height - y1 / dots, x1 / dots, height - y0 / dots)


def _drawn(ax: Axes) -> Iterator[Artist]:
    """The visible artists of a panel: of its frame only where there is one."""
    frame = () if ax.axison else (*ax.spines.values(), ax.xaxis, ax.yaxis)
    for artist in ax.get_children():
        blank = isinstance(artist, Text) and not artist.get_text()
        if artist.get_visible() and not blank and artist not in (ax.patch, *frame):
            yield artist


def _boxes(artist: Artist) -> Iterator[tuple[float, float, float, float]]:
    """Boxes in dots, from the lower left to the upper right."""
    if isinstance(artist, Line2D) and artist.get_linestyle() in ("None", "none", " ", ""):
        half = (artist.get_markersize() / 2 + artist.get_markeredgewidth()) * _dots(artist) / 72
        points = artist.get_transform().transform(artist.get_xydata())
        for x, y in np.asarray(points)[np.isfinite(points).all(axis=1)]:
            yield float(x - half), float(y - half), float(x + half), float(y + half)
        return
    if isinstance(artist, Collection):
        yield from _shapes(artist)
        return
    box = artist.get_window_extent()
    if np.isfinite(box.extents).all():
        x0, y0, x1, y1 = (float(side) for side in box.extents)
        spare = LEADING * _dots(artist) * isinstance(artist, Text)
        yield x0, min(y0, y1) + spare, x1, max(y0, y1) - spare


def _shapes(artist: Collection) -> Iterator[tuple[float, float, float, float]]:
    """The box of each shape; Matplotlib gives no box for shapes drawn in data units."""
    # Without offsets of their own shapes have one, of nothing.
    offsets = np.asarray(artist.get_offset_transform().transform(artist.get_offsets()))
    scales = [Affine2D(matrix) for matrix in artist.get_transforms()]
    paths = artist.get_paths()
    for index in range(max(len(paths), len(offsets)) if len(paths) and len(offsets) else 0):
        path = paths[index % len(paths)]
        if scales:
            path = path.transformed(scales[index % len(scales)])
        box = path.transformed(artist.get_transform()).get_extents()
        x, y = offsets[index % len(offsets)]
        yield float(box.x0 + x), float(box.y0 + y), float(box.x1 + x), float(box.y1 + y)


def _dots(artist: Artist) -> float:
    figure = artist.get_figure(root=True)
    assert figure is not None
    return float(figure.dpi)


def _upright(line: Line2D) -> bool:
    return len(set(np.round(np.asarray(line.get_xdata(), dtype=float), 6))) == 1


def _across(line: Line2D, extent: _Extent, width: float) -> bool:
    level = len(set(np.round(np.asarray(line.get_ydata(), dtype=float), 6))) == 1
    return level and extent.right - extent.left >= 0.8 * width


def _blank(blocks: Sequence[_Extent], height: float) -> Iterator[tuple[float, float]]:
    """The bands that no block reaches into."""
    end = 0.0
    for block in sorted(blocks, key=lambda block: block.top):
        if block.top > end:
            yield end, block.top
        end = max(end, block.bottom)
    if end < height:
        yield end, height


def _place(top: float, bottom: float, rules: Sequence[float]) -> float:
    """The middle of a band, or right above the rule in it."""
    inside: Any = [rule - 0.015 for rule in rules if top < rule < bottom]
    return min(inside) if inside else (top + bottom) / 2


def _head(places: Sequence[tuple[float, float]], running: Sequence[float]) -> float:
    """The last cut above the first row: a band where the rules begin, or the one above them."""
    tops = [top for top in running if 0.1 < top < HEAD]
    above = [place for place, white in places if tops and place - white / 2 <= min(tops) + AT_TOP]
    return above[-1] if above and above[-1] < HEAD else 0.0
