"""The statements of the report as its pages show them: in words, with their word and four ticks.

They are worked out once, at the end of the annex; every page quotes what stands there.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameline.exhibits.panelling import band_of, cell_of, head, ticks, words
from frameline.exhibits.study import Study, once
from frameline.measures.strength import DOTTED, FAILED, OPEN, PART, PASSED, WORDS
from frameline.record.finding import Finding
from frameline.record.items import Ticks
from frameline.record.panel import Band
from frameline.record.prose import Prose

#: Statements that a summary opens with.
LEADING = 4
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
        key, f = f"sure.{self.name}.{part}", texts.findings
        if key not in f:
            return None
        return f[key]


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


def leading(texts: Study, most: int = LEADING) -> list[Sure]:
    """The statements that a summary opens with: the surest of each group, then the next surest."""
    made = sure(texts)
    first: dict[str, Sure] = {}
    for one in made:
        first.setdefault(one.about, one)
    others = sorted((one for one in made if one not in first.values()),
                    key=lambda one: WORDS.index(one.word))  # fmt: skip
    chosen = [*first.values(), *others][:most]
    return [one for one in made if one in chosen]


def ticks_of(texts: Study, one: Sure) -> Ticks:
    """The word of a statement with its ticks."""
    said = texts.say("strength-names", part=one.word)
    return ticks(said, one.ticks, colour=one.word)


def statement_band(texts: Study, one: Sure, columns: int, *, rule: str = "none") -> Band | None:
    """A statement beside its word and ticks, over all columns of its panel."""
    said = words("statement", one.said, colour="open" if one.word == OPEN else "plain")
    word = texts.say("strength-names", part=one.word)
    beside = head(word, colour=one.word, marks=one.ticks)
    return band_of([cell_of(said, width=columns)], head=beside, rule=rule)
