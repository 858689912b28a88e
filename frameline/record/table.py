"""A table of the report, and the words that it explains."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from frameline.record.grid import Grid
from frameline.record.mime import TABLE_MIME
from frameline.record.prose import Prose
from frameline.record.shape import Shape, expect


@dataclass(frozen=True)
class Term:
    """A row of a table that explains words of the report.

    Parameters
    ----------
    row : int
        Its place in the table, from nought.
    words : tuple of str
        The words; the first names the entry.
    meaning : str
        What they mean.
    running : bool
        Mark them in running text too, and not only where one stands by itself.
    """

    row: int
    words: tuple[str, ...]
    meaning: str
    running: bool = False

    def record(self) -> dict[str, Any]:
        """The term as JSON."""
        return {
            "row": self.row, "words": list(self.words), "meaning": self.meaning,
            "running": self.running,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Term:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or there are no words.
        """
        shape = Shape(data, "a term", ("row", "words", "meaning"))
        row, words = data["row"], shape.texts("words")
        place = isinstance(row, int) and not isinstance(row, bool) and row >= 0
        expect(place, "the number of a row as row of a term", row)
        expect(bool(words), "the words of a term")
        return cls(row, words, shape.text("meaning"), shape.flag("running"))


@dataclass(frozen=True)
class Table:
    """A table of the report.

    Parameters
    ----------
    key : str
        Name used for anchors and cross-references.
    title : Prose
        What the table shows.
    grid : Grid
        Its columns and cells.
    note, filter : str
        Reading help, and the filter in words.
    evidence : tuple of str
        Ids of the claims behind it.
    wide : bool
        Whether it asks for more than the width of the text.
    terms : tuple of Term
        For a table of the codebook: the words that its rows explain.
    number : str
        Its number in the report.
    """

    key: str
    title: Prose
    grid: Grid
    note: str = ""
    filter: str = ""
    evidence: tuple[str, ...] = ()
    wide: bool = False
    terms: tuple[Term, ...] = ()
    number: str = ""

    def record(self) -> dict[str, Any]:
        """The table as JSON."""
        return {
            "key": self.key, "title": self.title.record(), "note": self.note,
            "filter": self.filter, "evidence": list(self.evidence), "wide": self.wide,
            "number": self.number, **self.grid.record(),
            "terms": [term.record() for term in self.terms],
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Table:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a table", ("key", "title", "columns", "rows"))
        return cls(
            shape.key("key"), Prose.from_record(data["title"]), Grid.from_record(data),
            shape.text("note"), shape.text("filter"), shape.texts("evidence"), shape.flag("wide"),
            tuple(map(Term.from_record, shape.entries("terms"))), shape.text("number"),
        )  # fmt: skip

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {
            "text/plain": str(self.grid),
            "text/html": f"<b>{html.escape(str(self.title))}</b>{self.grid.to_html()}",
            TABLE_MIME: self.record(),
        }
