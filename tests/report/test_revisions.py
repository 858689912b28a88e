"""Findings by name: files, folders, and revisions built by their own code."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from frameline.report import BuildError
from frameline.report.comparing import revisions
from frameline.report.comparing.revisions import read_results

ROOT = Path(__file__).parents[2]
#: Stands for the package of another revision: says what it was called with, builds nothing.
PACKAGE = """
import json, os, pathlib, sys
value = VALUE
if value is None:
    sys.exit("cannot")
at = {name: sys.argv[sys.argv.index(name) + 1] for name in ("--report", "--out")}
out = pathlib.Path(at["--out"])
out.mkdir()
said = [pathlib.Path(at["--report"]).name, os.getcwd() == os.environ["PYTHONPATH"], sys.argv[-2:]]
record = {"key": "a", "value": value, "unit": "text", "text": json.dumps(said)}
(out / "results.json").write_text(json.dumps([record]))
"""

#: Stands for a build that takes long, and cleans up when it is told to end.
SLOW = """
import os, pathlib, signal, sys, time
mine = pathlib.Path(os.environ["TMPDIR"]) / "of-the-build"
signal.signal(signal.SIGTERM, lambda *_: (mine.unlink(), sys.exit(143)))
mine.write_text(str(os.getpid()))
time.sleep(60)
"""


def results(value):
    return json.dumps([{"key": "a", "value": value, "unit": "count", "text": str(value)}])


def git(folder, *arguments):
    who = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t",
           "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_CONFIG_GLOBAL": os.devnull}  # fmt: skip
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True,
                   env={**os.environ, **who})  # fmt: skip


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """Three revisions: the first computes 1, the second 2, the last cannot be built."""
    folder = tmp_path / "project"
    (folder / "frameline").mkdir(parents=True)
    (folder / "frameline/__init__.py").write_text("")
    (folder / "report").mkdir()
    (folder / "report/report.toml").write_text("")
    (folder / "kept").mkdir()
    git(folder, "init", "-q")
    for value in (1, 2, None):
        (folder / "frameline/cli.py").write_text(PACKAGE.replace("VALUE", repr(value)))
        (folder / "kept/results.json").write_text(results(value or 0))
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", str(value))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    return folder


@pytest.mark.parametrize("name", ["build", "build/results.json"])
def test_a_file_or_a_folder(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "build/results.json").write_text(results(5))
    assert read_results(name)[0]["value"] == 5


def test_a_revision_is_built_by_its_own_code_and_leaves_nothing(repository, tmp_path):
    before = sorted(p.name for p in (repository / ".git").iterdir())
    for revision, value in (("HEAD~2", 1), ("HEAD~1", 2)):
        (found,) = read_results(revision, repository / "report/report.toml", ["--jobs", "1"])
        assert found["value"] == value
        assert json.loads(found["text"]) == ["report.toml", True, ["--jobs", "1"]]
    assert list((tmp_path / "scratch").iterdir()) == []
    assert sorted(p.name for p in (repository / ".git").iterdir()) == before


def test_a_revision_that_cannot_be_built_leaves_nothing_either(repository, tmp_path, capfd):
    with pytest.raises(BuildError, match="HEAD: this revision cannot be built"):
        read_results("HEAD", repository / "report/report.toml")
    assert "cannot" in capfd.readouterr().err
    assert list((tmp_path / "scratch").iterdir()) == []


def test_what_stands_in_a_revision_is_read_there(repository):
    toml = repository / "report/report.toml"
    assert read_results("HEAD~1:kept", toml)[0]["value"] == 2
    assert read_results("HEAD~2:kept/results.json", toml)[0]["value"] == 1
    assert read_results("HEAD~2:report/report.toml", toml)[0]["value"] == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nothing", "nothing: no such file, folder or revision; allowed: a results.json"),
        ("--output=x", "no such file, folder or revision"),
        ("HEAD:nothing", "no nothing/results.json in that revision"),
        ("HEAD:kept/other.toml", "no kept/other.toml in that revision"),
        ("HEAD:../../etc", "no ../../etc/results.json in that revision"),
    ],
)
def test_names_of_nothing(repository, name, message):
    with pytest.raises(BuildError, match="^[^\n]*" + message.replace(".", r"\.")):
        read_results(name, repository / "report/report.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("{}", "not a list of findings"),
        ("[1]", "finding 1 has no names"),
        ('[{"key": "a", "value": 1}]', "finding 1 has no unit, text; build that report anew"),
        (results(1)[:-1] + "," + results(1)[1:], 'finding 2: key "a" is there twice'),
    ],
)
def test_what_holds_no_findings_is_refused(tmp_path, text, message):
    (tmp_path / "results.json").write_text(text)
    with pytest.raises(BuildError, match=message):
        read_results(str(tmp_path))


def test_a_folder_without_findings_and_a_project_without_git(tmp_path):
    with pytest.raises(BuildError, match=r"holds no results\.json"):
        read_results(str(tmp_path))
    with pytest.raises(BuildError, match="is not in a git repository"):
        read_results("HEAD", tmp_path / "report.toml")


@pytest.mark.skipif(os.name != "posix", reason="asks processes to end by signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_comparison_that_is_stopped_leaves_no_folder_and_no_build(
    repository, tmp_path, number, code
):
    (repository / "frameline/cli.py").write_text(SLOW)
    git(repository, "commit", "-qam", "slow")
    scratch = tmp_path / "scratch"
    environ = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "frameline.cli", "diff", "HEAD",
               repository / "kept", "--report", repository / "report/report.toml"]  # fmt: skip
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stderr=subprocess.PIPE) as process:
        mark = scratch / "of-the-build"
        until = time.monotonic() + 30
        while not (mark.is_file() and mark.read_text()) and time.monotonic() < until:
            time.sleep(0.02)
        build = int(mark.read_text())
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert process.returncode == code
    assert said == b"frameline: stopped\n"
    assert list(scratch.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(build, 0)


@pytest.mark.skipif(os.name != "posix", reason="asks processes to end by signals")
def test_a_request_to_end_waits_until_a_process_is_known(monkeypatch, tmp_path):
    started = []

    class Starting(subprocess.Popen):
        def __init__(self, *given, **options):
            super().__init__(*given, **options)
            started.append(self)
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(revisions.subprocess, "Popen", Starting)
    with pytest.raises(KeyboardInterrupt):
        revisions._run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, os.environ)
    assert started[0].returncode == -signal.SIGTERM
