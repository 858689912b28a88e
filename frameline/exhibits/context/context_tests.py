"""Do periods differ in their readings more than shuffled pieces would?"""

from __future__ import annotations

from frameline.exhibits.context._tables import count_tests, tests
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.words.formats import NumberFormat

UNITS = {"n": "count", "statistic": "number", "p": "p"}
SHORT = NumberFormat(decimals=1)


@shows("context")
def context_tests(texts: Study, min_relevance: int = 2) -> Blocks:
    """Do periods differ in their readings more than shuffled pieces would?"""
    count_tests(texts, min_relevance)
    table = tests(texts, min_relevance).copy()
    table["name"] = table["cut"].map(texts.words("cuts"))
    table["range"] = [
        texts.word("interval", low=SHORT.write(low, texts.lang), high=SHORT.write(high, texts.lang))
        for low, high in zip(table["null_low"], table["null_high"], strict=True)
    ]
    columns = ["name", "n", "statistic", "range", "p"]
    return [
        texts.table("context-tests", table, columns, units=UNITS, widths={"name": 3},
                    filter=""),
        texts.say("context-tests-shuffled"),
    ]  # fmt: skip
