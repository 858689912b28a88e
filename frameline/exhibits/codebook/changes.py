"""What changed between versions of the codebook?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

COLUMNS = ["version", "date", "rule", "text", "rows"]


@shows()
def changes(texts: Study) -> Blocks:
    """What changed between versions of the codebook?"""
    f, made = texts.findings, texts.codebook.changes
    log = pd.DataFrame([(c.version, c.date, c.rule, c.text, len(c.rows)) for c in made],
                       columns=COLUMNS)  # fmt: skip
    f.add("codebook.changes", len(log), unit="count")
    f.add("codebook.changed", sum(len(set(c.rows)) for c in made), unit="count")
    if log.empty:
        return texts.say("no-changes")
    named = filled_columns(log, dict.fromkeys(COLUMNS, ""))
    units, widths = {"rows": "count"}, {"text": 5}
    return [
        texts.say("changes-counted"),
        texts.table("changes", log, named, units=units, widths=widths),
    ]
