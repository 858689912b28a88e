"""One thing of a chapter seen in several ways, between which the reader of the page can switch."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frameline.record.figure import FIGURE_MIME, TABLE_MIME, Figure, FigureError, Table
from frameline.record.findings import Prose

SWITCH_MIME = "application/vnd.frameline.switch+json"
#: Whose words count: the value of the parameter ``voice``, and how the page names the view.
VIEWS: Mapping[str, str] = {"all": "All voices", "own": "The author’s own"}


@dataclass
class Switch:
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
    FigureError
        No view, an unknown one, or views of two kinds or keys.

    Examples
    --------
    A chapter computes in a loop over the views and shows each of its pieces as a Switch:

    >>> from frameline.record.findings import Findings
    >>> f, said = Findings("demo"), {}
    >>> for view, count in {"all": 12, "own": 9}.items():
    ...     f.add(f"claims.{view}", count, unit="count")
    ...     said[view] = f.say("The text makes {claims.VIEW} claims.".replace("VIEW", view))
    >>> print(Switch(said))
    All voices: The text makes 12 claims.
    The author’s own: The text makes 9 claims.
    """

    views: Mapping[str, Figure | Table | Prose]

    def __post_init__(self) -> None:
        if not self.views:
            raise FigureError("a switch without a view")
        unknown = [view for view in self.views if view not in VIEWS]
        if unknown:
            raise FigureError(f"a switch has the view {unknown[0]!r}; allowed: {', '.join(VIEWS)}")
        kinds = {(type(piece).__name__, getattr(piece, "key", "")) for piece in self.views.values()}
        if len(kinds) > 1:
            found = ", ".join(sorted(f"{kind} {key!r}" for kind, key in kinds))
            raise FigureError(f"the views of a switch differ in kind or key: {found}")

    def __str__(self) -> str:
        return "\n".join(f"{VIEWS[view]}: {piece}" for view, piece in self.views.items())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundles = {view: piece._repr_mimebundle_() for view, piece in self.views.items()}
        (first, bundle), *others = bundles.items()
        if not others:
            return bundle
        shown = (
            f"<p><small>{html.escape(VIEWS[view])}</small></p>{one['text/html']}"
            for view, one in bundles.items()
        )
        return {
            **bundle,
            "text/plain": "\n".join(one["text/plain"] for one in bundles.values()),
            "text/html": "".join(shown),
            SWITCH_MIME: {
                "view": first, "name": VIEWS[first],
                "others": [
                    {"view": view, "name": VIEWS[view], "shows": _keyed(one, view)}
                    for view, one in others
                ],
            },
        }  # fmt: skip


def _keyed(bundle: Mapping[str, Any], view: str) -> dict[str, Any]:
    """What the report needs of a further view, under a key of its own."""
    kept = {mime: data for mime, data in bundle.items() if mime.startswith("application/")}
    for mime in (FIGURE_MIME, TABLE_MIME):
        if mime in kept:
            kept[mime] = {**kept[mime], "key": f"{kept[mime]['key']}-{view}"}
    return kept
