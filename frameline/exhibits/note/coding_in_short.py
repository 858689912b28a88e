"""Who coded the texts, and how?"""

from __future__ import annotations

import pandas as pd

from frameline.corpus.final_codes import PEOPLE
from frameline.exhibits.checking import unchecked
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

COLUMNS = ["coder", "kind", "description"]


@shows()
def coding_in_short(texts: Study) -> Blocks:
    """Who coded the texts, and how?"""
    f, table = texts.findings, texts.coders.copy()
    kinds = table["kind"] if "kind" in table else pd.Series(dtype=str)
    f.add("note.coders", len(table), unit="count")
    f.add("note.machines", int((kinds == "machine").sum()), unit="count")
    f.add("note.people", int(kinds.isin(PEOPLE).sum()), unit="count")
    f.add("note.claims", len(texts.claims), unit="count")
    shown = list(filled_columns(table, dict.fromkeys(COLUMNS, "")))
    return [
        texts.say("coding", style="text", settled=texts.has("adjudication")),
        texts.say("who-coded", unchecked=unchecked(texts)),
        texts.table("coders-in-short", table, shown, widths={"description": 5}, filter="")
        if {"kind", "description"} <= set(shown)
        else None,
    ]
