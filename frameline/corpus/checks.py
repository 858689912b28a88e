"""What is wrong with a corpus: every fault at once, each with its file, row and remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus import schema
from frameline.corpus.codebook import Codebook, Variable
from frameline.corpus.dates import DateError, parse_edtf
from frameline.corpus.fault import Fault, fault_table, nearest, shown
from frameline.corpus.tables import (
    LAYOUTS,
    MINIMAL,
    NUMBERS,
    SWITCHES,
    Layout,
    RawCorpus,
    Table,
    columns_of,
    read_raw,
)

#: The longest phrase of a source text that a table may hold, in words.
MAX_WORDS = 8

BLANK = "a blank cell"

#: Columns that reading adds; a file may not have its own.
COMPUTED: Mapping[str, tuple[str, ...]] = {
    name: table.computed for name, table in schema.TABLES.items() if table.computed
}
_NUMBER = re.compile(r"[0-9]{1,15}")
_MEASURE = re.compile(r"[+-]?[0-9]{1,15}(?:[.][0-9]{1,15})?")
_HASH = re.compile(schema.HASH_PATTERN)
_LAYERS = ("claims", "labels", "events", "documents")

Faults = Iterator[Fault]


def check_corpus(source: Any) -> pd.DataFrame:
    """Everything that is wrong with a corpus: may its numbers be trusted?

    Parameters
    ----------
    source
        A corpus folder or CSV file, or a Corpus, whose files are read again.

    Returns
    -------
    DataFrame
        One row per fault: file, row (as a spreadsheet counts, the header is row 1; missing
        where the fault is the whole file's), column, found, allowed, todo. Empty for a sound
        corpus. Long cells are shortened, control characters escaped.
    """
    path = source if isinstance(source, (str, Path)) else source.path
    return fault_table(find_faults(read_raw(path)))


def find_faults(raw: RawCorpus) -> list[Fault]:
    """Every fault of a raw corpus, file by file and row by row."""
    faults = list(raw.faults)
    if raw.minimal is not None:
        if raw.minimal.readable:
            faults += _file_faults(raw.minimal)
    else:
        faults += _folder_faults(raw)
    files = {table.file: place for place, table in enumerate(raw.every_table())}
    unique = dict.fromkeys(faults)
    return sorted(unique, key=lambda fault: (files.get(fault.file, -1), fault.row or 0))


def _folder_faults(raw: RawCorpus) -> Faults:
    """Faults of a folder, table by table, then between tables."""
    book = raw.codebook
    for name, table in raw.tables.items():
        if table.readable:
            yield from _table_faults(name, table, book, strict=True)
    for coder, tables in raw.coders.items():
        same = _version(raw, coder) in ("", book.version if book else "")
        for name, table in tables.items():
            if table.readable:
                yield from _table_faults(name, table, book, strict=False, rules=same)
    yield from _reference_faults(raw)
    yield from _home_faults(raw)
    yield from _place_faults(raw)
    yield from _coder_faults(raw)
    yield from _context_faults(raw)


def _version(raw: RawCorpus, coder: str) -> str:
    """The codebook version a coder worked with, as coders.csv has it."""
    table = raw.tables.get("coders")
    if table is None or not table.has("coder", "codebook_version"):
        return ""
    return next((v for _, (c, v) in table.cells("coder", "codebook_version") if c == coder), "")


def _table_faults(
    name: str, table: Table, book: Codebook | None, *, strict: bool, rules: bool = True
) -> Faults:
    """Faults that one table shows by itself.

    Coders' tables are not `strict`: they are as coded, without ids and what is computed. `rules`
    is off for coders of another version of the codebook: which cells are to be coded may differ.
    """
    variables = book.layer(name) if book and name in _LAYERS else []
    yield from _column_faults(name, table, variables, book is not None, strict=strict)
    if name != "adjudication":
        yield from _cell_faults(table, {v.name for v in variables})
    yield from _blank_faults(table, _required(name, strict))
    if strict:
        yield from _double_faults(table, schema.TABLES[name].key)
    for variable in variables:
        if variable.name in table.columns:
            yield from _variable_faults(table, variable, rules=rules)
    if name == "documents" and strict:
        yield from _date_faults(table, "published")
        yield from _double_faults(table, ("name",), todo="give every document its own name")
    elif name == "events":
        yield from _date_faults(table, "year", open_ended=True)
    elif name == "claims":
        yield from _sequence_faults(table, ("doc_id", "para_id", "sentence", "unit_id"))
        yield from _empty_claim_faults(table, variables)


def _required(name: str, strict: bool) -> tuple[str, ...]:
    """Columns whose cells may not be blank."""
    if not strict and name in _LAYERS:
        return ("doc_id",)
    return tuple(column for column in LAYOUTS[name].required if column != "published")


# Columns -----------------------------------------------------------------------------------------


def _column_faults(
    name: str, table: Table, variables: list[Variable], has_book: bool, *, strict: bool
) -> Faults:
    """Columns that are missing, and columns nobody knows."""
    layout = LAYOUTS[name] if strict or name not in _LAYERS else Layout(("doc_id",), ())
    for column in layout.required:
        if column not in table.columns:
            yield _missing(table, column)
    for variable in variables:
        wanted = variable.required and not variable.when if strict else variable.role == "frame"
        if wanted and variable.name not in (*table.columns, *layout.required):
            yield _missing(table, variable.name)
    for column in COMPUTED.get(name, ()):
        if column in table.columns:
            allowed = "any other name: the corpus computes this column"
            yield table.fault(1, column, shown(column), allowed, "rename the column")
    # without a codebook every further column of a layer is a variable; a log is free
    if (name in _LAYERS and not has_book) or name == "adjudication":
        return
    known = {*LAYOUTS[name].columns, *(variable.name for variable in variables)}
    for column in table.columns:
        if column not in known and column not in COMPUTED.get(name, ()):
            close = nearest(column, known)
            hint = f"rename it to {close}" if close else "remove it, or add it to the codebook"
            yield table.fault(1, column, "an unknown column", ", ".join(sorted(known)), hint)


def _missing(table: Table, column: str) -> Fault:
    close = nearest(column, table.columns)
    todo = f"add the column {column}" + (f", or rename {shown(close)}" if close else "")
    return table.fault(1, column, "no such column", column, todo)


# Cells -------------------------------------------------------------------------------------------


def _cell_faults(table: Table, variables: set[str]) -> Faults:
    """Cells of fixed columns that are not of their kind: numbers, yes/no, hashes, phrases."""
    kinds: list[tuple[Iterable[str], Callable[[str], object], str, str]] = [
        (NUMBERS, _NUMBER.fullmatch, "a whole number", "write digits only"),
        (SWITCHES, ("yes", "no").__contains__, "yes, no", "write yes or no"),
        (columns_of(schema.HASH), _HASH.fullmatch, "64 hex digits", "compute the hash anew"),
        (
            columns_of(schema.PHRASE),
            lambda cell: len(cell.split()) <= MAX_WORDS,
            f"at most {MAX_WORDS} words",
            "shorten the phrase",
        ),
    ]
    for columns, good, allowed, todo in kinds:
        for column in table.columns:
            if column not in columns or (column in variables and column in NUMBERS):
                continue
            for row, (cell,) in table.cells(column):
                if cell and not good(cell):
                    yield table.fault(row, column, _found(cell), allowed, todo)


def _found(cell: str) -> str:
    return shown(cell) if cell else BLANK


def _blank_faults(table: Table, columns: Iterable[str]) -> Faults:
    for column in columns:
        if column in table.columns:
            for row, (cell,) in table.cells(column):
                if not cell.strip():
                    yield table.fault(row, column, BLANK, "a value", "fill in the cell")


def _double_faults(
    table: Table, columns: tuple[str, ...], todo: str = "remove or rename one of the two"
) -> Faults:
    """The same key twice; blank keys are another matter."""
    if not columns or not table.has(*columns):
        return
    seen: dict[tuple[str, ...], int] = {}
    for row, key in table.cells(*columns):
        if not all(key):
            continue
        if key in seen:
            found = f"{shown(', '.join(key), 80)}, as in row {seen[key]}"
            yield table.fault(row, columns[-1], found, "each one once", todo)
        seen.setdefault(key, row)


def _date_faults(table: Table, column: str, *, open_ended: bool = False) -> Faults:
    if column not in table.columns:
        return
    for row, (cell,) in table.cells(column):
        if not cell:
            continue
        try:
            parse_edtf(cell, open_ended=open_ended)
        except DateError as error:
            yield table.fault(row, column, shown(cell), "an EDTF date", str(error))


# Variables ---------------------------------------------------------------------------------------


def _variable_faults(table: Table, variable: Variable, *, rules: bool) -> Faults:
    """Cells of one variable: unknown codes, and cells coded or blank against the rule."""
    condition = variable.condition if rules else None
    other = condition.name if condition else variable.name
    known = variable.order
    for row, (cell, claim, decides) in table.cells(variable.name, "claim", other):
        if claim == "0":
            continue
        holds = condition is None or condition.holds(decides)
        if not cell:
            if variable.required and rules and holds and (condition or not variable.when):
                allowed = ", ".join(known) or "a value"
                why = f", because {variable.when}" if condition else ""
                yield table.fault(row, variable.name, BLANK + why, allowed, "code the cell")
            continue
        if not holds:
            allowed = f"a blank cell, unless {variable.when}"
            todo = f"clear the cell, or correct {other}"
            yield table.fault(row, variable.name, shown(cell), allowed, todo)
        yield from _code_faults(table, row, variable, cell, known)


def _code_faults(table: Table, row: int, variable: Variable, cell: str, known: list[str]) -> Faults:
    """A cell that holds something else than codes of the variable."""
    name = variable.name
    if not known:
        if variable.level == "interval" and not _MEASURE.fullmatch(cell):
            yield table.fault(row, name, shown(cell), "a number", "write digits and a point")
        return
    codes = [code.strip() for code in cell.split(";")] if variable.multiple else [cell]
    for place, code in enumerate(codes):
        if code not in known:
            close = nearest(code, known)
            hint = "use a code of the codebook, or add this one to it"
            todo = f"did you mean {close}?" if close else hint
            yield table.fault(row, name, _found(code), ", ".join(known), todo)
        elif code in codes[:place]:
            yield table.fault(row, name, shown(cell), "each code once", "remove the second one")


# Claims ------------------------------------------------------------------------------------------


def _sequence_faults(table: Table, place: tuple[str, ...]) -> Faults:
    """Claims of a unit are numbered 1, 2, ...; a unit without a claim has one row with 0."""
    present = tuple(name for name in place if name in table.columns)
    if "claim" not in table.columns or len(present) < 2:
        return
    units: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    for row, (claim, *key) in table.cells("claim", *present):
        units.setdefault(tuple(key), []).append((row, claim))
    for rows in units.values():
        numbers = sorted(int(claim) for _, claim in rows if _NUMBER.fullmatch(claim))
        if len(numbers) < len(rows) or numbers in ([0], list(range(1, len(rows) + 1))):
            blanks = [row for row, claim in rows if not claim]
            for row in blanks:
                yield table.fault(row, "claim", BLANK, "1, 2, 3 or 0", "number the claim")
            continue
        row, found = rows[-1][0], ", ".join(str(number) for number in numbers)
        todo = "number the claims of the sentence anew"
        yield table.fault(row, "claim", shown(found), "1, 2, ... without gaps, or one 0", todo)


def _empty_claim_faults(table: Table, variables: list[Variable]) -> Faults:
    """A row that says "no claim here" codes nothing."""
    names = [v.name for v in variables if v.name in table.columns and v.name != "note"]
    if "claim" not in table.columns:
        return
    for row, (claim, *cells) in table.cells("claim", *names):
        if claim == "0":
            for name, cell in zip(names, cells, strict=True):
                if cell:
                    todo = "clear the cell, or number the claim"
                    yield table.fault(row, name, shown(cell), "blank where claim is 0", todo)


# Between tables ----------------------------------------------------------------------------------


def _known(raw: RawCorpus, name: str, *columns: str) -> set[tuple[str, ...]] | None:
    """The keys a table has; None when there is no such table to look at."""
    table = raw.tables.get(name)
    if table is None or table.faults or not table.has(*columns):
        return None
    return {key for _, key in table.cells(*columns)}


def _reference_faults(raw: RawCorpus) -> Faults:
    """References to documents, blocks, sentences and labels that do not exist."""
    known = {reference: _known(raw, reference.table, *reference.keys) for reference in schema.NAMES}
    tables = [t for name, t in raw.tables.items() if name not in ("documents", "coders")]
    tables += [table for parts in raw.coders.values() for table in parts.values()]
    for table in tables:
        if not table.readable:
            continue
        log = table.file == schema.TABLES["adjudication"].path
        for reference, rows in known.items():
            # A log names parts of any kind as paragraphs.
            if not (log and {"para_id", "unit_id"} & {*reference.columns}):
                path = schema.TABLES[reference.table].path
                yield from _orphans(table, reference.columns, rows, path)


def _home_faults(raw: RawCorpus) -> Faults:
    """Claims that name no sentence, or two, in a corpus that lists its sentences."""
    units = raw.tables.get("units")
    if units is None or units.faults or not units.has("doc_id", "para_id", "sentence", "unit_id"):
        return
    places = {key[3]: key[:3] for _, key in units.cells(*LAYOUTS["units"].required)}
    claims = [raw.tables.get("claims"), *(parts.get("claims") for parts in raw.coders.values())]
    for table in claims:
        if table is None or not table.readable:
            continue
        for row, (unit, *place) in table.cells("unit_id", "doc_id", "para_id", "sentence"):
            if not unit and not all(place):
                todo = "name the paragraph and the sentence"
                yield table.fault(row, "sentence", BLANK, "a sentence of units.csv", todo)
            elif unit in places and all(place) and places[unit] != tuple(place):
                allowed = f"the unit of {place[1]}, sentence {place[2]}"
                todo = "correct the unit, or paragraph and sentence"
                yield table.fault(row, "unit_id", shown(unit), allowed, todo)


def _orphans(
    table: Table, columns: tuple[str, ...], known: set[tuple[str, ...]] | None, file: str
) -> Faults:
    """Cells that name something `file` does not have. Blank cells name nothing."""
    if known is None or not table.has(*columns) or table.file == file:
        return
    for row, key in table.cells(*columns):
        if all(key) and key not in known:
            close = nearest(key[-1], (k[-1] for k in known if k[:-1] == key[:-1]))
            todo = f"did you mean {close}?" if close else f"correct it, or add it to {file}"
            if len(columns) > 1 and not any(k[:-1] == key[:-1] for k in known):
                if len(columns) > 2:
                    continue  # the paragraph itself is unknown: that fault says it already
                todo = f"correct it, or add it to {file}"
            yield table.fault(row, columns[-1], shown(key[-1]), f"one of {file}", todo)


def _place_faults(raw: RawCorpus) -> Faults:
    """Offsets that do not fit: beyond the text, outside their sentence, out of order."""
    blocks = _spans(raw, "blocks", "doc_id", "block_id")
    sentence = ("doc_id", "para_id", "sentence")
    holders: Mapping[str, list[_Holder]] = {
        "blocks": [],
        "units": [(("doc_id", "para_id"), blocks, "the block")],
        "claims": [
            (("doc_id", "unit_id"), _spans(raw, "units", "doc_id", "unit_id"), "the sentence"),
            (sentence, _spans(raw, "units", *sentence), "the sentence"),
        ],
        "labels": [(("doc_id", "block_id"), blocks, "the block")],
    }
    documents = (("doc_id",), _ends(raw), "the document")
    for name, known in holders.items():
        table = raw.tables.get(name)
        if table is not None and table.has("doc_id", "start", "end"):
            yield from _span_faults(table, [*known, documents])
            if name in ("blocks", "units"):
                yield from _overlap_faults(table)


_Holder = tuple[tuple[str, ...], Mapping[tuple[str, ...], tuple[int, int]], str]


def _span_faults(table: Table, holders: list[_Holder]) -> Faults:
    """Spans that end before they start, or lie outside the first holder that is known."""
    outer: dict[int, tuple[int, int, str]] = {}
    for key, spans, what in holders:
        for row, place in table.cells(*key):
            if place in spans:
                outer.setdefault(row, (*spans[place], what))
    for row, (start, end) in table.cells("start", "end"):
        if bool(start) != bool(end):
            column = "end" if start else "start"
            yield table.fault(row, column, BLANK, "start and end, or neither", "fill in both")
        if not (_NUMBER.fullmatch(start) and _NUMBER.fullmatch(end)):
            continue
        found, todo = f"{start}-{end}", "correct the offsets"
        if int(start) >= int(end):
            yield table.fault(row, "end", found, "end after start", todo)
        elif row in outer:
            low, high, what = outer[row]
            if int(start) < low or int(end) > high:
                yield table.fault(row, "start", found, f"within {what}, {low}-{high}", todo)


def _overlap_faults(table: Table) -> Faults:
    """Spans that begin before the one above them in the same document has ended."""
    last: dict[str, int] = {}
    for row, (doc, start, end) in table.cells("doc_id", "start", "end"):
        if _NUMBER.fullmatch(start) and _NUMBER.fullmatch(end):
            before = last.get(doc, 0)
            if int(start) < before:
                allowed = f"from {before} on, where the row before ends"
                todo = "sort the rows, or correct the offsets"
                yield table.fault(row, "start", start, allowed, todo)
            last[doc] = int(end)


def _ends(raw: RawCorpus) -> dict[tuple[str, ...], tuple[int, int]]:
    """Each document from its first character to its last, where its length is known."""
    table = raw.tables.get("documents")
    if table is None or not table.has("doc_id", "chars"):
        return {}
    lengths = [cells for _, cells in table.cells("doc_id", "chars")]
    return {(doc,): (0, int(end)) for doc, end in lengths if _NUMBER.fullmatch(end)}


def _spans(raw: RawCorpus, name: str, *key: str) -> dict[tuple[str, ...], tuple[int, int]]:
    table = raw.tables.get(name)
    if table is None or not table.has(*key, "start", "end"):
        return {}
    return {
        tuple(place): (int(start), int(end))
        for _, (start, end, *place) in table.cells("start", "end", *key)
        if _NUMBER.fullmatch(start) and _NUMBER.fullmatch(end)
    }


def _coder_faults(raw: RawCorpus) -> Faults:
    """coders.csv must name folders that exist, and say what kind of coder it was."""
    table = raw.tables.get("coders")
    if table is None or not table.readable:
        return
    kinds = schema.TABLES["coders"].column("kind")
    for row, (coder, kind) in table.cells("coder", "kind"):
        if coder and coder not in raw.coders:
            todo = f"add the folder coders/{shown(coder)[1:-1]}, or remove the row"
            yield table.fault(row, "coder", shown(coder), ", ".join(raw.coders), todo)
        if kinds is not None and kind not in ("", *kinds.allowed):
            yield table.fault(row, "kind", shown(kind), ", ".join(kinds.allowed), "choose one")


def _context_faults(raw: RawCorpus) -> Faults:
    """The context sample: ids once, dates that are dates, coders' rows about known pieces."""
    sample = raw.context.get("context")
    pieces = None
    if sample is not None and sample.readable:
        pieces = set(sample.column("id")) if sample.has("id") else None
        if pieces is None:
            yield _missing(sample, "id")
        yield from _date_faults(sample, "published")
    for name, table in raw.context.items():
        if not table.readable:
            continue
        yield from _blank_faults(table, ("id",))
        yield from _double_faults(table, ("id",))
        if name != "context" and pieces is not None:
            known: set[tuple[str, ...]] = {(piece,) for piece in pieces}
            yield from _orphans(table, ("id",), known, "context/context.csv")


# One file ----------------------------------------------------------------------------------------


def _file_faults(table: Table) -> Faults:
    """Faults of a corpus of one CSV file."""
    for column in MINIMAL.required:
        if column not in table.columns:
            yield _missing(table, column)
    names = {*LAYOUTS["claims"].columns, *COMPUTED["claims"], "published"} - {*MINIMAL.columns}
    for column in table.columns:
        if column in names:
            allowed = "any other name: it means something else in a corpus folder"
            yield table.fault(1, column, shown(column), allowed, "rename the column")
    # A row without a frame says that a piece was read and holds none; dates may be unknown.
    filled = [name for name in MINIMAL.required if name not in ("frame", "date")]
    yield from _blank_faults(table, (*filled, "unit"))
    yield from _cell_faults(table, set())
    yield from _date_faults(table, "date")
    yield from _sequence_faults(table, ("document", "coder", "unit"))
    if not table.has("document", "date"):
        return
    dates: dict[str, tuple[str, int]] = {}
    for row, (document, date) in table.cells("document", "date"):
        first, where = dates.setdefault(document, (date, row))
        if date != first:
            allowed = f"{shown(first)}, as in row {where}"
            todo = "give the document one date"
            yield table.fault(row, "date", shown(date), allowed, todo)
