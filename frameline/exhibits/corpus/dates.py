"""When did the texts appear, how long are they, and of what kind?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.date_strip import date_strip, date_strip_height
from frameline.exhibits.corpus._tables import count_texts, sizes, voice_counted
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

DRAWN = ["name", "published", "words", "genre", "vantage", "claims"]


@shows()
def dates(texts: Study) -> Blocks:
    """When did the texts appear, how long are they, and of what kind?"""
    table = sizes(texts)
    if len(table) < 2:
        return None
    known = count_texts(texts)
    filled = filled_columns(table, {"words": "", "genre": ""})
    known |= {column: column in filled for column in ("words", "genre")}
    fig, ax = canvas(date_strip_height(table))
    date_strip(ax, table)
    drawn = table[[column for column in DRAWN if column in table]]
    return texts.figure("dates", fig, drawn, evidence=(), filter=voice_counted(texts), **known)
