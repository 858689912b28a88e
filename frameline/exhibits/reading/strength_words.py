"""Which words say how sure a statement is?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.checking import unchecked
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.strength import MANY_WAYS, MOST_WAYS, WORDS


@shows()
def strength_words(texts: Study) -> Blocks:
    """Which words say how sure a statement is?"""
    f = texts.findings
    f.add("strength.most", MOST_WAYS, unit="share")
    f.add("strength.many", MANY_WAYS, unit="share")
    said = texts.words("strength-meanings")
    table = pd.DataFrame({"word": texts.words("strength-names")[word], "means": said[word]}
                         for word in WORDS)  # fmt: skip
    return texts.table("strength-words", table, ["word", "means"],
                       widths={"word": 1, "means": 6}, machines=unchecked(texts))  # fmt: skip
