"""Prodigy: JSONL as ``prodigy db-out`` writes it, one task of one annotator per line.

``spans`` are annotations with a ``label``, ``accept`` lists the options chosen for the whole
text, a task's own ``label`` was put to the annotator and accepted. spaCy counts code points; the
texts of ``tokens`` show whether the file does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object
from frameline.exchange.files.safety import first_value, read_json_lines
from frameline.exchange.formats.prodigy.names import ACCEPT, LABEL
from frameline.exchange.model.columns import FACTS, meaning
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import CODE_POINTS, Mark
from frameline.exchange.model.placing import Waiting, place_all
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
    gatherer = Gatherer(", ".join(path.name for path in paths), options.strict)
    waiting: list[Waiting] = []
    witnesses: dict[str, list[Mark]] = {}
    known: dict[str, Variable] = {}
    for path in paths:
        gatherer.file = path.name
        coder = gatherer.unnamed(path.name, options)
        for number, value in read_json_lines(path, gatherer.faulty_row):
            place = f"line {number}"
            with gatherer.attempt("tasks", _rows_of(value)):
                task = an_object(value, path.name, place)
                waiting += _task(task, place, coder, options, gatherer, witnesses)
                _options(task, path.name, place, known)
    gatherer.file = ", ".join(path.name for path in paths)
    unit = place_all(waiting, gatherer, options, rule=CODE_POINTS, witnesses=witnesses)
    return gatherer.project(variables_seen(gatherer.project(()).codings, known), unit)


def _rows_of(task: Any) -> int:
    """As how many rows a task counts that cannot be read at all."""
    if not isinstance(task, dict):
        return 1
    lists = [task[n] for n in ("spans", "accept", "relations") if isinstance(task.get(n), list)]
    return sum(map(len, lists)) or 1


def _task(
    task: dict[str, Any],
    place: str,
    coder: str,
    options: Options,
    gatherer: Gatherer,
    witnesses: dict[str, list[Mark]],
) -> list[Waiting]:
    file = gatherer.file
    spans = a_list(task.get("spans"), file, f"{place}, spans")
    accepted = a_list(task.get("accept"), file, f"{place}, accept")
    relations = len(a_list(task.get("relations"), file, f"{place}, relations"))
    asked = 1 if task.get("label") is not None and not spans and not accepted else 0
    rows = max(len(spans) + len(accepted) + asked + relations, 1)
    answer = task.get("answer", "accept")
    if answer not in ("accept", "reject", "ignore"):
        raise ExchangeError(
            file, f"{place}, answer", repr(answer)[:40], "accept, reject, ignore", "correct it"
        )
    document = _document(task, place, options, gatherer)
    if answer != "accept":
        gatherer.rows += rows
        gatherer.leave(rows, f"rows of tasks answered {answer}", "only accepted work counts")
        return []
    gatherer.rows += relations
    gatherer.leave(relations, "relations", "annotations are not linked here")
    said = task.get("_annotator_id") or task.get("_session_id") or coder
    who = a_name(said, file, f"{place}, _annotator_id")
    return _said(task, place, document, who, gatherer, witnesses)


def _said(
    task: dict[str, Any], place: str, document: str, who: str, gatherer: Gatherer,
    witnesses: dict[str, list[Mark]],
) -> list[Waiting]:  # fmt: skip
    """The spans and choices of one accepted task; a faulty one is left."""
    file = gatherer.file
    spans, accepted = task.get("spans") or [], task.get("accept") or []
    asked = 1 if task.get("label") is not None and not spans and not accepted else 0
    found: list[Waiting] = []
    for order, span in enumerate(spans, start=1):
        where = f"{place}, span {order}"
        with gatherer.attempt("spans"):
            at, annotation = _span(span, file, where)
            mark = Mark([at], annotation.quote, where)
            found.append(Waiting(file, where, document, who, annotation, mark))
            _count(gatherer, 1)
    if accepted or asked:
        with gatherer.attempt("choices", len(accepted) + asked):
            chosen = [task["label"]] if asked else accepted
            codes = tuple(a_name(one, file, f"{place}, accept") for one in chosen)
            whole = Annotation(values={LABEL if asked else ACCEPT: codes})
            found.append(Waiting(file, place, document, who, whole))
            _count(gatherer, len(accepted) + asked)
    elif not spans:
        found.append(Waiting(file, place, document, who, None))
        if not task.get("relations"):
            _count(gatherer, 1)
    if any(one.mark for one in found):
        witnesses.setdefault(document, []).extend(_tokens(task, place, file))
    return found


def _count(gatherer: Gatherer, rows: int) -> None:
    gatherer.rows += rows
    gatherer.used += rows


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
        if not mapped or value is None or isinstance(value, dict | list):
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


def _tokens(task: dict[str, Any], place: str, file: str) -> list[Mark]:
    """The places of a task's words, which quote the text: they tell the unit."""
    tokens = a_list(task.get("tokens"), file, f"{place}, tokens")
    found = []
    for order, value in enumerate(tokens, start=1):
        where = f"{place}, token {order}"
        token = an_object(value, file, where)
        at = (a_place(token.get("start"), file, where), a_place(token.get("end"), file, where))
        found.append(Mark([at], a_text(token.get("text"), file, where), where))
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
