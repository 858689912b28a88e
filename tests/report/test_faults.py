"""What is left when a build is killed, or the disk fails, at any moment.

`FRAMELINE_FAULTS=200 pytest tests/report/test_faults.py` kills 200 builds (default: 30).
"""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from frameline.record.mime import PROSE_MIME
from frameline.report import BuildError
from frameline.report import build as building
from frameline.report.build import build
from frameline.report.keeping.digests import hash_files

from . import fault_driver
from .conftest import HERE

COUNT = int(os.environ.get("FRAMELINE_FAULTS", "30"))
SAY = (
    "from IPython.display import display\n"
    f'display({{"{PROSE_MIME}": {{"segments": [{{"text": word}}]}}}}, raw=True)'
)
WORD = 'word = "a"  # a word [text]'
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@LINUX
@pytest.mark.slow
def test_no_kill_leaves_half_a_report_or_a_process(small, tmp_path):
    report = small((SAY, ""), parameters=WORD)
    seed = os.environ.get("FRAMELINE_FAULTS_SEED", "1")
    command = [sys.executable, str(HERE / "fault_driver.py"), report, tmp_path, str(COUNT), seed]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["faults"] == []
    strikes = found["strikes"]
    assert len(strikes) == COUNT
    # The kills came early and late: some builds were over, most were not.
    codes = Counter(strike["code"] for strike in strikes)
    assert sum(count for code, count in codes.items() if code != 0) > COUNT / 2
    assert {strike["found"] for strike in strikes} <= {"a", "b"}
    assert {strike["knew"] for strike in strikes} == {"nothing", "chapters", "report"}


def previous(small):
    report = small((SAY, ""), parameters=WORD)
    folder = build(report, formats=["html"]).folder
    return report, folder, hash_files(folder)


@pytest.mark.parametrize(
    ("place", "number"),
    [
        ("os.fsync", errno.ENOSPC),
        ("tempfile.mkdtemp", errno.EROFS),
        ("pathlib.Path.write_text", errno.EACCES),
    ],
)
def test_a_disk_that_fails_leaves_the_report_as_it_was(small, monkeypatch, place, number):
    report, folder, before = previous(small)
    module, name = place.rsplit(".", 1)
    target = {"os": os, "tempfile": building.tempfile, "pathlib.Path": type(folder)}[module]

    def fail(*_, **__):
        raise OSError(number, os.strerror(number), str(folder))

    monkeypatch.setattr(target, name, fail)
    with pytest.raises(BuildError, match=f"{os.strerror(number)}; the report was not written"):
        build(report, formats=["html"])
    monkeypatch.undo()
    assert hash_files(folder) == before
    assert [p.name for p in folder.parent.iterdir() if p.name.startswith("build")] == ["build"]


@LINUX
def test_a_disk_that_is_full_for_a_chapter_is_told_from_a_fault_in_it(small):
    """The limit on the size of files is the nearest thing to a full disk that needs no rights."""
    fill = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9));"
    _, folder, before = previous(small)
    with pytest.raises(BuildError, match=r"^small: could not be run: .* make room there"):
        build(small((SAY, ""), (fill, ""), parameters=WORD), formats=["html"])
    assert hash_files(folder) == before


def test_data_that_change_during_a_build_are_noticed(small, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.csv").write_text("a\n")
    change = f"open({str(corpus / 'one.csv')!r}, 'a').write('b\\n');"
    report = small((change, ""), parameters='corpus = "x"  # folder [path]')
    with pytest.raises(BuildError, match=r"corpus: one.csv changed while the report was being"):
        build(report, corpus=corpus, formats=["html"], cache=tmp_path / "cache")
    assert not (tmp_path / "build").exists()


@LINUX
@pytest.mark.parametrize("engine", ["warm", "plain"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_chapter_does_not_outlive_its_build(small, tmp_path, engine, number):
    report = small(
        (f"open({str(tmp_path / 'runs')!r}, 'w').close(); import time; time.sleep(99)", "")
    )
    environ = {**os.environ, "FRAMELINE_FAULT": str(tmp_path), "PYTHONPATH": str(HERE.parents[1])}
    command = [sys.executable, "-m", "frameline.cli", "build", "--report", report, "--no-cache"]
    with subprocess.Popen([*command, "--engine", engine], env=environ, stderr=-1) as process:
        for _ in range(600):
            if (tmp_path / "runs").exists():
                break
            time.sleep(0.05)
        assert fault_driver.left_over(str(tmp_path))
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert process.returncode == {2: 130, 9: -9, 15: 143}[number]
    assert number == signal.SIGKILL or said.endswith(b"frameline: stopped\n")
    assert fault_driver.gone(str(tmp_path))
    assert not (tmp_path / "build").exists()
    assert number == signal.SIGKILL or sorted(tmp_path.glob("build*")) == []
