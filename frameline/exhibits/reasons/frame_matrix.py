"""What is the frame of each text, side by side?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from frameline.exhibits.claim_words import Items
from frameline.exhibits.panelling import band_of, cell_of, head
from frameline.exhibits.reasons import _frame_cells as cell
from frameline.exhibits.reasons import _frames as frames
from frameline.exhibits.reasons import _tables as made
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.selection.functions import CAUSE, JUDGEMENT, PROBLEM, REMEDY
from frameline.record.panel import Band, Head

USES = ["frame", "valence", "function", "direction", "voice", "addressee", "labels.label"]
#: Of the four functions of a frame so many must be coded.
LEAST = 2
#: The rows from top to bottom: the part of the message with its head, and what makes its items.
PARTS = (
    ("label", cell.called), ("problem", cell.told(PROBLEM)), ("cause", cell.told(CAUSE)),
    ("judgement", cell.told(JUDGEMENT)), ("remedy", cell.told(REMEDY)),
    ("exemplar", cell.exemplar), ("acting", cell.acting), ("voices", cell.speaking),
    ("left-out", cell.leaving),
)  # fmt: skip
#: Of more texts than stand in columns, these parts are shown, without gists.
SHORT = (
    ("label", cell.called), ("problem", cell.told(PROBLEM, gists=False)),
    ("cause", cell.told(CAUSE, gists=False)),
    ("exemplar", partial(cell.exemplar, gists=False)), ("left-out", cell.leaving),
)  # fmt: skip


@shows("claims.frame", "claims.function")
def frame_matrix(texts: Study) -> Blocks:
    """What is the frame of each text, side by side?"""
    rows = made.counted(texts).to_dict("records")
    known = {PROBLEM, CAUSE, JUDGEMENT, REMEDY} & set(frames.functions(texts))
    if not 0 < len(rows) <= story.MOST or len(known) < LEAST:
        return None
    _add_headline(texts, rows)
    columns = len(rows) <= story.COLUMNS
    bands = _as_columns(texts, rows) if columns else _as_rows(texts, rows)
    heard = texts.in_all_voices()
    return texts.panel(
        "frame-matrix", bands, layout="landscape", beside=True, turns=columns, uses=USES,
        evidence=heard.claim_ids, filter=heard.filter, valued=texts.has("claims.valence"),
        several=len(rows) > 1,
    )  # fmt: skip


def _add_headline(texts: Study, rows: list[Any]) -> None:
    """The findings of the headline: how many texts, and how many leading reasons on each side."""
    f, own = texts.findings, texts.in_views("own")[0]
    f.add("matrix.texts", len(rows), unit="count", filter="")
    table = made.by_side(own)
    table = table[table["leads"]]
    for side in ("binding", "dividing", "all"):
        leads = table[table["side"] == side].groupby("column")["code"].agg(tuple)
        f.add("matrix.leading.{side}", leads.nunique(), unit="count", at={"side": side},
              filter=own.filter)  # fmt: skip


def _heads(texts: Study) -> dict[str, Head]:
    """The head of each row, with how it is read."""
    return {
        part: head(texts.say("matrix-heads", part=part),
                   texts.say("matrix-heads", part=f"{part}-note"))
        for part, _ in PARTS
    }  # fmt: skip


def _as_columns(texts: Study, rows: list[Any]) -> list[Band | None]:
    """A column a text: a band for each part that any text has."""
    heads = _heads(texts)
    top = band_of([cell_of(*cell.introduced(texts, row)) for row in rows], rule="strong")
    bands = [
        band_of([cell_of(*items(texts, row)) for row in rows], head=heads[part])
        for part, items in PARTS
    ]
    return [top, *bands]


def _as_rows(texts: Study, rows: list[Any]) -> list[Band | None]:
    """A band a text: a cell for each part that any text has."""
    heads = {part: replace(one, note=None) for part, one in _heads(texts).items()}
    made_of = [{part: _there(items(texts, row)) for part, items in SHORT} for row in rows]
    kept = [part for part, _ in SHORT if any(parts[part] for parts in made_of)]
    bands: list[Band | None] = []
    for row, parts in zip(rows, made_of, strict=True):
        name = made.told(texts, f"text.{row['doc_id']}", made.headed(texts)[row["doc_id"]])
        cells = [cell_of(*parts[part], head=heads[part]) for part in kept]
        about = head(texts.say("matrix-text", name=name))
        bands.append(band_of(cells, head=about, rule="thin" if bands else "strong"))
    return bands


def _there(items: Items) -> Items:
    return [item for item in items if item is not None]
