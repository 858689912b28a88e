"""REFI-QDA: what MAXQDA, NVivo, ATLAS.ti, QDA Miner and others exchange.

A ``.qdpx`` is a zip of ``project.qde`` (XML) and the texts in ``sources/``; a ``.qdc`` is the
codebook alone. How codes become variables: see `frameline.exchange.formats.refi_qda.codes`.

Offsets are Unicode code points by the standard; where a program counts otherwise and quotes what
it selected, the unit is found from that.

Source: REFI-QDA standard, version 1.5, and its schemas Project.xsd and Codebook.xsd of 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import safe_name
from frameline.exchange.formats.refi_qda.codes import CodeTree
from frameline.exchange.formats.refi_qda.xml import (
    check_namespace,
    children,
    every,
    guid_of,
    has,
    local,
    place,
    text_of,
)
from frameline.exchange.model.codes import merged, renamed
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.locating import squeezed
from frameline.exchange.model.offsets import Mark, Ruler, candidates, covered
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Document, Left, Options, Project

_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:Project|CodeBook)[\s>]")

_SCHEME = re.compile(r"^[a-z]+://", re.IGNORECASE)
#: What the standard has in a text, and in a selection of one.
_IN_TEXT = ("PlainTextContent", "Description", "PlainTextSelection", "Coding", "NoteRef",
            "VariableValue", "Representation", "PDFSelection")  # fmt: skip
_IN_SELECTION = ("Description", "Coding", "NoteRef")
_NOT_TEXT = ("PictureSource", "AudioSource", "VideoSource", "PDFSource")


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is a packed project or a codebook."""
    if head.startswith(b"PK"):
        return path.suffix.lower() == ".qdpx" or b"project.qde" in head.lower()
    plain = head.replace(b"\0", b"")
    # the schema names the namespace too, and is no project
    return b"urn:QDA-XML:" in plain and _ROOT.search(plain) is not None


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
        found = _Reader(safety.Archive(data, paths[0].name), options, paths[0].parent).project()
        return renamed(found, options.columns)
    root = safety.parse_xml(data, paths[0].name)
    if local(root) != "CodeBook":
        raise ExchangeError(
            paths[0].name,
            "the first element",
            local(root),
            "a .qdpx project, or a .qdc codebook (CodeBook)",
            "give the .qdpx, not the .qde inside it",
        )
    check_namespace(root, paths[0].name)
    codes = CodeTree(root, paths[0].name)
    other = sum(1 for _ in every(root, "Set"))
    left = (Left(other, "sets of codes", "they are groups, not codes"),) if other else ()
    rows = len(codes.places) + other
    found = Project((), (), codes.variables, rows=rows, used=len(codes.places), left=left)
    return renamed(found, options.columns)


@dataclass
class _Source:
    """A text with what was selected in it."""

    element: etree._Element
    name: str
    outer: etree._Element
    text: str | None = None
    facts: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, archive: safety.Archive, options: Options, folder: Path):
        self._archive = archive
        self._folder = folder
        self._options = options
        self._file = f"{archive.file}/{self._qde()}"
        self._root = safety.parse_xml(archive.read(self._qde()), self._file)
        if local(self._root) != "Project":
            raise ExchangeError(self._file, "the first element", local(self._root), "Project")
        check_namespace(self._root, self._file)
        self._codes = CodeTree(self._root, self._file)
        self._users = self._read_users()
        self._variables = self._named("Variables", "Variable")
        self._notes = {guid_of(e): e for e in self._below("Notes", "Note")}
        self._notes_used: set[str] = set()
        self._found = Gatherer(archive.file, options.strict)
        self._waiting: list[Waiting] = []
        self._ids: set[str] = set()

    def _qde(self) -> str:
        found = [n for n in self._archive.names if n.lower().endswith(".qde") and "/" not in n]
        if len(found) != 1:
            what = f"{len(found)} project files" if found else "no project.qde"
            raise ExchangeError(
                self._archive.file, "", what, "one .qde at the top", "export it as a project"
            )
        return found[0]

    def _below(self, group: str, name: str) -> Iterator[etree._Element]:
        for parent in children(self._root, group):
            yield from children(parent, name)

    def _named(self, group: str, name: str) -> dict[str, str]:
        return {
            guid_of(e): e.get("name") or e.get("id") or guid_of(e) for e in self._below(group, name)
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
        for source in sources:
            self._document(source)
        self._rest()
        rule, options = "code-points", self._options
        witnesses = self._witnesses()
        unit = place_all(self._waiting, self._found, options, rule=rule, witnesses=witnesses)
        known = {variable.name: variable for variable in self._codes.variables}
        found = self._found.project(offsets=unit)
        return replace(found, variables=variables_seen(found.codings, known))

    def _fresh_id(self, name: str) -> str:
        wanted = safe_name(name)
        number, found = 1, wanted
        while found in self._ids:
            number += 1
            found = f"{wanted} ({number})"
        self._ids.add(found)
        return found

    def _take(self, rows: int) -> None:
        self._found.rows += rows
        self._found.used += rows

    def _leave(self, rows: int, what: str, why: str) -> None:
        self._found.rows += rows
        self._found.leave(rows, what, why)

    # Sources

    def _other_sources(self) -> Iterator[etree._Element]:
        for group in children(self._root, "Sources"):
            for element in children(group, *_NOT_TEXT):
                if not has(element, "Representation"):
                    yield element

    def _sources(self) -> Iterator[_Source]:
        for group in children(self._root, "Sources"):
            for outer in group:
                # A PDF comes with its text, on which selections are made as on any other.
                inner = next(children(outer, "Representation"), outer)
                if local(outer) == "TextSource" or inner is not outer:
                    name = outer.get("name") or guid_of(outer) or "document"
                    yield _Source(inner, name, outer)

    def _source_text(self, element: etree._Element) -> str | None:
        for content in children(element, "PlainTextContent"):
            return content.text or ""
        found = self._member(element.get("plainTextPath") or "")
        if found is not None:
            return found
        why = "not in the file; their selections are taken as they are"
        self._leave(1, "texts", why)
        return None

    def _member(self, path: str) -> str | None:
        """The text that a path names, whatever it says of where it lies; by its name alone."""
        wanted = re.split(r"[/\\]", _SCHEME.sub("", unquote(path.strip())))[-1].lower()
        names = [n for n in self._archive.names if n.rsplit("/", 1)[-1].lower() == wanted]
        beside = [n for n in names if n.lower() in (f"sources/{wanted}", wanted)]
        found = beside or names
        if wanted and len(found) == 1:
            return self._archive.text(found[0])
        # MAXQDA and others leave large texts outside, in a folder beside the project.
        for folder in (self._folder, self._folder / "sources"):
            if wanted.endswith(".txt") and not found and safe_name(wanted) == wanted:
                for file in sorted(folder.glob("*.txt")) if folder.is_dir() else ():
                    if file.name.lower() == wanted and file.is_file() and not file.is_symlink():
                        self._found.note(f"the text {file.name} stands beside the project")
                        return safety.read_text(file)
        return None

    def _document(self, source: _Source) -> None:
        name = self._fresh_id(source.name)
        facts = source.facts | dict(self._facts(source.outer))
        if note := self._note(source.outer):
            facts.setdefault("note", note)
        self._found.document(Document(name, source.text, facts))
        seen: set[str] = set()
        for selection in children(source.element, "PlainTextSelection"):
            rows = sum(1 for _ in children(selection, "Coding")) or 1
            with self._found.attempt("selections", rows):
                self._selection(name, source.text, selection, seen)
        self._strange(source.element)
        self._whole(name, source)
        for selection in children(source.outer, "PDFSelection"):
            self._leave_codings(selection, "areas of PDF pages", "only text can be taken")

    def _strange(self, element: etree._Element) -> None:
        """Name what the standard does not have in a text with its selections."""
        for outer, known in [(element, _IN_TEXT), *((selection, _IN_SELECTION) for selection in
                             children(element, "PlainTextSelection"))]:  # fmt: skip
            for child in outer:
                if local(child) and local(child) not in known:
                    what = f"an element {local(child)} in {local(outer)}"
                    error = ExchangeError(self._file, place(child), what, ", ".join(known))
                    self._found.faulty_row(error, "elements")

    # Facts

    def _facts(self, element: etree._Element) -> Iterator[tuple[str, str]]:
        for value in children(element, "VariableValue"):
            for ref in children(value, "VariableRef"):
                guid = guid_of(ref, "targetGUID")
                if guid not in self._variables:
                    error = ExchangeError(
                        self._file, place(ref), f"a variable {guid} that is not there", "",
                        "export the project again",
                    )  # fmt: skip
                    self._take(1)
                    self._found.fault(error, "values of variables")
                    continue
                rest = [child for child in value if child is not ref and local(child)]
                if rest and rest[0].text is not None:
                    yield self._variables[guid], rest[0].text

    def _cases(self, sources: Sequence[_Source]) -> None:
        known = {guid_of(s.outer): s for s in sources} | {guid_of(s.element): s for s in sources}
        for case in self._below("Cases", "Case"):
            for ref in children(case, "SourceRef"):
                source = known.get(guid_of(ref, "targetGUID"))
                if source is not None:
                    if case.get("name"):
                        source.facts.setdefault("case", str(case.get("name")))
                    source.facts.update(self._facts(case))
            parts = sum(1 for _ in children(case, "CodeRef", "SelectionRef"))
            self._leave(parts, "parts of cases", "a case is taken as facts about whole documents")

    # Selections

    def _witnesses(self) -> dict[str, list[Mark]]:
        """Names of selections that are the text selected, not a title: they tell the unit."""
        texts = self._found.texts
        found: dict[str, list[Mark]] = {}
        rulers: dict[str, list[Ruler]] = {}
        for one in self._waiting:
            text = texts.get(one.document)
            name = one.said.quote if one.said else ""
            if text is None or one.mark is None or not name:
                continue
            if one.document not in rulers:
                rulers[one.document] = [Ruler(text, unit) for unit in candidates([text], True)]
            spans = [ruler.span(*one.mark.spans[0]) for ruler in rulers[one.document]]
            if any(s and squeezed(covered(text, [s])) == squeezed(name) for s in spans):
                mark = one.mark._replace(quote=name)
                found.setdefault(one.document, []).append(mark)
        return found

    def _ends(self, selection: etree._Element) -> tuple[int, int]:
        ends = []
        for name in ("startPosition", "endPosition"):
            value = (selection.get(name) or "").strip()
            if not value.isascii() or not value.isdigit() or len(value) > 12:
                raise ExchangeError(
                    self._file, f"{place(selection)}, {name}", repr(value) if value else "nothing",
                    "a whole number from 0",
                )  # fmt: skip
            ends.append(int(value))
        return ends[0], ends[1]

    def _selection(
        self, document: str, text: str | None, selection: etree._Element, seen: set[str]
    ) -> None:
        start, end = self._ends(selection)
        where, guid = place(selection), guid_of(selection)
        if end < start:
            raise ExchangeError(
                self._file, where, f"end {end} before start {start}", "start <= end"
            )
        if guid and guid in seen:
            raise ExchangeError(self._file, where, f"the guid {guid} twice", "a guid of its own")
        seen.add(guid)
        name = selection.get("name") or ""
        quote = name if text is not None or len(name) == end - start else ""
        base = self._note(selection)
        mark = Mark(((start, end),), "", where)
        codings = list(children(selection, "Coding"))
        if not codings:
            said = Annotation((), {}, id=guid, quote=quote, note=base)
            coder = self._coder(selection, selection)
            self._waiting.append(
                Waiting(self._file, where, document, coder, said, mark, finish=_named)
            )
            self._take(1)
        for coder, group in self._by_coder(codings, selection).items():
            values, notes, rows = self._codes_of(group)
            if not rows:
                continue
            note = "\n".join(part for part in (base, *notes) if part)
            said = Annotation((), values, id=guid, quote=quote, note=note)
            self._waiting.append(
                Waiting(self._file, where, document, coder, said, mark, rows, finish=_named)
            )

    def _codes_of(
        self, group: Sequence[etree._Element]
    ) -> tuple[Mapping[str, tuple[str, ...]], list[str], int]:
        """Codes and notes of codings, and how many of these were understood."""
        values: list[tuple[str, str]] = []
        notes: list[str] = []
        for coding in group:
            with self._found.attempt("codings"):
                code, note = self._codes.of(coding), self._note(coding)
                values.append(code)
                notes.append(note)
                self._take(1)
        return merged(values), notes, len(values)

    def _whole(self, document: str, source: _Source) -> None:
        codings = list(children(source.element, "Coding"))
        if source.outer is not source.element:
            codings += children(source.outer, "Coding")
        for coder, group in self._by_coder(codings, source.element).items():
            values, notes, rows = self._codes_of(group)
            if rows:
                note = "\n".join(part for part in notes if part)
                said = Annotation((), values, note=note)
                where = place(source.element)
                self._waiting.append(Waiting(self._file, where, document, coder, said, None, rows))

    def _by_coder(
        self, codings: Sequence[etree._Element], around: etree._Element
    ) -> dict[str, list[etree._Element]]:
        groups: dict[str, list[etree._Element]] = {}
        for coding in codings:
            groups.setdefault(self._coder(coding, around), []).append(coding)
        return groups

    def _coder(self, element: etree._Element, around: etree._Element) -> str:
        guid = guid_of(element, "creatingUser") or guid_of(around, "creatingUser")
        if guid and guid in self._users:
            return self._users[guid]
        if guid:
            self._found.note(f"a user {guid} is not in Users: the coder is called by that id")
            return guid
        default = self._users.get(guid_of(self._root, "creatingUserGUID"), "")
        only = next(iter(self._users.values())) if len(self._users) == 1 else ""
        return default or only or self._found.unnamed(self._found.file, self._options)

    # Notes

    def _note(self, element: etree._Element) -> str:
        parts = [text_of(element, "Description")]
        for ref in children(element, "NoteRef"):
            guid = guid_of(ref, "targetGUID")
            if guid not in self._notes:
                error = ExchangeError(
                    self._file, place(ref), f"a note {guid} that is not there", "a guid in Notes"
                )
                self._take(1)
                self._found.fault(error, "references to notes")
                continue
            parts.append(self._note_text(guid))
        return "\n".join(part for part in parts if part)

    def _note_text(self, guid: str) -> str:
        note = self._notes[guid]
        if guid not in self._notes_used:
            self._notes_used.add(guid)
            self._take(1)
        for content in children(note, "PlainTextContent"):
            return content.text or ""
        return self._member(note.get("plainTextPath") or "") or note.get("name") or ""

    # What is not taken

    def _rest(self) -> None:
        leave = self._leave
        for element in self._other_sources():
            kind = local(element).removesuffix("Source").lower()
            leave(1, f"{kind} sources", "only text can be taken")
            self._leave_codings(element, f"codings of {kind} sources", "only text can be taken")
        for guid, note in self._notes.items():
            if guid not in self._notes_used:
                leave(1, "memos", "they belong to no text or selection")
            self._leave_codings(note, "codings of memos", "a memo is no document")
        for name, why in (
            ("Link", "links between selections are not read"),
            ("Set", "sets are groups, not codes"),
            ("Graph", "drawings are not read"),
        ):
            leave(sum(1 for _ in every(self._root, name)), f"{name.lower()}s", why)

    def _leave_codings(self, element: etree._Element, what: str, why: str) -> None:
        count = sum(1 for _ in every(element, "Coding"))
        for below in element.iter("{*}*"):
            if local(below).endswith("Selection") and not has(below, "Coding"):
                count += 1
        self._leave(count, what, why)


def _named(said: Annotation, there: str | None) -> Annotation:
    """What the name of a selection is: the text selected, or else a title somebody gave it."""
    name = said.quote
    if there is None or squeezed(name) == squeezed(there):
        return said
    start = squeezed(name.rstrip("….")) if name else ""
    title = "" if squeezed(there).startswith(start) else name
    note = "\n".join(part for part in (title, said.note) if part)
    return replace(said, quote="", note=note)
