"""The processes of a sweep: each builds one report after another."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frameline.report.running.environment import temporary_files
from frameline.report.running.run import Observer
from frameline.report.sweeps.sweep_worker import log_of, outcome_of

#: Reports after which a process makes room for a new one: what the compiler remembers adds up.
REPORTS_EACH = 25
_GRACE = 10.0
_POLL = 0.02


@dataclass(frozen=True)
class Task:
    """One report to build, written down in a file."""

    name: str
    file: Path


class Pool:
    """At most so many worker processes; none is left at the end.

    Parameters
    ----------
    workers : int
    scratch : path
        Folder for what processes are told and say.
    """

    def __init__(self, workers: int, scratch: Path):
        self.workers, self.scratch = max(1, workers), scratch
        self._tasks = 0
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._busy:
            worker.process.terminate()
        for worker in (*self._idle, *self._busy):
            worker.end()

    def task(self, name: str, said: Mapping[str, Any]) -> Task:
        """Write down what a worker is to do."""
        self._tasks += 1
        file = self.scratch / f"task-{self._tasks}.json"
        file.write_text(json.dumps(said), encoding="utf-8")
        return Task(name, file)

    def each(
        self, tasks: Iterable[Task], observer: Observer
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Do all tasks; give what came of each as it ends."""
        waiting = list(tasks)
        while waiting or self._busy:
            while waiting and len(self._busy) < self.workers:
                task = waiting.pop(0)
                observer.start(task.name)
                worker = self._idle.pop() if self._idle else _Worker(task)
                self._busy.append(worker)
                worker.begin(task)
            time.sleep(_POLL)
            for worker in [w for w in self._busy if w.done]:
                self._busy.remove(worker)
                task = worker.task
                observer.done(task.name, time.monotonic() - worker.since)
                yield task.name, _outcome(task, worker.process.poll())
                if worker.spent:
                    worker.end()
                else:
                    self._idle.append(worker)


class _Worker:
    """A process that waits for tasks on its input."""

    def __init__(self, first: Task):
        self.process, self.task, self.since = _start(first), first, 0.0
        self._begun = 0

    def begin(self, task: Task) -> None:
        """Have a task done."""
        self.task, self.since = task, time.monotonic()
        self._begun += 1
        assert self.process.stdin is not None
        # One that has died is found out about when its outcome is asked for.
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(f"{task.file}\n".encode())
            self.process.stdin.flush()

    @property
    def done(self) -> bool:
        """Whether something came of the task."""
        return outcome_of(self.task.file).is_file() or self.process.poll() is not None

    @property
    def spent(self) -> bool:
        """Whether the next task needs another process."""
        return self._begun >= REPORTS_EACH or self.process.poll() is not None

    def end(self) -> None:
        """Let the process end, or end it."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            self.process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _start(task: Task) -> subprocess.Popen[bytes]:
    """A process, which says what it has to say first where its first task does."""
    command = [sys.executable, "-m", "frameline.report.sweeps.sweep_worker"]
    environ = {**os.environ, **temporary_files()}
    with log_of(task.file).open("wb") as file:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=file, stderr=file, env=environ
        )


def _outcome(task: Task, code: int | None) -> dict[str, Any]:
    """What a worker wrote down; its last words when it could not."""
    done = outcome_of(task.file)
    if done.is_file():
        found: dict[str, Any] = json.loads(done.read_text(encoding="utf-8"))
        return found
    log = log_of(task.file)
    said = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
    last = (said.strip().splitlines() or [""])[-1][:300]
    return {"ok": False, "message": f"its process ended with code {code} {last}".strip()}
