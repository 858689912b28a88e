"""Is the order of the texts that of the field?"""

from __future__ import annotations

from frameline.exhibits.context._tables import count_tests, count_years, tests
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.shift import ALPHA


@shows("context")
def both_readings(texts: Study, min_relevance: int = 2) -> Blocks:
    """Is the order of the texts that of the field?"""
    count_years(texts, min_relevance)
    count_tests(texts, min_relevance)
    p = tests(texts, min_relevance).set_index("cut").loc["main", "p"]
    return texts.state("context", alike=bool(p >= ALPHA), filter=texts.word("filter-sample"))
