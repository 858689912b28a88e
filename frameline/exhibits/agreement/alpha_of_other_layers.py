"""How well can labels, events and readings of whole texts be reproduced?"""

from __future__ import annotations

from frameline.exhibits.agreement._tables import count_coders, judged, reliable
from frameline.exhibits.agreement.alpha import DRAWN, add_agreement, forest, in_rows
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

OTHERS = ["labels", "events", "documents"]


@shows("several-coders")
def alpha_of_other_layers(texts: Study) -> Blocks:
    """How well can labels, events and readings of whole texts be reproduced?"""
    table = judged(texts)
    others = table[table["layer"].isin(OTHERS)]
    if others["alpha"].isna().all():
        return None
    count_coders(texts)
    add_agreement(texts)
    texts.findings.add("agreement.others.rely", reliable(others), unit="count")
    texts.findings.add("agreement.others.all", len(others), unit="count")
    rows = in_rows(texts, OTHERS)
    return texts.figure("alpha-of-other-layers", forest(rows), rows[DRAWN], evidence=())
