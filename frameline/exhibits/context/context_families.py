"""Were the labels in use?"""

from __future__ import annotations

from frameline.exhibits.context._tables import breaks, period_name, sample
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import families_by_period


@shows("context")
def context_families(texts: Study, min_relevance: int = 2) -> Blocks:
    """Were the labels in use?"""
    table = families_by_period(sample(texts, min_relevance)["main"], breaks(texts))
    wide = table.pivot_table(index="family", columns="period", values="k", sort=False)
    periods = {str(name): period_name(texts, str(name)) for name in wide.columns}
    return texts.table(
        "context-families", wide.reset_index(), ["family", *periods], heads=periods,
        units=dict.fromkeys(periods, "count"), widths={"family": 2.4}, filter="",
    )  # fmt: skip
