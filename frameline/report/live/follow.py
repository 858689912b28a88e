"""Looks for changes and makes the page anew, for as long as someone wants it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from frameline.report.keeping.depends import PACKAGE
from frameline.report.live.making import BrokenOff, Maker
from frameline.report.live.serving import Board
from frameline.report.live.watching import Watch

#: Seconds between two looks, and until a file that is being written is whole.
LOOK, WHOLE = 0.08, 0.02
#: Modules that this process itself has imported: a change of these needs a new process.
_OWN = ("report", "record", "words", "commands", "cli.py")


class Restart(Exception):
    """What makes the page has itself changed."""


class Follower:
    """Keeps the page of a board as the files are.

    Parameters
    ----------
    maker : Maker
    board : Board
    say : function
        Told what has changed and how long the page took.
    """

    def __init__(self, maker: Maker, board: Board, say: Callable[[str], None] = lambda _: None):
        self._maker, self._board, self._say = maker, board, say
        self._watch = Watch(maker.places())
        self._waiting: list[Path] = []

    def follow(self, end: threading.Event) -> None:
        """Make the page, and again after every change, until the end.

        Raises
        ------
        Restart
            A module that this process has imported was changed.
        """
        self._make(end)
        while not end.wait(LOOK):
            changed = self._take_changed()
            if not changed:
                continue
            if any(_is_own(path) for path in changed):
                raise Restart
            time.sleep(WHOLE)
            self._say(", ".join(path.name for path in changed[:3]))
            self._make(end)
            self._watch_anew()

    def _take_changed(self) -> list[Path]:
        """What has changed, also while the last page was made."""
        changed, self._waiting = [*self._waiting, *self._watch.changed()], []
        return changed

    def _watch_anew(self) -> None:
        """A report may lie in other places than before."""
        self._watch.turn_to(self._maker.places())

    def _stale(self) -> bool:
        self._waiting += self._watch.changed()
        return bool(self._waiting)

    def _make(self, end: threading.Event) -> None:
        """One page, or what is wrong; broken off where something changes meanwhile."""
        start = time.monotonic()
        try:
            for made in self._maker.make(
                self._board.reading, lambda: end.is_set() or self._stale()
            ):
                self._board.show(made)
                self._say(f"page made in {time.monotonic() - start:.2f} s")
        except BrokenOff:
            return
        except Exception as error:
            # Whatever is wrong with what is being written stands in the page until it is right.
            self._board.refuse(f"{type(error).__name__}: {error}" if not str(error) else str(error))
            self._say(str(error))


def _is_own(path: Path) -> bool:
    if path.suffix != ".py" or PACKAGE not in path.parents:
        return False
    return path.relative_to(PACKAGE).parts[0] in _OWN
