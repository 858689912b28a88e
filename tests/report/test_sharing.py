"""Chapters that reports have in common."""

from pathlib import Path

from frameline.report.keeping.sharing import chapters_ahead
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import Override, plan

HERE = Path(__file__).parent
TOY = HERE / "report.toml"


def plans(*sets):
    report = read_report(TOY)
    return [plan(report, [Override(n, v) for n, v in values.items()]) for values in sets]


def test_chapters_that_the_swept_parameter_does_not_reach_run_once():
    ahead = chapters_ahead(plans({"seed": 1}, {"seed": 2}, {"seed": 1}))
    assert ahead == [["the-shift", "labels", "events"], [], []]
    assert chapters_ahead(plans({"seed": 1}, {"seed": 2})) == [["labels", "events"], []]


def test_combinations_share_what_each_parameter_does_not_reach():
    sets = [{"seed": s, "voice": v} for s in (1, 2) for v in ("all", "own")]
    again = [*sets, {"seed": 2, "voice": "own"}]
    assert chapters_ahead(plans(*again))[3] == ["the-shift"]


def test_one_report_alone_shares_nothing():
    assert chapters_ahead(plans({})) == [[]]
    assert chapters_ahead([]) == []


def test_a_value_that_is_the_default_changes_nothing():
    declared = plans({})[0].runs[1].declared["seed"].default
    assert chapters_ahead(plans({}, {"seed": declared}))[0] == ["the-shift", "labels", "events"]


def test_chapters_that_read_findings_are_never_shared():
    assert all("summary" not in keys for keys in chapters_ahead(plans({}, {})))
