"""What stands in the upper bands of a page: who wrote it, its names, verdict and argument."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.turning_arc import HEIGHT, turning_arc
from frameline.exhibits.claim_words import Items, claim_words
from frameline.exhibits.dates import day_in_words
from frameline.exhibits.panelling import band_of, cell_of, head, picture, stack, steps, words
from frameline.exhibits.portraits import _tables as made
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.arc import arc
from frameline.measures.selection.gists import place_for_readers
from frameline.record.items import AnyItem
from frameline.record.panel import Band, Cell
from frameline.record.prose import Prose

#: The part of a page that each band takes at least, so that the pages lie on each other.
HEIGHTS = {"names": 0.11, "turn": 0.045, "sections": 0.05, "reasons": 0.25, "matter": 0.22,
           "last": 0.12}  # fmt: skip
#: More sections than this have no room side by side.
SECTIONS = 6
#: The width of a page of its own in inches, and what of an arc goes into its table.
WIDE, DRAWN = 6.9, ["claim_id", "position", "running", "conceded"]
_TOLD = ("author", "title", "outlet", "genre", "published", "thesis")


def _filled(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def add_text(texts: Study, row: Any) -> dict[str, bool]:
    """The findings of who wrote what and where; which of them are known."""
    document = texts.layer("documents").set_index("doc_id").loc[row["doc_id"]]
    told = {name: _filled(document.get(name)) for name in _TOLD}
    as_words: Any = {"unit": "text", "at": row, "filter": ""}
    f, known = texts.findings, {name: bool(said) for name, said in told.items()}
    if told["author"]:
        f.add("portrait.author.{doc_id}", told["author"], **as_words)
    if told["title"]:
        f.add("portrait.title.{doc_id}", told["title"], **as_words)
    if told["outlet"]:
        f.add("portrait.outlet.{doc_id}", told["outlet"], **as_words)
    if told["genre"]:
        f.add("portrait.genre.{doc_id}", told["genre"], **as_words)
    if told["published"]:
        day = day_in_words(texts, told["published"])
        f.add("portrait.published.{doc_id}", day, **as_words)
    if told["thesis"]:
        f.add("portrait.thesis.{doc_id}", told["thesis"], **as_words)
    count = document.get("words")
    known["words"] = bool(pd.notna(count) and count)
    if known["words"]:
        f.add("portrait.words.{doc_id}", int(count), unit="count", at=row, filter="")
    if row["year"]:
        f.add(
            "portrait.year.{doc_id}",
            row["year"],
            unit=story.unit_of_year(row["year"]),
            at=row,
            filter="",
        )
    return known


def head_band(texts: Study, row: Any, known: dict[str, bool]) -> Band | None:
    """Year, author, title, outlet and kind, date and words."""
    year = words("year", texts.say("portrait-year", at=row)) if row["year"] else None
    names = [texts.names[doc] for doc in row["beside"]]
    beside = made.told(texts, row["doc_id"], "beside", names)
    about = cell_of(
        words("author", texts.say("portrait-author", at=row, signed=known["author"])),
        words("statement", texts.say("portrait-title", at=row)) if known["title"] else None,
        words("note", _about(texts, row, known))
        if any(known[name] for name in ("outlet", "genre", "published", "words")) else None,
        words("note", texts.say("portrait-beside", beside=beside)) if names else None,
        width=4,
    )  # fmt: skip
    return band_of([cell_of(year), about], columns=5, rule="strong")


def _about(texts: Study, row: Any, known: dict[str, bool]) -> Prose:
    return texts.say("portrait-about", at=row, outlet=known["outlet"], genre=known["genre"],
                     published=known["published"], counted=known["words"])  # fmt: skip


def called(texts: Study, row: Any) -> Cell:
    """What the title and the text itself call the relationship."""
    items: Items = []
    found = story.called(texts).loc[row["doc_id"]] if texts.has("labels") else None
    if found is not None and found["title"]:
        texts.findings.add("portrait.called.{doc_id}", found["title"], unit="text", at=row,
                           filter="")  # fmt: skip
        said = texts.say("portrait-called", at=row, quoted=bool(found["quoted"]))
        items += [words("note", texts.say("portrait-heads", part="in-title")),
                  words("title-word", said)]  # fmt: skip
    if found is not None and found["own"]:
        texts.findings.add("portrait.own.{doc_id}", found["own"], unit="text", at=row, filter="")
        place = made.told(texts, row["doc_id"], "own", found["place"])
        note = texts.say(
            "portrait-own-place",
            place=place,
            placed=bool(found["place"]),
            asserted=bool(found["asserted"]),
        )
        items += [words("note", note), words("own-word", texts.say("portrait-own", at=row))]
    return cell_of(*items, head=head(texts.say("portrait-heads", part="called")))


def verdict(texts: Study, row: Any, rows: list[dict[str, Any]]) -> Cell:
    """The verdict on the scale, and where the others stand."""
    said, colour = story.verdict_words(texts, row)
    names, places = story.scale(texts)
    step = places.get(str(row["durability"]))
    marks: dict[int, list[str]] = {}
    for other in rows:
        at = places.get(str(other["durability"]))
        if at is not None and other["doc_id"] != row["doc_id"]:
            marks.setdefault(at, []).append(str(other["year"] or other["authors"]))
    others = []
    for at, years in marks.items():
        found = made.told(texts, row["doc_id"], f"step.{at}", years)
        others.append((at, texts.say("portrait-others", others=found)))
    items: Items = [words("label", texts.say("portrait-verdict", at=row), colour=colour)
                    if said else None]  # fmt: skip
    if step is not None:
        items.append(steps(names, step, others=others, colour=colour))
    note = texts.say("portrait-heads", part="verdict-note")
    return cell_of(*items, head=head(texts.say("portrait-heads", part="verdict"), note))


def add_counts(texts: Study, row: Any) -> bool:
    """The findings of verdict and balance; whether the page has a verdict."""
    f, sides = made.own(texts).findings, made.balance(texts).loc[row["doc_id"]]
    f.add("portrait.claims.{doc_id}", row["own"], unit="count", at=row)
    if texts.has("claims.valence"):
        bind, divide, rest = (int(sides[side]) for side in ("binding", "dividing", "neither"))
        f.add("portrait.binding.{doc_id}", bind, unit="count", at=row, n=row["own"])
        f.add("portrait.dividing.{doc_id}", divide, unit="count", at=row, n=row["own"])
        f.add("portrait.neither.{doc_id}", rest, unit="count", at=row, n=row["own"])
    said = story.verdict_words(texts, row)[0]
    if said:
        texts.findings.add("portrait.verdict.{doc_id}", said, unit="text", at=row, filter="")
    return bool(said)


def weighed(texts: Study, row: Any) -> Cell:
    """The own claims that bind, divide, and do neither."""
    if not texts.has("claims.valence"):
        return cell_of()
    sides = made.balance(texts).loc[row["doc_id"]]
    parts = []
    for side in ("binding", "dividing", "neither"):
        parts.append((sides[side], texts.say("portrait-weigh", part=side, at=row), side))
    grey = words("note", texts.say("portrait-heads", part="grey")) if sides["neither"] else None
    return cell_of(stack(parts), grey, head=head(texts.say("portrait-weighed", at=row)))


def argument_bands(texts: Study, row: Any) -> list[Band | None]:
    """Where the argument turns, and what each of its sections mostly says."""
    if not texts.has("claims.valence"):
        return []
    found, parts = made.turning(texts)
    mine = found[(found["doc_id"] == row["doc_id"]) & found["turned"].fillna(False).astype(bool)]
    told = parts[parts["doc_id"] == row["doc_id"]]
    heads = head(texts.say("portrait-heads", part="argument"),
                 texts.say("portrait-heads", part="argument-note"))  # fmt: skip
    turn = mine.to_dict("records")[0] if len(mine) else None
    items: Items = [_arc(texts, row, turn)]
    if turn is None:
        items.append(words("note", texts.say("portrait-heads", part="no-turn")))
    else:
        gist = claim_words(texts, turn, doc=row["doc_id"], brief=True)
        items += [words("label", texts.say("portrait-from-there")),
                  *(replace(item, runs=True) for item in gist if item is not None)]  # fmt: skip
    cells = [_section(texts, part, row["doc_id"]) for _, part in told.groupby("section")]
    if len(cells) > SECTIONS:
        cells = []
    turn_band = band_of([cell_of(*items)], head=heads, height=HEIGHTS["turn"])
    return [turn_band, band_of(cells, rule="none", height=HEIGHTS["sections"])]


def _turn_said(texts: Study, row: Any, turn: Any) -> Prose:
    """Where the argument turns: under which heading, or with which reason, and where."""
    place = place_for_readers(str(turn["unit_id"]), row["doc_id"])
    return texts.say(
        "portrait-turn", heading=made.told(texts, row["doc_id"], "heading", turn["heading"]),
        place=made.told(texts, row["doc_id"], "turn", place), headed=bool(turn["heading"]),
        reason=made.codes_of(texts, "frame").get(str(turn["frame"]), ""),
    )  # fmt: skip


def _arc(texts: Study, row: Any, turn: Any) -> AnyItem | None:
    """The argument from end to end, drawn, with its turn labelled."""
    heard = texts.in_all_voices()
    claims = heard.claims[heard.claims["doc_id"] == row["doc_id"]]
    path = arc(claims)
    if not len(path):
        return None
    heard.findings.add("portrait.arc.{doc_id}", int(path["running"].iloc[-1]), unit="count", at=row,
                       n=len(path))  # fmt: skip
    fig, ax = canvas(HEIGHT, width=WIDE)
    said = "" if turn is None else _turn_said(texts, row, turn)
    turning_arc(ax, path, turn=turn, label=str(said))
    chart = heard.figure(
        f"portrait-arc-{row['year'] or 'undated'}-{row['place']}", fig, path[DRAWN],
        evidence=claims["claim_id"], uses=["valence", "argument"], message="portrait-arc", at=row,
        turned=turn is not None, turn=said,
    )  # fmt: skip
    return picture(chart)


def _section(texts: Study, part: Any, doc_id: str) -> Cell:
    """One section: its heading or paragraphs, and its commonest reason."""
    rows = part.to_dict("records")
    first = rows[0]
    ends = [place_for_readers(str(first[name]), doc_id) for name in ("first", "last")]
    name = first["heading"] or "–".join(dict.fromkeys(ends))
    shorts, section = made.codes_of(texts, "frame"), f"section.{first['section']}"
    items: Items = [
        words("place", texts.say("portrait-section", name=made.told(texts, doc_id, section, name)))
    ]
    for row in rows:
        if row["code"]:
            what = f"{section}.{row['code']}.{row['side']}"
            said = texts.say("portrait-counted", name=shorts.get(row["code"], row["code"]),
                             count=made.tally(texts, doc_id, what, row["k"]))  # fmt: skip
            colour = row["side"] if row["side"] in ("binding", "dividing") else "plain"
            items.append(words("note", said, colour=colour))
    advice = texts.say(
        "portrait-section-advice",
        count=made.tally(texts, doc_id, f"{section}.advice", first["advice"]),
    )
    items.append(words("note", advice) if first["advice"] > 1 else None)
    return cell_of(*items)
