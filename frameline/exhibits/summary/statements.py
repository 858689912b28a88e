"""What do the chapters behind this page say, as far as it holds?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

#: Kinds of statements in the order in which they are read.
KINDS = ["labels", "reasons", "verdicts", "mix", "balance", "turn", "voices", "context"]
#: Share of the checks of its robustness that a statement quoted here must pass.
ROBUST = 0.8


def _holds(texts: Study, key: str) -> bool:
    """Whether a statement passed most checks of its robustness, or was not checked."""
    checked = key.replace("statement.", "robust.")
    return checked not in texts.findings or texts.findings[checked].value >= ROBUST


@shows("statements-made")
def statements(texts: Study) -> Blocks:
    """What do the chapters behind this page say, as far as it holds?"""
    made = [found.key for found in texts.quotable()]
    read = [key for kind in KINDS for key in made if key.split(".")[1] == kind]
    return [texts.quote(key, style="verdict") for key in read if _holds(texts, key)]
