"""What every chart must satisfy, measured on the drawn figure."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def drawn_texts(fig: Figure) -> list[Text]:
    """Return every text that is really printed: visible, not empty, on a visible Axes."""
    fig.draw_without_rendering()
    found = [part for part in fig.get_children() if isinstance(part, Text)]
    for ax in fig.axes:
        if not ax.get_visible():
            continue
        # Asking for the texts of an axis makes its ticks, even of one that is switched off.
        parts = [a for a in ax.get_children() if ax.axison or a not in (ax.xaxis, ax.yaxis)]
        found += [text for part in parts for text in part.findobj(Text)]
    return [text for text in found if text.get_visible() and text.get_text().strip()]


def ink_box(text: Text, slack: float = 0.7) -> Bbox:
    """Return the box of a text without its chip and arrow, `slack` points smaller at each edge."""
    box = Text.get_window_extent(text)
    margin = slack * text.figure.dpi / 72
    return Bbox.from_extents(
        box.x0 + min(margin, box.width / 2),
        box.y0 + min(margin, box.height / 2),
        box.x1 - min(margin, box.width / 2),
        box.y1 - min(margin, box.height / 2),
    )


def _overlap(one: Bbox, two: Bbox) -> bool:
    """Say whether two boxes share an area (touching is allowed)."""
    return one.x0 < two.x1 and two.x0 < one.x1 and one.y0 < two.y1 and two.y0 < one.y1


def assert_no_overlap(fig: Figure, slack: float = 0.7) -> None:
    """Fail when any two printed texts overlap, naming the first few pairs."""
    _check_overlap(drawn_texts(fig), slack)


def _check_overlap(texts: list[Text], slack: float) -> None:
    boxes = np.array([ink_box(text, slack).extents for text in texts]).reshape(-1, 4)
    left, bottom, right, top = boxes.T
    meet = (left[:, None] < right) & (left < right[:, None])
    meet &= (bottom[:, None] < top) & (bottom < top[:, None])
    first, second = np.nonzero(np.triu(meet, 1))
    names = [text.get_text() for text in texts]
    clashes = [(names[i], names[j]) for i, j in zip(first, second, strict=True)]
    assert not clashes, f"{len(clashes)} overlapping texts, first: {clashes[:5]}"


def assert_clear(fig: Figure, marks: Iterable[Artist], slack: float = 0.7) -> None:
    """Fail when a printed text lies over one of the given marks (patches or scatter points)."""
    texts = [(text.get_text(), ink_box(text, slack)) for text in drawn_texts(fig)]
    for mark in marks:
        for box in _mark_boxes(mark):
            hit = [name for name, text in texts if _overlap(box, text)]
            assert not hit, f"{hit[:3]} printed over {mark.get_label()!r} at {box}"


def _mark_boxes(mark: Artist) -> list[Bbox]:
    """Return one box per mark of an artist: a collection holds many."""
    if not isinstance(mark, Collection):
        return [mark.get_window_extent()]
    boxes = []
    transform = mark.get_transform()
    offsets = mark.get_offset_transform().transform(mark.get_offsets())
    transforms = mark.get_transforms()
    paths = mark.get_paths()
    for index in range(max(len(paths), len(offsets))):
        path = paths[index % len(paths)]
        if len(transforms):
            path = path.transformed(_affine(transforms[index % len(transforms)]))
            box = path.get_extents().translated(*offsets[index % len(offsets)])
        else:
            box = path.transformed(transform).get_extents()
        boxes.append(box)
    return boxes


def _affine(matrix):  # type: ignore[no-untyped-def]
    """Wrap a 3 by 3 matrix of a collection as a transform."""
    from matplotlib.transforms import Affine2D

    return Affine2D(matrix)


def assert_inside(fig: Figure, slack: float = 0.5) -> None:
    """Fail when a text, patch, line or collection reaches beyond the figure's edge."""
    _check_inside(fig, drawn_texts(fig), slack)


def _check_inside(fig: Figure, texts: list[Text], slack: float) -> None:
    margin = slack * fig.dpi / 72
    frame = Bbox.from_extents(-margin, -margin, fig.bbox.x1 + margin, fig.bbox.y1 + margin)
    parts: list[Artist] = list(texts)
    for ax in fig.axes:
        children = (Patch, Line2D, Collection)
        parts += [a for a in ax.get_children() if isinstance(a, children) and a is not ax.patch]
    for part in parts:
        if not part.get_visible():
            continue
        if isinstance(part, Text):
            box: Bbox | None = Text.get_window_extent(part)
        else:
            box = part.get_tightbbox(fig.canvas.get_renderer())
        if box is None or (box.width == 0 and box.height == 0):
            continue
        name = part.get_text() if isinstance(part, Text) else f"{part!r} {part.get_label()}"
        inside = (
            frame.x0 <= box.x0 <= box.x1 <= frame.x1 and frame.y0 <= box.y0 <= box.y1 <= frame.y1
        )
        assert inside, f"{name} leaves the figure: {box}"


def assert_sound(fig: Figure) -> None:
    """Fail when texts overlap or something leaves the figure, at the price of one drawing."""
    texts = drawn_texts(fig)
    assert texts, "a chart without any text"
    _check_overlap(texts, 0.7)
    _check_inside(fig, texts, 0.5)


def marks(fig: Figure, label: str) -> list[Artist]:
    """Return the artists that a chart marked with a label (labels are not printed)."""
    return [
        artist
        for ax in fig.axes
        for artist in ax.get_children()
        if artist.get_label() == label and not isinstance(artist, Text)
    ]


def count_marks(fig: Figure, label: str) -> int:
    """Count single marks: every point or square of a collection counts, a line by its points."""
    total = 0
    for artist in marks(fig, label):
        if isinstance(artist, Collection):
            offsets = artist.get_offsets()
            total += len(offsets) if len(artist.get_transforms()) else len(artist.get_paths())
        elif isinstance(artist, Line2D):
            total += len(artist.get_xydata())
        else:
            total += 1
    return total
