"""Chapters that several reports of one sweep have in common are run once.

A chapter is the same where its notebook and the values of all its parameters are, the corpus
among them. Chapters that read the findings of others are never shared.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.report import BuildError
from frameline.report.parameters import read_parameters
from frameline.report.plan import RESULTS, Plan
from frameline.report.run import Engine, Job, PapermillEngine, run


def key_of(notebook: Path, parameters: Mapping[str, Any]) -> str:
    """What a chapter is the same by; empty for one that reads the findings of others."""
    source = notebook.read_bytes()
    declared = read_parameters(json.loads(source), notebook.stem)
    if RESULTS in declared:
        return ""
    values = {name: parameter.default for name, parameter in declared.items()} | dict(parameters)
    told = json.dumps([str(notebook), values], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(source + told.encode("utf-8")).hexdigest()


def shared_jobs(plans: Iterable[Plan], folder: Path, timeout: float | None) -> list[Job]:
    """The chapters that more than one report needs, each once."""
    jobs: dict[str, Job] = {}
    wanted: Counter[str] = Counter()
    for plan in plans:
        for planned in plan.waves[0]:
            chapter = planned.chapter
            key = key_of(chapter.file, planned.values)
            if key:
                output = folder / f"{key}.part.ipynb"
                jobs[key] = Job(chapter.key, chapter.file, output, planned.values, timeout)
                wanted[key] += 1
    return [jobs[key] for key, count in wanted.items() if count > 1]


def run_shared(jobs: Sequence[Job]) -> None:
    """Run chapters ahead of the reports that need them.

    One that fails leaves nothing: it fails again, with its message, in each report.
    """
    for job in jobs:
        with contextlib.suppress(BuildError):
            run([job])
            os.replace(job.output, job.output.with_name(job.output.name.replace(".part", "")))


@dataclass(frozen=True)
class SharingEngine:
    """Takes a chapter that was run before from a folder; runs it where there is none."""

    folder: Path
    engine: Engine = field(default_factory=PapermillEngine)

    def prepare(self) -> Sequence[str]:
        """What the engine behind it wants."""
        return self.engine.prepare()

    def execute(self, job: Job) -> None:
        """Copy the executed notebook, or run it."""
        given = {name: value for name, value in job.parameters.items() if name != RESULTS}
        found = self.folder / f"{key_of(job.notebook, given)}.ipynb"
        if found.is_file():
            shutil.copyfile(found, job.output)
        else:
            self.engine.execute(job)
