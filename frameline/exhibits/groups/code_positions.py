"""Who is for, and who against, each code: in each period, and in each group?"""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pandas as pd

from frameline.corpus.choices import PERIOD
from frameline.corpus.codebook import Variable
from frameline.exhibits.groups._tables import (
    CLAIMS,
    DOCUMENTS,
    Grouping,
    coded,
    labels,
    periods_named,
    text_columns,
    ways,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.large.tallies import top_codes

#: Codes, and rows of a table, that are shown at most.
MOST_CODES, MOST_ROWS = 12, 60
#: Codes that say for or against, in a variable without the role of a valence.
SIDES = frozenset(
    "agree disagree for against pro contra con support oppose positive negative favour".split()
)


@shows("claims", "documents", "codes-to-count", "positions-to-count", any_size=True)
def code_positions(texts: Study) -> Blocks:
    """Who is for, and who against, each code: in each period, and in each group?"""
    over = Grouping("year", DOCUMENTS, PERIOD)
    every = [over, *(one for one in ways(texts) if one.column != position(texts).name)]
    return [_of_one_way(texts, one) for one in every]


def _of_one_way(texts: Study, one: Grouping) -> Any:
    table, stand = counted(texts, one), position(texts)
    if table.empty:
        return None
    shown, at = table.head(MOST_ROWS), {"by": one.column}
    long = table.melt(["code", "group"], stand.order, "position", "n").assign(by=one.column)
    texts.findings.add_table(long, "positions.{by}.{code}.{group}.{position}", "n", unit="count",
                             n=None)  # fmt: skip
    texts.findings.add("positions.{by}.rows", len(table), unit="count", at=at)
    texts.findings.add("positions.{by}.shown", len(shown), unit="count", at=at)
    named = shown.assign(code=shown["code"].map(labels(texts)).fillna(shown["code"]))
    return texts.table(
        one.key("positions"), named, ["code", "group", *stand.order], at=at,
        heads=stand.shorts, units=dict.fromkeys(stand.order, "count"), message="positions",
        by=one.label, cut=len(table) > len(shown), time=one.label == PERIOD,
    )  # fmt: skip


@once
def position(texts: Study) -> Variable | None:
    """The variable that says for or against: the valence, else the only one with such codes."""
    valence, main = texts.codebook.role("valence"), coded(texts)
    others = [v for v in texts.codebook.layer(CLAIMS) if v is not main and v.level == "nominal"]
    two = [v for v in others if len(v.codes) == 2 and {c.casefold() for c in v.order} <= SIDES]
    found = valence if valence and 2 <= len(valence.codes) <= 4 else None
    return found or (two[0] if len(two) == 1 else None)


@once
def counted(texts: Study, one: Grouping) -> pd.DataFrame:
    """Code, group, and how many claims take each position; the most frequent codes first."""
    main, stand = coded(texts), position(texts)
    columns = {"code": main.name, "position": stand.name}
    if one.kind == CLAIMS:
        columns["group"] = one.column
    rows = text_columns(texts, columns, one)
    keys = ["code", "group", "position"]
    found = pd.concat(texts.in_blocks(rows.group_by(*keys).agg(nw.len().alias("n"))))
    found = found.astype(dict.fromkeys(keys, "object"))
    if one.label == PERIOD:
        found["group"] = found["group"].map(periods_named(texts)).fillna("")
    found = found[(found[keys] != "").all(axis=1)]
    codes = top_codes(found, "code", MOST_CODES, listed=main.order)
    table = found[found["code"].isin(codes)].pivot_table(
        index=["code", "group"], columns="position", values="n", aggfunc="sum", fill_value=0
    )
    table = table.reindex(columns=stand.order, fill_value=0).reset_index()
    place = {code: number for number, code in enumerate(codes)}
    order = table.assign(place=table["code"].map(place)).sort_values(["place", "group"])
    return order.drop(columns="place").reset_index(drop=True).rename_axis(columns=None)
