"""Where does the argument of each text turn?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.arc_row import COLUMNS, ROW, arc_row
from frameline.charts.canvas import panels
from frameline.exhibits.argument_and_advice._tables import claims, short_names
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.arc import arc
from frameline.measures.selection.turn import turns
from frameline.record.prose import Prose

#: More texts than this have no place beside one another: the annex has them all.
MOST = 8
DRAWN = ["name", "claim_id", "position", "running", "share", "conceded"]


@shows("claims.valence", home="all")
def arcs_in_short(texts: Study) -> Blocks:
    """Where does the argument of each text turn?"""
    counted = claims(texts)
    sizes = counted.groupby("doc_id", sort=False).size()
    if not 0 < len(sizes) <= MOST:
        return None
    path = arc(counted)
    path["name"] = path["doc_id"].map(short_names(texts))
    path["share"] = path["running"] / path["doc_id"].map(sizes)
    turned = _turned(counted, sizes)
    most = _conceded(texts, path)
    fig, axes = panels(len(sizes), cols=COLUMNS, height=ROW, wspace=0.16)
    arc_row(axes, path, turns=turned)
    marked = bool(path["conceded"].any())
    return texts.figure("arcs-in-short", fig, path[DRAWN], uses=["valence", "argument"],
                        at={"doc_id": most}, conceding=marked, several=len(sizes) > 1,
                        turning=bool(len(turned)), evidence=path["claim_id"],
                        heard=_heard(texts))  # fmt: skip


def _turned(counted: pd.DataFrame, sizes: pd.Series) -> pd.DataFrame:
    """The texts that turn, and where."""
    found = turns(counted)
    found = found[found["turned"].fillna(False).astype(bool)]
    share = found["running"].astype(float) / found["doc_id"].map(sizes).astype(float)
    return found.assign(share=share, position=found["position"].astype(float))


def _conceded(texts: Study, path: pd.DataFrame) -> str:
    """Add what each text concedes; the text that concedes most."""
    f, shares = texts.findings, path.groupby("doc_id", sort=False)["conceded"].mean()
    for doc_id, part in path.groupby("doc_id", sort=False):
        granted = part.loc[part["conceded"].astype(bool), "claim_id"]
        f.add("course.conceded.{doc_id}", float(shares[doc_id]), unit="share", n=len(part),
              at={"doc_id": doc_id}, evidence=granted)  # fmt: skip
    f.add("course.claims", len(path), unit="count")
    f.add("course.texts", len(shares), unit="count")
    return str(shares.idxmax())


def _heard(texts: Study) -> Prose | str:
    """How much other voices say, in the text where they say most and in that where least."""
    if not texts.has("claims.voice"):
        return ""
    every = texts.in_all_voices()
    counted = claims(every)
    others = counted.loc[~counted["own"].astype(bool)].groupby("doc_id")["claim_id"].agg(list)
    sizes = counted.groupby("doc_id", sort=False).size()
    shares = {str(doc): len(others.get(doc, ())) / int(n) for doc, n in sizes.items()}
    for doc_id, share in shares.items():
        every.findings.add("course.others.{doc_id}", share, unit="share", n=int(sizes[doc_id]),
                           at={"doc_id": doc_id}, evidence=others.get(doc_id, ()))  # fmt: skip
    most, least = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    fewest = every.findings.look_up("course-others-doc_id", {"doc_id": least})
    return every.say("others-heard", at={"most": most, "least": least, "doc_id": most},
                     apart=shares[most] > shares[least], any=shares[most] > 0,
                     fewest=fewest)  # fmt: skip
