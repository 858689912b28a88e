"""Which pairs of frames share more sentences than their frequencies would have it?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.together._tables import add_sentences, in_sentences

UNITS = {"both": "count", "expected": "count", "lift": "number"}


@shows("claims.frame", "claims.unit_id", any_size=True)
def pairs(texts: Study, most: int = 12) -> Blocks:
    """Which pairs of frames share more sentences than their frequencies would have it?"""
    if not add_sentences(texts):
        return None
    found, labels = in_sentences(texts).pairs, texts.codebook.role("frame").labels
    listed = found[found["both"] > 0].head(most)
    listed = listed.assign(one=listed["first"].map(labels), other=listed["second"].map(labels))
    columns = ["one", "other", "both", "expected", "lift"]
    return texts.table("pairs", listed, columns, units=UNITS, widths={"one": 2, "other": 2})
