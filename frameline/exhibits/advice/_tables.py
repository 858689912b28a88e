"""What the exhibits of this chapter share: the recommendations."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.advice import advice_register


@once
def recommendations(texts: Study) -> pd.DataFrame:
    """Every claim that advises, with the name of its text."""
    table = advice_register(texts.claims)
    return table.assign(name=table["doc_id"].map(texts.names))


def add_count(texts: Study) -> None:
    """Add how many recommendations there are."""
    table = recommendations(texts)
    texts.findings.add("advice.count", len(table), unit="count", evidence=table["claim_id"])
