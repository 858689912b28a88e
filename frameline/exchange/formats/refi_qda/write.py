"""REFI-QDA: what it cannot hold, and a project written as it."""

from __future__ import annotations

from pathlib import Path

from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.files.saving import save
from frameline.exchange.formats.refi_qda.codes import is_colour
from frameline.exchange.formats.refi_qda.elements import Writer
from frameline.exchange.model import losses
from frameline.exchange.model.project import Left, Project

# --- writing ----------------------------------------------------------------------------------


def cannot_hold(project: Project) -> list[Left]:
    """What a .qdpx would lose."""
    found = losses.losses(
        project,
        losses.discontinuous,
        losses.merged_document_level,
        losses.bare_document_level,
        losses.empty_codings,
        losses.layers,
        losses.code_labels,
        losses.units,
    )
    colours = sum(
        1 for v in project.variables for c in v.codes if c.colour and not is_colour(c.colour)
    )
    if colours:
        found.append(Left(colours, "colours of codes", "only #RRGGBB can be written"))
    return found


def write(project: Project, out: Path) -> list[Path]:
    """Write a project (.qdpx), or its codes alone (.qdc)."""
    writer = Writer(project, out.name)
    if out.suffix.lower() == ".qdc":
        return [save(out, writer.codebook())]
    return [save(out, zip_bytes(writer.files(out.stem)))]
