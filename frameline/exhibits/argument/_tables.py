"""What the exhibits of this chapter share: how often texts concede, and quote others."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.prevalence import prevalence


def add_counts(texts: Study) -> None:
    """Add how many texts there are, and how many claims they make in any voice."""
    every = texts.in_all_voices()
    texts.findings.add("texts.count", len(texts.documents), unit="count")
    every.findings.add("claims.count", len(every.claims), unit="count")


@once
def conceded_shares(texts: Study) -> pd.DataFrame:
    """Share of each text's claims that are granted before its own point."""
    given = texts.claims["conceded"].map({True: "conceded", False: "not"})
    return prevalence(texts.claims.assign(given=given), of="given", codes=["conceded"],
                      draws=texts.draws, seed=texts.seed)  # fmt: skip


@once
def other_shares(texts: Study) -> pd.DataFrame:
    """Share of each text's claims that are made in another voice than its author's own."""
    whose = texts.claims["own"].map({True: "own", False: "other"})
    table = prevalence(texts.claims.assign(whose=whose), of="whose", codes=["other"],
                       draws=texts.draws, seed=texts.seed)  # fmt: skip
    return table.assign(name=table["doc_id"].map(texts.names))
