"""Which events are called up, and are they dated?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import event_rows, filled_columns

COLUMNS = ["name", "basis", "n", "names"]
WIDTHS: dict[str, float] = {"name": 0.5, "names": 6}


@shows()
def event_register(texts: Study) -> Blocks:
    """Which events are called up, and are they dated?"""
    texts.findings.add("registers.events", len(texts.events), unit="count")
    if texts.events.empty:
        return texts.say("no-events")
    events = event_rows(texts.layer("events"))
    events["name"] = events["doc_id"].map(texts.names)
    basis = texts.codebook.role("basis", "events")
    if basis and "basis" in events:
        events["basis"] = events["basis"].replace(basis.shorts)
    named = filled_columns(events, dict.fromkeys(COLUMNS, ""))
    return texts.table("event-register", events, named, units={"n": "count"}, widths=WIDTHS)
