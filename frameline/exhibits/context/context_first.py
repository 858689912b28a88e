"""When does each label family first appear in the sample?"""

from __future__ import annotations

from frameline.exhibits.context._tables import sample
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import first_appearances


@shows("context")
def context_first(texts: Study, min_relevance: int = 2) -> Blocks:
    """When does each label family first appear in the sample?"""
    first = first_appearances(sample(texts, min_relevance)["all"])
    widths = {"family": 2, "outlet": 2}
    columns = ["family", "published", "outlet", "n"]
    return texts.table("context-first", first, columns, units={"n": "count"}, widths=widths,
                       filter="")  # fmt: skip
