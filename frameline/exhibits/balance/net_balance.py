"""How do the two sides balance, and does that depend on what is counted?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.dot_intervals import dot_intervals, dot_intervals_height
from frameline.exhibits.balance._tables import add_counts, add_net, net_of, ways_of
from frameline.exhibits.comparisons import long_enough
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.clusters import clusters
from frameline.measures.contrasts import flips, ways_apart
from frameline.measures.intervals import leaning_p, usual_correlation

DRAWN = ["name", "series", "net", "low", "high", "n", "note"]


def _leaning(texts: Study) -> list[Block]:
    """Say which texts surely lean, or that none does; counted in the first way."""
    f, way = texts.findings, next(iter(ways_of(texts)))
    table = net_of(texts, way).dropna(subset="low")
    table = table[table["doc_id"].isin(long_enough(texts))].copy()
    if table.empty:
        return []
    signs = clusters(texts.select(ways_of(texts)[way]), "sign")
    usual = usual_correlation(signs)
    table["p"] = [leaning_p(signs[doc], "binding", usual=usual) for doc in table["doc_id"]]
    f.add_table(table, "test.leaning.{doc_id}", "p", unit="p", low=None, high=None, n="signed")
    lean = table[(table["low"] > 0) | (table["high"] < 0)]
    f.add("net.lean", [texts.names[doc] for doc in lean["doc_id"]], unit="list")
    f.add("net.lean.of", len(table), unit="count")
    if lean.empty:
        widest = table.loc[table["net"].abs().idxmax()].to_dict()
        return [texts.state("leaning", at=widest, evidence=texts.claims["claim_id"])]
    return [
        texts.state("leaning.{doc_id}", at=row, evidence=texts.ids[row["doc_id"]],
                    binding=bool(row["net"] > 0))
        for row in lean.to_dict("records")
    ]  # fmt: skip


@once
def _all_ways(texts: Study) -> pd.DataFrame:
    """The net balance in each way that counts other claims than those before it."""
    called = texts.words("ways")
    chosen = {way: texts.select(where) for way, where in ways_of(texts).items()}
    table = pd.concat(
        net_of(texts, way).assign(series=called[way], name=lambda t: t["doc_id"].map(texts.names))
        for way in ways_apart(chosen)
    )
    table["value"] = table["net"].where(table["low"].notna())
    table["n"] = table["signed"]
    return table


@shows("claims.valence")
def net_balance(texts: Study) -> Blocks:
    """How do the two sides balance, and does that depend on what is counted?"""
    f, table = texts.findings, _all_ways(texts)
    add_counts(texts)
    for way in ways_of(texts):
        add_net(texts, way)
    known = table[table["way"] == table["way"].iloc[0]].dropna(subset=["value"])
    turned = [texts.names[doc_id] for doc_id in flips(table, value="value")]
    ways = int(table["way"].nunique())
    f.add("net.flips", turned, unit="list")
    f.add("net.flips.count", len(turned), unit="count")
    f.add("net.known.count", len(known), unit="count")
    f.add("net.binding.count", int((known["value"] > 0).sum()), unit="count")
    f.add("net.ways", ways, unit="count")
    fig, ax = canvas(dot_intervals_height(table))
    dot_intervals(ax, table)
    core, questions = texts.has("claims.relevance"), texts.has("claims.modality")
    said = texts.word("ways-filter", core=core, voice=texts.where.voice, questions=questions)
    figure = texts.figure("net-balance", fig, table[DRAWN], uses=["valence", "voice", "function"],
                          filter=said if ways > 1 else None, core=core)  # fmt: skip
    return [figure, *_leaning(texts)]
