"""Writing CATMA's annotation collections, one for each coder of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cached_property
from itertools import pairwise
from urllib.parse import quote

from lxml import etree

from frameline.exchange.files.naming import file_names
from frameline.exchange.files.packing import add, xml_bytes
from frameline.exchange.formats.catma.tags import NO_TAG, catma_id, is_colour
from frameline.exchange.formats.tei.corpus import TEI
from frameline.exchange.formats.tei.text import ID
from frameline.exchange.model.codes import complete
from frameline.exchange.model.gather import all_annotations, variables_seen
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Annotation, Code, Coding, Document, Project
from frameline.exchange.model.soundness import codings_by_document, needed_text

_ID = re.compile(r"CATMA_[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
#: What CATMA asks a tag or tagset to have; a fixed day, so that the bytes are the same each time.
_VERSION = "2000-01-01T00:00:00.000+0000"
_GREY = "#808080"


class Writer:
    """The files of an export.

    Parameters
    ----------
    project : Project
    out : str
        Name for messages.

    Raises
    ------
    ExchangeError
        For an unsound project, or a document without text.
    """

    def __init__(self, project: Project, out: str):
        self._project, self._out = project, out
        self._codings = codings_by_document(project, out)
        self._codes = complete(project.variables, project.codings)
        for name in _free_text(project):
            self._codes[name] = {}
        #: Tag to the properties that annotations with it have: CATMA declares them tag by tag.
        self._properties: dict[str, dict[str, None]] = {}
        for annotation in all_annotations(project.codings):
            tag = self._tag(annotation)
            used = self._properties.setdefault(self._kind(annotation), {})
            used |= dict.fromkeys(name for name in annotation.values if name != tag)
            if annotation.note:
                used["note"] = None

    def _tag(self, annotation: Annotation) -> str:
        """The variable that gives the tag; "" for none."""
        names = (
            name for name, codes in self._codes.items()
            if codes and len(annotation.values.get(name, ())) == 1
        )  # fmt: skip
        return next(names, "")

    def _kind(self, annotation: Annotation) -> str:
        """The id of the tag of an annotation."""
        tag = self._tag(annotation)
        return catma_id("tag", tag, annotation.values[tag][0]) if tag else NO_TAG

    def files(self) -> dict[str, bytes]:
        """Texts and collections by their paths."""
        found: dict[str, bytes] = {}
        folders = file_names(document.id for document in self._project.documents)
        for document in self._project.documents:
            folder = folders[document.id]
            text = needed_text(document.text, document.id, self._out, "the text, for offsets")
            mark = "\ufeff" if text.startswith("\ufeff") else ""
            found[f"{folder}/{folder}.txt"] = (mark + text).encode("utf-8")
            coders = file_names(coding.coder for coding in self._codings[document.id])
            for coding in self._codings[document.id]:
                path = f"{folder}/annotationcollections/{coders[coding.coder]}.xml"
                found[path] = self._collection(document, text, coding)
        return found

    def _add(
        self, parent: etree._Element, tag: str, text: str = "", **given: str
    ) -> etree._Element:
        return add(parent, tag, self._out, text, **given)

    def _collection(self, document: Document, text: str, coding: Coding) -> bytes:
        root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
        header = self._add(root, "teiHeader")
        self._about(header, document, coding)
        header.append(deepcopy(self._encoding))
        below = self._add(root, "text")
        block = self._add(self._add(below, "body"), "ab", type="catma")
        marks = [annotation for annotation in coding.annotations if annotation.spans]
        names = self._names(document, coding.coder, marks)
        self._segments(block, document, text, marks, names)
        for annotation, name in zip(marks, names, strict=True):
            self._instance(below, annotation, name, coding.coder)
        return xml_bytes(root)

    # Header

    def _about(self, header: etree._Element, document: Document, coding: Coding) -> None:
        about = self._add(header, "fileDesc")
        title = self._add(about, "titleStmt")
        self._add(title, "title", f"{document.id}, {coding.coder}")
        self._add(title, "author", coding.coder)
        self._add(self._add(about, "publicationStmt"), "publisher", coding.coder)
        source = self._add(about, "sourceDesc")
        self._add(source, "p", document.id)
        technical = self._add(self._add(source, "ab"), "fs")
        technical.set(ID, "CATMA_TECH_DESC")
        self._add(self._add(technical, "f", name="version"), "string", "5")

    @cached_property
    def _encoding(self) -> etree._Element:
        """The tagsets, the same in every collection."""
        encoding = etree.Element(f"{{{TEI}}}encodingDesc", nsmap={None: TEI})
        for variable, codes in self._codes.items():
            tagset = self._add(encoding, "fsdDecl", n=f"{variable} {_VERSION}")
            tagset.set(ID, catma_id("tagset", variable))
            for code in codes.values():
                above = catma_id("tag", variable, code.parent) if code.parent in codes else ""
                ident = catma_id("tag", variable, code.code)
                self._declare(tagset, ident, code.code, above, code.colour)
        tagset = self._add(encoding, "fsdDecl", n=f"without tag {_VERSION}")
        tagset.set(ID, catma_id("tagset of no tag"))
        self._declare(tagset, NO_TAG, "without tag", "", "")
        return encoding

    def _declare(
        self, tagset: etree._Element, ident: str, name: str, above: str, colour: str
    ) -> None:
        tag = self._add(tagset, "fsDecl", n=_VERSION, type=ident)
        tag.set(ID, ident)
        if above:
            tag.set("baseTypes", above)
        self._add(tag, "fsDescr", name)
        if is_colour(colour):
            self._property(tag, "catma_displaycolor", _number(colour))
        for variable in self._properties.get(ident, ()):
            self._property(tag, variable, *self._codes.get(variable, {}))

    def _property(self, tag: etree._Element, name: str, *values: str) -> None:
        declared = self._add(tag, "fDecl", name=name)
        declared.set(ID, catma_id("property", str(tag.get(ID)), name))
        listed = self._add(self._add(declared, "vRange"), "vColl")
        for value in values:
            self._add(listed, "string", value)

    # Annotations

    def _names(self, document: Document, coder: str, marks: list[Annotation]) -> list[str]:
        taken: set[str] = set()
        found = []
        for number, annotation in enumerate(marks):
            name = annotation.id
            if not _ID.fullmatch(name) or name in taken:
                name = catma_id("annotation", document.id, coder, str(number))
            taken.add(name)
            found.append(name)
        return found

    def _segments(
        self, block: etree._Element, document: Document, text: str, marks: list[Annotation],
        names: list[str],
    ) -> None:  # fmt: skip
        """The text cut where annotations begin or end, each piece with those that cover it."""
        ruler = Ruler(text, "utf-16")
        base = f"catma://{catma_id('document', document.id)}"
        for start, end, covering in _pieces(len(text), marks):
            parent = block
            if covering:
                parent = self._add(block, "seg", ana=" ".join(f"#{names[n]}" for n in covering))
            places = f"{ruler.from_code_points(start)},{ruler.from_code_points(end)}"
            self._add(parent, "ptr", target=f"{quote(base, safe=':/')}#char={places}",
                      type="inclusion")  # fmt: skip

    def _instance(
        self, below: etree._Element, annotation: Annotation, name: str, coder: str
    ) -> None:
        tag = self._tag(annotation)
        fs = self._add(below, "fs", type=self._kind(annotation))
        fs.set(ID, name)
        self._feature(fs, "catma_markupauthor", coder)
        self._feature(fs, "catma_displaycolor", _number(self._colour(annotation.values, tag)))
        for variable, codes in annotation.values.items():
            if variable != tag:
                self._feature(fs, variable, *codes)
        if annotation.note:
            self._feature(fs, "note", annotation.note)

    def _colour(self, values: Mapping[str, tuple[str, ...]], tag: str) -> str:
        code = self._codes[tag][values[tag][0]] if tag else Code("")
        return code.colour if is_colour(code.colour) else _GREY

    def _feature(self, fs: etree._Element, name: str, *values: str) -> None:
        feature = self._add(fs, "f", name=name)
        parent = feature
        if len(values) > 1:
            parent = self._add(self._add(feature, "vRange"), "vColl")
        for value in values:
            self._add(parent, "string", value)


def _free_text(project: Project) -> set[str]:
    """Variables that hold free text, which makes no tags and no lists of values."""
    known = {variable.name: variable for variable in project.variables}
    seen = variables_seen(project.codings, known)
    return {variable.name for variable in seen} - {v.name for v in seen if v.codes}


def _number(colour: str) -> str:
    """A colour as CATMA writes it: the signed 32 bits of Java, opaque."""
    return str(int(colour.removeprefix("#"), 16) - 0x1000000)


def _pieces(length: int, marks: list[Annotation]) -> Iterator[tuple[int, int, list[int]]]:
    """Pieces of a text between the ends of annotations, and the annotations that cover each."""
    begin: dict[int, list[int]] = {}
    end: dict[int, list[int]] = {}
    for number, annotation in enumerate(marks):
        for span in annotation.spans:
            if span.end > span.start:
                begin.setdefault(span.start, []).append(number)
                end.setdefault(span.end, []).append(number)
    covering: dict[int, int] = {}
    places = sorted({0, length, *begin, *end})
    for start, stop in pairwise(places):
        for number in end.get(start, ()):
            covering[number] -= 1
        for number in begin.get(start, ()):
            covering[number] = covering.get(number, 0) + 1
        covering = {number: count for number, count in covering.items() if count > 0}
        yield start, stop, sorted(covering)
