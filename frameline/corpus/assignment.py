"""How alike two phrases are, and which pairs of a table of likenesses make the greatest sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"\w+")


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


def assign(likeness: Sequence[Sequence[float]], columns: int) -> list[int | None]:
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
