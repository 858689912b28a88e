"""`frameline diff`: which findings differ between two builds or revisions."""

from __future__ import annotations

import argparse
from typing import Any

from frameline.commands.ending import FAILED, OK, CommandError
from frameline.commands.parsing import add_command, add_report, positive, words


def add(commands: Any) -> None:
    """The parser of `frameline diff`."""
    parser = add_command(
        commands, "diff", run, "Say which findings differ between two builds or revisions."
    )
    what = "results.json, folder of a build, git revision, or revision:path"
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help="the same")
    add_report(parser)
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="[CHAPTER.]NAME=VALUE",
        help="a parameter for revisions that have to be built",
    )  # fmt: skip
    parser.add_argument("--jobs", type=positive, metavar="N", help="chapters at a time, likewise")
    parser.add_argument(
        "--only", nargs="+", action="extend", default=[], metavar="PATTERN",
        help="only findings whose key or chapter matches, such as 'statement.*'",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument(
        "--fail-on", type=words, default=[], metavar="KIND",
        help="exit code 1 when there is a finding that changed, appeared, vanished, or lies "
        "beyond its old interval (beyond); several with commas",
    )  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """Compare, print, and fail where asked to."""
    from frameline.report.comparing.diff import FAIL_ON, compare
    from frameline.report.comparing.diff_formats import FORMATS
    from frameline.report.comparing.revisions import read_results

    for kind in given.fail_on:
        if kind not in FAIL_ON:
            raise CommandError(f'--fail-on "{kind}"; allowed: {", ".join(FAIL_ON)}')
    options = [text for value in given.parameter for text in ("-p", value)]
    options += ["--jobs", str(given.jobs)] if given.jobs else []
    old, new = (read_results(name, given.report, options) for name in (given.old, given.new))
    found = compare(old, new, given.only)
    print(FORMATS[given.format](found, given.old, given.new), end="")
    return FAILED if any(found.of(kind) for kind in given.fail_on) else OK
