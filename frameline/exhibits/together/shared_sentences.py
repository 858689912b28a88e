"""How many sentences have several frames, and which two share the most?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.together._tables import add_sentences, tied


@shows("claims.frame", "claims.unit_id", any_size=True)
def shared_sentences(texts: Study) -> Blocks:
    """How many sentences have several frames, and which two share the most?"""
    if not add_sentences(texts):
        return None
    return texts.state("together", tied=tied(texts))
