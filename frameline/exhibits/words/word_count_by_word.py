"""How many hits of each word are the author's own name for the pair?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import by_word, look_alikes
from frameline.words.formats import MISSING


@shows("tokens", "blocks", "labels", "labels.place")
def word_count_by_word(texts: Study, min_mentions: int = 3) -> Blocks:
    """How many hits of each word are the author's own name for the pair?"""
    seen = look_alikes(texts, min_mentions)
    if not len(seen):
        return None
    seen = seen.assign(
        cell=[
            texts.word("asserted-of-found", asserted=row.asserted, found=row.found)
            for row in seen.itertuples()
        ]
    )
    wide = seen.pivot_table(index="word", columns="doc_id", values="cell", aggfunc="first")
    wide = wide.reindex(by_word(texts, min_mentions).index).fillna(MISSING).reset_index()
    heads = {doc: texts.names[doc] for doc in dict.fromkeys(seen["doc_id"])}
    return texts.table(
        "word-count-by-word", wide, ["word", *heads], heads=heads,
        filter=texts.word("filter-files"),
    )  # fmt: skip
