"""What a sweep of reports costs, beside a plain script run as often with the same parameters.

    python benchmarks/sweep.py --reports 6            three sweeps of six reports, printed
    python benchmarks/sweep.py --reports 6 --write    the table goes to README.md
    python benchmarks/sweep.py --only "few chapters"  one of them
    python benchmarks/sweep.py --scripts 2            two scripts only, counted for all of them

The plain script is that of benchmarks/report.py: the code of the notebooks, cell after cell, with
the values of one report in place of their own; it saves the figures and makes no page. The sweep
makes every page, PDF and the index too. Processor seconds are those of all processes together;
nothing is left from an earlier sweep.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frameline.report.plan.config import read_report
from frameline.report.plan.parameters import shown
from frameline.report.plan.plan import plan
from frameline.report.sweeps.sweep_file import SweepRun, read_sweep
from report import (
    Way,
    chapters,
    compile_for,
    copy_project,
    into_readme,
    machine,
    measure,
    plain_script,
)

TEXTS = (
    "shaffer-2001-paper", "shaffer-2001-talk", "abedin-2015", "tazmini-2021",
    "snegovaya-alterman-2024",
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """A sweep and the plain scripts beside it."""

    name: str
    reports: int
    scripts: float
    sweep: float
    memory: float


def sweeps(reports: int) -> dict[str, list[dict[str, Any]]]:
    """Sweeps by what their reports have in common: the values of each report."""
    published = read_sweep(Path(__file__).parents[1] / "report" / "sweep.toml")
    usual = [dict(run.values) for run in published.runs]
    return {
        "a parameter that reaches few chapters": [{"min_words": 300 + n} for n in range(reports)],
        "voices and texts left out (report/sweep.toml)": usual[:reports],
        "every report with a seed and a text left out of its own": [
            {"seed": 1 + n, "drop": [TEXTS[n % len(TEXTS)]]} for n in range(reports)
        ],
    }


def write_sweep(project: Path, sets: Sequence[Mapping[str, Any]]) -> Path:
    """The file of a sweep."""
    lines = [f"report = {shown(str(project / 'report' / 'report.toml'))}"]
    for number, values in enumerate(sets):
        lines.append(f"[sets.r{number}]")
        lines += [f"{name} = {shown(value)}" for name, value in values.items()]
    path = project / "sweep.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def script(project: Path, run: SweepRun) -> Way:
    """The plain script of one report of a sweep."""
    planned = plan(read_report(project / "report" / "report.toml"), run.overrides)
    values = {one.chapter.file: dict(one.values) for one in planned.runs}
    path = project / f"{run.name}.py"
    path.write_text(plain_script(chapters(project), values), encoding="utf-8")
    return Way(f"the floor of {run.name}", lambda f: [sys.executable, str(path), str(f)])


def compared(
    name: str, sets: Sequence[Mapping[str, Any]], project: Path, scripts_run: int
) -> Measured:
    """One sweep beside the scripts of its reports, or of some of them."""
    file = write_sweep(project, sets)
    command = [sys.executable, "-m", "frameline.cli", "sweep", str(file), "--no-cache", "--out"]
    whole = Way(name, lambda folder: [*command, str(folder / "out")])
    scripts = [script(project, run) for run in read_sweep(file).runs][:scripts_run]
    compile_for(scripts[:1], project)
    found = measure(whole)
    print(f"{name}: the sweep {found.cpu:.1f} s ({found.wall:.0f} s wall)", flush=True)
    alone = []
    for way in scripts:
        alone.append(measure(way).cpu)
        print(f"  {way.name} {alone[-1]:.1f} s (load {os.getloadavg()[0]:.1f})", flush=True)
    whole_cost = sum(alone) * len(sets) / len(alone)
    return Measured(name, len(sets), whole_cost, found.cpu, found.memory)


def table(found: Sequence[Measured]) -> list[str]:
    """The result as Markdown."""
    lines = [
        "| what differs from report to report | reports | the scripts s | the sweep s | ratio "
        "| a report s | memory MB |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for one in found:
        lines.append(
            f"| {one.name} | {one.reports} | {one.scripts:.1f} | {one.sweep:.1f} | "
            f"{one.sweep / one.scripts:.2f} | {one.sweep / one.reports:.1f} | {one.memory:.0f} |"
        )
    return lines


def main() -> None:
    """Measure, print, and write down if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=6)
    parser.add_argument("--scripts", type=int, metavar="N", help="plain scripts for each sweep")
    parser.add_argument(
        "--only", nargs="+", default=[], help="sweeps whose name holds one of these"
    )
    parser.add_argument("--write", action="store_true", help="write the table to README.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        project = copy_project(Path(name))
        found = [
            compared(name, sets, project, given.scripts or given.reports)
            for name, sets in sweeps(given.reports).items()
            if not given.only or any(word in name for word in given.only)
        ]
    lines = table(found)
    print("\n".join(lines))
    if given.write:
        into_readme("sweep", [f"{machine()}. Processor seconds.", "", *lines])


if __name__ == "__main__":
    main()
