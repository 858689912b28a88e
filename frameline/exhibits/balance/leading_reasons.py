"""Does what most often binds, or divides, stay the same from text to text?"""

from __future__ import annotations

from frameline.exhibits.balance._tables import dealt_leaders, leaders, used_codes
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.leading_codes import other_leading_codes
from frameline.measures.shift import ALPHA
from frameline.measures.steps import MOST, steps


def _leads(texts: Study, side: str) -> Block | None:
    """Say which reasons lead on a side, and in how many comparisons others do."""
    f, first, at = texts.findings, leaders(texts, side), {"side": side}
    pairs, dealt = steps(texts.documents), dealt_leaders(texts, side)
    other, compared = other_leading_codes(first, pairs)
    surely = [texts.names[doc] for doc in first.loc[first["surely"], "doc_id"]]
    f.add_table(first, "driver.top_{side}.{doc_id}", "reason", unit="list", evidence=texts.ids)
    f.add("driver.change.{side}", other, unit="count", n=compared, at=at)
    f.add("driver.change.{side}.of", compared, unit="count", at=at)
    f.add("driver.change.{side}.chance", dealt["expected"], unit="number", n=compared, at=at)
    f.add("driver.change.{side}.as_many", dealt["chance"], unit="share", n=compared, at=at)
    f.add("driver.surely.{side}", surely, unit="list", at=at)
    if not texts.suffix:
        f.add("test.reasons.{side}", dealt["chance"], unit="p", at=at)
    if not other_leading_codes(leaders(texts.base.in_views()[0], side), pairs)[1]:
        return None
    if not compared:
        return texts.say("no-leading-reasons")
    told = {doc_id for pair in pairs for doc_id in pair}
    listed = [
        texts.say("leads-in-text", at=row)
        for row in first.to_dict("records")
        if row["reason"] and row["doc_id"] in told and len(first) <= MOST
    ]
    if not dealt["chance"] < ALPHA:
        return texts.say("reasons-at-chance", at=at, side=side, listed=listed)
    return texts.state("reasons.{side}", at=at, evidence=texts.claims["claim_id"], side=side,
                       listed=listed)  # fmt: skip


@shows("claims.frame", "claims.valence", home="all")
def leading_reasons(texts: Study) -> Blocks:
    """Does what most often binds, or divides, stay the same from text to text?"""
    if not used_codes(texts.base):
        return None
    return [_leads(texts, side) for side in ("binding", "dividing")]
