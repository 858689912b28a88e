"""When was each document published: from a file of dates, or from what the import says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from frameline.corpus.dates import ALLOWED, DateError, parse_edtf
from frameline.corpus.tables import nearest, read_table, shown
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.national_dates import read_national
from frameline.exchange.model.project import Document

#: Facts that may be a date of publication under another name, the likeliest first.
USUAL = ("published", "date", "pubdate", "pub_date", "publication_date", "publication date", "year")
_DOCUMENT = ("document", "doc_id", "doc", "file", "id")
_DATE = ("date", "published")


def read_dates(path: Path, documents: Sequence[str]) -> dict[str, str]:
    """Dates by document from a CSV file with the columns document and date.

    Parameters
    ----------
    path : Path
        The file; rows about documents that the import has not are passed over.
    documents : sequence of str
        Ids of the documents of the import.

    Raises
    ------
    ExchangeError
        For a file that is no such table, a date that is none, a document twice.
    """
    table = read_table(path, path.name)
    if table.faults:
        fault = table.faults[0]
        place = ", ".join(str(part) for part in (fault.row, fault.column) if part)
        raise ExchangeError(path.name, place, fault.found, fault.allowed, fault.todo)
    document = next((name for name in _DOCUMENT if name in table.columns), "")
    date = next((name for name in _DATE if name in table.columns), "")
    if not document or not date:
        found = ", ".join(table.columns)
        raise ExchangeError(path.name, "row 1", found, "document,date", "name the two columns so")
    dates: dict[str, str] = {}
    for number, (name, text) in table.cells(document, date):
        if name in dates and dates[name] != text:
            place, todo = f"row {number}, {document}", "give the document one date"
            raise ExchangeError(path.name, place, f"{shown(name)} twice", "each once", todo)
        if text:
            _check(text, path.name, f"row {number}, {date}")
            dates[name] = text
    if dates and not set(dates) & set(documents):
        close = nearest(next(iter(dates)), documents)
        todo = f"did you mean {close}?" if close else "use the ids of the import"
        allowed = ", ".join(documents[:20])
        raise ExchangeError(path.name, document, shown(next(iter(dates))), allowed, todo)
    return dates


def published_dates(
    documents: Sequence[Document], given: Mapping[str, str], notes: list[str] | None = None
) -> dict[str, str]:
    """Date of publication by document; documents without one are left out.

    Dates of the usual national forms are read where they can mean one day only. A fact named
    ``published`` that is none leaves its document undated, and is named in `notes`; without
    `notes` it is refused. Other usual
    names (date, year, ...) are taken as the date of publication only where most of their cells
    are dates.
    """
    dates: dict[str, str] = {}
    said = notes if notes is not None else []
    for name in USUAL:
        cells = {d.id: d.facts[name] for d in documents if d.facts.get(name)}
        found = read_national(cells)
        good = {doc: text for doc, text in found.dates.items() if _is_date(text)}
        bad = {doc: text for doc, text in cells.items() if doc not in good and doc not in given}
        if name != "published" and len(bad) > len(good):
            continue
        for doc, text in good.items():
            dates.setdefault(doc, text)
        for doc, text in bad.items():
            if notes is None:
                _check(text, doc, name)
            why = "day or month first?" if doc in found.unread else _fault(text)
            there = f"document {shown(doc)} has no date: {name} is {shown(text)}"
            said.append(f"{there}; {why}; give it with --dates FILE, or in documents.csv")
        if found.note and good:
            said.append(found.note)
    return {**dates, **{d.id: given[d.id] for d in documents if d.id in given}}


def dated(
    documents: Sequence[Document], given: Mapping[str, str], notes: list[str] | None = None
) -> tuple[Document, ...]:
    """The documents with their date as the fact ``published``, and under no other name.

    >>> dated([Document("a", facts={"date": "2001-05-31T08:00", "place": "x"})], {})[0].facts
    {'place': 'x', 'published': '2001-05-31'}
    """
    dates = published_dates(documents, given, notes)
    found = []
    for document in documents:
        date = dates.get(document.id, "")
        same = {
            name
            for name in USUAL
            if date in read_national({"": document.facts.get(name, "")}).dates.values()
            or document.facts.get(name, "") == date
        }
        facts = {k: v for k, v in document.facts.items() if k != "published" and k not in same}
        found.append(replace(document, facts={**facts, "published": date} if date else facts))
    return tuple(found)


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


def _fault(text: str) -> str:
    """What is wrong with a date."""
    try:
        parse_edtf(text)
    except DateError as error:
        return str(error)
    return ""


def _check(text: str, file: str, place: str) -> None:
    try:
        parse_edtf(text)
    except DateError as error:
        todo = f"{error}; correct it there, or give dates with --dates FILE"
        raise ExchangeError(file, place, shown(text), ALLOWED, todo) from error
