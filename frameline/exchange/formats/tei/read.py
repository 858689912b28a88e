"""TEI P5 with stand-off annotation: texts in TEI, spans that point into them.

Read are ``span`` (in ``spanGrp``, ``standOff`` or ``annotationBlock``) and ``annotation`` (in
``listAnnotation``), pointing by ``from``/``to`` or ``target`` at elements, string ranges or
characters. Codes are what ``ana`` points at: categories of a taxonomy (the taxonomy is the
variable), interpretations, feature structures; without ``ana`` the words in the span are the code.
The text is all that stands in ``text``, to the letter. Positions count code points.

Source: TEI P5 Guidelines, chapters 16.10 "The standOff Container", 17.3 "Spans and
Interpretations", 2.3.7 "The Classification Declaration".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.members import members, peek
from frameline.exchange.files.naming import name_of_file, safe_name
from frameline.exchange.formats.tei.corpus import PROGRAM, TEI
from frameline.exchange.formats.tei.text import ID, TextOf, local, place
from frameline.exchange.model.codes import merged, placed, renamed
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import CODE_POINTS, UNITS
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Document,
    Options,
    Project,
    Span,
    Variable,
)

_MARKS = ("span", "annotation")

_LINKS = ("link", "relation")
#: What holds annotations, and what may stand there beside them.
_GROUPS = ("spanGrp", "listAnnotation")
_BESIDE = ("desc", "head", "note", "gloss", "spanGrp", "listAnnotation", "linkGrp")

#: A description longer than this is a definition, not a label.
_LABEL = 60


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is TEI, and not CATMA's; a file, or a folder or zip with some."""
    start = peek(path, head, (".xml", ".tei"))
    return TEI.encode() in start and b"catma" not in start.lower()


# --- reading ----------------------------------------------------------------------------------


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files. Rows are spans, annotations and links."""
    unit = options.offsets or CODE_POINTS
    if unit not in UNITS:
        raise ExchangeError(paths[0].name, "--offsets", unit, ", ".join(UNITS))
    found = Gatherer(paths[0].name, options.strict)
    known: dict[str, Variable] = {}
    for member in members(paths, (".xml", ".tei")):
        reader = _File(member.read(), member.name, found, options)
        reader.read(unit)
        known.update(reader.variables)
    project = found.project(offsets=unit)
    found_in = placed(known.values(), project.codings)
    made = replace(project, variables=variables_seen(project.codings, found_in))
    return renamed(made, options.columns)


class _File:
    """One file: a TEI document, or a corpus of them."""

    def __init__(self, data: bytes, file: str, found: Gatherer, options: Options):
        self._file, self._found, self._options = file, found, options
        self._root = safety.parse_xml(data, file)
        if self._root.tag not in (f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus"):
            raise ExchangeError(
                file, "the first element", str(self._root.tag), f"TEI or teiCorpus of {TEI}"
            )
        self._ids: dict[str, etree._Element] = {}
        self._twice: set[str] = set()
        for element in self._root.iter("{*}*"):
            if element.get(ID):
                self._twice |= {str(element.get(ID))} & self._ids.keys()
                self._ids[str(element.get(ID))] = element
        self._about = self._instances()
        #: Frameline's own files say layers, and facts, in their own way.
        self._own = any(e.get("ident") == PROGRAM for e in self._root.iter(f"{{{TEI}}}application"))
        self.variables = {v.name: v for v in map(self._variable, self._all("taxonomy"))}

    def _instances(self) -> dict[str, list[etree._Element]]:
        """Interpretations by the ids of the pieces of text that they name with ``inst``."""
        found: dict[str, list[etree._Element]] = {}
        for interp in self._all("interp"):
            for pointer in (interp.get("inst") or "").split():
                found.setdefault(pointer.removeprefix("#"), []).append(interp)
        return found

    def _target(self, name: str, element: etree._Element) -> etree._Element:
        """The element of an id that another points at."""
        found = self._ids.get(name)
        if found is None or name in self._twice:
            what = "is there twice" if name in self._twice else "is not in the file"
            raise ExchangeError(
                self._file, place(element), f"a pointer to {name[:60]!r}, which {what}",
                "an xml:id of the file", "is the file complete?",
            )  # fmt: skip
        return found

    def _all(self, *names: str) -> Iterator[etree._Element]:
        return self._root.iter(*(f"{{{TEI}}}{name}" for name in names))

    def read(self, unit: str) -> None:
        """Take the documents of the file, with their annotations."""
        for number, tei in enumerate(self._all("TEI"), 1):
            if any(local(child) == "TEI" for child in tei):
                raise ExchangeError(self._file, place(tei), "TEI in TEI", "teiCorpus around both")
            text = next((e for e in tei if local(e) == "text"), None)
            words = TextOf(text, unit, self._file)
            stem = name_of_file(self._file)
            name = tei.get("n") or tei.get(ID) or (stem if number == 1 else f"{stem} ({number})")
            document = Document(safe_name(name), words.text, self._facts(tei))
            self._found.document(document, place(tei))
            self._take(tei, document.id, words)
        loose = [e for e in self._all(*_MARKS, *_LINKS) if self._tei_of(e) is None]
        self._found.rows += len(loose)
        self._found.leave(len(loose), "annotations", "they stand in no document")

    def _tei_of(self, element: etree._Element) -> etree._Element | None:
        return next(element.iterancestors(f"{{{TEI}}}TEI"), None)

    def _take(self, tei: etree._Element, document: str, words: TextOf) -> None:
        for group in tei.iter(f"{{{TEI}}}spanGrp"):
            if group.get("resp") and not any(local(child) in _MARKS for child in group):
                self._found.coding(document, self._coder(group))
        for element in tei.iter(*(f"{{{TEI}}}{name}" for name in (*_MARKS, *_LINKS))):
            with self._found.attempt("annotations"):
                self._mark(element, document, words)
        for element in tei.iter(*(f"{{{TEI}}}{name}" for name in _GROUPS)):
            for child in element:
                if local(child) not in ("", *_MARKS, *_LINKS, *_BESIDE):
                    error = ExchangeError(
                        self._file, place(child), f"an element {local(child)} among annotations",
                        ", ".join(_MARKS), "is it an annotation?",
                    )  # fmt: skip
                    self._found.faulty_row(error, "elements")

    def _mark(self, element: etree._Element, document: str, words: TextOf) -> None:
        """Take one annotation, if all of it is understood."""
        self._found.rows += 1
        where = f"{self._file}, {place(element)}"
        if local(element) in _LINKS:
            self._found.leave(1, "links", "only annotations of pieces of text are taken")
            return
        spans = self._spans(element, words)
        if spans is None:
            why = "they point at nothing that has a position in the text"
            self._found.leave(1, "annotations", why, where)
            return
        said = self._said(element)
        if not said.values and not said.note and not self._own and not _is_bare(element):
            why = "nothing in them is a code that is understood"
            self._found.leave(1, "annotations", why, where)
            return
        self._found.used += 1
        self._found.coding(document, self._coder(element)).append(replace(said, spans=spans))

    @staticmethod
    def _spans(element: etree._Element, words: TextOf) -> tuple[Span, ...] | None:
        start, end = element.get("from") or "", element.get("to") or ""
        if start:
            return words.between(start, end, place(element))
        return words.spans(element.get("target") or "", place(element))

    # What is said

    def _said(self, element: etree._Element) -> Annotation:
        notes = [_text(child) for child in element if local(child) == "note"]
        words = (element.text or "") + "".join(
            (_text(child) if local(child) not in ("note", "") else "") + (child.tail or "")
            for child in element
        )
        pointers = (element.get("ana") or "").split()
        values = [value for pointer in pointers for value in self._codes(pointer, element)]
        for interp in self._about.get(element.get(ID) or "", ()):
            above = (interp.get("ana") or "").split()
            values += [value for pointer in above for value in self._codes(pointer, interp)]
            values += [] if above else self._interpreted(interp)
        group = element.getparent()
        kind = "" if group is None or local(group) != "spanGrp" else group.get("type") or ""
        own = self._own and local(element) == "span"
        if words.strip() and local(element) == "span" and not values:
            values.append((kind or element.get("type") or "span", words.strip()))
        elif words.strip() and local(element) == "span":
            notes.insert(0, words.strip())
        return Annotation(
            values=merged(values),
            layer=(kind if own else "") or "claims",
            id=element.get(ID) or "",
            note="\n".join(note for note in notes if note),
        )

    def _codes(self, pointer: str, element: etree._Element) -> Iterator[tuple[str, str]]:
        base, mark, name = pointer.partition("#")
        if base or not mark:
            # Elsewhere, or a private scheme such as frame:ECO.
            yield "ana", name or pointer
            return
        target = self._target(name, element)
        kind = local(target)
        if kind == "category":
            taxonomy = next(target.iterancestors(f"{{{TEI}}}taxonomy"), None)
            yield "ana" if taxonomy is None else _name(taxonomy), _name(target)
        elif kind == "interp":
            yield from self._interpreted(target)
        elif kind == "fs":
            yield from _features(target)
        else:
            yield "ana", _name(target)

    @staticmethod
    def _interpreted(interp: etree._Element) -> list[tuple[str, str]]:
        group = interp.getparent()
        above = "" if group is None else group.get("type") or ""
        said = _text(interp).strip() or interp.get("n") or interp.get(ID) or ""
        return [(interp.get("type") or above or "interp", said)] if said else []

    def _coder(self, element: etree._Element) -> str:
        for one in (element, *element.iterancestors()):
            said = one.get("resp") or one.get("who")
            if not said:
                continue
            said = said.split()[0]
            if not said.startswith("#"):
                return said
            target = self._target(said[1:], one)
            named = next(target.iter(f"{{{TEI}}}name", f"{{{TEI}}}persName"), None)
            return _text(target if named is None else named).strip() or said[1:]
        return self._found.unnamed(self._file, self._options)

    # Documents and codes

    def _facts(self, tei: etree._Element) -> dict[str, str]:
        header = next((child for child in tei if local(child) == "teiHeader"), None)
        if header is None:
            return {}
        if self._own:
            notes = header.iter(f"{{{TEI}}}note")
            return {n.get("n") or "": _text(n) for n in notes if n.get("type") == "fact"}
        found = {}
        for name in ("title", "author"):
            said = header.find(f".//{{{TEI}}}titleStmt/{{{TEI}}}{name}")
            if said is not None and _text(said).strip():
                found[name] = " ".join(_text(said).split())
        for date in header.iterfind(f".//{{{TEI}}}fileDesc//{{{TEI}}}date"):
            if date.get("when"):
                found.setdefault("published", str(date.get("when")))
        return found

    def _variable(self, taxonomy: etree._Element) -> Variable:
        codes = []
        for category in taxonomy.iter(f"{{{TEI}}}category"):
            above = category.getparent()
            parent = _name(above) if above is not None and local(above) == "category" else ""
            label, definition = (_child(category, name) for name in ("gloss", "desc"))
            said = " ".join(_child(category, "catDesc").split())
            if said and len(said) <= _LABEL:
                label = label or said
            codes.append(
                Code(_name(category), label, definition or said * (said != label), "", parent)
            )
        return Variable(_name(taxonomy), tuple(codes), label=_child(taxonomy, "gloss"))


def _text(element: etree._Element) -> str:
    return "".join(element.itertext())


def _child(element: etree._Element, name: str) -> str:
    found = next((child for child in element if local(child) == name), None)
    return "" if found is None else _text(found)


def _name(element: etree._Element) -> str:
    return element.get("n") or element.get(ID) or local(element)


def _features(fs: etree._Element) -> Iterator[tuple[str, str]]:
    for feature in fs:
        if local(feature) == "f" and feature.get("name"):
            for value in feature.iter("{*}*"):
                said = value.get("value") or ("" if len(value) else value.text or "")
                if said.strip():
                    yield str(feature.get("name")), said


def _is_bare(element: etree._Element) -> bool:
    """Whether an annotation says nothing but where it stands."""
    known = {"from", "to", "target", "resp", "who", ID}
    return not len(element) and not set(map(str, element.attrib)) - known
