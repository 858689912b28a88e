"""Did others change their reading when these texts did?"""

from __future__ import annotations

import math

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.period_dots import period_dots, period_dots_height
from frameline.exhibits.context._tables import breaks, period_name, sample, tests
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import (
    direction_by_period,
    smallest_shift,
    years_with_both_readings,
)
from frameline.measures.planning import POWER
from frameline.measures.shift import ALPHA
from frameline.record.prose import Prose

#: One cut of the sample for the whole page: relevant pieces that neutral look-ups found.
CUT = "main"


@shows("context")
def field_readings(texts: Study, min_relevance: int = 2) -> Blocks:
    """Did others change their reading when these texts did?"""
    found = sample(texts, min_relevance)[CUT]
    table = direction_by_period(found, breaks(texts))
    if not table["k"].sum():
        return None
    f, both = texts.findings.under(texts.word("filter-sample")), years_with_both_readings(found)
    tested = tests(texts, min_relevance).set_index("cut").loc[CUT]
    f.add("field.first", int(found["year"].min()), unit="year")
    f.add("field.last", int(found["year"].max()), unit="year")
    f.add("field.pieces", len(found), unit="count")
    f.add("field.years", int(both["both"].sum()), unit="count", n=len(both))
    f.add("field.counted", len(both), unit="count")
    known = not math.isnan(tested["p"])
    if known:
        f.add("field.p", float(tested["p"]), unit="p", n=int(tested["n"]))
    fig, ax = canvas(period_dots_height(table))
    named = table.assign(period=[period_name(texts, period) for period in table["period"]])
    period_dots(ax, named, labels=texts.words("readings"))
    return [
        texts.say("field-sample", style="text"),
        texts.figure("field-readings", fig, table, evidence=(), filter=texts.word("filter-sample")),
        texts.say("field-moved", alike=bool(tested["p"] >= ALPHA)) if known else None,
        _power(texts, found) if known else None,
    ]  # fmt: skip


def _power(texts: Study, found: pd.DataFrame) -> Prose:
    """How large a shift of the last period the test would likely have found."""
    f = texts.findings.under(texts.word("filter-sample"))
    gain = smallest_shift(found, breaks(texts), power=POWER, seed=texts.seed)
    f.add("field.power", POWER, unit="share")
    if not math.isnan(gain):
        f.add("field.shift", gain, unit="share")
    return texts.say("field-power", found=not math.isnan(gain))
