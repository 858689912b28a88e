"""TEI: what it cannot hold, and a project written as it."""

from __future__ import annotations

from pathlib import Path

from frameline.exchange.files.saving import save
from frameline.exchange.formats.tei.corpus import corpus, is_id
from frameline.exchange.model import losses
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.losses import lost
from frameline.exchange.model.project import (
    Left,
    Project,
)

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What the file would lose."""
    names = [a.id for a in all_annotations(project.codings) if a.id]
    kept = {name for name in names if is_id(name)}
    groups = (
        code.parent and code.parent not in {other.code for other in variable.codes}
        for variable in project.variables
        for code in variable.codes
    )
    return [
        *losses.losses(project, losses.quotes, losses.units, losses.code_colours),
        *lost("ids of annotations", "only names XML knows can be written, each once",
              range(1, len(names) - len(kept) + 1)),
        *lost("parents of codes", "only codes can be parents", groups),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write one file: a corpus of TEI documents, each with its annotations."""
    return [save(out, corpus(project, out.name))]
