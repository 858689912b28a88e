"""Which text grants most before it makes its own point?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.argument._tables import conceded_shares
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.arc import arc, turning_points
from frameline.measures.ranking import first_places


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
    most = shares.loc[shares["share"].idxmax()]
    doc_id = most["doc_id"]
    ahead = first_places(claims, "conceded", draws=texts.draws, seed=texts.seed)
    first = ahead.set_index("doc_id")["first"]
    f.add("turn.first", first[doc_id], unit="share", n=int(first.notna().sum()))
    ranked = bool(first.notna().sum() > 1 and pd.notna(first[doc_id]))
    return texts.state("turn", at={"doc_id": doc_id, "kind": "peak"}, evidence=ids[doc_id],
                       texts=len(shares), known=bool(pd.notna(most["low"])),
                       ranked=ranked)  # fmt: skip
