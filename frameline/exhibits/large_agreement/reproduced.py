"""Which variables could another coder reproduce?"""

from __future__ import annotations

from frameline.charts.alpha_forest import alpha_forest, alpha_forest_height
from frameline.charts.canvas import canvas
from frameline.exhibits.large_agreement._tables import add_coders, coefficients
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.noise_twin import shown_range
from frameline.measures.verdicts import NO_VARIATION

DRAWN = ["label", "n_units", "documents", "alpha", "low", "high", "p_below", "twin", "twin_low",
         "twin_high", "simple", "simple_twin", "modal", "modal_share", "status"]  # fmt: skip
HIDDEN = ["alpha", "low", "high", "p_below", "twin", "twin_low", "twin_high"]


@shows("codings", any_size=True)
def reproduced(texts: Study) -> Blocks:
    """Which variables could another coder reproduce?"""
    f, table = texts.findings, coefficients(texts)
    add_coders(texts)
    if table.empty:
        return texts.say("no-coefficient")
    f.add_table(table, "alpha.{variable}", "alpha", unit="alpha", n="n_units")
    f.add_table(shown_range(table), "alpha.{variable}.tossed", "twin", unit="alpha",
                low="twin_low", high="twin_high", n="n_units")  # fmt: skip
    f.add_table(table, "verdict.{variable}", "verdict", unit="name", low=None, high=None, n=None)
    varied = table[table["verdict"] != NO_VARIATION]
    if varied.empty:
        return texts.say("no-coefficient")
    worst = varied.iloc[-1]
    f.add("agreement.worst", worst["label"], unit="name")
    f.add("agreement.worst.alpha", worst["alpha"], unit="alpha", low=worst["low"],
          high=worst["high"], n=int(worst["n_units"]))  # fmt: skip
    f.add("agreement.rely", int((table["status"] == "rely").sum()), unit="count")
    f.add("agreement.all", len(table), unit="count")
    table = table.copy()
    table.loc[table["verdict"] == NO_VARIATION, HIDDEN] = float("nan")
    fig, ax = canvas(alpha_forest_height(table))
    alpha_forest(ax, table)
    return [
        texts.state("agreement"),
        texts.figure("alpha", fig, table[DRAWN], evidence=(), message="reproduced"),
    ]
