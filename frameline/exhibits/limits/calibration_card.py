"""How often would these tests and intervals be wrong on texts like these?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.calibration import CAUTIOUS, FAILS, card
from frameline.measures.clusters import COUNTS_ONLY, Clusters, clusters

#: Texts that are made up anew, at most; fewer runs where the texts are long, but not below these.
MOST_TEXTS, ROOM, FEWEST = 13, 300_000, 100
COLUMNS = ["what", "cells", "least", "most", "low", "high", "verdict"]
WIDTHS = {"what": 4, "verdict": 2}
UNITS = {"cells": "count", "least": "share", "most": "share", "low": "share", "high": "share"}


@shows("claims.frame or claims.valence")
def calibration_card(texts: Study, runs: int = 2000, permutations: int = 99) -> Blocks:
    """How often would these tests and intervals be wrong on texts like these?"""
    f, found = texts.findings, _measured(texts, runs, permutations)
    if found.empty:
        return texts.say("card-aside")
    rows = _in_short(found)
    rows["what"] = [texts.word("card-what", procedure=p, quantity=q)
                    for p, q in zip(rows["procedure"], rows["quantity"], strict=True)]  # fmt: skip
    rows["verdict"] = [texts.word("card-verdict", verdict=v or "none") for v in rows["verdict"]]
    f.add_table(rows, "card.{procedure}.{quantity}.least", "least", unit="share", low=None,
                high=None, n="runs")  # fmt: skip
    f.add_table(rows, "card.{procedure}.{quantity}.most", "most", unit="share", low=None,
                high=None, n="runs")  # fmt: skip
    judged = found[found["low"].notna()]
    f.add("card.cells", len(judged), unit="count")
    f.add("card.fail", int((judged["verdict"] == FAILS).sum()), unit="count")
    f.add("card.cautious", int((judged["verdict"] == CAUTIOUS).sum()), unit="count")
    f.add("card.runs", int(found["runs"].iloc[0]), unit="count")
    return [
        texts.table("calibration-card", rows, COLUMNS, units=UNITS, widths=WIDTHS,
                    permutations=permutations),
        texts.say("card-counted"),
    ]  # fmt: skip


def _measured(texts: Study, runs: int, permutations: int) -> pd.DataFrame:
    """The card of this corpus; without rows where no text has paragraphs enough."""
    pairs = compared(texts)
    codes = _counted(texts, "frame", "claims.frame", pairs)
    signs = _counted(texts, "sign", "claims.valence", pairs)
    size = sum(codes[doc].groups for pair in pairs for doc in pair if doc in codes)
    fewer = min(runs, max(FEWEST, ROOM // max(size, 1)))
    return card(codes, signs, pairs, runs=fewer, permutations=permutations, seed=texts.seed)


def _counted(
    texts: Study, of: str, need: str, pairs: Sequence[tuple[str, str]]
) -> dict[str, Clusters]:
    """The texts compared, or the first ones where none are, as far as they can be measured."""
    if not texts.has(need):
        return {}
    named = {doc for pair in pairs for doc in pair}
    known = {
        doc: text
        for doc, text in clusters(texts.claims, of).items()
        if text.groups > COUNTS_ONLY and (doc in named or not pairs)
    }
    return dict(list(known.items())[:MOST_TEXTS])


def _in_short(found: pd.DataFrame) -> pd.DataFrame:
    """One row for each procedure and quantity: the smallest and the largest rate."""
    rows = []
    for (procedure, quantity), part in found.groupby(["procedure", "quantity"], sort=False):
        verdicts = set(part["verdict"])
        worst = next((v for v in (FAILS, CAUTIOUS) if v in verdicts), part["verdict"].iloc[0])
        rows.append(
            (procedure.replace(" ", "-"), quantity, len(part), part["rate"].min(),
             part["rate"].max(), part["low"].iloc[0], part["high"].iloc[0], worst,
             part["runs"].iloc[0])
        )  # fmt: skip
    columns = ["procedure", "quantity", "cells", "least", "most", "low", "high", "verdict", "runs"]
    return pd.DataFrame(rows, columns=columns)
