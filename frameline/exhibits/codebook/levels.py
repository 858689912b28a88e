"""What is coded, from the text to the mention?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows


@shows()
def levels(texts: Study) -> Blocks:
    """What is coded, from the text to the mention?"""
    units = rule_rows(texts.codebook.rules, "U")
    if units.empty:
        return None
    units["level"] = units["title"].str.removeprefix("Level: ").str.capitalize()
    return texts.table("levels", units, ["level", "text"], widths={"text": 6})
