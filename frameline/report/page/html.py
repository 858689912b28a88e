"""The report as one HTML file: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from frameline.record import items
from frameline.record.claim import Claim
from frameline.record.figure import Figure
from frameline.record.finding import Finding
from frameline.record.grid import Grid
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.report.document.document import (
    Chapter,
    Document,
    Evidence,
    short_ids,
)
from frameline.report.document.markdown import CROSS_REFERENCE, HtmlEmitter
from frameline.report.document.paths import words_above
from frameline.report.document.terms import Glossary
from frameline.report.escape import escape_csv, escape_html, printable
from frameline.report.page.compact import compact
from frameline.report.page.phrasing import html_phrases
from frameline.report.page.style import style_of
from frameline.report.page.svg import clean
from frameline.report.plan.config import PARTS
from frameline.words.formats import format_date, format_value, list_separators, localised
from frameline.words.phrases import Phrases

TEMPLATE = "frameline.html.j2"
#: Above this many, a figure lists the ids of its claims only, grouped by text.
MANY_CLAIMS = 40
#: A column with a cell longer than this holds sentences: on a phone it keeps a width to read them.
SENTENCE = 44
#: On a phone a table with a cell longer than this, of so many columns or more and so many rows or
#: fewer, becomes cards.
CARD_WORDS, CARD_COLUMNS, CARD_ROWS = 32, 3, 60
_WORDS = ("text", "name", "list")
#: Signs that an address and an attribute can hold as they are.
_SAFE = ",;:/?@!$()*+=-._~"


def write_html(document: Document, folder: Path, template: Template | None = None) -> str:
    """Write a document as a page.

    Parameters
    ----------
    document : Document
        From `frameline.report.document.document.read_document`.
    folder : path
        Template and style sheet.
    template : jinja2.Template, optional
        In place of the one in the folder.
    """
    template = template or page_environment([str(folder)]).get_template(TEMPLATE)
    page = _Page(document, folder)
    return printable(template.render(page=page, document=document, words=page.said))


def page_environment(folders: Sequence[str]) -> Environment:
    """A strict environment: everything is escaped, nothing may be missing."""
    return _environment(tuple(folders))


@lru_cache
def _environment(folders: tuple[str, ...]) -> Environment:
    """One for all pages of a process; it looks itself whether a template has changed."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Page:
    """What the template asks for."""

    def __init__(self, document: Document, template: Path):
        self.document = document
        #: The words of the page itself, in the language of the report.
        self.said = Phrases("page", document.lang)
        self.html = html_phrases(self.said)
        self._template = template
        self._glossary = Glossary.read(document.tables, document.lang)
        self._marker = self._glossary.marker()
        self._seen: set[str] = set()
        self._emitter = self._emitter_of()
        self._lists = _lists(document)

    def begin(self, chapter: Chapter) -> str:
        """Start a chapter: terms are marked anew, anchors of headings carry its key."""
        self._marker = self._glossary.marker(
            block for block in chapter.every_block if isinstance(block, Table)
        )
        self._emitter = self._emitter_of(prefix=chapter.key, mark=self._marker.running)
        return ""

    def _emitter_of(self, **options: Any) -> HtmlEmitter:
        return HtmlEmitter(self.document.target, words=self.said, **options)

    def begin_view(self, *, first: bool) -> str:
        """Start a view of a switch: each marks the terms that no one saw before the switch."""
        if first:
            self._seen = set(self._marker.seen)
        else:
            self._marker.seen = set(self._seen)
        return ""

    @property
    def style(self) -> Markup:
        """The style sheet and the fonts it uses."""
        return style_of(self._template, self.document.direction)

    def at(self, claim: Markup | str, place: str) -> Markup:
        """A claim, or its text, with its place where that says more."""
        return self.html("claim-at", claim=claim, place=place) if place else escape(claim)

    def count(self, number: int) -> str:
        """A number of things."""
        return format_value(number, "count", self.document.lang)

    @property
    def comma(self) -> str:
        """What stands between the members of a list that goes on."""
        return list_separators(self.document.lang)[0]

    @property
    def parts(self) -> list[tuple[str, str, list[Chapter]]]:
        """The chapters of each part that has any."""
        found = []
        for key in PARTS:
            chapters = [c for c in self.document.chapters if c.part == key]
            if chapters:
                found.append((key, self.said(f"part-{key}"), chapters))
        return found

    @property
    def first_annexed(self) -> str:
        """The part with which the annex begins."""
        return next((key for key, _, chapters in self.parts if chapters[0].annexed), "")

    def unknown(self, block: object) -> str:
        """Refuse a block that the template does not know."""
        raise TypeError(f"no way to show a {type(block).__name__} on a page")

    @property
    def day(self) -> str:
        """The date of the data in words."""
        return format_date(self.document.date, self.document.lang)

    def groups(self, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
        """Claims by text, in the order in which the texts come up."""
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            found.setdefault(claim.name, []).append(claim)
        return found

    def words(self, source: str) -> Markup:
        """Markdown as HTML."""
        return self._emitter.emit(source)

    def line(self, source: str) -> Markup:
        """One line of Markdown without a paragraph around it."""
        html = self._emitter_of().emit(source)
        return Markup(str(html).strip().removeprefix("<p>").removesuffix("</p>"))

    def title(self, prose: Prose) -> Markup:
        """A headline: its findings say what they are, its terms do not."""
        return self._written(prose, escape_html, escape_html)

    def sentence(self, prose: Prose) -> Markup:
        """A sentence whose numbers and terms say what they are."""
        return self._written(prose, self._marker.running, self._marker.alone)

    def note(self, text: str) -> Markup:
        """A note with its terms marked."""
        return self._marker.running(text)

    def cell(self, text: str) -> Markup:
        """A cell of a table, marked where it is a term."""
        return self._marker.alone(text)

    def row_anchor(self, table: Table, row: int) -> str:
        """Where links to a row of the codebook lead; empty for other rows."""
        return self._glossary.anchors.get((table.key, row), "")

    def _written(
        self, prose: Prose, mark: Callable[[str], Markup], mark_value: Callable[[str], Markup]
    ) -> Markup:
        return Markup("").join(
            # Only what an author wrote refers; a name that looks like a reference is a name.
            self._finding(text, key, mark_value)
            if key in self.document.findings
            else mark_value(text)
            if key
            else self._plain(text, mark)
            for text, key in prose.segments
        )

    def _plain(self, text: str, mark: Callable[[str], Markup]) -> Markup:
        """Text with its cross-references made links."""
        parts = CROSS_REFERENCE.split(text)
        return Markup("").join(
            mark(part)
            if place % 2 == 0
            else self._emitter.reference(part)
            if self.document.target(part)
            else escape_html(f"[@{part}]")
            for place, part in enumerate(parts)
        )

    def _finding(self, text: str, key: str, mark: Callable[[str], Markup]) -> Markup:
        finding = self.document.findings[key]
        value = finding.value
        raw = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
        # A number is set apart; a name or a sentence that happens to be computed is not.
        words = finding.unit in _WORDS
        kind = Markup(' class="words"') if words else ""
        if finding.unit == "p":  # the sign of equality stays with its number
            text = text.replace(" ", "\N{NO-BREAK SPACE}")
        return Markup('<data{} value="{}" title="{}">{}</data>').format(
            kind, raw, self._about(finding), mark(text) if words else text
        )

    def _about(self, finding: Finding) -> str:
        shown = self.document.filters.get(finding.filter, finding.filter)
        return describe_finding(replace(finding, filter=shown), self.said)

    def chart(self, figure: Figure) -> Markup:
        """The chart, named for those who cannot see it."""
        # XML knows no control characters, and what has been cleaned is read once more.
        named = self.said("figure-title", number=figure.number, title=str(figure.title))
        title = printable(named)
        svg = clean(figure.pictures.svg, f"{figure.key}-", title, printable(str(figure.alt)))
        return Markup(compact(svg))

    def picture(self, item: items.Picture) -> Markup:
        """A chart within a panel."""
        svg = clean(item.drawn.svg, f"{item.key}-", printable(str(item.alt)))
        return Markup(compact(svg))

    def placed(self, path: items.Path) -> list[tuple[items.Point, bool]]:
        """The points of a path in reading order, and whether the words of each go above it."""
        return words_above(path)

    def verdicts(self, panel: Panel, column: int) -> list[items.Point]:
        """What a path of a panel says of one of its columns."""
        paths = [item for item in panel.items if isinstance(item, items.Path)]
        return [point for path in paths for point in path.joined if point.column == column]

    def csv(self, grid: Grid) -> str:
        """A table as an address that downloads it."""
        return csv_address(grid)

    def columns(self, grid: Grid) -> str:
        """The columns set flush right and those of sentences, as classes of the style sheet."""
        right = [f"r{i}" for i, c in enumerate(grid.columns, 1) if c.align == "right"]
        longest = [max(map(len, cells)) for cells in zip(*grid.rows, strict=True)]
        return " ".join([*right, *(f"s{i}" for i, n in enumerate(longest, 1) if n > SENTENCE)])

    def as_cards(self, grid: Grid) -> bool:
        """Whether a narrow screen shows each row as a card: several columns, words in one."""
        wordy = any(len(cell) > CARD_WORDS for row in grid.rows for cell in row)
        return wordy and len(grid.columns) >= CARD_COLUMNS and len(grid.rows) <= CARD_ROWS

    def few(self, ids: tuple[str, ...]) -> bool:
        """Whether the claims can be shown one by one."""
        return len(ids) <= MANY_CLAIMS

    def by_name(self, ids: tuple[str, ...]) -> dict[str, list[Claim]]:
        """The claims of some ids, grouped by text."""
        return self.groups(self.document.rows(ids))

    def named(self, claims: list[Claim]) -> list[tuple[str, Claim]]:
        """The claims of one text, each with an id as short as can be."""
        return list(zip(short_ids(claims), claims, strict=True))

    def listed(self, claim_id: str) -> bool:
        """Whether the claim has a place of its own in this report."""
        return claim_id in self.document.listed_claims

    def whole_list(self, name: str, claims: list[Claim]) -> str:
        """The anchor of the list that holds just these claims of a text; empty if none does."""
        anchor, ids = self._lists.get(name, ("", frozenset()))
        return anchor if ids == {claim.claim_id for claim in claims} else ""


def _lists(document: Document) -> dict[str, tuple[str, frozenset[str]]]:
    """The lists of claims by text: anchor and ids, as the template numbers them."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for chapter in document.chapters:
        for block in chapter.blocks:
            if isinstance(block, Evidence):
                names = list(dict.fromkeys(claim.name for claim in block.claims))
                for number, name in enumerate(names, start=1):
                    ids = frozenset(c.claim_id for c in block.claims if c.name == name)
                    found[name] = (f"{chapter.key}-claims-{number}", ids)
    return found


def csv_address(grid: Grid) -> str:
    """A table as an address that downloads it, in the shorter of two encodings."""
    data = csv_text(grid).encode("utf-8")
    return min(
        f"data:text/csv;charset=utf-8,{quote(data, safe=_SAFE)}",
        f"data:text/csv;charset=utf-8;base64,{base64.b64encode(data).decode('ascii')}",
        key=len,
    )


def describe_finding(finding: Finding, words: Phrases | None = None) -> str:
    """A finding in one line, for the tooltip of its number."""
    words, parts = words or Phrases("page"), [finding.key]
    if finding.low is not None and finding.high is not None:
        low, high = (_number(end, words.lang) for end in (finding.low, finding.high))
        parts.append(words("finding-interval", low=low, high=high))
    if finding.n is not None:
        parts.append(words("finding-n", n=_localised(str(finding.n), words.lang)))
    if finding.filter:
        parts.append(finding.filter)
    return " · ".join(parts)


def _number(value: Any, lang: str) -> str:
    return _localised(f"{value:.3g}" if isinstance(value, float) else str(value), lang)


def _localised(text: str, lang: str) -> str:
    # English keeps the minus that machines write: these numbers are there to be looked up.
    return text if lang == "en" else localised(text, lang)


def csv_text(grid: Grid) -> str:
    """A table as CSV that no spreadsheet takes for formulas.

    >>> from frameline.record.grid import Column
    >>> print(csv_text(Grid((Column("a"), Column("b")), (("=1+1", "-0.5"),))), end="")
    a,b
    '=1+1,-0.5
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([escape_csv(column.label) for column in grid.columns])
    writer.writerows([escape_csv(cell) for cell in row] for row in grid.rows)
    return buffer.getvalue()
