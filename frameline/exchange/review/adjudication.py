"""Decisions read back from a sheet of disagreements: the final coding, and the log of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NamedTuple

from frameline.corpus.checks import find_faults
from frameline.corpus.corpus import Corpus, read_corpus
from frameline.corpus.tables import nearest, read_raw, read_table, shown
from frameline.disk.place import write
from frameline.exchange.files.csv_rows import Row, Rows
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.replacing import replacing
from frameline.exchange.formats.tables.delimited import read_sheet as read_csv_sheet
from frameline.exchange.formats.tables.sheets import Sheet
from frameline.exchange.formats.tables.xlsx_table import read_sheet as read_xlsx_sheet
from frameline.exchange.incoming.holdings import counted
from frameline.exchange.review.disagreements import (
    BLANK_CODE,
    CODER,
    DECIDED,
    LEADING,
    NO,
    NO_ROW,
    NOT_CODED,
    REASONS,
    REGISTERS,
    YES,
    Case,
    Question,
    Register,
    is_settled,
    read_cases,
)

#: Decided by more than half of the coders, or by the person who filled in the sheet.
MAJORITY, ADJUDICATOR = "majority", "adjudicator"
#: What the log says where the sheet gives no reason.
NO_REASON = "not given"
#: Other words for the same, in logs that people kept themselves.
_PLAINLY = {"kept": YES, "dropped": NO, "(no claim)": NO_ROW, "(no label)": NO_ROW,
            "(no event)": NO_ROW, BLANK_CODE: ""}  # fmt: skip
_KEY = ("doc_id", "para_id", "sentence", "claim", "variable")
_LOG = (*_KEY, "final", "decided_by", "reason", "note")


class Decision(NamedTuple):
    """What was decided about a question, and by whom."""

    final: str
    by: str
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Settled:
    """How many disagreements were settled how, and the rows of each table that came of it."""

    rows: Mapping[str, int]
    by_majority: int
    by_adjudicator: int


def read_decisions(folder: Path, sheet: Path) -> Settled:
    """Read a sheet with its decisions into the final tables and adjudication.csv of its corpus.

    A decision left blank is that of the majority. Rows of a final coding that the sheet does not
    touch stay as they are, and so does the log of earlier decisions.

    Raises
    ------
    ExchangeError
        With row and column: an unknown code, a blank decision where no code has the majority, two
        decisions about one thing, a sheet of another state of the corpus. Nothing is changed then.
    """
    rows = _sheet_rows(sheet)
    with replacing(folder) as fresh:
        corpus = read_corpus(fresh)
        cases = read_cases(corpus)
        decisions = _decisions(cases, rows, list(corpus.codings), sheet.name)
        rows_of: dict[str, int] = {}
        numbers: dict[str, str] = {}
        for register in REGISTERS:
            own = [case for case in cases if case.register is register]
            if own:
                table = _final(corpus, fresh, register, own, decisions)
                numbers |= {row[register.key]: row.get("claim", "") for row in table.rows}
                rows_of[register.layer] = len(table.rows)
                write(fresh / f"{register.layer}.csv", table.csv(f"{register.layer}.csv"))
        log = _log(corpus, fresh, cases, decisions, numbers)
        if log.rows:
            write(fresh / "adjudication.csv", log.csv("adjudication.csv"))
        faults = find_faults(read_raw(fresh))
        if faults:
            found = f"{counted(faults)} in the final coding"
            todo = "correct the decision behind each"
            raise ExchangeError(sheet.name, "", found, "", todo, faults)
        read_corpus(fresh)
    by = Counter(decision.by for decision in decisions.values())
    return Settled(rows_of, by[MAJORITY], by[ADJUDICATOR])


# The sheet ---------------------------------------------------------------------------------------


class _SheetRow(NamedTuple):
    number: int
    cells: Mapping[str, str]


def _sheet_rows(path: Path) -> list[_SheetRow]:
    if not path.is_file():
        raise ExchangeError(str(path), "", "no such file", "a filled-in sheet", "check --read")
    is_xlsx = path.suffix.lower() == ".xlsx"
    sheet: Sheet = read_xlsx_sheet(path) if is_xlsx else read_csv_sheet(path, ",;\t")
    for name in (*LEADING[:2], *DECIDED[:3]):
        if name not in sheet.header:
            close = nearest(name, sheet.header)
            todo = f"rename {close}" if close else "use a sheet that frameline adjudicate wrote"
            raise ExchangeError(path.name, "row 1", f"no column {name}", name, todo)
    return [
        _SheetRow(number, dict(zip(sheet.header, cells, strict=True)))
        for number, cells in sheet.rows
    ]


def _decisions(
    cases: Sequence[Case], rows: Sequence[_SheetRow], coders: Sequence[str], file: str
) -> dict[tuple[str, str], Decision]:
    """The decision on each question of the corpus; every fault with its row and column."""
    asked = {(q.id, q.variable): q for case in cases for q in case.questions}
    found: dict[tuple[str, str], _SheetRow] = {}
    for row in rows:
        key = (row.cells["id"].strip(), row.cells["variable"].strip())
        place = f"row {row.number}"
        if key not in asked:
            _refuse_unasked(asked, key, file, place)
        if key in found:
            said = row.cells["decision"].strip(), found[key].cells["decision"].strip()
            if said[0] != said[1]:
                where = f"{place}, column decision"
                expected = f"{shown(said[1])}, as in row {found[key].number}"
                raise ExchangeError(file, where, shown(said[0]), expected, "decide once")
        _refuse_stale(asked[key], row, coders, file)
        found.setdefault(key, row)
    whether = {key: q for key, q in asked.items() if not q.column}
    decisions = {key: _decided(q, found.get(key), file) for key, q in whether.items()}
    none = {name for (name, _), decision in decisions.items() if decision.final != YES}
    for key, question in asked.items():
        blank = key not in found or not found[key].cells["decision"].strip()
        moot = key[0] in none and blank and not question.majority()
        if key not in decisions and not moot:
            decisions[key] = _decided(question, found.get(key), file)
    _refuse_moot(decisions, found, asked, file)
    return decisions


def _refuse_unasked(
    asked: Mapping[tuple[str, str], Question], key: tuple[str, str], file: str, place: str
) -> None:
    """A row about something the coders do not disagree on."""
    claims = {claim for claim, _ in asked}
    if key[0] not in claims:
        close = nearest(key[0], claims)
        todo = f"did you mean {close}?" if close else "remove the row, or write a new sheet"
        allowed = "something the coders disagree on"
        raise ExchangeError(file, f"{place}, column id", shown(key[0]), allowed, todo)
    allowed = ", ".join(variable for claim, variable in asked if claim == key[0])
    raise ExchangeError(
        file, f"{place}, column variable", shown(key[1]), allowed, "remove the row, or correct it"
    )


def _refuse_stale(question: Question, row: _SheetRow, coders: Sequence[str], file: str) -> None:
    """A sheet that was written before a coder came or changed."""
    for coder in coders:
        cell = row.cells.get(CODER + coder)
        now = question.given[coder]
        if cell is None or cell.strip() != now:
            place = f"row {row.number}, column {CODER}{coder}"
            found = "no such column" if cell is None else shown(cell)
            todo = "the corpus has changed since: write a new sheet, and copy the decisions"
            raise ExchangeError(file, place, found, shown(now), todo)


def _decided(question: Question, row: _SheetRow | None, file: str) -> Decision:
    """What a row decides; left blank, what most coders say."""
    text = row.cells["decision"].strip() if row else ""
    reason = row.cells["reason"].strip() if row else ""
    note = row.cells["note"].strip() if row else ""
    place = f"row {row.number}" if row else f"{question.id}, {question.variable}"
    if reason and reason not in REASONS:
        close = nearest(reason, REASONS)
        todo = f"did you mean {close}?" if close else "choose one, or leave it blank"
        where = f"{place}, column reason"
        raise ExchangeError(file, where, shown(reason), ", ".join(REASONS), todo)
    if not text:
        most = question.majority()
        if not most:
            todo = "decide: no code has more than half of the coders"
            blank = (BLANK_CODE,) if question.column else ()
            allowed = ", ".join((*question.allowed, *blank))
            raise ExchangeError(file, f"{place}, column decision", "a blank cell", allowed, todo)
        return Decision(most, MAJORITY, reason, note)
    return Decision(_checked(question, text, file, place), ADJUDICATOR, reason, note)


def _checked(question: Question, text: str, file: str, place: str) -> str:
    """A decision made of codes that the variable has."""
    if text == BLANK_CODE and question.column:
        return text
    if not question.allowed:
        return text
    codes = [code.strip() for code in text.split(";")] if question.several else [text]
    for code in codes:
        if code not in question.allowed:
            close = nearest(code, question.allowed)
            todo = f"did you mean {close}?" if close else "use a code of the codebook"
            allowed = ", ".join(question.allowed)
            raise ExchangeError(file, f"{place}, column decision", shown(code), allowed, todo)
    return ";".join(dict.fromkeys(codes))


def _refuse_moot(
    decisions: Mapping[tuple[str, str], Decision],
    rows: Mapping[tuple[str, str], _SheetRow],
    asked: Mapping[tuple[str, str], Question],
    file: str,
) -> None:
    """A new code for what is decided not to be there."""
    whether = {q.id: q.variable for q in asked.values() if not q.column}
    for (name, variable), row in rows.items():
        question = asked[name, variable]
        held = decisions.get((name, whether.get(name, "")))
        text = row.cells["decision"].strip()
        if not question.column or held is None or held.final == YES or not text:
            continue
        if text != question.standing:
            place = f"row {row.number}, column decision"
            todo = f"clear the cell, or decide yes in the row {whether[name]} of {name}"
            allowed = f"a blank cell: {name} is decided to be none"
            raise ExchangeError(file, place, shown(text), allowed, todo)


# The final coding --------------------------------------------------------------------------------


def _final(
    corpus: Corpus,
    folder: Path,
    register: Register,
    cases: Sequence[Case],
    decisions: Mapping[tuple[str, str], Decision],
) -> Rows:
    """The final rows: as they were where nothing is asked, else as decided."""
    file = folder / f"{register.layer}.csv"
    raw = _raw(file, register.key) if is_settled(folder, register) else {}
    variables = [variable.name for variable in register.variables(corpus)]
    rows: list[Row] = []
    ordered = _ordered(corpus, cases, list(raw))
    # numbers that stay; a new row gets the next that is free in its unit
    taken = {(c.home["unit_id"], raw[c.id].get("claim", "")) for c in ordered
             if c.id in raw and _kept(c, decisions)}  # fmt: skip
    used = {case.id for case in cases if case.final}
    for case in ordered:
        if not _kept(case, decisions):
            continue
        row = raw.get(case.id) or _row(case, variables)
        for name in variables:
            decision = decisions.get((case.id, register.asked(name)))
            if decision is not None:
                row[name] = "" if decision.final == BLANK_CODE else decision.final
        unit = case.home["unit_id"]
        if "claim" in register.place and not (case.id in raw and row.get("claim")):
            row["claim"] = _free(unit, taken)
            taken.add((unit, row["claim"]))
        row[register.key] = case.id
        if not case.final:
            row[register.key] = _new_id(unit, register.letter, row.get("claim", ""), used)
            used.add(row[register.key])
        case.final_id = row[register.key]
        if not row.get("agreement") or (register.layer == "claims" and _asked_anew(case)):
            # rows are matched by their place alone: what was settled by hand knows better
            row["agreement"] = str(len(case.rows))
        rows.append(row)
    table = Rows(read_table(file, file.name).columns if raw else [])
    table.need(register.key, "doc_id", register.words)
    table.add(rows, [*register.place, *variables, "gist", "note", "agreement"])
    return table


def _ordered(corpus: Corpus, cases: Sequence[Case], final: Sequence[str]) -> list[Case]:
    """Final rows in the order they have, new ones behind the last of their unit, or document."""
    order = {doc: place for place, doc in enumerate(corpus.documents["doc_id"])}
    known = {name: place for place, name in enumerate(final)}
    last: dict[str, int] = {}
    for case in cases:
        for home in (case.home["unit_id"], case.doc_id):
            last[home] = max(last.get(home, -1), known.get(case.id, -1))

    def place(case: Case) -> tuple[int, int, bool]:
        behind = max(last[case.home["unit_id"]], -1)
        behind = behind if behind >= 0 else last[case.doc_id]
        return order[case.doc_id], known.get(case.id, behind), case.id not in known

    return sorted(cases, key=place)


def _kept(case: Case, decisions: Mapping[tuple[str, str], Decision]) -> bool:
    """Whether a row is one: as decided, else as the final coding or all coders have it."""
    decision = decisions.get((case.id, case.register.held))
    return decision is None or decision.final == YES


def _asked_anew(case: Case) -> bool:
    """Whether something is asked about a row that no earlier decision answers."""
    return not case.final or any(not question.standing for question in case.questions)


def _free(unit: str, taken: set[tuple[str, str]]) -> str:
    return next(str(n) for n in count(1) if (unit, str(n)) not in taken)


def _new_id(unit: str, letter: str, wanted: str, used: set[str]) -> str:
    number = int(wanted or 1)
    while f"{unit}.{letter}{number}" in used:
        number += 1
    return f"{unit}.{letter}{number}"


def _raw(file: Path, key: str) -> dict[str, Row]:
    """Rows of a final table by id, where it has ids."""
    table = read_table(file, file.name)
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    return {row[key]: row for row in rows if row.get(key)}


def _row(case: Case, variables: Sequence[str]) -> Row:
    """A row as the coders have it: the place of the first of them, codes all agree on."""
    place = case.register.place
    if case.final:
        return {name: case.final.get(name, "") for name in (*place, *variables, "gist", "note")}
    row = {name: case.home.get(name, "") for name in place}
    for name in (*variables, "gist"):
        said = (other.get(name, "") for other in case.rows.values())
        row[name] = next((text for text in said if text), "")
    return row


# The log -----------------------------------------------------------------------------------------


def _log(
    corpus: Corpus,
    folder: Path,
    cases: Iterable[Case],
    decisions: Mapping[tuple[str, str], Decision],
    numbers: Mapping[str, str],
) -> Rows:
    """adjudication.csv with these decisions, each in the place of an earlier one about the same."""
    file = folder / "adjudication.csv"
    log = Rows.of(read_table(file, file.name)) if file.is_file() else Rows()
    new: dict[tuple[str, ...], Row] = {}
    for case in cases:
        for question in case.questions:
            decision = decisions.get((question.id, question.variable))
            if decision is None:  # of what is decided to be none
                continue
            row = _log_row(case, question, decision)
            row["claim"] = _which(case, numbers)
            new[tuple(row[name] for name in _KEY)] = row
    same = {tuple(row.get(name, "") for name in _KEY): row for row in log.rows}
    for key, row in new.items():
        if key in same and _unchanged(same[key], row):
            continue
        if key in same:
            same[key].update(row)
        else:
            log.rows.append(row)
    coders = [coder for coder in corpus.codings if any(coder in row for row in log.rows)]
    log.need(*_KEY, *coders, *_LOG[len(_KEY) :])
    return log


def _which(case: Case, numbers: Mapping[str, str]) -> str:
    """What the log calls a claim (its number), a label (its words), an event (e1, e2 ...)."""
    # a claim or event that is none has no number: the end of its id says which it was
    end = (case.final_id or case.id).rpartition(".")[2]
    if case.register.layer == "claims":
        return numbers.get(case.final_id, end)
    words = case.home.get(case.register.words, "")
    return f"label: {words}" if case.register.layer == "labels" else f"event: {end}"


def _log_row(case: Case, question: Question, decision: Decision) -> Row:
    home = case.home
    row = {name: home.get(name, "") for name in ("doc_id", "para_id", "sentence")}
    row["para_id"] = home.get("block_id") or row["para_id"]
    said = {NO_ROW: NO_ROW if question.column else NO, NOT_CODED: "", BLANK_CODE: ""}
    row |= {coder: said.get(text, text) for coder, text in question.given.items()}
    final = "" if decision.final == BLANK_CODE else decision.final
    return row | {
        "variable": question.variable,
        "final": final,
        "decided_by": decision.by,
        "reason": decision.reason or NO_REASON,
        "note": decision.note,
    }


def _unchanged(old: Row, new: Row) -> bool:
    """Whether a decision is the one on record: then its reason and note stay too."""
    given = {name for name in new if name not in ("decided_by", "reason", "note")}
    said = new["reason"] != NO_REASON or new["note"]
    return not said and all(
        _PLAINLY.get(old.get(name, ""), old.get(name, "")) == _PLAINLY.get(new[name], new[name])
        for name in given
    )
