"""REFI-QDA: what MAXQDA, NVivo, ATLAS.ti, QDA Miner and others exchange.

A ``.qdpx`` is a zip of ``project.qde`` (XML) and the texts in ``sources/``; a ``.qdc`` is the
codebook alone. The format knows one kind of code, in a tree. Here a top code that cannot be given
itself (``isCodable="false"``) is a variable, and what is below it are its codes; any other top
code belongs to the variable ``code``.

Offsets are Unicode code points by the standard; where a program counts otherwise and quotes what
it selected, the unit is found from that.

Source: REFI-QDA standard, version 1.5, and its schemas Project.xsd and Codebook.xsd of 2019.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from frameline.exchange import losses, safety
from frameline.exchange.gathering import Gathering, complete, merged
from frameline.exchange.model import (
    Annotation,
    Code,
    Coding,
    Document,
    ExchangeError,
    Left,
    Options,
    Project,
    Span,
    Variable,
)
from frameline.exchange.offsets import UNITS, Mark, Ruler, covered, detect_file
from frameline.exchange.packing import check_xml_text, xml_bytes, zip_bytes
from frameline.exchange.saving import save

NAME = "refi-qda"
ABOUT = "REFI-QDA project or codebook (MAXQDA, NVivo, ATLAS.ti, QDA Miner, Taguette ...)"
SUFFIXES = (".qdpx", ".qdc")

_PROJECT = "urn:QDA-XML:project:1.0"
_CODEBOOK = "urn:QDA-XML:codebook:1.0"
_VARIABLE = "code"
#: Guids of what has none of its own are made of names within this one, the same every time.
_NAMESPACE = uuid.UUID("6f3c1f0a-6a53-5b0e-9d55-0d1f6f0b8c11")
_NOT_TEXT = ("PictureSource", "AudioSource", "VideoSource", "PDFSource")


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is a packed project or a codebook."""
    if head.startswith(b"PK"):
        return path.suffix.lower() == ".qdpx" or b"project.qde" in head.lower()
    return b"urn:QDA-XML:" in head.replace(b"\0", b"")


# --- reading ----------------------------------------------------------------------------------


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read one project, or one codebook, which gives variables and nothing else.

    Rows are codings, selections without one, and what else the file holds that is no annotation
    of a text (links, sets, graphs, other media, missing texts).
    """
    if len(paths) != 1:
        names = ", ".join(path.name for path in paths)
        raise ExchangeError(names, "", f"{len(paths)} files", "one", "import one after the other")
    data = safety.read_bytes(paths[0])
    if data.startswith(b"PK"):
        return _Reader(safety.Archive(data, paths[0].name), options).project()
    root = safety.parse_xml(data, paths[0].name)
    if _local(root) != "CodeBook":
        raise ExchangeError(
            paths[0].name,
            "the first element",
            _local(root),
            "a .qdpx project, or a .qdc codebook (CodeBook)",
            "give the .qdpx, not the .qde inside it",
        )
    _check_namespace(root, paths[0].name)
    codes = _Codes(root, paths[0].name)
    other = sum(1 for _ in _all(root, "Set"))
    left = (Left(other, "sets of codes", "they are groups, not codes"),) if other else ()
    rows = len(codes.places) + other
    return Project((), (), codes.variables, rows=rows, used=len(codes.places), left=left)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in element if _local(child) in names)


def _all(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in element.iter("{*}*") if _local(child) in names)


def _check_namespace(root: etree._Element, file: str) -> None:
    namespace = etree.QName(root).namespace or "none"
    if not namespace.startswith("urn:QDA-XML:"):
        raise ExchangeError(
            file, "the first element", f"the namespace {namespace}", "urn:QDA-XML:project:1.0"
        )


def _guid(element: etree._Element, name: str = "guid") -> str:
    return (element.get(name) or "").strip().strip("{}").upper()


def _place(element: etree._Element) -> str:
    return f"line {element.sourceline}, {_local(element)}"


def _text(element: etree._Element, *names: str) -> str:
    return "\n".join(child.text for child in _children(element, *names) if child.text)


class _Codes:
    """The tree of codes as variables, and which variable and code a guid stands for."""

    def __init__(self, root: etree._Element, file: str):
        self._file = file
        #: guid -> variable and code
        self.places: dict[str, tuple[str, str]] = {}
        self._variables: dict[str, dict[str, Code]] = {}
        self._labels: dict[str, str] = {}
        books = (root,) if _local(root) == "CodeBook" else tuple(_children(root, "CodeBook"))
        for book in books:
            for codes in _children(book, "Codes"):
                for top in _children(codes, "Code"):
                    self._top(top)
        self.variables = tuple(
            Variable(name, tuple(codes.values()), label=self._labels.get(name, ""))
            for name, codes in self._variables.items()
        )

    def _top(self, element: etree._Element) -> None:
        name = self._name(element)
        if element.get("isCodable", "true").strip() in ("false", "0"):
            self._variables.setdefault(name, {})
            self._labels[name] = _text(element, "Description")
            self._register(element, name, "")
            for below in _children(element, "Code"):
                self._code(below, name, "", name)
        else:
            self._code(element, _VARIABLE, "", "")

    def _code(self, element: etree._Element, variable: str, parent: str, path: str) -> None:
        name = self._name(element)
        path = f"{path}/{name}"
        codes = self._variables.setdefault(variable, {})
        if element.get("isCodable", "true").strip() in ("false", "0"):
            self._register(element, variable, "")
            code = name
        else:
            code = self._free(name, path, codes)
            colour = (element.get("color") or "").strip()
            definition = _text(element, "Description")
            label = name if code != name else ""
            codes[code] = Code(code, label, definition, colour, parent)
            self._register(element, variable, code)
        for below in _children(element, "Code"):
            self._code(below, variable, code, path)

    @staticmethod
    def _free(name: str, path: str, codes: Mapping[str, Code]) -> str:
        # The same name may stand below two parents: the second is called by its path.
        wanted = name if name not in codes else path.strip("/")
        number, found = 1, wanted
        while found in codes:
            number += 1
            found = f"{wanted} ({number})"
        return found

    def _register(self, element: etree._Element, variable: str, code: str) -> None:
        guid = _guid(element)
        if not guid or guid in self.places:
            raise ExchangeError(
                self._file,
                _place(element),
                f"the guid {guid} twice" if guid else "no guid",
                "a guid of its own for each code",
            )
        self.places[guid] = (variable, code)

    def _name(self, element: etree._Element) -> str:
        name = element.get("name") or ""
        if not name.strip():
            raise ExchangeError(self._file, _place(element), "a code without name", "a name")
        return name

    def of(self, coding: etree._Element) -> tuple[str, str]:
        """The variable and code that a Coding gives."""
        refs = list(_children(coding, "CodeRef"))
        target = _guid(refs[0], "targetGUID") if refs else ""
        if target not in self.places:
            found = f"a reference to a code {target} that is not there" if target else "no CodeRef"
            raise ExchangeError(
                self._file, _place(coding), found, "the guid of a code in CodeBook", "export again"
            )
        variable, code = self.places[target]
        # A folder of codes that was given all the same counts as a code of that name.
        return (variable, code) if code else (variable, variable)


@dataclass
class _Source:
    """A text with what was selected in it."""

    element: etree._Element
    name: str
    outer: etree._Element
    text: str | None = None
    facts: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, archive: safety.Archive, options: Options):
        self._archive = archive
        self._options = options
        self._file = f"{archive.file}/{self._qde()}"
        self._root = safety.parse_xml(archive.read(self._qde()), self._file)
        if _local(self._root) != "Project":
            raise ExchangeError(self._file, "the first element", _local(self._root), "Project")
        _check_namespace(self._root, self._file)
        self._codes = _Codes(self._root, self._file)
        self._users = self._read_users()
        self._variables = self._named("Variables", "Variable")
        self._notes = {_guid(e): e for e in self._below("Notes", "Note")}
        self._notes_used: set[str] = set()
        self._gathering = Gathering(archive.file)
        self._missing = 0

    def _qde(self) -> str:
        found = [n for n in self._archive.names if n.lower().endswith(".qde") and "/" not in n]
        if len(found) != 1:
            what = f"{len(found)} project files" if found else "no project.qde"
            raise ExchangeError(
                self._archive.file, "", what, "one .qde at the top", "export it as a project"
            )
        return found[0]

    def _below(self, group: str, name: str) -> Iterator[etree._Element]:
        for parent in _children(self._root, group):
            yield from _children(parent, name)

    def _named(self, group: str, name: str) -> dict[str, str]:
        return {
            _guid(e): e.get("name") or e.get("id") or _guid(e) for e in self._below(group, name)
        }

    def _read_users(self) -> dict[str, str]:
        users = self._named("Users", "User")
        count: dict[str, int] = {}
        for name in users.values():
            count[name] = count.get(name, 0) + 1
        # Two people of one name stay two coders.
        return {g: n if count[n] == 1 else f"{n} ({g[:8]})" for g, n in users.items()}

    def project(self) -> Project:
        sources = list(self._sources())
        self._cases(sources)
        for source in sources:
            source.text = self._source_text(source.element)
        unit = self._unit(sources)
        for source in sources:
            self._document(source, unit)
        self._rest()
        return self._gathering.project(self._rows(), self._codes.variables, unit)

    def _rows(self) -> int:
        bare = ("PlainTextSelection", "PictureSelection", "PDFSelection", "AudioSelection",
                "VideoSelection", "TranscriptSelection")  # fmt: skip
        rows = self._missing + sum(1 for _ in _all(self._root, "Coding", "Link", "Set", "Graph"))
        rows += sum(1 for e in _all(self._root, *bare) if not any(_children(e, "Coding")))
        rows += sum(1 for e in self._other_sources())
        for case in self._below("Cases", "Case"):
            rows += sum(1 for _ in _children(case, "CodeRef", "SelectionRef"))
        return rows + len(self._notes)

    # Sources

    def _other_sources(self) -> Iterator[etree._Element]:
        for group in _children(self._root, "Sources"):
            for element in _children(group, *_NOT_TEXT):
                if not any(_children(element, "Representation")):
                    yield element

    def _sources(self) -> Iterator[_Source]:
        for group in _children(self._root, "Sources"):
            for outer in group:
                # A PDF comes with its text, on which selections are made as on any other.
                inner = next(_children(outer, "Representation"), outer)
                if _local(outer) == "TextSource" or inner is not outer:
                    name = outer.get("name") or _guid(outer) or "document"
                    yield _Source(inner, name, outer)

    def _source_text(self, element: etree._Element) -> str | None:
        for content in _children(element, "PlainTextContent"):
            return content.text or ""
        path = (element.get("plainTextPath") or "").strip()
        wanted = path.removeprefix("internal://").lower()
        if path.startswith("internal://"):
            for name in self._archive.names:
                if name.lower() in (f"sources/{wanted}", wanted):
                    return self._archive.text(name)
        self._missing += 1
        why = "not in the file; their selections are taken as they are"
        self._gathering.leave("texts", why, self._archive.file)
        return None

    def _document(self, source: _Source, unit: str) -> None:
        name = self._gathering.fresh_id(source.name)
        facts = source.facts | dict(self._facts(source.outer))
        for element in (source.outer, source.element):
            note = self._note(element) if element is source.outer else ""
            if note:
                facts.setdefault("note", note)
        self._gathering.document(Document(name, source.text, facts))
        self._check_references(source)
        for selection in _children(source.element, "PlainTextSelection"):
            self._selection(name, source.text, unit, selection)
        self._whole(name, source)
        for selection in _children(source.outer, "PDFSelection"):
            self._leave_codings(selection, "areas of PDF pages", "only text can be taken")

    def _check_references(self, source: _Source) -> None:
        seen: set[str] = set()
        for selection in _children(source.element, "PlainTextSelection"):
            guid = _guid(selection)
            if guid and guid in seen:
                raise ExchangeError(
                    self._file, _place(selection), f"the guid {guid} twice", "a guid of its own"
                )
            seen.add(guid)

    # Facts

    def _facts(self, element: etree._Element) -> Iterator[tuple[str, str]]:
        for value in _children(element, "VariableValue"):
            for ref in _children(value, "VariableRef"):
                guid = _guid(ref, "targetGUID")
                if guid not in self._variables:
                    raise ExchangeError(
                        self._file, _place(ref), f"a variable {guid} that is not there", "",
                        "export the project again",
                    )  # fmt: skip
                rest = [child for child in value if child is not ref and _local(child)]
                if rest and rest[0].text is not None:
                    yield self._variables[guid], rest[0].text

    def _cases(self, sources: Sequence[_Source]) -> None:
        known = {_guid(s.outer): s for s in sources} | {_guid(s.element): s for s in sources}
        for case in self._below("Cases", "Case"):
            for ref in _children(case, "SourceRef"):
                source = known.get(_guid(ref, "targetGUID"))
                if source is not None:
                    if case.get("name"):
                        source.facts.setdefault("case", str(case.get("name")))
                    source.facts.update(self._facts(case))
            parts = sum(1 for _ in _children(case, "CodeRef", "SelectionRef"))
            self._gathering.leave(
                "parts of cases", "a case is taken as facts about whole documents", count=parts
            )

    # Selections

    def _unit(self, sources: Sequence[_Source]) -> str:
        documents = []
        for source in sources:
            if source.text is not None:
                documents.append((source.text, list(self._quotes(source.element, source.text))))
        override = self._options.offsets
        return detect_file(documents, file=self._file, rule="code-points", override=override)

    def _quotes(self, element: etree._Element, text: str) -> Iterator[Mark]:
        # A selection's name is the text selected in some programs and a title in others: it is a
        # quote if it stands there in any unit.
        rulers = [Ruler(text, unit) for unit in UNITS]
        for selection in _children(element, "PlainTextSelection"):
            name, ends = selection.get("name") or "", self._ends(selection)
            spans = (ruler.span(*ends) for ruler in rulers) if name else ()
            if any(span and covered(text, [span]) == name for span in spans):
                yield Mark((ends,), name, _place(selection))

    def _ends(self, selection: etree._Element) -> tuple[int, int]:
        ends = []
        for name in ("startPosition", "endPosition"):
            value = (selection.get(name) or "").strip()
            if not value.isascii() or not value.isdigit() or len(value) > 12:
                raise ExchangeError(
                    self._file, f"{_place(selection)}, {name}", repr(value) if value else "nothing",
                    "a whole number from 0",
                )  # fmt: skip
            ends.append(int(value))
        return ends[0], ends[1]

    def _span(self, selection: etree._Element, text: str | None, unit: str) -> Span:
        start, end = self._ends(selection)
        if text is not None:
            return Ruler(text, unit).located(start, end, self._file, _place(selection))
        if end < start:
            raise ExchangeError(
                self._file, _place(selection), f"end {end} before start {start}", "start <= end"
            )
        return Span(start, end)

    def _selection(
        self, document: str, text: str | None, unit: str, selection: etree._Element
    ) -> None:
        span = self._span(selection, text, unit)
        there = None if text is None else covered(text, [span])
        name = selection.get("name") or ""
        quote = name if there is None or name == there else ""
        title = "" if quote or _shortened(name, there) else name
        base = "\n".join(part for part in (title, self._note(selection)) if part)
        codings = list(_children(selection, "Coding"))
        if not codings:
            annotation = Annotation((span,), {}, id=_guid(selection), quote=quote, note=base)
            self._gathering.mark(document, self._coder(selection, selection), annotation)
        for coder, group in self._by_coder(codings, selection).items():
            note = "\n".join(part for part in (base, *map(self._note, group)) if part)
            values = merged(self._codes.of(coding) for coding in group)
            annotation = Annotation((span,), values, id=_guid(selection), quote=quote, note=note)
            self._gathering.mark(document, coder, annotation, rows=len(group))

    def _whole(self, document: str, source: _Source) -> None:
        codings = list(_children(source.element, "Coding"))
        if source.outer is not source.element:
            codings += _children(source.outer, "Coding")
        for coder, group in self._by_coder(codings, source.element).items():
            note = "\n".join(part for part in map(self._note, group) if part)
            values = merged(self._codes.of(coding) for coding in group)
            self._gathering.mark(document, coder, Annotation((), values, note=note), len(group))

    def _by_coder(
        self, codings: Sequence[etree._Element], around: etree._Element
    ) -> dict[str, list[etree._Element]]:
        groups: dict[str, list[etree._Element]] = {}
        for coding in codings:
            groups.setdefault(self._coder(coding, around), []).append(coding)
        return groups

    def _coder(self, element: etree._Element, around: etree._Element) -> str:
        guid = _guid(element, "creatingUser") or _guid(around, "creatingUser")
        if guid and guid in self._users:
            return self._users[guid]
        if guid:
            raise ExchangeError(
                self._file, _place(element), f"a user {guid} that is not there", "a guid in Users"
            )
        default = self._users.get(_guid(self._root, "creatingUserGUID"), "")
        only = next(iter(self._users.values())) if len(self._users) == 1 else ""
        coder = self._options.coder or default or only
        if not coder:
            raise ExchangeError(
                self._file, _place(element), "no creatingUser", "", "say who with --coder NAME"
            )
        return coder

    # Notes

    def _note(self, element: etree._Element) -> str:
        parts = [_text(element, "Description")]
        for ref in _children(element, "NoteRef"):
            guid = _guid(ref, "targetGUID")
            if guid not in self._notes:
                raise ExchangeError(
                    self._file, _place(ref), f"a note {guid} that is not there", "a guid in Notes"
                )
            parts.append(self._note_text(guid))
        return "\n".join(part for part in parts if part)

    def _note_text(self, guid: str) -> str:
        note = self._notes[guid]
        if guid not in self._notes_used:
            self._notes_used.add(guid)
            self._gathering.used += 1
        for content in _children(note, "PlainTextContent"):
            return content.text or ""
        path = (note.get("plainTextPath") or "").removeprefix("internal://").lower()
        for name in self._archive.names:
            if path and name.lower() in (f"sources/{path}", path):
                return self._archive.text(name)
        return note.get("name") or ""

    # What is not taken

    def _rest(self) -> None:
        leave = self._gathering.leave
        for element in self._other_sources():
            kind = _local(element).removesuffix("Source").lower()
            leave(f"{kind} sources", "only text can be taken")
            self._leave_codings(element, f"codings of {kind} sources", "only text can be taken")
        for guid, note in self._notes.items():
            if guid not in self._notes_used:
                leave("memos", "they belong to no text or selection")
            self._leave_codings(note, "codings of memos", "a memo is no document")
        for name, why in (
            ("Link", "links between selections are not read"),
            ("Set", "sets are groups, not codes"),
            ("Graph", "drawings are not read"),
        ):
            leave(f"{name.lower()}s", why, count=sum(1 for _ in _all(self._root, name)))

    def _leave_codings(self, element: etree._Element, what: str, why: str) -> None:
        count = 0
        for below in _all(element, "Coding"):
            self._codes.of(below)
            count += 1
        for below in element.iter("{*}*"):
            if _local(below).endswith("Selection") and not any(_children(below, "Coding")):
                count += 1
        self._gathering.leave(what, why, count=count)


def _shortened(name: str, there: str | None) -> bool:
    """Whether a name is the beginning of the text there, cut off."""
    start = "".join(name.rstrip("….").split())
    return there is not None and "".join(there.split()).startswith(start)


# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What a .qdpx would lose."""
    found = losses.losses(
        project,
        losses.discontinuous,
        losses.merged_document_level,
        losses.bare_document_level,
        losses.empty_codings,
        losses.layers,
        losses.code_labels,
    )
    colours = sum(1 for v in project.variables for c in v.codes if c.colour and not _rgb(c.colour))
    if colours:
        found.append(Left(colours, "colours of codes", "only #RRGGBB can be written"))
    return found


def write(project: Project, out: Path) -> list[Path]:
    """Write a project (.qdpx), or its codes alone (.qdc)."""
    writer = _Writer(project, out.name)
    if out.suffix.lower() == ".qdc":
        return [save(out, writer.codebook())]
    return [save(out, zip_bytes(writer.files(out.stem)))]


def _made(*parts: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, "\0".join(parts))).upper()


def _rgb(colour: str) -> bool:
    digits = colour.removeprefix("#").lower()
    return colour[:1] == "#" and len(digits) in (3, 6) and not set(digits) - set("0123456789abcdef")


class _Writer:
    def __init__(self, project: Project, out: str):
        self._project = project
        self._out = out
        self._namespace = _PROJECT
        self._taken: set[str] = set()
        self._codes: dict[str, dict[str, Code]] = {}
        for variable in complete(project.variables, project.codings):
            codes = self._codes.setdefault(variable.name, {})
            for code in variable.codes:
                codes.setdefault(code.code, code)
        self._labels = {v.name: v.label for v in project.variables if v.label}

    def codebook(self) -> bytes:
        """The bytes of a .qdc."""
        self._namespace = _CODEBOOK
        root = etree.Element(
            f"{{{_CODEBOOK}}}CodeBook", nsmap={None: _CODEBOOK}, origin="Frameline"
        )
        self._add_codes(root)
        return xml_bytes(root)

    def files(self, name: str) -> dict[str, bytes]:
        """The members of a .qdpx."""
        root = etree.Element(f"{{{_PROJECT}}}Project", nsmap={None: _PROJECT})
        root.set("name", check_xml_text(name, self._out, "name"))
        root.set("origin", "Frameline")
        coders = dict.fromkeys(coding.coder for coding in self._project.codings)
        if coders:
            users = self._add(root, "Users")
            for coder in coders:
                self._add(users, "User", guid=_made("user", coder), name=coder)
        if self._codes:
            self._add_codes(self._add(root, "CodeBook"))
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
        element = etree.SubElement(parent, f"{{{self._namespace}}}{tag}")
        for name, value in given.items():
            element.set(name, check_xml_text(value, self._out, f"{tag} {name}"))
        if text:
            element.text = check_xml_text(text, self._out, tag)
        return element

    # Codes

    def _add_codes(self, book: etree._Element) -> None:
        codes = self._add(book, "Codes")
        for variable in self._codes:
            top = self._add(
                codes, "Code", guid=_made("variable", variable), name=variable, isCodable="false"
            )
            if variable in self._labels:
                self._add(top, "Description", self._labels[variable])
            self._add_below(top, variable)

    def _add_below(self, top: etree._Element, variable: str) -> None:
        known = self._codes[variable]
        below: dict[str, list[Code]] = {}
        for code in known.values():
            below.setdefault(code.parent, []).append(code)
        done = 0
        waiting: list[tuple[etree._Element, str]] = [(top, "")]
        for parent in below:
            if parent and parent not in known:
                guid = _made("group", variable, parent)
                group = self._add(top, "Code", guid=guid, name=parent, isCodable="false")
                waiting.append((group, parent))
        while waiting:
            element, parent = waiting.pop()
            for code in below.get(parent, ()):
                done += 1
                waiting.append((self._add_code(element, variable, code), code.code))
        if done < len(known):
            raise ExchangeError(
                self._out, f"variable {variable}", "codes that are each other's parents",
                "a tree of codes", "correct the parents in the codebook",
            )  # fmt: skip

    def _add_code(self, parent: etree._Element, variable: str, code: Code) -> etree._Element:
        guid = _made("code", variable, code.code)
        element = self._add(parent, "Code", guid=guid, name=code.code, isCodable="true")
        if _rgb(code.colour):
            element.set("color", code.colour)
        if code.definition:
            self._add(element, "Description", code.definition)
        return element

    # Documents

    def _add_variables(self, root: etree._Element) -> None:
        names = dict.fromkeys(name for d in self._project.documents for name in d.facts)
        if names:
            variables = self._add(root, "Variables")
            for name in names:
                guid = _made("fact", name)
                self._add(variables, "Variable", guid=guid, name=name, typeOfVariable="Text")

    def _add_source(
        self, sources: etree._Element, document: Document
    ) -> Iterator[tuple[str, bytes]]:
        guid = _made("document", document.id)
        source = self._add(sources, "TextSource", guid=guid, name=document.id)
        if document.text is not None:
            source.set("plainTextPath", f"internal://{guid}.txt")
            mark = "\ufeff" if document.text.startswith("\ufeff") else ""
            yield f"sources/{guid}.txt", (mark + document.text).encode("utf-8")
        codings = [c for c in self._project.codings if c.document == document.id]
        for coding in codings:
            for number, annotation in enumerate(coding.annotations):
                if annotation.spans:
                    self._add_selection(source, document, coding, number)
        for coding in codings:
            self._add_whole(source, coding)
        for name, value in document.facts.items():
            holder = self._add(source, "VariableValue")
            self._add(holder, "VariableRef", targetGUID=_made("fact", name))
            self._add(holder, "TextValue", value)

    def _add_selection(
        self, source: etree._Element, document: Document, coding: Coding, number: int
    ) -> None:
        annotation = coding.annotations[number]
        span = losses.cover(annotation)
        assert span is not None, "an annotation of the whole document has no selection"
        if document.text is not None and span.end > len(document.text):
            raise ExchangeError(
                self._out, f"document {document.id}", f"an annotation up to {span.end}",
                f"0 to {len(document.text)}, the length of the text",
            )  # fmt: skip
        user = _made("user", coding.coder)
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
                guid = _made("coding", around, variable, code)
                coding = self._add(parent, "Coding", guid=guid, creatingUser=user)
                self._add(coding, "CodeRef", targetGUID=_made("code", variable, code))

    def _add_whole(self, source: etree._Element, coding: Coding) -> None:
        whole = [a for a in coding.annotations if not a.spans]
        values = merged((n, c) for a in whole for n, codes in a.values.items() for c in codes)
        around = _made("whole", coding.document, coding.coder)
        before = len(source)
        self._add_codings(source, Annotation((), values), _made("user", coding.coder), around)
        note = "\n".join(a.note for a in whole if a.note)
        if note and len(source) > before:
            self._add_note(source[before], note, _made("note", around))

    def _add_note(self, coding: etree._Element, text: str, guid: str) -> None:
        self._add(coding, "NoteRef", targetGUID=guid)
        root = coding.getroottree().getroot()
        notes = next(_children(root, "Notes"), None)
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
            guid = _made("selection", *parts)
        self._taken.add(guid)
        return guid
