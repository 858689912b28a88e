"""Who coded with what: the card that a study with machine codes owes its readers."""

from __future__ import annotations

import pandas as pd

from frameline.corpus.final_codes import PEOPLE
from frameline.exhibits.checking import audit_of, coders_of
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

BOTH = ("kind", "description", "codebook_version", "date")
MACHINE = ("model", "version", "access", "settings", "prompt", "prompt_sha256", "cost", "failures",
           "exposure")  # fmt: skip
PERSON = ("training", "relation")
MOST = 6
"""Coders side by side."""


@shows(any_size=True)
def coder_card(texts: Study) -> Blocks:
    """Who coded with what, and what is not recorded of it?"""
    coders, checkers = coders_of(texts), audit_of(texts)
    if checkers is not None and len(checkers.coders):
        coders = pd.concat([coders, checkers.coders], ignore_index=True)
    coders = coders[coders["kind"] != ""].head(MOST)
    if coders.empty:
        return None
    machines, people = coders["kind"] == "machine", coders["kind"].isin(PEOPLE)
    asked = [*BOTH, *(MACHINE if machines.any() else ()), *(PERSON if people.any() else ())]
    words = texts.words("card-items")
    missing, elsewhere = words["missing"], words["elsewhere"]
    rows = []
    for item in asked:
        row = {"item": words[item]}
        for coder in coders.to_dict("records"):
            other = PERSON if coder["kind"] == "machine" else MACHINE
            row[coder["coder"]] = elsewhere if item in other else coder.get(item) or missing
        rows.append(row)
    table = pd.DataFrame(rows)
    open_ = sum(cell == missing for row in rows for cell in row.values())
    texts.findings.add("card.open", open_, unit="count")
    heads = {str(name): str(name) for name in coders["coder"]}
    shown = ["item", *heads]
    widths = {"item": 1.2, **dict.fromkeys(heads, 2.0)}
    return texts.table("coder-card", table, shown, heads=heads, widths=widths, filter="")
