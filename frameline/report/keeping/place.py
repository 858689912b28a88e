"""The folder a report goes to: locked, staged, swapped in whole, and never anybody else's."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from frameline.report import BuildError

MANIFEST = "manifest.json"
#: Arguments of renameat2: paths as they are, and both folders change places.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def check_place(target: Path) -> None:
    """Refuse a folder that holds something else than a report."""
    if target.exists() and not (target / MANIFEST).is_file():
        occupied = not target.is_dir() or any(target.iterdir())
        if occupied:
            raise BuildError(
                f"{target} exists and holds no report of Frameline; name another folder with --out"
            )


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep a second build out of the same place; the lock ends with the process that holds it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    path = target.with_name(f"{target.name}.lock")
    with path.open("a+b") as file:
        if not _take(file):
            raise BuildError(f"another build is writing {target}; wait for it or use --out")
        try:
            yield
        finally:
            # Removed while still held, so that nobody can take a lock that is about to go.
            with contextlib.suppress(OSError):
                path.unlink()


def _take(file: IO[bytes]) -> bool:
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    # The holder before may have removed the file after it was opened here.
    return os.path.exists(file.name) and os.path.samestat(
        os.fstat(file.fileno()), os.stat(file.name)
    )


def recover(target: Path) -> None:
    """Clean up after a build that was killed; called with the lock held."""
    for old in sorted(target.parent.glob(f"{target.name}.old-*")):
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for rest in target.parent.glob(f"{target.name}.new-*"):
        shutil.rmtree(rest, ignore_errors=True)


@contextlib.contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A new folder beside the target, on the same disk; gone if it was not swapped in."""
    folder = Path(tempfile.mkdtemp(prefix=f"{target.name}.new-", dir=target.parent))
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(staging: Path, target: Path) -> None:
    """Put the new folder in the place of the old one; where the system can, in one step."""
    if target.exists() and _exchange(staging, target):
        sync_folder(target.parent)
        return
    old = target.with_name(staging.name.replace(".new-", ".old-"))
    if target.exists():
        target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    sync_folder(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places, so that at no moment there is none; false if impossible."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0


def sync(folder: Path) -> None:
    """Make sure that everything in a folder is on the disk before the old report goes."""
    for path in folder.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("rb+") as opened:
                os.fsync(opened.fileno())
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where folders can be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
