"""Whose are the texts?"""

from __future__ import annotations

from frameline.exhibits.card._tables import documents
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows()
def rights(texts: Study) -> Blocks:
    """Whose are the texts?"""
    table = documents(texts)
    table = table[table["rights"] != ""]
    if table.empty:
        return texts.say("no-rights")
    held = table.groupby("rights", sort=False)["name"].agg(list).reset_index()
    return texts.table("rights", held, ["name", "rights"], widths={"name": 1, "rights": 2.4})
