"""The report as both formats see it: chapters of blocks, and what keys lead to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from frameline.record.claim import Claim, read_claims
from frameline.record.figure import Figure
from frameline.record.finding import Finding
from frameline.record.mime import EVIDENCE_MIME, FINDINGS_MIME
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.record.view import View, read_pieces, read_views
from frameline.report.document.markdown import CROSS_REFERENCE, Target
from frameline.report.escape import safe_address
from frameline.report.plan.config import ANNEX
from frameline.words.language import direction
from frameline.words.phrases import Phrases

METADATA = "frameline"


@dataclass(frozen=True)
class Words:
    """Markdown for the reader."""

    source: str


@dataclass(frozen=True)
class Contents:
    """Where the contents of the report are to stand."""


@dataclass(frozen=True)
class Evidence:
    """A list of claims to be shown."""

    claims: tuple[Claim, ...]


Block = Words | Prose | Figure | Table | Panel | Evidence | Contents


@dataclass(frozen=True)
class Switched:
    """A block in several views, the first of which stands where there is no switch."""

    views: tuple[tuple[str, str, Block], ...]


Piece = Block | Switched


@dataclass(frozen=True)
class Chapter:
    """One chapter as it is shown."""

    key: str
    number: str
    title: str
    short: str
    part: str
    pieces: tuple[Piece, ...]
    #: How links name the chapter.
    label: str = ""
    #: Whether it stands in the brief.
    brief: bool = False

    @property
    def annexed(self) -> bool:
        """Whether it is a chapter of the annex."""
        return self.part in ANNEX

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What a reader without a switch sees."""
        return tuple(p.views[0][2] if isinstance(p, Switched) else p for p in self.pieces)

    @property
    def every_block(self) -> tuple[Block, ...]:
        """The blocks of all views."""
        found: list[Block] = []
        for piece in self.pieces:
            found += [v[2] for v in piece.views] if isinstance(piece, Switched) else [piece]
        return tuple(found)

    @property
    def exhibits(self) -> tuple[str, ...]:
        """The keys of its figures and tables, in every view."""
        keys = (getattr(block, "key", "") for block in self.every_block)
        return tuple(key for key in keys if key)

    @property
    def anchor(self) -> str:
        """Where links to the chapter lead."""
        return f"chapter-{self.key}"


@dataclass(frozen=True)
class Document:
    """The whole report."""

    title: str
    subtitle: str
    edition: str
    date: str
    lang: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    paper: str
    cover_figure: str
    chapters: tuple[Chapter, ...]
    findings: Mapping[str, Finding]
    claims: Mapping[str, Claim]
    bibliography: Sequence[Mapping[str, str]]
    changed: Sequence[str]
    #: The texts themselves, as the data package of the corpus lists them.
    texts: Sequence[Mapping[str, str]] = ()
    digest: str = ""
    version: str = ""
    #: Filters of findings as the report words them, where that is not as findings keep them.
    filters: Mapping[str, str] = field(default_factory=dict)
    #: What the corpus lacks: title of the chapter that it leaves out, and what would fill it.
    asides: Sequence[Mapping[str, str]] = ()
    #: Which file this is: ``page`` holds everything, ``report``, ``brief`` and ``annex`` a part.
    volume: str = "page"
    #: The whole of which this is a part, see `frameline.report.document.editions`.
    whole: Document | None = None
    _targets: dict[str, Target] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """Which way the language of the report is written: ``ltr`` or ``rtl``."""
        return direction(self.lang)

    def target(self, key: str) -> Target | None:
        """What a cross-reference leads to."""
        return self._targets.get(key)

    @property
    def figures(self) -> list[Figure]:
        """All figures in reading order, in every view."""
        return [b for c in self.chapters for b in c.every_block if isinstance(b, Figure)]

    @property
    def tables(self) -> list[Table]:
        """All tables in reading order, in every view."""
        return [b for c in self.chapters for b in c.every_block if isinstance(b, Table)]

    @property
    def panels(self) -> list[Panel]:
        """All panels in reading order, in every view."""
        return [b for c in self.chapters for b in c.every_block if isinstance(b, Panel)]

    @property
    def views(self) -> dict[str, str]:
        """The views a reader can switch between, by name; most pieces begin with the first."""
        pieces = [p for c in self.chapters for p in c.pieces if isinstance(p, Switched)]
        names = {view: name for piece in pieces for view, name, _ in piece.views}
        first = Counter(piece.views[0][0] for piece in pieces)
        return {view: names[view] for view in sorted(names, key=lambda view: -first[view])}

    @property
    def cover(self) -> Figure | Panel | None:
        """The chart or panel of the cover."""
        if self.volume not in ("page", "report"):
            return None
        whole = self.whole or self
        shown: list[Figure | Panel] = [*whole.figures, *whole.panels]
        return next((one for one in shown if one.key == self.cover_figure), None)

    @property
    def has_contents(self) -> bool:
        """Whether a chapter says where the contents stand; else they have a page of their own."""
        return any(isinstance(b, Contents) for c in self.chapters for b in c.blocks)

    @cached_property
    def listed_claims(self) -> set[str]:
        """Ids of the claims that have a place of their own in the report, or in its annex."""
        return (self.whole or self).claims_here

    @cached_property
    def claims_here(self) -> set[str]:
        """Ids of the claims that this very file lists: those that a link in it can lead to."""
        lists = (b for c in self.chapters for b in c.blocks if isinstance(b, Evidence))
        return {claim.claim_id for block in lists for claim in block.claims}

    @cached_property
    def claims_home(self) -> str:
        """The key of the chapter that lists claims; empty where none does."""
        chapters = (self.whole or self).chapters
        lists = (c.key for c in chapters if any(isinstance(b, Evidence) for b in c.blocks))
        return next(lists, "")

    @cached_property
    def literature(self) -> list[tuple[str, list[Mapping[str, str]]]]:
        """All sources under headings: the texts, works cited, works that nothing refers to."""
        cited = {key for chapter in self.chapters for key in _cited(chapter)}
        first = [entry for entry in self.bibliography if entry["key"] in cited]
        others = [entry for entry in self.bibliography if entry["key"] not in cited]
        if self.volume == "report":
            others = []  # The annex has them.
        words = Phrases("page", self.lang)
        groups = [(words("the-texts"), list(self.texts)), (words("the-methods"), first)]
        groups.append((words("further-reading" if first else "the-methods"), others))
        return [group for group in groups if group[1]]

    def rows(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of some ids: text by text as in the report, then in the order of the ids."""
        names = {claim.name: None for claim in self.claims.values()}
        place = {name: number for number, name in enumerate(names)}
        found = [self.claims.get(claim_id, Claim(claim_id)) for claim_id in ids]
        return sorted(
            found, key=lambda c: (place.get(c.name, len(place)), natural_order(c.claim_id))
        )


def read_document(notebook: Mapping[str, Any]) -> Document:
    """Read a merged notebook (see `frameline.report.document.assemble.merge`)."""
    about = notebook["metadata"][METADATA]
    words = Phrases("page", about["lang"])
    chapters = tuple(
        Chapter(
            key=chapter["key"],
            number=chapter["number"],
            title=chapter["title"],
            short=chapter["short"],
            part=chapter["part"],
            pieces=tuple(_pieces(notebook["cells"], chapter["key"], words)),
            label=_label(chapter["number"], words),
            brief=chapter.get("brief", False),
        )
        for chapter in about["chapters"]
    )
    claims = [linked(Claim.from_record(row)) for row in about["claims"]]
    findings = map(Finding.from_record, about["findings"])
    names = (
        "title", "subtitle", "edition", "date", "lang", "paper", "cover_figure", "changed",
        "digest", "version",
    )  # fmt: skip
    return Document(
        chapters=chapters,
        findings={finding.key: finding for finding in findings},
        claims={claim.claim_id: claim for claim in claims},
        authors=tuple(about["authors"]),
        keywords=tuple(about["keywords"]),
        bibliography=_works(about["bibliography"]),
        texts=_works(about.get("texts", ())),
        filters=about.get("filters", {}),
        asides=about.get("asides", ()),
        _targets=_targets(chapters, about["bibliography"], words),
        **{name: about[name] for name in names},
    )


def linked(claim: Claim) -> Claim:
    """A claim without an address that leads elsewhere than to a page."""
    return replace(claim, link=safe_address(claim.link))


def _works(entries: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Entries of a list of sources, without addresses that lead elsewhere than to a page."""
    return [
        {**entry, "url": safe_address(entry.get("url", "").removeprefix("#"))} for entry in entries
    ]


def _label(number: str, words: Phrases) -> str:
    """How links name a chapter of this number."""
    if not number:
        return words("summary")
    return words("appendix" if number.isalpha() else "chapter", number=number)


def _pieces(cells: Iterable[Mapping[str, Any]], chapter: str, words: Phrases) -> Iterable[Piece]:
    for cell in cells:
        mark = cell["metadata"].get(METADATA, {})
        if mark.get("chapter") != chapter:
            continue
        if cell["cell_type"] == "markdown":
            if mark.get("contents"):
                yield Contents()
            elif cell["source"].strip():
                yield Words(cell["source"])
        else:
            for output in cell["outputs"]:
                views = read_views(output["data"])
                if views:
                    yield Switched(tuple((v.key, _name_of(v, words), v.shows) for v in views))
                else:
                    yield from _shown(output["data"])


def _name_of(view: View, words: Phrases) -> str:
    """How the page names a view."""
    name = f"view-{view.key}"
    return words(name) if name in words else view.name


def _shown(data: Mapping[str, Any]) -> Iterable[Block]:
    """The blocks of one output, in a fixed order."""
    yield from read_pieces(data)
    # Claims that come with findings are there to be looked up, not to be listed.
    if EVIDENCE_MIME in data and FINDINGS_MIME not in data:
        yield Evidence(tuple(map(linked, read_claims(data[EVIDENCE_MIME]))))


def _cited(chapter: Chapter) -> Iterable[str]:
    """The keys that a chapter refers to, wherever a reference is made a link."""
    for block in chapter.every_block:
        texts: list[str] = []
        if isinstance(block, Words):
            texts = [block.source]
        elif isinstance(block, Prose):
            texts = block.written
        elif isinstance(block, Figure):
            texts = [*block.title.written, *block.subtitle.written, block.how]
        elif isinstance(block, Table):
            texts = block.title.written
        elif isinstance(block, Panel):
            texts = [*(text for prose in block.said for text in prose.written), block.how]
        for text in texts:
            yield from CROSS_REFERENCE.findall(text)


def _targets(
    chapters: Iterable[Chapter], bibliography: Iterable[Mapping[str, str]], words: Phrases
) -> dict[str, Target]:
    targets: dict[str, Target] = {}
    for reference in bibliography:
        targets[reference["key"]] = Target(reference["short"], f"ref-{reference['key']}", "source")
    for chapter in chapters:
        targets[chapter.key] = Target(chapter.label, chapter.anchor, "chapter")
    for chapter in chapters:
        for block in chapter.every_block:
            if isinstance(block, (Figure, Panel)):
                label = words("figure", number=block.number)
                targets[block.key] = Target(label, f"fig-{block.key}")
            elif isinstance(block, Table):
                label = words("table", number=block.number)
                targets[block.key] = Target(label, f"tab-{block.key}", "table")
    return targets


def natural_order(text: str) -> list[tuple[int, int, str]]:
    """Sorts c2 before c10.

    >>> sorted(["c10", "c2", "b"], key=natural_order)
    ['b', 'c2', 'c10']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    return [(0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts]


def short_ids(claims: Sequence[Claim]) -> list[str]:
    """Ids without the part that all claims of a text share.

    >>> short_ids([Claim("x.P01.c1"), Claim("x.P02.c1")])
    ['P01.c1', 'P02.c1']
    """
    stems = {claim.claim_id.partition(".")[0] for claim in claims}
    if len(stems) == 1 and all("." in claim.claim_id for claim in claims):
        return [claim.claim_id.partition(".")[2] for claim in claims]
    return [claim.claim_id for claim in claims]
