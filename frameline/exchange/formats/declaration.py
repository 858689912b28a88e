"""What the folder of a format declares of it, and its reader and writer, loaded when asked for."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from frameline.exchange.files.error import ExchangeError

if TYPE_CHECKING:
    from frameline.exchange.model.project import Left, Options, Project


@dataclass(eq=False)
class Format:
    """One format: its name and look, and where its reader and writer are.

    Parameters
    ----------
    name : str
        As said on the command line: ``label-studio``, ``brat``, ``xlsx`` ...
    about : str
        One line for the list of formats.
    suffixes : tuple of str
        Endings the format is written with, the first being the usual one; "" for a folder.
    package : str
        The folder of the format, as imports name it (``__name__`` in its ``__init__``).
    reads, writes : str
        The modules there with ``sniff`` and ``read``, and with ``cannot_hold`` and ``write``.
        ``writes`` is "" for a format that is only read.
    takes, leaves : str
        What a row is and what of it is taken; what is left, and named.
    codes_only : bool
        Whether it holds a codebook and no codings.
    """

    name: str
    about: str
    suffixes: tuple[str, ...]
    package: str
    reads: str = "read"
    writes: str = "write"
    takes: str = ""
    leaves: str = ""
    codes_only: bool = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether a file (its first 64 KiB) or folder (``head`` empty) looks like this format."""
        return cast(bool, self._module(self.reads).sniff(path, head))

    def read(self, paths: Sequence[Path], options: Options) -> Project:
        """Read files or folders of one project; raise ExchangeError for what is broken."""
        return cast("Project", self._module(self.reads).read(paths, options))

    def cannot_hold(self, project: Project) -> list[Left]:
        """What of a project the format would lose; known before anything is written."""
        return cast("list[Left]", self._writer().cannot_hold(project))

    def write(self, project: Project, out: Path) -> list[Path]:
        """Write a project to a file or folder that does not exist yet; give the files made."""
        return cast(list[Path], self._writer().write(project, out))

    def _writer(self) -> ModuleType:
        if not self.writes:
            todo = "choose one of frameline export --list"
            raise ExchangeError(self.name, "", "a format that is only read", "", todo)
        return self._module(self.writes)

    def _module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package}.{name}")
