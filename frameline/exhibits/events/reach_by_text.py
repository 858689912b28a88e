"""How old is the past that each text argues from?"""

from __future__ import annotations

from typing import Any

from frameline.exhibits.events._tables import count_reach, exact, farthest, ranges
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.record.prose import Prose

#: Dated events from which a text has a middle worth telling.
ENOUGH = 3


@shows("events", "events.year")
def reach_by_text(texts: Study) -> Blocks:
    """How old is the past that each text argues from?"""
    count_reach(texts)
    table = farthest(texts).dropna(subset=["median"])
    sure = set(exact(texts)["doc_id"])
    told = table[table["counted"] >= ENOUGH]
    said = [texts.say("reach-of-text", at=row, exact=bool(row["doc_id"] in sure))
            for row in told.to_dict("records")]  # fmt: skip
    return [*said, *(_range(texts, row) for row in ranges(texts).to_dict("records"))]


def _range(texts: Study, row: dict[str, Any]) -> Prose:
    """An event without an exact year, with both ends of its range."""
    f = texts.findings.under(texts.word("filter-events"))
    f.add("events.range.{doc_id}", row["name"], unit="text", at=row)
    f.add("events.range.low.{doc_id}", int(row["reach_low"]), unit="count", at=row)
    f.add("events.range.high.{doc_id}", int(row["reach_high"]), unit="count", at=row)
    return texts.say("reach-range", at=row)
