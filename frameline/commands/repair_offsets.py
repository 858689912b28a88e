"""`frameline repair-offsets`: which unit fits each span of an export, and a repaired copy."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.commands.ending import OK
from frameline.commands.parsing import add_command
from frameline.commands.printing import count, print_table

if TYPE_CHECKING:
    from frameline.exchange.model.project import Span


def add(commands: Any) -> None:
    """The parser of `frameline repair-offsets`."""
    parser = add_command(
        commands, "repair-offsets", run,
        "Tell per span of an export in which unit it stands where its quote is, and repair it.",
    )  # fmt: skip
    parser.add_argument("path", type=Path, metavar="FILE", help="the export, a file or folder")
    parser.add_argument("--format", default="", metavar="FORMAT", help="unless it is to be guessed")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write a repaired copy (a new name)"
    )
    parser.add_argument("--encoding", default="", metavar="NAME", help="if not in UTF-8")
    parser.add_argument(
        "--all", action="store_true", help="list the spans that are right as they are too"
    )


def run(given: argparse.Namespace) -> int:
    """List what was found for each span, then write the copy where one was asked for."""
    from frameline.exchange.files.error import ExchangeError
    from frameline.exchange.formats.registry import guess, read_files, write_files
    from frameline.exchange.model.project import Options
    from frameline.exchange.review.offset_repair import find_spans, repaired

    if not given.path.exists():
        raise ExchangeError(str(given.path), "", "no such file or folder", "", "check the path")
    name = given.format or guess([given.path])
    options = Options(offsets="code-points", encoding=given.encoding, as_they_are=True)
    project = read_files(name, [given.path], options)
    found = list(find_spans(project))
    rows = [
        [one.document, one.coder, _shown(one.said), _shown(one.span), one.how, one.sure]
        for one in found
        if given.all or one.span != one.said
    ]
    if rows:
        print_table(
            ["document", "coder", "in the file", "in the text", "told by", "how sure"], rows
        )
    told = Counter(one.how.partition(",")[0] for one in found)
    for how, number in told.most_common():
        print(f"{count(number, 'span')}: {how}")
    print(f"{count(sum(one.span != one.said for one in found), 'span')} of {len(found)} to change")
    if given.out:
        for path in write_files(name, repaired(project), given.out):
            print(path)
    return OK


def _shown(span: Span | None) -> str:
    return f"{span.start}-{span.end}" if span else ""
