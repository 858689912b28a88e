"""How much of each file is the text?"""

from __future__ import annotations

from frameline.charts.block_bars import block_bars, block_bars_height
from frameline.charts.canvas import canvas
from frameline.exhibits.corpus._tables import count_texts
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("blocks")
def blocks(texts: Study) -> Blocks:
    """How much of each file is the text?"""
    table = texts.blocks
    if table["end"].isna().all() or table["kind"].nunique() < 2:
        return None
    count_texts(texts)
    size = table["end"] - table["start"]
    table = table.assign(name=table["doc_id"].map(texts.names), chars=size)
    body = table[table["kind"] == "body"]["chars"].sum() / table["chars"].sum()
    texts.findings.add("corpus.body", float(body), unit="share", n=len(table))
    fig, ax = canvas(block_bars_height(table))
    block_bars(ax, table)
    drawn = table.groupby(["name", "kind"], sort=False)["chars"].sum().reset_index()
    return texts.figure("blocks", fig, drawn, evidence=())
