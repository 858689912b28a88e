"""What stands in each cell of the storyline, as findings and their words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from frameline.exhibits.panelling import (
    band_of,
    bar,
    bars,
    cell_of,
    path,
    point,
    stack,
    words,
)
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.exhibits.sureness import leading, statement_band
from frameline.record.items import AnyItem, Point
from frameline.record.panel import Band, Head

Items = list[AnyItem | None]
COLOURS = {"binding": "binding", "dividing": "dividing", "all": "voices"}


def statement_bands(texts: Study, columns: int) -> list[Band]:
    """The statements that the report opens with, each beside how sure it is."""
    found = [
        statement_band(texts, one, columns, rule="none" if place else "thin")
        for place, one in enumerate(leading(texts.base))
    ]
    return [band for band in found if band is not None]


def introduced(texts: Study, row: Any) -> Items:
    """Year, authors and kind of a column, and how long after the one before."""
    f = texts.findings
    f.add("storyline.by.{doc_id}", row["authors"], unit="name", at=row, filter="")
    f.add("storyline.kinds.{doc_id}", ", ".join(row["kinds"]), unit="text", at=row, filter="")
    f.add("storyline.gap.{doc_id}", row["gap"], unit="count", at=row, filter="")
    if row["year"]:
        f.add(
            "storyline.year.{doc_id}",
            row["year"],
            unit=story.unit_of_year(row["year"]),
            at=row,
            filter="",
        )
    return [
        words("year", texts.say("storyline-year", at=row)) if row["year"] else None,
        words("author", texts.say("storyline-by", at=row)),
        words("note", texts.say("storyline-kinds", at=row)) if row["kinds"] else None,
        words("note", texts.say("storyline-gap", at=row), priority=1) if row["gap"] else None,
    ]


def called(texts: Study, row: Any) -> Items:
    """The title's words as the title means them."""
    found = story.called(texts).loc[row["doc_id"]] if texts.has("labels") else None
    if found is None or not found["title"]:
        return []
    texts.findings.add("storyline.title.{doc_id}", found["title"], unit="text", at=row, filter="")
    quoted = bool(found["quoted"])
    return [words("title-word", texts.say("storyline-title", at=row, quoted=quoted))]


def named(texts: Study, row: Any) -> Items:
    """The most specific word that a text itself uses, where it stands, and that of the others."""
    if not texts.has("labels"):
        return []
    items: Items = []
    for doc_id in (row["doc_id"], *row["beside"]):
        found, at = story.called(texts).loc[doc_id], {"doc_id": doc_id}
        if not found["own"]:
            continue
        f = texts.findings
        f.add("storyline.own.{doc_id}", found["own"], unit="text", at=at, filter="")
        f.add("storyline.place.{doc_id}", found["place"], unit="text", at=at, filter="")
        if doc_id != row["doc_id"]:
            f.add("storyline.kind.{doc_id}", _kind(texts, doc_id), unit="text", at=at, filter="")
            items.append(words("note", texts.say("storyline-own-beside", at=at), priority=2))
            continue
        items.append(words("own-word", texts.say("storyline-own", at=at)))
        said = texts.say("storyline-place", at=at, asserted=bool(found["asserted"]),
                         placed=bool(found["place"]))  # fmt: skip
        items.append(words("place", said) if str(said) else None)
    return items


def _kind(texts: Study, doc_id: str) -> str:
    """What a text beside another is called: its kind, else its name."""
    table = texts.layer("documents").set_index("doc_id")
    return next(iter(story._filled([table.loc[doc_id]], "genre")), texts.names[doc_id])


def _point(texts: Study, column: int, row: Any, *, hollow: bool = False) -> Point | None:
    """Where a text stands on the scale, with its verdict."""
    places = story.scale(texts)[1]
    step = places.get(str(row["durability"]))
    if step is None:
        return None
    said, colour = story.verdict_words(texts, row)
    said = said or story.scale(texts)[0][step]
    texts.findings.add("storyline.verdict.{doc_id}", said, unit="text", at=row, filter="")
    if not hollow:
        return point(column, step, texts.say("storyline-verdict", at=row), colour=colour)
    kind = _kind(texts, row["doc_id"])
    texts.findings.add("storyline.kind.{doc_id}", kind, unit="text", at=row, filter="")
    beside = texts.say("storyline-verdict-beside", at=row)
    return point(column, step, beside, colour=colour, hollow=True)


def verdict_band(texts: Study, head: Head | None = None) -> Band | None:
    """The line of verdicts over all columns; verdicts in words where no scale is coded."""
    rows, names = story.rows_of(texts), story.scale(texts)[0]
    documents = {row["doc_id"]: row for row in texts.layer("documents").to_dict("records")}
    found = [_point(texts, place, row) for place, row in enumerate(rows)]
    found += [_point(texts, place, documents[doc_id], hollow=True)
              for place, row in enumerate(rows) for doc_id in row["beside"]]  # fmt: skip
    points = [one for one in found if one is not None]
    if not points:
        return band_of((cell_of(*verdict_of(texts, row)) for row in rows), head=head)
    years = [str(row["year"] or row["authors"]) for row in rows]
    return band_of([cell_of(path(names, years, points), width=len(rows))], head=head)


def verdict_of(texts: Study, row: Any) -> Items:
    """The verdict of one text in words, and its step where there is a scale."""
    said, colour = story.verdict_words(texts, row)
    names, places = story.scale(texts)
    step, f = places.get(str(row["durability"])), texts.findings
    if step is not None:
        f.add("storyline.step.{doc_id}", names[step], unit="text", at=row, filter="")
    if said:
        f.add("storyline.verdict.{doc_id}", said, unit="text", at=row, filter="")
    return [
        words("label", texts.say("storyline-verdict", at=row), colour=colour) if said else None,
        words("note", texts.say("storyline-step", at=row)) if step is not None else None,
    ]


def reasons_of(side: str) -> Callable[[Study, Any], Items]:
    """What makes the bars of the strongest reasons of a side."""
    return partial(_reasons, side)


def _reasons(side: str, texts: Study, row: Any) -> Items:
    if not texts.has("claims.frame"):
        return []
    found = story.slots(texts)
    mine = found[(found["doc_id"] == row["doc_id"]) & (found["side"] == side)]
    made = []
    for slot in mine.to_dict("records"):
        texts.findings.add("storyline.reason.{doc_id}.{side}.{slot}", slot["n"], unit="count",
                           at=slot, n=slot["of"])  # fmt: skip
        said = texts.say("storyline-share", at=slot, each=len(slot["reasons"]) > 1)
        made.append(bar(", ".join(slot["reasons"]), slot["share"], said, colour=COLOURS[side],
                        strong=slot["leads"]))  # fmt: skip
    return [bars(made)]


def add_balance(texts: Study) -> None:
    """Add the claims of each column on each side to the findings."""
    if texts.has("claims.valence"):
        for row in story.balance(texts).to_dict("records"):
            for side in ("binding", "dividing"):
                texts.findings.add("storyline.{side}.{doc_id}", row[side], unit="count",
                                   at={**row, "side": side}, n=row["n"])  # fmt: skip


def binding_against_dividing(texts: Study, row: Any) -> Items:
    """All claims of a column that bind, against all that divide."""
    if not texts.has("claims.valence"):
        return []
    found = story.balance(texts).set_index("doc_id")
    if row["doc_id"] not in found.index:
        return []
    sides = found.loc[row["doc_id"]]
    bind = texts.say("storyline-bind", at={**row, "side": "binding"})
    divide = texts.say("storyline-divide", at={**row, "side": "dividing"})
    parts = (sides["binding"], bind, "binding"), (sides["dividing"], divide, "dividing")
    return [stack(parts)]


def advised(texts: Study, row: Any) -> Items:
    """Whom a column advises, and to what end."""
    found = story.advice(texts)
    mine = found[found["doc_id"] == row["doc_id"]]
    if mine.empty:
        return []
    told, f = mine.to_dict("records")[0], texts.findings
    f.add("storyline.advised.{doc_id}", told["addressees"], unit="list", at=told)
    f.add("storyline.aims.{doc_id}", told["codes"], unit="list", at=told)
    f.add("storyline.aimed.{doc_id}", told["n"], unit="count", at=told, n=told["of"])
    aimed = texts.say(
        "storyline-aim",
        at=told,
        told="plain" if told["plain"] else told["part"],
        each=len(told["codes"]) > 1,
    )
    to = texts.say("storyline-advised", at=told)
    return [words("label", to) if told["addressees"] else None,
            words("note", aimed) if told["codes"] else None]  # fmt: skip
