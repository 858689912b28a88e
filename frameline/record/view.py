"""One thing of a chapter seen in several ways, between which the reader of the page can switch."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from frameline.record.figure import Figure
from frameline.record.mime import (
    FIGURE_MIME,
    PANEL_MIME,
    PROSE_MIME,
    SWITCH_MIME,
    TABLE_MIME,
)
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.shape import RecordError, Shape, expect
from frameline.record.table import Table

#: Whose words count: the value of the parameter ``voice``, and how the page names the view.
VIEWS: Mapping[str, str] = {"all": "All voices", "own": "The author’s own"}

Piece = Prose | Figure | Table | Panel
#: Each kind of piece with the name under which an output carries it.
_KINDS: tuple[tuple[str, type[Piece]], ...] = (
    (PROSE_MIME, Prose), (FIGURE_MIME, Figure), (TABLE_MIME, Table), (PANEL_MIME, Panel),
)  # fmt: skip


@dataclass(frozen=True)
class View:
    """One way of seeing a piece of the report.

    Parameters
    ----------
    key : str
        Which view it is, such as ``own``.
    name : str
        How the page names it.
    shows : Prose, Figure, Table or Panel
        The piece as it is seen then.
    """

    key: str
    name: str
    shows: Piece

    def record(self) -> dict[str, Any]:
        """The view as JSON."""
        return {"view": self.key, "name": self.name, "shows": piece_record(self.shows)}

    @classmethod
    def from_record(cls, data: Any) -> View:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or show more or less than one piece.
        """
        shape = Shape(data, "a view", ("view", "name", "shows"))
        pieces = read_pieces(data["shows"])
        expect(len(pieces) == 1, "one figure, table, panel or sentence in each view")
        return cls(shape.key("view"), shape.text("name"), pieces[0])


@dataclass(frozen=True)
class ViewToggle:
    """The same figure, table or sentence for all voices and for the author's own words.

    Answers: does what I see here depend on whom the text quotes? On the page one switch turns
    every such piece at once: figure, title, data, evidence and sentence. The PDF shows the first
    view; each figure is written as files in every view (``slopes.svg``, ``slopes-own.svg``).

    Parameters
    ----------
    views : mapping of str to Figure, Table or Prose
        A key of `VIEWS` to what that view shows, all of one kind (figures and tables: with one
        key). The first is the one shown at first. With a single view, as when the parameter
        ``voice`` leaves nothing else to show, it is that piece and no switch.

    Raises
    ------
    RecordError
        No view, an unknown one, or views of two kinds or keys.

    Examples
    --------
    A chapter computes in a loop over the views and shows each of its pieces as a ViewToggle:

    >>> from frameline.record.findings import Findings
    >>> f, said = Findings("demo"), {}
    >>> for view, count in {"all": 12, "own": 9}.items():
    ...     f.add(f"claims.{view}", count, unit="count")
    ...     said[view] = f.say("The text makes {claims.VIEW} claims.".replace("VIEW", view))
    >>> print(ViewToggle(said))
    All voices: The text makes 12 claims.
    The author’s own: The text makes 9 claims.
    """

    views: Mapping[str, Piece]

    def __post_init__(self) -> None:
        if not self.views:
            raise RecordError("a switch without a view")
        unknown = [view for view in self.views if view not in VIEWS]
        if unknown:
            raise RecordError(f"a switch has the view {unknown[0]!r}; allowed: {', '.join(VIEWS)}")
        kinds = {(type(piece).__name__, getattr(piece, "key", "")) for piece in self.views.values()}
        if len(kinds) > 1:
            found = ", ".join(sorted(f"{kind} {key!r}" for kind, key in kinds))
            raise RecordError(f"the views of a switch differ in kind or key: {found}")

    def __str__(self) -> str:
        return "\n".join(f"{VIEWS[view]}: {piece}" for view, piece in self.views.items())

    def record(self) -> dict[str, Any]:
        """The views as JSON, by name of the kind of record; further ones with keys of their own."""
        first, *others = (
            View(key, VIEWS[key], piece if place == 0 else _keyed(piece, key))
            for place, (key, piece) in enumerate(self.views.items())
        )
        return views_record(first, *others)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundles = {view: piece._repr_mimebundle_() for view, piece in self.views.items()}
        if len(bundles) == 1:
            return next(iter(bundles.values()))
        shown = (
            f"<p><small>{html.escape(VIEWS[view])}</small></p>{one['text/html']}"
            for view, one in bundles.items()
        )
        return {
            "text/plain": "\n".join(one["text/plain"] for one in bundles.values()),
            "text/html": "".join(shown),
            **self.record(),
        }


def piece_record(piece: Piece) -> dict[str, Any]:
    """A piece as JSON, under the name of its kind."""
    mime = next(mime for mime, kind in _KINDS if isinstance(piece, kind))
    return {mime: piece.record()}


def read_pieces(data: Any) -> tuple[Piece, ...]:
    """What an output shows of sentences, figures, tables and panels, in this order.

    Raises
    ------
    RecordError
        One of them has another shape.
    """
    expect(isinstance(data, Mapping), "what is shown as a table of names", data)
    return tuple(kind.from_record(data[mime]) for mime, kind in _KINDS if mime in data)


def views_record(first: View, *others: View) -> dict[str, Any]:
    """Views as JSON: the first as if there were no other, and a switch beside it."""
    return {
        **piece_record(first.shows),
        SWITCH_MIME: {
            "view": first.key, "name": first.name, "others": [view.record() for view in others],
        },
    }  # fmt: skip


def read_views(data: Mapping[str, Any]) -> tuple[View, ...]:
    """The views of an output, the first first; none where it is no switch.

    Raises
    ------
    RecordError
        A view has another shape.
    """
    if SWITCH_MIME not in data:
        return ()
    shape = Shape(data[SWITCH_MIME], "a switch", ("view", "name", "others"))
    pieces = {mime: data[mime] for mime, _ in _KINDS if mime in data}
    first = View.from_record({**shape.data, "shows": pieces})
    return (first, *map(View.from_record, shape.entries("others")))


def _keyed(piece: Piece, view: str) -> Piece:
    """A piece under a key of its own."""
    return piece if isinstance(piece, Prose) else replace(piece, key=f"{piece.key}-{view}")
