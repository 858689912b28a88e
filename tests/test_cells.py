"""Cells run twice: what one gave is replaced, and one that needs another says which."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from frameline.exhibits import cells, exhibit, study
from frameline.exhibits.cells import _Watch
from frameline.exhibits.findings import FindingError, Findings

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_each_cell_of_each_notebook_runs_twice_and_shows_the_same(path):
    command = [sys.executable, "-m", "tests.cells_twice", str(path)]
    ran = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert json.loads(ran.stdout.splitlines()[-1]) == []


class Info:
    """What IPython says of a cell that starts."""

    silent, store_history = False, True

    def __init__(self, cell_id, raw_cell="x = 1"):
        self.cell_id, self.raw_cell = cell_id, raw_cell


@pytest.fixture
def starts(monkeypatch):
    """Begins a cell: starts("id")."""
    watching = _Watch()
    monkeypatch.setattr(cells, "_WATCH", watching)
    return lambda cell, source="x = 1": watching.starts(Info(cell, source))


def test_a_cell_that_runs_again_replaces_what_it_added(starts):
    f = Findings("demo")
    for value in (3, 4):
        starts("mine", "f.add('mine.count', …)")
        f.add("mine.count", value, unit="count")
    assert f["mine.count"].value == 4


def test_what_a_cell_no_longer_adds_is_gone(starts):
    f = Findings("demo")
    starts("mine")
    f.add("mine.count", 3, unit="count")
    starts("mine")
    assert "mine.count" not in f


def test_what_two_cells_gave_stays_when_one_of_them_runs_again(starts):
    f = Findings("demo")
    for cell in ("one", "two"):
        starts(cell)
        f.add("texts", 3, unit="count")
    starts("one")
    assert f["texts"].value == 3


def test_another_cell_with_another_value_is_refused_and_the_first_is_named(starts):
    f = Findings("demo")
    starts("one", "f.add('texts', 3, unit='count')")
    f.add("texts", 3, unit="count")
    starts("two")
    with pytest.raises(FindingError, match=r"value \(3, now 4\) by the cell that begins .f\.add"):
        f.add("texts", 4, unit="count")


def test_a_script_that_gives_two_values_is_refused():
    f = Findings("demo")
    f.add("texts", 3, unit="count")
    with pytest.raises(FindingError, match="by an earlier call"):
        f.add("texts", 4, unit="count")


def test_an_exhibit_with_other_choices_replaces_its_own(data_corpus):
    texts = study("words", data_corpus, draws=100)
    f = texts.findings
    for value in (3, 4):
        with f.of_exhibit("mine"):
            f.add("mine.count", value, unit="count")
    assert f["mine.count"].value == 4
    with f.of_exhibit("mine"):
        f.add("mine.count", 5, unit="count")
        with pytest.raises(FindingError, match='by exhibit "mine"'):
            f.add("mine.count", 6, unit="count")


def test_findings_of_a_table_that_exhibits_share_belong_to_each(starts, data_corpus):
    texts = study("steps", data_corpus, draws=100)
    starts("one")
    first = exhibit("step-tests", texts)
    starts("two")
    exhibit("step-tests", texts)
    starts("one")
    again = exhibit("step-tests", texts)
    assert [f.key for f in again.findings] == [f.key for f in first.findings]
    assert {f.key for f in first.findings} <= {f.key for f in texts.findings}


def test_claims_shown_by_a_cell_that_runs_again_are_those_of_the_last_run(starts, data_corpus):
    texts = study("steps", data_corpus, draws=100)
    ids = [str(claim) for claim in texts.claims["claim_id"][:2]]
    for claim in ids:
        starts("mine")
        texts._behind([claim])
    assert texts.shown == ids[1:]


def test_a_missing_finding_names_the_exhibit_that_adds_it(data_corpus):
    texts = study("steps", data_corpus, draws=100)
    with pytest.raises(FindingError, match=r'exhibit "dumbbells" adds it: run it first'):
        texts.findings["changes.count"]


def test_a_name_that_is_not_there_names_its_cell():
    class Shell(InteractiveShell):
        said = ""

        def _showtraceback(self, etype, evalue, stb):
            Shell.said = "\n".join([*stb, *getattr(evalue, "__notes__", ())])

    shell = Shell()
    shell.set_custom_exc((NameError,), cells._explain)
    shell.run_cell("texts.colophon()", store_history=False)
    assert 'texts is made in the cell with the tag "load": run that cell first' in Shell.said


def test_a_chart_of_ones_own_is_never_taken_by_another_exhibit(data_corpus):
    import matplotlib.pyplot as plt

    texts = study("methods", data_corpus, draws=100)
    fig, ax = plt.subplots()
    ax.plot([1, 2])
    with pytest.raises(ValueError, match="shows no chart that yours could stand for"):
        exhibit("derived", texts, instead=fig)
    assert texts.instead is None
    plt.close(fig)


def test_the_table_of_a_study_is_not_made_again(data_corpus):
    from frameline.exhibits.study import once

    made = []

    @once
    def counted(texts):
        made.append(1)
        return pd.DataFrame({"n": [1]})

    texts = study("steps", data_corpus, draws=100)
    assert counted(texts) is counted(texts)
    assert made == [1]


def test_a_refusal_shows_the_cell_and_not_what_it_called(data_corpus):
    class Shell(InteractiveShell):
        said = ""

        def _showtraceback(self, etype, evalue, stb):
            Shell.said = "\n".join(stb)

    shell = Shell()
    shell.set_custom_exc((Exception,), cells._explain)
    shell.user_ns |= {"exhibit": exhibit, "texts": study("steps", data_corpus, draws=100)}
    shell.run_cell('exhibit("slopse", texts)', store_history=False)
    assert 'did you mean "slopes"' in Shell.said
    assert "registry.py" not in Shell.said
    shell.run_cell("import json\njson.loads('{')", store_history=False)
    assert "decoder.py" in Shell.said, "the fault of another is shown whole"
