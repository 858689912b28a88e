"""Links in a corpus folder: a corpus is what lies in it, not what lies elsewhere on a disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from frameline.corpus.fault import Fault


def leads_out(link: Path, folder: Path) -> bool:
    """Whether a link leads out of a folder, through whatever other links."""
    return not Path(os.path.realpath(link)).is_relative_to(os.path.realpath(folder))


def link_faults(folder: Path) -> Iterator[Fault]:
    """What leads out of a corpus: would numbers and digests come from files that are not in it?

    Parameters
    ----------
    folder
        The corpus; hidden files and folders count as no part of it.

    Yields
    ------
    Fault
        One for each link, by its name in the folder.
    """
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*folders, *files]):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_symlink() and leads_out(path, folder):
                todo = "put a copy of what it leads to in its place"
                found, allowed = "a link that leads out of the corpus", "a file in the corpus"
                yield Fault(path.relative_to(folder).as_posix(), None, "", found, allowed, todo)
