"""When a text appeared, as a sentence says it."""

from __future__ import annotations

from frameline.exhibits.study import Study
from frameline.words.formats import format_date


def day_in_words(texts: Study, published: object) -> str:
    """A day in words, or the first and the last on which a text may have appeared."""
    ends = [format_date(part, texts.lang) for part in str(published).split("/")]
    return ends[0] if len(ends) == 1 else texts.word("between-days", low=ends[0], high=ends[-1])
