"""A warm process that stays for the next report, where that needs the same of it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from typing import Any

from frameline.report.running.processes import Forked


class Standby:
    """Keeps the process that forks chapters between the reports of one process.

    What a process has imported and read ahead may not change under it: where the next report
    needs anything else, or the last one was broken off, a new process is started.
    """

    def __init__(self) -> None:
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._forked: Forked | None = None
        self._spec: Mapping[str, Any] = {}

    def take(self, spec: Mapping[str, Any]) -> Forked:
        """The process that is there, or a new one.

        Parameters
        ----------
        spec : mapping
            What the process is to be (see `frameline.report.running.warm`), without its folder.
        """
        if self._forked is None or not self._forked.alive or dict(spec) != self._spec:
            self.close()
            self._scratch = tempfile.TemporaryDirectory(
                prefix="frameline-", ignore_cleanup_errors=True
            )
            self._forked = Forked({**spec, "scratch": self._scratch.name}, self._scratch.name)
            self._spec = dict(spec)
        return self._forked

    def close(self) -> None:
        """End the process and what it started."""
        if self._forked is not None:
            self._forked.close()
        if self._scratch is not None:
            self._scratch.cleanup()
        self._forked = self._scratch = None

    def __enter__(self) -> Standby:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
