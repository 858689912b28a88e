"""Sweep files: named sets, grids, and what is refused."""

import shlex

import pytest

from frameline.report import PlanError
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import parse_override, plan
from frameline.report.plan.project import default_report
from frameline.report.sweeps.sweep_file import read_sweep

BOTH = """
title = "Voices"
report = "toy/report.toml"
out = "there"
[sets.everyone]
[sets.own]
voice = "own"
drop = ["a", "b"]
[sets.own.labels]
draws = 500
[sets.river]
corpus = "../river"
[grid]
voice = ["all", "own"]
drop = [[], ["a", "b"]]
labels.draws = [10, 20]
"""


@pytest.fixture
def read(tmp_path):
    def reader(text):
        (tmp_path / "voices.toml").write_text(text, encoding="utf-8")
        return read_sweep(tmp_path / "voices.toml")

    return reader


def test_sets_come_first_then_every_combination(read, tmp_path):
    asked = read(BOTH)
    assert (asked.title, asked.report, asked.out) == (
        "Voices", tmp_path / "toy/report.toml", tmp_path / "there",
    )  # fmt: skip
    names = [run.name for run in asked.runs]
    assert names[:3] == ["everyone", "own", "river"]
    assert len(names) == 3 + 2 * 2 * 2
    assert names[3] == "voice-all_drop-none_labels.draws-10"
    assert names[-1] == "voice-own_drop-a-b_labels.draws-20"
    assert asked.runs[1].values == {"voice": "own", "drop": ["a", "b"], "labels.draws": 500}
    assert asked.runs[-1].values == {"voice": "own", "drop": ["a", "b"], "labels.draws": 20}
    assert asked.runs[2].corpus == (tmp_path / "../river").resolve()
    assert asked.runs[2].values == {}


def test_what_is_not_said_has_defaults(read, tmp_path):
    asked = read("[sets.a]\n")
    assert (asked.title, asked.report, asked.out) == (
        "voices", default_report(), tmp_path / "build.voices",
    )  # fmt: skip


def test_the_planner_and_a_command_line_get_the_same(read):
    run = read(BOTH).runs[1]
    labels = next(o for o in run.overrides if o.chapter)
    assert (labels.chapter, labels.name, labels.value) == ("labels", "draws", 500)
    said = shlex.split(shlex.join(run.arguments))
    assert said == ["-p", "voice=own", "-p", 'drop=["a", "b"]', "-p", "labels.draws=500"]
    spoken = [parse_override(text) for text in said[1::2]]
    assert [(o.chapter, o.name) for o in spoken] == [(o.chapter, o.name) for o in run.overrides]


def test_values_that_look_alike_get_folders_of_their_own(read):
    names = [r.name for r in read('[grid]\nlabel = ["a b", "a/b", "A-B"]\n').runs]
    assert names == ["label-a-b", "label-a-b-2", "label-A-B-3"]
    long = [r.name for r in read(f'[grid]\nx = ["{"a" * 99}", "{"a" * 98}"]\n').runs]
    assert len(set(long)) == 2
    assert max(map(len, long)) <= 80


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no runs"),
        ("[sets]\n[grid]\n", "no runs"),
        ("grids = 1", 'unknown key "grids" .did you mean "grid"'),
        ("title = 1\n[sets.a]", "title is 1; allowed: text"),
        ("sets = 1", "sets is 1; allowed: a table"),
        ("[sets]\na = 1", "set a is 1; allowed: a table"),
        ('[sets."../../etc"]', 'set "../../etc": its name is that of its folder'),
        ('[sets."index.html"]', "its name is that of its folder"),
        ("[sets.a]\n[sets.A]", "no name twice"),
        ("[sets.a]\ncorpus = 3", "a: corpus is 3; allowed: a path"),
        ('[grid]\nvoice = "own"', 'grid: voice is "own"; allowed: a list'),
        ("[grid]\nvoice = []", "grid: voice is ..; allowed: a list"),
        ("[sets", "not TOML"),
    ],
)
def test_faults_are_named(read, text, message):
    with pytest.raises(PlanError, match=message):
        read(text)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(PlanError, match="cannot be read"):
        read_sweep(tmp_path / "none.toml")


def test_the_shipped_sweep_can_be_planned():
    asked = read_sweep(default_report().with_name("sweep.toml"))
    report = read_report(asked.report)
    plans = [plan(report, run.overrides, corpus=run.corpus) for run in asked.runs]
    assert len(plans) == 8
    changed = [any(run.changed for run in found.runs) for found in plans]
    assert changed == [False, *[True] * 7]
