"""Whose voice speaks?"""

from __future__ import annotations

from frameline.exhibits.argument_and_advice._tables import claims
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("claims.voice")
def others_heard(texts: Study) -> Blocks:
    """Whose voice speaks?"""
    every = texts.in_all_voices()
    counted = claims(every)
    heard = ~counted["own"].astype(bool)
    shares = heard.groupby(counted["doc_id"], sort=False).mean()
    if not len(shares):
        return None
    for doc_id, part in counted.groupby("doc_id", sort=False):
        ids = part.loc[~part["own"].astype(bool), "claim_id"]
        every.findings.add("course.others.{doc_id}", float(shares[doc_id]), unit="share",
                           n=len(part), at={"doc_id": doc_id}, evidence=ids)  # fmt: skip
    most, least = str(shares.idxmax()), str(shares.idxmin())
    return every.say("others-heard", at={"most": most, "least": least, "doc_id": most},
                     apart=bool(shares[most] > shares[least]), any=bool(shares[most]),
                     fewest=every.findings.look_up("course-others-doc_id", {"doc_id": least}),
                     )  # fmt: skip
