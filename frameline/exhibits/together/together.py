"""Of the sentences with one frame, how many also have another?"""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.confusion import confusion, confusion_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.together._tables import add_sentences, in_sentences, tied


@shows("claims.frame", "claims.unit_id", any_size=True)
def together(texts: Study, top: int = 10) -> Blocks:
    """Of the sentences with one frame, how many also have another?"""
    if not add_sentences(texts):
        return None
    both = in_sentences(texts).both
    sentences = pd.Series(np.diag(both), index=both.index)
    used = list(sentences.sort_values(ascending=False, kind="stable").index[:top])
    shared = both.loc[used, used]
    percent = (100 * shared.div(sentences[used].clip(lower=1), axis=0)).round().astype(int)
    cells = percent * (1 - np.eye(len(used), dtype=int))
    texts.findings.add("together.shown", len(used), unit="count")
    if not cells.to_numpy().any():
        return None
    fig, ax = canvas(confusion_height(cells))
    confusion(ax, cells, labels=texts.codebook.role("frame").shorts)
    table = shared.rename_axis("frame").reset_index()
    return texts.figure("together", fig, table, uses=["frame"], tied=tied(texts))
