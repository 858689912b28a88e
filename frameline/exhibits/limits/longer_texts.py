"""What would longer texts buy?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.clusters import clusters
from frameline.measures.planning import POWER
from frameline.measures.planning import longer_texts as measure
from frameline.measures.shift import ALPHA
from frameline.words.catalogue import Shown
from frameline.words.formats import is_missing

SHOWN = ["groups", "signed", "smallest", "here"]


@shows("claims.valence")
def longer_texts(texts: Study, most: int = 160) -> Blocks:
    """What would longer texts buy?"""
    f, signs = texts.findings, clusters(texts.claims, "sign")
    longest = max((text.groups for text in signs.values()), default=0)
    if not longest:
        return None
    sizes = sorted({longest, *(most // 2**halved for halved in range(6))})
    curve = measure(signs, sizes)
    same = texts.word("longer-texts", part="here")
    curve["here"] = [same if size == longest else "" for size in curve["groups"]]
    f.add_table(curve, "longer.smallest.{groups}", "smallest", unit="number", low=None, high=None,
                n="signed")  # fmt: skip
    f.add("longer.now.groups", longest, unit="count")
    f.add("longer.most.groups", most, unit="count")
    now, far = (f.look_up("longer-smallest-groups", {"groups": size}) for size in (longest, most))
    units = {"groups": "count", "signed": "count", "smallest": "number"}
    return [
        texts.table("longer-texts", curve, SHOWN, units=units, widths={"here": 1}, alpha=ALPHA,
                    power=Shown(POWER, "share")),
        texts.say("how-far-apart", known=not is_missing(now.value), now=now, far=far),
    ]  # fmt: skip
