"""The report as a Word file: headings, captions, tables and links that an editor can change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from frameline.record.figure import Figure
from frameline.record.grid import Grid
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.report import BuildError
from frameline.report.document.document import Block, Chapter, Contents, Document, Evidence, Words
from frameline.report.document.markdown import CROSS_REFERENCE, tokens
from frameline.report.escape import printable
from frameline.report.office.markdown import WordEmitter
from frameline.report.office.parts import (
    TEXT_MM,
    add_link,
    bookmark,
    describe,
    new_word,
    repeat_head,
    set_language,
    set_widths,
)
from frameline.report.print.columns import column_widths
from frameline.report.print.pictures import png_of
from frameline.words.formats import format_date
from frameline.words.phrases import Phrases

#: The room at the sides of a cell, in characters.
SIDES = 5.0
#: The page whose exhibits hold the claims behind each exhibit.
PAGE = "report.html"
#: No file says when it was made; archives need some day.
_DAY = (1980, 1, 1, 0, 0, 0)
_STYLES = {"title": "Heading 3", "lead": "Intense Quote", "verdict": "List Bullet"}


def write_word(document: Document) -> bytes:
    """Write a document as a Word file.

    Raises
    ------
    BuildError
        python-docx is not installed.
    """
    try:
        import docx  # noqa: F401
    except ImportError:
        raise BuildError(
            "docx: needs python-docx; install it with: python -m pip install 'frameline[office]'"
        ) from None
    return _same_bytes(_Writer(document).write())


@dataclass
class _Writer:
    """Writes a document block by block, and at its end how things were computed."""

    document: Document
    #: How figures were computed, in the order of their notes.
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = Phrases("page", self.document.lang)
        self.file = new_word(self.document.paper)
        self.emitter = WordEmitter(
            self.file, self.document.target, missing=self.words("missing-part")
        )
        self._writers: Mapping[type, Callable[[Any], None]] = {
            Words: lambda block: self.emitter.emit(block.source),
            Prose: self._prose,
            Figure: self._figure,
            Table: self._table,
            Panel: self._panel,
            Contents: lambda block: self._contents(),
            Evidence: lambda block: None,
        }

    def write(self) -> Any:
        """The file with everything in it."""
        self._front()
        for chapter in self.document.chapters:
            self._chapter(chapter)
        self._lacking()
        self._sources()
        self._notes()
        return self.file

    def _front(self) -> None:
        document, core = self.document, self.file.core_properties
        core.title, core.author = document.title, ", ".join(document.authors)
        core.subject, core.keywords = document.subtitle, ", ".join(document.keywords)
        core.language, core.comments, core.last_modified_by = document.lang, "", ""
        core.created = core.modified = _day(document.date)
        core.revision = 1
        set_language(self.file, document.lang, rtl=document.direction == "rtl")
        self.file.add_paragraph(printable(document.title), style="Title")
        self.file.add_paragraph(printable(document.subtitle), style="Subtitle")
        day = format_date(document.date, document.lang)
        said = [*document.authors, self.words("data-as-of", day=day) if day else ""]
        self.file.add_paragraph(printable(" · ".join(filter(None, said))), style="Caption")

    def _contents(self) -> None:
        for chapter in self.document.chapters:
            line = self.file.add_paragraph()
            label = f"{chapter.number} {chapter.title}".strip()
            add_link(line, printable(label), anchor=chapter.anchor)

    def _chapter(self, chapter: Chapter) -> None:
        number = f"{chapter.number} " if chapter.number else ""
        heading = self.file.add_paragraph(style="Heading 1")
        heading.add_run(printable(number))
        self.emitter.inline(heading, _inline(chapter.title))
        bookmark(heading, chapter.anchor)
        for block in chapter.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        writer = self._writers.get(type(block))
        if writer is None:
            raise TypeError(f"no way to write a {type(block).__name__} in a Word file")
        writer(block)

    def _prose(self, prose: Prose) -> None:
        line = self.file.add_paragraph(style=_STYLES.get(prose.style, "Normal"))
        self._said(line, prose)

    def _said(self, line: Any, prose: Prose) -> None:
        for text, key in prose.segments:
            if key:
                line.add_run(printable(text))
                continue
            for place, part in enumerate(CROSS_REFERENCE.split(text)):
                if place % 2:
                    self.emitter.reference(line, part)
                else:
                    line.add_run(printable(part))

    def _caption(self, block: Figure | Table | Panel, kind: str, anchor: str) -> None:
        caption = self.file.add_paragraph(style="Caption")
        bookmark(caption, anchor)
        caption.add_run(f"{self.words(kind, number=block.number)}. ").bold = True
        self._said(caption, block.title)
        caption.paragraph_format.keep_with_next = True

    def _figure(self, figure: Figure) -> None:
        anchor = f"fig-{figure.key}"
        self._caption(figure, "figure", anchor)
        if str(figure.subtitle):
            line = self.file.add_paragraph(style="Subcaption")
            self._said(line, figure.subtitle)
        from docx.shared import Mm

        width = min(TEXT_MM, figure.width_in * 25.4)
        shape = self.file.add_picture(io.BytesIO(png_of(figure)), width=Mm(width))
        describe(shape, printable(str(figure.title)), printable(str(figure.alt)))
        self._foot(figure, anchor, figure.how)

    def _panel(self, panel: Panel) -> None:
        """A designed page as its words and numbers: what can be edited."""
        anchor = f"fig-{panel.key}"
        self._caption(panel, "figure", anchor)
        if str(panel.deck):
            self._said(self.file.add_paragraph(style="Subcaption"), panel.deck)
        self._grid(panel.grid)
        self._foot(panel, anchor, panel.how)

    def _table(self, table: Table) -> None:
        anchor = f"tab-{table.key}"
        self._caption(table, "table", anchor)
        self._grid(table.grid)
        self._foot(table, anchor, "")

    def _grid(self, grid: Grid) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        made = self.file.add_table(rows=1, cols=len(grid.columns), style="Report Table")
        heads = [column.label for column in grid.columns]
        for number, row in enumerate([heads, *grid.rows]):
            cells = (made.rows[0] if not number else made.add_row()).cells
            for cell, text, column in zip(cells, row, grid.columns, strict=True):
                cell.text, cell.paragraphs[0].style = printable(text), "Cell"
                if column.align == "right":
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        repeat_head(made)
        # Cells of Word keep more room at their sides than those of print.
        widths = column_widths(grid)
        set_widths(made, [float(width.removesuffix("fr")) + SIDES for width in widths])

    def _foot(self, block: Figure | Table | Panel, anchor: str, how: str) -> None:
        """Note and filter, where the evidence stands, and a mark that leads to how."""
        line = self.file.add_paragraph(style="Note")
        said = " ".join(_sentence(text) for text in (block.note, block.filter) if text)
        line.add_run(printable(f"{said} ") if said else "")
        if block.evidence:
            place = self.words("evidence")
            add_link(line, f"{place} ({len(block.evidence)})", address=f"{PAGE}#{anchor}")
        if how:
            self.notes.append(how)
            number = str(len(self.notes))
            mark = add_link(line, f" {number}", anchor=f"note-{number}")
            mark.font.superscript = True

    def _lacking(self) -> None:
        if self.document.asides:
            self.file.add_paragraph(self.words("not-here"), style="Heading 1")
        for aside in self.document.asides:
            line = self.file.add_paragraph()
            line.add_run(printable(f"{aside['title']} ")).bold = True
            line.add_run(printable(aside["text"]))

    def _sources(self) -> None:
        if self.document.literature:
            self.file.add_paragraph(self.words("sources"), style="Heading 1")
        for heading, entries in self.document.literature:
            self.file.add_paragraph(printable(heading), style="Heading 2")
            for entry in entries:
                line = self.file.add_paragraph()
                self.emitter.inline(line, _inline(entry["text"]))
                bookmark(line, f"ref-{entry['key']}")
                if entry.get("url"):
                    line.add_run(" ")
                    add_link(line, printable(entry["url"]), address=entry["url"])

    def _notes(self) -> None:
        if self.notes:
            self.file.add_paragraph(self.words("how-computed"), style="Heading 1")
        for number, how in enumerate(self.notes, start=1):
            line = self.file.add_paragraph(style="Note")
            bookmark(line, f"note-{number}")
            line.add_run(f"{number}. ").bold = True
            self.emitter.inline(line, _inline(_sentence(how)))


def _inline(source: str) -> list[Any]:
    """The inline tokens of one line of Markdown."""
    return [token for block in tokens(source) for token in block.get("children", ())]


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _day(date: str) -> datetime:
    """The day that the data stand for; a fixed one where there is none."""
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return datetime(*_DAY, tzinfo=UTC)


def _same_bytes(file: Any) -> bytes:
    """The file without the clock of the machine."""
    written, made = io.BytesIO(), io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w") as new:
        for name in _ordered(old.namelist()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return made.getvalue()


def _ordered(names: Iterable[str]) -> list[str]:
    """The list of types first, as readers expect it, then by name."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
