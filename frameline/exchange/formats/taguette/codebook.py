"""Taguette's codebook: a table of tags with their descriptions, and no coding.

A tag below another is called PARENT.TAG. What Taguette counts beside them is not read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.csv_table import is_codebook
from frameline.exchange.formats.tables.delimited import guarded, read_sheet
from frameline.exchange.formats.taguette.names import TAG, with_parents
from frameline.exchange.model.gather import Gatherer, all_annotations
from frameline.exchange.model.losses import lost
from frameline.exchange.model.project import Code, Left, Options, Project, Variable

_COLUMNS = ("tag", "description")


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file is a table of tags with descriptions, and of nothing that is coded."""
    return path.suffix.lower() == ".csv" and is_codebook(head)


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read codebooks; a row is a tag."""
    gatherer = Gatherer(paths[0].name, options.strict)
    found: dict[str, Code] = {}
    for path in paths:
        sheet = read_sheet(path, ",")
        header = [name.casefold() for name in sheet.header]
        for error in (*sheet.faults, *(error for *_, error in sheet.short)):
            gatherer.faulty_row(error, "tags")
        if not set(_COLUMNS) <= set(header):
            raise ExchangeError(path.name, "row 1", f"the columns {', '.join(header)[:200]}",
                                ", ".join(_COLUMNS), "export the codebook again")  # fmt: skip
        for number, cells in sheet.rows:
            with gatherer.attempt("tags"):
                gatherer.rows += 1
                row = dict(zip(header, cells, strict=True))
                _take(row, found, path.name, number)
                gatherer.used += 1
    return gatherer.project([Variable(TAG, tuple(with_parents(found).values()), several=True)])


def _take(row: dict[str, str], found: dict[str, Code], file: str, number: int) -> None:
    name = row["tag"].strip()
    if not name or name in found:
        what = "an empty cell" if not name else f"the tag {name!r} again"
        raise ExchangeError(file, f"row {number}, column tag", what, "a tag, each once",
                            "correct the row")  # fmt: skip
    found[name] = Code(name, definition=row["description"].strip(), parent=name.rpartition(".")[0])


def cannot_hold(project: Project) -> list[Left]:
    """What of a project the codebook leaves out: all but its codes."""
    codes = [code for _, _, code in _tags(project)]
    return [
        *lost("annotations", "a codebook has none", (True for _ in
              all_annotations(project.codings))),
        *lost("documents", "a codebook has none", (True for _ in project.documents)),
        *lost("codes below others", "written as PARENT.CODE",
              (code.parent and not code.code.startswith(f"{code.parent}.") for code in codes)),
        *lost("codes with a label beside their definition", "there is one description",
              (code.label and code.definition for code in codes)),
        *lost("colours of codes", "the format has no place for them",
              (code.colour for code in codes)),
        *lost("names of variables", "written before the code, as VARIABLE.CODE",
              (v.name != TAG for v in project.variables)),
    ]  # fmt: skip


def write(project: Project, out: Path) -> list[Path]:
    """Write the codes of a project, in the order of its variables."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for path, description, _ in _tags(project):
        writer.writerow([guarded(path), guarded(description)])
    return [save(out, stream.getvalue().encode("utf-8"))]


def _tags(project: Project) -> Iterator[tuple[str, str, Code]]:
    """The path, the description and the code of each tag, each path once."""
    seen: set[str] = set()
    several = len(project.variables) > 1
    for variable in project.variables:
        for code in variable.codes:
            below = code.parent and not code.code.startswith(f"{code.parent}.")
            path = f"{code.parent}.{code.code}" if below else code.code
            path = f"{variable.name}.{path}" if several else path
            if path not in seen:
                seen.add(path)
                yield path, code.definition or code.label, code
