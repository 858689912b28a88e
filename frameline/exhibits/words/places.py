"""Do names and reasons run through a text, or stand in one place?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.dispersion_ribbon import dispersion_ribbon, dispersion_ribbon_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import NAMES, called, count_words, reasons, spreads, stands
from frameline.measures.positions import occurrences
from frameline.measures.shift import ALPHA

DRAWN = ["what", "name", "n", "sentences", "groups", "dp", "dp_mean", "dp_low", "dp_high", "p",
         "p_holm"]  # fmt: skip


@shows("tokens", "blocks")
def places(texts: Study, min_words: int = 300, ribbons: int = 1) -> Blocks:
    """Do names and reasons run through a text, or stand in one place?"""
    counted = texts.word("filter-places", claims=texts.describe(), words=min_words)
    f, table = texts.findings.under(counted), spreads(texts, min_words)
    bunched = table[table["p_holm"] < ALPHA]
    departs = table[table["code"] != NAMES].groupby("code")["p"].min()
    codes = [NAMES, *departs.sort_values(kind="stable").index[:ribbons]]
    shown = table[table["code"].isin(codes)]
    tested = int(table["p"].notna().sum())
    spots = [texts.word("what-in-text", what=row.what, text=row.name)
             for row in bunched[["what", "name"]].itertuples(index=False)]  # fmt: skip
    count_words(texts, min_words)
    f.add("places.what", list(dict.fromkeys(shown["what"])), unit="list")
    f.add("places.tested", tested, unit="count")
    f.add("places.count", int(shown["n"].sum()), unit="count")
    f.add("places.bunched", spots, unit="list")
    f.add("places.bunched.count", len(bunched), unit="count", n=tested)
    if not len(shown):
        return None
    marks = occurrences(stands(texts, min_words), texts.units, shown)
    fig, ax = canvas(dispersion_ribbon_height(marks))
    dispersion_ribbon(ax, marks, labels=called(texts), order=codes)
    behind = reasons(texts, min_words)["claim_id"]
    figure = texts.figure("places", fig, table[DRAWN], evidence=behind,
                          uses=["frame", "labels.label"], filter=counted)  # fmt: skip
    return [figure, texts.say("places-bunched") if len(bunched) else None]
