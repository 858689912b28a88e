"""Running chapters: in processes of their own, and what a broken chapter is told."""

import os
import subprocess
import time

import pytest

from frameline.record.mime import PROSE_MIME
from frameline.report import BuildError
from frameline.report.running.run import Observer, run

SAY = (
    "from IPython.display import display\n"
    f'display({{"{PROSE_MIME}": {{"segments": [{{"text": "yes"}}]}}}}, raw=True)'
)


class Notes(Observer):
    def __init__(self):
        self.heard = []

    def start(self, chapter):
        self.heard.append(("start", chapter))

    def done(self, chapter, seconds):
        self.heard.append(("done", chapter))
        assert seconds > 0


def test_two_at_a_time_in_kernels_of_their_own(job):
    check = ("assert 'other' not in globals()\nother = 1", "")
    jobs = [job(check, (SAY, ""), name=n) for n in ("a", "b", "c")]
    notes = Notes()
    done = run(jobs, workers=2, observer=notes)
    assert list(done) == ["a", "b", "c"]
    assert notes.heard[:2] == [("start", "a"), ("start", "b")]
    assert {c for event, c in notes.heard if event == "done"} == {"a", "b", "c"}


def test_kernels_see_the_same_world_everywhere(job, tmp_path, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "tkagg")
    monkeypatch.setenv("PYTHONHASHSEED", "77")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    source = (
        "import os, pathlib\n"
        "assert os.environ['PYTHONHASHSEED'] == '0'\n"
        "assert os.environ['MPLBACKEND'] == 'agg'\n"
        "assert os.environ['SOURCE_DATE_EPOCH'] == '86400'\n"
        f"assert pathlib.Path.cwd() == pathlib.Path({str(tmp_path)!r})\n"
        "assert (seed, name) == (5, 'a \"quoted\" {brace}\\n')"
    )
    wanted = {"seed": 5, "name": 'a "quoted" {brace}\n'}
    assert run([job((source, ""), parameters=wanted, declared="seed = 1\nname = ''")])


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("1 / 0", r"toy: cell 3 \(1 / 0\): ZeroDivisionError: division by zero"),
        ("import sys; sys.exit(0)", "toy: cell 3 .*SystemExit"),
        ("import os; os._exit(3)", r"toy: its process ended with code 3"),
        ("import os; os.kill(os.getpid(), 9)", r"toy: its process was ended by signal 9"),
        ("import os; os.write(1, b'from C');", r"toy: cell 3 .*printed to stdout: from C"),
        ("import sys; print('careful', file=sys.stderr)", "toy: cell 3 .*stderr: careful"),
        ("import warnings; warnings.warn('old')", "toy: cell 3 .*printed to stderr"),
        ("print('hello')", "toy: cell 3 .*printed to stdout: hello"),
        ("42", r"toy: cell 3 \(42\): an output that is not for the report"),
    ],
)
def test_a_broken_chapter_is_named_with_cell_and_reason(job, source, says):
    with pytest.raises(BuildError, match=says):
        run([job((source, ""), (SAY, ""))])


def test_a_kernel_that_raises_may_step_aside(job):
    source = "class StepAside(Exception):\n    pass\nraise StepAside('Nothing here.')"
    done = run([job((source, ""), ("1 / 0", ""))])
    assert done["toy"].aside == "Nothing here."


def kernels_of(folder):
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    return [line for line in listing.stdout.splitlines() if str(folder) in line]


@pytest.mark.skipif(os.name != "posix", reason="looks for processes with ps")
def test_a_chapter_that_takes_too_long_is_stopped_with_its_kernel(job, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stuck = job(("import time; time.sleep(300)", ""), timeout=4.0)
    start = time.monotonic()
    with pytest.raises(BuildError, match="toy: still running after 4 s"):
        run([stuck])
    assert time.monotonic() - start < 60
    for _ in range(40):
        if not kernels_of(tmp_path):
            break
        time.sleep(0.25)
    assert kernels_of(tmp_path) == []


def test_where_there_is_no_fork_each_chapter_has_a_process_and_an_ordinary_kernel(
    job, monkeypatch, tmp_path
):
    monkeypatch.setattr("frameline.report.running.run.can_fork", lambda: False)
    check = ("assert 'other' not in globals()\nother = 1", "")
    notes = Notes()
    jobs = [job(check, (SAY, ""), name=name) for name in ("a", "b")]
    assert list(run(jobs, workers=2, observer=notes, engine="warm")) == ["a", "b"]
    assert notes.heard[:2] == [("start", "a"), ("start", "b")]
    with pytest.raises(BuildError, match=r"toy: cell 3 \(1 / 0\): ZeroDivisionError"):
        run([job(("1 / 0", ""))])
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(BuildError, match="toy: still running after 3 s"):
        run([job(("import time; time.sleep(300)", ""), timeout=3.0)])
    if os.name == "posix":
        for _ in range(40):
            if not kernels_of(tmp_path):
                break
            time.sleep(0.25)
        assert kernels_of(tmp_path) == []


def test_an_unknown_engine_is_refused(job):
    with pytest.raises(BuildError, match='engine "fast"; allowed: warm, plain'):
        run([job((SAY, ""))], engine="fast")


def test_a_server_that_dies_is_said_to_have_died(job):
    source = "import os, signal; os.kill(os.getppid(), signal.SIGKILL); import time; time.sleep(9)"
    with pytest.raises(BuildError, match=r"that runs the chapters has died \(code -9\)"):
        run([job((source, ""))])


def test_a_working_copy_runs_its_own_code(job):
    import frameline

    source = f"import frameline; assert frameline.__file__ == {frameline.__file__!r}"
    assert run([job((source, ""))])
