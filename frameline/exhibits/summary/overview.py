"""In how many ways do these texts describe the same pair?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.unit_squares import unit_squares, unit_squares_height
from frameline.corpus.codebook import UNNAMED
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.balance import net_valence
from frameline.measures.labels import title_and_body
from frameline.measures.overview import overview as measure

#: The value of the finding that says whose claims the squares are.
WHOSE = {"own": " in its author’s own voice", "all": " in any voice"}


@once
def _described(texts: Study) -> pd.DataFrame:
    """What each text is called and calls the pair, and the balance of its claims."""
    documents, vantage = texts.layer("documents"), texts.codebook.role("vantage", "documents")
    balance = net_valence(texts.claims)
    called = title_and_body(texts.layer("labels"), documents) if texts.has("labels") else None
    return measure(documents, balance, called, vantage=vantage.shorts if vantage else None)


@shows(home="own")
def overview(texts: Study) -> Blocks:
    """In how many ways do these texts describe the same pair?"""
    f, always, filter = texts.findings, texts.base.findings, texts.base.in_views("own")[0].filter
    always.add("texts.count", len(texts.documents), unit="count", filter=filter)
    always.add("pair", texts.codebook.dyad.label or UNNAMED, unit="name", filter=filter)
    if not texts.has("claims.valence"):
        return None
    table = _described(texts)
    for side in ("n", "binding", "dividing", "ambivalent"):
        f.add("squares.{side}", int(table[side].sum()), unit="count", at={"side": side})
    voiced = texts.has("claims.voice")
    f.add("squares.voice", WHOSE[texts.where.voice] if voiced else "", unit="text")
    fig, ax = canvas(unit_squares_height(table))
    unit_squares(ax, table)
    return texts.figure(
        "overview", fig, table, uses=["valence", "voice"], named=texts.has("labels")
    )
