"""The report as one HTML file: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbformat import NotebookNode
from traitlets import Unicode, default

from frameline.report.assemble import merge_one
from frameline.report.bundles import Claim, Figure, Grid, Prose
from frameline.report.compact import compact
from frameline.report.config import PARTS
from frameline.report.document import (
    METADATA,
    Chapter,
    Document,
    day_in_words,
    read_document,
    short_ids,
)
from frameline.report.escape import escape_csv, escape_html, printable
from frameline.report.markdown import CROSS_REFERENCE, HtmlEmitter
from frameline.report.project import FONTS, default_template
from frameline.report.svg import clean

TEMPLATE = "frameline.html.j2"
#: Above this many, a figure lists the ids of its claims only, grouped by text.
MANY_CLAIMS = 40
#: The shipped subsets: file, family the style sheet asks for, weight, style.
FACES = (
    ("FramelineSerif-Regular", "Source Serif 4", 400, "normal"),
    ("FramelineSerif-Italic", "Source Serif 4", 400, "italic"),
    ("FramelineSerif-SemiBold", "Source Serif 4", 600, "normal"),
    ("FramelineSans-Regular", "Source Sans 3", 400, "normal"),
    ("FramelineSans-Italic", "Source Sans 3", 400, "italic"),
    ("FramelineSans-SemiBold", "Source Sans 3", 600, "normal"),
)
_WORDS = ("text", "name", "list")


class FramelineHTMLExporter(TemplateExporter):
    """Exports a merged notebook, or any one executed chapter, as a page of the report."""

    export_from_notebook = "Frameline report (HTML)"
    output_mimetype = "text/html"
    template_folder = Unicode(help="Folder with frameline.html.j2 and report.css").tag(config=True)

    @default("template_folder")
    def _default_template_folder(self) -> str:
        return str(default_template())

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_file")
    def _template_file_default(self) -> str:
        return TEMPLATE

    @default("template_paths")
    def _template_paths_default(self) -> list[str]:
        return [self.template_folder]

    def _create_environment(self) -> Environment:
        return _environment(self.template_paths)

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Write a notebook as HTML."""
        if METADATA not in nb.metadata:
            nb = merge_one(nb, (resources or {}).get("metadata", {}).get("name", ""))
        _, resources = super(TemplateExporter, self).from_notebook_node(nb, resources, **kw)
        return write_html(read_document(nb), Path(self.template_folder), self.template), resources


def write_html(document: Document, folder: Path, template: Template | None = None) -> str:
    """Write a document as a page.

    Parameters
    ----------
    document : Document
        From `frameline.report.document.read_document`.
    folder : path
        Template and style sheet.
    template : jinja2.Template, optional
        In place of the one in the folder.
    """
    template = template or _environment([str(folder)]).get_template(TEMPLATE)
    return printable(template.render(page=_Page(document, folder), document=document))


def _environment(folders: list[str]) -> Environment:
    """A strict environment: everything is escaped, nothing may be missing."""
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
        self._template = template
        self._emitters: dict[str, HtmlEmitter] = {}
        self._listed = document.listed_claims

    @property
    def style(self) -> Markup:
        """The style sheet and the fonts it uses."""
        css = (self._template / "report.css").read_text(encoding="utf-8")
        return Markup("\n".join([*map(_face, _faces()), css]))

    @property
    def parts(self) -> list[tuple[str, str, list[Chapter]]]:
        """The chapters of each part that has any."""
        found = []
        for key, name in PARTS.items():
            chapters = [c for c in self.document.chapters if c.part == key]
            if chapters:
                found.append((key, name, chapters))
        return found

    @property
    def day(self) -> str:
        """The date of the data in words."""
        return day_in_words(self.document.date, self.document.lang)

    def groups(self, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
        """Claims by text, in the order in which the texts come up."""
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            found.setdefault(claim.name, []).append(claim)
        return found

    def words(self, source: str, chapter: str) -> Markup:
        """Markdown as HTML, anchors kept apart by chapter."""
        emitter = self._emitters.setdefault(
            chapter, HtmlEmitter(self.document.target, prefix=chapter)
        )
        return emitter.emit(source)

    def line(self, source: str) -> Markup:
        """One line of Markdown without a paragraph around it."""
        html = HtmlEmitter(self.document.target).emit(source)
        return Markup(str(html).strip().removeprefix("<p>").removesuffix("</p>"))

    def prose(self, prose: Prose) -> Markup:
        """A sentence whose numbers say what they are."""
        return Markup("").join(
            # Only what an author wrote refers; a name that looks like a reference is a name.
            self._finding(text, key)
            if key in self.document.findings
            else escape_html(text)
            if key
            else self._plain(text)
            for text, key in prose.segments
        )

    def _plain(self, text: str) -> Markup:
        """Text with its cross-references made links."""
        parts = CROSS_REFERENCE.split(text)
        emitter = HtmlEmitter(self.document.target)
        return Markup("").join(
            emitter.reference(part)
            if place % 2 and self.document.target(part)
            else escape_html(f"[@{part}]" if place % 2 else part)
            for place, part in enumerate(parts)
        )

    def _finding(self, text: str, key: str) -> Markup:
        finding = self.document.findings[key]
        value = finding["value"]
        raw = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
        # A number is set apart; a name or a sentence that happens to be computed is not.
        kind = Markup(' class="words"') if finding["unit"] in _WORDS else ""
        return Markup('<data{} value="{}" title="{}">{}</data>').format(
            kind, raw, describe_finding(finding), text
        )

    def chart(self, figure: Figure) -> Markup:
        """The chart, named for those who cannot see it."""
        # XML knows no control characters, and what has been cleaned is read once more.
        title = printable(f"Figure {figure.number}: {figure.title}")
        svg = clean(figure.svg, f"{figure.key}-", title, printable(str(figure.alt)))
        return Markup(compact(svg))

    def csv(self, grid: Grid) -> str:
        """A table as an address that downloads it."""
        data = base64.b64encode(csv_text(grid).encode("utf-8")).decode("ascii")
        return f"data:text/csv;charset=utf-8;base64,{data}"

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
        return claim_id in self._listed


def describe_finding(finding: Mapping[str, Any]) -> str:
    """A finding in one line, for the tooltip of its number."""
    parts = [str(finding["key"])]
    if finding.get("low") is not None and finding.get("high") is not None:
        parts.append(f"interval {_number(finding['low'])} to {_number(finding['high'])}")
    if finding.get("n") is not None:
        parts.append(f"n = {finding['n']}")
    if finding.get("filter"):
        parts.append(str(finding["filter"]))
    return " · ".join(parts)


def _number(value: Any) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def csv_text(grid: Grid) -> str:
    """A table as CSV that no spreadsheet takes for formulas.

    >>> from frameline.report.bundles import Column
    >>> print(csv_text(Grid((Column("a"), Column("b")), (("=1+1", "-0.5"),))), end="")
    a,b
    '=1+1,-0.5
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([escape_csv(column.label) for column in grid.columns])
    writer.writerows([escape_csv(cell) for cell in row] for row in grid.rows)
    return buffer.getvalue()


def _faces() -> list[tuple[Path, str, int, str]]:
    faces = [(FONTS / f"{name}.woff2", family, w, style) for name, family, w, style in FACES]
    return [face for face in faces if face[0].is_file()]


def _face(face: tuple[Path, str, int, str]) -> str:
    path, family, weight, style = face
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )
