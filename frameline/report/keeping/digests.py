"""Digests of files and folders."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from frameline.corpus.schema import PARQUET_TABLES

#: The file by which a report, and a sweep, is known.
MADE = ("manifest.json", "index.json")
#: The folders in which reading a corpus looks for files.
READ = {"coders", "context", "texts", *PARQUET_TABLES}


def sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(path: Path | None) -> dict[str, str]:
    """The sha256 of a file, or of every file in a folder, by relative name.

    Not of hidden ones, not of reports and sweeps that lie in the folder, and not of what a link
    leads to outside: that is no part of it.
    """
    if path is None or not path.exists():
        return {}
    if path.is_file():
        return {path.name: sha256(path)}
    named = {file.relative_to(path).as_posix(): file for file in _files(path)}
    return {name: sha256(named[name]) for name in sorted(named)}


def _files(folder: Path) -> Iterator[Path]:
    root = os.path.realpath(folder)
    for parent, folders, files in os.walk(folder):
        plain = [name for name in folders if not name.startswith(".")]
        # Where a corpus is read, nothing goes uncounted, whatever it says of itself.
        read = Path(parent).relative_to(folder).parts[:1]
        folders[:] = [
            name for name in plain if (*read, name)[0] in READ or not _is_made(Path(parent, name))
        ]
        for name in files:
            path = Path(parent, name)
            if name.startswith(".") or not path.is_file():
                continue
            if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(root):
                yield path


def _is_made(folder: Path) -> bool:
    """Whether a folder is a report or a sweep, by what it says of itself."""
    for name in MADE:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            said = json.loads((folder / name).read_bytes()).get("format", "")
            if str(said).startswith("frameline-"):
                return True
    return False


def digest_of(files: Mapping[str, str]) -> str:
    """One sha256 for a set of files: over the lines ``sha256  name``, sorted by name."""
    lines = "".join(f"{files[name]}  {name}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode("utf-8")).hexdigest() if files else ""
