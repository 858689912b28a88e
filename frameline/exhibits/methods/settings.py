"""Which settings were used?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.planning import POWER
from frameline.measures.resampling import MIN_GROUPS
from frameline.measures.shift import ALPHA
from frameline.measures.verdicts import FLOOR, RELY


@shows()
def settings(texts: Study) -> Blocks:
    """Which settings were used?"""
    f = texts.findings.under(texts.word("filter-published"))
    f.add("methods.draws", texts.draws, unit="count")
    f.add("methods.seed", texts.seed, unit="year")
    f.add("methods.groups", MIN_GROUPS, unit="count")
    f.add("methods.p", f"{ALPHA:g}", unit="text")
    f.add("methods.rely", f"{RELY:.3f}", unit="text")
    f.add("methods.floor", f"{FLOOR:.3f}", unit="text")
    f.add("methods.power", f"{POWER:.0%}", unit="text")
    return [texts.say("settings-of-chance"), texts.say("settings-of-agreement")]
