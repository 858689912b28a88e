"""Which way did others read the tie?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.period_dots import period_dots, period_dots_height
from frameline.exhibits.context._tables import (
    breaks,
    count_pieces,
    count_years,
    period_name,
    sample,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import direction_by_period


@shows("context")
def context_readings(texts: Study, min_relevance: int = 2) -> Blocks:
    """Which way did others read the tie?"""
    count_pieces(texts, min_relevance)
    count_years(texts, min_relevance)
    called = texts.words("cuts")
    by_cut = {
        name: direction_by_period(table, breaks(texts)).assign(cut=called[name])
        for name, table in sample(texts, min_relevance).items()
    }
    main = by_cut["main"]
    fig, ax = canvas(period_dots_height(main))
    named = main.assign(period=[period_name(texts, period) for period in main["period"]])
    period_dots(ax, named, labels=texts.words("readings"))
    table = pd.concat(list(by_cut.values()))
    return texts.figure("context-readings", fig, table, evidence=(), filter=called["main"])
