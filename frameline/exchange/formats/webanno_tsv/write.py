"""WebAnno TSV 3: what it cannot hold, and a project written as it."""

from __future__ import annotations

from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.saving import save, save_folder
from frameline.exchange.formats import inception
from frameline.exchange.formats.webanno_tsv.words import Words, sheet
from frameline.exchange.model import losses
from frameline.exchange.model.losses import lost
from frameline.exchange.model.project import Left, Project
from frameline.exchange.model.writing import cover

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What the files would lose."""
    words = {document.id: Words(document.text or "") for document in project.documents}
    covers = (
        (words.get(coding.document), cover(annotation))
        for coding in project.codings
        for annotation in coding.annotations
    )
    blank = (found and span and found.reach(span) != span for found, span in covers)
    return [
        *losses.losses(
            project,
            losses.discontinuous,
            losses.document_level,
            losses.sets,
            losses.ids,
            losses.quotes,
            losses.units,
            losses.facts,
            losses.codebook,
            losses.variable_labels,
        ),
        *lost("annotations that begin or end between words", "only words can be marked", blank),
    ]


def write(project: Project, out: Path) -> list[Path]:
    """Write a folder, or one file (.tsv) of a single coder's work on a single document."""
    files = {}
    made = sheet(project, out.name)
    for key, path in inception.paths_of(project, ".tsv").items():
        files[path] = made(*key).encode("utf-8")
    if out.suffix.lower() != ".tsv":
        return save_folder(out, files)
    if len(files) != 1:
        raise ExchangeError(
            out.name, "", f"{len(files)} codings", "one in a file", "give the name of a folder"
        )
    return [save(out, next(iter(files.values())))]
