"""How much does the corpus hold, and how much of it is counted?"""

from __future__ import annotations

from frameline.corpus import Filter
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.volume._tables import add_volume, by_year


@shows("claims", "documents", any_size=True)
def held_and_counted(texts: Study, most_periods: int = 10) -> Blocks:
    """How much does the corpus hold, and how much of it is counted?"""
    f, (documents, claims, spans) = texts.findings, by_year(texts, most_periods)
    add_volume(texts, most_periods)
    every = texts.describe(Filter(relevance="all", modality="all"))
    f.add("volume.all_claims", texts.size("claims"), unit="count", filter=every)
    undated = [int(t.loc[~t["when"].isin(spans), "n"].sum()) for t in (documents, claims)]
    every = texts.word("all-documents")
    f.add("volume.undated.documents", undated[0], unit="count", filter=every)
    f.add("volume.undated.claims", undated[1], unit="count")
    return [texts.state("volume"), texts.say("undated") if any(undated) else None]
