"""Do the measures give what others have published?"""

from __future__ import annotations

import json

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.reference import reference_table
from frameline.measures.registers import published_rows

WIDTHS = {"measure": 1.6, "values": 2, "sources": 3}


@shows()
def published_values(texts: Study) -> Blocks:
    """Do the measures give what others have published?"""
    values = texts.path / "reference" / "values.json"
    if not values.is_file():
        return texts.say("published-values-none")
    cases = reference_table(json.loads(values.read_text(encoding="utf-8")))
    f, examples = texts.findings.under(texts.word("filter-published")), cases["id"].nunique()
    f.add("reference.cases", len(cases), unit="count", n=examples)
    f.add("reference.reproduced", int(cases["ok"].sum()), unit="count", n=len(cases))
    f.add("reference.examples", examples, unit="count")
    noted = cases.loc[cases["note"] != "", ["id", "note"]].drop_duplicates("note")
    notes = [texts.word("case-note", case=row.id, note=row.note) for row in noted.itertuples()]
    return [
        texts.say("published-values-reproduced"),
        texts.table("published-values", published_rows(cases), WIDTHS, widths=WIDTHS, filter="",
                    notes=" ".join(notes)),
    ]  # fmt: skip
