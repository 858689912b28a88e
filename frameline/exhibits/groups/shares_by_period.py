"""How does the share of each code change over time?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import panels
from frameline.charts.slopes import slopes
from frameline.exhibits.groups._tables import (
    as_sets,
    codes_shown,
    counted_so,
    in_periods,
    labels,
    period_middles,
    sampled,
    shares,
    uses,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.groups.shares import differences, redrawable
from frameline.measures.resampling import holm

MOST = 12
DRAWN = ["period", "code", "k", "n", "documents", "share", "low", "high"]


@shows("claims", "documents", "codes-to-count", "several-periods", any_size=True)
def shares_by_period(texts: Study) -> Blocks:
    """How does the share of each code change over time?"""
    f, table = texts.findings, by_period(texts)
    f.add("periods.count", table["period"].nunique(), unit="count")
    f.add("periods.first", str(table["period"].iloc[0]), unit="name")
    f.add("periods.last", str(table["period"].iloc[-1]), unit="name")
    changes = first_to_last(texts)
    f.add("periods.codes", len(changes), unit="count")
    f.add("periods.clear", int((changes["p_holm"] < 0.05).sum()), unit="count")
    f.add_table(table, "periods.{period}.{code}", "share", unit="share", n="documents")
    kept = list(dict.fromkeys(table["code"]))[:MOST]
    fig, axes = panels(len(kept), cols=3, height=1.9)
    drawn = table[table["code"].isin(kept)]
    drawn = drawn.assign(group=drawn["code"], value=drawn["share"])
    slopes(axes, drawn, order=kept, labels=labels(texts))
    said = {"sets": as_sets(texts), "coders": redrawable(in_periods(texts))}
    evidence = sampled(texts)
    return [
        texts.state("periods", evidence=evidence),
        texts.figure("shares-by-period", fig, drawn[DRAWN], uses=uses(texts), evidence=evidence,
                     filter=counted_so(texts), **said),
    ]  # fmt: skip


@once
def by_period(texts: Study) -> pd.DataFrame:
    """Shares of each code in each period, codes in the order of the codebook."""
    table = shares(texts, "periods", None).rename(columns={"group": "period"})
    wide = table["wide_low"].notna()
    table["low"] = table["low"].where(~wide, table["wide_low"])
    table["high"] = table["high"].where(~wide, table["wide_high"])
    place = {code: number for number, code in enumerate(codes_shown(texts))}
    table = table.assign(x=table["period"].map(period_middles(texts)))
    return table.sort_values("code", key=lambda c: c.map(place), kind="stable", ignore_index=True)


@once
def first_to_last(texts: Study) -> pd.DataFrame:
    """The change of each code from the first period to the last."""
    parts = in_periods(texts)
    ends = parts.among([parts.groups[0], parts.groups[-1]])
    found = differences(ends, draws=texts.draws, seed=texts.seed)
    last = found[(found["group"] == ends.groups[1]) & found["code"].isin(codes_shown(texts))]
    return last.assign(p_holm=holm(last["p"].to_numpy())).reset_index(drop=True)
