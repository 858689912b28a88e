"""Worker processes of a sweep: they serve one report after another, and none is left."""

import json
import subprocess
import sys

import pytest

from frameline.report.running.run import Observer
from frameline.report.sweeps import sweep_pool
from frameline.report.sweeps.sweep_pool import Pool

TASK = {
    "report": "none.toml", "overrides": [], "only": [], "corpus": "", "formats": [], "out": "x",
    "jobs": 1, "timeout": None, "findings_only": True, "cache": "cache",
}  # fmt: skip
#: A worker that does nothing but say who it is; one task makes it die.
TOY = """
import json, os, sys
for line in sys.stdin:
    path = line.strip()
    task = json.load(open(path))
    if task.get("dies"):
        print("out of luck", file=open(path[:-4] + "log", "w"))
        os._exit(7)
    with open(path[:-4] + "part", "w") as file:
        json.dump({"ok": True, "message": str(os.getpid())}, file)
    os.rename(path[:-4] + "part", path[:-4] + "done")
"""


@pytest.fixture
def toys(monkeypatch):
    """Workers that are quickly there; those that were started."""
    started = []

    def start(task):
        pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        started.append(subprocess.Popen([sys.executable, "-S", "-c", TOY], **pipes))
        return started[-1]

    monkeypatch.setattr(sweep_pool, "_start", start)
    return started


def test_a_task_that_fails_leaves_its_worker_and_one_that_dies_does_not(tmp_path):
    with Pool(1, tmp_path) as pool:
        tasks = [pool.task("fails", TASK), pool.task("dies", {"out": "x"}), pool.task("last", TASK)]
        found = dict(pool.each(tasks, Observer()))
    for name in ("fails", "last"):
        assert not found[name]["ok"]
        assert found[name]["message"].endswith(
            "none.toml: cannot be read (No such file or directory)"
        )
    assert found["dies"] == {
        "ok": False, "message": "its process ended with code 1 KeyError: 'overrides'"
    }  # fmt: skip


def test_workers_serve_one_task_after_another(toys, tmp_path):
    with Pool(2, tmp_path) as pool:
        for _ in range(2):
            done = list(pool.each([pool.task(str(n), {}) for n in range(4)], Observer()))
            assert sorted(name for name, _ in done) == list("0123")
            assert {json.loads(found["message"]) for _, found in done} <= {p.pid for p in toys}
    assert len(toys) == 2
    assert [process.poll() for process in toys] == [0, 0]


def test_a_worker_that_died_or_has_done_enough_is_replaced(toys, tmp_path, monkeypatch):
    monkeypatch.setattr(sweep_pool, "REPORTS_EACH", 2)
    with Pool(1, tmp_path) as pool:
        said = [{}, {"dies": True}, {}, {}, {}]
        tasks = [pool.task(str(n), task) for n, task in enumerate(said)]
        found = dict(pool.each(tasks, Observer()))
    assert found["1"] == {"ok": False, "message": "its process ended with code 7 out of luck"}
    assert [found[str(n)]["ok"] for n in (0, 2, 3, 4)] == [True] * 4
    assert len(toys) == 3


def test_nobody_is_left_when_a_sweep_is_stopped(tmp_path, monkeypatch):
    started = []

    def sleeper(task):
        code = "import time; time.sleep(60)"
        started.append(subprocess.Popen([sys.executable, "-S", "-c", code], stdin=subprocess.PIPE))
        return started[-1]

    class Stops(Observer):
        def start(self, chapter):
            if chapter == "second":
                raise KeyboardInterrupt

    monkeypatch.setattr(sweep_pool, "_start", sleeper)
    with pytest.raises(KeyboardInterrupt), Pool(2, tmp_path) as pool:
        list(pool.each([pool.task("first", {}), pool.task("second", {})], Stops()))
    assert [process.poll() is not None for process in started] == [True]
