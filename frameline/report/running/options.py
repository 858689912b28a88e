"""What an author says of a chart or table of their own, in the first lines of its cell.

#| caption: Letters that speak of the harvest
#| alt: Bars, one a year: from the first year on most letters speak of the harvest; …
#| key: harvest
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from frameline.corpus.fault import hint

_LINE = re.compile(r"#\|\s*([\w-]+)\s*:\s*(.*?)\s*")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
NAMES = ("caption", "alt", "key")
#: Shortest text that can tell someone who cannot see a chart what it shows and of how many.
MIN_ALT = 80


def read_options(source: str) -> dict[str, str]:
    """The options of a cell.

    Parameters
    ----------
    source : str
        Of a code cell.

    Returns
    -------
    dict of str to str
        Of `NAMES`, those that are given.

    Raises
    ------
    ValueError
        An option that there is none of, or a key that is no name.

    Examples
    --------
    >>> read_options("#| caption: Letters by year\\n#| key: letters\\nplot(letters)")
    {'caption': 'Letters by year', 'key': 'letters'}
    >>> read_options("#| captoin: Letters")
    Traceback (most recent call last):
    ...
    ValueError: no option "captoin" (did you mean "caption"?); allowed: caption, alt, key
    """
    found: dict[str, str] = {}
    for line in source.lstrip().splitlines():
        said = _LINE.fullmatch(line.strip())
        if said is None:
            break
        name, value = said.groups()
        if name not in NAMES:
            raise ValueError(f'no option "{name}"{hint(name, NAMES)}; allowed: {", ".join(NAMES)}')
        found[name] = value
    key = found.get("key", "")
    if key and not _KEY.fullmatch(key):
        raise ValueError(f'key "{key}"; allowed: lower-case words joined by hyphens')
    return found


def missing(options: Mapping[str, str], wanted: tuple[str, ...], what: str) -> str:
    """What a cell must say of what it shows, and does not; empty where nothing is missing.

    >>> missing({"caption": "Letters"}, ("caption",), "a table")
    ''
    """
    lacks = [name for name in wanted if not options.get(name)]
    if lacks:
        lines = ", ".join(f'"#| {name}: …"' for name in lacks)
        return f"{what} without {' and '.join(lacks)}; begin the cell with {lines}"
    if "alt" in wanted and len(options["alt"]) < MIN_ALT:
        return (
            f"{what} whose alt has {len(options['alt'])} characters; at least {MIN_ALT} are needed "
            "to say what is seen, and of how many"
        )
    return ""
