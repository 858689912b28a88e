"""The command line: its parser, its exit codes, and what it says when a command fails."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from frameline import __version__
from frameline.commands import (
    adjudicate,
    audit,
    build,
    check,
    convert,
    diff,
    exhibits,
    export,
    import_,
    lint,
    live,
    new,
    open,
    params,
    plan,
    rebuild,
    repair_offsets,
    strip,
    sweep,
    words,
)
from frameline.commands.ending import FAILED, OK, USAGE, CommandError
from frameline.commands.printing import harmless
from frameline.commands.signals import Stopped, ended_in_order, leave
from frameline.commands.streams import lenient
from frameline.disk.place import put_back
from frameline.report import BuildError, PlanError

#: In the order of the help.
COMMANDS = (
    open, plan, build, live, params, check, rebuild, diff, sweep, new, import_, convert, export,
    adjudicate, audit, repair_offsets, exhibits, words, strip, lint,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; errors become one message on stderr and an exit code."""
    with lenient() as (out, err):
        given = _parser().parse_args(arguments)
        code = _run(given)
        if out.fault and code == OK and not given.writes:
            # What was asked for is what could not be written.
            code = FAILED
            if not out.unread:
                print(f"frameline: standard output: {out.fault}", file=err)
    if code > 128 and arguments is None:
        leave(code)
    return code


def _run(given: argparse.Namespace) -> int:
    try:
        with ended_in_order():
            _put_back(given)
            command: Callable[[argparse.Namespace], int] = given.command
            return command(given)
    except (Stopped, KeyboardInterrupt) as stopped:
        print("frameline: stopped", file=sys.stderr)
        return 128 + getattr(stopped, "number", signal.SIGINT)
    except Exception as error:
        if given.debug:
            raise
        print(f"frameline: {harmless(_message(error))}", file=sys.stderr)
        return USAGE if isinstance(error, PlanError) and given.command is params.run else FAILED


def _put_back(given: argparse.Namespace) -> None:
    """What a killed run has moved aside is no file that is missing."""
    for named in vars(given).values():
        for path in named if isinstance(named, list) else [named]:
            if isinstance(path, Path):
                put_back(path)


def _message(error: Exception) -> str:
    """What to say: our own errors speak for themselves, others need their kind named."""
    ours = isinstance(error, (BuildError, CommandError)) or (
        type(error).__module__.startswith("frameline")
    )
    text = str(error).strip()
    return text if ours and text else f"{type(error).__name__}: {text} (--debug shows where)"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="frameline",
        description="How the framing of a relationship changes from text to text: "
        "build the report, and check every number behind it.",
    )
    parser.add_argument("--version", action="version", version=f"frameline {__version__}")
    parser.add_argument("--debug", action="store_true", help="show a traceback when it fails")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for one in COMMANDS:
        one.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
