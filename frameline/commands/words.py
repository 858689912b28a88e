"""`frameline words`: the languages of the report, and the beginning of another."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from frameline.commands.ending import OK
from frameline.commands.parsing import add_command
from frameline.commands.printing import print_table


def add(commands: Any) -> None:
    """The parser of `frameline words`."""
    parser = add_command(
        commands, "words", run, "List the languages of the report, or begin another one."
    )
    parser.add_argument(
        "--new", metavar="LANG", help="write catalogues of a language, with the English text"
    )
    parser.add_argument(
        "--folder", type=Path, metavar="DIR",
        help="with --new: where its folder goes (default: beside English); for a report to find "
        "it there, set FRAMELINE_TEXTS to DIR",
    )  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """A row for each language, or the files of a new one."""
    from frameline.words.beginning import new_language
    from frameline.words.language import OWN_TEXTS, direction, language_folder, languages

    if given.new is None:
        rows = [[lang, direction(lang), str(language_folder(lang))] for lang in languages()]
        print_table(["language", "direction", "catalogues"], rows)
        return OK
    own = os.environ.get(OWN_TEXTS)
    for file in new_language(given.new, given.folder or (Path(own) if own else None)):
        print(file)
    print("\nnext: translate what follows each = sign; frameline lint names what is missing")
    print(f"      frameline build --lang {given.new}")
    return OK
