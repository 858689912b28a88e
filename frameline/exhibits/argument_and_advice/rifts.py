"""Does the advice work on the rifts that the text itself describes?"""

from __future__ import annotations

from frameline.exhibits.argument_and_advice._tables import claims, recommendations
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.advice import lever_vs_diagnosis


@shows("advice", "claims.frame", "claims.valence", home="all")
def rifts(texts: Study) -> Blocks:
    """Does the advice work on the rifts that the text itself describes?"""
    f, frame = texts.findings, texts.codebook.role("frame")
    if recommendations(texts).empty:
        return None
    table = lever_vs_diagnosis(claims(texts))
    table = table[(table["advice"] > 0) & ~table["code"].isin(frame.flagged("unspecific"))]
    on = int(table.loc[table["dividing"] > 0, "advice"].sum())
    f.add("course.named", int(table["advice"].sum()), unit="count")
    f.add("course.on_rifts", on, unit="count", n=int(table["advice"].sum()))
    return texts.say("rifts")
