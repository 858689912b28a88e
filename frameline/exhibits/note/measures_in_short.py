"""What does each measure say?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

MEASURES = ("claims", "share", "net", "interval", "difference", "agreement", "strength")


@shows()
def measures_in_short(texts: Study) -> Blocks:
    """What does each measure say?"""
    names, said = texts.words("measure-names"), texts.words("measure-meanings")
    table = pd.DataFrame({"measure": names[key], "says": said[key]} for key in MEASURES)
    return texts.table("measures-in-short", table, ["measure", "says"],
                       widths={"measure": 1, "says": 5}, filter="")  # fmt: skip
