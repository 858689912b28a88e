"""Tables of annotations, whatever file they come in: rows to a project, a project to rows.

Long: one row per annotation. Wide: one row per unit with a column per code (marked 0/1/x) or a
column per coder. Tables are written long. Every cell is text: 00012 and NA stay what they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import name_of_file, safe_name
from frameline.exchange.model.columns import DOCUMENT, VARIABLE, Columns, read_columns
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import CODE_POINTS, Mark, Ruler, detect_file
from frameline.exchange.model.project import Annotation, Document, Left, Options, Project, Span

#: Cells of one table.
MAX_CELLS = 50_000_000
#: Marks that say that a code applies, and that it does not. Not + and -: these are valences.
YES = frozenset({"1", "x", "true", "yes", "y", "✓", "1.0"})
NO = frozenset({"", "0", "false", "no", "n", "0.0"})
_NUMBER = re.compile(r"(\d{1,12})(?:\.0+)?")


@dataclass
class Sheet:
    """One table as its file holds it.

    Parameters
    ----------
    path : Path
    header : list of str
    rows : list of (int, list of str)
        Number of the row in the file (the header is row 1) and its cells.
    left : list of Left
        Rows of the file beside the table, such as those of other sheets.
    """

    path: Path
    header: list[str]
    rows: list[tuple[int, list[str]]]
    left: list[Left] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The name for messages."""
        return self.path.name

    def column(self, place: int) -> list[str]:
        """The cells of one column."""
        return [cells[place] for _, cells in self.rows]


@dataclass
class _Row:
    """One row, understood but for its offsets."""

    place: str
    document: str
    coder: str
    spans: list[tuple[int, int]]
    annotation: Annotation
    by_coder: dict[str, dict[str, tuple[str, ...]]]


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
        With row and column.
    """
    gatherer = Gatherer(sheets[0].file if sheets else "")
    rows: list[tuple[Sheet, list[_Row]]] = []
    for sheet in sheets:
        gatherer.file = sheet.file
        gatherer.rows += len(sheet.rows) + sum(left.count for left in sheet.left)
        gatherer.used += len(sheet.rows)
        for left in sheet.left:
            gatherer.leave(left.count, left.what, left.why, left.where)
        rows.append((sheet, _understand(sheet, options, gatherer)))
    texts = {d.id: d.text for d in gatherer.project(()).documents if d.text is not None}
    unit = _unit(rows, texts, options, sheets[0].file if sheets else "")
    rulers = {name: Ruler(text, unit) for name, text in texts.items()}
    for sheet, understood in rows:
        for row in understood:
            _take(row, rulers.get(row.document), sheet.file, gatherer)
    return gatherer.project(offsets=unit)


def _understand(sheet: Sheet, options: Options, gatherer: Gatherer) -> list[_Row]:
    _drop_index(sheet)
    columns = read_columns(sheet.header, options.columns, sheet.file)
    if "document" not in columns.places:
        raise ExchangeError(
            sheet.file, "row 1", f"the columns {', '.join(sheet.header)[:200]}",
            "one that names the document, such as document or doc_id", "say which with --map",
        )  # fmt: skip
    _demote_facts(sheet, columns)
    _text_or_quote(sheet, columns)
    _mark_columns(sheet, columns)
    ids = _document_ids(sheet, columns.places["document"])
    named = "coder" in columns.places or columns.coders
    coder = options.coder if named else gatherer.unnamed(sheet.path.name, options)
    found = []
    for number, cells in sheet.rows:
        row = _row(sheet, columns, number, cells, coder)
        row.document = ids[row.document]
        if columns.marks:
            row.annotation = _with_marks(row.annotation, columns.marks, cells)
        _take_document(row, columns, cells, gatherer)
        found.append(row)
    return found


def _drop_index(sheet: Sheet) -> None:
    """Drop the nameless row numbers that pandas writes before a table."""
    numbered = ([str(n) for n in range(first, first + len(sheet.rows))] for first in (0, 1))
    if sheet.header[0] == "" and sheet.column(0) in numbered:
        del sheet.header[0]
        sheet.rows = [(number, cells[1:]) for number, cells in sheet.rows]


def _demote_facts(sheet: Sheet, columns: Columns) -> None:
    """A date or title that differs within a document is a variable of the rows, not a fact."""
    documents = sheet.column(columns.places["document"])
    for name, place in list(columns.facts.items()):
        if sheet.header[place].startswith(DOCUMENT):
            continue
        seen: dict[str, str] = {}
        pairs = zip(documents, sheet.column(place), strict=True)
        if any(seen.setdefault(doc, cell) != cell for doc, cell in pairs if cell):
            del columns.facts[name]
            columns.variables[place] = (sheet.header[place], False)


def _text_or_quote(sheet: Sheet, columns: Columns) -> None:
    """Is a column called text what a row quotes, or the whole document on every row?"""
    place = columns.places.get("quote")
    known = {"start", "end", "document_text"} & set(columns.places)
    if place is None or known != {"start", "end"}:
        return
    documents = sheet.column(columns.places["document"])
    texts: dict[str, str] = {}
    longer = False
    start, end = columns.places["start"], columns.places["end"]
    for doc, (_, cells) in zip(documents, sheet.rows, strict=True):
        if texts.setdefault(doc, cells[place]) != cells[place]:
            return
        low, high = _NUMBER.fullmatch(cells[start]), _NUMBER.fullmatch(cells[end])
        if low and high:
            if len(cells[place]) < int(high[1]):
                return
            longer |= len(cells[place]) > int(high[1]) - int(low[1])
    if longer:
        columns.places["document_text"] = columns.places.pop("quote")


def _mark_columns(sheet: Sheet, columns: Columns) -> None:
    """Find the columns that are codes, marked where they apply.

    Columns of marks that share the beginning of their names are codes of that variable. Others
    are codes only if the table has no other variables: beside these, 0 and 1 are values.
    """
    marks, others = {}, False
    for place, (name, many) in columns.variables.items():
        cells = {cell.strip().casefold() for cell in sheet.column(place)}
        if many or sheet.header[place].startswith(VARIABLE):
            continue
        if not cells <= YES | NO:
            others = True
        elif cells & YES or "0" in cells:
            marks[place] = name
    parts = {place: re.split(r"[_.:=/]\s*", name, maxsplit=1) for place, name in marks.items()}
    shared = Counter(part[0] for part in parts.values() if len(part) == 2 and all(part))
    for place, name in marks.items():
        if len(parts[place]) == 2 and all(parts[place]) and shared[parts[place][0]] > 1:
            columns.marks[place] = (parts[place][0], parts[place][1])
        elif not others and len(marks) > 1:
            columns.marks[place] = ("code", name)
    for place in columns.marks:
        columns.variables.pop(place, None)


def _with_marks(
    annotation: Annotation, marks: Mapping[int, tuple[str, str]], cells: list[str]
) -> Annotation:
    values = {**annotation.values}
    for place, (variable, code) in marks.items():
        if cells[place].strip().casefold() in YES:
            values[variable] = (*values.get(variable, ()), code)
    return replace(annotation, values=values)


def _document_ids(sheet: Sheet, place: int) -> dict[str, str]:
    """The id for each name; names of files lose path and ending where they stay apart."""
    names = dict.fromkeys(sheet.column(place))
    if "file" not in sheet.header[place].casefold():
        return {name: name for name in names}
    short = {name: name_of_file(name) for name in names}
    if len(set(short.values())) == len(short):
        return short
    return {name: safe_name(name) for name in names}


def _row(sheet: Sheet, columns: Columns, number: int, cells: list[str], coder: str) -> _Row:
    def cell(name: str) -> str:
        place = columns.places.get(name)
        return "" if place is None else cells[place]

    place = f"row {number}"
    if not cell("document").strip():
        where = f"{place}, column {sheet.header[columns.places['document']]}"
        raise ExchangeError(sheet.file, where, "an empty cell", "a document", "name the document")
    coder = cell("coder") or coder
    values = {
        name: _several(cells[at]) if many else (cells[at],)
        for at, (name, many) in columns.variables.items()
        if cells[at]
    }
    annotation = Annotation(
        values=values, layer=cell("layer") or "claims", id=cell("id"), quote=cell("quote"),
        note=cell("note"), unit=cell("unit"),
    )  # fmt: skip
    by_coder: dict[str, dict[str, tuple[str, ...]]] = {}
    for at, (name, variable) in columns.coders.items():
        said = by_coder.setdefault(name, {})
        if cells[at]:
            said[variable] = (cells[at],)
    spans = _spans(sheet, columns, cells, place)
    return _Row(place, cell("document"), coder, spans, annotation, by_coder)


def _spans(sheet: Sheet, columns: Columns, cells: list[str], place: str) -> list[tuple[int, int]]:
    sides: list[list[int]] = []
    for name in ("start", "end"):
        at = columns.places.get(name)
        numbers = []
        for part in cells[at].split(";") if at is not None and cells[at].strip() else ():
            match = _NUMBER.fullmatch(part.strip())
            if not match:
                where = f"{place}, column {sheet.header[at]}" if at is not None else place
                raise ExchangeError(
                    sheet.file, where, repr(part[:40]), "a whole number from 0", "correct the cell"
                )
            numbers.append(int(match[1]))
        sides.append(numbers)
    starts, ends = sides
    if len(starts) != len(ends):
        found = f"{len(starts)} starts and {len(ends)} ends"
        raise ExchangeError(sheet.file, place, found, "as many of both", "complete the row")
    for start, end in zip(starts, ends, strict=True):
        if end < start:
            found = f"end {end} before start {start}"
            raise ExchangeError(sheet.file, place, found, "start <= end", "correct the row")
    return list(zip(starts, ends, strict=True))


def _several(cell: str) -> tuple[str, ...]:
    """The values of one cell, parted by semicolons; a backslash keeps one in its value."""
    parts = re.findall(r"((?:\\.|[^;\\]|\\$)*)(?:;|$)", cell, re.DOTALL)[:-1] or [cell]
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in parts if part)


def _take_document(row: _Row, columns: Columns, cells: list[str], gatherer: Gatherer) -> None:
    at = columns.places.get("document_text")
    text = cells[at] if at is not None and cells[at] else None
    facts = {name: cells[place] for name, place in columns.facts.items() if cells[place]}
    gatherer.document(Document(row.document, text, facts), row.place)


def _unit(
    rows: Sequence[tuple[Sheet, list[_Row]]], texts: Mapping[str, str], options: Options, file: str
) -> str:
    marks: dict[str, list[Mark]] = {name: [] for name in texts}
    textless = False
    for _, understood in rows:
        for row in understood:
            if row.spans and row.document in marks:
                marks[row.document].append(Mark(row.spans, row.annotation.quote, row.place))
            textless |= bool(row.spans) and row.document not in marks
    documents = [(texts[name], found) for name, found in marks.items()]
    unit = detect_file(documents, file=file, override=options.offsets)
    if textless and options.offsets not in ("", CODE_POINTS):
        given = f"offsets in {unit} without the texts"
        raise ExchangeError(file, "offsets", given, CODE_POINTS, "add a column document_text")
    return unit


def _take(row: _Row, ruler: Ruler | None, file: str, gatherer: Gatherer) -> None:
    spans = [
        Span(start, end) if ruler is None else ruler.located(start, end, file, row.place)
        for start, end in row.spans
    ]
    said = row.annotation
    about = bool(spans) or says(said)
    if row.by_coder:
        for coder, values in row.by_coder.items():
            into = gatherer.coding(row.document, coder)
            if values:
                into.append(_placed(said, spans, {**said.values, **values}))
        return
    if not row.coder:
        if about:
            raise ExchangeError(
                file, row.place, "an annotation without a coder", "a coder on each row",
                "name the coder, or say who it was with --coder",
            )  # fmt: skip
        return
    into = gatherer.coding(row.document, row.coder)
    if about:
        into.append(_placed(said, spans, said.values))


def _placed(
    said: Annotation, spans: Sequence[Span], values: Mapping[str, tuple[str, ...]]
) -> Annotation:
    return replace(said, spans=tuple(sorted(spans)), values=values)


def says(said: Annotation) -> bool:
    """Whether an annotation holds anything a row could show."""
    return bool(said.spans or said.values or said.quote or said.note or said.id or said.unit)
