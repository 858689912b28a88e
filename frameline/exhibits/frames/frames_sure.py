"""How sure are the shares of each frame, and which differs most between periods?"""

from __future__ import annotations

from frameline.charts.canvas import panels
from frameline.charts.slopes import slopes
from frameline.exhibits.frames._tables import add_sizes, labels, shown_shares
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.large.tallies import OTHER

DRAWN = ["period", "code", "k", "n", "share", "low", "high"]


@shows("claims.frame", "documents", "one-code-a-claim", "frames-in-periods", any_size=True)
def frames_sure(texts: Study, most_periods: int = 10, sample: int = 3, top: int = 8) -> Blocks:
    """How sure are the shares of each frame, and which differs most between periods?"""
    f, evidence = texts.findings, add_sizes(texts, most_periods, sample, top)
    shares = shown_shares(texts, most_periods, sample, top)
    shown = shares[shares["code"] != OTHER]
    ends = shown.groupby("code")["share"].agg(["min", "max"])
    mover = (ends["max"] - ends["min"]).idxmax()
    f.add("frames.mover", labels(texts)[mover], unit="name")
    f.add("frames.mover.low", ends.loc[mover, "min"], unit="share")
    f.add("frames.mover.high", ends.loc[mover, "max"], unit="share")
    kept = list(dict.fromkeys(shown["code"]))
    fig, axes = panels(len(kept), cols=3, height=1.9)
    drawn = shown.assign(group=shown["code"], value=shown["share"])
    slopes(axes, drawn, order=kept, labels=labels(texts))
    return [
        texts.state("frames.mover", evidence=evidence) if len(set(shown["period"])) > 1 else None,
        texts.figure("frames-sure", fig, shown[DRAWN], evidence=evidence, uses=["frame"]),
    ]
