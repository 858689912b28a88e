"""How far texts are apart on each reason, side by side, and which of these changes is clear."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from frameline.measures.clusters import clusters
from frameline.measures.intervals import differences
from frameline.measures.prevalence import cells, codes_of, incidence
from frameline.measures.selection.reasons import leading, side_marks

_JOIN = "\x1f"


def reasons_by_side(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    by: str = "doc_id",
    unspecific: Collection[str] = (),
    order: Sequence[str] = (),
) -> pd.DataFrame:
    """Count every reason of every text on every side, as claims and as a share of the text.

    Question: how much of each text does each reason take, and on which side?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``by`` and ``of``; sign where there is valence.
    of, by : str
    unspecific : collection of codes
        Codes that name no reason: they have no row.
    order : list of codes
        Order of the rows of a text; other codes come last.

    Returns
    -------
    DataFrame, one row per text, reason and side
        [by, code, side, k, n, share, leads]: claims of the reason on that side, of all claims of
        the text; leads: no other reason of the text has more claims there. Reasons without a claim
        in any text have no row.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["s", "s", "t"], "frame": ["x", "y", "x"],
    ...                       "sign": pd.array([1, -1, -1], dtype="Float64")})
    >>> reasons_by_side(table)[["doc_id", "code", "side", "k", "share"]].values.tolist()[:4]
    [['s', 'x', 'binding', 1, 0.5], ['s', 'y', 'binding', 0, 0.0], ['s', 'x', 'dividing', 0, 0.0], \
['s', 'y', 'dividing', 1, 0.5]]
    """
    known = [code for code in codes_of(claims[of]) if code not in unspecific]
    codes = [*(code for code in order if code in known),
             *(code for code in known if code not in order)]  # fmt: skip
    marks = side_marks(claims)
    rows: list[tuple] = []
    for (text,), place in cells(claims, [by]):
        has, _ = incidence(claims[of].iloc[place].to_numpy(dtype=object), codes)
        for side, mark in marks.items():
            sums = pd.Series(has[mark[place]].sum(axis=0).astype(int), index=codes)
            first = set(leading(sums))
            rows += [(text, code, side, int(k), len(place), k / len(place), code in first)
                     for code, k in sums.items()]  # fmt: skip
    return pd.DataFrame(rows, columns=[by, "code", "side", "k", "n", "share", "leads"])


def reasons_apart(table: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Tell how far the two texts stand apart that differ most on a reason.

    Question: on which reason do the texts differ most, and which two of them?

    Parameters
    ----------
    table : DataFrame
        What `reasons_by_side` gives.
    by : str

    Returns
    -------
    DataFrame, one row per reason, the farthest apart first
        [code, apart, more, less, side]: the largest sum, over the sides, of the differences of two
        texts in the share of this reason; the side on which these two differ most, the text with
        more on that side, and the other. apart is 0 where there is one text. Reasons as far apart
        stand in order of their claims.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["s", "t"], "frame": ["x", "y"],
    ...                       "sign": pd.array([1, -1], dtype="Float64")})
    >>> reasons_apart(reasons_by_side(table)).values.tolist()
    [['x', 1.0, 's', 't', 'binding'], ['y', 1.0, 't', 's', 'dividing']]
    """
    rows = []
    for (code,), place in cells(table, ["code"]):
        total = int(table["k"].iloc[place].sum())
        wide = table.iloc[place].pivot_table(index=by, columns="side", values="share")
        wide = wide.loc[list(dict.fromkeys(table[by].iloc[place]))]
        pairs = list(combinations(wide.index, 2))
        gaps = [float((wide.loc[one] - wide.loc[two]).abs().sum()) for one, two in pairs]
        if not pairs:
            side = str(wide.iloc[0].idxmax())
            rows.append((code, 0.0, str(wide.index[0]), "", side, total))
            continue
        one, two = pairs[int(np.argmax(np.round(gaps, 12)))]
        side = str((wide.loc[one] - wide.loc[two]).abs().idxmax())
        more, less = (one, two) if wide.loc[one, side] >= wide.loc[two, side] else (two, one)
        rows.append((code, max(gaps), more, less, side, total))
    columns = ["code", "apart", "more", "less", "side", "total"]
    found = pd.DataFrame(rows, columns=columns).round({"apart": 12})
    found = found.sort_values(["apart", "total"], ascending=False, kind="stable")
    return found.drop(columns="total").reset_index(drop=True)


def side_changes(
    claims: pd.DataFrame,
    pairs: Sequence[tuple[str, str]],
    *,
    of: str = "frame",
    by: str = "doc_id",
    unspecific: Collection[str] = (),
) -> pd.DataFrame:
    """Test, between texts, the share of each reason on each side, corrected for all of them.

    Question: which change of a reason from one text to another is clear?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``by`` and ``of``, para_group; sign where there is valence.
    pairs : list of (from, to)
        Texts that are compared.
    of, by : str
    unspecific : collection of codes
        Codes that name no reason: not tested.

    Returns
    -------
    DataFrame, one row per pair, reason and side
        [from, to, code, side, share_from, share_to, p, p_holm, verdict] as in
        `frameline.measures.intervals.differences`; Holm over all rows that can be tested.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": np.repeat(["s", "t"], 9), "para_group": range(18),
    ...                       "frame": "x", "sign": pd.array([1] * 9 + [-1] * 9, dtype="Float64")})
    >>> side_changes(table, [("s", "t")])[["side", "verdict"]].values.tolist()
    [['binding', 'clearly more'], ['dividing', 'clearly more']]
    """
    marks = side_marks(claims)
    side = pd.Series("", index=claims.index)
    for name, mark in marks.items():
        side[mark] = name
    cells_of = claims[of].fillna("").astype(str).str.split(";")
    joined = [";".join(code + _JOIN + where for code in listed)
              for listed, where in zip(cells_of, side, strict=True)]  # fmt: skip
    codes = [code + _JOIN + where for code in codes_of(claims[of]) if code not in unspecific
             for where in marks]  # fmt: skip
    table = claims.assign(doc_id=claims[by].to_numpy(), _part=joined)
    found = differences(clusters(table, "_part", codes), pairs)
    found[["code", "side"]] = found["code"].str.split(_JOIN, expand=True)
    kept = ["from", "to", "code", "side", "share_from", "share_to", "p", "p_holm", "verdict"]
    return found[kept]
