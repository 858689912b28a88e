"""The words that charts write: messages of ``report/texts/<language>/charts.ftl``."""

from __future__ import annotations

from frameline.words.language import spoken
from frameline.words.phrases import Phrases


def word(name: str, **values: str | int) -> str:
    """A word or phrase of the charts in the language spoken.

    Parameters
    ----------
    name : str
        Id of the message.
    **values
        What it shows: text that is written already, or a count.

    Examples
    --------
    >>> word("end-of-text"), word("one-mark", pieces=3)
    ('end', 'one mark: 3 pieces')
    """
    return Phrases("charts", spoken())(name, **values)
