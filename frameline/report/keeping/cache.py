"""What was made before, kept by a digest of all that went into it.

An entry is one file: a line of JSON, the digest of that line and the content. It is written under
another name and renamed, so builds at the same time do not disturb each other, and what is damaged
counts as missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Size above which the entries used longest ago go.
LIMIT = 512 * 2**20
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
    """

    def __init__(
        self, folder: Path, note: Callable[[str], None] = lambda _: None, limit: int = LIMIT
    ):
        self.folder, self._note, self._limit = folder, note, limit
        self._broken = False

    def get(self, kind: str, key: str) -> Entry | None:
        """The entry of a key, or None; a damaged one is removed and said to be missing."""
        path = self._path(kind, key)
        try:
            with path.open("rb") as file:
                entry = _read(file.readline(), file.readline(), file.read())
        except FileNotFoundError:
            return None
        except OSError as error:
            self._note(f"cache: {path.name[:12]} cannot be read ({error.strerror})")
            return None
        if entry is None:
            self._note(f"cache: entry {kind}/{path.name[:12]} is damaged and is made again")
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return entry

    def facts(self, kind: str, key: str) -> Mapping[str, Any] | None:
        """The facts of an entry only, without looking at its content."""
        try:
            with self._path(kind, key).open("rb") as file:
                line, check = file.readline(), file.readline()
        except OSError:
            return None
        return _facts(line, check)

    def put(self, kind: str, key: str, facts: Mapping[str, Any], content: bytes = b"") -> None:
        """Keep an entry; where that fails, the build goes on without."""
        if self._broken:
            return
        said = {**facts, "sha256": hashlib.sha256(content).hexdigest()}
        line = json.dumps(said, ensure_ascii=True).encode() + b"\n"
        check = hashlib.sha256(line).hexdigest().encode() + b"\n"
        try:
            self._write(self._path(kind, key), line + check + content)
        except OSError as error:
            self._broken = True
            self._note(f"cache: nothing can be kept in {self.folder} ({error.strerror})")

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

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key

    def _write(self, path: Path, data: bytes) -> None:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            # Whatever project this is, its history is no place for what can be made again.
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        descriptor, name = tempfile.mkstemp(suffix=_PART, dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def _facts(line: bytes, check: bytes) -> Mapping[str, Any] | None:
    if hashlib.sha256(line).hexdigest().encode() != check.strip():
        return None
    found: Mapping[str, Any] = json.loads(line)
    return found


def _read(line: bytes, check: bytes, content: bytes) -> Entry | None:
    facts = _facts(line, check)
    if facts is None or hashlib.sha256(content).hexdigest() != facts["sha256"]:
        return None
    return Entry(facts, content)
