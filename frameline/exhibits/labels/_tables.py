"""What the exhibits of this chapter share: the leading names of each text."""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.labels import title_and_body


@once
def leading_names(texts: Study) -> pd.DataFrame:
    """The name that leads in the title and in the body of each text: its words, else its family."""
    table = title_and_body(texts.layer("labels"), texts.layer("documents"))
    for side in ("title", "body"):
        words = table[f"{side}_literal"]
        table[side] = words.where(words != "", table[f"{side}_label"])
    return table
