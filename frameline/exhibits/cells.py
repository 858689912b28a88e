"""Which cell of a notebook is running, so that one that runs again replaces what it gave before.

Outside notebooks there are no cells: a script that gives one thing twice with two values is
refused, as everywhere.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol
from weakref import WeakSet

from frameline.record.parameters import Parameter, check_values, parse_parameters

PACKAGE = Path(__file__).resolve().parents[1]
#: What functions of ours raise where they refuse what they are given.
_REFUSALS = (ValueError, LookupError, TypeError)
#: Made in the cell of the tag, where a chapter is as docs/exhibits.md says.
_MADE_IN = {
    **dict.fromkeys(("texts", "choices"), "load"),
    **dict.fromkeys(("exhibit", "study"), "setup"),
    **dict.fromkeys(
        ("corpus", "results", "voice", "coding", "drop", "draws", "seed", "lang"), "parameters"
    ),
}
#: What the first parameter of a chapter is, and how papermill begins the cell of its own.
_FIRST, _INJECTED = ("corpus =", "corpus="), "# Parameters\n"
#: How much of the first line of a cell names it.
_MOST = 60


class Keeps(Protocol):
    """What keeps things by the cell that gave them."""

    def forget(self, cell: str) -> None:
        """Drop what a cell gave, for it runs again."""


class _Watch:
    """The running cell of this kernel."""

    def __init__(self) -> None:
        self.cell = ""
        self.first_lines: dict[str, str] = {}
        self.keepers: WeakSet[Any] = WeakSet()
        #: The shell of this process, where it is a kernel.
        self.shell: Any = None
        self._nameless = itertools.count(1)

    def begin(self) -> bool:
        """Listen to the shell of this process, where there is one; whether that is new."""
        interactive = sys.modules.get("IPython")
        shell = interactive.get_ipython() if interactive else None
        if shell is None or shell is self.shell:
            return False
        self.shell = shell
        shell.events.register("pre_run_cell", self.starts)
        shell.set_custom_exc((Exception,), _explain)
        return True

    def starts(self, info: Any) -> None:
        """A cell starts: whatever it gave when it ran before is dropped."""
        if info.silent or not info.store_history:
            return
        # A cell without an id (a terminal, an old notebook) is a new one each time.
        self.cell = getattr(info, "cell_id", None) or f"cell {next(self._nameless)}"
        lines = (info.raw_cell or "").strip().splitlines()
        self.first_lines[self.cell] = (lines or ["(empty)"])[0][:_MOST]
        for keeper in list(self.keepers):
            keeper.forget(self.cell)


_WATCH = _Watch()


def running() -> str:
    """The id of the cell that runs; empty outside notebooks."""
    return _WATCH.cell


def first_line(cell: str) -> str:
    """The beginning of a cell, by which a message names it."""
    return _WATCH.first_lines.get(cell, "")


def watch(keeper: Keeps | None = None, offer: Callable[[Any], None] | None = None) -> None:
    """Have something told when a cell runs again; without one, only listen.

    What is offered to a shell (completion) is offered once.
    """
    if _WATCH.begin() and offer is not None:
        offer(_WATCH.shell)
    if keeper is not None:
        _WATCH.keepers.add(keeper)


def check_parameters() -> None:
    """Refuse parameters that the notebook does not allow, as a build of the report does.

    The cell of parameters says what is allowed; in JupyterLab, papermill and nbconvert it has run
    before, and papermill's own cell may have set others.

    Raises
    ------
    ParameterError
        A name or value that is not allowed, with what is, and the nearest.
    """
    shell = _WATCH.shell
    sources = [] if shell is None else [str(text) for text in shell.user_ns.get("In", ())]
    declared: dict[str, Parameter] = {}
    injected: list[str] = []
    for source in sources:
        if source.startswith(_INJECTED):
            injected = [*parse_parameters(source, "papermill")]
        elif "# " in source and source.lstrip().startswith(_FIRST):
            declared, injected = parse_parameters(source, "this notebook"), []
    if declared:
        check_values(declared, shell.user_ns, injected)


def needed_cell(name: str) -> str:
    """What to do about a name that is not there; empty where no cell of a chapter makes it.

    >>> needed_cell("texts")
    'texts is made in the cell with the tag "load": run that cell first'
    """
    tag = _MADE_IN.get(name, "")
    return f'{name} is made in the cell with the tag "{tag}": run that cell first' if tag else ""


def _explain(shell: Any, kind: Any, error: Any, traceback: Any, tb_offset: Any = None) -> None:
    """Show the cell that failed, without what it called where that refused what it was given.

    A name that is not there says which cell makes it.
    """
    name = getattr(error, "name", None) if isinstance(error, NameError) else None
    needed = needed_cell(name or "")
    if needed and needed not in getattr(error, "__notes__", ()):
        error.add_note(needed)
    if isinstance(error, _REFUSALS) or kind.__module__.startswith(f"{PACKAGE.name}."):
        traceback = _without_ours(traceback)
        error.__traceback__ = traceback
    shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)


def _without_ours(traceback: Any) -> Any:
    """A traceback up to the call of ours that refused; whole where the fault lies elsewhere."""
    frames = []
    while traceback is not None:
        frames.append(traceback)
        traceback = traceback.tb_next
    ours = [PACKAGE in Path(one.tb_frame.f_code.co_filename).parents for one in frames]
    kept = frames[: ours.index(True)] if ours and ours[-1] else frames
    made = None
    for one in reversed(kept):
        made = TracebackType(made, one.tb_frame, one.tb_lasti, one.tb_lineno)
    return made
