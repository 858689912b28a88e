"""What does whoever made this corpus say of its texts?"""

from __future__ import annotations

from pathlib import Path

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import section_rows

#: The file of a corpus folder that says what holds of its texts only.
ABOUT = "about.md"


@shows()
def about_the_texts(texts: Study) -> Blocks:
    """What does whoever made this corpus say of its texts?"""
    file = Path(texts.path) / ABOUT
    table = section_rows(file.read_text(encoding="utf-8") if file.is_file() else "")
    if table.empty:
        return texts.say("nothing-about-the-texts")
    widths = {"heading": 1, "text": 5}
    return texts.table("about-the-texts", table, ["heading", "text"], widths=widths, filter="")
