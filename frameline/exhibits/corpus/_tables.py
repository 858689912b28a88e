"""What the exhibits of this chapter share: the texts, how long they are, when they appeared."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from frameline.corpus.dates import printed_years
from frameline.exhibits.study import Study, once
from frameline.measures.comparability import document_sizes


@once
def sizes(texts: Study) -> pd.DataFrame:
    """What each text contributes."""
    every = texts.select(replace(texts.where, modality="all", relevance="all"))
    table = document_sizes(texts.layer("documents"), every, texts.claims)
    return table.assign(years=table["published"].map(printed_years))


def count_texts(texts: Study) -> dict[str, bool]:
    """Add how many texts there are and of which years; whether these are one and the same."""
    f, table = texts.findings, sizes(texts)
    first, last = int(table["date_low"].min().year), int(table["date_high"].max().year)
    f.add("texts.count", len(table), unit="count")
    f.add("texts.first", first, unit="year")
    f.add("texts.last", last, unit="year")
    return {"one_year": first == last}


def voice_counted(texts: Study) -> str | None:
    """The filter in words where not all voices count; None where the chapter's own says it."""
    if texts.where.voice == "all":
        return None
    return str(texts.describe(texts.where))
