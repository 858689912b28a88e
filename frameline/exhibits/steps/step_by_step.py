"""What moves in each step?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.steps._tables import changes
from frameline.exhibits.study import Study
from frameline.measures.shift import ALPHA
from frameline.measures.sides import movers

#: The value of a step in which no reason gains, or none loses.
NONE = ["no reason"]


@shows("claims.frame", "comparisons")
def step_by_step(texts: Study) -> Blocks:
    """What moves in each step?"""
    table = changes(texts.in_views()[0])
    if table is None:
        return []
    said, shorts = [], texts.codebook.role("frame").shorts
    clear = table[table["p_holm"] < ALPHA].groupby(["from", "to"]).size()
    for row in movers(table, shorts).to_dict("records"):
        f, gained, lost = texts.findings, row["gains"] or NONE, row["losses"] or NONE
        f.add("step.{from}.{to}.gains", gained, unit="list", at=row)
        f.add("step.{from}.{to}.losses", lost, unit="list", at=row)
        f.add("step.{from}.{to}.clear", int(clear.get((row["from"], row["to"]), 0)), unit="count",
              at=row)  # fmt: skip
        gains, losses = bool(row["gains"]), bool(row["losses"])
        said.append(texts.say("moves", at=row, gains=gains, losses=losses))
    return texts.say("all-moves", moves=said)
