"""The tables of a corpus that an import adds to, as text, and how they are written back."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from frameline.corpus.checks import find_faults
from frameline.corpus.codebook import Codebook
from frameline.corpus.tables import Fault, read_raw
from frameline.disk.place import write
from frameline.exchange.files.csv_rows import Row, Rows
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.places import Places, Unit
from frameline.exchange.model.project import Span

#: Tables of the corpus itself that an import may change.
TABLES = ("documents", "blocks", "units", "claims", "labels", "events", "tokens", "coders")


@dataclass
class Holdings:
    """What a corpus has so far; empty for a new one.

    ``coders`` holds each coder's tables, those of the final coding being in ``tables``.
    """

    tables: dict[str, Rows] = field(default_factory=dict)
    coders: dict[str, dict[str, Rows]] = field(default_factory=dict)
    codebook: Codebook | None = None
    new: bool = True

    def table(self, name: str) -> Rows:
        """A table of the corpus, made where there is none."""
        return self.tables.setdefault(name, Rows())

    def coding(self, coder: str, layer: str) -> Rows:
        """A table of a coder, made where there is none."""
        return self.coders.setdefault(coder, {}).setdefault(layer, Rows())

    @property
    def documents(self) -> dict[str, Row]:
        """Rows of documents.csv by document."""
        return {row["doc_id"]: row for row in self.table("documents").rows}

    def places(self) -> dict[str, Places]:
        """Blocks and units of each document."""
        blocks: dict[str, list[tuple[str, Span]]] = {}
        units: dict[str, list[Unit]] = {}
        for row in self.table("blocks").rows:
            if row.get("start") and row.get("end"):
                span = Span(int(row["start"]), int(row["end"]))
                blocks.setdefault(row["doc_id"], []).append((row["block_id"], span))
        for row in self.table("units").rows:
            units.setdefault(row["doc_id"], []).append(_unit(row))
        return {doc: Places(doc, units.get(doc, ()), blocks.get(doc, ())) for doc in self.documents}

    def files(self) -> dict[str, bytes]:
        """Every table as the file it is written to."""
        found = {}
        for name, rows in self.tables.items():
            if rows.columns:
                file = "coders/coders.csv" if name == "coders" else f"{name}.csv"
                found[file] = rows.csv(file)
        for coder, layers in self.coders.items():
            for layer, rows in layers.items():
                if rows.columns:
                    file = f"coders/{coder}/{layer}.csv"
                    found[file] = rows.csv(file)
        return found


def _unit(row: Row) -> Unit:
    start, end = row.get("start", ""), row.get("end", "")
    placed = (int(start), int(end)) if start and end else (0, 0)
    return Unit(row["doc_id"], row["para_id"], int(row["sentence"]), *placed, id=row["unit_id"])


def read_holdings(folder: Path) -> Holdings:
    """The tables of a corpus folder that exists.

    Raises
    ------
    ExchangeError
        When the corpus has faults other than dates that are still to be filled in.
    """
    raw = read_raw(folder)
    faults = find_faults(raw)
    if faults:
        found, todo = counted(faults), "correct what is listed first"
        raise ExchangeError(str(folder), "", found, "a corpus without faults", todo, faults)
    return Holdings(
        tables={name: Rows.of(raw.tables[name]) for name in TABLES if name in raw.tables},
        coders={
            coder: {layer: Rows.of(table) for layer, table in layers.items()}
            for coder, layers in raw.coders.items()
        },
        codebook=raw.codebook,
        new=False,
    )


def counted(faults: list[Fault]) -> str:
    """How many faults there are.

    >>> counted([Fault("a.csv", 2, "", "x", "", "")])
    '1 fault'
    """
    return f"{len(faults)} fault{'' if len(faults) == 1 else 's'}"


def write_changed(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Write the files that differ from those in the folder; give their names."""
    changed = []
    for name, content in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            write(path, content)
            changed.append(name.replace("/", os.sep))
    return changed
