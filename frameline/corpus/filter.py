"""Which claims count: the one filter of every chapter, its words, and what it asks of the codes.

A backend applies a `Filter` by keeping the rows that pass its `limits`, and describes it with
`Filter.describe_for` the fields that `named` lists. Nothing else knows what a field means: a new
condition (by outlet, by a weight) is a new field of `Filter`, with its values in `CHOICES`, its
words in ``report/texts/en/filter.ftl`` and its rule in `RULES`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from frameline.corpus.codebook import Codebook
from frameline.corpus.fault import hint, listed
from frameline.words.formats import list_separators
from frameline.words.phrases import Phrases

FINAL = "final"

#: The allowed values of a Filter's fields. A field has the name of the role of the claims that it
#: looks at; the message ``voice-own`` of the catalogue words its value ``own``.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "relevance": ("counted", "all"),
    "voice": ("all", "own"),
    "modality": ("no questions", "assertions", "all"),
    "function": ("all", "verdicts", "no facts"),
}


class Rule(NamedTuple):
    """The flag a code must have for its claims to count, or (`wanted` off) must not have."""

    flag: str
    wanted: bool


#: Field and value of a Filter to its rule; the other values leave nothing out.
RULES: Mapping[tuple[str, str], Rule] = {
    ("voice", "own"): Rule("own", True),
    ("relevance", "counted"): Rule("counted", True),
    ("modality", "assertions"): Rule("asserted", True),
    ("modality", "no questions"): Rule("question", False),
    ("function", "verdicts"): Rule("verdict", True),
    ("function", "no facts"): Rule("fact", False),
}


@dataclass(frozen=True)
class Filter:
    """Which claims count. Shown under every figure, and part of every finding.

    >>> Filter().describe()
    'core claims, all voices, questions out'
    """

    voice: str = "all"
    modality: str = "no questions"
    relevance: str = "counted"
    function: str = "all"
    drop: Sequence[str] = ()
    coding: str = FINAL

    def __post_init__(self) -> None:
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                choices = " | ".join(allowed)
                given = getattr(self, name)
                near = hint(str(given), allowed)
                raise ValueError(f"{name} is {given!r}{near}; allowed: {choices}")
        if isinstance(self.drop, str):
            raise ValueError("drop is a list of document ids")
        object.__setattr__(self, "drop", tuple(self.drop))

    def describe(self) -> str:
        """The filter in one plain line, for claims that carry every role.

        A figure shows `Corpus.describe`, which knows what the claims carry.
        """
        return self.describe_for(CHOICES)

    def describe_for(self, roles: Collection[str], lang: str = "en") -> str:
        """The same for claims that carry only some roles: what none can differ in is not named.

        >>> Filter().describe_for(["voice"]), Filter().describe_for([])
        ('all claims, all voices', 'all claims')
        """
        words, between = Phrases("filter", lang), list_separators(lang)[0]
        named = (f"{name}-{getattr(self, name)}" for name in CHOICES if name in roles)
        parts = [words(name.replace(" ", "-")) for name in named]
        if "relevance" not in roles:
            parts.insert(0, words("all-claims"))
        if self.drop:
            parts.append(words("without", documents=between.join(map(str, self.drop))))
        if self.coding != FINAL:
            parts.append(words("coding-of", coder=self.coding))
        return between.join(part for part in parts if part)

    def within(self, dropped: Sequence[str], coding: str) -> Filter:
        """This filter on a corpus that was read without some documents, or in another coding.

        >>> Filter(drop=["b"]).within(["a"], "ana").describe_for([])
        'all claims, without a, b, coding of ana'
        """
        drop = tuple(dict.fromkeys([*dropped, *self.drop]))
        return replace(self, drop=drop, coding=coding if self.coding == FINAL else self.coding)


class Limit(NamedTuple):
    """A condition on the codes of one role: to be `among` these codes, or not to be.

    A blank cell is the code "".
    """

    role: str
    codes: tuple[str, ...]
    among: bool


def limits(chosen: Filter, codebook: Codebook, carried: Collection[str]) -> list[Limit]:
    """What a filter asks of the codes of a claim.

    Parameters
    ----------
    chosen
        The filter.
    codebook
        Says which codes have which flag. Where no code has the flag there is nothing to ask.
    carried
        Roles that the claims have a column for.

    Returns
    -------
    list of Limit
        A claim counts where all hold. A blank cell counts as having the flag, unless the flag is
        one to leave out.
    """
    found = []
    for role in CHOICES:
        rule = RULES.get((role, getattr(chosen, role)))
        variable = codebook.role(role)
        if rule is None or variable is None or role not in carried:
            continue
        flags = variable.flag(rule.flag)
        if flags:
            on = [code for code, value in flags.items() if value]
            found.append(Limit(role, (*on, "") if rule.wanted else tuple(on), rule.wanted))
    return found


def named(chosen: Filter, codebook: Codebook, present: Collection[str]) -> list[str]:
    """Which fields of a filter a line under a figure may name.

    Parameters
    ----------
    chosen, codebook
        As in `limits`.
    present
        Roles in which the claims are coded.

    Returns
    -------
    list of str
        A field that leaves claims out is named only where it was really asked: where no code of
        the codebook is flagged as core, "core claims" would be a false line.
    """
    asked = {limit.role for limit in limits(chosen, codebook, present)}
    return [
        role
        for role in CHOICES
        if role in present and (role in asked or (role, getattr(chosen, role)) not in RULES)
    ]


def unknown_documents(drop: Iterable[str], known: Sequence[str], count: int | None = None) -> str:
    """What is wrong with a list of documents to leave out, or "".

    Parameters
    ----------
    drop
        Ids of documents.
    known
        Ids that there are; of very many documents those that are somewhat alike.
    count
        How many there are in all, where `known` does not have all of them.

    >>> print(unknown_documents(["b", "aster"], ["aster-1901", "b"]))
    no document 'aster' (did you mean "aster-1901"?); there are aster-1901, b
    """
    there = set(known)
    unknown = [doc for doc in drop if doc not in there]
    if not unknown:
        return ""
    said = [f"{doc!r}{hint(str(doc), known)}" for doc in unknown]
    names = listed(sorted(known)) if count in (None, len(known)) else f"{count:,} others"
    return f"no document {', '.join(said)}; there are {names}"


def unknown_coding(coding: str, coders: Sequence[str]) -> str:
    """What is wrong with the name of a coding, or "".

    >>> unknown_coding("olga", ["mara", "niko"])
    "no coding 'olga'; there are final, mara, niko"
    >>> unknown_coding("mara", ["mara", "niko"])
    ''
    """
    there = [FINAL, *coders]
    if coding in there:
        return ""
    return f"no coding {coding!r}{hint(coding, there)}; there are {', '.join(there)}"
