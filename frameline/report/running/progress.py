"""How far the build has got: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
from typing import TextIO

from frameline.report.running.run import Observer

_BAR = 20


class Progress(Observer):
    """Says on a stream which chapters run and which are done.

    Parameters
    ----------
    stream : text stream
        Usually stderr.
    """

    def __init__(self, stream: TextIO):
        self._stream = stream
        self._moving = stream.isatty()
        self._running: list[str] = []
        self._done = self._total = self._reused = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._say_reused()
        self._clear()

    def begin(self, total: int) -> None:
        """Take note of how many chapters there are."""
        self._total = total

    def reused(self, chapter: str) -> None:
        """Count a chapter that need not run."""
        self._reused += 1
        self._done += 1

    def note(self, line: str) -> None:
        """Say something in a line of its own."""
        self._clear()
        print(line, file=self._stream, flush=True)
        self._show()

    def start(self, chapter: str) -> None:
        """Show that a chapter runs."""
        self._say_reused()
        self._running.append(chapter)
        self._show()

    def done(self, chapter: str, seconds: float) -> None:
        """Say that a chapter is done."""
        self._running.remove(chapter)
        self._done += 1
        self._clear()
        count = f"{self._done:>{len(str(self._total))}}/{self._total}"
        print(f"{count}  {chapter}  {seconds:.1f} s", file=self._stream, flush=True)
        self._show()

    def _say_reused(self) -> None:
        """Say once, for all of them, what was taken from earlier builds."""
        if self._reused:
            count, self._reused = self._reused, 0
            self.note(f"{count} of {self._total} chapters unchanged: taken from an earlier build")

    def _show(self) -> None:
        if not self._moving or not self._running:
            return
        full = _BAR * self._done // max(1, self._total)
        line = f"[{'#' * full}{'.' * (_BAR - full)}] {', '.join(self._running)}"
        self._stream.write(f"\r{line[: shutil.get_terminal_size().columns - 1]}\x1b[K")
        self._stream.flush()

    def _clear(self) -> None:
        if self._moving:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
