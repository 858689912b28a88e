"""Argilla: what it cannot hold, and a project written as its records (version 2).

A variable is a question. One that is said of whole texts and of places is two, as a question of
Argilla is answered by labels or by places.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from frameline.exchange.files.saving import save
from frameline.exchange.model import losses
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.project import Coding, Document, Left, Project
from frameline.exchange.model.writing import cover, texts_of, variable_names

#: What the question about whole texts is called where places answer the variable's own.
WHOLE = " (text)"


def cannot_hold(project: Project) -> list[Left]:
    """What of a project Argilla would lose."""
    said = list(all_annotations(project.codings))
    whole = [c for c in project.codings if sum(not a.spans for a in c.annotations) > 1]
    both = _at_places(project) & {name for a in said if not a.spans for name in a.values}
    coders = dict.fromkeys(c.coder for c in project.codings)
    return [
        *losses.losses(
            project, losses.discontinuous, losses.layers, losses.ids, losses.units, losses.notes,
            losses.repeated, losses.codeless, losses.bare_document_level,
            losses.codebook, losses.variable_labels,
        ),
        *losses.lost("codings with several annotations of the whole text",
                     "a user answers a question once for a record", whole),
        *losses.lost("variables said of whole texts and of places",
                     "a question is answered by labels or by places", both),
        *losses.lost("names of coders", "Argilla's server knows users by their ids: put these in "
                     "user_id before you log the records", (not _is_id(c) for c in coders)),
    ]  # fmt: skip


def _is_id(coder: str) -> bool:
    try:
        return bool(UUID(coder))
    except ValueError:
        return False


def write(project: Project, out: Path) -> list[Path]:
    """Write a record for each document, with the responses of all coders.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts_of(project, out.name)
    places = _at_places(project)
    questions = variable_names(project)
    codings: dict[str, list[Coding]] = {}
    for coding in project.codings:
        codings.setdefault(coding.document, []).append(coding)
    records = [
        _record(document, codings.get(document.id, []), places, questions)
        for document in project.documents
    ]
    text = json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    return [save(out, text.encode("utf-8"))]


def _at_places(project: Project) -> set[str]:
    """The variables that are said of places."""
    return {name for a in all_annotations(project.codings) if a.spans for name in a.values}


def _record(
    document: Document, codings: list[Coding], places: set[str], questions: list[str]
) -> dict[str, Any]:
    responses: dict[str, list[dict[str, Any]]] = {}
    for coding in codings:
        answers: dict[str, list[Any]] = {}
        for question, value in _answers(coding, places, document.text or ""):
            answers.setdefault(question, []).append(value)
        if not coding.annotations and questions:
            answers[questions[0]] = []
        for question, values in answers.items():
            one = {"value": values, "user_id": coding.coder, "status": "submitted"}
            responses.setdefault(question, []).append(one)
    return {
        "id": document.id,
        "fields": {"text": document.text},
        "metadata": dict(document.facts),
        "suggestions": {},
        "responses": responses,
        "vectors": {},
    }


def _answers(coding: Coding, places: set[str], text: str) -> Iterator[tuple[str, Any]]:
    """Each question of a coding with one label or place, in the order of its annotations."""
    for said in coding.annotations:
        span = cover(said)
        for name, codes in said.values.items():
            for code in codes:
                if span is None:
                    yield (f"{name}{WHOLE}" if name in places else name), code
                else:
                    place = {"start": span.start, "end": span.end, "label": code}
                    yield name, {**place, "text": text[span.start : span.end]}
