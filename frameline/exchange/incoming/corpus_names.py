"""Names of a file as names in a corpus: coders, who are folders, and variables, columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from frameline.corpus.checks import COMPUTED
from frameline.corpus.corpus import FINAL
from frameline.corpus.tables import LAYOUTS, NUMBERS, SWITCHES, shown
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import safe_name

#: Columns of the fixed layouts that an imported variable may be itself.
FREE = frozenset(("alt", "gist", "name", "year", "precision", "year_basis", "where", "genre"))
#: Further names that would get in the way of the columns that reading a corpus makes.
_IN_THE_WAY = frozenset(("votes", "coder", "spans", "source_id", "final"))


def check_coder(name: str, *, option: str = "--coder") -> str:
    """The name of a coder as given by the person importing: good as it is, or refused."""
    safe = safe_name(name)
    if not name or safe != name or name == FINAL:
        found = shown(name)
        allowed = f"a name that a folder can have, and not {FINAL!r}"
        todo = f"did you mean {safe}?" if safe and safe != FINAL else "choose another name"
        raise ExchangeError(option, "", found, allowed, todo)
    return name


def unique(name: str, taken: Collection[str]) -> str:
    """The name, or the name with a number, that is not taken, capitals counting as small.

    >>> unique("Ana", ["ana", "bo"])
    'Ana-2'
    """
    folded = {other.casefold() for other in taken}
    number, found = 1, name
    while found.casefold() in folded:
        number += 1
        found = f"{name}-{number}"
    return found


def column_name(name: str, layer: str) -> str:
    """The name a variable or fact has as a column; changed where a corpus has its own column.

    >>> column_name("start", "claims"), column_name("  tone ", "claims")
    ('start_code', 'tone')
    >>> column_name("year", "events"), column_name("year", "documents")
    ('year', 'year_code')
    """
    plain = "".join(
        " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in name
    ).strip()
    own = {*LAYOUTS[layer].columns, *NUMBERS, *SWITCHES} - FREE
    taken = own | {*COMPUTED.get(layer, ())} | _IN_THE_WAY
    return f"{plain}_code" if plain in taken else plain
