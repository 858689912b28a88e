"""How do the two sides balance, and does that depend on what is counted?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.dot_intervals import dot_intervals, dot_intervals_height
from frameline.exhibits.balance._tables import add_counts, add_net, net_of, ways_of
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.contrasts import flips, ways_apart

DRAWN = ["name", "series", "net", "low", "high", "coded_low", "coded_high", "n", "method"]


@once
def _all_ways(texts: Study) -> pd.DataFrame:
    """The net balance in each way that counts other claims than those before it."""
    called = texts.words("ways")
    chosen = {way: texts.select(where) for way, where in ways_of(texts).items()}
    table = pd.concat(
        net_of(texts, way).assign(series=called[way], name=lambda t: t["doc_id"].map(texts.names))
        for way in ways_apart(chosen)
    )
    table["value"] = table["net"].where(table["method"] == "bootstrap")
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
    return texts.figure("net-balance", fig, table[DRAWN], uses=["valence", "voice", "function"],
                        filter=said if ways > 1 else None, core=core)  # fmt: skip
