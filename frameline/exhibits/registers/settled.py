"""How were disagreements settled?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

WIDTHS: dict[str, float] = {"decided_by": 1, "reason": 1}


@shows()
def settled(texts: Study, shown: str = "ambiguity") -> Blocks:
    """How were disagreements settled?"""
    f, log = texts.findings, texts.adjudication
    if log.empty:
        return texts.say("no-disagreements")
    table = log.groupby([*WIDTHS]).size().rename("n").reset_index()
    f.add("registers.entries", len(log), unit="count")
    f.add("registers.open", int((log["reason"] == shown).sum()), unit="count", n=len(log))
    return texts.table("settled", table, [*WIDTHS, "n"], units={"n": "count"}, widths=WIDTHS)
