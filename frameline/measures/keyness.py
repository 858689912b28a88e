"""Which words set one text apart from the others, and by how much?

Main measures: the *log ratio* (how many times more frequent, in doublings) with an interval that
takes paragraphs as its cases, and the *log-odds with an informative Dirichlet prior*. Words of one
paragraph are not independent of each other, so the tables hold no p values; the classical
statistics that treat them as independent (G2, chi-square) are here to check published figures and
to compare with other tools, and the association measures for the same reason.
"""

from __future__ import annotations

import math
from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from frameline.measures.dispersion import deviation_of_proportions, token_matrix
from frameline.measures.intervals import pooled_freedom
from frameline.measures.resampling import MIN_GROUPS

Floats = npt.NDArray[np.float64]
Sides = tuple[Floats, npt.NDArray[np.bool_]]  # size of each group; is it of the target?


# ---------------------------------------------------------------- one text against others


def log_ratio(
    tokens: pd.DataFrame,
    *,
    target: str | Collection[str],
    reference: str | Collection[str] | None = None,
    min_groups: int = 3,
    smoothing: float = 0.5,
) -> pd.DataFrame:
    r"""How many times more often does one text use a word than the others? Log ratio per word.

    Parameters
    ----------
    tokens : DataFrame [doc_id, para_group, token, n]
        Word counts by paragraph group; group names are unique across documents.
    target, reference : document id or collection of ids
        The texts compared; the reference is all other texts when not given.
    min_groups : int
        A word must occur in at least so many paragraph groups of the side that uses it more.
    smoothing : float
        Occurrences added to each side, on average, so that a word that one side lacks has a
        finite ratio.

    Returns
    -------
    DataFrame, one row per word, those set apart most surely first:
        token; n_target, n_reference; rate_target, rate_reference (per 1,000 words, unsmoothed);
        groups_target, groups_reference (paragraph groups with the word); log_ratio, low, high
        (95 %, in doublings: 1 is twice as often); at_least (the end of the interval nearest to
        0; 0 when the interval holds 0); dp (spread over the target's paragraph groups, 0 even to
        1 in one group; NaN when the target lacks the word).

    Raises
    ------
    ValueError
        If one side has no words.

    Notes
    -----
    With f the frequencies and n the sizes:

    .. math::
        \log_2 \frac{(f_1 + k_1)/(n_1 + 2k_1)}{(f_2 + k_2)/(n_2 + 2k_2)}, \qquad
        k_i = 2k\,\frac{n_i}{n_1 + n_2}

    with k = `smoothing`: 0.5 on each side when the sides are equally long. Half an occurrence
    added to both sides of unequal length would make every word that a short text lacks look
    typical of it; shared out by length, the addition pulls to "no difference". Log ratio: Hardie
    2014, "Log Ratio: an informal introduction" (CASS, Lancaster), who adds 0.5 to zeros only.

    The variance of the logarithm of a count f is taken over paragraphs of m words, and is never
    less than that of f independent words:

    .. math::
        \frac{\max\{f, \tfrac{G}{G-1} \sum_g (f_g - \tfrac{f}{n} m_g)^2\}}{(f + k)^2}

    with Student's t and Satterthwaite's degrees of freedom. A word that a side lacks has the
    variance of its added occurrence. Parts of texts as cases: Lijffijt et al. 2016, Digital
    Scholarship in the Humanities 31(2), p. 374-397. Of words that are shown, the intervals cover
    .94 to .98; of words that are equally common .01 to .04 seem typical of a text
    (`benchmarks/calibration_of_words.py`).

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": ["t"] * 6 + ["r"] * 6, "para_group": list("aabbccddeeff"),
    ...     "token": ["gas", "the"] * 3 + ["oil", "the"] * 3, "n": [4, 6] * 6})
    >>> table = log_ratio(tokens, target="t")
    >>> table.set_index("token")["log_ratio"].sort_index().round(2).to_dict()
    {'gas': 4.64, 'oil': -4.64, 'the': 0.0}
    """
    matrix, is_target = _two_sides(tokens, target, reference)
    counts = matrix.to_numpy(dtype=float)
    size = counts.sum(axis=0)
    f1, f2 = counts[:, is_target].sum(axis=1), counts[:, ~is_target].sum(axis=1)
    n1, n2 = f1.sum(), f2.sum()
    spread1 = (counts[:, is_target] > 0).sum(axis=1)
    spread2 = (counts[:, ~is_target] > 0).sum(axis=1)
    keep = np.where(f1 / n1 >= f2 / n2, spread1, spread2) >= min_groups
    value, low, high = _log_ratio_interval(counts[keep], (size, is_target), smoothing)
    table = pd.DataFrame(
        {
            "token": matrix.index[keep],
            "n_target": f1[keep].astype(int),
            "n_reference": f2[keep].astype(int),
            "rate_target": 1000.0 * f1[keep] / n1,
            "rate_reference": 1000.0 * f2[keep] / n2,
            "groups_target": spread1[keep],
            "groups_reference": spread2[keep],
            "log_ratio": value,
            "low": low,
            "high": high,
            "at_least": np.where(low > 0, low, np.where(high < 0, high, 0.0)),
            "dp": deviation_of_proportions(counts[keep][:, is_target], size[is_target]),
        }
    )
    surest_first = np.lexsort((table["token"], -np.abs(value), -np.abs(table["at_least"])))
    return table.iloc[surest_first].reset_index(drop=True)


def keyness(
    tokens: pd.DataFrame,
    *,
    documents: Collection[str] = (),
    min_groups: int = 3,
    smoothing: float = 0.5,
) -> pd.DataFrame:
    """Which words set each text apart from all the others? :func:`log_ratio` text by text.

    Parameters
    ----------
    tokens : DataFrame [doc_id, para_group, token, n]
    documents : collection of document ids, optional
        The texts to describe (each against all others in `tokens`); all when not given.
    min_groups, smoothing
        As in :func:`log_ratio`.

    Returns
    -------
    DataFrame: doc_id and the columns of :func:`log_ratio`.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": ["t"] * 16 + ["r"] * 16, "para_group": sorted([*"abcdefghijklmnop"] * 2),
    ...     "token": ["gas", "the"] * 8 + ["oil", "the"] * 8, "n": [4, 6] * 16})
    >>> table = keyness(tokens)
    >>> table[table["low"] > 0][["doc_id", "token"]].values.tolist()
    [['t', 'gas'], ['r', 'oil']]
    """
    tables = [
        log_ratio(
            tokens,
            target=document,
            min_groups=min_groups,
            smoothing=smoothing,
        ).assign(doc_id=document)
        for document in (documents or dict.fromkeys(tokens["doc_id"]))
    ]
    table = pd.concat(tables, ignore_index=True)
    return table[["doc_id", *(name for name in table.columns if name != "doc_id")]]


def log_odds(
    tokens: pd.DataFrame,
    *,
    target: str | Collection[str],
    reference: str | Collection[str] | None = None,
    prior: pd.Series | None = None,
    prior_size: float = 500.0,
    variance: str = "two-term",
    min_groups: int = 3,
) -> pd.DataFrame:
    r"""Which words set a text apart once rare words are held back? Log-odds with Dirichlet prior.

    Parameters
    ----------
    tokens : DataFrame [doc_id, para_group, token, n]
    target, reference : document id or collection of ids
        As in :func:`log_ratio`.
    prior : Series, index token, optional
        Word frequencies of a background corpus; those of both sides together when not given.
        Words of the texts that it lacks count as occurring once.
    prior_size : float
        Words that the prior is worth; the larger, the more rare words are held back.
    variance : {"two-term", "four-term"}
        Which variance of delta: the usual approximation, or the full one. The two are both
        published under the same name and give slightly different z.
    min_groups : int
        As in :func:`log_ratio`.

    Returns
    -------
    DataFrame, one row per word, largest z first: token, n_target, n_reference, delta (difference
        of log odds), variance, z (delta over its standard deviation: a ranking, no test, because
        words are not independent).

    Notes
    -----
    With y the frequencies, n the sizes, :math:`\alpha_w` the prior of a word and
    :math:`\alpha_0` its size:

    .. math::
        \delta_w = \log\frac{y_{1w}+\alpha_w}{n_1+\alpha_0-y_{1w}-\alpha_w}
                 - \log\frac{y_{2w}+\alpha_w}{n_2+\alpha_0-y_{2w}-\alpha_w}

    two-term :math:`\sigma^2 = 1/(y_{1w}+\alpha_w) + 1/(y_{2w}+\alpha_w)`; four-term adds
    :math:`1/(n_i+\alpha_0-y_{iw}-\alpha_w)` for both sides. Monroe, Colaresi & Quinn 2008,
    "Fightin' Words", Political Analysis 16(4), p. 372-403, section 3.5.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": ["t", "t", "r", "r"], "para_group": ["a", "a", "b", "b"],
    ...     "token": ["gas", "the", "oil", "the"], "n": [4, 6, 4, 6]})
    >>> table = log_odds(tokens, target="t", prior_size=10, min_groups=1)
    >>> table[["token", "delta", "z"]].round(2).values.tolist()
    [['gas', 1.35, 1.65], ['the', 0.0, 0.0], ['oil', -1.35, -1.65]]
    """
    if variance not in ("two-term", "four-term"):
        raise ValueError(f"variance {variance!r}: use two-term or four-term")
    matrix, is_target = _two_sides(tokens, target, reference)
    counts = matrix.to_numpy(dtype=float)
    y1, y2 = counts[:, is_target].sum(axis=1), counts[:, ~is_target].sum(axis=1)
    background = y1 + y2
    if prior is not None:
        background = prior.reindex(matrix.index).fillna(1.0).clip(lower=1.0).to_numpy(dtype=float)
    alpha = prior_size * background / background.sum()
    rest1 = y1.sum() + prior_size - y1 - alpha
    rest2 = y2.sum() + prior_size - y2 - alpha
    delta = np.log((y1 + alpha) / rest1) - np.log((y2 + alpha) / rest2)
    spread = 1.0 / (y1 + alpha) + 1.0 / (y2 + alpha)
    if variance == "four-term":
        spread = spread + 1.0 / rest1 + 1.0 / rest2
    more = np.where(delta[:, None] >= 0, is_target[None, :], ~is_target[None, :])
    keep = ((counts > 0) & more).sum(axis=1) >= min_groups
    table = pd.DataFrame(
        {
            "token": matrix.index,
            "n_target": y1.astype(int),
            "n_reference": y2.astype(int),
            "delta": delta,
            "variance": spread,
            "z": delta / np.sqrt(spread),
        }
    )[keep]
    return table.sort_values(["z", "token"], ascending=[False, True], ignore_index=True)


def with_log_odds(
    table: pd.DataFrame, tokens: pd.DataFrame, *, prior_size: float = 500.0
) -> pd.DataFrame:
    """What do weighted log-odds say of the words that log ratios set apart? A second opinion.

    Parameters
    ----------
    table : DataFrame [doc_id, token, ...]
        As :func:`keyness` gives it, or some of its rows.
    tokens : DataFrame [doc_id, para_group, token, n]
    prior_size : float
        As in :func:`log_odds`; the prior is both sides together, the variance the two-term one.

    Returns
    -------
    DataFrame: the rows of ``table`` with log_odds (delta), z, and z_rank: the place of the word
        among those of its text in ``table``, by z, from 1.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": ["t", "t", "r", "r"], "para_group": ["a", "a", "b", "b"],
    ...     "token": ["gas", "the", "oil", "the"], "n": [4, 6, 4, 6]})
    >>> words = pd.DataFrame({"doc_id": ["t", "t"], "token": ["the", "gas"]})
    >>> with_log_odds(words, tokens, prior_size=10)["z_rank"].tolist()
    [2, 1]
    """
    found = [
        log_odds(tokens, target=document, prior_size=prior_size, min_groups=0).assign(
            doc_id=document
        )
        for document in dict.fromkeys(table["doc_id"])
    ]
    columns = {"delta": "log_odds", "z": "z"}
    empty = pd.DataFrame(columns=["doc_id", "token", *columns])
    odds = pd.concat(found, ignore_index=True) if found else empty
    odds = odds[["doc_id", "token", *columns]].rename(columns=columns)
    out = table.merge(odds, on=["doc_id", "token"], how="left")
    rank = out.groupby("doc_id")["z"].rank(ascending=False, method="first")
    return out.assign(z_rank=rank.astype("Int64"))


def _two_sides(
    tokens: pd.DataFrame, target: str | Collection[str], reference: str | Collection[str] | None
) -> tuple[pd.DataFrame, npt.NDArray[np.bool_]]:
    """Matrix words x groups of the two sides, and which groups are the target's."""
    first = {target} if isinstance(target, str) else set(target)
    second = {reference} if isinstance(reference, str) else set(reference or ())
    if reference is None:
        second = set(tokens["doc_id"]) - first
    if first & second:
        raise ValueError("a document is on both sides")
    used = tokens[tokens["doc_id"].isin(first | second)]
    owner = used.drop_duplicates("para_group").set_index("para_group")["doc_id"]
    if len(used[["doc_id", "para_group"]].drop_duplicates()) != len(owner):
        raise ValueError("a paragraph group occurs in two documents")
    matrix = token_matrix(used)
    documents = owner.reindex(matrix.columns).to_numpy(dtype=object)
    is_target = np.array([document in first for document in documents], dtype=bool)
    if not is_target.any() or is_target.all():
        raise ValueError("both the target and the reference need words")
    return matrix, is_target


def _log_ratio_interval(
    counts: Floats, sides: Sides, smoothing: float
) -> tuple[Floats, Floats, Floats]:
    """Log ratio of each word (rows of `counts`) with its limits."""
    size, is_target = sides
    total, logs, parts, groups = size.sum(), [], [], []
    for side in (is_target, ~is_target):
        found, length, n = counts[:, side], size[side], size[side].sum()
        added = 2.0 * smoothing * n / total
        f = found.sum(axis=1)
        logs.append(np.log2((f + added) / (n + 2.0 * added)))
        apart = ((found - (f / n)[:, None] * length) ** 2).sum(axis=1)
        parts.append(np.maximum(apart * len(length) / max(1, len(length) - 1), f + added)
                     / (f + added) ** 2)  # fmt: skip
        groups.append(len(length))
    value = logs[0] - logs[1]
    if min(groups) < MIN_GROUPS:
        return value, np.full(len(counts), np.nan), np.full(len(counts), np.nan)
    t = special.stdtrit(pooled_freedom(parts, groups), 0.975)
    reach = t * np.sqrt(parts[0] + parts[1]) / math.log(2)
    return value, value - reach, value + reach


# ---------------------------------------------------------------- two-by-two tables


def g2(table: npt.ArrayLike, *, williams: bool = False) -> float:
    r"""How surprising is a two-by-two table if its cells were independent? Log-likelihood G2.

    Parameters
    ----------
    table : 2 x 2 array of counts
        Word and other words in rows (or columns), the two corpora in columns (or rows).
    williams : bool
        Divide by Williams' correction for small samples.

    Returns
    -------
    float, never negative; NaN when a row or column is empty. Not for tables of claims or words of
        few texts as if they were independent cases.

    Notes
    -----
    :math:`G^2 = 2 \sum O \ln(O/E)`, Dunning 1993, Computational Linguistics 19(1), p. 61-74.
    Williams: :math:`q = 1 + (n/r_1 + n/r_2 - 1)(n/c_1 + n/c_2 - 1)/6n`, with r and c the margins.

    Examples
    --------
    Dunning 1993, p. 72.

    >>> round(g2([[10, 0], [3, 31764]]), 2)
    167.23
    """
    observed, expected = _cells(table)
    if not (expected > 0).all():
        return math.nan
    logs = np.log(np.divide(observed, expected), out=np.zeros((2, 2)), where=observed > 0)
    value = float(2.0 * (observed * logs).sum())
    if not williams:
        return value
    n = observed.sum()
    by_row, by_column = (n / observed.sum(axis=axis) for axis in (1, 0))
    return value / float(1.0 + (by_row.sum() - 1.0) * (by_column.sum() - 1.0) / (6.0 * n))


def chi_square(table: npt.ArrayLike, *, yates: bool = True) -> float:
    r"""How far is a two-by-two table from independence? Pearson's chi-square.

    Parameters
    ----------
    table : 2 x 2 array of counts
    yates : bool
        With Yates' correction for continuity, as quanteda does by default.

    Returns
    -------
    float; NaN when a row or column is empty.

    Notes
    -----
    :math:`n (|ad-bc| - n/2)^2 / (r_1 r_2 c_1 c_2)`, without n/2 when `yates` is off.

    Examples
    --------
    >>> round(chi_square([[7, 3], [2, 7]]), 4)
    2.6324
    """
    observed, expected = _cells(table)
    if not (expected > 0).all():
        return math.nan
    n = observed.sum()
    off = abs(observed[0, 0] * observed[1, 1] - observed[0, 1] * observed[1, 0])
    off = max(0.0, off - n / 2.0) if yates else off
    margins = observed.sum(axis=0).prod() * observed.sum(axis=1).prod()
    return float(n * off**2 / margins)


def percent_difference(f1: float, n1: float, f2: float, n2: float) -> float:
    """By how many per cent is a word more frequent? %DIFF of the two relative frequencies.

    Gabrielatos & Marchi 2011, p. 18. Infinite when the second corpus lacks the word.

    Examples
    --------
    >>> round(percent_difference(206523, 959641, 178174, 1562358), 1)
    88.7
    """
    rate = f2 / n2
    return 100.0 * (f1 / n1 - rate) / rate if rate else math.inf


def odds_ratio(f1: float, n1: float, f2: float, n2: float) -> float:
    """How many times larger are the odds of a word in the first corpus?

    Pojanapunya & Todd 2016, Corpus Linguistics and Linguistic Theory, p. 154 of the article in
    press. Infinite when the second corpus lacks the word.

    Examples
    --------
    >>> round(odds_ratio(16217, 2796938, 735, 2087946), 1)
    16.6
    """
    odds = f2 / (n2 - f2)
    return f1 / (n1 - f1) / odds if odds else math.inf


def simple_maths(
    f1: float, n1: float, f2: float, n2: float, *, add: float = 1.0, per: float = 1_000_000.0
) -> float:
    """How many times more frequent is a word, with a constant against rare words?

    Kilgarriff's "simple maths": the ratio of the frequencies per million, `add` added to both.
    Kilgarriff 2009, Proceedings of Corpus Linguistics.

    Examples
    --------
    >>> round(simple_maths(35, 112289811, 263, 1559717242), 4)
    1.1224
    """
    return (per * f1 / n1 + add) / (per * f2 / n2 + add)


def difference_coefficient(f1: float, n1: float, f2: float, n2: float) -> float:
    """On which side is a word used, from -1 (only second) to 1 (only first corpus)?

    The difference of the relative frequencies over their sum; NaN when both are 0. Hofland &
    Johansson 1982, Word Frequencies in British and American English, p. 471.

    Examples
    --------
    >>> round(difference_coefficient(18, 1_000_000, 35, 1_000_000), 2)
    -0.32
    """
    one, two = f1 / n1, f2 / n2
    return (one - two) / (one + two) if one + two else math.nan


# ---------------------------------------------------------------- association of two words


def t_score(o11: float, f1: float, f2: float, n: float) -> float:
    """How far is a word pair's frequency from chance, in standard deviations of the frequency?

    ``(o11 - f1 f2 / n) / sqrt(o11)``; f1 and f2 are the frequencies of the two words, n the size
    of the corpus. Manning & Schütze 1999, p. 164; NaN when the pair does not occur.

    Examples
    --------
    >>> round(t_score(8, 15828, 4675, 14307668), 6)
    0.999932
    """
    return (o11 - f1 * f2 / n) / math.sqrt(o11) if o11 > 0 else math.nan


def pointwise_mutual_information(o11: float, f1: float, f2: float, n: float) -> float:
    """How many doublings is a word pair more frequent than chance? PMI in bits.

    ``log2(o11 n / (f1 f2))``. Church & Hanks 1990, Computational Linguistics 16(1), p. 24; minus
    infinity when the pair does not occur.

    Examples
    --------
    >>> round(pointwise_mutual_information(8, 1105, 44, 15_000_000), 1)
    11.3
    """
    return math.log2(o11 * n / (f1 * f2)) if o11 > 0 else -math.inf


def delta_p(o11: float, o12: float, o21: float, o22: float) -> tuple[float, float]:
    """How much does one word raise the chance of the other, in each direction?

    Parameters
    ----------
    o11, o12, o21, o22 : float
        Both words; the first only; the second only; neither.

    Returns
    -------
    (second given first, first given second), each between -1 and 1.

    Notes
    -----
    Gries 2013, "50-something years of work on collocations", International Journal of Corpus
    Linguistics 18(1), p. 144 (*of course*).

    Examples
    --------
    >>> [round(value, 3) for value in delta_p(5610, 168938, 2257, 10233063)]
    [0.032, 0.697]
    """
    given_first = o11 / (o11 + o12) - o21 / (o21 + o22)
    given_second = o11 / (o11 + o21) - o12 / (o12 + o22)
    return given_first, given_second


def dice(o11: float, f1: float, f2: float) -> float:
    """How exclusive to each other are two words? Dice coefficient, 0 to 1.

    ``2 o11 / (f1 + f2)``. Smadja, McKeown & Hatzivassiloglou 1996, Computational Linguistics
    22(1), p. 13 of the article.

    Examples
    --------
    >>> round(dice(130, 3121, 143), 2)
    0.08
    """
    return 2.0 * o11 / (f1 + f2) if f1 + f2 else math.nan


def _cells(table: npt.ArrayLike) -> tuple[Floats, Floats]:
    observed = np.asarray(table, dtype=float)
    if observed.shape != (2, 2):
        raise ValueError("the statistic is for a table of two rows and two columns")
    total = observed.sum()
    if total <= 0:
        return observed, np.zeros((2, 2))
    return observed, np.outer(observed.sum(axis=1), observed.sum(axis=0)) / total
