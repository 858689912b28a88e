"""spaCy: training data as pairs of text and entities, or documents as ``to_json`` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object
from frameline.exchange.files.naming import name_of_file
from frameline.exchange.files.safety import read_json
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import CODE_POINTS, Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Document, Options, Project

LABEL, CATEGORY = "label", "category"


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file holds texts with ``entities`` or ``ents``."""
    if path.suffix.lower() != ".json":
        return False
    start = b"".join(head.removeprefix(b"\xef\xbb\xbf").split())[:2]
    pairs = start in (b'["', b"[[") and (b'"entities"' in head or b'"cats"' in head)
    return pairs or (start[:1] in (b"{", b"[") and b'"ents"' in head and b'"text"' in head)


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files; a row is an entity or category, or a text without any."""
    gatherer = Gatherer(paths[0].name, options.strict)
    waiting: list[Waiting] = []
    for path in paths:
        gatherer.file = path.name
        value = read_json(path)
        if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str):
            value = [value]
        every = value if isinstance(value, list) else [value]
        coder = gatherer.unnamed(path.name, options)
        for number, one in enumerate(every, start=1):
            with gatherer.attempt("texts"):
                name = f"{name_of_file(path.name)}-{number}" if len(every) > 1 else ""
                waiting += _text(one, name or name_of_file(path.name), f"text {number}", coder,
                                 gatherer)  # fmt: skip
    unit = place_all(waiting, gatherer, options, rule=CODE_POINTS)
    return gatherer.project(offsets=unit)


def _text(value: Any, name: str, place: str, coder: str, gatherer: Gatherer) -> list[Waiting]:
    file = gatherer.file
    if isinstance(value, list):
        if len(value) != 2:
            raise ExchangeError(file, place, f"a list of {len(value)}", "[text, {entities: ...}]")
        text, said = a_text(value[0], file, place), an_object(value[1], file, place)
    else:
        said = an_object(value, file, place)
        text = a_text(said.get("text"), file, f"{place}, text")
    if not text:
        raise ExchangeError(file, place, "no text", "a text")
    gatherer.document(Document(name, text), place)
    found: list[Waiting] = []
    entities = a_list(said.get("entities", said.get("ents")), file, f"{place}, entities")
    for number, one in enumerate(entities, start=1):
        where = f"{place}, entity {number}"
        with gatherer.attempt("entities"):
            found.append(_entity(one, name, where, coder, file))
            gatherer.rows += 1
            gatherer.used += 1
    categories = an_object(said.get("cats") or {}, file, f"{place}, cats")
    chosen = tuple(n for n, share in categories.items() if _is_on(share, file, f"{place}, cats"))
    rows = len(categories) or int(not entities)
    gatherer.rows += rows
    gatherer.used += rows
    if chosen:
        found.append(Waiting(file, place, name, coder, Annotation(values={CATEGORY: chosen})))
    return found or [Waiting(file, place, name, coder, None)]


def _is_on(share: Any, file: str, place: str) -> bool:
    if not isinstance(share, bool | int | float):
        raise ExchangeError(file, place, repr(share)[:40], "a share from 0 to 1")
    return float(share) >= 0.5


def _entity(one: Any, name: str, place: str, coder: str, file: str) -> Waiting:
    if isinstance(one, dict):
        parts = [one.get("start"), one.get("end"), one.get("label")]
    else:
        parts = a_list(one, file, place)
    if len(parts) < 3:
        raise ExchangeError(file, place, f"a list of {len(parts)}", "[start, end, label]")
    start, end = a_place(parts[0], file, place), a_place(parts[1], file, place)
    if end < start:
        raise ExchangeError(file, place, f"end {end} before start {start}", "start <= end")
    said = Annotation(values={LABEL: (a_name(parts[2], file, f"{place}, label"),)})
    return Waiting(file, place, name, coder, said, Mark([(start, end)], "", place))
