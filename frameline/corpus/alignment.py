"""Which claim of one coder is the same as which claim of another?

Coders agree on the sentences, but may see one claim in a sentence or three, and number them
differently. Inside each unit the claims are matched so that every coder's claim joins at most one
group and the sum of likenesses is greatest. Anchors and codes decide together: two phrases cut
from one sentence that share a run of words mark the same claim, and so do the same frame, valence
and function; only where these say nothing does the claim's number.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

import pandas as pd

#: What each agreement between two claims adds to their likeness.
ANCHOR, FRAME, VALENCE, FUNCTION, NUMBER = 1.0, 1.0, 0.5, 0.25, 0.01

_WORD = re.compile(r"\w+")


class Held(NamedTuple):
    """One coder's claim as far as matching needs it."""

    row: int
    number: int
    words: tuple[str, ...]
    codes: tuple[str, ...]
    claim_id: str = ""


class Group(NamedTuple):
    """Claims taken to be the same one; `claim_id` is blank until it is known."""

    claim_id: str
    members: dict[str, Held]


def align(
    tables: Mapping[str, pd.DataFrame],
    reference: pd.DataFrame | None = None,
    *,
    codes: Sequence[str] = ("frame", "valence", "function"),
    forced: bool = True,
) -> dict[str, list[str]]:
    """Give every coder's claims the ids of the claims they are taken to be.

    Parameters
    ----------
    tables
        Coder to claims, with columns unit_id and, where there are, claim (number), anchor and
        the columns named by `codes`.
    reference
        The final claims, with claim_id besides. Coders join these one after another, in the
        order given; a claim that is none of them gets "<unit_id>.x1", "x2", ..., and the next
        coder's claims may be that one too. Without a reference the first coder's claims are it,
        and ids are "<unit_id>.c1", ...
    codes
        Columns with the frame, the valence and the function, in this order; missing ones count
        as equal everywhere.
    forced
        Whether claims with nothing in common are matched when no better match is left. Claims
        are (a sentence that all read as one claim is one claim, however it is coded); mentions
        of words are not.

    Returns
    -------
    dict
        Coder to claim ids, one per row of the coder's table and in its order.
    """
    held = {coder: _by_unit(table, codes) for coder, table in tables.items()}
    final = {} if reference is None else _by_unit(reference, codes)
    ids = {coder: [""] * len(table) for coder, table in tables.items()}
    letter = "c" if reference is None else "x"
    units = dict.fromkeys([*final, *(unit for units in held.values() for unit in units)])
    for unit in units:
        groups = [Group(claim.claim_id, {"": claim}) for claim in final.get(unit, ())]
        for coder in tables:
            _join(groups, coder, held[coder].get(unit, []), forced)
        extras = 0
        for group in groups:
            extras += not group.claim_id
            name = group.claim_id or f"{unit}.{letter}{extras}"
            for coder, claim in group.members.items():
                if coder:
                    ids[coder][claim.row] = name
    return ids


def _by_unit(table: pd.DataFrame, codes: Sequence[str]) -> dict[Hashable, list[Held]]:
    """The claims of a table by unit, in the table's order."""
    size = len(table)

    def cells(name: str) -> list[str]:
        return table[name].tolist() if name in table.columns else [""] * size

    units, anchors, ids = cells("unit_id"), cells("anchor"), cells("claim_id")
    coded = list(zip(*(cells(name) for name in codes), strict=True)) if codes else [()] * size
    found: dict[Hashable, list[Held]] = {}
    for row, unit in enumerate(units):
        claims = found.setdefault(unit, [])
        words = tuple(_WORD.findall(anchors[row].casefold()))
        claims.append(Held(row, len(claims) + 1, words, coded[row], ids[row]))
    return found


def _join(groups: list[Group], coder: str, claims: list[Held], forced: bool) -> None:
    """Put a coder's claims of one unit into the groups they fit best, or into new ones."""
    if not claims:
        return
    if forced and len(groups) == 1 and len(claims) == 1:
        groups[0].members[coder] = claims[0]
        return
    likeness = [
        [max(_likeness(claim, other) for other in group.members.values()) for group in groups]
        for claim in claims
    ]
    places = _assign(likeness, len(groups))
    for claim, place in zip(claims, places, strict=True):
        if place is None or not (forced or _overlap(claim, groups[place])):
            groups.append(Group("", {coder: claim}))
        else:
            groups[place].members[coder] = claim


def _overlap(claim: Held, group: Group) -> bool:
    """Whether a claim's words overlap with those of a group."""
    return any(shared_run(claim.words, other.words) > 0 for other in group.members.values())


def _likeness(one: Held, other: Held) -> float:
    """How much speaks for two claims being the same."""
    weights = (FRAME, VALENCE, FUNCTION)
    same = sum(
        weight
        for weight, a, b in zip_longest(weights, one.codes, other.codes, fillvalue=0.0)
        if a == b
    )
    gap = abs(one.number - other.number)
    return ANCHOR * shared_run(one.words, other.words) + same - NUMBER * gap


def shared_run(one: Sequence[str], other: Sequence[str]) -> float:
    """Longest run of words two phrases share, as a share of the shorter phrase.

    A single shared word ("of", "the") is no sign that the phrases overlap, unless it is all
    of the shorter one.

    >>> shared_run("did not prevent the two".split(), "prevent the two states".split())
    0.75
    >>> shared_run("advantage of this".split(), "matters of security".split())
    0.0
    """
    if not one or not other:
        return 0.0
    longest = 0
    before = [0] * (len(other) + 1)
    for word in one:
        here = [0] * (len(other) + 1)
        for place, counterpart in enumerate(other, start=1):
            if word == counterpart:
                here[place] = before[place - 1] + 1
                longest = max(longest, here[place])
        before = here
    shorter = min(len(one), len(other))
    return longest / shorter if longest > 1 or longest == shorter else 0.0


def _assign(likeness: Sequence[Sequence[float]], columns: int) -> list[int | None]:
    """For each row the column that makes the total greatest; None for rows left over.

    As many rows as possible get a column, each column at most once (the assignment problem,
    solved by shortest augmenting paths: Kuhn 1955, Munkres 1957).
    """
    rows = len(likeness)
    if rows == 0 or columns == 0:
        return [None] * rows
    size = max(rows, columns)
    # unlikeness, squared up with cells that cost alike whoever takes them
    cost = [
        [-likeness[i][j] if i < rows and j < columns else 0.0 for j in range(size)]
        for i in range(size)
    ]
    owner = _hungarian(cost)
    places: list[int | None] = [None] * rows
    for column, row in enumerate(owner):
        if row < rows and column < columns:
            places[row] = column
    return places


def _hungarian(cost: Sequence[Sequence[float]]) -> list[int]:
    """For each column of a square table of costs the row that takes it, at least total cost."""
    size = len(cost)
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [0] * (size + 1)  # rows and columns count from 1; 0 is the free place to start from
    for row in range(1, size + 1):
        owner[0] = row
        slack, used, came_from = [float("inf")] * (size + 1), [False] * (size + 1), [0] * (size + 1)
        here = 0
        while owner[here]:
            used[here] = True
            taker, step, target = owner[here], float("inf"), 0
            for column in range(1, size + 1):
                if used[column]:
                    continue
                price = cost[taker - 1][column - 1] - row_price[taker] - column_price[column]
                if price < slack[column]:
                    slack[column], came_from[column] = price, here
                if slack[column] < step:
                    step, target = slack[column], column
            for column in range(size + 1):
                if used[column]:
                    row_price[owner[column]] += step
                    column_price[column] -= step
                else:
                    slack[column] -= step
            here = target
        while here:
            owner[here] = owner[came_from[here]]
            here = came_from[here]
    return [row - 1 for row in owner[1:]]
