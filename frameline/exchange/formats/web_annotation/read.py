"""W3C Web Annotation in JSON-LD, as a page or list of annotations, with texts beside it if at hand.

Positions count Unicode code points by the standard; where quotes say otherwise, they decide. A
tag is a code of the variable ``tag``, a classifying body one of ``class``; what Frameline writes
names the variable in the body's id. Other bodies are the coder's comment.

Source: W3C Recommendations "Web Annotation Data Model" and "Web Annotation Vocabulary" (2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_text, an_object
from frameline.exchange.files.members import members, peek
from frameline.exchange.files.naming import name_of_file, safe_name
from frameline.exchange.formats.web_annotation.names import CODE, DOCUMENT
from frameline.exchange.formats.web_annotation.selectors import Finder, Selected, kind_of, positions
from frameline.exchange.model.codes import merged, renamed
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.locating import Locator
from frameline.exchange.model.offsets import CODE_POINTS, Mark
from frameline.exchange.model.project import (
    Annotation,
    Document,
    Options,
    Project,
    Span,
)

_VARIABLES = {"tagging": "tag", "classifying": "class", "identifying": "class"}

#: A body with nothing but these says nothing.
_EMPTY = frozenset("type @type purpose creator created modified format language value".split())
_GROUPS = ("AnnotationPage", "AnnotationCollection")


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is such a file, or a folder or zip with one in it."""
    start = peek(path, head, (".jsonld",)) or peek(path, head, (".json",))
    return b"www.w3.org/ns/anno" in start and b"www.catma.de" not in start


# --- reading ----------------------------------------------------------------------------------


@dataclass
class _Target:
    """One thing annotated: which document, and the selectors of its parts (none: all of it)."""

    source: str
    selectors: list[Any]
    place: str


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files, folders or zips. Rows are targets, and entries that are no annotations."""
    found = members(paths, (".jsonld", ".json", ".txt"))
    texts = {}
    for member in found:
        if member.suffix == ".txt":
            texts[member.stem] = safety.decode(member.read(), member.name)
    reader = _Reader(paths[0].name, texts, options)
    for member in found:
        if member.suffix != ".txt":
            content = safety.decode(member.read(), member.name)
            reader.take(safety.parse_json(content, member.name), member.name)
    return renamed(reader.project(), options.columns)


class _Reader:
    def __init__(self, file: str, texts: Mapping[str, str], options: Options):
        self._file = file
        self._texts = dict(texts)
        self._options = options
        self._found = Gatherer(file, options.strict)
        self._unit = CODE_POINTS
        self._names: dict[str, str] = {}
        self._finders: dict[tuple[str, str], Finder] = {}
        #: file, the annotation, its targets
        self._items: list[tuple[str, dict[str, Any], list[_Target]]] = []

    def take(self, value: Any, file: str) -> None:
        """Take the annotations of one file."""
        for number, one in enumerate(_entries(value, file), 1):
            with self._found.attempt("annotations"):
                self._entry(one, file, f"annotation {number}")

    def _entry(self, one: Any, file: str, place: str) -> None:
        item = an_object(one, file, place)
        if kind_of(item, file, place) != "Annotation":
            self._found.rows += 1
            self._found.leave(1, "entries", "they are no annotations", f"{file}, {place}")
            return
        named = name_of_file(file)
        targets = list(_targets(item.get("target"), file, f"{place}, target", named))
        if not targets:
            raise ExchangeError(file, place, "no target", "what is annotated")
        self._items.append((file, item, targets))

    def project(self) -> Project:
        """The project, once all files are taken."""
        for _, _, targets in self._items:
            for target in targets:
                self._document(target.source)
        known = {safe_name(name) for name in self._names.values()}
        for stem in self._texts:
            if stem not in known:
                self._found.document(Document(stem, self._texts[stem]))
        locator = self._locator()
        self._unit = self._options.offsets or locator.unit
        for number, (file, item, targets) in enumerate(self._items, 1):
            with self._found.attempt("targets", len(targets)):
                self._annotation(file, item, targets, locator, f"annotation {number}")
        for note in locator.notes():
            self._found.note(note)
        return self._found.project(offsets=self._unit)

    def _document(self, source: str) -> None:
        if source in self._names:
            return
        facts: dict[str, str] = {}
        if source.startswith(DOCUMENT):
            name = unquote(source.removeprefix(DOCUMENT))
        else:
            wanted = name_of_file(unquote(source.rstrip("/").split("?")[0])) or "document"
            number, name = 1, wanted
            while name in self._names.values():
                number += 1
                name = f"{wanted} ({number})"
            facts["source"] = source
        self._names[source] = name
        self._found.document(Document(name, self._text(source), facts))

    def _text(self, source: str) -> str | None:
        return self._texts.get(safe_name(self._names[source]))

    def _locator(self) -> Locator:
        marks: dict[str, list[Mark]] = {}
        for _, _, targets in self._items:
            for target in targets:
                for selector in target.selectors:
                    for start, end, said in positions(selector):
                        mark = Mark(((start, end),), said, target.place)
                        marks.setdefault(target.source, []).append(mark)
        documents = {source: (self._text(source), found) for source, found in marks.items()}
        options = self._options
        locator = Locator(
            documents, file=self._file, rule=CODE_POINTS, override=options.offsets,
            strict=options.strict,
        )  # fmt: skip
        bare = [name for source, name in self._names.items() if self._text(source) is None]
        if options.offsets not in ("", CODE_POINTS) and bare:
            raise ExchangeError(
                self._file, f"document {bare[0]!r}", f"positions in {options.offsets} and no text",
                "code points, or the text beside the file", "put the texts into the folder texts",
            )  # fmt: skip
        return locator

    def _annotation(
        self, file: str, item: dict[str, Any], targets: Sequence[_Target], locator: Locator,
        place: str,
    ) -> None:  # fmt: skip
        coder = _creator(item, file, place) or self._found.unnamed(file, self._options)
        values, note = _bodies(item, file, place)
        name = a_text(item.get("id", item.get("@id")), file, f"{place}, id")
        for target in targets:
            with self._found.attempt("targets"):
                self._found.rows += 1
                why, spans, quote = self._place(target, locator, file)
                if why:
                    self._found.leave(1, "targets", why, f"{file}, {target.place}")
                    continue
                annotation = Annotation(spans, values, id=name, quote=quote, note=note)
                self._found.coding(self._names[target.source], coder).append(annotation)
                self._found.used += 1

    def _place(
        self, target: _Target, locator: Locator, file: str
    ) -> tuple[str, tuple[Span, ...], str]:
        """Why a target has no place, or its spans and what it quotes."""
        decision = locator.decisions.get(target.source)
        finder = self._finder(target.source, decision.unit if decision else self._unit, file)
        parts = [finder.find(one, target.place) for one in target.selectors]
        why = next((part.why for part in parts if part.span is None), "")
        if why:
            return why, (), ""
        spans = tuple(sorted({part.span for part in parts if part.span is not None}))
        quote, text = _quoted(parts), self._text(target.source)
        if text is not None and quote:
            quote = locator.quoted(text, spans, Mark((), quote, target.place), file)
        return "", spans, quote

    def _finder(self, source: str, unit: str, file: str) -> Finder:
        if (source, file) not in self._finders:
            self._finders[source, file] = Finder(self._text(source), unit, file)
        return self._finders[source, file]


def _quoted(parts: Sequence[Selected]) -> str:
    ordered = sorted(
        (part for part in parts if part.span), key=lambda part: part.span or Span(0, 0)
    )
    quotes = [part.quote for part in ordered]
    return " ".join(quotes) if all(quotes) else ""


def _entries(value: Any, file: str) -> list[Any]:
    """The annotations of a page, collection, graph or list, or the only one."""
    if isinstance(value, list):
        return value
    whole = an_object(value, file, "the file")
    if kind_of(whole, file, "the file") in _GROUPS or "items" in whole:
        page = whole.get("first", whole)
        page = whole if not isinstance(page, dict) else page
        if isinstance(whole.get("first"), str):
            raise ExchangeError(
                file, "first", "a page that is elsewhere", "the pages in the file", "export them"
            )
        return a_list(page.get("items"), file, "items")
    if "@graph" in whole:
        return a_list(whole["@graph"], file, "@graph")
    return [whole]


def _targets(value: Any, file: str, place: str, named: str) -> Iterator[_Target]:
    """What is annotated; a target that names no document is of the one the file is named after."""
    if isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield from _targets(one, file, f"{place} {number}", named)
        return
    if value is None:
        return
    if isinstance(value, str):
        source, _, fragment = value.partition("#")
        selectors = [{"type": "FragmentSelector", "value": fragment}] if fragment else []
        yield _Target(a_name(source, file, place), selectors, place)
        return
    one = an_object(value, file, place)
    kind = kind_of(one, file, place)
    if "items" in one:
        inside = list(_targets(a_list(one["items"], file, place), file, place, named))
        sources = {target.source for target in inside}
        if kind == "Composite" and len(sources) == 1:
            joined = [selector for target in inside for selector in target.selectors]
            yield _Target(inside[0].source, joined, place)
            return
        yield from inside
        return
    whole = one.get("source", one.get("id", one.get("@id")))
    if isinstance(whole, dict):
        whole = whole.get("id", whole.get("@id"))
    selector = one.get("selector")
    if whole is None and selector:
        whole = named
    yield _Target(a_name(whole, file, f"{place}, source"), [selector] if selector else [], place)


def _creator(item: Mapping[str, Any], file: str, place: str) -> str:
    said = item.get("creator") or _of_bodies(item)
    said = said[0] if isinstance(said, list) and said else said
    if said is None or said == []:
        return ""
    if isinstance(said, str):
        return said
    one = an_object(said, file, f"{place}, creator")
    for key in ("name", "nickname", "id", "@id"):
        if one.get(key):
            found = one[key][0] if isinstance(one[key], list) else one[key]
            return a_text(found, file, f"{place}, creator")
    return ""


def _of_bodies(item: Mapping[str, Any]) -> Any:
    """Who wrote the bodies, where the annotation itself names nobody."""
    bodies = item.get("body")
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if isinstance(body, dict) and body.get("creator"):
            return body["creator"]
    return None


def _bodies(
    item: Mapping[str, Any], file: str, place: str
) -> tuple[Mapping[str, tuple[str, ...]], str]:
    """The codes of an annotation, and what else it says."""
    values: list[tuple[str, str]] = []
    notes: list[str] = []
    about = _first(item.get("motivation"), file, f"{place}, motivation")
    bodies = [{"value": item["bodyValue"]}] if "bodyValue" in item else item.get("body")
    waiting = list(bodies) if isinstance(bodies, list) else [bodies]
    while waiting:
        body = waiting.pop(0)
        if body is None:
            continue
        where = f"{place}, body"
        one = {"id": body} if isinstance(body, str) else an_object(body, file, where)
        if "items" in one:
            waiting += a_list(one["items"], file, where)
            continue
        variable = _VARIABLES.get(_first(one.get("purpose"), file, where) or about, "")
        name, said = _said(one, file, where)
        if not said and one.keys() - _EMPTY:
            kind = kind_of(one, file, where) or "no type"
            found = f"a body of a kind that is not known ({kind}: {', '.join(sorted(one))[:80]})"
            raise ExchangeError(file, where, found, "a body with value, source or id")
        if name.startswith(CODE) and name.count(":") == 4:
            coded = name.removeprefix(CODE).split(":")
            values.append((unquote(coded[0]), unquote(coded[1])))
        elif variable and said:
            values.append((variable, said))
        elif said:
            notes.append(said)
    return merged(values), "\n".join(notes)


def _first(value: Any, file: str, place: str) -> str:
    found = value[0] if isinstance(value, list) and value else value
    return a_text(None if found == [] else found, file, place).rpartition(":")[2]


def _said(one: Mapping[str, Any], file: str, place: str) -> tuple[str, str]:
    """The id of a body, and its text or what it points at."""
    name = a_text(one.get("id", one.get("@id")), file, f"{place}, id")
    if one.get("value") is not None:
        return name, a_text(one["value"], file, f"{place}, value")
    source = one.get("source")
    if isinstance(source, dict):
        source = source.get("id", source.get("@id"))
    return name, a_text(source, file, f"{place}, source") or name
