"""How often a text uses a code: shares of claims, sentences, paragraphs or words.

Source: CODEBOOK section 7 (claim shares, presence shares); design paper METHOD sections 3 and 6.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

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
    as_list,
    claim_signs,
    coder_signs,
    coder_values,
    design,
    interval,
    jeffreys,
    redraw_sums,
    sum_by,
)

Weight = Literal["claims", "units", "groups", "words"]
WEIGHTS: tuple[Weight, ...] = ("claims", "units", "groups", "words")

VALENCES = {"binding": 1.0, "dividing": -1.0, "ambivalent": 0.0}
"""The signs that a share of claims can be narrowed to, by name."""


def codes_of(values: pd.Series) -> list[str]:
    """List the codes that occur in a column, sorted; ``;`` separates several codes of a claim.

    Examples
    --------
    >>> codes_of(pd.Series(["GULF;SYRIA", "GULF", ""]))
    ['GULF', 'SYRIA']
    """
    cells = {str(value) for value in values.dropna().unique()}
    return sorted({code for cell in cells for code in cell.split(";") if code})


def incidence(values: npt.ArrayLike, codes: Sequence[str]) -> tuple[Floats, Floats]:
    """Mark which claim has which code.

    Parameters
    ----------
    values : sequence of str, one per claim
        ``;`` separates several codes; blank or missing means not coded.
    codes : sequence of str

    Returns
    -------
    has : array of 0/1, claims x codes
    coded : array of 0/1, claims
        1 where the claim has any code, whether listed or not.

    Examples
    --------
    >>> has, coded = incidence(["GEO", "ECO;SAN", ""], ["ECO", "GEO"])
    >>> has.tolist(), coded.tolist()
    ([[0.0, 1.0], [1.0, 0.0], [0.0, 0.0]], [1.0, 1.0, 0.0])
    """
    cells = np.asarray(values, dtype=object).ravel()
    place = {code: number for number, code in enumerate(codes)}
    has, coded = np.zeros((len(cells), len(codes))), np.zeros(len(cells))
    for row, cell in enumerate(cells):
        if cell is None or cell is pd.NA or cell != cell or cell == "":
            continue
        coded[row] = 1
        for code in str(cell).split(";"):
            if code in place:
                has[row, place[code]] = 1
    return has, coded


@dataclass(frozen=True)
class Tally:
    """Counts of one cell (one text, say), by paragraph group.

    Attributes
    ----------
    hits : array, groups x codes
        Weighted elements that have the code.
    total : array, groups
        Weighted elements that are coded at all.
    cases : int
        Coded claims (weights claims and words), sentences or paragraph groups.
    groups : int
        Paragraph groups that hold at least one coded claim of the cell.
    """

    hits: Floats
    total: Floats
    cases: int
    groups: int

    def share(self) -> Floats:
        """Share of each code, NaN when nothing is coded."""
        return ratio(self.hits.sum(axis=0), self.total.sum())

    def draws(self, plan: Design) -> Floats:
        """Share of each code in each bootstrap draw: draws x codes."""
        return ratio(plan.weights @ self.hits, (plan.weights @ self.total)[:, None])


def ratio(part: npt.ArrayLike, whole: npt.ArrayLike) -> Floats:
    """Divide, giving NaN instead of a warning where the whole is 0.

    Examples
    --------
    >>> ratio([1.0, 0.0], [2.0, 0.0]).tolist()
    [0.5, nan]
    """
    bottom = np.asarray(whole, dtype=float)
    return np.asarray(part, dtype=float) / np.where(bottom == 0, np.nan, bottom)


@dataclass(frozen=True)
class Elements:
    """What is counted: claims, sentences, paragraph groups or words of one cell.

    Attributes
    ----------
    order : array of int
        The cell's claims sorted by element.
    starts : array of int
        Where each element begins in that order.
    group : array of int
        Paragraph group of each element.
    weight : array of float
        Weight of each element: 1, or the words of a claim.
    """

    order: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    group: npt.NDArray[np.int64]
    weight: Floats

    def present(self, values: Floats) -> Floats:
        """Largest value within each element (last axis but one is claims x codes)."""
        return np.maximum.reduceat(values[self.order], self.starts, axis=0)


def elements(cell: pd.DataFrame, group: npt.NDArray[np.int64], weight: Weight) -> Elements:
    """Find the elements of a cell: its claims, or the sentences or paragraphs that hold them.

    Parameters
    ----------
    cell : DataFrame of claims
        Needs ``unit_id`` for weights units and words, ``words`` (of the sentence) for words.
    group : array of int
        Paragraph group of each claim.
    weight : "claims", "units", "groups" or "words"

    Returns
    -------
    Elements

    Raises
    ------
    ValueError
        For an unknown weight or a missing column.

    Examples
    --------
    >>> table = pd.DataFrame({"unit_id": ["s1", "s1", "s2"]})
    >>> elements(table, np.array([0, 0, 1]), "units").group.tolist()
    [0, 1]
    """
    size = len(cell)
    each = np.ones(size)
    if weight == "claims":
        key = np.arange(size)
    elif weight == "groups":
        key = group
    elif weight in ("units", "words"):
        needs = ["unit_id"] if weight == "units" else ["unit_id", "words"]
        lacking = [column for column in needs if column not in cell]
        if lacking:
            raise ValueError(f"weight {weight!r} needs the column {', '.join(lacking)}")
        key = pd.factorize(cell["unit_id"])[0]
        if weight == "words":
            # A sentence's words are shared out among its claims, so that no word counts twice.
            each = cell["words"].to_numpy(dtype=float) / np.bincount(key)[key]
            key = np.arange(size)
    else:
        raise ValueError(f"weight must be one of {', '.join(WEIGHTS)}, not {weight!r}")
    order = np.argsort(key, kind="stable")
    _, starts = np.unique(key[order], return_index=True)
    first = order[starts]
    ones = each[first] if weight == "words" else np.ones(len(starts))
    return Elements(order, starts, group[first], ones)


def tally(
    cell: pd.DataFrame,
    group: npt.NDArray[np.int64],
    size: int,
    codes: Sequence[str],
    *,
    of: str = "frame",
    weight: Weight = "claims",
    valence: str | None = None,
) -> Tally:
    """Count the codes of one cell by paragraph group.

    Parameters
    ----------
    cell : DataFrame of claims
    group : array of int
        Paragraph group of each claim, 0 to ``size`` - 1.
    size : int
        Number of paragraph groups of the whole table.
    codes : sequence of str
    of : str
        Column of codes.
    weight : "claims", "units", "groups" or "words"
    valence : None, "binding", "dividing" or "ambivalent"
        Count a code only where the claim has this sign; the denominator stays the same.

    Returns
    -------
    Tally

    Examples
    --------
    >>> table = pd.DataFrame({"frame": ["GEO", "ECO"], "sign": [1.0, -1.0]})
    >>> tally(table, np.array([0, 0]), 1, ["GEO", "ECO"], valence="binding").hits.tolist()
    [[1.0, 0.0]]
    """
    if cell.empty:
        return Tally(np.zeros((size, len(codes))), np.zeros(size), 0, 0)
    has, coded = incidence(cell[of].to_numpy(dtype=object), codes)
    if valence is not None:
        has = has * _with_sign(claim_signs(cell), valence)[:, None]
    found = elements(cell, group, weight)
    there = found.present(np.column_stack([has, coded])) * found.weight[:, None]
    sums = sum_by(found.group, there, size)
    cases = int((there[:, -1] > 0).sum())
    return Tally(sums[:, :-1], sums[:, -1], cases, int((sums[:, -1] > 0).sum()))


def _with_sign(signs: Floats, valence: str) -> Floats:
    """Mark the claims that have the sign of this name."""
    if valence not in VALENCES:
        raise ValueError(f"valence must be one of {', '.join(VALENCES)}, not {valence!r}")
    return (signs == VALENCES[valence]).astype(float)


def coded_draws(
    claims: pd.DataFrame,
    rows: npt.NDArray[np.int64],
    plan: Design,
    codes: Sequence[str],
    coded: Mapping[str, pd.DataFrame],
    *,
    of: str = "frame",
    weight: Weight = "claims",
    valence: str | None = None,
    signs: Mapping[str, float | None] | None = None,
) -> Floats:
    """Draw the shares of a cell with other paragraphs and other coders at once.

    Parameters
    ----------
    claims : DataFrame
    rows : array of int
        Rows of the cell.
    plan : Design with picks
    codes : sequence of str
    coded : mapping role -> aligned table, claims x coders
    of, weight, valence : as in `tally`
    signs : mapping valence code -> sign, optional

    Returns
    -------
    array, draws x codes

    Notes
    -----
    In each draw every claim is read by one coder, chosen at random; a claim which that coder does
    not hold counts 0 in the draw, in the numerator and in the denominator.
    """
    if plan.picks is None:
        raise ValueError("this design has no coder draws")
    cell = claims.iloc[rows]
    values = coder_values(coded[of], cell["claim_id"])
    signed = None
    if valence is not None:
        signed = _with_sign(coder_signs(cell, coded, signs), valence)
    layers = []
    for coder, column in enumerate(values):
        has, held = incidence(column, codes)
        if signed is not None:
            has = has * signed[coder][:, None]
        layers.append(np.column_stack([has, held]))
    stack = np.stack(layers)
    picks, group = plan.picks[:, rows], plan.group[rows]
    found = elements(cell, group, weight)
    if weight in ("claims", "words"):
        stack = stack * found.weight[None, :, None]
        sums = redraw_sums(stack, picks, plan.weights[:, group])
    else:
        sums = _redraw_presence(stack, picks, found, plan.weights[:, found.group])
    return ratio(sums[:, :-1], sums[:, -1:])


def _redraw_presence(
    stack: Floats, picks: npt.NDArray[np.int8], found: Elements, weights: Floats
) -> Floats:
    """Add up the elements in which any claim, as read by its drawn coder, has each code."""
    columns = np.arange(picks.shape[1])
    sums = np.zeros((len(picks), stack.shape[2]))
    for code in range(stack.shape[2]):
        read = stack[:, :, code][picks, columns]
        there = np.maximum.reduceat(read[:, found.order], found.starts, axis=1)
        sums[:, code] = (there * weights).sum(axis=1)
    return sums


def cells(
    claims: pd.DataFrame, by: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], npt.NDArray[np.int64]]]:
    """Go through the cells of a table in order of first appearance, missing keys included.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["b", "a", "b"]})
    >>> [(key, rows.tolist()) for key, rows in cells(table, ["doc_id"])]
    [(('b',), [0, 2]), (('a',), [1])]
    """
    if not len(by):
        yield (), np.arange(len(claims))
        return
    found = claims.groupby(list(by), sort=False, dropna=False).indices.items()
    in_order = [(key, np.sort(np.asarray(rows, dtype=np.int64))) for key, rows in found]
    for key, rows in sorted(in_order, key=lambda cell: cell[1][0]):
        yield (key if isinstance(key, tuple) else (key,)), rows


def coder_count(coded: Mapping[str, pd.DataFrame] | None) -> int:
    """Number of coders of a set of aligned tables, which must agree on it.

    Examples
    --------
    >>> coder_count({"frame": pd.DataFrame({"a": ["X"], "b": ["Y"]})}), coder_count(None)
    (2, 0)
    """
    if not coded:
        return 0
    sizes = {table.shape[1] for table in coded.values()}
    if len(sizes) > 1:
        raise ValueError("the aligned tables have different numbers of coders")
    return sizes.pop()


def claim_counts(claims: pd.DataFrame, *, draws: int = DRAWS, seed: int = 0) -> pd.DataFrame:
    """Count the claims of each text.

    Question: how many claims does each text make, and how many would other paragraphs of the same
    kind make?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group.
    draws, seed : int
        Bootstrap draws over the paragraph groups of each document.

    Returns
    -------
    DataFrame
        [doc_id, n, groups, low, high]; no limits where a text has fewer than 3 paragraph groups.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "para_group": ["p", "p", "p", "q", "r"]})
    >>> claim_counts(table, draws=500, seed=1)[["n", "low", "high"]].to_numpy().tolist()
    [[5.0, 3.0, 9.0]]
    """
    plan = design(claims, draws, seed)
    rows = []
    for (doc_id,), place in cells(claims, ["doc_id"]):
        sizes = np.bincount(plan.group[place], minlength=len(plan.labels)).astype(float)
        groups = int((sizes > 0).sum())
        limits = interval(plan.weights @ sizes) if groups >= MIN_GROUPS and draws else (np.nan,) * 2
        rows.append((doc_id, len(place), groups, float(limits[0]), float(limits[1])))
    return pd.DataFrame(rows, columns=["doc_id", "n", "groups", "low", "high"])


def prevalence(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    by: str | Sequence[str] = "doc_id",
    weight: Weight = "claims",
    draws: int = 0,
    seed: int = 0,
    codes: Sequence[str] | None = None,
    coded: Mapping[str, pd.DataFrame] | None = None,
) -> pd.DataFrame:
    r"""Measure the share of each code in each text.

    Question: how much of each text goes to each reason (or function, voice, ...)?

    .. math:: s_c = \frac{\sum_i w_i\,[c \in C_i]}{\sum_i w_i\,[C_i \ne \emptyset]}

    over elements *i*: claims (w = 1), sentences and paragraph groups (w = 1, the element has the
    code when any of its claims has it), or words (claims, w = words of the sentence divided by
    the claims in it). Claims without a code are in neither sum. Paragraph groups are those that
    hold at least one selected claim.

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group, the columns of ``by``, the column ``of``; unit_id (and words) when
        the weight needs them; claim_id with ``coded``.
    of : str
        Column of codes; several codes of a claim are joined by ``;`` (shares then need not sum
        to one).
    by : str or list of str
        Columns that make the cells.
    weight : "claims", "units" (sentences), "groups" (presence) or "words"
    draws : int
        Bootstrap draws over the paragraph groups of each document; 0 for no interval.
    seed : int
    codes : list of str, optional
        Codes to show, in this order; without it those that occur, sorted. The denominator counts
        all coded claims in any case.
    coded : mapping role -> aligned table (claims x coders), optional
        Adds the interval in which codes are redrawn from the coders too.

    Returns
    -------
    DataFrame
        [by..., code, k, n, share, low, high, coded_low, coded_high, method]. k and n are the two
        sums; shares between 0 and 1; method is "bootstrap", "Jeffreys" (share 0 or 1: resampling
        shows no variation; on the number of coded claims, sentences or groups), "too few groups"
        (fewer than 3: no interval), "none" (no draws) or "no cases". The coded interval includes
        the text interval, and is NaN without ``coded``.

    Raises
    ------
    ValueError
        For an unknown weight, a missing column or claims that the coded table lacks.

    Notes
    -----
    Block bootstrap of coded text units: Benoit, Laver & Mikhaylov 2009. Jeffreys interval: Brown,
    Cai & DasGupta 2001, section 4.3.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": ["t"] * 4,
    ...     "para_group": ["t.1", "t.1", "t.2", "t.3"],
    ...     "frame": ["GEO", "ECO", "ECO", "ECO"],
    ... })
    >>> prevalence(table)[["code", "k", "n", "share"]].to_dict("list")
    {'code': ['ECO', 'GEO'], 'k': [3.0, 1.0], 'n': [4.0, 4.0], 'share': [0.75, 0.25]}
    >>> prevalence(table, weight="groups")["share"].round(3).tolist()
    [1.0, 0.333]
    """
    keys = as_list(by)
    shown = codes_of(claims[of]) if codes is None else list(codes)
    plan = design(claims, draws, seed, coders=coder_count(coded))
    columns = [*keys, "code", "k", "n", "share", "low", "high", "coded_low", "coded_high", "method"]
    rows: list[tuple] = []
    for key, place in cells(claims, keys):
        group = plan.group[place]
        count = tally(claims.iloc[place], group, len(plan.labels), shown, of=of, weight=weight)
        limits = share_limits(count, plan)
        wide = np.full((2, len(shown)), np.nan)
        if coded and draws and count.groups >= MIN_GROUPS:
            redrawn = coded_draws(claims, place, plan, shown, coded, of=of, weight=weight)
            wide = widen(limits.low, limits.high, redrawn)
        k, n, share = count.hits.sum(axis=0), count.total.sum(), count.share()
        rows += [
            (*key, code, k[c], n, share[c], limits.low[c], limits.high[c], *wide[:, c],
             limits.method[c])
            for c, code in enumerate(shown)
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


@dataclass(frozen=True)
class Limits:
    """Intervals of the codes of one cell, with the method that gave each."""

    low: Floats
    high: Floats
    method: list[str]


def share_limits(count: Tally, plan: Design) -> Limits:
    """Give the interval of each share of a tally.

    Question: how far would the share move with other paragraphs of the same kind?

    Parameters
    ----------
    count : Tally
    plan : Design

    Returns
    -------
    Limits
        See `prevalence` for the methods.
    """
    size = count.hits.shape[1]
    nothing = np.full(size, np.nan)
    if count.cases == 0:
        return Limits(nothing, nothing, [NO_CASES] * size)
    if plan.draws == 0:
        return Limits(nothing, nothing, [NO_DRAWS] * size)
    if count.groups < MIN_GROUPS:
        return Limits(nothing, nothing, [TOO_FEW] * size)
    low, high = interval(count.draws(plan))
    method = [BOOTSTRAP] * size
    k, n = count.hits.sum(axis=0), count.total.sum()
    for code in np.flatnonzero((k == 0) | (k == n)):
        low[code], high[code] = jeffreys(0 if k[code] == 0 else count.cases, count.cases)
        method[code] = JEFFREYS
    return Limits(low, high, method)


def widen(low: npt.ArrayLike, high: npt.ArrayLike, redrawn: Floats) -> Floats:
    """Widen a text interval to take in the draws with redrawn codes.

    The second interval is the union of the text interval and the percentile interval of the
    redrawn values: coding error is never let to make a number look more certain.

    Parameters
    ----------
    low, high : arrays, one per code
    redrawn : array, draws x codes

    Returns
    -------
    array, 2 x codes
        Lower limits, upper limits.

    Examples
    --------
    >>> widen([0.2], [0.4], np.array([[0.3], [0.3]])).ravel().tolist()
    [0.2, 0.4]
    """
    other_low, other_high = interval(redrawn)
    return np.stack([np.fmin(low, other_low), np.fmax(high, other_high)])
