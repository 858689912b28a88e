"""What each text does with each reason: the tables behind the reasons that change their part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from frameline.corpus import FINAL, Filter
from frameline.exhibits.portraits._tables import codes_of, preference
from frameline.exhibits.reasons import _tables as made
from frameline.exhibits.study import Study, once
from frameline.exhibits.summary import _storyline as story
from frameline.measures.direction import DIRECTIONS
from frameline.measures.selection.changing import (
    MOST,
    acts_of_reason,
    changing,
    reason_turned_round,
    still_differ,
)
from frameline.measures.selection.roles import levers_by_name, reason_uses, who_acts


def where(texts: Study) -> Filter:
    """Which claims count here: questions too, since a reason may only be asked about."""
    return replace(texts.where, modality="all")


def claims_of(texts: Study, chosen: Filter) -> pd.DataFrame:
    """The claims of a filter, with the column that they stand in."""
    of = {doc: row["doc_id"] for row in story.rows_of(texts) for doc in row["docs"]}
    claims = texts.corpus.select(chosen)
    return claims.assign(column=claims["doc_id"].map(of)).dropna(subset="column")


def _uses(texts: Study, claims: pd.DataFrame) -> pd.DataFrame:
    """What each column does with each reason."""
    named = codes_of(texts, "instrument")
    return reason_uses(
        claims, preference(texts), by="column",
        levers=levers_by_name(made.reasons(texts), named), skip=made.unspecific(texts),
        order=list(made.reasons(texts)),
    )  # fmt: skip


@once
def uses(texts: Study) -> pd.DataFrame:
    """What each column does with each reason, of the claims that count here."""
    return _uses(texts, claims_of(texts, where(texts)))


@once
def changed(texts: Study) -> pd.DataFrame:
    """The reasons that change their part, those with most claims first."""
    return changing(uses(texts), by="column")


def told(texts: Study) -> pd.DataFrame:
    """Those of them that are told at length."""
    return changed(texts).head(MOST)


def pair(texts: Study, code: str) -> tuple[str, str]:
    """What a sentence calls the two texts between which a reason changes most plainly."""
    row, names = told(texts).set_index("code"), made.called(texts)
    ends = [row.loc[code, end] if code in row.index else "" for end in ("start", "stop")]
    return names.get(ends[0], ""), names.get(ends[1], "")


def acted(texts: Study, claims: pd.DataFrame) -> pd.DataFrame:
    """Who acts on whom over each reason; empty where no direction between the two is coded."""
    role = texts.codebook.role("direction")
    if not texts.has("claims.direction") or role is None or set(DIRECTIONS) - set(role.shorts):
        return pd.DataFrame(columns=["column", "code", *DIRECTIONS[:3], "n", "leads"])
    return who_acts(claims, by="column", skip=made.unspecific(texts))


@once
def acts(texts: Study) -> pd.DataFrame:
    """Who acts on whom over the one reason whose direction is told; empty where there is none."""
    claims = claims_of(texts, where(texts))
    code = reason_turned_round(acted(texts, claims), by="column")
    if not code:
        return pd.DataFrame(columns=["column", "code", "use", "n", "leads"])
    return acts_of_reason(claims, code, preference(texts), by="column")


@once
def held(texts: Study) -> dict[str, tuple[int, int]]:
    """In how many other ways of counting each change is found: each coder, the author's voice."""
    base, others = where(texts), []
    coders = [name for name in texts.codings if name not in (FINAL, texts.coding)]
    if len(coders) > 1:
        others += [replace(base, coding=name) for name in coders]
    if base.voice == "all" and texts.has("claims.voice"):
        others.append(replace(base, voice="own"))
    counted = [claims_of(texts, chosen) for chosen in others]
    tables = [_uses(texts, claims.drop(columns="gist", errors="ignore")) for claims in counted]
    found = {}
    for row in told(texts).to_dict("records"):
        pair = (row["start"], row["stop"])
        same = [still_differ(table, row["code"], pair, by="column") for table in tables]
        found[str(row["code"])] = (sum(bool(one) for one in same), len(same))
    return found


def leading(table: pd.DataFrame, order: Sequence[str]) -> list[str]:
    """The uses that lead in any text and so have a row, in order.

    >>> table = pd.DataFrame({"use": ["bond", "noted", "bond"], "leads": [True, False, False]})
    >>> leading(table, ["bond", "divider", "noted"])
    ['bond']
    """
    lead = set(table.loc[table["leads"].astype(bool), "use"])
    return [use for use in order if use in lead]


def cell(table: pd.DataFrame, column: Any, use: str) -> dict[str, Any] | None:
    """What a column does with a reason in one way; None where it does not."""
    found = table[(table["column"] == column) & (table["use"] == use)]
    return found.to_dict("records")[0] if len(found) else None  # type: ignore[return-value]
