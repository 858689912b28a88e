"""A Frameline corpus folder as one format among the others.

Importing one corpus into a new one with a mapping file renames and merges codes: that is how data
follow a new version of a codebook, the old corpus staying as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.importing import Wishes, import_project
from frameline.exchange.model.project import Left, Options, Project
from frameline.exchange.outgoing.exporting import project_of


def sniff(path: Path, head: bytes) -> bool:
    """Whether a folder has documents.csv."""
    return not head and (path / "documents.csv").is_file()


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read one corpus folder, with its texts where it holds them."""
    if len(paths) != 1:
        raise ExchangeError("", "", f"{len(paths)} corpora", "one", "import them one by one")
    return project_of(paths[0])


def cannot_hold(project: Project) -> list[Left]:
    """Nothing is lost but the order of annotations: they stand in reading order."""
    return []


def write(project: Project, out: Path) -> list[Path]:
    """Write a new corpus folder, texts included."""
    outcome = import_project(project, out, Wishes(keep_texts=True, source="a project"))
    return [out / name for name in outcome.files]
