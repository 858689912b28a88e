"""What a refusal must be: an ExchangeError that names file and place, with nothing written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.declaration import Format
from frameline.exchange.model.project import Options


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def refused(
    module: Format,
    paths: Sequence[Path],
    place: str,
    found: str,
    options: Options | None = None,
) -> ExchangeError:
    """Read these files; the error must name one of them, the place, and what was found."""
    # A folder of its own is compared itself: what lies beside it is another test's.
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    before = contents(folder)
    with pytest.raises(ExchangeError) as caught:
        module.read(paths, replace(options or Options(), strict=True))
    error = caught.value
    inside = {p.name for path in paths if path.is_dir() for p in path.rglob("*")}
    names = {path.name for path in paths} | inside
    assert any(error.file.startswith(name) or name in error.file for name in names), error.file
    message = str(error)
    assert place in message, message
    assert found in message, message
    assert "Traceback" not in message
    assert len(message) < 600
    assert contents(folder) == before
    return error
