"""What share has each code, as the machine has it and corrected?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.corrected_shares import MOST, corrected_shares_height
from frameline.charts.corrected_shares import corrected_shares as draw
from frameline.exhibits.correction._tables import audit, by_hand, of_documents, share_rows
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.correction.rules import ENOUGH, SOME

DRAWN = ["cell", "code", "n", "total", "machine", "share", "low", "high", "error"]
COLUMNS = ["name", "label", "n", "machine", "share", "low", "high", "worth", "remark"]
SHARES = ("machine", "share", "low", "high")


@shows("claims.frame", "gold", any_size=True)
def corrected_shares(texts: Study) -> Blocks:
    """What share has each code, as the machine has it and corrected?"""
    f, rows = texts.findings, share_rows(texts)
    if by_hand(texts):
        return texts.say("chosen-by-hand")
    done = rows[rows["share"].notna()]
    f.add("correction.some", SOME, unit="count")
    f.add("correction.enough", ENOUGH, unit="count")
    f.add("correction.shares", len(done), unit="count")
    f.add("correction.outside", int(done["outside"].sum()), unit="count")
    f.add("correction.gold", int(rows.groupby("cell")["n"].first().max()), unit="count")
    known = {"low": "low", "high": "high", "n": "n"}
    f.add_table(done, "corrected.{cell}.{code}", "share", unit="share", **known)
    f.add_table(rows, "machine.{cell}.{code}", "machine", unit="share", low=None, high=None, n=None)
    names = list(dict.fromkeys(rows["name"]))
    return [
        *(_figure(texts, rows, names[at : at + MOST], at) for at in range(0, len(names), MOST)),
        _in_numbers(texts, done) if len(done) else None,
    ]


def _figure(texts: Study, rows: pd.DataFrame, names: list[str], at: int) -> Block:
    part = rows[rows["name"].isin(names)]
    labels = dict(zip(part["code"], part["label"], strict=True))
    fig, ax = canvas(corrected_shares_height(part))
    draw(ax, part, labels=labels, order=list(labels))
    key = "corrected-shares" if at == 0 else f"corrected-shares-{at // MOST + 1}"
    return texts.figure(
        key, fig, part[DRAWN], uses=["frame"], message="corrected-shares", evidence=(),
        documents=of_documents(texts), assumed=audit(texts).assumed,
    )  # fmt: skip


def _in_numbers(texts: Study, done: pd.DataFrame) -> Block:
    words = texts.words("remarks")
    done = done[(done["machine"] > 0) | (done["high"] > 0)]
    shown = done.assign(
        remark=[
            words[(remark or standing).replace(" ", "_")]
            for remark, standing in zip(done["remark"], done["standing"], strict=True)
        ],
        worth=done["worth"].replace(float("inf"), float("nan")),
    )
    units = {**dict.fromkeys(SHARES, "share"), "n": "count", "worth": "count"}
    return texts.table(
        "corrected-in-numbers", shown, COLUMNS, units=units,
        widths={"remark": 1.3, "label": 1.6, "name": 2},
        documents=of_documents(texts),
    )  # fmt: skip
