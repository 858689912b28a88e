"""In how many ways of counting does each statement hold?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.robustness._tables import count_ways, fates, short, statements
from frameline.exhibits.study import Study
from frameline.measures.robustness import SURVIVES

UNITS = {"held": "count", "tried": "count", "share": "share", "option_share": "share"}


@shows("claims.valence", "statements")
def survival(texts: Study) -> Blocks:
    """In how many ways of counting does each statement hold?"""
    f, table = texts.findings, fates(texts).copy()
    count_ways(texts)
    words = {s.name: str(short(texts, s)) for s in statements(texts)}
    table["words"] = table["statement"].map(words)
    table["least"] = [
        texts.word("least", choice=choice, option=option) if choice else ""
        for choice, option in zip(table["choice"], table["option"], strict=True)
    ]
    weak = table[~table["survives"]]
    f.add("survival.threshold", SURVIVES, unit="share")
    f.add("survival.tested", len(table), unit="count")
    f.add("survival.failed", "; ".join(weak["words"]), unit="text")
    f.add("survival.failed.count", len(weak), unit="count")
    columns = ["words", "held", "tried", "share"]
    if any(table["least"]):
        columns += ["least", "option_share"]
    widths = {"words": 4, "least": 2}
    return [
        texts.say("survival-counted"),
        texts.table("survival", table, columns, units=UNITS, widths=widths),
    ]
