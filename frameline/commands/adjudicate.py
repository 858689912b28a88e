"""`frameline adjudicate`: what the coders disagree on, as a sheet, and the decisions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from frameline.commands.ending import OK
from frameline.commands.parsing import (
    add_command,
)


def add(commands: Any) -> None:
    """The parser of `frameline adjudicate`."""
    parser = add_command(
        commands, "adjudicate", run,
        "Write a sheet of what the coders disagree on, or read the decisions back.", writes=True,
    )  # fmt: skip
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="the folder")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", type=Path, metavar="SHEET", help="write it (.xlsx or .csv)")
    way.add_argument("--read", type=Path, metavar="SHEET", help="read the decisions back")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the texts, for the passages")


def run(given: argparse.Namespace) -> int:
    """Write the sheet, or the final tables."""
    from frameline.exchange.files.error import ExchangeError
    from frameline.exchange.review.adjudication import read_decisions
    from frameline.exchange.review.disagreements import write_sheet

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
