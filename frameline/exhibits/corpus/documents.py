"""What was read?"""

from __future__ import annotations

from frameline.exhibits.corpus._tables import count_texts, sizes, voice_counted
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

SIZES = ["genre", "words", "sentences", "groups", "claims", "background", "share"]
UNITS = {**dict.fromkeys(SIZES[1:6], "count"), "share": "share"}
WIDTHS = {"name": 2, "genre": 1.4, "published": 1.6}


@shows()
def documents(texts: Study) -> Blocks:
    """What was read?"""
    f, table, counted = texts.findings, sizes(texts), voice_counted(texts)
    known = count_texts(texts)
    cored, several = texts.has("claims.relevance"), len(table) > 1
    left_out = {"background": not cored, "share": not several}
    held = filled_columns(table, {c: c for c in SIZES if not left_out.get(c)})
    largest = table.loc[table["claims"].idxmax()]
    f.add("corpus.claims", int(table["claims"].sum()), unit="count", filter=counted)
    f.add("corpus.largest", largest["name"], unit="name", filter=counted)
    f.add("corpus.largest.share", largest["share"], unit="share", filter=counted)
    return [
        texts.table("documents", table, ["name", "published", *held], units=UNITS, widths=WIDTHS,
                    filter=counted, cored=cored),
        texts.say("documents-counted", cored=cored, **known),
    ]  # fmt: skip
