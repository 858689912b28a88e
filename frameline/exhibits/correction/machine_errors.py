"""How does the machine err, and does it err alike everywhere?"""

from __future__ import annotations

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
TESTS = ["from_name", "to_name", "label", "error_from", "error_to", "p_holm"]
COUNTS = ("both", "machine_only", "gold_only", "neither")


@shows("claims.frame", "gold", any_size=True)
def machine_errors(texts: Study) -> Blocks:
    """How does the machine err, and does it err alike everywhere?"""
    rows = error_rows(texts)
    if rows.empty:
        return None
    shares = ("found", "spared", "share", "rogan_gladen")
    units = {**dict.fromkeys(COUNTS, "number"), **dict.fromkeys(shares, "share")}
    whole = all((rows[name] % 1 == 0).all() for name in COUNTS)
    if whole:
        units |= dict.fromkeys(COUNTS, "count")
    return [
        texts.table("machine-errors", rows, COLUMNS, units=units, widths={"label": 2}, wide=True),
        _equal(texts),
    ]


def _equal(texts: Study) -> Block | None:
    """Whether the machine errs alike in neighbouring cells."""
    found, rows = corrected(texts), []
    for one, two in pairwise(cell for cell in cells(texts) if cell != WHOLE):
        for code in codes(texts):
            first, second = found[one, code].cell, found[two, code].cell
            test = equal_error(first, second)
            if test.p != test.p:
                continue
            errors = [float((cell.machine - cell.gold).mean()) for cell in (first, second)]
            rows.append((place(texts, one), place(texts, two),
                         texts.codebook.role("frame").shorts[code], *errors, test.p))  # fmt: skip
    if not rows:
        return None
    table = pd.DataFrame(rows, columns=[*TESTS[:-1], "p"])
    table["p_holm"] = holm(table["p"].to_numpy())
    f = texts.findings
    f.add("errors.tested", len(table), unit="count")
    f.add("errors.apart", int((table["p_holm"] < ALPHA).sum()), unit="count")
    return texts.say("equal-errors")
