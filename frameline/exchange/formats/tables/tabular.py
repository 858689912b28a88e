"""Tables of annotations, whatever file they come in: rows to a project.

Long: one row per annotation. Wide: one row per unit with a column per code (marked 0/1/x) or a
column per coder. Tables are written long. Every cell is text: 00012 and NA stay what they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import name_of_file, safe_name
from frameline.exchange.formats.tables.cells import (
    YES,
    anchor_of,
    listed,
    range_of,
    semicolons,
    spans_of,
    split,
)
from frameline.exchange.formats.tables.sheets import Sheet
from frameline.exchange.formats.tables.understanding import (
    Understood,
    is_empty,
    split_ids,
    understand,
)
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Document,
    Options,
    Project,
    Variable,
)

Values = dict[str, tuple[str, ...]]


@dataclass
class _Row:
    """One row, understood but for its offsets."""

    place: str
    document: str
    coder: str
    spans: list[tuple[int, int]]
    annotation: Annotation
    by_coder: dict[str, Values]
    rated: bool = True
    rows: int = 1


@dataclass
class _Codes:
    """Codes that stand below others: a code is called by its last name while that is its own."""

    paths: dict[str, dict[tuple[str, ...], str]] = field(default_factory=dict)

    def code(self, variable: str, written: str, pattern: re.Pattern[str]) -> str:
        """The code that a path names; those above it are noted too."""
        parts = tuple(part.strip() for part in pattern.split(written) if part.strip())
        known = self.paths.setdefault(variable, {})
        for length in range(1, len(parts) + 1):
            path = parts[:length]
            if path not in known:
                taken = path[-1] in known.values()
                known[path] = "/".join(path) if taken else path[-1]
        return known.get(parts, written)

    def variables(self) -> dict[str, Variable]:
        """The variables with the tree of their codes."""
        return {
            name: Variable(
                name, tuple(Code(code, parent=known.get(path[:-1], "")) for path, code in
                            known.items())
            )
            for name, known in self.paths.items()
        }  # fmt: skip


def read_sheets(sheets: Sequence[Sheet], options: Options) -> Project:
    """Which documents, coders and annotations do these tables hold?

    Parameters
    ----------
    sheets : sequence of Sheet
    options : Options

    Returns
    -------
    Project
        A row per document or per coding without annotations counts as used.

    Raises
    ------
    ExchangeError
        With row and column, for a table that nothing names the documents of; strictly, for any
        row that is faulty.
    """
    gatherer = Gatherer(sheets[0].file if sheets else "", options.strict)
    codes = _Codes()
    waiting: list[Waiting] = []
    for sheet in sheets:
        gatherer.file = sheet.file
        for left in sheet.left:
            gatherer.rows += left.count
            gatherer.leave(left.count, left.what, left.why, left.where)
        found = understand(sheet, options, gatherer) if sheet.header else None
        for error in sheet.faults:
            gatherer.faulty_row(error, "rows")
        if found is None:
            continue
        for row in _merged(found, _rows(found, options, gatherer, codes)):
            waiting += _waiting(row, found)
    gatherer.file = sheets[0].file if sheets else ""
    unit = place_all(waiting, gatherer, options)
    known = codes.variables()
    return gatherer.project(variables_seen(gatherer.project(()).codings, known), unit)


def _rows(found: Understood, options: Options, gatherer: Gatherer, codes: _Codes) -> Iterator[_Row]:
    """The rows that are understood; the others are left, each by itself."""
    sheet, columns = found.sheet, found.columns
    named = "coder" in columns.places or columns.coders
    coder = options.coder if named else gatherer.unnamed(sheet.path.name, options)
    ids, apart = _document_ids(found), split_ids(found)
    texts = _usual_texts(found)
    for number, cells in sheet.rows:
        with gatherer.attempt("rows"):
            place = f"{sheet.row} {number}"
            gatherer.rows += 1
            skipped = _skipped(found, cells)
            if skipped:
                gatherer.leave(1, "rows", skipped, f"{sheet.file}, {place}")
                continue
            row = _row(found, place, cells, coder, codes)
            row.document = apart.get(number) or ids[row.document]
            _take_document(row, found, cells, texts, gatherer)
            if row.coder or row.by_coder or not _about(row):
                gatherer.used += 1
                yield row
                continue
            raise ExchangeError(
                sheet.file, place, "an annotation without a coder", "a coder on each row",
                "name the coder, or say who it was with --coder",
            )  # fmt: skip


def _skipped(found: Understood, cells: list[str]) -> str:
    """Why a row is no coding, as the recipe says; "" where it is one."""
    return found.recipe.why_skipped(found.sheet.header, cells) if found.recipe else ""


def _document_ids(found: Understood) -> dict[str, str]:
    """The id for each name; names of files lose path and ending where they stay apart."""
    place = found.place or 0
    names = dict.fromkeys(found.sheet.column(place))
    path = found.recipe.paths.get(found.sheet.header[place]) if found.recipe else None
    if path:
        last = {name: re.split(path, name)[-1].strip() for name in names}
        return last if len(set(last.values())) == len(last) else {name: name for name in names}
    if "file" not in found.sheet.header[place].casefold():
        return {name: name for name in names}
    short = {name: name_of_file(name) for name in names}
    if len(set(short.values())) == len(short):
        return short
    return {name: safe_name(name) for name in names}


def _usual_texts(found: Understood) -> dict[str, str]:
    """The text that most rows of a document hold."""
    at, place = found.columns.places.get("document_text"), found.place or 0
    counted: dict[str, dict[str, int]] = {}
    for _, cells in found.sheet.rows if at is not None else ():
        if at is not None and cells[at]:
            seen = counted.setdefault(cells[place], {})
            seen[cells[at]] = seen.get(cells[at], 0) + 1
    return {name: max(seen, key=lambda text: seen[text]) for name, seen in counted.items()}


def _row(found: Understood, place: str, cells: list[str], coder: str, codes: _Codes) -> _Row:
    sheet, columns = found.sheet, found.columns

    def cell(name: str) -> str:
        at = columns.places.get(name)
        return "" if at is None else cells[at]

    if not cell("document").strip():
        where = f"{place}, column {sheet.header[found.place or 0]}"
        raise ExchangeError(sheet.file, where, "an empty cell", "a document", "name the document")
    values, rated = _values(found, cells, codes, place)
    if not sheet.own and is_empty(found, cells):
        values, rated = {}, False
    annotation = Annotation(
        values=values, layer=cell("layer") or "claims", id=cell("id"), quote=cell("quote"),
        note=cell("note"), unit=cell("unit"),
    )  # fmt: skip
    by_coder: dict[str, Values] = {}
    for at, (name, variable) in columns.coders.items():
        if cells[at].strip():
            said = by_coder.setdefault(name, {})
            said[variable] = _cell_values(found, at, cells[at], variable, codes, False)
        elif found.blank == "none":
            by_coder.setdefault(name, {})
    spans = _spans(found, cells, place, annotation.quote)
    return _Row(place, cell("document"), cell("coder") or coder, spans, annotation, by_coder, rated)


def _values(found: Understood, cells: list[str], codes: _Codes, place: str) -> tuple[Values, bool]:
    """The codes of a row, and whether it says anything at all of its variables."""
    values: Values = {}
    columns = found.columns
    rated = not (columns.variables or columns.marks)
    for at, (name, many) in columns.variables.items():
        if not cells[at].strip():
            continue
        rated = True
        if found.recipe and found.sheet.header[at] in found.recipe.json:
            keys = found.recipe.json[found.sheet.header[at]]
            values |= _from_json(cells[at], keys, found.sheet.file, place)
            continue
        said = _cell_values(found, at, cells[at], name, codes, many)
        if said:
            values[name] = said
    for at, (name, code) in columns.marks.items():
        mark = cells[at].strip().casefold()
        rated |= bool(mark)
        if mark in YES:
            pattern = found.paths.get(at)
            code = codes.code(name, code, pattern) if pattern else code
            values[name] = (*values.get(name, ()), code)
    return values, rated


def _cell_values(
    found: Understood, at: int, cell: str, name: str, codes: _Codes, many: bool
) -> tuple[str, ...]:
    inside = None if found.sheet.own else listed(cell)
    if inside is not None:
        parts = inside
    elif many:
        parts = semicolons(cell)
    elif found.separators.get(at):
        parts = split(cell, found.separators[at])
    else:
        parts = (cell,)
    pattern = found.paths.get(at)
    return tuple(codes.code(name, one, pattern) for one in parts) if pattern else parts


def _from_json(cell: str, keys: Mapping[str, str], file: str, place: str) -> Values:
    """Codes in a list of objects: each has a variable and a value."""
    try:
        found: Any = json.loads(cell)
    except (ValueError, RecursionError):
        raise ExchangeError(file, place, f"{cell[:40]!r}", "a list in JSON", "correct it") from None
    values: Values = {}
    for one in found if isinstance(found, list) else [found]:
        for name, codes in _tasks(one, keys, file, place):
            values[name] = (*values.get(name, ()), *codes)
    return {name: codes for name, codes in values.items() if codes}


def _tasks(
    one: Any, keys: Mapping[str, str], file: str, place: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The variables of one object with their codes; it may hold others of its kind."""
    if not isinstance(one, dict) or keys["name"] not in one:
        raise ExchangeError(file, place, repr(one)[:40], f"an object with {keys['name']}")
    said = one.get(keys["value"])
    codes: list[str] = []
    for part in said if isinstance(said, list) else [said]:
        if isinstance(part, dict) and keys["name"] in part and keys["value"] in part:
            # A combination of tasks; no deeper than that
            inner = part[keys["value"]]
            if isinstance(inner, list):
                part = {**part, keys["value"]: [x for x in inner if not _nested(x, keys)]}
            yield from _tasks(part, keys, file, place)
            continue
        code = _code_of(part)
        if isinstance(code, dict | list):
            raise ExchangeError(file, place, repr(part)[:40], "codes, and no objects",
                                "drawings and places in pictures are not read")  # fmt: skip
        if code is not None:
            codes.append(str(code))
    yield str(one[keys["name"]]), tuple(codes)


def _nested(part: Any, keys: Mapping[str, str]) -> bool:
    return isinstance(part, dict) and keys["name"] in part


def _code_of(part: Any) -> Any:
    """The code of one answer: itself, or what its object says was chosen."""
    if isinstance(part, dict):
        return next((part[key] for key in ("choice", "value") if key in part), part)
    return part


def _spans(found: Understood, cells: list[str], place: str, quote: str) -> list[tuple[int, int]]:
    places, header, file = found.columns.places, found.sheet.header, found.sheet.file
    if "start" in places and "end" in places:
        at = (places["start"], places["end"])
        names = (header[at[0]], header[at[1]])
        first = found.recipe.first if found.recipe else 0
        spans = spans_of(cells[at[0]], cells[at[1]], names, file, place)
        if any(start < first for start, _ in spans):
            where = f"{place}, column {names[0]}"
            raise ExchangeError(file, where, cells[at[0]], f"a whole number from {first}")
        return [(start - first, end) for start, end in spans]
    if "range" in places:
        where = f"{place}, column {header[places['range']]}"
        return range_of(cells[places["range"]], file, where)
    if "anchor" in places:
        where = f"{place}, column {header[places['anchor']]}"
        return anchor_of(cells[places["anchor"]], quote, file, where)
    return []


def _take_document(
    row: _Row, found: Understood, cells: list[str], texts: Mapping[str, str], gatherer: Gatherer
) -> None:
    at = found.columns.places.get("document_text")
    text = cells[at] if at is not None and cells[at] else None
    usual = texts.get(cells[found.place or 0])
    if text is not None and usual is not None and text != usual:
        raise ExchangeError(
            found.sheet.file, f"{row.place}, column {found.sheet.header[at or 0]}",
            f"another text for the document {row.document!r}", "one text for each document",
            "give one of them another id",
        )  # fmt: skip
    facts = {name: cells[place] for name, place in found.columns.facts.items() if cells[place]}
    gatherer.document(Document(row.document, text, facts), row.place)


def _about(row: _Row) -> bool:
    return bool(row.spans) or says(row.annotation)


def _merged(found: Understood, rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows that share the id of one annotation as one, where the recipe says so."""
    if not (found.recipe and found.recipe.merge):
        yield from rows
        return
    kept: dict[tuple[str, ...], _Row] = {}
    for row in rows:
        key = (row.annotation.id, row.document, row.coder, row.annotation.quote)
        before = kept.setdefault(key, row)
        if before is not row:
            values = {**before.annotation.values}
            for name, codes in row.annotation.values.items():
                values[name] = tuple(dict.fromkeys((*values.get(name, ()), *codes)))
            before.annotation = replace(before.annotation, values=values)
            before.rows += 1
    yield from kept.values()


def _waiting(row: _Row, found: Understood) -> Iterator[Waiting]:
    """The annotations of a row, to be placed once all are known."""
    said, file = row.annotation, found.sheet.file
    mark = Mark(row.spans, said.quote, row.place) if row.spans else None
    if found.columns.coders:
        for coder, values in row.by_coder.items():
            about = replace(said, values={**said.values, **values})
            if values:
                yield Waiting(file, row.place, row.document, coder, about, mark, row.rows)
            elif said.unit:
                none = Annotation(unit=said.unit)
                yield Waiting(file, row.place, row.document, coder, none, None, row.rows)
            else:
                yield Waiting(file, row.place, row.document, coder, None)
        return
    if not row.coder:
        return
    silent = not (row.rated or row.spans or said.note or said.quote)
    if silent and found.blank == "missing":
        return
    if _about(row):
        yield Waiting(file, row.place, row.document, row.coder, said, mark, row.rows)
    else:
        yield Waiting(file, row.place, row.document, row.coder, None)


def says(said: Annotation) -> bool:
    """Whether an annotation holds anything a row could show."""
    return bool(said.spans or said.values or said.quote or said.note or said.id or said.unit)
