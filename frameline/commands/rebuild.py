"""`frameline rebuild`: the tables that derive from the texts."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from frameline.commands.corpora import corpus_at
from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command


def add(commands: Any) -> None:
    """The parser of `frameline rebuild`."""
    parser = add_command(
        commands, "rebuild", run, "Make the tables that derive from the texts anew."
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", required=True, help="the texts")
    parser.add_argument(
        "corpus", nargs="?", type=Path, metavar="CORPUS", help="folder (default: the one shipped)"
    )


def run(given: argparse.Namespace) -> int:
    """Make the tables anew, each written in one step."""
    from frameline.corpus.texts import rebuild

    corpus = corpus_at(given.corpus)
    if not given.texts.is_dir():
        raise CommandError(f"--texts {given.texts}: no such folder")
    tables = rebuild(corpus, given.texts)
    for name, table in tables.items():
        path = corpus / (name if name.endswith(".csv") else f"{name}.csv")
        _write_csv(table, path)
        print(f"{path}: {len(table)} rows")
    return OK


def _write_csv(table: Any, path: Path) -> None:
    """Write a table in one step, so that no half-written file is ever seen."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            table.to_csv(file, index=False, lineterminator="\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
