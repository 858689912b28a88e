"""Runs one chapter in the process it was given, with papermill."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import socket
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from frameline.report.running.reading import Reading

#: A process of its own for the kernel, or none: the process that runs the chapter is the kernel.
PLAIN, WARM = "plain", "warm"
_PYPLOT = (
    "matplotlib.pyplot", "matplotlib.backends.backend_svg", "matplotlib.backends.backend_agg",
)  # fmt: skip
#: What a notebook may name, and what is then imported once for all.
_SHARED = {
    "pandas": ("pandas",),
    "matplotlib": _PYPLOT,
    "frameline.charts": _PYPLOT,
    "frameline.record.findings": ("frameline.record.findings",),
    "frameline.corpus": ("frameline.corpus.corpus",),
    "frameline.exhibits": ("frameline.exhibits.registry", *_PYPLOT),
}
#: Faults of a disk that a person can put right.
DISK = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO,
}  # fmt: skip
#: Exit code of a process that could not write.
NO_ROOM = 74
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
    choices: Mapping[str, Any] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """The job as JSON."""
        return {**asdict(self), "notebook": str(self.notebook), "output": str(self.output)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Job:
        """Read back what `record` wrote."""
        paths = {name: Path(record[name]) for name in ("notebook", "output")}
        return cls(**{**record, **paths})

    @property
    def trouble(self) -> Path:
        """Where a process says why it could not run the chapter."""
        return self.output.with_suffix(".trouble")

    @property
    def log(self) -> Path:
        """Where goes what is said past the notebook."""
        return self.output.with_suffix(".log")

    @property
    def reads(self) -> Path:
        """The list of files that the chapter read."""
        return self.output.with_suffix(".reads")


def modules(engine: str, notebooks: Iterable[Path]) -> tuple[str, ...]:
    """What is worth importing once, before processes are made: what notebooks name.

    Nothing that changes a setting while it is imported, as the package of charts does: a chapter
    that does not ask for the house style must not get it.
    """
    papermill = ("frameline.report.running.quick_nbformat", "papermill.execute", "nbclient")
    if engine == PLAIN:
        return papermill
    texts = [path.read_text(encoding="utf-8") for path in notebooks if path.is_file()]
    named = [name for name in _SHARED if any(name in text for text in texts)]
    shared = dict.fromkeys(module for name in named for module in _SHARED[name])
    return (*shared, *papermill, "frameline.report.running.kernel")


def work(job: Job, engine: str, reading: Reading | None = None) -> int:
    """Run a job; leave a note where that fails.

    Parameters
    ----------
    job : Job
    engine : str
        ``warm`` or ``plain``.
    reading : Reading, optional
        Takes down which files this process opens; a kernel elsewhere cannot be watched.

    Returns
    -------
    int
        Exit code for the process.
    """
    keep_output(job.log)
    try:
        if reading is not None:
            reading.begin()
        _execute(job, engine)
        if reading is not None:
            job.reads.write_text(json.dumps(sorted(reading.files())), encoding="utf-8")
    except Exception as error:
        if isinstance(error, OSError) and error.errno in DISK:
            # There may be no room for a note either.
            return NO_ROOM
        lines = str(error).strip().splitlines() or [""]
        job.trouble.write_text(f"{type(error).__name__}: {lines[0]}", encoding="utf-8")
        return 1
    return 0


def _execute(job: Job, engine: str) -> None:
    """Papermill; the notebook is written also when a cell raised, for the gate to judge."""
    from frameline.report.running.quick_nbformat import nbformat  # noqa: F401 isort: skip
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from frameline.report.plan.everywhere import write_notebook

    settings: dict[str, Any]
    if engine == WARM:
        from frameline.report.running.kernel import NAME

        settings = {"engine_name": NAME}
    else:
        settings = {"config": kernel_settings()}
    chosen = write_notebook(job.notebook, job.output.with_suffix(".chosen.ipynb"), job.choices)
    with contextlib.suppress(PapermillExecutionError):
        papermill.execute_notebook(
            str(chosen),
            str(job.output),
            parameters=dict(job.parameters),
            kernel_name="python3",
            language="python",
            progress_bar=False,
            log_output=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            cwd=str(job.notebook.parent),
            **settings,
        )


def kernel_settings() -> Any:
    """Talk to the kernel through sockets of this user, not through ports, where that works."""
    from traitlets.config import Config

    # A path of its own for each kernel: two that share one would read each other's messages.
    address = os.path.join(os.environ["JUPYTER_RUNTIME_DIR"], f"k{os.getpid()}")
    if hasattr(socket, "AF_UNIX") and len(address) < _LONGEST_SOCKET:
        return Config({"KernelManager": {"transport": "ipc", "ip": address}})
    return Config()


def keep_output(path: Path) -> None:
    """Send what the libraries around a kernel say to a file, not to the terminal."""
    log = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    os.close(log)


def end_on_request() -> None:
    """Leave through the clean-up of papermill, which ends the kernel, when told to end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
