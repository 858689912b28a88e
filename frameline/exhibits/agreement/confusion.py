"""Which reasons are taken for which?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.confusion import confusion as draw
from frameline.charts.confusion import confusion_height
from frameline.exhibits.agreement._tables import codes_given, count_coders, variables
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.agreement import confusion as measure


@shows("coders", "claims.frame")
def confusion(texts: Study) -> Blocks:
    """Which reasons are taken for which?"""
    f, frame = texts.findings, variables(texts).get("frame")
    if frame is None:
        return None
    counts = measure(codes_given(texts)["frame"], codes=frame.order)
    if not counts.to_numpy().any():
        return None
    count_coders(texts)
    off = counts.where(~(counts.index.to_numpy()[:, None] == counts.columns.to_numpy()), 0)
    row, column = divmod(int(off.to_numpy().argmax()), len(off.columns))
    f.add("confusion.first", frame.shorts[off.index[row]], unit="name")
    f.add("confusion.second", frame.shorts[off.columns[column]], unit="name")
    fig, ax = canvas(confusion_height(counts))
    draw(ax, counts, labels=frame.shorts)
    table, parted = counts.reset_index(names="code"), bool(off.to_numpy().any())
    return texts.figure("confusion", fig, table, evidence=(), parted=parted)
