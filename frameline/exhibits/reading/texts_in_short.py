"""Which texts are these, by whom, for whom?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.dates import day_in_words
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

WIDTHS = {"name": 1.7, "title": 4.2, "who": 4.2, "vantage": 1.1, "genre": 1.4, "day": 3.0}
COLUMNS = ["name", "title", "who", "vantage", "genre", "words", "day"]


def _who(texts: Study, author: object, outlet: object) -> str:
    """The author, and where the text appeared."""
    known = [str(part) for part in (author, outlet) if pd.notna(part) and str(part)]
    if len(known) < 2:
        return "".join(known)
    return texts.word("who", author=known[0], outlet=known[1])


@shows()
def texts_in_short(texts: Study) -> Blocks:
    """Which texts are these, by whom, for whom?"""
    table, vantage = texts.layer("documents").copy(), texts.codebook.role("vantage", "documents")
    blank = pd.Series("", index=table.index)
    pairs = zip(table.get("author", blank), table.get("outlet", blank), strict=True)
    table["who"] = [_who(texts, *pair) for pair in pairs]
    table["day"] = [day_in_words(texts, day) for day in table["published"]]
    if vantage is not None and "vantage" in table:
        table["vantage"] = table["vantage"].map(vantage.shorts).fillna(table["vantage"])
    texts.findings.add("reading.texts", len(table), unit="count")
    shown = [*filled_columns(table, dict.fromkeys(COLUMNS, ""))]
    return texts.table("texts-in-short", table, shown, units={"words": "count"}, widths=WIDTHS,
                       vantage="vantage" in shown)  # fmt: skip
