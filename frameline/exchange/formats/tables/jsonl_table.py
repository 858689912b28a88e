"""JSONL: a table of annotations with one flat JSON object per row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import an_object, shown
from frameline.exchange.files.safety import first_value, read_json_lines
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.sheets import MAX_CELLS, Sheet
from frameline.exchange.formats.tables.tabular import read_sheets
from frameline.exchange.formats.tables.tabular_writing import table, table_cannot_hold
from frameline.exchange.model.columns import meaning
from frameline.exchange.model.project import Left, Options, Project


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file's first line is a flat object that names a document."""
    if head.removeprefix(b"\xef\xbb\xbf")[:1] != b"{":
        return False
    row = first_value(path, head)
    flat = isinstance(row, dict) and not any(isinstance(v, dict | list) for v in row.values())
    return flat and any(meaning(name) == "document" for name in row)


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read tables of one project; see `frameline.exchange.formats.tables.tabular`.

    Numbers are taken as the text Python writes for them; ``true`` and ``false`` as these words.
    """
    return read_sheets([_sheet(path) for path in paths], options)


def _sheet(path: Path) -> Sheet:
    header: dict[str, int] = {}
    found: list[tuple[int, dict[str, str]]] = []
    for number, value in read_json_lines(path):
        place = f"line {number}"
        row = an_object(value, path.name, place)
        for name in row:
            header.setdefault(name, len(header))
        found.append((number, {name: _cell(row[name], path.name, place, name) for name in row}))
        if len(found) * len(header) > MAX_CELLS:
            raise ExchangeError(
                path.name, place, "more cells than can be handled", f"up to {MAX_CELLS:,}",
                "split the table",
            )  # fmt: skip
    if not found:
        raise ExchangeError(path.name, "line 1", "an empty file", "an object on each line")
    rows = [(number, [row.get(name, "") for name in header]) for number, row in found]
    return Sheet(path, list(header), rows)


def _cell(value: Any, file: str, place: str, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        raise ExchangeError(
            file, f"{place}, {name}", shown(value), "text or a number",
            "flatten it, or import the format the file is in",
        )  # fmt: skip
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def cannot_hold(project: Project) -> list[Left]:
    """What of a project a table would lose."""
    return table_cannot_hold(project)


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as one long table."""
    header, rows = table(project)
    lines = [
        # The first line has every column, so that the table is known again.
        json.dumps(
            {n: c for n, c in zip(header, cells, strict=True) if c or not line}, ensure_ascii=False
        )
        for line, cells in enumerate(rows)
    ]
    return [save(out, "".join(line + "\n" for line in lines).encode("utf-8"))]
