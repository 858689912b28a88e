"""What do the texts advise?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.argument_and_advice._tables import claims, recommendations, short_names
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.selection.advice_in_short import advice_gists
from frameline.measures.selection.gists import place_for_readers

#: Recommendations that are told in full; the annex has all.
SHOWN = 6


@shows("advice")
def advice_in_full(texts: Study, most: int = SHOWN) -> Blocks:
    """What do the texts advise?"""
    register = recommendations(texts)
    if register.empty or "gist" not in claims(texts):
        return None
    role, scale = texts.codebook.role("addressee"), texts.codebook.role("explicitness")
    chosen = advice_gists(claims(texts), scale=list(scale.order) if scale else ())
    shown = _in_turn(chosen, most)
    shown["name"] = shown["doc_id"].map(short_names(texts))
    shorts = role.shorts if role else {}
    shown["to"] = shown["addressee"].map(lambda code: shorts.get(code, ""))
    shown["place"] = [place_for_readers(str(row["unit_id"]), str(row["doc_id"]))
                      for row in shown.to_dict("records")]  # fmt: skip
    texts.findings.add("course.told", len(shown), unit="count", n=len(register))
    texts.findings.add("course.every", len(register), unit="count")
    return texts.table("advice-in-full", shown, ["name", "to", "gist", "place"],
                       widths={"name": 0.7, "to": 1.1, "gist": 6, "place": 0.5},
                       evidence=shown["claim_id"])  # fmt: skip


def _in_turn(chosen: pd.DataFrame, most: int) -> pd.DataFrame:
    """The first recommendation of each text, then the second of each, in the order of texts."""
    turn = chosen.groupby("doc_id", sort=False).cumcount()
    first = chosen.assign(turn=turn).sort_values("turn", kind="stable").head(most)
    return first.sort_index().drop(columns="turn").reset_index(drop=True)
