"""Discourse Network Analyzer: what it cannot hold, and a project written as its file (version 2).

A statement has one value for each variable of its type; a layer is a type of statements. Places
count UTF-16 units, as Java does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from frameline.exchange.files.saving import save
from frameline.exchange.formats.dna.names import AGREE, OFFSETS, TABLES
from frameline.exchange.model import losses
from frameline.exchange.model.codes import complete, one_code_each
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.offsets import Ruler
from frameline.exchange.model.project import Annotation, Coding, Left, Project
from frameline.exchange.model.writing import cover, texts_of

_Name = TypeVar("_Name")
_FACTS = ("author", "outlet", "section", "note", "type")
_RIGHTS = (
    "addDocuments", "editDocuments", "deleteDocuments", "importDocuments", "viewOthersDocuments",
    "editOthersDocuments", "addStatements", "viewOthersStatements", "editOthersStatements",
    "editCoders", "editStatementTypes", "editRegex",
)  # fmt: skip


def cannot_hold(project: Project) -> list[Left]:
    """What of a project DNA would lose."""
    facts = {name for d in project.documents for name in d.facts} - {*_FACTS, "published"}
    days = [_day(d.facts.get("published", "")) is None for d in project.documents
            if d.facts.get("published")]  # fmt: skip
    return [
        *losses.losses(
            project, losses.discontinuous, losses.document_level, losses.empty_codings,
            losses.sets, losses.codeless, losses.ids, losses.quotes, losses.units, losses.notes,
            losses.codebook, losses.variable_labels,
        ),
        *losses.lost("dates that are no day", "DNA dates by day; the document is written undated",
                     days),
        *losses.lost("facts about documents", "DNA knows author, source, section, type and notes",
                     facts),
        *losses.lost("annotations of no characters", "a statement has a text",
                     (_empty(a) for a in all_annotations(project.codings))),
    ]  # fmt: skip


def _empty(said: Annotation) -> bool:
    span = cover(said)
    return span is not None and span.start == span.end


def write(project: Project, out: Path) -> list[Path]:
    """Write a file that DNA opens.

    Raises
    ------
    ExchangeError
        For a document without text.
    """
    texts = texts_of(project, out.name)
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, columns in TABLES.items():
            connection.execute(f"CREATE TABLE {name} ({columns})")
        file = _File(connection, project, texts)
        file.write()
        connection.commit()
        return [save(out, connection.serialize())]


class _File:
    def __init__(self, connection: sqlite3.Connection, project: Project, texts: Mapping[str, str]):
        self._connection, self._project = connection, project
        self._coders = _numbers(c.coder for c in project.codings)
        self._documents = _numbers(d.id for d in project.documents)
        self._rulers = {name: Ruler(text, "utf-16") for name, text in texts.items()}
        written = [a for _, a, _ in _statements(project)]
        self._types = _numbers(a.layer for a in written) or {"claims": 1}
        self._variables = _numbers((a.layer, name) for a in written for name in a.values)
        codes = complete((), project.codings)
        self._boolean = {name for name, found in codes.items() if set(found) <= AGREE.keys()}

    def _add(self, table: str, *rows: tuple[Any, ...]) -> None:
        for row in rows:
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)

    def write(self) -> None:
        """Fill the tables."""
        self._add("SETTINGS", ("version", "2.0 beta 25"), ("activeCoder", "1"),
                  ("statementColor", "coder"), ("popupWidth", "220"),
                  (OFFSETS, "utf-16"))  # fmt: skip
        coders = self._coders or {"Admin": 1}
        self._add("CODERS", *((n, name, 255, 255, 0, "") for name, n in coders.items()))
        rights = [(n, right) for n in coders.values() for right in _RIGHTS]
        self._add("CODERPERMISSIONS", *((i, n, right, 1) for i, (n, right) in enumerate(rights, 1)))
        self._add("STATEMENTTYPES", *((n, layer, 255, 255, 0) for layer, n in self._types.items()))
        self._add("VARIABLES", *(
            (n, name, "boolean" if name in self._boolean else "short text", self._types[layer])
            for (layer, name), n in self._variables.items()
        ))  # fmt: skip
        for document in self._project.documents:
            author, outlet, section, note, kind = (document.facts.get(f, "") for f in _FACTS)
            self._add("DOCUMENTS", (
                self._documents[document.id], document.id, document.text, 1, author, outlet,
                section, note, kind, _day(document.facts.get("published", "")),
            ))  # fmt: skip
        self._statements()

    def _statements(self) -> None:
        known: dict[tuple[int, str], None] = {}
        for number, (coding, said, values) in enumerate(_statements(self._project), start=1):
            span, ruler = cover(said), self._rulers[coding.document]
            assert span is not None
            places = (ruler.from_code_points(span.start), ruler.from_code_points(span.end))
            kind = self._types[said.layer]
            self._add("STATEMENTS", (number, kind, self._documents[coding.document], *places,
                                     self._coders[coding.coder]))  # fmt: skip
            for name, code in values.items():
                variable = self._variables[said.layer, name]
                if name in self._boolean:
                    self._add("DATABOOLEAN", (None, number, variable, kind, AGREE[code]))
                else:
                    self._add("DATASHORTTEXT", (None, number, variable, kind, code))
                    known[variable, code] = None
        self._add("ATTRIBUTES", *((n, variable, code, 0, 0, 0, "", "", "", "")
                                  for n, (variable, code) in enumerate(known, 1)))  # fmt: skip


def _numbers(names: Iterable[_Name]) -> dict[_Name, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}


def _statements(project: Project) -> Iterator[tuple[Coding, Annotation, dict[str, str]]]:
    """Each statement to be written: an annotation once for each code of its sets."""
    for coding in project.codings:
        for said in coding.annotations:
            if said.spans and said.values and not _empty(said):
                for values in one_code_each(said.values):
                    yield coding, said, values


def _day(written: str) -> int | None:
    """A day as DNA counts it, in milliseconds; None for what is no day."""
    try:
        return (date.fromisoformat(written) - date(1970, 1, 1)).days * 86_400_000
    except ValueError:
        return None
