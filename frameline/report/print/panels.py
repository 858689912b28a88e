"""A panel as Typst code: a call of the layout's functions, text only ever as string literals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import singledispatchmethod

from frameline.record.items import (
    AnyItem,
    Bars,
    Dots,
    Path,
    Picture,
    Rows,
    Squares,
    Stack,
    Steps,
    Ticks,
    Words,
)
from frameline.record.panel import Band, Cell, Head, Panel
from frameline.record.prose import Prose
from frameline.report.document.paths import words_above
from frameline.report.escape import escape_typst
from frameline.words.phrases import Phrases

#: Code of Typst that the measuring document has in place of what needs the whole document.
MEASURING = (
    "#let behind(anchor, body) = body",
    "#let panel-page(..parts) = none",
)


class PanelWriter:
    """Writes panels as Typst code.

    Parameters
    ----------
    prose : callable
        Writes a sentence as content.
    listed : collection of str
        Ids of the claims that have a place of their own in the document.
    words : Phrases
        The words of the page.
    """

    def __init__(self, prose: Callable[[Prose], str], listed: Collection[str], words: Phrases):
        self._prose, self._listed, self._words = prose, listed, words
        self._panel: Panel | None = None

    def call(self, panel: Panel, note: str, closing: str = "") -> str:
        """The call that sets a panel; the note is content, closing lines an array of them."""
        self._panel = panel
        tentative = escape_typst(self._words("tentative")) if panel.tentative else "none"
        values = {
            "anchor": escape_typst(f"fig-{panel.key}"),
            "line": escape_typst(self._words("figure", number=panel.number)),
            "title": self._prose(panel.title),
            "deck": self._prose(panel.deck) if str(panel.deck) else "none",
            "note": note,
            "tentative": tentative,
            "shortened": escape_typst(panel.shortened),
            "above": str(panel.above),
            "beside": _bool(panel.beside),
            "bands": array(map(self._band, panel.bands)),
        }
        if panel.layout == "flow":
            return f"panel-flow({arguments(values)})"
        landscape = {"landscape": _bool(panel.layout == "landscape")}
        last = {"closing": closing} if closing else {}
        return f"panel-page({arguments(landscape | last | values)})"

    def cropped(self, panel: Panel) -> str:
        """The call that sets the bands of a panel alone, without title and foot."""
        self._panel = panel
        values = {"beside": _bool(panel.beside), "bands": array(map(self._band, panel.bands))}
        return f"panel-cropped({arguments(values)})"

    def _band(self, band: Band) -> str:
        return _dictionary({
            "head": self._head(band.head, below=True),
            "head-line": self._head(band.head, below=False),
            "marked": _bool(bool(band.head and band.head.marks)),
            "cells": array(map(self._cell, band.cells)),
            "columns": str(band.columns),
            "rule": escape_typst(band.rule),
            "height": f"{band.height:.5g}",
        })  # fmt: skip

    def _cell(self, cell: Cell) -> str:
        items = (
            _dictionary({"priority": str(group[0].priority), "body": self._group(group)})
            for group in cell.groups
        )
        head = self._head(cell.head, below=False)
        return _dictionary({"width": str(cell.width), "head": head, "items": array(items)})

    def _head(self, head: Head | None, *, below: bool) -> str:
        if head is None:
            return "none"
        note = self._prose(head.note) if head.note else "none"
        colour = escape_typst(head.colour)
        if head.marks:
            marks = array(map(escape_typst, head.marks))
            return f"ticks({self._prose(head.words)}, {marks}, {colour})"
        return f"headed({self._prose(head.words)}, {note}, {colour}, {_bool(below)})"

    def _group(self, group: Sequence[AnyItem]) -> str:
        words = [item for item in group if isinstance(item, Words)]
        if not words:
            return self._item(group[0])
        # Above the headline a year stands large.
        large = _bool(self._panel is not None and self._panel.above > 0)
        return f"worded({', '.join(map(self._worded, words))}, large: {large})"

    def _worded(self, item: Words) -> str:
        said = self._prose(item.words)
        if item.claim in self._listed:
            said = f"behind({escape_typst(f'claim-{item.claim}')}, {said})"
        return _dictionary({
            "role": escape_typst(item.role), "colour": escape_typst(item.colour), "body": said,
            "letters": str(len(str(item.words))),
        })  # fmt: skip

    @singledispatchmethod
    def _item(self, item: AnyItem) -> str:
        raise TypeError(f"no such item: {item!r}")

    @_item.register
    def _(self, item: Bars) -> str:
        rows = (
            _dictionary({
                "label": self._prose(bar.label), "value": _number(bar.value),
                "text": self._prose(bar.text), "colour": escape_typst(bar.colour),
                "strong": _bool(bar.strong),
            })
            for bar in item.rows
        )  # fmt: skip
        longest = self._panel.longest if self._panel else item.longest
        return f"bars({_number(longest)}, {array(rows)})"

    @_item.register
    def _(self, item: Stack) -> str:
        parts = (
            _dictionary({
                "value": _number(part.value), "text": self._prose(part.text),
                "colour": escape_typst(part.colour),
            })
            for part in item.parts
        )  # fmt: skip
        return f"stacked({array(parts)})"

    @_item.register
    def _(self, item: Squares) -> str:
        look = f"{escape_typst(item.colour)}, {_bool(item.strong)}"
        return f"squares({item.count}, {self._prose(item.text)}, {look})"

    @_item.register
    def _(self, item: Steps) -> str:
        others = (
            _dictionary({"step": str(mark.step), "label": self._prose(mark.label)})
            for mark in item.others
        )
        names, colour = array(map(escape_typst, item.steps)), escape_typst(item.colour)
        return f"steps({names}, {item.marked}, {array(others)}, {colour})"

    @_item.register
    def _(self, item: Path) -> str:
        points = (
            _dictionary({
                "column": str(point.column), "step": str(point.step),
                "words": self._prose(point.words), "colour": escape_typst(point.colour),
                "hollow": _bool(point.hollow), "above": _bool(above),
            })
            for point, above in words_above(item)
        )  # fmt: skip
        names = array(map(escape_typst, item.steps))
        beside = self._panel is not None and self._panel.beside
        options = f"gutter: {0.16 if beside else 0.12}, alt: {escape_typst(self._heard(item))}"
        return f"path({names}, {len(item.columns)}, {array(points)}, {options})"

    def _heard(self, path: Path) -> str:
        """What is heard of a path: column, step and words of each point."""
        said = []
        for point, _ in words_above(path):
            column, step = path.columns[point.column], path.steps[point.step]
            said.append(f"{self._words('panel-point', column=column, step=step)} {point.words}")
        return "; ".join(said)

    @_item.register
    def _(self, item: Dots) -> str:
        rows = (
            _dictionary({
                "date": escape_typst(row.date), "words": self._prose(row.words),
                "colour": escape_typst(row.colour),
            })
            for row in item.rows
        )  # fmt: skip
        return f"dots({array(rows)})"

    @_item.register
    def _(self, item: Ticks) -> str:
        marks = array(map(escape_typst, item.marks))
        return f"ticks({self._prose(item.word)}, {marks}, {escape_typst(item.colour)})"

    @_item.register
    def _(self, item: Picture) -> str:
        size = f"{item.width_in * 25.4:.4g}mm, {item.height_in * 25.4:.4g}mm"
        return f"drawn({escape_typst(f'{item.key}.svg')}, {size}, {escape_typst(str(item.alt))})"

    @_item.register
    def _(self, item: Rows) -> str:
        rows = (
            _dictionary({"label": self._prose(row.label), "words": self._prose(row.words)})
            for row in item.rows
        )
        return f"pairs({array(rows)})"


def array(items: Iterable[str]) -> str:
    """Code of an array."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def arguments(values: Mapping[str, str]) -> str:
    """Code of named arguments."""
    return ", ".join(f"{name}: {value}" for name, value in values.items())


def _dictionary(values: Mapping[str, str]) -> str:
    return f"({arguments(values)})"


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _number(value: float) -> str:
    return f"{value:.6f}"
