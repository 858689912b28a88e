"""What the exhibits of this chapter share: the steps, and the reasons of each side."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.comparisons import compared
from frameline.exhibits.study import Study, once
from frameline.measures.shift import step_changes
from frameline.measures.sides import sides


@once
def shares_by_side(texts: Study) -> pd.DataFrame:
    """Share of each text's claims that bind or divide by a group of reasons."""
    frame, documents = texts.codebook.role("frame"), texts.documents
    table = sides(texts.claims, frame.groups, draws=texts.draws, seed=texts.seed)
    table["name"] = table["doc_id"].map(texts.names)
    table["x"] = table["doc_id"].map(documents.set_index("doc_id")["date"])
    shown = {doc for pair in compared(texts.base) for doc in pair}
    return table[table["doc_id"].isin(shown)]


@once
def changes(texts: Study) -> pd.DataFrame | None:
    """Difference in the share of each reason, step by step; None where no step can be seen."""
    claims, frame = texts.claims, texts.codebook.role("frame")
    there = set(claims["doc_id"])
    held = [pair for pair in compared(texts.base) if set(pair) <= there]
    given = set(texts.base.claims["frame"].str.split(";").explode())
    codes = [code for code in frame.order if code in given]
    if not held or not codes:
        return None
    coded = texts.coded(*texts.present("frame", "valence"))
    table = step_changes(claims, held, draws=texts.draws, seed=texts.seed, coded=coded, codes=codes)
    table["name_from"] = table["from"].map(texts.names)
    table["name_to"] = table["to"].map(texts.names)
    return table
