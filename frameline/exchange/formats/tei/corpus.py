"""Writing a project as a TEI corpus: header with codes and coders, texts, spans that point in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import add, check_xml_text, xml_bytes
from frameline.exchange.formats.tei.text import ID
from frameline.exchange.model.codes import complete
from frameline.exchange.model.project import Annotation, Code, Coding, Document, Project
from frameline.exchange.model.soundness import codings_by_document

TEI = "http://www.tei-c.org/ns/1.0"
#: How Frameline's own files are told from others.
PROGRAM = "Frameline"
#: Beginning of the ids made here.
_OWN = "frameline."
_ID = re.compile(r"(?!frameline\.)[A-Za-z_][\w.-]*", re.ASCII)


def is_id(name: str) -> bool:
    """Whether an annotation's id can stay."""
    return bool(_ID.fullmatch(name))


def corpus(project: Project, out: str) -> bytes:
    """The bytes of the file.

    Parameters
    ----------
    project : Project
    out : str
        Name of the file, for messages.

    Raises
    ------
    ExchangeError
        For an unsound project, a text with characters that XML cannot hold, or codes that are
        each other's parents.
    """
    return _Corpus(project, out).data()


class _Corpus:
    def __init__(self, project: Project, out: str):
        self._project, self._out = project, out
        self._codings = codings_by_document(project, out)
        self._codes = complete(project.variables, project.codings)
        self._labels = {v.name: v.label for v in project.variables if v.label}
        coders = dict.fromkeys(coding.coder for coding in project.codings)
        self._coders = {coder: f"{_OWN}r{number}" for number, coder in enumerate(coders, 1)}
        self._pointers: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def data(self) -> bytes:
        root = etree.Element(f"{{{TEI}}}teiCorpus", nsmap={None: TEI})
        self._head(root)
        for number, document in enumerate(self._project.documents, 1):
            root[-1].tail = "\n"
            self._document(root, document, number)
        return xml_bytes(root, indent=False)

    def _add(
        self, parent: etree._Element, tag: str, text: str = "", **given: str
    ) -> etree._Element:
        return add(parent, tag, self._out, text, **given)

    # Header

    def _head(self, root: etree._Element) -> None:
        header = self._add(root, "teiHeader")
        about = self._add(header, "fileDesc")
        title = self._add(about, "titleStmt")
        self._add(title, "title", "Annotations")
        for coder, name in self._coders.items():
            person = self._add(title, "respStmt")
            person.set(ID, name)
            self._add(person, "resp", "coder")
            self._add(person, "name", coder)
        self._sources(about)
        encoding = self._add(header, "encodingDesc")
        programs = self._add(encoding, "appInfo")
        program = self._add(programs, "application", ident=PROGRAM, version="1")
        self._add(program, "label", PROGRAM)
        if self._codes:
            declared = self._add(encoding, "classDecl")
            for number, (variable, codes) in enumerate(self._codes.items(), 1):
                self._taxonomy(declared, f"{_OWN}v{number}", variable, codes)
        etree.indent(header)

    def _sources(self, about: etree._Element) -> None:
        self._add(self._add(about, "publicationStmt"), "p", "Written by Frameline.")
        self._add(self._add(about, "sourceDesc"), "p", "Texts with the codes given to them.")

    def _taxonomy(
        self, declared: etree._Element, name: str, variable: str, codes: Mapping[str, Code]
    ) -> None:
        taxonomy = self._add(declared, "taxonomy", n=variable)
        taxonomy.set(ID, name)
        if variable in self._labels:
            self._add(taxonomy, "gloss", self._labels[variable])
        below: dict[str, list[Code]] = {}
        for code in codes.values():
            below.setdefault(code.parent if code.parent in codes else "", []).append(code)
        waiting = [(taxonomy, "")]
        while waiting:
            element, parent = waiting.pop()
            for code in below.get(parent, ()):
                self._pointers[variable, code.code] = f"{name}.{len(self._pointers) + 1}"
                waiting.append((self._category(element, variable, code), code.code))
        lost = [code for code in codes if (variable, code) not in self._pointers]
        if lost:
            raise ExchangeError(
                self._out, f"variable {variable}", "codes that are each other's parents",
                "a tree of codes", "correct the parents in the codebook",
            )  # fmt: skip

    def _category(self, parent: etree._Element, variable: str, code: Code) -> etree._Element:
        category = self._add(parent, "category", n=code.code)
        category.set(ID, self._pointers[variable, code.code])
        if code.label:
            self._add(category, "gloss", code.label)
        if code.definition:
            self._add(category, "desc", code.definition)
        return category

    # Documents

    def _document(self, root: etree._Element, document: Document, number: int) -> None:
        tei = self._add(root, "TEI", n=document.id)
        tei.tail = "\n"
        header = self._add(tei, "teiHeader")
        about = self._add(header, "fileDesc")
        self._add(self._add(about, "titleStmt"), "title", document.facts.get("title", document.id))
        self._add(self._add(about, "publicationStmt"), "p", "Written by Frameline.")
        if document.facts:
            notes = self._add(about, "notesStmt")
            for name, value in document.facts.items():
                self._add(notes, "note", value, type="fact", n=name)
        self._add(self._add(about, "sourceDesc"), "p", document.id)
        marks = self._add(tei, "standOff")
        for coding in self._codings[document.id]:
            self._coding(marks, document, coding, f"{_OWN}t{number}")
        if document.text is not None:
            text = self._add(tei, "text")
            text.set(ID, f"{_OWN}t{number}")
            block = self._add(self._add(text, "body"), "ab")
            block.set(ID, f"{_OWN}t{number}.1")
            block.text = check_xml_text(document.text, self._out, f"text of {document.id!r}")

    def _coding(self, marks: etree._Element, document: Document, coding: Coding, text: str) -> None:
        resp = f"#{self._coders[coding.coder]}"
        group: etree._Element | None = None
        if not coding.annotations:
            self._add(marks, "spanGrp", resp=resp)
        for annotation in coding.annotations:
            if group is None or group.get("type") != annotation.layer:
                group = self._add(marks, "spanGrp", resp=resp, type=annotation.layer)
                group.tail = "\n"
            self._span(group, document, annotation, text)

    def _span(
        self, group: etree._Element, document: Document, annotation: Annotation, text: str
    ) -> None:
        span = self._add(group, "span")
        if is_id(annotation.id) and annotation.id not in self._taken:
            self._taken.add(annotation.id)
            span.set(ID, annotation.id)
        span.set("target", self._target(document, annotation, text))
        codes = [
            f"#{self._pointers[variable, code]}"
            for variable, codes in annotation.values.items()
            for code in codes
        ]
        if codes:
            span.set("ana", " ".join(codes))
        if annotation.note:
            self._add(span, "note", annotation.note)

    def _target(self, document: Document, annotation: Annotation, text: str) -> str:
        if document.text is None:
            name = quote(document.id, safe="")
            return " ".join(f"{name}#char={s.start},{s.end}" for s in annotation.spans) or name
        if not annotation.spans:
            return f"#{text}"
        places = ",".join(f"{s.start},{s.end - s.start}" for s in annotation.spans)
        return f"#string-range({text}.1,{places})"
