"""Who coded, and how?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

COLUMNS = ["coder", "kind", "description", "codebook_version"]


@shows()
def coders(texts: Study) -> Blocks:
    """Who coded, and how?"""
    table = texts.coders
    named = filled_columns(table, dict.fromkeys(COLUMNS, ""))
    if not {"kind", "description"} <= set(named):
        return None
    return texts.table("coders", table, named, widths={"description": 5})
