"""Which texts are compared: each with the next in order of date, and the first with the last."""

from __future__ import annotations

from frameline.exhibits.study import Study, once
from frameline.measures.steps import steps


@once
def compared(texts: Study) -> list[tuple[str, str]]:
    """The pairs of texts that are long enough to resample, in order of date."""
    claims, signed = texts.claims, texts.has("claims.valence")
    used = claims[claims["sign"].isin([1, -1])] if signed else claims
    several = used.groupby("doc_id")["para_group"].nunique() > 1
    documents = texts.documents
    return steps(documents[documents["doc_id"].isin(several.index[several])])


def long_enough(texts: Study) -> set[str]:
    """The texts that are not marked as too short to compare."""
    documents = texts.documents
    if "too_short" in documents:
        documents = documents[~documents["too_short"].astype("boolean").fillna(False)]
    return set(documents["doc_id"])
