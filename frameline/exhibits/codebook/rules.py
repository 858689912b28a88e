"""Which rules settle doubtful cases?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows


@shows()
def rules(texts: Study) -> Blocks:
    """Which rules settle doubtful cases?"""
    table = rule_rows(texts.codebook.rules)
    texts.findings.add("codebook.rules", len(table), unit="count")
    if table.empty:
        return texts.say("no-rules")
    said = zip(table["title"], table["text"], strict=True)
    table["text"] = [texts.word("rule", title=title, text=text) for title, text in said]
    return texts.table("rules", table, ["id", "text"], widths={"text": 7})
