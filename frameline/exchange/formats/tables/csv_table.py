"""CSV: a table of annotations with commas (or semicolons, as some spreadsheets save it)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from frameline.exchange.formats.tables.delimited import read_delimited, write_delimited
from frameline.exchange.formats.tables.tabular_writing import table_cannot_hold
from frameline.exchange.model.project import Left, Options, Project


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file looks like a CSV table."""
    return (
        bool(head)
        and path.suffix.lower() == ".csv"
        and not (is_label_studio_csv(head) or is_codebook(head))
    )


def is_label_studio_csv(head: bytes) -> bool:
    """Whether a table is what Label Studio exports as CSV: JSON in cells, a row per annotation."""
    first = head.split(b"\n", 1)[0]
    return b"annotation_id" in first and b"lead_time" in first and b"annotator" in first


def is_codebook(head: bytes) -> bool:
    """Whether a table is a codebook of Taguette: tags with descriptions, and nothing coded."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    names = [cell.strip().strip('"').casefold() for cell in first.split(",")]
    return names[:2] == ["tag", "description"] and all(
        n.startswith("number of ") for n in names[2:]
    )


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read tables of one project; see `frameline.exchange.formats.tables.tabular`."""
    return read_delimited(paths, options, ",;\t|")


def cannot_hold(project: Project) -> list[Left]:
    """What of a project a table would lose."""
    return table_cannot_hold(project)


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as one long table."""
    return write_delimited(project, out, ",")
