"""Why did coders disagree?"""

from __future__ import annotations

from frameline.exhibits.agreement._tables import settled
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("coders", "adjudication")
def reasons_for_disagreement(texts: Study) -> Blocks:
    """Why did coders disagree?"""
    f, key = texts.findings, "reasons-for-disagreement"
    why = settled(texts)["reason"].value_counts().rename_axis("reason").reset_index(name="n")
    f.add_table(why, "disagreements.{reason}", "n", unit="count", low=None, high=None, n=None)
    f.add("disagreements.all", len(settled(texts)), unit="count")
    if why.empty:
        return None
    return texts.table(key, why, ["reason", "n"], units={"n": "count"}, widths={"reason": 3})
