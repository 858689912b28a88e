"""What moves in each step?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, exhibit, shows
from frameline.exhibits.steps._tables import changes
from frameline.exhibits.study import Study
from frameline.measures.shift import UNCLEAR
from frameline.measures.sides import movers

#: The value of a step in which no reason stands out.
NONE = ["no single reason"]


@shows("claims.frame", "comparisons")
def step_by_step(texts: Study) -> Blocks:
    """What moves in each step?"""
    table = changes(texts.in_views()[0])
    if table is None:
        return []
    signed = texts.has("claims.valence")
    if signed:
        exhibit("balance-steps", texts)
    said, shorts = [], texts.codebook.role("frame").shorts
    for row in movers(table, shorts, unclear=UNCLEAR).to_dict("records"):
        gained, lost = row["gains"] or NONE, row["losses"] or NONE
        texts.findings.add("step.{from}.{to}.gains", gained, unit="list", at=row)
        texts.findings.add("step.{from}.{to}.losses", lost, unit="list", at=row)
        gains, losses = bool(row["gains"]), bool(row["losses"])
        said.append(texts.say("moves", at=row, gains=gains, losses=losses, signed=signed))
    return said
