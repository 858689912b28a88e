"""How sure is each statement that the report itself makes?"""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from frameline.exhibits.checking import unchecked
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.robustness._standing import Made, firmness, made
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.selection.reasons import claims_by_side
from frameline.measures.strength import FIRM, LEANING, OPEN, TICKS, WORDS
from frameline.record.finding import Finding
from frameline.record.prose import Prose

#: What the sentences of some kinds choose by, and those of the others do not look at.
_NOTHING: dict[str, Any] = dict.fromkeys(
    ["sequence", "scaled", "distinct", "signed", "below", "reason", "side", "share_first",
     "share_last"], "",
)  # fmt: skip
COLUMNS = ["said", "held", "ways", "clear", "overturned_by", "p", "p_holm", "least_alpha", "word"]
UNITS = {"held": "count", "ways": "count", "clear": "count", "p": "p", "p_holm": "p",
         "least_alpha": "number"}  # fmt: skip


@shows("statements-made")
def how_firm(texts: Study) -> Blocks:
    """How sure is each statement that the report itself makes?"""
    f, table = texts.findings, firmness(texts)
    if table.empty:
        return None
    by_name = {one.name: one for one in made(texts)}
    rows = [_row(texts, by_name[row["statement"]], row) for row in table.to_dict("records")]
    counts = {word: int((table["word"] == word).sum()) for word in WORDS}
    f.add("sure.count.firm", counts[FIRM], unit="count")
    f.add("sure.count.leaning", counts[LEANING], unit="count")
    f.add("sure.count.open", counts[OPEN], unit="count")
    f.add("sure.count", len(table), unit="count")
    f.add("sure.order", list(table["statement"]), unit="list")
    f.add("sure.tested", int(table["p"].notna().sum()), unit="count")
    f.add("sure.machines", int(unchecked(texts)), unit="count")
    told = pd.DataFrame(rows)
    shown = [name for name in COLUMNS if told[name].replace("", None).notna().any()]
    return texts.table("how-firm", told, shown, units=UNITS,
                       widths={"said": 5, "overturned_by": 1.4}, filter="")  # fmt: skip


def _row(texts: Study, one: Made, found: dict[str, Any]) -> dict[str, Any]:
    """The findings of a statement, and its line of the table."""
    f, at = texts.findings, {"statement": one.name}
    sentence = _said(texts, one, asked=found["word"] == OPEN)
    f.keep(Finding(f"sure.{one.name}.said", str(sentence), "text", filter=f.in_english(),
                   segments=sentence.segments, evidence=_behind(texts, one)))  # fmt: skip
    f.add("sure.{statement}.about", one.about, unit="text", at=at)
    f.add("sure.{statement}.kind", one.kind, unit="text", at=at)
    f.add("sure.{statement}.word", found["word"], unit="text", at=at)
    f.add("sure.{statement}.ticks", [found[tick] for tick in TICKS], unit="list", at=at)
    f.add("sure.{statement}.held", one.stands.holds, unit="count", at=at, n=one.stands.ways)
    f.add("sure.{statement}.ways", one.stands.ways, unit="count", at=at)
    f.add("sure.{statement}.clear", one.stands.clear, unit="count", at=at, n=one.stands.ways)
    f.add("sure.{statement}.share", found["share"], unit="share", at=at, n=one.stands.ways)
    f.add("sure.{statement}.overturned", list(one.stands.overturned_by or ()), unit="list", at=at)
    for name in ("p", "p_holm"):
        if not math.isnan(found[name]):
            f.add("sure.{statement}.{p}", found[name], unit="p", at={**at, "p": name})
    if not math.isnan(one.told.low):
        f.add("sure.{statement}.gap", float(one.told.value), unit="net", at=at,
              low=float(one.told.low), high=float(one.told.high))  # fmt: skip
    if one.kind == "verdict" and one.alphas:
        f.add("sure.{statement}.alike", found["least_alpha"], unit="share", at=at)
    elif not math.isnan(found["least_alpha"]):
        f.add("sure.{statement}.alpha", found["least_alpha"], unit="number", at=at)
    return {**found, "said": str(sentence), "held": one.stands.holds, "ways": one.stands.ways,
            "clear": one.stands.clear, "word": texts.words("strength-names")[found["word"]],
            "overturned_by": texts.word("sure-overturned", coders=found["overturned_by"])
            if found["overturned_by"] else ""}  # fmt: skip


def _said(texts: Study, one: Made, *, asked: bool) -> Prose:
    """The statement in a sentence; as a question where it is open."""
    at = {**one.where, "statement": one.name}
    given: dict[str, Any] = {}
    if one.kind == "verdict":
        at |= _ends_of_scale(texts)
        given |= {**_sequence(texts), "scaled": "most" in at}
    elif one.kind == "labels":
        texts.findings.add("sure.{statement}.differ", int(one.told.value), unit="count", at=at)
        texts.findings.add("sure.{statement}.of", int(one.told.of), unit="count", at=at)
    elif one.kind in ("balance", "verdicts"):
        _count_sides(texts, one)
        given |= {"below": bool(one.told.value < 0)}
    elif one.kind == "leads":
        code, side = one.where["code"], one.where["side"]
        given |= {"reason": texts.codebook.role("frame").shorts.get(code, code), "side": side}
    elif one.kind in ("turn", "voices"):
        given["share_first"] = _share(texts, one.kind, one.where["first"])
        given["share_last"] = _share(texts, one.kind, one.where["last"])
    known = _NOTHING | given
    return texts.say(
        "sure-said", at=at, kind=one.kind, asked=asked, sequence=known["sequence"],
        scaled=known["scaled"],
        distinct=known["distinct"], signed=known["signed"], below=known["below"],
        reason=known["reason"], side=known["side"], share_first=known["share_first"],
        share_last=known["share_last"],
    )  # fmt: skip


def _sequence(texts: Study) -> dict[str, Any]:
    """The verdicts in order, and whether each is another."""
    told, codes = [], []
    for row in story.rows_of(texts):
        said = story.verdict_words(texts, row)[0]
        if said:
            f, short = texts.findings, said.partition(",")[0]
            f.add("sure.verdict.short.{doc_id}", short, unit="text", at=row, filter="")
            if row["year"]:
                f.add("sure.verdict.year.{doc_id}", row["year"], unit="year", at=row, filter="")
            told.append(texts.say("sure-verdict-in", at=row, dated=bool(row["year"])))
            codes.append(row["verdict"])
    texts.findings.add("sure.verdicts", len(set(codes)), unit="count", filter="")
    texts.findings.add("sure.judged", len(codes), unit="count", filter="")
    return {"sequence": told, "distinct": len(set(codes)) == len(codes),
            "signed": story.signed(texts)}  # fmt: skip


def _ends_of_scale(texts: Study) -> dict[str, str]:
    """The text that calls the tie most lasting, and least; none where several do."""
    places = story.scale(texts)[1]
    steps = {row["doc_id"]: places[str(row["durability"])] for row in story.rows_of(texts)
             if str(row["durability"]) in places}  # fmt: skip
    ends: dict[str, str] = {}
    for name, step in (("most", max(steps.values(), default=0)),
                       ("least", min(steps.values(), default=0))):  # fmt: skip
        there = [doc for doc, other in steps.items() if other == step]
        ends |= {name: there[0]} if len(there) == 1 else {}
    return ends if len(ends) == 2 else {}


def _count_sides(texts: Study, one: Made) -> None:
    """The claims that bind and divide, in the own voice of the text it is about."""
    doc = one.where.get("doc_id") or one.where["last"]
    own = texts.in_views("own")[0].claims
    sides = claims_by_side(own, by="doc_id").set_index("doc_id").loc[doc]
    f, of = texts.findings, {"at": {"statement": one.name}, "n": int(sides["n"])}
    f.add("sure.{statement}.binding", int(sides["binding"]), unit="count", **of)
    f.add("sure.{statement}.dividing", int(sides["dividing"]), unit="count", **of)


def _share(texts: Study, kind: str, doc_id: str) -> Finding:
    """The share of a text's claims that are granted, or made in another voice."""
    claims = texts.in_all_voices().claims if kind == "voices" else texts.claims
    mine = claims[claims["doc_id"] == doc_id]
    marked = ~mine["own"].astype(bool) if kind == "voices" else mine["conceded"].astype(bool)
    at = {"kind": kind, "doc_id": doc_id}
    texts.findings.add("sure.share.{kind}.{doc_id}", float(marked.mean()), unit="share", at=at,
                       n=len(mine), evidence=mine.loc[marked, "claim_id"])  # fmt: skip
    return texts.findings.look_up("sure-share-kind-doc_id", at)


def _behind(texts: Study, one: Made) -> tuple[str, ...]:
    """The ids of the claims of the texts that it names."""
    named = [one.where[end] for end in ("doc_id", "first", "last") if end in one.where]
    return tuple(claim for doc in named for claim in texts.ids.get(doc, ()))
