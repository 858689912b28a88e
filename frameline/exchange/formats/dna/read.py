"""Discourse Network Analyzer: statements in documents, each with values of its variables.

Places count code points, or UTF-16 units as Java does: edges of words tell. A boolean variable
says ``agree`` or ``disagree``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.sqlite import Row, database, has_tables
from frameline.exchange.formats.dna.names import AGREE, OFFSETS
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import Annotation, Document, Options, Project

_EPOCH = datetime(1970, 1, 1)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NAMED = ("id", "variable")
_VALUES = ("databoolean", "datainteger", "datashorttext", "datalongtext")
_AGREE = {value: code for code, value in AGREE.items()}


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file is DNA's, of version 2 or 3."""
    return has_tables(path, head, "statements", "documents", "datashorttext", "databoolean")


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files; a row is a statement."""
    gatherer = Gatherer(paths[0].name, options.strict)
    waiting: list[Waiting] = []
    noted: set[str] = set()
    for path in paths:
        gatherer.file = path.name
        with database(path) as found:
            coders = {row.get("id"): str(row.get("name")) for row in found.rows("coders")}
            noted.add(_offsets(found.rows("settings")))
            third = "entities" in found.tables
            per_day = 86_400 if third else 86_400_000
            rows = found.rows("documents", ("id", "title", "text"))
            documents = _documents(rows, gatherer, per_day)
            names = {row["id"]: str(row["variable"]) for row in found.rows("variables", _NAMED)}
            rows = found.rows("statementtypes", ("id", "label"))
            kinds = {row["id"]: str(row["label"]) for row in rows}
            rows = found.rows("entities", ("id", "value"))
            entities = {row["id"]: row["value"] for row in rows}
            tables = {table: found.rows(table) for table in _VALUES}
            values = _values(tables, names, entities)
            statements = found.rows("statements", ("id", "documentid", "start", "stop"))
        several = len({row.get("statementtypeid") for row in statements}) > 1
        for row in statements:
            with gatherer.attempt("statements"):
                gatherer.rows += 1
                layer = kinds.get(row.get("statementtypeid"), "") if several else ""
                said = Annotation(
                    values=values.get(row["id"], {}), layer=layer or "claims", id=str(row["id"])
                )
                who = coders.get(row.get("coder")) or gatherer.unnamed(path.name, options)
                waiting.append(_statement(row, said, who, documents, path.name))
                gatherer.used += 1
    if noted == {"utf-16"} and not options.offsets:
        options = replace(options, offsets="utf-16")
    unit = place_all(waiting, gatherer, options, rule="utf-16")
    return gatherer.project(offsets=unit)


def _offsets(settings: list[Row]) -> str:
    """What places count, where Frameline wrote the file; "" where another did."""
    return next((str(s.get("value")) for s in settings if s.get("property") == OFFSETS), "")


def _documents(rows: list[Row], gatherer: Gatherer, per_day: int) -> dict[Any, str]:
    found: dict[Any, str] = {}
    for row in rows:
        title = str(row.get("title") or "").strip() or f"document-{row['id']}"
        name = title if title not in found.values() else f"{title} ({row['id']})"
        facts = {
            key: str(row[column])
            for key, column in (("author", "author"), ("outlet", "source"), ("section", "section"),
                                ("type", "type"), ("note", "notes"))
            if row.get(column)
        }  # fmt: skip
        date = _date(row.get("date"), per_day)
        if date:
            facts["published"] = date
            years = set(_YEAR.findall(title))
            if years and date[:4] not in years:
                gatherer.note(
                    f"WARNING: document {name!r} is dated {date}, and its title says "
                    f"{', '.join(sorted(years))}: is the date a slip?"
                )
        with gatherer.attempt("documents", 0):
            gatherer.document(Document(name, str(row.get("text") or ""), facts))
            found[row["id"]] = name
    return found


def _date(value: Any, per_day: int) -> str:
    """The day of a point in time (milliseconds; version 3: seconds); "" for none that can be."""
    if not isinstance(value, int):
        return ""
    try:
        return (_EPOCH + timedelta(days=value // per_day)).date().isoformat()
    except OverflowError:
        return ""


def _values(
    tables: dict[str, list[Row]], names: dict[Any, str], entities: dict[Any, Any]
) -> dict[Any, dict[str, tuple[str, ...]]]:
    found: dict[Any, dict[str, tuple[str, ...]]] = {}
    for table, rows in tables.items():
        for row in rows:
            name = names.get(row.get("variableid"))
            value = row.get("value", entities.get(row.get("entity")))
            if name is None or value in (None, ""):
                continue
            code = _AGREE.get(value, str(value)) if table == "databoolean" else str(value)
            found.setdefault(row.get("statementid"), {})[name] = (code,)
    return found


def _statement(
    row: Row, said: Annotation, who: str, documents: dict[Any, str], file: str
) -> Waiting:
    place = f"table STATEMENTS, row {row['id']}"
    if row["documentid"] not in documents:
        raise ExchangeError(file, place, f"document {row['documentid']}", "a document of the file")
    start, end = row["start"], row["stop"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise ExchangeError(file, place, f"from {start!r} to {end!r}", "whole numbers")
    if not said.values:
        raise ExchangeError(file, place, "a statement without a value", "a value of a variable")
    mark = Mark([(start, end)], "", place)
    return Waiting(file, place, documents[row["documentid"]], who, said, mark)
