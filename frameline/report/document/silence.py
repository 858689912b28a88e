"""Sections with nothing to show: a heading and its lead-in go where the cells below are silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from frameline.record.mime import (
    EVIDENCE_MIME,
    FIGURE_MIME,
    FINDINGS_MIME,
    PANEL_MIME,
    PROSE_MIME,
    TABLE_MIME,
)

#: A heading within a chapter; the chapter's own has one mark.
_HEADING = re.compile(r"^#{2,6}[ \t]+\S", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_MACHINE = {"parameters", "injected-parameters", "setup", "load", "colophon"}

Cell = Mapping[str, Any]


def without_silent_sections(cells: Sequence[Cell]) -> list[Cell]:
    """Leave out the words of each section whose code shows a reader nothing.

    A section begins with a heading and ends before the next one. It is silent when it has code
    and none of it puts out a figure, a table, a panel, prose or a list of claims; its heading and
    its prose then go. A section of prose alone stays.

    Parameters
    ----------
    cells : list of dict
        The cells of an executed chapter, in order.

    Returns
    -------
    list of dict
        As many cells, in the same order: code cells as they are, because findings and claims are
        collected from them; Markdown cells with what stays, which may be nothing.
    """
    staying: list[list[str]] = [[] for _ in cells]
    for section in _sections(cells):
        if not (section.headed and says_nothing([cells[i] for i in section.code])):
            for place, source in section.words:
                staying[place].append(source)
    return [
        {**cell, "source": "".join(kept)} if cell["cell_type"] == "markdown" else cell
        for cell, kept in zip(cells, staying, strict=True)
    ]


def says_nothing(cells: Iterable[Cell]) -> bool:
    """Whether there is code for a reader among the cells, none of which shows anything."""
    code = [c for c in cells if c["cell_type"] == "code" and not _for_the_machine(c)]
    return bool(code) and not any(_shows_something(c) for c in code)


def _shows_something(cell: Cell) -> bool:
    """Whether a cell puts out what a reader sees, and not only findings."""
    return any(
        any(mime in data for mime in (PROSE_MIME, FIGURE_MIME, TABLE_MIME, PANEL_MIME))
        # Claims that come with findings are there to be looked up, not to be listed.
        or (EVIDENCE_MIME in data and FINDINGS_MIME not in data)
        for output in _outputs(cell)
        if (data := output.get("data"))
    )


def _for_the_machine(cell: Cell) -> bool:
    """Cells of which no reader expects anything: tagged ones, and those that hand over findings."""
    tagged = set(cell.get("metadata", {}).get("tags", ())) & _MACHINE
    return bool(tagged) or any(FINDINGS_MIME in output.get("data", {}) for output in _outputs(cell))


def _outputs(cell: Cell) -> Sequence[Mapping[str, Any]]:
    outputs: Sequence[Mapping[str, Any]] = cell.get("outputs", ())
    return outputs


@dataclass
class _Section:
    """What stands between two headings: Markdown with the place of its cell, places of code."""

    headed: bool = False
    words: list[tuple[int, str]] = field(default_factory=list)
    code: list[int] = field(default_factory=list)


def _sections(cells: Sequence[Cell]) -> list[_Section]:
    found = [_Section()]
    for place, cell in enumerate(cells):
        if cell["cell_type"] != "markdown":
            found[-1].code.append(place)
            continue
        for source in _parted(_text(cell["source"])):
            if _HEADING.match(source):
                found.append(_Section(headed=True))
            found[-1].words.append((place, source))
    return found


def _parted(source: str) -> list[str]:
    """Markdown in pieces, each but the first beginning with a heading."""
    starts = [found.start() for found in _HEADING.finditer(_unfenced(source))]
    marks = [0, *(start for start in starts if start > 0), len(source)]
    return [source[a:b] for a, b in pairwise(marks)]


def _unfenced(source: str) -> str:
    """The same length with other marks in fenced code, so that no comment there is a heading."""
    return _FENCED.sub(lambda found: found.group().replace("#", "."), source)


def _text(source: Any) -> str:
    return "".join(source) if isinstance(source, list) else str(source)
