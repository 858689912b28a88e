"""JSONL: a table of annotations with one flat JSON object per row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import an_object
from frameline.exchange.files.safety import first_value, read_json_lines
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.model_output import answer, flat, is_batch, unfolded
from frameline.exchange.formats.tables.sheets import MAX_CELLS, Sheet
from frameline.exchange.formats.tables.tabular import read_sheets
from frameline.exchange.formats.tables.tabular_writing import table, table_cannot_hold
from frameline.exchange.model.columns import CODE, CODER, DOCUMENT, VARIABLE, meaning
from frameline.exchange.model.project import Left, Options, Project

_PREFIXES = (CODE, CODER, DOCUMENT, VARIABLE)


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file's first line is an object that names a document, or a model's answer."""
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{" or path.suffix == ".json":
        return False
    row = first_value(path, head)
    if not isinstance(row, dict) or _of_others(row):
        return False
    return is_batch(row) or any(meaning(name) == "document" for name in row)


def _of_others(row: Mapping[str, Any]) -> bool:
    """Whether an object is of doccano or Prodigy, or a W3C annotation."""
    if "_input_hash" in row or "@context" in row or ("spans" in row and "answer" in row):
        return True
    text = isinstance(row.get("text", row.get("data")), str)
    lists = ("label", "labels", "annotations", "entities", "cats", "relations", "comments")
    return text and any(isinstance(row.get(name), list) for name in (*lists, "Comments"))


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read tables of one project; see `frameline.exchange.formats.tables.tabular`.

    Numbers are taken as the text Python writes for them; ``true`` and ``false`` as these words.
    Lists are several codes; fields of inner objects are columns of their own.
    """
    return read_sheets([_sheet(path) for path in paths], options)


def _sheet(path: Path) -> Sheet:
    header: dict[str, int] = {}
    found: list[tuple[int, dict[str, str]]] = []
    sheet = Sheet(path, [], [], row="line")
    for number, value in read_json_lines(path, sheet.faults.append):
        place = f"line {number}"
        try:
            row = an_object(value, path.name, place)
            row = answer(row, path.name, place) if is_batch(row) else row
            several = [
                {
                    name: _cell(cell, path.name, place, name)
                    for name, cell in flat(one, path.name, place).items()
                }
                for one in unfolded(row)
            ]
        except ExchangeError as error:
            sheet.faults.append(error)
            continue
        for cells in several:
            for name in cells:
                header.setdefault(name, len(header))
            found.append((number, cells))
        if len(found) * len(header) > MAX_CELLS:
            raise ExchangeError(
                path.name, place, "more cells than can be handled", f"up to {MAX_CELLS:,}",
                "split the table",
            )  # fmt: skip
    if not found:
        if sheet.faults:
            raise sheet.faults[0]
        raise ExchangeError(path.name, "line 1", "an empty file", "an object on each line")
    names = _runs(header, found)
    sheet.header = _short_names(names)
    sheet.rows = [(number, [row.get(name, "") for name in names]) for number, row in found]
    return sheet


def _short_names(names: Sequence[str]) -> list[str]:
    """Paths by their last part, where that is the name of one field only."""
    last = Counter(name.rsplit(".", 1)[-1] for name in names)
    short = [name.rsplit(".", 1)[-1] for name in names]
    return [
        part if last[part] == 1 and not name.startswith(_PREFIXES) and meaning(part) else name
        for name, part in zip(names, short, strict=True)
    ]


def _runs(header: Mapping[str, int], found: list[tuple[int, dict[str, str]]]) -> list[str]:
    """The columns; several runs of a model over the same documents are a coder each."""
    model = next((name for name in header if meaning(name) == "coder"), "")
    run = next((name for name in header if name.casefold() in ("run", "run_id", "sample")), "")
    if model and run and len({row.get(run, "") for _, row in found}) > 1:
        for _, row in found:
            row[model] = f"{row.get(model, '')} run {row.get(run, '')}".strip()
        return [name for name in header if name != run]
    return list(header)


def _cell(value: Any, file: str, place: str, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        plain = [str(one) for one in value if isinstance(one, str | int | float)]
        if len(plain) < len(value):
            raise ExchangeError(
                file, f"{place}, {name}", "a list with objects in it", "a list of codes",
                "write one object for each annotation",
            )  # fmt: skip
        return json.dumps(plain, ensure_ascii=False)
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
