"""Chapters in common: which they are, and that they are taken from where they were put."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from frameline.report.config import read_report
from frameline.report.plan import Override, plan
from frameline.report.run import Job
from frameline.report.sharing import SharingEngine, key_of, shared_jobs

HERE = Path(__file__).parent
TOY = HERE / "report.toml"


def plans(*sets):
    report = read_report(TOY)
    return [plan(report, [Override(n, v) for n, v in values.items()]) for values in sets]


def test_chapters_that_the_swept_parameter_does_not_reach_are_run_once(tmp_path):
    jobs = shared_jobs(plans({"seed": 1}, {"seed": 2}, {"seed": 1}), tmp_path, 5.0)
    count = Counter(job.chapter for job in jobs)
    assert count == {"the-shift": 1, "labels": 1, "events": 1}
    assert next(j for j in jobs if j.chapter == "the-shift").parameters["seed"] == 1
    assert len({job.output for job in jobs}) == len(jobs)


def test_one_report_alone_shares_nothing(tmp_path):
    assert shared_jobs(plans({}), tmp_path, None) == []


def test_a_value_that_is_the_default_changes_nothing(tmp_path):
    declared = plans({})[0].runs[1].declared["seed"].default
    jobs = shared_jobs(plans({}, {"seed": declared}), tmp_path, None)
    assert {job.chapter for job in jobs} == {"the-shift", "labels", "events"}


@dataclass(frozen=True)
class Writes:
    def prepare(self):
        return ("json",)

    def execute(self, job):
        job.output.write_text("run")


@pytest.mark.parametrize(("seed", "came"), [(1, "kept"), (2, "run")])
def test_the_engine_takes_what_is_there(tmp_path, seed, came):
    notebook = HERE / "notebooks/10-the-shift.ipynb"
    (tmp_path / f"{key_of(notebook, {'seed': 1})}.ipynb").write_text("kept")
    engine = SharingEngine(tmp_path, Writes())
    assert engine.prepare() == ("json",)
    job = Job("the-shift", notebook, tmp_path / "out.ipynb", {"seed": seed})
    engine.execute(job)
    assert job.output.read_text() == came


def test_a_chapter_that_reads_findings_has_no_key(tmp_path):
    notebook = HERE / "notebooks/00-summary.ipynb"
    assert key_of(notebook, {}) == ""
    job = Job("summary", notebook, tmp_path / "out.ipynb", {"results": "x.json"})
    SharingEngine(tmp_path, Writes()).execute(job)
    assert job.output.read_text() == "run"
