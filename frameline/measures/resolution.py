"""How small a difference the design can separate: the resolution of the instrument.

A difference in net valence that is smaller than this cannot be told from another deal of the
same paragraphs; no prose may call it a difference.

Sources: design paper OUTLINE section A (resolution of the instrument); Lunn & Davies 1998,
Biometrics 54:1085-1090 (correlated binary variables by a shared draw); Donner & Klar 2000, ch. 1
(intra-cluster correlation).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.prevalence import ratio
from frameline.measures.resampling import (
    MIN_GROUPS,
    Floats,
    claim_signs,
    permute_groups,
    stream,
    sum_by,
)

POWER = 0.8
ALPHA = 0.05

SIMULATIONS = 400
DEALS = 399

WIDEST = 2.0
"""Net valence runs from -1 to 1; no difference is larger than this."""


def intraclass_correlation(signs: npt.ArrayLike, groups: npt.ArrayLike) -> float:
    r"""Estimate how alike the claims of one paragraph are.

    Question: how much do claims of one paragraph repeat each other's direction?

    .. math:: \rho = \frac{MS_B - MS_W}{MS_B + (m_0 - 1) MS_W},\quad
              m_0 = \frac{N - \sum_g m_g^2 / N}{G - 1}

    Parameters
    ----------
    signs : array of 1 and -1, one per claim
    groups : array, paragraph group of each claim

    Returns
    -------
    float
        Between 0 and 1 (negative estimates count as 0); 0 when there is nothing to estimate from.

    Notes
    -----
    One-way analysis of variance estimator: Donner & Klar 2000, chapter 1.

    Examples
    --------
    >>> intraclass_correlation([1, 1, -1, -1], ["a", "a", "b", "b"])
    1.0
    >>> intraclass_correlation([1, -1, 1, -1], ["a", "a", "b", "b"])
    0.0
    """
    values = np.asarray(signs, dtype=float)
    _, index = np.unique(np.asarray(groups).astype(str), return_inverse=True)
    if not len(values):
        return 0.0
    sizes = np.bincount(index)
    count, size = len(sizes), len(values)
    if count < 2 or size <= count:
        return 0.0
    means = sum_by(index, values, count) / sizes
    between = float((sizes * (means - values.mean()) ** 2).sum() / (count - 1))
    within = float(((values - means[index]) ** 2).sum() / (size - count))
    typical = (size - (sizes**2).sum() / size) / (count - 1)
    scale = between + (typical - 1) * within
    return float(min(1.0, max(0.0, (between - within) / scale))) if scale > 0 else 0.0


class _Simulation:
    """Many made-up pairs of texts with given paragraph sizes, and the test of each.

    Every claim has one uniform number in each simulated pair; it is binding when that number is
    below the text's rate. Claims share the number of their paragraph with probability
    sqrt(correlation), which makes them correlated to that degree (Lunn & Davies 1998). The same
    numbers serve every difference tried, so that power grows smoothly with the difference.
    """

    def __init__(
        self,
        sizes: tuple[Sequence[int], Sequence[int]],
        correlation: float,
        simulations: int,
        deals: int,
        seed: int,
    ) -> None:
        first, second = (np.asarray(part, dtype=int) for part in sizes)
        self.sizes = np.concatenate([first, second])
        self.split = len(first)
        self.index = np.repeat(np.arange(len(self.sizes)), self.sizes)
        generator = stream(seed, "resolution")
        shape = simulations, len(self.index)
        own = generator.random(shape)
        shared = generator.random((simulations, len(self.sizes)))[:, self.index]
        copies = generator.random(shape) < math.sqrt(correlation)
        self.uniform = np.where(copies, shared, own)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.deal = permute_groups(
            self.split, len(second), deals, seed, key=("resolution",)
        ).astype(float)

    def power(self, first: float, second: float, alpha: float) -> float:
        """Share of the pairs with these net valences that the permutation test separates."""
        rates = np.where(self.index < self.split, (1 + first) / 2, (1 + second) / 2)
        binding = np.add.reduceat((self.uniform < rates).astype(float), self.starts, axis=1)
        balance = 2 * binding - self.sizes
        p = np.maximum(
            self._p(balance, self.sizes.astype(float)),
            self._p(balance / self.sizes, np.ones(len(self.sizes))),
        )
        return float((p < alpha).mean())

    def _p(self, hits: Floats, total: Floats) -> Floats:
        """Permutation p of each simulated pair: hits simulations x groups, total groups."""
        real = np.zeros((1, len(total)))
        real[0, : self.split] = 1

        def differences(taken: Floats) -> Floats:
            part, whole = hits @ taken.T, total @ taken.T
            rest = hits.sum(axis=1, keepdims=True) - part
            return np.abs(rest / (total.sum() - whole) - part / whole)

        extreme = differences(self.deal) >= differences(real) - 1e-12
        return (1 + extreme.sum(axis=1)) / (1 + len(self.deal))


def _around(centre: float, difference: float) -> tuple[float, float]:
    """Place two net valences this far apart around a centre, within -1 and 1."""
    middle = min(1 - difference / 2, max(difference / 2 - 1, centre))
    return middle - difference / 2, middle + difference / 2


def smallest_difference(
    sizes: tuple[Sequence[int], Sequence[int]],
    *,
    centre: float = 0.0,
    correlation: float = 0.0,
    power: float = POWER,
    alpha: float = ALPHA,
    simulations: int = SIMULATIONS,
    deals: int = DEALS,
    seed: int = 0,
) -> float:
    """Find the smallest difference in net valence that two texts of this shape can separate.

    Question: how far apart must two texts be, for this design to notice?

    Parameters
    ----------
    sizes : two lists of int
        Claims with a direction in each paragraph group of the two texts; groups without any are
        left out.
    centre : float
        Net valence half-way between the two texts.
    correlation : float
        Intra-paragraph correlation of the signs, 0 to 1.
    power, alpha : float
        The test must reach p < alpha in this share of simulated pairs.
    simulations, deals : int
        Simulated pairs, and permutations of their paragraphs.
    seed : int

    Returns
    -------
    float
        Between 0 and 2, to within .01; NaN when no difference suffices or a text has fewer than 3
        groups.

    Notes
    -----
    The test is that of `frameline.measures.shift`: paragraph groups dealt out at random, the
    larger p of share of claims and average of paragraphs, two-sided. Bisection over the
    difference with common random numbers.

    Examples
    --------
    >>> many = smallest_difference(([2] * 40, [2] * 40), simulations=100, deals=99)
    >>> few = smallest_difference(([2] * 10, [2] * 10), simulations=100, deals=99)
    >>> many < few
    True
    """
    kept = tuple([int(size) for size in part if size > 0] for part in sizes)
    if min(len(part) for part in kept) < MIN_GROUPS:
        return math.nan
    simulation = _Simulation((kept[0], kept[1]), correlation, simulations, deals, seed)
    low, high = 0.0, WIDEST
    if simulation.power(*_around(centre, high), alpha) < power:
        return math.nan
    while high - low > 0.01:
        middle = (low + high) / 2
        if simulation.power(*_around(centre, middle), alpha) < power:
            low = middle
        else:
            high = middle
    return high


def _signed(claims: pd.DataFrame, doc_id: str) -> tuple[Floats, npt.NDArray]:
    """Signs of a text's claims with a direction, and their paragraph groups."""
    text = claims[claims["doc_id"] == doc_id]
    signs = claim_signs(text)
    kept = np.abs(signs) == 1
    return signs[kept], text["para_group"].astype(str).to_numpy(dtype=object)[kept].astype(str)


def _pooled_correlation(texts: Sequence[tuple[Floats, npt.NDArray]]) -> float:
    """Average the intra-paragraph correlation of texts, weighted by their claims."""
    weights = np.array([len(signs) for signs, _ in texts], dtype=float)
    values = np.array([intraclass_correlation(signs, groups) for signs, groups in texts])
    return float(ratio((weights * values).sum(), weights.sum())) if weights.sum() else 0.0


def resolution(
    claims: pd.DataFrame,
    pairs: Sequence[tuple[str, str]],
    *,
    power: float = POWER,
    alpha: float = ALPHA,
    simulations: int = SIMULATIONS,
    deals: int = DEALS,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure the resolution of net valence for named pairs of texts.

    Question: which differences between these two texts could this design have noticed?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, sign.
    pairs : list of (from, to)
    power, alpha, simulations, deals, seed : see `smallest_difference`

    Returns
    -------
    DataFrame, one row per pair
        [from, to, groups_from, groups_to, signed_from, signed_to, correlation, observed,
        smallest, resolved]. Groups and signed count paragraph groups and claims with a direction;
        correlation within paragraphs, estimated in each text and averaged; observed is the
        absolute difference of net valences; resolved says whether it reaches the smallest
        difference. Before any correction for several comparisons.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["a"] * 8 + ["b"] * 8,
    ...     "para_group": [f"a.{i}" for i in range(8)] + [f"b.{i}" for i in range(8)],
    ...     "sign": [1.0] * 8 + [-1.0] * 8,
    ... })
    >>> row = resolution(table, [("a", "b")], simulations=100, deals=99).iloc[0]
    >>> float(row["observed"]), bool(row["resolved"])
    (2.0, True)
    """
    rows = []
    for start, end in pairs:
        texts = _signed(claims, start), _signed(claims, end)
        sizes = [np.unique(groups, return_counts=True)[1].tolist() for _, groups in texts]
        nets = [float(signs.mean()) if len(signs) else math.nan for signs, _ in texts]
        correlation = _pooled_correlation(texts)
        smallest = math.nan
        if not any(math.isnan(value) for value in nets):
            smallest = smallest_difference(
                (sizes[0], sizes[1]), centre=sum(nets) / 2, correlation=correlation,
                power=power, alpha=alpha, simulations=simulations, deals=deals, seed=seed,
            )  # fmt: skip
        observed = abs(nets[1] - nets[0])
        rows.append(
            (start, end, len(sizes[0]), len(sizes[1]), sum(sizes[0]), sum(sizes[1]),
             correlation, observed, smallest, bool(observed >= smallest))
        )  # fmt: skip
    columns = [
        "from", "to", "groups_from", "groups_to", "signed_from", "signed_to",
        "correlation", "observed", "smallest", "resolved",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def resolution_curve(
    claims: pd.DataFrame,
    groups: Sequence[int] = (5, 10, 20, 40, 80, 160),
    *,
    power: float = POWER,
    alpha: float = ALPHA,
    simulations: int = SIMULATIONS,
    deals: int = DEALS,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure how the resolution would sharpen with longer texts.

    Question: how many paragraphs would each text need, to separate a given difference?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, sign. The observed paragraph sizes and the correlation within
        paragraphs are taken from all its texts together.
    groups : list of int
        Paragraph groups with a direction in each of two equal texts.
    power, alpha, simulations, deals, seed : see `smallest_difference`

    Returns
    -------
    DataFrame, one row per number of groups
        [groups, signed, smallest]: signed claims in each text, smallest separable difference (NaN
        when none suffices).

    Notes
    -----
    Paragraph sizes are evenly spaced quantiles of the observed ones, the same in both texts.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["a"] * 8, "para_group": [f"a.{i // 2}" for i in range(8)],
    ...     "sign": [1.0, -1.0] * 4,
    ... })
    >>> curve = resolution_curve(table, [6, 24], simulations=100, deals=99)
    >>> curve["signed"].tolist(), bool(curve["smallest"].is_monotonic_decreasing)
    ([12, 48], True)
    """
    names = list(claims["doc_id"].drop_duplicates())
    texts = [_signed(claims, name) for name in names]
    observed = np.concatenate([np.unique(part, return_counts=True)[1] for _, part in texts])
    if not len(observed):
        return pd.DataFrame({"groups": list(groups), "signed": 0, "smallest": math.nan})
    correlation = _pooled_correlation(texts)
    rows = []
    for count in groups:
        places = (np.arange(count) + 0.5) / count
        sizes = np.quantile(observed, places, method="inverted_cdf").astype(int).tolist()
        smallest = smallest_difference(
            (sizes, sizes), correlation=correlation, power=power, alpha=alpha,
            simulations=simulations, deals=deals, seed=seed,
        )  # fmt: skip
        rows.append((count, sum(sizes), smallest))
    return pd.DataFrame(rows, columns=["groups", "signed", "smallest"])
