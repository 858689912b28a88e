"""Where coders said as many things as they were, which code was taken?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("several-coders")
def how_ties_went(texts: Study) -> Blocks:
    """Where coders said as many things as they were, which code was taken?"""
    ties = texts.ties
    if not len(ties) or not (ties["layer"] == "claims").any():
        return None
    f, claims = texts.findings, ties[ties["layer"] == "claims"]
    held = claims["variable"] == ""
    f.add("coders.count", len(texts.codings), unit="count")
    f.add("ties.by_kind", int(claims["kind"].sum()), unit="count")
    f.add("ties.claims_open", int(claims.loc[held, "open"].sum()), unit="count")
    f.add("ties.codes_open", int(claims.loc[~held, "open"].sum()), unit="count")
    return texts.say("how-ties-went")
