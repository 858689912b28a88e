"""Which texts were analysed?"""

from __future__ import annotations

from frameline.exhibits.card._tables import COPY, columns_of, documents
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

WIDTHS: dict[str, float] = {
    "name": 1, "title": 4, "author": 1, "outlet": 2, "genre": 0.2, "voice_chain": 0.4,
}  # fmt: skip


@shows()
def sources(texts: Study) -> Blocks:
    """Which texts were analysed?"""
    f, table = texts.findings, documents(texts)
    f.add("card.texts", len(table), unit="count")
    f.add("card.digest", texts.codebook.digest[:COPY], unit="name")
    named = filled_columns(table, columns_of(WIDTHS))
    if len(named) < 2:
        return None
    return texts.table("sources", table, named, widths=WIDTHS, chain="voice_chain" in named)
