"""What an exhibit needs: asked before it runs, so that what a corpus lacks leaves no hole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frameline.exhibits.study import Study


def _comparisons(texts: Study) -> bool:
    from frameline.exhibits.comparisons import compared

    return bool(compared(texts))


def _advice(texts: Study) -> bool:
    return bool(texts.claims["advice"].any())


def _statements(texts: Study) -> bool:
    return bool(texts.quotable())


#: Needs that depend on what is counted, besides those that `Corpus.has` knows ("labels",
#: "coders", "claims.valence"). Each has a message ``need-<name>`` that says what would meet it.
NEEDS: Mapping[str, Callable[[Study], bool]] = {
    "comparisons": _comparisons,
    "advice": _advice,
    "statements": _statements,
}


def find_missing(texts: Study, needs: Iterable[str]) -> list[str]:
    """Which of these needs are not met; of "a or b" the first, where neither is."""
    missing = []
    for need in needs:
        choices = need.split(" or ")
        if not any(_met(texts, choice) for choice in choices):
            missing.append(choices[0])
    return missing


def lacking(texts: Study, missing: Iterable[str]) -> str:
    """What is missing, what follows, and what would supply it, in one line."""
    first, *others = missing
    if first in NEEDS:
        return texts.word(f"need-{first}")
    return str(texts.corpus.lacking(first, *(need for need in others if need not in NEEDS)))


def _met(texts: Study, need: str) -> bool:
    return NEEDS[need](texts) if need in NEEDS else texts.corpus.has(need)
