"""Phrases of a page that show what is written as HTML already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from frameline.words.phrases import Phrases


def html_phrases(words: Phrases) -> Callable[..., Markup]:
    """A function that fills in phrases with HTML: what is no HTML yet is escaped.

    >>> html = html_phrases(Phrases("page"))
    >>> html("data-as-of", day=Markup("<time>2024</time>")), html("data-as-of", day="<2024")
    (Markup('Data as of <time>2024</time>'), Markup('Data as of &lt;2024'))
    """

    def html(name: str, **values: Any) -> Markup:
        written = {key: value for key, value in values.items() if isinstance(value, Markup)}
        pieces = words.pieces(name, **values)
        return Markup("").join(written.get(piece.key, escape(piece.text)) for piece in pieces)

    return html
