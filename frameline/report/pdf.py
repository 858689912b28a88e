"""The report as PDF: Typst source from the merged notebook, compiled by the typst package."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from frameline.report import BuildError
from frameline.report.bundles import Claim, Column, Figure, Grid, Prose, Table
from frameline.report.config import PARTS
from frameline.report.document import (
    Aside,
    Block,
    Chapter,
    Document,
    Evidence,
    Words,
    day_in_words,
    short_ids,
)
from frameline.report.escape import escape_typst
from frameline.report.markdown import CROSS_REFERENCE, TypstEmitter, tokens
from frameline.report.project import FONTS
from frameline.report.svg import clean

Standard = Literal["ua-1", "a-2a"]
#: Tagged for assistive technology.
TAGGED: tuple[Standard, ...] = ("ua-1",)
#: Fit for archives as well, which a document without a date cannot be.
ARCHIVED: tuple[Standard, ...] = ("ua-1", "a-2a")
WIDE_MM = 160.0
#: A chart of this height leaves room for heading, caption and note on the page.
TALL_MM = 192.0
#: Characters of table text that stand side by side in the full width.
LINE_CHARACTERS = 95
MAIN = "main.typ"
_PACKAGE = re.compile(r"(?:import|include)\s*\(?\s*\"@")


def write_pdf(document: Document, template: Path) -> bytes:
    """Write a document as PDF; one with a date is fit for archives too."""
    with tempfile.TemporaryDirectory(prefix="frameline-") as folder:
        write_sources(document, template, Path(folder))
        dated = typst_date(document.date) != "none"
        return compile_pdf(Path(folder), ARCHIVED if dated else TAGGED)


def write_sources(document: Document, template: Path, folder: Path) -> None:
    """Write everything Typst reads: the document, the layout and the charts."""
    layout = (template / "report.typ").read_text(encoding="utf-8")
    if _PACKAGE.search(layout):
        raise BuildError(
            f"{template / 'report.typ'}: imports a package, which would be fetched from outside; "
            "copy what it needs into the template"
        )
    (folder / "report.typ").write_text(layout, encoding="utf-8")
    for figure in document.figures:
        (folder / f"{figure.key}.svg").write_text(clean(figure.svg), encoding="utf-8")
    (folder / MAIN).write_text(typst_source(document), encoding="utf-8")


def compile_pdf(folder: Path, standards: Sequence[Standard] = ARCHIVED) -> bytes:
    """Compile with the shipped fonts only; a warning of the compiler is an error.

    Parameters
    ----------
    folder : path
        What `write_sources` wrote; nothing outside it can be read.
    standards : sequence of str
        What the file must hold to.

    Raises
    ------
    BuildError
        The document breaks a rule of the standards, or a glyph or font is missing.
    """
    import typst

    fonts = [str(FONTS), *_matplotlib_fonts()]
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(folder / MAIN),
            root=str(folder),
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards=list(standards),
        )
    except typst.TypstError as error:
        hints = "; ".join([str(error.message), *error.hints])
        raise BuildError(f"the PDF cannot be made: {hints}\n{error.diagnostic}") from None
    if warnings:
        raise BuildError("the PDF: " + "; ".join(str(w.message) for w in warnings))
    assert isinstance(pdf, bytes)
    return pdf


def _matplotlib_fonts() -> list[str]:
    """Where Matplotlib keeps its own fonts; found without importing it, which takes a second."""
    found = find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    return [str(Path(found.origin).parent / "mpl-data" / "fonts" / "ttf")]


def typst_source(document: Document) -> str:
    """The document as Typst code: calls of the layout's functions, text as string literals."""
    return "\n".join(_Writer(document).lines())


class _Writer:
    """Writes a document block by block."""

    def __init__(self, document: Document):
        self._document = document
        self._emitter = TypstEmitter(document.target)
        self._listed = document.listed_claims
        self._scale = "1"

    def lines(self) -> Iterable[str]:
        """The whole document."""
        yield '#import "report.typ": *'
        yield f"#show: report.with({self._about()})"
        yield "#{"
        yield self._cover()
        summaries = [c for c in self._document.chapters if c.part == "summary"]
        others = [c for c in self._document.chapters if c.part != "summary"]
        for chapter in summaries:
            yield "one-page(scale => {"
            yield from self._chapter(chapter, "chapter-heading")
            yield "})"
        yield self._contents(others)
        for chapter in others:
            yield from self._chapter(chapter)
        yield from self._sources()
        yield self._imprint()
        yield "}"

    def _about(self) -> str:
        document = self._document
        words = {
            name: escape_typst(getattr(document, name))
            for name in ("title", "subtitle", "edition", "lang", "paper")
        }
        words["date"] = typst_date(document.date)
        words["authors"] = _array(map(escape_typst, document.authors))
        words["keywords"] = _array(map(escape_typst, document.keywords))
        return _arguments(words)

    def _cover(self) -> str:
        document = self._document
        words = {n: escape_typst(getattr(document, n)) for n in ("title", "subtitle", "edition")}
        words["date"] = escape_typst(day_in_words(document.date, document.lang))
        words["authors"] = _array(map(escape_typst, document.authors))
        figure = next((f for f in document.figures if f.key == document.cover_figure), None)
        if figure is not None:
            alt = escape_typst(f"{figure.title}. {figure.alt}")
            words["headline"] = escape_typst(str(figure.title))
            words["picture"] = f'image("{figure.key}.svg", width: {_width(figure)}, alt: {alt})'
        return f"cover({_arguments(words)})"

    def _contents(self, chapters: Sequence[Chapter]) -> str:
        parts = []
        for key, name in PARTS.items():
            anchors = [escape_typst(c.anchor) for c in chapters if c.part == key]
            if anchors:
                parts.append(f"(name: {escape_typst(name)}, anchors: {_array(anchors)})")
        if self._document.bibliography:
            parts.append('(name: "Sources", anchors: ("sources",))')
        return f"contents({_array(parts)})" if parts else ""

    def _chapter(self, chapter: Chapter, opening: str = "chapter") -> Iterable[str]:
        number = escape_typst(chapter.number)
        label = escape_typst(chapter.label)
        title = self._line(chapter.title)
        yield f"{opening}({escape_typst(chapter.anchor)}, {number}, {label}, {title})"
        self._scale = "scale" if opening == "chapter-heading" else "1"
        for block in chapter.blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        if isinstance(block, Words):
            return self._emitter.emit(block.source)
        if isinstance(block, Prose):
            style = {"title": "finding-title", "lead": "lead", "verdict": "verdict"}
            return f"{style.get(block.style, 'takeaway')}({self._prose(block)})"
        if isinstance(block, Figure):
            return self._figure(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Evidence):
            return self._evidence(block.claims)
        assert isinstance(block, Aside)
        return f"aside({escape_typst(block.text)})"

    def _line(self, source: str) -> str:
        """One line of Markdown, without a paragraph around it."""
        inline = [t for block in tokens(source) for t in block.get("children", ())]
        return self._emitter.inline(inline) if inline else escape_typst(source)

    def _prose(self, prose: Prose) -> str:
        parts: list[str] = []
        for text, key in prose.segments:
            # Only what an author wrote refers; a name that looks like a reference is a name.
            parts += [escape_typst(text)] if key else self._plain(text)
        return "{" + "; ".join(parts) + "}"

    def _plain(self, text: str) -> Iterable[str]:
        """Text with its cross-references made links."""
        for place, part in enumerate(CROSS_REFERENCE.split(text)):
            if place % 2 and self._document.target(part):
                yield self._emitter.reference(part)
            else:
                yield escape_typst(f"[@{part}]" if place % 2 else part)

    def _note(self, block: Figure | Table) -> str:
        """Note, filter, method and where the claims are listed, in one small paragraph."""
        parts = [escape_typst(_sentence(text)) for text in (block.note, block.filter) if text]
        if isinstance(block, Figure) and block.how:
            parts.append(self._line(_sentence(block.how)))
        if block.evidence and set(block.evidence) & self._listed:
            many = len(block.evidence)
            count = f"Behind it: {many} claim{'s' if many > 1 else ''}, listed in "
            home = next(
                c for c in self._document.chapters if any(isinstance(b, Evidence) for b in c.blocks)
            )
            link = self._emitter.reference(home.key)
            parts.append(f'{{{escape_typst(count)}; {link}; "."}}')
        return "{" + '; " "; '.join(parts) + "}" if parts else "none"

    def _figure(self, figure: Figure) -> str:
        return "chart({})".format(_arguments({
            "anchor": escape_typst(f"fig-{figure.key}"),
            "line": escape_typst(f"Figure {figure.number}"),
            "headline": self._prose(figure.title),
            "subtitle": self._prose(figure.subtitle) if str(figure.subtitle) else "none",
            "picture": f'"{figure.key}.svg"',
            "width": _width(figure),
            "alt": escape_typst(str(figure.alt)),
            "note": self._note(figure),
            "scale": self._scale,
            "floats": "true" if self._scale == "1" else "false",
            "tentative": "true" if figure.tentative else "false",
        }))  # fmt: skip

    def _table(self, table: Table) -> str:
        grid = table.grid
        return "data-table({})".format(_arguments({
            "anchor": escape_typst(f"tab-{table.key}"),
            "line": escape_typst(f"Table {table.number}"),
            "headline": self._prose(table.title),
            "columns": _array(column_widths(grid)),
            "aligns": _array(_align(column) for column in grid.columns),
            "head": _array(escape_typst(column.label) for column in grid.columns),
            "rows": _array(_array(map(escape_typst, row)) for row in grid.rows),
            "note": self._note(table),
        }))  # fmt: skip

    def _evidence(self, claims: Sequence[Claim]) -> str:
        lines = []
        for name in dict.fromkeys(claim.name for claim in claims):
            group = [claim for claim in claims if claim.name == name]
            rows = map(_claim, group, short_ids(group))
            lines.append(f"claims-heading({escape_typst(name)})" if name else "")
            lines.append(
                f'claims-table(("Claim", "Phrase", "What is claimed", "Codes"), {_array(rows)})'
            )
        return "\n".join(filter(None, lines))

    def _sources(self) -> Iterable[str]:
        if not self._document.bibliography:
            return
        yield 'chapter("sources", "", "Sources", "Sources of the methods")'
        for entry in self._document.bibliography:
            address = entry.get("url", "")
            link = f'; " "; link({escape_typst(address)})' if address else ""
            anchor = escape_typst(f"ref-{entry['key']}")
            yield f"source({anchor}, {{{self._line(entry['text'])}{link}}})"

    def _imprint(self) -> str:
        document = self._document
        lines = [escape_typst(f"{document.title}. {document.edition}".strip())]
        if document.changed:
            changed = ", ".join(document.changed)
            lines.append(
                escape_typst(f"Built with other parameters than the notebooks' own: {changed}.")
            )
        made = f"Made with Frameline {document.version}. " if document.version else ""
        data = f"Data fingerprint {document.digest}." if document.digest else ""
        if made or data:
            lines.append(escape_typst(made + data))
        return f"imprint({_array(lines)})"


def typst_date(date: str) -> str:
    """A day as Typst writes it; none for a date that is not a whole day.

    >>> typst_date("2026-09-30"), typst_date("2026")
    ('datetime(year: 2026, month: 9, day: 30)', 'none')
    """
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", date)
    if not found:
        return "none"
    year, month, day = (int(part) for part in found.groups())
    return f"datetime(year: {year}, month: {month}, day: {day})"


def column_widths(grid: Grid) -> list[str]:
    """Widths of columns by the text they hold, and by what was asked for.

    Every column gets room for its longest word. What is left goes to the columns for which a
    width was asked, in these proportions; or else to those that would break lines, the more the
    more text they hold.

    >>> grid = Grid((Column("n"), Column("What is claimed")), (("12", "word " * 30),))
    >>> column_widths(grid)
    ['4fr', '91fr']
    """
    texts = [[c.label, *(row[i] for row in grid.rows)] for i, c in enumerate(grid.columns)]
    least = [max(len(word) for text in column for word in _words(text)) + 2 for column in texts]
    # A heading of two words on two lines is fine; its cells should rather stay on one.
    whole = [
        max([length, *(len(text) + 2 for text in column[1:])])
        for length, column in zip(least, texts, strict=True)
    ]
    shares = [column.width or 0.0 for column in grid.columns]
    if any(shares):
        # Short columns keep their cells on one line as long as the others can have their words.
        roomy = [n if s else w for n, w, s in zip(least, whole, shares, strict=True)]
        least = roomy if sum(roomy) <= LINE_CHARACTERS else least
    room = max(0, LINE_CHARACTERS - sum(least))
    if not any(shares):
        if sum(whole) <= LINE_CHARACTERS:
            least, room = whole, LINE_CHARACTERS - sum(whole)
            shares = [1.0, *(0.0 for _ in whole[1:])]
        else:
            shares = [(w - n) ** 0.7 for w, n in zip(whole, least, strict=True)]
    total = sum(shares) or 1.0
    return [f"{n + room * s / total:.4g}fr" for n, s in zip(least, shares, strict=True)]


def _words(text: str) -> list[str]:
    """The pieces of a text between which a line may break."""
    return re.split(r" |(?<=[^\W\d]-)(?=[^\W\d])", text)


def _claim(claim: Claim, short: str) -> str:
    phrase = escape_typst(f"“{claim.anchor}”" if claim.anchor else "")
    if claim.anchor and claim.link:
        phrase = f"link({escape_typst(claim.link)}, {phrase})"
    anchor = escape_typst(f"claim-{claim.claim_id}")
    return _array([
        f"claim-id({anchor}, {escape_typst(', '.join(filter(None, (short, claim.where))))})",
        phrase,
        escape_typst(claim.gist),
        f"codes({escape_typst(claim.codes)})",
    ])  # fmt: skip


def _align(column: Column) -> str:
    return column.align if column.align in ("left", "right", "center") else "left"


def _width(figure: Figure) -> str:
    """The printed width: as drawn, but never more than the page has room for."""
    width, height = figure.width_in * 25.4, figure.height_in * 25.4
    scale = min(1.0, WIDE_MM / width, TALL_MM / height)
    return f"{width * scale:.4g}mm"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _array(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _arguments(values: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in values.items())
