"""A corpus folder is replaced whole, by one that was written and checked beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from frameline.disk.place import InUse, MadeAnew, locked, sync
from frameline.exchange.files.error import ExchangeError


def refuse_foreign(folder: Path) -> None:
    """Raise ExchangeError unless the folder is a corpus, or empty, or not there yet."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        todo = "choose the name of a folder"
        raise ExchangeError(str(folder), "", "something that is no folder", "a folder", todo)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "documents.csv").is_file():
        todo = "choose a new name, or an existing corpus: nothing else is written to"
        found = "a folder that is no corpus (it has no documents.csv)"
        raise ExchangeError(str(folder), "", found, "a corpus, or a new name", todo)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a copy of a corpus folder to change; it takes the folder's place at the end.

    When anything fails inside, the folder stays as it was and the copy is removed. When the process
    is killed, the folder is as it was or as it was to be, and the next writer removes the copy.
    Every command that changes a corpus changes it so::

        with replacing(corpus) as fresh:
            write(fresh / "claims.csv", content)

    Parameters
    ----------
    folder : Path
        A corpus, an empty folder, or a name that is not taken in a folder that exists.

    Raises
    ------
    ExchangeError
        When the folder is something else, another import is at work, or the disk refuses.
    """
    folder = Path(os.path.abspath(folder))
    if not folder.parent.is_dir():
        raise ExchangeError(str(folder.parent), "", "no such folder", "", "make the folder first")
    try:
        with _disk_faults(folder), locked(folder) as place:
            # Under the lock: what a killed import left was put back by now.
            refuse_foreign(folder)
            with place.staged() as fresh:
                if folder.is_dir():
                    shutil.copytree(folder, fresh, symlinks=True, dirs_exist_ok=True)
                yield fresh
                sync(fresh)
                place.swap(fresh)
    except InUse as error:
        found, todo = "another import at work", "wait for it"
        raise ExchangeError(str(folder), "", found, "one import at a time", todo) from error
    except MadeAnew as error:
        raise ExchangeError(str(folder), "", "", "", str(error)) from error


@contextmanager
def _disk_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise disk_fault(folder, error) from error


def disk_fault(folder: Path, error: OSError) -> ExchangeError:
    """What to say when a disk refuses: nothing has changed."""
    found = f"a disk that refuses ({error.strerror or error})"
    todo = "make room, or choose a folder that can be written to; nothing was changed"
    return ExchangeError(str(folder), "", found, "", todo)
