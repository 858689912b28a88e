"""The key that tells entries this user has kept from any that somebody else made.

A cache is as trusted as the report itself: an entry becomes a page without a chapter running. So
each entry is authenticated, and the key is this user's own and lies where no project does.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import tempfile
from pathlib import Path

from platformdirs import user_cache_path, user_state_path

#: Names a key for machines that share a cache among runs, such as those of a CI.
SHARED_KEY = "FRAMELINE_CACHE_KEY"
_BYTES = 32
_FEWEST_SHARED = 16


def user_cache() -> Path:
    """Where this user's builds keep what was made before: one folder for all projects."""
    return user_cache_path("frameline", appauthor=False)


def key_file() -> Path:
    """Where the key of this user lies: apart from the entries, so that it does not go with them."""
    return user_state_path("frameline", appauthor=False) / "cache.key"


def cache_key() -> bytes:
    """The key of this user, made when there is none that can be trusted.

    Returns
    -------
    bytes
        32 bytes; made from the environment variable ``FRAMELINE_CACHE_KEY`` where it is set.

    Raises
    ------
    OSError
        No key can be read or written.
    """
    shared = os.environ.get(SHARED_KEY, "")
    if shared:
        if len(shared) < _FEWEST_SHARED:
            raise OSError(0, f"{SHARED_KEY} has fewer than {_FEWEST_SHARED} characters")
        return hashlib.sha256(shared.encode("utf-8")).digest()
    path = key_file()
    found = _read(path)
    return found if found is not None else _make(path)


def _read(path: Path) -> bytes | None:
    """The key; None where it is missing, or others could have read or written it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    with open(descriptor, "rb") as file:
        state = os.fstat(file.fileno())
        if os.name == "posix" and (state.st_uid != os.getuid() or stat.S_IMODE(state.st_mode) & 63):
            return None
        found = file.read(_BYTES + 1)
    return found if len(found) == _BYTES else None


def _make(path: Path) -> bytes:
    """A new key, readable by this user only; that of another process where it was faster."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        if os.path.lexists(path) and _read(path) is None:
            os.replace(name, path)
        with contextlib.suppress(OSError):
            # Unlike a rename, a link leaves the key that another process has made meanwhile.
            os.link(name, path)
        if not os.path.lexists(path):
            os.replace(name, path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
    found = _read(path)
    if found is None:
        raise OSError(0, f"{path} cannot be kept from others")
    return found
