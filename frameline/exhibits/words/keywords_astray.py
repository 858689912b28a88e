"""Where do keywords mislead?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import (
    astray,
    body,
    compared_claims,
    count_reasons,
    keywords,
    of_both,
    quoted,
    shares,
)
from frameline.measures.convergence import unnamed


@shows("tokens", "blocks")
def keywords_astray(texts: Study, min_words: int = 300, top: int = 5) -> Blocks:
    """Where do keywords mislead?"""
    if not len(shares(texts, min_words)):
        return None
    f, claims = texts.findings.under(of_both(texts, min_words)), compared_claims(texts, min_words)
    count_reasons(texts, min_words)
    found = astray(texts, min_words).groupby(["token", "code"])[["found", "astray"]].sum()
    by, ascending = ["astray", "found", "token"], [False, False, True]
    found = found.reset_index().sort_values(by, ascending=ascending)
    lost = unnamed(claims, body(texts, min_words), keywords(texts))
    lost = lost.sort_values("missed", ascending=False)
    most, shorts = lost.iloc[0], texts.codebook.role("frame").shorts
    worst = found.loc[found["astray"] > 0, "token"].head(top)
    f.add("convergence.astray", int(found["astray"].sum()), unit="count",
          n=int(found["found"].sum()))  # fmt: skip
    f.add("convergence.astray.words", quoted(texts, worst), unit="list")
    f.add("convergence.unnamed", int(lost["missed"].sum()), unit="count", n=len(claims))
    f.add("convergence.unnamed.reason", shorts[most["code"]], unit="name")
    f.add("convergence.unnamed.of", int(most["missed"]), unit="count", n=int(most["claims"]))
    return texts.say("keywords-astray")
