"""Runs chapters, several at a time, each in a process of its own; lets nothing odd through."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from frameline.report import BuildError
from frameline.report.running.execute import NO_ROOM, PLAIN, WARM, Job, modules
from frameline.report.running.gate import Executed, gate
from frameline.report.running.processes import Forked, Spawned, can_fork
from frameline.report.running.standby import Standby

ENGINES = (WARM, PLAIN)


class Observer:
    """Told how far the run has got; this one keeps it to itself."""

    def begin(self, total: int) -> None:
        """There are so many chapters."""

    def start(self, chapter: str) -> None:
        """A chapter starts."""

    def done(self, chapter: str, seconds: float) -> None:
        """A chapter ran and passed."""

    def reused(self, chapter: str) -> None:
        """A chapter need not run: nothing it depends on has changed."""

    def note(self, line: str) -> None:
        """Something the person who builds should know."""

    def waiting(self) -> None:
        """Chapters run; asked several times a second, and may raise to break them off."""


@dataclass(frozen=True)
class Ran:
    """A chapter that ran and passed the gate, with what it cost and what it read."""

    executed: Executed
    seconds: float
    #: None where nobody could watch.
    reads: tuple[str, ...] | None = None

    def without(self, path: Path) -> Ran:
        """The same, as if a file had not been read."""
        if self.reads is None:
            return self
        name = os.path.realpath(path)
        return replace(self, reads=tuple(read for read in self.reads if read != name))


def run(
    jobs: Sequence[Job],
    *,
    workers: int = 1,
    engine: str | None = None,
    observer: Observer | None = None,
    forbidden: Iterable[str] = (),
) -> dict[str, Executed]:
    """Run notebooks and let only clean ones through.

    Parameters
    ----------
    jobs : sequence of Job
    workers : int
        How many at a time.
    engine : str, optional
        ``warm``: forks of one process that has imported everything; ``plain``: ordinary kernels.
        Where there is no fork, and when not given there, ordinary kernels.
    observer : Observer, optional
        Told how far the run has got.
    forbidden : iterable of str
        Texts no output may hold: the paths of this machine.

    Returns
    -------
    dict of str to Executed

    Raises
    ------
    BuildError
        At the first chapter that fails; the others are stopped.
    """
    done: dict[str, Executed] = {}
    notebooks = [job.notebook for job in jobs]
    with Runner(workers, engine, observer, notebooks=notebooks) as runner:
        for ran in runner.each(jobs, forbidden):
            done[ran.executed.chapter] = ran.executed
    return {job.chapter: done[job.chapter] for job in jobs}


class Runner:
    """Processes for chapters, all gone at the end.

    Parameters
    ----------
    workers : int
        How many chapters at a time.
    engine : str, optional
        See `run`.
    observer : Observer, optional
        Told how far the run has got.
    corpus : path, optional
        Read once for all chapters, where they are forks of one process.
    notebooks : sequence of path
        All that may run, so that what they need is imported once.
    standby : Standby, optional
        Has the process to fork from, and keeps it for the next run.
    basis : str
        Digest of what such a process imports and reads: with another one it is no longer the same.
    """

    def __init__(
        self,
        workers: int = 1,
        engine: str | None = None,
        observer: Observer | None = None,
        corpus: Path | None = None,
        notebooks: Sequence[Path] = (),
        standby: Standby | None = None,
        basis: str = "",
    ):
        if engine not in (None, *ENGINES):
            raise BuildError(f'engine "{engine}"; allowed: {", ".join(ENGINES)}')
        self._engine = (engine or WARM) if can_fork() else PLAIN
        self._workers, self._observer = max(1, workers), observer or Observer()
        self._corpus, self._notebooks = corpus, notebooks
        self._lent, self._basis = standby is not None, basis
        self._standby = standby or Standby()
        self._waiting: list[Job] = []
        self._running: dict[str, tuple[Job, float | None]] = {}
        self._processes: Forked | Spawned | None = None

    def __enter__(self) -> Runner:
        self._scratch = tempfile.TemporaryDirectory(prefix="frameline-", ignore_cleanup_errors=True)
        return self

    def __exit__(self, *_: object) -> None:
        if isinstance(self._processes, Spawned):
            self._processes.close()
        # Broken off: what still runs must end.
        if self._running or not self._lent:
            self._standby.close()
        self._scratch.cleanup()

    @property
    def has_room(self) -> bool:
        """Whether chapters run, but too few for all processors."""
        return not self._waiting and 0 < len(self._running) < (os.cpu_count() or 1)

    def begin(self) -> None:
        """Start importing; useful as soon as it is clear that some chapter must run."""
        if self._processes is not None:
            return
        if not can_fork():
            self._processes = Spawned(self._scratch.name)
            return
        names = modules(self._engine, self._notebooks)
        corpus = str(self._corpus) if self._corpus else None
        spec = {"engine": self._engine, "fork": True, "modules": names, "corpus": corpus}
        self._processes = self._standby.take({**spec, "basis": self._basis})

    def each(self, jobs: Sequence[Job], forbidden: Iterable[str] = ()) -> Iterator[Ran]:
        """Run jobs, the first ones first; give each as it has ended and passed the gate."""
        self._waiting, forbidden = list(jobs), list(forbidden)
        self._fill()
        while self._running:
            assert self._processes is not None
            for kind, chapter, code in self._processes.events(0.25):
                job, start = self._running.pop(chapter)
                if kind == "started":
                    self._running[chapter] = (job, time.monotonic())
                    continue
                # The next one starts before this one is looked at.
                self._fill()
                seconds = time.monotonic() - (start or time.monotonic())
                yield self._ended(job, seconds, code, forbidden)
            self._check_time()
            self._observer.waiting()

    def _fill(self) -> None:
        while self._waiting and len(self._running) < self._workers:
            self.begin()
            self._start(self._waiting.pop(0))

    def _start(self, job: Job) -> None:
        self._observer.start(job.chapter)
        assert self._processes is not None
        for rest in (job.output, job.trouble, job.reads):
            rest.unlink(missing_ok=True)
        self._running[job.chapter] = (job, None)
        self._processes.start(job)

    def _ended(self, job: Job, seconds: float, code: int, forbidden: Iterable[str]) -> Ran:
        _check_trouble(job, code)
        executed = gate(read_output(job), job.chapter, forbidden)
        self._observer.done(job.chapter, seconds)
        return Ran(executed, seconds, _reads(job))

    def _check_time(self) -> None:
        for job, start in self._running.values():
            if start and job.timeout and time.monotonic() - start > job.timeout:
                raise BuildError(
                    f"{job.chapter}: still running after {job.timeout:g} s; "
                    "raise --timeout or lower a parameter"
                )


def read_output(job: Job) -> dict[str, Any]:
    """The executed notebook."""
    try:
        found: dict[str, Any] = json.loads(job.output.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BuildError(f"{job.chapter}: its output cannot be read: {error}") from None
    return found


def _reads(job: Job) -> tuple[str, ...] | None:
    if not job.reads.is_file():
        return None
    return tuple(json.loads(job.reads.read_text(encoding="utf-8")))


def _check_trouble(job: Job, code: int) -> None:
    if code == NO_ROOM:
        raise BuildError(
            f"{job.chapter}: could not be run: {job.output.parent} cannot be written to; make room "
            "there, or set TMPDIR to another folder"
        )
    if job.trouble.is_file():
        note = job.trouble.read_text(encoding="utf-8")
        raise BuildError(f"{job.chapter}: could not be run: {note}")
    if code or not job.output.is_file():
        how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        raise BuildError(f"{job.chapter}: its process {how}{_last_words(job)}")


def _last_words(job: Job) -> str:
    """The last line that was said before a process died."""
    if not job.log.is_file():
        return ""
    lines = job.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f" ({lines[-1].strip()[:200]})" if lines else ""
