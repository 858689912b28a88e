"""The exhibits of a report as slides: one a page, with its headline and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from frameline.record.figure import Figure
from frameline.record.grid import Grid
from frameline.record.table import Table
from frameline.report.document.document import Block, Document
from frameline.report.escape import escape_typst
from frameline.report.print.columns import column_widths
from frameline.report.print.typeset import align_of, arguments, array, size_of, typst_date
from frameline.words.formats import format_date
from frameline.words.phrases import Phrases

#: A table of more rows is no slide; neither is one of many words.
MOST_ROWS, MOST_CHARACTERS = 9, 1100
#: A table of few words is set larger (points).
FEW_CHARACTERS, LARGE, SMALL = 520, 15, 11
#: A chart this much taller than wide would be too small to read.
TALLEST = 1.25


def slides_source(document: Document) -> str:
    """The exhibits of a document as Typst code."""
    return "\n".join(_lines(document))


def _lines(document: Document) -> Iterable[str]:
    words = Phrases("page", document.lang)
    day = format_date(document.date, document.lang)
    said = words("data-as-of", day=day) if day else ""
    yield '#import "slides.typ": *'
    yield f"#show: slides.with({_about(document, words)})"
    yield "#{"
    first = (document.title, document.subtitle, document.edition, said)
    named = array(map(escape_typst, document.authors))
    yield f"opening-slide({', '.join(map(escape_typst, first))}, {named})"
    for chapter in document.chapters:
        for block in chapter.blocks:
            if fits(block):
                yield _slide(block, document, words)
    yield "}"


def fits(block: Block) -> bool:
    """Whether a block is an exhibit that can be read on a slide."""
    if isinstance(block, Figure):
        return block.height_in <= TALLEST * block.width_in
    if isinstance(block, Table):
        return len(block.grid.rows) <= MOST_ROWS and _characters(block.grid) <= MOST_CHARACTERS
    return False


def _characters(grid: Grid) -> int:
    return sum(len(cell) for row in grid.rows for cell in row)


def _about(document: Document, words: Phrases) -> str:
    about = {
        "title": escape_typst(words("title-slides", title=document.title)),
        "subtitle": escape_typst(document.subtitle),
        "lang": escape_typst(document.lang),
        "date": typst_date(document.date),
        "authors": array(map(escape_typst, document.authors)),
        "keywords": array(map(escape_typst, document.keywords)),
        "foot": escape_typst(f"{document.title}. {document.edition}".strip()),
    }
    if document.direction == "rtl":
        about["direction"] = "rtl"
    return arguments(about)


def _slide(block: Block, document: Document, words: Phrases) -> str:
    assert isinstance(block, (Figure, Table))
    kind = "figure" if isinstance(block, Figure) else "table"
    source = escape_typst(
        words("source-line", exhibit=words(kind, number=block.number), report=document.title)
    )
    if isinstance(block, Figure):
        width, height = (f"{length:.4g}mm" for length in size_of(block))
        text = (str(block.title), str(block.subtitle))
        shown = [width, height, escape_typst(f"{block.key}.svg"), escape_typst(str(block.alt))]
        return f"chart-slide({', '.join([*map(escape_typst, text), *shown, source])})"
    grid = block.grid
    parts = [
        escape_typst(str(block.title)),
        array(column_widths(grid)),
        array(align_of(column) for column in grid.columns),
        array(escape_typst(column.label) for column in grid.columns),
        array(array(map(escape_typst, row)) for row in grid.rows),
        source,
        f"size: {LARGE if _characters(grid) <= FEW_CHARACTERS else SMALL}pt",
    ]
    return f"table-slide({', '.join(parts)})"
