"""What a corpus lacks, in the line of a chapter that steps aside: what is missing, what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

#: Need -> what is missing, and what would supply it.
_TABLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "claims": ("claims", "code claims in claims.csv"),
        "labels": ("names for the relationship", "list them in labels.csv"),
        "events": ("events", "list the events that the texts call up in events.csv"),
        "tokens": ("word counts", "have them counted with frameline rebuild --texts FOLDER"),
        "coders": ("second coder", "let somebody else code the same sentences"),
        "codings": ("codes of single coders", "keep what each coder gave"),
        "units": ("sentence list", "list the sentences in units.csv"),
        "claims.unit_id": ("sentences of claims", "say of each claim in which sentence it stands"),
        "blocks": ("list of the parts of its files", "list them in blocks.csv"),
        "texts": ("source texts", "put them into the folder texts"),
        "context": (
            "sample of what others wrote",
            "list other pieces on the same subject in context/context.csv",
        ),
        "adjudication": ("settled disagreements", "settle them with frameline adjudicate"),
    }
)
_ROLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "claims.frame": ("frames", "code what reason or subject each claim names"),
        "claims.valence": (
            "valence",
            "code whether each claim binds or divides, and give these codes their sign",
        ),
        "claims.voice": ("voices", "code who makes each claim"),
        "claims.function": ("functions of claims", "code what each claim is for, advice among it"),
        "claims.addressee": ("addressees of advice", "code whom each piece of advice is for"),
        "labels.label": ("families of names", "code the family of each name"),
        "labels.place": ("places of names", "code whether each name stands in title or body"),
        "labels.polarity": ("polarity of names", "code whether each name is asserted or denied"),
        "events.year": ("years of events", "give the events their years"),
    }
)
TABLES: Collection[str] = _TABLES.keys()
#: Valence is coded, but no code says which way it points.
_UNSIGNED = (
    "signs on its valence codes",
    "give each of these codes its sign: plus one where a claim binds, minus one where it divides, "
    "nought where it does both",
)


def stepping_aside(
    missing: Iterable[str],
    *,
    empty: Collection[str] = (),
    unsigned: bool = False,
    so: str = "this chapter steps aside",
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
        What follows from it.

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
    missing = [m.partition(".")[0] if m.partition(".")[0] in empty else m for m in missing]
    missing = list(dict.fromkeys(missing))
    found = [_UNSIGNED if m == "claims.valence" and unsigned else _entry(m) for m in missing]
    things = " and ".join(f"no {thing}" for thing, _ in found)
    steps = " and ".join(dict.fromkeys(remedy for _, remedy in found))
    return f"This corpus has {things}, so {so}. To change that, {steps}."


def _entry(need: str) -> tuple[str, str]:
    layer, dot, role = need.partition(".")
    if need in _TABLES or not dot:
        return _TABLES.get(need, (layer, f"add the table {layer}"))
    word = role.replace("_", " ")
    usual = (f"{word} codes" if layer == "claims" else f"{word} of its {layer}", f"code the {word}")
    thing, remedy = _ROLES.get(need, usual)
    return thing, f"{remedy} (role {role} of the {layer} in codebook.toml)"
