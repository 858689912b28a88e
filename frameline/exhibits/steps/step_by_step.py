"""What moves in each step?"""

from __future__ import annotations

from collections.abc import Sequence

from frameline.charts.sheet import signed
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.steps._tables import changes
from frameline.exhibits.study import Study
from frameline.measures.shares_by_valence import movers
from frameline.measures.shift import ALPHA


def _moved(texts: Study, found: Sequence[tuple[str, float]]) -> list[str]:
    """Reasons with the differences of their shares, in points; the word for none where none is."""
    said = [texts.word("moved", reason=name, points=signed(100 * diff)) for name, diff in found]
    return said or [texts.word("no-single-reason")]


@shows("claims.frame", "comparisons")
def step_by_step(texts: Study) -> Blocks:
    """What moves in each step?"""
    table = changes(texts.in_views()[0])
    if table is None:
        return []
    said, shorts = [], texts.codebook.role("frame").shorts
    clear = table[table["p_holm"] < ALPHA].groupby(["from", "to"]).size()
    for row in movers(table, shorts).to_dict("records"):
        f, gained, lost = texts.findings, _moved(texts, row["gains"]), _moved(texts, row["losses"])
        f.add("step.{from}.{to}.gains", gained, unit="list", at=row)
        f.add("step.{from}.{to}.losses", lost, unit="list", at=row)
        f.add("step.{from}.{to}.clear", int(clear.get((row["from"], row["to"]), 0)), unit="count",
              at=row)  # fmt: skip
        gains, losses = bool(row["gains"]), bool(row["losses"])
        said.append(texts.say("moves", at=row, gains=gains, losses=losses))
    return texts.say("all-moves", moves=said)
