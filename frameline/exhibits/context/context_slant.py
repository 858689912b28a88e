"""Does the look-up find what it asks for?"""

from __future__ import annotations

from frameline.exhibits.context._tables import sample
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import direction_by_slant

LOOK_UP = "query_slant"


@shows("context")
def context_slant(texts: Study, min_relevance: int = 2) -> Blocks:
    """Does the look-up find what it asks for?"""
    slant = direction_by_slant(sample(texts, min_relevance)["all"])
    most = slant.sort_values("k", ascending=False).groupby(LOOK_UP, sort=False).head(1).copy()
    called = texts.words("readings")
    most["reading"] = [called.get(name, name) for name in most["direction"]]
    said = [
        texts.word("slant-commonest", slant=row.query_slant, k=row.k, n=row.n, reading=row.reading)
        for row in most.itertuples()
    ]
    f = texts.findings.under(texts.word("filter-sample"))
    f.add("context.slants", said, unit="list")
    wide = slant.pivot_table(index=LOOK_UP, columns="direction", values="k", sort=False)
    readings = {str(name): called.get(str(name), str(name)) for name in wide.columns}
    return [
        texts.table("context-slant", wide.reset_index(), [LOOK_UP, *readings], heads=readings,
                    units=dict.fromkeys(readings, "count"), widths={LOOK_UP: 2}, filter=""),
        texts.say("context-slant-commonest"),
    ]  # fmt: skip
