"""How many words mark a period beyond what the choice of documents explains?"""

from __future__ import annotations

from frameline.exhibits.period_words._tables import add_words
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("tokens", "documents", any_size=True)
def words_beyond_chance(
    texts: Study, most_periods: int = 6, min_n: int = 50, min_documents: int = 10
) -> Blocks:
    """How many words mark a period beyond what the choice of documents explains?"""
    found = add_words(texts, most_periods, min_n, min_documents)
    return None if found.empty else texts.state("period-words")
