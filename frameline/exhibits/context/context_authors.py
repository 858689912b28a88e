"""Do authors stay with their reading?"""

from __future__ import annotations

from frameline.exhibits.context._tables import sample
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import authors_with_several

WIDTHS = {"author": 1.6, "published": 1, "label": 3, "direction": 1}


@shows("context")
def context_authors(texts: Study, min_relevance: int = 2) -> Blocks:
    """Do authors stay with their reading?"""
    f = texts.findings.under(texts.word("filter-sample"))
    several = authors_with_several(sample(texts, min_relevance)["all"])
    reads = several.groupby("author", sort=False)["direction"].nunique()
    changing = several[several["author"].isin(reads.index[reads > 1])]
    f.add("context.authors", len(reads), unit="count")
    f.add("context.authors.change", int((reads > 1).sum()), unit="count")
    said = texts.say("context-authors-counted")
    if not len(changing):
        return said
    table = texts.table("context-authors", changing, WIDTHS, widths=WIDTHS, filter="")
    return [said, table]
