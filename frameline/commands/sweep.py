"""`frameline sweep`: many reports, and an index of their findings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from frameline.commands.ending import FAILED, OK
from frameline.commands.parsing import add_cache, add_command, cache_of, positive, words
from frameline.commands.printing import harmless


def add(commands: Any) -> None:
    """The parser of `frameline sweep`."""
    parser = add_command(
        commands,
        "sweep",
        run,
        "Build many reports, and an index with their findings.",
        writes=True,
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="TOML with named sets of parameters, or a grid"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the results")
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="reports at a time (default: processors)"
    )
    parser.add_argument(
        "--format", type=words, default=[], metavar="html,pdf", help="formats to write"
    )
    parser.add_argument(
        "--only-findings", action="store_true", help="write results.json only, no pages"
    )
    add_cache(parser)
    parser.add_argument(
        "--timeout", type=float, default=600.0, metavar="S",
        help="seconds a chapter may take (default: %(default)g; 0 for no limit)",
    )  # fmt: skip
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--list", action="store_true",
        help="build nothing: print the folder and the `frameline build` arguments of each run",
    )  # fmt: skip
    how.add_argument(
        "--collect", action="store_true", help="build nothing: write the index of what is there"
    )


def run(given: argparse.Namespace) -> int:
    """Build the reports of a file, or list or collect them."""
    from frameline.report.sweeps.sweep_file import read_sweep

    asked = read_sweep(given.file)
    if given.list:
        return _list_runs(asked, given.out or asked.out)
    from frameline.report.running.progress import Progress
    from frameline.report.sweeps.sweep import collect, sweep

    if given.collect:
        outcomes = collect(asked, given.out)
    else:
        with Progress(sys.stderr) as progress:
            outcomes = sweep(
                asked,
                out=given.out,
                jobs=given.jobs,
                formats=given.format,
                timeout=given.timeout or None,
                findings_only=given.only_findings,
                observer=progress,
                cache=cache_of(given),
            )
    failed = [outcome for outcome in outcomes if not outcome.ok]
    for outcome in failed:
        print(harmless(f"{outcome.run.name} failed: {outcome.message}"), file=sys.stderr)
    print(f"{len(outcomes) - len(failed)} of {len(outcomes)} reports built")
    print((given.out or asked.out) / "index.html")
    return FAILED if failed else OK


def _list_runs(asked: Any, out: Path) -> int:
    import shlex

    for run in asked.runs:
        folder = str(out / run.name)
        arguments = ["--report", str(asked.report), "--out", folder, *run.arguments]
        print(f"{folder}\t{shlex.join(arguments)}")
    return OK
