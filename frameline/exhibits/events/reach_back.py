"""How far back does each text reach?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.reach_back import reach_back as draw
from frameline.charts.reach_back import reach_back_height
from frameline.exhibits.events._tables import count_reach, exact, farthest, reach
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

DRAWN = ["name_doc", "name", "date", "basis", "year_low", "year_high", "reach", "shown"]


@shows("events", "events.year")
def reach_back(texts: Study) -> Blocks:
    """How far back does each text reach?"""
    f, table, by_text = texts.findings, reach(texts), farthest(texts)
    f = f.under(texts.word("filter-events"))
    count_reach(texts)
    f.add("events.count", len(table), unit="count")
    f.add("texts.count", len(texts.documents), unit="count")
    f.add("events.undated", int(by_text["undated"].sum()), unit="count")
    f.add("events.shown", int(table["shown"].sum()), unit="count")
    shown, sure = table[table["shown"]], exact(texts)
    if not len(shown):
        return None
    far = sure.loc[sure["reach"].idxmax()] if len(sure) else shown.iloc[0]
    fig, ax = canvas(reach_back_height(shown))
    draw(ax, shown)
    counted = texts.word("filter-dated")
    at = {"doc_id": far["doc_id"]}
    return texts.figure("reach-back", fig, table[DRAWN], evidence=(), at=at, filter=counted,
                        exact=len(sure) > 0)  # fmt: skip
