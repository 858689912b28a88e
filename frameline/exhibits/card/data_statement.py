"""What does the corpus say about itself?"""

from __future__ import annotations

from pathlib import Path

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import statement_rows


@shows()
def data_statement(texts: Study) -> Blocks:
    """What does the corpus say about itself?"""
    file = Path(texts.path) / "README.md"
    table = statement_rows(file.read_text(encoding="utf-8") if file.is_file() else "")
    if table.empty:
        return texts.say("no-data-statement")
    return texts.table("data-statement", table, table, widths={"heading": 1, "text": 12})
