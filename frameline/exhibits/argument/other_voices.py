"""Which text says most through others?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.argument._tables import other_shares
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.ranking import first_places


@shows("claims.voice")
def other_voices(texts: Study) -> Blocks:
    """Which text says most through others?"""
    every = texts.in_all_voices()
    f, table, ids = every.findings, other_shares(every), every.ids
    f.add_table(table, "share_other_voice.{doc_id}", "share", unit="share", evidence=ids)
    loudest = table.loc[table["share"].idxmax()]
    doc_id, others = loudest["doc_id"], every.claims.assign(other=~every.claims["own"])
    ahead = first_places(others, "other", draws=texts.draws, seed=texts.seed)
    first = ahead.set_index("doc_id")["first"]
    f.add("voices.first", first[doc_id], unit="share", n=int(first.notna().sum()))
    if not loudest["share"]:
        return every.say("no-other-voices", texts=len(table))
    ranked = bool(first.notna().sum() > 1 and pd.notna(first[doc_id]))
    return every.state("voices", at={"doc_id": doc_id}, evidence=ids[doc_id], texts=len(table),
                       ranked=ranked)  # fmt: skip
