"""Which items people should check: the sample of a corpus, and what other sizes would buy."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from frameline.exhibits.checking import audit_of
from frameline.exhibits.correction._items import DOUBT, Items, Scheme, find_items
from frameline.exhibits.correction._tables import corrected
from frameline.exhibits.study import Study
from frameline.measures.correction.diagnosis import fit
from frameline.measures.correction.plan import (
    ASSUMED_ERROR,
    EXPLAINED,
    PILOT,
    allocate,
    draw,
    enough_for,
    half_widths,
    spread_of,
)
from frameline.measures.correction.rules import ENOUGH

DOUBTED_ERROR = 2 * ASSUMED_ERROR
"""Share of wrong codes where coders disagree, where no pilot says."""


def plan_sample(
    texts: Study, scheme: Scheme, n: int | None = None, *, half_width: float | None = None,
    seed: int = 0,
) -> pd.DataFrame:  # fmt: skip
    """Draw the sample: the rows of ``audit/plan.csv``.

    Parameters
    ----------
    texts : Study
    scheme : Scheme
    n : int, optional
        Items in all; where neither this nor `half_width` is given, so many that each cell gets
        enough for a verdict.
    half_width : float, optional
        What a share in all cells together is to be sure to, each way.
    seed : int

    Returns
    -------
    DataFrame [item, doc_id, cell, stratum, size, probability, start, end, sha256]
    """
    every = find_items(texts, scheme)
    members = _members(texts, scheme, every)
    sizes = [len(ids) for ids in members.values()]
    homes = {every.strata[raw]: every.cells[raw] for raw in every.cells}
    if n is None:
        n = max(_least(members, homes), _enough(texts, half_width, sum(sizes)))
    counts = allocate(sizes, n, spread=_spread(texts, scheme, members), least=_each(homes))
    table = draw(members, counts.tolist(), seed)
    table["cell"] = table["stratum"].map(homes)
    return _placed(texts, scheme, table)


def _each(homes: Mapping[str, str]) -> int:
    """Items that a stratum gets at least: those of a cell together are enough for a verdict."""
    cells = pd.Series(list(homes.values())).value_counts()
    return int(np.ceil(ENOUGH / cells.max()))


def _least(members: Mapping[str, list[str]], homes: Mapping[str, str]) -> int:
    each = _each(homes)
    return sum(min(len(ids), each) for ids in members.values())


def _enough(texts: Study, half_width: float | None, total: int) -> int:
    return enough_for(half_width, total, explained=explained(texts)) if half_width else 0


def _members(texts: Study, scheme: Scheme, every: Items) -> dict[str, list[str]]:
    """The items of each stratum, in one order whatever the engine."""
    blocks = [every.table] if texts.in_memory else list(texts.in_blocks(every.table))
    table = pd.concat(blocks, ignore_index=True)
    table["stratum"] = table["stratum"].fillna("").map(every.strata)
    found = {}
    for stratum in dict.fromkeys(every.strata.values()):
        ids = table.loc[table["stratum"] == stratum, scheme.key].astype("str")
        dated = every.cells.get(stratum, stratum) or scheme.by == ""
        if len(ids) and dated:
            found[stratum] = sorted(ids) if not texts.in_memory else ids.tolist()
    return found


def _spread(texts: Study, scheme: Scheme, members: Mapping[str, list[str]]) -> list[float]:
    """Standard deviation of the machine's error in each stratum: of a pilot, or assumed."""
    pilot = _pilot(texts)
    found = []
    for stratum in members:
        doubted = scheme.split == DOUBT and stratum.endswith(DOUBT)
        usual = DOUBTED_ERROR if doubted else ASSUMED_ERROR
        found.append(spread_of(pilot.get(stratum, usual)))
    return found


def _pilot(texts: Study) -> dict[str, float]:
    """Share of wrong codes by stratum, smoothed, where a pilot was read."""
    found = audit_of(texts)
    if found is None or len(found.answered) < PILOT:
        return {}
    wrong: dict[str, list[float]] = {}
    for one in corrected(texts).values():
        errors = np.abs(one.cell.gold - one.cell.machine)
        for number, stratum in enumerate(one.cell.names):
            wrong.setdefault(stratum, []).extend(errors[one.cell.stratum == number])
    return {name: (sum(errors) + 1) / (len(errors) + 2) for name, errors in wrong.items()}


def explained(texts: Study) -> float:
    """What the machine explains of the gold: in the pilot, the median over codes, or assumed."""
    found = audit_of(texts)
    if found is None or len(found.answered) < PILOT:
        return EXPLAINED
    fits = [fit(one.cell) for one in corrected(texts).values() if one.cell.gold.any()]
    return float(np.median(fits)) if fits else EXPLAINED


def _placed(texts: Study, scheme: Scheme, table: pd.DataFrame) -> pd.DataFrame:
    """With the document of each item, and where a sentence stands in it."""
    if scheme.key == "doc_id":
        return table.assign(doc_id=table["item"])
    units = texts.units.set_index("unit_id")
    known = units.loc[table["item"]]
    table = table.assign(doc_id=known["doc_id"].to_numpy())
    for name in ("start", "end", "sha256"):
        cells = known[name].astype("str") if name in known else pd.Series("", known.index)
        table[name] = cells.fillna("").replace("<NA>", "").to_numpy()
    return table


def what_sizes_buy(texts: Study, plan: pd.DataFrame) -> pd.DataFrame:
    """Half widths of shares and of changes by how many items are read."""
    total = int(plan.groupby("stratum")["size"].first().sum())
    counts = sorted({30, 60, 120, 240, 480, len(plan)})
    return half_widths(total, plan["cell"].nunique(), counts, explained=explained(texts))


def plan_of_chosen(
    texts: Study, scheme: Scheme, chosen: list[str], *, assumed: bool
) -> pd.DataFrame:
    """The plan of items that were chosen without one: without probabilities, or taken as random."""
    every = find_items(texts, scheme)
    members = _members(texts, scheme, every)
    homes = {item: stratum for stratum, ids in members.items() for item in ids}
    table = pd.DataFrame({"item": [item for item in chosen if item in homes]})
    table["stratum"] = table["item"].map(homes)
    table["size"] = [len(members[stratum]) for stratum in table["stratum"]]
    drawn = table.groupby("stratum")["item"].transform("size")
    table["probability"] = drawn / table["size"] if assumed else np.nan
    cells = {every.strata[raw]: every.cells[raw] for raw in every.cells}
    table["cell"] = table["stratum"].map(cells)
    return _placed(texts, scheme, table)
