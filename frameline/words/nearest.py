"""The name that was meant: what a message adds about one that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" when none is like it.

    >>> nearest("geo ", ["REG", "GEO", "SEC"])
    'GEO'
    """
    words = sorted(set(known))
    plain = word.strip().casefold()
    same = [other for other in words if other.casefold() == plain]
    if same:
        return same[0]
    # difflib is slow on long cells, and a long cell is no slip of a short code
    if not plain or len(plain) > 60:
        return ""
    folded = {other.casefold(): other for other in reversed(words)}
    close = difflib.get_close_matches(plain, list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def hint(word: str, known: Iterable[str]) -> str:
    """What a message adds about a mistyped name: the known one most like it, if there is one.

    >>> hint("sede", ["seed", "draws"])
    ' (did you mean "seed"?)'
    """
    close = nearest(word, known)
    return f' (did you mean "{close}"?)' if close else ""
