"""Annotations of one coder as rows of the tables of a coder: claims, labels, events, documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from frameline.exchange.files.csv_rows import Row
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.places import Phrase, Places, Unit, phrase_of
from frameline.exchange.model.project import Annotation, Coding, Span

#: What stands where a label or event has no words: its table needs some.
NO_WORDS = "(no words)"

#: Columns of each layer's table in order; its variables stand before the last three.
LEADING: Mapping[str, tuple[str, ...]] = {
    "claims": ("doc_id", "para_id", "sentence", "claim", "unit_id", "anchor", "start", "end"),
    "labels": ("doc_id", "block_id", "sentence", "unit_id", "literal", "start", "end"),
    "events": ("doc_id", "para_id", "sentence", "unit_id", "name"),
    "documents": ("doc_id",),
}
TRAILING = ("note", "spans", "source_id")


class Placed(NamedTuple):
    """An annotation with its unit and its evidence phrase."""

    annotation: Annotation
    unit: Unit
    phrase: Phrase


def coding_rows(coding: Coding, places: Places, text: str | None) -> dict[str, list[Row]]:
    """The rows of one coder about one document, by layer, in reading order.

    Parameters
    ----------
    coding : Coding
        Its annotations fitted to a corpus (see `frameline.exchange.incoming.fitting`).
    places : Places
        Units of the document; units without a place are made as they are needed.
    text : str, optional
        The document's text, where it is at hand.

    Returns
    -------
    dict
        Layers that have rows only. A coder who marked no claim has none here either.

    Raises
    ------
    ExchangeError
        For a span outside of the text, or one that does not cover what the file quotes.
    """
    rank = {unit.unit_id: place for place, unit in enumerate(places.units)}
    placed = []
    for number, annotation in enumerate(coding.annotations, start=1):
        check_spans(coding, number, annotation, text)
        unit = places.unit_of(annotation.spans, annotation.unit)
        rank.setdefault(unit.unit_id, -1)
        placed.append(Placed(annotation, unit, _phrase(annotation, unit, text)))
    placed = _without_idle_blanks(placed)
    placed.sort(key=lambda p: (rank[p.unit.unit_id], p.annotation.spans))
    rows: dict[str, list[Row]] = {}
    count: Counter[str] = Counter()
    for item in placed:
        layer = item.annotation.layer
        count[f"{layer} {item.unit.unit_id}"] += 1
        row = _place(item, layer, count[f"{layer} {item.unit.unit_id}"])
        if is_blank(item.annotation):
            row |= {"claim": "0"}
        row |= {name: ";".join(codes) for name, codes in item.annotation.values.items()}
        rows.setdefault(layer, []).append(row | _kept(item))
    return rows


def _without_idle_blanks(placed: list[Placed]) -> list[Placed]:
    """Of what says that a unit holds nothing, one for each unit, and none where it holds more."""
    full = {p.unit.unit_id for p in placed if not is_blank(p.annotation)}
    found = []
    for item in placed:
        if not is_blank(item.annotation):
            found.append(item)
        elif item.unit.unit_id not in full:
            full.add(item.unit.unit_id)
            found.append(item)
    return found


def is_blank(annotation: Annotation) -> bool:
    """Whether an annotation says of a unit that nothing was found in it."""
    said = annotation.spans or annotation.values or annotation.note
    return annotation.layer == "claims" and bool(annotation.unit) and not said


def nothing_marked(coding: Coding, places: Places) -> Row:
    """The row that says: this coder read the document and marked no claim."""
    unit = places.units[0] if places.units else places.unit_of(())
    return {
        "doc_id": coding.document,
        "para_id": unit.block,
        "sentence": str(unit.sentence),
        "claim": "0",
        "unit_id": unit.unit_id,
    }


def check_spans(coding: Coding, number: int, annotation: Annotation, text: str | None) -> None:
    """Raise ExchangeError for spans that are none, or are not what the file quotes."""
    place = f"annotation {number} of {coding.coder or 'the coder'}"
    for span in annotation.spans:
        found = f"{span.start}-{span.end}"
        if span.start < 0 or span.end < span.start:
            todo = "correct the offsets"
            raise ExchangeError(coding.document, place, found, "start before end", todo)
        if text is not None and span.end > len(text):
            allowed, todo = f"within 0-{len(text)}", "correct the offsets, or give --offsets UNIT"
            raise ExchangeError(coding.document, place, found, allowed, todo)
    if text is None or not annotation.spans or not annotation.quote:
        return
    covered = "".join(text[span.start : span.end] for span in annotation.spans)
    if "".join(covered.split()) != "".join(annotation.quote.split()):
        first = annotation.spans[0]
        found = f"{phrase_of(covered, 0).words!r} at {first.start}-{annotation.spans[-1].end}"
        allowed = f"{phrase_of(annotation.quote, 0).words!r}, as the file quotes"
        todo = "correct the offsets, or say what they count with --offsets UNIT"
        raise ExchangeError(coding.document, place, found, allowed, todo)


def _phrase(annotation: Annotation, unit: Unit, text: str | None) -> Phrase:
    """The evidence phrase: from the text, else from what the file quotes."""
    if not annotation.spans:
        return Phrase(phrase_of(annotation.quote, 0).words, 0, 0)
    room = Span(unit.start, unit.end) if unit.placed else None
    span = _inside(annotation.spans, room)
    if text is not None:
        return phrase_of(text[span.start : span.end], span.start, room)
    one = len(annotation.spans) == 1 and len(annotation.quote) == span.end - span.start
    if one:
        return phrase_of(annotation.quote, span.start, room)
    low = max(span.start, room.start) if room else span.start
    high = min(span.end, room.end) if room else span.end
    words = phrase_of(annotation.quote, 0).words
    return Phrase(words, low, high) if low < high else Phrase(words, 0, 0)


def _inside(spans: Sequence[Span], room: Span | None) -> Span:
    """The span that lies in the unit most, the first of several."""
    if room is None:
        return spans[0]
    shared = [min(s.end, room.end) - max(s.start, room.start) for s in spans]
    return spans[shared.index(max(shared))]


def _place(item: Placed, layer: str, number: int) -> Row:
    """Where an annotation stands, in the columns of its layer."""
    unit, phrase = item.unit, item.phrase
    row = {"doc_id": unit.doc_id}
    if layer == "documents":
        return row
    row |= {"sentence": str(unit.sentence), "unit_id": unit.unit_id}
    row["block_id" if layer == "labels" else "para_id"] = unit.block
    if layer == "events":
        return row | {"name": phrase.words or NO_WORDS}
    if phrase.end > phrase.start:
        row |= {"start": str(phrase.start), "end": str(phrase.end)}
    if layer == "labels":
        return row | {"literal": phrase.words or NO_WORDS}
    return row | {"claim": str(number), "anchor": phrase.words}


def _kept(item: Placed) -> Row:
    """What is kept besides, so that an export gives back what was imported."""
    annotation, phrase = item.annotation, item.phrase
    row = {"note": annotation.note} if annotation.note else {}
    if annotation.layer == "documents":
        return row
    own = (Span(phrase.start, phrase.end),) if phrase.end > phrase.start else ()
    if annotation.spans != own or (annotation.layer == "events" and annotation.spans):
        row["spans"] = ";".join(f"{span.start}-{span.end}" for span in annotation.spans)
    return row | ({"source_id": annotation.id} if annotation.id else {})
