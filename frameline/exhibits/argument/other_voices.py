"""Which text says most through others?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.argument._tables import (
    gaps,
    largest,
    not_surely,
    of_others,
    other_shares,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("claims.voice")
def other_voices(texts: Study) -> Blocks:
    """Which text says most through others?"""
    every = texts.in_all_voices()
    f, table, ids = every.findings, other_shares(every), every.ids
    f.add_table(table, "share_other_voice.{doc_id}", "share", unit="share", evidence=ids)
    loudest, whole = largest(table)
    if not table["share"].max() > 0:
        return every.say("no-other-voices", texts=len(table))
    known = bool(pd.notna(loudest["low"]))
    gap = gaps(every, "voices", of_others(every))
    more = [
        every.state("voices.{doc_id}.{other}", at=row, evidence=ids[row["doc_id"]],
                    then=f.look_up("share_other_voice-doc_id", {"doc_id": row["other"]}))
        for row in gap[gap["sure"]].to_dict("records")
    ]  # fmt: skip
    at = {"doc_id": loudest["doc_id"]}
    first = every.say("others-most", at=at, texts=len(table), known=known, every=whole)
    return [first, *more, *not_surely(every, gap)]
