"""The command line: build the report, list parameters, check a corpus, rebuild from the texts."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from frameline import __version__
from frameline.commands.corpus import add_adjudicate, add_new
from frameline.commands.exchange import add_export, add_import
from frameline.commands.printing import harmless, print_table
from frameline.commands.versions import show_changes
from frameline.report import BuildError, PlanError
from frameline.report.plan.project import default_report, project_folder

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


class CommandError(Exception):
    """Something the person at the command line can put right."""


class Stopped(BaseException):
    """Somebody asked this process to end."""

    def __init__(self, number: int):
        super().__init__(number)
        self.number = number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; errors become one message on stderr and an exit code."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], int] = given.command
        return command(given)
    except Stopped as stopped:
        print("frameline: stopped", file=sys.stderr)
        return 128 + stopped.number
    except KeyboardInterrupt:
        print("frameline: stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (`frameline params | head`): no message, and none at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        if given.debug:
            raise
        print(f"frameline: {harmless(_message(error))}", file=sys.stderr)
        return USAGE if isinstance(error, PlanError) and given.command is _params else FAILED


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
    _add_build(commands)
    _add_params(commands)
    _add_check(commands)
    _add_rebuild(commands)
    _add_diff(commands)
    _add_sweep(commands)
    add_new(commands, _add_command)
    add_import(commands, _add_command)
    add_export(commands, _add_command)
    add_adjudicate(commands, _add_command)
    return parser


def _add_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=run)
    parser.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return parser


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="report.toml (default: the one shipped)"
    )


def _add_build(commands: Any) -> None:
    parser = _add_command(
        commands, "build", _build, "Run the notebooks and write the report as HTML and PDF."
    )
    _add_report(parser)
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="corpus folder or CSV table")
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="[CHAPTER.]NAME=VALUE",
        help="set a parameter for every chapter that has it, or for one; see `frameline params`",
    )  # fmt: skip
    parser.add_argument("--params", type=Path, metavar="FILE", help="parameters in a TOML file")
    parser.add_argument(
        "--only", nargs="+", action="extend", default=[], metavar="CHAPTER",
        help="build only these chapters, in a folder of their own",
    )  # fmt: skip
    parser.add_argument(
        "--format", type=_words, default=[], metavar="html,pdf", help="formats to write"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the result")
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="chapters at a time (default: processors)"
    )
    parser.add_argument(
        "--timeout", type=float, default=600.0, metavar="S",
        help="seconds a chapter may take (default: %(default)g; 0 for no limit)",
    )  # fmt: skip
    parser.add_argument(
        "--no-cache", action="store_true", help="run every chapter, whatever earlier builds left"
    )
    parser.add_argument(
        "--engine", choices=("warm", "plain"),
        help="run chapters in forks of one warm process, or in ordinary kernels "
        "(default: warm where the system can fork)",
    )  # fmt: skip


def _add_params(commands: Any) -> None:
    parser = _add_command(
        commands, "params", _params, "List the parameters of the chapters: what each may be told."
    )
    _add_report(parser)
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER", help="only these chapters")


def _add_check(commands: Any) -> None:
    parser = _add_command(
        commands, "check", _check, "Check a corpus and list every fault; exit code 1 if any."
    )
    parser.add_argument(
        "corpus", nargs="?", type=Path, metavar="CORPUS", help="folder (default: the one shipped)"
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", help="check against the texts too")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")
    parser.add_argument(
        "--against", type=Path, metavar="OLD",
        help="compare the codebook with another version (a corpus or its codebook.toml) instead",
    )  # fmt: skip
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help="with --against: what was renamed or merged"
    )


def _add_rebuild(commands: Any) -> None:
    parser = _add_command(
        commands, "rebuild", _rebuild, "Make the tables that derive from the texts anew."
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", required=True, help="the texts")
    parser.add_argument(
        "corpus", nargs="?", type=Path, metavar="CORPUS", help="folder (default: the one shipped)"
    )


def _add_diff(commands: Any) -> None:
    parser = _add_command(
        commands, "diff", _diff, "Say which findings differ between two builds or revisions."
    )
    what = "results.json, folder of a build, git revision, or revision:path"
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help="the same")
    _add_report(parser)
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="[CHAPTER.]NAME=VALUE",
        help="a parameter for revisions that have to be built",
    )  # fmt: skip
    parser.add_argument("--jobs", type=_positive, metavar="N", help="chapters at a time, likewise")
    parser.add_argument(
        "--only", nargs="+", action="extend", default=[], metavar="PATTERN",
        help="only findings whose key or chapter matches, such as 'statement.*'",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument(
        "--fail-on", type=_words, default=[], metavar="KIND",
        help="exit code 1 when there is a finding that changed, appeared, vanished, or lies "
        "beyond its old interval (beyond); several with commas",
    )  # fmt: skip


def _add_sweep(commands: Any) -> None:
    parser = _add_command(
        commands, "sweep", _sweep, "Build many reports, and an index with their findings."
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="TOML with named sets of parameters, or a grid"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the results")
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="reports at a time (default: processors)"
    )
    parser.add_argument(
        "--format", type=_words, default=[], metavar="html,pdf", help="formats to write"
    )
    parser.add_argument(
        "--only-findings", action="store_true", help="write results.json only, no pages"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="use nothing that earlier builds left"
    )
    parser.add_argument(
        "--timeout", type=float, default=600.0, metavar="S",
        help="seconds a chapter may take (default: %(default)g; 0 for no limit)",
    )  # fmt: skip
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--list", action="store_true",
        help="build nothing: print the folder and the `frameline build` arguments of each run",
    )  # fmt: skip
    how.add_argument(
        "--collect", action="store_true", help="build nothing: write the index of what is there"
    )


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}; allowed: 1 and more")
    return int(text)


# ---- build


def _build(given: argparse.Namespace) -> int:
    from frameline.report.build import build, default_cache, file_list
    from frameline.report.plan.plan import parse_override, read_overrides
    from frameline.report.running.progress import Progress

    overrides = read_overrides(given.params) if given.params else []
    overrides += [parse_override(text) for text in given.parameter]
    if given.corpus is not None and not given.corpus.exists():
        raise CommandError(f"--corpus {given.corpus}: no such folder or file")
    report, out = given.report or default_report(given.corpus), given.out or _default_out(given)
    if given.report is None and report.name != default_report().name:
        _need_scale(given.corpus)
        print(f"{given.corpus}: Parquet files, so the report is {report.name}", file=sys.stderr)
    with _ended_in_order(), Progress(sys.stderr) as progress:
        built = build(
            report,
            overrides=overrides,
            only=given.only,
            corpus=given.corpus,
            formats=given.format,
            out=out,
            jobs=given.jobs,
            timeout=given.timeout or None,
            engine=given.engine,
            observer=progress,
            cache=None if given.no_cache else default_cache(report, out),
        )
    for chapter, line in built.asides.items():
        print(harmless(f"{chapter} stepped aside: {line}"))
    for name in file_list(built):
        print(built.folder / name)
    return OK


@contextlib.contextmanager
def _ended_in_order() -> Iterator[None]:
    """Clean up after a request to end as after Ctrl-C."""

    def stop(number: int, _: Any) -> None:
        raise Stopped(number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _need_scale(corpus: Path) -> None:
    """Say what to install before a chapter fails for want of it."""
    from importlib.util import find_spec

    missing = [name for name in ("duckdb", "narwhals") if find_spec(name) is None]
    if missing:
        raise CommandError(
            f"{corpus}: Parquet files need {' and '.join(missing)}; "
            "run: python -m pip install 'frameline[scale]'"
        )


def _default_out(given: argparse.Namespace) -> Path | None:
    """An installed package is no place to write to: use the folder one works in."""
    if given.report is not None or project_folder().name != "_project":
        return None
    return Path("frameline-report.part" if given.only else "frameline-report")


# ---- diff


def _diff(given: argparse.Namespace) -> int:
    from frameline.report.comparing.diff import FAIL_ON, compare
    from frameline.report.comparing.diff_formats import FORMATS
    from frameline.report.comparing.revisions import read_results

    for kind in given.fail_on:
        if kind not in FAIL_ON:
            raise CommandError(f'--fail-on "{kind}"; allowed: {", ".join(FAIL_ON)}')
    options = [text for value in given.parameter for text in ("-p", value)]
    options += ["--jobs", str(given.jobs)] if given.jobs else []
    with _ended_in_order():
        old, new = (read_results(name, given.report, options) for name in (given.old, given.new))
    found = compare(old, new, given.only)
    print(FORMATS[given.format](found, given.old, given.new), end="")
    return FAILED if any(found.of(kind) for kind in given.fail_on) else OK


# ---- sweep


def _sweep(given: argparse.Namespace) -> int:
    from frameline.report.sweeps.sweep_file import read_sweep

    asked = read_sweep(given.file)
    if given.list:
        return _list_runs(asked, given.out or asked.out)
    from frameline.report.build import default_cache
    from frameline.report.running.progress import Progress
    from frameline.report.sweeps.sweep import collect, sweep

    if given.collect:
        outcomes = collect(asked, given.out)
    else:
        cache = None if given.no_cache else default_cache(asked.report, given.out or asked.out)
        with _ended_in_order(), Progress(sys.stderr) as progress:
            outcomes = sweep(
                asked,
                out=given.out,
                jobs=given.jobs,
                formats=given.format,
                timeout=given.timeout or None,
                findings_only=given.only_findings,
                observer=progress,
                cache=cache,
            )
    failed = [outcome for outcome in outcomes if not outcome.ok]
    for outcome in failed:
        print(harmless(f"{outcome.run.name} failed: {outcome.message}"), file=sys.stderr)
    print(f"{len(outcomes) - len(failed)} of {len(outcomes)} reports built")
    print((given.out or asked.out) / "index.html")
    return FAILED if failed else OK


def _list_runs(asked: Any, out: Path) -> int:
    import shlex

    for run in asked.runs:
        folder = str(out / run.name)
        arguments = ["--report", str(asked.report), "--out", folder, *run.arguments]
        print(f"{folder}\t{shlex.join(arguments)}")
    return OK


# ---- params


def _params(given: argparse.Namespace) -> int:
    from frameline.report.plan.config import read_report
    from frameline.report.plan.parameters import read_parameters, shown
    from frameline.report.plan.plan import in_order, read_notebook

    report = read_report(given.report or default_report())
    wanted = [report.chapter(name) for name in given.chapters] or in_order(report)
    rows = []
    for chapter in wanted:
        declared = read_parameters(read_notebook(chapter), chapter.key)
        for name, p in declared.items():
            rows.append([chapter.key, name, shown(p.default), p.type_name, p.allowed, p.help])
    print_table(["chapter", "parameter", "default", "type", "allowed", "help"], rows)
    return OK


# ---- check, rebuild


def _check(given: argparse.Namespace) -> int:
    from frameline.corpus.backends.engine.layout import is_large
    from frameline.corpus.checks import check_corpus

    corpus = _corpus(given.corpus)
    if given.against:
        return show_changes(corpus, given.against, given.map, given.format)
    if given.map:
        raise CommandError("--map goes with --against")
    if is_large(corpus):
        _need_scale(corpus)
        from frameline.corpus.backends.engine.checks import check_large

        if given.texts:
            raise CommandError("--texts: spans of Parquet files are not checked against texts")
        faults = check_large(corpus)
    else:
        faults = check_corpus(corpus)
    if given.texts:
        from pandas import concat

        from frameline.corpus.texts import check_texts

        faults = concat([faults, check_texts(corpus, given.texts)], ignore_index=True)
    if given.format == "csv":
        faults.to_csv(sys.stdout, index=False, lineterminator="\n")
    elif given.format == "json":
        print(faults.to_json(orient="records", force_ascii=False, indent=1))
    elif len(faults):
        rows = faults.astype("string").fillna("").to_numpy().tolist()
        print_table([str(column) for column in faults.columns], rows)
        print(f"\n{len(faults)} fault{'s' if len(faults) > 1 else ''} in {corpus}")
    else:
        print(f"{corpus}: no faults")
    return FAILED if len(faults) else OK


def _rebuild(given: argparse.Namespace) -> int:
    from frameline.corpus.texts import rebuild

    corpus = _corpus(given.corpus)
    if not given.texts.is_dir():
        raise CommandError(f"--texts {given.texts}: no such folder")
    tables = rebuild(corpus, given.texts)
    for name, table in tables.items():
        path = corpus / (name if name.endswith(".csv") else f"{name}.csv")
        _write_csv(table, path)
        print(f"{path}: {len(table)} rows")
    return OK


def _corpus(given: Path | None) -> Path:
    corpus = given or project_folder() / "data"
    if not corpus.exists():
        raise CommandError(f"{corpus}: no such folder or file")
    return corpus


def _write_csv(table: Any, path: Path) -> None:
    """Write a table in one step, so that no half-written file is ever seen."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            table.to_csv(file, index=False, lineterminator="\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
