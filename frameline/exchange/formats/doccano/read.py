"""doccano: its JSONL (or JSON) export, one example per line, one file per user.

Spans stand in ``label`` as triples or in ``entities`` as objects, labels of the whole text in
``label`` as strings or in ``cats``; old exports have ``annotations`` with users by number. The
files quote nothing: edges of words tell the unit of their places.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object, shown
from frameline.exchange.files.naming import name_of_file
from frameline.exchange.files.safety import (
    decode,
    first_value,
    parse_json,
    parse_json_lines,
    read_archive,
    read_bytes,
)
from frameline.exchange.files.safety import head as first_bytes
from frameline.exchange.formats.doccano.names import ANSWERS, LABEL, NOBODY, TAKEN
from frameline.exchange.model.columns import FACTS, meaning
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Document, Options, Project

_ENDINGS = (".jsonl", ".json")


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file's first line, or the first of a zip or folder, looks like doccano's."""
    if path.is_dir():
        inside = sorted(p for p in path.iterdir() if p.is_file())
        return bool(inside) and all(
            p.suffix in _ENDINGS and sniff(p, first_bytes(p)) for p in inside
        )
    if head.startswith(b"PK"):
        head = _first_member(path)
    example = first_value(path, head)
    # Prodigy has text and label too, and hashes
    if not isinstance(example, dict) or "_input_hash" in example or "answer" in example:
        return False
    return isinstance(example.get("text", example.get("data")), str) and any(
        isinstance(example.get(name), list) for name in ANSWERS
    )


def _first_member(path: Path) -> bytes:
    """The first bytes of the first member of a zip that holds nothing but .jsonl and .json."""
    try:
        with zipfile.ZipFile(path) as members:
            names = members.namelist()
            if not names or not all(name.endswith(_ENDINGS) for name in names):
                return b""
            with members.open(names[0]) as stream:
                return stream.read(64 * 1024)
    except Exception:  # broken in whatever way: not ours to say here
        return b""


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read the files of one project, each holding one coder's work.

    A row is a label, a relation or a comment, or an example without any.

    Raises
    ------
    ExchangeError
        With line and element.
    """
    gatherer = Gatherer(", ".join(path.name for path in paths), options.strict)
    found: list[Waiting] = []
    for path in paths:
        for file, coder, examples in _files(path, gatherer):
            gatherer.file = file
            coder = coder or gatherer.unnamed(file, options)
            for number, value in examples:
                with gatherer.attempt("examples", _rows_of(value)):
                    found += _example(value, f"line {number}", number, coder, options, gatherer)
    gatherer.file = ", ".join(path.name for path in paths)
    unit = place_all(found, gatherer, options)
    return gatherer.project(offsets=unit)


def _rows_of(example: Any) -> int:
    """As how many rows an example counts that cannot be read at all."""
    if not isinstance(example, dict):
        return 1
    lists = [example[name] for name in ANSWERS if isinstance(example.get(name), list)]
    return sum(map(len, lists)) or 1


def _files(path: Path, gatherer: Gatherer) -> Iterator[tuple[str, str, Iterator[tuple[int, Any]]]]:
    """Each file of examples with its name, and its coder where it is one of several."""
    if path.is_dir():
        inside = sorted(p for p in path.iterdir() if p.suffix in _ENDINGS)
        if not inside:
            raise ExchangeError(path.name, "", "no .jsonl file", "a file per coder")
        for below in inside:
            yield (
                below.name,
                name_of_file(below.name),
                _examples(read_bytes(below), below.name, gatherer),
            )
    elif path.suffix.lower() == ".zip":
        archive = read_archive(path)
        for name in archive.names:
            file = f"{path.name}/{name}"
            yield file, name_of_file(name), _examples(archive.read(name), file, gatherer)
    else:
        yield path.name, "", _examples(read_bytes(path), path.name, gatherer)


def _examples(data: bytes, file: str, gatherer: Gatherer) -> Iterator[tuple[int, Any]]:
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        values = parse_json(decode(data, file), file)
        yield from enumerate(a_list(values, file, ""), start=1)
    else:
        yield from parse_json_lines(data, file, gatherer.faulty_row)


def _example(
    value: Any, place: str, number: int, coder: str, options: Options, gatherer: Gatherer
) -> list[Waiting]:
    """Take one example; its spans are given back until the unit is known."""
    file = gatherer.file
    example = an_object(value, file, place)
    document = _document(example, place, number, options, gatherer)
    before = gatherer.rows
    found: list[Waiting] = []
    spans, whole = _labels(example, place, document, coder, gatherer)
    for name in ("comments", "Comments"):
        notes = []
        for one in a_list(example.get(name), file, place):
            with gatherer.attempt("comments"):
                notes.append(_comment(one, file, place))
                gatherer.rows += 1
                gatherer.used += 1
        if notes:
            note = Annotation(note="\n".join(notes))
            found.append(Waiting(file, place, document, coder, note))
    relations = len(a_list(example.get("relations"), file, f"{place}, relations"))
    gatherer.rows += relations
    gatherer.leave(relations, "relations", "annotations are not linked here")
    if gatherer.rows == before:
        gatherer.rows += 1
        gatherer.used += 1
        if coder != NOBODY:
            found.append(Waiting(file, place, document, coder, None))
    for who, codes in whole.items():
        said = Annotation(values={LABEL: tuple(codes)})
        found.append(Waiting(file, place, document, who, said))
    return found + spans


def _labels(
    example: dict[str, Any], place: str, document: str, coder: str, gatherer: Gatherer
) -> tuple[list[Waiting], dict[str, list[str]]]:
    """The labels of places, and by coder those of the whole text; a faulty one is left."""
    file = gatherer.file
    spans: list[Waiting] = []
    whole: dict[str, list[str]] = {}
    for name in ("label", "labels", "annotations", "entities", "cats"):
        given = example.get(name)
        for order, one in enumerate(_listed(given, file, f"{place}, {name}"), start=1):
            where = f"{place}, {name} {order}"
            with gatherer.attempt("labels"):
                who, span, code = _label(one, coder, file, where)
                gatherer.rows += 1
                gatherer.used += 1
                if span is None:
                    whole.setdefault(who, []).append(code)
                else:
                    said, mark = Annotation(values={LABEL: (code,)}), Mark([span], "", where)
                    spans.append(Waiting(file, where, document, who, said, mark))
    return spans, whole


def _listed(given: Any, file: str, place: str) -> list[Any]:
    """Labels as a list; old classification exports have one string."""
    return [given] if isinstance(given, str) else a_list(given, file, place)


def _document(
    example: dict[str, Any], place: str, number: int, options: Options, gatherer: Gatherer
) -> str:
    file = gatherer.file
    key = next((k for k, v in options.columns.items() if meaning(v) == "document_text"), "")
    key = key or ("text" if "text" in example else "data")
    if key not in example:
        raise ExchangeError(file, place, "no text", "a field text", "say with --map which it is")
    fields = {k: v for k, v in example.items() if k not in TAKEN and k != key}
    fields.update(an_object(example.get("meta") or {}, file, f"{place}, meta"))
    facts: dict[str, str] = {}
    name = ""
    for given, value in fields.items():
        mapped = options.columns.get(given, given)
        if isinstance(value, dict | list) and mapped:
            gatherer.note(f"field {given!r} left out: neither text nor a number")
        if not mapped or value is None or isinstance(value, dict | list):
            continue
        if meaning(mapped) == "document" and not name:
            name = a_name(value, file, f"{place}, {given}")
        else:
            facts[meaning(mapped) if meaning(mapped) in FACTS else mapped] = str(value)
    text = a_text(example[key], file, f"{place}, {key}")
    name = name or f"doc-{a_name(example.get('id', number), file, f'{place}, id')}"
    gatherer.document(Document(name, text, facts), place)
    return name


def _label(one: Any, coder: str, file: str, place: str) -> tuple[str, tuple[int, int] | None, str]:
    """The coder, the span and the code of one label in any of doccano's shapes."""
    if isinstance(one, list) and len(one) == 3:
        start, end = a_place(one[0], file, place), a_place(one[1], file, place)
        span, code = (start, end), a_name(one[2], file, place)
    elif isinstance(one, dict):
        coder = a_name(one["user"], file, f"{place}, user") if "user" in one else coder
        code = a_name(one.get("label", one.get("text")), file, f"{place}, label")
        if "start_offset" not in one and "end_offset" not in one:
            return coder, None, code
        start = a_place(one.get("start_offset"), file, f"{place}, start_offset")
        end = a_place(one.get("end_offset"), file, f"{place}, end_offset")
        span = (start, end)
    elif isinstance(one, str | int) and not isinstance(one, bool):
        return coder, None, a_name(one, file, place)
    else:
        raise ExchangeError(
            file, place, shown(one), "[start, end, label], an object or a label", "correct it"
        )
    if end < start:
        found = f"end {end} before start {start}"
        raise ExchangeError(file, place, found, "start <= end", "correct it")
    return coder, span, code


def _comment(value: Any, file: str, place: str) -> str:
    if isinstance(value, dict):
        value = value.get("text")
    return a_text(value, file, f"{place}, comments")
