r"""Intervals of shares and of differences of shares, on effective sizes, and their tests.

Two procedures, both in closed form, so that they need no draws and no seed:

`share_interval`
    the share of a code in one text, or its net balance: Wilson limits on the effective size, with
    the correlation of *all* codes of the variable drawn towards that of the corpus, and Student's
    t for the number of paragraphs. Nothing found needs no rule of its own.
`difference`
    the difference of two texts' shares, or net balances: the two Wilson intervals combined
    (MOVER). The p value is the level at which a limit touches 0, so that the test and the interval
    cannot disagree.

They hold if paragraphs are interchangeable; with ``likeness`` (the sceptical line) they allow for
neighbouring paragraphs that are alike. How well they hold is measured by
`frameline.measures.calibration` on a corpus's own paragraphs.

Few paragraphs: up to 2 there are counts only; from 3 to 7 the interval of a share is given and
marked; a difference is tested from 5 paragraphs in each text, with Student's t below 8.

Sources: Wilson 1927, JASA 22:209-212; Dean & Pagano 2015, Journal of Survey Statistics and
Methodology 3:484-503, and Franco, Little, Louis & Slud 2019, same journal 7:334-364 (intervals on
effective sizes); Newcombe 1998, Statistics in Medicine 17:873-890, and Zou & Donner 2008,
Statistics in Medicine 27:1693-1702 (MOVER).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from frameline.measures.clusters import (
    ENOUGH,
    FEW,
    FEW_PARAGRAPHS,
    TOO_FEW,
    Clusters,
    effective_size,
    intracluster_correlation,
    neighbour_likeness,
    own_and_pooled,
    pooled_correlation,
    shrunk,
)
from frameline.measures.prevalence import ratio
from frameline.measures.resampling import LEVEL, Floats, holm

USUAL = 0.35
"""Correlation within paragraphs towards which a text's own is drawn, unless the corpus has more."""

TESTED = 5
"""A difference is tested from so many paragraphs in each of the two texts."""

Two = tuple[npt.ArrayLike, npt.ArrayLike]
Three = tuple[npt.ArrayLike, npt.ArrayLike, npt.ArrayLike]
"""A value for each of two texts."""

SHARE, NET = 1, 2
"""What a difference of shares is multiplied by: net balance is twice the share, less one."""


def _normal_quantile(level: float) -> float:
    """Two-sided quantile: 1.96 for .95."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson_limits(share: npt.ArrayLike, size: npt.ArrayLike, z: npt.ArrayLike) -> Floats:
    r"""Give Wilson's score limits of shares on sizes that need not be whole numbers.

    .. math:: \frac{p + z^2/2n \pm z\sqrt{p(1-p)/n + z^2/4n^2}}{1 + z^2/n}

    Parameters
    ----------
    share, size, z : arrays of float
        Broadcast against each other.

    Returns
    -------
    array of float, 2 x ...
        Lower limits, upper limits; exactly 0 at a share of 0 and 1 at a share of 1.

    Notes
    -----
    Wilson 1927. The example is Newcombe 1998 (Statistics in Medicine 17:857-872), table I, method
    3: 81 of 263.

    Examples
    --------
    >>> wilson_limits(81 / 263, 263, 1.959964).round(4).tolist()
    [0.2553, 0.3662]
    """
    p, n, quantile = (np.asarray(value, dtype=float) for value in (share, size, z))
    extra = quantile**2 / n
    centre = (p + extra / 2) / (1 + extra)
    spread = quantile / (1 + extra) * np.sqrt(p * (1 - p) / n + extra / (4 * n))
    # Exact at the ends, where rounding would leave the limit a hair inside or outside.
    low = np.where(p == 0, 0.0, np.maximum(centre - spread, 0))
    high = np.where(p == 1, 1.0, np.minimum(centre + spread, 1))
    return np.stack(np.broadcast_arrays(low, high))


# One text ----------------------------------------------------------------------------------------


def holdings(hits: npt.ArrayLike) -> Floats:
    """Count where codes other than the commonest stand: what a correlation can be seen from.

    Parameters
    ----------
    hits : array, ... x paragraphs x codes

    Returns
    -------
    array
        Pairs of a paragraph and a code that it holds, the commonest code left out; of codes that
        are equally common, the one that most paragraphs hold, so that names do not matter.

    Examples
    --------
    >>> float(holdings([[3.0, 1.0], [2.0, 0.0]]))
    1.0
    >>> float(holdings([[2.0, 1.0], [0.0, 1.0]])), float(holdings([[1.0, 2.0], [1.0, 0.0]]))
    (1.0, 1.0)
    """
    table = np.asarray(hits, dtype=float)
    held = (table > 0).sum(axis=-2).astype(float)
    total = table.sum(axis=-2)
    commonest = total == total.max(axis=-1, keepdims=True)
    return held.sum(axis=-1) - np.where(commonest, held, 0).max(axis=-1)


def share_limits(
    hits: npt.ArrayLike,
    sizes: npt.ArrayLike,
    *,
    usual: npt.ArrayLike = USUAL,
    level: float = LEVEL,
    likeness: float = 0.0,
) -> tuple[Floats, Floats, Floats]:
    r"""Give the limits of the shares of all codes of a text, or of many simulated ones.

    .. math:: n^* = \max\Bigl(1, \frac{N}{\mathrm{deff}}\Bigl(\frac{z}{t_{2(G-1)}}\Bigr)^2\Bigr)

    Parameters
    ----------
    hits : array, ... x paragraphs x codes
    sizes : array, ... x paragraphs
    usual : float
        The correlation towards which the text's own is drawn.
    level : float
    likeness : float
        Correlation of neighbouring paragraphs.

    Returns
    -------
    limits : array, 2 x ... x codes
    icc : array
        The correlation used, drawn towards the usual one by the holdings of rarer codes.
    size : array
        The effective size n*.

    Examples
    --------
    >>> limits, icc, size = share_limits(np.zeros((11, 1)), np.ones(11))
    >>> limits.ravel().round(3).tolist(), float(icc), round(float(size), 1)
    ([0.0, 0.283], 0.35, 9.7)
    """
    table, m = np.asarray(hits, dtype=float), np.asarray(sizes, dtype=float)
    icc = shrunk(intracluster_correlation((table, m)), usual, holdings(table))
    z = _normal_quantile(level)
    t = special.stdtrit(2 * (m.shape[-1] - 1), (1 + level) / 2)
    size = np.maximum(1, effective_size(m, icc, likeness) * (z / t) ** 2)
    shares = table.sum(axis=-2) / m.sum(axis=-1)[..., None]
    return wilson_limits(shares, size[..., None], z), icc, size


def usual_correlation(texts: Mapping[str, Clusters]) -> float:
    """Give the correlation towards which each text's own is drawn.

    The larger of `USUAL` and that of the variable in this corpus, pooled within texts.

    Examples
    --------
    >>> even = Clusters(np.array([[1.0, 1.0]] * 4), np.full(4, 2.0), ("x", "y"))
    >>> usual_correlation({"t": even})
    0.35
    """
    return max(USUAL, pooled_correlation(list(texts.values())))


_INTERVAL = [
    "doc_id", "code", "k", "n", "groups", "estimate", "low", "high", "icc", "effective", "phi",
    "sceptical_low", "sceptical_high", "note",
]  # fmt: skip


def share_interval(
    texts: Mapping[str, Clusters],
    codes: Sequence[str] | None = None,
    *,
    net: bool = False,
    level: float = LEVEL,
    usual: float | None = None,
) -> pd.DataFrame:
    """Give the share of each code in each text, with an interval that allows for paragraphs.

    Question: how large may the share of a reason be, if this text is one of its kind?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
        As `frameline.measures.clusters.clusters` gives them.
    codes : list of str, optional
        Codes to show; without it all.
    net : bool
        Give 2p - 1 in place of the share p: net balance, where the codes are two.
    level : float
        Coverage.
    usual : float, optional
        Correlation to draw towards; without it `usual_correlation` of these texts.

    Returns
    -------
    DataFrame, one row per text and code
        [doc_id, code, k, n, groups, estimate, low, high, icc, effective, phi, sceptical_low,
        sceptical_high, note]: claims with the code and all, paragraphs, share (0 to 1; net
        balance -1 to 1) and limits, the correlation used, the effective size, the likeness of
        neighbours and the limits that allow for it. note is "", "few paragraphs" (3 to 7) or
        "counts only" (up to 2: no limits).

    Notes
    -----
    Coverage at 8 to 150 paragraphs is simulated in `frameline.measures.calibration`. Effective
    sizes with a modelled design effect under Wilson's limits are what Franco, Little, Louis & Slud
    2019 recommend.

    Examples
    --------
    >>> text = Clusters(np.ones((20, 1)) * [[1.0, 0.0]], np.ones(20), ("x", "y"))
    >>> share_interval({"t": text}, ["y"])[["k", "n", "low", "high"]].round(3).values.tolist()
    [[0.0, 20.0, 0.0, 0.17]]
    """
    towards = usual_correlation(texts) if usual is None else usual
    turn = _net if net else _same
    rows = []
    for doc_id, text in texts.items():
        shown = text.codes if codes is None else codes
        limits = np.full((2, 2, len(text.codes)), np.nan)
        icc = size = phi = math.nan
        if text.note != TOO_FEW:
            limits[0], found, n = share_limits(text.hits, text.sizes, usual=towards, level=level)
            icc, size = float(found), float(n)
            phi = neighbour_likeness([text])
            if not math.isnan(phi):
                limits[1] = share_limits(
                    text.hits, text.sizes, usual=towards, level=level, likeness=phi
                )[0]
        for code in shown:
            count, place = int(text.column(code).sum()), text.codes.index(code)
            low, high = turn(limits[:, :, place]).T
            rows.append(
                (doc_id, code, count, text.cases, text.groups, float(turn(text.shares[place])),
                 low[0], high[0], icc, size, phi, low[1], high[1], text.note)
            )  # fmt: skip
    return pd.DataFrame(rows, columns=_INTERVAL)


def _net(value: npt.ArrayLike) -> Floats:
    return 2 * np.asarray(value, dtype=float) - 1


def _same(value: npt.ArrayLike) -> Floats:
    return np.asarray(value, dtype=float)


# Two texts ---------------------------------------------------------------------------------------


def pair_sizes(
    first: tuple[Floats, Floats],
    second: tuple[Floats, Floats],
    *,
    likeness: tuple[float, float] = (0.0, 0.0),
    strict: bool = False,
) -> tuple[Floats, Floats]:
    """Give the effective sizes of two texts, each with its own correlation, drawn to the pair's.

    Drawn upwards only: a text whose claims are much more alike than the other's would pass for a
    larger text than it is, and the test would reject too often (.084 in place of .063).

    Parameters
    ----------
    first, second : (hits, sizes)
        Arrays ... x paragraphs x codes and ... x paragraphs.
    likeness : two floats
        Correlation of neighbouring paragraphs in each text.
    strict : bool
        Take each text's own correlation as it is.

    Returns
    -------
    two arrays of float

    Examples
    --------
    >>> text = np.array([[2.0, 0.0], [0.0, 2.0]] * 5), np.full(10, 2.0)
    >>> [float(size) for size in pair_sizes(text, text)]
    [10.0, 10.0]
    """
    *both, pair = own_and_pooled(first, second)
    sizes = []
    for (_, m), own, phi in zip((first, second), both, likeness, strict=True):
        icc = own if strict else np.maximum(own, shrunk(own, pair, np.shape(m)[-1]))
        sizes.append(effective_size(m, icc, phi))
    return sizes[0], sizes[1]


def combined_limits(first: Three, second: Three) -> Floats:
    r"""Combine the limits of two estimates into those of their difference (second minus first).

    Question: how far apart are two estimates, given the interval of each?

    Parameters
    ----------
    first, second : three arrays or numbers each
        Estimate, lower and upper limit.

    Returns
    -------
    array, 2 x ...

    Notes
    -----
    MOVER: Zou & Donner 2008 (Statistics in Medicine 27:1693-1702); with Wilson limits it is
    Newcombe 1998, method 10.

    Examples
    --------
    >>> combined_limits((0.5, 0.4, 0.6), (0.5, 0.2, 0.8)).round(3).tolist()
    [-0.316, 0.316]
    """
    (p1, low1, high1), (p2, low2, high2) = [[np.asarray(x, dtype=float) for x in one]
                                            for one in (first, second)]  # fmt: skip
    apart = p2 - p1
    return np.stack(
        [apart - np.hypot(p2 - low2, high1 - p1), apart + np.hypot(high2 - p2, p1 - low1)]
    )


def within_text_limits(first: Three, second: Three) -> Floats:
    r"""Combine the limits of two shares of one text into those of their difference.

    Question: how much more of a text is of one kind than of another, where no claim is both?

    .. math:: \rho = -\sqrt{\frac{p_1 p_2}{(1-p_1)(1-p_2)}}

    Parameters
    ----------
    first, second : three arrays or numbers each
        Share, lower and upper limit; the two shares exclude each other.

    Returns
    -------
    array, 2 x ...
        Limits of second minus first, within -1 and 1.

    Notes
    -----
    MOVER with correlated estimates: Zou 2007 (Psychological Methods 12:399-413); the correlation
    is that of two counts of a multinomial, which clusters leave as it is where they are alike in
    all codes. Coverage is simulated in the tests of `frameline.measures.balance`.

    Examples
    --------
    >>> within_text_limits((0.0, 0.0, 0.2), (0.0, 0.0, 0.2)).tolist()
    [-0.2, 0.2]
    """
    (p1, low1, high1), (p2, low2, high2) = [[np.asarray(x, dtype=float) for x in one]
                                            for one in (first, second)]  # fmt: skip
    odds = ratio(p1, 1 - p1) * ratio(p2, 1 - p2)
    rho = -np.sqrt(np.clip(np.nan_to_num(odds), 0, 1))
    apart, found = p2 - p1, []
    for sign, near, far in ((-1, p2 - low2, high1 - p1), (1, high2 - p2, p1 - low1)):
        found.append(apart + sign * np.sqrt(near**2 - 2 * rho * near * far + far**2))
    return np.clip(np.stack(found), -1, 1)


def difference_limits(shares: Two, sizes: Two, z: npt.ArrayLike) -> Floats:
    r"""Combine two Wilson intervals into one of the difference (second minus first).

    .. math:: d - \sqrt{(p_2-l_2)^2 + (u_1-p_1)^2},\quad d + \sqrt{(u_2-p_2)^2 + (p_1-l_1)^2}

    Parameters
    ----------
    shares, sizes : two arrays each
    z : float or array
        Quantile of both intervals.

    Returns
    -------
    array, 2 x ...

    Notes
    -----
    Newcombe 1998, method 10; his table II, contrast (a): 56/70 - 48/80.

    Examples
    --------
    >>> difference_limits((48 / 80, 56 / 70), (80, 70), 1.959964).round(4).tolist()
    [0.0524, 0.3339]
    """
    (p1, p2), (n1, n2) = [np.asarray(s, dtype=float) for s in shares], sizes
    return combined_limits((p1, *wilson_limits(p1, n1, z)), (p2, *wilson_limits(p2, n2, z)))


def inverted_p(shares: Two, sizes: Two, df: npt.ArrayLike = math.inf) -> Floats:
    """Give the level at which a limit of the difference touches 0.

    Parameters
    ----------
    shares, sizes : two arrays each
    df : float or array
        Degrees of freedom of Student's t; infinite for the normal distribution.

    Returns
    -------
    array of float
        Two-sided p; 1 where the shares are equal.

    Examples
    --------
    >>> p = inverted_p((48 / 80, 56 / 70), (80, 70))
    >>> z = NormalDist().inv_cdf(1 - p.item() / 2)
    >>> difference_limits((48 / 80, 56 / 70), (80, 70), z)[0].round(6).item()
    0.0
    """
    apart = np.asarray(shares[1], dtype=float) - np.asarray(shares[0], dtype=float)
    low, high = np.zeros(apart.shape), np.full(apart.shape, 100.0)
    for _ in range(60):
        middle = (low + high) / 2
        limits = difference_limits(shares, sizes, middle)
        excludes = np.where(apart > 0, limits[0] > 0, limits[1] < 0)
        low, high = np.where(excludes, middle, low), np.where(excludes, high, middle)
    freedom = np.asarray(df, dtype=float)
    student = special.stdtr(np.where(np.isinf(freedom), 1.0, freedom), -low)
    tail = np.where(np.isinf(freedom), special.ndtr(-low), student)
    return np.where(apart == 0, 1.0, 2 * tail)


def degrees(groups: Sequence[int]) -> float:
    """Degrees of freedom of a difference: infinite from 8 paragraphs in each text, else G - 2.

    Examples
    --------
    >>> degrees([8, 20]), degrees([7, 20])
    (inf, 25.0)
    """
    return math.inf if min(groups) >= FEW else float(sum(groups) - 2)


def satterthwaite(shares: Two, sizes: Two, groups: Sequence[int]) -> Floats:
    r"""Degrees of freedom where two texts have very different correlations (the strict setting).

    .. math:: \frac{(V_1 + V_2)^2}{V_1^2 / (G_1 - 1) + V_2^2 / (G_2 - 1)},\quad
              V_i = p_i (1 - p_i) / n_i

    Parameters
    ----------
    shares, sizes : two arrays each
    groups : two int
        Paragraphs.

    Returns
    -------
    array of float
        G - 2 where nothing varies in either text.

    Notes
    -----
    Satterthwaite 1946, Biometrics Bulletin 2:110-114.

    Examples
    --------
    >>> float(satterthwaite((0.5, 0.5), (20, 20), (11, 11)))
    20.0
    """
    parts = [
        np.asarray(p, dtype=float) * (1 - np.asarray(p, dtype=float)) / n
        for p, n in zip(shares, sizes, strict=True)
    ]
    return pooled_freedom(parts, groups)


def pooled_freedom(variances: Sequence[Floats], groups: Sequence[int]) -> Floats:
    """Degrees of freedom of the sum of two variances, each estimated from paragraphs.

    Satterthwaite 1946, as in `satterthwaite`; G - 2 where nothing varies.

    Examples
    --------
    >>> float(pooled_freedom([np.array(2.0), np.array(2.0)], (11, 11)))
    20.0
    """
    below = sum(part**2 / (g - 1) for part, g in zip(variances, groups, strict=True))
    found = (variances[0] + variances[1]) ** 2 / np.where(below > 0, below, 1)
    return np.where(below > 0, found, sum(groups) - 2.0)


def quantile(level: float, df: float) -> float:
    """Two-sided quantile of Student's t, or of the normal distribution for infinite df.

    Examples
    --------
    >>> round(quantile(0.95, math.inf), 3), round(quantile(0.95, 10), 3)
    (1.96, 2.228)
    """
    if math.isinf(df):
        return _normal_quantile(level)
    return float(special.stdtrit(df, (1 + level) / 2))


def difference(
    texts: Mapping[str, Clusters],
    pairs: Sequence[tuple[str, str]],
    code: str,
    *,
    net: bool = False,
    level: float = LEVEL,
    power: float = 0.8,
    strict: bool = False,
) -> pd.DataFrame:
    """Compare the share of a code, or the net balance, of two texts: interval and test.

    Question: does the later text say more of this than the earlier one, and how much more?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
    pairs : list of (from, to)
    code : str
        For net balance the positive one of two codes.
    net : bool
        Differences of 2p - 1 in place of p.
    level : float
        Coverage of the intervals.
    power : float
        For the smallest detectable difference.
    strict : bool
        For texts whose claims are much more alike within paragraphs in one than in the other: each
        text's own correlation and Satterthwaite's t. Errs on the cautious side elsewhere.

    Returns
    -------
    DataFrame, one row per pair
        [from, to, k_from, n_from, k_to, n_to, groups_from, groups_to, estimate, low, high, p,
        p_holm, phi_from, phi_to, sceptical_low, sceptical_high, sceptical_p, detectable, note].
        estimate is second minus first, claims counted equally; p by inversion of the interval;
        Holm over the pairs. phi is the likeness of neighbouring paragraphs that the sceptical
        limits and p allow for (that of the pair where a text shows no variation). detectable is
        the smallest difference that is found with this power after Holm's strictest step
        (planning only: no verdict compares an estimate with it). Below 5 paragraphs in either
        text there is no interval and no test (note "too few paragraphs"); below 8 note is "few
        paragraphs".

    Notes
    -----
    Newcombe 1998, method 10, on effective sizes; Zou & Donner 2008.

    Examples
    --------
    >>> table = {
    ...     doc: Clusters(np.repeat([[1.0, 0.0]], k, 0), np.ones(k), ("x", "y"))
    ...     for doc, k in [("a", 10), ("b", 10)]
    ... }
    >>> difference(table, [("a", "b")], "x").loc[0, ["estimate", "p"]].tolist()
    [0.0, 1.0]
    """
    tests = max(1, sum(_testable(texts, pair) for pair in pairs))
    plan = _Plan(NET if net else SHARE, level, (1 - level) / tests, power, strict)
    rows = []
    for pair in pairs:
        first, second = (texts.get(doc_id) for doc_id in pair)
        rows.append((*pair, *_compared(first, second, code, plan)))
    table = pd.DataFrame(rows, columns=_DIFFERENCE)
    table.insert(_DIFFERENCE.index("p") + 1, "p_holm", holm(table["p"].to_numpy(dtype=float)))
    return table


def differences(
    texts: Mapping[str, Clusters],
    pairs: Sequence[tuple[str, str]],
    codes: Sequence[str] | None = None,
    *,
    level: float = LEVEL,
) -> pd.DataFrame:
    """Compare the shares of many codes in two texts, corrected for them all.

    Question: which reasons gain and which lose from one text to another, if any surely do?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
    pairs : list of (from, to)
    codes : list of str, optional
        Without it all codes of the texts.
    level : float

    Returns
    -------
    DataFrame, one row per pair and code
        The columns of `difference`, with code after to. p_holm is over all rows that are tested:
        those of pairs with paragraphs enough, and of codes that either text has. detectable is
        for this number of tests. share_from and share_to are the two shares, and verdict is what
        `verdicts` makes of p and p_holm.

    Examples
    --------
    >>> rows = {"a": [[1.0, 0.0]], "b": [[0.0, 1.0]]}
    >>> table = {name: Clusters(np.repeat(r, 9, 0), np.ones(9), ("x", "y"))
    ...          for name, r in rows.items()}
    >>> differences(table, [("a", "b")])[["code", "estimate"]].values.tolist()
    [['x', -1.0], ['y', 1.0]]
    """
    known = next(iter(texts.values())).codes if texts else ()
    shown = list(known if codes is None else codes)
    tested = {
        (pair, code): _testable(texts, pair) and any(texts[d].column(code).any() for d in pair)
        for pair in pairs
        for code in shown
    }
    plan = _Plan(SHARE, level, (1 - level) / max(1, sum(tested.values())))
    rows = []
    for (pair, code), testable in tested.items():
        first, second = (texts.get(doc_id) for doc_id in pair)
        row = list(_compared(first, second, code, plan))
        if not testable:
            row[_DIFFERENCE.index("p") - 2] = math.nan
        rows.append((*pair, code, *row))
    table = pd.DataFrame(rows, columns=[*_DIFFERENCE[:2], "code", *_DIFFERENCE[2:]])
    place = list(table.columns).index("p") + 1
    table.insert(place, "p_holm", holm(table["p"].to_numpy(dtype=float)))
    table["share_from"] = ratio(table["k_from"], table["n_from"])
    table["share_to"] = ratio(table["k_to"], table["n_to"])
    table["verdict"] = verdicts(table["p"], table["p_holm"])
    return table


_DIFFERENCE = [
    "from", "to", "k_from", "n_from", "k_to", "n_to", "groups_from", "groups_to", "estimate",
    "low", "high", "p", "phi_from", "phi_to", "sceptical_low", "sceptical_high", "sceptical_p",
    "detectable", "note",
]  # fmt: skip

UNTESTED = "too few paragraphs"

CLEARLY, SINGLY, UNCLEAR = "clearly more", "more, taken singly", "no clear difference"
"""What may be said of one of many differences: clear after Holm, by itself only, or neither."""


def verdicts(p: npt.ArrayLike, p_holm: npt.ArrayLike, *, alpha: float = 0.05) -> list[str]:
    """Say what may be said of differences, by their p values alone.

    Question: may the report call this a difference?

    Parameters
    ----------
    p, p_holm : arrays
        Before and after correction; NaN where nothing was tested.
    alpha : float

    Returns
    -------
    list of str
        `CLEARLY`, `SINGLY` or `UNCLEAR`.

    Examples
    --------
    >>> verdicts([0.001, 0.02, 0.4, float("nan")], [0.01, 0.2, 0.9, float("nan")])
    ['clearly more', 'more, taken singly', 'no clear difference', 'no clear difference']
    """
    alone, corrected = (np.asarray(value, dtype=float) < alpha for value in (p, p_holm))
    words: list[str] = np.select([corrected, alone], [CLEARLY, SINGLY], default=UNCLEAR).tolist()
    return words


def _testable(texts: Mapping[str, Clusters], pair: tuple[str, str]) -> bool:
    return all(doc_id in texts and texts[doc_id].groups >= TESTED for doc_id in pair)


@dataclass(frozen=True)
class _Plan:
    """How differences are told: scale, coverage, level and power of planning, strictness.

    known keeps what all codes of a pair share, while the pair's texts are there.
    """

    scale: int
    level: float
    alpha: float
    power: float = 0.8
    strict: bool = False
    known: dict[tuple[int, int], Any] = field(default_factory=dict)


def _compared(first: Clusters | None, second: Clusters | None, code: str, plan: _Plan) -> tuple:
    """Work out one row of `difference` (without the ids of the texts)."""
    empty = Clusters(np.zeros((0, 1)), np.zeros(0), (code,))
    known = [empty if text is None else text for text in (first, second)]
    counts = [int(text.column(code).sum()) for text in known]
    groups = [text.groups for text in known]
    head = (counts[0], known[0].cases, counts[1], known[1].cases, *groups)
    if min(text.cases for text in known) == 0:
        return (*head, *(math.nan,) * 10, UNTESTED)
    shares = counts[0] / known[0].cases, counts[1] / known[1].cases
    estimate = plan.scale * (shares[1] - shares[0])
    if min(groups) < TESTED:
        return (*head, estimate, *(math.nan,) * 9, UNTESTED)
    sizes, wide, phi = _two_sizes(known, plan)
    both = tuple(np.array(pair, dtype=float) for pair in zip(sizes, wide, strict=True))
    df = np.full(2, degrees(groups))
    if plan.strict:
        df = np.array([satterthwaite(shares, n, groups) for n in (sizes, wide)], dtype=float)
    z = np.array([quantile(plan.level, value) for value in df])
    limits = plan.scale * difference_limits(shares, (both[0], both[1]), z)
    p = inverted_p((np.full(2, shares[0]), np.full(2, shares[1])), (both[0], both[1]), df)
    found = [(*map(float, limits[:, place]), float(p[place])) for place in (0, 1)]
    least = plan.scale * smallest_difference(
        sizes, centre=sum(shares) / 2, alpha=plan.alpha, power=plan.power, df=degrees(groups)
    )
    note = ENOUGH if min(groups) >= FEW else FEW_PARAGRAPHS
    return (*head, estimate, *found[0], *phi, *found[1], least, note)


def _two_sizes(texts: Sequence[Clusters], plan: _Plan) -> tuple[Two, Two, tuple[float, float]]:
    """Effective sizes of two texts, those with alike neighbours, and the likeness of these."""
    key = (id(texts[0]), id(texts[1]))
    if key not in plan.known:
        parts = [(text.hits, text.sizes) for text in texts]
        phi = _likeness(texts)
        sizes = pair_sizes(*parts, strict=plan.strict)
        plan.known[key] = sizes, pair_sizes(*parts, likeness=phi, strict=plan.strict), phi
    return plan.known[key]


def told_apart(
    pairs: Sequence[tuple[Clusters, Clusters]],
    code: str,
    *,
    net: bool = False,
    level: float = LEVEL,
) -> pd.DataFrame:
    """Compare a share, or the net balance, in many pairs of texts at once.

    Question: in how many ways of counting does one text say more of this than another?

    Parameters
    ----------
    pairs : list of (Clusters, Clusters)
        The earlier text and the later one; the same two texts counted in other ways, say.
    code : str
        For net balance the positive one of two codes.
    net : bool
    level : float

    Returns
    -------
    DataFrame, one row per pair
        [estimate, low, high, p], as `difference` gives them; limits and p are NaN below 5
        paragraphs in either text, all is NaN without claims in either. No correction.

    Examples
    --------
    >>> one, other = (Clusters(np.repeat([row], 9, 0), np.ones(9), ("x", "y"))
    ...               for row in ([1.0, 0.0], [0.0, 1.0]))
    >>> told_apart([(one, other), (one, one)], "x")["estimate"].tolist()
    [-1.0, 0.0]
    """
    scale, table = (NET if net else SHARE), np.full((len(pairs), 4), np.nan)
    shares, sizes, freedom = np.full((3, 2, len(pairs)), np.nan)
    for place, pair in enumerate(pairs):
        if min(text.cases for text in pair):
            shares[:, place] = [text.column(code).sum() / text.cases for text in pair]
        if min(text.groups for text in pair) >= TESTED:
            sizes[:, place] = pair_sizes(*((text.hits, text.sizes) for text in pair))
            freedom[:, place] = degrees([text.groups for text in pair])
    table[:, 0] = scale * (shares[1] - shares[0])
    known = np.isfinite(sizes).all(axis=0) & np.isfinite(shares).all(axis=0)
    if known.any():
        s, n, df = shares[:, known], sizes[:, known], freedom[0, known]
        z = np.array([quantile(level, value) for value in df])
        table[known, 1:3] = scale * difference_limits((s[0], s[1]), (n[0], n[1]), z).T
        table[known, 3] = inverted_p((s[0], s[1]), (n[0], n[1]), df)
    return pd.DataFrame(table, columns=["estimate", "low", "high", "p"])


def leaning_p(text: Clusters, code: str, *, usual: float = USUAL) -> float:
    """Give the level at which the interval of a share touches one half: does a text lean?

    Question: do the claims of a text surely lean one way?

    Parameters
    ----------
    text : Clusters
        Of two codes.
    code : str
    usual : float
        As in `share_limits`.

    Returns
    -------
    float
        Two-sided p, the test that belongs to the interval of a net balance; NaN up to 2
        paragraphs, 1 where the two are equal.

    Examples
    --------
    >>> text = Clusters(np.repeat([[1.0, 0.0], [0.0, 1.0]], [18, 2], 0), np.ones(20), ("x", "y"))
    >>> leaning_p(text, "x") < 0.05, leaning_p(text, "x") == leaning_p(text, "y")
    (True, True)
    """
    place, cases = text.codes.index(code), text.cases
    if text.note == TOO_FEW or not cases:
        return math.nan
    share = text.column(code).sum() / cases
    if share == 0.5:
        return 1.0
    low, high = 0.0, 1.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        limits = share_limits(text.hits, text.sizes, usual=usual, level=middle)[0][:, place]
        off = limits[0] > 0.5 if share > 0.5 else limits[1] < 0.5
        low, high = (middle, high) if off else (low, middle)
    return 1 - (low + high) / 2


def _likeness(texts: Sequence[Clusters]) -> tuple[float, float]:
    """Likeness of neighbours of each of two texts; that of both where one shows no variation."""
    both = neighbour_likeness(texts)
    own = [neighbour_likeness([text]) for text in texts]
    first, second = (float(np.nan_to_num(both if math.isnan(phi) else phi)) for phi in own)
    return first, second


def jackknife_limits(
    value: float,
    without: npt.ArrayLike,
    *,
    level: float = LEVEL,
    ends: tuple[float, float] = (-math.inf, math.inf),
) -> tuple[float, float]:
    r"""Give an interval of a measure from its values without one paragraph each.

    .. math:: \mathrm{se}^2 = \frac{G-1}{G} \sum_g (v_{-g} - \bar v)^2

    Parameters
    ----------
    value : float
    without : array, one value per paragraph
        The measure without it; NaN where it is then undefined.
    level : float
    ends : two floats
        The least and the largest value that the measure can have.

    Returns
    -------
    low, high : float
        With Student's t of G - 1; NaN where the values do not vary or the measure is undefined:
        no interval has a width of nought.

    Notes
    -----
    Efron & Tibshirani 1993, An Introduction to the Bootstrap, section 11.2.

    Examples
    --------
    >>> [round(end, 3) for end in jackknife_limits(0.5, [0.4, 0.5, 0.6, 0.5])]
    [0.11, 0.89]
    """
    values = np.asarray(without, dtype=float)
    values = values[~np.isnan(values)]
    spread = float(((values - values.mean()) ** 2).sum()) if len(values) > 1 else 0.0
    if math.isnan(value) or spread <= 1e-18:
        return math.nan, math.nan
    error = math.sqrt(spread * (len(values) - 1) / len(values))
    reach = quantile(level, len(values) - 1) * error
    return max(ends[0], value - reach), min(ends[1], value + reach)


def smallest_difference(
    sizes: Two,
    *,
    centre: float = 0.5,
    alpha: float = 0.05,
    power: float = 0.8,
    df: float = math.inf,
) -> float:
    r"""Give the smallest difference of two shares that is found often enough.

    Question: how far apart must two texts be, for `difference` to notice?

    The difference d around the centre at which the limit next to 0 is `power`'s quantile of the
    estimate's standard error away from it:

    .. math:: d - \mathrm{width}_\alpha(d) = z_{power}\sqrt{p_1 q_1 / n_1 + p_2 q_2 / n_2}

    Parameters
    ----------
    sizes : two floats
        Effective sizes.
    centre : float
        The share half-way; moved inwards where a share would leave 0 to 1.
    alpha : float
        Level of the test; divided by the number of comparisons for Holm's strictest step.
    power : float
    df : float

    Returns
    -------
    float
        A difference of shares, 0 to 1; NaN where none suffices. Planning information.

    Notes
    -----
    Without clusters it comes near the textbook's sample sizes: 387 a group to tell .5 from .6 at
    .05 with power .8, without the continuity correction (Fleiss, Levin & Paik 2003, section 4.2).

    Examples
    --------
    >>> round(smallest_difference((387, 387), centre=0.55), 3)
    0.1
    """
    z, more = quantile(1 - alpha, df), NormalDist().inv_cdf(power)

    def found(apart: float) -> bool:
        middle = min(1 - apart / 2, max(apart / 2, centre))
        shares = np.array([middle - apart / 2, middle + apart / 2])
        low = difference_limits((shares[0], shares[1]), sizes, z)[0]
        error = np.sqrt((shares * (1 - shares) / np.asarray(sizes, dtype=float)).sum())
        return bool(low > more * error)

    return _bisect(found, 1.0)


def _bisect(found: Callable[[float], bool], largest: float) -> float:
    """Find where a rising condition becomes true, to a millionth; NaN where it never does."""
    if not found(largest):
        return math.nan
    low, high = 0.0, largest
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (low, middle) if found(middle) else (middle, high)
    return high
