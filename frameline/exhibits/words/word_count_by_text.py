"""How much of a word count is right in each text?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import KINDS, count_look_alikes, look_alikes


@shows("tokens", "blocks", "labels", "labels.place")
def word_count_by_text(texts: Study, min_mentions: int = 3) -> Blocks:
    """How much of a word count is right in each text?"""
    seen = look_alikes(texts, min_mentions)
    if not len(seen):
        return None
    count_look_alikes(texts, min_mentions)
    table = seen.groupby("doc_id", sort=False)[KINDS].sum().reset_index()
    table["name"] = table["doc_id"].map(texts.names)
    return texts.table(
        "word-count-by-text", table, ["name", *KINDS], units=dict.fromkeys(KINDS, "count"),
        widths={"name": 2}, filter=texts.word("filter-files"),
    )  # fmt: skip
