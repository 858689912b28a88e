"""Does a statement hang on one text, or on one coder?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.ladder import ladder as draw
from frameline.charts.ladder import ladder_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.robustness._tables import material, short, tested
from frameline.exhibits.study import Study
from frameline.measures.robustness import FAILS, HOLDS
from frameline.measures.statements import leave_out


@shows("claims.valence", "statements")
def ladder(texts: Study) -> Blocks:
    """Does a statement hang on one text, or on one coder?"""
    f, coders = texts.findings, material(texts).coders
    rungs = leave_out(tested(texts), material(texts))
    rungs["statement"] = [str(short(texts, s)) for s in tested(texts)]
    nothing = texts.word("nothing-left-out")
    without = {f"coder {name}": texts.word("coder", name=name) for name in coders}
    rungs = rungs.rename(columns={"all": nothing, **texts.names, **without})
    cells = rungs[rungs[nothing] == HOLDS].melt("statement")
    lost = cells[cells["value"] == FAILS]
    failures = [
        texts.word("failure", short=statement, without=left_out)
        for statement, left_out in zip(lost["statement"], lost["variable"], strict=True)
    ]
    f.add("texts.count", len(texts.documents), unit="count")
    f.add("coders.count", len(coders), unit="count")
    f.add("survival.tested", len(rungs), unit="count")
    f.add("ladder.failed", "; ".join(failures), unit="text")
    f.add("ladder.failed.count", len(lost), unit="count")
    fig, ax = canvas(ladder_height(rungs))
    draw(ax, rungs, columns=[c for c in rungs.columns if c != "statement"])
    return [texts.figure("ladder", fig, rungs, evidence=()), texts.say("ladder-failed")]
