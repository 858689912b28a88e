"""W3C Web Annotation: what it cannot hold, and a project written as it."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import quote

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import file_names, safe_name
from frameline.exchange.files.saving import save, save_folder
from frameline.exchange.formats.web_annotation.names import CODE, DOCUMENT
from frameline.exchange.model import losses
from frameline.exchange.model.losses import lost
from frameline.exchange.model.offsets import covered
from frameline.exchange.model.project import (
    Annotation,
    Coding,
    Document,
    Left,
    Project,
    Span,
)
from frameline.exchange.model.soundness import codings_by_document

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_NAMESPACE = uuid.UUID("0b0d6c35-4a4e-5d67-8f0f-6b7d6a1c2e55")

#: How far before and after a place a quote selector looks.
_AROUND = 20

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What a file, or a folder, would lose."""
    texts = (document.text is not None for document in project.documents)
    return [
        *losses.losses(
            project,
            losses.empty_codings,
            losses.layers,
            losses.units,
            losses.facts,
            losses.codebook,
            losses.variable_labels,
        ),
        *lost("texts", "a file only points into them; a folder has them beside it", texts),
    ]


def write(project: Project, out: Path) -> list[Path]:
    """Write one file (.jsonld, .json), or a folder of it and the texts."""
    by_document = codings_by_document(project, out.name)
    taken: set[str] = set()
    items = [
        _item(document, coding, number, taken)
        for document in project.documents
        for coding in by_document[document.id]
        for number in range(len(coding.annotations))
    ]
    page = {"@context": _CONTEXT, "id": "urn:frameline:page", "type": "AnnotationPage",
            "items": items}  # fmt: skip
    data = (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    if out.suffix.lower() in (".json", ".jsonld"):
        return [save(out, data)]
    names = file_names(document.id for document in project.documents)
    files = {"annotations.jsonld": data}
    for document in project.documents:
        if document.text is not None:
            if names[document.id] != safe_name(document.id):
                raise ExchangeError(
                    out.name, f"document {document.id!r}", "a name another document has as well, "
                    "as names of files go", "names that differ in more than case", "rename one",
                )  # fmt: skip
            mark = "\ufeff" if document.text.startswith("\ufeff") else ""
            files[f"texts/{names[document.id]}.txt"] = (mark + document.text).encode("utf-8")
    return save_folder(out, files)


def _item(document: Document, coding: Coding, number: int, taken: set[str]) -> dict[str, Any]:
    annotation = coding.annotations[number]
    name = annotation.id
    if ":" not in name or name in taken:
        parts = "\0".join((document.id, coding.coder, str(number)))
        name = uuid.uuid5(_NAMESPACE, parts).urn
    taken.add(name)
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "id": f"{CODE}{quote(variable, safe='')}:{quote(code, safe='')}",
         "purpose": "tagging", "value": code}
        for variable, codes in annotation.values.items()
        for code in codes
    ]  # fmt: skip
    if annotation.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": annotation.note})
    return {
        "id": name,
        "type": "Annotation",
        "creator": {"type": "Person", "name": coding.coder},
        "body": bodies,
        "target": _target(document, annotation),
    }


def _target(document: Document, annotation: Annotation) -> Any:
    source = DOCUMENT + quote(document.id, safe="")
    said = annotation.quote if len(annotation.spans) == 1 else ""
    parts = [
        {"type": "SpecificResource", "source": source,
         "selector": _selectors(document.text, span, said)}
        for span in annotation.spans
    ]  # fmt: skip
    if not parts:
        return source
    return parts[0] if len(parts) == 1 else {"type": "Composite", "items": parts}


def _selectors(text: str | None, span: Span, said: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    ]
    exact = said if text is None else covered(text, [span])
    if exact:
        quoting = {"type": "TextQuoteSelector", "exact": exact}
        if text is not None:
            quoting["prefix"] = text[max(0, span.start - _AROUND) : span.start]
            quoting["suffix"] = text[span.end : span.end + _AROUND]
        found.append(quoting)
    return found
