"""What is said of a file that cannot be imported or written."""

from __future__ import annotations

from collections.abc import Iterable


class ExchangeError(ValueError):
    """A file that cannot be imported, or a project that cannot be written: what, where, what now.

    Parameters
    ----------
    file : str
        Name of the file, with the member inside an archive where there is one (``a.qdpx/b.txt``).
    place : str
        Where in it: ``row 3, column start``, ``task 17``, ``line 5``, ``element 12``.
    found, allowed, todo : str
        What is there, what may be there, what to do.
    faults : iterable
        Every fault behind it, where there are several: a line each.
    """

    def __init__(self, file: str, place: str = "", found: str = "", allowed: str = "",
                 todo: str = "", faults: Iterable[object] = ()):  # fmt: skip
        self.file, self.place, self.found = file, place, found
        self.allowed, self.todo = allowed, todo
        where = ", ".join(part for part in (file, place) if part)
        parts = (where, found and f"found {found}", allowed and f"allowed: {allowed}", todo)
        listed = [f"\n  - {fault}" for fault in faults]
        super().__init__("; ".join(part for part in parts if part) + "".join(listed))

    @property
    def why(self) -> str:
        """What is wrong, without the place: for a list of rows that were left."""
        parts = (self.found and f"found {self.found}", self.allowed and f"allowed: {self.allowed}")
        return "; ".join(part for part in (*parts, self.todo) if part)

    @property
    def where(self) -> str:
        """File and place."""
        return ", ".join(part for part in (self.file, self.place) if part)
