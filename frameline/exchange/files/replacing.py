"""A corpus folder is replaced whole, by one that was written and checked beside it.

The folder beside it is also the lock: two imports into one corpus cannot run at once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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

    When anything fails inside, the folder stays as it was and the copy is removed.

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
    refuse_foreign(folder)
    if not folder.parent.is_dir():
        raise ExchangeError(str(folder.parent), "", "no such folder", "", "make the folder first")
    beside = folder.with_name(f".{folder.name}.importing")
    _take(beside, folder)
    try:
        fresh = beside / "new"
        with _disk_faults(folder):
            if folder.is_dir():
                shutil.copytree(folder, fresh, symlinks=True)
            else:
                fresh.mkdir()
        with _disk_faults(folder):
            yield fresh
            _swap(folder, fresh, beside / "old")
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _take(beside: Path, folder: Path) -> None:
    """Make the folder for the copy; that it is there already says that somebody else is at work."""
    try:
        with _disk_faults(folder):
            beside.mkdir()
    except FileExistsError as error:
        found = f"another import at work ({beside.name})"
        todo = f"wait for it; if it was stopped, remove the folder {beside}"
        raise ExchangeError(str(folder), "", found, "one import at a time", todo) from error


@contextmanager
def _disk_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise disk_fault(folder, error) from error


def disk_fault(folder: Path, error: OSError) -> ExchangeError:
    """What to say when a disk refuses: nothing has changed."""
    found = f"a disk that refuses ({error.strerror or error})"
    todo = "make room, or choose a folder that can be written to; nothing was changed"
    return ExchangeError(str(folder), "", found, "", todo)


def _swap(folder: Path, fresh: Path, old: Path) -> None:
    """Put the fresh folder in the place of the other; put that back if it does not work."""
    if not folder.exists():
        fresh.rename(folder)
        return
    folder.rename(old)
    try:
        fresh.rename(folder)
    except BaseException:
        old.rename(folder)
        raise


def write(path: Path, content: bytes) -> None:
    """Write a file of the copy and see that it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
