"""Do the people who checked agree, and could the machine stand in for one of them?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.correction._tables import codes, counted, gold
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.coefficients import alpha
from frameline.measures.correction.alternative import (
    ALLOWANCE,
    LEAST_ITEMS,
    LEAST_PEOPLE,
    alternative,
    never_reads,
)
from frameline.words.catalogue import Shown

COLUMNS = ["label", "items", "people", "alpha", "winning", "dummy", "verdict"]


@shows("claims.frame", "gold", any_size=True)
def people_agree(texts: Study) -> Blocks:
    """Do the people who checked agree, and could the machine stand in for one of them?"""
    answers, labels = gold(texts).answers, texts.codebook.role("frame").shorts
    if answers["coder"].nunique() < 2:
        return texts.say("one-person")
    words, found, rows = texts.words("stands-in"), counted(texts).found, []
    for code in codes(texts):
        mine = answers[answers["code"] == code]
        table = mine.pivot_table(index="item", columns="coder", values="yes")
        shared = table[table.notna().sum(axis=1) > 1]
        if shared.empty:
            continue
        machine = _machine(found, code, shared.index)
        real = alternative(shared, machine)
        dummy = alternative(shared, never_reads(shared))
        few = len(shared) < LEAST_ITEMS or real.people < LEAST_PEOPLE
        passed = real.passed and real.winning > dummy.winning
        verdict = words["few"] if few else words["passed"] if passed else words["not"]
        rows.append({"label": labels[code], "items": len(shared), "people": real.people,
                     "alpha": alpha(shared), "winning": real.winning, "dummy": dummy.winning,
                     "verdict": verdict})  # fmt: skip
    if not rows:
        return texts.say("no-item-twice")
    units = {"items": "count", "people": "count", "alpha": "alpha", "winning": "share",
             "dummy": "share"}  # fmt: skip
    return texts.table(
        "people-agree", pd.DataFrame(rows), COLUMNS, units=units, widths={"label": 2, "verdict": 2},
        allowance=Shown(ALLOWANCE, "share"), least=LEAST_ITEMS, people=LEAST_PEOPLE,
    )  # fmt: skip


def _machine(found: pd.DataFrame, code: str, items: pd.Index) -> pd.Series:
    yes = set(found.loc[found["code"] == code, "item"])
    return pd.Series([float(item in yes) for item in items], index=items)
