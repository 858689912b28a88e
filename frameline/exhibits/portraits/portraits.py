"""What does each text say?"""

from __future__ import annotations

from typing import Any

from frameline.exhibits.panelling import band_of
from frameline.exhibits.portraits import _tables as made
from frameline.exhibits.portraits._cells import (
    HEIGHTS,
    add_counts,
    add_text,
    argument_bands,
    called,
    head_band,
    verdict,
    weighed,
)
from frameline.exhibits.portraits._matter import last_band, matter_band, reasons_band
from frameline.exhibits.portraits._small import as_rows, small_pages
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.selection.portraits import LEAST, PAGES, SMALLS
from frameline.record.panel import Panel

USES = ["frame", "valence", "voice", "addressee", "labels.label"]


@shows("claims.frame or claims.valence")
def portraits(texts: Study) -> Blocks:
    """What does each text say?"""
    full, short = made.pages(texts)
    if len(full) > story.MOST:
        return texts.say("portraits-many", count=len(full))
    if not full:
        return texts.say("portraits-none", least=LEAST)
    if len(full) > SMALLS:
        shown = [as_rows(texts, full, USES)]
    elif len(full) > PAGES:
        shown = small_pages(texts, full, USES)
    else:
        shown = [_page(texts, row, full) for row in full]
    alone = [row["authors"] for row in short]
    return [
        *shown,
        texts.say("portraits-short", names=made.told(texts, "short", "names", alone), least=LEAST)
        if alone
        else None,
    ]


def _page(texts: Study, row: dict[str, Any], rows: list[dict[str, Any]]) -> Panel | None:
    """The page of one text."""
    known, valued = add_text(texts, row), texts.has("claims.valence")
    judged = add_counts(texts, row)
    sides = made.balance(texts).loc[row["doc_id"]]
    reading = made.own(texts)
    upper = [called(texts, row), verdict(texts, row, rows), weighed(texts, row)]
    bands = [
        head_band(texts, row, known),
        band_of([cell for cell in upper if cell.items], height=HEIGHTS["names"]),
        *argument_bands(texts, row),
        reasons_band(texts, row),
        matter_band(texts, row),
        last_band(texts, row),
    ]
    return reading.panel(
        f"portrait-{row['year'] or 'undated'}-{row['place']}", bands, layout="page",
        above=1, uses=USES, message="portrait", at=row, judged=judged, valued=valued,
        thesised=known["thesis"], divided=bool(sides["dividing"] > sides["binding"]),
        evidence=[*_counted(texts, row)],
    )  # fmt: skip


def _counted(texts: Study, row: dict[str, Any]) -> list[str]:
    """The ids of the claims of a page, in every voice."""
    claims = texts.in_all_voices().claims
    return list(claims.loc[claims["doc_id"].isin(row["docs"]), "claim_id"])
