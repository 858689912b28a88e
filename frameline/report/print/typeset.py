"""A document as Typst code: calls of the layout's functions, text only ever as string literals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from frameline.record.claim import Claim
from frameline.record.figure import Figure
from frameline.record.grid import Column
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.report.document.document import (
    Block,
    Chapter,
    Contents,
    Document,
    Evidence,
    Words,
    short_ids,
)
from frameline.report.document.markdown import CROSS_REFERENCE, TypstEmitter, tokens
from frameline.report.escape import escape_typst
from frameline.report.plan.config import PARTS
from frameline.report.print.columns import column_widths
from frameline.report.print.pages import Kind, Placed, Plan
from frameline.report.print.panels import MEASURING, PanelWriter
from frameline.report.print.slices import Slices, sliced
from frameline.words.formats import format_date, list_separators, localised_digits
from frameline.words.phrases import Phrases

WIDE_MM = 160.0
#: A chart of this height leaves room for heading, caption and note on the page.
TALL_MM = 192.0
#: The rest of a chart that was begun on a page before has no headline.
REST_MM = 205.0
#: A chart that would be drawn smaller than this is cut into pieces.
SMALLEST = 0.995
#: A cell of more characters may be taller than a page.
TALL_CHARACTERS = 1200
_IMPORTS = ('#import "report.typ": *', '#import "panel.typ": *')
#: Kinds of Markdown for the layout of pages; all others stay whole.
_KINDS: Mapping[str, Kind] = {
    "heading": "heading", "paragraph": "text", "list": "text", "table": "long",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A piece of a chapter.

    Parameters
    ----------
    kind : str
        What it is for `frameline.report.print.pages`.
    code : str
        A call of a function of the layout.
    picture : float
        The height of its chart, in millimetres.
    heading : str
        The call of a heading that goes before it wherever it stands.
    sliced : bool
        Whether it is a piece of a chart that no page holds.
    page : bool
        Whether it is a page of its own.
    """

    kind: Kind
    code: str
    picture: float = 0.0
    heading: str = ""
    sliced: bool = False
    page: bool = False

    def at(self, scale: str, whole: bool = False, apart: str = "1") -> str:
        """The code of a chart at a scale and with the space around it, of a table kept whole."""
        options = {
            "chart": f"scale: {scale}, apart: {apart}, ",
            "table": f"whole: {str(whole).lower()}, ",
        }
        name, bracket, rest = self.code.partition("(")
        code = f"{name}{bracket}{options[self.kind]}{rest}" if self.kind in options else self.code
        return f"{self.heading}\n{code}" if self.heading else code


def typst_source(document: Document, plans: Mapping[str, Plan] | None = None) -> str:
    """The document as Typst code.

    Parameters
    ----------
    document : Document
        What to write.
    plans : mapping of str to Plan, optional
        By the keys of chapters, how they fill their pages; the others follow what was written.
    """
    return "\n".join(_Writer(document, plans or {}).lines())


def measuring_source(document: Document) -> tuple[str, dict[str, list[Part]]]:
    """Typst code that measures the parts of the chapters that fill pages, and these parts."""
    writer = _Writer(document, {})
    parts = {c.key: writer.parts(c) for c in document.chapters if fills_pages(c)}
    lines = [
        *_IMPORTS,
        # Only the size counts here: neither where a link leads nor what a chart shows.
        "#let reference(anchor, words) = words",
        "#let image(path, width: 0mm, height: 0mm, alt: none) = box(width: width, height: height)",
        *MEASURING,
        "#let page-of(anchor) = [00]",
        f"#show: report.with({writer.about()})",
        "#measured((",
        *(array(f"{{{part.at('1')}}}" for part in found) + "," for found in parts.values()),
        "))",
    ]
    return "\n".join(lines), parts


def fills_pages(chapter: Chapter) -> bool:
    """Whether a chapter opens a page and may move its charts; appendices run on."""
    return chapter.part not in ("summary", "appendix")


def opening_of(chapter: Chapter) -> str:
    """What opens a page where it begins: the annex part by part, all else together."""
    return chapter.part if chapter.annexed else ""


class _Writer:
    """Writes a document block by block."""

    def __init__(self, document: Document, plans: Mapping[str, Plan]):
        self._document = document
        self._plans = plans
        self._words = Phrases("page", document.lang)
        self._emitter = TypstEmitter(document.target, words=self._words)
        self._listed = document.listed_claims
        self._panels = PanelWriter(self._prose, document.claims_here, self._words)

    def lines(self) -> Iterable[str]:
        """The whole document."""
        yield from _IMPORTS
        yield f"#show: report.with({self.about()})"
        yield "#{"
        document = self._document
        brief = document.volume == "brief"
        if not (brief and self._opens_with_a_page()):
            yield self._title_block() if brief else self._cover()
        for chapter in document.chapters:
            if chapter.part == "summary":
                yield from self._summary(chapter, flowing=brief)
        others = [c for c in document.chapters if c.part != "summary"]
        if not (brief or document.has_contents):
            yield self._contents(others)
        for before, chapter in zip([None, *others], others, strict=False):
            opens = before is None or opening_of(before) != opening_of(chapter)
            # Nothing runs on from a designed page.
            opens = opens or (before is not None and self.parts(before)[-1].page)
            yield "opening()" if opens else "running-on()"
            yield from self._chapter(chapter)
        yield from self._lacking()
        if not brief:
            yield from self._sources()
        yield self._imprint()
        yield "}"

    def _opens_with_a_page(self) -> bool:
        """Whether the first page is designed as one, with a title of its own."""
        first = next((c for c in self._document.chapters if c.part == "summary"), None)
        return first is not None and any(part.page for part in self.parts(first))

    def _summary(self, chapter: Chapter, *, flowing: bool) -> Iterable[str]:
        """One page, behind it what no page holds, before it what is designed as a page.

        Or as many pages as it takes, where it flows.
        """
        heading, *others = self.parts(chapter)
        pages = [part for part in others if part.page]
        rest = [part for part in others if not part.page]
        parts = list(_sections_joined(_opened([heading, *pages, *rest])))
        yield from (part.at("1") for part in parts if part.page)
        running = [part for part in parts if not (part.sliced or part.page)]
        if flowing and pages:  # the page says in short what the charts show at length
            running = [part for part in running if part.kind != "chart"]
        if flowing:
            yield from (part.at("1") for part in running)
        elif running:
            # The text may be set smaller, charts keep their size.
            said = (part.at("1", apart="calc.pow(scale, 3)") for part in running)
            yield from ("one-page(scale => {", *said, "})")
        yield from (part.at("1") for part in parts if part.sliced)

    def about(self) -> str:
        document = self._document
        words = {
            name: escape_typst(getattr(document, name))
            for name in ("subtitle", "edition", "lang", "paper")
        }
        words["title"] = escape_typst(self._title)
        words["date"] = typst_date(document.date)
        words["authors"] = array(map(escape_typst, document.authors))
        words["keywords"] = array(map(escape_typst, document.keywords))
        digits = localised_digits("0123456789", document.lang)
        if document.direction == "rtl":
            words["direction"] = "rtl"
        if not digits.isascii():
            words["digits"] = escape_typst(digits)
        return arguments(words)

    @property
    def _title(self) -> str:
        """What the file is called: the report, or a part of it that names the report."""
        title, name = self._document.title, f"title-{self._document.volume}"
        return self._words(name, title=title) if name in self._words else title

    def _imprint_of_cover(self) -> dict[str, str]:
        """Title, date and authors as a cover and a title block show them."""
        document = self._document
        words = {n: escape_typst(getattr(document, n)) for n in ("title", "subtitle", "edition")}
        day = format_date(document.date, document.lang)
        words["date"] = escape_typst(self._words("data-as-of", day=day) if day else "")
        words["authors"] = array(map(escape_typst, document.authors))
        return words

    def _title_block(self) -> str:
        """The head of the first page of a file without a cover."""
        words = self._imprint_of_cover()
        words["edition"] = escape_typst(self._words("kind-brief"))
        words["report"] = escape_typst(self._words("of-report"))
        return f"title-block({arguments(words)})"

    def _cover(self) -> str:
        document, words = self._document, self._imprint_of_cover()
        if document.volume == "annex":
            words["edition"] = escape_typst(self._words("kind-annex"))
            words["report"] = escape_typst(self._words("annex-of-report"))
        figure = document.cover
        # A chart of several pages would be a column too narrow to read.
        if figure is not None and len(_slices(figure).pieces) == 1:
            words["headline"] = escape_typst(str(figure.title))
            words["picture"] = _image(figure, f"{figure.title}. {figure.alt}")
        return f"cover({arguments(words)})"

    def _contents(self, chapters: Sequence[Chapter]) -> str:
        parts, words = [], self._words
        for key in PARTS:
            anchors = [escape_typst(a) for c in chapters if c.part == key for a in _entries(c)]
            if anchors:
                name = escape_typst(words(f"part-{key}"))
                parts.append(f"(name: {name}, anchors: {array(anchors)})")
        if self._document.literature:
            parts.append(f'(name: {escape_typst(words("sources"))}, anchors: ("sources",))')
        return f"contents({escape_typst(words('contents'))}, {array(parts)})" if parts else ""

    def _strip(self) -> str:
        """The contents within a chapter: what stands on which page, and what in the annex."""
        whole, words = self._document.whole or self._document, self._words
        here = {chapter.key for chapter in self._document.chapters}
        rows = []
        for chapter in whole.chapters:
            number = chapter.number or ""
            page = f"page-of({escape_typst(chapter.anchor)})" if chapter.key in here else "none"
            if chapter.key in here:
                rows.append(array([escape_typst(number), self._line(chapter.title), page]))
        if self._document.literature:
            rows.append(array(['""', escape_typst(words("sources")), 'page-of("sources")']))
        away = [c for c in whole.chapters if c.key not in here]
        named = list_separators(whole.lang)[0].join(
            f"{c.number} {c.short}" if c.number else c.short for c in away
        )
        rest = escape_typst(words("annex-holds", chapters=named)) if away else "none"
        return f"strip({array(rows)}, {rest})"

    def _lacking(self) -> Iterable[str]:
        """What the corpus lacks, and what would fill it."""
        if not self._document.asides:
            return
        yield "running-on()"
        line, title = (escape_typst(self._words(name)) for name in ("not-here-line", "not-here"))
        yield f'chapter-heading("not-in-this-report", "", {line}, {title})'
        for aside in self._document.asides:
            yield f"lacking({self._line(aside['title'])}, {escape_typst(aside['text'])})"

    def _chapter(self, chapter: Chapter) -> Iterable[str]:
        parts = self.parts(chapter)
        for placed in self._plans.get(chapter.key) or map(Placed, range(len(parts))):
            if placed.breaks:
                yield "pagebreak(weak: true)"
            yield parts[placed.piece].at(f"{placed.scale:g}", placed.whole)

    def parts(self, chapter: Chapter) -> list[Part]:
        """The pieces of a chapter, its title first."""
        return list(_sections_joined(_opened([*self._parts(chapter)])))

    def _parts(self, chapter: Chapter) -> Iterable[Part]:
        words = (chapter.anchor, chapter.number, chapter.label)
        title = self._line(chapter.title)
        said = ", ".join([*map(escape_typst, words), title])
        yield Part("heading", f"chapter-heading({said})")
        for block in chapter.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterable[Part]:
        if isinstance(block, Words):
            for kind, code in self._emitter.pieces(block.source):
                yield Part(_KINDS.get(kind, "whole"), code)
        elif isinstance(block, Prose):
            style = {"title": "finding-title", "lead": "lead", "verdict": "verdict", "text": "par"}
            code = f"{style.get(block.style, 'takeaway')}({self._prose(block)})"
            kinds: Mapping[str, Kind] = {"title": "heading", "text": "text"}
            yield Part(kinds.get(block.style, "whole"), code)
        elif isinstance(block, Figure):
            yield from self._figure(block)
        elif isinstance(block, Table):
            yield Part("table", self._table(block))
        elif isinstance(block, Panel):
            code = self._panels.call(block, self._note(block))
            yield Part("whole", code, page=block.layout != "flow")
        elif isinstance(block, Evidence):
            yield Part("long", self._evidence(block.claims))
        elif isinstance(block, Contents):
            yield Part("whole", self._strip())
        else:
            raise TypeError(f"no way to print a {type(block).__name__}")

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

    def _note(self, block: Figure | Table | Panel) -> str:
        """Note, filter, method and where the claims are listed, in one small paragraph."""
        parts = [escape_typst(_sentence(text)) for text in (block.note, block.filter) if text]
        if isinstance(block, (Figure, Panel)) and block.how:
            parts.append(self._line(_sentence(block.how)))
        if block.evidence and set(block.evidence) & self._listed:
            link = self._emitter.reference(self._document.claims_home)
            said = self._words.pieces("behind-it", count=len(block.evidence), chapter="")
            code = (link if p.key == "chapter" else escape_typst(p.text) for p in said)
            parts.append("{" + "; ".join(code) + "}")
        if self._document.volume in ("report", "brief", "slides"):
            file = f"figures/{block.key}.csv"
            parts.append(escape_typst(self._words("numbers-in-file", file=file)))
        return "{" + '; " "; '.join(parts) + "}" if parts else "none"

    def _figure(self, figure: Figure) -> Iterable[Part]:
        """A chart, in as many parts as it takes pages; the first says what it shows."""
        words = self._words
        line = words("figure", number=figure.number)
        slices = _slices(figure)
        last = len(slices.pieces) - 1
        for place in range(len(slices.pieces)):
            first = {
                "anchor": escape_typst(f"fig-{figure.key}"),
                "headline": self._prose(figure.title),
                "subtitle": self._prose(figure.subtitle) if str(figure.subtitle) else "none",
            }
            alt = words("continued-alt", figure=line) if place else str(figure.alt)
            picture = _image(figure, alt, " * scale")
            if last:
                picture = _picture(figure, slices.scale, place, alt)
            given = {
                "line": escape_typst(words("continued", figure=line) if place else line),
                **({} if place else first),
                "picture": f"scale => {picture}",
                "note": self._note(figure) if place == last else "none",
                "tentative": escape_typst(words("tentative")) if figure.tentative else "none",
            }
            # Pieces keep the scale of their chart: none counts as a picture that may shrink.
            shrinks = 0.0 if last else size_of(figure)[1]
            yield Part("chart", f"chart({arguments(given)})", shrinks, sliced=bool(last))

    def _table(self, table: Table) -> str:
        grid = table.grid
        return "data-table({})".format(arguments({
            "anchor": escape_typst(f"tab-{table.key}"),
            "line": escape_typst(self._words("table", number=table.number)),
            "headline": self._prose(table.title),
            "columns": array(column_widths(grid)),
            "aligns": array(align_of(column) for column in grid.columns),
            "head": array(escape_typst(column.label) for column in grid.columns),
            "rows": array(array(map(escape_typst, row)) for row in grid.rows),
            "note": self._note(table),
            "splits": str(_tall(grid.rows)).lower(),
        }))  # fmt: skip

    def _evidence(self, claims: Sequence[Claim]) -> str:
        lines, words = [], self._words
        head = array(map(escape_typst, map(words, ("claim", "phrase", "what-is-claimed", "codes"))))
        for name in dict.fromkeys(claim.name for claim in claims):
            group = [claim for claim in claims if claim.name == name]
            rows = (
                _claim(c, short, words) for c, short in zip(group, short_ids(group), strict=True)
            )
            lines.append(f"claims-heading({escape_typst(name)})" if name else "")
            lines.append(
                f"claims-table({head}, {array(rows)}, "
                f"splits: {str(_tall([(c.gist, c.codes) for c in group])).lower()})"
            )
        return "\n".join(filter(None, lines))

    def _sources(self) -> Iterable[str]:
        if not self._document.literature:
            return
        yield "running-on()"
        line, title = (escape_typst(self._words(name)) for name in ("sources-line", "sources"))
        yield f'chapter-heading("sources", "", {line}, {title})'
        for heading, entries in self._document.literature:
            if heading:
                title = f"heading(level: 2, {escape_typst(heading)})"
                yield f"block(above: 7mm, below: 3mm, sticky: true, outdent({title}))"
            yield from map(self._source, entries)

    def _source(self, entry: Mapping[str, str]) -> str:
        address = entry.get("url", "")
        link = f'; " "; link({escape_typst(address)})' if address else ""
        anchor = escape_typst(f"ref-{entry['key']}")
        return f"source({anchor}, {{{self._line(entry['text'])}{link}}})"

    def _imprint(self) -> str:
        document = self._document
        lines = [escape_typst(f"{document.title}. {document.edition}".strip())]
        words = self._words
        if (document.whole or document).chapters != document.chapters:
            lines.append(escape_typst(words(f"elsewhere-{document.volume}")))
        if document.changed:
            changed = list_separators(document.lang)[0].join(document.changed)
            lines.append(escape_typst(words("built-with", values=changed)))
        made = words("made-with", version=document.version) if document.version else ""
        data = words("fingerprint", digest=document.digest) if document.digest else ""
        if made or data:
            lines.append(escape_typst(f"{made} {data}" if made else data))
        return f"imprint({array(lines)})"


def _entries(chapter: Chapter) -> list[str]:
    """The anchors of a chapter and of the pages within it that the contents name."""
    panels = [b for b in chapter.blocks if isinstance(b, Panel) and b.short and b.layout != "flow"]
    return [chapter.anchor, *(f"fig-{panel.key}" for panel in panels)]


def _tall(rows: Iterable[Sequence[str]]) -> bool:
    """Whether a row might be too tall for a page, in a column as narrow as they come."""
    return any(len(cell) > TALL_CHARACTERS for row in rows for cell in row)


def _opened(parts: Sequence[Part]) -> list[Part]:
    """The parts, with a heading right before a page of its own as what opens that page."""
    found: list[Part] = []
    for part in parts:
        if part.page and found and found[-1].kind == "heading":
            name, bracket, rest = part.code.partition("(")
            code = f"{name}{bracket}opening: {{{found.pop().code}}}, {rest}"
            part = replace(part, code=code)
        found.append(part)
    return found


def _sections_joined(parts: Sequence[Part]) -> Iterable[Part]:
    """The parts, with a section that is no more than one chart or table as one part."""
    kinds = [part.kind for part in parts]
    joined = {
        place
        for place, kind in enumerate(kinds)
        if place and kind == "heading" and kinds[place + 1 : place + 2] in (["chart"], ["table"])
        and kinds[place + 2 : place + 3] in ([], ["heading"])
    }  # fmt: skip
    for place, part in enumerate(parts):
        if place - 1 in joined:
            yield replace(part, heading=parts[place - 1].code)
        elif place not in joined:
            yield part


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


def _claim(claim: Claim, short: str, words: Phrases) -> str:
    phrase = escape_typst(words("quoted", phrase=claim.anchor) if claim.anchor else "")
    if claim.anchor and claim.link:
        phrase = f"link({escape_typst(claim.link)}, {phrase})"
    anchor = escape_typst(f"claim-{claim.claim_id}")
    place = words("claim-at", claim=short, place=claim.where) if claim.where else short
    return array([
        f"claim-id({anchor}, {escape_typst(place)})",
        phrase,
        escape_typst(claim.gist),
        f"codes({escape_typst(claim.codes)})",
    ])  # fmt: skip


def align_of(column: Column) -> str:
    """How a column is set."""
    return {"right": "end", "center": "center"}.get(column.align, "start")


def size_of(figure: Figure) -> tuple[float, float]:
    """The printed width and height: as drawn, but never more than the page has room for."""
    width, height = figure.width_in * 25.4, figure.height_in * 25.4
    scale = min(1.0, WIDE_MM / width, TALL_MM / height)
    return width * scale, height * scale


def _slices(figure: Figure) -> Slices:
    """The pieces of a chart that would have to shrink too much to stand on one page."""
    height = size_of(figure)[1]
    whole = Slices([(0.0, figure.height_in)], 1.0)
    wide = min(1.0, WIDE_MM / 25.4 / figure.width_in)
    if height >= SMALLEST * wide * figure.height_in * 25.4 or not figure.pictures.breaks:
        return whole
    rooms = TALL_MM / 25.4 / wide, REST_MM / 25.4 / wide
    drawn = figure.pictures
    found = sliced(figure.height_in, drawn.breaks, drawn.head_in, *rooms)
    return found._replace(scale=found.scale * wide) if len(found.pieces) > 1 else whole


def pictures(figure: Figure) -> dict[str, tuple[float, float]]:
    """Which files show a chart, and how much of it each shows, in inches from the top."""
    pieces = _slices(figure).pieces
    if len(pieces) == 1:
        return {f"{figure.key}.svg": (0.0, figure.height_in)}
    head = figure.pictures.head_in
    files = {f"{figure.key}.{place}.svg": piece for place, piece in enumerate(pieces)}
    return files | ({f"{figure.key}.head.svg": (0.0, head)} if head else {})


def _picture(figure: Figure, scale: float, place: int, alt: str) -> str:
    """The call that shows a piece of a chart, below the heads of its columns."""
    long, spans = 25.4 * scale, pictures(figure)

    def window(file: str, alt: str) -> str:
        start, end = spans[file]
        size = f"width: {figure.width_in * long:.4g}mm, height: {figure.height_in * long:.5g}mm"
        image = f'image("{file}", {size}, alt: {escape_typst(alt)})'
        return f"window({start * long:.5g}mm, {(end - start) * long:.5g}mm, {image})"

    piece, head = f"{figure.key}.{place}.svg", f"{figure.key}.head.svg"
    if not (place and head in spans):
        return window(piece, alt)
    # The heads were read once already.
    return f"{{pdf.artifact({window(head, '')}); {window(piece, alt)}}}"


def _image(figure: Figure, alt: str, times: str = "") -> str:
    width, height = (f"{length:.4g}mm{times}" for length in size_of(figure))
    return f'image("{figure.key}.svg", width: {width}, height: {height}, alt: {escape_typst(alt)})'


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def array(items: Iterable[str]) -> str:
    """Typst code of an array of pieces of code."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def arguments(values: Mapping[str, str]) -> str:
    """Typst code of named arguments."""
    return ", ".join(f"{name}: {value}" for name, value in values.items())
