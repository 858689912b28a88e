"""What if neighbouring paragraphs are alike?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.steps._tables import balances, by_paragraph, mixes
from frameline.exhibits.study import Study
from frameline.measures.clusters import neighbour_table
from frameline.measures.mix import MOST_DEALS
from frameline.words.formats import format_value

UNITS = {"phi": "number"}
WIDTHS = {"step": 4}
COLUMNS = ["step", "phi", "one", "alike"]


@shows("claims.frame or claims.valence", "comparisons")
def neighbours(texts: Study, most: int = MOST_DEALS) -> Blocks:
    """What if neighbouring paragraphs are alike?"""
    shown: list[Block | None] = []
    if texts.has("claims.frame"):
        shown.append(_of_texts(texts))
        table = _written(mixes(texts, most))
        shown.append(texts.table("neighbours-mix", table, COLUMNS, units=UNITS, widths=WIDTHS)
                     if table["p"].notna().any() else None)  # fmt: skip
    if texts.has("claims.valence"):
        table = _written(balances(texts))
        table["phi"] = table[["phi_from", "phi_to"]].max(axis=1)
        shown.append(texts.table("neighbours-balance", table, COLUMNS, units=UNITS, widths=WIDTHS)
                     if table["p"].notna().any() else None)  # fmt: skip
    return shown


def _of_texts(texts: Study) -> Block | None:
    """How alike the neighbours of each text are, beside paragraphs in shuffled order."""
    table = neighbour_table(by_paragraph(texts), seed=texts.seed).dropna(subset="p")
    table = table[table["doc_id"].isin({doc for pair in compared(texts) for doc in pair})]
    f, none = texts.findings, {"low": None, "high": None, "n": "groups"}
    f.add_table(table, "neighbours.{doc_id}", "correlation", unit="number", **none)
    f.add_table(table, "neighbours.{doc_id}.p", "p", unit="p", **none)
    if table.empty:
        return None
    table["name"] = table["doc_id"].map(texts.names)
    table["one"] = [format_value(p, "p").removeprefix("= ") for p in table["p"]]
    units = {"groups": "count", "correlation": "number"}
    return texts.table("neighbours-texts", table, ["name", "groups", "correlation", "one"],
                       units=units, widths={"name": 4})  # fmt: skip


def _written(table: pd.DataFrame) -> pd.DataFrame:
    """The p values as a table has them: without the sign of equality."""
    one, alike = (
        [format_value(p, "p").removeprefix("= ") for p in table[column]]
        for column in ("p", "sceptical_p")
    )
    return table.assign(one=one, alike=alike)
