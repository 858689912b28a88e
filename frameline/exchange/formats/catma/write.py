"""CATMA: what it cannot hold, and a project written as it."""

from __future__ import annotations

from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.files.saving import save, save_folder
from frameline.exchange.formats.catma.collections import Writer
from frameline.exchange.formats.catma.tags import is_colour
from frameline.exchange.formats.inception import NOTES
from frameline.exchange.model import losses
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.losses import lost
from frameline.exchange.model.project import (
    Left,
    Project,
)

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What the files would lose."""
    codes = [code for variable in project.variables for code in variable.codes]
    marks = list(all_annotations(project.codings))
    return [
        *losses.losses(
            project,
            losses.document_level,
            losses.layers,
            losses.quotes,
            losses.units,
            losses.facts,
            losses.variable_labels,
            losses.code_labels,
        ),
        *lost("annotations of no characters", "a place in CATMA has at least one",
              (any(s.start == s.end for s in a.spans) for a in marks)),
        *lost("definitions of codes", "a tag has none", (code.definition for code in codes)),
        *lost("colours of codes", "only #rrggbb can be written",
              (code.colour and not is_colour(code.colour) for code in codes)),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write a folder, or a zip of it: for each document its text and a collection per coder."""
    for variable in {name for a in all_annotations(project.codings) for name in a.values}:
        if variable in NOTES or variable.startswith("catma_"):
            raise ExchangeError(
                out.name, f"variable {variable!r}", "a name CATMA files give another meaning",
                "any name but " + ", ".join(NOTES) + " and catma_...", "rename it in the codebook",
            )  # fmt: skip
    files = Writer(project, out.name).files()
    if out.suffix.lower() == ".zip":
        return [save(out, zip_bytes(files))]
    return save_folder(out, files)
