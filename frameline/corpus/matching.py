"""Which claim of one coder is the same as which claim of another, by where they stand alone?

What is measured takes no part: two claims are one claim because they mark the same place, never
because they were coded alike. Places are offsets or phrases cut from the unit; what these leave
open is settled by the order in which a coder's claims appear. No step looks at a coder's name, so
that renaming the coders changes nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from frameline.corpus.assignment import WORD, assign, shared_run

#: What one step in the order of appearance takes from the likeness of two places.
STEP = 0.01


class Place(NamedTuple):
    """Where one coder's claim stands: its coder, row, number within the unit, and place."""

    coder: int
    row: int
    number: int
    start: float
    end: float
    words: tuple[str, ...]


Groups = list[list[Place]]


def match_by_place(
    tables: Mapping[str, pd.DataFrame], *, unit: str = "unit_id", forced: bool = True
) -> dict[str, pd.Series]:
    """Give the claims of all coders that stand in the same place one name.

    Question: which claims of different coders are the same claim, however they were coded?

    Parameters
    ----------
    tables : mapping of coder to DataFrame [unit, and as far as there are start, end, anchor]
        One row a claim, in order of appearance; start and end in characters, of whatever text
        all coders share; anchor a phrase cut from the unit. Other columns are not looked at.
    unit : str
        Column of the unit (a sentence, or a document).
    forced : bool
        Whether claims of one unit with nothing in common are matched, in order of appearance,
        as long as both coders have one left. Claims whose offsets are known and do not overlap
        never are: they stand in different places.

    Returns
    -------
    dict of coder to Series of str, index as the coder's table
        "<unit>.c1", "<unit>.c2", ... in reading order; claims of one name are one claim, and no
        name occurs twice with one coder.

    Notes
    -----
    Units where no coder has more than one claim, and units without places, are done at once. In
    the others every coder in turn is the one to whose claims all others are assigned (greatest
    overlap, then least distance in order: Kuhn 1955); the grouping with the greatest overlap
    within its groups stands, in a draw the order of appearance. Overlap is a share of the
    shorter of two places, in characters or in words.

    Examples
    --------
    >>> ann = pd.DataFrame({"unit_id": ["s1", "s1"], "anchor": ["cheap gas", "old fears"]})
    >>> bob = pd.DataFrame({"unit_id": ["s1"], "anchor": ["the old fears"]})
    >>> {coder: names.tolist() for coder, names in match_by_place({"a": ann, "b": bob}).items()}
    {'a': ['s1.c1', 's1.c2'], 'b': ['s1.c2']}
    """
    if not tables:
        return {}
    rows = _rows(tables, unit)
    rows["slot"] = rows.groupby(["coder", "unit"], sort=False).cumcount() + 1
    slots = rows["slot"].to_numpy(copy=True)
    for claims in _to_solve(rows, forced).values():
        for number, group in enumerate(_solved(claims, forced), start=1):
            slots[[claim.row for claim in group]] = number
    names = rows["unit"].astype("str") + ".c" + pd.Series(slots).astype("str")
    found = {}
    for number, (coder, table) in enumerate(tables.items()):
        mine = names[(rows["coder"] == number).to_numpy()]
        found[coder] = pd.Series(mine.to_numpy(), index=table.index, dtype="str")
    return found


def _rows(tables: Mapping[str, pd.DataFrame], unit: str) -> pd.DataFrame:
    """All claims below one another: coder (a number), unit, and where they stand."""
    parts = []
    for number, table in enumerate(tables.values()):
        part = pd.DataFrame({"coder": number, "unit": table[unit].to_numpy()})
        for name in ("start", "end"):
            part[name] = (
                pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
                if name in table.columns
                else np.nan
            )
        anchors = table["anchor"].fillna("").astype("str") if "anchor" in table.columns else ""
        part["anchor"] = anchors if isinstance(anchors, str) else anchors.to_numpy()
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


def _to_solve(rows: pd.DataFrame, forced: bool) -> dict[Hashable, list[Place]]:
    """The units whose claims order alone cannot match, with their claims."""
    spanned = rows["start"].notna() & rows["end"].notna() & (rows["end"] > rows["start"])
    placed = spanned | (rows["anchor"] != "")
    by_unit = rows.groupby("unit", sort=False)
    several = by_unit["slot"].transform("max") > 1
    shared = by_unit["coder"].transform("nunique") > 1
    apart = spanned | (not forced)  # what may stay apart although each coder has one claim
    chosen = (several & placed | apart).groupby(rows["unit"]).transform("any") & shared
    found: dict[Hashable, list[Place]] = {}
    columns = ("coder", "unit", "slot", "start", "end", "anchor")
    picked = rows.loc[chosen, columns]
    for row, claim in zip(picked.index, picked.itertuples(index=False), strict=True):
        coder, home, slot, start, end, anchor = claim
        words = tuple(WORD.findall(anchor.casefold()))
        found.setdefault(home, []).append(Place(coder, row, slot, start, end, words))
    return found


def _solved(claims: list[Place], forced: bool) -> Groups:
    """The claims of one unit in groups, in reading order."""
    groups: Groups = []
    for part in _stretches(claims):
        groups += _grouped(part, forced)
    return sorted(groups, key=_reading_place)


def _reading_place(group: Sequence[Place]) -> tuple[Any, ...]:
    """Where a group stands, told without the names of its coders."""
    starts = [claim.start for claim in group if claim.start == claim.start]
    start = min(starts) if starts else -1.0
    numbers = sorted(claim.number for claim in group)
    words = tuple(sorted(claim.words for claim in group))
    return (start, sum(numbers) / len(numbers), -len(numbers), numbers, words)


def _stretches(claims: list[Place]) -> list[list[Place]]:
    """Claims that all have offsets, cut where no claim goes on; else all in one."""
    if any(claim.start != claim.start or claim.end != claim.end for claim in claims):
        return [claims]
    parts: list[list[Place]] = []
    reach = -np.inf
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        if claim.start >= reach:
            parts.append([])
        parts[-1].append(claim)
        reach = max(reach, claim.end)
    return parts


def _grouped(claims: list[Place], forced: bool) -> Groups:
    """Claims put into groups of at most one claim a coder, by place and then by order."""
    coders = sorted({claim.coder for claim in claims})
    if len(coders) < 2:
        return [[claim] for claim in claims]
    tried = [_around(pivot, claims, coders, forced) for pivot in coders]
    tried.append(_by_order(claims, forced))
    scored = [(_score(groups), groups) for groups in tried]
    best = max(score for score, _ in scored)
    top = [groups for score, groups in scored if score >= best - 1e-9]
    if all(_same(top[0], groups) for groups in top):
        return top[0]
    return tried[-1]


def _same(one: Groups, other: Groups) -> bool:
    """Whether two groupings put the same claims together."""
    rows = [{frozenset(claim.row for claim in group) for group in g} for g in (one, other)]
    return rows[0] == rows[1]


def _by_order(claims: Sequence[Place], forced: bool) -> Groups:
    """First with first, second with second: what no look at the places can improve on."""
    slots: dict[int, list[Place]] = {}
    count: dict[int, int] = {}
    for claim in sorted(claims, key=lambda claim: (claim.number, claim.row)):
        count[claim.coder] = count.get(claim.coder, 0) + 1
        slots.setdefault(count[claim.coder], []).append(claim)
    groups: Groups = []
    for slot in slots.values():
        whole = all(_may_match(a, b, forced) for a in slot for b in slot if a is not b)
        groups += [slot] if whole else [[claim] for claim in slot]
    return groups


def _around(pivot: int, claims: Sequence[Place], coders: Sequence[int], forced: bool) -> Groups:
    """Each other coder's claims assigned to those of one; what is left among itself."""
    groups = [[claim] for claim in claims if claim.coder == pivot]
    left: list[Place] = []
    for coder in coders:
        mine = [claim for claim in claims if claim.coder == coder]
        if coder == pivot:
            continue
        heads = [group[0] for group in groups]
        likeness = [[_likeness(claim, head) for head in heads] for claim in mine]
        for claim, place in zip(mine, assign(likeness, len(heads)), strict=True):
            if place is None or not _may_match(claim, heads[place], forced):
                left.append(claim)
            else:
                groups[place].append(claim)
    return groups + (_grouped(left, forced) if left else [])


def _likeness(one: Place, other: Place) -> float:
    """How much speaks for two places being one: overlap, then closeness in order."""
    return _overlap(one, other) - STEP * abs(one.number - other.number)


def _overlap(one: Place, other: Place) -> float:
    """What two places share of the shorter one, 0 to 1: characters if known, else words."""
    if _spanned(one) and _spanned(other):
        shared = min(one.end, other.end) - max(one.start, other.start)
        return max(0.0, shared / min(one.end - one.start, other.end - other.start))
    return shared_run(one.words, other.words)


def _spanned(claim: Place) -> bool:
    return claim.end > claim.start  # false where one is not known


def _may_match(one: Place, other: Place, forced: bool) -> bool:
    """Whether two claims may be one: they overlap, or nothing says where they stand."""
    if _overlap(one, other) > 0:
        return True
    return forced and not (_spanned(one) and _spanned(other))


def _score(groups: Groups) -> float:
    """Overlap within groups, less the steps between the numbers of their claims."""
    return sum(
        _likeness(one, other)
        for group in groups
        for place, one in enumerate(group)
        for other in group[:place]
    )
