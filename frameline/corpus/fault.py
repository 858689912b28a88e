"""One thing wrong with a file: where, what was found, what is allowed, what to do about it.

Every check of the package says what it found in this shape, whatever it looked at: a CSV table, a
Parquet file, codebook.toml, a source text, a file of another program.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from frameline.words.nearest import hint, nearest

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Fault", "fault_table", "hint", "listed", "nearest", "shown"]


class Fault(NamedTuple):
    """One thing wrong with one file.

    Attributes
    ----------
    file
        Its name, with the member inside an archive where there is one.
    row
        As a spreadsheet counts: the header is row 1. None where the fault has no row.
    column
        The column; or where there are none, the key or the place in the words of the format:
        ``variables[why].role``, ``task 17``.
    found, allowed, todo
        What is there, what may be there, what to do.
    """

    file: str
    row: int | None
    column: str
    found: str
    allowed: str
    todo: str

    @property
    def place(self) -> str:
        """Where in the file it is.

        >>> Fault("claims.csv", 3, "voice", "", "", "").place
        'row 3, voice'
        """
        parts = (f"row {self.row}" if self.row else "", self.column)
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        found = f"found {self.found}" if self.found else ""
        allowed = f"allowed: {self.allowed}" if self.allowed else ""
        return "; ".join(part for part in (where, found, allowed, self.todo) if part)


def fault_table(faults: Iterable[Fault]) -> pd.DataFrame:
    """Faults as a table: one row each, in the order given.

    >>> fault_table([Fault("a.csv", 2, "n", "'x'", "a number", "correct it")]).columns.tolist()
    ['file', 'row', 'column', 'found', 'allowed', 'todo']
    """
    import pandas as pd

    table = pd.DataFrame(list(faults), columns=list(Fault._fields), dtype=object)
    texts = {name: "str" for name in Fault._fields if name != "row"}
    return table.astype(texts).astype({"row": "Int64"})


def shown(value: str, width: int = 40) -> str:
    """A text as a message may show it: quoted, short, control characters escaped.

    >>> print(shown("GEO" + chr(0)))
    'GEO\\x00'
    """
    text = "".join(
        char.encode("unicode_escape").decode("ascii")
        if unicodedata.category(char).startswith(("C", "Zl", "Zp"))
        else char
        for char in value[:width]
    )
    return f"'{text}'" + ("…" if len(value) > width else "")


def listed(words: Sequence[str], most: int = 20) -> str:
    """Words one after another, cut where there are too many to read.

    >>> listed(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    more = len(words) - most
    return ", ".join(words[:most]) + (f" and {more:,} more" if more > 0 else "")
