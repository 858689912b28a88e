"""What is a claim?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

WIDTHS = {"side": 0.8, "phrase": 2.6, "gist": 4.4, "reason": 0.9, "place": 1.9}
#: A gist of so many characters says something and is read at a glance.
READ_AT_A_GLANCE = 90


def _examples(texts: Study) -> pd.DataFrame:
    """One claim a side: said by the author, strong, with a gist read at a glance."""
    claims, held = texts.claims, texts.codebook.role("strength")
    ranks = {code: rank for rank, code in enumerate(held.order)} if held else {}
    strength = claims["strength"].map(ranks) if "strength" in claims else pd.Series(0, claims.index)
    ordered = claims.assign(
        others=~claims["own"].astype(bool) if "own" in claims else False,
        weak=-strength.fillna(0).astype(float),
        far=(claims["gist"].str.len() - READ_AT_A_GLANCE).abs(),
    ).sort_values(["others", "weak", "far", "claim_id"])
    told = ordered[(ordered["gist"] != "") & ordered["sign"].isin([1, -1])]
    return told.groupby("sign", sort=False).head(1).sort_values("sign", ascending=False)


@shows("claims.valence")
def worked_examples(texts: Study) -> Blocks:
    """What is a claim?"""
    table = _examples(texts)
    if table.empty:
        return texts.say("what-a-claim-is", style="text")
    reasons, seen = texts.codebook.role("frame"), texts.evidence(table["claim_id"])
    places = zip(seen["name"], seen["place"], strict=True)
    table = table.assign(
        side=table["valence"].map(texts.codebook.role("valence").labels),
        phrase=[texts.word("quoted", phrase=p) if p else "" for p in table["anchor"].fillna("")],
        place=[texts.word("place", text=name, place=place) for name, place in places],
    )
    columns = ["side", "phrase", "gist", "place"]
    if reasons is not None and texts.has("claims.frame"):
        held = [str(codes).split(";") for codes in table["frame"]]
        table["reason"] = [", ".join(reasons.shorts.get(c, c) for c in codes) for codes in held]
        columns.insert(3, "reason")
    return texts.table("worked-examples", table, columns, widths=WIDTHS,
                       evidence=table["claim_id"], both=len(table) > 1)  # fmt: skip
