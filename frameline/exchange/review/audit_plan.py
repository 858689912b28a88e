"""The files of an audit, written: the plan, what people answered, who they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus import schema
from frameline.corpus.audit import CODES, PEOPLE, PLAN, SETTINGS
from frameline.corpus.tables import read_table
from frameline.disk.place import InUse, locked
from frameline.exchange.files.csv_rows import Rows
from frameline.exchange.files.error import ExchangeError

_PLACES = ("start", "end", "sha256")


def write_plan(folder: Path, plan: pd.DataFrame, settings: Mapping[str, Any]) -> None:
    """Write which items are to be checked, and how they were drawn.

    Parameters
    ----------
    folder : Path
        Made where it is missing.
    plan : DataFrame
        The columns of `frameline.corpus.schema.AUDIT_PLAN`; those without a value are left out.
    settings : mapping
        Text, whole numbers, and yes or no.
    """
    folder.mkdir(exist_ok=True)
    columns = [column.name for column in schema.AUDIT_PLAN.columns if column.name in plan.columns]
    columns = [c for c in columns if c not in _PLACES or plan[c].astype("str").ne("").any()]
    rows = Rows(columns, [_row(row) for row in plan[columns].to_dict("records")])
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    _put(folder, {PLAN: rows.csv(PLAN), SETTINGS: ("\n".join(lines) + "\n").encode()})


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of an audit: all of them, or none."""
    try:
        with locked(folder) as place:
            place.put(files)
    except InUse as error:
        found, todo = "another run at work on this audit", "wait for it"
        raise ExchangeError(folder.name, "", found, "one run at a time", todo) from error


def _row(row: Mapping[Any, Any]) -> dict[str, str]:
    return {str(k): "" if pd.isna(v) else _cell(v) for k, v in row.items()}


def _cell(value: Any) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def write_answers(
    folder: Path, coder: str, answers: Iterable[Sequence[str]], person: Mapping[str, str],
    *, replace: bool = False,
) -> None:  # fmt: skip
    """Write what one person answered, and who it is.

    Raises
    ------
    ExchangeError
        Where the person has answered before and nothing says that this is to be replaced.
    """
    target = folder / CODES / f"{coder}.csv"
    if target.exists() and not replace:
        todo = "choose another --coder, or replace them with --replace"
        raise ExchangeError(f"{CODES}/{coder}.csv", "", "answers of this person", "", todo)
    target.parent.mkdir(parents=True, exist_ok=True)
    columns = [column.name for column in schema.AUDIT_CODES.columns]
    rows = [dict(zip(columns, answer, strict=True)) for answer in answers]
    people = _with_person(folder / PEOPLE, {"coder": coder, **person})
    written = Rows(columns, rows).csv(target.name)
    _put(folder, {f"{CODES}/{coder}.csv": written, PEOPLE: people})


def _with_person(path: Path, person: Mapping[str, str]) -> bytes:
    """The table of people with one more, or with what is new of one."""
    order = [column.name for column in schema.TABLES["coders"].columns]
    rows = Rows.of(read_table(path, path.name)) if path.is_file() else Rows()
    rows.rows = [row for row in rows.rows if row.get("coder") != person["coder"]]
    rows.need("coder", "kind")
    rows.add([person], order)
    return rows.csv(path.name)
