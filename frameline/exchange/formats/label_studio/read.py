"""Label Studio: its JSON export (and JSON_MIN), one task per document.

Each ``from_name`` is a variable; results of one region are one annotation; each coder's work on a
task is one element of ``annotations``. Places are code points, in older versions UTF-16 units:
the quoted text decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import read_json
from frameline.exchange.formats.label_studio.tasks import Config, TaskReader, Work, read_config
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import Mark, Ruler, detect_file
from frameline.exchange.model.project import (
    Annotation,
    Options,
    Project,
    Span,
)


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
