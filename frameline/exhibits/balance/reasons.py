"""Which reasons bind, and which divide?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.diverging_dots import diverging_dots, diverging_dots_height
from frameline.exhibits.balance._tables import add_counts, reasons_of, used_codes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.contrasts import flips

DRAWN = ["name", "code", "binding", "dividing", "ambivalent", "k", "n", "balance", "low", "high"]


@shows("claims.frame", "claims.valence", home="all")
def reasons(texts: Study, min_n: int = 3) -> Blocks:
    """Which reasons bind, and which divide?"""
    f, frame, used = texts.findings, texts.codebook.role("frame"), used_codes(texts.base)
    if not used:
        return None
    table = reasons_of(texts)
    add_counts(texts.base)
    turning = flips(table[table["k"] >= min_n], by="code", value="balance")
    f.add("driver.turning", [frame.shorts[code] for code in turning], unit="list")
    f.add("driver.turning.count", len(turning), unit="count")
    fig, ax = canvas(diverging_dots_height(table))
    diverging_dots(ax, table, labels=frame.labels, order=used, min_n=min_n)
    return texts.figure("reasons", fig, table[DRAWN], uses=["frame", "valence"], few=min_n,
                        texts=table["doc_id"].nunique(), reasons=len(used))  # fmt: skip
