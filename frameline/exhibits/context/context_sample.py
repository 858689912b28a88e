"""Which pieces does the sample hold?"""

from __future__ import annotations

from frameline.exhibits.context._tables import count_pieces, sample
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("context")
def context_sample(texts: Study, min_relevance: int = 2) -> Blocks:
    """Which pieces does the sample hold?"""
    f = texts.findings.under(texts.word("filter-sample"))
    count_pieces(texts, min_relevance)
    whole = sample(texts, min_relevance)["all"]
    home = whole["outlet_country"].value_counts()
    share = home.iloc[0] / home.sum()
    f.add("context.first", int(whole["year"].min()), unit="year")
    f.add("context.last", int(whole["year"].max()), unit="year")
    f.add("context.country", home.index[0], unit="name")
    f.add("context.country.share", share, unit="share", n=len(whole))
    return texts.say("context-sample")
