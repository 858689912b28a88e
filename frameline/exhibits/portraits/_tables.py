"""What the pages of the texts show: which texts have one, and the tables behind each band."""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.corpus import Filter
from frameline.exhibits.study import Study, once
from frameline.exhibits.summary import _storyline as story
from frameline.measures.selection.advice_in_short import advice_counts, advice_gists
from frameline.measures.selection.functions import (
    CAUSE,
    JUDGEMENT,
    PROBLEM,
    RECORD,
    REMEDY,
    functions_of_codes,
)
from frameline.measures.selection.gists import Preference, gists_for_reasons
from frameline.measures.selection.left_out import left_out, mentions
from frameline.measures.selection.outlook import outlook
from frameline.measures.selection.past import events_named, past
from frameline.measures.selection.portraits import LEAST
from frameline.measures.selection.reasons import claims_by_side, strongest
from frameline.measures.selection.turn import sections, turns
from frameline.measures.selection.voices import stances, voices
from frameline.record.finding import Finding

#: All claims, questions and background among them.
EVERYTHING = Filter(modality="all", relevance="all")
_KNOWN = ("mechanism", "argument", "function", "strength")


def own(texts: Study) -> Study:
    """The study of the authors' own voices."""
    return texts.in_views("own")[0]


@once
def pages(texts: Study) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The texts with a page of their own, and those that make too few claims."""
    counted = story.claims_of(own(texts))["column"].value_counts()
    rows = [{**row, "own": int(counted.get(row["doc_id"], 0))} for row in story.rows_of(texts)]
    full = [row for row in rows if row["own"] >= LEAST]
    placed = [{**row, "place": place} for place, row in enumerate(full, 1)]
    return placed, [row for row in rows if row["own"] < LEAST]


def codes_of(texts: Study, role: str) -> dict[str, str]:
    """The short words of the codes of a role."""
    found = texts.codebook.role(role)
    return dict(found.shorts) if found else {}


def plain_of(texts: Study, role: str) -> dict[str, str]:
    """The words of the codes of a role within a sentence."""
    found = texts.codebook.role(role)
    return {**found.shorts, **found.plain} if found else {}


def _unspecific(texts: Study) -> list[str]:
    role = texts.codebook.role("frame")
    return role.flagged("unspecific") if role else []


def _rules(texts: Study) -> dict[str, Any]:
    return {"unspecific": _unspecific(texts), "order": list(codes_of(texts, "frame"))}


def preference(texts: Study) -> Preference:
    """Which gist comes first, by the orders of the codebook."""
    orders = {name: list(codes_of(texts, name)) for name in _KNOWN}
    role = texts.codebook.role("function")
    flags = role.flagged("advice") if role else []
    found = functions_of_codes(role.labels, advice=flags) if role else {}
    best = (CAUSE, PROBLEM, JUDGEMENT, REMEDY, RECORD)
    return Preference.of_codebook(orders, [found[name] for name in best if name in found])


@once
def balance(texts: Study) -> pd.DataFrame:
    """The own claims of each page that bind, divide, and do neither."""
    found = claims_by_side(story.claims_of(own(texts)), by="column")
    return found.set_index("column")


@once
def reasons(texts: Study) -> pd.DataFrame:
    """The reasons of each page, side by side, the strongest first."""
    return strongest(story.claims_of(own(texts)), by="column", **_rules(texts))


@once
def reason_gists(texts: Study) -> pd.DataFrame:
    """The gist that stands for each of the strongest reasons."""
    claims = story.claims_of(own(texts))
    return gists_for_reasons(claims, reasons(texts), preference(texts), by="column")


@once
def advice(texts: Study) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The advice of each page in numbers, and the pieces that are shown."""
    claims = story.claims_of(own(texts))
    counts = advice_counts(claims, by="column", unnamed=story.NOT_NAMED)
    scale = list(codes_of(texts, "explicitness"))
    return counts, advice_gists(claims, by="column", scale=scale)


@once
def forecasts(texts: Study) -> pd.DataFrame:
    """The forecasts of each page that are shown."""
    claims = story.claims_of(own(texts))
    shown = [claim for claim in advice(texts)[1]["claim_id"] if claim]
    role = texts.codebook.role("forecast")
    if role is None or "forecast" not in claims:
        return pd.DataFrame(columns=["column"])
    return outlook(claims, preference(texts), by="column", used=shown)


@once
def called_up(texts: Study) -> pd.DataFrame:
    """The past events of each page that are shown."""
    if not texts.has("events"):
        return pd.DataFrame(columns=["column"])
    of = {doc: row["doc_id"] for row in story.rows_of(texts) for doc in row["docs"]}
    events = texts.layer("events")
    events = events.assign(column=events["doc_id"].map(of)).dropna(subset="column")
    every = texts.in_all_voices().claims
    documents = texts.layer("documents")
    return past(events_named(events, documents, every, by="column"), by="column")


@once
def heard(texts: Study) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Whose voice speaks on each page, and how its text takes what others say."""
    claims = story.claims_of(texts.in_all_voices())
    if not texts.has("claims.voice"):
        return pd.DataFrame(columns=["column"]), pd.DataFrame(columns=["column"])
    held = stances(claims, by="column") if "stance" in claims else pd.DataFrame(columns=["column"])
    return voices(claims, by="column"), held


@once
def missing(texts: Study) -> pd.DataFrame:
    """The reasons that each study makes no claim of and others do, and whether it mentions them."""
    claims, documents = texts.in_all_voices().claims, texts.layer("documents")
    found = left_out(claims, documents, preference(texts), skip=_unspecific(texts),
                     order=list(codes_of(texts, "frame")))  # fmt: skip
    role = texts.codebook.role("frame")
    events = texts.layer("events") if texts.has("events") else None
    seen = mentions(found, texts.corpus.select(EVERYTHING), documents, events=events,
                    keywords=role.keywords if role else None)  # fmt: skip
    named = set(zip(seen["study"], seen["code"], strict=True))
    pairs = zip(found["study"], found["code"], strict=True)
    return found.assign(mentioned=[pair in named for pair in pairs])


@once
def turning(texts: Study) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Where the argument of each text turns, and what each of its sections mostly says."""
    claims = texts.in_all_voices().claims
    blocks = texts.layer("blocks") if texts.has("blocks") else None
    heads = None
    if blocks is not None and "wording" in blocks:
        here = blocks[blocks["kind"] == "heading"]
        heads = here[["doc_id", "block_id"]].assign(heading=here["wording"].fillna(""))
    return turns(claims, blocks, heads), sections(claims, blocks, heads, **_rules(texts))


def tally(texts: Study, doc_id: str, what: str, count: Any) -> Finding:
    """A number of a page as a finding that a sentence can be given."""
    at = {"doc_id": doc_id, "what": what}
    texts.findings.add("portrait.tally.{doc_id}.{what}", int(count), unit="count", at=at)
    return texts.findings.look_up("portrait-tally-doc_id-what", at)


def told(texts: Study, doc_id: str, what: str, said: str | list[str]) -> Finding:
    """Words of a page that may hold a number, such as a place, as a finding."""
    at, unit = {"doc_id": doc_id, "what": what}, "text" if isinstance(said, str) else "list"
    texts.findings.add("portrait.told.{doc_id}.{what}", said, unit=unit, at=at, filter="")
    return texts.findings.look_up("portrait-told-doc_id-what", at)
