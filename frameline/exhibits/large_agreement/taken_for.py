"""Which frames are taken for which?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.confusion import confusion, confusion_height
from frameline.exhibits.large_agreement._tables import (
    add_coders,
    coefficients,
    patterns_of,
    variables,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.large.agreement import read_for


@shows("codings", "codings.frame", any_size=True)
def taken_for(texts: Study) -> Blocks:
    """Which frames are taken for which?"""
    f, frame = texts.findings, variables(texts).get("frame")
    if frame is None or coefficients(texts).empty:
        return None
    counts = read_for(patterns_of(texts, "frame"))
    if not counts.to_numpy().any():
        return None
    add_coders(texts)
    same = counts.index.to_numpy()[:, None] == counts.columns.to_numpy()
    off = counts.where(~same, 0).to_numpy()
    row, column = divmod(int(off.argmax()), len(counts))
    f.add("confusion.first", frame.shorts[counts.index[row]], unit="name")
    f.add("confusion.second", frame.shorts[counts.columns[column]], unit="name")
    cells = (100 * counts.div(counts.sum(axis=1).clip(lower=1), axis=0)).round().astype(int)
    fig, ax = canvas(confusion_height(cells))
    confusion(ax, cells, labels=frame.shorts)
    table, parted = counts.rename_axis("code").reset_index(), bool(off.any())
    return texts.figure("confusion", fig, table, evidence=(), message="taken-for", parted=parted)
