"""`frameline new`: a small corpus to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from frameline.commands.ending import OK
from frameline.commands.parsing import (
    add_command,
)


def add(commands: Any) -> None:
    """The parser of `frameline new`."""
    parser = add_command(
        commands, "new", run,
        "Make a small corpus to begin with: a codebook, a text, two coders, every table.",
        writes=True,
    )  # fmt: skip
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder")


def run(given: argparse.Namespace) -> int:
    """Make the corpus and say what is in it and what to do next."""
    from frameline.exchange.incoming.beginning import new_corpus

    for name in new_corpus(given.folder):
        print(given.folder / name)
    print(f"\nnext: frameline check {given.folder}")
    print(f"      frameline build --corpus {given.folder}")
    print(f"Then change {given.folder / 'codebook.toml'} to your question and put in your own")
    print("documents and codings, or bring them with frameline import.")
    return OK
