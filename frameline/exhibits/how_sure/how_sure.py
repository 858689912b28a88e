"""How sure is what this report says?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from frameline.exhibits.panelling import band_of, bar, bars, cell_of, head, words
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.sureness import Sure, sure, ticks_of
from frameline.measures.registers import rule_rows
from frameline.measures.strength import LEFT_OUT, MANY_WAYS, MOST_WAYS, OPEN, TEST, TICKS
from frameline.record.items import AnyItem
from frameline.record.panel import Band, Cell

#: Statements that the page has room for, and limits of the design below them.
MOST, LIMITS = 13, 6
#: How wide its columns are: statement, ways, what overturns it, test, coders, word.
WIDTHS = (11, 6, 4, 6, 4, 4)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@shows("sure-made")
def how_sure(texts: Study) -> Blocks:
    """How sure is what this report says?"""
    shown = _shown(sure(texts))
    further = len(sure(texts)) - len(shown)
    texts.findings.add("sure.further", further, unit="count")
    texts.findings.add("sure.most", MOST_WAYS, unit="share")
    texts.findings.add("sure.many", MANY_WAYS, unit="share")
    bands = [_heads(texts), *_rows(texts, shown), *_below(texts)]
    return texts.panel("how-sure", bands, layout="page", beside=True, evidence=(),
                       further=bool(further), filter="")  # fmt: skip


def _shown(made: list[Sure], most: int = MOST) -> list[Sure]:
    """The statements that fit: open ones leave first, the last of the group with most of them."""
    kept = list(made)
    while len(kept) > most:
        groups = [one.about for one in kept if one.word == OPEN] or [one.about for one in kept]
        largest = max(dict.fromkeys(groups), key=groups.count)
        last = max(place for place, one in enumerate(kept) if one.about == largest)
        kept.pop(last)
    return kept


def _heads(texts: Study) -> Band | None:
    """The heads of the columns."""
    cells = []
    for name, width in zip(("statement", "ways", *TICKS[1:], "word"), WIDTHS, strict=True):
        note = f"{name}-note"
        items: list[AnyItem | None] = [
            words("label", texts.say("how-sure-heads", part=name)),
            words("note", texts.say("how-sure-heads", part=note))
            if note in texts.messages.attributes("how-sure-heads") else None,
        ]  # fmt: skip
        cells.append(cell_of(*items, width=width))
    return band_of(cells, rule="strong")


def _rows(texts: Study, shown: Iterable[Sure]) -> list[Band | None]:
    """A band for each statement; what it is about beside the first of its kind."""
    bands = []
    for about, group in groupby(shown, key=lambda one: one.about):
        for place, one in enumerate(group):
            name = None if place else head(texts.say("how-sure-about", part=about))
            bands.append(band_of(_cells(texts, one), head=name, rule="none" if place else "thin"))
    return bands


def _cells(texts: Study, one: Sure) -> list[Cell]:
    said = words("label", one.said, colour="open" if one.word == OPEN else "plain")
    items = (said, _ways(texts, one), _left_out(texts, one), _test(texts, one),
             _coders(texts, one), ticks_of(texts, one))  # fmt: skip
    return [cell_of(item, width=width) for item, width in zip(items, WIDTHS, strict=True)]


def _ways(texts: Study, one: Sure) -> AnyItem | None:
    """In how many ways of counting it holds."""
    held, tried, share = (one.finding(texts, part) for part in ("held", "ways", "share"))
    if tried is None or not tried.value or share is None:
        return words("note", texts.say("how-sure-none", part="ways"))
    return bars([bar(texts.say("how-sure-ways", held=held, tried=tried), float(share.value),
                     texts.say("how-sure-share", share=share),
                     colour="open" if one.word == OPEN else "voices")])  # fmt: skip


def _left_out(texts: Study, one: Sure) -> AnyItem:
    """What overturns it."""
    if one.ticks[TICKS.index(LEFT_OUT)] == "dotted":
        return words("note", texts.say("how-sure-none", part="left_out"))
    coders = one.finding(texts, "overturned")
    fails = bool(coders is not None and coders.value)
    return words("label" if fails else "note",
                 texts.say("how-sure-left-out", coders=coders, fails=fails))  # fmt: skip


def _test(texts: Study, one: Sure) -> AnyItem:
    """Its interval or test, and whether that is clear."""
    tick, gap = one.ticks[TICKS.index(TEST)], one.finding(texts, "gap")
    if tick == "dotted":
        return words("note", texts.say("how-sure-none", part="test"))
    if gap is not None:
        return words("note", texts.say("how-sure-ranged", gap=gap, clear=tick))
    return words("note", texts.say("how-sure-tested", p=one.finding(texts, "p"), clear=tick))


def _coders(texts: Study, one: Sure) -> AnyItem:
    """How far the coders agree on what it uses."""
    alike, alpha = one.finding(texts, "alike"), one.finding(texts, "alpha")
    if alike is not None:
        return words("note", texts.say("how-sure-alike", alike=alike))
    if alpha is not None:
        return words("note", texts.say("how-sure-alpha", alpha=alpha))
    return words("note", texts.say("how-sure-none", part="coders"))


def _below(texts: Study) -> list[Band | None]:
    """How the word is made, and what the design cannot tell."""
    machines = bool(texts.findings["sure.machines"].value)
    made = cell_of(
        words("note", texts.say("how-sure-made", machines=machines)),
        head=head(texts.say("how-sure-heads", part="made")), width=2,
    )  # fmt: skip
    named = rule_rows(texts.codebook.rules, "L").head(LIMITS).to_dict("records")
    limits = [
        cell_of(*(_limit(texts, row) for row in named[side::2]), width=2,
                head=head(texts.say("how-sure-heads", part="limits")) if not side else None)
        for side in (0, 1) if named[side::2]
    ]  # fmt: skip
    return [band_of([made, *limits], columns=6, rule="strong")]


def _limit(texts: Study, row: dict[str, Any]) -> AnyItem:
    """A limit of the corpus in its first sentence; the annex has all of it."""
    first = _SENTENCE.split(row["text"].strip(), maxsplit=1)[0]
    texts.findings.add("limit.{id}.title", row["title"], unit="text", at=row, filter="")
    texts.findings.add("limit.{id}.text", first, unit="text", at=row, filter="")
    return words("note", texts.say("how-sure-limit", at=row))
