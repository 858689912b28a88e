"""The statements of the report as its pages show them: in words, with their word and four ticks.

They are worked out once, at the end of the annex; every page quotes what stands there.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from frameline.exhibits.panelling import band_of, cell_of, ticks, words
from frameline.exhibits.study import Study, once
from frameline.measures.human_checks import machine_only
from frameline.measures.strength import DOTTED, FAILED, OPEN, PART, PASSED
from frameline.record.finding import Finding
from frameline.record.items import Ticks
from frameline.record.panel import Band
from frameline.record.prose import Prose

#: What a tick can be, to how it is drawn.
DRAWN = {PASSED: "filled", PART: "pale", FAILED: "empty", DOTTED: "dotted"}


@dataclass(frozen=True)
class Sure:
    """A statement of the report.

    Attributes
    ----------
    name : str
        As in the findings ``sure.<name>.said`` and its neighbours.
    about, kind : str
        The group that it belongs to ("verdict", "reasons", ...), and the kind of statement.
    word : str
        ``firm``, ``leaning`` or ``open``.
    ticks : tuple of str
        The four ticks, as they are drawn.
    said : Prose
        In a sentence; a question where it is open.
    """

    name: str
    about: str
    kind: str
    word: str
    ticks: tuple[str, ...]
    said: Prose

    def finding(self, texts: Study, part: str) -> Finding | None:
        """A number of it: ``held``, ``ways``, ``share``, ``p``, ``gap``, ``alpha``, ..."""
        key = f"sure.{self.name}.{part}"
        return texts.findings[key] if key in texts.findings else None


@once
def unchecked(texts: Study) -> bool:
    """Whether the codes that count are those of machines, which no person has checked."""
    coders = texts.coders
    kinds = dict(zip(coders["coder"], coders["kind"], strict=True)) if len(coders) else {}
    return machine_only(texts.corpus.claims, texts.codings, kinds, coding=texts.coding)


@once
def sure(texts: Study) -> list[Sure]:
    """The statements, the most important first; none where they are of another corpus."""
    f, found = texts.findings, []
    names = f["sure.order"].value if "sure.order" in f else ()
    for name in names:
        said = f[f"sure.{name}.said"]
        keys = [piece.key for piece in said.segments if piece.key.startswith("name.")]
        if not all(key in f for key in keys):
            return []
        about, kind, word = (str(f[f"sure.{name}.{part}"].value) for part in
                             ("about", "kind", "word"))  # fmt: skip
        marks = tuple(DRAWN[str(tick)] for tick in f[f"sure.{name}.ticks"].value)
        found.append(Sure(name, about, kind, word, marks, Prose(said.segments, "statement")))
    return found


def pick(texts: Study, kinds: Collection[str], most: int = 1) -> list[Sure]:
    """The first statements of some kinds."""
    return [one for one in sure(texts) if one.kind in kinds][:most]


def ticks_of(texts: Study, one: Sure) -> Ticks:
    """The word of a statement with its ticks."""
    said = texts.say("strength-names", part=one.word)
    return ticks(said, one.ticks, colour=one.word)


def statement_band(texts: Study, one: Sure, *, rule: str = "none") -> Band | None:
    """A statement beside its word and ticks."""
    said = words("statement", one.said, colour="open" if one.word == OPEN else "plain")
    return band_of([cell_of(ticks_of(texts, one)), cell_of(said, width=5)], columns=6, rule=rule)
