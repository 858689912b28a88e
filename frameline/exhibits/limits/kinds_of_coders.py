"""Who coded: people, or machines?"""

from __future__ import annotations

from frameline.corpus.final_codes import PEOPLE
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows()
def kinds_of_coders(texts: Study) -> Blocks:
    """Who coded: people, or machines?"""
    f, coders = texts.findings, texts.coders
    kinds = coders["kind"] if len(coders) else coders.index
    f.add("limits.machines", int((kinds == "machine").sum()), unit="count")
    f.add("limits.people", int(kinds.isin(PEOPLE).sum()), unit="count")
    return texts.say("kinds-of-coders")
