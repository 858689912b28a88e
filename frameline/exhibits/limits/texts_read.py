"""How many texts were read, and of how many years?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows()
def texts_read(texts: Study) -> Blocks:
    """How many texts were read, and of how many years?"""
    f, documents = texts.findings, texts.documents
    f.add("limits.texts", len(documents), unit="count")
    f.add("limits.years", documents["year"].nunique(), unit="count")
    return texts.say("texts-read")
