"""One notebook out of many: chapters, figures and tables numbered, keys resolved, findings in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from frameline.report.running.quick_nbformat import nbformat  # isort: skip
from nbformat import NotebookNode

from frameline.record.claim import Claim, claims_record, read_claims
from frameline.record.figure import Figure
from frameline.record.finding import Finding, read_chapter, read_filters
from frameline.record.mime import (
    EVIDENCE_MIME,
    FIGURE_MIME,
    FINDINGS_MIME,
    PANEL_MIME,
    PROSE_MIME,
    SWITCH_MIME,
)
from frameline.record.panel import Panel
from frameline.record.prose import Prose, Segment
from frameline.record.shape import RecordError
from frameline.record.table import Table
from frameline.record.view import (
    Piece,
    View,
    piece_record,
    read_pieces,
    read_views,
    views_record,
)
from frameline.report import BuildError
from frameline.report.document.document import METADATA, linked, natural_order
from frameline.report.document.figures import split_pictures
from frameline.report.document.links import lead_links
from frameline.report.document.markdown import CROSS_REFERENCE, check_maths
from frameline.report.document.silence import says_nothing, without_silent_sections
from frameline.report.page.svg import clean
from frameline.report.plan.config import Report
from frameline.report.plan.language import Translation
from frameline.report.plan.parameters import shown
from frameline.report.plan.plan import Plan, Run, numbers
from frameline.report.running.gate import Executed
from frameline.words.catalogue import Shown
from frameline.words.formats import localised_digits
from frameline.words.phrases import Phrases

#: Verdicts on agreement that decide about charts.
NO_AGREEMENT, NO_VARIATION = "no agreement", "no variation"
#: The tag of a Markdown cell behind which the contents of the report are to stand.
CONTENTS = "contents"
#: Names of documents are words a sentence may use without being a finding of their own.
_NAME = "name."


@dataclass
class _Collected:
    """What the chapters hand over, gathered while walking through them."""

    findings: dict[str, Finding] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    #: Filters of findings as the report words them, see `frameline.record.finding.read_filters`.
    filters: dict[str, str] = field(default_factory=dict)
    lang: str = "en"

    @property
    def words(self) -> Phrases:
        """What the report itself says, in its language."""
        return Phrases("page", self.lang)

    def add_findings(self, data: Any, where: str) -> None:
        self.filters |= read_filters(data)
        for finding in read_chapter(data):
            other = self.findings.setdefault(finding.key, finding)
            if _said(other) != _said(finding):
                raise BuildError(
                    f'{where}: finding "{finding.key}" exists in chapter {other.chapter} '
                    f"with another value ({other.text}, here {finding.text})"
                )

    def add_claims(self, data: Any) -> None:
        for claim in read_claims(data):
            self.claims.setdefault(claim.claim_id, linked(claim))

    def name(self, key: str, where: str) -> None:
        """Take a key, which must be new."""
        if key in self.keys:
            raise BuildError(f'{where}: key "{key}" is used in chapter {self.keys[key]} too')
        self.keys[key] = where.split(":")[0]

    def number(self, key: str, kind: str, chapter: str, where: str) -> str:
        """The next number of a figure or table; its key must be new."""
        self.name(key, where)
        self.counts[kind, chapter] = self.counts.get((kind, chapter), 0) + 1
        # The summary has no number; its figures are counted all the same.
        before = chapter or self.words("summary-number")
        return localised_digits(f"{before}.{self.counts[kind, chapter]}", self.lang)


def findings_of(executed: Iterable[Executed]) -> list[dict[str, Any]]:
    """All findings of some chapters, sorted by key.

    Raises
    ------
    BuildError
        Two findings have one key, or a bundle is not what it should be.
    """
    collected = _Collected()
    for chapter in executed:
        for cell in chapter.notebook["cells"]:
            for data in _data(cell):
                if FINDINGS_MIME in data:
                    with _named(chapter.chapter):
                        collected.add_findings(data[FINDINGS_MIME], chapter.chapter)
    return _sorted_findings(collected)


def merge(plan: Plan, executed: Mapping[str, Executed], version: str = "") -> NotebookNode:
    """Put the chapters of a report into one notebook.

    Parameters
    ----------
    plan : Plan
        The chapters in order.
    executed : mapping of str to Executed
        By chapter key.
    version : str
        Of the program, for the imprint.

    Returns
    -------
    NotebookNode
        Markdown cells, and code cells that hold only what is shown. The metadata has the
        chapters, findings, claims and everything else a format needs.

    Raises
    ------
    BuildError
        Two things of one key, a number without its finding, a reference to nothing, a figure
        whose variable has no agreement.
    """
    report, collected = plan.report, _Collected(lang=plan.report.lang)
    asides = _asides(plan, executed, collected.words)
    runs = _numbered_runs(plan, asides)
    cells: list[NotebookNode] = []
    for run in runs:
        cells += _chapter_cells(run, executed[run.chapter.key], collected, report)
    for key in asides:
        _findings_alone(executed[key], collected)
    chapters = [_chapter_record(run, report.lang) for run in runs]
    if report.claims_title and collected.claims and not plan.partial:
        chapters.append(_claims_chapter(report.claims_title, chapters))
        cells.append(_claims_cell(chapters[-1]["key"], collected))
    _check_agreement(cells, collected, report, plan)
    known = {*collected.keys, *(c["key"] for c in chapters), *(r.key for r in report.bibliography)}
    tolerant = plan.partial or bool(asides)
    _check_references(cells, known, collected, tolerant=tolerant)
    files = {run.chapter.file.name: run.chapter.key for run in runs}
    lead_links(cells, files, tolerant=tolerant)
    about = _about(report, chapters, collected, changed_values(plan), version)
    titles = {run.chapter.key: run.title for run in plan.runs}
    about["asides"] = [{"title": titles[key], "text": text} for key, text in asides.items()]
    return _node(nbformat=4, nbformat_minor=4, cells=cells, metadata={METADATA: about})


def merge_one(notebook: Mapping[str, Any], name: str = "") -> NotebookNode:
    """A single executed notebook as a report of its own (for ``jupyter nbconvert --to``)."""
    from pathlib import Path

    from frameline.report.plan.config import Chapter
    from frameline.report.plan.plan import title_of
    from frameline.report.running.gate import gate

    chapter = Chapter(file=Path(name or "notebook.ipynb"))
    title = title_of(notebook, chapter.key)
    report = Report(path=Path("report.toml"), title=title, chapters=(chapter,))
    run = Run(chapter, "1", title, {}, {})
    alone = Plan(report, (run,), partial=True)
    return merge(alone, {chapter.key: gate(notebook, chapter.key)})


def _asides(plan: Plan, executed: Mapping[str, Executed], words: Phrases) -> dict[str, str]:
    """The chapters that have nothing to show, and what each says of it."""
    found = {}
    for run in plan.runs:
        done = executed[run.chapter.key]
        if done.aside:
            found[run.chapter.key] = done.aside
        elif says_nothing(done.notebook["cells"]):
            found[run.chapter.key] = words("nothing-to-show")
    return found


def _numbered_runs(plan: Plan, asides: Collection[str]) -> list[Run]:
    """The chapters that have something to show, numbered without gaps.

    In a part of a report each keeps the number that the plan gave it: what the others would show
    is not known.
    """
    runs = [run for run in plan.runs if run.chapter.key not in asides]
    if plan.partial or not asides:
        return runs
    found = numbers(run.chapter for run in runs)
    return [replace(run, number=number) for run, number in zip(runs, found, strict=True)]


def _findings_alone(done: Executed, collected: _Collected) -> None:
    """What a chapter found before it stepped aside."""
    for cell in done.notebook["cells"]:
        for data in _data(cell):
            with _named(done.chapter):
                if FINDINGS_MIME in data:
                    collected.add_findings(data[FINDINGS_MIME], done.chapter)
                if EVIDENCE_MIME in data:
                    collected.add_claims(data[EVIDENCE_MIME])


def _chapter_record(run: Run, lang: str) -> dict[str, Any]:
    chapter = run.chapter
    return {
        "key": chapter.key,
        "number": localised_digits(run.number, lang),
        "title": run.title,
        "short": chapter.short or run.title,
        "part": chapter.part,
        "brief": chapter.brief or chapter.summary,
    }


def _chapter_cells(
    run: Run, done: Executed, collected: _Collected, report: Report
) -> list[NotebookNode]:
    """The cells of a chapter that a reader sees."""
    key, titled, position = run.chapter.key, False, 0
    cells: list[NotebookNode] = []
    said = Translation(report.path, report.lang)
    for cell in without_silent_sections(said.cells(run.chapter.file, done.notebook["cells"])):
        position += "injected-parameters" not in cell.get("metadata", {}).get("tags", [])
        if cell["cell_type"] == "markdown":
            source = _text(cell["source"])
            if not titled:
                source, titled = re.sub(r"\A\s*#\s+[^\n]*\n?", "", source), True
            with _named(f"{key}: cell {position}"):
                cells += _words_and_pictures(run, cell, source, collected)
            if CONTENTS in cell.get("metadata", {}).get("tags", ()):
                cells.append(_markdown("", chapter=key, contents=True))
            continue
        with _named(f"{key}: cell {position}"):
            shown_outputs = [
                _handed_over(data, run.number, f"{key}: cell {position}", collected)
                for data in _data(cell)
            ]
        if shown_outputs:
            cells.append(_code(shown_outputs, key))
    return cells


def _words_and_pictures(
    run: Run, cell: Mapping[str, Any], source: str, collected: _Collected
) -> Iterator[NotebookNode]:
    """A Markdown cell as words, and as figures where it shows pictures; its formulas are read."""
    key, folder = run.chapter.key, run.chapter.file.parent
    for piece in split_pictures(source, folder, cell.get("attachments", {}), key):
        if isinstance(piece, Figure):
            with _named(f"{key}: {piece.key}"):
                shown = _numbered(piece, run.number, key, collected)
            yield _code([piece_record(shown)], key)
        else:
            check_maths(piece)
            yield _markdown(piece, chapter=key)


def _handed_over(
    data: Mapping[str, Any], chapter: str, where: str, collected: _Collected
) -> dict[str, Any]:
    """One output: findings and claims are collected, figures and tables get their number."""
    kept = {mime: data[mime] for mime in (FINDINGS_MIME, EVIDENCE_MIME) if mime in data}
    if views := read_views(data):
        kept |= views_record(*_numbered_views(views, chapter, where, collected))
    else:
        for piece in read_pieces(data):
            if isinstance(piece, Figure) and not piece.table.columns:
                piece = replace(piece, note=collected.words("numbers-not-listed"))
            kept |= piece_record(_numbered(piece, chapter, where, collected))
    if FINDINGS_MIME in kept:
        collected.add_findings(kept[FINDINGS_MIME], where)
    if EVIDENCE_MIME in kept:
        collected.add_claims(kept[EVIDENCE_MIME])
    return kept


def _numbered_views(
    views: Sequence[View], chapter: str, where: str, collected: _Collected
) -> list[View]:
    """The views of a switch, all with the number of the first."""
    shown = _numbered(views[0].shows, chapter, where, collected)
    numbered = [replace(views[0], shows=shown)]
    for view in views[1:]:
        if type(view.shows) is not type(shown):
            raise RecordError(f"a switch whose view {view.key!r} shows what the first does")
        other = _numbered(view.shows, chapter, where, collected, beside=shown)
        numbered.append(replace(view, shows=other))
    return numbered


def _numbered(
    piece: Piece, chapter: str, where: str, collected: _Collected, beside: Piece | None = None
) -> Piece:
    """A figure, table or panel with the next number, or with that of the one it is a view of."""
    if isinstance(piece, Prose):
        return piece
    if isinstance(piece, Figure):
        clean(piece.pictures.svg)
    if isinstance(piece, Panel):
        for picture in piece.pictures:
            clean(picture.drawn.svg)
    if beside is None or isinstance(beside, Prose):
        # A panel is one of the figures.
        kind = "table" if isinstance(piece, Table) else "figure"
        return replace(piece, number=collected.number(piece.key, kind, chapter, where))
    collected.name(piece.key, where)
    return replace(piece, number=beside.number)


def _said(finding: Finding) -> tuple[Any, ...]:
    """What two findings of one key must have in common."""
    return finding.value, finding.unit, finding.low, finding.high


@contextmanager
def _named(where: str) -> Iterator[None]:
    """Say in which cell a bundle was not as it should be."""
    try:
        yield
    except ValueError as error:
        raise BuildError(f"{where}: {error}") from None


def _data(cell: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The data of the outputs of a cell."""
    for output in cell.get("outputs", []):
        if "data" in output:
            yield output["data"]


def _in_every_view(cell: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The data of the outputs of a cell, further views of a switch after the first."""
    for data in _data(cell):
        yield data
        for other in data.get(SWITCH_MIME, {}).get("others", ()):
            yield other["shows"]


def _markdown(source: str, **mark: Any) -> NotebookNode:
    return _node(cell_type="markdown", source=source, metadata={METADATA: mark})


def _code(data: Sequence[Mapping[str, Any]], chapter: str) -> NotebookNode:
    outputs = [{"output_type": "display_data", "data": item, "metadata": {}} for item in data]
    return _node(
        cell_type="code", source="", execution_count=None, outputs=outputs,
        metadata={METADATA: {"chapter": chapter}},
    )  # fmt: skip


def _node(**content: Any) -> NotebookNode:
    """A piece of a notebook.

    Without the check that nbformat's own functions make of each, against a schema that knows
    nothing of what is in the outputs: it takes as long as all else here together.
    """
    made: NotebookNode = nbformat.from_dict(content)
    return made


def _claims_chapter(title: str, chapters: Sequence[Mapping[str, str]]) -> dict[str, str]:
    letters = [c["number"] for c in chapters if c["number"].isalpha()]
    number = chr(max(map(ord, letters)) + 1) if letters else "A"
    return {
        "key": "claims", "number": number, "title": title, "short": title, "part": "appendix",
    }  # fmt: skip


def _claims_cell(key: str, collected: _Collected) -> NotebookNode:
    claims = claims_record(_in_order(collected.claims.values()))
    return _code([{EVIDENCE_MIME: claims}], key)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Texts as they first came up, claims in the natural order of their ids."""
    claims = list(claims)
    names = list(dict.fromkeys(claim.name for claim in claims))
    return sorted(claims, key=lambda c: (names.index(c.name), natural_order(c.claim_id)))


def _check_agreement(
    cells: Iterable[NotebookNode], collected: _Collected, report: Report, plan: Plan
) -> None:
    """Mark figures and panels whose variables the coders agree on too little, or take them out.

    A coefficient below the lower mark, or the verdict that there is no agreement, takes the chart
    out of the report; the lower end of its interval below the upper mark makes it tentative. A
    variable without a coefficient fails the build, and so does an interval without width.
    """
    pattern = str(report.agreement.get("finding", ""))
    if not pattern:
        return
    prefix = pattern.split("{")[0]
    found = [f for key, f in collected.findings.items() if key.startswith(prefix)]
    if not found:
        return  # The corpus has one coder, or the chapter on agreement is not part of this build.
    _refuse_intervals_without_width(found)
    for cell in cells:
        for data in _in_every_view(cell):
            mime = FIGURE_MIME if FIGURE_MIME in data else PANEL_MIME
            if mime not in data:
                continue
            kind: type[Figure] | type[Panel] = Figure if mime == FIGURE_MIME else Panel
            figure = kind.from_record(data[mime])
            where = f"{cell.metadata[METADATA]['chapter']}: figure {figure.key}"
            for role in figure.uses:
                finding = _agreement(pattern.format(role=role), role, collected, where)
                said = _verdict(role, collected, report)
                if finding.value is None and not said:
                    continue
                if said == NO_AGREEMENT or _below(finding, "refuse", -1.0, said, report):
                    _withhold(data, role, finding, collected.words)
                    break
                weak = said == NO_VARIATION or _below(finding, "tentative", 0.0, "", report)
                figure = replace(figure, tentative=figure.tentative or weak)
            else:
                data[mime] = figure.record()


def _refuse_intervals_without_width(found: Iterable[Finding]) -> None:
    for finding in found:
        if finding.low is not None and finding.low == finding.high:
            raise BuildError(
                f'finding "{finding.key}" has an interval without width ({finding.text}): draw '
                "larger blocks, or give none"
            )


def _verdict(role: str, collected: _Collected, report: Report) -> str:
    """What the chapter on agreement says of a variable; nothing where it does not."""
    finding = collected.findings.get(str(report.agreement.get("verdict", "")).format(role=role))
    return str(finding.value) if finding is not None else ""


def _below(finding: Finding, mark: str, default: float, said: str, report: Report) -> bool:
    """Whether agreement lies under a mark: the estimate below "refuse", else the lower end."""
    if finding.value is None or said == NO_VARIATION:
        return False
    value = finding.value if mark == "refuse" or finding.low is None else finding.low
    return bool(value < float(report.agreement.get(mark, default)))


def _agreement(key: str, role: str, collected: _Collected, where: str) -> Finding:
    finding = collected.findings.get(key)
    if finding is None:
        raise BuildError(f'{where}: no agreement was computed for "{role}" (finding {key})')
    return finding


def _withhold(data: Any, role: str, finding: Finding, words: Phrases) -> None:
    """Put a line in the place of a chart whose variable coders cannot reproduce."""
    data.pop(FIGURE_MIME, None)
    data.pop(PANEL_MIME, None)
    data.pop(SWITCH_MIME, None)
    alpha = Shown(finding.value, finding.unit, finding.key)
    pieces = words.pieces("withheld", role=Shown(role), alpha=alpha)
    data[PROSE_MIME] = Prose(tuple(Segment(p.text, p.key) for p in pieces)).record()


def _check_references(
    cells: Iterable[NotebookNode], known: set[str], collected: _Collected, *, tolerant: bool
) -> None:
    """Every reference leads somewhere, every number in prose is a finding."""
    for cell in cells:
        chapter = cell.metadata[METADATA]["chapter"]
        sources = [cell.source] if cell.cell_type == "markdown" else []
        for prose in _proses(cell):
            # A value that looks like a reference is none.
            sources += prose.written
            for key in prose.keys:
                missing = key not in collected.findings and not key.startswith(_NAME)
                if missing and not tolerant:
                    raise BuildError(f'{chapter}: a sentence uses finding "{key}", which no '
                                     "chapter of this build computes")  # fmt: skip
        for source in sources:
            for key in CROSS_REFERENCE.findall(source):
                if key not in known and not tolerant:
                    raise BuildError(
                        f"{chapter}: [@{key}] is no figure, table, chapter or source of the report"
                    )


def _proses(cell: Mapping[str, Any]) -> Iterable[Prose]:
    for data in _in_every_view(cell):
        for piece in read_pieces(data):
            if isinstance(piece, Prose):
                yield piece
            elif isinstance(piece, Panel):
                yield from piece.said
            else:
                yield piece.title
            if isinstance(piece, Figure):
                yield from (piece.subtitle, piece.alt)


def changed_values(plan: Plan) -> list[str]:
    """The parameters that differ from the notebooks' own, and for which chapters."""
    found: dict[str, list[str]] = {}
    for run in plan.runs:
        for name, value in run.changed.items():
            found.setdefault(f"{name} = {shown(value)}", []).append(run.chapter.key)
    lines = []
    for text, keys in sorted(found.items()):
        name = text.split(" = ")[0]
        holders = [run.chapter.key for run in plan.runs if name in run.declared]
        lines.append(text if keys == holders else f"{text} ({', '.join(keys)})")
    return lines


def _about(
    report: Report,
    chapters: Sequence[Mapping[str, str]],
    collected: _Collected,
    changed: Sequence[str],
    version: str,
) -> dict[str, Any]:
    return {
        **{name: getattr(report, name) for name in (
            "title", "subtitle", "edition", "date", "lang", "paper", "cover_figure")},
        "authors": list(report.authors),
        "keywords": list(report.keywords),
        "chapters": list(chapters),
        "findings": _sorted_findings(collected),
        "claims": [claim.record() for claim in collected.claims.values()],
        "filters": dict(collected.filters),
        "bibliography": [vars(reference) for reference in report.bibliography],
        "changed": list(changed),
        "version": version,
        "digest": "",
    }  # fmt: skip


def _sorted_findings(collected: _Collected) -> list[dict[str, Any]]:
    return [collected.findings[key].record() for key in sorted(collected.findings)]


def _text(source: Any) -> str:
    return "".join(source) if isinstance(source, list) else str(source)
