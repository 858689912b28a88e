"""How often a text uses a code: shares of claims, sentences, paragraphs or words.

Source: CODEBOOK section 7 (claim shares, presence shares); design paper METHOD sections 3 and 6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.resampling import Floats, as_list, sum_by

Weight = Literal["claims", "units", "groups", "words"]
WEIGHTS: tuple[Weight, ...] = ("claims", "units", "groups", "words")


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

    Returns
    -------
    Tally

    Examples
    --------
    >>> table = pd.DataFrame({"frame": ["GEO", "ECO", "ECO"]})
    >>> tally(table, np.array([0, 0, 1]), 2, ["GEO", "ECO"]).hits.tolist()
    [[1.0, 1.0], [0.0, 1.0]]
    """
    if cell.empty:
        return Tally(np.zeros((size, len(codes))), np.zeros(size), 0, 0)
    has, coded = incidence(cell[of].to_numpy(dtype=object), codes)
    found = elements(cell, group, weight)
    there = found.present(np.column_stack([has, coded])) * found.weight[:, None]
    sums = sum_by(found.group, there, size)
    cases = int((there[:, -1] > 0).sum())
    return Tally(sums[:, :-1], sums[:, -1], cases, int((sums[:, -1] > 0).sum()))


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


def claim_counts(claims: pd.DataFrame) -> pd.DataFrame:
    """Count the claims of each text.

    Question: how many claims does each text make, in how many paragraphs?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, para_group.

    Returns
    -------
    DataFrame
        [doc_id, n, groups], in order of appearance. A count of what a text says is no estimate,
        so it has no interval.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "para_group": ["p", "p", "p", "q", "r"]})
    >>> claim_counts(table)[["n", "groups"]].to_numpy().tolist()
    [[5, 3]]
    """
    found = claims.groupby("doc_id", sort=False)["para_group"].agg(["size", "nunique"])
    return found.set_axis(["n", "groups"], axis="columns").reset_index()


def prevalence(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    by: str | Sequence[str] = "doc_id",
    weight: Weight = "claims",
    codes: Sequence[str] | None = None,
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
        the weight needs them.
    of : str
        Column of codes; several codes of a claim are joined by ``;`` (shares then need not sum
        to one).
    by : str or list of str
        Columns that make the cells.
    weight : "claims", "units" (sentences), "groups" (presence) or "words"
    codes : list of str, optional
        Codes to show, in this order; without it those that occur, sorted. The denominator counts
        all coded claims in any case.

    Returns
    -------
    DataFrame
        [by..., code, k, n, share]. k and n are the two sums; shares between 0 and 1, NaN without
        a coded claim. Intervals: `frameline.measures.intervals.share_interval`.

    Raises
    ------
    ValueError
        For an unknown weight or a missing column.

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
    groups, group = np.unique(claims["para_group"].astype(str), return_inverse=True)
    rows: list[tuple] = []
    for key, place in cells(claims, keys):
        count = tally(claims.iloc[place], group[place], len(groups), shown, of=of, weight=weight)
        k, n, share = count.hits.sum(axis=0), count.total.sum(), count.share()
        rows += [(*key, code, k[c], n, share[c]) for c, code in enumerate(shown)]
    return pd.DataFrame(rows, columns=[*keys, "code", "k", "n", "share"])
