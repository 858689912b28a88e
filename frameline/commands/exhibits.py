"""`frameline exhibits`: what a chapter can show, and what each exhibit needs."""

from __future__ import annotations

import argparse
from typing import Any

from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command
from frameline.commands.printing import print_table


def add(commands: Any) -> None:
    """The parser of `frameline exhibits`."""
    parser = add_command(
        commands, "exhibits", run,
        "List the exhibits: the question each answers, what it needs, what it can be told.",
    )  # fmt: skip
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER", help="only of these chapters")


def run(given: argparse.Namespace) -> int:
    """A row for each exhibit."""
    from frameline.exhibits import listing

    table = listing()
    there = list(dict.fromkeys(table["chapter"]))
    unknown = [name for name in given.chapters if name not in there]
    if unknown:
        raise CommandError(f'no exhibits of "{unknown[0]}"; allowed: {", ".join(there)}')
    if given.chapters:
        table = table[table["chapter"].isin(given.chapters)]
    print_table([str(column) for column in table.columns], table.to_numpy().tolist())
    return OK
