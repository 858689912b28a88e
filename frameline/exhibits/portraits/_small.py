"""More texts than have a page each: small portraits, four a page, and rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from frameline.exhibits.panelling import band_of, cell_of, head, words
from frameline.exhibits.portraits import _tables as made
from frameline.exhibits.portraits._cells import add_counts, add_text, head_band, weighed
from frameline.exhibits.portraits._matter import side_cells
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.record.items import Bars, Words
from frameline.record.panel import Band, Cell, Panel

#: So many small portraits stand on a page.
A_PAGE = 4


def small_pages(texts: Study, rows: list[dict[str, Any]], uses: list[str]) -> list[Panel | None]:
    """Pages of small portraits: who wrote what, the thesis, the verdict and the main reasons."""
    pages = [rows[first : first + A_PAGE] for first in range(0, len(rows), A_PAGE)]
    made_of = []
    for place, page in enumerate(pages):
        bands = [band for row in page for band in _portrait(texts, row)]
        ends = [texts.names[row["doc_id"]] for row in (page[0], page[-1])]
        told = made.told(texts, f"page-{place}", "small", list(dict.fromkeys(ends)))
        made_of.append(made.own(texts).panel(
            f"portraits-small-{place + 1}", bands, layout="page", uses=uses, ends=told,
            message="portraits-small", valued=texts.has("claims.valence"),
        ))  # fmt: skip
    return made_of


def _portrait(texts: Study, row: dict[str, Any]) -> list[Band | None]:
    """The bands of one small portrait."""
    known = add_text(texts, row)
    upper = _thesis(texts, row, known["thesis"], "statement")
    cells = [upper, weighed(texts, row), *map(_short, side_cells(texts, row))]
    return [head_band(texts, row, known), band_of([one for one in cells if one.items], rule="none")]


def _thesis(texts: Study, row: dict[str, Any], known: bool, role: str) -> Cell:
    """The verdict of a text, and its thesis where that is known."""
    judged, (_, colour) = add_counts(texts, row), story.verdict_words(texts, row)
    said = texts.say("portrait-verdict", at=row) if judged else ""
    return cell_of(
        words("label", said, colour=colour) if judged else None,
        words(role, texts.say("portrait-thesis", at=row)) if known else None,
    )


def _short(cell: Cell) -> Cell:
    """The bars of a side, and the gist of its first reason."""
    bars = [item for item in cell.items if isinstance(item, Bars)]
    gists = [item for item in cell.items if isinstance(item, Words) and item.role == "gist"]
    return replace(cell, items=(*bars[:1], *gists[:1], *bars[1:]))


def as_rows(texts: Study, rows: list[dict[str, Any]], uses: list[str]) -> Panel | None:
    """A band a text: its thesis, and the bars of each side."""
    bands = []
    for row in rows:
        upper = _thesis(texts, row, add_text(texts, row)["thesis"], "note")
        sides = [replace(one, items=tuple(i for i in one.items if isinstance(i, Bars)))
                 for one in side_cells(texts, row)]  # fmt: skip
        about = head(texts.say("portrait-name", at=row))
        bands.append(band_of([upper, *sides], head=about))
    return made.own(texts).panel(
        "portraits-rows", bands, layout="page", beside=True, uses=uses, shown=len(rows),
        valued=texts.has("claims.valence"),
    )  # fmt: skip
