"""Writing files whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from frameline.disk.place import (
    InUse,
    MadeAnew,
    Place,
    clear_left,
    locked,
    sync,
    sync_folder,
    write,
)
from frameline.exchange.files.error import ExchangeError


def save(path: Path, data: bytes) -> Path:
    """Write a new file: beside its place, synced, then under its name.

    Parameters
    ----------
    path : Path
        A name that is not taken, in a folder that exists.
    data : bytes

    Returns
    -------
    Path
        ``path``.

    Raises
    ------
    ExchangeError
        If there is something of that name, or the disk refuses; nothing is left behind.
    """
    refuse_existing(path)
    with _whole(path) as (_, staging):
        write(staging / "file", data)
        _take_name(staging / "file", path)
        sync_folder(path.parent)
    return path


def save_folder(path: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write a new folder of files, which appears with all of them or not at all.

    Parameters
    ----------
    path : Path
        A name that is not taken.
    files : mapping of str to bytes
        Names inside the folder, with ``/`` between levels.

    Returns
    -------
    list of Path
        The files, in the order given.

    Raises
    ------
    ExchangeError
        If there is something of that name, a name would leave the folder, or the disk refuses.
    """
    refuse_existing(path)
    for name in files:
        _check_inside(path, name)
    with _whole(path) as (place, staging):
        for name, data in files.items():
            write(staging / name, data)
        sync(staging)
        refuse_existing(path)
        place.swap(staging)
    return [path / name for name in files]


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[tuple[Place, Path]]:
    """The place under lock and a folder beside it; what the disk refuses is said plainly."""
    try:
        with locked(path) as place, place.staged() as staging:
            yield place, staging
    except (InUse, MadeAnew) as fault:
        raise ExchangeError(str(path), "", "", "", str(fault)) from fault
    except OSError as fault:
        raise _refused(path, fault) from fault


def _check_inside(path: Path, name: str) -> None:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts or "\\" in name:
        raise ExchangeError(path.name, name, "a name that leaves the folder")


def refuse_existing(path: Path) -> None:
    """Is the name free? Raise ExchangeError if a file, folder or link has it."""
    if os.path.lexists(path):
        clear_left(path)
        raise ExchangeError(
            path.name, found="something of that name", todo="choose another name, or move it away"
        )


def _take_name(temporary: Path, path: Path) -> None:
    # A link, unlike a rename, fails when somebody took the name meanwhile.
    try:
        os.link(temporary, path)
    except FileExistsError:
        refuse_existing(path)
        raise
    except OSError:  # a disk without hard links
        refuse_existing(path)
        temporary.rename(path)


def _refused(path: Path, fault: OSError) -> ExchangeError:
    return ExchangeError(
        str(path.name), found=f"a disk that refuses ({fault.strerror})", todo="nothing was written"
    )
