"""Which reasons change their part from text to text?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.exhibits.claim_words import Items, claim_words
from frameline.exhibits.panelling import band_of, cell_of, head, squares, words
from frameline.exhibits.portraits._tables import plain_of
from frameline.exhibits.reasons import _tables as made
from frameline.exhibits.reasons import _uses as used
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.direction import DIRECTIONS
from frameline.measures.selection.roles import ABSENT, ASKED, NOTED, USES
from frameline.record.finding import Finding
from frameline.record.items import AnyItem
from frameline.record.panel import Band, Cell
from frameline.record.prose import Prose

COLOURS = {
    "bond": "binding", "divider": "dividing", "lever": "lever",
    "asked": "neither", "noted": "neither", "A>B": "from-first", "B>A": "from-second",
    "mutual": "voices",
}  # fmt: skip
USES_SHOWN = ["frame", "valence", "voice", "function", "direction"]


@shows("claims.frame", "claims.valence")
def changing_reasons(texts: Study) -> Blocks:
    """Which reasons change their part from text to text?"""
    rows = story.rows_of(texts)
    if not 2 <= len(rows) <= story.MOST:
        return None
    told, acts = used.told(texts), used.acts(texts)
    if told.empty and acts.empty:
        return texts.say("changing-none")
    _add_headline(texts, told, acts)
    blocks = [_uses_of(texts, code) for code in told["code"]]
    blocks += [acts] if len(acts) else []
    across = len(rows) <= story.COLUMNS
    bands = _as_columns(texts, rows, blocks) if across else _as_rows(texts, rows, blocks)
    codes = {str(block["code"].iloc[0]) for block in blocks}
    claims = used.claims_of(texts, used.where(texts))
    behind = [bool(codes & set(str(cell).split(";"))) for cell in claims["frame"]]
    return texts.panel(
        "changing-reasons", bands, layout="page", beside=True, uses=USES_SHOWN,
        evidence=claims.loc[behind, "claim_id"], filter=texts.describe(used.where(texts)),
        told=bool(len(told)), turned=bool(len(acts)), tested=any(n for _, n in
                                                                 used.held(texts).values()),
    )  # fmt: skip


def _add_headline(texts: Study, told: pd.DataFrame, acts: pd.DataFrame) -> None:
    """The findings of the headline: the reasons that are told, and how many change in all."""
    f, words_of = texts.findings.under(texts.describe(used.where(texts))), made.reasons(texts)
    f.add("changing.told", [words_of.get(code, code) for code in told["code"]], unit="list")
    f.add("changing.shown", len(told), unit="count")
    f.add("changing.all", len(used.changed(texts)), unit="count")
    f.add("changing.reasons", used.uses(texts)["code"].nunique(), unit="count")
    turned = str(acts["code"].iloc[0]) if len(acts) else ""
    f.add("changing.turned", words_of.get(turned, turned), unit="text")


def _as_columns(texts: Study, rows: list[Any], blocks: list[pd.DataFrame]) -> list[Band | None]:
    """A column a text: for each reason its sentence, and a band for each of its uses."""
    heads = [cell_of(*_introduced(texts, row)) for row in rows]
    bands: list[Band | None] = [band_of(heads, rule="strong")]
    shown: set[str] = set()
    for block in blocks:
        bands.append(_told(texts, rows, block))
        lead = used.leading(block, _order(block))
        for use in lead:
            cells = [_cell(texts, row, block, use, lead, shown) for row in rows]
            bands.append(band_of(cells, head=_head(texts, use), rule="none"))
    rest = used.changed(texts)["code"][len(used.told(texts)) :]
    return [*bands, _rest(texts, rows, [_uses_of(texts, code) for code in rest])]


def _uses_of(texts: Study, code: Any) -> pd.DataFrame:
    return used.uses(texts)[used.uses(texts)["code"] == code]


def _rest(texts: Study, rows: list[Any], blocks: list[pd.DataFrame]) -> Band | None:
    """The reasons that change too, each in a sentence."""
    said = [texts.say("changing-told", reason=_name(texts, block), listed=_parts(texts, block))
            for block in blocks]  # fmt: skip
    if not said:
        return None
    lines = [words("note", one, priority=1) for one in said]
    top = words("author", texts.say("changing-rest"), priority=1)
    return band_of([cell_of(top, *lines, width=len(rows))])


def _introduced(texts: Study, row: Any) -> Items:
    """Year and authors of a column."""
    f = texts.findings
    f.add("changing.by.{doc_id}", row["authors"], unit="name", at=row, filter="")
    if row["year"]:
        f.add("changing.year.{doc_id}", row["year"], unit="year", at=row, filter="")
    return [words("year", texts.say("changing-year", at=row)) if row["year"] else None,
            words("author", texts.say("changing-by", at=row))]  # fmt: skip


def _order(block: pd.DataFrame) -> list[str]:
    return list(DIRECTIONS[:3] if _directed(block) else USES)


def _head(texts: Study, use: str) -> Any:
    """What a row of a use is called."""
    if use in DIRECTIONS:
        said = texts.say("changing-way", way=plain_of(texts, "direction").get(use, use))
    else:
        said = texts.say("changing-heads", part=use)
    return head(said, colour=COLOURS[use] if COLOURS[use] != "neither" else "plain")


def _told(texts: Study, rows: list[Any], block: pd.DataFrame) -> Band | None:
    """The sentence of a reason: what it is in which text, and how surely it changes."""
    code = str(block["code"].iloc[0])
    said = texts.say("changing-told", reason=_name(texts, block), listed=_parts(texts, block))
    same, ways = used.held(texts).get(code, (0, 0))
    note = None
    if ways and not _directed(block):
        start, stop = used.pair(texts, code)
        sure = texts.say("changing-held", start=made.told(texts, f"{code}.start", start),
                         stop=made.told(texts, f"{code}.stop", stop),
                         same=made.tally(texts, f"held.{code}", same),
                         ways=made.tally(texts, f"ways.{code}", ways))  # fmt: skip
        note = words("note", sure, priority=2)
    return band_of([cell_of(words("author", said), note, width=len(rows))])


def _name(texts: Study, block: pd.DataFrame) -> str:
    code = str(block["code"].iloc[0])
    return made.reasons(texts).get(code, code)


def _directed(block: pd.DataFrame) -> bool:
    return bool(set(block["use"]) & set(DIRECTIONS))


def _parts(texts: Study, block: pd.DataFrame) -> list[Prose]:
    """The parts of a reason, each with the texts in which it has it."""
    names, groups = made.called(texts), dict[tuple[str, ...], list[str]]()
    code, ways = str(block["code"].iloc[0]), plain_of(texts, "direction")
    for column in dict.fromkeys(block["column"]):
        here = block[(block["column"] == column) & block["leads"].astype(bool)]
        groups.setdefault(tuple(here["use"]), []).append(names[str(column)])
    kind, said = "way" if _directed(block) else "use", []
    # Where a text makes no claim of a reason is told last.
    for place, lead in enumerate(sorted(groups, key=lambda uses: uses == (ABSENT,))):
        parts = [ways[use] if use in DIRECTIONS else texts.word("changing-parts", part=use)
                 for use in lead]  # fmt: skip
        told = made.told(texts, f"part.{kind}.{code}.{place}", groups[lead])
        said.append(texts.say("changing-part", parts=parts, where=told))
    return said


def _tally(texts: Study, row: Any, found: dict[str, Any]) -> Finding:
    """How many claims of a text use a reason in one way."""
    what = f"{found['code']}.{found['use']}.{row['doc_id']}"
    return made.tally(texts, what, found["n"], filter=texts.describe(used.where(texts)))


def _text(texts: Study, row: Any) -> Finding:
    """What a sentence calls a text."""
    return made.told(texts, f"text.{row['doc_id']}", made.called(texts)[row["doc_id"]])


def _cell(
    texts: Study, row: Any, block: pd.DataFrame, use: str, lead: list[str], shown: set[str]
) -> Cell:
    """A square a claim, and where the use leads a claim that is not shown above."""
    found = used.cell(block, row["doc_id"], use)
    if found is None:
        absent = use == lead[0] and used.cell(block, row["doc_id"], ABSENT) is not None
        return cell_of(words("note", texts.say("changing-absent")) if absent else None)
    strong = bool(found["leads"])
    said = texts.say("changing-count", count=_tally(texts, row, found), name=_text(texts, row))
    mine = block[block["column"] == row["doc_id"]]
    first = strong and use == used.leading(mine, lead)[0]
    told = strong and found["claim_id"] not in shown
    shown |= {found["claim_id"]} if told else set()
    return cell_of(
        squares(found["n"], said, colour=COLOURS[use], strong=strong),
        *(claim_words(texts, found, brief=True, priority=_rank(mine, use)) if told else []),
        _besides(texts, row, block, lead) if first else None,
    )


def _rank(mine: pd.DataFrame, use: str) -> int:
    """How soon the gist of a use goes from a full page: that of the commonest never.

    >>> table = pd.DataFrame({"use": ["bond", "lever"], "n": [2, 3], "leads": True})
    >>> _rank(table, "lever"), _rank(table, "bond")
    (0, 3)
    """
    lead = mine[mine["leads"].astype(bool) & ~mine["use"].isin((ASKED, NOTED))]
    return 0 if len(lead) and lead["use"].iloc[int(lead["n"].argmax())] == use else 3


def _besides(texts: Study, row: Any, block: pd.DataFrame, rows: list[str]) -> AnyItem | None:
    """What a text does besides with a reason, in ways that have no row."""
    listed = [_also(texts, row, block, use) for use in _order(block) if use not in rows]
    said = [one for one in listed if one is not None]
    return words("note", texts.say("changing-beside", listed=said), priority=2) if said else None


def _also(texts: Study, row: Any, block: pd.DataFrame, use: str) -> Prose | None:
    """A use and its number of claims."""
    found = used.cell(block, row["doc_id"], use)
    if found is None:
        return None
    way = plain_of(texts, "direction").get(use, use) if use in DIRECTIONS else ""
    return texts.say("changing-also", use=use, way=way, count=_tally(texts, row, found))


def _as_rows(texts: Study, rows: list[Any], blocks: list[pd.DataFrame]) -> list[Band | None]:
    """A band a text: a cell for each reason, with what the text mostly does with it."""
    heads = [head(texts.say("changing-reason", reason=_name(texts, block))) for block in blocks]
    bands: list[Band | None] = []
    for row in rows:
        cells = [cell_of(*_mostly(texts, row, block), head=top)
                 for block, top in zip(blocks, heads, strict=True)]  # fmt: skip
        about = head(texts.say("changing-text", name=_text(texts, row)))
        bands.append(band_of(cells, head=about, rule="thin" if bands else "strong"))
    return bands


def _mostly(texts: Study, row: Any, block: pd.DataFrame) -> Items:
    """The uses that lead in one text, each with its squares."""
    items: Items = []
    for use in used.leading(block[block["column"] == row["doc_id"]], _order(block)):
        found, said = used.cell(block, row["doc_id"], use), _also(texts, row, block, use)
        if found is not None and said is not None:
            items.append(squares(found["n"], said, colour=COLOURS[use]))
    return items or [words("note", texts.say("changing-absent"))]
