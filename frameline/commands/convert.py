"""`frameline convert`: a corpus of CSV tables as Parquet files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from frameline.commands.corpora import corpus_at, need_scale
from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command


def add(commands: Any) -> None:
    """The parser of `frameline convert`."""
    parser = add_command(
        commands, "convert", run,
        "Write a corpus as Parquet files, for archives too large for memory.",
    )  # fmt: skip
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="folder or CSV file")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="a new folder")


def run(given: argparse.Namespace) -> int:
    """Convert, and list the files made."""
    from frameline.corpus import read_corpus
    from frameline.corpus.backends.engine.layout import is_large
    from frameline.corpus.backends.engine.writing import write_parquet
    from frameline.exchange.incoming.codebook_draft import codebook_toml

    path = corpus_at(given.corpus)
    if is_large(path):
        raise CommandError(f"{path}: has its claims as Parquet files already")
    if given.into.exists():
        raise CommandError(f"--into {given.into}: is there already; name a new folder")
    need_scale(path)
    corpus, own = read_corpus(path), path / "codebook.toml"
    made_of = path.name
    codebook = (
        own.read_text(encoding="utf-8")
        if own.is_file()
        else codebook_toml(corpus.codebook, made_of)
    )
    for name in write_parquet(corpus, given.into, codebook):
        print(given.into / name)
    print(f"\nnext: frameline build --corpus {given.into}")
    return OK
