"""What the exhibits of this chapter share: how documents are grouped, and counts of each group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.corpus.choices import CODER, MEAN, PERIOD
from frameline.corpus.choosing import document_columns, text_of, values_of
from frameline.corpus.codebook import ROLES, Variable
from frameline.corpus.readings import SETS
from frameline.exhibits.study import Study, once
from frameline.measures.groups.parts import (
    Parts,
    count_parts,
    mean_claims,
    mean_of_coders,
    with_coders,
)
from frameline.measures.groups.shares import differences, redrawable, shares_by_group
from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.periods import Period, middles, named, periods
from frameline.measures.large.philox import random_numbers
from frameline.measures.large.tallies import OTHER, documents_by
from frameline.measures.strength import GroupSupport, strength_of_groups
from frameline.words.formats import list_separators

DOCUMENTS, CLAIMS = "documents", "claims"
#: A corpus of fewer documents is read text by text: groups are shown where they are asked for.
FEW_TEXTS = 13
#: Documents that a group of its own has at least, of many documents and of few.
LEAST, LEAST_OF_FEW, MANY = 8, 3, 60
#: Groups, codes and ways of grouping that are shown at most.
MOST_GROUPS, MOST_CODES, MOST_WAYS, MOST_PERIODS = 20, 14, 3, 12
#: Documents whose claims stand as evidence where an engine counts.
SAMPLE = 12
#: Columns of documents by which they are grouped where nobody says by which, the first first.
USUAL = ("outlet", "author_group", "genre", "language", "country", "party")

#: Variables of the claims that say who speaks.
SPEAKERS = ("organization", "organisation", "party", "actor", "speaker", "author")


class Grouping(NamedTuple):
    """A way of putting documents, or their claims, into groups."""

    column: str
    kind: str
    label: str

    def key(self, stem: str) -> str:
        """A key for what is shown of these groups.

        >>> Grouping("Outlet name", "documents", "").key("words")
        'words-outlet-name'
        """
        return f"{stem}-{re.sub('[^a-z0-9]+', '-', self.column.lower()).strip('-') or 'groups'}"


@once
def coded(texts: Study) -> Variable | None:
    """The variable whose codes are counted: the frame, else the first one with codes."""
    variables = [v for v in texts.codebook.layer("claims") if v.level == "nominal" and v.codes]
    frame = texts.codebook.role("frame")
    return frame or next(iter(variables), None)


@once
def ways(texts: Study) -> list[Grouping]:
    """The ways of grouping that were asked for, else those that the corpus offers."""
    asked = [by for by in texts.choices.by if by != PERIOD]
    asked = [by for by in asked if by != CODER or (texts.in_memory and len(texts.codings) > 1)]
    if asked:
        return [_grouping(texts, by) for by in asked]
    if texts.choices.by or texts.size(DOCUMENTS) < FEW_TEXTS:
        return []
    known = document_columns(texts.corpus)
    coded_columns = [v.name for v in texts.codebook.layer(DOCUMENTS) if v.level == "nominal"]
    named_so = [name for name in (*USUAL, *coded_columns) if name in known]
    found = [_grouping(texts, name) for name in dict.fromkeys(named_so)]
    speakers = [v for v in texts.codebook.layer(CLAIMS) if v.name.casefold() in SPEAKERS]
    found += [_grouping(texts, v.name) for v in speakers]
    return [one for one in found if _divides(texts, one)][:MOST_WAYS]


def _grouping(texts: Study, name: str) -> Grouping:
    """A column of the documents, or else a variable of the claims by name or role."""
    if name == CODER:
        return Grouping(CODER, CODER, CODER)
    if name in document_columns(texts.corpus):
        variables = {v.name: v for v in texts.codebook.layer(DOCUMENTS)}
        label = variables[name].label if name in variables else ""
        return Grouping(name, DOCUMENTS, label or name.replace("_", " "))
    role = texts.codebook.role(name) if name in ROLES[CLAIMS] else None
    variable = role or texts.codebook.variable(name)
    return Grouping(variable.name, CLAIMS, variable.label or variable.name.replace("_", " "))


def _divides(texts: Study, one: Grouping) -> bool:
    """Whether there are two groups of enough documents."""
    if one.kind == DOCUMENTS and len(values_of(texts.corpus, one.column)) > 5_000:
        return False
    found = _counted(texts, one)
    return found is not None and len(kept_groups(texts, found)) > 1


def kept_groups(texts: Study, parts: Parts) -> list[str]:
    """The groups that are shown by name: enough documents, the largest first."""
    least = LEAST if texts.size(DOCUMENTS) >= MANY else LEAST_OF_FEW
    sizes = sorted(zip(parts.groups, parts.sizes, strict=True), key=lambda row: (-row[1], row[0]))
    return [name for name, size in sizes if size >= least][:MOST_GROUPS]


# Counts ---------------------------------------------------------------------------------------


@once
def codes_shown(texts: Study) -> list[str]:
    """The most frequent codes, in the order of the codebook."""
    variable = coded(texts)
    if variable is None:
        return []
    claims = texts.with_variable(texts.claims, variable.name)
    counted = collected(claims.group_by("code").agg(nw.len().alias("n")), ["code"], ["n"])
    n = counted[counted["code"] != ""].set_index("code")["n"]
    ranked = sorted(n.index, key=lambda code: (-n[code], code))[:MOST_CODES]
    place = {code: number for number, code in enumerate(variable.order)}
    return sorted(ranked, key=lambda code: place.get(code, len(place)))


def as_sets(texts: Study) -> bool:
    """Whether codes are present or absent in a document, as each of several coders has it."""
    voted = texts.choices.vote or texts.coding != "final"
    return bool(texts.in_memory and not voted and texts.design == SETS and len(texts.codings))


@once
def everything(texts: Study) -> Parts | None:
    """The whole corpus as one group."""
    return _counted(texts, Grouping("", "", ""))


@once
def groups_of(texts: Study, one: Grouping) -> Parts | None:
    """Counts of the groups that are shown, and of all others as one."""
    found = _counted(texts, one)
    return None if found is None else found.among(kept_groups(texts, found), OTHER)


@once
def in_periods(texts: Study) -> Parts | None:
    """Counts of periods, in order of time."""
    found = _counted(texts, Grouping("year", DOCUMENTS, PERIOD))
    if found is None:
        return None
    names = list(dict.fromkeys(periods_named(texts).values()))
    return found.among([name for name in names if name in found.groups])


def _spans(texts: Study) -> dict[str, Period]:
    """Each year to its period: years themselves where they are few."""
    whens = [when for when in documents_by(texts.documents)["when"] if when]
    rule = texts.choices.periods or ("year" if len(whens) <= MOST_PERIODS else "")
    return periods(whens, MOST_PERIODS, rule)


def periods_named(texts: Study) -> dict[str, str]:
    """Each year to the name of its period."""
    return named(_spans(texts))


def period_middles(texts: Study) -> dict[str, pd.Timestamp]:
    """The day in the middle of each period."""
    return middles(_spans(texts))


@once
def _counted(texts: Study, one: Grouping) -> Parts | None:
    """Counts of every group, of claims or of documents as their coders have them."""
    variable = coded(texts)
    if variable is None:
        return None
    if one.kind == CODER:
        return _of_coders(texts, variable)
    rows = _long(texts, texts.claims, variable.name, one)
    every = variable.order if not as_sets(texts) else codes_shown(texts)
    if as_sets(texts):
        # A document in which nothing was found counts too.
        rows = [*rows, _homes(texts, one).assign(code=every[0], n=0)]
    parts = count_parts(_named(texts, one, rows), every)
    if not len(parts.group):
        return None
    if as_sets(texts):
        return mean_of_coders(_as_coded(texts, parts, variable.name, one))
    if texts.in_memory and len(texts.codings) > 1 and texts.coding == "final":
        parts = _as_coded(texts, parts, variable.name, one)
    return mean_claims(parts) if texts.choices.final == MEAN and parts.coders else parts


def _of_coders(texts: Study, variable: Variable) -> Parts:
    """Each coder as a group: the documents that the coder read, as the coder has them."""
    tables, whole = [], Grouping("", "", "")
    for coder in texts.codings:
        claims = texts.corpus.select(replace(texts.where, coding=coder))
        tables += [t.assign(group=coder) for t in _long(texts, claims, variable.name, whole)]
        read = {"doc_id": sorted(texts.coverage.get(coder, ())), "group": coder, "n": 0}
        tables.append(pd.DataFrame(read).assign(code=variable.order[0]))
    parts = count_parts([t.drop(columns="weight", errors="ignore") for t in tables],
                        variable.order)  # fmt: skip
    if not as_sets(texts):
        return parts
    return replace(parts, k=np.minimum(parts.k, 1), n=np.ones(len(parts.group)))


def _as_coded(texts: Study, parts: Parts, name: str, one: Grouping) -> Parts:
    """The parts with what each coder counts in them."""
    tables = []
    for coder in texts.codings:
        claims = texts.corpus.select(replace(texts.where, coding=coder))
        tables += [
            t.assign(coder=coder) for t in _named(texts, one, _long(texts, claims, name, one))
        ]
    read = [(coder, doc) for coder in texts.codings for doc in texts.coverage.get(coder, ())]
    readers = pd.DataFrame(read, columns=["coder", "doc_id"])
    return with_coders(parts, pd.concat(tables), readers)


def _long(texts: Study, claims: Any, name: str, one: Grouping) -> list[pd.DataFrame]:
    """Document, group and code to a number of claims, block by block."""
    columns = {"code": name} | ({"group": one.column} if one.kind == CLAIMS else {})
    rows = text_columns(texts, columns, one, claims)
    keys = ["doc_id", "group", "code", *(["weight"] if texts.choices.weight else [])]
    counted = rows.group_by(*keys).agg(nw.len().alias("n"))
    return [_plain(block) for block in texts.in_blocks(counted.select(*keys, "n"))]


def text_columns(
    texts: Study, columns: Mapping[str, str], one: Grouping, claims: Any = None
) -> nw.LazyFrame:
    """Claims with variables under new names, their document, and its group and weight."""
    claims = texts.claims if claims is None else claims
    rows: Any = None
    for new, name in columns.items():
        given = texts.with_variable(claims, name).select(
            "claim_id", "doc_id", nw.col("code").alias(new)
        )
        rows = given if rows is None else rows.join(
            given.select("claim_id", new), on="claim_id", how="inner"
        )  # fmt: skip
    homes = lazy(texts.documents).select("doc_id", *_facts(texts, one))
    return rows.join(homes, on="doc_id", how="inner")


def _facts(texts: Study, one: Grouping) -> list[nw.Expr]:
    """The group of a document, and its weight."""
    found = []
    if one.kind == DOCUMENTS:
        found.append(text_of(one.column).alias("group"))
    elif not one.kind:
        found.append(nw.lit("all").alias("group"))
    if texts.choices.weight:
        found.append(nw.col(texts.choices.weight).cast(nw.String).alias("weight"))
    return found


def _homes(texts: Study, one: Grouping) -> pd.DataFrame:
    """Every document with its group."""
    homes = lazy(texts.documents).select("doc_id", *_facts(texts, one)).collect(backend="pandas")
    return _plain(homes.to_pandas())


def _plain(block: pd.DataFrame) -> pd.DataFrame:
    texts = {name: "object" for name in ("doc_id", "group", "code") if name in block}
    return block.astype(texts | ({"weight": "float64"} if "weight" in block else {}))


def _named(texts: Study, one: Grouping, rows: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """The same with years put into periods."""
    if one.label != PERIOD:
        return rows
    names = periods_named(texts)
    return [t.assign(group=t["group"].map(names).fillna("")) for t in rows]


# What exhibits show -----------------------------------------------------------------------------


@once
def shares(texts: Study, parts_of: str, one: Grouping | None) -> pd.DataFrame:
    """Shares of codes: of "everything", of "periods", or of the groups of one way."""
    parts = {"everything": everything, "periods": in_periods}.get(parts_of)
    counted = parts(texts) if parts else groups_of(texts, one)  # type: ignore[arg-type]
    if counted is None:
        return pd.DataFrame()
    found = shares_by_group(counted, draws=texts.draws, seed=texts.seed)
    shown = found["code"].isin(codes_shown(texts)) & (found["group"] != OTHER)
    return found[shown].reset_index(drop=True)


@once
def tested(texts: Study, one: Grouping) -> pd.DataFrame:
    """Each code of each group against all other groups, and how sure the difference is."""
    parts = groups_of(texts, one)
    if parts is None or len(parts.groups) < 2:
        return pd.DataFrame()
    found = differences(
        parts, draws=texts.draws, seed=texts.seed, but=[OTHER], codes=codes_shown(texts)
    )
    verdicts, alone = verdicts_of_codes(texts), not redrawable(parts)
    clear = (found["wide_low"] > 0) | (found["wide_high"] < 0)
    supports = [
        GroupSupport(
            f"{row.group} {row.code}", row.p_holm, row.p_fdr, bool(ok), bool(row.same),
            verdicts.get(row.code, ""), machine_only=False,
        )
        for row, ok in zip(found.itertuples(), clear, strict=True)
    ]  # fmt: skip
    words = strength_of_groups(supports)["word"] if supports else pd.Series(dtype="str")
    return found.assign(word=words.to_numpy(), alone=alone)


@once
def verdicts_of_codes(texts: Study) -> dict[str, str]:
    """What the agreement of coders on each code is good for, where codes stand in sets."""
    if not as_sets(texts) or len(texts.codings) < 2:
        return {}
    from frameline.exhibits.agreement._tables import code_rows

    table = code_rows(texts)
    return dict(zip(table.get("code", []), table.get("verdict", []), strict=True))


@once
def sampled(texts: Study) -> list[str]:
    """The claims of documents drawn at random: the evidence of this chapter."""
    if texts.in_memory:
        return [str(claim) for claim in texts.claim_ids]
    found = everything(texts)
    numbers = random_numbers(found.keys, texts.seed)
    ids = texts.claims_of(found.documents[np.argsort(numbers, kind="stable")[:SAMPLE]])
    return ids


def counted_so(texts: Study) -> str:
    """Which claims count, with which weights, and how several coders are put together."""
    said = [texts.filter]
    if texts.choices.weight:
        said.append(texts.word("filter-weighted", column=texts.choices.weight))
    if as_sets(texts) or texts.choices.final == MEAN:
        said.append(texts.word("filter-mean"))
    return list_separators(texts.lang)[0].join(said)


def labels(texts: Study) -> dict[str, str]:
    """What to call the codes."""
    variable = coded(texts)
    return {} if variable is None else variable.shorts


def uses(texts: Study) -> list[str]:
    """The coded variable that a figure shows; codes in sets are judged one by one."""
    variable = coded(texts)
    return [variable.role] if variable and variable.role and not as_sets(texts) else []
