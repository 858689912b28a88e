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
from frameline.exchange.files.csv_rows import Rows
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.replacing import write

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
    write(folder / PLAN, rows.csv(PLAN))
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    write(folder / SETTINGS, ("\n".join(lines) + "\n").encode())


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
    write(target, Rows(columns, rows).csv(target.name))
    _write_person(folder / PEOPLE, {"coder": coder, **person})


def _write_person(path: Path, person: Mapping[str, str]) -> None:
    order = [column.name for column in schema.TABLES["coders"].columns]
    rows = Rows.of(read_table(path, path.name)) if path.is_file() else Rows()
    rows.rows = [row for row in rows.rows if row.get("coder") != person["coder"]]
    rows.need("coder", "kind")
    rows.add([person], order)
    write(path, rows.csv(path.name))
