"""Which files have changed since the last look: by time and size, on every system alike."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

#: Folders and endings that no part of a report lies in.
_SKIPPED = frozenset({"__pycache__", ".ipynb_checkpoints", ".git", ".cache", ".venv", "build"})
_PASSING = ("~", ".swp", ".tmp", ".pyc", ".part")

State = tuple[int, int]


class Watch:
    """The files under some places, as they were at the last look.

    Parameters
    ----------
    places : iterable of path
        Files and folders; those that are not there yet are looked for each time.
    """

    def __init__(self, places: Iterable[Path]):
        self._places = [Path(place) for place in dict.fromkeys(places)]
        self._seen = self._look()

    def changed(self) -> list[Path]:
        """The files that came, went or changed since the last look."""
        now = self._look()
        before, self._seen = self._seen, now
        names = (name for name in now.keys() | before.keys() if now.get(name) != before.get(name))
        return sorted(map(Path, names))

    def turn_to(self, places: Iterable[Path]) -> None:
        """Watch other places from now on; a change of what was watched before is not missed."""
        wanted = [Path(place) for place in dict.fromkeys(places)]
        new = [place for place in wanted if place not in self._places]
        self._places = wanted
        for place in new:
            for name, state in _states(str(place)):
                self._seen.setdefault(name, state)

    def _look(self) -> dict[str, State]:
        return {name: state for place in self._places for name, state in _states(str(place))}


def _states(place: str) -> Iterator[tuple[str, State]]:
    """Each file at a place with its time and size."""
    try:
        found = os.stat(place)
        if not stat.S_ISDIR(found.st_mode):
            yield place, (found.st_mtime_ns, found.st_size)
            return
        with os.scandir(place) as entries:
            inside = [e.path for e in entries if e.name not in _SKIPPED and not _passes(e.name)]
    except OSError:
        return  # Gone between two looks, as when an editor puts a new file in its place.
    for path in inside:
        yield from _states(path)


def _passes(name: str) -> bool:
    return name.endswith(_PASSING) or name.startswith((".#", ".~"))
