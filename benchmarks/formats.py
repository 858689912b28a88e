"""From the export of an annotation tool to a first report, and back: every step as a new user.

    python benchmarks/formats.py FOLDER...             all exports found below, a table printed
    python benchmarks/formats.py FOLDER... --pdf       the report as PDF too
    python benchmarks/formats.py FOLDER... --write     the table goes to docs/formats.md
    python benchmarks/formats.py FOLDER... --keep DIR  corpora, reports and all messages stay there

An export is a folder that a format recognises, else each file below it that one recognises. For
each: `frameline import`, dates filled in where the export has none (2001 for the first document
and so on: these are invented), `frameline check`, `frameline build`, `frameline export` to the
same format and `frameline import` of that. Seconds are the processor's, of all processes of a
step: what else the machine does at the time changes them little.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import guess, load_format
from frameline.exchange.model.project import Project
from frameline.exchange.outgoing.exporting import project_of

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "formats.md"
BEGIN, END = "<!-- tried: begin -->", "<!-- tried: end -->"
HEADS = ("format", "export", "documents", "coders", "rows in", "used", "left", "claims",
         "import s", "to the report s", "lost on the way back")  # fmt: skip
STEPS = ("import", "check", "build", "export", "back")


@dataclass
class Trial:
    """One export on its way: what was counted, what each step took, what went wrong."""

    format: str
    name: str
    path: Path
    folder: Path
    seconds: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    lost: str = ""
    failed: str = ""

    @property
    def corpus(self) -> Path:
        """The corpus made of it."""
        return self.folder / "corpus"

    def row(self) -> list[str]:
        """Its line of the table."""
        report = [self.seconds.get(step) for step in ("import", "check", "build")]
        to_report = f"{sum(s for s in report if s):.1f}" if None not in report else ""
        counts = [str(self.counts.get(name, "")) for name in HEADS[2:8]]
        first = f"{self.seconds['import']:.1f}"
        return [self.format, self.name, *counts, first, to_report, self.failed or self.lost]


def exports(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Every export below these paths with its format, a folder of one before its files."""
    for path in paths:
        try:
            yield guess([path]), path
        except ExchangeError:
            if path.is_dir():
                yield from exports(sorted(path.iterdir()))


def run(trial: Trial, step: str, *words: str | Path) -> str:
    """Run one command as a user does, its processor seconds noted; give what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "frameline.cli", *map(str, words)]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=os.environ, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    trial.seconds[step] = trial.seconds.get(step, 0.0) + spent
    said = done.stdout + done.stderr
    shown = ["frameline", *(str(word) for word in words)]
    with (trial.folder / "messages.txt").open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(shown)}\n{said}\n")
    if done.returncode:
        last = said.strip().splitlines()[-1] if said.strip() else "no message"
        trial.failed = f"{step} failed: {last}"
    return said


def fill_in_dates(corpus: Path) -> int:
    """Give documents without a date one, a year apart; give the number of documents."""
    file = corpus / "documents.csv"
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for number, row in enumerate(rows):
        row["published"] = row["published"] or str(2001 + number % 25)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]) if rows else [])
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def attempt(trial: Trial, pdf: bool) -> None:
    """All steps of one export, up to the first that fails."""
    said = run(trial, "import", "import", trial.format, trial.path, "--into", trial.corpus,
               "--keep-texts", "--yes")  # fmt: skip
    if trial.failed:
        return
    for name, pattern in (
        ("rows in", r"^read .*: (\d+) row"),
        ("used", r"^taken +(\d+) row"),
        ("left", r"^left +(\d+) row"),
    ):
        found = re.search(pattern, said, re.MULTILINE)
        trial.counts[name] = int(found[1]) if found else 0
    if not fill_in_dates(trial.corpus):
        trial.lost = "(codes only, no document)"
        return
    run(trial, "check", "check", trial.corpus)
    form = () if pdf else ("--format", "html")
    if not trial.failed:
        report = trial.folder / "report"
        words = ("build", "--corpus", trial.corpus, "--out", report, "--no-cache", *form)
        run(trial, "build", *words)
    there = project_of(trial.corpus)
    trial.counts |= {
        "documents": len(there.documents),
        "coders": len({coding.coder for coding in there.codings}),
        "claims": sum(1 for _ in said_in(there)),
    }
    if trial.failed:
        return
    back(trial, there)


def back(trial: Trial, there: Project) -> None:
    """Export to the same format, import that, and compare the two corpora."""
    if not load_format(trial.format).writes:
        trial.lost = "(read only)"
        return
    out = trial.folder / f"again{load_format(trial.format).suffixes[0]}"
    run(trial, "export", "export", trial.format, trial.corpus, out)
    if trial.failed:
        return
    corpus = trial.folder / "again-corpus"
    run(trial, "back", "import", trial.format, out, "--into", corpus, "--keep-texts")
    if trial.failed:
        return
    again = project_of(corpus)
    missing = Counter(said_in(there)) - Counter(said_in(again))
    total = sum(1 for _ in said_in(there))
    trial.lost = f"{sum(missing.values())} of {total}" if missing else "nothing"


def said_in(project: Project) -> Iterator[tuple[object, ...]]:
    """What each annotation says of which place, whoever said it."""
    for coding in project.codings:
        for annotation in coding.annotations:
            values = sorted((name, tuple(sorted(c))) for name, c in annotation.values.items())
            yield (coding.document, annotation.spans, annotation.unit, tuple(values))


def table(trials: Sequence[Trial]) -> str:
    """The Markdown table."""
    lines = ["| " + " | ".join(HEADS) + " |", "|---|---|" + "---:|" * 8 + "---|"]
    lines += ["| " + " | ".join(trial.row()) + " |" for trial in trials]
    return "\n".join(lines)


def main() -> None:
    """Try every export below the folders given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    root = given.keep or Path(tempfile.mkdtemp(prefix="frameline-formats-"))
    trials = []
    try:
        for number, (form, path) in enumerate(exports(given.folders), 1):
            folder = root / f"{number:02}-{form}"
            folder.mkdir(parents=True)
            top = next(top for top in given.folders if path.is_relative_to(top))
            name = str(
                path.resolve().relative_to(top.resolve().parents[path == top and top.is_file()])
            )
            trial = Trial(form, name, path.resolve(), folder)
            attempt(trial, given.pdf)
            trials.append(trial)
            print("; ".join(trial.row()), flush=True)
    finally:
        if not given.keep:
            shutil.rmtree(root)
    print(table(trials))
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        after = rest.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{table(trials)}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
