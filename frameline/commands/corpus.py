"""`frameline new`: a corpus to begin with."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

OK = 0
AddCommand = Callable[..., argparse.ArgumentParser]


def add_new(commands: Any, add: AddCommand) -> None:
    """The parser of `frameline new`."""
    parser = add(
        commands, "new", run_new,
        "Make a small corpus to begin with: a codebook, a text, two coders, every table.",
    )  # fmt: skip
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder")


def run_new(given: argparse.Namespace) -> int:
    """Make the corpus and say what is in it and what to do next."""
    from frameline.exchange.beginning import new_corpus

    for name in new_corpus(given.folder):
        print(given.folder / name)
    print(f"\nnext: frameline check {given.folder}")
    print(f"      frameline build --corpus {given.folder}")
    print(f"Then change {given.folder / 'codebook.toml'} to your question and put in your own")
    print("documents and codings, or bring them with frameline import.")
    return OK
