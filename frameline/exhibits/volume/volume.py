"""How many documents and claims does each period have?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.volume._tables import add_volume, even

UNITS = {"documents": "count", "claims": "count", "each": "number"}


@shows("claims", "documents", any_size=True)
def volume(texts: Study, most_periods: int = 10) -> Blocks:
    """How many documents and claims does each period have?"""
    table = add_volume(texts, most_periods)
    texts.findings.add_table(table, "volume.claims.{name}", "claims", unit="count", low=None,
                             high=None, n="documents")  # fmt: skip
    if table.empty:
        return None
    columns = ["name", "documents", "claims", "each"]
    widths, alike = {"name": 2}, even(table)
    return texts.table("volume", table, columns, units=UNITS, widths=widths, even=alike)
