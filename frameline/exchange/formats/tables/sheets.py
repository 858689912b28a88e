"""One table as its file holds it, before anybody has understood it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.project import Left

#: Cells of one table.
MAX_CELLS = 50_000_000
#: How tables begin that Frameline wrote itself.
OWN = ("document", "coder", "layer", "id", "unit_id", "start", "end", "text")


@dataclass
class Sheet:
    """One table as its file holds it.

    Parameters
    ----------
    path : Path
    header : list of str
    rows : list of (int, list of str)
        Number of the row in the file (the header is row 1) and its cells.
    left : list of Left
        Rows of the file beside the table, such as those of other sheets.
    faults : list of ExchangeError
        Rows that could not be read.
    short : list of (int, list of str, ExchangeError)
        Rows with fewer cells than the header, and what is wrong with them unless a recipe says
        that they may be so.
    row : str
        What a row is called in the file: ``row``, or ``line`` where rows are lines.
    """

    path: Path
    header: list[str]
    rows: list[tuple[int, list[str]]]
    left: list[Left] = field(default_factory=list)
    faults: list[ExchangeError] = field(default_factory=list)
    row: str = "row"
    short: list[tuple[int, list[str], ExchangeError]] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The name for messages."""
        return self.path.name

    @property
    def own(self) -> bool:
        """Whether Frameline wrote it: then nothing is guessed."""
        return tuple(self.header[: len(OWN)]) == OWN

    def column(self, place: int) -> list[str]:
        """The cells of one column."""
        return [cells[place] for _, cells in self.rows]


def numbered(header: Sequence[str]) -> list[str]:
    """The header with each name once: a name that comes again is NAME (2), NAME (3) ...

    >>> numbered(["Code", "Name", "Name"])
    ['Code', 'Name', 'Name (2)']
    """
    seen: Counter[str] = Counter()
    found = []
    for name in header:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
