"""Label Studio: what it cannot hold, and a project written as it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frameline.exchange.files.saving import save
from frameline.exchange.model import losses
from frameline.exchange.model.columns import FACTS, meaning
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.losses import lost
from frameline.exchange.model.project import (
    Annotation,
    Coding,
    Document,
    Left,
    Project,
)
from frameline.exchange.model.writing import cover, quote_of, texts_of


def cannot_hold(project: Project) -> list[Left]:
    """What of a project an export for Label Studio would lose."""
    annotations = list(all_annotations(project.codings))
    silent = (not a.spans and not a.values and not a.note for a in annotations)
    return [
        *losses.losses(
            project,
            losses.discontinuous,
            losses.layers,
            losses.ids,
            losses.units,
            losses.described_variables,
        ),
        *lost("annotations that say nothing", "a result needs a place or an answer", silent),
    ]


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as tasks with annotations, ready to be imported there.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts = texts_of(project, out.name)
    tasks = []
    for number, document in enumerate(project.documents, start=1):
        codings = [c for c in project.codings if c.document == document.id]
        tasks.append(
            {
                "id": number,
                "data": _data(document),
                "annotations": [_annotation(c, texts[document.id]) for c in codings],
            }
        )
    return [save(out, json.dumps(tasks, ensure_ascii=False, indent=1).encode("utf-8"))]


def _data(document: Document) -> dict[str, str]:
    data = {"document": document.id, "text": document.text or ""}
    for name, value in document.facts.items():
        taken = meaning(name) and meaning(name) not in FACTS
        data[f"document.{name}" if taken else name] = value
    return data


def _annotation(coding: Coding, text: str) -> dict[str, Any]:
    # Label Studio knows its own coders by number, and others by their address.
    number = coding.coder.isascii() and coding.coder.isdigit() and coding.coder[0] != "0"
    who: Any = int(coding.coder) if number else {"email": coding.coder}
    results = []
    for order, said in enumerate(coding.annotations, start=1):
        results += list(_results(said, f"a{order}", text))
    return {"completed_by": who, "was_cancelled": False, "result": results}


def _results(said: Annotation, key: str, text: str) -> Iterator[dict[str, Any]]:
    at: dict[str, Any] = {}
    span = cover(said)
    if span is not None:
        quote = quote_of(said, text)
        at = {"start": span.start, "end": span.end}
        if quote:
            at["text"] = quote
    named = {"id": key, "to_name": "text"}
    kind = "labels" if span is not None else "choices"
    if span is not None and not said.values:
        yield {**named, "from_name": "label", "type": kind, "value": {**at, "labels": []}}
    for name, codes in said.values.items():
        yield {**named, "from_name": name, "type": kind, "value": {**at, kind: list(codes)}}
        kind = "choices"
    if said.note:
        value = {**at, "text": [said.note]}
        yield {**named, "from_name": "note", "type": "textarea", "value": value}
