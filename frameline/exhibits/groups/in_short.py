"""What does the report say, in a few sentences?"""

from __future__ import annotations

from frameline.exhibits.groups._tables import coded
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.large.tallies import documents_by

#: Statements in the order in which they are read, and how many differences of groups at most.
KINDS, MOST = ("groups-first", "group-differs", "periods"), 4


@shows("claims", "documents", "shares-found", any_size=True)
def in_short(texts: Study) -> Blocks:
    """What does the report say, in a few sentences?"""
    f, variable = texts.findings, coded(texts)
    whens = [when for when in documents_by(texts.documents)["when"] if when]
    f.add("short.documents", texts.size("documents"), unit="count")
    f.add("short.codes", len(variable.codes) if variable else 0, unit="count")
    f.add("short.coders", len(texts.coder_names), unit="count")
    if whens:
        f.add("short.first", min(whens), unit="name")
        f.add("short.last", max(whens), unit="name")
    made = [found.key for found in texts.quotable()]
    told = [key for kind in KINDS for key in made if key.split(".")[1] == kind]
    differ = [key for key in told if key.split(".")[1] == KINDS[1]]
    kept = [key for key in told if key not in differ[MOST:]]
    return [
        texts.say("in-short", dated=_span(whens)),
        *(texts.quote(key, style="verdict") for key in kept),
        texts.say("in-short-limits", alone=len(texts.coder_names) < 2),
    ]


def _span(whens: list[str]) -> str:
    """Whether the documents have years, and several."""
    return "no" if not whens else "one year" if len(set(whens)) == 1 else "several years"
