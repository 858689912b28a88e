"""Which groups lie furthest apart, and further than random groups of their size would?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.exhibits.groups._tables import Grouping, groups_of, uses, ways
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.groups.shares import distances
from frameline.measures.large.tallies import OTHER

#: Groups whose pairs are compared, and pairs that are listed.
MOST, LISTED = 8, 12
COLUMNS = ["a", "b", "distance", "low", "high", "chance", "p_holm"]


@shows("claims", "documents", "codes-to-count", "groups-to-compare", any_size=True)
def group_distances(texts: Study) -> Blocks:
    """Which groups lie furthest apart, and further than random groups of their size would?"""
    return [_of_one_way(texts, one) for one in ways(texts)]


def _of_one_way(texts: Study, one: Grouping) -> Any:
    found, at = apart(texts, one), {"by": one.column}
    f = texts.findings
    f.add("distances.{by}.pairs", len(found), unit="count", at=at)
    f.add("distances.{by}.beyond", int((found["p_holm"] < 0.05).sum()), unit="count", at=at)
    f.add_table(found.assign(by=one.column), "distances.{by}.{a}.{b}", "distance", unit="share",
                n=None)  # fmt: skip
    units = {"p_holm": "p"} | dict.fromkeys(COLUMNS[2:6], "share")
    return texts.table(
        one.key("group-distances"), found[COLUMNS].head(LISTED), COLUMNS, units=units,
        message="group-distances", at=at, by=one.label, listed=len(found) > LISTED,
        sets=not uses(texts),
    )  # fmt: skip


@once
def apart(texts: Study, one: Grouping) -> pd.DataFrame:
    """The pairs of the largest groups, those furthest apart first."""
    parts = groups_of(texts, one)
    among = [name for name in parts.groups if name != OTHER][:MOST]
    found = distances(parts.among(among), draws=texts.draws, seed=texts.seed)
    return found.sort_values("distance", ascending=False, kind="stable", ignore_index=True)
