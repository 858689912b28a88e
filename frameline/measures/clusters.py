r"""How much the claims of one paragraph repeat each other, and what that costs.

Claims are counted, but paragraphs are what an author decides on: the claims of one paragraph are
alike. The intra-cluster correlation (ICC) says how much, the design effect by what factor it
inflates the variance of a share, and the effective size how many independent claims would fix
the share as well. Every test and interval of `frameline.measures.mix` and
`frameline.measures.intervals` stands on these three.

Arrays may have leading axes (simulated texts), which all functions keep: hits are
``... x paragraphs x codes`` (claims with the code), sizes ``... x paragraphs`` (coded claims).

Sources: Donner & Klar 2000, Design and Analysis of Cluster Randomization Trials, ch. 1; Ridout,
Demetrio & Firth 1999, Biometrics 55:137-148 (analysis of variance estimator); Rao & Scott 1992,
Biometrics 48:577-585 (effective sizes).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.prevalence import codes_of, incidence, ratio
from frameline.measures.resampling import Floats, claim_signs, stream, sum_by

COUNTS_ONLY = 2
"""With so few paragraphs there is neither an interval nor a test: the counts are all there is."""

FEW = 8
"""Texts with fewer paragraphs than this are marked: their numbers are exploratory."""

ENOUGH, FEW_PARAGRAPHS, TOO_FEW = "", "few paragraphs", "counts only"

STEADIEST = 0.8
"""The largest likeness of neighbours that is used: beyond it no text of this size says anything."""


@dataclass(frozen=True, eq=False)
class Clusters:
    """The paragraphs of one text, in reading order, with the codes of their claims.

    Attributes
    ----------
    hits : array of float, paragraphs x codes
        Claims of the paragraph that have the code.
    sizes : array of float, paragraphs
        Coded claims of the paragraph, at least 1.
    codes : tuple of str
    """

    hits: Floats
    sizes: Floats
    codes: tuple[str, ...]

    @property
    def groups(self) -> int:
        """Number of paragraphs."""
        return len(self.sizes)

    @property
    def cases(self) -> int:
        """Number of coded claims."""
        return int(self.sizes.sum())

    @property
    def shares(self) -> Floats:
        """Share of each code, claims counted equally; NaN without claims."""
        return ratio(self.hits.sum(axis=0), self.sizes.sum())

    @property
    def note(self) -> str:
        """What is said about the number of paragraphs: "", "few paragraphs" or "counts only"."""
        if self.groups <= COUNTS_ONLY:
            return TOO_FEW
        return FEW_PARAGRAPHS if self.groups < FEW else ENOUGH

    def column(self, code: str) -> Floats:
        """Give the claims of each paragraph that have the code.

        Raises
        ------
        ValueError
            For a code that the table was not made with.
        """
        if code not in self.codes:
            raise ValueError(f"no code {code!r}; there are {', '.join(self.codes)}")
        return self.hits[:, self.codes.index(code)]


def clusters(
    claims: pd.DataFrame,
    of: str = "frame",
    codes: Sequence[str] | None = None,
    *,
    only: npt.ArrayLike | None = None,
) -> dict[str, Clusters]:
    """Count the codes of each text by paragraph.

    Question: what does each paragraph of each text argue with, and how much?

    Parameters
    ----------
    claims : DataFrame, one row per claim, in reading order
        doc_id, para_group and the column ``of``: codes (several joined by ``;``), truth values,
        or "sign" (1, -1; other claims have no direction and are left out).
    of : str
    codes : list of str, optional
        Codes to count, in this order. Without it: those that occur, sorted; "yes" and "no" of
        truth values; "binding" and "dividing" of signs.
    only : array of bool, one per claim, optional
        Count a code only here (on one side, say); the sizes stay those of all coded claims.

    Returns
    -------
    dict doc_id -> Clusters
        In order of appearance; paragraphs without a coded claim are left out.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "para_group": ["p", "p", "q"], "frame": list("xyx")})
    >>> clusters(table)["t"].hits.tolist(), clusters(table)["t"].sizes.tolist()
    ([[1.0, 1.0], [1.0, 0.0]], [2.0, 1.0])
    """
    values, shown = _values(claims, of)
    shown = shown if codes is None else list(codes)
    has, coded = incidence(values, shown)
    if only is not None:
        has = has * np.asarray(only, dtype=float)[:, None]
    documents = claims["doc_id"].astype(str).to_numpy(dtype=object)
    found = {}
    for doc_id in dict.fromkeys(documents):
        rows = np.flatnonzero(documents == doc_id)
        group = pd.factorize(claims["para_group"].iloc[rows])[0].astype(np.int64)
        size = int(group.max()) + 1
        sizes = sum_by(group, coded[rows], size)
        kept = sizes > 0
        hits = sum_by(group, has[rows], size)
        found[doc_id] = Clusters(hits[kept], sizes[kept], tuple(shown))
    return found


def _values(claims: pd.DataFrame, of: str) -> tuple[npt.NDArray[np.object_], list[str]]:
    """Read a column as codes, with the codes to show when none are named."""
    if of == "sign":
        signs = claim_signs(claims)
        words = {1.0: "binding", -1.0: "dividing"}
        return np.array([words.get(sign) for sign in signs], dtype=object), [*words.values()]
    if claims[of].dtype == bool:
        return np.where(claims[of], "yes", "no").astype(object), ["yes", "no"]
    return claims[of].to_numpy(dtype=object), codes_of(claims[of])


@dataclass(frozen=True)
class _Variance:
    """Sums of squares between and within paragraphs, their degrees of freedom, and the scale."""

    between: Floats
    within: Floats
    df_between: Floats
    df_within: Floats
    scale: Floats

    def __add__(self, other: _Variance) -> _Variance:
        names = ("between", "within", "df_between", "df_within", "scale")
        return _Variance(*(getattr(self, name) + getattr(other, name) for name in names))

    def icc(self) -> Floats:
        between = ratio(self.between, self.df_between)
        within = ratio(self.within, self.df_within)
        typical = ratio(self.scale, self.df_between)
        total = between + (typical - 1) * within
        return np.clip(np.nan_to_num(ratio(between - within, total)), 0, 1)


def _variance(hits: Floats, sizes: Floats) -> _Variance:
    """Split the squares of one text, over all its codes."""
    cases = sizes.sum(axis=-1)
    rates = ratio(hits, sizes[..., None])
    shares = ratio(hits.sum(axis=-2), cases[..., None])
    apart = ((rates - shares[..., None, :]) ** 2).sum(axis=-1)
    inside = (rates * (1 - rates)).sum(axis=-1)
    groups = np.asarray(sizes.shape[-1], dtype=float)
    return _Variance(
        (sizes * apart).sum(axis=-1),
        (sizes * inside).sum(axis=-1),
        np.broadcast_to(groups - 1, cases.shape),
        cases - groups,
        cases - (sizes**2).sum(axis=-1) / cases,
    )


def intracluster_correlation(*texts: tuple[Floats, Floats]) -> Floats:
    r"""Estimate how alike the claims of one paragraph are, over all codes of a variable.

    Question: how much do the claims of one paragraph repeat each other?

    .. math:: r = \frac{MS_B - MS_W}{MS_B + (m_0 - 1) MS_W}

    with the squares of all codes added up, and of all texts where several are given: then the
    correlation is pooled *within* texts, and differences between texts do not enter.

    Parameters
    ----------
    *texts : (hits, sizes)
        Arrays ... x paragraphs x codes and ... x paragraphs. The codes may differ between texts.

    Returns
    -------
    array
        One value for each entry of the leading axes, between 0 and 1 (negative estimates count
        as 0); 0 where there is nothing to estimate from.

    Notes
    -----
    One-way analysis of variance: Ridout, Demetrio & Firth 1999, section 2; several codes as in
    the first-order correction of Rao & Scott 1992. For one code of two it is the classical
    intra-class correlation of a yes-or-no answer.

    Examples
    --------
    >>> sizes = np.array([2.0, 2.0])
    >>> float(intracluster_correlation((np.array([[2.0, 0.0], [0.0, 2.0]]), sizes)))
    1.0
    >>> float(intracluster_correlation((np.array([[1.0, 1.0], [1.0, 1.0]]), sizes)))
    0.0
    """
    parts = [
        _variance(np.asarray(hits, float), np.asarray(sizes, float))
        for hits, sizes in texts
        if np.shape(sizes)[-1]
    ]
    if not parts:
        return np.zeros(())
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total.icc()


def own_and_pooled(
    first: tuple[Floats, Floats], second: tuple[Floats, Floats]
) -> tuple[Floats, Floats, Floats]:
    """Estimate the correlation within paragraphs of two texts, each by itself and pooled.

    Parameters
    ----------
    first, second : (hits, sizes)
        As in `intracluster_correlation`, both with paragraphs.

    Returns
    -------
    three arrays
        Of the first, of the second, and pooled within both.

    Examples
    --------
    >>> one = np.array([[2.0, 0.0], [0.0, 2.0]]), np.array([2.0, 2.0])
    >>> other = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([2.0, 2.0])
    >>> [float(icc) for icc in own_and_pooled(one, other)[:2]]
    [1.0, 0.0]
    """
    parts = [_variance(np.asarray(h, float), np.asarray(m, float)) for h, m in (first, second)]
    return parts[0].icc(), parts[1].icc(), (parts[0] + parts[1]).icc()


def pooled_correlation(texts: Sequence[Clusters]) -> float:
    """Estimate the correlation within paragraphs from several texts together.

    Texts with 2 paragraphs or fewer are left out: they are not measured.

    Examples
    --------
    >>> text = Clusters(np.array([[2.0], [0.0], [2.0]]), np.array([2.0, 2.0, 2.0]), ("x",))
    >>> pooled_correlation([text, text])
    1.0
    """
    kept = [(text.hits, text.sizes) for text in texts if text.groups > COUNTS_ONLY]
    return float(intracluster_correlation(*kept))


def shrunk(own: npt.ArrayLike, towards: npt.ArrayLike, evidence: npt.ArrayLike) -> Floats:
    r"""Draw a text's own correlation towards that of others, the more the less it rests on.

    .. math:: r = a\,r_{own} + (1 - a)\,r_{others},\quad a = \frac{e - 1}{e + 9}

    Parameters
    ----------
    own, towards : array of float
        Correlations, 0 to 1.
    evidence : array of float
        What the own one rests on: paragraphs, or holdings of rarer codes; 1 and less give no
        weight to the text's own correlation.

    Returns
    -------
    array of float

    Examples
    --------
    >>> float(shrunk(0.6, 0.2, 11)), float(shrunk(0.6, 0.2, 0))
    (0.4, 0.2)
    """
    e = np.maximum(np.asarray(evidence, dtype=float), 1)
    weight = (e - 1) / (e + 9)
    return weight * np.asarray(own, dtype=float) + (1 - weight) * np.asarray(towards, dtype=float)


def design_effect(sizes: npt.ArrayLike, icc: npt.ArrayLike, likeness: float = 0.0) -> Floats:
    r"""Tell by what factor paragraphs inflate the variance of a share.

    .. math:: \mathrm{deff} = \max\Bigl(1,\ 1 + r\Bigl(\sum_{g,h} m_g m_h
              \varphi^{|g - h|} / N - 1\Bigr)\Bigr)

    Without likeness of neighbours (phi = 0) only g = h counts, and this is the classical
    1 + r (sum of m squared / N - 1).

    Parameters
    ----------
    sizes : array, ... x paragraphs
        Claims of each paragraph, in reading order.
    icc : array of float
    likeness : float
        Correlation phi of neighbouring paragraphs, 0 to 1 (the sceptical line).

    Returns
    -------
    array of float
        At least 1.

    Notes
    -----
    Donner & Klar 2000, section 1.4; for clusters of one size m it is Kish's 1 + (m - 1) r.

    Examples
    --------
    >>> float(design_effect([5.0, 5.0, 5.0], 0.25))
    2.0
    """
    m = np.asarray(sizes, dtype=float)
    together = (m**2).sum(axis=-1)
    if likeness > 0:
        order = np.arange(m.shape[-1])
        decay = float(likeness) ** np.abs(order[:, None] - order)
        together = ((m @ decay) * m).sum(axis=-1)
    factor = 1 + np.asarray(icc, dtype=float) * (together / m.sum(axis=-1) - 1)
    return np.maximum(1, factor)


def effective_size(sizes: npt.ArrayLike, icc: npt.ArrayLike, likeness: float = 0.0) -> Floats:
    """Tell how many independent claims would fix a share as well as these do.

    Parameters
    ----------
    sizes, icc, likeness
        As in `design_effect`.

    Returns
    -------
    array of float
        Claims, divided by the design effect.

    Examples
    --------
    >>> float(effective_size([5.0, 5.0, 5.0], 0.25))
    7.5
    """
    return np.asarray(sizes, dtype=float).sum(axis=-1) / design_effect(sizes, icc, likeness)


# Neighbouring paragraphs -------------------------------------------------------------------------


def _near(hits: Floats, sizes: Floats) -> tuple[float, float, float]:
    """Co-variation of neighbours beyond that of all pairs, its weight, and the whole variance."""
    shares = hits.sum(axis=0) / sizes.sum()
    apart = hits - sizes[:, None] * shares
    weight = float((sizes[:-1] * sizes[1:]).sum())
    pairs = float(sizes.sum() ** 2 - (sizes**2).sum())
    near = float((apart[:-1] * apart[1:]).sum())
    # Residuals add up to 0, so that two different paragraphs co-vary by minus this on average.
    all_pairs = -float((apart**2).sum()) / pairs if pairs else 0.0
    return near - all_pairs * weight, weight, float((shares * (1 - shares)).sum())


def neighbour_likeness(texts: Sequence[Clusters], icc: float | None = None) -> float:
    r"""Estimate how alike neighbouring paragraphs are (phi of the sceptical line).

    Question: does an author stay with a topic from one paragraph to the next?

    .. math:: \varphi = \frac{\sum_g m_g m_{g+1} (c_{g,g+1} - \bar c)}
              {r \sum_g m_g m_{g+1} \sum_k p_k (1 - p_k)}

    with c the co-variation of two paragraphs' shares, and its mean over all pairs of paragraphs
    taken off, which is below 0 in any finite text.

    Parameters
    ----------
    texts : list of Clusters
        Several texts are pooled; in reading order.
    icc : float, optional
        Correlation within paragraphs; without it that of these texts.

    Returns
    -------
    float
        Between 0 and `STEADIEST` (.8); NaN where nothing varies between paragraphs.

    Notes
    -----
    A text that stays with a topic and a text that sorts its topics look the same here; only the
    first has the extra variance that the sceptical line allows for.

    Examples
    --------
    >>> turns = np.repeat(np.eye(2), 6, axis=0)
    >>> neighbour_likeness([Clusters(2 * turns, np.full(12, 2.0), ("x", "y"))])
    0.8
    """
    kept = [text for text in texts if text.groups > COUNTS_ONLY]
    parts = [_near(text.hits, text.sizes) for text in kept]
    correlation = pooled_correlation(kept) if icc is None else icc
    varying = correlation * sum(weight * variance for _, weight, variance in parts)
    if not varying > 0:
        return math.nan
    return float(np.clip(sum(near for near, _, _ in parts) / varying, 0, STEADIEST))


def neighbour_table(
    texts: dict[str, Clusters], *, draws: int = 1999, seed: int = 0
) -> pd.DataFrame:
    """Test in each text whether neighbouring paragraphs are alike.

    Question: would paragraphs in shuffled order be as much alike as these neighbours are?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
    draws, seed : int
        Random orders of the paragraphs of each text.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, groups, correlation, phi, p]: correlation of neighbours (lag one, paragraphs
        weighted by the square root of their claims), phi as in `neighbour_likeness`, one-sided
        p; all NaN for texts with 2 paragraphs or fewer, or where nothing varies.

    Notes
    -----
    Permutation test of the first serial correlation: Wald & Wolfowitz 1943, Annals of
    Mathematical Statistics 14:378-388.

    Examples
    --------
    >>> turns = np.repeat(np.eye(2), 6, axis=0)
    >>> table = neighbour_table({"t": Clusters(2 * turns, np.full(12, 2.0), ("x", "y"))})
    >>> bool(table.loc[0, "p"] < 0.05), float(table.loc[0, "correlation"])
    (True, 0.75)
    """
    rows = []
    for doc_id, text in texts.items():
        found = (math.nan, math.nan, math.nan)
        apart = text.hits - text.sizes[:, None] * text.shares
        if text.groups > COUNTS_ONLY and apart.any():
            scaled = apart / np.sqrt(text.sizes)[:, None]
            generator = stream(seed, "neighbours", doc_id)
            order = generator.random((draws, text.groups)).argsort(axis=1)
            products = scaled @ scaled.T
            real = np.arange(text.groups)[None, :]
            value, null = (products[o[:, :-1], o[:, 1:]].sum(axis=1) for o in (real, order))
            p = (1 + (null >= value - 1e-9).sum()) / (1 + draws)
            lag = float(value[0] / products.trace())
            found = (lag, neighbour_likeness([text]), float(p))
        rows.append((doc_id, text.groups, *found))
    return pd.DataFrame(rows, columns=["doc_id", "groups", "correlation", "phi", "p"])
