"""Shares of reasons by the side they are given for: binding or dividing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from frameline.measures.balance import SIDES
from frameline.measures.clusters import clusters
from frameline.measures.intervals import share_interval

_SIGN = {1.0: "binding", -1.0: "dividing", 0.0: "ambivalent"}
_JOIN = "\x1f"


def shares_by_valence(
    claims: pd.DataFrame, groups: Mapping[str, str], *, of: str = "frame"
) -> pd.DataFrame:
    """Measure how much of each text binds, and how much divides, for each group of reasons.

    Question: on which side of which reasons does a text spend its claims?

    Parameters
    ----------
    claims : DataFrame
        doc_id, para_group, sign and the column ``of``.
    groups : mapping
        Code to group; codes without a group stand for themselves.
    of : str

    Returns
    -------
    DataFrame
        doc_id, group, side ("binding", "dividing"), k, n, value (share of all claims of the
        text), low, high (as in `frameline.measures.intervals.share_interval`), note; every group
        and side for every text.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["t"] * 4, "para_group": list("abcd"),
    ...     "frame": list("xxyy"), "sign": pd.array([1, -1, 1, None], dtype="Float64")})
    >>> found = shares_by_valence(claims, {"x": "one", "y": "one"})
    >>> found[["group", "side", "k", "value"]].values.tolist()
    [['one', 'binding', 2, 0.5], ['one', 'dividing', 1, 0.25]]
    """
    group = claims[of].map(lambda code: groups.get(code) or code)
    side = claims["sign"].map(lambda sign: "none" if pd.isna(sign) else _SIGN[float(sign)])
    order = list(dict.fromkeys(group.iloc[_by_codebook(claims[of], list(groups))]))
    codes = [name + _JOIN + which for name in order for which in (*SIDES, "ambivalent", "none")]
    texts = clusters(claims.assign(_part=group + _JOIN + side), "_part", codes)
    shown = [code for code in codes if code.endswith(SIDES)]
    table = share_interval(texts, shown)
    table[["group", "side"]] = table["code"].str.split(_JOIN, expand=True)
    table = table.rename(columns={"estimate": "value"})
    return table[["doc_id", "group", "side", "k", "n", "value", "low", "high", "note"]]


def _by_codebook(codes: pd.Series, order: Sequence[str]) -> list[int]:
    """Row numbers sorted as the codebook lists the codes; unlisted codes last."""
    rank = {code: i for i, code in enumerate(order)}
    return sorted(range(len(codes)), key=lambda i: rank.get(codes.iloc[i], len(rank)))


def movers(changes: pd.DataFrame, names: Mapping[str, str], *, most: int = 1) -> pd.DataFrame:
    """Name the reasons that gain and lose most from one text to another.

    Parameters
    ----------
    changes : DataFrame
        What `frameline.measures.intervals.differences` gives.
    names : mapping
        Code to the word shown.
    most : int
        How many to name on each side.

    Returns
    -------
    DataFrame
        from, to, gains, losses: lists of name and difference of shares, largest first. They
        describe a step; whether one of them differs by itself is another question.

    Examples
    --------
    >>> changes = pd.DataFrame({"from": ["a"] * 3, "to": ["b"] * 3, "code": list("xyz"),
    ...     "estimate": [0.2, -0.1, 0.01]})
    >>> movers(changes, {"x": "history"})[["gains", "losses"]].values.tolist()
    [[[('history', 0.2)], [('y', -0.1)]]]
    """
    rows = []
    for (start, end), part in changes.groupby(["from", "to"], sort=False):
        up = part[part["estimate"] > 0].sort_values("estimate", ascending=False, kind="stable")
        down = part[part["estimate"] < 0].sort_values("estimate", kind="stable")
        shown = [
            [(names.get(c, c), d) for c, d in zip(side["code"], side["estimate"], strict=True)]
            for side in (up.head(most), down.head(most))
        ]
        rows.append((start, end, *shown))
    return pd.DataFrame(rows, columns=["from", "to", "gains", "losses"])
