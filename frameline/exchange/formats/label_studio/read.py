"""Label Studio: its JSON export (and JSON_MIN), one task per document.

Each ``from_name`` is a variable; results of one region are one annotation; each coder's work on a
task is one element of ``annotations``. Places are code points, in older versions UTF-16 units:
the quoted text decides.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import read_json
from frameline.exchange.formats.label_studio.tasks import Config, TaskReader, Work, read_config
from frameline.exchange.formats.label_studio.texts import TaskTexts
from frameline.exchange.formats.tables.csv_table import is_label_studio_csv
from frameline.exchange.formats.tables.delimited import read_sheet
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Options, Project


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file looks like an export of Label Studio, or its configuration."""
    if path.suffix.lower() == ".csv":
        return is_label_studio_csv(head)
    if path.suffix.lower() == ".xml":
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<View")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    full = b'"data"' in head and (b'"annotations"' in head or b'"completions"' in head)
    return start in (b"[", b"{") and (full or b'"annotation_id"' in head)


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read one or several exports of one project, with its configuration where given.

    A row is a result, or an element of ``annotations`` without results, or a task nobody worked
    on. Drafts and cancelled work are left, predictions too unless they were asked for, as are
    relations and results about images or sound. Tasks that name one document and have different
    texts are its parts.

    Raises
    ------
    ExchangeError
        With task, annotation and result.
    """
    config = Config()
    for path in paths:
        if path.suffix.lower() == ".xml":
            config = read_config(path)
    files = [path for path in paths if path.suffix.lower() != ".xml"]
    gatherer = Gatherer(", ".join(path.name for path in files), options.strict)
    waiting: list[Waiting] = []
    parts: dict[str, str] = {}
    for path in files:
        gatherer.file = path.name
        tasks, answers = _tasks(path)
        known = {**config.variables, **answers}
        texts = TaskTexts(path.name, options, config.text, known, gatherer)
        texts.look_ahead(tasks)
        reader = TaskReader(path, options, texts, gatherer)
        for number, task in enumerate(tasks, start=1):
            for done in reader.task(task, f"task {number}"):
                waiting += _waiting(done, path.name, gatherer)
        parts.update(texts.parts)
    gatherer.file = ", ".join(path.name for path in files)
    unit = place_all(waiting, gatherer, options, texts=parts)
    variables = variables_seen(gatherer.project(()).codings, config.variables)
    return gatherer.project(variables, unit)


def _tasks(path: Path) -> tuple[list[Any], dict[str, None]]:
    """The tasks of a file; of a CSV export, which has JSON in its cells, the answers too."""
    if path.suffix.lower() != ".csv":
        tasks = read_json(path)
        return (tasks if isinstance(tasks, list) else [tasks]), {}
    sheet = read_sheet(path, ",;\t")
    rows = [dict(zip(sheet.header, cells, strict=True)) for _, cells in sheet.rows]
    answers = {n: None for row in rows for n, cell in row.items() if _inside(cell) is not None}
    read = []
    for row in rows:
        found: dict[str, Any] = {n: cell for n, cell in row.items() if cell}
        for name in answers:
            if row[name]:
                inside = _inside(row[name])
                found[name] = [row[name]] if inside is None else inside
        read.append(found)
    return read, answers


def _inside(cell: str) -> Any:
    """The list or object that a cell holds as JSON; None for any other text."""
    if not cell.startswith(("[", "{")):
        return None
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict | list) else None


def _waiting(done: Work, file: str, gatherer: Gatherer) -> list[Waiting]:
    """The regions of one coder's work, to be placed once all are known."""
    text, found = done.text, []
    if not done.regions:
        return [Waiting(file, done.place, text.document, done.coder, None)]
    for region in done.regions:
        if region.span and text.counted is None:
            error = ExchangeError(
                file, region.place, text.why, "a field of data with the text",
                "say with --map which is document_text",
            )  # fmt: skip
            gatherer.fault(error, "annotations", region.rows)
            continue
        unit = text.unit if not region.span else ""
        quote = region.quote or ((text.counted or "") if unit else "")
        said = Annotation((), region.values, quote=quote, note=region.note, unit=unit)
        mark = Mark([region.span], region.quote, region.place) if region.span else None
        found.append(
            Waiting(file, region.place, text.document, done.coder, said, mark, region.rows,
                    text.key, text.moved)
        )  # fmt: skip
    return found
