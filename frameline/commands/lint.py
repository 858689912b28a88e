"""`frameline lint`: the words of the report checked without running a chapter."""

from __future__ import annotations

import argparse
from typing import Any

from frameline.commands.ending import FAILED, OK
from frameline.commands.parsing import add_command
from frameline.commands.printing import harmless
from frameline.report.plan.project import project_folder


def add(commands: Any) -> None:
    """The parser of `frameline lint`."""
    add_command(
        commands, "lint", run,
        "Check the words of notebooks, exhibits and catalogues; exit code 1 if any is wrong.",
    )  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """One line for each fault."""
    from frameline.words.check import check_words

    faults = check_words(project_folder() / "notebooks")
    for fault in faults:
        print(harmless(str(fault)))
    return FAILED if faults else OK
