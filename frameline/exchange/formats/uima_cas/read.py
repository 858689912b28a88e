"""UIMA CAS, as INCEpTION, WebAnno and DKPro export it: XMI with its type system, or JSON 0.4.

A file is one user's work on one document; the document's name is the folder's, or what the file
notes about itself. Offsets are UTF-16 units. Words, sentences, relations and what points from one
annotation to another are reported, not taken. Structures without offsets are about the whole
document.

dkpro-cassis is not used for reading: it needs a type system, which exports often lack, and takes
broken references for missing ones. Tests read what is written here with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.members import Member, members, peek
from frameline.exchange.formats import inception
from frameline.exchange.formats.uima_cas.as_json import STRUCTURES, read_json
from frameline.exchange.formats.uima_cas.as_xmi import (
    XMI,
    Ranges,
    read_types,
    read_xmi,
)
from frameline.exchange.formats.uima_cas.cas import Cas, Mark
from frameline.exchange.model.codes import renamed
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import UNITS, Ruler
from frameline.exchange.model.project import Annotation, Document, Options, Project

_TYPES = "typesystem.xml"


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is a CAS, or a folder or zip with some in it."""
    start = peek(path, head, (".xmi",)) or peek(path, head, (".json",))
    return XMI.encode() in start or b'"%TYPES"' in start or f'"{STRUCTURES}"'.encode() in start


# --- reading ----------------------------------------------------------------------------------


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files, folders or zips. Rows are all structures beside texts and arrays."""
    unit = options.offsets or "utf-16"
    if unit not in UNITS:
        raise ExchangeError(paths[0].name, "--offsets", unit, ", ".join(UNITS))
    files = [(member, cas) for member, cas in _files(paths)]
    texts = [(member, cas.text or "") for member, cas in files]
    found = Gatherer(paths[0].name, options.strict)
    whose = inception.who(texts, options, found, [_said(cas) for _, cas in files])
    kept = [mark.type for _, cas in files for mark in cas.marks if _taken(mark)]
    layers = inception.layer_names(kept)
    for (document, coder), (member, cas) in zip(whose, files, strict=True):
        found.file = member.name
        found.document(Document(document, cas.text))
        _count(found, cas)
        taken = [mark for mark in cas.marks if _taken(mark)]
        if coder == inception.NOBODY:
            found.rows += len(taken)
            found.leave(len(taken), "annotations of nobody", "they were there from the start")
            continue
        into = found.coding(document, coder)
        ruler = Ruler(cas.text or "", unit)
        for mark in taken:
            with found.attempt("annotations"):
                into.append(_annotation(mark, ruler, layers[mark.type], member.name))
                found.rows += 1
                found.used += 1
    return renamed(found.project(offsets=unit), options.columns)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Member, Cas]]:
    found = members(paths, (".xmi", ".json", _TYPES))
    types: dict[tuple[str, ...], Ranges] = {}
    for member in found:
        if member.file.lower().endswith(_TYPES):
            types[member.path] = read_types(member.read(), member.name)
    some = False
    for member in found:
        if member.file.lower().endswith(_TYPES):
            continue
        data = member.read()
        if member.suffix == ".json":
            text = safety.decode(data, member.name)
            # INCEpTION puts a description of the project among the annotations.
            if member.path and f'"{STRUCTURES}"' not in text:
                continue
            cas = read_json(text, member.name)
        else:
            cas = read_xmi(data, member.name, _nearest(types, member.path))
        some = True
        yield member, cas
    if not some:
        raise ExchangeError(paths[0].name, "", "no CAS", "files .xmi or .json", "check the path")


def _nearest(types: Mapping[tuple[str, ...], Ranges], path: tuple[str, ...]) -> Ranges:
    """The type system in the same folder or the next one above."""
    for length in range(len(path), -1, -1):
        if path[:length] in types:
            return types[path[:length]]
    return {}


def _said(cas: Cas) -> inception.Who | None:
    # INCEpTION notes the user's name as the document's id.
    title, user = cas.said("documentTitle"), cas.said("documentId")
    return inception.Who(inception.name_of_file(title), user) if title and user != title else None


def _taken(mark: Mark) -> bool:
    return mark.indexed and not mark.structure and not mark.relation


def _count(found: Gatherer, cas: Cas) -> None:
    for error in cas.faults:
        found.faulty_row(error, "annotations")
    rest = [mark for mark in cas.marks if not _taken(mark)]
    pointing = sum(len(mark.references) for mark in cas.marks if _taken(mark))
    found.rows += len(rest) + cas.elsewhere + pointing
    structure = sum(mark.structure for mark in rest)
    relations = sum(mark.relation and not mark.structure for mark in rest)
    found.leave(structure, "words, sentences and notes of the program", "they are no annotations")
    found.leave(relations, "relations", "only annotations of pieces of text are taken")
    found.leave(len(rest) - structure - relations, "structures outside of the view",
                "they were deleted, or are parts of others")  # fmt: skip
    found.leave(cas.elsewhere, "structures of other views", "only the first text is taken")
    found.leave(pointing, "features that point at annotations", "only codes are taken")


def _annotation(mark: Mark, ruler: Ruler, layer: str, file: str) -> Annotation:
    ends = mark.ends
    spans = () if ends is None else (ruler.located(*ends, file, mark.place),)
    note = "\n".join(mark.values[n][0] for n in inception.NOTES if n in mark.values)
    values = {n: v for n, v in mark.values.items() if n not in inception.NOTES}
    return Annotation(spans, values, layer=layer, note=note)
