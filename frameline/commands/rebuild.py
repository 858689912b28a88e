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
        commands,
        "rebuild",
        run,
        "Make the tables that derive from the texts anew.",
        writes=True,
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", required=True, help="the texts")
    parser.add_argument(
        "corpus", nargs="?", type=Path, metavar="CORPUS", help="folder (default: the one shipped)"
    )


def run(given: argparse.Namespace) -> int:
    """Make the tables anew; the corpus has all of them or stays as it was."""
    from frameline.corpus.texts import rebuild
    from frameline.disk.place import write
    from frameline.exchange.files.replacing import replacing

    corpus = corpus_at(given.corpus)
    if not given.texts.is_dir():
        raise CommandError(f"--texts {given.texts}: no such folder")
    if corpus.is_file():
        raise CommandError(f"{corpus}: a corpus of one table has none that derive from texts")
    with replacing(Path(os.path.realpath(corpus))) as fresh:
        tables = rebuild(fresh, given.texts)
        for name, table in tables.items():
            text = table.to_csv(index=False, lineterminator="\n")
            write(fresh / _file(name), text.encode("utf-8"))
    for name, table in tables.items():
        print(f"{corpus / _file(name)}: {len(table)} rows")
    return OK


def _file(table: str) -> str:
    return table if table.endswith(".csv") else f"{table}.csv"
