"""Which files a chapter reads, found out by listening to its process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


class Reading:
    """Takes down the files that this process opens for reading."""

    def __init__(self) -> None:
        self._found: set[str] = set()
        sys.addaudithook(self._hear)

    def begin(self) -> None:
        """Forget what was opened so far."""
        self._found.clear()

    def files(self) -> list[str]:
        """What was opened, without programs, their settings and what passes away."""
        here = Path(__file__).resolve().parents[2]
        left_out = tuple(
            os.path.join(os.path.realpath(folder), "")
            for folder in (
                sys.prefix, sys.base_prefix, str(here), "/usr", "/etc", "/proc", "/sys", "/dev",
                os.environ.get("IPYTHONDIR", os.devnull), *_settings(),
            )
        )  # fmt: skip
        # Of a module that was compiled before, only the outcome is opened.
        sources = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
        found = {os.path.realpath(name) for name in (*self._found, *filter(None, sources))}
        return [
            name
            for name in found
            if not name.startswith(left_out) and not name.endswith(".pyc") and os.path.isfile(name)
        ]

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event != "open":
            return
        path, mode = arguments[:2]
        if isinstance(path, (str, bytes)) and (mode is None or "r" in mode):
            self._found.add(os.path.abspath(os.fsdecode(path)))


def _settings() -> list[str]:
    """Where Matplotlib keeps its list of fonts."""
    matplotlib = sys.modules.get("matplotlib")
    return [matplotlib.get_cachedir(), matplotlib.get_configdir()] if matplotlib else []
