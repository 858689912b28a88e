"""What the exhibits of this chapter share: which frames stand together, in sentence or document."""

from __future__ import annotations

from frameline.exhibits.study import Study, once
from frameline.measures.together import Together
from frameline.measures.together import together as measure


@once
def in_sentences(texts: Study) -> Together:
    """Which frames stand together in one sentence."""
    return measure(texts.claims, texts.codebook.role("frame").order)


@once
def in_documents(texts: Study) -> Together:
    """Which frames stand together in one document."""
    return measure(texts.claims, texts.codebook.role("frame").order, unit="doc_id")


def tied(texts: Study) -> bool:
    """Whether several pairs share as many sentences as the first."""
    both = in_sentences(texts).pairs["both"]
    return bool((both == both.max()).sum() > 1)


def add_sentences(texts: Study) -> bool:
    """Add how many sentences have a frame, and several; tell whether any has several."""
    f, found = texts.findings, in_sentences(texts)
    f.add("together.sentences", found.units, unit="count")
    f.add("together.several", found.several, unit="count")
    share = found.several / max(1, found.units)
    f.add("together.share", share, unit="share", n=found.units)
    if not found.several:
        return False
    shorts, first = texts.codebook.role("frame").shorts, found.pairs.iloc[0]
    f.add("together.first", shorts[first["first"]], unit="name")
    f.add("together.second", shorts[first["second"]], unit="name")
    f.add("together.both", int(first["both"]), unit="count")
    f.add("together.lift", first["lift"], unit="number", n=int(first["both"]))
    return True
