"""A corpus that was read once, for others who ask for the same one in forks of this process.

A report reads one corpus in every chapter. The builder has it read before the chapters' processes
fork, and `read_corpus` takes it from here; every reader gets objects of its own.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

_KEPT: dict[str, tuple[bytes, tuple[str, ...]]] = {}


def keep(path: str | Path, corpus: Any, files: Iterable[str]) -> None:
    """Keep a corpus for the rest of this process and its forks.

    Parameters
    ----------
    path : path
        Of the corpus; however it is written later, it is the same place.
    corpus : Corpus
        As read from there; its files must not change any more.
    files : iterable of str
        What was read.
    """
    _KEPT[os.path.realpath(path)] = (pickle.dumps(corpus, pickle.HIGHEST_PROTOCOL), tuple(files))


def recall(path: str | Path) -> Any:
    """The corpus kept for a path, as if it had just been read; None where there is none."""
    found = _KEPT.get(os.path.realpath(path))
    if found is None:
        return None
    pickled, files = found
    for file in files:
        # Whoever watches which files are read hears of them now.
        sys.audit("open", file, "r", 0)
    return replace(pickle.loads(pickled), path=Path(path))
