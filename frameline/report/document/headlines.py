"""The headlines of the report, checked against the exhibits that they stand over.

The rules are those of `frameline.record.headlines`; here a finished document hands over what they
look at. They hold for the charts and designed pages of the summary and the report: the annex is
for readers who look things up, its titles need only be plain (`frameline.report.document.lint`).
Pictures that an author drew or wrote into a cell have captions of their own, not headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from frameline.record.figure import Figure
from frameline.record.finding import Finding
from frameline.record.headlines import NAME, NAMED, Counted, Headline, Violation, violations
from frameline.record.panel import Panel
from frameline.record.prose import Prose, Segment
from frameline.report.document.document import Document
from frameline.report.document.lint import refuse
from frameline.words.phrases import Phrases

#: Parts of a report whose headlines are checked.
CHECKED = ("summary", "report")
#: Letters of a name in a headline that count for its length: names are the corpus's own.
NAME_LETTERS = 16
_SAID = re.compile(r"sure\.(?P<name>.+)\.said")


@dataclass(frozen=True)
class Broken:
    """A headline that breaks a rule."""

    chapter: str
    key: str
    title: str
    violation: Violation

    def __str__(self) -> str:
        return f"{self.chapter}, {self.key}: {self.violation} (“{self.title}”)"


def check_headlines(document: Document) -> None:
    """Refuse a report with a headline that breaks a rule.

    Raises
    ------
    BuildError
        Names chapter, exhibit, rule and headline.
    """
    refuse(
        broken(document), "a headline breaks a rule",
        "A headline cites a finding, prints its value, counts and names only what its exhibit "
        "shows, and states nothing more surely than the table of how sure it is: change the "
        "message `.title` of the exhibit (docs/exhibits.md, Headlines)",
    )  # fmt: skip


def broken(document: Document) -> Iterator[Broken]:
    """Find the headlines that break a rule, in reading order."""
    words = Phrases("page", document.lang)
    asking = tuple(words("asking-words").split())
    spelled = {words(f"number-{n}").casefold(): float(n) for n in range(13)}
    unsure = open_findings(document.findings)
    for chapter in document.chapters:
        for block in chapter.every_block if chapter.part in CHECKED else ():
            if isinstance(block, (Figure, Panel)) and not _taken(block):
                headline = _headline(block, document.findings, unsure, asking, spelled)
                for violation in violations(headline):
                    yield Broken(chapter.key, block.key, str(block.title), violation)


def _taken(block: Figure | Panel) -> bool:
    """Whether an author's own picture, whose caption no catalogue fills: it has no numbers."""
    return isinstance(block, Figure) and not block.table.columns


def open_findings(findings: Mapping[str, Finding]) -> frozenset[str]:
    """The findings that only open statements cite: what rests on them may only be asked.

    Examples
    --------
    >>> said = Finding("sure.a.said", "Arms lead: 13", "text", segments=(Segment("13", "arms"),))
    >>> word = Finding("sure.a.word", "open", "text")
    >>> sorted(open_findings({"sure.a.said": said, "sure.a.word": word}))
    ['arms']
    """
    cited: dict[bool, set[str]] = {True: set(), False: set()}
    for key, finding in findings.items():
        match = _SAID.fullmatch(key)
        word = findings.get(f"sure.{match['name']}.word") if match else None
        if word is not None:
            cited[word.value == "open"] |= {piece.key for piece in finding.segments if piece.key}
    return frozenset(key for key in cited[True] - cited[False] if not key.startswith(NAME))


def _headline(
    block: Figure | Panel, findings: Mapping[str, Finding], unsure: frozenset[str],
    asking: tuple[str, ...], spelled: Mapping[str, float],
) -> Headline:  # fmt: skip
    """A headline with all that its rules look at, as far as the exhibit says."""
    texts = {piece.key: piece.text for piece in block.title.segments if piece.key}
    cited = {key: findings[key] for key in texts if key in findings}
    names = {key: Finding(key, text, "name") for key, text in texts.items()
             if key.startswith(NAME) and key not in cited}  # fmt: skip
    behind = {claim for finding in cited.values() for claim in finding.evidence}
    evidence = frozenset(block.evidence)
    counted = {key: Counted((), one.evidence) for key, one in cited.items()
               if one.unit == "count" and one.evidence}  # fmt: skip
    over = [one.n for one in cited.values() if one.n is not None and one.n > len(evidence) > 0]
    return Headline(
        _shortened(block.title, cited | names), cited | names, counted=counted,
        constant=frozenset(names),
        highlighted=evidence & behind if evidence else None if behind else frozenset(),
        chart_n=len(evidence) if over else None,
        explained=frozenset(key for key, one in cited.items() if (one.n or 0) <= len(evidence)),
        open=unsure, asking=asking, spelled=spelled, shown=tuple(_shown(block)),
    )  # fmt: skip


def _shortened(title: Prose, cited: Mapping[str, Finding]) -> Prose:
    """A title whose long names count for a few letters only."""
    names = {key for key, one in cited.items() if one.unit in NAMED}
    return Prose(tuple(Segment(text[:NAME_LETTERS] if key in names else text, key)
                       for text, key in title.segments), title.style)  # fmt: skip


def _shown(block: Figure | Panel) -> Iterator[str]:
    """What the exhibit shows apart from its title: words, numbers, ids of claims."""
    yield from block.evidence
    grid = block.table if isinstance(block, Figure) else block.grid
    for row in grid.rows:
        yield from map(str, row)
