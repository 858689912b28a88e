"""Prodigy: what it cannot hold, and a project written as it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from frameline.exchange.files.saving import save
from frameline.exchange.formats.prodigy.names import ACCEPT, LABEL
from frameline.exchange.model.columns import FACTS
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.losses import LABELS_ONLY, losses, lost
from frameline.exchange.model.project import (
    Coding,
    Left,
    Project,
)
from frameline.exchange.model.writing import (
    cover,
    json_line,
    labels,
    quote_of,
    texts_of,
    variable_names,
)

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What of a project Prodigy would lose."""
    annotations = list(all_annotations(project.codings))
    spanned, whole = [a for a in annotations if a.spans], [a for a in annotations if not a.spans]
    worked = {c.document for c in project.codings}
    other = {f for d in project.documents for f in d.facts} - set(FACTS)
    renamed = [set(a.values) - {LABEL} for a in spanned] + [set(a.values) - {ACCEPT} for a in whole]
    return [
        *losses(project, *LABELS_ONLY),
        *lost("annotations with other variables than label and accept",
              "Prodigy knows labels only; several variables are written as variable: code",
              renamed),
        *lost("whole-text annotations without a code", "Prodigy marks codes",
              (not a.values for a in whole)),
        *lost("documents nobody worked on", "Prodigy has tasks that were done",
              (d.id not in worked for d in project.documents)),
        *lost("facts", "only title, author, outlet and date are read back", other),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write a task for each coder and document, and one more for each further whole-text answer.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts = texts_of(project, out.name)
    # One variable for spans and one for whole texts need no telling apart.
    only = set(variable_names(project)) <= {LABEL, ACCEPT} or len(variable_names(project)) < 2
    documents = {document.id: document for document in project.documents}
    lines = []
    for coding in project.codings:
        document = documents[coding.document]
        meta = {"document": document.id, **document.facts}
        for task in _written(coding, texts[document.id], only):
            common = {"meta": meta, "answer": "accept", "_annotator_id": coding.coder}
            lines.append(json_line({"text": document.text, **task, **common}))
    return [save(out, "".join(lines).encode("utf-8"))]


def _written(coding: Coding, text: str, only: bool) -> list[dict[str, Any]]:
    """The tasks of one coding, in the order of its annotations."""
    tasks: list[dict[str, Any]] = [{"spans": []}]
    for said in coding.annotations:
        if "accept" in tasks[-1]:
            tasks.append({"spans": []})
        if not said.spans:
            tasks[-1]["accept"] = labels(said, only)
        if span := cover(said):
            quote = quote_of(said, text)
            for label in labels(said, only):
                one = {"start": span.start, "end": span.end, "label": label}
                tasks[-1]["spans"].append({**one, **({"text": quote} if quote else {})})
    return tasks
