"""Runs chapters, several at a time, each in a process of its own; lets nothing odd through."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from frameline.report import BuildError
from frameline.report.execute import NO_ROOM, PLAIN, WARM, Job, modules
from frameline.report.gate import Executed, gate

ENGINES = (WARM, PLAIN)
#: Seconds until what was asked to end is ended.
_GRACE = 8.0
#: Libraries that would share sums among threads, and so round them by the number of processors.
_ONE_THREAD = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)  # fmt: skip


def can_fork() -> bool:
    """Whether processes can be made by forking; macOS has fork, but its libraries break by it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


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
    """

    def __init__(
        self,
        workers: int = 1,
        engine: str | None = None,
        observer: Observer | None = None,
        corpus: Path | None = None,
        notebooks: Sequence[Path] = (),
    ):
        if engine not in (None, *ENGINES):
            raise BuildError(f'engine "{engine}"; allowed: {", ".join(ENGINES)}')
        self._engine = (engine or WARM) if can_fork() else PLAIN
        self._workers, self._observer = max(1, workers), observer or Observer()
        self._corpus, self._notebooks = corpus, notebooks
        self._waiting: list[Job] = []
        self._running: dict[str, tuple[Job, float | None]] = {}
        self._processes: _Forked | _Spawned | None = None

    def __enter__(self) -> Runner:
        self._scratch = tempfile.TemporaryDirectory(prefix="frameline-", ignore_cleanup_errors=True)
        return self

    def __exit__(self, *_: object) -> None:
        if self._processes is not None:
            self._processes.close()
        self._scratch.cleanup()

    @property
    def has_room(self) -> bool:
        """Whether chapters run, but too few for all processors."""
        return not self._waiting and 0 < len(self._running) < (os.cpu_count() or 1)

    def begin(self) -> None:
        """Start importing; useful as soon as it is clear that some chapter must run."""
        if self._processes is None:
            scratch = self._scratch.name
            if not can_fork():
                self._processes = _Spawned(scratch)
                return
            names = modules(self._engine, self._notebooks)
            corpus = str(self._corpus) if self._corpus else None
            spec = {"engine": self._engine, "fork": True, "modules": names, "corpus": corpus}
            self._processes = _Forked({**spec, "scratch": scratch}, scratch)

    def each(self, jobs: Sequence[Job], forbidden: Iterable[str] = ()) -> Iterator[Ran]:
        """Run jobs, the first ones first; give each as it has ended and passed the gate."""
        self._waiting, forbidden = list(jobs), list(forbidden)
        self._fill()
        while self._running:
            assert self._processes is not None
            for kind, chapter, code in self._processes.events(0.5):
                job, start = self._running.pop(chapter)
                if kind == "started":
                    self._running[chapter] = (job, time.monotonic())
                    continue
                # The next one starts before this one is looked at.
                self._fill()
                seconds = time.monotonic() - (start or time.monotonic())
                yield self._ended(job, seconds, code, forbidden)
            self._check_time()

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


class _Forked:
    """One process that forks a process for each chapter."""

    def __init__(self, spec: Mapping[str, Any], scratch: str):
        self._server = _spawn(spec, scratch)
        assert self._server.stdout is not None
        self._answers = self._server.stdout.fileno()
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(self._answers, selectors.EVENT_READ)
        self._rest = b""

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


class _Spawned:
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
    environ = environment(scratch)
    os.makedirs(environ["JUPYTER_RUNTIME_DIR"], exist_ok=True)
    process = subprocess.Popen(
        # -P: what lies in the current folder is no module of ours.
        [sys.executable, "-P", "-m", "frameline.report.warm"],
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


def environment(scratch: str) -> dict[str, str]:
    """What every kernel sees, so that the same inputs give the same report everywhere."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("LC_")}
    return {
        **kept,
        **dict.fromkeys(_ONE_THREAD, "1"),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(_search_path()),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
        "TZ": "UTC",
        "MPLBACKEND": "agg",
        # A pool of memory that starts no thread: processes with threads should not be forked.
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # No start-up files, no history and no settings of the person who builds.
        "MATPLOTLIBRC": _house_settings(),
        "IPYTHONDIR": os.path.join(scratch, "ipython"),
        "JUPYTER_RUNTIME_DIR": os.path.join(scratch, "run"),
        "JUPYTER_PLATFORM_DIRS": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PYTHONWARNINGS": "",
        **_writable_settings(scratch),
    }


def _search_path() -> list[str]:
    """Where modules are looked for: first where this one is from, if that is a working copy.

    Another copy may be installed, and a report must not be made by two.
    """
    root = Path(__file__).resolve().parents[2]
    given = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    installed = {"site-packages", "dist-packages"} & set(root.parts)
    return given if installed else list(dict.fromkeys([str(root), *given]))


def _house_settings() -> str:
    """Matplotlib's own settings, in place of those a person may have."""
    found = find_spec("matplotlib")
    folder = Path(found.origin).parent if found and found.origin else Path()
    return str(folder / "mpl-data" / "matplotlibrc")


def _writable_settings(scratch: str) -> dict[str, str]:
    """A folder for Matplotlib's list of fonts where the person who builds has none to write to."""
    home = Path(os.path.expanduser("~"))
    if "MPLCONFIGDIR" in os.environ or os.access(home, os.W_OK):
        return {}
    return {"MPLCONFIGDIR": os.path.join(scratch, "matplotlib")}


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
