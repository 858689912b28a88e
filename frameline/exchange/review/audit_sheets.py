"""Blind coding sheets: what people are asked about each item, and their answers read back.

A sheet has a row per item and a column per code. It shows the passage where the text is at hand,
and never what a machine coded: no code, no gist, no phrase that a machine pointed to.
"""

from __future__ import annotations

import csv
import hashlib
import html
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from frameline.corpus.audit import NO, YES
from frameline.corpus.codebook import Codebook, Variable
from frameline.corpus.fault import Fault, nearest, shown
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.delimited import guarded
from frameline.exchange.formats.tables.delimited import read_sheet as read_csv_sheet
from frameline.exchange.formats.tables.sheets import Sheet
from frameline.exchange.formats.tables.xlsx_table import read_sheet as read_xlsx_sheet
from frameline.exchange.formats.tables.xlsx_table import workbook

ITEM, TEXT, PLACE, PASSAGE, READ, NOTE = "item", "text", "place", "passage", "read", "note"
_LEADING = (ITEM, TEXT, PLACE, PASSAGE, READ)
ENDINGS = (".csv", ".xlsx", ".html")


class SheetError(ValueError):
    """A sheet that cannot be read back; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault], limit: int = 20) -> None:
        self.faults = tuple(faults)
        lines = [f"- {fault}" for fault in self.faults[:limit]]
        if len(self.faults) > limit:
            lines.append(f"- and {len(self.faults) - limit} more")
        super().__init__("the sheet has faults; nothing was read:\n" + "\n".join(lines))


@dataclass(frozen=True)
class Form:
    """What is asked about each item.

    Attributes
    ----------
    codes : tuple of str
    directions : tuple of str
        Codes of direction, any of which may answer; empty where the answer is yes or no.
    """

    codes: tuple[str, ...]
    directions: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """What may stand in a cell; blank in a row that was read is no."""
        return (NO, *(self.directions or (YES,)))


def form_of(book: Codebook, *, directed: bool) -> Form:
    """The form that a codebook asks for: a column per frame, answered by direction or yes."""
    frame, valence = book.role("frame"), book.role("valence")
    if frame is None or not frame.order:
        raise ExchangeError("codebook.toml", "", "no codes with the role frame", "",
                            "give one variable of claims the role frame")  # fmt: skip
    return Form(tuple(frame.order), tuple(valence.order) if valence and directed else ())


def shuffled(plan: pd.DataFrame, seed: int, coder: str) -> pd.DataFrame:
    """The items in an order of this person's own, which the seed decides."""
    digest = hashlib.sha256(coder.encode()).digest()
    rng = np.random.default_rng([seed, int.from_bytes(digest[:4], "big")])
    return plan.iloc[rng.permutation(len(plan))].reset_index(drop=True)


def write_sheet(
    out: Path, plan: pd.DataFrame, form: Form, book: Codebook, *,
    names: Mapping[str, str], passages: Mapping[str, str],
) -> None:  # fmt: skip
    """Write one sheet, and the codebook beside a table.

    Parameters
    ----------
    out : Path
        A name that is not taken, ending in .csv, .xlsx or .html (to be printed).
    plan : DataFrame [item, doc_id, ...]
        Items in the order of the sheet; start and end where these are known.
    names : mapping of doc_id to the name of the text
    passages : mapping of item to its text, as far as texts are at hand
    """
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        found, allowed = out.suffix or "no ending", ", ".join(ENDINGS)
        raise ExchangeError(out.name, "", found, allowed, "end the name with one of these")
    header = [*_LEADING, *form.codes, NOTE]
    rows = [_row(row, form, names, passages) for row in plan.to_dict("records")]
    if ending == ".html":
        save(out, _page(out.stem, rows, form, book).encode())
        return
    if ending == ".xlsx":
        save(out, workbook(header, rows, out.name))
    else:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([guarded(cell) for cell in row] for row in [header, *rows])
        text = stream.getvalue()
        # spreadsheets take a file for UTF-8 only where a mark says so; plain letters need none
        save(out, text.encode("utf-8" if text.isascii() else "utf-8-sig"))
    guide = out.with_name(f"{out.stem}.codebook.md")
    if not guide.exists():
        save(guide, _guide(form, book).encode())


def _row(
    row: Mapping[Any, Any], form: Form, names: Mapping[str, str], passages: Mapping[str, str]
) -> list[str]:
    item, doc = str(row["item"]), str(row["doc_id"])
    place = item.removeprefix(f"{doc}.").replace(".", " ") if item != doc else ""
    if row.get("start") not in (None, "") and not pd.isna(row["start"]):
        place = f"{place} ({row['start']}-{row['end']})"
    leading = [item, names.get(doc, doc), place, passages.get(item, ""), ""]
    return [*leading, *[""] * len(form.codes), ""]


def _guide(form: Form, book: Codebook) -> str:
    """How to fill in a sheet, and the codebook, in Markdown."""
    lines = ["# How to fill in the sheet", "", *(f"- {rule}" for rule in _rules(form)), ""]
    for role, codes in (("frame", form.codes), ("valence", form.directions)):
        variable = book.role(role)
        if variable is not None and codes:
            lines += [f"## {variable.label or variable.name}", "", variable.question, ""]
            lines += [f"- **{code}** {text}" for code, text in _meanings(variable).items()]
            lines.append("")
    return "\n".join(lines) + "\n"


def _rules(form: Form) -> list[str]:
    answers = ", ".join(form.answers[1:])
    return [
        "Read each passage, in the order of the sheet. Work alone.",
        f"Write {YES} in the column {READ} when you have read the row.",
        f"Write {answers} under each code that the passage claims"
        + ("; several with a semicolon (B;D)." if len(form.answers) > 2 else "."),
        f"A blank cell of a row that was read means {NO}.",
        "Do not look up how anybody else has coded the passage.",
    ]


def _meanings(variable: Variable) -> dict[str, str]:
    return {
        code.code: " ".join(part for part in (code.label, code.definition) if part)
        for code in variable.codes
    }


_STYLE = (
    "body{font:11pt/1.4 serif;margin:2em}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:4px;vertical-align:top;font-size:9pt}"
    "tr{break-inside:avoid}thead{display:table-header-group}td.p{min-width:18em}"
    "@page{size:a4 landscape;margin:12mm}"
)


def _page(title: str, rows: Sequence[Sequence[str]], form: Form, book: Codebook) -> str:
    """The sheet as a page to be printed, its codebook in front."""
    heads = "".join(f"<th>{html.escape(head)}</th>" for head in (ITEM, PASSAGE, READ, *form.codes))
    body = "".join(
        f"<tr><td>{html.escape(row[0])}<br>{html.escape(row[2])}</td>"
        f'<td class="p">{html.escape(row[3])}</td>' + "<td></td>" * (len(form.codes) + 1) + "</tr>"
        for row in rows
    )
    guide = html.escape(_guide(form, book))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}'
        f'</title><style>{_STYLE}</style></head><body><pre style="white-space:pre-wrap">{guide}'
        f"</pre><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></body></html>\n"
    )


# Read back ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Filled:
    """What one sheet says.

    Attributes
    ----------
    answers : list of (item, code, answer)
    read : list of str
        The items that were read, in the order of the sheet.
    open : int
        Rows that were not.
    skipped : int
        Rows not read that stand before one that was.
    """

    answers: list[tuple[str, str, str]]
    read: list[str]
    open: int
    skipped: int


def read_filled(path: Path, form: Form, known: Sequence[str] | None) -> Filled:
    """Read a filled sheet.

    Parameters
    ----------
    path : Path
        A table as `write_sheet` makes it, in .csv or .xlsx; columns may stand in any order.
    form : Form
    known : list of str, optional
        The items of the plan; any where nobody planned.

    Raises
    ------
    SheetError
        With row and column of every fault.
    """
    if not path.is_file():
        raise ExchangeError(str(path), "", "no such file", "a filled-in sheet", "check the path")
    is_xlsx = path.suffix.lower() == ".xlsx"
    sheet: Sheet = read_xlsx_sheet(path) if is_xlsx else read_csv_sheet(path, ",;\t")
    faults = list(_header_faults(sheet, form))
    if faults:
        raise SheetError(faults)
    rows = [(n, dict(zip(sheet.header, cells, strict=True))) for n, cells in sheet.rows]
    faults += [fault for n, row in rows for fault in _row_faults(sheet.file, n, row, form, known)]
    faults += _doubles(sheet.file, rows)
    if faults:
        raise SheetError(faults)
    done = [row[READ].strip() != "" for _, row in rows]
    last = max((place for place, one in enumerate(done) if one), default=-1)
    kept = [row for (_, row), one in zip(rows, done, strict=True) if one]
    answers = [
        (row[ITEM].strip(), code, _canonical(row[code], form))
        for row in kept
        for code in form.codes
    ]
    read = [row[ITEM].strip() for row in kept]
    return Filled(answers, read, done.count(False), done[: last + 1].count(False))


def _header_faults(sheet: Sheet, form: Form) -> Iterator[Fault]:
    for name in (ITEM, READ, *form.codes):
        if name not in sheet.header:
            close = nearest(name, [head for head in sheet.header if head not in form.codes])
            todo = f"rename {close}" if close else "use a sheet that frameline audit sheet wrote"
            yield Fault(sheet.file, 1, name, "no such column", name, todo)


def _row_faults(
    file: str, number: int, row: Mapping[str, str], form: Form, known: Sequence[str] | None
) -> Iterator[Fault]:
    item, read = row[ITEM].strip(), row[READ].strip().lower()
    if not item:
        yield Fault(file, number, ITEM, "a blank cell", "an item", "restore or remove the row")
    elif known is not None and item not in set(known):
        close = nearest(item, known)
        todo = f"did you mean {close}?" if close else "remove the row, or plan it first"
        yield Fault(file, number, ITEM, shown(item), "an item of the plan", todo)
    if read not in ("", YES, "x", "1"):
        todo = "leave it blank where the row was not read"
        yield Fault(file, number, READ, shown(row[READ]), YES, todo)
    for code in form.codes:
        text = row[code].strip()
        if text and not read:
            todo = f"write {YES} in the column {READ}, or empty the cell"
            yield Fault(file, number, code, shown(text), "a blank cell of a row not read", todo)
        elif text and (wrong := _wrong(text, form)):
            close = nearest(wrong, form.answers)
            todo = f"did you mean {close}?" if close else "choose one"
            yield Fault(file, number, code, shown(text), ", ".join(form.answers), todo)


def _doubles(file: str, rows: Sequence[tuple[int, Mapping[str, str]]]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, row in rows:
        item = row[ITEM].strip()
        if item in seen:
            found = f"{shown(item)}, as in row {seen[item]}"
            yield Fault(file, number, ITEM, found, "each item once", "remove one of the two")
        seen.setdefault(item, number)


_SAME = {"x": YES, "1": YES, "0": NO, "y": YES, "n": NO, "true": YES, "false": NO}


def _parts(text: str, form: Form) -> list[str]:
    """The answers in one cell, as the form writes them."""
    folded = {answer.lower(): answer for answer in form.answers}
    found = []
    for part in text.replace(",", ";").split(";"):
        low = part.strip().lower()
        plain = low if low in folded else _SAME.get(low, low)
        found.append(folded.get(plain, part.strip()))
    return found


def _wrong(text: str, form: Form) -> str:
    """The first answer that is none; "" where all are. No stands alone."""
    parts = _parts(text, form)
    unknown = next((part for part in parts if part not in form.answers), "")
    return unknown or (text if NO in parts and len(set(parts)) > 1 else "")


def _canonical(text: str, form: Form) -> str:
    if not text.strip():
        return NO
    given = set(_parts(text, form))
    return ";".join(answer for answer in form.answers if answer in given)
