"""What does whoever made this corpus say of its texts?"""

from __future__ import annotations

from frameline.corpus.statements import read_about
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import section_rows


@shows()
def about_the_texts(texts: Study) -> Blocks:
    """What does whoever made this corpus say of its texts?"""
    table = section_rows(read_about(texts.path))
    if table.empty:
        return texts.say("nothing-about-the-texts")
    widths = {"heading": 1, "text": 5}
    return texts.table("about-the-texts", table, ["heading", "text"], widths=widths, filter="")
