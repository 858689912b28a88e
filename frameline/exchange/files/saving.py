"""Writing files whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from frameline.exchange.files.error import ExchangeError


def save(path: Path, data: bytes) -> Path:
    """Write a new file: under a temporary name in the same folder, synced, then renamed.

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
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        _write(temporary, data)
        _take_name(temporary, path)
        _sync(path.parent)
    except OSError as fault:
        raise _refused(path, fault) from fault
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
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
    temporary: Path | None = None
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name[:100]}.", dir=path.parent))
        temporary.chmod(0o777 & ~_mask())
        for name, data in files.items():
            target = temporary / name
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, data)
        refuse_existing(path)
        temporary.rename(path)
        _sync(path.parent)
    except OSError as fault:
        raise _refused(path, fault) from fault
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
    return [path / name for name in files]


def _check_inside(path: Path, name: str) -> None:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts or "\\" in name:
        raise ExchangeError(path.name, name, "a name that leaves the folder")


def refuse_existing(path: Path) -> None:
    """Is the name free? Raise ExchangeError if a file, folder or link has it."""
    if os.path.lexists(path):
        raise ExchangeError(
            path.name, found="something of that name", todo="choose another name, or move it away"
        )


def _write(path: Path, data: bytes) -> None:
    with open(path, "xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


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


def _sync(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(path: Path, fault: OSError) -> ExchangeError:
    return ExchangeError(
        str(path.name), found=f"a disk that refuses ({fault.strerror})", todo="nothing was written"
    )
