"""What kind of corpus this is, told from its files: the report is shaped by that."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from frameline.report import PlanError

FEW, SOME, MANY, CROWD = "few", "some", "many", "crowd"
DESIGNS = (FEW, SOME, MANY, CROWD)
#: A corpus of fewer documents is read text by text; from so many on nothing has a row a document.
FROM_SOME, FROM_MANY = 13, 61
#: A crowd: so many coders, and so many of them for each document in the mean.
CODERS, CODERS_EACH = 3, 2.0


@dataclass(frozen=True)
class Design:
    """How a corpus was made, as far as a report is shaped by it.

    Attributes
    ----------
    name
        "few" long texts, "some" texts, "many" documents, or a "crowd" of coders with one code or
        set of codes a document.
    documents, coders
        How many; 0 where only an engine could count them.
    parquet
        Whether its tables are Parquet files.
    undated
        Documents without a date.
    """

    name: str
    documents: int
    coders: int
    parquet: bool = False
    undated: int = 0

    @property
    def report(self) -> str:
        """The file of the report that is built for it: text by text goes by dates."""
        return "report.toml" if self.name == FEW and not self.undated else "many.toml"


def in_parquet(corpus: Path) -> bool:
    """Whether a corpus keeps its claims as Parquet files."""
    return any((corpus / "claims").glob("*.parquet"))


def design_of(corpus: Path, chosen: str = "") -> Design:
    """Tell the design of a corpus from its files.

    Question: how should a report about this corpus be shaped?

    Parameters
    ----------
    corpus
        Folder or CSV file.
    chosen
        One of `DESIGNS`, in place of what the files say.

    Returns
    -------
    Design

    Raises
    ------
    PlanError
        For a design that there is not.
    """
    if chosen and chosen not in DESIGNS:
        raise PlanError(f'--design "{chosen}"; allowed: {", ".join(DESIGNS)}')
    if in_parquet(corpus):
        return Design(chosen or MANY, 0, 0, parquet=True)
    documents, read = _documents(corpus), _read(corpus)
    size, coders = len(documents), {coder for coder, _ in read}
    found = FEW if size < FROM_SOME else SOME if size < FROM_MANY else MANY
    if found != FEW and len(coders) >= CODERS and len(read) / size >= CODERS_EACH:
        found = CROWD if not _with_units(corpus) else found
    undated = 0 if chosen else sum(not date for date in documents.values())
    return Design(chosen or found, size, len(coders), undated=undated)


def _documents(corpus: Path) -> dict[str, str]:
    """Each document and its date."""
    table = corpus / "documents.csv" if corpus.is_dir() else corpus
    column, date = ("doc_id", "published") if corpus.is_dir() else ("document", "date")
    found = {row.get(column) or "": row.get(date) or "" for row in _rows(table)}
    return {doc: when for doc, when in found.items() if doc}


def _read(corpus: Path) -> set[tuple[str, str]]:
    """Which coder has rows of which document."""
    if not corpus.is_dir():
        return {(row.get("coder", ""), row.get("document", "")) for row in _rows(corpus)}
    return {
        (table.parent.name, row.get("doc_id", ""))
        for table in sorted(corpus.glob("coders/*/claims.csv"))
        for row in _rows(table)
    }


def _with_units(corpus: Path) -> bool:
    """Whether a document has several units."""
    if not corpus.is_dir():
        return any("unit" in row for row in _rows(corpus))
    units = sum(1 for _ in _rows(corpus / "units.csv"))
    return units > len(_documents(corpus))


def _rows(table: Path) -> Iterator[dict[str, str]]:
    """The rows of a table; none where it is missing or no text, which `check` says."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines)
    except (OSError, UnicodeDecodeError, csv.Error):
        return
