"""What a cell of a panel can show: a small closed set, each written and read by one class.

Records say what is shown and what part it plays, never how large or in which colour: a `Words`
has a role, a bar the role of its colour. Each target (page, print) has one look for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from frameline.record.figure import Pictures
from frameline.record.prose import Prose
from frameline.record.shape import Shape, expect

#: What words are for. A gist is what a claim says in the coder's words, a phrase the text's own.
ROLES = (
    "year", "author", "title-word", "own-word", "headline", "thesis", "gist", "phrase", "number",
    "note", "place", "label", "statement",
)  # fmt: skip
#: Words that come from a claim, which a reader must be able to look up.
OF_CLAIMS = ("gist", "phrase")
#: What a colour stands for.
COLOURS = (
    "binding", "dividing", "neither", "conceded", "voices", "other-voices", "firm", "leaning",
    "open", "plain", "lever", "from-first", "from-second",
)  # fmt: skip
#: A tick of a strength: passed, passed by less, failed, or a test that cannot exist.
TICKS = ("filled", "pale", "empty", "dotted")


@dataclass(frozen=True)
class Item:
    """Something in a cell.

    Each kind has a ``priority``: with 0 it stays in any case; where a page is too small, what has
    the highest goes first.
    """

    kind: ClassVar[str] = ""

    @property
    def said(self) -> tuple[Prose, ...]:
        """All its words, in reading order."""
        return ()

    @property
    def checked(self) -> tuple[Prose, ...]:
        """Those of its words that must be backed by findings: not what is data, as in a chart."""
        return self.said


def colour_of(shape: Shape, name: str = "colour") -> str:
    """The role of a colour."""
    return _one_of(shape, name, COLOURS, "plain")


def _one_of(shape: Shape, name: str, allowed: Iterable[str], default: str) -> str:
    value, known = shape.text(name, default), tuple(allowed)
    expect(value in known, f"one of {', '.join(known)} as {name} of {shape.what}", value)
    return value


def _prose(shape: Shape, name: str) -> Prose:
    return Prose.from_record(shape.data[name])


def _priority(shape: Shape) -> int:
    return shape.whole("priority")


@dataclass(frozen=True)
class Words(Item):
    """Words with a role.

    Parameters
    ----------
    role : str
        One of `ROLES`.
    words : Prose
    claim : str
        Id of the claim that they come from; gists and phrases have one.
    colour : str
        One of `COLOURS`.
    runs : bool
        They go on in the line of the words before.
    """

    role: str
    words: Prose
    claim: str = ""
    colour: str = "plain"
    runs: bool = False
    priority: int = 0

    kind: ClassVar[str] = "words"

    def __post_init__(self) -> None:
        behind = self.role not in OF_CLAIMS or bool(self.claim)
        expect(behind, f"the id of the claim behind a {self.role}")

    @property
    def said(self) -> tuple[Prose, ...]:
        """The words."""
        return (self.words,)

    @property
    def checked(self) -> tuple[Prose, ...]:
        """The words, unless a claim stands behind them."""
        return () if self.role in OF_CLAIMS else (self.words,)

    def record(self) -> dict[str, Any]:
        """The words as JSON."""
        return {
            "kind": self.kind, "role": self.role, "words": self.words.record(),
            "claim": self.claim, "colour": self.colour, "runs": self.runs,
            "priority": self.priority,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Words:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or a gist has no claim.
        """
        shape = Shape(data, "words", ("role", "words"))
        role = _one_of(shape, "role", ROLES, "")
        words, claim = _prose(shape, "words"), shape.text("claim")
        return cls(role, words, claim, colour_of(shape), shape.flag("runs"), _priority(shape))


@dataclass(frozen=True)
class Bar:
    """One bar: what it is of, how long it is, and the number beside it."""

    label: Prose
    value: float
    text: Prose
    colour: str = "plain"
    strong: bool = True

    def record(self) -> dict[str, Any]:
        """The bar as JSON."""
        return {
            "label": self.label.record(), "value": self.value, "text": self.text.record(),
            "colour": self.colour, "strong": self.strong,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Bar:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a bar", ("label", "value", "text"))
        return cls(
            _prose(shape, "label"), shape.amount("value"), _prose(shape, "text"),
            colour_of(shape), shape.flag("strong"),
        )  # fmt: skip


@dataclass(frozen=True)
class Bars(Item):
    """Bars below one another; all bars of a panel are on one scale."""

    rows: tuple[Bar, ...]
    priority: int = 0

    kind: ClassVar[str] = "bars"

    @property
    def said(self) -> tuple[Prose, ...]:
        """Label and number of each bar."""
        return tuple(prose for bar in self.rows for prose in (bar.label, bar.text))

    @property
    def checked(self) -> tuple[Prose, ...]:
        """The numbers; labels are names of codes."""
        return tuple(bar.text for bar in self.rows)

    @property
    def longest(self) -> float:
        """The value of the longest bar."""
        return max((bar.value for bar in self.rows), default=0.0)

    def record(self) -> dict[str, Any]:
        """The bars as JSON."""
        rows = [bar.record() for bar in self.rows]
        return {"kind": self.kind, "rows": rows, "priority": self.priority}

    @classmethod
    def from_record(cls, data: Any) -> Bars:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "bars", ("rows",))
        return cls(tuple(map(Bar.from_record, shape.entries("rows"))), _priority(shape))


@dataclass(frozen=True)
class Part:
    """One part of a stacked bar."""

    value: float
    text: Prose
    colour: str = "plain"

    def record(self) -> dict[str, Any]:
        """The part as JSON."""
        return {"value": self.value, "text": self.text.record(), "colour": self.colour}

    @classmethod
    def from_record(cls, data: Any) -> Part:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a part of a bar", ("value", "text"))
        return cls(shape.amount("value"), _prose(shape, "text"), colour_of(shape))


@dataclass(frozen=True)
class Stack(Item):
    """One bar of the full width, in parts."""

    parts: tuple[Part, ...]
    priority: int = 0

    kind: ClassVar[str] = "stack"

    @property
    def said(self) -> tuple[Prose, ...]:
        """What is said of each part."""
        return tuple(part.text for part in self.parts)

    def record(self) -> dict[str, Any]:
        """The bar as JSON."""
        parts = [part.record() for part in self.parts]
        return {"kind": self.kind, "parts": parts, "priority": self.priority}

    @classmethod
    def from_record(cls, data: Any) -> Stack:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a stacked bar", ("parts",))
        return cls(tuple(map(Part.from_record, shape.entries("parts"))), _priority(shape))


@dataclass(frozen=True)
class Mark:
    """A small mark on a scale of steps, such as that of another text."""

    step: int
    label: Prose

    def record(self) -> dict[str, Any]:
        """The mark as JSON."""
        return {"step": self.step, "label": self.label.record()}

    @classmethod
    def from_record(cls, data: Any) -> Mark:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a mark", ("step", "label"))
        return cls(shape.whole("step"), _prose(shape, "label"))


@dataclass(frozen=True)
class Steps(Item):
    """A scale of steps with one of them marked.

    Parameters
    ----------
    steps : tuple of str
        From the lowest to the highest.
    marked : int
        Which of them, from nought.
    others : tuple of Mark
        Small marks beside it.
    colour : str
        Of the step marked.
    """

    steps: tuple[str, ...]
    marked: int
    others: tuple[Mark, ...] = ()
    colour: str = "plain"
    priority: int = 0

    kind: ClassVar[str] = "steps"

    def __post_init__(self) -> None:
        for step in (self.marked, *(mark.step for mark in self.others)):
            expect(0 <= step < len(self.steps), "a step of the scale", step)

    @property
    def said(self) -> tuple[Prose, ...]:
        """The words at the small marks."""
        return tuple(mark.label for mark in self.others)

    def record(self) -> dict[str, Any]:
        """The scale as JSON."""
        return {
            "kind": self.kind, "steps": list(self.steps), "marked": self.marked,
            "others": [mark.record() for mark in self.others], "colour": self.colour,
            "priority": self.priority,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Steps:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or a mark is off the scale.
        """
        shape = Shape(data, "a scale", ("steps", "marked"))
        others = tuple(map(Mark.from_record, shape.entries("others")))
        steps, marked = shape.texts("steps"), shape.whole("marked")
        return cls(steps, marked, others, colour_of(shape), _priority(shape))


@dataclass(frozen=True)
class Point:
    """A point of a path.

    Parameters
    ----------
    column, step : int
        Where it stands, from nought: the column of the panel and the step of the scale.
    words : Prose
    colour : str
    hollow : bool
        A point beside the path, such as that of a text too short to compare: not joined.
    """

    column: int
    step: int
    words: Prose
    colour: str = "plain"
    hollow: bool = False

    def record(self) -> dict[str, Any]:
        """The point as JSON."""
        return {
            "column": self.column, "step": self.step, "words": self.words.record(),
            "colour": self.colour, "hollow": self.hollow,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Point:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a point", ("column", "step", "words"))
        return cls(
            shape.whole("column"), shape.whole("step"), _prose(shape, "words"), colour_of(shape),
            shape.flag("hollow"),
        )  # fmt: skip


@dataclass(frozen=True)
class Path(Item):
    """Points on a scale, one or more for each column of a panel, joined by a dotted line.

    Parameters
    ----------
    steps : tuple of str
        The scale, from the lowest to the highest.
    columns : tuple of str
        The names of the columns, shown where no column stands above.
    points : tuple of Point
    """

    steps: tuple[str, ...]
    columns: tuple[str, ...]
    points: tuple[Point, ...]
    priority: int = 0

    kind: ClassVar[str] = "path"

    def __post_init__(self) -> None:
        for point in self.points:
            expect(0 <= point.step < len(self.steps), "a step of the scale", point.step)
            expect(0 <= point.column < len(self.columns), "a column of the path", point.column)

    @property
    def joined(self) -> tuple[Point, ...]:
        """The points that the dotted line joins, by column."""
        return tuple(sorted((p for p in self.points if not p.hollow), key=lambda p: p.column))

    @property
    def said(self) -> tuple[Prose, ...]:
        """What is said at each point."""
        return tuple(point.words for point in self.points)

    def record(self) -> dict[str, Any]:
        """The path as JSON."""
        return {
            "kind": self.kind, "steps": list(self.steps), "columns": list(self.columns),
            "points": [point.record() for point in self.points], "priority": self.priority,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Path:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or a point is off the scale.
        """
        shape = Shape(data, "a path", ("steps", "columns", "points"))
        points = tuple(map(Point.from_record, shape.entries("points")))
        return cls(shape.texts("steps"), shape.texts("columns"), points, _priority(shape))


@dataclass(frozen=True)
class Dot:
    """A row of a list: a coloured dot, a date, words."""

    date: str
    words: Prose
    colour: str = "neither"

    def record(self) -> dict[str, Any]:
        """The row as JSON."""
        return {"date": self.date, "words": self.words.record(), "colour": self.colour}

    @classmethod
    def from_record(cls, data: Any) -> Dot:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a dot", ("date", "words"))
        return cls(shape.text("date"), _prose(shape, "words"), colour_of(shape))


@dataclass(frozen=True)
class Dots(Item):
    """A list whose rows have a dot, a date and words: what is listed is data."""

    rows: tuple[Dot, ...]
    priority: int = 0

    kind: ClassVar[str] = "dots"

    @property
    def said(self) -> tuple[Prose, ...]:
        """The words of each row."""
        return tuple(row.words for row in self.rows)

    @property
    def checked(self) -> tuple[Prose, ...]:
        """Nothing: the rows are data."""
        return ()

    def record(self) -> dict[str, Any]:
        """The list as JSON."""
        rows = [row.record() for row in self.rows]
        return {"kind": self.kind, "rows": rows, "priority": self.priority}

    @classmethod
    def from_record(cls, data: Any) -> Dots:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a list of dots", ("rows",))
        return cls(tuple(map(Dot.from_record, shape.entries("rows"))), _priority(shape))


@dataclass(frozen=True)
class Ticks(Item):
    """How sure a statement is: a word with its glyph of ticks.

    Parameters
    ----------
    word : Prose
    marks : tuple of str
        Of `TICKS`, in order.
    colour : str
        ``firm``, ``leaning`` or ``open``.
    """

    word: Prose
    marks: tuple[str, ...]
    colour: str = "open"
    priority: int = 0

    kind: ClassVar[str] = "ticks"

    def __post_init__(self) -> None:
        for mark in self.marks:
            expect(mark in TICKS, f"one of {', '.join(TICKS)} in the marks of ticks", mark)

    @property
    def said(self) -> tuple[Prose, ...]:
        """The word."""
        return (self.word,)

    def record(self) -> dict[str, Any]:
        """The ticks as JSON."""
        return {
            "kind": self.kind, "word": self.word.record(), "marks": list(self.marks),
            "colour": self.colour, "priority": self.priority,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Ticks:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "ticks", ("word", "marks"))
        word, marks = _prose(shape, "word"), shape.texts("marks")
        return cls(word, marks, colour_of(shape), _priority(shape))


@dataclass(frozen=True)
class Picture(Item):
    """A chart within a panel.

    Parameters
    ----------
    key : str
        Name used for the file of the chart.
    alt : Prose
        What someone who cannot see it should know.
    drawn : Pictures
    width_in, height_in : float
        Its size, in inches.
    """

    key: str
    alt: Prose
    drawn: Pictures
    width_in: float = 6.3
    height_in: float = 2.0
    priority: int = 0

    kind: ClassVar[str] = "picture"

    def __post_init__(self) -> None:
        expect(bool(str(self.alt).strip()), f"alternative text (picture {self.key})")

    @property
    def said(self) -> tuple[Prose, ...]:
        """The alternative text."""
        return (self.alt,)

    def record(self) -> dict[str, Any]:
        """The chart as JSON."""
        return {
            "kind": self.kind, "key": self.key, "alt": self.alt.record(),
            "width_in": self.width_in, "height_in": self.height_in, "priority": self.priority,
            **self.drawn.record(),
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Picture:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or there is no alternative text.
        """
        shape = Shape(data, "a picture", ("key", "alt", "svg"))
        return cls(
            shape.key("key"), _prose(shape, "alt"), Pictures.from_record(data),
            shape.size("width_in", cls.width_in), shape.size("height_in", cls.height_in),
            _priority(shape),
        )  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A label with what it stands for."""

    label: Prose
    words: Prose

    def record(self) -> dict[str, Any]:
        """The row as JSON."""
        return {"label": self.label.record(), "words": self.words.record()}

    @classmethod
    def from_record(cls, data: Any) -> Row:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a row", ("label", "words"))
        return cls(_prose(shape, "label"), _prose(shape, "words"))


@dataclass(frozen=True)
class Rows(Item):
    """Labels, each with what it stands for."""

    rows: tuple[Row, ...]
    priority: int = 0

    kind: ClassVar[str] = "rows"

    @property
    def said(self) -> tuple[Prose, ...]:
        """Label and words of each row."""
        return tuple(prose for row in self.rows for prose in (row.label, row.words))

    def record(self) -> dict[str, Any]:
        """The rows as JSON."""
        rows = [row.record() for row in self.rows]
        return {"kind": self.kind, "rows": rows, "priority": self.priority}

    @classmethod
    def from_record(cls, data: Any) -> Rows:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "rows", ("rows",))
        return cls(tuple(map(Row.from_record, shape.entries("rows"))), _priority(shape))


@dataclass(frozen=True)
class Squares(Item):
    """So many squares, one for each claim, with their number.

    Parameters
    ----------
    count : int
        How many; above 0.
    text : Prose
        What stands beside them.
    colour : str
    strong : bool
        Whether they are drawn in the strong colour.
    """

    count: int
    text: Prose
    colour: str = "plain"
    strong: bool = True
    priority: int = 0

    kind: ClassVar[str] = "squares"

    def __post_init__(self) -> None:
        expect(self.count > 0, "a number of squares above 0", self.count)

    @property
    def said(self) -> tuple[Prose, ...]:
        """The words beside them."""
        return (self.text,)

    def record(self) -> dict[str, Any]:
        """The squares as JSON."""
        return {
            "kind": self.kind, "count": self.count, "text": self.text.record(),
            "colour": self.colour, "strong": self.strong, "priority": self.priority,
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Squares:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "squares", ("count", "text"))
        return cls(
            shape.whole("count"), _prose(shape, "text"), colour_of(shape), shape.flag("strong"),
            _priority(shape),
        )  # fmt: skip


AnyItem = Words | Bars | Stack | Steps | Path | Dots | Ticks | Picture | Rows | Squares
#: Every kind of item, by the name that its record has.
KINDS: Mapping[str, Callable[[Any], AnyItem]] = {
    kind.kind: kind.from_record
    for kind in (Words, Bars, Stack, Steps, Path, Dots, Ticks, Picture, Rows, Squares)
}


def read_item(data: Any) -> AnyItem:
    """Read an item by the kind that it says it is.

    Raises
    ------
    RecordError
        There is no such kind, or the data have another shape.
    """
    shape = Shape(data, "an item", ("kind",))
    kind = _one_of(shape, "kind", KINDS, "")
    return KINDS[kind](data)
