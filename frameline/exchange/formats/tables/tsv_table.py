"""TSV: a table of annotations with tabs. (WebAnno's TSV is a format of its own.)"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from frameline.exchange.formats.tables.delimited import read_delimited, write_delimited
from frameline.exchange.formats.tables.tabular_writing import table_cannot_hold
from frameline.exchange.model.project import Left, Options, Project


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file looks like a TSV table."""
    other = head.startswith(b"#FORMAT=WebAnno")
    return bool(head) and path.suffix.lower() in (".tsv", ".tab") and not other


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read tables of one project; see `frameline.exchange.formats.tables.tabular`."""
    return read_delimited(paths, options, "\t")


def cannot_hold(project: Project) -> list[Left]:
    """What of a project a table would lose."""
    return table_cannot_hold(project)


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as one long table."""
    return write_delimited(project, out, "\t")
