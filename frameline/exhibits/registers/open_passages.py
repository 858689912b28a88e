"""Which passages can be read in more than one way?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import disagreement_rows, headed

WIDTHS: dict[str, float] = {"place": 1, "codes": 5, "note": 5}


@shows("adjudication")
def open_passages(texts: Study, shown: str = "ambiguity") -> Blocks:
    """Which passages can be read in more than one way?"""
    log = texts.adjudication
    log = log[log["reason"] == shown]
    if log.empty:
        return None
    passages = disagreement_rows(log, list(texts.codings))
    texts.findings.add("registers.passages", len(passages), unit="count")
    rows = headed(passages, texts.names, "place")
    return texts.table("open-passages", rows, WIDTHS, widths=WIDTHS)
