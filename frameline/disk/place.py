"""One place on disk that is written by one process at a time, whole or not at all.

Every command that writes goes this way. Beside the target, on the same disk, lie for a while: a
lock, which ends with the process that holds it, and what is being written, under hidden names that
begin like the lock's. The new takes the place of the old by a rename. Whoever takes the lock next
finishes or removes what a killed process left, so there is nothing a person has to remove.

========================  ======================================================================
``.NAME.lock``            held (flock) by the process that writes NAME
``.NAME.new-xxxxxxxx``    being written, or after an exchange the old; removed by the next run
``.NAME.old-xxxxxxxx``    the old, while the new is put in its place where no exchange is possible
``.NAME.put-xxxxxxxx``    whole files on their way into the folder NAME; the next run goes on
========================  ======================================================================
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

#: Arguments of renameat2: paths as they are, and both change places.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
#: Longest beginning of a hidden name: what is added to it must fit a name of 255 bytes.
_LONGEST = 200
_SCRATCH = re.compile(r"(new|old|put)-[a-z0-9_]{8}")


class InUse(Exception):
    """Another process writes at this place."""


class MadeAnew(Exception):
    """Somebody made the target anew while its only copy lay beside it."""


class Place:
    """A target under lock, see `locked`.

    Parameters
    ----------
    target : Path
        File or folder, its links followed.
    """

    def __init__(self, target: Path):
        self.target = target

    @contextlib.contextmanager
    def staged(self) -> Iterator[Path]:
        """A new empty folder on the same disk; gone at the end if it was not swapped in."""
        beside = self.target.parent
        folder = Path(tempfile.mkdtemp(prefix=f"{_hidden(self.target)}.new-", dir=beside))
        try:
            folder.chmod(0o777 & ~_umask())
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def swap(self, staging: Path) -> None:
        """Put a synced folder or file in the place of the target; in one step where possible."""
        target = self.target
        if not target.is_dir() or staging.is_file():
            os.replace(staging, target)
        elif not _exchange(staging, target):
            old = staging.with_name(staging.name.replace(".new-", ".old-"))
            target.rename(old)
            try:
                staging.rename(target)
            except OSError:
                old.rename(target)
                raise
            shutil.rmtree(old, ignore_errors=True)
        sync_folder(target.parent)

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write files into the folder that is the target: all, also when killed in between.

        Parameters
        ----------
        files : mapping of str to bytes
            Names of files in the folder, those of folders in it as ``codes/ann.csv``; other files
            of it stay as they are.
        """
        with self.staged() as staging:
            for name, content in files.items():
                write(staging / name, content)
            sync_folder(staging)
            ready = staging.with_name(staging.name.replace(".new-", ".put-"))
            staging.rename(ready)
            sync_folder(ready.parent)
            _put(ready, self.target)

    def recover(self) -> None:
        """Finish or remove what killed processes left.

        Raises
        ------
        MadeAnew
            The target was moved aside, the process killed, and there is another target since.
        """
        left = _left(self.target)
        for path in (path for path in left if ".put-" in path.name):
            _put(path, self.target)
        for old in (path for path in left if ".old-" in path.name):
            self._put_back(old)
        for new in (path for path in left if ".new-" in path.name):
            _remove(new)

    def _put_back(self, old: Path) -> None:
        target = self.target
        if target.is_dir() and not any(target.iterdir()):
            target.rmdir()
        if not os.path.lexists(target):
            old.rename(target)
        elif os.path.lexists(old.with_name(old.name.replace(".old-", ".new-"))):
            # Killed between two renames: what stands here now did not come from that run.
            raise MadeAnew(
                f"{target} was made anew after a run was stopped; what it was before is in {old}: "
                f"move one of the two elsewhere, and run again"
            )
        else:
            _remove(old)


@contextlib.contextmanager
def locked(target: Path) -> Iterator[Place]:
    """Keep every other writer out of a place, and clean up after those that were killed.

    Parameters
    ----------
    target : path
        File or folder to be written, made or replaced; links are followed, so that what a link
        points to is written and the link stays.

    Raises
    ------
    InUse
        Another process has the lock.
    MadeAnew
        See `Place.recover`.
    """
    target = Path(os.path.realpath(target))
    path = target.with_name(f"{_hidden(target)}.lock")
    with path.open("a+b") as file:
        if not _take(file):
            raise InUse(f"{target} is being written by another run; wait for it")
        try:
            place = Place(target)
            place.recover()
            yield place
        finally:
            # Removed while still held, so that nobody can take a lock that is about to go.
            with contextlib.suppress(OSError):
                path.unlink()


def put_back(target: Path) -> None:
    """Look for what a killed run moved aside, before anybody is told that it is missing."""
    target = Path(os.path.realpath(target))
    if os.path.lexists(target) or not target.parent.is_dir() or not _left(target):
        return
    with contextlib.suppress(InUse, OSError), locked(target):
        pass


def clear_left(target: Path) -> None:
    """Remove what killed runs left beside a target, for a command that then refuses to write."""
    target = Path(os.path.realpath(target))
    if target.parent.is_dir() and (
        _left(target) or target.with_name(f"{_hidden(target)}.lock").exists()
    ):
        with contextlib.suppress(InUse, MadeAnew, OSError), locked(target):
            pass


@contextlib.contextmanager
def scratch(target: Path) -> Iterator[Path]:
    """A folder for what is thrown away in the end, in the place for temporary files.

    All temporary files that this process makes meanwhile lie in it. It is named after the target,
    and what killed runs for the same target left there is removed; so call it under the lock.
    """
    before = tempfile.gettempdir()
    digest = hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()[:16]
    prefix = f"frameline-{digest}-"
    for name in os.listdir(before):
        if name.startswith(prefix):
            _remove_own(Path(before, name))
    folder = tempfile.mkdtemp(prefix=prefix)
    try:
        tempfile.tempdir = folder
        yield Path(folder)
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)


def write(path: Path, content: bytes) -> None:
    """Write a file and see that it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Make sure that everything in a folder is on the disk before the old one goes."""
    for path in folder.rglob("*"):
        if path.is_symlink():
            continue
        if path.is_dir():
            sync_folder(path)
        elif path.is_file():
            with path.open("rb") as opened:
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


def _hidden(target: Path) -> str:
    """How the names beside a target begin."""
    name = target.name
    if len(os.fsencode(name)) > _LONGEST:
        name = name[: _LONGEST // 8] + hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return f".{name}"


def _left(target: Path) -> list[Path]:
    """What lies beside a target from runs that did not end."""
    start = f"{_hidden(target)}."
    names = os.listdir(target.parent)
    return sorted(
        target.with_name(name)
        for name in names
        if name.startswith(start) and _SCRATCH.fullmatch(name[len(start) :])
    )


def _put(ready: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for path in sorted(path for path in ready.rglob("*") if path.is_file()):
        target = folder / path.relative_to(ready)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, target)
        sync_folder(target.parent)
    sync_folder(folder)
    shutil.rmtree(ready)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _remove_own(folder: Path) -> None:
    """Remove a folder in a place that all users share, if it is this user's."""
    with contextlib.suppress(OSError):
        if os.name != "posix" or folder.lstat().st_uid == os.getuid():
            _remove(folder)


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


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places, so that at no moment there is none; false if impossible."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
