"""How does the framing change from text to text, at a glance?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from frameline.corpus.codebook import UNNAMED
from frameline.exhibits.checking import unchecked
from frameline.exhibits.panelling import band_of, cell_of, head
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.summary._storyline import (
    COLUMNS,
    MOST,
    columns,
    rows_of,
    scale,
    signed,
    unit_of_year,
    verdict_words,
)
from frameline.exhibits.summary._storyline_cells import (
    add_balance,
    advised,
    binding_against_dividing,
    called,
    introduced,
    named,
    reasons_of,
    statement_bands,
    verdict_band,
    verdict_of,
)
from frameline.exhibits.sureness import leading
from frameline.record.items import AnyItem
from frameline.record.panel import Band, Head

#: Letters of the sequence of verdicts that a headline has room for.
SEQUENCE = 66
USES = ["frame", "valence", "voice", "addressee", "labels.label"]
#: Of each column from top to bottom: the part of the message with its head, how it is read (told
#: where there are sides), the colour of the head, the line above, and what makes its items.
PARTS = (
    ("called", "", "plain", "thin", called),
    ("own", "own-note", "plain", "none", named),
    ("verdict", "verdict-note", "plain", "thin", verdict_of),
    ("binds", "reasons-note", "binding", "thin", reasons_of("binding")),
    ("divides", "leads-note", "dividing", "thin", reasons_of("dividing")),
    ("reasons", "reasons-note", "plain", "thin", reasons_of("all")),
    ("balance", "balance-note", "plain", "thin", binding_against_dividing),
    ("advice", "advice-note", "plain", "thin", advised),
)


@shows(home="own")
def storyline(texts: Study) -> Blocks:
    """How does the framing change from text to text, at a glance?"""
    table = columns(texts)
    if not 0 < len(table) <= MOST:
        return None
    turned = len(table) <= COLUMNS
    add_balance(texts)
    sequence = _add_heading(texts)
    bands = _as_columns(texts) if turned else _as_rows(texts)
    if not any(len(band.cells) and band.head for band in bands):
        return None
    bands += statement_bands(texts, bands[0].columns if turned else 1)
    return texts.panel(
        "storyline", bands, layout="page", beside=True, turns=turned, uses=USES,
        sequence=sequence if turned else [], hollow=bool(table["beside"].map(len).any()),
        path=turned and bool(verdict_band(texts)), valued=texts.has("claims.valence"),
        machines=unchecked(texts.base), told=bool(leading(texts.base)),
        labelled=texts.has("labels"), framed=texts.has("claims.frame"),
    )  # fmt: skip


def _add_heading(texts: Study) -> list[Any]:
    """The findings of the headline, and its sequence of verdicts."""
    f, always, table = texts.findings, texts.base.findings, columns(texts)
    filter = texts.base.in_views("own")[0].filter
    always.add("texts.count", len(texts.documents), unit="count", filter=filter)
    always.add("pair", texts.codebook.dyad.label or UNNAMED, unit="name", filter=filter)
    authors = len(set(table["authors"])) if signed(texts) else 0
    f.add("storyline.authors", authors, unit="count", filter="")
    verdicts = [(row, verdict_words(texts, row)[0]) for row in rows_of(texts)]
    f.add("storyline.verdicts", len({row["verdict"] for row, said in verdicts if said}),
          unit="count", filter="")  # fmt: skip
    told = []
    for row, said in verdicts:
        if said and row["year"]:
            short = said.partition(",")[0]
            f.add("storyline.verdict.short.{doc_id}", short, unit="text", at=row, filter="")
            f.add(
                "storyline.year.{doc_id}",
                row["year"],
                unit=unit_of_year(row["year"]),
                at=row,
                filter="",
            )
            told.append(texts.say("storyline-verdict-in", at=row))
    return told if sum(len(str(one)) + 2 for one in told) <= SEQUENCE else []


def _heads(texts: Study) -> dict[str, Head]:
    """The head of each part, with how it is read."""
    said = {part: texts.say("storyline-heads", part=part)
            for part in texts.messages.attributes("storyline-heads")}  # fmt: skip
    if not scale(texts)[0]:
        said.pop("verdict-note")
    return {name: head(said[name], said.get(note), colour=colour)
            for name, note, colour, *_ in PARTS}  # fmt: skip


def _as_columns(texts: Study) -> list[Band]:
    """A column a text: a band for each part."""
    rows, heads = rows_of(texts), _heads(texts)
    bands = [band_of((cell_of(*introduced(texts, row)) for row in rows), rule="strong")]
    for name, _, _, rule, items in PARTS:
        if name == "verdict":
            bands.append(verdict_band(texts, heads[name]))
        else:
            cells = [cell_of(*items(texts, row)) for row in rows]
            bands.append(band_of(cells, head=heads[name], rule=rule))
    return [band for band in bands if band is not None]


def _as_rows(texts: Study) -> list[Band]:
    """A band a text: a cell for each part that any text has, both names in one."""
    heads = {name: replace(one, note=None) for name, one in _heads(texts).items()}
    rows = rows_of(texts)
    made = [_parts_of(texts, row) for row in rows]
    shown = [name for name in heads if any(cells.get(name) for cells in made)]
    bands: list[Band | None] = []
    for row, cells in zip(rows, made, strict=True):
        introduced(texts, row)
        about = texts.say("storyline-about", at=row, dated=bool(row["year"]))
        drawn = [cell_of(*cells[name], head=heads[name]) for name in shown]
        bands.append(band_of(drawn, head=head(about), rule="thin" if bands else "strong"))
    return [band for band in bands if band is not None]


def _parts_of(texts: Study, row: Any) -> dict[str, list[AnyItem]]:
    """The items of each part of a text, those of its own word below those of the title."""
    found: dict[str, list[AnyItem]] = {}
    for name, *_, items in PARTS:
        made = [item for item in items(texts, row) if item is not None]
        found.setdefault("called" if name == "own" else name, []).extend(made)
    small = [replace(item, role="author") if getattr(item, "role", "") == "title-word" else item
             for item in found["called"]]  # fmt: skip
    return {**found, "called": small}
