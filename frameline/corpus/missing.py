"""What a corpus lacks, in the line of a chapter that steps aside: what is missing, what to do.

The words stand in ``report/texts/<language>/missing.ftl``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import reduce

from frameline.words.phrases import Phrases

#: The tables and other things that a corpus may have, each with its words in the catalogue.
TABLES: Collection[str] = (
    "claims", "labels", "events", "tokens", "coders", "codings", "units", "claims.unit_id",
    "blocks", "texts", "context", "adjudication",
)  # fmt: skip


def stepping_aside(
    missing: Iterable[str],
    *,
    empty: Collection[str] = (),
    unsigned: bool = False,
    so: str = "",
    lang: str = "en",
) -> str:
    """Say what a corpus lacks and how it would get it: the line of a chapter without a subject.

    Question: why is this chapter empty, and what would fill it?

    Parameters
    ----------
    missing : iterable of str
        Needs such as "labels" or "claims.valence".
    empty : collection of str
        Tables without rows, which are named in place of their columns.
    unsigned : bool
        Valence is coded, but its codes carry no sign.
    so : str
        What follows from it; that the chapter steps aside when not given.
    lang : str
        Language of the line.

    Returns
    -------
    str

    Examples
    --------
    >>> print(
    ...     stepping_aside(["labels", "labels.place"], empty={"labels"})
    ... )  # doctest: +NORMALIZE_WHITESPACE
    This corpus has no names for the relationship, so this chapter steps aside. To change that, list
    them in labels.csv.
    >>> print(stepping_aside(["claims.voice", "events"]))  # doctest: +NORMALIZE_WHITESPACE
    This corpus has no voices and no events, so this chapter steps aside. To change that, code who
    makes each claim (role voice of the claims in codebook.toml) and list the events that the
    texts call up in events.csv.
    """
    words = Phrases("missing", lang)
    missing = [m.partition(".")[0] if m.partition(".")[0] in empty else m for m in missing]
    missing = list(dict.fromkeys(missing))
    found = [
        (words("unsigned"), words.part("unsigned", "todo"))
        if need == "claims.valence" and unsigned
        else _entry(need, words)
        for need in missing
    ]
    things = _joined([words("nothing-of", thing=thing) for thing, _ in found], words)
    steps = _joined(dict.fromkeys(remedy for _, remedy in found), words)
    return words("stepping-aside", things=things, so=so or words("so-chapter"), steps=steps)


def _joined(phrases: Iterable[str], words: Phrases) -> str:
    return reduce(lambda first, second: words("both", first=first, second=second), phrases)


def _entry(need: str, words: Phrases) -> tuple[str, str]:
    """What is missing, and what would supply it."""
    layer, dot, role = need.partition(".")
    known, plain = {"word": role.replace("_", " "), "layer": layer}, _plain(need)
    if need in TABLES or not dot:
        name = f"table-{plain}" if need in TABLES else "other-table"
        return words(name, **known), words.part(name, "todo", **known)
    name = f"role-{plain}"
    if name not in words:
        name = "other-role-of-claims" if layer == "claims" else "other-role"
    todo = words.part(name, "todo", **known)
    return words(name, **known), words("in-role", todo=todo, role=role, layer=layer)


def _plain(need: str) -> str:
    return need.replace(".", "-").replace("_", "-")
