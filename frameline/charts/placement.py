"""Where labels go: measured widths, wrapped lines, positions that do not overlap."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

POINT = 1 / 72


def spread(
    positions: Sequence[float],
    heights: float | Sequence[float],
    low: float = -np.inf,
    high: float = np.inf,
) -> np.ndarray:
    """Move labels apart so that none overlaps, and each stays as near its mark as possible.

    The result is the least-squares solution: order is kept, neighbours keep the distance of half
    their heights, and a group that must move is centred on what it labels.

    Parameters
    ----------
    positions : sequence of float
        Wanted centres, in any order (and any unit, the same throughout).
    heights : float or sequence of float
        Room that each label takes, gap included.
    low, high : float
        Limits for the outer edges of the first and last label. When the labels need more room
        than that they are packed evenly between the limits and will overlap.

    Returns
    -------
    numpy.ndarray
        New centres, in the order of `positions`.

    Examples
    --------
    >>> spread([1.0, 1.0, 5.0], 1.0).tolist()
    [0.5, 1.5, 5.0]
    >>> spread([0.0, 0.2], 1.0, low=0.0).tolist()
    [0.5, 1.5]
    """
    wanted = np.asarray(positions, dtype=float)
    if wanted.size == 0:
        return wanted.copy()
    sizes = np.broadcast_to(np.asarray(heights, dtype=float), wanted.shape)
    order = np.argsort(wanted, kind="stable")
    size = sizes[order]
    if size.sum() > high - low:
        size = size * (high - low) / size.sum()
    offset = np.cumsum(size) - size / 2
    slack = _pool(wanted[order] - offset)
    slack = np.clip(slack, low, high - size.sum())
    result = np.empty_like(wanted)
    result[order] = slack + offset
    return result


def _pool(values: np.ndarray) -> np.ndarray:
    """Return the nearest non-decreasing sequence (pool adjacent violators)."""
    means: list[float] = []
    counts: list[int] = []
    for value in values:
        means.append(float(value))
        counts.append(1)
        while len(means) > 1 and means[-2] > means[-1]:
            mean, count = means.pop(), counts.pop()
            total = means[-1] * counts[-1] + mean * count
            counts[-1] += count
            means[-1] = total / counts[-1]
    return np.repeat(means, counts)


@lru_cache(maxsize=8192)
def text_width(text: str, size: float = 9, weight: str = "normal", style: str = "normal") -> float:
    """Measure one line of text in inches, with the fonts that will draw it."""
    if not text:
        return 0.0
    ruler = _ruler()
    artist = ruler.text(0, 0, text, size=size, weight=weight, style=style)
    try:
        return float(artist.get_window_extent().width) / ruler.dpi
    finally:
        artist.remove()


@lru_cache(maxsize=1)
def _ruler() -> Figure:
    """Return a figure used only for measuring, fine enough that rounding does not matter."""
    figure = Figure(figsize=(1, 1), dpi=600)
    FigureCanvasAgg(figure)
    return figure


def wrap_text(
    text: str,
    width: float,
    *,
    size: float = 9,
    weight: str = "normal",
    style: str = "normal",
    max_lines: int | None = None,
) -> str:
    """Break text at spaces into lines no wider than `width` inches.

    A single word that is too wide, and the last line when `max_lines` is reached, end in an
    ellipsis, so that nothing ever leaves its column.

    Examples
    --------
    >>> wrap_text("Partners in need", 0.7)
    'Partners in\\nneed'
    """
    font = (size, weight, style)
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", *font) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if max_lines is not None and len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], " ".join(lines[max_lines - 1 :])]
    return "\n".join(fit_text(line, width, size=size, weight=weight, style=style) for line in lines)


def fit_text(
    text: str, width: float, *, size: float = 9, weight: str = "normal", style: str = "normal"
) -> str:
    """Return the text, cut with an ellipsis when it is wider than `width` inches.

    Examples
    --------
    >>> fit_text("cooperation", 2.0), fit_text("cooperation", 0.4)
    ('cooperation', 'coop…')
    """
    if text_width(text, size, weight, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + "…", size, weight, style) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def line_height(size: float = 9, spacing: float = 1.2) -> float:
    """Return the height of one line of text in inches.

    Examples
    --------
    >>> line_height(9)
    0.15
    """
    return round(size * spacing * POINT, 6)
