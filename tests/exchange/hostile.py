"""How hostile and broken files are refused, and what any XML may meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.declaration import Format
from frameline.exchange.model.project import Options

#: Put before the first element of any XML.
EVIL_PROLOGS = {
    "a doctype": '<!DOCTYPE x>',
    "an outside schema": '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">',
    "an outside entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "billion laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "a parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://localhost:9/p"> %p;]>',
}  # fmt: skip


def refused(module: Format, paths: Sequence[Path], *said: str, **options: str) -> None:
    """The module refuses these files, says so with these words, and leaves the folder as it was."""
    folder = paths[0].parent
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(ExchangeError) as caught:
        module.read(list(paths), Options(**options, strict=True))
    message = str(caught.value)
    for words in said:
        assert words in message, message
    assert caught.value.file, "the file is named"
    assert caught.value.found, "what was found is said"
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before, "nothing is written"
