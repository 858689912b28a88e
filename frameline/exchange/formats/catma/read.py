"""CATMA: the annotation collections it exports as TEI, with the texts beside them.

An export is a folder (or ``.tar.gz``) for each document, with its text and a folder of
collections. A tagset is a variable and its tags are the codes; properties of annotations are
further variables. Offsets are UTF-16 units, as Java counts.

Writing, the first variable of an annotation that has one code gives the tag, the others become
properties.

Source: CATMA's own serialiser (TEI version 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.members import Member, members, peek
from frameline.exchange.files.naming import name_of_file, safe_name
from frameline.exchange.formats.catma.annotations import read_annotations
from frameline.exchange.formats.catma.tags import Tags
from frameline.exchange.formats.inception import NOTES
from frameline.exchange.formats.tei.corpus import TEI
from frameline.exchange.formats.tei.text import ID, place
from frameline.exchange.model.codes import merged, renamed
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import CODE_POINTS, UNITS, Ruler
from frameline.exchange.model.project import (
    Annotation,
    Document,
    Options,
    Project,
    Span,
    Variable,
)

_TARGET = re.compile(r"([^#]*)#char=([0-9]{1,12}),([0-9]{1,12})")


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is a collection, or a folder or archive of some."""
    start = peek(path, head, (".xml",))
    if TEI.encode() in start and b"catma" in start.lower():
        return True
    if path.is_dir():
        # Tagsets and collections describe themselves in files beside the annotations.
        found = next((p for p in sorted(path.rglob("annotations/*.json")) if p.is_file()), None)
        return found is not None and b"www.catma.de" in safety.head(found)
    return b"www.catma.de" in peek(path, head, (".json",))


# --- reading ----------------------------------------------------------------------------------


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files, folders or archives. Rows are annotations."""
    unit = options.offsets or "utf-16"
    if unit not in UNITS:
        raise ExchangeError(paths[0].name, "--offsets", unit, ", ".join(UNITS))
    files = members(paths, (".xml", ".txt", ".json"))
    texts = [member for member in files if member.suffix == ".txt"]
    collections = [member for member in files if member.suffix == ".xml"]
    newer = [member for member in files if member.suffix == ".json"]
    if newer and not collections:
        found = Gatherer(paths[0].name, options.strict)
        unit = read_annotations(newer, texts, found, options)
        return renamed(found.project(offsets=unit), options.columns)
    if not collections:
        raise ExchangeError(paths[0].name, "", "no annotation collection", "files .xml of CATMA")
    found = Gatherer(paths[0].name, options.strict)
    known: dict[str, Variable] = {}
    for member in texts:
        text = safety.decode(member.read(), member.name)
        found.document(Document(name_of_file(member.file), text))
    for member in collections:
        found.file = member.name
        with found.attempt("collections"):
            collection = _Collection(member, options)
            collection.read(found, texts, unit)
            known.update(collection.variables)
    project = found.project(offsets=unit)
    made = replace(project, variables=variables_seen(project.codings, known))
    return renamed(made, options.columns)


class _Collection:
    """One collection: what one or several people marked in one document."""

    def __init__(self, member: Member, options: Options):
        self._member, self._file, self._options = member, member.name, options
        self._root = safety.parse_xml(member.read(), self._file)
        if self._root.tag != f"{{{TEI}}}TEI":
            raise ExchangeError(
                self._file, "the first element", str(self._root.tag), f"TEI of {TEI}",
                "export the collection from CATMA",
            )  # fmt: skip
        self._tags = Tags(self._root, self._file)
        self.variables: Mapping[str, Variable] = self._tags.variables
        self._author = self._named("author")
        self._base = ""

    def _named(self, name: str) -> str:
        said = self._root.findtext(f".//{{{TEI}}}titleStmt/{{{TEI}}}{name}") or ""
        return "" if said.strip() == "empty" else said.strip()

    def read(self, found: Gatherer, texts: Iterable[Member], unit: str) -> None:
        """Take the annotations; the document too, if its text is not beside."""
        instances = self._root.findall(f"{{{TEI}}}text//{{{TEI}}}fs")
        self._found = found
        ranges = self._ranges({str(fs.get(ID)) for fs in instances})
        beside = self._text(texts)
        if beside is None:
            document, text = safe_name(self._base.rpartition("/")[2] or self._member.stem), None
            found.document(Document(document))
        else:
            document = name_of_file(beside.file)
            text = safety.decode(beside.read(), beside.name)
        if text is None and unit != CODE_POINTS and ranges:
            raise ExchangeError(
                self._file, "", "no text beside", "the .txt that CATMA exports with it",
                "import the whole folder, or say --offsets code-points",
            )  # fmt: skip
        ruler = None if text is None else Ruler(text, unit)
        if not instances and (self._author or self._options.coder):
            found.coding(document, self._author or self._options.coder)
        for fs in instances:
            with found.attempt("annotations"):
                found.rows += 1
                places = ranges.get(str(fs.get(ID)))
                if isinstance(places, ExchangeError):
                    raise places
                if not places:
                    where = f"{self._file}, {place(fs)}"
                    found.leave(1, "annotations", "they have no place in the text", where)
                    continue
                found.used += 1
                coder, annotation = self._annotation(fs)
                coder = coder or found.unnamed(self._member.file, self._options)
                spans = _joined(self._span(ruler, *one) for one in places)
                found.coding(document, coder).append(replace(annotation, spans=spans))

    def _text(self, texts: Iterable[Member]) -> Member | None:
        """The text in the folder of the collection, or the next one above that has one."""
        path, every = self._member.path, list(texts)
        ident = self._base.rpartition("/")[2].lower().removeprefix("catma_")
        for length in range(len(path), max(len(path) - 3, -1), -1):
            near = [member for member in every if member.path == path[:length]]
            if len(near) > 1:
                near = [member for member in near if ident and ident in member.file.lower()]
            if len(near) == 1:
                return near[0]
        return None

    # Places

    def _ranges(self, known: set[str]) -> dict[str, list[tuple[int, int, str]] | ExchangeError]:
        """The places of each annotation, or what is wrong with one of them."""
        found: dict[str, list[tuple[int, int, str]] | ExchangeError] = {}
        for seg in self._root.iter(f"{{{TEI}}}seg"):
            names = [name.removeprefix("#") for name in (seg.get("ana") or "").split()]
            for name in names:
                if name not in known:
                    error = ExchangeError(
                        self._file, place(seg), f"a reference to an annotation {name[:60]!r} that "
                        "is not there", "the xml:id of an fs below text", "export it again",
                    )  # fmt: skip
                    self._found.rows += 1
                    self._found.used += 1
                    self._found.fault(error, "references")
            for child in seg.iter("{*}*"):
                if child.tag == f"{{{TEI}}}ptr":
                    self._take_place(child, names, found)
                elif child.tag != f"{{{TEI}}}seg":
                    error = ExchangeError(
                        self._file, place(child), f"an element {etree.QName(child).localname}",
                        "ptr", "export the collection again",
                    )  # fmt: skip
                    self._found.faulty_row(error, "elements")
        return found

    def _take_place(
        self,
        ptr: etree._Element,
        names: Iterable[str],
        found: dict[str, list[tuple[int, int, str]] | ExchangeError],
    ) -> None:
        """One place of several annotations; a faulty one makes each of them faulty."""
        try:
            one = self._target(ptr)
        except ExchangeError as error:
            found.update(dict.fromkeys(names, error))
            return
        for name in names:
            places = found.setdefault(name, [])
            if isinstance(places, list):
                places.append(one)

    def _target(self, ptr: etree._Element) -> tuple[int, int, str]:
        target = ptr.get("target") or ""
        parts = _TARGET.fullmatch(target.strip())
        if not parts:
            raise ExchangeError(
                self._file, place(ptr), repr(target[:80]), "catma://DOCUMENT#char=START,END",
                "export the collection without its text",
            )  # fmt: skip
        base, start, end = parts.groups()
        if self._base and base != self._base:
            raise ExchangeError(
                self._file, place(ptr), f"a second document {base[:60]!r}",
                f"one for each collection, here {self._base[:60]!r}",
            )  # fmt: skip
        self._base = base
        return int(start), int(end), place(ptr)

    def _span(self, ruler: Ruler | None, start: int, end: int, where: str) -> Span:
        if ruler is not None:
            return ruler.located(start, end, self._file, where)
        if end < start:
            raise ExchangeError(
                self._file, where, f"end {end} before start {start}", "start <= end"
            )
        return Span(start, end)

    # What is said

    def _annotation(self, fs: etree._Element) -> tuple[str, Annotation]:
        coder = self._author
        values: list[tuple[str, str]] = []
        notes: list[str] = []
        tag = self._tags.of(fs)
        if tag is not None:
            values.append(tag)
        for feature in fs.iterfind(f"{{{TEI}}}f"):
            name, said = feature.get("name") or "", _values(feature)
            if name == "catma_markupauthor":
                coder = next((one for one in said if one.strip()), coder)
            elif name in NOTES:
                notes += said
            elif name and not name.startswith("catma_"):
                values += [(name, one) for one in said]
        name = fs.get(ID) or ""
        return coder, Annotation(values=merged(values), id=name, note="\n".join(notes))


def _values(feature: etree._Element) -> list[str]:
    found = [e.text or e.get("value") or "" for e in feature.iter("{*}string", "{*}numeric")]
    return [one for one in found if one]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans with those joined that touch: CATMA cuts where another annotation begins or ends."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
