"""Is a word spread over a text, or does one passage hold all of it?

Every measure takes the frequencies of a word in the parts of a corpus (paragraph groups, say) and
the sizes of these parts; a table of many words (words x parts) gives one value per word. With
sizes left out the parts count as equally long. A word that does not occur gives NaN.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]


def deviation_of_proportions(
    freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None, *, norm: bool = False
) -> Any:
    r"""How far is a word's distribution from the sizes of the parts? Gries' DP.

    Parameters
    ----------
    freqs : array, parts or words x parts
        Frequency of the word in each part.
    sizes : array, parts
        Length of each part in words; equal when not given.
    norm : bool
        Give DPnorm, which reaches 1 for a word that occurs in the smallest part only.

    Returns
    -------
    float or array (one per word)
        0 for a word spread as the parts are long, towards 1 for a word in one small part; NaN
        for a word that does not occur.

    Notes
    -----
    :math:`DP = \tfrac12 \sum_i |v_i - s_i|` with v the parts' shares of the word and s their
    shares of the corpus (Gries 2008, International Journal of Corpus Linguistics 13(4), p. 415);
    :math:`DP_{norm} = DP / (1 - \min_i s_i)` (Lijffijt & Gries 2012, same journal 17(1), p. 148).
    `1 - DP` is sometimes reported under the same name.

    Examples
    --------
    Lijffijt & Gries 2012, p. 148: two, one and no occurrences in three equal parts.

    >>> round(deviation_of_proportions([2, 1, 0], norm=True), 6)
    0.5
    """
    share, size = _shares(freqs, sizes)
    value = 0.5 * np.abs(share - size).sum(axis=-1)
    return _scalar(value / (1.0 - size.min()) if norm else value)


def juilland_d(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Any:
    r"""How even are a word's relative frequencies over the parts? Juilland's D.

    Parameters, returns: as :func:`deviation_of_proportions`; 1 for even, 0 for one part only.

    Notes
    -----
    :math:`D = 1 - V/\sqrt{n-1}` with V the variation coefficient (population standard deviation
    over mean) of the relative frequencies in n parts. Juilland & Chang-Rodriguez 1964; example
    Carroll 1970, "An alternative to Juilland's usage coefficient", p. 14.

    Examples
    --------
    >>> round(juilland_d([0, 4, 3, 2, 1]), 4)
    0.6464
    """
    rate = _rates(freqs, sizes)
    variation = _divide(rate.std(axis=-1), rate.mean(axis=-1))
    return _scalar(1.0 - variation / np.sqrt(rate.shape[-1] - 1.0))


def carroll_d2(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Any:
    r"""How much of the possible entropy has a word's distribution? Carroll's D2.

    Parameters, returns: as :func:`deviation_of_proportions`; 1 for even, 0 for one part only.

    Notes
    -----
    :math:`D_2 = -\sum_i p_i \log_2 p_i / \log_2 n` with p the relative frequencies in the parts,
    scaled to sum 1. Carroll 1970, "An alternative to Juilland's usage coefficient", p. 13.

    Examples
    --------
    >>> round(carroll_d2([2, 1, 1, 1, 0]), 4)
    0.8277
    """
    rate = _rates(freqs, sizes)
    p = _divide(rate, rate.sum(axis=-1, keepdims=True))
    return _scalar(-_p_log_p(p).sum(axis=-1) / np.log2(rate.shape[-1]))


def rosengren_s(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Any:
    r"""What share of a word's frequency would an even spread need? Rosengren's S.

    Parameters, returns: as :func:`deviation_of_proportions`; 1 for even, the part's share of the
    corpus for a word in one part only.

    Notes
    -----
    :math:`S = (\sum_i \sqrt{s_i f_i})^2 / f` with f the frequencies and s the parts' shares.
    Rosengren 1971, Linguistics and Literary Statistics; example Gries 2008, p. 407.

    Examples
    --------
    >>> round(rosengren_s([1, 2, 3, 4, 5]), 3)
    0.937
    """
    share, size = _shares(freqs, sizes)
    return _scalar(np.sqrt(share * size).sum(axis=-1) ** 2)


def lyne_d3(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Any:
    r"""How small is the chi-square of a word's distribution? Lyne's D3.

    Parameters, returns: as :func:`deviation_of_proportions`; 1 for even, negative when five parts
    or more share a word of one part.

    Notes
    -----
    :math:`D_3 = 1 - \chi^2 / 4f` with :math:`\chi^2` against frequencies in proportion to the
    sizes. Lyne 1985; example Gries 2008, p. 408.

    Examples
    --------
    >>> round(lyne_d3([1, 2, 3, 4, 5]), 3)
    0.944
    """
    share, size = _shares(freqs, sizes)
    return _scalar(1.0 - ((share - size) ** 2 / size).sum(axis=-1) / 4.0)


def kl_divergence(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Any:
    r"""How many bits does a word's distribution lie off the sizes of the parts?

    Parameters: as :func:`deviation_of_proportions`. Returns 0 for even, no upper limit.

    Notes
    -----
    :math:`D_{KL} = \sum_i v_i \log_2 (v_i/s_i)`. Gries 2020, in Paquot & Gries (eds), A Practical
    Handbook of Corpus Linguistics, ch. 5. Some authors report :math:`1/(1+D_{KL})` or
    :math:`e^{-D_{KL}}` under the same name.

    Examples
    --------
    A word in one part that holds a fifth of the corpus.

    >>> round(kl_divergence([0, 1, 0, 0, 0]), 3)
    2.322
    """
    share, size = _shares(freqs, sizes)
    return _scalar((_p_log_p(share) - share * np.log2(size)).sum(axis=-1))


def relative_range(freqs: npt.ArrayLike) -> Any:
    """In what share of the parts does a word occur at all? Relative range.

    Examples
    --------
    >>> relative_range([2, 0, 1, 0])
    0.5
    """
    number = np.asarray(freqs, dtype=float)
    value = (number > 0).mean(axis=-1)
    return _scalar(np.where(number.sum(axis=-1) > 0, value, np.nan))


def distributional_evenness(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Any:
    r"""How alike are any two parts in their use of a word? Burch, Egbert & Biber's DA.

    Parameters, returns: as :func:`deviation_of_proportions`; 1 for even, 0 for one part only.

    Notes
    -----
    :math:`D_A = 1 - \bar{d} / 2\bar{r}` with :math:`\bar d` the mean absolute difference of the
    relative frequencies of all pairs of parts and :math:`\bar r` their mean. Burch, Egbert & Biber
    2017, Journal of Research Design and Statistics in Linguistics and Communication Science 3(2).

    Examples
    --------
    >>> distributional_evenness([3, 3, 3]), distributional_evenness([3, 0, 0])
    (1.0, 0.0)
    """
    rate = np.sort(_rates(freqs, sizes), axis=-1)
    n = rate.shape[-1]
    # sum over pairs of |r_i - r_j|, from the sorted values: each counts (2 rank - n - 1) times
    rank = 2.0 * np.arange(1, n + 1) - n - 1.0
    mean_difference = (rate * rank).sum(axis=-1) / (n * (n - 1) / 2.0)
    return _scalar(1.0 - _divide(mean_difference, 2.0 * rate.mean(axis=-1)))


def dispersion_table(tokens: pd.DataFrame, *, min_n: int = 1) -> pd.DataFrame:
    """Which words are spread over the paragraphs, and which sit in one? Range and DP per word.

    Parameters
    ----------
    tokens : DataFrame [para_group, token, n]
        The parts are the paragraph groups, their sizes the sums of n. Keep one document to see
        the spread within it.
    min_n : int
        Words with fewer occurrences are left out (their sizes still count).

    Returns
    -------
    DataFrame, one row per word, the most frequent first: token, n, parts (in how many groups),
        range (share of all groups), dp, dp_norm.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "para_group": ["p1", "p1", "p2"], "token": ["iran", "gas", "iran"], "n": [1, 1, 2]})
    >>> dispersion_table(tokens)[["token", "n", "parts", "dp"]].round(3).values.tolist()
    [['iran', 3, 2, 0.167], ['gas', 1, 1, 0.5]]
    """
    matrix = token_matrix(tokens)
    counts = matrix.to_numpy(dtype=float)
    keep = counts.sum(axis=1) >= max(1, min_n)
    sizes, words = counts.sum(axis=0), counts[keep]
    table = pd.DataFrame(
        {
            "token": matrix.index[keep],
            "n": words.sum(axis=1).astype(int),
            "parts": (words > 0).sum(axis=1),
            "range": relative_range(words),
            "dp": deviation_of_proportions(words, sizes),
            "dp_norm": deviation_of_proportions(words, sizes, norm=True)
            if len(sizes) > 1
            else np.nan,
        }
    )
    return table.sort_values(["n", "token"], ascending=[False, True], ignore_index=True)


def token_matrix(tokens: pd.DataFrame) -> pd.DataFrame:
    """Spread a table of word counts into a matrix: words in rows, paragraph groups in columns.

    Parameters
    ----------
    tokens : DataFrame [para_group, token, n]
        Rows of the same group and word are added up.

    Returns
    -------
    DataFrame of int, index token, columns para_group, both sorted.

    Examples
    --------
    >>> tokens = pd.DataFrame({"para_group": ["p", "q"], "token": ["gas", "oil"], "n": [2, 1]})
    >>> token_matrix(tokens).values.tolist()
    [[2, 0], [0, 1]]
    """
    token, words = pd.factorize(tokens["token"], sort=True)
    group, groups = pd.factorize(tokens["para_group"], sort=True)
    counts = np.zeros((len(words), len(groups)), dtype=np.int64)
    np.add.at(counts, (token, group), tokens["n"].to_numpy(dtype=np.int64))
    return pd.DataFrame(counts, pd.Index(words, name="token"), pd.Index(groups, name="para_group"))


def _sizes(number: Floats, sizes: npt.ArrayLike | None) -> Floats:
    size = np.ones(number.shape[-1]) if sizes is None else np.asarray(sizes, dtype=float)
    if size.shape != number.shape[-1:]:
        raise ValueError(f"{number.shape[-1]} parts but {size.size} sizes")
    if (size <= 0).any():
        raise ValueError("every part needs a positive size")
    return size


def _shares(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None) -> tuple[Floats, Floats]:
    """Shares of the word and shares of the corpus that fall to each part."""
    number = np.asarray(freqs, dtype=float)
    size = _sizes(number, sizes)
    return _divide(number, number.sum(axis=-1, keepdims=True)), size / size.sum()


def _rates(freqs: npt.ArrayLike, sizes: npt.ArrayLike | None) -> Floats:
    number = np.asarray(freqs, dtype=float)
    return number / _sizes(number, sizes)


def _divide(numerator: Floats, denominator: Floats) -> Floats:
    shape = np.broadcast_shapes(np.shape(numerator), np.shape(denominator))
    empty = np.full(shape, np.nan)
    return np.divide(numerator, denominator, out=empty, where=np.asarray(denominator) > 0)


def _p_log_p(p: Floats) -> Floats:
    logs = np.log2(p, out=np.zeros_like(p), where=p > 0)
    return np.where(np.isnan(p), np.nan, p * logs)


def _scalar(value: Any) -> Any:
    array = np.asarray(value)
    return float(array) if array.ndim == 0 else array
