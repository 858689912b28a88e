r"""How well the tests and intervals hold on a corpus's own paragraphs.

A test that says it errs in 5 % of the cases has to be tried where the truth is known. Here texts
are made up that have the paragraphs of a real corpus (their number and sizes), its mixes of codes
and its correlation within paragraphs, and the procedures that statements use are run on them: how
often does a test find a difference that is not there (size), or that is (power), and how often
does an interval hold the truth (coverage)? `card` gives the table for one corpus;
``benchmarks/calibration.py`` runs the large grid.

The law of the made-up texts is Dirichlet-multinomial: each paragraph draws its own mix around that
of the text, and its claims from it, so that two claims of a paragraph have correlation r.

Sources: Mosimann 1962, Biometrika 49:65-82 (Dirichlet-multinomial; correlation 1 / (1 + A));
Morris, White & Crowther 2019, Statistics in Medicine 38:2074-2102 (simulation studies: Monte Carlo
errors).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import COUNTS_ONLY, Clusters, intracluster_correlation
from frameline.measures.intervals import (
    TESTED,
    degrees,
    difference_limits,
    inverted_p,
    pair_sizes,
    quantile,
    satterthwaite,
    share_limits,
    usual_correlation,
)
from frameline.measures.mix import can_be_tested, simulated_p
from frameline.measures.resampling import Floats, stream
from frameline.measures.shift import ALPHA

Sample = tuple[Floats, Floats]
"""Simulated texts: hits (runs x paragraphs x codes) and sizes (runs x paragraphs)."""

Test = Callable[[Sample, Sample, np.random.Generator], npt.NDArray[np.bool_]]
"""Says for each run whether the two texts are found to differ."""

Interval = Callable[[Sample, np.random.Generator], Floats]
"""Gives the limits of the shares of all codes: 2 x runs x codes."""

PAIRS_SIZE, SIZE, RARE_SIZE = (0.03, 0.07), (0.025, 0.075), (0.0, 0.07)
"""Where a size may lie: for the pairs of a corpus, for any other two texts, and for rare codes."""

COVERAGE = (0.93, 1.0)
"""Where a coverage may lie."""

POWER_SHARE, POWER_NET = 0.6, 0.8
"""Power is told for this part of the observed difference of mixes, and this difference of nets."""

_CHUNK = 100


def draw(
    sizes: npt.ArrayLike,
    mix: npt.ArrayLike,
    icc: float,
    runs: int,
    generator: np.random.Generator,
) -> Sample:
    r"""Make texts up: claims by code in paragraphs of given sizes.

    .. math:: q_g \sim \mathrm{Dirichlet}(A p),\quad A = (1 - r) / r,\quad
              t_g \sim \mathrm{Multinomial}(m_g, q_g)

    Parameters
    ----------
    sizes : array, paragraphs or runs x paragraphs
    mix : array, codes
        Shares, scaled to add up to one.
    icc : float
        Correlation r within paragraphs, 0 to 1.
    runs : int
    generator : numpy.random.Generator

    Returns
    -------
    hits : array, runs x paragraphs x codes
    sizes : array, runs x paragraphs

    Raises
    ------
    ValueError
        For a correlation outside 0 to 1.

    Examples
    --------
    >>> hits, sizes = draw([3, 1], [0.5, 0.5], 1.0, 4, np.random.default_rng(1))
    >>> sorted(set(hits[:, 0].ravel().tolist())), sizes[0].tolist()
    ([0.0, 3.0], [3.0, 1.0])
    """
    if not 0 <= icc <= 1:
        raise ValueError(f"a correlation within paragraphs lies between 0 and 1, not at {icc}")
    whole = np.broadcast_to(np.asarray(sizes, dtype=np.int64), (runs, np.shape(sizes)[-1]))
    shares = np.asarray(mix, dtype=float) / np.sum(mix)
    held = np.flatnonzero(shares > 0)
    hits = np.zeros((*whole.shape, len(shares)))
    if icc == 1:
        code = generator.choice(held, p=shares[held], size=whole.shape)
        np.put_along_axis(hits, code[..., None], whole[..., None].astype(float), axis=-1)
    elif len(held) == 1:
        hits[..., held[0]] = whole
    else:
        rates = np.broadcast_to(shares[held], (*whole.shape, len(held)))
        if icc > 0:
            rates = generator.dirichlet(shares[held] * (1 - icc) / icc, size=whole.shape)
        hits[..., held] = generator.multinomial(whole, rates)
    return hits, whole.astype(float)


def monte_carlo_error(rate: float, runs: int) -> float:
    """Standard error of a rate over independent runs.

    Examples
    --------
    >>> round(monte_carlo_error(0.05, 1900), 3)
    0.005
    """
    return math.sqrt(max(rate * (1 - rate), 0.0) / runs)


# The procedures, as the grid calls them ----------------------------------------------------------


def mix_differs(permutations: int = 199) -> Test:
    """Make the test of two mixes: `frameline.measures.mix`, at .05.

    Examples
    --------
    >>> generator = np.random.default_rng(1)
    >>> text = draw(np.ones(9), [1, 1], 0, 50, generator)
    >>> bool(mix_differs()(text, text, generator).any())
    False
    """

    def test(
        first: Sample, second: Sample, generator: np.random.Generator
    ) -> npt.NDArray[np.bool_]:
        return simulated_p(first, second, generator, permutations=permutations) <= ALPHA

    return test


def _first_shares(first: Sample, second: Sample) -> tuple[Floats, Floats]:
    one, other = (hits[..., 0].sum(axis=-1) / sizes.sum(axis=-1) for hits, sizes in (first, second))
    return one, other


def share_differs(
    first: Sample, second: Sample, generator: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Test the first code's share (or net balance): `frameline.measures.intervals`, at .05.

    Examples
    --------
    >>> generator = np.random.default_rng(1)
    >>> text = draw(np.ones(9), [1, 1], 0, 50, generator)
    >>> bool(share_differs(text, text, generator).any())
    False
    """
    df = degrees([first[1].shape[-1], second[1].shape[-1]])
    return inverted_p(_first_shares(first, second), pair_sizes(first, second), df) < ALPHA


def share_differs_strictly(
    first: Sample, second: Sample, generator: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Test the first code's share in the strict setting, for unequal correlations, at .05.

    Examples
    --------
    >>> generator = np.random.default_rng(1)
    >>> text = draw(np.ones(9), [1, 1], 0, 50, generator)
    >>> bool(share_differs_strictly(text, text, generator).any())
    False
    """
    shares, sizes = _first_shares(first, second), pair_sizes(first, second, strict=True)
    df = satterthwaite(shares, sizes, (first[1].shape[-1], second[1].shape[-1]))
    return inverted_p(shares, sizes, df) < ALPHA


def share_limits_of(usual: float) -> Interval:
    """Make the interval of shares: `frameline.measures.intervals`, at .95.

    Examples
    --------
    >>> generator = np.random.default_rng(1)
    >>> share_limits_of(0.35)(draw(np.ones(9), [1, 1], 0, 50, generator), generator).shape
    (2, 50, 2)
    """

    def interval(sample: Sample, generator: np.random.Generator) -> Floats:
        return share_limits(*sample, usual=usual)[0]

    return interval


# Rates -------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Law:
    """What made-up texts are made from: the sizes of paragraphs, the mix, the correlation.

    Attributes
    ----------
    sizes : array, paragraphs
        Or, with ``groups``, sizes that paragraphs are drawn from.
    mix : array, codes
    icc : float
    groups : int
        Number of paragraphs, their sizes drawn anew in each run; 0 for the sizes as they are.
    """

    sizes: Floats
    mix: Floats
    icc: float
    groups: int = 0

    def sample(self, runs: int, generator: np.random.Generator) -> Sample:
        """Make texts up."""
        sizes = self.sizes
        if self.groups:
            sizes = generator.choice(self.sizes, size=(runs, self.groups))
        return draw(sizes, self.mix, self.icc, runs, generator)


def _chunks(runs: int) -> list[int]:
    whole, rest = divmod(runs, _CHUNK)
    return [_CHUNK] * whole + ([rest] if rest else [])


def rejection_rate(
    test: Test, first: Law, second: Law, *, runs: int, seed: int, name: str
) -> float:
    """Tell how often a test finds two texts different: its size, or its power.

    Parameters
    ----------
    test : Test
    first, second : Law
        One mix in both gives the size, two mixes the power.
    runs, seed : int
    name : str
        The random stream belongs to the seed and this name, so that no cell can be given luckier
        draws than another.

    Returns
    -------
    float

    Examples
    --------
    >>> law = Law(np.full(10, 2.0), np.array([1.0, 1.0]), 0.2)
    >>> rejection_rate(share_differs, law, law, runs=200, seed=0, name="doc") < 0.15
    True
    """
    generator = stream(seed, "calibration", name)
    found = 0
    for size in _chunks(runs):
        samples = first.sample(size, generator), second.sample(size, generator)
        found += int(test(*samples, generator).sum())
    return found / runs


def coverage(interval: Interval, law: Law, *, runs: int, seed: int, name: str) -> Floats:
    """Tell how often an interval holds the share it is for, for each code.

    Parameters
    ----------
    interval : Interval
    law : Law
    runs, seed : int
    name : str
        As in `rejection_rate`.

    Returns
    -------
    array, codes

    Examples
    --------
    >>> law = Law(np.full(10, 2.0), np.array([1.0, 1.0]), 0.2)
    >>> bool(coverage(share_limits_of(0.35), law, runs=200, seed=0, name="doc").min() > 0.85)
    True
    """
    generator = stream(seed, "calibration", name)
    truth = law.mix / law.mix.sum()
    held = np.zeros(len(truth))
    for size in _chunks(runs):
        low, high = interval(law.sample(size, generator), generator)
        held += ((low <= truth + 1e-12) & (truth <= high + 1e-12)).sum(axis=0)
    return held / runs


def difference_coverage(first: Law, second: Law, *, runs: int, seed: int, name: str) -> float:
    """Tell how often the interval of a difference holds it, for the first code.

    Parameters
    ----------
    first, second : Law
    runs, seed : int
    name : str

    Returns
    -------
    float

    Examples
    --------
    >>> law = Law(np.full(10, 2.0), np.array([1.0, 1.0]), 0.2)
    >>> difference_coverage(law, law, runs=200, seed=0, name="doc") > 0.85
    True
    """
    generator = stream(seed, "calibration", name)
    truth = second.mix[0] / second.mix.sum() - first.mix[0] / first.mix.sum()
    held = 0
    for size in _chunks(runs):
        one, other = first.sample(size, generator), second.sample(size, generator)
        z = quantile(0.95, degrees([one[1].shape[-1], other[1].shape[-1]]))
        low, high = difference_limits(_first_shares(one, other), pair_sizes(one, other), z)
        held += int(((low <= truth + 1e-12) & (truth <= high + 1e-12)).sum())
    return held / runs


# The card of a corpus ----------------------------------------------------------------------------

_CARD = [
    "procedure", "quantity", "from", "to", "code", "icc_from", "icc_to", "truth", "rate", "error",
    "runs", "low", "high", "verdict",
]  # fmt: skip


def card(
    codes: Mapping[str, Clusters],
    signs: Mapping[str, Clusters],
    pairs: Sequence[tuple[str, str]],
    *,
    runs: int = 2000,
    permutations: int = 99,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure size, power and coverage on the paragraphs, mixes and correlations of a corpus.

    Question: how often would these tests and intervals be wrong on texts like these?

    Parameters
    ----------
    codes : dict doc_id -> Clusters
        The variable whose mix is compared.
    signs : dict doc_id -> Clusters
        Binding and dividing claims, in this order; empty where the corpus has no directions.
    pairs : list of (from, to)
        The comparisons.
    runs, permutations, seed : int
        Made-up texts of each row; permutations of each test of mixes.

    Returns
    -------
    DataFrame, one row per procedure, quantity and comparison (or text and code)
        [procedure, quantity, from, to, code, icc_from, icc_to, truth, rate, error, runs, low,
        high, verdict]: procedure "mix", "net difference", "share" or "net"; quantity "size",
        "power" or "coverage"; the correlations of the made-up texts; the true difference or share
        (for a mix the part of the observed difference); the rate and its Monte Carlo error; where
        it has to lie; and `judge` of it ("" for power).

    Notes
    -----
    Each text has its own correlation, as estimated. Size: both texts have the pair's common mix.
    Power: of `POWER_SHARE` of the observed difference of mixes; of a difference of net balances
    of `POWER_NET` around the pair's own.

    Examples
    --------
    >>> hits = np.repeat([[2.0, 0.0], [1.0, 1.0]], 5, axis=0)
    >>> text = {name: Clusters(hits, np.full(10, 2.0), ("x", "y")) for name in "ab"}
    >>> found = card(text, {}, [("a", "b")], runs=100, permutations=39)
    >>> found["quantity"].tolist()
    ['size', 'power', 'coverage', 'coverage', 'coverage', 'coverage']
    """
    rows = [
        *_mix_rows(codes, pairs, runs, permutations, seed),
        *_net_rows(signs, pairs, runs, seed),
        *_share_rows(codes, "share", runs, seed),
        *_share_rows(signs, "net", runs, seed),
    ]
    table = pd.DataFrame([row[:-1] for row in rows], columns=_CARD[:9])
    table["error"] = [monte_carlo_error(rate, runs) for rate in table["rate"]]
    table["runs"] = runs
    table[["low", "high"]] = [row[-1] for row in rows] or np.empty((0, 2))
    limits = zip(table["rate"], table["low"], table["high"], strict=True)
    table["verdict"] = [judge(rate, (low, high), runs) for rate, low, high in limits]
    return table


HOLDS, CAUTIOUS, FAILS = "holds", "cautious", "fails"


def judge(rate: float, target: tuple[float, float], runs: int, *, errors: float = 2) -> str:
    """Say whether a rate lies where it has to, Monte Carlo error allowed for.

    Parameters
    ----------
    rate : float
    target : (low, high)
        A size has both limits, a coverage 1 as its upper one; NaN: no target.
    runs : int
    errors : float
        So many Monte Carlo errors (those of a rate at the limit) may it lie outside.

    Returns
    -------
    str
        "holds"; "cautious" (a size below its lower limit: differences are found more rarely than
        they might be); "fails"; "" without a target.

    Examples
    --------
    >>> judge(0.06, (0.03, 0.07), 1000), judge(0.01, (0.03, 0.07), 1000)
    ('holds', 'cautious')
    >>> judge(0.12, (0.03, 0.07), 1000), judge(0.88, (0.93, 1.0), 1000)
    ('fails', 'fails')
    """
    low, high = target
    if math.isnan(low):
        return ""
    if rate > high + errors * monte_carlo_error(high, runs):
        return FAILS
    if rate < low - errors * monte_carlo_error(low, runs):
        return CAUTIOUS if high < 1 else FAILS
    return HOLDS


_FREE = (math.nan, math.nan)


def _icc(text: Clusters) -> float:
    return float(intracluster_correlation((text.hits, text.sizes)))


def _law(text: Clusters, mix: Floats) -> Law:
    return Law(text.sizes, mix, _icc(text))


def _common(first: Clusters, second: Clusters) -> Floats:
    counts = first.hits.sum(axis=0) + second.hits.sum(axis=0)
    return counts / counts.sum()


def _mix_rows(
    texts: Mapping[str, Clusters],
    pairs: Sequence[tuple[str, str]],
    runs: int,
    permutations: int,
    seed: int,
) -> list[tuple]:
    rows = []
    for pair in pairs:
        if not can_be_tested(texts, pair):
            continue
        first, second = (texts[name] for name in pair)
        common = _common(first, second)
        for quantity, part, target in (("size", 0.0, PAIRS_SIZE), ("power", POWER_SHARE, _FREE)):
            laws = []
            for text in (first, second):
                own = text.hits.sum(axis=0) / text.hits.sum()
                laws.append(_law(text, (1 - part) * common + part * own))
            rate = rejection_rate(
                mix_differs(permutations),
                *laws,
                runs=runs,
                seed=seed,
                name="/".join(("mix", quantity, *pair)),
            )
            rows.append(("mix", quantity, *pair, "", laws[0].icc, laws[1].icc, part, rate, target))
    return rows


def apart(centre: float, by: float) -> tuple[Floats, Floats]:
    """Give two mixes of two codes whose net balances lie so far apart around a common share.

    Examples
    --------
    >>> [mix.round(2).tolist() for mix in apart(0.5, 0.8)]
    [[0.3, 0.7], [0.7, 0.3]]
    """
    half = by / 4
    middle = min(1 - half, max(half, centre))
    low, high = middle - half, middle + half
    return np.array([low, 1 - low]), np.array([high, 1 - high])


def _net_rows(
    texts: Mapping[str, Clusters], pairs: Sequence[tuple[str, str]], runs: int, seed: int
) -> list[tuple]:
    rows = []
    for pair in pairs:
        if any(name not in texts or texts[name].groups < TESTED for name in pair):
            continue
        first, second = (texts[name] for name in pair)
        common = _common(first, second)
        for by, quantity, target in ((0.0, "size", PAIRS_SIZE), (POWER_NET, "power", _FREE)):
            mixes = apart(float(common[0]), by)
            laws = _law(first, mixes[0]), _law(second, mixes[1])
            name = "/".join(("net", str(by), *pair))
            rate = rejection_rate(share_differs, *laws, runs=runs, seed=seed, name=name)
            held = difference_coverage(*laws, runs=runs, seed=seed, name=name)
            head = ("net difference", quantity, *pair, "", laws[0].icc, laws[1].icc, by)
            rows.append((*head, rate, target))
            rows.append((head[0], "coverage", *head[2:], held, COVERAGE))
    return rows


def _share_rows(texts: Mapping[str, Clusters], procedure: str, runs: int, seed: int) -> list[tuple]:
    usual = usual_correlation(texts)
    rows = []
    for name, text in texts.items():
        if text.groups <= COUNTS_ONLY or not text.hits.any():
            continue
        law = _law(text, text.hits.sum(axis=0) / text.hits.sum())
        held = coverage(
            share_limits_of(usual), law, runs=runs, seed=seed, name="/".join((procedure, name))
        )
        # Two codes mirror each other; a code that a text lacks cannot be missed.
        shown = 1 if procedure == "net" else len(text.codes)
        rows += [
            (procedure, "coverage", name, "", text.codes[c], law.icc, math.nan, law.mix[c],
             held[c], COVERAGE)
            for c in range(shown)
            if 0 < law.mix[c] < 1
        ]  # fmt: skip
    return rows
