"""Label Studio: its JSON export (and JSON_MIN), one task per document.

Each ``from_name`` is a variable; results of one region are one annotation; each coder's work on a
task is one element of ``annotations``. Places are code points, in older versions UTF-16 units:
the quoted text decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from frameline.exchange import losses
from frameline.exchange.columns import FACTS, meaning
from frameline.exchange.gather import Gatherer, all_annotations, variables_seen
from frameline.exchange.label_studio_tasks import Config, TaskReader, Work, read_config
from frameline.exchange.losses import lost
from frameline.exchange.model import (
    Annotation,
    Coding,
    Document,
    ExchangeError,
    Left,
    Options,
    Project,
    Span,
)
from frameline.exchange.offsets import Mark, Ruler, detect_file
from frameline.exchange.safety import read_json
from frameline.exchange.saving import save
from frameline.exchange.writing import cover, quote_of, texts_of

NAME = "label-studio"
ABOUT = "Label Studio JSON or JSON_MIN (give label_config.xml too if it is at hand)"
SUFFIXES = (".json",)


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file looks like an export of Label Studio, or its configuration."""
    if path.suffix.lower() == ".xml":
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<View")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    full = b'"data"' in head and (b'"annotations"' in head or b'"completions"' in head)
    return start in (b"[", b"{") and (full or b'"annotation_id"' in head)


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read one or several exports of one project, with its configuration where given.

    A row is a result, or an element of ``annotations`` without results, or a task nobody worked
    on. Predictions, drafts and cancelled work are left, as are relations and results about
    images, sound or web pages.

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
    gatherer = Gatherer(", ".join(path.name for path in files))
    work: list[Work] = []
    for path in files:
        gatherer.file = path.name
        tasks = read_json(path)
        reader = TaskReader(path, options, config, gatherer)
        for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], start=1):
            work += reader.task(task, f"task {number}")
    gatherer.file = ", ".join(path.name for path in files)
    unit = _placed(work, gatherer, options)
    variables = variables_seen(gatherer.project(()).codings, config.variables)
    return gatherer.project(variables, unit)


def _placed(work: Sequence[Work], gatherer: Gatherer, options: Options) -> str:
    """Tell the unit of all offsets and take every region with its place in code points."""
    texts = {d.id: d.text for d in gatherer.project(()).documents}
    marks: dict[str, list[Mark]] = {}
    for done in work:
        for region in done.regions:
            if region.span:
                if texts[done.document] is None:
                    raise ExchangeError(
                        done.file, region.place, "a place in a text that the task does not hold",
                        "a field of data with the text", "say with --map which is document_text",
                    )  # fmt: skip
                mark = Mark([region.span], region.quote, f"{done.file}, {region.place}")
                marks.setdefault(done.document, []).append(mark)
    pairs = [(texts[name] or "", found) for name, found in marks.items()]
    unit = detect_file(pairs, file=gatherer.file, override=options.offsets)
    rulers = {name: Ruler(texts[name] or "", unit) for name in marks}
    for done in work:
        into = gatherer.coding(done.document, done.coder)
        for region in done.regions:
            spans: tuple[Span, ...] = ()
            if region.span:
                ruler = rulers[done.document]
                spans = (ruler.located(*region.span, done.file, region.place),)
            into.append(Annotation(spans, region.values, quote=region.quote, note=region.note))
    return unit


def cannot_hold(project: Project) -> list[Left]:
    """What of a project an export for Label Studio would lose."""
    annotations = list(all_annotations(project.codings))
    silent = (not a.spans and not a.values and not a.note for a in annotations)
    return [
        *losses.losses(
            project,
            losses.discontinuous,
            losses.layers,
            losses.ids,
            losses.units,
            losses.described_variables,
        ),
        *lost("annotations that say nothing", "a result needs a place or an answer", silent),
    ]


def write(project: Project, out: Path) -> list[Path]:
    """Write a project as tasks with annotations, ready to be imported there.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts = texts_of(project, out.name)
    tasks = []
    for number, document in enumerate(project.documents, start=1):
        codings = [c for c in project.codings if c.document == document.id]
        tasks.append(
            {
                "id": number,
                "data": _data(document),
                "annotations": [_annotation(c, texts[document.id]) for c in codings],
            }
        )
    return [save(out, json.dumps(tasks, ensure_ascii=False, indent=1).encode("utf-8"))]


def _data(document: Document) -> dict[str, str]:
    data = {"document": document.id, "text": document.text or ""}
    for name, value in document.facts.items():
        taken = meaning(name) and meaning(name) not in FACTS
        data[f"document.{name}" if taken else name] = value
    return data


def _annotation(coding: Coding, text: str) -> dict[str, Any]:
    # Label Studio knows its own coders by number, and others by their address.
    number = coding.coder.isascii() and coding.coder.isdigit() and coding.coder[0] != "0"
    who: Any = int(coding.coder) if number else {"email": coding.coder}
    results = []
    for order, said in enumerate(coding.annotations, start=1):
        results += list(_results(said, f"a{order}", text))
    return {"completed_by": who, "was_cancelled": False, "result": results}


def _results(said: Annotation, key: str, text: str) -> Iterator[dict[str, Any]]:
    at: dict[str, Any] = {}
    span = cover(said)
    if span is not None:
        quote = quote_of(said, text)
        at = {"start": span.start, "end": span.end}
        if quote:
            at["text"] = quote
    named = {"id": key, "to_name": "text"}
    kind = "labels" if span is not None else "choices"
    if span is not None and not said.values:
        yield {**named, "from_name": "label", "type": kind, "value": {**at, "labels": []}}
    for name, codes in said.values.items():
        yield {**named, "from_name": name, "type": kind, "value": {**at, kind: list(codes)}}
        kind = "choices"
    if said.note:
        value = {**at, "text": [said.note]}
        yield {**named, "from_name": "note", "type": "textarea", "value": value}
