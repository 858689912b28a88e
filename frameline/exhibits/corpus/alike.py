"""Which two texts can be compared with the fewest other causes?"""

from __future__ import annotations

from frameline.exhibits.corpus._tables import sizes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.comparability import ATTRIBUTES, alike_pairs

SHOWN = ["first", "second", "same", "other"]
#: So many pairs are listed, those that share most.
MOST = 10


@shows()
def alike(texts: Study) -> Blocks:
    """Which two texts of different years share most besides?"""
    f, pairs = texts.findings, alike_pairs(sizes(texts), ATTRIBUTES, year="years")
    if len(pairs) < 2:
        return None
    for end, column in (("first", "from"), ("second", "to")):
        pairs[end] = pairs[column].map(texts.names)
    said = {name: texts.word("attribute", attribute=name) for name in ATTRIBUTES}
    for column in ("same", "other"):
        pairs[column] = [", ".join(said[name] for name in names) for names in pairs[column]]
    best = pairs[pairs["shared"] == pairs["shared"].max()]
    f.add("alike.none", int((pairs["shared"] == 0).sum()), unit="count", n=len(pairs))
    if best["shared"].iloc[0] == 0:
        return texts.say("alike-none")
    named = [
        texts.word("alike-pair", first=row["first"], second=row["second"], same=row["same"])
        for row in best.to_dict("records")
    ]
    f.add("alike.best", named, unit="list")
    listed = pairs[pairs["shared"] > 0].head(MOST)
    return [texts.say("alike-best"), texts.table("alike", listed, SHOWN, whole=len(listed))]
