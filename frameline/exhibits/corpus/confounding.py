"""What changes together with the year?"""

from __future__ import annotations

from frameline.exhibits.corpus._tables import count_texts, sizes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.comparability import ATTRIBUTES, confounded, shared

COLUMNS = ["attribute", "level", "shown", "texts"]


@shows()
def confounding(texts: Study) -> Blocks:
    """What changes together with the year?"""
    f, levels = texts.findings, confounded(sizes(texts), ATTRIBUTES, year="years")
    vantage = texts.codebook.role("vantage", "documents")
    levels["level"] = levels["level"].replace(vantage.shorts if vantage else {})
    levels["shown"] = [", ".join(years) for years in levels["years"]]
    f.add("confounded.alone", int(levels["alone"].sum()), unit="count", n=len(levels))
    f.add("confounded.all", len(levels), unit="count")
    f.add("confounded.shared", shared(levels), unit="list")
    if levels.empty or count_texts(texts)["one_year"]:
        return None
    units, widths = {"texts": "count"}, {"level": 3}
    return [
        texts.table("confounding", levels, COLUMNS, units=units, widths=widths),
        texts.say("confounding-shared"),
    ]
