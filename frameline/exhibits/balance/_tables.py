"""What the exhibits of this chapter share: ways of counting, reasons, and who acts on whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from frameline.corpus import Filter
from frameline.exhibits.study import Study, once
from frameline.measures.balance import balance_by_code, net_valence
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.direction import DIRECTIONS, directions, leaning
from frameline.measures.leading_codes import leading
from frameline.measures.prevalence import claim_counts, prevalence
from frameline.measures.steps import steps
from frameline.measures.top_codes import joint_deal, leading_gap

#: Ways of counting, each with what it changes in the filter of the chapter.
WAYS: Mapping[str, Mapping[str, str]] = {
    "all": {"voice": "all"},
    "own": {"voice": "own"},
    "verdicts": {"function": "verdicts"},
    "no_facts": {"function": "no facts"},
}


def ways_of(texts: Study) -> dict[str, Filter]:
    """The ways of counting; all voices are one of them while no voice is chosen."""
    where, chosen = texts.where, texts.where.voice != "all"
    return {way: replace(where, **WAYS[way]) for way in WAYS if not (chosen and way == "all")}


@once
def net_of(texts: Study, way: str) -> pd.DataFrame:
    """The net balance of each text, counted in one way."""
    return net_valence(texts.select(ways_of(texts)[way])).assign(way=way)


def add_net(texts: Study, way: str) -> None:
    """Add the net balance of each text to the findings, with the claims that it rests on."""
    said, claims = texts.describe(ways_of(texts)[way]), texts.select(ways_of(texts)[way])
    signed = claims[claims["sign"].isin([1, -1])]
    behind = {str(doc): list(ids) for doc, ids in signed.groupby("doc_id")["claim_id"]}
    texts.findings.add_table(net_of(texts, way), "net_valence.{way}.{doc_id}", "net", unit="net",
                             n="signed", filter=said, evidence=behind)  # fmt: skip


@once
def _core_counts(texts: Study) -> pd.DataFrame:
    claims = texts.select(replace(texts.where, modality="all"))
    return claim_counts(claims, draws=texts.draws, seed=texts.seed)


def add_counts(texts: Study) -> None:
    """Add how many texts there are and how many claims they make, questions in and out."""
    f, core = texts.findings, _core_counts(texts)
    said = texts.describe(replace(texts.where, modality="all"))
    f.add_table(core, "claims.core.{doc_id}", "n", unit="count", filter=said, evidence=texts.ids)
    f.add("claims.core", int(core["n"].sum()), unit="count", filter=said)
    f.add("claims.counted", len(texts.claims), unit="count")
    f.add("texts.count", len(texts.documents), unit="count")


@once
def used_codes(texts: Study) -> list[str]:
    """The reasons that any claim of the chapter gives, in the order of the codebook."""
    given = set(texts.base.claims["frame"].str.split(";").explode())
    return [code for code in texts.codebook.role("frame").order if code in given]


@once
def reasons_of(texts: Study) -> pd.DataFrame:
    """What each reason binds and divides in each text."""
    coded = texts.coded(*texts.present("frame", "valence"))
    table = balance_by_code(
        texts.claims, draws=texts.draws, seed=texts.seed, coded=coded, codes=used_codes(texts.base)
    )
    return table.assign(name=table["doc_id"].map(texts.names))


@once
def leaders(texts: Study, side: str) -> pd.DataFrame:
    """The reasons that lead on a side in each text, and whether one surely does."""
    first = leading(reasons_of(texts), texts.codebook.role("frame").shorts, side)
    surely = leading_gap(_on_side(texts, side)).set_index("doc_id")["leads"]
    return first.assign(side=side, surely=first["doc_id"].map(surely).fillna(False))


@once
def dealt_leaders(texts: Study, side: str) -> dict[str, float]:
    """In how many comparisons other reasons lead, and how often random deals give as many."""
    return joint_deal(_on_side(texts, side), steps(texts.documents), seed=texts.seed)


def _on_side(texts: Study, side: str) -> dict[str, Clusters]:
    """The reasons of each paragraph, counted on one side only."""
    sign = 1 if side == "binding" else -1
    return clusters(texts.claims, only=(texts.claims["sign"] == sign).fillna(False))


@once
def spread_of(texts: Study) -> pd.DataFrame:
    """In how many claims, and in which share of its paragraphs, a text gives each reason."""
    claims, codes = texts.claims, used_codes(texts.base)
    spread = prevalence(claims, of="frame", by="doc_id", weight="groups", codes=codes)
    counts = prevalence(claims, of="frame", by="doc_id", weight="claims", codes=codes)
    cells, place = counts[["doc_id", "code", "k"]].rename(columns={"k": "n"}), ["doc_id", "code"]
    cells = cells.merge(spread[["doc_id", "code", "share"]], on=place)
    if texts.has("claims.valence"):
        cells = cells.merge(reasons_of(texts)[[*place, "binding", "dividing"]], on=place)
    return cells.assign(name=cells["doc_id"].map(texts.names))


@once
def flows_of(texts: Study) -> pd.DataFrame:
    """In how many claims one of the two acts on the other, and to which side a text leans."""
    lean = leaning(texts.claims)
    counts = directions(texts.claims, by=("doc_id",)).drop(columns="lean")
    table = counts.merge(lean, on="doc_id")
    return table.assign(name=table["doc_id"].map(texts.names))


def directed(texts: Study) -> bool:
    """Whether the corpus codes who acts on whom in the codes that the chart knows."""
    role = texts.codebook.role("direction") if texts.has("claims.direction") else None
    return role is not None and set(role.order) <= set(DIRECTIONS)
