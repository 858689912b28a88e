"""`frameline new`: a small corpus to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_command
from frameline.report.plan.project import project_folder


def add(commands: Any) -> None:
    """The parser of `frameline new`."""
    parser = add_command(
        commands, "new", run,
        "Make a small corpus to begin with: a codebook, a text, two coders, every table.",
        writes=True,
    )  # fmt: skip
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder")
    parser.add_argument(
        "--report", action="store_true",
        help="make a report of one's own instead: report.toml and a chapter to begin with",
    )  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """Make the corpus and say what is in it and what to do next."""
    from frameline.exchange.incoming.beginning import new_corpus

    if given.report:
        return _new_report(given.folder)
    for name in new_corpus(given.folder):
        print(given.folder / name)
    print(f"\nnext: frameline check {given.folder}")
    print(f"      frameline build --corpus {given.folder}")
    print(f"Then change {given.folder / 'codebook.toml'} to your question and put in your own")
    print("documents and codings, or bring them with frameline import.")
    return OK


def _new_report(folder: Path) -> int:
    """Make a report of one's own: chapters that are not in its folder are the shipped ones."""
    if folder.is_dir() and any(folder.iterdir()):
        raise CommandError(f"{folder}: has files in it; name a new folder")
    shipped = project_folder()
    text = (shipped / "report" / "many.toml").read_text(encoding="utf-8")
    _, _, chapters = text.partition("[agreement]")
    own = _HEAD + "[agreement]" + chapters.replace("[[chapters]]", _OWN, 1)
    (folder / "notebooks").mkdir(parents=True)
    (folder / "report.toml").write_text(own, encoding="utf-8")
    chapter = (shipped / "notebooks" / _MODEL).read_text(encoding="utf-8")
    mine = chapter.replace("# How often is each code given?", "# A chapter of my own")
    (folder / "notebooks" / _MINE).write_text(mine, encoding="utf-8")
    print(folder / "report.toml")
    print(folder / "notebooks" / _MINE)
    print(f"\nnext: frameline build --report {folder / 'report.toml'} --corpus CORPUS")
    print("Chapters, template, literature and words that are not in this folder are the shipped")
    print("ones; a notebook of the same name in its folder notebooks takes the place of one.")
    return OK


_MODEL, _MINE = "205-how-often-is-each-code.ipynb", "300-a-chapter-of-my-own.ipynb"
_HEAD = """# A report of one's own. A chapter is one notebook and one entry here (docs/exhibits.md).
title = "A report of my own"
subtitle = ""
authors = ["Who wrote it"]
lang = "en"
formats = ["html", "pdf", "annex"]
paper = "a4"
notebooks = "notebooks"
cover_figure = "overall"
claims_title = "A sample of the claims behind the figures"

"""
_OWN = f"""[[chapters]]
file = "{_MINE}"
short = "My chapter"

[[chapters]]"""
