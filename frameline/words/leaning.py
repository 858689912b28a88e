"""Whether a gist can be read by itself: does it lean on the sentence before, does it name anyone?

A gist stands in tables and captions far from its sentence. "Such supplies went to Moscow" leans on
what was said before, "They face the same foe" names nobody. The words are English ones; a corpus
in another language passes its own patterns. Needs nothing but the standard library, so that a
check of a corpus can use it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

#: What makes a gist lean on what was said before it.
LEANING = (
    r"\bsuch(?! as\b)",
    r"\bth(?:is|ese)\b",
    r"^that\b",
    r"^(?:those|the former|the latter)\b(?! (?:who|at|in|of|with|from)\b)",
    r"\b(?:after|all|at|before|both|by|for|from|in|like|of|on|since|than|to|under|with|without)"
    r" that\b",
    r"\bthat same\b",
    r"\bthe same (?:effect|end|outcome|purpose|reason|result)\b",
    r"\balso\b",
    r"\blikewise\b",
    r"\binstead\b(?! of\b)",
    r"\b(?:either|too)(?=[.,;:!?]|$)",
    r"\btoo (?=(?:are|had|has|have|is|was|were)\b)",
    r"^(?:nor|besides|further|furthermore|moreover|again|then|so)\b",
    r"^(?:first|second|third|last|finally)(?:ly)?,",
    r"\bthere\b(?! (?:are|has|have|is|was|were|will|would|may|can)\b)",
)

#: Pronouns that a gist may open with; without a name elsewhere nobody is named.
PRONOUNS = (
    "both", "each", "either", "he", "her", "his", "it", "its", "neither", "one", "she", "some",
    "their", "theirs", "they", "those",
)  # fmt: skip

#: A gist that opens so tells who says it: right where the claim is contested, else a detour.
ATTRIBUTING = (
    r"^(?:by|in|per|to) the (?:author|publisher|speaker|writer)s?\b",
    r"^the (?:author|publisher|speaker|writer)s?\b",
    r"^in [^,]{1,40}'s (?:account|view|reading)\b",
)


def leans(gist: str, patterns: Sequence[str] = LEANING) -> str:
    """Say by which words a gist leans on the sentence before it; empty where it does not.

    Question: can this gist be read by itself?

    Parameters
    ----------
    gist : str
    patterns : sequence of str
        Regular expressions, without regard to case.

    Returns
    -------
    str
        The first words that lean.

    Examples
    --------
    >>> leans("Such supplies went north."), leans("They want peace in places such as the coast.")
    ('Such', '')
    >>> leans("He says that the tie will hold."), leans("He fought before that war.")
    ('', 'before that')
    >>> leans("The island too has a stake."), leans("The island was too busy.")
    ('too', '')
    """
    plain = gist.strip().replace("\u2019", "'")
    found = [match for match in (re.search(p, plain, re.IGNORECASE) for p in patterns) if match]
    return min(found, key=lambda match: match.start()).group().strip() if found else ""


def nameless(gist: str, pronouns: Collection[str] = PRONOUNS) -> bool:
    """Say whether a gist opens with a pronoun and names nobody.

    Question: does this gist say of whom it speaks?

    Parameters
    ----------
    gist : str
    pronouns : collection of str
        In lower case.

    Examples
    --------
    >>> nameless("They face the same foe."), nameless("They fear Norland."), nameless("Trade grew.")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_]+", gist)
    if not words or words[0].lower() not in pronouns:
        return False
    return not any(word[0].isupper() for word in words[1:])


def attributes(gist: str, patterns: Sequence[str] = ATTRIBUTING) -> bool:
    """Say whether a gist opens by telling who says it.

    Question: does this gist begin with its author in place of its matter?

    Parameters
    ----------
    gist : str
    patterns : sequence of str

    Examples
    --------
    >>> attributes("The authors charge that arms went north."), attributes("Arms went north.")
    (True, False)
    """
    return any(re.search(pattern, gist.strip(), re.IGNORECASE) for pattern in patterns)
