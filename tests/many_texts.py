"""A corpus of many texts: the invented river corpus, written anew for other years."""

import csv
import re
from pathlib import Path

from tests.conftest import CORPORA

RIVER = CORPORA / "river"
TABLES = ("documents", "claims", "labels", "blocks", "units")


def write_many(folder: Path, copies: int) -> Path:
    """The texts of the river corpus as many times, each time thirty years later."""
    folder.mkdir()
    (folder / "codebook.toml").write_text((RIVER / "codebook.toml").read_text(encoding="utf8"))
    for table in TABLES:
        with (RIVER / f"{table}.csv").open(encoding="utf8", newline="") as file:
            head, *rows = csv.reader(file)
        with (folder / f"{table}.csv").open("w", encoding="utf8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(head)
            for copy in range(copies):
                writer.writerows([_later(cell, 30 * copy) for cell in row] for row in rows)
    return folder


def _later(cell: str, years: int) -> str:
    """A cell with its years moved on; ids and names of texts hold theirs."""
    return re.sub(r"\b(1990|1998|2007|2015)\b", lambda year: str(int(year[0]) + years), cell)
