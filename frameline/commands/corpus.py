"""`frameline new`, `frameline adjudicate`: a corpus to begin with, and one to settle."""

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


def add_adjudicate(commands: Any, add: AddCommand) -> None:
    """The parser of `frameline adjudicate`."""
    parser = add(
        commands, "adjudicate", run_adjudicate,
        "Write a sheet of what the coders disagree on, or read the decisions back.",
    )  # fmt: skip
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="the folder")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", type=Path, metavar="SHEET", help="write it (.xlsx or .csv)")
    way.add_argument("--read", type=Path, metavar="SHEET", help="read the decisions back")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the texts, for the passages")


def run_adjudicate(given: argparse.Namespace) -> int:
    """Write the sheet, or the final tables."""
    from frameline.exchange.adjudication import read_decisions
    from frameline.exchange.disagreements import write_sheet
    from frameline.exchange.model import ExchangeError

    if not (given.corpus / "documents.csv").is_file():
        raise ExchangeError(str(given.corpus), "", "no corpus folder", "", "check the path")
    if given.out:
        rows = write_sheet(given.corpus, given.out, given.texts)
        print(f"{given.out}: {rows} disagreements about claims, labels and events")
        print("Fill in the column decision (blank: what most coders say) and, where you can, the")
        print("reason: rule, ambiguity or oversight. Then:")
        print(f"      frameline adjudicate {given.corpus} --read {given.out}")
        return OK
    settled = read_decisions(given.corpus, given.read)
    for layer, rows in settled.rows.items():
        print(f"{given.corpus / f'{layer}.csv'}: {rows} final {layer}")
    print(
        f"{given.corpus / 'adjudication.csv'}: {settled.by_majority} settled by majority, "
        f"{settled.by_adjudicator} by decision"
    )
    return OK


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
