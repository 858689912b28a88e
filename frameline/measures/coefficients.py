"""Agreement beyond chance: Krippendorff's alpha at every level, and the older coefficients.

Every function takes codes as a table of *units in rows and coders in columns* (an ``aligned``
table): a code, or a missing value where a coder did not see the unit. An empty cell means that the
coder saw the unit and left the variable blank; blanks are missing unless ``blanks=True`` makes
"left blank" a code of its own. Codes that hold several values join them with ``;``.

Krippendorff's alpha is computed from *value counts* (how many coders gave which value to a unit),
so any number of coders and any pattern of missing codes is served by one formula, and a bootstrap
over paragraphs is a matrix product. An undefined coefficient is NaN, never an exception and never
a made-up 1; :func:`why_undefined` says what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

LEVELS = ("nominal", "ordinal", "interval", "ratio", "set")

Array = np.ndarray[Any, np.dtype[Any]]
Order = Sequence[Any] | None
Groups = pd.Series | pd.DataFrame | None


# ---------------------------------------------------------------- codes and counts


def codes_table(aligned: Any, *, blanks: bool = False) -> pd.DataFrame:
    """Put codes into one form: units in rows, coders in columns, missing codes as ``None``.

    Parameters
    ----------
    aligned : DataFrame or 2-D array-like, units x coders
        ``None``, ``NaN`` and ``pd.NA`` are missing; an empty string is missing unless `blanks`.
    blanks : bool
        Keep the empty string as a code ("left blank").

    Returns
    -------
    DataFrame of the same shape, dtype object.

    Examples
    --------
    >>> codes_table([["a", ""], [None, "b"]]).values.tolist()
    [['a', None], [None, 'b']]
    """
    table = aligned if isinstance(aligned, pd.DataFrame) else pd.DataFrame(aligned, dtype=object)
    cells = table.to_numpy(dtype=object, copy=True)
    cells[pd.isna(cells)] = None
    if not blanks:
        cells[cells == ""] = None
    return pd.DataFrame(cells, table.index, table.columns, dtype=object)


def value_counts(
    aligned: Any, *, level: str = "nominal", blanks: bool = False, order: Order = None
) -> pd.DataFrame:
    """Count how many coders gave which value to each unit: the values-by-units matrix.

    Parameters
    ----------
    aligned : DataFrame or 2-D array-like, units x coders
    level : {"nominal", "ordinal", "interval", "ratio", "set"}
        Numbers are read from text for the metric levels. For ``set`` the members of a cell are
        put in alphabetical order, so that ``B;A`` and ``A;B`` are one value.
    blanks : bool
        Count the empty string as a value (for ``set``: the empty set).
    order : sequence, optional
        The values from low to high, for ordinal codes that are no numbers.

    Returns
    -------
    DataFrame of int, units x values; values in alphabetical, numerical or the given order.

    Raises
    ------
    ValueError
        If the level is unknown, a metric code is no number, or a code is not in `order`.

    Notes
    -----
    Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section D, calls this the
    values-by-units matrix.

    Examples
    --------
    >>> value_counts([["a", "a"], ["a", "b"]])
       a  b
    0  2  0
    1  1  1
    """
    if level not in LEVELS:
        raise ValueError(f"level {level!r} is not one of {', '.join(LEVELS)}")
    codes = codes_table(aligned, blanks=blanks)
    read = _canonical_set if level == "set" else _number
    if level == "nominal" or (level != "set" and order is not None):
        read = _same
    place, cells = pd.factorize(codes.to_numpy(dtype=object).ravel())
    given = [read(cell) for cell in cells]
    values = _values(set(given), order)
    column = np.array([values.index(value) for value in given], dtype=np.int64)
    counts = np.zeros((len(codes), len(values)), dtype=np.int64)
    rows = np.repeat(np.arange(len(codes)), codes.shape[1])
    seen = place >= 0  # factorize numbers missing cells -1
    np.add.at(counts, (rows[seen], column[place[seen]]), 1)
    return pd.DataFrame(counts, codes.index, pd.Index(values, dtype=object))


def table_counts(table: Any) -> pd.DataFrame:
    """Turn a contingency table of two coders into value counts, one row per unit.

    Parameters
    ----------
    table : square DataFrame or 2-D array-like of counts
        Rows are the codes of the first coder, columns those of the second.

    Returns
    -------
    DataFrame of int, units x values, for :func:`alpha_from_counts`, :func:`fleiss_kappa` and
    :func:`ac1`.

    Examples
    --------
    Artstein & Poesio 2008, p. 568: alpha of the table of 100 utterances is .800.

    >>> counts = table_counts([[46, 0, 0], [6, 32, 6], [0, 0, 10]])
    >>> round(alpha_from_counts(counts), 3)
    0.801
    """
    square = _square(table)
    one = np.eye(len(square), dtype=np.int64)
    pairs = (one[:, None, :] + one[None, :, :]).reshape(-1, len(square))
    rows = np.repeat(pairs, square.astype(np.int64).ravel(), axis=0)
    names = table.index if isinstance(table, pd.DataFrame) else range(len(square))
    return pd.DataFrame(rows, columns=pd.Index(names, dtype=object))


def _values(found: set[Any], order: Order) -> list[Any]:
    if order is not None:
        strangers = sorted(str(value) for value in found - set(order))
        if strangers:
            raise ValueError(f"codes that the given order does not hold: {', '.join(strangers)}")
        return [value for value in order if value in found]
    return sorted(found, key=lambda value: (isinstance(value, str), value))


def _same(cell: Any) -> Any:
    return cell


def _canonical_set(cell: Any) -> Any:
    return ";".join(sorted({part.strip() for part in str(cell).split(";")} - {""}))


def _number(cell: Any) -> Any:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(
            f"code {cell!r} is no number: give `order` for ordinal codes that are words"
        ) from None


# ---------------------------------------------------------------- distances


def jaccard_distance(a: str, b: str) -> float:
    """Distance of two sets of codes: one minus the share of their union that they have in common.

    Two empty sets are identical (distance 0).

    Examples
    --------
    >>> jaccard_distance("A;B", "A"), jaccard_distance("", "")
    (0.5, 0.0)
    """
    one, two = _members(a), _members(b)
    union = one | two
    return 1.0 - len(one & two) / len(union) if union else 0.0


def masi_monotonicity(a: str, b: str) -> float:
    """Distance of two sets by how they nest: 0 equal, 1/3 one within the other, 2/3 overlapping, 1.

    This is the first form of MASI, without the Jaccard distance (Passonneau 2004, LREC, p. 1505).
    The empty set lies within every set.

    Examples
    --------
    >>> masi_monotonicity("A;B", "B;A"), masi_monotonicity("A", "B")
    (0.0, 1.0)
    """
    one, two = _members(a), _members(b)
    if one == two:
        return 0.0
    if one <= two or two <= one:
        return 1.0 / 3.0
    return 2.0 / 3.0 if one & two else 1.0


def masi_distance(a: str, b: str) -> float:
    """Distance of two sets of codes by MASI: one minus Jaccard similarity times monotonicity.

    The form of Passonneau 2006 (LREC, p. 831-836), the one used by default here and in NLTK:
    ``1 - J * M`` with J the Jaccard coefficient and M = 1, 2/3, 1/3, 0 for equal, nested,
    overlapping and disjoint sets. Two empty sets are equal.

    Examples
    --------
    >>> round(masi_distance("A;B", "A"), 3), masi_distance("", "")
    (0.667, 0.0)
    """
    return 1.0 - (1.0 - jaccard_distance(a, b)) * (1.0 - masi_monotonicity(a, b))


def masi_product_distance(a: str, b: str) -> float:
    """Distance of two sets by the product of Jaccard distance and monotonicity distance.

    The variant of DKPro Statistics: ``(1 - J) * (1 - M)``. It is smaller than
    :func:`masi_distance` for every pair of sets that differ but overlap; a coefficient computed
    with one cannot be compared with a coefficient computed with the other.

    Examples
    --------
    >>> round(masi_product_distance("A;B", "A"), 3)
    0.167
    """
    return jaccard_distance(a, b) * masi_monotonicity(a, b)


def exact_distance(a: str, b: str) -> float:
    """Distance of two sets of codes when only equal sets agree: 0 or 1.

    Examples
    --------
    >>> exact_distance("A;B", "B;A"), exact_distance("A;B", "A")
    (0.0, 1.0)
    """
    return float(_members(a) != _members(b))


SET_DISTANCES: dict[str, Callable[[str, str], float]] = {
    "masi": masi_distance,
    "masi-2004": masi_monotonicity,
    "masi-product": masi_product_distance,
    "jaccard": jaccard_distance,
    "exact": exact_distance,
}


def _members(cell: str) -> set[str]:
    return set(str(cell).split(";")) - {""}


def _distances(values: Sequence[Any], level: str, set_distance: str = "masi") -> Array | None:
    """Squared distances between values; None for ordinal, whose distances depend on the counts."""
    if level == "ordinal":
        return None
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "set":
        measure = SET_DISTANCES[set_distance]
        return np.array([[measure(a, b) for b in values] for a in values]).reshape(
            len(values), len(values)
        )
    number = np.array([float(value) for value in values])
    difference = number[:, None] - number[None, :]
    if level == "interval":
        return difference**2
    total = number[:, None] + number[None, :]
    return np.divide(difference, total, out=np.zeros_like(difference), where=total != 0) ** 2


# ---------------------------------------------------------------- alpha


def alpha(
    aligned: Any,
    level: str = "nominal",
    *,
    blanks: bool = False,
    order: Order = None,
    set_distance: str = "masi",
) -> float:
    r"""How far do the coders agree beyond chance? Krippendorff's alpha.

    Parameters
    ----------
    aligned : DataFrame or 2-D array-like, units x coders
        Any number of coders, any pattern of missing codes.
    level : {"nominal", "ordinal", "interval", "ratio", "set"}
        The metric. ``set`` is for codes with several values, see :func:`alpha_sets`.
    blanks : bool
        Count an empty cell as a code.
    order : sequence, optional
        Values from low to high, for ordinal codes that are words.
    set_distance : {"masi", "masi-2004", "masi-product", "jaccard", "exact"}
        Distance for level ``set``.

    Returns
    -------
    float
        1 for perfect agreement, 0 for what chance would give, below 0 for systematic
        disagreement, NaN when undefined (:func:`why_undefined` gives the reason).

    Notes
    -----
    With :math:`n_{uc}` the number of coders that gave value c to unit u, :math:`m_u` the codes of
    that unit (units with one code are left out), coincidences
    :math:`o_{ck} = \sum_u n_{uc}(n_{uk} - [c=k])/(m_u - 1)`, :math:`n_c = \sum_k o_{ck}` and
    :math:`n = \sum_c n_c`:

    .. math::
        \alpha = 1 - \frac{D_o}{D_e}
               = 1 - (n-1)\frac{\sum_{ck} o_{ck}\,\delta^2_{ck}}{\sum_{ck} n_c n_k\,\delta^2_{ck}}

    Squared distances: nominal 0 or 1; interval :math:`(c-k)^2`; ratio
    :math:`((c-k)/(c+k))^2`; ordinal
    :math:`(\sum_{g=c}^{k} n_g - (n_c+n_k)/2)^2`. The factor n - 1 is the small-sample term that
    some published studies leave out. Source: Krippendorff 2011, "Computing Krippendorff's
    Alpha-Reliability", section C and D; Hayes & Krippendorff 2007, Communication Methods and
    Measures 1(1), p. 77-89.

    Examples
    --------
    Krippendorff 2011, example C: four coders, twelve units, missing codes.

    >>> coders = [
    ...     [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    ...     [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    ...     [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    ...     [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ... ]
    >>> units = np.array(coders, dtype=float).T
    >>> [round(alpha(units, level), 3) for level in ("nominal", "ordinal", "interval", "ratio")]
    [0.743, 0.815, 0.849, 0.797]
    """
    counts = value_counts(aligned, level=level, blanks=blanks, order=order)
    return alpha_from_counts(counts, level, set_distance=set_distance)


def alpha_sets(aligned: Any, distance: str = "masi", *, blanks: bool = False) -> float:
    """How far do coders agree who may give a unit several codes? Alpha with a distance of sets.

    Parameters
    ----------
    aligned : DataFrame or 2-D array-like, units x coders
        Cells hold codes joined by ``;``.
    distance : {"masi", "masi-2004", "masi-product", "jaccard", "exact"}
        Which distance. "masi" (default) is Passonneau 2006, ``1 - J * M``; "masi-2004" leaves the
        Jaccard coefficient out; "masi-product" multiplies the two distances, as DKPro Statistics
        does. Published values differ by the variant, so name it when you report one.
    blanks : bool
        Read an empty cell as the empty set (default: as missing).

    Returns
    -------
    float, NaN when undefined.

    Notes
    -----
    The distance stands in for the squared difference of the metric form, as in Passonneau 2004,
    LREC, p. 1503-1506.

    Examples
    --------
    The example of the DKPro Statistics test suite, which gives .186 and .252 (to a thousandth).

    >>> pairs = [["", ""], ["A", ""], ["A", "A"], ["A", "B"], ["A;B", "A"], ["A;B", "A;C"],
    ...          ["A;B;C", "A;B;C"], ["C", "A;C"], ["C", "A;C"]]
    >>> [round(alpha_sets(pairs, d, blanks=True), 3) for d in ("masi-2004", "masi-product", "masi")]
    [0.186, 0.253, 0.273]
    """
    return alpha(aligned, "set", blanks=blanks, set_distance=distance)


def alpha_from_counts(counts: Any, level: str = "nominal", *, set_distance: str = "masi") -> float:
    """How far do coders agree, when only value counts per unit are known? Krippendorff's alpha.

    Parameters
    ----------
    counts : DataFrame, units x values, as from :func:`value_counts`
        The column labels are the values, in rising order for the ordinal level.
    level, set_distance
        As in :func:`alpha`.

    Returns
    -------
    float, NaN when undefined.

    Examples
    --------
    >>> alpha_from_counts(pd.DataFrame({"a": [2, 0, 2], "b": [0, 2, 0]}))
    1.0
    """
    table = counts if isinstance(counts, pd.DataFrame) else pd.DataFrame(counts)
    number = table.to_numpy(dtype=float)
    blocks = np.zeros(len(number), dtype=np.int64)
    values = table.columns.tolist()
    return float(_alpha_weighted(number, blocks, np.ones((1, 1)), values, level, set_distance)[0])


def alpha_by_block(
    counts: pd.DataFrame, block: Array, weights: Array, level: str = "nominal"
) -> Array:
    """How far do coders agree when blocks of units come several times? Alpha of each draw.

    Question: how would alpha move with other blocks of the same kind?

    Parameters
    ----------
    counts : DataFrame, units x values, as from :func:`value_counts`
    block : array of int, one per unit
        The place of the unit's block among the columns of `weights`.
    weights : array, draws x blocks
        How often each block comes.
    level : as in :func:`alpha`

    Returns
    -------
    array, one alpha a draw, NaN where undefined.

    Examples
    --------
    >>> counts = value_counts([["a", "a"], ["b", "b"], ["a", "b"]])
    >>> alpha_by_block(counts, np.array([0, 0, 1]), np.array([[1, 0], [1, 1]])).round(3).tolist()
    [1.0, 0.444]
    """
    number = counts.to_numpy(dtype=float)
    return _alpha_weighted(
        number, np.asarray(block), np.asarray(weights, dtype=float), counts.columns.tolist(),
        level, "masi",
    )  # fmt: skip


def why_undefined(aligned: Any, *, blanks: bool = False) -> str:
    """Why has this variable no coefficient? One plain clause, or "" when it has one.

    Examples
    --------
    >>> why_undefined([["a", "a"], ["a", "a"]])
    'no variation: every code is a'
    >>> why_undefined([["a", None], [None, "b"]])
    'no unit was coded by two coders'
    >>> why_undefined([["a", "b"], ["a", "a"]])
    ''
    """
    codes = codes_table(aligned, blanks=blanks)
    seen = codes.notna()
    if not seen.to_numpy().any():
        return "no codes"
    if int(seen.any().sum()) < 2:
        return "only one coder"
    twice = codes[seen.sum(axis=1) >= 2].to_numpy(dtype=object).ravel()
    found = {str(value) for value in twice if value is not None}
    if not found:
        return "no unit was coded by two coders"
    if len(found) == 1:
        return f"no variation: every code is {next(iter(found)) or '(blank)'}"
    return ""


def _alpha_weighted(
    counts: Array, blocks: Array, weights: Array, values: Sequence[Any], level: str, sets: str
) -> Array:
    """Alpha for each row of `weights` (draws x blocks), from value counts (units x values)."""
    per_unit = counts.sum(axis=1)
    paired = per_unit >= 2
    counts, blocks, per_unit = counts[paired], blocks[paired], per_unit[paired]
    n_blocks = weights.shape[1]
    share = counts / (per_unit - 1.0)[:, None]
    marginal = np.zeros((n_blocks, counts.shape[1]))
    np.add.at(marginal, blocks, counts)
    distance = _distances(values, level, sets)
    if distance is None:
        coincidence = np.zeros((n_blocks, counts.shape[1], counts.shape[1]))
        np.add.at(coincidence, blocks, _coincidences(counts, share))
        return _alpha_ordinal(coincidence, weights)
    observed = np.zeros(n_blocks)
    np.add.at(observed, blocks, np.einsum("uc,ck,uk->u", counts, distance, share))
    n_c = weights @ marginal
    n = n_c.sum(axis=1)
    expected = ((n_c @ distance) * n_c).sum(axis=1)
    return _ratio(weights @ observed, expected, n)


def _coincidences(counts: Array, share: Array) -> Array:
    """Coincidence matrix of each unit: n_c (n_k - [c=k]) / (m - 1)."""
    own = np.einsum("uc,ck->uck", share, np.eye(counts.shape[1]))
    return np.einsum("uc,uk->uck", share, counts) - own


def _alpha_ordinal(coincidence: Array, weights: Array) -> Array:
    """Ordinal alpha per draw; a value's place is the middle of its ranks in that draw."""
    n_values = coincidence.shape[1]
    if not n_values:  # nobody coded anything
        return np.full(len(weights), np.nan)
    flat = coincidence.reshape(len(coincidence), -1)
    result = np.empty(len(weights))
    # draws are taken in slices so that many values times many draws stay within memory
    step = max(1, 4_000_000 // max(1, n_values**2))
    for start in range(0, len(weights), step):
        drawn = (weights[start : start + step] @ flat).reshape(-1, n_values, n_values)
        n_c = drawn.sum(axis=2)
        place = np.cumsum(n_c, axis=1) - n_c / 2.0
        distance = (place[:, :, None] - place[:, None, :]) ** 2
        observed = (drawn * distance).sum(axis=(1, 2))
        expected = (n_c[:, :, None] * n_c[:, None, :] * distance).sum(axis=(1, 2))
        result[start : start + step] = _ratio(observed, expected, n_c.sum(axis=1))
    return result


def _ratio(observed: Array, expected: Array, n: Array) -> Array:
    defined = expected > 0
    quotient = np.divide((n - 1.0) * observed, expected, out=np.zeros_like(n), where=defined)
    return np.where(defined, 1.0 - quotient, np.nan)


def blocks_of(units: pd.Index, groups: Groups) -> tuple[Array, Array]:
    """Find the resampling block of each unit and the document that it belongs to.

    Parameters
    ----------
    units : Index of unit ids
    groups : Series or DataFrame [para_group, doc_id], index = unit ids, or None
        A unit that is not in it, or has no group, is a block of its own.

    Returns
    -------
    block, document : arrays of str, one per unit; document is "" where none is known.

    Examples
    --------
    >>> known = pd.DataFrame({"para_group": ["t.P1", "t.P1"], "doc_id": "t"}, index=["u", "v"])
    >>> [part.tolist() for part in blocks_of(pd.Index(["u", "w"]), known)]
    [['t.P1', 'unit w'], ['t', '']]
    """
    nothing = np.full(len(units), "", dtype=object)
    if groups is None:
        return np.array([f"unit {unit}" for unit in units], dtype=object), nothing
    table = groups.to_frame("para_group") if isinstance(groups, pd.Series) else groups
    known = table[~table.index.duplicated()].reindex(units)
    group = known["para_group"].to_numpy(dtype=object)
    alone = pd.isna(group) | (group == "")
    block = [f"unit {u}" if own else str(g) for u, g, own in zip(units, group, alone, strict=True)]
    if "doc_id" in known:
        nothing = np.where(pd.isna(known["doc_id"]), "", known["doc_id"].to_numpy(dtype=object))
    return np.array(block, dtype=object), nothing


# ---------------------------------------------------------------- the older coefficients


def kappa(table: Any, weights: str | Any | None = None) -> float:
    r"""How far do two coders agree beyond their own base rates? Cohen's kappa, plain or weighted.

    Parameters
    ----------
    table : square DataFrame or 2-D array-like of counts
        Rows are the codes of the first coder, columns those of the second, in the same order.
    weights : {"linear", "quadratic"} or square array of disagreement weights, optional
        None gives every disagreement the weight 1.

    Returns
    -------
    float, NaN when expected disagreement is 0.

    Notes
    -----
    :math:`\kappa = 1 - \sum w_{ij} o_{ij} / \sum w_{ij} e_{ij}` with
    :math:`e_{ij} = o_{i+} o_{+j} / n`. Cohen 1960, Educational and Psychological Measurement
    20(1), p. 37-46; weighted: Cohen 1968, Psychological Bulletin 70(4), p. 213-220.

    Examples
    --------
    Cohen 1960, p. 45; Artstein & Poesio 2008, p. 568 (weights .5 against the third code).

    >>> round(kappa([[88, 14, 18], [10, 40, 10], [2, 6, 12]]), 3)
    0.492
    >>> w = [[0, 1, 0.5], [1, 0, 0.5], [0.5, 0.5, 0]]
    >>> round(kappa([[46, 0, 0], [6, 32, 6], [0, 0, 10]], w), 4)
    0.8163
    """
    square = _square(table)
    weight = _weights(weights, len(square))
    chance = np.outer(square.sum(axis=1), square.sum(axis=0))
    expected = float((weight * chance).sum())
    observed = float((weight * square).sum()) * float(square.sum())
    return 1.0 - observed / expected if expected > 0 else np.nan


def scott_pi(table: Any) -> float:
    """How far do two coders agree beyond their joint base rates? Scott's pi.

    Chance agreement comes from the mean of the two coders' shares. Scott 1955, Public Opinion
    Quarterly 19(3), p. 321-325. `table` as in :func:`kappa`; NaN when chance agreement is 1.

    Examples
    --------
    Artstein & Poesio 2008, p. 558.

    >>> round(scott_pi([[20, 10], [20, 50]]), 3)
    0.341
    """
    square = _square(table)
    share = (square.sum(axis=0) + square.sum(axis=1)) / (2.0 * square.sum())
    return _beyond(float(np.trace(square) / square.sum()), float((share**2).sum()))


def s_score(table: Any, categories: int | None = None) -> float:
    """How far do two coders agree if every code were equally likely? Bennett's S.

    Also known as Brennan & Prediger's coefficient; some studies call it AC1, which it is not.
    Bennett, Alpert & Goldstein 1954, Public Opinion Quarterly 18(3), p. 303-308.

    Parameters
    ----------
    table : as in :func:`kappa`
    categories : int, optional
        Number of codes in the codebook; the size of the table when not given.

    Examples
    --------
    Artstein & Poesio 2008, p. 558.

    >>> round(s_score([[20, 10], [20, 50]]), 3)
    0.4
    """
    square = _square(table)
    return _beyond(
        float(np.trace(square) / square.sum()), 1.0 / (categories or max(1, len(square)))
    )


def fleiss_kappa(counts: Any) -> float:
    """How far do many coders agree beyond their joint base rates? Fleiss' kappa.

    Parameters
    ----------
    counts : DataFrame or 2-D array-like, units x values
        Every unit must have been coded by the same number of coders (two or more).

    Returns
    -------
    float; NaN when chance agreement is 1 or there is no unit.

    Raises
    ------
    ValueError
        If the units have different numbers of codes: use :func:`alpha` or :func:`ac1` then.

    Notes
    -----
    Fleiss 1971, Psychological Bulletin 76(5), p. 378-382.

    Examples
    --------
    >>> round(fleiss_kappa([[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0],
    ...     [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0],
    ...     [0, 2, 2, 3, 7]]), 3)
    0.21
    """
    number = np.asarray(counts, dtype=float)
    per_unit = number.sum(axis=1)
    if not len(number) or per_unit.max() < 2:
        return np.nan
    if per_unit.min() != per_unit.max():
        raise ValueError("Fleiss' kappa needs the same number of codes for every unit")
    share = number.sum(axis=0) / number.sum()
    return _beyond(_pair_agreement(number), float((share**2).sum()))


def ac1(counts: Any, categories: int | None = None) -> float:
    r"""How far do coders agree, with chance agreement limited to hard cases? Gwet's AC1.

    A diagnostic beside alpha when one code is very common, never a replacement for it.

    Parameters
    ----------
    counts : DataFrame or 2-D array-like, units x values, as from :func:`value_counts`
        Any number of codes per unit.
    categories : int, optional
        Number of codes of the codebook; the number of values found when not given. A larger
        number gives a larger coefficient.

    Returns
    -------
    float; NaN when no unit has two codes or there are fewer than two categories.

    Notes
    -----
    :math:`p_a` is the share of agreeing pairs of codes, averaged over the units with two codes or
    more; :math:`\pi_k` the mean over units of the share of coders choosing k;
    :math:`p_e = \sum_k \pi_k (1 - \pi_k) / (q - 1)`. With :math:`p_e = 1/q` the formula would
    give Bennett's S (:func:`s_score`). Gwet 2008, British Journal of Mathematical and Statistical
    Psychology 61(1), p. 29-48.

    Examples
    --------
    >>> round(ac1(table_counts([[80, 7], [8, 5]])), 3)
    0.808
    """
    number = np.asarray(counts, dtype=float)
    number = number[number.sum(axis=1) > 0]
    size = categories if categories is not None else number.shape[1]
    if size < 2 or not (number.sum(axis=1) >= 2).any():
        return np.nan
    share = (number / number.sum(axis=1, keepdims=True)).mean(axis=0)
    return _beyond(_pair_agreement(number), float((share * (1.0 - share)).sum()) / (size - 1.0))


def _pair_agreement(counts: Array) -> float:
    """Mean over units (with two codes or more) of the share of their pairs that agree."""
    per_unit = counts.sum(axis=1)
    paired = per_unit >= 2
    same = (counts * (counts - 1.0)).sum(axis=1)[paired]
    return float((same / (per_unit * (per_unit - 1.0))[paired]).mean())


def _beyond(agreement: float, chance: float) -> float:
    return (agreement - chance) / (1.0 - chance) if chance < 1.0 else np.nan


def _square(table: Any) -> Array:
    square = np.asarray(table, dtype=float)
    if square.ndim != 2 or square.shape[0] != square.shape[1]:
        raise ValueError("a contingency table of two coders has as many rows as columns")
    return square


def _weights(weights: str | Any | None, size: int) -> Array:
    if weights is None:
        return 1.0 - np.eye(size)
    step = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) / max(1, size - 1)
    if isinstance(weights, str):
        if weights not in ("linear", "quadratic"):
            raise ValueError(f"weights {weights!r}: use linear, quadratic or a table")
        return step if weights == "linear" else step**2
    given = np.asarray(weights, dtype=float)
    if given.shape != (size, size):
        raise ValueError("the weights must have the shape of the table")
    return given
