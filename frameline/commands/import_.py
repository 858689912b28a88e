"""`frameline import`: files of other programs into a corpus."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.commands.ending import OK
from frameline.commands.parsing import (
    add_command,
)
from frameline.commands.printing import count, listed, print_lines

if TYPE_CHECKING:
    from frameline.exchange.incoming.importing import Outcome
    from frameline.exchange.incoming.mapping import NameMap
    from frameline.exchange.model.project import Project


def add(commands: Any) -> None:
    """The parser of `frameline import`."""
    parser = add_command(
        commands, "import", run,
        "Read files of an annotation tool into a corpus: a new one, or one more coder of one.",
    )  # fmt: skip
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="[FORMAT] PATH",
        help="files or folders; before them the format, unless it is to be guessed; "
        "`frameline export --list` lists the formats",
    )  # fmt: skip
    parser.add_argument("--into", type=Path, metavar="CORPUS", required=True, help="the folder")
    parser.add_argument("--coder", default="", metavar="NAME", help="who coded")
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help="names and codes to the corpus' own (TOML)"
    )
    parser.add_argument(
        "--offsets", default="", metavar="UNIT", help="what the file's offsets count"
    )
    parser.add_argument("--keep-texts", action="store_true", help="copy the texts into the corpus")
    parser.add_argument("--dates", type=Path, metavar="FILE", help="CSV file: document,date")
    parser.add_argument(
        "--add-codes", action="store_true", help="take codes that the codebook has not into it"
    )
    parser.add_argument("--codebook", type=Path, metavar="FILE", help="codebook of a new corpus")


def run(given: argparse.Namespace) -> int:
    """Read, write, and say what was taken, left and made."""
    from frameline.exchange.files.error import ExchangeError
    from frameline.exchange.formats.registry import FORMATS, guess, read_files
    from frameline.exchange.incoming.importing import Wishes, import_project
    from frameline.exchange.incoming.mapping import NameMap, read_map
    from frameline.exchange.model.project import Options

    first, *rest = given.paths
    named = str(first) in FORMATS and bool(rest)
    paths = rest if named else given.paths
    if not named and rest and not first.exists():
        allowed = ", ".join(FORMATS)
        raise ExchangeError(str(first), "", "no such file or format", allowed, "check the name")
    if len(given.paths) == 1 and str(first) in FORMATS and not first.exists():
        raise ExchangeError("", "", f"the format {first} alone", "", "name the files too")
    for path in paths:
        if not path.exists():
            raise ExchangeError(str(path), "", "no such file or folder", "", "check the path")
    name = str(first) if named else guess(paths)
    names = read_map(given.map) if given.map else NameMap()
    if name == "corpus" and not (given.into / "documents.csv").is_file():
        return _recode(given, paths, names)
    columns = {old: new for old, new in names.columns.items() if new}
    options = Options(given.coder, columns, given.offsets)
    project = read_files(name, paths, options)
    source = f"{paths[0].name}" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")
    wishes = Wishes(
        given.coder, names, given.dates, given.codebook, given.add_codes, given.keep_texts, source
    )
    outcome = import_project(project, given.into, wishes)
    guessed = "" if named else ", guessed"
    print(f"read   {source} ({name}{guessed}): {count(project.rows, 'row')}")
    _say_outcome(project, outcome, given.into)
    return OK


def _recode(given: argparse.Namespace, paths: Sequence[Path], names: NameMap) -> int:
    """A copy of a corpus under a new version of its codebook."""
    from frameline.exchange.files.error import ExchangeError
    from frameline.exchange.model.project import Project
    from frameline.exchange.review.recoding import recode_corpus

    if len(paths) > 1 or given.coder or given.dates:
        todo = "import one corpus at a time, without --coder and --dates"
        raise ExchangeError("", "", "a corpus into a new one", "", todo)
    outcome = recode_corpus(paths[0], given.into, names, given.codebook)
    rows = sum(outcome.taken.values())
    print(f"read   {paths[0]} (corpus): {count(rows, 'row')}")
    _say_outcome(Project((), (), rows=rows, used=rows), outcome, given.into)
    return OK


def _say_outcome(project: Project, outcome: Outcome, into: Path) -> None:
    """What was taken and left, and what to do next."""
    layers = [f"{count} {layer}" for layer, count in outcome.taken.items()]
    print(f"taken  {count(project.used, 'row')}: {', '.join(layers) or 'no annotation'}")
    print(
        f"       {count(len(outcome.documents), 'new document')}, coders: " + listed(outcome.coders)
    )
    if outcome.known_documents:
        print(f"       {count(len(outcome.known_documents), 'document')} that the corpus had")
    left = sum(item.count for item in project.left)
    print(f"left   {count(left, 'row')}" + (":" if project.left else ""))
    print_lines(map(str, project.left))
    if outcome.left:
        print(f"       {count(sum(item.count for item in outcome.left), 'annotation')}:")
        print_lines(map(str, outcome.left))
    if outcome.notes:
        print("note")
        print_lines(outcome.notes)
    print(f"wrote  {into}: {listed(outcome.files)}")
    if outcome.undated:
        rows = f"row{'s' if len(outcome.undated) > 1 else ''} "
        rows += listed([f"{row} ({doc})" for row, doc in outcome.undated])
        file = into / "documents.csv"
        print(f"dates  missing: fill in the column published of {file}, {rows},")
        print("       as 2001, 2001-05 or 2001-05-31 (or give --dates FILE with the import)")
    print(f"next   frameline check {into}")
    print(f"       frameline build --corpus {into}")
