"""A kernel that is the process it runs in: what a forked process executes its chapter with.

An ordinary kernel is a second process behind five sockets. Where a process was made for one
chapter only, the chapter can just as well run inside it, behind papermill as ever: the executed
notebook holds the same outputs, counts and metadata.
"""

from __future__ import annotations

import io
import os
import platform
import sys
from collections.abc import Callable
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.session import json_packer, json_unpacker
from nbformat.v4 import new_output
from papermill.engines import Engine, papermill_engines
from traitlets.config import Config

from frameline.report.running.open_figures import take_open_figures

NAME = "frameline-in-process"


class _Outputs:
    """The outputs of the cell that runs."""

    def __init__(self) -> None:
        self.all: list[Any] = []

    def add(self, kind: str, **content: Any) -> None:
        # There and back, as a message to an ordinary kernel's client would have gone.
        self.all.append(new_output(kind, **json_unpacker(json_packer(content))))

    def write(self, stream: str, text: str) -> None:
        """Add text to a stream; pieces of one stream that follow each other are one output."""
        last = self.all[-1] if self.all else None
        if last is not None and last.output_type == "stream" and last.name == stream:
            last.text += text
        elif text:
            self.add("stream", name=stream, text=text)


class _Stream(io.TextIOBase):
    """What a cell prints becomes an output."""

    encoding = "utf-8"

    def __init__(self, name: str, write: Callable[[str, str], None]):
        self._name, self._write = name, write

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._write(self._name, text)
        return len(text)


class _Hook(DisplayHook):
    """The value of a cell's last line."""

    def write_output_prompt(self) -> None:
        """An output has its number as data."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        shell: Any = self.shell
        shell.outputs.add(
            "execute_result", data=format_dict, metadata=md_dict or {},
            execution_count=self.prompt_count,
        )  # fmt: skip


class _Publisher(DisplayPublisher):
    """What a cell displays."""

    def publish(self, data: Any, metadata: Any = None, *_: Any, **__: Any) -> None:
        self.shell.outputs.add("display_data", data=data, metadata=metadata or {})

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.all.clear()


class _Shell(InteractiveShell):
    """A shell that keeps what it would show."""

    def __init__(self, **settings: Any):
        self.outputs = _Outputs()
        super().__init__(displayhook_class=_Hook, display_pub_class=_Publisher, **settings)

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        self.outputs.add(
            "error", ename=str(etype.__name__), evalue=str(evalue), traceback=list(stb)
        )

    def enable_gui(self, gui: Any = None) -> None:
        """No window ever opens."""


def start() -> InteractiveShell:
    """The shell of this process; without history, start-up files or threads."""
    if not _Shell.initialized():
        _Shell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    return _Shell.instance()


class InProcessEngine(Engine):
    """Executes a notebook in this very process. Papermill finds it by `NAME`."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run the code cells one after another, up to the first that raises."""
        shell = start()
        _find_neighbours()
        for index, cell in enumerate(nb_man.nb.cells):
            nb_man.cell_start(cell, index)
            try:
                if _is_run(cell) and not _run_cell(shell, cell):
                    nb_man.cell_exception(cell, cell_index=index)
                    break
            finally:
                nb_man.cell_complete(cell, cell_index=index)
        nb_man.nb.metadata["language_info"] = language_info()


def _find_neighbours() -> None:
    """Let a notebook import what lies beside it, after the standard library, as IPython does."""
    if "" not in sys.path:
        names = [os.path.basename(path) for path in sys.path]
        sys.path.insert(names.index("site-packages") if "site-packages" in names else 0, "")


def _is_run(cell: Any) -> bool:
    tags = cell.metadata.get("tags", [])
    return bool(cell.cell_type == "code" and cell.source.strip() and "skip-execution" not in tags)


def _run_cell(shell: Any, cell: Any) -> bool:
    """Run one cell and keep its outputs; false when it raised."""
    shell.outputs.all = outputs = []
    kept, said = (sys.stdout, sys.stderr), _said()
    sys.stdout = _Stream("stdout", shell.outputs.write)
    sys.stderr = _Stream("stderr", shell.outputs.write)
    cell.execution_count = shell.execution_count
    try:
        done = shell.run_cell(cell.source, store_history=True, cell_id=cell.get("id"))
    finally:
        sys.stdout, sys.stderr = kept
    outputs += _said_below(said)
    outputs += take_open_figures()
    cell.outputs = outputs
    return bool(done.success)


def _said() -> int:
    """How much was written past Python to standard output, where that is a file."""
    return os.fstat(1).st_size


def _said_below(start: int) -> list[Any]:
    """What libraries in C or started programs wrote since, as an output of its own."""
    length = _said() - start
    if length <= 0:
        return []
    text = os.pread(1, length, start).decode("utf-8", errors="replace")
    return [new_output("stream", name="stdout", text=text)]


def language_info() -> dict[str, Any]:
    """What an ordinary kernel says of its language."""
    return {
        "name": "python",
        "version": platform.python_version(),
        "mimetype": "text/x-python",
        "codemirror_mode": {"name": "ipython", "version": 3},
        "pygments_lexer": "ipython3",
        "nbconvert_exporter": "python",
        "file_extension": ".py",
    }


papermill_engines.register(NAME, InProcessEngine)
