"""What is imported ahead, and which files are taken down as read."""

import json
import os
import subprocess
import sys

from frameline.report.running.execute import Job, modules
from frameline.report.running.run import Runner

from .conftest import HERE


def test_only_what_a_notebook_names_is_imported_ahead(tmp_path):
    (tmp_path / "a.ipynb").write_text("import pandas as pd")
    (tmp_path / "b.ipynb").write_text("from frameline.exhibits.drawing import draw")
    missing = tmp_path / "c.ipynb"
    assert "pandas" not in modules("warm", [missing])
    found = modules("warm", [tmp_path / "a.ipynb", tmp_path / "b.ipynb", missing])
    named = {"pandas", "matplotlib.pyplot", "frameline.exhibits.registry", "papermill.execute"}
    assert named <= set(found)
    assert "frameline.corpus" not in found
    assert "pandas" not in modules("plain", [tmp_path / "a.ipynb"])


def test_nothing_imported_ahead_changes_a_setting():
    """A chapter in a fork must find what it would find in a process of its own."""
    code = (
        "import sys, json, importlib, matplotlib\n"
        "usual = dict(matplotlib.rcParams)\n"
        "for name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
        "assert dict(matplotlib.rcParams) == usual\n"
        "assert 'frameline.charts' not in sys.modules\n"
    )
    books = sorted((HERE.parents[1] / "notebooks").glob("*.ipynb"))
    names = json.dumps(modules("warm", books))
    assert "frameline.exhibits.registry" in names
    environ = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "MPLBACKEND": "agg"}
    subprocess.run([sys.executable, "-c", code, names], check=True, env=environ)


def test_a_job_survives_the_way_to_another_process(tmp_path):
    job = Job("a", tmp_path / "a.ipynb", tmp_path / "b.ipynb", {"x": [1, "é"], "y": None}, 2.0)
    assert Job.from_record(json.loads(json.dumps(job.record()))) == job


def test_what_a_chapter_reads_is_taken_down_and_what_it_writes_is_not(job, tmp_path):
    (tmp_path / "data.csv").write_text("1")
    (tmp_path / "never.csv").write_text("1")
    (tmp_path / "beside.py").write_text("")
    source = (
        "from pathlib import Path\nimport beside\n"
        "text = open('data.csv').read(); Path('data.csv').read_bytes()\n"
        "open('written.txt', 'w').close()"
    )
    made = job((source, ""))
    paths = tmp_path / "data.csv", made.notebook, tmp_path / "beside.py"
    for _ in range(2):  # The second time the module has been compiled.
        with Runner(engine="warm") as runner:
            (ran,) = runner.each([made])
        assert set(ran.reads) == set(map(os.path.realpath, paths))
    left = ran.without(tmp_path / "data.csv").reads
    assert set(left) == set(map(os.path.realpath, paths[1:]))
    with Runner(engine="plain") as runner:
        (ran,) = runner.each([made])
    assert ran.reads is None
