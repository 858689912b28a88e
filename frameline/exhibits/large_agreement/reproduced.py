"""Which variables could another coder reproduce?"""

from __future__ import annotations

from frameline.charts.alpha_forest import alpha_forest, alpha_forest_height
from frameline.charts.canvas import canvas
from frameline.exhibits.large_agreement._tables import add_coders, coefficients
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

DRAWN = ["label", "n_units", "alpha", "low", "high", "exact", "modal", "modal_share", "status"]


@shows("codings", any_size=True)
def reproduced(texts: Study) -> Blocks:
    """Which variables could another coder reproduce?"""
    f, table = texts.findings, coefficients(texts)
    add_coders(texts)
    if table.empty:
        return texts.say("no-coefficient")
    f.add_table(table, "alpha.{variable}", "alpha", unit="alpha", n="n_units")
    worst = table.iloc[-1]
    f.add("agreement.worst", worst["label"], unit="name")
    f.add("agreement.worst.alpha", worst["alpha"], unit="alpha", low=worst["low"],
          high=worst["high"], n=int(worst["n_units"]))  # fmt: skip
    f.add("agreement.rely", int((table["status"] == "rely").sum()), unit="count")
    f.add("agreement.all", len(table), unit="count")
    fig, ax = canvas(alpha_forest_height(table))
    alpha_forest(ax, table)
    return [
        texts.state("agreement"),
        texts.figure("alpha", fig, table[DRAWN], evidence=(), message="reproduced"),
    ]
