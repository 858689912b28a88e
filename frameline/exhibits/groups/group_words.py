"""Which words mark a group?"""

from __future__ import annotations

import narwhals as nw
import pandas as pd

from frameline.corpus.choosing import text_of
from frameline.exhibits.groups._tables import DOCUMENTS, Grouping, groups_of, ways
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.convergence import is_content
from frameline.measures.large.lazy import lazy
from frameline.measures.large.tallies import OTHER
from frameline.measures.large.words import period_words, word_counts

TOP, LEAST, LEAST_DOCUMENTS = 5, 10, 3
COLUMNS = ["name", "token", "n_target", "documents", "log_ratio", "low", "high"]


@shows("tokens", "documents", "groups-to-compare", any_size=True)
def group_words(texts: Study) -> Blocks:
    """Which words mark a group?"""
    made = []
    for one in ways(texts):
        if one.kind != DOCUMENTS:
            continue
        table = marking(texts, one)
        shown = table.groupby("name", sort=False).head(TOP)
        if shown.empty:
            continue
        texts.findings.add("words.{by}.marking", len(table), unit="count", at={"by": one.column})
        units = {"n_target": "count", "documents": "count"}
        units |= dict.fromkeys(("log_ratio", "low", "high"), "number")
        made.append(
            texts.table(
                one.key("group-words"), shown, COLUMNS, units=units, message="group-words",
                at={"by": one.column}, by=one.label,
            )
        )  # fmt: skip
    return made


@once
def marking(texts: Study, one: Grouping) -> pd.DataFrame:
    """The words that surely stand more often in one group than in all the others."""
    tokens = texts.tokens
    if isinstance(tokens, pd.DataFrame):
        tokens = tokens.groupby(["doc_id", "token"], as_index=False)["n"].sum()
    homes = lazy(texts.documents).select("doc_id", text_of(one.column).alias("published"))
    kept = groups_of(texts, one)
    names = [] if kept is None else [name for name in kept.groups if name != OTHER]
    number = {name: f"{place:04}" for place, name in enumerate(names)}
    place = nw.lit("")
    for name, code in number.items():
        place = nw.when(nw.col("published") == name).then(nw.lit(code)).otherwise(place)
    homes = homes.with_columns(place.alias("published"))
    counts = word_counts(tokens, homes, min_n=LEAST)
    back = {code: name for name, code in number.items()}
    found = period_words(counts, back, min_documents=LEAST_DOCUMENTS)
    return found[is_content(found["token"]) & (found["low"] > 0)]
