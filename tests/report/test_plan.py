"""The plan: who runs with what, and everything that is refused before anything runs."""

import json
from dataclasses import replace

import pytest

from frameline.report import PlanError
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import (
    Override,
    document_ids,
    numbers,
    parse_override,
    plan,
    read_overrides,
)

HERE = __import__("pathlib").Path(__file__).parent


def values(planned, key):
    return next(dict(r.values) for r in planned.runs if r.chapter.key == key)


def said(*texts):
    return [parse_override(text) for text in texts]


@pytest.fixture
def report():
    return read_report(HERE / "report.toml")


def test_summary_is_read_first_and_runs_last(report):
    planned = plan(report)
    assert [r.chapter.key for r in planned.runs] == ["summary", "the-shift", "labels", "events"]
    assert [[r.chapter.key for r in wave] for wave in planned.waves] == [
        ["the-shift", "labels", "events"],
        ["summary"],
    ]


def test_numbers_by_part(report):
    assert numbers(report.chapters) == ["", "1", "2", "3"]
    chapters = tuple(replace(c, part="appendix") if c.key == "events" else c
                     for c in report.chapters)  # fmt: skip
    assert numbers(chapters) == ["", "1", "2", "A"]


def test_the_method_and_the_annex_come_after_the_report(report):
    parts = {"the-shift": "annex", "labels": "method", "events": "report"}
    chapters = tuple(replace(c, part=parts.get(c.key, c.part)) for c in report.chapters)
    found = plan(replace(report, chapters=chapters)).runs
    assert [(r.chapter.key, r.number) for r in found] == [
        ("summary", ""), ("events", "1"), ("labels", "2"), ("the-shift", "3"),
    ]  # fmt: skip


def test_a_chapter_of_the_report_may_read_what_the_annex_found_in_the_end(report):
    last = {"events": "checks", "labels": "report"}
    chapters = tuple(
        replace(c, part=last[c.key], last=True) if c.key in last else c for c in report.chapters
    )
    waves = plan(replace(report, chapters=chapters)).waves
    assert [[r.chapter.key for r in wave] for wave in waves] == [
        ["the-shift"], ["events"], ["summary", "labels"],
    ]  # fmt: skip


def test_a_part_without_a_name_is_the_report_and_what_is_read_last_the_summary(report):
    assert [c.part for c in report.chapters] == ["summary", "report", "report", "checks"]


def test_titles_come_from_the_notebooks(report):
    assert plan(report).runs[1].title == "How does the *framing* shift?"


def test_precedence_report_then_file_then_command_line(report, tmp_path):
    assert values(plan(report), "the-shift")["draws"] == 300
    file = tmp_path / "params.toml"
    file.write_text("draws = 400\nseed = 5\n[the-shift]\nseed = 6\n", encoding="utf-8")
    overrides = [*read_overrides(file), *said("draws=500")]
    found = values(plan(report, overrides), "the-shift")
    assert found["draws"] == 500
    assert found["seed"] == 6
    assert plan(report, overrides).runs[1].changed == {"draws": 500, "seed": 6}


def test_a_chapter_may_be_named_by_key_file_or_number(report):
    for name in ("the-shift", "10-the-shift", "10-the-shift.ipynb", "10"):
        override = Override("draws", 900, name)
        assert values(plan(report, [override]), "the-shift")["draws"] == 900


def test_one_chapter_or_all_that_have_it(report):
    found = plan(report, said("labels.edition=007", "voice=own"))
    assert values(found, "labels")["edition"] == "007"
    assert "voice" not in values(found, "labels")
    assert values(found, "the-shift")["voice"] == "own"


def test_corpus_is_absolute_and_given_to_all(report, tmp_path):
    corpus = tmp_path / "other"
    corpus.mkdir()
    (corpus / "documents.csv").write_text("doc_id\nx\n", encoding="utf-8")
    for planned in (plan(report, corpus=corpus), plan(report, said(f"corpus={corpus}"))):
        assert planned.corpus == corpus
        assert {values(planned, r.chapter.key)["corpus"] for r in planned.runs} == {str(corpus)}
    assert plan(report).corpus == HERE / "corpus"


@pytest.mark.parametrize(
    ("override", "parts"),
    [
        ("sede=1", ['unknown parameter "sede"', 'did you mean "seed"?', "allowed: ", "draws"]),
        ("labels.seed=1", ["labels: ", 'unknown parameter "seed"', "allowed: corpus, edition"]),
        ("draws=many", ["the-shift: parameter draws (-p)", 'found "many"', "whole number"]),
        ("draws=1", ["the-shift: parameter draws", "found 1;", "allowed: 100..100000"]),
        ("voice=theirs", ["the-shift: parameter voice", "allowed: all | own"]),
        ("drop=three", ["the-shift: parameter drop", "allowed: one, two"]),
        ("x y=1", ['"x y" is not a name']),
        ("class=1", ['"class" is not a name']),
        ("x#=1", ["is not a name"]),
        ("results=x", ["set by the builder"]),
        ("draws", ["allowed: name=value"]),
        ("nowhere.draws=1", ['no chapter "nowhere"', "allowed: summary, the-shift"]),
        ("the-shit.draws=500", ['did you mean "the-shift"?']),
    ],
)
def test_what_is_wrong_is_said_before_anything_runs(report, override, parts):
    with pytest.raises(PlanError) as error:
        plan(report, said(override))
    for part in parts:
        assert part in str(error.value)


def test_all_faults_are_told_at_once(report):
    with pytest.raises(PlanError) as error:
        plan(report, said("draws=1", "voice=x", "nope=1"))
    assert len(str(error.value).splitlines()) == 3


def test_types_in_a_file_are_not_bent(report):
    with pytest.raises(PlanError, match='found "500"; allowed: whole number'):
        plan(report, [Override("draws", "500")])


def test_only_keeps_numbers(report):
    planned = plan(report, only=["labels"])
    assert planned.partial
    assert [(r.chapter.key, r.number) for r in planned.runs] == [("labels", "2")]


def test_the_summary_needs_others(report):
    with pytest.raises(PlanError, match="reads the findings of other chapters"):
        plan(report, only=["summary"])
    assert len(plan(report, only=["summary", "labels"]).runs) == 2


def test_a_reader_of_results_must_run_last(report):
    chapters = tuple(replace(c, last=False) for c in report.chapters)
    with pytest.raises(PlanError, match=r"summary: .* last = true"):
        plan(replace(report, chapters=chapters))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda b: b["cells"][1]["metadata"].clear(), 'no cell with the tag "parameters"'),
        (lambda b: b["cells"].pop(0), "does not start with a title"),
        (lambda b: b.pop("cells"), "not a notebook"),
    ],
)
def test_a_notebook_must_have_its_parts(project, change, says):
    path = project.parent / "notebooks" / "20-labels.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    change(book)
    path.write_text(json.dumps(book), encoding="utf-8")
    with pytest.raises(PlanError, match=says) as error:
        plan(read_report(project))
    assert str(error.value).startswith("labels:")


def test_a_missing_notebook_is_named(project):
    (project.parent / "notebooks" / "20-labels.ipynb").unlink()
    with pytest.raises(PlanError, match=r"labels: no notebook .*20-labels.ipynb"):
        plan(read_report(project))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('subtitle = "', 'sutbitle = "', 'unknown key "sutbitle".*did you mean "subtitle"'),
        ('part = "checks"', 'part = "chekcs"', 'part "chekcs"; allowed: summary, report'),
        ("last = true", "latst = true", 'unknown key "latst"'),
        ('lang = "en"', 'paper = "a5"', 'paper "a5"; allowed: a4, letter'),
        ('lang = "en"', 'formats = ["epub"]', 'format "epub"; allowed: html, pdf'),
        ('title = "Partners', 'title = 3\nx = "', "unknown key"),
        ('lang = "en"', "lang = 3", '"lang" is 3'),
        ("20-labels", "10-the-shift", 'two chapters are called "the-shift"'),
        ("tentative =", "tentativ =", 'did you mean "tentative"'),
        ('short = "Krippendorff 2018"', "", "has no short"),
        ("[parameters]", "[parameters", "not TOML"),
    ],
)
def test_report_toml_is_checked(project, old, new, says):
    text = project.read_text(encoding="utf-8")
    assert old in text
    project.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PlanError, match=says):
        read_report(project)


def test_document_ids_of_folder_and_table(tmp_path):
    assert document_ids(HERE / "corpus") == ["one", "two"]
    table = tmp_path / "codes.csv"
    table.write_text("document,frame\na,x\na,y\nb,x\n", encoding="utf-8")
    assert document_ids(table) == ["a", "b"]
    assert document_ids(tmp_path / "none") is None
    assert document_ids(None) is None
