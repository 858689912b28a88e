"""How old is the past that each text argues from?"""

from __future__ import annotations

from frameline.exhibits.events._tables import count_reach, farthest
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

#: Dated events from which a text has a middle worth telling.
ENOUGH = 3


@shows("events", "events.year")
def reach_by_text(texts: Study) -> Blocks:
    """How old is the past that each text argues from?"""
    count_reach(texts)
    table = farthest(texts).dropna(subset=["median"])
    told = table[table["counted"] >= ENOUGH]
    return [texts.say("reach-of-text", at=row) for row in told.to_dict("records")]
