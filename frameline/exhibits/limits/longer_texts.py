"""What would longer texts buy?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.resolution import ALPHA, POWER, resolution_curve
from frameline.words.catalogue import Shown
from frameline.words.formats import is_missing

SHOWN = ["groups", "signed", "smallest", "here"]


@shows()
def longer_texts(texts: Study, most: int = 160, simulations: int = 200, deals: int = 199) -> Blocks:
    """What would longer texts buy?"""
    f, claims = texts.findings, texts.claims
    groups = claims[claims["sign"].abs() == 1].groupby("doc_id")["para_group"].nunique()
    if groups.empty:
        return None
    longest = int(groups.max())
    sizes = sorted({longest, *(most // 2**halved for halved in range(6))})
    curve = resolution_curve(claims, sizes, simulations=simulations, deals=deals, seed=texts.seed)
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
                    power=Shown(POWER, "share"), simulations=simulations, deals=deals),
        texts.say("how-far-apart", known=not is_missing(now.value), now=now, far=far),
    ]  # fmt: skip
