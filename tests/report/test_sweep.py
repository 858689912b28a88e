"""A sweep: every report built or named as failed, chapters in common run once."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from frameline.report import BuildError
from frameline.report.running.run import Observer
from frameline.report.sweeps.sweep import collect, sweep
from frameline.report.sweeps.sweep_file import read_sweep

ROOT = Path(__file__).parents[2]
SAY = """
from IPython.display import display
with open("{log}", "a") as file:
    file.write("run\\n")
if {test}:
    raise ValueError("three is refused")
display({{"application/vnd.frameline.findings+json": {{"chapter": "{name}", "findings": [
    {{"key": "{name}", "value": {value}, "unit": "count", "text": str({value})}}]}}}}, raw=True)
"""
FILE = """
title = "Seeds"
[sets.one]
[sets.two]
seed = 2
[sets.three]
seed = 3
[sets.lost]
corpus = "lost"
[sets.wrong]
sede = 2
"""


class Told(Observer):
    def __init__(self):
        self.names = []

    def done(self, chapter, seconds):
        self.names.append(chapter)


def notebook(path, title, parameters, source):
    """A chapter: title, parameters, one cell."""
    cells = [
        new_markdown_cell(f"# {title}\n\nA chapter."),
        new_code_cell(parameters, metadata={"tags": ["parameters"]}),
        new_code_cell(source),
    ]
    path.parent.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=cells), path)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Two chapters, one of which the swept parameter does not reach; one seed breaks the other."""
    folder = tmp_path_factory.mktemp("sweep")
    swept = SAY.format(name="swept", value="10 * seed", test="seed == 3", log="swept.log")
    fixed = SAY.format(name="fixed", value="7", test="False", log="fixed.log")
    notebook(folder / "notebooks/10-swept.ipynb", "Swept?", "seed = 1  # seed [0..]", swept)
    notebook(folder / "notebooks/20-fixed.ipynb", "Fixed?", "draws = 1  # draws [0..]", fixed)
    template = (ROOT / "report/template").as_posix()
    (folder / "report.toml").write_text(
        f'title = "T"\nnotebooks = "notebooks"\ntemplate = "{template}"\n'
        '[[chapters]]\nfile = "10-swept.ipynb"\n[[chapters]]\nfile = "20-fixed.ipynb"\n'
    )
    (folder / "seeds.toml").write_text('report = "report.toml"\n' + FILE)
    return folder


@pytest.fixture(scope="module")
def swept(project):
    told = Told()
    asked = read_sweep(project / "seeds.toml")
    outcomes = sweep(asked, jobs=2, findings_only=True, observer=told)
    return outcomes, told, {name: runs(project, name) for name in ("swept", "fixed")}


def runs(project, name):
    """How often a chapter has run."""
    return (project / f"notebooks/{name}.log").read_text().count("run")


def values(folder):
    found = json.loads((folder / "results.json").read_text())
    return {finding["key"]: finding["value"] for finding in found}


def test_one_failure_does_not_stop_the_others(project, swept):
    outcomes, told, _ = swept
    assert {o.run.name: o.ok for o in outcomes} == {
        "one": True, "two": True, "three": False, "lost": False, "wrong": False,
    }  # fmt: skip
    messages = {o.run.name: o.message for o in outcomes}
    assert "swept: cell 3 " in messages["three"]
    assert "ValueError: three is refused" in messages["three"]
    assert messages["lost"] == f"corpus {project / 'lost'}: no such folder or file"
    assert 'unknown parameter "sede" (did you mean "seed"?)' in messages["wrong"]
    assert sorted(told.names) == ["one", "three", "two"]
    assert values(project / "build.seeds/one") == {"swept": 10, "fixed": 7}
    assert values(project / "build.seeds/two") == {"swept": 20, "fixed": 7}
    assert not (project / "build.seeds/three").exists()


def test_only_findings_leaves_pages_and_figures_out(project, swept):
    files = sorted(p.name for p in (project / "build.seeds/one").iterdir())
    assert files == ["manifest.json", "results.json"]


def test_what_the_parameter_does_not_reach_ran_once(project, swept):
    assert swept[2]["fixed"] == 1


def test_what_an_earlier_sweep_left_is_not_made_again(project, swept, tmp_path):
    (project / "twice.toml").write_text(
        'report = "report.toml"\n[sets.one]\n[sets.two]\nseed = 5\n'
    )
    asked = read_sweep(project / "twice.toml")
    before = runs(project, "swept")
    for _ in range(2):
        outcomes = sweep(asked, jobs=1, findings_only=True, cache=tmp_path / "cache")
        assert [o.ok for o in outcomes] == [True, True]
        assert runs(project, "swept") - before == 2


def test_what_the_parameter_reaches_ran_in_every_report(project, swept):
    assert swept[2]["swept"] == 3


def test_the_index_has_all_runs(project, swept):
    index = json.loads((project / "build.seeds/index.json").read_text())
    assert [run["name"] for run in index["runs"]] == ["one", "two", "three", "lost", "wrong"]
    found = {f["key"]: f for f in index["findings"]}
    assert found["swept"]["differs"]
    assert not found["fixed"]["differs"]
    assert {n: c["value"] for n, c in found["swept"]["runs"].items()} == {"one": 10, "two": 20}
    assert "three is refused" in (project / "build.seeds/index.html").read_text()
    names = sorted(p.name for p in (project / "build.seeds").iterdir())
    # Of the one that was refused while it ran, the half-run notebook.
    assert names == ["index.csv", "index.html", "index.json", "one", "three.failed", "two"]


def test_an_index_can_be_made_of_what_is_there(project, swept, tmp_path):
    shutil.copytree(project / "build.seeds/two", tmp_path / "out/two")
    outcomes = collect(read_sweep(project / "seeds.toml"), tmp_path / "out")
    assert [(o.run.name, o.message) for o in outcomes if not o.ok] == [
        (name, "was not built") for name in ("one", "three", "lost", "wrong")
    ]
    assert json.loads((tmp_path / "out/index.json").read_text())["findings"]


def test_a_folder_with_something_else_is_left_alone(project, tmp_path):
    asked = read_sweep(project / "seeds.toml")
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(BuildError, match=r"holds thesis\.txt and no sweep"):
        sweep(asked, out=tmp_path)
    with pytest.raises(BuildError, match="is a file"):
        collect(asked, tmp_path / "thesis.txt")


@pytest.mark.skipif(shutil.which("snakemake") is None, reason="snakemake is not installed")
def test_a_cluster_builds_the_same(project, swept, tmp_path):
    (tmp_path / "pair.toml").write_text(
        f'report = "{project / "report.toml"}"\n[sets.one]\n[sets.two]\nseed = 2\n'
    )
    command = ["snakemake", "--snakefile", ROOT / "report/Snakefile", "--directory", tmp_path,
               "--cores", "2", "--config", "sweep=pair.toml", "out=made", "build=--format html",
               f"frameline={sys.executable} -m frameline.cli"]  # fmt: skip
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    dry = subprocess.run([*command, "-n"], capture_output=True, text=True, env=environ, check=True)
    assert re.search(r"^report +2$", dry.stdout, re.MULTILINE)
    subprocess.run(command, capture_output=True, env=environ, check=True)
    for name in ("one", "two"):
        assert values(tmp_path / "made" / name) == values(project / "build.seeds" / name)
    assert (tmp_path / "made/index.html").is_file()
