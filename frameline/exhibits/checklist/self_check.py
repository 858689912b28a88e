"""What do method guides ask for, and what of it is here?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.checklist._items import ITEMS, Item, stated
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

COLUMNS = ["number", "item", "guides", "answer", "where"]
WIDTHS = {"number": 1, "item": 6, "guides": 1, "answer": 2, "where": 6}


def _where(texts: Study, item: Item, answer: str, places: dict[str, str]) -> str:
    """Where the report says it; or what the makers of the corpus state."""
    if item.stated:
        return stated(texts)[item.stated]
    return places[item.place] if answer in ("yes", "partly") else ""


@shows()
def self_check(texts: Study) -> Blocks:
    """What do method guides ask for, and what of it is here?"""
    named, answers = texts.words("self-check-items"), texts.words("self-check-answers")
    places, rows = texts.words("self-check-places"), []
    for number, item in enumerate(ITEMS, start=1):
        answer = item.rule(texts)
        rows.append({
            "number": number, "item": named[item.key], "guides": " ".join(item.guides),
            "code": answer, "answer": answers[answer.replace("-", "_")],
            "where": _where(texts, item, answer, places),
        })  # fmt: skip
    table, f = pd.DataFrame(rows), texts.findings
    f.add("check.items", len(table), unit="count")
    for answer in ("yes", "partly", "no", "blank"):
        f.add("check.{answer}", int((table["code"] == answer).sum()), unit="count",
              at={"answer": answer})  # fmt: skip
    return [
        texts.say("self-check-said", style="takeaway"),
        texts.table("self-check", table, COLUMNS, widths=WIDTHS, units={"number": "count"}),
    ]
