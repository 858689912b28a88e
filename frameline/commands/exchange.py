"""`frameline import`, `frameline export`: files of other programs into a corpus and out of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from frameline.exchange.incoming import Outcome
    from frameline.exchange.mapping import NameMap
    from frameline.exchange.model import Left, Project

OK, FAILED = 0, 1
AddCommand = Callable[..., argparse.ArgumentParser]


def add_import(commands: Any, add: AddCommand) -> None:
    """The parser of `frameline import`."""
    parser = add(
        commands, "import", run_import,
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


def add_export(commands: Any, add: AddCommand) -> None:
    """The parser of `frameline export`."""
    parser = add(
        commands, "export", run_export, "Write a corpus as a file that another program reads."
    )
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="see --list")
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS", help="the folder")
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT", help="a name that is not taken")
    parser.add_argument(
        "--coder", action="append", default=[], metavar="NAME",
        help="only this coder (repeat for more; final: the final coding)",
    )  # fmt: skip
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the texts")
    parser.add_argument("--strict", action="store_true", help="refuse to lose anything")
    parser.add_argument("--list", action="store_true", help="list the formats")


# ---- import


def run_import(given: argparse.Namespace) -> int:
    """Read, write, and say what was taken, left and made."""
    from frameline.exchange.formats import FORMATS, guess, read_files
    from frameline.exchange.incoming import Wishes, import_project
    from frameline.exchange.mapping import NameMap, read_map
    from frameline.exchange.model import ExchangeError, Options

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
    print(f"read   {source} ({name}{guessed}): {_count(project.rows, 'row')}")
    _say_outcome(project, outcome, given.into)
    return OK


def _recode(given: argparse.Namespace, paths: Sequence[Path], names: NameMap) -> int:
    """A copy of a corpus under a new version of its codebook."""
    from frameline.exchange.model import ExchangeError, Project
    from frameline.exchange.recoding import recode_corpus

    if len(paths) > 1 or given.coder or given.dates:
        todo = "import one corpus at a time, without --coder and --dates"
        raise ExchangeError("", "", "a corpus into a new one", "", todo)
    outcome = recode_corpus(paths[0], given.into, names, given.codebook)
    rows = sum(outcome.taken.values())
    print(f"read   {paths[0]} (corpus): {_count(rows, 'row')}")
    _say_outcome(Project((), (), rows=rows, used=rows), outcome, given.into)
    return OK


def _say_outcome(project: Project, outcome: Outcome, into: Path) -> None:
    """What was taken and left, and what to do next."""
    layers = [f"{count} {layer}" for layer, count in outcome.taken.items()]
    print(f"taken  {_count(project.used, 'row')}: {', '.join(layers) or 'no annotation'}")
    print(
        f"       {_count(len(outcome.documents), 'new document')}, coders: "
        + _listed(outcome.coders)
    )
    if outcome.known_documents:
        print(f"       {_count(len(outcome.known_documents), 'document')} that the corpus had")
    left = sum(item.count for item in project.left)
    print(f"left   {_count(left, 'row')}" + (":" if project.left else ""))
    _print_lines(map(str, project.left))
    if outcome.left:
        print(f"       {_count(sum(item.count for item in outcome.left), 'annotation')}:")
        _print_lines(map(str, outcome.left))
    if outcome.notes:
        print("note")
        _print_lines(outcome.notes)
    print(f"wrote  {into}: {_listed(outcome.files)}")
    if outcome.undated:
        rows = f"row{'s' if len(outcome.undated) > 1 else ''} "
        rows += _listed([f"{row} ({doc})" for row, doc in outcome.undated])
        file = into / "documents.csv"
        print(f"dates  missing: fill in the column published of {file}, {rows},")
        print("       as 2001, 2001-05 or 2001-05-31 (or give --dates FILE with the import)")
    print(f"next   frameline check {into}")
    print(f"       frameline build --corpus {into}")


def _print_lines(lines: Iterable[str], most: int = 40) -> None:
    lines = list(lines)
    for line in lines[:most]:
        print(f"       - {line}")
    if len(lines) > most:
        print(f"       - and {len(lines) - most} more")


def _listed(names: Sequence[str], most: int = 10) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return (", ".join(names[:most]) or "none") + rest


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


# ---- export


def run_export(given: argparse.Namespace) -> int:
    """Say what the format cannot hold, then write."""
    from frameline.exchange.formats import FORMATS, load_format, losses, write_files
    from frameline.exchange.model import ExchangeError
    from frameline.exchange.outgoing import project_of

    if given.list:
        for name in FORMATS:
            print(f"{name:16} {load_format(name).ABOUT}")
        return OK
    if given.out is None:
        found = "frameline export FORMAT CORPUS OUT"
        raise ExchangeError("", "", "", found, f"name all three; formats: {', '.join(FORMATS)}")
    load_format(given.format)
    if not given.corpus.exists():
        raise ExchangeError(str(given.corpus), "", "no such folder", "", "check the path")
    project = project_of(given.corpus, given.coder, given.texts)
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
        print(f"without text: {_listed(bare)} (--texts DIR brings the texts)")
    if lost:
        print(f"{given.format} cannot hold:")
        _print_lines(map(str, lost))


def _short(paths: Sequence[Path], out: Path) -> list[Path]:
    """The files written, or their folder where they are many."""
    return list(paths) if len(paths) <= 10 else [out]
