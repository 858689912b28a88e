"""Which reasons do coders agree on least?"""

from __future__ import annotations

from frameline.exhibits.agreement._tables import layers, printed, units_and_groups, variables
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.code_sets import code_sets
from frameline.measures.designs import Settings, code_by_code

COLUMNS = ["label", "found", "alpha", "low", "high", "twin_high", "specific", "verdict"]
ALPHAS = ("alpha", "low", "high", "twin_high")
UNITS = {**dict.fromkeys(ALPHAS, "alpha"), "found": "count", "specific": "share"}


@shows("several-coders", "claims.frame")
def per_code(texts: Study) -> Blocks:
    """Which reasons do coders agree on least?"""
    frame = variables(texts).get("frame")
    if frame is None:
        return None
    read, groups = units_and_groups(texts)
    rows = next(layer.rows for layer in layers(texts) if layer.name == "claims")
    settings = Settings(seed=texts.seed, draws=texts.draws, tosses=texts.draws, groups=groups)
    codes = printed(code_by_code(code_sets(rows, code=frame.name, read=read), settings))
    codes["label"] = codes["code"].map(lambda code: frame.labels.get(code, code))
    words = texts.words("verdicts")
    codes["verdict"] = [words[verdict.replace(" ", "_")] for verdict in codes["verdict"]]
    codes = codes.sort_values("alpha")
    if codes.empty:
        return None
    return texts.table(
        "per-code", codes, COLUMNS, units=UNITS, widths={"label": 3, "verdict": 1.6},
        units_known=bool(len(texts.units)),
    )  # fmt: skip
