"""`frameline params`: what each chapter may be told."""

from __future__ import annotations

import argparse
from typing import Any

from frameline.commands.ending import OK
from frameline.commands.parsing import add_command, add_report
from frameline.commands.printing import print_table
from frameline.report.plan.project import default_report


def add(commands: Any) -> None:
    """The parser of `frameline params`."""
    parser = add_command(
        commands, "params", run, "List the parameters of the chapters: what each may be told."
    )
    add_report(parser)
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER", help="only these chapters")


def run(given: argparse.Namespace) -> int:
    """List them in a table."""
    from frameline.report.plan.config import read_report
    from frameline.report.plan.everywhere import EVERYWHERE
    from frameline.report.plan.parameters import read_parameters, shown
    from frameline.report.plan.plan import in_order, read_notebook

    report = read_report(given.report or default_report())
    wanted = [report.chapter(name) for name in given.chapters] or in_order(report)
    rows = []
    for chapter in wanted:
        declared = read_parameters(read_notebook(chapter), chapter.key)
        for name, p in declared.items():
            rows.append([chapter.key, name, shown(p.default), p.type_name, p.allowed, p.help])
    if not given.chapters:
        for name, p in EVERYWHERE.items():
            rows.append(["(all)", name, shown(p.default), p.type_name, p.allowed, p.help])
    print_table(["chapter", "parameter", "default", "type", "allowed", "help"], rows)
    return OK
