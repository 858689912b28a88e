"""How well can each variable be reproduced?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.charts.alpha_forest import alpha_forest, alpha_forest_height
from frameline.charts.canvas import canvas
from frameline.exhibits.agreement._tables import (
    code_rows,
    count_coders,
    every_count,
    judged,
    printed,
    reliable,
    variables,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.designs import AS_SET
from frameline.measures.noise_twin import shown_range

DRAWN = ["layer", "label", "counting", "level", "n_units", "coders", "alpha", "low", "high",
         "shared", "twin", "twin_low", "twin_high", "p_below", "simple", "simple_twin", "holsti",
         "ac1", "alpha_without_examples", "n_without_examples", "verdict"]  # fmt: skip
#: The variables that the findings rest on.
USED = ["frame", "valence", "voice", "function", "argument", "relevance"]


@shows("several-coders")
def alpha(texts: Study) -> Blocks:
    """How well can each variable be reproduced?"""
    f, table = texts.findings, judged(texts)
    count_coders(texts)
    add_agreement(texts)
    f.add("variables.coded", len(variables(texts)), unit="count")
    without = sum(not v.role for v in variables(texts).values())
    f.add("variables.without_role", without, unit="count")
    known = table.dropna(subset=["alpha"])
    if known.empty:
        return texts.say("no-coefficient")
    used = printed(known)[known["variable"].isin(USED)].dropna(subset=["low"])
    used = used.sort_values("alpha")
    for worst in used.head(1).to_dict("records"):
        f.add("agreement.worst", worst["label"], unit="name")
        f.add("agreement.worst.alpha", worst["alpha"], unit="alpha", low=worst["low"],
              high=worst["high"], n=worst["n_units"])  # fmt: skip
    claims = table[table["layer"] == "claims"]
    f.add("agreement.rely", reliable(claims), unit="count")
    f.add("agreement.all", len(claims), unit="count")
    matched, rows = bool(table["shared"].notna().any()), in_rows(texts, ["claims"])
    machines = bool(f["coders.machine"].value == f["coders.count"].value)
    return [
        texts.say("without-role") if without else None,
        texts.figure(
            "alpha", forest(rows), rows[DRAWN], evidence=(), used=bool(len(used)), matched=matched
        ),
        texts.state("agreement", machines=machines, matched=matched) if len(used) else None,
    ]


def add_agreement(texts: Study) -> None:
    """Add every coefficient as a finding, also those that are not printed.

    ``alpha.frame`` is what the variable is judged by, ``alpha.frame.shared`` that of the claims
    that coders share, ``alpha.frame.tossed`` what coin tossers reach.
    """
    f, table = texts.findings, judged(texts)
    numbers = {"n": "n_units"}
    f.add_table(table, "alpha.{variable}", "alpha", unit="alpha", **numbers)
    f.add_table(shown_range(table), "alpha.{variable}.tossed", "twin", unit="alpha",
                low="twin_low", high="twin_high", **numbers)  # fmt: skip
    f.add_table(table, "alike.{variable}", "simple", unit="share", low=None, high=None, **numbers)
    f.add_table(table, "alike.{variable}.tossed", "simple_twin", unit="share", low=None, high=None,
                **numbers)  # fmt: skip
    f.add_table(table, "verdict.{variable}", "verdict", unit="name", low=None, high=None, n=None)
    every = every_count(texts)
    shared = every[every["counting"] == "matched claims"]
    f.add_table(shared, "alpha.{variable}.shared", "alpha", unit="alpha", **numbers)
    jaccard = every[every["counting"] == AS_SET["jaccard"]]
    f.add_table(jaccard, "alpha.{variable}.jaccard", "alpha", unit="alpha", **numbers)
    f.add_table(code_rows(texts), "alpha.{variable}.{code}", "alpha", unit="alpha", **numbers)
    f.add_table(code_rows(texts), "verdict.{variable}.{code}", "verdict", unit="name", low=None,
                high=None, n=None)  # fmt: skip


def in_rows(texts: Study, names: list[str]) -> pd.DataFrame:
    """The rows of the chart and of the table of numbers, best first within each layer."""
    table = judged(texts)
    parts = [table.assign(label=[_name(texts, row) for row in table.to_dict("records")],
                          group=table["layer"])]  # fmt: skip
    codes = code_rows(texts)
    if len(codes):
        named = codes["label"] + texts.word("code-by-code")
        parts.append(codes.assign(group=named, label=codes["code_label"]))
    rows = pd.concat(parts, ignore_index=True)
    rows = printed(rows[rows["layer"].isin(names)])
    rows["place"] = rows["layer"].map({name: place for place, name in enumerate(names)})
    rows["set"] = rows["code"] != ""
    several = rows["group"].nunique() > 1
    known = texts.words("layers")
    rows["group"] = rows["group"].map(lambda name: known.get(name, name)) if several else ""
    by = ["place", "set", "group", "alpha"]
    return rows.sort_values(by, ascending=[True, True, True, False], ignore_index=True)


def _name(texts: Study, row: dict[str, object]) -> str:
    """The variable as the chart names it; as a set, where sets are compared."""
    sets = row["counting"] == AS_SET["masi"]
    return f"{row['label']}{texts.word('as-a-set')}" if sets else str(row["label"])


def forest(rows: pd.DataFrame) -> Any:
    """One chart of agreement."""
    fig, ax = canvas(alpha_forest_height(rows))
    alpha_forest(ax, rows.rename(columns={"verdict": "status"}))
    return fig
