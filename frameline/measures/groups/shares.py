"""Shares of codes in groups, with two intervals; differences from all others; distances.

Documents are redrawn, with Poisson weights that depend on the document alone (see
`frameline.measures.large.bootstrap`), for the interval of the documents. For that of documents and
coders, coders are redrawn too, one draw of them for the whole corpus in each replicate (a crossed
bootstrap, Owen 2007, Annals of Applied Statistics 1(2), 386-411): drawing coders document by
document would average their habits away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.groups.parts import LEAST_CODERS, LEAST_READ, Parts
from frameline.measures.large.philox import poisson_weights
from frameline.measures.prevalence import ratio
from frameline.measures.resampling import MIN_GROUPS, Floats, holm, interval, jeffreys, stream

#: Parts whose weights are drawn at a time.
STEP = 4096
#: A coder's own value is told where so many of the documents of the smaller side were read.
LEAST_OF_CODER = 20
#: Up to so many parts groups are dealt at random; beyond, the deals' exact mean and variance are
#: used with a normal distribution.
DEALT, MOST_DEALS, FEWEST_DEALS = 1500, 20_000, 2_000


def shares_by_group(parts: Parts, *, draws: int, seed: int) -> pd.DataFrame:
    """What share has each code in each group, and how sure is that?

    Parameters
    ----------
    parts : Parts
    draws, seed : int

    Returns
    -------
    DataFrame [group, code, k, n, documents, share, low, high, wide_low, wide_high]
        k of n (claims, or documents); 95 % limits over documents, and over documents and coders;
        none below `MIN_GROUPS` documents, no wide ones with fewer than three coders who read a
        fifth of the documents each.

    Examples
    --------
    >>> from frameline.measures.groups.parts import count_parts
    >>> rows = pd.DataFrame({"doc_id": ["a", "b"], "group": "x", "code": ["A", "B"], "n": [1, 3]})
    >>> shares_by_group(count_parts([rows], ["A", "B"]), draws=10, seed=1)["share"].tolist()
    [0.25, 0.75]
    """
    k, n = _totals(parts)
    share = ratio(k, n[:, None])
    drawn = ratio(*_redrawn(parts, draws, seed))
    low, high = _limits(share, drawn, parts.sizes)
    wide_low, wide_high = _wide(parts, share, low, high, draws, seed)
    groups, codes = len(parts.groups), len(parts.codes)
    return pd.DataFrame(
        {
            "group": np.repeat(np.array(parts.groups, dtype=object), codes),
            "code": np.tile(np.array(parts.codes, dtype=object), groups),
            "k": k.ravel(), "n": np.repeat(n, codes), "documents": np.repeat(parts.sizes, codes),
            "share": share.ravel(), "low": low.ravel(), "high": high.ravel(),
            "wide_low": wide_low.ravel(), "wide_high": wide_high.ravel(),
        }
    )  # fmt: skip


def differences(
    parts: Parts, *, draws: int, seed: int, but: Sequence[str] = (), codes: Sequence[str] = ()
) -> pd.DataFrame:
    """In which groups does a code stand more, or less, often than in all the others together?

    Parameters
    ----------
    parts : Parts
    draws, seed : int
    but : sequence of str
        Groups that are only compared with: they have no rows.
    codes : sequence of str
        The codes that are compared; all when empty.

    Returns
    -------
    DataFrame [group, code, difference, low, high, wide_low, wide_high, p, same, p_holm, p_fdr]
        Share of the group minus that of all other groups. p: groups dealt at random to the parts;
        corrected over all rows by Holm, and by Benjamini & Hochberg (1995). same: whether every
        coder who read at least 20 documents on either side points the same way.
    """
    k, n = _totals(parts)
    value = _against_rest(k, n)
    drawn_k, drawn_n = _redrawn(parts, draws, seed)
    low, high = interval(_against_rest(drawn_k, drawn_n[..., 0]))
    few = (np.minimum(parts.sizes, len(parts.group) - parts.sizes) < MIN_GROUPS)[:, None]
    low, high = (np.where(few, np.nan, limit) for limit in (low, high))
    wide_low, wide_high = low, high
    if redrawable(parts):
        wide = _against_rest(*_crossed(parts, draws, seed)) - _coder_centre(parts, value)
        found = interval(wide + value)
        wide_low = np.where(few, np.nan, np.fmin(low, found[0]))
        wide_high = np.where(few, np.nan, np.fmax(high, found[1]))
    p, width = _deal_p(parts, seed), len(parts.codes)
    table = pd.DataFrame(
        {
            "group": np.repeat(np.array(parts.groups, dtype=object), width),
            "code": np.tile(np.array(parts.codes, dtype=object), len(parts.groups)),
            "difference": value.ravel(), "low": low.ravel(), "high": high.ravel(),
            "wide_low": wide_low.ravel(), "wide_high": wide_high.ravel(), "p": p.ravel(),
            "same": _same_direction(parts, value).ravel(),
        }
    )  # fmt: skip
    shown = ~table["group"].isin(but) & table["code"].isin(codes or parts.codes)
    table = table[shown].reset_index(drop=True)
    tested = table["p"].to_numpy(dtype=float)
    return table.assign(p_holm=holm(tested), p_fdr=false_discovery(tested))


def distances(parts: Parts, *, draws: int, seed: int) -> pd.DataFrame:
    """How far do groups lie apart, and how far would random groups of their size?

    Parameters
    ----------
    parts : Parts
    draws, seed : int

    Returns
    -------
    DataFrame [a, b, distance, low, high, chance, p, p_holm]
        The mean over codes of how far the shares of a code lie apart; `chance` is what 95 % of
        random deals of the parts of both groups stay below.
    """
    k, n = _totals(parts)
    share = ratio(k, n[:, None])
    drawn = ratio(*_redrawn(parts, draws, seed))
    rows = []
    for a in range(len(parts.groups)):
        for b in range(a + 1, len(parts.groups)):
            far = float(np.nanmean(np.abs(share[a] - share[b])))
            low, high = interval(np.abs(drawn[:, a] - drawn[:, b]).mean(axis=1))
            dealt = _dealt_distances(parts, a, b, draws, seed)
            chance = float(np.quantile(dealt, 0.95)) if len(dealt) else np.nan
            p = (1 + (dealt >= far - 1e-12).sum()) / (1 + len(dealt)) if len(dealt) else np.nan
            names = parts.groups[a], parts.groups[b]
            rows.append([*names, far, float(low), float(high), chance, p])
    columns = ["a", "b", "distance", "low", "high", "chance", "p"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(p_holm=holm(table["p"].to_numpy(dtype=float)))


def redrawable(parts: Parts) -> bool:
    """Whether enough coders read enough of the documents to be redrawn."""
    return bool(len(parts.coders) and (parts.read.mean(axis=1) >= LEAST_READ).sum() >= LEAST_CODERS)


def false_discovery(p: npt.ArrayLike) -> Floats:
    """Adjust p values by Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289-300.

    Examples
    --------
    >>> false_discovery([0.01, 0.04, 0.03, 0.005]).round(3).tolist()
    [0.02, 0.04, 0.04, 0.02]
    """
    values = np.asarray(p, dtype=float)
    adjusted = np.full(values.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(values))
    order = tested[np.argsort(values[tested], kind="stable")]
    steps = values[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted[order] = np.minimum(1, np.minimum.accumulate(steps[::-1])[::-1])
    return adjusted


# Draws ------------------------------------------------------------------------------------------


def _totals(parts: Parts) -> tuple[Floats, Floats]:
    k, n = parts.weighted()
    return _by_group(parts, k), _by_group(parts, n[:, None])[:, 0]


def _by_group(parts: Parts, values: Floats) -> Floats:
    found = np.zeros((len(parts.groups), values.shape[1]))
    np.add.at(found, parts.group, values)
    return found


def _redrawn(parts: Parts, draws: int, seed: int) -> tuple[Floats, Floats]:
    """Totals in every draw of documents: draws x groups x codes, draws x groups x 1."""
    k, n = parts.weighted()
    values = np.column_stack([k, n])
    found = np.zeros((draws, len(parts.groups), values.shape[1]))
    for group, rows in _pieces(parts):
        weights = poisson_weights(parts.keys[rows], draws, seed).astype(float)
        found[:, group] += weights.T @ values[rows]
    return found[..., :-1], found[..., -1:]


def _pieces(parts: Parts) -> Iterator[tuple[int, npt.NDArray[np.int64]]]:
    for group in range(len(parts.groups)):
        rows = np.flatnonzero(parts.group == group)
        for start in range(0, len(rows), STEP):
            yield group, rows[start : start + STEP]


def _crossed(parts: Parts, draws: int, seed: int) -> tuple[Floats, Floats]:
    """Totals in every draw of documents and coders: draws x groups x codes, draws x groups."""
    random, coders = stream(seed, "groups", "coders"), len(parts.coders)
    weights = poisson_weights(parts.keys, draws, seed).astype(float) * parts.weight[:, None]
    k = np.zeros((draws, len(parts.groups), len(parts.codes)))
    n = np.zeros((draws, len(parts.groups)))
    hot = np.eye(len(parts.groups))[parts.group]
    for draw in range(draws):
        times = random.multinomial(coders, np.full(coders, 1 / coders)).astype(float)
        readers = times @ parts.read
        each = np.where(readers > 0, weights[:, draw] / np.where(readers > 0, readers, 1), 0)
        mine = (times[:, None] * parts.read)[:, :, None]
        k[draw] = hot.T @ ((mine * parts.coded).sum(axis=0) * each[:, None])
        n[draw] = hot.T @ ((mine[:, :, 0] * parts.coded_n).sum(axis=0) * each)
    return k, n


def _of_all_coders(parts: Parts) -> tuple[Floats, Floats]:
    readers = parts.read.sum(axis=0)
    each = np.where(readers > 0, parts.weight / np.where(readers > 0, readers, 1), 0)
    k = (parts.read[:, :, None] * parts.coded).sum(axis=0) * each[:, None]
    n = (parts.read * parts.coded_n).sum(axis=0) * each
    return _by_group(parts, k), _by_group(parts, n[:, None])[:, 0]


def _coder_centre(parts: Parts, value: Floats) -> Floats:
    """What the draws of coders spread around: differences of the mean of all coders."""
    return np.where(np.isnan(value), np.nan, _against_rest(*_of_all_coders(parts)))


def _wide(
    parts: Parts, share: Floats, low: Floats, high: Floats, draws: int, seed: int
) -> tuple[Floats, Floats]:
    """Limits over documents and coders, around the share that is shown."""
    if not redrawable(parts):
        nothing = np.full(share.shape, np.nan)
        return nothing, nothing.copy()
    k, n = _crossed(parts, draws, seed)
    all_k, all_n = _of_all_coders(parts)
    spread = ratio(k, n[..., None]) - ratio(all_k, all_n[:, None]) + share
    found = interval(spread)
    known = ~np.isnan(low)
    wide_low = np.where(known, np.clip(np.fmin(low, found[0]), 0, 1), np.nan)
    return wide_low, np.where(known, np.clip(np.fmax(high, found[1]), 0, 1), np.nan)


def _limits(share: Floats, drawn: Floats, sizes: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Percentile limits; where no document has a code, or all have, those of Jeffreys."""
    low, high = interval(drawn)
    reach = np.array([jeffreys(0, int(n))[1] if n else np.nan for n in sizes])[:, None]
    low, high = np.where(share == 1, 1 - reach, low), np.where(share == 0, reach, high)
    few = (sizes < MIN_GROUPS)[:, None]
    return np.where(few, np.nan, low), np.where(few, np.nan, high)


# Tests ------------------------------------------------------------------------------------------


def _against_rest(k: Floats, n: Floats) -> Floats:
    """Share of each group minus that of all others: (draws x) groups x codes."""
    n = n[..., None]
    rest_k, rest_n = k.sum(axis=-2, keepdims=True) - k, n.sum(axis=-2, keepdims=True) - n
    return ratio(k, n) - ratio(rest_k, rest_n)


def _residuals(parts: Parts) -> Floats:
    """How much more of a code each part has than its size lets expect; sums to zero."""
    k, n = parts.weighted()
    return k - n[:, None] * ratio(k.sum(axis=0), n.sum())[None, :]


def _deal_p(parts: Parts, seed: int) -> Floats:
    """How often random groups of these sizes would differ as much from the rest."""
    excess = np.nan_to_num(_residuals(parts))
    total, size = len(excess), parts.sizes
    found = np.abs(_by_group(parts, excess))
    if total <= 1 or len(parts.groups) < 2:
        return np.full(found.shape, np.nan)
    if total > DEALT:
        spread = size * (total - size) / (total * (total - 1))
        error = np.sqrt(spread[:, None] * (excess**2).sum(axis=0)[None, :])
        return _two_sided(np.divide(found, error, out=np.zeros_like(found), where=error > 0))
    deals = int(np.clip(2e8 / excess.size, FEWEST_DEALS, MOST_DEALS))
    reached = np.zeros(found.shape)
    random, ends = stream(seed, "groups", "deals"), np.concatenate([[0], np.cumsum(size)[:-1]])
    for _ in range(deals):
        dealt = np.add.reduceat(excess[random.permutation(total)], ends, axis=0)
        reached += np.abs(dealt) >= found - 1e-9
    return (1 + reached) / (1 + deals)


def _two_sided(z: Floats) -> Floats:
    from math import erfc, sqrt

    return np.vectorize(lambda value: erfc(value / sqrt(2)), otypes=[float])(z)


def _dealt_distances(parts: Parts, a: int, b: int, draws: int, seed: int) -> Floats:
    """Distances of two groups when their parts are dealt at random."""
    both = parts.among([parts.groups[a], parts.groups[b]])
    total, first = len(both.group), int((both.group == 0).sum())
    if total > 10 * DEALT or not 0 < first < total:
        return np.zeros(0)
    k, n = both.weighted()
    random, found = stream(seed, "groups", parts.groups[a], parts.groups[b]), np.zeros(draws)
    all_k, all_n = k.sum(axis=0), n.sum()
    for draw in range(draws):
        rows = random.permutation(total)[:first]
        one_k, one_n = k[rows].sum(axis=0), n[rows].sum()
        far = np.abs(ratio(one_k, one_n) - ratio(all_k - one_k, all_n - one_n))
        found[draw] = far.mean()
    return found


def _same_direction(parts: Parts, value: Floats) -> npt.NDArray[np.bool_]:
    """Whether the coders who read enough of both sides all point the way of the difference."""
    same = np.ones(value.shape, dtype=bool)
    for coder in range(len(parts.coders)):
        read = parts.read[coder] > 0
        mine = np.bincount(parts.group[read], minlength=len(parts.groups))
        enough = np.minimum(mine, read.sum() - mine) >= LEAST_OF_CODER
        k = _by_group(parts, parts.coded[coder] * (parts.weight * read)[:, None])
        n = _by_group(parts, (parts.coded_n[coder] * parts.weight * read)[:, None])[:, 0]
        against = np.sign(_against_rest(k, n)) != np.sign(value)
        same &= ~(enough[:, None] & against)
    return same
