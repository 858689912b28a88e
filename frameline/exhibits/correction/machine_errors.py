"""How does the machine err, and does it err alike everywhere?"""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd

from frameline.exhibits.correction._tables import WHOLE, cells, codes, corrected, error_rows, place
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.correction.diagnosis import equal_error
from frameline.measures.resampling import holm
from frameline.measures.shift import ALPHA

COLUMNS = ["name", "label", "both", "machine_only", "gold_only", "neither", "found", "spared",
           "share", "rogan_gladen"]  # fmt: skip
POINTS, MOST = 100, 8
"""Points of a share; parts side by side."""

COUNTS = ("both", "machine_only", "gold_only", "neither")


@shows("claims.frame", "gold", any_size=True)
def machine_errors(texts: Study) -> Blocks:
    """How does the machine err, and does it err alike everywhere?"""
    rows = error_rows(texts)
    if rows.empty:
        return None
    if WHOLE in set(rows["cell"]):
        rows = rows[rows["cell"] == WHOLE]
    rows = rows[rows[["both", "machine_only", "gold_only"]].sum(axis=1) > 0]
    whole = all((rows[name] % 1 == 0).all() for name in COUNTS)
    shares = dict.fromkeys(("found", "spared", "share", "rogan_gladen"), "share")
    units = {**shares, **dict.fromkeys(COUNTS, "count" if whole else "number")}
    return [
        texts.table("machine-errors", rows, COLUMNS, units=units, widths={"label": 2}, wide=True),
        *_by_part(texts),
    ]


def _by_part(texts: Study) -> list[Block | None]:
    """Whether the machine errs alike in neighbouring parts."""
    tests = _tests(texts)
    if tests.empty:
        return []
    f, parts = texts.findings, [cell for cell in cells(texts) if cell != WHOLE][:MOST]
    f.add("errors.tested", len(tests), unit="count")
    f.add("errors.apart", int((tests["p_holm"] < ALPHA).sum()), unit="count")
    least = tests.groupby("code")["p_holm"].min()
    rows = []
    for code in codes(texts):
        row = {"label": texts.codebook.role("frame").shorts[code], "p": least.get(code, math.nan)}
        for part in parts:
            cell = corrected(texts)[part, code].cell
            row[part] = POINTS * float((cell.machine - cell.gold).mean()) if cell.n else math.nan
        rows.append(row)
    heads = {part: place(texts, part) for part in parts}
    return [
        texts.table(
            "errors-by-part", pd.DataFrame(rows), ["label", *parts, "p"], heads=heads,
            units={**dict.fromkeys(parts, "points"), "p": "p"}, widths={"label": 2},
        ),
        texts.say("equal-errors"),
    ]  # fmt: skip


def _tests(texts: Study) -> pd.DataFrame:
    """A row per code and pair of neighbouring parts: whether the machine errs alike in both."""
    found, rows = corrected(texts), []
    for one, two in pairwise(cell for cell in cells(texts) if cell != WHOLE):
        for code in codes(texts):
            test = equal_error(found[one, code].cell, found[two, code].cell)
            if not math.isnan(test.p):
                rows.append((code, test.p))
    table = pd.DataFrame(rows, columns=["code", "p"])
    return table.assign(p_holm=holm(table["p"].to_numpy()))
