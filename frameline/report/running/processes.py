"""The processes in which chapters run: forked from a warm one, or started one by one."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any

from frameline.report import BuildError
from frameline.report.running.environment import environment
from frameline.report.running.execute import PLAIN, Job

#: Seconds until what was asked to end is ended.
_GRACE = 8.0


def can_fork() -> bool:
    """Whether processes can be made by forking; macOS has fork, but its libraries break by it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


class Forked:
    """One process that forks a process for each chapter."""

    def __init__(self, spec: Mapping[str, Any], scratch: str):
        self._server = _spawn(spec, scratch)
        assert self._server.stdout is not None
        self._answers = self._server.stdout.fileno()
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(self._answers, selectors.EVENT_READ)
        self._rest = b""

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        return self._server.poll() is None

    def start(self, job: Job) -> None:
        """Have a chapter run."""
        # A server that has died is found out about when its answers are read.
        with contextlib.suppress(BrokenPipeError):
            _send(self._server, job.record())

    def events(self, timeout: float) -> list[tuple[str, str, int]]:
        """What has happened: started or ended, chapter, exit code."""
        if not self._waiting.select(timeout):
            return []
        data = os.read(self._answers, 1 << 16)
        if not data:
            code = self._server.wait()
            raise BuildError(
                f"the process that runs the chapters has died (code {code}); if memory is short, "
                "try --jobs 1"
            )
        *lines, self._rest = (self._rest + data).split(b"\n")
        found = []
        for line in lines:
            answer = json.loads(line)
            kind = "started" if "started" in answer else "ended"
            found.append((kind, answer[kind], answer.get("code", 0)))
        return found

    def close(self) -> None:
        """End the process and all it has started."""
        self._waiting.close()
        _close(self._server)


class Spawned:
    """A process started for each chapter, where there is no fork."""

    def __init__(self, scratch: str):
        self._scratch = scratch
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._started: list[tuple[str, str, int]] = []

    def start(self, job: Job) -> None:
        """Have a chapter run."""
        process = _spawn({"engine": PLAIN, "fork": False}, self._scratch)
        _send(process, job.record())
        self._processes[job.chapter] = process
        self._started.append(("started", job.chapter, 0))

    def events(self, timeout: float) -> list[tuple[str, str, int]]:
        """What has happened: started or ended, chapter, exit code."""
        started, self._started = self._started, []
        if started:
            return started
        late = time.monotonic() + timeout
        while True:
            ended = [(c, p) for c, p in self._processes.items() if p.poll() is not None]
            if ended or time.monotonic() > late:
                break
            time.sleep(0.02)
        for chapter, process in ended:
            del self._processes[chapter]
            _close(process)
        return [("ended", chapter, process.returncode) for chapter, process in ended]

    def close(self) -> None:
        """End what still runs."""
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            _close(process)


def _spawn(spec: Mapping[str, Any], scratch: str) -> subprocess.Popen[bytes]:
    """Start a process for chapters; it ends when its input ends, so also when this one dies."""
    environ = environment(scratch, spec["engine"])
    os.makedirs(environ["JUPYTER_RUNTIME_DIR"], exist_ok=True)
    process = subprocess.Popen(
        # -P: what lies in the current folder is no module of ours.
        [sys.executable, "-P", "-m", "frameline.report.running.warm"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environ,
        # A Ctrl-C in the terminal is for this process, which then ends the others.
        start_new_session=True,
    )
    _send(process, spec)
    return process


def _send(process: subprocess.Popen[bytes], record: Mapping[str, Any]) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(record).encode() + b"\n")
    process.stdin.flush()


def _close(process: subprocess.Popen[bytes]) -> None:
    """End the input of a process, wait for it to end, or end it."""
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
