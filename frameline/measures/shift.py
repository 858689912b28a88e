"""What changes from one named text to another, and whether the change clears the noise.

A step compares two named texts and nothing else: no line is fitted through texts, and no step
says anything about texts that were not read.

The verdict rule
----------------
Three verdict words, in this order of test; the column ``direction`` says "more" or "less":

``clearly more``
    the Holm-adjusted permutation p is below `ALPHA`, and the widest interval that was computed
    (text and coding where coders are given, else text) excludes 0.
``more, within coding error``
    not the first, but the text interval excludes 0 or the unadjusted permutation p is below
    `ALPHA`: the difference shows in these paragraphs, but not beyond coding error and the number
    of comparisons.
``no clear difference``
    everything else: also when there is no interval, or the difference is smaller than a given
    floor (what the design can separate, see `frameline.measures.resolution`).

The permutation test
--------------------
The paragraph groups of the two texts are dealt out again at random, each text keeping its number
of groups. A deal also moves claims: where one text packs more claims into a paragraph, most deals
give the other one more claims than it has, and the plain difference of shares meets a null that
is too narrow. So the difference is tested twice, as a difference of shares and as a difference
of the average paragraph's share, whose denominator no deal can change, and the larger p counts.
A code found in fewer than 3 paragraph groups of the two texts is not tested. The divergence is
brought to the texts' own numbers of claims (see `divergence_null`). In simulations without any
difference, at the paragraph sizes of real texts, the plain test of shares raised up to 10 false
alarms in 100 at the .05 level and the plain divergence up to 33; as used here both stay at 5, the
divergence at up to 8 in the worst pair (``python benchmarks/measures.py --null`` repeats them on
made-up texts of such sizes).

Sources: design paper OUTLINE section A (permutation of paragraph groups, Holm, null drawn);
Lin 1991, IEEE Transactions on Information Theory 37:145-151 (Jensen-Shannon divergence); Huang,
Xu, Calian & Hsu 2006, Bioinformatics 22:2244-2248 (a permutation test needs exchangeable units).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.balance import (
    net,
    net_coded_draws,
    net_draws,
    net_limits,
    sign_marks,
)
from frameline.measures.prevalence import (
    Tally,
    Weight,
    coded_draws,
    coder_count,
    codes_of,
    ratio,
    share_limits,
    tally,
    widen,
)
from frameline.measures.resampling import (
    BOOTSTRAP,
    DRAWS,
    JEFFREYS,
    MIN_GROUPS,
    NO_CASES,
    NO_DRAWS,
    TOO_FEW,
    Design,
    Floats,
    claim_signs,
    design,
    difference_interval,
    holm,
    interval,
    permutation_p,
    permute_groups,
    sum_by,
)

ALPHA = 0.05
"""A permutation p below this counts."""

CLEARLY = "clearly more"
WITHIN = "more, within coding error"
UNCLEAR = "no clear difference"
VERDICTS = (CLEARLY, WITHIN, UNCLEAR)

MORE, LESS, SAME = "more", "less", "same"

Pairs = Sequence[tuple[str, str]]


def js_divergence(p: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Measure how far two mixes of codes are apart.

    .. math:: JS(p, q) = H\!\left(\tfrac{p+q}{2}\right) - \tfrac{H(p) + H(q)}{2},\quad
              H(p) = -\sum_c p_c \log_2 p_c

    Parameters
    ----------
    p, q : arrays, ... x codes
        Counts or shares; each is scaled to sum to one.

    Returns
    -------
    array
        Bits: 0 for equal mixes, 1 for mixes without a common code, NaN for an empty mix.

    Notes
    -----
    Lin 1991, equation 4.1 with equal weights; base 2 bounds it by 1. It is far above 0 by chance
    at the size of these texts: read it against its permutation null only.

    Examples
    --------
    >>> js_divergence([1, 1], [3, 3]).item(), js_divergence([1, 0], [0, 1]).item()
    (0.0, 1.0)
    """
    first, second = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    first = ratio(first, first.sum(axis=-1, keepdims=True))
    second = ratio(second, second.sum(axis=-1, keepdims=True))

    def entropy(share: Floats) -> Floats:
        logs = np.log2(np.where(share > 0, share, 1))
        return -(share * logs).sum(axis=-1)

    value = entropy((first + second) / 2) - (entropy(first) + entropy(second)) / 2
    return np.maximum(value, 0)


def verdict_word(
    diff: float,
    low: float,
    high: float,
    p: float,
    *,
    p_raw: float | None = None,
    coded_low: float = math.nan,
    coded_high: float = math.nan,
    floor: float = 0.0,
) -> str:
    """Choose the verdict word for a difference by rule.

    Question: may the report call this a difference?

    Parameters
    ----------
    diff, low, high : float
        Difference and its text interval.
    p : float
        Holm-adjusted permutation p.
    p_raw : float, optional
        Unadjusted p; ``p`` when not given.
    coded_low, coded_high : float
        Interval with coding error, NaN when not computed.
    floor : float
        Smallest difference (absolute) that the design can separate.

    Returns
    -------
    str
        One of `VERDICTS`; see the module's docstring for the rule.

    Examples
    --------
    >>> verdict_word(0.4, 0.1, 0.7, 0.01)
    'clearly more'
    >>> verdict_word(0.4, 0.1, 0.7, 0.01, coded_low=-0.1, coded_high=0.8)
    'more, within coding error'
    >>> verdict_word(0.4, -0.1, 0.7, 0.2)
    'no clear difference'
    """
    if math.isnan(diff) or math.isnan(low) or math.isnan(high) or abs(diff) < floor or diff == 0:
        return UNCLEAR
    raw = p if p_raw is None else p_raw
    text_clear = low > 0 or high < 0
    widest_low = low if math.isnan(coded_low) else coded_low
    widest_high = high if math.isnan(coded_high) else coded_high
    if p < ALPHA and (widest_low > 0 or widest_high < 0):
        return CLEARLY
    return WITHIN if text_clear or raw < ALPHA else UNCLEAR


def direction_word(diff: float) -> str:
    """Say which way a difference (second text minus first) points.

    Examples
    --------
    >>> [direction_word(value) for value in (0.2, -0.2, 0.0, float("nan"))]
    ['more', 'less', 'same', 'same']
    """
    return MORE if diff > 0 else LESS if diff < 0 else SAME


@dataclass(frozen=True)
class Text:
    """One text of a step: its rows, its paragraph groups and their places in the design."""

    doc_id: str
    rows: npt.NDArray[np.int64]
    groups: npt.NDArray[np.int64]


def text_of(claims: pd.DataFrame, doc_id: str, plan: Design) -> Text:
    """Find the rows and paragraph groups of one text."""
    rows = np.flatnonzero((claims["doc_id"] == doc_id).to_numpy())
    return Text(doc_id, rows, np.unique(plan.group[rows]))


def _step_method(cases: Sequence[int], groups: Sequence[int], draws: int) -> str:
    """Say why a step has no test, or that it has one."""
    if min(cases) == 0:
        return NO_CASES
    if draws == 0:
        return NO_DRAWS
    return BOOTSTRAP if min(groups) >= MIN_GROUPS else TOO_FEW


def _tally_method(counts: Sequence[Tally], draws: int) -> str:
    return _step_method([c.cases for c in counts], [c.groups for c in counts], draws)


@dataclass(frozen=True)
class Splits:
    """The two sides of the real split of the paragraph groups, or of many random ones.

    Attributes
    ----------
    ratios : two arrays, splits x codes
        Share of claims of each side: hits over total.
    totals : two arrays, splits x 1
        Claims of each side.
    taken : array, splits x groups
        The groups of the side that was dealt.
    rates : array, groups x codes
        Share of the claims of each group.
    swapped : bool
        Whether the side that was dealt is the second.
    """

    ratios: tuple[Floats, Floats]
    totals: tuple[Floats, Floats]
    taken: Floats
    rates: Floats
    swapped: bool

    @property
    def means(self) -> tuple[Floats, Floats]:
        """The average paragraph's share of each side: two arrays, splits x codes."""
        size = float(self.taken[0].sum())
        sums = self.taken @ self.rates
        rest = self.rates.sum(axis=0) - sums
        means = ratio(sums, size), ratio(rest, len(self.rates) - size)
        return (means[1], means[0]) if self.swapped else means


def permute(
    hits: Floats, total: Floats, first: Text, second: Text, draws: int, seed: int
) -> tuple[Splits, Splits]:
    """Split the paragraph groups of two texts as they are, and at random many times.

    Parameters
    ----------
    hits : array, groups x codes
    total : array, groups
        Groups with a total of 0 are not dealt.
    first, second : Text
    draws, seed : int

    Returns
    -------
    real, dealt : Splits
        One split, and ``draws`` of them. The stream belongs to the pair and not to its order:
        swapping the texts swaps the sides.
    """
    texts = sorted((first, second), key=lambda text: text.doc_id)
    early, late = (text.groups[total[text.groups] > 0] for text in texts)
    pool, sizes = np.concatenate([early, late]), (len(early), len(late))
    deal = permute_groups(*sizes, draws, seed, key=(texts[0].doc_id, texts[1].doc_id))
    real = np.arange(len(pool))[None, :] < sizes[0]
    x, n = hits[pool], total[pool][:, None]
    swapped = texts[0] is not first

    def split(chosen: npt.NDArray[np.bool_]) -> Splits:
        taken = chosen.astype(float)
        counts, totals = taken @ x, taken @ n
        sides = [(counts, totals), (x.sum(axis=0) - counts, n.sum() - totals)]
        (a, n_a), (b, n_b) = reversed(sides) if swapped else sides
        return Splits((ratio(a, n_a), ratio(b, n_b)), (n_a, n_b), taken, x / n, swapped)

    return split(real), split(deal)


def difference_p(real: Splits, dealt: Splits) -> Floats:
    """Give the permutation p of each difference: the larger one of shares and of averages.

    Returns
    -------
    array, one per code
    """
    p = [
        permutation_p(there[1][0] - there[0][0], then[1] - then[0])
        for there, then in ((real.ratios, dealt.ratios), (real.means, dealt.means))
    ]
    return np.maximum(p[0], p[1])


def divergence_null(real: Splits, dealt: Splits) -> tuple[float, Floats]:
    r"""Give the Jensen-Shannon divergence of the real split and of the random ones.

    Between two samples of one mix the divergence grows with 1/n + 1/m (their numbers of claims;
    second-order expansion of the entropy), and a deal changes these numbers. So each random value
    is brought to the numbers of the two texts:

    .. math:: JS^* \cdot \frac{1/n + 1/m}{1/n^* + 1/m^*}

    Parameters
    ----------
    real, dealt : Splits

    Returns
    -------
    js : float
    null : array, draws
    """
    scale = [(1 / split.totals[0] + 1 / split.totals[1])[:, 0] for split in (real, dealt)]
    null = js_divergence(*dealt.ratios) * scale[0] / scale[1]
    return float(js_divergence(*real.ratios)[0]), null


def step_tests(
    claims: pd.DataFrame,
    pairs: Pairs,
    *,
    of: str = "frame",
    draws: int = DRAWS,
    seed: int = 0,
    weight: Weight = "claims",
    keep: bool = False,
) -> pd.DataFrame:
    """Test whether two texts mix the codes differently.

    Question: is the mix of reasons in two texts further apart than a random split of their
    paragraphs would be?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, the column ``of``.
    pairs : list of (from, to)
        Document ids.
    of : str
    draws, seed : int
    weight : "claims", "units", "groups" or "words"
    keep : bool
        Add a column "null": the divergences of all random splits, an array per row.

    Returns
    -------
    DataFrame, one row per pair
        [from, to, n_from, n_to, groups_from, groups_to, js, null_mean, null_low, null_high, p,
        p_holm, method]. js is the Jensen-Shannon divergence in bits; the null is its
        distribution when the paragraph groups are dealt out at random, keeping the number of
        groups of each text; p is one-sided (large divergences), with +1 correction; Holm over
        the pairs. No null where a text has fewer than 3 groups or no claims.

    Notes
    -----
    Lin 1991; Phipson & Smyth 2010; Holm 1979.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["a"] * 4 + ["b"] * 4,
    ...     "para_group": [f"a.{i}" for i in range(4)] + [f"b.{i}" for i in range(4)],
    ...     "frame": ["ARM"] * 4 + ["HIS"] * 4,
    ... })
    >>> row = step_tests(table, [("a", "b")], draws=500, seed=1).iloc[0]
    >>> float(row["js"]), bool(row["p"] < 0.05)
    (1.0, True)
    """
    plan = design(claims, 0, seed)
    shown = codes_of(claims[of])
    rows, nulls = [], []
    for start, end in pairs:
        first, second = text_of(claims, start, plan), text_of(claims, end, plan)
        counts = [
            _tally(claims, text, plan, shown, of=of, weight=weight) for text in (first, second)
        ]
        js = float(js_divergence(counts[0].hits.sum(axis=0), counts[1].hits.sum(axis=0)))
        method = _tally_method(counts, draws)
        null = np.full(1, np.nan)
        if method == BOOTSTRAP:
            splits = permute(*_together(counts), first, second, draws, seed)
            js, null = divergence_null(*splits)
            method = "permutation"
        nulls.append(null)
        low, high = interval(null)
        p = permutation_p(js, null, two_sided=False) if len(null) > 1 else math.nan
        rows.append(
            (start, end, counts[0].cases, counts[1].cases, counts[0].groups, counts[1].groups,
             js, _mean(null), float(low), float(high), float(p), method)
        )  # fmt: skip
    columns = [
        "from", "to", "n_from", "n_to", "groups_from", "groups_to",
        "js", "null_mean", "null_low", "null_high", "p", "method",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    table.insert(11, "p_holm", holm(table["p"].to_numpy(dtype=float)))
    if keep:
        table["null"] = pd.Series(nulls, index=table.index, dtype=object)
    return table


def _mean(values: Floats) -> float:
    kept = values[~np.isnan(values)]
    return float(kept.mean()) if len(kept) else math.nan


def _tally(
    claims: pd.DataFrame,
    text: Text,
    plan: Design,
    codes: Sequence[str],
    *,
    of: str,
    weight: Weight,
    valence: str | None = None,
) -> Tally:
    return tally(
        claims.iloc[text.rows], plan.group[text.rows], len(plan.labels), codes,
        of=of, weight=weight, valence=valence,
    )  # fmt: skip


def step_changes(
    claims: pd.DataFrame,
    pairs: Pairs,
    *,
    of: str = "frame",
    valence: str | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    weight: Weight = "claims",
    codes: Sequence[str] | None = None,
    coded: Mapping[str, pd.DataFrame] | None = None,
    signs: Mapping[str, float | None] | None = None,
) -> pd.DataFrame:
    r"""Measure which codes gain and which lose from one text to another.

    Question: what does the later text argue with more, and what less, and does it clear the
    noise?

    .. math:: d_c = s_c(\mathrm{to}) - s_c(\mathrm{from})

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, the column ``of``; sign with ``valence``; unit_id, words with those
        weights; claim_id (and valence) with ``coded``.
    pairs : list of (from, to)
    of : str
    valence : None, "binding", "dividing" or "ambivalent"
        Share of all coded claims that have the code and this sign.
    draws, seed : int
    weight : "claims", "units", "groups" or "words"
    codes : list of str, optional
        The codes shown, and so the family of the Holm correction; without it, those that occur.
    coded : mapping role -> aligned table, optional
        ``of`` (and "valence" with ``valence``): adds the interval with coding error, which
        "clearly more" then needs too.
    signs : mapping valence code -> sign, optional

    Returns
    -------
    DataFrame, one row per pair and code
        [from, to, code, k_from, n_from, k_to, n_to, share_from, share_to, diff, low, high,
        coded_low, coded_high, p, p_holm, direction, verdict, method]. Interval: difference of
        independent block bootstraps; where a share is 0 or 1, "Jeffreys" limits of both shares
        combined. p: permutation of paragraph groups between the two texts, two-sided, +1
        correction (see the module's docstring), NaN for a code in fewer than 3 paragraph groups
        of the two texts; Holm over all tested pairs and codes shown.

    Notes
    -----
    With m comparisons and R draws Holm cannot go below m / (R + 1): 56 comparisons need 1,120
    draws to reach .05. Combined limits: Newcombe 1998, method 10.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["a"] * 6 + ["b"] * 6,
    ...     "para_group": [f"a.{i}" for i in range(6)] + [f"b.{i}" for i in range(6)],
    ...     "frame": ["ARM"] * 5 + ["HIS"] + ["HIS"] * 6,
    ... })
    >>> rows = step_changes(table, [("a", "b")], draws=500, seed=1)
    >>> rows[["code", "diff", "direction", "verdict"]].round(2).to_dict("list")["verdict"]
    ['clearly more', 'clearly more']
    >>> rows["direction"].tolist()
    ['less', 'more']
    """
    plan = design(claims, draws, seed, coders=coder_count(coded))
    shown = codes_of(claims[of]) if codes is None else list(codes)
    parts = []
    for start, end in pairs:
        texts = text_of(claims, start, plan), text_of(claims, end, plan)
        counts = [
            _tally(claims, text, plan, shown, of=of, weight=weight, valence=valence)
            for text in texts
        ]
        method = _tally_method(counts, draws)
        part = _share_columns(start, end, shown, counts)
        limits, part["method"] = _share_diff_limits(counts, plan, method)
        part["low"], part["high"] = limits
        wide = np.full((2, len(shown)), np.nan)
        part["p"] = np.nan
        if method == BOOTSTRAP:
            hits, total = _together(counts)
            p = difference_p(*permute(hits, total, *texts, draws, seed))
            part["p"] = np.where((hits > 0).sum(axis=0) >= MIN_GROUPS, p, np.nan)
            if coded:
                redrawn = [
                    coded_draws(claims, text.rows, plan, shown, coded,
                                of=of, weight=weight, valence=valence, signs=signs)
                    for text in texts
                ]  # fmt: skip
                wide = widen(limits[0], limits[1], redrawn[1] - redrawn[0])
        part["coded_low"], part["coded_high"] = wide
        parts.append(part)
    return _judged(parts, _SHARE_COLUMNS)


_TEST_COLUMNS = [
    "diff", "low", "high", "coded_low", "coded_high", "p", "p_holm", "direction", "verdict",
    "method",
]  # fmt: skip
_SHARE_COLUMNS = [
    "from", "to", "code", "k_from", "n_from", "k_to", "n_to", "share_from", "share_to",
    *_TEST_COLUMNS,
]  # fmt: skip
_NET_COLUMNS = ["from", "to", "n_from", "n_to", "net_from", "net_to", *_TEST_COLUMNS]


def _share_columns(
    start: str, end: str, shown: Sequence[str], counts: Sequence[Tally]
) -> pd.DataFrame:
    """Lay out counts, shares and differences of one pair."""
    before, after = counts
    part = pd.DataFrame({"from": start, "to": end, "code": list(shown)})
    part["k_from"], part["n_from"] = before.hits.sum(axis=0), before.total.sum()
    part["k_to"], part["n_to"] = after.hits.sum(axis=0), after.total.sum()
    part["share_from"], part["share_to"] = before.share(), after.share()
    part["diff"] = part["share_to"] - part["share_from"]
    return part


def _share_diff_limits(
    counts: Sequence[Tally], plan: Design, method: str
) -> tuple[Floats, list[str]]:
    """Give the intervals (2 x codes) of the differences of shares, with their methods."""
    size = counts[0].hits.shape[1]
    limits, methods = np.full((2, size), np.nan), [method] * size
    if method != BOOTSTRAP:
        return limits, methods
    before, after = counts
    limits = np.stack(interval(after.draws(plan) - before.draws(plan)))
    sides = [share_limits(count, plan) for count in counts]
    shares = [count.share() for count in counts]
    for code in range(size):
        if JEFFREYS in (sides[0].method[code], sides[1].method[code]):
            limits[:, code] = difference_interval(
                *((shares[i][code], sides[i].low[code], sides[i].high[code]) for i in (0, 1))
            )
            methods[code] = JEFFREYS
    return limits, methods


def _together(counts: Sequence[Tally]) -> tuple[Floats, Floats]:
    """Add the counts of two texts; their paragraph groups are different rows."""
    return counts[0].hits + counts[1].hits, counts[0].total + counts[1].total


def _judged(
    parts: Sequence[pd.DataFrame], columns: Sequence[str], floors: Sequence[float] | None = None
) -> pd.DataFrame:
    """Correct the p values of all rows shown, and give each its verdict word.

    A difference below the floor of its row, or one whose floor is not known, is not clear.
    """
    if not parts:
        return pd.DataFrame(columns=list(columns))
    table = pd.concat(parts, ignore_index=True)
    p = table["p"].to_numpy(dtype=float)
    table["p_holm"] = holm(p)
    table["direction"] = [direction_word(diff) for diff in table["diff"]]
    table["floor"] = 0.0 if floors is None else np.nan_to_num(floors, nan=math.inf)
    numbers = ["diff", "low", "high", "p_holm", "p", "coded_low", "coded_high", "floor"]
    table["verdict"] = [
        verdict_word(
            diff, low, high, p_holm,
            p_raw=p_raw, coded_low=coded_low, coded_high=coded_high, floor=floor,
        )
        for diff, low, high, p_holm, p_raw, coded_low, coded_high, floor in table[numbers]
        .to_numpy(dtype=float)
        .tolist()
    ]  # fmt: skip
    return table[list(columns)]


def net_steps(
    claims: pd.DataFrame,
    pairs: Pairs,
    *,
    ambivalent: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    coded: Mapping[str, pd.DataFrame] | None = None,
    signs: Mapping[str, float | None] | None = None,
    floors: Sequence[float] | None = None,
) -> pd.DataFrame:
    """Measure how net valence differs between named texts.

    Question: does the later text lean more towards closeness, or less, and is that more than
    another deal of the paragraphs would give?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, sign; claim_id and valence with ``coded``.
    pairs : list of (from, to)
    ambivalent : bool
        Count ambivalent claims in the denominator.
    draws, seed : int
    coded : mapping with "valence" -> aligned table, optional
    signs : mapping valence code -> sign, optional
    floors : sequence of float, one per pair, optional
        Differences smaller than this get "no clear difference", and so does every difference of
        a pair whose floor is NaN (see `frameline.measures.resolution`).

    Returns
    -------
    DataFrame, one row per pair
        [from, to, n_from, n_to, net_from, net_to, diff, low, high, coded_low, coded_high, p,
        p_holm, direction, verdict, method]. n counts the claims in the denominators; Holm over
        the pairs; everything else as in `step_changes`.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["a"] * 6 + ["b"] * 6,
    ...     "para_group": [f"a.{i}" for i in range(6)] + [f"b.{i}" for i in range(6)],
    ...     "sign": pd.array([1] * 5 + [-1] + [-1] * 5 + [1], dtype="Float64"),
    ... })
    >>> row = net_steps(table, [("a", "b")], draws=500, seed=1).iloc[0]
    >>> round(float(row["diff"]), 3), row["direction"]
    (-1.333, 'less')
    """
    plan = design(claims, draws, seed, coders=coder_count(coded))
    parts = []
    for start, end in pairs:
        texts = text_of(claims, start, plan), text_of(claims, end, plan)
        sides = [_net_side(claims, text, plan, ambivalent) for text in texts]
        groups = [len(text.groups) for text in texts]
        method = _step_method([side.size for side in sides], groups, draws)
        diff = sides[1].estimate - sides[0].estimate
        low, high, p = math.nan, math.nan, math.nan
        wide = np.full((2, 1), np.nan)
        if method == BOOTSTRAP:
            p = _net_p(sides, texts, draws, seed, ambivalent)
            low, high, method = _net_diff_limits(sides)
            if coded:
                redrawn = [
                    net(net_coded_draws(claims, text.rows, plan, coded, signs),
                        ambivalent=ambivalent)
                    for text in texts
                ]  # fmt: skip
                wide = widen([low], [high], (redrawn[1] - redrawn[0])[:, None])
        parts.append(
            pd.DataFrame(
                {"from": [start], "to": [end], "n_from": [sides[0].size], "n_to": [sides[1].size],
                 "net_from": [sides[0].estimate], "net_to": [sides[1].estimate],
                 "diff": [diff], "low": [low], "high": [high],
                 "coded_low": wide[0], "coded_high": wide[1], "p": [p], "method": [method]}
            )
        )  # fmt: skip
    return _judged(parts, _NET_COLUMNS, floors)


@dataclass(frozen=True)
class _Side:
    """Net valence of one text of a step, with what its tests need."""

    estimate: float
    size: int
    by_group: Floats
    draws: Floats
    low: float
    high: float
    method: str


def _net_side(claims: pd.DataFrame, text: Text, plan: Design, ambivalent: bool) -> _Side:
    cell, group = claims.iloc[text.rows], plan.group[text.rows]
    marks = sign_marks(claim_signs(cell))
    counts = marks.sum(axis=0)
    sums = net_draws(cell, group, plan)
    low, high, method = net_limits(counts, sums, len(text.groups), ambivalent=ambivalent)
    size = int(counts.sum() if ambivalent else counts[:2].sum())
    return _Side(
        float(net(counts, ambivalent=ambivalent)), size,
        sum_by(group, marks, len(plan.labels)), net(sums, ambivalent=ambivalent),
        low, high, method,
    )  # fmt: skip


def _net_diff_limits(sides: Sequence[_Side]) -> tuple[float, float, str]:
    before, after = sides
    if JEFFREYS in (before.method, after.method):
        limits = difference_interval(
            *((side.estimate, side.low, side.high) for side in (before, after))
        )
        return *limits, JEFFREYS
    low, high = interval(after.draws - before.draws)
    return float(low), float(high), BOOTSTRAP


def _net_p(
    sides: Sequence[_Side], texts: tuple[Text, Text], draws: int, seed: int, ambivalent: bool
) -> float:
    marks = sides[0].by_group + sides[1].by_group
    total = marks.sum(axis=1) if ambivalent else marks[:, :2].sum(axis=1)
    return float(
        difference_p(*permute(marks[:, :1] - marks[:, 1:2], total, *texts, draws, seed))[0]
    )
