"""The argument arc: how a text's balance builds up from its first claim to its last.

The arc is description, not inference: the order of the claims is the datum, so paragraphs are
never resampled here. Beside the line of the final coding stand the lines of the coders.

Source: CODEBOOK section 7 (argument position, arc); design paper OUTLINE chapter 05.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from frameline.measures.prevalence import cells
from frameline.measures.resampling import claim_signs, coder_signs

PEAK, TROUGH, CROSSING = "peak", "trough", "crossing"


def _in_reading_order(claims: pd.DataFrame) -> pd.DataFrame:
    """Sort the claims of each document by position; documents stay in order of appearance."""
    if "position" not in claims:
        return claims
    rank = pd.factorize(claims["doc_id"])[0]
    order = np.lexsort([claims["position"].to_numpy(dtype=float), rank])
    return claims.iloc[order]


def arc(claims: pd.DataFrame) -> pd.DataFrame:
    r"""Follow the running balance of a text from claim to claim.

    Question: where in the text do closeness and distance appear, and in which order?

    .. math:: r_i = \sum_{j \le i} v_j,\quad v = +1, -1, 0 \text{ (ambivalent, no valence)},
              \quad x_i = 100\, i / n

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, claim_id, sign, and position (order within the document; else the row order);
        own, conceded, para_group and voice are carried along when present.

    Returns
    -------
    DataFrame
        [doc_id, claim_id, position, running, sign, own, conceded, ...]: one row per claim in
        reading order. position runs from 100/n to 100 per cent of the selected claims; running
        is a whole number; sign keeps <NA>; own defaults to True, conceded to False.

    Notes
    -----
    CODEBOOK section 7: argument position = claim index / n claims; arc = running sum of B = +1,
    D = -1.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4, "claim_id": list("abcd"), "position": [0, 1, 2, 3],
    ...     "sign": pd.array([1, 1, None, -1], dtype="Float64"),
    ... })
    >>> arc(table)[["position", "running"]].to_dict("list")
    {'position': [25.0, 50.0, 75.0, 100.0], 'running': [1, 2, 2, 1]}
    """
    ordered = _in_reading_order(claims)
    steps = pd.Series(np.nan_to_num(claim_signs(ordered)), index=ordered.index)
    within = ordered["doc_id"]
    by_text = steps.groupby(within, sort=False)
    place = by_text.cumcount() + 1
    table = pd.DataFrame(
        {
            "doc_id": within,
            "claim_id": ordered["claim_id"],
            "position": 100 * place / by_text.transform("size"),
            "running": by_text.cumsum().astype(int),
            "sign": ordered["sign"].astype("Float64"),
            "own": ordered.get("own", True),
            "conceded": ordered.get("conceded", False),
        }
    )
    for column in ("voice", "para_group"):
        if column in ordered:
            table[column] = ordered[column]
    return table.reset_index(drop=True)


def turning_points(arc_table: pd.DataFrame) -> pd.DataFrame:
    """Find where the running balance of each text turns.

    Question: at which point of the text is the balance highest and lowest, and where does it
    change sides for the last time?

    Parameters
    ----------
    arc_table : DataFrame
        What `arc` gives.

    Returns
    -------
    DataFrame
        [doc_id, kind, position, running, end, claim_id], one row per text and kind:
        "peak" and "trough" (highest and lowest running balance; of several, the last, because
        from there on the text moves away), "crossing" (the claim with which the balance last
        leaves one side of 0 for the other; no row when it never does). end is the balance at the
        end. The start of the text (position 0, balance 0, claim_id "") counts as a point.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 5, "claim_id": list("abcde"), "position": [20, 40, 60, 80, 100],
    ...     "running": [1, 2, 1, 0, -1],
    ... })
    >>> turning_points(table)[["kind", "position", "running"]].values.tolist()
    [['peak', 40.0, 2], ['trough', 100.0, -1], ['crossing', 100.0, -1]]
    """
    columns = ["doc_id", "kind", "position", "running", "end", "claim_id"]
    rows: list[tuple] = []
    for (doc_id,), place in cells(arc_table, ["doc_id"]):
        text = arc_table.iloc[place]
        path = np.concatenate([[0], text["running"].to_numpy(dtype=int)])
        positions = np.concatenate([[0.0], text["position"].to_numpy(dtype=float)])
        ids = ["", *text["claim_id"]]
        last = len(path) - 1
        points = {
            PEAK: last - int(np.argmax(path[::-1])),
            TROUGH: last - int(np.argmin(path[::-1])),
        }
        crossing = _last_crossing(path)
        if crossing is not None:
            points[CROSSING] = crossing
        rows += [
            (doc_id, kind, float(positions[at]), int(path[at]), int(path[-1]), ids[at])
            for kind, at in points.items()
        ]
    return pd.DataFrame(rows, columns=columns)


def _last_crossing(path: np.ndarray) -> int | None:
    """Find the last point that lies on the other side of 0 than the one before it."""
    away = np.flatnonzero(path != 0)
    flips = np.flatnonzero(np.sign(path[away][1:]) != np.sign(path[away][:-1]))
    return int(away[flips[-1] + 1]) if len(flips) else None


def envelope(
    claims: pd.DataFrame,
    coded: Mapping[str, pd.DataFrame],
    *,
    signs: Mapping[str, float | None] | None = None,
) -> pd.DataFrame:
    """Draw the arc of each coder, and say between which lines they run.

    Question: how far would the arc move if another coder had read the text?

    Parameters
    ----------
    claims : DataFrame
        As for `arc`, with valence.
    coded : mapping with "valence" -> aligned table (claims x coders)
    signs : mapping valence code -> sign, optional

    Returns
    -------
    DataFrame
        [doc_id, claim_id, position, low, high]: the lowest and the highest running balance of any
        coder, rows as in `arc`; where all coders agree the two are one. A claim that a coder does
        not hold adds 0. This is what the coders read, no interval: an error that they share does
        not show in it.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t", "t"], "claim_id": ["a", "b"], "valence": ["B", "D"],
    ...     "sign": pd.array([1, -1], dtype="Float64"),
    ... })
    >>> read = pd.DataFrame({"x": ["B", "D"], "y": ["B", "B"]}, index=["a", "b"])
    >>> envelope(table, {"valence": read})[["low", "high"]].values.tolist()
    [[1.0, 1.0], [0.0, 2.0]]
    """
    path = arc(claims)
    ordered = _in_reading_order(claims)
    read = np.nan_to_num(coder_signs(ordered, coded, signs))
    limits = np.full((2, len(ordered)), np.nan)
    for _, rows in cells(path, ["doc_id"]):
        lines = np.cumsum(read[:, rows], axis=1)
        limits[:, rows] = lines.min(axis=0), lines.max(axis=0)
    table = path[["doc_id", "claim_id", "position"]].copy()
    table["low"], table["high"] = limits
    return table
