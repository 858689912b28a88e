"""Which words say how sure a statement is?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.strength import MANY_WAYS, MOST_WAYS, WORDS


@shows()
def strength_words(texts: Study) -> Blocks:
    """Which words say how sure a statement is?"""
    f, kinds = texts.findings, texts.coders["kind"] if len(texts.coders) else pd.Series(dtype=str)
    f.add("strength.most", MOST_WAYS, unit="share")
    f.add("strength.many", MANY_WAYS, unit="share")
    machines = bool(len(kinds)) and bool((kinds == "machine").all())
    said = texts.words("strength-meanings")
    table = pd.DataFrame({"word": texts.words("strength-names")[word], "means": said[word]}
                         for word in WORDS)  # fmt: skip
    return texts.table("strength-words", table, ["word", "means"],
                       widths={"word": 1, "means": 6}, machines=machines)  # fmt: skip
