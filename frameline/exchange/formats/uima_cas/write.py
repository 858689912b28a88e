"""UIMA CAS: what it cannot hold, and a project written as it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.files.saving import save, save_folder
from frameline.exchange.formats import inception
from frameline.exchange.formats.uima_cas.as_json import write_json
from frameline.exchange.formats.uima_cas.as_xmi import (
    write_types,
    write_xmi,
)
from frameline.exchange.formats.uima_cas.cas import META, Cas, Mark, Type
from frameline.exchange.model import losses
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Coding, Document, Left, Project
from frameline.exchange.model.soundness import codings_by_document, needed_text
from frameline.exchange.model.writing import cover

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What the files would lose."""
    return losses.losses(
        project,
        losses.discontinuous,
        losses.ids,
        losses.quotes,
        losses.units,
        losses.facts,
        losses.codebook,
        losses.variable_labels,
    )


def write(project: Project, out: Path) -> list[Path]:
    """Write a folder, a zip, or one file (.xmi, .json) of a single coder and document."""
    name = out.name.lower()
    as_json = name.endswith((".json", ".json.zip"))
    files = _made(project, out.name, as_json)
    if name.endswith(".zip"):
        return [save(out, zip_bytes(files))]
    if not name.endswith((".json", ".xmi")):
        return save_folder(out, files)
    types = files.pop("TypeSystem.xml", b"")
    if len(files) != 1:
        raise ExchangeError(
            out.name, "", f"{len(files)} codings", "one in a file",
            "give the name of a folder, .zip or .json.zip",
        )  # fmt: skip
    made = [save(out, next(iter(files.values())))]
    if types:
        made.append(save(out.with_name(f"{out.stem}-TypeSystem.xml"), types))
    return made


def _made(project: Project, out: str, as_json: bool) -> dict[str, bytes]:
    by_document = codings_by_document(project, out)
    types = _types(project, out)
    files = {} if as_json else {"TypeSystem.xml": write_types(types, out)}
    paths = inception.paths_of(project, ".json" if as_json else ".xmi")
    documents = {document.id: document for document in project.documents}
    for (document, coder), path in paths.items():
        coding = next((c for c in by_document[document] if c.coder == coder), None)
        cas = _cas(documents[document], coder, coding, out)
        files[path] = write_json(cas, types) if as_json else write_xmi(cas, types, out)
    return files


def _types(project: Project, out: str) -> list[Type]:
    used = inception.features(project, out)
    several = {
        (a.layer, name)
        for a in all_annotations(project.codings)
        for name, codes in a.values.items()
        if len(codes) > 1
    }
    found = []
    for layer, names in used.items():
        sets = frozenset(name for name in names if (layer, name) in several)
        span = Type(inception.type_name(layer, out), "uima.tcas.Annotation", (*names, "note"), sets)
        whole = inception.type_name(layer, out, "document.")
        found += [span, dataclasses.replace(span, name=whole, above="uima.cas.AnnotationBase")]
    return found


def _cas(document: Document, coder: str, coding: Coding | None, out: str) -> Cas:
    text = needed_text(document.text, document.id, out, "the text, for offsets")
    ruler = Ruler(text, "utf-16")
    about = {"documentTitle": (document.id,), "documentId": (coder,)}
    marks = [Mark(META, (0, ruler.length), about)]
    for annotation in coding.annotations if coding else ():
        span = cover(annotation)
        ends = None
        if span is not None:
            ends = (ruler.from_code_points(span.start), ruler.from_code_points(span.end))
        values = dict(annotation.values) | ({"note": (annotation.note,)} if annotation.note else {})
        within = "document." if ends is None else ""
        marks.append(Mark(inception.type_name(annotation.layer, out, within), ends, values))
    return Cas(text, marks)
