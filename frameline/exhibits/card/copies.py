"""When did the texts appear, how long are they, and which copy was read?"""

from __future__ import annotations

from frameline.exhibits.card._tables import COUNTED, documents
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

COLUMNS = ["name", "published", "published_basis", "words", "sentences", "para_groups", "copy"]


@shows()
def copies(texts: Study) -> Blocks:
    """When did the texts appear, how long are they, and which copy was read?"""
    table = documents(texts)
    named = filled_columns(table, dict.fromkeys(COLUMNS, ""))
    held = {"words": "words" in named, "copy": "copy" in named}
    return texts.table("copies", table, named, units=COUNTED, widths={"name": 2}, **held)
