"""Does the advice ask for pressure or for accommodation, and of whom?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.strategy_dots import strategy_dots, strategy_dots_height
from frameline.exhibits.argument_and_advice._tables import claims, recommendations, short_names
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.advice import lever_vs_diagnosis, strategy_by_document

#: More rows than this do not fit a page.
MOST = 12


@shows("advice", "claims.strategy", "claims.explicitness", home="all")
def pressure(texts: Study) -> Blocks:
    """Does the advice ask for pressure or for accommodation, and of whom?"""
    register, f = recommendations(texts), texts.findings
    if register.empty:
        return None
    table = _by_addressee(texts, register)
    if table["name"].nunique() > MOST:
        return None
    pressing = register["strategy"] < 0
    f.add("course.advice", len(register), unit="count", evidence=register["claim_id"])
    f.add("course.pressure", int(pressing.sum()), unit="count", n=len(register),
          evidence=register.loc[pressing, "claim_id"])  # fmt: skip
    fig, ax = canvas(strategy_dots_height(table, compact=True))
    strategy_dots(ax, table, compact=True)
    return texts.figure("pressure", fig, table, uses=["strategy", "addressee"],
                        evidence=register["claim_id"], used=_on_rifts(texts))  # fmt: skip


def _on_rifts(texts: Study) -> bool:
    """Add how much of the advice uses a reason that the same text says divides the two."""
    f, frame = texts.findings, texts.codebook.role("frame")
    if frame is None or not texts.has("claims.valence"):
        return False
    table = lever_vs_diagnosis(claims(texts))
    table = table[(table["advice"] > 0) & ~table["code"].isin(frame.flagged("unspecific"))]
    on = int(table.loc[table["dividing"] > 0, "advice"].sum())
    f.add("course.named", int(table["advice"].sum()), unit="count")
    f.add("course.on_rifts", on, unit="count", n=int(table["advice"].sum()))
    return len(table) > 0


def _by_addressee(texts: Study, register: pd.DataFrame) -> pd.DataFrame:
    """Recommendations by text and addressee, strategy and openness."""
    role, called = texts.codebook.role("addressee"), short_names(texts)
    shorts = role.shorts if role else {}
    whom = register["addressee"].map(lambda code: shorts.get(code, ""))
    row = register["doc_id"].map(called) + whom.map(lambda name: f": {name}" if name else "")
    table = strategy_by_document(register.assign(doc_id=row))
    return table.rename(columns={"doc_id": "name"})[["name", "strategy", "explicitness", "n"]]
