"""Argilla: records with the responses of users to questions, and suggestions of models.

Each question is a variable; only responses that were submitted count. Suggestions are taken where
predictions were asked for, the agent being the coder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object, shown
from frameline.exchange.files.safety import first_value, read_json, read_json_lines
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import CODE_POINTS, Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Document, Options, Project

#: One response: the question, the user, its status, what was answered.
_Response = tuple[str, str, str, Any]


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file holds records with fields and responses."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start == b"{":
        record = first_value(path, head)
        return (
            isinstance(record, dict)
            and "fields" in record
            and ("responses" in record or "suggestions" in record)
        )
    return (
        start == b"["
        and b'"fields"' in head
        and (b'"responses"' in head or b'"suggestions"' in head)
    )


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files; a row is a place, another answer to a question, or a record without any."""
    gatherer = Gatherer(paths[0].name, options.strict)
    waiting: list[Waiting] = []
    for path in paths:
        gatherer.file = path.name
        for number, value in _records(path, gatherer):
            with gatherer.attempt("records"):
                waiting += _record(value, number, gatherer, options)
    unit = place_all(waiting, gatherer, options, rule=CODE_POINTS)
    return gatherer.project(offsets=unit)


def _records(path: Path, gatherer: Gatherer) -> Iterator[tuple[int, Any]]:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from read_json_lines(path, gatherer.faulty_row)
        return
    value = read_json(path)
    records = value.get("records", [value]) if isinstance(value, dict) else value
    yield from enumerate(a_list(records, path.name, "records"), start=1)


def _record(value: Any, number: int, gatherer: Gatherer, options: Options) -> list[Waiting]:
    file, place = gatherer.file, f"record {number}"
    record = an_object(value, file, place)
    fields = an_object(record.get("fields"), file, f"{place}, fields")
    texts = {name: text for name, text in fields.items() if isinstance(text, str)}
    key = "text" if "text" in texts else max(texts, key=lambda n: len(texts[n]), default="")
    name = a_name(record.get("id") or f"record-{number}", file, f"{place}, id")
    metadata = an_object(record.get("metadata") or {}, file, f"{place}, metadata")
    facts = {n: str(v) for n, v in metadata.items() if isinstance(v, str | int | float)}
    gatherer.document(Document(name, texts.get(key), facts), place)
    found: list[Waiting] = []
    before = gatherer.rows
    every = [*_responses(record, file, place), *_suggestions(record, file, place)]
    for question, who, status, said in every:
        where = f"{place}, {question}"
        with gatherer.attempt("responses"):
            gatherer.rows += 1
            if status == "suggested" and not options.predictions:
                why = "no coder's final word (--with predictions takes the agent as a coder)"
                gatherer.leave(1, "suggestions", why)
            elif status not in ("submitted", "suggested"):
                gatherer.leave(1, f"responses that are {status}", "only what was submitted counts")
            else:
                gatherer.rows -= 1
                found += _said(question, who, said, name, where, gatherer)
    if gatherer.rows == before:
        gatherer.rows += 1
        gatherer.used += 1
    return found


def _responses(record: dict[str, Any], file: str, place: str) -> Iterator[_Response]:
    """The responses of version 2 (by question) and of version 1 (by user)."""
    given = record.get("responses") or {}
    if isinstance(given, dict):
        for question, answers in given.items():
            for one in a_list(answers, file, f"{place}, {question}"):
                answer = an_object(one, file, f"{place}, {question}")
                who = str(answer.get("user_id") or "user")
                yield question, who, str(answer.get("status") or "submitted"), answer.get("value")
        return
    for one in a_list(given, file, f"{place}, responses"):
        answer = an_object(one, file, f"{place}, responses")
        values = an_object(answer.get("values") or {}, file, f"{place}, values")
        for question, inside in values.items():
            said = inside.get("value") if isinstance(inside, dict) else inside
            who = str(answer.get("user_id") or "user")
            yield question, who, str(answer.get("status") or "submitted"), said


def _suggestions(record: dict[str, Any], file: str, place: str) -> Iterator[_Response]:
    given = record.get("suggestions") or {}
    if isinstance(given, list):
        pairs = [(str(one.get("question_name") or one.get("question_id")), one)
                 for one in given if isinstance(one, dict)]  # fmt: skip
    else:
        pairs = list(an_object(given, file, f"{place}, suggestions").items())
    for question, one in pairs:
        said = an_object(one, file, f"{place}, {question}")
        yield question, str(said.get("agent") or "model"), "suggested", said.get("value")


def _said(
    question: str, who: str, value: Any, document: str, place: str, gatherer: Gatherer
) -> list[Waiting]:
    """The places of one answer, each a row, and its labels, a row in all."""
    file = gatherer.file
    parts = value if isinstance(value, list) else [value]
    found: list[Waiting] = []
    plain: list[str] = []
    for number, one in enumerate(parts, start=1):
        if isinstance(one, dict) and "start" in one:
            with gatherer.attempt("places"):
                found.append(_placed(question, who, one, document, f"{place} {number}", file))
                gatherer.rows += 1
                gatherer.used += 1
        elif isinstance(one, dict) and "value" in one:
            plain.append(f"{one.get('rank', number)} {a_name(one['value'], file, place)}")
        elif isinstance(one, str | int | float) and not isinstance(one, bool):
            plain.append(str(one))
        elif one is not None:
            raise ExchangeError(file, place, shown(one), "a label, number or place")
    if plain or len(found) < 1:
        gatherer.rows += 1
        gatherer.used += 1
    if plain:
        said = Annotation(values={question: tuple(plain)})
        found.append(Waiting(file, place, document, who, said))
    elif not parts:
        found.append(Waiting(file, place, document, who, None))
    return found


def _placed(
    question: str, who: str, one: dict[str, Any], document: str, place: str, file: str
) -> Waiting:
    ends = a_place(one.get("start"), file, place), a_place(one.get("end"), file, place)
    if ends[1] < ends[0]:
        raise ExchangeError(file, place, f"end {ends[1]} before start {ends[0]}", "start <= end")
    said = Annotation(values={question: (a_name(one.get("label"), file, place),)})
    quote = a_text(one.get("text"), file, place)
    return Waiting(file, place, document, who, said, Mark([ends], quote, place))
