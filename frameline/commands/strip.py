"""`frameline strip`: notebooks as they are kept, for git and for hand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from frameline.commands.ending import FAILED, OK, CommandError
from frameline.commands.parsing import add_command


def add(commands: Any) -> None:
    """The parser of `frameline strip`."""
    parser = add_command(
        commands, "strip", run,
        "Take outputs, counts and what programs left out of notebooks; without a file, of the one "
        "on standard input.",
    )  # fmt: skip
    parser.add_argument("notebooks", nargs="*", type=Path, metavar="FILE")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit code 1 if any would change"
    )


def run(given: argparse.Namespace) -> int:
    """Write each notebook anew where it changes."""
    from frameline.report.plan.stripping import strip

    if not given.notebooks:
        # As bytes: git hands lines over as they are, on every system.
        sys.stdout.buffer.write(strip(sys.stdin.buffer.read().decode("utf-8")).encode("utf-8"))
        return OK
    changed = []
    for path in given.notebooks:
        try:
            text = path.read_text(encoding="utf-8")
            stripped = strip(text)
        except (OSError, ValueError) as error:
            raise CommandError(f"{path}: no notebook that can be read ({error})") from None
        if stripped != text:
            changed.append(path)
            if not given.check:
                path.write_text(stripped, encoding="utf-8", newline="\n")
    for path in changed:
        print(path)
    return FAILED if given.check and changed else OK
