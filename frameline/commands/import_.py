"""`frameline import`: files of other programs into a corpus."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.commands.ending import OK, USAGE
from frameline.commands.parsing import add_command
from frameline.commands.printing import count, harmless, listed, print_lines, print_table

if TYPE_CHECKING:
    from frameline.exchange.incoming.importing import Outcome
    from frameline.exchange.incoming.mapping import NameMap
    from frameline.exchange.model.project import Project


def add(commands: Any) -> None:
    """The parser of `frameline import`."""
    parser = add_command(
        commands, "import", run,
        "Read files of an annotation tool into a corpus: a new one, or one more coder of one.",
        writes=True,
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
    _add_reading(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """What is read, how strictly, and what is shown of it."""
    parser.add_argument("--strict", action="store_true", help="refuse a file for one faulty row")
    parser.add_argument(
        "--with", dest="with_", action="append", default=[], choices=("predictions",),
        help="take what models predicted too, each model as a coder",
    )  # fmt: skip
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help="how the files are written, if not in UTF-8"
    )
    parser.add_argument(
        "--recipes", type=Path, metavar="DIR", help="recipes of your own for tables (TOML)"
    )
    parser.add_argument(
        "--explain", action="store_true", help="show what each column or element became, and why"
    )
    parser.add_argument(
        "--left-report", type=Path, metavar="FILE", help="write what was left as a page (HTML)"
    )
    parser.add_argument(
        "--yes", action="store_true", help="take the likeliest variable for the frame, unasked"
    )


def run(given: argparse.Namespace) -> int:
    """Read, write, and say what was taken, left and made."""
    from frameline.exchange.formats.registry import FORMATS, guess, read_files
    from frameline.exchange.incoming.mapping import NameMap, columns_for, read_map
    from frameline.exchange.model.project import Options

    named, paths = _paths(given.paths, FORMATS)
    name = named or guess(paths)
    names = read_map(given.map) if given.map else NameMap()
    if name == "corpus" and not (given.into / "documents.csv").is_file():
        return _recode(given, paths, names)
    table = FORMATS[name].package.endswith(".tables")
    columns, names = columns_for(names, table=table)
    options = Options(
        given.coder, columns, given.offsets, given.strict, "predictions" in given.with_,
        given.encoding, names.blank, names.separators, given.recipes,
    )  # fmt: skip
    project = read_files(name, paths, options)
    source = f"{paths[0].name}" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")
    guessed = "" if named else ", guessed"
    print(f"read   {source} ({name}{guessed}): {count(project.rows, 'row')}")
    if given.explain:
        _explain(project)
    try:
        outcome = _import(given, project, names, source)
    except _Undecided as open_question:
        return _ask_again(open_question.names, given)
    _say_outcome(project, outcome, given.into)
    if given.left_report:
        _write_left(given.left_report, project, outcome)
    return OK


def _paths(given: Sequence[Path], formats: Mapping[str, object]) -> tuple[str, list[Path]]:
    """The format, "" where it is to be guessed, and the files."""
    from frameline.exchange.files.error import ExchangeError

    first, *rest = given
    named = str(first) in formats and bool(rest)
    if not named and rest and not first.exists():
        allowed = ", ".join(formats)
        raise ExchangeError(str(first), "", "no such file or format", allowed, "check the name")
    if len(given) == 1 and str(first) in formats and not first.exists():
        raise ExchangeError("", "", f"the format {first} alone", "", "name the files too")
    paths = rest if named else list(given)
    for path in paths:
        if not path.exists():
            raise ExchangeError(str(path), "", "no such file or folder", "", "check the path")
    return (str(first) if named else ""), paths


class _Undecided(Exception):
    """Several variables may say the frame, and nobody has said which."""

    def __init__(self, names: Sequence[str]):
        super().__init__("which variable says the frame?")
        self.names = names


def _import(given: argparse.Namespace, project: Project, names: NameMap, source: str) -> Outcome:
    from frameline.exchange.incoming.importing import Wishes, import_project

    def choose(candidates: Sequence[str]) -> str:
        if given.yes:
            return candidates[0]
        if not sys.stdin.isatty():
            raise _Undecided(candidates)
        print("Several variables may say the frame:")
        for number, name in enumerate(candidates, start=1):
            print(f"  {number}  {harmless(name)}")
        answer = input("Which one? (a number; nothing: none of them) ").strip()
        chosen = answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(candidates)
        return candidates[int(answer) - 1] if chosen else ""

    wishes = Wishes(
        given.coder, names, given.dates, given.codebook, given.add_codes, given.keep_texts, source,
        choose, given.strict,
    )  # fmt: skip
    return import_project(project, given.into, wishes)


def _ask_again(names: Sequence[str], given: argparse.Namespace) -> int:
    """Say what to decide, with the map that decides it; nothing was written."""
    print("frameline: which variable says the frame? Nothing was written.", file=sys.stderr)
    print(f"may be: {listed(list(map(harmless, names)))}", file=sys.stderr)
    print(f"--yes takes {harmless(names[0])}, the most used; or name one with --map:\n")
    print("[columns]")
    for number, name in enumerate(names):
        written = json.dumps(name, ensure_ascii=False)
        print(f'{"" if number == 0 else "# "}{harmless(written)} = "frame"')
    return USAGE


def _explain(project: Project) -> None:
    """What each column or element became, and why."""
    if project.explained:
        print_table(["column", "became", "told by"], project.explained)
    else:
        rows = [
            [f"{v.layer}: {v.name}", f"variable with {count(len(v.codes), 'code')}", "the file"]
            for v in project.variables
        ]
        print_table(["element", "became", "told by"], rows)
    print()


def _write_left(path: Path, project: Project, outcome: Outcome) -> None:
    from frameline.disk.place import locked, write
    from frameline.exchange.incoming.left_report import left_page
    from frameline.report.escape import escape_html

    page = left_page(project, outcome.left, escape_html)
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path) as place, place.staged() as staging:
        write(staging / "page", page.encode("utf-8"))
        place.swap(staging / "page")
    print(f"left   shown in {path}")


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
    if outcome.blank_units:
        print(f"       {count(outcome.blank_units, 'unit')} without a claim")
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
