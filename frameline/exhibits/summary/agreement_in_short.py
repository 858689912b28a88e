"""How far do the coders agree?"""

from __future__ import annotations

from frameline.exhibits.checking import unchecked
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("statements-made")
def agreement_in_short(texts: Study) -> Blocks:
    """How far do the coders agree?"""
    made = [found.key for found in texts.quotable()]
    return [
        texts.quote("statement.agreement") if "statement.agreement" in made else None,
        texts.say("unchecked") if unchecked(texts) else None,
    ]
