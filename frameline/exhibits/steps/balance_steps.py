"""Is the balance different from text to text?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.dot_intervals import dot_intervals, dot_intervals_height
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.steps._tables import balances, in_comparisons
from frameline.exhibits.study import Study
from frameline.measures.shift import ALPHA

DRAWN = ["name", "series", "value", "low", "high", "n", "p", "p_holm", "note"]


@shows("claims.valence", "comparisons")
def balance_steps(texts: Study) -> Blocks:
    """Is the balance different from text to text?"""
    f, table, behind = texts.findings, balances(texts), in_comparisons(texts, signed=True)
    none = {"low": None, "high": None}
    f.add_table(table, "step.{from}.{to}.net", "estimate", unit="net")
    f.add_table(table, "step.{from}.{to}.net.p", "p_holm", unit="p", **none)
    f.add_table(table, "step.{from}.{to}.net.alike", "estimate", unit="net", low="sceptical_low",
                high="sceptical_high")  # fmt: skip
    f.add_table(table, "test.balance.{from}.{to}", "p", unit="p", **none)
    apart, known = table[table["p_holm"] < ALPHA], table.dropna(subset="p")
    f.add("steps.count", len(table), unit="count")
    f.add("steps.net.tested", len(known), unit="count")
    f.add("steps.net.clear", len(apart), unit="count")
    f.add("steps.net.list", list(apart["step"]), unit="list")
    if known.empty:
        return texts.say("balance-untested")
    largest = known.loc[known["estimate"].abs().idxmax()].to_dict()
    f.add("steps.net.largest", largest["estimate"], unit="net", low=largest["low"],
          high=largest["high"], n=largest["n"])  # fmt: skip
    said: list[Block] = [_differs(texts, row) for row in apart.to_dict("records")]
    if apart.empty:
        off = bool(largest["p"] < ALPHA)
        said = [texts.state("balance", at=largest, evidence=behind, off=off)]
    both, words = _both_ways(texts, table), texts.words("balance-ends")
    fig, ax = canvas(dot_intervals_height(both))
    dot_intervals(ax, both, span=(-2, 2), ends=(words["less"], words["more"]))
    return [
        texts.figure(
            "balance-steps", fig, both[DRAWN], uses=["valence"], at=largest, evidence=behind
        ),
        *said,
    ]


def _differs(texts: Study, row: dict) -> Block:
    """Say that two texts differ, and whether that stands where neighbours are alike."""
    behind = [*texts.ids[row["from"]], *texts.ids[row["to"]]]
    return texts.state("balance.{from}.{to}", at=row, evidence=behind,
                       alike=bool(row["sceptical_p"] < ALPHA))  # fmt: skip


def _both_ways(texts: Study, table: pd.DataFrame) -> pd.DataFrame:
    """Each difference as it stands, and where neighbouring paragraphs are alike."""
    called = texts.words("balance-ways")
    plain = table.assign(name=table["step"], value=table["estimate"].where(table["p"].notna()))
    wide = plain.drop(columns=["low", "high", "p", "p_holm", "n"]).rename(
        columns={"sceptical_low": "low", "sceptical_high": "high", "sceptical_p": "p"}
    )
    found: pd.DataFrame = pd.concat(
        [plain.assign(series=called["plain"]), wide.assign(series=called["alike"])]
    )
    return found.sort_index(kind="stable")
