"""``datapackage.json``, its schemas and the dictionary of a data card, from the declarations.

Columns come from `schema`, variables from the codebook, which columns and coders there are from
the files, and what the package is called from ``about.toml`` beside them.
"""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frameline.corpus.codebook import LAYERS, Codebook, Variable, read_codebook
from frameline.corpus.schema import (
    AUDIT_CODES,
    CODER_TABLES,
    CONTEXT_CODER,
    DATE,
    DATE_PATTERN,
    HASH,
    HASH_PATTERN,
    NUMBER,
    TABLES,
    Column,
    Table,
)

_FORMAT = {
    "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
    "encoding": "utf-8",
}  # fmt: skip
_CODE = re.compile(r"-?[0-9]+")
#: More values than these are not listed in a dictionary.
_FEW = 5
_NO_ROW = '; "(no row)" where the coder has none'
CARD, DICTIONARY = "README.md", "## Dictionary\n"


def package(folder: Path) -> dict[str, Any]:
    """What a folder's data package should say.

    Question: how does another program know what these tables hold?

    Parameters
    ----------
    folder
        A corpus folder with codebook.toml and about.toml.

    Returns
    -------
    dict
        Name of each file to its content, for JSON: ``datapackage.json``, and a schema for each
        layer that coders have coded.
    """
    book = read_codebook(folder / "codebook.toml")
    about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
    coders = _coders(folder)
    resources: list[dict[str, Any]] = []
    for name, table in TABLES.items():
        if (folder / table.path).is_file():
            fields = _fields(folder / table.path, name, table, book, coders)
            resources.append(_resource(name, table, _schema(table, fields)))
        if name == "coders":
            resources += [_of_coder(coder, layer) for coder in coders for layer in CODER_TABLES]
    for file in sorted((folder / "context").glob("*.csv")):
        if file.name != "context.csv":
            table = CONTEXT_CODER._replace(path=f"context/{file.name}")
            fields = _fields(file, "", table, book, coders)
            resources.append(_resource(f"context-{file.stem}", table, _schema(table, fields)))
    resources += _of_audit(folder, book, coders)
    files: dict[str, Any] = {
        "datapackage.json": {
            "profile": "tabular-data-package",
            **{key: about[key] for key in ("name", "title", "description", "version")},
            "licenses": about["licenses"],
            "keywords": about["keywords"],
            "sources": list(_sources(folder / "documents.csv")),
            "resources": resources,
        }
    }
    for layer, table in CODER_TABLES.items() if coders else ():
        fields = _fields(
            folder / f"coders/{coders[0]}/{layer}.csv", layer, table, book, coders, final=False
        )
        files[f"schemas/coder-{layer}.json"] = _schema(table, fields)
    return files


def _of_audit(folder: Path, book: Codebook, coders: list[str]) -> list[dict[str, Any]]:
    """What people answered in an audit, and who they are."""
    found = []
    for file in sorted((folder / "audit/codes").glob("*.csv")):
        table = AUDIT_CODES._replace(path=f"audit/codes/{file.name}")
        schema = _schema(table, _fields(file, "", table, book, coders))
        found.append(_resource(f"audit-{file.stem}", table, schema))
    people = folder / "audit/coders.csv"
    if people.is_file():
        table = TABLES["coders"]._replace(path="audit/coders.csv", title="People of the audit")
        schema = _schema(table, _fields(people, "", table, book, coders))
        found.append(_resource("audit-coders", table, schema))
    return found


def dictionary(folder: Path) -> str:
    """The dictionary of a data card: every table with its columns, in Markdown."""
    book = read_codebook(folder / "codebook.toml")
    coders = _coders(folder)
    parts = []
    for resource in package(folder)["datapackage.json"]["resources"]:
        name, schema = resource["name"], resource["schema"]
        if isinstance(schema, str):
            continue
        table = TABLES.get(name, CONTEXT_CODER)
        variables = _variables(book, name)
        rows = [
            _row(field, variables.get(field["name"]), _column(table, field["name"], coders))
            for field in schema["fields"]
        ]
        head = [f"### `{resource['path']}`", table.help, "", "| column | type | meaning |"]
        parts.append("\n".join([*head, "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def fresh_files(folder: Path) -> dict[str, str]:
    """The text of every file that is made from declarations: the package, schemas, data card."""
    files = {
        name: json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for name, content in package(folder).items()
    }
    card = (folder / CARD).read_text(encoding="utf-8")
    before, heading, rest = card.partition(DICTIONARY)
    introduction = rest.partition("\n### ")[0]
    files[CARD] = f"{before}{heading}{introduction}\n{dictionary(folder)}"
    return files


def write_package(folder: Path) -> list[str]:
    """Write the files that are stale; give their names."""
    stale = [
        name
        for name, text in fresh_files(folder).items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]
    for name in stale:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(fresh_files(folder)[name], encoding="utf-8")
    return stale


def _coders(folder: Path) -> list[str]:
    coders = folder / "coders"
    return (
        sorted(path.name for path in coders.iterdir() if path.is_dir()) if coders.is_dir() else []
    )


def _resource(name: str, table: Table, schema: Any) -> dict[str, Any]:
    about = {"name": name, "path": table.path, "title": table.title, "description": table.help}
    return {**about, **_FORMAT, "schema": schema}


def _of_coder(coder: str, layer: str) -> dict[str, Any]:
    table = CODER_TABLES[layer]._replace(
        path=f"coders/{coder}/{layer}.csv", title=f"Coder {coder}: {layer}"
    )
    return _resource(f"coder-{coder}-{layer}", table, f"schemas/coder-{layer}.json")


def _sources(documents: Path) -> Iterator[dict[str, str]]:
    """The publications that were coded, with their addresses where they are known."""
    with documents.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            title = ", ".join(row[key] for key in ("author", "title", "outlet", "published"))
            yield {"title": title} | ({"path": row["address"]} if row["address"] else {})


def _schema(table: Table, fields: list[dict[str, Any]]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = _one(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {
                "fields": _one(reference.columns),
                "reference": {"resource": reference.table, "fields": _one(reference.keys)},
            }
            for reference in table.refers
        ]
    return schema


def _one(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


def _fields(
    file: Path, layer: str, table: Table, book: Codebook, coders: list[str], *, final: bool = True
) -> list[dict[str, Any]]:
    """The columns of a file in the order of its header."""
    with file.open(encoding="utf-8", newline="") as opened:
        header = next(csv.reader(opened))
    variables = _variables(book, layer)
    found = []
    for name in header:
        column = _column(table, name, coders)
        if name in variables:
            found.append(_variable_field(variables[name], column, final=final))
        else:
            found.append(_column_field(column))
    return found


def _variables(book: Codebook, table: str) -> dict[str, Variable]:
    """The variables of a table by name; none for a table that is no layer of the codebook."""
    return {v.name: v for v in book.layer(table)} if table in LAYERS else {}


def _column(table: Table, name: str, coders: list[str]) -> Column:
    """The declaration of a column; of a log, a column may hold the codes of one coder."""
    declared = table.column(name)
    if declared is None and name in coders and table is TABLES["adjudication"]:
        note = _NO_ROW if name == coders[0] else ""
        return Column(name, f"Code of coder {name}{note}.")
    return declared or Column(name, "")


def _column_field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if column.filled:
        limits["required"] = True
    if column.unique:
        limits["unique"] = True
    pattern = column.pattern or {DATE: DATE_PATTERN, HASH: HASH_PATTERN}.get(column.kind, "")
    if pattern:
        limits["pattern"] = pattern
    if column.allowed:
        limits["enum"] = list(column.allowed)
    if column.least is not None:
        limits["minimum"] = column.least
    kind = "integer" if column.kind == NUMBER else "string"
    return _field(column.name, kind, column.help, limits)


def _variable_field(variable: Variable, column: Column, *, final: bool) -> dict[str, Any]:
    """How the package describes a variable of the codebook."""
    about = f"{variable.label}: {variable.question} {variable.definition}".strip()
    if variable.when:
        condition = variable.when.replace("=*", " is coded").replace("=", " is ")
        about += f" Coded where {condition}; blank elsewhere."
    codes = variable.order
    number = bool(codes) and all(_CODE.fullmatch(code) for code in codes)
    limits: dict[str, Any] = {}
    if final and variable.required and not variable.when:
        limits["required"] = True
    if codes and variable.multiple:
        either = "|".join(re.escape(code) for code in codes)
        limits["pattern"] = f"^({either})(;({either}))*$"
    elif codes:
        limits["enum"] = [int(code) for code in codes] if number else codes
    if variable.level == "date":
        limits["pattern"] = DATE_PATTERN
    elif column.pattern:
        limits["pattern"] = column.pattern
    return _field(variable.name, "integer" if number else "string", about, limits)


def _field(name: str, kind: str, about: str, limits: dict[str, Any]) -> dict[str, Any]:
    field = {"name": name, "type": kind, "description": about}
    return field | ({"constraints": limits} if limits else {})


def _row(field: dict[str, Any], variable: Variable | None, column: Column) -> str:
    """One line of the dictionary."""
    meaning = column.help
    if variable is not None:
        meaning = f"*{variable.label}.* {variable.question}"
    elif 0 < len(column.allowed) <= _FEW:
        meaning += " " + ", ".join(f"`{value}`" for value in column.allowed) + "."
    mark = " †" if column.derived else ""
    return f"| `{field['name']}`{mark} | {field['type']} | {meaning} |"
