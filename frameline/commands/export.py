"""`frameline export`: a corpus as a file of another program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.commands.ending import FAILED, OK
from frameline.commands.parsing import (
    add_command,
)
from frameline.commands.printing import listed, print_lines

if TYPE_CHECKING:
    from frameline.exchange.model.project import Left, Project


def add(commands: Any) -> None:
    """The parser of `frameline export`."""
    parser = add_command(
        commands,
        "export",
        run,
        "Write a corpus as a file that another program reads.",
        writes=True,
    )
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="see --list")
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS", help="the folder")
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT", help="a name that is not taken")
    parser.add_argument(
        "--coder", action="append", default=[], metavar="NAME",
        help="only this coder (repeat for more; final: the final coding)",
    )  # fmt: skip
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the texts")
    parser.add_argument(
        "--offsets", default="", metavar="UNIT",
        help="what places count, where the program that reads them has a choice (doccano: "
        "utf-16 unless told; graphemes, code-points)",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="refuse to lose anything")
    parser.add_argument("--list", action="store_true", help="list the formats")


def run(given: argparse.Namespace) -> int:
    """Say what the format cannot hold, then write."""
    from dataclasses import replace

    from frameline.exchange.files.error import ExchangeError
    from frameline.exchange.formats.registry import FORMATS, load_format, losses, write_files
    from frameline.exchange.model.offsets import UNITS
    from frameline.exchange.outgoing.exporting import project_of

    if given.list:
        for name in FORMATS:
            only = "" if load_format(name).writes else " (import only)"
            print(f"{name:16} {load_format(name).about}{only}")
        return OK
    if given.out is None:
        found = "frameline export FORMAT CORPUS OUT"
        raise ExchangeError("", "", "", found, f"name all three; formats: {', '.join(FORMATS)}")
    load_format(given.format)
    if not given.corpus.exists():
        raise ExchangeError(str(given.corpus), "", "no such folder", "", "check the path")
    if given.offsets and given.offsets not in UNITS:
        raise ExchangeError("--offsets", "", given.offsets, ", ".join(UNITS), "name one of these")
    project = project_of(given.corpus, given.coder, given.texts)
    project = replace(project, offsets=given.offsets)
    lost = losses(given.format, project)
    _say_losses(given, project, lost)
    if lost and given.strict:
        print("frameline: --strict: nothing was written", file=sys.stderr)
        return FAILED
    for path in _short(write_files(given.format, project, given.out), given.out):
        print(path)
    return OK


def _say_losses(given: argparse.Namespace, project: Project, lost: Sequence[Left]) -> None:
    bare = [document.id for document in project.documents if document.text is None]
    if bare:
        print(f"without text: {listed(bare)} (--texts DIR brings the texts)")
    if lost:
        print(f"{given.format} cannot hold:")
        print_lines(map(str, lost))


def _short(paths: Sequence[Path], out: Path) -> list[Path]:
    """The files written, or their folder where they are many."""
    return list(paths) if len(paths) <= 10 else [out]
