"""What stands in each cell of the frame matrix, as findings and their words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from frameline.exhibits.claim_words import Items, claim_words
from frameline.exhibits.panelling import rows, stack, words
from frameline.exhibits.portraits import _tables as portraits
from frameline.exhibits.reasons import _frames as frames
from frameline.exhibits.reasons import _tables as made
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.direction import DIRECTIONS
from frameline.record.prose import Prose

#: What each direction is called in a message.
WAYS = dict(zip(DIRECTIONS, ("first", "second", "both"), strict=False))


def introduced(texts: Study, row: Any) -> Items:
    """Year, authors, claims and verdict of a column."""
    heard, f = texts.in_all_voices(), texts.findings
    f.add("matrix.by.{doc_id}", row["authors"], unit="name", at=row, filter="")
    count = int((frames.heard(texts)["column"] == row["doc_id"]).sum())
    heard.findings.add("matrix.claims.{doc_id}", count, unit="count", at=row)
    if row["year"]:
        f.add("matrix.year.{doc_id}", row["year"], unit="year", at=row, filter="")
    said, colour = story.verdict_words(texts, row)
    if said:
        f.add("matrix.verdict.{doc_id}", said, unit="text", at=row, filter="")
    return [
        words("year", texts.say("matrix-year", at=row)) if row["year"] else None,
        words("author", texts.say("matrix-by", at=row), runs=bool(row["year"])),
        words("note", heard.say("matrix-claims", at=row), runs=True),
        words("label", texts.say("matrix-verdict", at=row), colour=colour) if said else None,
    ]


def called(texts: Study, row: Any) -> Items:
    """What the title and the text itself call the relationship."""
    if not texts.has("labels"):
        return []
    found, f = story.called(texts).loc[row["doc_id"]], texts.findings
    items: Items = []
    if found["title"]:
        f.add("matrix.title.{doc_id}", found["title"], unit="text", at=row, filter="")
        said = texts.say("matrix-title", at=row, quoted=bool(found["quoted"]))
        items.append(words("author", said))
    if found["own"]:
        f.add("matrix.own.{doc_id}", found["own"], unit="text", at=row, filter="")
        note = texts.say("matrix-own", part="note", asserted=bool(found["asserted"]))
        items += [words("note", note), words("own-word", texts.say("matrix-own", at=row),
                                             runs=True)]  # fmt: skip
    return items


def told(part: str, *, gists: bool = True) -> Callable[[Study, Any], Items]:
    """What makes the cells of problem, cause, judgement and remedy."""
    return partial(_told, part, gists=gists)


def _told(part: str, texts: Study, row: Any, *, gists: bool = True) -> Items:
    """The reason, the gist and the phrase of each claim that stands for a function."""
    items: Items = []
    for cell in frames.cells_of(texts, row["doc_id"], part):
        if not cell["claim_id"] and not cell["codes"]:
            continue
        names = [made.reasons(texts).get(code, code) for code in cell["codes"]]
        said = texts.say("matrix-reason", names=names, named=bool(names))
        led = words("label", said, colour=cell["side"] or "plain") if names else None
        items.append(led)
        if gists:
            items += claim_words(texts, cell, runs=bool(names))
    found = frames.cells_of(texts, row["doc_id"], part)
    if not any(item is not None for item in items):
        return [words("note", texts.say("matrix-none"))] if part in frames.functions(texts) else []
    count = _tally(texts, f"{part}.{row['doc_id']}", found[0]["n"])
    said = texts.say("matrix-count", count=count)
    return [*items, words("note", said, runs=any(item is not None for item in items))]


def _tally(texts: Study, what: str, count: Any) -> Any:
    """A number of claims in all voices."""
    filter = texts.in_all_voices().filter
    return made.tally(texts, f"matrix.{what}", int(count), filter=filter)


def exemplar(texts: Study, row: Any, *, gists: bool = True) -> Items:
    """The event that a text uses most to bind or divide."""
    if frames.examples(texts).empty:
        return []
    found = frames.cells_of(texts, row["doc_id"], "exemplar")
    if not found:
        return [words("note", texts.say("matrix-none"))]
    cell = found[0]
    name = made.told(texts, f"event.{row['doc_id']}", cell["name"])
    date = made.told(texts, f"event.date.{row['doc_id']}", str(cell["date"] or ""))
    dated = bool(cell["date"]) and str(cell["date"]) not in str(cell["name"])
    said = texts.say("matrix-event", name=name, date=date, dated=dated)
    mentions = _tally(texts, f"event.{row['doc_id']}", cell["n"])
    return [words("label", said, colour=cell["side"] or "plain"),
            *(claim_words(texts, cell, brief=True, runs=True) if gists else []),
            words("note", texts.say("matrix-mentions", count=mentions), runs=True)]  # fmt: skip


def acting(texts: Study, row: Any) -> Items:
    """Who acts on whom, reason by reason."""
    table, dyad = frames.directed(texts), texts.codebook.dyad
    mine = table[table["column"] == row["doc_id"]]
    pairs = []
    for acts in mine.to_dict("records"):
        listed = [
            texts.say("matrix-way", way=said, first=dyad.a, second=dyad.b,
                      count=_tally(texts, f"{acts['code']}.{way}.{row['doc_id']}", acts[way]))
            for way, said in WAYS.items() if acts[way]
        ]  # fmt: skip
        name = made.reasons(texts).get(acts["code"], acts["code"])
        pairs.append((texts.say("matrix-name", name=name), texts.say("matrix-list", rows=listed)))
    return [rows(pairs)]


def speaking(texts: Study, row: Any) -> Items:
    """The claims of the author's own voice, and whose the others are."""
    spoken, _ = portraits.heard(texts)
    mine = spoken[spoken["column"] == row["doc_id"]] if len(spoken) else spoken
    if mine.empty:
        return []
    names, others = portraits.codes_of(texts, "voice"), mine[~mine["own"].astype(bool)]
    own = int(mine["of"].iloc[0]) - int(others["n"].sum())
    rest, what = int(others["n"].sum()), row["doc_id"]
    parts = [
        (own, texts.say("matrix-spoken", count=_tally(texts, f"own.{what}", own)), "voices"),
        (rest, texts.say("matrix-quoted", count=_tally(texts, f"quoted.{what}", rest)),
         "other-voices"),
    ]  # fmt: skip
    listed = _numbers(texts, f"voice.{what}", others["voice"], names, others["n"])
    said = words("note", texts.say("matrix-quotes", listed=listed)) if listed else None
    return [stack(part for part in parts if part[0]), said]


def _numbers(texts: Study, what: str, codes: Any, names: Any, numbers: Any) -> list[Prose]:
    """The names of codes, each with its number."""
    return [
        texts.say("matrix-number", name=names.get(code, code),
                  count=_tally(texts, f"{what}.{code}", n))
        for code, n in zip(codes, numbers, strict=True)
    ]  # fmt: skip


def leaving(texts: Study, row: Any) -> Items:
    """The reasons of which a text makes no claim and others do."""
    if len(story.rows_of(texts)) < 2:
        return []
    heard = texts.in_all_voices()
    names = frames.silent(texts)[row["doc_id"]]
    heard.findings.add("matrix.silent.{doc_id}", names, unit="list", at=row)
    return [words("note", heard.say("matrix-left-out", at=row))]
