"""What can this design not tell?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows


@shows()
def limits_in_short(texts: Study) -> Blocks:
    """What can this design not tell?"""
    named = rule_rows(texts.codebook.rules, "L")
    texts.findings.add("note.limits", list(named["title"]), unit="list")
    texts.findings.add("note.limits.count", len(named), unit="count")
    return [
        texts.say("limits-of-texts", style="text"),
        texts.say("limits-named", style="text") if len(named) else None,
    ]
