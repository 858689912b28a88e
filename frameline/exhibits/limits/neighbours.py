"""What if neighbouring paragraphs are alike?"""

from __future__ import annotations

from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.clusters import clusters, neighbour_table
from frameline.words.formats import format_value

COLUMNS = ["name", "groups", "correlation", "one"]
UNITS = {"groups": "count", "correlation": "number"}


@shows("claims.frame or claims.valence")
def neighbours(texts: Study) -> Blocks:
    """What if neighbouring paragraphs are alike?"""
    reasons = texts.has("claims.frame")
    known = clusters(texts.claims, "frame" if reasons else "sign")
    table = neighbour_table(known, seed=texts.seed).dropna(subset="p")
    named = {doc for pair in compared(texts) for doc in pair}
    table = table[table["doc_id"].isin(named or set(table["doc_id"]))].copy()
    f, none = texts.findings, {"low": None, "high": None, "n": "groups"}
    f.add_table(table, "neighbours.{doc_id}", "correlation", unit="number", **none)
    f.add_table(table, "neighbours.{doc_id}.p", "p", unit="p", **none)
    if table.empty:
        return None
    table["name"] = table["doc_id"].map(texts.names)
    # In a table p stands without its sign of equality.
    table["one"] = [format_value(p, "p").removeprefix("= ") for p in table["p"]]
    return texts.table("neighbours", table, COLUMNS, units=UNITS, widths={"name": 4},
                       reasons=reasons)  # fmt: skip
