"""Which groups say what more often than all others?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.group_matrix import group_matrix, group_matrix_height
from frameline.exhibits.groups._tables import (
    Grouping,
    as_sets,
    codes_shown,
    counted_so,
    groups_of,
    labels,
    sampled,
    shares,
    tested,
    uses,
    verdicts_of_codes,
    ways,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.groups.shares import redrawable
from frameline.measures.strength import FIRM, LEANING
from frameline.measures.verdicts import NO_AGREEMENT, NO_VARIATION

#: Codes on which coders do not agree, or that do not vary, get no colour.
NO_COLOUR = (NO_AGREEMENT, NO_VARIATION)
DRAWN = ["group", "code", "documents", "n", "share", "low", "high", "wide_low", "wide_high",
         "difference", "p", "p_holm", "word"]  # fmt: skip


@shows("claims", "documents", "codes-to-count", "groups-to-compare", any_size=True)
def shares_by_group(texts: Study) -> Blocks:
    """Which groups say what more often than all others?"""
    return [block for one in ways(texts) for block in _of_one_way(texts, one)]


def _of_one_way(texts: Study, one: Grouping) -> list[Any]:
    at, f, table = {"by": one.column}, texts.findings, matrix(texts, one)
    parts = groups_of(texts, one)
    f.add("groups.{by}.count", table["group"].nunique(), unit="count", at=at)
    shown = parts.among(list(dict.fromkeys(table["group"])))
    f.add("groups.{by}.documents", len(set(shown.documents)), unit="count", at=at)
    f.add("groups.{by}.compared", len(table), unit="count", at=at)
    f.add("groups.{by}.firm", int((table["word"] == FIRM).sum()), unit="count", at=at)
    f.add("groups.{by}.leaning", int((table["word"] == LEANING).sum()), unit="count", at=at)
    fig, ax = canvas(group_matrix_height(table, labels(texts)))
    group_matrix(ax, table, labels=labels(texts), order=codes_shown(texts))
    f.add("groups.{by}.label", one.label, unit="name", at=at)
    given = {"sets": as_sets(texts), "coders": redrawable(parts)}
    strongest = table[table["word"] == FIRM].sort_values("p", kind="stable").head(3)
    return [
        *(_sentence(texts, one, row) for row in strongest.to_dict("records")),
        texts.figure(
            one.key("shares-by-group"), fig, table[DRAWN], message="shares-by-group",
            at=at, uses=uses(texts), filter=counted_so(texts), evidence=sampled(texts), **given,
        ),
    ]  # fmt: skip


def matrix(texts: Study, one: Grouping) -> pd.DataFrame:
    """Shares of each group beside how they differ; the colour is shrunk by its uncertainty."""
    table = shares(texts, "groups", one).merge(tested(texts, one), on=["group", "code"],
                                               suffixes=("", "_of_difference"))  # fmt: skip
    near = table[["wide_low_of_difference", "wide_high_of_difference"]].fillna(0)
    reach = (near.iloc[:, 1] - near.iloc[:, 0]) / 2
    raw, error = table["difference"], (reach / 1.96) ** 2
    shrunk = raw * (raw**2 / (raw**2 + error)).where(reach > 0, 0)
    open_codes = [c for c, one in verdicts_of_codes(texts).items() if one in NO_COLOUR]
    shrunk = shrunk.where(~table["code"].isin(open_codes), 0)
    return table.assign(raw=raw, difference=shrunk.fillna(0))


def _sentence(texts: Study, one: Grouping, row: dict[str, Any]) -> Any:
    """One firm difference in words."""
    at, f = {"by": one.column, "group": row["group"], "code": row["code"]}, texts.findings
    f.add("groups.{by}.{group}.{code}.share", row["share"], unit="share", at=at,
          n=int(row["documents"]))  # fmt: skip
    f.add("groups.{by}.{group}.{code}.rest", row["share"] - row["raw"], unit="share", at=at)
    said = labels(texts).get(row["code"], row["code"])
    f.add("groups.{by}.{group}.name", str(row["group"]), unit="name", at=at)
    f.add("groups.{by}.{group}.{code}.name", said, unit="name", at=at)
    return texts.state(
        "group-differs.{by}.{group}.{code}", at=at, more=bool(row["raw"] > 0),
        evidence=sampled(texts), sets=as_sets(texts),
    )  # fmt: skip
