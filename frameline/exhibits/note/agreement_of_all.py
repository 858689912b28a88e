"""On which variables can the report rely?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.verdicts import FLOOR, RELY
from frameline.record.finding import Finding

#: How the chapter on agreement begins the keys of its coefficients.
START = "alpha."
COLUMNS = ["variable", "alpha", "low", "high", "n", "use"]
UNITS = {"alpha": "alpha", "low": "alpha", "high": "alpha", "n": "count"}


def _labels(texts: Study) -> dict[str, str]:
    """Role of each variable that a coefficient may be of, to its label."""
    layers = ("events", "documents", "labels", "claims")
    return {v.role: v.label for layer in layers for v in texts.codebook.layer(layer) if v.role}


def _use(found: Finding) -> str:
    """What the lower end of the interval allows: to rely on it, with care, or not to show it."""
    sure = found.value if found.low is None else found.low
    return "rely" if sure >= RELY else "care" if found.value >= FLOOR else "withheld"


@shows()
def agreement_of_all(texts: Study) -> Blocks:
    """On which variables can the report rely?"""
    labels, f = _labels(texts), texts.findings
    found = [one for one in f.known(START) if one.key.removeprefix(START) in labels]
    known = sorted((one for one in found if one.value is not None), key=lambda one: -one.value)
    if not known:
        return texts.say("no-agreement", style="text")
    names = texts.words("agreement-uses")
    table = pd.DataFrame([
        {"variable": labels[one.key.removeprefix(START)], "alpha": one.value, "low": one.low,
         "high": one.high, "n": one.n, "use": names[_use(one)]}
        for one in known
    ])  # fmt: skip
    f.add("note.variables", len(known), unit="count")
    f.add("note.relied", sum(_use(one) == "rely" for one in known), unit="count")
    return [
        texts.say("agreement-means", style="text"),
        texts.table("agreement-of-all", table, COLUMNS, units=UNITS, filter="",
                    widths={"variable": 3, "use": 2}),
    ]  # fmt: skip
