"""What the exhibits of this chapter share: corrected values, changes, and how machines err."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from frameline.corpus import StepAside
from frameline.corpus.audit import DOCUMENT, NO, Audit
from frameline.exhibits.checking import audit_of
from frameline.exhibits.correction._items import (
    TEXT,
    Items,
    Scheme,
    find_items,
    machine_claims,
    name_of_cell,
    signs_of,
)
from frameline.exhibits.study import Study, once
from frameline.measures.correction.cell import Cell, CorrectionError, Estimate
from frameline.measures.correction.census import Census, Gold, census, of_code, of_directions
from frameline.measures.correction.diagnosis import confusion, rogan_gladen, worth
from frameline.measures.correction.differences import classifier_error, difference, p_value
from frameline.measures.correction.powered import per_claim
from frameline.measures.correction.rules import BY_HAND, FEW, FULL, may_judge, remark, standing
from frameline.measures.correction.stratified import post_stratified
from frameline.measures.resampling import holm

WHOLE = "all"
"""The cell of all items together, where the sample speaks for these."""


@once
def audit(texts: Study) -> Audit:
    """The sample and its answers; asked for only where there is one."""
    found = audit_of(texts)
    if found is None:
        raise StepAside(texts.word("need-audit"))
    return found


@once
def scheme(texts: Study) -> Scheme:
    """What an item is and what the cells are, as the plan says."""
    found = audit(texts)
    return Scheme(found.item, found.by, found.split)


@once
def items(texts: Study) -> Items:
    """All items of the corpus under that scheme."""
    return find_items(texts, scheme(texts))


@once
def answered(texts: Study) -> pd.DataFrame:
    """The rows of the plan that somebody answered and that the corpus still has."""
    plan = audit(texts).plan
    left = plan[plan["item"].isin(audit(texts).answered)]
    return left[~left["doc_id"].isin([str(doc) for doc in texts.corpus.dropped])]


@once
def gold(texts: Study) -> Gold:
    """What people say of the items that they coded."""
    rows, signs = answered(texts), signs_of(texts)
    answers = audit(texts).answers
    given = answers[answers["item"].isin(set(rows["item"]))].copy()
    parts = given["answer"].str.split(";")
    given["yes"] = (given["answer"] != NO).astype(float)
    found = [[signs.get(one.strip(), 0.0) for one in part] for part in parts]
    given["net"] = [float(sum(one)) for one in found]
    given["both"] = [float(sum(map(abs, one))) for one in found]
    return Gold(rows[["item", "stratum"]].reset_index(drop=True), given)


@once
def counted(texts: Study) -> Census:
    """What the machine says of all items, and of the gold ones by name."""
    every, ids = items(texts), answered(texts)["item"].tolist()
    found = census(
        machine_claims(texts), every.table, _as_kept(texts, ids), codes(texts), signs_of(texts),
        key=scheme(texts).key,
    )  # fmt: skip
    homes = [every.strata.get(raw, "") for raw in found.sizes.index]
    merged = Census(
        found.sizes.groupby(homes).sum(), found.yes.groupby(homes).sum(),
        found.signed.groupby(homes).sum(), found.found,
    )  # fmt: skip
    _refuse_changed(texts, merged.sizes)
    return merged


def _as_kept(texts: Study, ids: list[str]) -> list[Any]:
    """Ids as the files have them: Parquet files may keep numbers."""
    if texts.in_memory:
        return list(ids)
    kind = texts.documents.collect_schema()["doc_id"]
    return [int(one) for one in ids] if kind.is_integer() else list(ids)


def _refuse_changed(texts: Study, sizes: pd.Series) -> None:
    """Step aside where the corpus is not the one that the sample was drawn from."""
    if texts.corpus.dropped:
        return
    for stratum, size in answered(texts).groupby("stratum")["size"].first().items():
        now = int(sizes.get(stratum, 0))
        if now != size:
            raise StepAside(texts.word("need-same-corpus", stratum=str(stratum) or WHOLE,
                                       planned=int(size), now=now))  # fmt: skip


@once
def codes(texts: Study) -> list[str]:
    """The codes asked for."""
    asked = set(audit(texts).answers["code"])
    listed: list[str] = texts.codebook.role("frame").order
    return [code for code in listed if code in asked]


@once
def cells(texts: Study) -> dict[str, list[str]]:
    """Cell to its strata, in order; and all together, where strata are parts of one whole."""
    every, held = items(texts), set(counted(texts).sizes.index)
    found: dict[str, list[str]] = {}
    for raw, cell in every.cells.items():
        stratum = every.strata[raw]
        drawn = stratum in held and stratum not in found.get(cell or WHOLE, [])
        if drawn and (cell or scheme(texts).by == ""):
            found.setdefault(cell or WHOLE, []).append(stratum)
    if scheme(texts).by != TEXT and len(found) > 1:
        found[WHOLE] = [stratum for strata in found.values() for stratum in strata]
    return found


def place(texts: Study, cell: str) -> str:
    """What a cell is called."""
    return name_of_cell(texts, "" if cell == WHOLE else cell, scheme(texts).by)


def standing_of(texts: Study, cell: Cell) -> str:
    """What may be said of a cell: all of it where every item was read."""
    if cell.n and cell.n >= cell.total and audit(texts).known:
        return FULL
    return standing(cell.n, known=audit(texts).known)


@dataclass(frozen=True)
class Corrected:
    """One share, its cell and what may be said of it."""

    cell: Cell
    estimate: Estimate | None
    standing: str
    remark: str


@once
def corrected(texts: Study) -> dict[tuple[str, str], Corrected]:
    """The corrected share of every code in every cell."""
    found = {}
    for name, strata in cells(texts).items():
        for code in codes(texts):
            cell = of_code(counted(texts), gold(texts), code, strata)
            found[name, code] = _corrected(texts, cell)
    return found


def _corrected(texts: Study, cell: Cell) -> Corrected:
    stands = standing_of(texts, cell)
    estimate = None
    if stands in (FEW, FULL):
        try:
            estimate = post_stratified(cell)
        except CorrectionError:
            stands = standing(1)
    return Corrected(cell, estimate, stands, remark(cell) if estimate else "")


@once
def share_rows(texts: Study) -> pd.DataFrame:
    """A row per cell and code: machine, corrected, error, what the machine is worth."""
    labels = texts.codebook.role("frame").shorts
    rows = []
    for (name, code), one in corrected(texts).items():
        low, high = one.estimate.interval() if one.estimate else (math.nan, math.nan)
        value = one.estimate.value if one.estimate else math.nan
        n = one.cell.n
        rows.append(
            {
                "cell": name, "name": place(texts, name), "code": code, "label": labels[code],
                "n": n, "total": one.cell.total, "machine": one.cell.raw, "share": value,
                "low": low, "high": high, "error": one.cell.raw - value,
                "worth": worth(one.cell) if n else math.nan,
                "standing": one.standing, "remark": one.remark,
                "outside": bool(one.cell.raw < low or one.cell.raw > high),
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


@once
def change_rows(texts: Study) -> pd.DataFrame:
    """A row per code and step from one cell to the next, with what is classifier error."""
    found, labels = corrected(texts), texts.codebook.role("frame").shorts
    ordered = [name for name in cells(texts) if name != WHOLE and not _too_short(texts, name)]
    rows = []
    for before, after in pairwise(ordered):
        for code in codes(texts):
            one, two = found[before, code], found[after, code]
            if one.estimate is None or two.estimate is None:
                continue
            change = difference(one.estimate, two.estimate)
            low, high = change.interval()
            error, least, most = classifier_error(change)
            rows.append(
                {
                    "from": before, "to": after, "from_name": place(texts, before),
                    "to_name": place(texts, after), "code": code, "label": labels[code],
                    "machine": change.raw, "change": change.value, "low": low, "high": high,
                    "error": error, "error_low": least, "error_high": most, "p": p_value(change),
                    "n_from": one.cell.n, "n_to": two.cell.n,
                }
            )  # fmt: skip
    table = pd.DataFrame(rows)
    if table.empty:
        return table
    table["p_holm"] = holm(table["p"].to_numpy())
    table["clear"] = [
        may_judge(row["n_from"], row["n_to"], row["low"], row["high"], row["p_holm"])
        for row in table.to_dict("records")
    ]
    return table


def _too_short(texts: Study, cell: str) -> bool:
    """Whether a cell is a text that is listed, and never compared."""
    if scheme(texts).by != TEXT or "too_short" not in texts.documents:
        return False
    short = texts.documents.loc[texts.documents["too_short"].fillna(False).astype(bool), "doc_id"]
    return cell in set(short)


@once
def error_rows(texts: Study) -> pd.DataFrame:
    """A row per cell and code: how the machine errs in the gold items."""
    labels = texts.codebook.role("frame").shorts
    rows = []
    for (name, code), one in corrected(texts).items():
        if not one.cell.n:
            continue
        table = confusion(one.cell)
        rows.append(
            {
                "cell": name, "name": place(texts, name), "code": code, "label": labels[code],
                "n": one.cell.n, **table._asdict(), "found": table.found, "spared": table.spared,
                "rogan_gladen": rogan_gladen(one.cell) if one.estimate else math.nan,
                "share": one.estimate.value if one.estimate else math.nan,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


@once
def net_rows(texts: Study) -> pd.DataFrame:
    """A row per cell: net balance of what the machine found, and corrected."""
    rows = []
    for name, strata in cells(texts).items():
        if not signs_of(texts):
            break
        claims = of_directions(counted(texts), gold(texts), strata)
        stands = standing_of(texts, claims.cell)
        enough = (np.bincount(claims.cell.stratum, minlength=len(strata)) > 1).all()
        if stands not in (FEW, FULL) or not enough or not claims.gold.any():
            continue
        found = per_claim(claims, unseen=1.0)
        low, high = found.interval()
        rows.append({"cell": name, "name": place(texts, name), "n": found.n,
                     "total": found.total, "machine": found.raw, "net": found.value,
                     "low": max(low, -1.0), "high": min(high, 1.0)})  # fmt: skip
    return pd.DataFrame(rows)


def by_hand(texts: Study) -> bool:
    """Whether the gold was chosen by hand: described, never used to correct."""
    return standing(len(answered(texts)), known=audit(texts).known) == BY_HAND


def of_documents(texts: Study) -> bool:
    """Whether items are documents; else sentences."""
    return scheme(texts).item == DOCUMENT
