"""The process that runs chapters: it imports once, then forks once for every chapter.

    python -m frameline.report.running.warm

It reads JSON lines: first what kind of process it shall be, then one job after another. It answers
with a line when a chapter starts and one when it has ended. When its input ends (because the build
is done, or was killed) it ends everything it started. Where there is no fork, it runs one job.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import selectors
import shutil
import signal
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from frameline.report.running.execute import PLAIN, WARM, Job, end_on_request, work
from frameline.report.running.reading import Reading

#: Seconds that a chapter has to end its own kernel.
GRACE = 5.0
_PR_SET_PDEATHSIG = 1


def main() -> int:
    """Serve until the input ends."""
    lines = _Lines(os.dup(0))
    answers = os.dup(1)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    spec = json.loads(lines.first())
    if not spec["fork"]:
        return _one(spec, lines)
    # A log, because what is imported may say something, and nobody listens.
    with open(Path(spec["scratch"]) / "warm.log", "wb") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    _Server(spec, lines, answers).serve()
    return 0


class _Lines:
    """The lines of a file descriptor as they come."""

    def __init__(self, descriptor: int):
        self.descriptor = descriptor
        self._rest = b""
        self._whole: list[bytes] = []

    def read(self) -> bool:
        """Read what is there, or wait for something; false at the end."""
        data = os.read(self.descriptor, 1 << 16)
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._whole += lines
        return bool(data)

    def take(self) -> list[bytes]:
        """Whole lines that were read."""
        taken, self._whole = self._whole, []
        return taken

    def first(self) -> bytes:
        """The next line, waited for."""
        while not self._whole:
            if not self.read():
                raise SystemExit(1)
        return self._whole.pop(0)


class _Server:
    """Forks a process per job."""

    def __init__(self, spec: Mapping[str, Any], lines: _Lines, answers: int):
        self._engine, self._scratch = spec["engine"], spec["scratch"]
        self._modules = spec["modules"]
        self._corpus = spec.get("corpus")
        self._lines, self._answers = lines, answers
        self._children: dict[int, str] = {}
        self._reading: Reading | None = None

    def serve(self) -> None:
        """Import, then fork for every line of input, until it ends."""
        for name in self._modules:
            importlib.import_module(name)
        if self._engine == WARM:
            self._prepare()
        # Pages that the collector does not touch stay shared with the forks.
        gc.collect()
        gc.freeze()
        for line in self._lines.take():
            self._start(line)
        woken, wake = os.pipe()
        for end in (woken, wake):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        waiting = selectors.DefaultSelector()
        waiting.register(self._lines.descriptor, selectors.EVENT_READ)
        waiting.register(woken, selectors.EVENT_READ)
        self._reap()
        while self._heard(waiting.select(), woken):
            self._reap()
        self._end()

    def _prepare(self) -> None:
        """Everything chapters share: the shell, the watch over files, the corpus."""
        from frameline.report.running.kernel import start

        start()
        self._reading = reading = Reading()
        if self._corpus and "frameline.corpus.corpus" in sys.modules:
            from frameline.corpus.corpus import read_ahead

            # Whatever is wrong with the corpus, each chapter will say for itself.
            with contextlib.suppress(Exception):
                read_ahead(self._corpus, reading.files)

    def _heard(self, events: Any, woken: int) -> bool:
        """Act on what came in; false when the input has ended."""
        for key, _ in events:
            if key.fd == woken:
                with contextlib.suppress(BlockingIOError):
                    os.read(woken, 512)
                continue
            if not self._lines.read():
                return False
            for line in self._lines.take():
                self._start(line)
        return True

    def _start(self, line: bytes) -> None:
        job = Job.from_record(json.loads(line))
        self._answer(started=job.chapter)
        server = os.getpid()
        pid = os.fork()
        if pid:
            self._children[pid] = job.chapter
            return
        code = 1
        try:
            self._leave_server(server)
            code = work(job, self._engine, self._reading)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        finally:
            # No clean-up of what belongs to the server.
            os._exit(code)

    def _leave_server(self, server: int) -> None:
        """What a fork must not keep of the process it came from."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(self._lines.descriptor)
        os.close(self._answers)
        if self._engine == PLAIN:
            end_on_request()
        die_with(server)

    def _reap(self) -> None:
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            self._answer(ended=self._children.pop(pid), code=os.waitstatus_to_exitcode(status))

    def _answer(self, **content: Any) -> None:
        with contextlib.suppress(BrokenPipeError):
            os.write(self._answers, json.dumps(content).encode() + b"\n")

    def _end(self) -> None:
        """End what still runs: kernels of their own get the time to be ended, forks do not."""
        for pid in self._children:
            os.kill(pid, signal.SIGTERM if self._engine == PLAIN else signal.SIGKILL)
        late = time.monotonic() + GRACE
        while self._children and time.monotonic() < late:
            self._reap()
            time.sleep(0.01)
        for pid in self._children:
            os.kill(pid, signal.SIGKILL)
        shutil.rmtree(self._scratch, ignore_errors=True)


def die_with(parent: int) -> None:
    """Have this process killed when its parent ends, where the system can do that."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _one(spec: Mapping[str, Any], lines: _Lines) -> int:
    """Run one job, in an ordinary kernel, and end with it."""
    job = Job.from_record(json.loads(lines.first()))
    end_on_request()

    def watch() -> None:
        while lines.read():
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
    return work(job, PLAIN)


if __name__ == "__main__":
    sys.exit(main())
