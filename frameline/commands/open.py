"""`frameline open`: from a file of annotations to a first report in one step."""

from __future__ import annotations

import argparse
from pathlib import Path
from types import ModuleType
from typing import Any

from frameline.commands import build, check, import_
from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command
from frameline.commands.printing import print_table

#: Rows of the corpus that are shown before anything is counted.
ROWS = 5


def add(commands: Any) -> None:
    """The parser of `frameline open`."""
    parser = add_command(
        commands, "open", run,
        "Read annotations, say what was understood, and build a first report.",
    )  # fmt: skip
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE",
        help="annotations of any format that import reads; then tables with facts of documents",
    )  # fmt: skip
    parser.add_argument("--into", type=Path, metavar="DIR", help="folder of the corpus")
    parser.add_argument("--map", type=Path, metavar="FILE", help="names and codes (TOML)")
    parser.add_argument("--yes", action="store_true", help="take the likeliest, unasked")
    parser.add_argument("--no-build", action="store_true", help="stop before the report")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the report")
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="NAME=VALUE",
        help="as for `frameline build`",
    )  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """Import, show, check, build; stop where a step fails."""
    from frameline.exchange.incoming.document_facts import add_facts

    first, *facts = given.files
    into = given.into or Path(f"{first.stem or first.name}.corpus")
    if into.exists():
        raise CommandError(f"{into}: is there already; name another folder with --into")
    mapped = ["--map", str(given.map)] if given.map else []
    said = [str(first), "--into", str(into), "--explain", *mapped]
    code = _run(import_, "import", *said, *(["--yes"] if given.yes else []))
    for table in facts if code == OK else ():
        for line in add_facts(into, table):
            print(line)
    if code != OK:
        return code
    _show_rows(into)
    code = _run(check, "check", str(into))
    if code != OK or given.no_build:
        return code
    choices = [part for text in given.parameter for part in ("-p", text)]
    out = given.out or into.with_name(f"{into.stem}.report")
    return _run(build, "build", "--corpus", str(into), "--out", str(out), *choices)


def _run(command: ModuleType, name: str, *arguments: str) -> int:
    """Carry out another command as if it had been typed."""
    parser = argparse.ArgumentParser(prog="frameline")
    command.add(parser.add_subparsers())
    given = parser.parse_args([name, *arguments])
    code: int = given.command(given)
    return code


def _show_rows(into: Path) -> None:
    """The first rows as the report will read them."""
    from frameline.corpus import read_corpus

    corpus = read_corpus(into)
    variables = [v.name for v in corpus.codebook.layer("claims")][:6]
    known = [name for name in ("claim_id", "doc_id", "anchor", *variables) if name in corpus.claims]
    rows = corpus.claims[known].head(ROWS).astype("string").fillna("").to_numpy().tolist()
    print(f"\nthe first {len(rows)} claims, as they are read:")
    print_table(known, rows)
    print()
