"""How widely is each reason spread?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.code_matrix import code_matrix, code_matrix_height
from frameline.exhibits.balance._tables import add_counts, spread_of, used_codes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

DRAWN = ["name", "code", "n", "share", "binding", "dividing"]


@shows("claims.frame", home="all")
def reason_matrix(texts: Study) -> Blocks:
    """How widely is each reason spread?"""
    f, frame, used = texts.findings, texts.codebook.role("frame"), used_codes(texts.base)
    add_counts(texts.base)
    if not used:
        return None
    table = spread_of(texts)
    count = int(table["doc_id"].nunique())
    given = table[table["n"] > 0].groupby("code")["doc_id"].nunique()
    everywhere = [frame.shorts[code] for code in used if given.get(code, 0) == count]
    f.add("driver.everywhere", everywhere, unit="list")
    f.add("driver.used", len(given), unit="count")
    fig, ax = canvas(code_matrix_height(table, frame.groups))
    code_matrix(ax, table, labels=frame.labels, order=used, groups=frame.groups)
    return texts.figure("reason-matrix", fig, table.filter(DRAWN), uses=["frame", "valence"],
                        texts=count, signed=texts.has("claims.valence"))  # fmt: skip
