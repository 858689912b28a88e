"""Requests to end, obeyed in good order where there is time, and within seconds where there is not.

The first request breaks off what is under way by `Stopped`, so that everything is cleaned up on the
way out. Not inside an import: a module that was half imported may hold a lock that others wait for.
A thread of its own waits for requests too, and ends the process when cleaning up takes too long, or
when a library does not let go. What then is left is removed by the next command at that place.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Iterator
from types import FrameType

#: Seconds from a request to the end of the process, whatever it does.
LIMIT = 4.0
#: Seconds after which an import is asked again whether it is done.
_AGAIN = 0.05
_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")
_OVER = b"\0"


class Stopped(BaseException):
    """Somebody asked this process to end."""

    def __init__(self, number: int):
        super().__init__(number)
        self.number = number


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """Have TERM, HUP and Ctrl-C end what runs inside; those that are ignored stay so (nohup)."""
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    if threading.current_thread() is not threading.main_thread() or not heard:
        yield
        return
    watch = _Watch(heard)
    before = {number: signal.signal(number, watch.stop) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        watch.end()


class _Watch:
    """What happens on a request: in the main thread, and beside it."""

    def __init__(self, numbers: list[int]):
        self._numbers = numbers
        self._asked = self._raised = False
        self._read, self._write = os.pipe()
        for end in (self._read, self._write):
            os.set_blocking(end, False)
        # Written to by the system's own handler, also while a library keeps Python from running.
        self._before = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        self._thread = threading.Thread(target=self._wait, daemon=True)
        self._thread.start()

    def stop(self, number: int, frame: FrameType | None) -> None:
        """Break off, once; what comes while things are cleaned up changes nothing."""
        if self._raised:
            return
        if _importing(frame):
            self._asked = True
            return
        self._raised, self._asked = True, False
        raise Stopped(number)

    def end(self) -> None:
        """Stop waiting."""
        signal.set_wakeup_fd(self._before)
        os.write(self._write, _OVER)
        self._thread.join(1.0)
        if not self._thread.is_alive():
            os.close(self._read)
            os.close(self._write)

    def _wait(self) -> None:
        number = 0
        while not number:
            select.select([self._read], [], [])
            data = os.read(self._read, 64)
            if _OVER in data:
                return
            number = next((n for n in data if n in self._numbers), 0)
        late = time.monotonic() + LIMIT
        while time.monotonic() < late:
            said = select.select([self._read], [], [], _AGAIN)[0]
            if said and _OVER in os.read(self._read, 64):
                return
            if self._asked:
                signal.raise_signal(number) if os.name == "nt" else _again(number)
        leave(128 + number, "frameline: stopped\n")


def _again(number: int) -> None:
    main = threading.main_thread().ident
    if main is not None:
        signal.pthread_kill(main, number)


def _importing(frame: FrameType | None) -> bool:
    """Whether a module is being imported somewhere below."""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def leave(code: int, last: str = "") -> None:
    """End this process now: no thread, compiler or library is waited for."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    with contextlib.suppress(OSError):
        os.write(2, last.encode())
    os._exit(code)
