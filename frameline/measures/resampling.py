"""Random streams, corrections and the codes of coders, as all measures share them.

Every document (or pair, or coder) has its own random stream, so that leaving one document out
does not move the numbers of the others.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

DRAWS = 2000
"""Bootstrap and permutation draws unless told otherwise."""

LEVEL = 0.95
"""Coverage of every interval unless told otherwise."""

MIN_GROUPS = 3
"""A document with fewer paragraph groups than this gets no interval."""


def stream(seed: int, *keys: str) -> np.random.Generator:
    """Make the random stream that belongs to a seed and a name.

    Question: which random numbers does this document (or pair, or coder) get?

    Parameters
    ----------
    seed : int
        Not negative.
    *keys : str
        What the stream is for, e.g. a document id. The same keys give the same stream on every
        machine: the keys enter through SHA-256, not through Python's salted ``hash``.

    Returns
    -------
    numpy.random.Generator

    Examples
    --------
    >>> bool(stream(1, "text-a").random() == stream(1, "text-a").random())
    True
    >>> bool(stream(1, "text-a").random() == stream(1, "text-b").random())
    False
    """
    if seed < 0:
        raise ValueError(f"seed must be 0 or more, not {seed}")
    digest = hashlib.sha256("\x1f".join(keys).encode()).digest()
    words = np.frombuffer(digest[:16], dtype="<u4")
    return np.random.default_rng([int(seed), *(int(word) for word in words)])


def sum_by(index: npt.NDArray[np.int64], values: npt.NDArray, size: int) -> Floats:
    """Add up rows that share an index: the rows of a claim table by paragraph group.

    Examples
    --------
    >>> sum_by(np.array([0, 0, 2]), np.array([1.0, 2.0, 5.0]), 3).tolist()
    [3.0, 0.0, 5.0]
    """
    total = np.zeros((size, *np.shape(values)[1:]))
    np.add.at(total, index, values)
    return total


def interval(values: npt.ArrayLike, level: float = LEVEL) -> tuple[Floats, Floats]:
    """Give the percentile interval of draws.

    Question: between which values does the middle 95 per cent of the draws lie?

    Parameters
    ----------
    values : array, draws or draws x columns
        Undefined draws (NaN) are left out; with more than half undefined there is no interval.
    level : float
        Coverage, between 0 and 1.

    Returns
    -------
    low, high : arrays, one value per column (0-dimensional for one column)

    Notes
    -----
    Percentile interval of Efron & Tibshirani 1993, section 13.3.

    Examples
    --------
    >>> low, high = interval(np.arange(1, 202))
    >>> round(float(low), 6), round(float(high), 6)
    (6.0, 196.0)
    """
    table = np.asarray(values, dtype=float)
    if not table.size:
        nothing = np.full(table.shape[1:], np.nan)
        return nothing, nothing.copy()
    flat = table.reshape(len(table), -1)
    tail = (1 - level) / 2
    missing = np.isnan(flat)
    limits = np.full((2, flat.shape[1]), np.nan)
    whole = ~missing.any(axis=0)
    if whole.any():
        limits[:, whole] = np.quantile(flat[:, whole], [tail, 1 - tail], axis=0)
    for column in np.flatnonzero(~whole & (missing.mean(axis=0) <= 0.5)):
        kept = flat[~missing[:, column], column]
        limits[:, column] = np.quantile(kept, [tail, 1 - tail])
    shape = table.shape[1:]
    return limits[0].reshape(shape), limits[1].reshape(shape)


def _beta_fraction(a: float, b: float, x: float) -> float:
    """Continued fraction of the incomplete beta function (Lentz's method)."""
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    value = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 + term * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + term / c
            c = c if abs(c) > tiny else tiny
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _beta_cdf(x: float, a: float, b: float) -> float:
    """Distribution function of Beta(a, b) (Abramowitz & Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, 1 - x) / b


def _beta_quantile(p: float, a: float, b: float) -> float:
    """Invert the distribution function of Beta(a, b) by bisection."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _beta_cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@lru_cache(maxsize=4096)
def jeffreys(k: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    r"""Give the Jeffreys interval of a share.

    Question: how large could a share be that was found 0 times (or every time) in n cases, where
    resampling the cases shows no variation at all?

    .. math:: [\,B(\alpha/2;\, k+1/2,\, n-k+1/2),\ B(1-\alpha/2;\, k+1/2,\, n-k+1/2)\,]

    with the lower limit 0 for k = 0 and the upper limit 1 for k = n.

    Parameters
    ----------
    k, n : number
        Cases with the property, and cases; 0 <= k <= n.
    level : float

    Returns
    -------
    low, high : float
        Shares; NaN when n is 0.

    Raises
    ------
    ValueError
        When k is not between 0 and n.

    Notes
    -----
    Brown, Cai & DasGupta 2001, Statistical Science 16:101-133, section 4.3.

    Examples
    --------
    >>> low, high = jeffreys(0, 20)
    >>> low, round(high, 4)
    (0.0, 0.1166)
    """
    if n < 0 or k < 0 or k > n:
        raise ValueError(f"need 0 <= k <= n, not k={k}, n={n}")
    if n == 0:
        return math.nan, math.nan
    tail = (1 - level) / 2
    low = 0.0 if k == 0 else _beta_quantile(tail, k + 0.5, n - k + 0.5)
    high = 1.0 if k == n else _beta_quantile(1 - tail, k + 0.5, n - k + 0.5)
    return low, high


def wilson(k: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    r"""Give the Wilson score interval of a share of independent cases.

    Question: how precisely does a count of independent pieces fix the share behind it?

    .. math:: \frac{2k + z^2 \pm z\sqrt{z^2 + 4k(1-k/n)}}{2(n+z^2)}

    Parameters
    ----------
    k, n : number
    level : float

    Returns
    -------
    low, high : float
        NaN when n is 0.

    Raises
    ------
    ValueError
        When k is not between 0 and n.

    Notes
    -----
    Wilson 1927; the example is Newcombe 1998 (Statistics in Medicine 17:857-872), table I,
    method 3: 81 of 263.

    Examples
    --------
    >>> low, high = wilson(81, 263)
    >>> round(low, 4), round(high, 4)
    (0.2553, 0.3662)
    """
    if n < 0 or k < 0 or k > n:
        raise ValueError(f"need 0 <= k <= n, not k={k}, n={n}")
    if n == 0:
        return math.nan, math.nan
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = 2 * k + z * z
    spread = z * math.sqrt(z * z + 4 * k * (1 - k / n))
    scale = 2 * (n + z * z)
    # Exact at the ends, where rounding would leave the limit a hair inside or outside.
    low = 0.0 if k == 0 else (middle - spread) / scale
    high = 1.0 if k == n else (middle + spread) / scale
    return low, high


def holm(p: npt.ArrayLike) -> Floats:
    r"""Adjust p values for the number of comparisons shown.

    Question: which of these differences stand when we look at all of them?

    .. math:: \tilde p_{(i)} = \max_{j \le i} \min\{1, (m - j + 1)\, p_{(j)}\}

    Parameters
    ----------
    p : sequence of float
        NaN (no test made) stays NaN and does not count as a comparison.

    Returns
    -------
    array of float, in the order given

    Notes
    -----
    Holm 1979, Scandinavian Journal of Statistics 6:65-70.

    Examples
    --------
    >>> holm([0.01, 0.04, 0.03, 0.005]).round(3).tolist()
    [0.03, 0.06, 0.06, 0.02]
    """
    values = np.asarray(p, dtype=float)
    adjusted = np.full(values.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(values))
    order = tested[np.argsort(values[tested], kind="stable")]
    steps = values[order] * np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(1, np.maximum.accumulate(steps))
    return adjusted


def permutation_p(
    observed: npt.ArrayLike, null: npt.ArrayLike, *, two_sided: bool = True
) -> Floats:
    r"""Compare observed statistics with their permutation draws.

    Question: how often does a random split give a value at least as extreme?

    .. math:: p = \frac{1 + \#\{|T^*| \ge |T|\}}{1 + R}

    Parameters
    ----------
    observed : array, one per column
    null : array, draws x columns
        An undefined draw counts as extreme, which can only make p larger.
    two_sided : bool
        Compare absolute values; else large values only.

    Returns
    -------
    array of float
        NaN where the observed value is undefined.

    Notes
    -----
    The +1 is Phipson & Smyth 2010 (Statistical Applications in Genetics 9:39): a permutation p
    value is never 0. A tolerance of 1e-12 keeps ties ties.

    Examples
    --------
    >>> permutation_p(2.0, [1.0, -2.0, 0.5]).item()
    0.5
    """
    value, draws = np.asarray(observed, dtype=float), np.asarray(null, dtype=float)
    if two_sided:
        value, draws = np.abs(value), np.abs(draws)
    extreme = np.isnan(draws) | (draws >= value - 1e-12)
    p = (1 + extreme.sum(axis=0)) / (1 + len(draws))
    return np.where(np.isnan(value), np.nan, p)


def coder_values(
    aligned: pd.DataFrame, claim_ids: pd.Series | Sequence[str]
) -> npt.NDArray[np.object_]:
    """Read the codes of all coders for the claims of a table.

    Parameters
    ----------
    aligned : DataFrame, claims x coders
        Index claim_id; NA where a coder holds no such claim. Rows that are not among the claims
        (held by some coder, but not in the final coding) are not used.
    claim_ids : sequence of str

    Returns
    -------
    array of object, coders x claims
        None where the coder does not hold the claim.

    Raises
    ------
    ValueError
        When the aligned table lacks a claim.

    Examples
    --------
    >>> table = pd.DataFrame({"a": ["X", None], "b": ["Y", "Z"]}, index=["c1", "c2"])
    >>> coder_values(table, ["c2"]).tolist()
    [[None], ['Z']]
    """
    rows = aligned.index.get_indexer(pd.Index(list(claim_ids)))
    if (rows < 0).any():
        raise ValueError(f"the aligned codings lack {(rows < 0).sum()} of {len(rows)} claims")
    values = aligned.to_numpy(dtype=object)[rows].T.copy()
    values[pd.isna(values)] = None
    return values


def sign_table(
    claims: pd.DataFrame, signs: Mapping[str, float | None] | None = None
) -> dict[str, float]:
    """Learn which valence code carries which sign.

    Parameters
    ----------
    claims : DataFrame with valence and sign
    signs : mapping code -> +1, -1, 0 or None, optional
        Adds to what the claims show, as does ``claims.attrs["signs"]``; needed only when a coder
        used a code that no claim of the table has.

    Returns
    -------
    dict code -> sign (NaN for no valence)

    Examples
    --------
    >>> table = pd.DataFrame({"valence": ["B", "N"], "sign": pd.array([1, None], dtype="Float64")})
    >>> sign_table(table)
    {'B': 1.0, 'N': nan}
    """
    known: dict[str, float] = {}
    if "valence" in claims:
        seen = claims[["valence", "sign"]].drop_duplicates()
        values = claim_signs(seen)
        known = {str(code): float(s) for code, s in zip(seen["valence"], values, strict=True)}
    for code, sign in {**claims.attrs.get("signs", {}), **(signs or {})}.items():
        known[code] = math.nan if sign is None or pd.isna(sign) else float(sign)
    return known


def claim_signs(claims: pd.DataFrame) -> Floats:
    """Read the column ``sign`` as floats, NaN for no valence.

    Examples
    --------
    >>> claim_signs(pd.DataFrame({"sign": pd.array([1, None], dtype="Float64")})).tolist()
    [1.0, nan]
    """
    return np.asarray(claims["sign"].astype("Float64").to_numpy(na_value=np.nan), dtype=np.float64)


def coder_signs(
    claims: pd.DataFrame,
    coded: Mapping[str, pd.DataFrame],
    signs: Mapping[str, float | None] | None = None,
) -> Floats:
    """Read the sign that each coder gave to each claim.

    Parameters
    ----------
    claims : DataFrame with claim_id, valence, sign
    coded : mapping role -> aligned table
        ``"valence"`` (codes) is used.
    signs : mapping code -> sign, optional

    Returns
    -------
    array of float, coders x claims
        NaN where the code has no valence or the coder does not hold the claim.

    Raises
    ------
    ValueError
        When a coder used a code whose sign is not known: give it in ``signs``.

    Examples
    --------
    >>> table = pd.DataFrame({"claim_id": ["c"], "valence": ["B"], "sign": [1.0]})
    >>> aligned = pd.DataFrame({"a": ["B"], "b": ["D"]}, index=["c"])
    >>> coder_signs(table, {"valence": aligned}, {"D": -1}).tolist()
    [[1.0], [-1.0]]
    """
    known = sign_table(claims, signs)
    values = coder_values(coded["valence"], claims["claim_id"])
    unknown = sorted({str(v) for v in values.ravel() if v is not None and str(v) not in known})
    if unknown:
        raise ValueError(f"no sign known for valence {', '.join(unknown)}: give it in `signs`")
    lookup = np.vectorize(lambda v: math.nan if v is None else known[str(v)], otypes=[float])
    return lookup(values) if values.size else np.zeros(values.shape)


def as_list(by: str | Iterable[str]) -> list[str]:
    """Read one column name or several as a list.

    Examples
    --------
    >>> as_list("doc_id"), as_list(("doc_id", "voice"))
    (['doc_id'], ['doc_id', 'voice'])
    """
    return [by] if isinstance(by, str) else list(by)
