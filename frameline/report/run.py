"""Runs chapters, several at a time, each in a kernel of its own; lets nothing odd through."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import multiprocessing.connection
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from frameline.report import BuildError
from frameline.report.bundles import MIMES

#: The one exception a chapter may raise: the corpus lacks what the chapter is about.
STEP_ASIDE = "StepAside"
_DROPPED_TAGS = {"papermill-error-cell-tag"}
_GRACE = 5.0
#: Systems cut the path of a socket at 104 or 108 characters; the kernel adds a number to it.
_LONGEST_SOCKET = 95


@dataclass(frozen=True)
class Job:
    """One notebook to run."""

    chapter: str
    notebook: Path
    output: Path
    parameters: Mapping[str, Any]
    timeout: float | None = None


class Engine(Protocol):
    """Executes one notebook; called in a process of its own.

    The executed notebook is written to ``job.output`` also when a cell raised, so that the
    gate can say what happened. An engine must be picklable.
    """

    def prepare(self) -> Sequence[str]:
        """Modules worth importing once, before the processes are made."""
        ...

    def execute(self, job: Job) -> None:
        """Run the notebook in its own folder and write the result."""
        ...


class PapermillEngine:
    """Papermill with a fresh kernel for each notebook."""

    def prepare(self) -> Sequence[str]:
        """Papermill is slow to import, so the fork server does it once."""
        return ("frameline.report.quick_nbformat", "papermill.execute", "nbclient")

    def execute(self, job: Job) -> None:
        """Run with `papermill.execute_notebook`."""
        import papermill
        from papermill.exceptions import PapermillExecutionError

        # A cell that raises is judged by the gate, which reads the output.
        with contextlib.suppress(PapermillExecutionError):
            papermill.execute_notebook(
                str(job.notebook),
                str(job.output),
                parameters=dict(job.parameters),
                kernel_name="python3",
                language="python",
                progress_bar=False,
                log_output=False,
                request_save_on_cell_execute=False,
                autosave_cell_every=0,
                cwd=str(job.notebook.parent),
                config=_kernel_settings(),
            )


def _kernel_settings() -> Any:
    """Talk to the kernel through sockets of this user, not through ports, where that works."""
    from traitlets.config import Config

    # A path of its own for each kernel: two that share one would read each other's messages.
    address = os.path.join(os.environ["JUPYTER_RUNTIME_DIR"], f"k{os.getpid()}")
    if hasattr(socket, "AF_UNIX") and len(address) < _LONGEST_SOCKET:
        return Config({"KernelManager": {"transport": "ipc", "ip": address}})
    return Config()


@dataclass(frozen=True)
class Executed:
    """A chapter that ran and passed the gate."""

    chapter: str
    notebook: dict[str, Any]
    aside: str = ""


class Observer:
    """Told how far the run has got; this one keeps it to itself."""

    def begin(self, total: int) -> None:
        """So many chapters are going to run."""

    def start(self, chapter: str) -> None:
        """A chapter starts."""

    def done(self, chapter: str, seconds: float) -> None:
        """A chapter ran and passed."""


def run(
    jobs: Sequence[Job],
    *,
    workers: int = 1,
    engine: Engine | None = None,
    observer: Observer | None = None,
    forbidden: Iterable[str] = (),
) -> dict[str, Executed]:
    """Run notebooks and let only clean ones through.

    Parameters
    ----------
    jobs : sequence of Job
    workers : int
        How many at a time.
    engine : Engine, optional
        `PapermillEngine` when not given.
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
    engine, observer = engine or PapermillEngine(), observer or Observer()
    done: dict[str, Executed] = {}
    with _Processes(engine, max(1, workers)) as processes:
        for job, seconds in processes.each(jobs, observer):
            done[job.chapter] = gate(read_output(job), job.chapter, forbidden)
            observer.done(job.chapter, seconds)
    return {job.chapter: done[job.chapter] for job in jobs}


class _Processes:
    """At most so many processes, one per job, all gone at the end."""

    def __init__(self, engine: Engine, workers: int):
        methods = multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context(
            "forkserver" if "forkserver" in methods else "spawn"
        )
        if "forkserver" in methods:
            self._context.set_forkserver_preload(["frameline.report.run", *engine.prepare()])
        self._engine, self._workers = engine, workers
        self._running: dict[Any, tuple[Job, float]] = {}

    def __enter__(self) -> _Processes:
        self._scratch = tempfile.TemporaryDirectory(prefix="frameline-")
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running:
            process.terminate()
        for process in self._running:
            _end(process)
        self._scratch.cleanup()

    def each(self, jobs: Sequence[Job], observer: Observer) -> Iterable[tuple[Job, float]]:
        """Run all jobs; give each with its seconds as it ends."""
        waiting = list(jobs)
        while waiting or self._running:
            while waiting and len(self._running) < self._workers:
                job = waiting.pop(0)
                observer.start(job.chapter)
                self._start(job)
            sentinels = [process.sentinel for process in self._running]
            multiprocessing.connection.wait(sentinels, timeout=0.5)
            yield from self._ended()

    def _start(self, job: Job) -> None:
        process = self._context.Process(
            target=_work, args=(self._engine, job, environment(self._scratch.name)), daemon=False
        )
        with _main_hidden():
            process.start()
        self._running[process] = (job, time.monotonic())

    def _ended(self) -> Iterable[tuple[Job, float]]:
        for process, (job, start) in list(self._running.items()):
            seconds = time.monotonic() - start
            if process.is_alive():
                if job.timeout and seconds > job.timeout:
                    process.terminate()
                    raise BuildError(
                        f"{job.chapter}: still running after {job.timeout:g} s; "
                        "raise --timeout or lower a parameter"
                    )
                continue
            del self._running[process]
            process.join()
            _check_trouble(job, process.exitcode)
            yield job, seconds


def _end(process: Any) -> None:
    process.join(_GRACE)
    if process.is_alive():
        process.kill()
        process.join()


@contextlib.contextmanager
def _main_hidden() -> Any:
    """Keep a new process from importing the script that started this one.

    The work needs nothing of it, and a script without a main guard would build again.
    """
    main = sys.modules["__main__"]
    kept = {name: getattr(main, name) for name in ("__file__", "__spec__") if hasattr(main, name)}
    for name in kept:
        setattr(main, name, None)
    if "__file__" in kept:
        del main.__file__
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(main, name, value)


def _work(engine: Engine, job: Job, environ: Mapping[str, str]) -> None:
    """The body of a process: run one job, leave a note when that fails."""
    # The one who started this ends it; a Ctrl-C in the terminal reaches everybody.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # The fork server may be older than the environment this was started in.
    os.environ.clear()
    os.environ.update(environ)
    os.makedirs(os.environ["JUPYTER_RUNTIME_DIR"], exist_ok=True)
    _keep_output(_log(job))
    try:
        engine.execute(job)
    except Exception as error:
        lines = str(error).strip().splitlines() or [""]
        _trouble(job).write_text(f"{type(error).__name__}: {lines[0]}", encoding="utf-8")


def environment(scratch: str) -> dict[str, str]:
    """What every kernel sees, so that the same inputs give the same report everywhere."""
    return {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "MPLBACKEND": "agg",
        "TZ": "UTC",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # No start-up files, no history and no settings of the person who builds.
        "IPYTHONDIR": os.path.join(scratch, "ipython"),
        "JUPYTER_RUNTIME_DIR": os.path.join(scratch, "run"),
        "JUPYTER_PLATFORM_DIRS": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PYTHONWARNINGS": "",
    }


def _trouble(job: Job) -> Path:
    return job.output.with_suffix(".trouble")


def _log(job: Job) -> Path:
    return job.output.with_suffix(".log")


def _keep_output(path: Path) -> None:
    """Send what the kernel and the libraries around it say to a file, not to the terminal."""
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    os.close(log)


def _last_words(job: Job) -> str:
    """The last line that was said before a process died."""
    if not _log(job).is_file():
        return ""
    lines = _log(job).read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f" ({lines[-1].strip()[:200]})" if lines else ""


def _check_trouble(job: Job, exitcode: int | None) -> None:
    note = _trouble(job)
    if note.is_file():
        raise BuildError(f"{job.chapter}: could not be run: {note.read_text(encoding='utf-8')}")
    if exitcode or not job.output.is_file():
        raise BuildError(f"{job.chapter}: its process ended with code {exitcode}{_last_words(job)}")


def read_output(job: Job) -> dict[str, Any]:
    """The executed notebook."""
    try:
        found: dict[str, Any] = json.loads(job.output.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BuildError(f"{job.chapter}: its output cannot be read: {error}") from None
    return found


def gate(notebook: Mapping[str, Any], chapter: str, forbidden: Iterable[str] = ()) -> Executed:
    """Let a run through only when it is whole and hands over nothing unknown.

    Parameters
    ----------
    notebook : mapping
        Executed notebook as JSON.
    chapter : str
        Name for messages.
    forbidden : iterable of str
        Texts no output may hold.

    Returns
    -------
    Executed
        Without the cells after one that stepped aside.

    Raises
    ------
    BuildError
        A cell raised, did not run, printed, warned, or gave an output that is not for a report.
    """
    cells: list[Mapping[str, Any]] = []
    position = 0
    for cell in notebook["cells"]:
        tags = cell.get("metadata", {}).get("tags", [])
        if _DROPPED_TAGS & set(tags):
            continue
        injected = "injected-parameters" in tags
        position += not injected
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        where = _where(cell, chapter, "parameters" if injected else position)
        aside = _judge(cell, where, forbidden)
        cells.append(cell)
        if aside is not None:
            return Executed(chapter, {**notebook, "cells": cells}, aside)
    return Executed(chapter, {**notebook, "cells": cells})


def _where(cell: Mapping[str, Any], chapter: str, position: object) -> str:
    lines = _text(cell.get("source", "")).strip().splitlines() or ["(empty)"]
    return f"{chapter}: cell {position} ({lines[0][:70]})"


def _judge(cell: Mapping[str, Any], where: str, forbidden: Iterable[str]) -> str | None:
    """Raise for a cell that may not pass; give the line of one that steps aside."""
    if not _text(cell.get("source", "")).strip():
        return None
    for output in cell.get("outputs", []):
        kind = output.get("output_type")
        if kind == "error":
            if output.get("ename") == STEP_ASIDE:
                return str(output.get("evalue", ""))
            raise BuildError(f"{where}: {output.get('ename')}: {output.get('evalue')}")
        if kind == "stream":
            lines = _text(output.get("text", "")).strip().splitlines() or [""]
            raise BuildError(f"{where}: printed to {output.get('name')}: {lines[0][:200]}")
        if not any(mime in MIMES for mime in output.get("data", {})):
            found = ", ".join(output.get("data", {})) or str(kind)
            raise BuildError(
                f"{where}: an output that is not for the report ({found}); "
                "allowed: figures, tables, prose, findings"
            )
        _refuse_paths(output["data"], where, forbidden)
    if cell.get("execution_count") is None:
        raise BuildError(f"{where}: did not run; a cell before it ended the kernel")
    if cell.get("metadata", {}).get("papermill", {}).get("exception"):
        raise BuildError(f"{where}: ended with an exception")
    return None


def _refuse_paths(data: Mapping[str, Any], where: str, forbidden: Iterable[str]) -> None:
    shown = json.dumps({mime: data[mime] for mime in MIMES if mime in data}, ensure_ascii=False)
    for text in forbidden:
        if text in shown:
            raise BuildError(f"{where}: shows a path of this machine ({text})")


def _text(source: Any) -> str:
    return "".join(source) if isinstance(source, list) else str(source)
