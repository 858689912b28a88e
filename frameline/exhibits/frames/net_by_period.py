"""Which way do the claims of each period point?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.dot_intervals import dot_intervals, dot_intervals_height
from frameline.exhibits.frames._tables import drawn_counts, sampled
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.large.bootstrap import net_intervals

DRAWN = ["name", "value", "low", "high", "n"]


@shows("claims.frame", "claims.valence", "documents", "one-code-a-claim", any_size=True)
def net_by_period(texts: Study, most_periods: int = 10, sample: int = 3) -> Blocks:
    """Which way do the claims of each period point?"""
    f, drawn = texts.findings, drawn_counts(texts, most_periods, sample)
    signs = texts.codebook.role("valence").flag("sign")
    net = net_intervals(drawn, signs).rename(columns={"period": "name"})
    if not net["n"].any():
        return None
    f.add_table(net, "net_valence.{name}", "value", unit="net")
    f.add("net.claims", int(net["n"].sum()), unit="count")
    f.add("net.low", net["value"].min(), unit="net")
    f.add("net.high", net["value"].max(), unit="net")
    f.add("frames.periods", len(drawn.periods), unit="count")
    fig, ax = canvas(dot_intervals_height(net))
    dot_intervals(ax, net)
    evidence = sampled(texts, most_periods, sample)
    return texts.figure("net-by-period", fig, net[DRAWN], evidence=evidence, uses=["valence"])
