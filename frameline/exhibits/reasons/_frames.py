"""The tables behind the frame matrix: functions of frames, events, directions, silences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from frameline.exhibits.portraits import _tables as portraits
from frameline.exhibits.reasons import _tables as made
from frameline.exhibits.reasons._uses import acted
from frameline.exhibits.study import Study, once
from frameline.exhibits.summary import _storyline as story
from frameline.measures.direction import DIRECTIONS
from frameline.measures.selection.functions import functions_of_codes
from frameline.measures.selection.matrix import exemplars, matrix
from frameline.measures.selection.names import studies
from frameline.measures.selection.past import events_named

#: Reasons whose direction is shown.
DIRECTED = 2


def heard(texts: Study) -> pd.DataFrame:
    """The claims of all voices, with the column that they stand in."""
    return story.claims_of(texts.in_all_voices())


@once
def functions(texts: Study) -> dict[str, str]:
    """The functions of frames that this corpus codes, each with its code."""
    role = texts.codebook.role("function")
    if role is None or not texts.has("claims.function"):
        return {}
    return functions_of_codes(
        role.labels, advice=role.flagged("advice"), facts=role.flagged("fact")
    )


@once
def filled(texts: Study) -> pd.DataFrame:
    """Problem, causes, judgement and remedy of each column."""
    role = texts.codebook.role("verdict", "documents")
    signs = role.flag("sign") if role else {}
    verdicts = {row["doc_id"]: float(signs[row["verdict"]]) for row in story.rows_of(texts)
                if signs.get(row["verdict"]) is not None}  # fmt: skip
    return matrix(
        heard(texts), functions(texts), portraits.preference(texts), verdicts=verdicts,
        thrust=list(portraits.codes_of(texts, "argument"))[:1], by="column",
        scale=list(portraits.codes_of(texts, "explicitness")), **made.rules(texts),
    )  # fmt: skip


@once
def examples(texts: Study) -> pd.DataFrame:
    """The event that each column uses most to bind or divide."""
    if not texts.has("events"):
        return pd.DataFrame(columns=["column"])
    of = {doc: row["doc_id"] for row in story.rows_of(texts) for doc in row["docs"]}
    events = texts.layer("events")
    events = events.assign(column=events["doc_id"].map(of)).dropna(subset="column")
    claims = heard(texts)
    named = events_named(events, texts.layer("documents"), claims, by="column")
    used = filled(texts).groupby("column")["claim_id"].agg(set).to_dict()
    return exemplars(named, events, claims, portraits.preference(texts), by="column", used=used)


@once
def directed(texts: Study) -> pd.DataFrame:
    """Who acts on whom, over the reasons in most claims in which one acts on the other."""
    table = acted(texts, heard(texts))
    if table.empty:
        return table
    one_sided = table[list(DIRECTIONS[:2])].sum(axis=1)
    sizes = one_sided.groupby(table["code"], sort=False).sum()
    kept = list(sizes.sort_values(ascending=False, kind="stable").head(DIRECTED).index)
    table = table[table["code"].isin(kept)]
    return table.sort_values("code", key=lambda codes: codes.map(kept.index), kind="stable")


@once
def silent(texts: Study) -> dict[str, list[str]]:
    """The reasons that each column makes no claim of and others do, in the reader's words."""
    documents, names = texts.layer("documents"), made.reasons(texts)
    study = dict(zip(documents["doc_id"], studies(documents), strict=True))
    found = portraits.missing(texts)
    return {
        row["doc_id"]: [names.get(code, code)
                        for code in found.loc[found["study"] == study[row["doc_id"]], "code"]]
        for row in story.rows_of(texts)
    }  # fmt: skip


def cells_of(texts: Study, column: Any, part: str) -> list[dict[str, Any]]:
    """The cells of one row of the matrix in one column."""
    table = examples(texts) if part == "exemplar" else filled(texts)
    if "row" not in table:
        return []
    found: list[Any] = table[(table["column"] == column) & (table["row"] == part)].to_dict(
        "records"
    )
    return found
