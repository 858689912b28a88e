"""Writing a REFI-QDA project or codebook."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from lxml import etree

from frameline.exchange.files.packing import add, check_xml_text, xml_bytes
from frameline.exchange.formats.refi_qda.codes import write_codes
from frameline.exchange.formats.refi_qda.xml import CODEBOOK, PROJECT, children, made_guid
from frameline.exchange.model.codes import complete, merged
from frameline.exchange.model.project import Annotation, Coding, Document, Project
from frameline.exchange.model.soundness import codings_by_document
from frameline.exchange.model.writing import cover


class Writer:
    """The bytes of a project, or of its codes alone.

    Parameters
    ----------
    project : Project
    out : str
        Name for messages.
    """

    def __init__(self, project: Project, out: str):
        self._project = project
        self._out = out
        self._taken: set[str] = set()
        self._codings = codings_by_document(project, out)
        self._codes = complete(project.variables, project.codings)
        self._labels = {v.name: v.label for v in project.variables if v.label}

    def codebook(self) -> bytes:
        """The bytes of a .qdc."""
        root = etree.Element(f"{{{CODEBOOK}}}CodeBook", nsmap={None: CODEBOOK}, origin="Frameline")
        write_codes(root, self._codes, self._labels, self._out)
        return xml_bytes(root)

    def files(self, name: str) -> dict[str, bytes]:
        """The members of a .qdpx."""
        root = etree.Element(f"{{{PROJECT}}}Project", nsmap={None: PROJECT})
        root.set("name", check_xml_text(name, self._out, "name"))
        root.set("origin", "Frameline")
        coders = dict.fromkeys(coding.coder for coding in self._project.codings)
        if coders:
            users = self._add(root, "Users")
            for coder in coders:
                self._add(users, "User", guid=made_guid("user", coder), name=coder)
        if self._codes:
            book = self._add(root, "CodeBook")
            write_codes(book, self._codes, self._labels, self._out)
        self._add_variables(root)
        files = {"project.qde": b""}
        if self._project.documents:
            sources = self._add(root, "Sources")
            for document in self._project.documents:
                files.update(self._add_source(sources, document))
        files["project.qde"] = xml_bytes(root)
        return files

    def _add(
        self, parent: etree._Element, tag: str, text: str = "", **given: str
    ) -> etree._Element:
        return add(parent, tag, self._out, text, **given)

    def _add_variables(self, root: etree._Element) -> None:
        names = dict.fromkeys(name for d in self._project.documents for name in d.facts)
        if names:
            variables = self._add(root, "Variables")
            for name in names:
                guid = made_guid("fact", name)
                self._add(variables, "Variable", guid=guid, name=name, typeOfVariable="Text")

    def _add_source(
        self, sources: etree._Element, document: Document
    ) -> Iterator[tuple[str, bytes]]:
        guid = made_guid("document", document.id)
        source = self._add(sources, "TextSource", guid=guid, name=document.id)
        if document.text is not None:
            source.set("plainTextPath", f"internal://{guid}.txt")
            mark = "\ufeff" if document.text.startswith("\ufeff") else ""
            yield f"sources/{guid}.txt", (mark + document.text).encode("utf-8")
        codings = self._codings[document.id]
        for coding in codings:
            for number, annotation in enumerate(coding.annotations):
                if annotation.spans:
                    self._add_selection(source, document, coding, number)
        for coding in codings:
            self._add_whole(source, coding)
        for name, value in document.facts.items():
            holder = self._add(source, "VariableValue")
            self._add(holder, "VariableRef", targetGUID=made_guid("fact", name))
            self._add(holder, "TextValue", value)

    def _add_selection(
        self, source: etree._Element, document: Document, coding: Coding, number: int
    ) -> None:
        annotation = coding.annotations[number]
        span = cover(annotation)
        assert span is not None, "an annotation of the whole document has no selection"
        user = made_guid("user", coding.coder)
        guid = self._free_guid(annotation.id, document.id, coding.coder, str(number))
        selection = self._add(source, "PlainTextSelection", guid=guid)
        if annotation.quote:
            selection.set("name", check_xml_text(annotation.quote, self._out, "quote"))
        selection.set("startPosition", str(span.start))
        selection.set("endPosition", str(span.end))
        selection.set("creatingUser", user)
        if annotation.note:
            self._add(selection, "Description", annotation.note)
        self._add_codings(selection, annotation, user, guid)

    def _add_codings(
        self, parent: etree._Element, annotation: Annotation, user: str, around: str
    ) -> None:
        for variable, codes in annotation.values.items():
            for code in codes:
                guid = made_guid("coding", around, variable, code)
                coding = self._add(parent, "Coding", guid=guid, creatingUser=user)
                self._add(coding, "CodeRef", targetGUID=made_guid("code", variable, code))

    def _add_whole(self, source: etree._Element, coding: Coding) -> None:
        whole = [a for a in coding.annotations if not a.spans]
        values = merged((n, c) for a in whole for n, codes in a.values.items() for c in codes)
        around = made_guid("whole", coding.document, coding.coder)
        before = len(source)
        self._add_codings(source, Annotation((), values), made_guid("user", coding.coder), around)
        note = "\n".join(a.note for a in whole if a.note)
        if note and len(source) > before:
            self._add_note(source[before], note, made_guid("note", around))

    def _add_note(self, coding: etree._Element, text: str, guid: str) -> None:
        self._add(coding, "NoteRef", targetGUID=guid)
        root = coding.getroottree().getroot()
        notes = next(children(root, "Notes"), None)
        if notes is None:
            notes = self._add(root, "Notes")
        note = self._add(notes, "Note", guid=guid, name="Note")
        self._add(note, "PlainTextContent", text)

    def _free_guid(self, wanted: str, *parts: str) -> str:
        try:
            guid = str(uuid.UUID(wanted)).upper() if len(wanted) == 36 else ""
        except ValueError:
            guid = ""
        if not guid or guid in self._taken:
            guid = made_guid("selection", *parts)
        self._taken.add(guid)
        return guid
