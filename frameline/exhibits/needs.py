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


def _few_texts(texts: Study) -> bool:
    from frameline.exhibits.argument_and_advice.arcs_in_short import MOST

    return 0 < texts.claims["doc_id"].nunique() <= MOST


def _statements_made(texts: Study) -> bool:
    return bool(texts.quotable())


def _sure_made(texts: Study) -> bool:
    from frameline.exhibits.sureness import sure

    return bool(sure(texts))


def _words_to_compare(texts: Study, min_words: int = 300) -> bool:
    from frameline.exhibits.words._tables import body, keywords

    named, several = texts.has("labels", "labels.place"), body(texts, min_words)["doc_id"].nunique()
    return named or several > 1 or bool(keywords(texts))


def _several_coders(texts: Study) -> bool:
    return len(texts.codings) > 1


def _statements(texts: Study) -> bool:
    from frameline.exhibits.robustness._tables import tested

    return bool(tested(texts))


def _one_code_a_claim(texts: Study) -> bool:
    from frameline.exhibits.frames._tables import codes_joined

    return not codes_joined(texts)


def _frames_in_periods(texts: Study) -> bool:
    from frameline.exhibits.frames._tables import frames_dated

    return frames_dated(texts)


def _codes_to_count(texts: Study) -> bool:
    from frameline.exhibits.groups._tables import everything

    return everything(texts) is not None


def _groups_to_compare(texts: Study) -> bool:
    from frameline.exhibits.groups._tables import ways

    return bool(ways(texts))


def _several_periods(texts: Study) -> bool:
    from frameline.exhibits.groups._tables import in_periods

    parts = in_periods(texts)
    return parts is not None and len(parts.groups) > 1


def _shares_found(texts: Study) -> bool:
    return any(found.key.split(".")[1] == "groups-first" for found in texts.quotable())


def _positions_to_count(texts: Study) -> bool:
    from frameline.exhibits.groups.code_positions import position

    return position(texts) is not None


def _audit(texts: Study) -> bool:
    from frameline.exhibits.checking import audit_of

    return audit_of(texts) is not None


def _gold(texts: Study) -> bool:
    from frameline.exhibits.checking import audit_of

    found = audit_of(texts)
    return found is not None and bool(found.answered)


def _machine_codes(texts: Study) -> bool:
    from frameline.exhibits.checking import machine_coded

    return machine_coded(texts) or _audit(texts)


#: Needs that depend on what is counted, besides those that `Corpus.has` knows ("labels",
#: "coders", "claims.valence"). Each has a message ``need-<name>`` that says what would meet it,
#: but for "few-texts", which only stands in for another: ``advice or few-texts``.
NEEDS: Mapping[str, Callable[..., bool]] = {
    "comparisons": _comparisons,
    "advice": _advice,
    "few-texts": _few_texts,
    "statements-made": _statements_made,
    "sure-made": _sure_made,
    "words-to-compare": _words_to_compare,
    "statements": _statements,
    "several-coders": _several_coders,
    "one-code-a-claim": _one_code_a_claim,
    "frames-in-periods": _frames_in_periods,
    "codes-to-count": _codes_to_count,
    "groups-to-compare": _groups_to_compare,
    "several-periods": _several_periods,
    "shares-found": _shares_found,
    "positions-to-count": _positions_to_count,
    "audit": _audit,
    "gold": _gold,
    "machine-codes": _machine_codes,
}


def find_missing(texts: Study, needs: Iterable[str], **given: object) -> list[str]:
    """Which of these needs are not met; of "a or b" the first, where neither is.

    What is given besides goes to the needs of `NEEDS`: a choice of the chapter that they turn on.
    """
    missing = []
    for need in needs:
        choices = need.split(" or ")
        if not any(_met(texts, choice, given) for choice in choices):
            missing.append(choices[0])
    return missing


def lacking(texts: Study, missing: Iterable[str]) -> str:
    """What is missing, what follows, and what would supply it, in one line."""
    first, *others = missing
    if first in NEEDS:
        return texts.word(f"need-{first}")
    return str(texts.corpus.lacking(first, *(need for need in others if need not in NEEDS)))


def _met(texts: Study, need: str, given: Mapping[str, object]) -> bool:
    return NEEDS[need](texts, **given) if need in NEEDS else texts.corpus.has(need)
