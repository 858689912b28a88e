"""What comes first, and whether it surely does: the gap to the second, and joint permutations.

"Most often" is said of the largest of several counts, and the largest of several counts is large
by chance. Two questions are kept apart here:

`leading_gap`, `foremost`
    Does what comes first surely come first? It does where its gap to *every* other is off 0. For
    the one that came first in the data the ordinary two-sided comparison with the runner-up is
    valid, without a correction for the search (Hung & Fithian 2019).
`joint_permutation`
    Do so many comparisons of texts have other leading codes by chance alone? All texts are permuted
    at once, because comparisons that share a text are not independent: the product of their
    chances is the chance of nothing.

Sources: Hung & Fithian 2019, Annals of Statistics 47:758-782 (rank verification); Gutmann & Maymin
1987, Annals of Statistics 15:456-461 (is the selected population the best?); Berger 1982,
Technometrics 24:295-300 (all comparisons must hold: no correction).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import Clusters
from frameline.measures.intervals import (
    TESTED,
    difference,
    share_interval,
    usual_correlation,
)
from frameline.measures.resampling import LEVEL, Floats, stream


def pair_of_codes(text: Clusters, first: int, second: int) -> Clusters:
    """Keep the claims that have one of two codes, by paragraph.

    Parameters
    ----------
    text : Clusters
        Each claim with one code (or none).
    first, second : int
        Places of the two codes.

    Returns
    -------
    Clusters
        Of the codes "first" and "second"; paragraphs without either are left out.

    Examples
    --------
    >>> hits = np.array([[1.0, 2.0, 4.0], [0.0, 0.0, 1.0]])
    >>> text = Clusters(hits, np.array([7.0, 1.0]), tuple("abc"))
    >>> pair_of_codes(text, 0, 1).sizes.tolist()
    [3.0]
    """
    hits = text.hits[:, [first, second]]
    sizes = hits.sum(axis=1)
    kept = sizes > 0
    return Clusters(hits[kept], sizes[kept], ("first", "second"))


def leading_gap(
    texts: Mapping[str, Clusters], *, level: float = LEVEL, usual: float | None = None
) -> pd.DataFrame:
    """Tell by how much the commonest code of each text leads, and whether it surely does.

    Question: is there one reason that this text gives most, or are there several?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
        Each claim with one code (or none).
    level : float
        Coverage of the interval of each gap.
    usual : float, optional
        As in `frameline.measures.intervals.share_interval`; without it that of these texts.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, codes, k, second, k_second, gap, low, high, leads]: the commonest codes (list,
        ties included) and their claims, the next (list) and its claims, the gap of their shares
        with an interval, and whether the gap to *every* other code is off 0. No interval where
        fewer than 3 paragraphs hold the two; gap 0 where several lead together.

    Notes
    -----
    The gap is (2p - 1) of the claims with either code, times their share of the text: the interval
    of p is that of a net balance of two codes.

    Examples
    --------
    >>> hits = np.repeat([[3.0, 0.0], [2.0, 1.0]], 8, axis=0)
    >>> row = leading_gap({"t": Clusters(hits, np.full(16, 3.0), ("x", "y"))}).iloc[0]
    >>> row["codes"], round(float(row["gap"]), 3), bool(row["leads"])
    (['x'], 0.667, True)
    """
    towards = usual_correlation(texts) if usual is None else usual
    rows = [(doc_id, *_lead(text, towards, level)) for doc_id, text in texts.items()]
    columns = ["doc_id", "codes", "k", "second", "k_second", "gap", "low", "high", "leads"]
    return pd.DataFrame(rows, columns=columns)


def _lead(text: Clusters, usual: float, level: float) -> tuple:
    """One row of `leading_gap`, without the text."""
    counts = text.hits.sum(axis=0)
    most = counts.max() if counts.size else 0.0
    if not most:
        return [], 0, [], 0, math.nan, math.nan, math.nan, False
    top = np.flatnonzero(counts == most)
    rest = np.flatnonzero(counts < most)
    next_count = counts[rest].max() if rest.size else 0.0
    seconds = top[1:] if len(top) > 1 else rest[counts[rest] == next_count]
    head = (
        [text.codes[c] for c in top], int(most),
        [text.codes[c] for c in seconds], int(counts[seconds[0]]) if len(seconds) else 0,
    )  # fmt: skip
    gaps = [_gap(text, top[0], other, usual, level) for other in range(len(counts))
            if other != top[0]]  # fmt: skip
    leads = bool(gaps) and all(low > 0 for _, low, _ in gaps)
    if not len(seconds):
        return (*head, most / text.cases, math.nan, math.nan, leads)
    low, high = _gap(text, top[0], seconds[0], usual, level)[1:]
    return (*head, float((most - counts[seconds[0]]) / text.cases), low, high, leads)


def _gap(
    text: Clusters, first: int, second: int, usual: float, level: float
) -> tuple[float, float, float]:
    """Gap of the shares of two codes in a text, with its interval."""
    two = pair_of_codes(text, first, second)
    row = share_interval({"": two}, ["first"], net=True, level=level, usual=usual).iloc[0]
    scale = two.cases / text.cases
    return scale * row["estimate"], scale * row["low"], scale * row["high"]


def foremost(
    texts: Mapping[str, Clusters], code: str, *, level: float = LEVEL, net: bool = False
) -> pd.DataFrame:
    """Tell which text has most of something, and whether it surely has more than each other.

    Question: does this text say it more than any other?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
        Texts with fewer than 5 paragraphs are not ranked.
    code : str
    level : float
    net : bool
        Rank by 2p - 1 in place of the share p.

    Returns
    -------
    DataFrame, one row per other text, the nearest first
        [doc_id, other, estimate, gap, low, high, p, p_holm, first, note]: the text with the largest
        share and that share, its difference from each other text with interval and p (Holm over
        the others, for "more than these"), and whether *every* gap is off 0, which alone allows
        "more than any other". No row where fewer than two texts are ranked.

    Examples
    --------
    >>> def text(k):
    ...     hits = np.repeat([[1.0, 0.0], [0.0, 1.0]], [k, 20 - k], axis=0)
    ...     return Clusters(hits, np.ones(20), ("yes", "no"))
    >>> table = foremost({"a": text(12), "b": text(10), "c": text(1)}, "yes")
    >>> table["other"].tolist(), (table["low"] > 0).tolist(), table["first"].tolist()
    (['b', 'c'], [False, True], [False, False])
    """
    ranked = {name: text for name, text in texts.items() if text.groups >= TESTED}
    columns = [
        "doc_id", "other", "estimate", "gap", "low", "high", "p", "p_holm", "first", "note",
    ]  # fmt: skip
    if len(ranked) < 2:
        return pd.DataFrame(columns=columns)
    shares = {name: text.column(code).sum() / text.cases for name, text in ranked.items()}
    order = sorted(ranked, key=lambda name: -shares[name])
    pairs = [(other, order[0]) for other in order[1:]]
    found = difference(ranked, pairs, code, net=net, level=level)
    table = pd.DataFrame({"doc_id": found["to"], "other": found["from"]})
    table["estimate"] = 2 * shares[order[0]] - 1 if net else shares[order[0]]
    kept = ["low", "high", "p", "p_holm"]
    table[["gap", *kept]] = found[["estimate", *kept]]
    table["first"] = bool((found["low"] > 0).all())
    table["note"] = found["note"]
    return table


# All texts permuted at once ----------------------------------------------------------------------


def without_common_leader(
    hits: Floats, owner: npt.NDArray[np.int64], pairs: Sequence[tuple[int, int]]
) -> npt.NDArray[np.int64]:
    """Count the pairs of texts without a common leading code, for many permutations.

    Parameters
    ----------
    hits : array, paragraphs x codes
    owner : array of int, permutations x paragraphs
        The text that each paragraph falls to.
    pairs : list of (int, int)

    Returns
    -------
    array of int, permutations
        A pair in which a text has no claim to lead with is none of them.

    Examples
    --------
    >>> without_common_leader(np.eye(2), np.array([[0, 1]]), [(0, 1)]).tolist()
    [1]
    """
    texts = range(max(max(pair) for pair in pairs) + 1)
    counts = np.stack([(owner == text).astype(float) @ hits for text in texts], axis=1)
    most = counts.max(axis=2, keepdims=True)
    leads = (counts == most) & (most > 0)
    total = np.zeros(len(owner), dtype=np.int64)
    for first, second in pairs:
        known = leads[:, first].any(axis=1) & leads[:, second].any(axis=1)
        apart = ~(leads[:, first] & leads[:, second]).any(axis=1)
        total += known & apart
    return total


def joint_permutation(
    texts: Mapping[str, Clusters],
    pairs: Sequence[tuple[str, str]],
    *,
    permutations: int = 20_000,
    seed: int = 0,
) -> dict[str, float]:
    """Tell how often chance alone gives as many comparisons other leading codes.

    Question: is "another reason each time" more than permuting the same paragraphs gives?

    Parameters
    ----------
    texts : dict doc_id -> Clusters
        Codes counted on one side, say (``clusters(claims, only=...)``): all are permuted,
        also those without a claim on that side.
    pairs : list of (doc_id, doc_id)
    permutations, seed : int
        Random permutations of the paragraphs of all compared texts, each text keeping its number.

    Returns
    -------
    dict
        found: comparisons without a common leading code; of: comparisons whose texts both have
        one; expected: the mean number found over the permutations; chance: share of these with at
        least as many (NaN without a comparison); error: Monte Carlo standard error of it.

    Notes
    -----
    At .05 and above the leaders are at chance level, and lead to nothing.

    Examples
    --------
    >>> hits = np.repeat([[1.0, 0.0]], 6, axis=0)
    >>> one, other = (Clusters(h, np.ones(6), ("x", "y")) for h in (hits, hits[:, ::-1]))
    >>> found = joint_permutation({"a": one, "b": other}, [("a", "b")], permutations=2000)
    >>> exactly = 1 - math.comb(6, 3) ** 2 / math.comb(12, 6)  # all but three of each kind twice
    >>> found["found"], found["of"], abs(found["chance"] - exactly) < 4 * found["error"]
    (1, 1, True)
    """
    names = sorted({name for pair in pairs for name in pair if name in texts})
    kept = [name for name in names if texts[name].hits.any()]
    places = [
        (kept.index(first), kept.index(second))
        for first, second in pairs
        if first in kept and second in kept
    ]
    if not places:
        return dict.fromkeys(("found", "expected", "chance", "error"), math.nan) | {"of": 0}
    hits = np.concatenate([texts[name].hits for name in kept])
    owner = np.repeat(np.arange(len(kept)), [texts[name].groups for name in kept])
    found = int(without_common_leader(hits, owner[None], places)[0])
    generator = stream(seed, "leaders", *kept)
    null = [
        without_common_leader(hits, generator.permuted(np.tile(owner, (size, 1)), axis=1), places)
        for size in _pieces(permutations)
    ]
    permuted = np.concatenate(null)
    chance = float((1 + (permuted >= found).sum()) / (1 + permutations))
    error = math.sqrt(chance * (1 - chance) / (1 + permutations))
    return {"found": found, "of": len(places), "expected": float(permuted.mean()),
            "chance": chance, "error": error}  # fmt: skip


def _pieces(permutations: int, size: int = 5000) -> list[int]:
    return [size] * (permutations // size) + ([permutations % size] if permutations % size else [])
