"""A designed page or part of one: bands of cells with words and small drawings, all of it text.

A panel is read where a chart is looked at: what it shows stands in words beside each drawing, so
it needs no alternative text. Its bands lie on a grid of columns; how wide and how large they are
is for each target to say.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from frameline.record.grid import Column, Grid
from frameline.record.items import (
    TICKS,
    AnyItem,
    Bars,
    Path,
    Picture,
    Squares,
    Stack,
    Words,
    colour_of,
    read_item,
)
from frameline.record.mime import PANEL_MIME
from frameline.record.prose import Prose
from frameline.record.shape import Shape, expect

#: How a panel stands: in the flow of a chapter, or on a page of its own, upright or on its side.
LAYOUTS = ("flow", "page", "landscape")
#: The line above a band.
RULES = ("none", "thin", "strong")
_TEXTS = ("note", "filter", "how", "shortened", "short", "number")


@dataclass(frozen=True)
class Head:
    """The head of a band or cell, with a note that says how to read it.

    With ``marks`` it says how sure the cells beside it are: a word and its ticks.
    """

    words: Prose
    note: Prose | None = None
    colour: str = "plain"
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for mark in self.marks:
            expect(mark in TICKS, f"one of {', '.join(TICKS)} in the marks of a head", mark)

    @property
    def said(self) -> tuple[Prose, ...]:
        """Head and note."""
        return (self.words, self.note) if self.note else (self.words,)

    def record(self) -> dict[str, Any]:
        """The head as JSON."""
        note = {"note": self.note.record()} if self.note else {}
        marks = {"marks": list(self.marks)} if self.marks else {}
        return {"words": self.words.record(), "colour": self.colour, **note, **marks}

    @classmethod
    def from_record(cls, data: Any) -> Head:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a head", ("words",))
        note = shape.data.get("note")
        return cls(
            Prose.from_record(data["words"]),
            None if note is None else Prose.from_record(note),
            colour_of(shape),
            shape.texts("marks"),
        )


@dataclass(frozen=True)
class Cell:
    """A cell of a band.

    Parameters
    ----------
    items : tuple of item
        What it shows, from top to bottom; see `frameline.record.items`.
    width : int
        How many columns of the band it takes.
    head : Head, optional
    """

    items: tuple[AnyItem, ...]
    width: int = 1
    head: Head | None = None

    def __post_init__(self) -> None:
        expect(self.width > 0, "a number above 0 as width of a cell", self.width)

    @property
    def groups(self) -> list[list[AnyItem]]:
        """Its items, with words that go on in one line together."""
        found: list[list[AnyItem]] = []
        for item in self.items:
            runs = isinstance(item, Words) and item.runs
            if runs and found and isinstance(found[-1][0], Words):
                found[-1].append(item)
            else:
                found.append([item])
        return found

    def record(self) -> dict[str, Any]:
        """The cell as JSON."""
        items = [item.record() for item in self.items]
        return {"items": items, "width": self.width, **_headed(self.head)}

    @classmethod
    def from_record(cls, data: Any) -> Cell:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a cell", ("items",))
        items = tuple(map(read_item, shape.entries("items")))
        return cls(items, shape.whole("width", 1), _head(shape))


@dataclass(frozen=True)
class Band:
    """A band of cells side by side.

    Parameters
    ----------
    cells : tuple of Cell
    columns : int
        Into how many columns of one width it is divided.
    head : Head, optional
    rule : str
        The line above it: one of `RULES`.
    height : float
        The part of a page's height that it takes at least on a page of its own, so that pages of
        one kind lie on each other; 0 to 1.
    """

    cells: tuple[Cell, ...]
    columns: int = 1
    head: Head | None = None
    rule: str = "thin"
    height: float = 0.0

    def __post_init__(self) -> None:
        expect(self.columns > 0, "a number above 0 as columns of a band", self.columns)
        wide = sum(cell.width for cell in self.cells)
        expect(wide <= self.columns, f"cells of at most {self.columns} columns", wide)
        expect(self.rule in RULES, f"one of {', '.join(RULES)} as rule of a band", self.rule)
        expect(0 <= self.height <= 1, "a part of a page as height of a band", self.height)

    @property
    def across(self) -> bool:
        """Whether one cell takes all columns."""
        return len(self.cells) == 1 and self.cells[0].width == self.columns > 1

    def record(self) -> dict[str, Any]:
        """The band as JSON."""
        return {
            "cells": [cell.record() for cell in self.cells], "columns": self.columns,
            "rule": self.rule, "height": self.height, **_headed(self.head),
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Band:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a band", ("cells",))
        cells = tuple(map(Cell.from_record, shape.entries("cells")))
        columns, rule = shape.whole("columns", 1), shape.text("rule", "thin")
        return cls(cells, columns, _head(shape), rule, shape.number("height"))


@dataclass(frozen=True)
class Panel:
    """A designed page of the report, or a part of one.

    Parameters
    ----------
    key : str
        Name used for anchors and cross-references.
    title, deck : Prose
        The headline, and the sentence below it.
    bands : tuple of Band
        From top to bottom.
    note, filter, how : str
        Reading help, the filter in words, and how the numbers were computed.
    shortened : str
        What the foot says where a page had no room for all items.
    short : str
        How the contents name it; without it they do not.
    evidence : tuple of str
        Ids of the claims behind it.
    uses : tuple of str
        Roles of the coded variables shown, whose agreement decides whether it may be.
    layout : str
        One of `LAYOUTS`.
    beside : bool
        The heads of bands stand in a column of their own, beside the cells.
    turns : bool
        Its columns are things of one kind: where they do not fit side by side, each follows the
        other with all its bands. Otherwise the bands stay, and their cells follow one another.
    above : int
        How many of its bands stand above the headline.
    tentative : bool
        Coders agree too little on a variable shown.
    number : str
        Its number in the report.
    """

    key: str
    title: Prose
    deck: Prose
    bands: tuple[Band, ...]
    note: str = ""
    filter: str = ""
    how: str = ""
    shortened: str = ""
    short: str = ""
    evidence: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    layout: str = "flow"
    beside: bool = False
    turns: bool = False
    above: int = 0
    tentative: bool = False
    number: str = ""

    def __post_init__(self) -> None:
        expect(self.layout in LAYOUTS, f"one of {', '.join(LAYOUTS)} as layout", self.layout)
        expect(0 <= self.above <= len(self.bands), "a number of its bands as above", self.above)
        for band in self.bands if self.turns else ():
            same = band.across or {cell.width for cell in band.cells} <= {1}
            wanted = "one cell for each column, or one for all, in a panel that turns"
            expect(same and band.columns == self.bands[0].columns, wanted)

    @property
    def cells(self) -> Iterator[tuple[Band, Cell]]:
        """All cells, each with its band."""
        return ((band, cell) for band in self.bands for cell in band.cells)

    @property
    def items(self) -> list[AnyItem]:
        """All items, in reading order."""
        return [item for _, cell in self.cells for item in cell.items]

    @property
    def opening(self) -> Panel | None:
        """Its bands up to its first path, as a cover shows them; None where it has no path."""
        for place, band in enumerate(self.bands):
            if any(isinstance(item, Path) for cell in band.cells for item in cell.items):
                return replace(self, bands=self.bands[: place + 1])
        return None

    @property
    def pictures(self) -> list[Picture]:
        """The charts within it."""
        return [item for item in self.items if isinstance(item, Picture)]

    @property
    def longest(self) -> float:
        """The value of its longest bar: all are on one scale."""
        return max((item.longest for item in self.items if isinstance(item, Bars)), default=0.0)

    @property
    def heads(self) -> list[Head]:
        """The heads of bands and cells."""
        found = [head for band in self.bands for head in (band.head, *(c.head for c in band.cells))]
        return [head for head in found if head]

    @property
    def said(self) -> list[Prose]:
        """All its words."""
        heads = [prose for head in self.heads for prose in head.said]
        items = [prose for item in self.items for prose in item.said]
        return [self.title, self.deck, *heads, *items]

    @property
    def checked(self) -> list[Prose]:
        """Those of its words that findings must back."""
        heads = [prose for head in self.heads for prose in head.said]
        items = [prose for item in self.items for prose in item.checked]
        return [self.title, self.deck, *heads, *items]

    @property
    def grid(self) -> Grid:
        """What it shows as a table: a row for each item with its values and words."""
        names = ("band", "column", "kind", "value", "words")
        return Grid(tuple(map(Column, names)), tuple(self._rows()))

    def _rows(self) -> Iterator[tuple[str, ...]]:
        for band in self.bands:
            column = 1
            for cell in band.cells:
                head = " ".join(str(one.words) for one in (band.head, cell.head) if one)
                for item in cell.items:
                    for value, words in _values(item):
                        yield head, str(column), item.kind, value, words
                column += cell.width

    def record(self) -> dict[str, Any]:
        """The panel as JSON."""
        return {
            "key": self.key, "title": self.title.record(), "deck": self.deck.record(),
            "bands": [band.record() for band in self.bands],
            "note": self.note, "filter": self.filter, "how": self.how,
            "shortened": self.shortened, "short": self.short, "evidence": list(self.evidence),
            "uses": list(self.uses), "layout": self.layout, "beside": self.beside,
            "turns": self.turns, "above": self.above, "tentative": self.tentative,
            "number": self.number,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Panel:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or there is no band.
        """
        shape = Shape(data, "a panel", ("key", "title", "deck", "bands"))
        bands = tuple(map(Band.from_record, shape.entries("bands")))
        expect(bool(bands), "a band in a panel")
        return cls(
            key=shape.key("key"),
            title=Prose.from_record(data["title"]),
            deck=Prose.from_record(data["deck"]),
            bands=bands,
            evidence=shape.texts("evidence"),
            uses=shape.texts("uses"),
            layout=shape.text("layout", "flow"),
            beside=shape.flag("beside"),
            turns=shape.flag("turns"),
            above=shape.whole("above"),
            tentative=shape.flag("tentative"),
            **{name: shape.text(name) for name in _TEXTS},
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        lines = "".join(
            f"<p>{html.escape(str(words))}</p>" for words in self.said[1:] if str(words)
        )
        return {
            "text/plain": "\n".join(str(words) for words in self.said if str(words)),
            "text/html": f"<h3>{html.escape(str(self.title))}</h3>{lines}"
            f"<small>{html.escape(self.note)}</small>",
            PANEL_MIME: self.record(),
        }


def _values(item: AnyItem) -> Iterator[tuple[str, str]]:
    """The values of an item, each with its words."""
    if isinstance(item, Bars):
        for bar in item.rows:
            yield f"{bar.value:.4g}", f"{bar.label}: {bar.text}"
    elif isinstance(item, Stack):
        for part in item.parts:
            yield f"{part.value:.4g}", str(part.text)
    elif isinstance(item, Squares):
        yield str(item.count), str(item.text)
    elif isinstance(item, Path):
        for point in item.points:
            name, step = item.columns[point.column], item.steps[point.step]
            yield str(point.step + 1), f"{name}: {point.words} ({step})"
    else:
        for prose in item.said:
            yield "", str(prose)


def _headed(head: Head | None) -> dict[str, Any]:
    return {"head": head.record()} if head else {}


def _head(shape: Shape) -> Head | None:
    data = shape.data.get("head")
    return None if data is None else Head.from_record(data)
