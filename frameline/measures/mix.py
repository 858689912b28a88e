r"""Do two texts mix the codes differently? A permutation test that allows for paragraphs.

`mix_test` is a permuted, studentised, weighted chi-square. Paragraphs weigh what they tell: w =
m / (1 + r (m - 1)) for m claims with correlation r within paragraphs. The statistic is the squared
difference of the weighted mixes over its own estimated variance, so that other correlations and
other lengths of paragraphs in the two texts do not pass for another mix (Chung & Romano 2013), and
its null distribution comes from permuting whole paragraphs. The Jensen-Shannon divergence
(`frameline.measures.shift.js_divergence`) stays the *measure* of how far apart two mixes are; this
is its test.

Deals are made until the p value is known well enough to be called: see `mix_test`.

Sources: Rao & Scott 1981, JASA 76:221-230 (first-order corrected chi-square of clustered data);
Chung & Romano 2013, Annals of Statistics 41:484-507 (permuting a studentised statistic); Holm 1979,
Scandinavian Journal of Statistics 6:65-70; Phipson & Smyth 2010, Statistical Applications in
Genetics and Molecular Biology 9:39 (p is never 0).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, islice

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from frameline.measures.clusters import (
    ENOUGH,
    FEW,
    FEW_PARAGRAPHS,
    Clusters,
    intracluster_correlation,
    neighbour_likeness,
)
from frameline.measures.prevalence import ratio
from frameline.measures.resampling import Floats, holm, stream
from frameline.measures.shift import ALPHA, js_divergence

FIRST_PERMUTATIONS, MOST_PERMUTATIONS = 200_000, 1_000_000
"""Deals of a pair at first, and at most."""

ALL_PERMUTATIONS = 20_000
"""With no more permutations than this, each is made once, and p has no Monte Carlo error."""

_PIECE, _AT_ONCE = 5000, 1000

KEPT = 5000
"""Statistics of so many random permutations are kept for a chart; of all where each is made."""

SHARED = 64_000
"""Up to so many permutations of two texts are kept for the next way of counting them."""

SURENESS = 0.999
"""Level of the Monte Carlo interval of p that must be clear of the cut."""

TESTED = 4
"""A mix is tested from so many paragraphs in each of the two texts."""

UNTESTED, OPEN = "too few paragraphs", "not decided by the permutations made"


def paragraph_weights(sizes: npt.ArrayLike, icc: npt.ArrayLike) -> Floats:
    """Weigh paragraphs by what they tell: the more claims the more, the less the more alike.

    Parameters
    ----------
    sizes : array, ... x paragraphs
    icc : array, ...

    Returns
    -------
    array, ... x paragraphs

    Examples
    --------
    >>> paragraph_weights([1.0, 5.0], 0.0).tolist(), paragraph_weights([1.0, 5.0], 1.0).tolist()
    ([1.0, 5.0], [1.0, 1.0])
    """
    m = np.asarray(sizes, dtype=float)
    return m / (1 + np.asarray(icc, dtype=float)[..., None] * (m - 1))


def mix_statistic(hits: Floats, sizes: Floats, weights: Floats, taken: Floats) -> Floats:
    r"""Work out the statistic for permutations of the paragraphs to two texts.

    .. math:: T = \frac{\sum_k (P_{1k} - P_{2k})^2 / p_{0k}}{\sum_k (v_{1k} + v_{2k}) / p_{0k}},
              \quad P_{ik} = \sum_g w_g y_{gk} / W_i

    .. math:: v_{ik} = \frac{G_i}{G_i - 1} \sum_g w_g^2 (y_{gk} - P_{ik})^2 / W_i^2

    Parameters
    ----------
    hits : array, ... x paragraphs x codes
        Of both texts, one after the other.
    sizes, weights : arrays, ... x paragraphs
    taken : array of 0/1, ... x permutations x paragraphs
        The paragraphs that fall to the first text.

    Returns
    -------
    array, ... x permutations
        0 where the mixes are equal; infinite where they differ and nothing varies within either.

    Examples
    --------
    >>> hits = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    >>> permutations = np.array([[1.0, 1.0, 0.0, 0.0]])
    >>> round(float(mix_statistic(hits, np.ones(4), np.ones(4), permutations)[0]), 9)
    1.0
    """
    rates = hits / sizes[..., None]
    w = weights[..., None]
    overall = (w * rates).sum(axis=-2) / w.sum(axis=-2)
    scale = np.where(overall > 0, 1 / np.where(overall > 0, overall, 1), 0)[..., None, :]
    scaled = rates * np.sqrt(scale)
    columns = np.concatenate(
        [w, w**2, w**2 * (scaled**2).sum(axis=-1, keepdims=True), w * scaled, w**2 * scaled],
        axis=-1,
    )
    groups, codes = taken.sum(axis=-1), rates.shape[-1]
    first = taken @ columns
    second = columns.sum(axis=-2, keepdims=True) - first
    mixes, spread = [], np.zeros(first.shape[:-1])
    for sums, count in ((first, groups), (second, taken.shape[-1] - groups)):
        weight, squares, own = sums[..., 0], sums[..., 1], sums[..., 2]
        mix, cross = sums[..., 3 : 3 + codes] / weight[..., None], sums[..., 3 + codes :]
        inside = own + _dot(mix, mix) * squares - 2 * _dot(mix, cross)
        # Sums of squares that cancel leave a trace of rounding: nothing varies there.
        inside = np.where(inside > 1e-11 * own, inside, 0)
        spread += count / (count - 1) * inside / weight**2
        mixes.append(mix)
    difference = mixes[0] - mixes[1]
    apart = _dot(difference, difference)
    apart = np.where(apart > 1e-20, apart, 0)
    return np.where(spread > 0, ratio(apart, spread), np.where(apart > 0, np.inf, 0.0))


def _dot(first: Floats, second: Floats) -> Floats:
    """Add up products over the last axis, without keeping them."""
    found: Floats = np.einsum("...k,...k->...", first, second)
    return found


def random_permutations(
    groups: tuple[int, int],
    permutations: int,
    generator: np.random.Generator,
    runs: tuple[int, ...] = (),
) -> Floats:
    """Deal paragraphs to two texts at random, each keeping its number of paragraphs.

    Parameters
    ----------
    groups : (int, int)
    permutations : int
    generator : numpy.random.Generator
    runs : tuple of int
        Leading axes: other permutations for each simulated pair.

    Returns
    -------
    array of 0/1, runs... x permutations x paragraphs
        1 where the paragraph falls to the first text.

    Examples
    --------
    >>> random_permutations((2, 3), 4, np.random.default_rng(1)).sum(axis=1).tolist()
    [2.0, 2.0, 2.0, 2.0]
    """
    size = sum(groups)
    numbers = generator.random((*runs, permutations, size), dtype=np.float32)
    chosen = np.argpartition(numbers, groups[0] - 1, axis=-1)[..., : groups[0]]
    taken = np.zeros(numbers.shape)
    np.put_along_axis(taken, chosen, 1.0, axis=-1)
    return taken


def all_permutations(groups: tuple[int, int]) -> Iterator[Floats]:
    """Go through all permutations of the paragraphs, in pieces of some thousand.

    Examples
    --------
    >>> sum(len(piece) for piece in all_permutations((2, 3)))
    10
    """
    size = sum(groups)
    each = combinations(range(size), groups[0])
    while piece := list(islice(each, 5000)):
        taken = np.zeros((len(piece), size))
        np.put_along_axis(taken, np.array(piece), 1.0, axis=1)
        yield taken


@dataclass
class _Pair:
    """One comparison on its way: paragraphs, the real statistic, and the permutations so far."""

    hits: Floats
    sizes: Floats
    groups: tuple[int, int]
    names: tuple[str, str]
    seed: int
    icc: float = field(init=False)
    weights: Floats = field(init=False)
    value: float = field(init=False)
    likeness: float = field(init=False)
    sceptical: float = field(init=False)
    permutations: int = 0
    extreme: int = 0
    extreme_sceptical: int = 0
    exact: bool = False
    kept: list[Floats] = field(default_factory=list)

    def __post_init__(self) -> None:
        cut = self.groups[0]
        # What neither text gives tells them nothing apart, and costs as much as what they give.
        self.hits = self.hits[:, self.hits.any(axis=0)]
        parts = [
            (self.hits[:cut], self.sizes[:cut]),
            (self.hits[cut:], self.sizes[cut:]),
        ]
        self.icc = float(intracluster_correlation(*parts))
        self.weights = paragraph_weights(self.sizes, np.asarray(self.icc))
        real = (np.arange(len(self.sizes)) < cut).astype(float)[None]
        self.value = float(self._statistic(real)[0])
        texts = [Clusters(hits, sizes, ()) for hits, sizes in parts]
        self.likeness = float(np.nan_to_num(neighbour_likeness(texts, self.icc)))
        self.sceptical = inflation([s for _, s in parts], self.icc, self.likeness)

    def _statistic(self, taken: Floats) -> Floats:
        # A thousand at a time stay in the processor's own memory, and on one processor.
        parts = [taken[start : start + _AT_ONCE] for start in range(0, len(taken), _AT_ONCE)]
        return np.concatenate([self._part(part) for part in parts])

    def _part(self, taken: Floats) -> Floats:
        if len(taken) % 100 == 0:
            taken = taken.reshape(-1, 100, taken.shape[1])
        return mix_statistic(self.hits, self.sizes, self.weights, taken).ravel()

    def _count(self, taken: Floats) -> None:
        null = self._statistic(taken)
        room = (ALL_PERMUTATIONS if self.exact else KEPT) - self.permutations
        if room > 0:
            self.kept.append(null[:room])
        self.permutations += len(null)
        self.extreme += int((null >= self.value * (1 - 1e-9)).sum())
        self.extreme_sceptical += int((null >= self.value / self.sceptical * (1 - 1e-9)).sum())

    def permute(self, until: int) -> None:
        """Make permutations until there are so many, or each once where there are few."""
        if self.exact or self.permutations >= until:
            return
        if math.comb(sum(self.groups), self.groups[0]) <= ALL_PERMUTATIONS:
            self.exact = True
            for taken in all_permutations(self.groups):
                self._count(taken)
            return
        # Pieces have their own streams, so that more permutations are the same and some more.
        while self.permutations < until:
            size = min(_PIECE, until - self.permutations)
            shared = until <= SHARED
            made = _shared_deals if shared else _permutations
            self._count(
                made(self.groups, self.names, self.seed, self.permutations, size).astype(float)
            )

    def p(self, extreme: int) -> float:
        """The p value: exact, or with one added to the permutations made."""
        if self.exact:
            return extreme / self.permutations
        return (1 + extreme) / (1 + self.permutations)

    def limits(self) -> tuple[float, float]:
        """Monte Carlo interval of p (Clopper & Pearson)."""
        if self.exact:
            return self.p(self.extreme), self.p(self.extreme)
        return clopper_pearson(self.extreme, self.permutations)


def _permutations(
    groups: tuple[int, int], names: tuple[str, str], seed: int, start: int, size: int
) -> npt.NDArray[np.bool_]:
    """Make a piece of the permutations of two texts, by its place among them."""
    piece = stream(seed, "mix", *names, str(start))
    return random_permutations(groups, size, piece).astype(bool)


# Many ways of counting permute the same paragraphs: the permutations are kept, a byte each.
_shared_deals = lru_cache(maxsize=1024)(_permutations)


def clopper_pearson(k: int, n: int, level: float = SURENESS) -> tuple[float, float]:
    """Give the exact interval of a share of independent draws.

    Parameters
    ----------
    k, n : int
    level : float

    Returns
    -------
    low, high : float

    Notes
    -----
    Clopper & Pearson 1934. The example is Newcombe 1998 (Statistics in Medicine 17:857-872), table
    I, method 5: 81 of 263.

    Examples
    --------
    >>> low, high = clopper_pearson(81, 263, 0.95)
    >>> round(low, 4), round(high, 4)
    (0.2527, 0.3676)
    """
    tail = (1 - level) / 2
    low = 0.0 if k == 0 else float(special.betaincinv(k, n - k + 1, tail))
    high = 1.0 if k == n else float(special.betaincinv(k + 1, n - k, 1 - tail))
    return low, high


def inflation(sizes: Sequence[Floats], icc: float, likeness: float) -> float:
    r"""Tell by what factor likeness of neighbours inflates the variance of a difference of mixes.

    .. math:: \lambda = \frac{V_1(\varphi) + V_2(\varphi)}{V_1(0) + V_2(0)},\quad
              V_i(\varphi) = \frac{1}{W_i^2}\sum_{g,h} w_g w_h
              \bigl(r\varphi^{|g-h|} + [g = h](1 - r)/m_g\bigr)

    Parameters
    ----------
    sizes : two arrays
        Claims of each paragraph of the two texts, in reading order.
    icc, likeness : float

    Returns
    -------
    float
        At least 1; the statistic is divided by it (the sceptical line).

    Examples
    --------
    >>> inflation([np.ones(5), np.ones(5)], 0.3, 0.0)
    1.0
    """
    variance = np.zeros(2)
    for m in sizes:
        w = paragraph_weights(m, np.asarray(icc))
        order = np.abs(np.arange(len(m))[:, None] - np.arange(len(m)))
        for place, phi in enumerate((likeness, 0.0)):
            alike = icc * phi**order + np.diag((1 - icc) / m)
            variance[place] += w @ alike @ w / w.sum() ** 2
    return float(variance[0] / variance[1])


_COLUMNS = [
    "from", "to", "n_from", "n_to", "groups_from", "groups_to", "js", "icc", "statistic", "p",
    "p_low", "p_high", "p_holm", "permutations", "phi", "sceptical_p", "note",
]  # fmt: skip


def mix_test(
    texts: Mapping[str, Clusters],
    pairs: Sequence[tuple[str, str]],
    *,
    alpha: float = ALPHA,
    seed: int = 0,
    first: int = FIRST_PERMUTATIONS,
    most: int = MOST_PERMUTATIONS,
    keep: bool = False,
) -> pd.DataFrame:
    """Test whether two texts mix the codes differently.

    Question: is the mix of reasons in two texts further apart than a random permutation of their
    paragraphs would be?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
        As `frameline.measures.clusters.clusters` gives them.
    pairs : list of (from, to)
    alpha : float
        Level of the Holm-adjusted test.
    seed : int
    first, most : int
        Deals of each pair at first; doubled for the pairs that are not decided, up to ``most``.
    keep : bool
        Add a column null: the statistics of permutations (see `KEPT`), an array per row.

    Returns
    -------
    DataFrame, one row per pair
        [from, to, n_from, n_to, groups_from, groups_to, js, icc, statistic, p, p_low, p_high,
        p_holm, permutations, phi, sceptical_p, note]: claims and paragraphs of the two texts,
        Jensen-Shannon divergence (bits), correlation within paragraphs, p with its 99.9 % Monte
        Carlo interval (of no width where every permutation was made once), Holm over the pairs, the
        likeness of neighbouring paragraphs and the p that allows for it. note is "", "few
        paragraphs" (exploratory: fewer than 8 in a text), "too few paragraphs" (no test: fewer
        than 4, or fewer permutations than 40 divided by Holm's strictest level), or "not decided by
        the permutations made".

    Notes
    -----
    A pair is decided when the Holm-adjusted values of the lower and of the upper Monte Carlo
    limits lie on the same side of alpha; Holm's adjustment rises with every p, so that no value
    within the limits would be called otherwise. Deals come from streams named by the pair: its
    order and the other pairs do not matter.

    Examples
    --------
    >>> table = {
    ...     name: Clusters(np.repeat(row, 9, axis=0), np.ones(9), ("x", "y"))
    ...     for name, row in [("a", [[1.0, 0.0]]), ("b", [[0.0, 1.0]])]
    ... }
    >>> row = mix_test(table, [("a", "b")]).iloc[0]
    >>> float(row["js"]), bool(row["p"] < 0.001)
    (1.0, True)
    """
    known = {name: texts[name] for pair in pairs for name in pair if name in texts}
    tested = [pair for pair in pairs if can_be_tested(known, pair, alpha)]
    # Holm's strictest level is set by the pairs that are tested, and they by that level.
    tested = [pair for pair in tested if can_be_tested(known, pair, alpha / len(tested))]
    running = {pair: _start(known, pair, seed) for pair in tested}
    _permute_until_clear(list(running.values()), alpha, first, most)
    decided = dict(zip(running, _decided(list(running.values()), alpha), strict=True))
    rows = [_row(known, pair, running.get(pair), decided.get(pair, True)) for pair in pairs]
    table = pd.DataFrame(rows, columns=[name for name in _COLUMNS if name != "p_holm"])
    table.insert(_COLUMNS.index("p_holm"), "p_holm", holm(table["p"].to_numpy(dtype=float)))
    if keep:
        null = [np.concatenate(running[pair].kept) if pair in running else np.zeros(0)
                for pair in pairs]  # fmt: skip
        table["null"] = pd.Series(null, index=table.index, dtype=object)
    return table


def can_be_tested(
    texts: Mapping[str, Clusters], pair: tuple[str, str], level: float = ALPHA
) -> bool:
    """Say whether both texts have the paragraphs, and the permutations, for a test at this level.

    Examples
    --------
    >>> text = {name: Clusters(np.ones((5, 1)), np.ones(5), ("x",)) for name in "ab"}
    >>> can_be_tested(text, ("a", "b"), 0.2), can_be_tested(text, ("a", "b"), 0.01)
    (True, False)
    """
    if any(name not in texts or texts[name].groups < TESTED for name in pair):
        return False
    groups = [texts[name].groups for name in pair]
    return math.comb(sum(groups), groups[0]) >= 40 / level


def _start(texts: Mapping[str, Clusters], pair: tuple[str, str], seed: int) -> _Pair:
    """Lay a pair out, the text whose name comes first in front: the order must not matter."""
    early, late = sorted(pair)
    first, second = texts[early], texts[late]
    return _Pair(
        np.concatenate([first.hits, second.hits]), np.concatenate([first.sizes, second.sizes]),
        (first.groups, second.groups), (early, late), seed,
    )  # fmt: skip


def _decided(pairs: Sequence[_Pair], alpha: float) -> list[bool]:
    """Say for each pair whether both Monte Carlo limits of p lead to the same verdict."""
    limits = np.array([pair.limits() for pair in pairs]).reshape(-1, 2)
    adjusted = np.stack([holm(limits[:, 0]), holm(limits[:, 1])])
    below = adjusted < alpha
    return [bool(low == high) for low, high in zip(*below, strict=True)]


def _permute_until_clear(pairs: Sequence[_Pair], alpha: float, first: int, most: int) -> None:
    """Permute, and again twice as often, until every pair is decided or there are enough.

    Holm's verdicts depend only on where each p lies between the cuts alpha / 1 ... alpha / m: only
    pairs whose limits have a cut between them are permuted again.
    """
    cuts = alpha / np.arange(1, len(pairs) + 1)
    until, unclear = min(first, most), list(pairs)
    while unclear:
        for pair in unclear:
            pair.permute(until)
        if until >= most or all(_decided(pairs, alpha)):
            return
        until = min(2 * until, most)
        limits = [(pair, *pair.limits()) for pair in pairs]
        unclear = [pair for pair, low, high in limits if ((low < cuts) & (cuts <= high)).any()]


def _row(
    texts: Mapping[str, Clusters], pair: tuple[str, str], found: _Pair | None, decided: bool
) -> tuple:
    """One row of `mix_test`, without the Holm-adjusted p."""
    known = [texts.get(name) for name in pair]
    cases = [text.cases if text else 0 for text in known]
    groups = [text.groups if text else 0 for text in known]
    js = math.nan
    if min(cases):
        js = float(js_divergence(*(text.hits.sum(axis=0) for text in known if text)))
    head = (*pair, *cases, *groups, js)
    if found is None:
        return (*head, *(math.nan,) * 5, 0, *(math.nan,) * 2, UNTESTED)
    note = OPEN if not decided else FEW_PARAGRAPHS if min(groups) < FEW else ENOUGH
    return (
        *head, found.icc, found.value, found.p(found.extreme), *found.limits(), found.permutations,
        found.likeness, found.p(found.extreme_sceptical), note,
    )  # fmt: skip


def simulated_p(
    first: tuple[Floats, Floats],
    second: tuple[Floats, Floats],
    generator: np.random.Generator,
    *,
    permutations: int = 199,
) -> Floats:
    """Give the p values of many simulated pairs at once, each with its own permutations.

    Parameters
    ----------
    first, second : (hits, sizes)
        Arrays runs x paragraphs x codes and runs x paragraphs (or paragraphs).
    generator : numpy.random.Generator
    permutations : int
        With 19, 39, ... 199 permutations, p is at most .05 in exactly 5 % of interchangeable pairs.

    Returns
    -------
    array, runs
        p values.

    Examples
    --------
    >>> hits = np.array([[[1.0, 0.0], [1.0, 0.0]], [[0.0, 1.0], [1.0, 0.0]]])
    >>> p = simulated_p((hits, np.ones(2)), (hits, np.ones(2)), np.random.default_rng(1))
    >>> p.tolist()
    [1.0, 1.0]
    """
    runs = len(first[0])
    parts = [
        (hits, np.broadcast_to(np.asarray(sizes, dtype=float), hits.shape[:2]))
        for hits, sizes in (first, second)
    ]
    weights_icc = intracluster_correlation(*parts)
    hits = np.concatenate([part[0] for part in parts], axis=1)
    sizes = np.concatenate([part[1] for part in parts], axis=1)
    weights = paragraph_weights(sizes, weights_icc)
    groups = parts[0][1].shape[1], parts[1][1].shape[1]
    real = np.broadcast_to(np.arange(sum(groups)) < groups[0], (runs, 1, sum(groups)))
    value = mix_statistic(hits, sizes, weights, real.astype(float))
    null = mix_statistic(
        hits, sizes, weights, random_permutations(groups, permutations, generator, (runs,))
    )
    p: Floats = (1 + (null >= value * (1 - 1e-9)).sum(axis=1)) / (1 + permutations)
    return p
