"""Which limits are peculiar to this corpus?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows


@shows()
def limits(texts: Study) -> Blocks:
    """Which limits are peculiar to this corpus?"""
    named = rule_rows(texts.codebook.rules, "L")
    if not len(named):
        return texts.say("no-limits")
    widths = {"title": 1, "text": 7}
    return texts.table("limits", named, ["title", "text"], widths=widths, filter="")
