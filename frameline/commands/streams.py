"""Standard streams that are closed, full or cannot write a letter: no reason to break off."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO


class Lenient:
    """A stream whose faults are remembered, not raised.

    Parameters
    ----------
    stream : text stream
    """

    def __init__(self, stream: TextIO):
        self._stream = stream
        #: What went wrong first; empty where all was written.
        self.fault = ""
        #: Whether the reader has gone, as after ``| head``.
        self.unread = False

    def write(self, text: str) -> int:
        """Write, as far as that is possible."""
        if not self.fault:
            self._try(lambda: self._stream.write(text))
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write lines, as far as that is possible."""
        self.write("".join(lines))

    def flush(self) -> None:
        """Flush, as far as that is possible."""
        if not self.fault:
            self._try(self._stream.flush)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _try(self, act: Any) -> None:
        try:
            act()
        except (OSError, ValueError) as error:
            self.unread = isinstance(error, BrokenPipeError)
            self.fault = getattr(error, "strerror", None) or str(error)
            # What is left in the buffer would fail again when the process ends.
            with contextlib.suppress(Exception):
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())


@contextlib.contextmanager
def lenient() -> Iterator[tuple[Lenient, Lenient]]:
    """Standard output and error that take everything, for the time of a command."""
    _open_all()
    before = sys.stdout, sys.stderr
    for stream in before:
        with contextlib.suppress(AttributeError):
            # A terminal or a file of few letters: what it has not is written as its number.
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    out, err = Lenient(sys.stdout), Lenient(sys.stderr)
    sys.stdout, sys.stderr = out, err  # type: ignore[assignment]
    try:
        yield out, err
    finally:
        out.flush()
        err.flush()
        sys.stdout, sys.stderr = before


def _open_all() -> None:
    """Put nothing in the place of closed streams, lest the next file opened takes their number."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            os.set_inheritable(number, True)
        if getattr(sys, name) is None:
            nothing = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nothing)
