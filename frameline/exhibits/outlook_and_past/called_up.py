"""How far back does each text reach?"""

from __future__ import annotations

from typing import Any

from frameline.charts.canvas import canvas
from frameline.charts.reach_back import reach_back as draw
from frameline.charts.reach_back import reach_back_height
from frameline.exhibits.events._tables import exact, ranges, reach
from frameline.exhibits.events.reach_back import DRAWN
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.record.prose import Prose


@shows("events", "events.year")
def called_up(texts: Study) -> Blocks:
    """How far back does each text reach?"""
    f, table = texts.findings.under(texts.word("filter-dated")), reach(texts)
    shown, sure = table[table["shown"]], exact(texts)
    if not len(shown):
        return None
    far = sure.loc[sure["reach"].idxmax()] if len(sure) else shown.iloc[0]
    at = {"doc_id": far["doc_id"]}
    if len(sure):
        f.add("past.year.{doc_id}", int(far["year_low"]), unit="year", at=at)
    f.add("past.count", len(table), unit="count")
    f.add("past.shown", len(shown), unit="count")
    fig, ax = canvas(reach_back_height(shown))
    draw(ax, shown)
    loose = ranges(texts).nlargest(1, "reach_high").to_dict("records")
    return texts.figure("called-up", fig, table[DRAWN], evidence=(), at=at, exact=len(sure) > 0,
                        filter=texts.word("filter-dated"),
                        ranged=_range(texts, loose[0]) if loose else "")  # fmt: skip


def _range(texts: Study, row: dict[str, Any]) -> Prose:
    """An event without an exact year, with both ends of its range."""
    f = texts.findings.under(texts.word("filter-dated"))
    f.add("past.range.{doc_id}", row["name"], unit="text", at=row)
    f.add("past.range.low.{doc_id}", int(row["reach_low"]), unit="count", at=row)
    f.add("past.range.high.{doc_id}", int(row["reach_high"]), unit="count", at=row)
    return texts.say("past-range", at=row)
