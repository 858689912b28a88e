"""Many reports from one file: built side by side, one failure does not stop the others."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.report import BuildError
from frameline.report.keeping.place import locked
from frameline.report.keeping.sharing import chapters_ahead
from frameline.report.plan.config import check_formats, read_report
from frameline.report.plan.plan import Plan, plan
from frameline.report.running.run import Observer
from frameline.report.sweeps.sweep_file import Sweep, SweepRun
from frameline.report.sweeps.sweep_index import INDEX, Column, index, is_index
from frameline.report.sweeps.sweep_pool import Pool, Task

RESULTS = "results.json"


@dataclass(frozen=True)
class Outcome:
    """What came of one report."""

    run: SweepRun
    ok: bool
    message: str = ""
    asides: Mapping[str, str] = field(default_factory=dict)


def sweep(
    asked: Sweep,
    *,
    out: Path | None = None,
    jobs: int | None = None,
    formats: Sequence[str] = (),
    timeout: float | None = None,
    findings_only: bool = False,
    observer: Observer | None = None,
    cache: Path | None = None,
) -> list[Outcome]:
    """Build every report that a sweep asks for, and the index that puts them side by side.

    Parameters
    ----------
    asked : Sweep
        From `frameline.report.sweeps.sweep_file.read_sweep`.
    out : path, optional
        Folder of the results: a folder for each run, and the index.
    jobs : int, optional
        Reports at a time; the number of processors when not given.
    formats : sequence of str
        As for `frameline.report.build.build`.
    timeout : float, optional
        Seconds a chapter may take.
    findings_only : bool
        Write ``results.json`` only, no pages and no figures.
    observer : Observer, optional
        Told which reports are being built and which are done.
    cache : path, optional
        Folder of chapters made before; one for this sweep only when not given.

    Returns
    -------
    list of Outcome
        In the order of the runs.

    Raises
    ------
    BuildError
        The report of the sweep cannot be read, or its folder holds something else.
    """
    lang = read_report(asked.report).lang
    check_formats(formats, "--format")
    target = _target(asked, out)
    observer, workers = observer or Observer(), jobs or os.cpu_count() or 1
    with (
        locked(target) as place,
        tempfile.TemporaryDirectory(prefix="frameline-") as name,
        Pool(workers, Path(name)) as pool,
    ):
        target.mkdir(exist_ok=True)
        kept = cache or pool.scratch / "cache"
        options = {
            "report": str(asked.report), "formats": list(formats), "timeout": timeout,
            "findings_only": findings_only, "only": [], "cache": str(kept),
            # With fewer reports than processors, each may run several chapters at a time.
            "jobs": max(1, workers // len(asked.runs)),
        }  # fmt: skip
        plans, found = _plans(asked)
        _run_ahead(plans, pool, options)
        observer.begin(len(plans))
        tasks = [_task(run, pool, target / run.name, options) for run, _ in plans]
        found |= dict(pool.each(tasks, observer))
        outcomes = [Outcome(run, **found[run.name]) for run in asked.runs]
        place.put(index(asked.title, [_column(o, target) for o in outcomes], lang))
    return outcomes


def collect(asked: Sweep, out: Path | None = None) -> list[Outcome]:
    """The index of reports that were built one by one, as a cluster does."""
    target = _target(asked, out)
    with locked(target) as place:
        target.mkdir(exist_ok=True)
        outcomes = []
        for run in asked.runs:
            ok = (target / run.name / RESULTS).is_file()
            outcomes.append(Outcome(run, ok, "" if ok else "was not built"))
        columns = [_column(outcome, target) for outcome in outcomes]
        place.put(index(asked.title, columns, read_report(asked.report).lang))
    return outcomes


def _target(asked: Sweep, out: Path | None) -> Path:
    """The folder of the sweep; never one that holds something else."""
    target = Path(os.path.abspath(out or asked.out))
    names = {run.name for run in asked.runs} | {"index.html", INDEX, "index.csv"}
    if target.is_dir() and not is_index(target / INDEX):
        strange = sorted(path.name for path in target.iterdir() if path.name not in names)
        if strange:
            raise BuildError(
                f"{target} holds {strange[0]} and no sweep of Frameline; "
                "name another folder with --out"
            )
    elif target.exists() and not target.is_dir():
        raise BuildError(f"{target} is a file; name a folder with --out")
    return target


def _plans(asked: Sweep) -> tuple[list[tuple[SweepRun, Plan]], dict[str, dict[str, Any]]]:
    """The runs that can be built, and what is wrong with the others."""
    plans: list[tuple[SweepRun, Plan]] = []
    refused: dict[str, dict[str, Any]] = {}
    report = read_report(asked.report)
    for run in asked.runs:
        try:
            if run.corpus is not None and not run.corpus.exists():
                raise BuildError(f"corpus {run.corpus}: no such folder or file")
            plans.append((run, plan(report, run.overrides, corpus=run.corpus)))
        except BuildError as error:
            refused[run.name] = {"ok": False, "message": str(error)}
    return plans, refused


def _run_ahead(
    plans: Sequence[tuple[SweepRun, Plan]], pool: Pool, options: Mapping[str, Any]
) -> None:
    """Run once what several reports share. What fails here fails again there, with its message."""
    tasks = []
    for (run, _), chapters in zip(plans, chapters_ahead([p for _, p in plans]), strict=True):
        if chapters:
            said = {**options, "only": chapters, "findings_only": True, "jobs": pool.workers}
            tasks.append(_task(run, pool, pool.scratch / f"ahead-{run.name}", said))
    for _ in pool.each(tasks, Observer()):
        pass


def _task(run: SweepRun, pool: Pool, out: Path, options: Mapping[str, Any]) -> Task:
    overrides = [{**vars(o), "folder": str(o.folder)} for o in run.overrides]
    corpus = str(run.corpus) if run.corpus else ""
    return pool.task(
        run.name, {**options, "overrides": overrides, "corpus": corpus, "out": str(out)}
    )


def _column(outcome: Outcome, target: Path) -> Column:
    """One run as the index shows it."""
    run = outcome.run
    values = dict(run.values) | ({"corpus": run.corpus.name} if run.corpus else {})
    findings: list[dict[str, Any]] = []
    if outcome.ok:
        text = (target / run.name / RESULTS).read_text(encoding="utf-8")
        findings = json.loads(text)
    page, pdf = (
        outcome.ok and (target / run.name / f"report.{kind}").is_file() for kind in ("html", "pdf")
    )
    return Column(
        run.name, values, outcome.ok, outcome.message, tuple(outcome.asides), findings, page, pdf
    )
