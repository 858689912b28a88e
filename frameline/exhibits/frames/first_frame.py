"""Which frame is the most frequent over all periods?"""

from __future__ import annotations

from frameline.exhibits.findings import name_or_list
from frameline.exhibits.frames._tables import add_sizes, all_shares, labels
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("claims.frame", "documents", "one-code-a-claim", "frames-in-periods", any_size=True)
def first_frame(texts: Study, most_periods: int = 10, sample: int = 3, top: int = 8) -> Blocks:
    """Which frame is the most frequent over all periods?"""
    evidence = add_sizes(texts, most_periods, sample, top)
    overall = all_shares(texts, most_periods, sample).groupby("code", sort=False)["k"].sum()
    most, total = int(overall.max()), int(overall.sum())
    first, unit = name_or_list([labels(texts)[c] for c in overall.index[overall == most]])
    texts.findings.add("frames.first", first, unit=unit)
    texts.findings.add("frames.first.share", most / total, unit="share", n=total)
    return texts.state("frames", evidence=evidence)
