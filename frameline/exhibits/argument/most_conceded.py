"""Which text grants most before it makes its own point?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.argument._tables import conceded, conceded_shares, gaps, largest, not_surely
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.arc import arc, turning_points


@shows("claims.valence")
def most_conceded(texts: Study) -> Blocks:
    """Which text grants most before it makes its own point?"""
    f, claims, ids, shares = texts.findings, texts.claims, texts.ids, conceded_shares(texts)
    path = arc(claims)
    turns = turning_points(path)
    turns = turns[turns["kind"].isin(["peak", "trough"])]
    ends = path.groupby("doc_id", sort=False).tail(1)
    f.add_table(turns, "arc.{kind}.{doc_id}", "running", unit="count", n=None)
    f.add_table(turns, "arc.{kind}.at.{doc_id}", "position", unit="percent", n=None)
    f.add_table(ends, "arc.end.{doc_id}", "running", unit="count", n=None, evidence=ids)
    f.add_table(shares, "share_conceded.{doc_id}", "share", unit="share", evidence=ids)
    if not shares["share"].max() > 0:
        return None
    most, every = largest(shares)
    at = {"doc_id": most["doc_id"], "kind": "peak"}
    known = bool(pd.notna(most["low"]))
    table = gaps(texts, "turn", conceded(texts))
    more = [
        texts.state("turn.{doc_id}.{other}", at=row, evidence=ids[row["doc_id"]],
                    then=f.look_up("share_conceded-doc_id", {"doc_id": row["other"]}))
        for row in table[table["sure"]].to_dict("records")
    ]  # fmt: skip
    first = texts.say("conceded-most", at=at, texts=len(shares), known=known, every=every)
    return [first, *more, *not_surely(texts, table)]
