"""Digests of files and folders."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path


def sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(path: Path | None) -> dict[str, str]:
    """The sha256 of a file, or of every file in a folder but hidden ones, by relative name."""
    if path is None or not path.exists():
        return {}
    if path.is_file():
        return {path.name: sha256(path)}
    files = (file for file in path.rglob("*") if file.is_file())
    named = {file.relative_to(path): file for file in files}
    return {
        name.as_posix(): sha256(named[name])
        for name in sorted(named, key=lambda name: name.as_posix())
        if not any(part.startswith(".") for part in name.parts)
    }


def digest_of(files: Mapping[str, str]) -> str:
    """One sha256 for a set of files: over the lines ``sha256  name``, sorted by name."""
    lines = "".join(f"{files[name]}  {name}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode("utf-8")).hexdigest() if files else ""
