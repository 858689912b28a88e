"""What stands in the lower bands of a page: reasons, advice, outlook, past, voices, silences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from frameline.exhibits.claim_words import Items, claim_words
from frameline.exhibits.panelling import (
    band_of,
    bar,
    bars,
    cell_of,
    dots,
    head,
    rows,
    stack,
    words,
)
from frameline.exhibits.portraits import _tables as made
from frameline.exhibits.portraits._cells import HEIGHTS
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.selection.names import studies
from frameline.measures.selection.reasons import ALSO, OWN_SLOT, SHARED, UNSPECIFIC
from frameline.record.panel import Band, Cell
from frameline.record.prose import Prose

#: Reasons left out that are shown with a gist.
LEFT = 3


def counted(texts: Study, row: Any, what: str, codes: Any, names: Mapping[str, str],
            numbers: Any) -> list[Prose]:  # fmt: skip
    """The names of codes, each with its number."""
    return [
        texts.say("portrait-counted", name=names.get(code, code),
                  count=made.tally(texts, row["doc_id"], f"{what}.{code}", n))
        for code, n in zip(codes, numbers, strict=True)
    ]  # fmt: skip


def reasons_band(texts: Study, row: Any) -> Band | None:
    """The strongest reasons of each side, with bar, gist and phrase."""
    return band_of(side_cells(texts, row), height=HEIGHTS["reasons"])


def side_cells(texts: Study, row: Any) -> list[Cell]:
    """A cell for each side, or one for all where there are none."""
    if not texts.has("claims.frame"):
        return []
    table = made.reasons(texts)
    table = table[table["column"] == row["doc_id"]]
    sides = ("binding", "dividing") if texts.has("claims.valence") else ("all",)
    return [_side(texts, row, table[table["side"] == side], side) for side in sides]


def _side(texts: Study, row: Any, table: Any, side: str) -> Cell:
    colour = side if side != "all" else "voices"
    names, gists = made.codes_of(texts, "frame"), made.reason_gists(texts)
    gists = gists[(gists["column"] == row["doc_id"]) & (gists["side"] == side)]
    items: Items = []
    slots = table[table["where"].isin([OWN_SLOT, SHARED])]
    for slot, part in slots.groupby("slot", sort=False):
        at = {"doc_id": row["doc_id"], "side": side, "slot": int(slot)}
        n = int(part["n"].iloc[0])
        made.own(texts).findings.add("portrait.reason.{doc_id}.{side}.{slot}", n, unit="count",
                                     at=at, n=row["own"])  # fmt: skip
        said = texts.say("portrait-reason", at=at, each=len(part) > 1)
        shown = ", ".join(names.get(code, code) for code in part["code"])
        items.append(bars([bar(shown, n, said, colour=colour)]))
        for gist in gists[gists["slot"] == slot].to_dict("records"):
            items += claim_words(texts, gist)
    rest = table[table["where"].isin([ALSO, UNSPECIFIC])]
    also = counted(made.own(texts), row, side, rest["code"], names, rest["n"])
    if also:
        items.append(words("note", texts.say("portrait-also", rows=also)))
    if not items:
        items = [words("note", texts.say("portrait-heads", part="none"))]
    return cell_of(*items, head=head(texts.say("portrait-heads", part=side), colour=colour))


def matter_band(texts: Study, row: Any) -> Band | None:
    """Advice, outlook and past; what no text has has no place, what this one lacks says so."""
    counts, _ = made.advice(texts)
    cells = [
        _advice(texts, row) if len(counts) else None,
        _outlook(texts, row) if len(made.forecasts(texts)) else None,
        _past(texts, row) if len(made.called_up(texts)) else None,
    ]
    return band_of([cell for cell in cells if cell is not None], height=HEIGHTS["matter"])


def _lacking(texts: Study) -> Items:
    return [words("note", texts.say("portrait-heads", part="none"))]


def _advice(texts: Study, row: Any) -> Cell:
    counts, gists = made.advice(texts)
    tally = partial(made.tally, made.own(texts), row["doc_id"])
    counts = counts[counts["column"] == row["doc_id"]]
    gists = gists[gists["column"] == row["doc_id"]]
    title = texts.say("portrait-heads", part="advice")
    if counts.empty:
        return cell_of(*_lacking(texts), head=head(title))
    pairs = []
    for part, lines in counts.groupby("part", sort=False):
        names = made.plain_of(texts, part)
        lines = lines[lines["code"] != ""]
        listed = counted(made.own(texts), row, part, lines["code"], names, lines["n"])
        if listed:
            pairs.append((texts.say("portrait-advice", told=part),
                          texts.say("portrait-list", rows=listed)))  # fmt: skip
    items: Items = [rows(pairs)]
    for place, gist in enumerate(gists.to_dict("records")):
        items += claim_words(texts, gist, priority=place, joined=True)
    note = texts.say(
        "portrait-pieces",
        count=tally("advice", counts["of"].iloc[0]),
        shown=tally("advice.shown", len(gists)),
    )
    return cell_of(*items, head=head(title, note))


def _outlook(texts: Study, row: Any) -> Cell:
    table = made.forecasts(texts)
    table = table[table["column"] == row["doc_id"]]
    title = texts.say("portrait-heads", part="outlook")
    tally = partial(made.tally, made.own(texts), row["doc_id"])
    if table.empty:
        return cell_of(*_lacking(texts), head=head(title))
    words_of = {name: made.plain_of(texts, name)
                for name in ("forecast", "forecast_condition", "forecast_certainty")}  # fmt: skip
    items: Items = []
    for place, found in enumerate(table.to_dict("records")):
        told = {name: names.get(str(found[name]), "") for name, names in words_of.items()
                if str(found[name]) not in story.NOT_NAMED}  # fmt: skip
        said = texts.say("portrait-forecast", direction=told["forecast"],
                         sure=told.get("forecast_certainty", ""),
                         on=told.get("forecast_condition", ""),
                         surely=bool(told.get("forecast_certainty")),
                         conditional=bool(told.get("forecast_condition")))  # fmt: skip
        items += [
            words("label", said, priority=place),
            *claim_words(texts, {**found, "anchor": ""}, priority=place, runs=True),
        ]
    note = texts.say(
        "portrait-foreseen",
        count=tally("outlook", table["of"].iloc[0]),
        shown=tally("outlook.shown", len(table)),
    )
    return cell_of(*items, head=head(title, note))


def _past(texts: Study, row: Any) -> Cell:
    table = made.called_up(texts)
    table = table[table["column"] == row["doc_id"]]
    title = texts.say("portrait-heads", part="past")
    tally = partial(made.tally, texts, row["doc_id"])
    if table.empty:
        return cell_of(*_lacking(texts), head=head(title))
    sides = {"binding": "binding", "dividing": "dividing"}
    undated = texts.word("portrait-undated")
    listed = dots(
        (_years(event) or undated, event["name"], sides.get(event["side"], "neither"))
        for event in table.to_dict("records")
    )
    further = int(table["further"].iloc[0])
    more = (
        words("note", texts.say("portrait-further", count=tally("past.further", further)))
        if further
        else None
    )
    note = texts.say("portrait-mentions", count=tally("past", table["of"].iloc[0]))
    return cell_of(listed, more, head=head(title, note))


def _years(event: Any) -> str:
    """The year of an event, or the first and last year of a range; nothing where it has none.

    >>> _years({"exact": "range", "low": 1990.0, "high": 1999.0}), _years({"exact": ""})
    ('1990–1999', '')
    """
    if not event["exact"]:
        return ""
    return "–".join(dict.fromkeys(str(int(event[end])) for end in ("low", "high")))


def last_band(texts: Study, row: Any) -> Band | None:
    """Whose voice speaks, and what the text leaves out that others name."""
    cells = [_voices(texts, row), _missing(texts, row)]
    return band_of([cell for cell in cells if cell.items], height=HEIGHTS["last"])


def _voices(texts: Study, row: Any) -> Cell:
    spoken, held = made.heard(texts)
    mine = spoken[spoken["column"] == row["doc_id"]]
    if mine.empty:
        return cell_of()
    names, stance = made.codes_of(texts, "voice"), held[held["column"] == row["doc_id"]]
    tally = partial(made.tally, texts.in_all_voices(), row["doc_id"])
    total, others = int(mine["of"].iloc[0]), mine[~mine["own"].astype(bool)]
    own = total - int(others["n"].sum())
    quoted = total - own
    parts = [
        (own, texts.say("portrait-speaks", count=tally("own", own)), "voices"),
        (quoted, texts.say("portrait-quoted", count=tally("quoted", quoted)), "other-voices"),
    ]
    every = texts.in_all_voices()
    said = counted(every, row, "voice", others["voice"], names, others["n"])
    shorts, taken = made.codes_of(texts, "stance"), []
    if len(stance):
        taken = counted(every, row, "stance", stance["stance"], shorts, stance["n"])
    note = texts.say("portrait-quotes", rows=said, taken=taken) if said else None
    heads = head(texts.say("portrait-heads", part="voices"),
                 texts.say("portrait-heard", count=tally("heard", total)))  # fmt: skip
    return cell_of(stack(part for part in parts if part[0]),
                   words("note", note) if note else None, head=heads)  # fmt: skip


def _missing(texts: Study, row: Any) -> Cell:
    documents = texts.layer("documents")
    if len(documents) < 2 or not texts.has("claims.frame"):
        return cell_of()
    study = dict(zip(documents["doc_id"], studies(documents), strict=True))[row["doc_id"]]
    table = made.missing(texts)
    tally = partial(made.tally, texts.in_all_voices(), row["doc_id"])
    found = table[table["study"] == study].to_dict("records")
    names = made.codes_of(texts, "frame")
    items: Items = []
    for place, lack in enumerate(found[:LEFT]):
        said = texts.say("portrait-lacks", name=names.get(lack["code"], lack["code"]),
                         count=tally(f"lacks.{lack['code']}", lack["studies"]),
                         claims=tally(f"lacks.{lack['code']}.claims", lack["n"]),
                         mentioned=lack["mentioned"])  # fmt: skip
        items += [
            words("label", said, priority=place),
            *claim_words(texts, {**lack, "anchor": ""}, priority=place, runs=True),
        ]
    rest = [names.get(lack["code"], lack["code"]) for lack in found[LEFT:]]
    items.append(words("note", texts.say("portrait-lacks-also", rest=rest)) if rest else None)
    if not found:
        items = [words("note", texts.say("portrait-heads", part="lacks-none"))]
    return cell_of(*items, width=2, head=head(texts.say("portrait-heads", part="left-out"),
                   texts.say("portrait-heads", part="left-out-note")))  # fmt: skip
