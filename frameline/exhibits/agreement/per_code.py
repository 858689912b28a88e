"""Which reasons do coders agree on least?"""

from __future__ import annotations

from frameline.exhibits.agreement._tables import codes_given, paragraphs, variables
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.agreement import per_code as measure

COLUMNS = ["label", "n", "alpha", "low", "high", "specific"]
UNITS = {"n": "count", "alpha": "alpha", "low": "alpha", "high": "alpha", "specific": "share"}


@shows("coders", "claims.frame")
def per_code(texts: Study) -> Blocks:
    """Which reasons do coders agree on least?"""
    frame = variables(texts).get("frame")
    if frame is None:
        return None
    given = codes_given(texts)["frame"]
    codes = measure(given, groups=paragraphs(texts), draws=texts.draws, seed=texts.seed)
    codes["label"] = codes["code"].map(frame.labels)
    codes = codes.dropna(subset=["alpha"]).sort_values("alpha")
    if codes.empty:
        return None
    return texts.table("per-code", codes, COLUMNS, units=UNITS, widths={"label": 3})
