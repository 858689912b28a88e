"""Taguette: highlights with tags, in texts that the project keeps as HTML.

Places count the bytes in UTF-8 of the text between the HTML's tags. Who highlighted is told by
the log of commands; a highlight without a tag is no coding.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.markup import text_of_html
from frameline.exchange.files.sqlite import Row, database, has_tables
from frameline.exchange.formats.taguette.names import TAG, with_parents
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Document,
    Options,
    Project,
    Span,
    Variable,
)

#: The tables that are read, with the columns that must be there.
_TABLES: dict[str, tuple[str, ...]] = {
    "documents": ("id", "contents"), "highlights": ("id", "document_id"),
    "highlight_tags": ("highlight_id", "tag_id"), "tags": ("id", "path"), "commands": (),
    "project_members": (),
}  # fmt: skip


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file is a project of Taguette."""
    return has_tables(path, head, "highlights", "highlight_tags", "tags", "documents")


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read projects; a row is a highlight."""
    gatherer = Gatherer(paths[0].name, options.strict)
    codes: dict[str, Code] = {}
    waiting: list[Waiting] = []
    parts: dict[str, str] = {}
    for path in paths:
        gatherer.file = path.name
        with database(path) as found:
            tables = {name: found.rows(name, needed) for name, needed in _TABLES.items()}
        for tag in tables["tags"]:
            name = str(tag.get("path"))
            parent = name.rpartition(".")[0]
            codes[name] = Code(name, definition=str(tag.get("description") or ""), parent=parent)
        waiting += _Reader(path.name, tables, gatherer, options, parts).read()
    codes = with_parents(codes)
    unit = place_all(waiting, gatherer, options, rule="utf-8", texts=parts)
    known = {TAG: Variable(TAG, tuple(codes.values()), several=True)}
    return gatherer.project(variables_seen(gatherer.project(()).codings, known), unit)


class _Reader:
    def __init__(
        self, file: str, tables: dict[str, list[Row]], gatherer: Gatherer, options: Options,
        parts: dict[str, str],
    ):  # fmt: skip
        self._file, self._tables, self._gatherer = file, tables, gatherer
        self._options, self._parts = options, parts
        self._documents: dict[Any, tuple[str, Any]] = {}
        self._who = _who(tables["commands"])
        members = {row.get("user_login") for row in tables["project_members"]}
        self._only = str(members.pop()) if len(members) == 1 else ""

    def read(self) -> list[Waiting]:
        """The highlights that are understood."""
        for row in self._tables["documents"]:
            with self._gatherer.attempt("documents", 0):
                self._document(row)
        names = {row["id"]: str(row["path"]) for row in self._tables["tags"]}
        tags: dict[Any, list[str]] = {}
        for row in self._tables["highlight_tags"]:
            tags.setdefault(row.get("highlight_id"), []).append(names.get(row.get("tag_id"), ""))
        found: list[Waiting] = []
        for row in self._tables["highlights"]:
            with self._gatherer.attempt("highlights"):
                self._gatherer.rows += 1
                found += self._highlight(row, tags.get(row.get("id"), []))
        return found

    def _document(self, row: Row) -> None:
        name = str(row.get("name") or row.get("filename") or f"document-{row.get('id')}")
        place = f"table documents, row {row.get('id')}"
        html = text_of_html(str(row.get("contents") or ""), self._file, place)
        facts = {"note": str(row["description"])} if row.get("description") else {}
        self._gatherer.document(Document(name, html.text, facts), place)
        self._parts[f"{name}\0html"] = html.raw
        self._documents[row.get("id")] = (name, html)

    def _highlight(self, row: Row, tags: list[str]) -> list[Waiting]:
        place = f"table highlights, row {row.get('id')}"
        document, html = self._documents.get(row.get("document_id"), ("", None))
        if html is None:
            raise ExchangeError(self._file, place, f"document {row.get('document_id')}",
                                "a document of the project")  # fmt: skip
        if "" in tags:
            raise ExchangeError(
                self._file, place, "a tag that is not there", "a tag of the project"
            )
        if not tags:
            where = f"{self._file}, {place}"
            self._gatherer.leave(1, "highlights", "they have no tag", where)
            return []
        start, end = row.get("start_offset"), row.get("end_offset")
        if not isinstance(start, int) or not isinstance(end, int):
            raise ExchangeError(self._file, place, f"from {start!r} to {end!r}", "whole numbers")
        snippet = text_of_html(str(row.get("snippet") or ""), self._file, place).raw
        who = self._who.get(row.get("id")) or self._only
        who = who or self._gatherer.unnamed(self._file, self._options)
        self._gatherer.used += 1
        said = Annotation(values={TAG: tuple(dict.fromkeys(tags))}, id=str(row.get("id")))

        def moved(span: Span) -> Span:
            return Span(html.moved(span.start), html.moved(span.end, end=True))

        mark = Mark([(start, end)], snippet, place)
        return [
            Waiting(self._file, place, document, who, said, mark, 1, f"{document}\0html", moved)
        ]


def _who(commands: list[Row]) -> dict[Any, str]:
    """Who made each highlight, as the log of commands says."""
    found: dict[Any, str] = {}
    for row in commands:
        try:
            payload = json.loads(row.get("payload") or "{}")
        except (ValueError, RecursionError, TypeError):
            continue
        if isinstance(payload, dict) and payload.get("type") == "highlight_add":
            found.setdefault(payload.get("highlight_id"), str(row.get("user_login")))
    return found
