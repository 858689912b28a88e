"""The folder a report goes to: never anybody else's, and written by one build at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from frameline.disk.place import InUse, MadeAnew, Place, scratch
from frameline.disk.place import locked as locked_place
from frameline.report import BuildError

MANIFEST = "manifest.json"


def check_place(target: Path) -> None:
    """Refuse a folder that holds something else than a report."""
    if target.exists() and not (target / MANIFEST).is_file():
        occupied = not target.is_dir() or any(target.iterdir())
        if occupied:
            raise BuildError(
                f"{target} exists and holds no report of Frameline; name another folder with --out"
            )


@contextlib.contextmanager
def locked(target: Path) -> Iterator[Place]:
    """The folder of a report or sweep for this process alone, see `frameline.disk.place.locked`.

    Raises
    ------
    BuildError
        Another build is at work there, or the folder was made anew after one was killed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        try:
            place = stack.enter_context(locked_place(target))
        except InUse:
            raise BuildError(
                f"another build is writing {target}; wait for it or use --out"
            ) from None
        except MadeAnew as error:
            raise BuildError(str(error)) from None
        stack.enter_context(scratch(place.target))
        yield place
