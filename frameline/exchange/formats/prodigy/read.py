"""Prodigy: JSONL as ``prodigy db-out`` writes it, one task of one annotator per line.

``spans`` are annotations with a ``label``, ``accept`` lists the options chosen for the whole
text, a task's own ``label`` was put to the annotator and accepted. spaCy counts code points; the
texts of ``tokens`` show whether the file does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object
from frameline.exchange.files.safety import first_value, read_json_lines
from frameline.exchange.formats.prodigy.names import ACCEPT, LABEL
from frameline.exchange.model.columns import FACTS, meaning
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import CODE_POINTS, Mark, Ruler, detect_file
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Document,
    Options,
    Project,
    Variable,
)

_OWN = frozenset({"_input_hash", "_task_hash", "_session_id", "_annotator_id", "answer"})

_TAKEN = _OWN | frozenset(
    "text spans tokens options accept label meta config relations html _view_id _timestamp "
    "_is_binary".split()
)


@dataclass
class _Task:
    """One line, understood but for its offsets."""

    place: str
    document: str
    coder: str
    said: list[tuple[tuple[int, int] | None, Annotation]] = field(default_factory=list)


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file's first line looks like one of Prodigy's tasks."""
    task = first_value(path, head)
    return isinstance(task, dict) and "text" in task and bool(_OWN & task.keys())


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read the tasks of one project; a row is a span or a choice, or a task without any.

    Raises
    ------
    ExchangeError
        With the line.
    """
    gatherer = Gatherer(", ".join(path.name for path in paths))
    tasks: list[tuple[str, _Task]] = []
    marks: dict[str, list[Mark]] = {}
    known: dict[str, Variable] = {}
    for path in paths:
        gatherer.file = path.name
        coder = gatherer.unnamed(path.name, options)
        for number, value in read_json_lines(path):
            place = f"line {number}"
            task = an_object(value, path.name, place)
            taken = _task(task, place, coder, options, gatherer)
            if taken is None:
                continue
            tasks.append((path.name, taken))
            marks.setdefault(taken.document, []).extend(_marks(task, taken, path.name))
            _options(task, path.name, place, known)
    gatherer.file = ", ".join(path.name for path in paths)
    unit = _placed(tasks, marks, gatherer, options)
    return gatherer.project(variables_seen(gatherer.project(()).codings, known), unit)


def _task(
    task: dict[str, Any], place: str, coder: str, options: Options, gatherer: Gatherer
) -> _Task | None:
    file = gatherer.file
    spans = a_list(task.get("spans"), file, f"{place}, spans")
    accepted = a_list(task.get("accept"), file, f"{place}, accept")
    relations = len(a_list(task.get("relations"), file, f"{place}, relations"))
    asked = 1 if task.get("label") is not None and not spans and not accepted else 0
    rows = max(len(spans) + len(accepted) + asked + relations, 1)
    gatherer.rows += rows
    answer = task.get("answer", "accept")
    if answer not in ("accept", "reject", "ignore"):
        raise ExchangeError(
            file, f"{place}, answer", repr(answer)[:40], "accept, reject, ignore", "correct it"
        )
    document = _document(task, place, options, gatherer)
    if answer != "accept":
        gatherer.leave(rows, f"rows of tasks answered {answer}", "only accepted work counts")
        return None
    gatherer.used += rows - relations if rows > relations else 0
    gatherer.leave(relations, "relations", "annotations are not linked here")
    who = task.get("_annotator_id") or task.get("_session_id") or coder
    taken = _Task(place, document, a_name(who, file, f"{place}, _annotator_id"))
    for order, span in enumerate(spans, start=1):
        taken.said.append(_span(span, file, f"{place}, span {order}"))
    if accepted or asked:
        chosen = [task["label"]] if asked else accepted
        codes = tuple(a_name(one, file, f"{place}, accept") for one in chosen)
        taken.said.append((None, Annotation(values={LABEL if asked else ACCEPT: codes})))
    return taken


def _span(value: Any, file: str, place: str) -> tuple[tuple[int, int], Annotation]:
    span = an_object(value, file, place)
    start = a_place(span.get("start"), file, f"{place}, start")
    end = a_place(span.get("end"), file, f"{place}, end")
    if end < start:
        found = f"end {end} before start {start}"
        raise ExchangeError(file, place, found, "start <= end", "correct it")
    label = span.get("label")
    values = {} if label in (None, "") else {LABEL: (a_name(label, file, f"{place}, label"),)}
    quote = a_text(span.get("text"), file, f"{place}, text")
    return (start, end), Annotation(values=values, quote=quote)


def _document(task: dict[str, Any], place: str, options: Options, gatherer: Gatherer) -> str:
    file = gatherer.file
    text = a_text(task.get("text"), file, f"{place}, text")
    fields = {k: v for k, v in task.items() if k not in _TAKEN}
    fields.update(an_object(task.get("meta") or {}, file, f"{place}, meta"))
    facts: dict[str, str] = {}
    name = ""
    for given, value in fields.items():
        mapped = options.columns.get(given, given)
        if value is None or isinstance(value, dict | list):
            continue
        if meaning(mapped) == "document" and not name:
            name = a_name(value, file, f"{place}, {given}")
        elif meaning(mapped) in FACTS or given in options.columns:
            facts[meaning(mapped) or mapped] = str(value)
        # Other fields of a task, such as a score, differ from task to task of one text.
    if not name:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
        name = f"text-{task.get('_input_hash', digest)}"
    gatherer.document(Document(name, text, facts), place)
    return name


def _marks(task: dict[str, Any], taken: _Task, file: str) -> list[Mark]:
    """The places of a task with what is quoted there, by its spans and by its tokens."""
    where = f"{file}, {taken.place}"
    found = [Mark([at], said.quote, where) for at, said in taken.said if at]
    tokens = a_list(task.get("tokens"), file, f"{taken.place}, tokens") if found else []
    for order, value in enumerate(tokens, start=1):
        place = f"{taken.place}, token {order}"
        token = an_object(value, file, place)
        at = (a_place(token.get("start"), file, place), a_place(token.get("end"), file, place))
        found.append(Mark([at], a_text(token.get("text"), file, place), f"{file}, {place}"))
    return found


def _options(task: dict[str, Any], file: str, place: str, known: dict[str, Variable]) -> None:
    """The codes a task offered, in their order and with their texts."""
    codes = list(known[ACCEPT].codes) if ACCEPT in known else []
    seen = {code.code for code in codes}
    for value in a_list(task.get("options"), file, f"{place}, options"):
        option = an_object(value, file, f"{place}, options")
        code = a_name(option.get("id"), file, f"{place}, options, id")
        if code not in seen:
            seen.add(code)
            label = a_text(option.get("text"), file, f"{place}, options, text")
            codes.append(Code(code, "" if label == code else label))
    if codes:
        known[ACCEPT] = Variable(ACCEPT, tuple(codes))


def _placed(
    tasks: Sequence[tuple[str, _Task]], marks: dict[str, list[Mark]], gatherer: Gatherer,
    options: Options,
) -> str:  # fmt: skip
    texts = {d.id: d.text or "" for d in gatherer.project(()).documents}
    pairs = [(texts[name], found) for name, found in marks.items()]
    unit = detect_file(pairs, file=gatherer.file, rule=CODE_POINTS, override=options.offsets)
    rulers = {name: Ruler(texts[name], unit) for name in marks}
    for file, task in tasks:
        into = gatherer.coding(task.document, task.coder)
        for at, said in task.said:
            spans = (rulers[task.document].located(*at, file, task.place),) if at else ()
            into.append(Annotation(spans, said.values, quote=said.quote))
    return unit
