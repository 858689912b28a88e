"""CATMA 7: annotations as JSON in folders of collections, with documents and tagsets beside them.

An annotation has one tag of one tagset, may have several pieces, and names its author. Tags and
tagsets are named in files of their own where these are there, else by their ids. Offsets are
UTF-16 units, as Java counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object
from frameline.exchange.files.members import Member
from frameline.exchange.formats.inception import NOTES
from frameline.exchange.model.codes import merged
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Document, Options, Span

#: What an annotation has that is understood; anything else is not.
_KNOWN = frozenset("@context type id body target".split())
_BODY = frozenset("@context tagset tag properties type".split())
_AUTHOR = "CATMA_AUTHOR"


def read_annotations(
    files: Sequence[Member], texts: Sequence[Member], found: Gatherer, options: Options
) -> str:
    """Take the annotations of these files; give the unit of most documents."""
    named: dict[str, str] = {}
    several: list[tuple[str, Any]] = []
    for member in files:
        found.file = member.name
        with found.attempt("files"):
            value = safety.parse_json(safety.decode(member.read(), member.name), member.name)
            if isinstance(value, list):
                several.append((member.name, value))
            elif member.file in ("header.json", "propertydefs.json") and isinstance(value, dict):
                if isinstance(value.get("name"), str) and member.path:
                    named[member.path[-1]] = value["name"]
            elif isinstance(value, dict) and "body" in value and "target" in value:
                several.append((member.name, [value]))
    beside = {member.folder: member for member in texts} | {m.stem: m for m in texts}
    waiting: list[Waiting] = []
    for file, values in several:
        found.file = file
        for number, value in enumerate(values, start=1):
            with found.attempt("annotations"):
                found.rows += 1
                waiting.append(_annotation(value, f"annotation {number}", named, found, options))
                found.used += 1
    for name in dict.fromkeys(one.document for one in waiting):
        text_file = beside.get(name)
        text = safety.decode(text_file.read(), text_file.name) if text_file else None
        found.document(Document(named.get(name, name), text))
    waiting = [replace(one, document=named.get(one.document, one.document)) for one in waiting]
    return place_all(waiting, found, options, rule="utf-16")


def _annotation(
    value: Any, place: str, named: Mapping[str, str], found: Gatherer, options: Options
) -> Waiting:
    file = found.file
    one = an_object(value, file, place)
    body = an_object(one.get("body"), file, f"{place}, body")
    strange = sorted((one.keys() - _KNOWN) | (body.keys() - _BODY))
    if strange:
        raise ExchangeError(file, place, f"{strange[0]!r}, which is not known", "export it again")
    tag = a_name(body.get("tag"), file, f"{place}, tag").rpartition("/")[2]
    tagset = a_name(body.get("tagset") or "tag", file, f"{place}, tagset").rpartition("/")[2]
    properties = an_object(body.get("properties") or {}, file, f"{place}, properties")
    values = [(named.get(tagset, tagset), named.get(tag, tag))]
    notes: list[str] = []
    for name, chosen in _listed(properties.get("user"), file, place):
        if name in NOTES:
            notes += chosen
        else:
            values += [(named.get(name, name), code) for code in chosen]
    system = dict(_listed(properties.get("system"), file, place))
    who = next(iter(system.get(_AUTHOR, ())), "") or found.unnamed(file, options)
    document, spans = _target(one.get("target"), file, f"{place}, target")
    name = a_text(one.get("id"), file, f"{place}, id").rpartition("/")[2]
    said = Annotation(values=merged(values), id=name, note="\n".join(notes))
    mark = Mark(spans, "", place)
    return Waiting(file, place, document, who, said, mark, finish=_joined)


def _listed(value: Any, file: str, place: str) -> list[tuple[str, list[str]]]:
    given = an_object(value or {}, file, f"{place}, properties")
    return [
        (name, [a_name(one, file, f"{place}, {name}") for one in a_list(said, file, place)])
        for name, said in given.items()
    ]


def _target(value: Any, file: str, place: str) -> tuple[str, list[tuple[int, int]]]:
    target = an_object(value, file, place)
    parts = a_list(target.get("items", [target]), file, place)
    documents: set[str] = set()
    spans: list[tuple[int, int]] = []
    for part in parts:
        one = an_object(part, file, place)
        source = a_name(one.get("source"), file, f"{place}, source")
        documents.add(source.rstrip("/").rpartition("/")[2])
        selector = an_object(one.get("selector"), file, f"{place}, selector")
        if selector.get("type") != "TextPositionSelector":
            raise ExchangeError(file, place, repr(selector.get("type")), "TextPositionSelector")
        spans.append((a_place(selector.get("start"), file, place),
                      a_place(selector.get("end"), file, place)))  # fmt: skip
    if len(documents) != 1:
        raise ExchangeError(file, place, f"{len(documents)} documents", "one document")
    return documents.pop(), spans


def _joined(said: Annotation, there: str | None) -> Annotation:
    """The annotation with pieces joined that touch."""
    spans: list[Span] = []
    for span in sorted(said.spans):
        if spans and span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return replace(said, spans=tuple(spans))
