"""Which frames carry the claims of each period?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.code_matrix import code_matrix, code_matrix_height
from frameline.exhibits.frames._tables import labels, sampled, shown_shares
from frameline.exhibits.registry import Blocks, exhibit, shows
from frameline.exhibits.study import Study
from frameline.measures.large.tallies import OTHER

DRAWN = ["period", "code", "k", "n", "documents", "share", "low", "high"]


@shows("claims.frame", "documents", "one-code-a-claim", "frames-in-periods", any_size=True)
def frames_by_period(texts: Study, most_periods: int = 10, sample: int = 3, top: int = 8) -> Blocks:
    """Which frames carry the claims of each period?"""
    exhibit("first-frame", texts, most_periods=most_periods, sample=sample, top=top)
    shares = shown_shares(texts, most_periods, sample, top)
    texts.findings.add_table(shares, "share.{code}.{period}", "share", unit="share")
    percent = (100 * shares["share"]).round().fillna(0)
    cells = shares.assign(name=shares["period"], n=percent)
    fig, ax = canvas(code_matrix_height(cells))
    code_matrix(ax, cells, labels=labels(texts), order=list(dict.fromkeys(cells["code"])))
    return texts.figure(
        "frames-by-period", fig, shares[DRAWN], uses=["frame"], sample=sample,
        others=OTHER in set(cells["code"]), evidence=sampled(texts, most_periods, sample),
    )  # fmt: skip
