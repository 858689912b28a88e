"""What people found in a sample of what machines coded: the files of an audit, read and checked.

An audit is a folder: `audit` within a corpus folder, or beside a corpus of one CSV file a folder
of the same name ending in ``.audit``. ``plan.csv`` says which items were drawn, from how many and
with which probability; ``plan.toml`` how; ``codes/<person>.csv`` what one person answered. None of
these takes part in the final coding, which stays what the machines made.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus import schema
from frameline.corpus.fault import Fault, nearest, shown
from frameline.corpus.protocol import CorpusError
from frameline.corpus.tables import Table, read_table

DOCUMENT, SENTENCE = "document", "sentence"
"""What an item is."""

YES, NO = "yes", "no"
"""Answers where claims have no direction; where they have one, its codes stand in place of yes."""

FOLDER, PLAN, SETTINGS, CODES, PEOPLE = "audit", "plan.csv", "plan.toml", "codes", "coders.csv"


@dataclass(frozen=True)
class Audit:
    """A plan and what has been answered so far.

    Attributes
    ----------
    folder : Path
    plan : DataFrame, one row per item, in the order drawn
        [item, doc_id, cell, stratum, size, probability]: the cell that it speaks for (a period,
        group or text), its stratum and how many items that has in all, and the probability of
        being drawn; NaN where it was chosen by hand.
    answers : DataFrame, one row per coder, item and code
        [coder, item, code, answer]: "no", "yes", or codes of direction joined with ";".
    coders : DataFrame
        As coders/coders.csv: the people who answered.
    item : str
        "document" or "sentence".
    by : str
        What the cells are: "period", a column of documents, "text", or "" for one cell.
    split : str
        How strata are made within a cell: "", "doubt" or "code:<name>".
    seed : int
    assumed : bool
        The probabilities are an assumption, no fact.
    """

    folder: Path
    plan: pd.DataFrame
    answers: pd.DataFrame
    coders: pd.DataFrame
    item: str = DOCUMENT
    by: str = ""
    split: str = ""
    seed: int = 0
    assumed: bool = False

    @property
    def known(self) -> bool:
        """Whether every item has a probability."""
        return bool(self.plan["probability"].notna().all())

    @property
    def answered(self) -> list[str]:
        """The items that at least one person answered, in the order drawn."""
        held = set(self.answers["item"])
        return [item for item in self.plan["item"] if item in held]


def audit_folder(corpus: str | Path) -> Path:
    """The folder of a corpus where its audit lies.

    Examples
    --------
    >>> audit_folder("somewhere/codes.csv").name
    'codes.audit'
    """
    path = Path(corpus)
    return path.with_suffix(f".{FOLDER}") if path.suffix and not path.is_dir() else path / FOLDER


def read_audit(corpus: str | Path) -> Audit | None:
    """Read what people found in a sample; None where nobody planned one.

    Raises
    ------
    CorpusError
        With file, row and column of every fault.
    """
    folder = audit_folder(corpus)
    if not (folder / PLAN).is_file():
        return None
    faults: list[Fault] = []
    table = read_table(folder / PLAN, f"{folder.name}/{PLAN}")
    faults += table.faults or list(_plan_faults(table))
    settings = _settings(folder, faults)
    codes = [
        read_table(file, f"{folder.name}/{CODES}/{file.name}")
        for file in sorted((folder / CODES).glob("*.csv"))
    ]
    people = _people(folder, faults)
    known = set(table.column("item")) if table.has("item") else set()
    for one in codes:
        faults += one.faults or list(_code_faults(one, known))
    if faults:
        raise CorpusError(faults)
    return Audit(folder, _plan(table), _answers(codes), people, **settings)


def _plan_faults(table: Table) -> Iterator[Fault]:
    yield from _missing(table, schema.AUDIT_PLAN.needed)
    if not table.has(*schema.AUDIT_PLAN.needed):
        return
    seen: dict[str, int] = {}
    for row, (item, size, chance) in table.cells("item", "size", "probability"):
        if not item:
            yield table.fault(row, "item", "a blank cell", "an id", "remove the row")
        elif item in seen:
            found = f"{shown(item)}, as in row {seen[item]}"
            yield table.fault(row, "item", found, "each item once", "remove one of the two")
        seen.setdefault(item, row)
        if not (size.isdecimal() and int(size) > 0):
            yield table.fault(row, "size", shown(size), "1 and more", "plan again")
        if chance and not _is_chance(chance):
            allowed = "above 0, at most 1; blank where it was chosen by hand"
            yield table.fault(row, "probability", shown(chance), allowed, "plan again")


def _is_chance(text: str) -> bool:
    try:
        return 0 < float(text) <= 1
    except ValueError:
        return False


def _missing(table: Table, columns: tuple[str, ...]) -> Iterator[Fault]:
    for name in columns:
        if name not in table.columns:
            close = nearest(name, table.columns)
            todo = f"rename {close}" if close else f"add the column {name}"
            yield table.fault(1, name, "no such column", name, todo)


def _code_faults(table: Table, known: set[str]) -> Iterator[Fault]:
    yield from _missing(table, schema.AUDIT_CODES.needed)
    if not table.has(*schema.AUDIT_CODES.needed):
        return
    for row, (item, answer) in table.cells("item", "answer"):
        if item not in known:
            todo = "read the sheet again: frameline audit read"
            yield table.fault(row, "item", shown(item), f"an item of {PLAN}", todo)
        if not answer:
            yield table.fault(row, "answer", "a blank cell", f"{YES}, {NO}", "write an answer")


def _settings(folder: Path, faults: list[Fault]) -> dict[str, Any]:
    name = f"{folder.name}/{SETTINGS}"
    try:
        found = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(name, None, "", str(error), "TOML", "plan again"))
        return {}
    kinds = {"item": str, "by": str, "split": str, "seed": int, "assumed": bool}
    for key, kind in kinds.items():
        if key in found and not isinstance(found[key], kind):
            faults.append(Fault(name, None, key, shown(str(found[key])), kind.__name__, "correct"))
    if found.get("item", DOCUMENT) not in (DOCUMENT, SENTENCE):
        allowed = f"{DOCUMENT}, {SENTENCE}"
        faults.append(Fault(name, None, "item", shown(str(found["item"])), allowed, "correct it"))
    return {key: found[key] for key in kinds if key in found}


def read_coders(corpus: str | Path) -> pd.DataFrame:
    """Who coded, as coders/coders.csv of a folder says; no rows where there is none.

    Raises
    ------
    CorpusError
        With file, row and column of every fault.
    """
    faults: list[Fault] = []
    found = _people(Path(corpus) / "coders", faults)
    if faults:
        raise CorpusError(faults)
    return found


def _people(folder: Path, faults: list[Fault]) -> pd.DataFrame:
    """The table of coders in a folder."""
    columns = [column.name for column in schema.TABLES["coders"].columns]
    if not (folder / PEOPLE).is_file():
        return pd.DataFrame(columns=columns, dtype="str")
    table = read_table(folder / PEOPLE, f"{folder.name}/{PEOPLE}")
    faults += table.faults or list(_missing(table, ("coder",)))
    frame = table.frame().reindex(columns=columns, fill_value="").astype("str")
    # "human" is what earlier versions called a person
    return frame.assign(kind=frame["kind"].replace("human", "person")).reset_index(drop=True)


def _plan(table: Table) -> pd.DataFrame:
    names = [column.name for column in schema.AUDIT_PLAN.columns]
    frame = table.frame().reindex(columns=names, fill_value="").astype("str")
    frame["doc_id"] = frame["doc_id"].where(frame["doc_id"] != "", frame["item"])
    chance = pd.to_numeric(frame["probability"], errors="coerce")
    return frame.assign(size=frame["size"].astype("int64"), probability=chance).reset_index(
        drop=True
    )


def _answers(tables: list[Table]) -> pd.DataFrame:
    names = [column.name for column in schema.AUDIT_CODES.columns]
    rows = [table.frame()[names].assign(coder=Path(table.file).stem) for table in tables]
    if not rows:
        return pd.DataFrame(columns=["coder", *names], dtype="str")
    return pd.concat(rows, ignore_index=True)[["coder", *names]].astype("str")
