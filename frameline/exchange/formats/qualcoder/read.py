"""QualCoder: codings of texts in a project's database; places count code points.

A category of codes is a parent. Codings of pictures and of sound are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import name_of_file
from frameline.exchange.files.safety import head as first_bytes
from frameline.exchange.files.sqlite import Row, database, has_tables
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.offsets import CODE_POINTS, Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Document,
    Options,
    Project,
    Variable,
)

CODE = "code"
_DATABASE = "data.qda"
_OTHER = {"code_image": "codings of pictures", "code_av": "codings of sound and video"}


def sniff(path: Path, head: bytes) -> bool:
    """Whether this is a project's folder, or its database."""
    file = path / _DATABASE if path.is_dir() else path
    if not file.is_file():
        return False
    return has_tables(file, first_bytes(file) if path.is_dir() else head, "code_text", "code_name")


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read projects; a row is a coding."""
    gatherer = Gatherer(paths[0].name, options.strict)
    known: dict[str, Variable] = {}
    waiting: list[Waiting] = []
    for path in paths:
        gatherer.file = path.name
        with database(path / _DATABASE if path.is_dir() else path) as found:
            codes = _codes(found.rows("code_name", ("cid", "name")), found.rows("code_cat"))
            sources = found.rows("source", ("id", "name"))
            texts = found.rows("code_text", ("cid", "fid", "pos0", "pos1"))
            for table, what in _OTHER.items():
                rows = len(found.rows(table))
                gatherer.rows += rows
                gatherer.leave(rows, what, "only text can be taken")
        known[CODE] = Variable(CODE, tuple(codes.values()))
        documents = _documents(sources, gatherer)
        for row in texts:
            with gatherer.attempt("codings"):
                gatherer.rows += 1
                waiting.append(_coding(row, documents, codes, gatherer, options))
                gatherer.used += 1
    unit = place_all(waiting, gatherer, options, rule=CODE_POINTS)
    return gatherer.project(variables_seen(gatherer.project(()).codings, known), unit)


def _codes(names: list[Row], categories: list[Row]) -> dict[Any, Code]:
    parents = {row.get("catid"): str(row.get("name")) for row in categories}
    return {
        row["cid"]: Code(
            str(row["name"]), definition=str(row.get("memo") or ""),
            colour=str(row.get("color") or ""), parent=parents.get(row.get("catid"), ""),
        )
        for row in names
    }  # fmt: skip


def _documents(sources: list[Row], gatherer: Gatherer) -> dict[Any, str]:
    found: dict[Any, str] = {}
    for row in sources:
        if row.get("fulltext"):
            name = name_of_file(str(row["name"]))
            name = str(row["name"]) if name in found.values() else name
            facts = {"note": str(row["memo"])} if row.get("memo") else {}
            with gatherer.attempt("texts", 0):
                gatherer.document(Document(name, str(row["fulltext"]), facts))
                found[row["id"]] = name
    return found


def _coding(
    row: Row, documents: dict[Any, str], codes: dict[Any, Code], gatherer: Gatherer,
    options: Options,
) -> Waiting:  # fmt: skip
    place = f"table code_text, row {row.get('ctid')}"
    file = gatherer.file
    if row["fid"] not in documents:
        raise ExchangeError(file, place, f"source {row['fid']}", "a text of the project")
    if row["cid"] not in codes:
        raise ExchangeError(file, place, f"code {row['cid']}", "a code of the project")
    start, end = row["pos0"], row["pos1"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise ExchangeError(file, place, f"from {start!r} to {end!r}", "whole numbers")
    who = str(row.get("owner") or "") or gatherer.unnamed(file, options)
    note = str(row.get("memo") or "")
    said = Annotation(values={CODE: (codes[row["cid"]].code,)}, note=note)
    mark = Mark([(start, end)], str(row.get("seltext") or ""), place)
    return Waiting(file, place, documents[row["fid"]], who, said, mark)
