"""Why did coders disagree?"""

from __future__ import annotations

from frameline.exhibits.agreement._tables import settled
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("several-coders", "adjudication")
def reasons_for_disagreement(texts: Study) -> Blocks:
    """Why did coders disagree?"""
    f = texts.findings
    why = settled(texts)["reason"].value_counts().rename_axis("reason").reset_index(name="n")
    f.add_table(why, "disagreements.{reason}", "n", unit="count", low=None, high=None, n=None)
    f.add("disagreements.all", len(settled(texts)), unit="count")
    if why.empty:
        return None
    columns, wide = ["reason", "n"], {"reason": 3}
    return texts.table("reasons-for-disagreement", why, columns, units={"n": "count"}, widths=wide)
