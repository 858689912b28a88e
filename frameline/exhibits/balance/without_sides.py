"""What is missing where claims are not coded for what binds and what divides?"""

from __future__ import annotations

from frameline.exhibits.balance._tables import used_codes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("claims.frame")
def without_sides(texts: Study) -> Blocks:
    """What is missing where claims are not coded for what binds and what divides?"""
    if texts.has("claims.valence") or not used_codes(texts):
        return None
    so = texts.word("without-sides", part="so")
    return texts.say("without-sides", lacking=texts.lacking("claims.valence", so=so))
