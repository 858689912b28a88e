"""What was made before, kept by a digest of all that went into it.

An entry is one file: a line of JSON, its seal and the content. The seal is made with the key of
this user over the line, the kind and the key of the entry, and the line holds the digest of the
content: an entry that somebody else made, changed or moved counts as missing, like a damaged one.
It is written under another name and renamed, so builds at the same time do not disturb each other.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import re
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frameline.report.keeping.key import cache_key

#: Size above which the entries used longest ago go, those of all projects of a user together.
LIMIT = 1024 * 2**20
#: What an entry may be called.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_PART = ".part"
_DAY = 86_400.0


@dataclass(frozen=True)
class Entry:
    """What was kept: a few facts and the content."""

    facts: Mapping[str, Any]
    content: bytes


class Cache:
    """A folder of entries.

    Parameters
    ----------
    folder : path
        Made when something is kept.
    note : callable
        Told in one line when an entry is damaged or cannot be kept.
    limit : int
        Bytes of all entries together, see `trim`.
    secret : bytes, optional
        Key of the seals; that of this user when not given.
    """

    def __init__(
        self,
        folder: Path,
        note: Callable[[str], None] = lambda _: None,
        limit: int = LIMIT,
        secret: bytes = b"",
    ):
        self.folder, self._note, self._limit = folder, note, limit
        self._broken, self._secret = False, secret
        try:
            self._secret = secret or cache_key()
        except OSError as error:
            self._break(f"cache: without a key nothing can be kept ({error.strerror})")

    def get(self, kind: str, key: str) -> Entry | None:
        """The entry of a key, or None; a damaged one is removed and said to be missing."""
        if not self._secret:
            return None
        path = self._path(kind, key)
        try:
            with path.open("rb") as file:
                entry = self._read(f"{kind}/{key}", file.readline(), file.readline(), file.read())
        except FileNotFoundError:
            return None
        except OSError as error:
            self._note(f"cache: {path.name[:12]} cannot be read ({error.strerror})")
            return None
        if entry is None:
            self._note(
                f"cache: entry {kind}/{path.name[:12]} is damaged or another's, and is made again"
            )
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return entry

    def facts(self, kind: str, key: str) -> Mapping[str, Any] | None:
        """The facts of an entry only, without looking at its content."""
        if not self._secret:
            return None
        try:
            with self._path(kind, key).open("rb") as file:
                line, seal = file.readline(), file.readline()
        except OSError:
            return None
        return self._facts(f"{kind}/{key}", line, seal)

    def put(self, kind: str, key: str, facts: Mapping[str, Any], content: bytes = b"") -> None:
        """Keep an entry; where that fails, the build goes on without."""
        if self._broken:
            return
        said = {**facts, "sha256": hashlib.sha256(content).hexdigest()}
        line = json.dumps(said, ensure_ascii=True).encode() + b"\n"
        seal = self._seal(f"{kind}/{key}", line)
        try:
            self._write(self._path(kind, key), line + seal + b"\n" + content)
        except OSError as error:
            self._break(f"cache: nothing can be kept in {self.folder} ({error.strerror})")

    def trim(self) -> None:
        """Remove what was used longest ago, and what killed builds left, down to the limit."""
        files = []
        for path in self.folder.glob("*/*"):
            with contextlib.suppress(OSError):
                state = path.stat()
                files.append((state.st_mtime, state.st_size, path))
        total = sum(size for _, size, _ in files)
        for used, size, path in sorted(files):
            abandoned = path.name.endswith(_PART) and used < time.time() - _DAY
            if abandoned or total > self._limit:
                with contextlib.suppress(OSError):
                    path.unlink()
                total -= size

    def _break(self, line: str) -> None:
        self._broken = True
        self._note(line)

    def _path(self, kind: str, key: str) -> Path:
        for name in (kind, key):
            if not _PLAIN.fullmatch(name):
                raise ValueError(f"{name!r} is no name of an entry")
        return self.folder / kind / key

    def _seal(self, name: str, line: bytes) -> bytes:
        return hmac.digest(self._secret, name.encode() + b"\0" + line, "sha256").hex().encode()

    def _facts(self, name: str, line: bytes, seal: bytes) -> Mapping[str, Any] | None:
        if not hmac.compare_digest(self._seal(name, line), seal.strip()):
            return None
        found: Mapping[str, Any] = json.loads(line)
        return found

    def _read(self, name: str, line: bytes, seal: bytes, content: bytes) -> Entry | None:
        facts = self._facts(name, line, seal)
        if facts is None or hashlib.sha256(content).hexdigest() != facts["sha256"]:
            return None
        return Entry(facts, content)

    def _write(self, path: Path, data: bytes) -> None:
        if not path.parent.is_dir():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            # A folder named with --cache may lie in a project, whose history is no place for it.
            with contextlib.suppress(FileExistsError), (self.folder / ".gitignore").open("x") as f:
                f.write("*\n")
        descriptor, name = tempfile.mkstemp(suffix=_PART, dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
