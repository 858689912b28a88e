"""How well can each variable be reproduced?"""

from __future__ import annotations

from frameline.charts.alpha_forest import alpha_forest, alpha_forest_height
from frameline.charts.canvas import canvas
from frameline.exhibits.agreement._tables import coefficients, count_coders
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

DRAWN = ["label", "level", "n_units", "coders", "alpha", "low", "high", "p_below", "exact",
         "modal", "modal_share", "ac1", "status"]  # fmt: skip
#: The variables that the findings rest on.
USED = ["frame", "valence", "voice", "function", "argument", "relevance"]


@shows("coders")
def alpha(texts: Study) -> Blocks:
    """How well can each variable be reproduced?"""
    f, table = texts.findings, coefficients(texts)
    count_coders(texts)
    f.add_table(table, "alpha.{variable}", "alpha", unit="alpha", n="n_units")
    known = table.dropna(subset=["alpha"]).sort_values("alpha", ascending=False)
    if known.empty:
        return texts.say("no-coefficient")
    used = known[known["variable"].isin(USED)].to_dict("records")
    for worst in used[-1:]:
        f.add("agreement.worst", worst["label"], unit="name")
        f.add("agreement.worst.alpha", worst["alpha"], unit="alpha", low=worst["low"],
              high=worst["high"], n=worst["n_units"])  # fmt: skip
    f.add("agreement.rely", int((known["status"] == "rely").sum()), unit="count")
    f.add("agreement.all", len(known), unit="count")
    fig, ax = canvas(alpha_forest_height(known))
    alpha_forest(ax, known)
    machines = bool(f["coders.machine"].value == f["coders.count"].value)
    return [
        texts.figure("alpha", fig, known[DRAWN], evidence=(), used=bool(used)),
        texts.state("agreement", machines=machines) if used else None,
    ]
