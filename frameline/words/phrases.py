"""The words and phrases of one catalogue: for charts, for the page, for print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frameline.words.catalogue import Messages, Segment, Shown
from frameline.words.formats import is_missing


class Phrases:
    """The messages of a catalogue as phrases.

    Parameters
    ----------
    catalogue : str
        Name of the file, without ``.ftl``.
    lang : str
        Language of the report.

    Examples
    --------
    >>> words = Phrases("charts")
    >>> words("end-of-text"), words("one-mark", pieces=3)
    ('end', 'one mark: 3 pieces')
    >>> [(piece.text, piece.key) for piece in words.pieces("share-body", share="40%")]
    [('40%', 'share'), (' body', '')]
    """

    def __init__(self, catalogue: str, lang: str = "en"):
        self.lang = lang
        self._messages = Messages(catalogue, lang)
        self._plain: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._messages

    def __call__(self, name: str, **values: Any) -> str:
        """A phrase with values filled in.

        Parameters
        ----------
        name : str
            Id of the message.
        **values
            What it shows: text that is written already, a count, or what it chooses by.
        """
        if values:
            return "".join(piece.text for piece in self.pieces(name, **values))
        if name not in self._plain:
            self._plain[name] = self._messages.text(name)
        return self._plain[name]

    def part(self, name: str, part: str, **values: Any) -> str:
        """A part of a message as a phrase."""
        return self._messages.text(name, _shown(values), part)

    def pieces(self, name: str, **values: Any) -> list[Segment]:
        """The same in pieces: those that show a value have its name as their key."""
        return self._messages.format(name, _shown(values))


def _shown(values: Mapping[str, Any]) -> dict[str, Shown]:
    return {
        name: value if isinstance(value, Shown) else Shown(value, _unit(value), name)
        for name, value in values.items()
    }


def _unit(value: Any) -> str:
    text = isinstance(value, (str, bool)) or is_missing(value)
    return "text" if text else "list" if isinstance(value, (list, tuple)) else "count"
