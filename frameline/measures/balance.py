"""Which way the claims point: binding against dividing.

Source: CODEBOOK section 7 (net valence); design paper OUTLINE section A (intervals).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import TOO_FEW, Clusters, clusters
from frameline.measures.intervals import (
    share_interval,
    share_limits,
    usual_correlation,
    within_text_limits,
)
from frameline.measures.prevalence import codes_of, incidence, ratio
from frameline.measures.resampling import LEVEL, Floats, claim_signs, sum_by

SIDES = ("binding", "dividing")
"""The first columns of `sign_marks`, as tables and findings call them."""


def sign_marks(signs: Floats) -> Floats:
    """Mark binding, dividing and ambivalent claims in three columns of 0/1.

    Examples
    --------
    >>> sign_marks(np.array([1.0, -1.0, 0.0, np.nan])).astype(int).tolist()
    [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]]
    """
    return np.stack([signs == 1, signs == -1, signs == 0], axis=-1).astype(float)


def net(sums: npt.ArrayLike, *, ambivalent: bool = False) -> Floats:
    r"""Work out net valence from sums of binding, dividing and ambivalent claims.

    Parameters
    ----------
    sums : array, ... x 3
    ambivalent : bool
        Count ambivalent claims in the denominator.

    Returns
    -------
    array, between -1 and 1, NaN where the denominator is 0

    Examples
    --------
    >>> net([6, 2, 2]).item(), net([6, 2, 2], ambivalent=True).item()
    (0.5, 0.4)
    """
    table = np.asarray(sums, dtype=float)
    binding, dividing, between = table[..., 0], table[..., 1], table[..., 2]
    return ratio(binding - dividing, binding + dividing + (between if ambivalent else 0))


def net_valence(
    claims: pd.DataFrame, *, level: float = LEVEL, usual: float | None = None
) -> pd.DataFrame:
    r"""Measure the balance of binding and dividing claims in each text.

    Question: do the claims of a text speak more for closeness or for distance, and how sure is
    that?

    .. math:: \mathrm{net} = \frac{B - D}{B + D}

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, sign (Float64: 1, -1, 0, <NA> for no valence).
    level : float
        Coverage of the intervals.
    usual : float, optional
        As in `frameline.measures.intervals.share_interval`; without it that of these texts.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, binding, dividing, ambivalent, unsigned, n, signed, groups, net, low, high, phi,
        sceptical_low, sceptical_high, note]. Counts of claims; n is their sum, signed that of
        binding and dividing ones, which net and its limits (-1 to 1, NaN when undefined) rest on;
        groups counts paragraphs with such claims; phi, the sceptical limits and note as in
        `share_interval`.

    Notes
    -----
    Net balance is 2p - 1 of the share p of binding claims among both: the interval is that of p.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4,
    ...     "para_group": ["t.1", "t.2", "t.3", "t.4"],
    ...     "sign": pd.array([1, 1, -1, None], dtype="Float64"),
    ... })
    >>> row = net_valence(table).iloc[0]
    >>> int(row["binding"]), int(row["dividing"]), int(row["unsigned"]), round(float(row["net"]), 3)
    (2, 1, 1, 0.333)
    """
    signs = clusters(claims, "sign")
    found = share_interval(signs, ["binding"], net=True, level=level, usual=usual)
    marks = sign_marks(claim_signs(claims)).astype(int)
    counts = pd.DataFrame(marks, columns=["binding", "dividing", "ambivalent"])
    counts = counts.groupby(claims["doc_id"].astype(str).to_numpy(), sort=False).agg("sum")
    sizes = claims.groupby(claims["doc_id"].astype(str), sort=False).size()
    table = counts.reindex(list(signs)).rename_axis("doc_id").reset_index()
    table["n"] = sizes.reindex(list(signs)).to_numpy()
    table["signed"] = table["binding"] + table["dividing"]
    table.insert(4, "unsigned", table["n"] - table["signed"] - table["ambivalent"])
    kept = ["groups", "estimate", *_LIMITS]
    table[kept] = found[kept].to_numpy(dtype=object)
    table = table.astype({"groups": int, **dict.fromkeys(["estimate", *_LIMITS], float)})
    return table.assign(note=found["note"]).rename(columns={"estimate": "net"})


_LIMITS = ["low", "high", "phi", "sceptical_low", "sceptical_high"]


def balance_by_code(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    codes: Sequence[str] | None = None,
    level: float = LEVEL,
) -> pd.DataFrame:
    r"""Measure how much each reason adds to closeness or distance in each text.

    Question: which reasons bind and which divide, and how much of the text do they make up?

    .. math:: b_c = \frac{B_c - D_c}{n}

    over all claims of a text: the balances of all codes add up to that of the text where each
    claim has one code.

    Parameters
    ----------
    claims : DataFrame
        doc_id, para_group, sign and the column ``of`` (several codes joined by ``;``).
    of : str
    codes : list of str, optional
        Codes to show, in this order; without it those that occur, sorted.
    level : float
        Coverage of the intervals.

    Returns
    -------
    DataFrame, one row per text and code
        [doc_id, code, binding, dividing, ambivalent, k, n, balance, low, high, note]. k counts the
        claims of the text with the code (unsigned ones included), n all its claims; balance and
        limits between -1 and 1; note as in `frameline.measures.intervals.share_interval`, with no
        limits where it is "counts only".

    Notes
    -----
    The difference of two shares of one text: their Wilson limits on the effective size combined
    as `frameline.measures.intervals.within_text_limits` does. Nothing found needs no rule.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4,
    ...     "para_group": ["t.1", "t.2", "t.3", "t.4"],
    ...     "frame": ["ARM", "ARM", "HIS", "HIS"],
    ...     "sign": pd.array([1, 1, -1, None], dtype="Float64"),
    ... })
    >>> balance_by_code(table)[["code", "k", "balance"]].to_dict("list")
    {'code': ['ARM', 'HIS'], 'k': [2, 2], 'balance': [0.5, -0.25]}
    """
    shown = codes_of(claims[of]) if codes is None else list(codes)
    texts = _by_side(claims, of, shown)
    towards = usual_correlation(texts)
    rows: list[tuple] = []
    for doc_id, text in texts.items():
        counts = text.hits.sum(axis=0).astype(int).reshape(len(shown), 4)
        limits = _balance_limits(text, towards, level)
        balance = (counts[:, 0] - counts[:, 1]) / text.cases
        rows += [
            (doc_id, code, *counts[c, :3], counts[c].sum(), text.cases, balance[c], *limits[:, c],
             text.note)
            for c, code in enumerate(shown)
        ]  # fmt: skip
    columns = ["doc_id", "code", *SIDES, "ambivalent", "k", "n", "balance", "low", "high", "note"]
    return pd.DataFrame(rows, columns=columns)


def _by_side(claims: pd.DataFrame, of: str, shown: Sequence[str]) -> dict[str, Clusters]:
    """Count each code on each of four sides (binding, dividing, ambivalent, none) by paragraph."""
    has, _ = incidence(claims[of].to_numpy(dtype=object), shown)
    marks = sign_marks(claim_signs(claims))
    sides = np.column_stack([marks, 1 - marks.sum(axis=1)])
    parts = (has[:, :, None] * sides[:, None, :]).reshape(len(claims), -1)
    names = tuple(f"{code} {side}" for code in shown for side in (*SIDES, "ambivalent", "none"))
    documents, found = claims["doc_id"].astype(str).to_numpy(dtype=object), {}
    for doc_id in dict.fromkeys(documents):
        rows = np.flatnonzero(documents == doc_id)
        group = pd.factorize(claims["para_group"].iloc[rows])[0].astype(np.int64)
        size = int(group.max()) + 1
        sizes = sum_by(group, np.ones(len(rows)), size)
        found[str(doc_id)] = Clusters(sum_by(group, parts[rows], size), sizes, names)
    return found


def _balance_limits(text: Clusters, towards: float, level: float) -> Floats:
    """Give the limits (2 x codes) of the balances of one text."""
    if text.note == TOO_FEW:
        return np.full((2, text.hits.shape[1] // 4), np.nan)
    limits = share_limits(text.hits, text.sizes, usual=towards, level=level)[0]
    binding, dividing = ((text.shares[side::4], *limits[:, side::4]) for side in (0, 1))
    return within_text_limits(dividing, binding)
