"""`frameline build`: the notebooks run, the report written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.commands.corpora import need_scale
from frameline.commands.ending import OK, CommandError
from frameline.commands.parsing import add_cache, add_command, add_report, cache_of, positive, words
from frameline.commands.printing import harmless
from frameline.report.plan.design import DESIGNS, in_parquet
from frameline.report.plan.project import default_report, project_folder

if TYPE_CHECKING:
    from frameline.report.plan.plan import Override


def add(commands: Any) -> None:
    """The parser of `frameline build`."""
    parser = add_command(
        commands,
        "build",
        run,
        "Run the notebooks and write the report as HTML and PDFs.",
        writes=True,
    )
    add_report(parser)
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="corpus folder or CSV table")
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="[CHAPTER.]NAME=VALUE",
        help="set a parameter for every chapter that has it, or for one; see `frameline params`",
    )  # fmt: skip
    parser.add_argument(
        "--design", default="", metavar="|".join(DESIGNS),
        help="shape of the report (default: as the corpus has it; see `frameline plan`)",
    )  # fmt: skip
    parser.add_argument("--params", type=Path, metavar="FILE", help="parameters in a TOML file")
    parser.add_argument(
        "--only", nargs="+", action="extend", default=[], metavar="CHAPTER",
        help="build only these chapters, in a folder of their own",
    )  # fmt: skip
    parser.add_argument(
        "--format",
        type=words,
        default=[],
        metavar="html,pdf,brief,annex",
        help="files to write: the page, the report, the brief, the annex; also docx, slides",
    )
    parser.add_argument(
        "--lang", default="", metavar="LANG",
        help="language of the words (default: the report's own); see `frameline words`",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the result")
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="chapters at a time (default: processors)"
    )
    parser.add_argument(
        "--timeout", type=float, default=600.0, metavar="S",
        help="seconds a chapter may take (default: %(default)g; 0 for no limit)",
    )  # fmt: skip
    add_cache(parser)
    parser.add_argument(
        "--engine", choices=("warm", "plain"),
        help="run chapters in forks of one warm process, or in ordinary kernels "
        "(default: warm where the system can fork)",
    )  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """Build, and list the files made."""
    from frameline.report.build import build, file_list
    from frameline.report.plan.plan import parse_override, read_overrides
    from frameline.report.running.progress import Progress

    overrides = read_overrides(given.params) if given.params else []
    overrides += [parse_override(text) for text in given.parameter]
    if given.corpus is not None and not given.corpus.exists():
        raise CommandError(f"--corpus {given.corpus}: no such folder or file")
    report, out = (
        given.report or default_report(given.corpus, given.design),
        given.out or _default_out(given, overrides),
    )
    if given.report is None and given.corpus is not None and in_parquet(given.corpus):
        need_scale(given.corpus)
    if given.report is None and report.name != default_report().name:
        print(f"{given.corpus}: see `frameline plan {given.corpus}`", file=sys.stderr)
    with Progress(sys.stderr) as progress:
        built = build(
            report,
            overrides=overrides,
            only=given.only,
            corpus=given.corpus,
            formats=given.format,
            lang=given.lang,
            out=out,
            jobs=given.jobs,
            timeout=given.timeout or None,
            engine=given.engine,
            observer=progress,
            cache=cache_of(given),
        )
    for chapter, line in built.asides.items():
        print(harmless(f"{chapter} stepped aside: {line}"))
    for name in file_list(built):
        print(built.folder / name)
    return OK


def _default_out(given: argparse.Namespace, overrides: Sequence[Override]) -> Path | None:
    """An installed package is no place to write to: use the folder one works in."""
    if given.report is not None or project_folder().name != "_project":
        return None
    from frameline.report.plan.plan import variant_name

    kinds = ("part" if given.only else "", variant_name(overrides))
    return Path(".".join(filter(None, ("frameline-report", *kinds))))
