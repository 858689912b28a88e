"""Which codes stand together in one sentence (or document), counted over millions of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.packing import slots, unpacked, word_names

#: One bit says whether a unit has a code.
PRESENT = 1


def code_sets(
    claims: Any, codes: Sequence[str], *, code: str = "frame", unit: str = "unit_id"
) -> pd.DataFrame:
    """Which sets of codes occur in one unit, and how often?

    Parameters
    ----------
    claims : table with the columns `code` (text, one code a claim) and `unit`
        With a column `claim` (1, 2, ... within the sentence) units of one claim are told apart
        without grouping.
    codes : the codes to look at
    code, unit : str
        Columns.

    Returns
    -------
    DataFrame [a column of 0/1 for each code, n]
        One row per set of codes, n units have exactly it; sets of one code included.

    Notes
    -----
    A set is a sum of powers of two, and only units with several claims are grouped.

    Examples
    --------
    >>> table = pd.DataFrame({"unit_id": ["s1", "s1", "s2"], "frame": ["A", "B", "A"]})
    >>> code_sets(table, ["A", "B"]).values.tolist()
    [[1, 0, 1], [1, 1, 1]]
    """
    kept = lazy(claims).filter(nw.col(code).fill_null("").is_in(list(codes)))
    several = kept.join(_several(kept, unit), on=unit, how="semi")
    each = several.select(unit, code).unique().select(unit, *slots(code, codes, PRESENT))
    names = word_names(codes, PRESENT)
    sets = each.group_by(unit).agg(*(nw.col(name).sum() for name in names))
    counted = collected(sets.group_by(*names).agg(nw.len().alias("n")), [], [*names, "n"])
    found = pd.DataFrame(unpacked(counted[names].to_numpy(), codes, PRESENT), columns=list(codes))
    found["n"] = counted["n"].to_numpy()
    alone = _counts(kept, code, codes) - _counts(several, code, codes)
    return _summed(pd.concat([found, _singles(alone, codes)], ignore_index=True), codes)


def _several(claims: nw.LazyFrame, unit: str) -> nw.LazyFrame:
    """The units that may hold more than one claim."""
    if unit == "unit_id" and "claim" in claims.collect_schema().names():
        return claims.filter(nw.col("claim") > 1).select(unit).unique()
    sizes = claims.group_by(unit).agg(nw.len().alias("size"))
    return sizes.filter(nw.col("size") > 1).select(unit)


def _counts(claims: nw.LazyFrame, code: str, codes: Sequence[str]) -> pd.Series:
    counted = collected(claims.group_by(code).agg(nw.len().alias("n")), [code], ["n"])
    return counted.set_index(code)["n"].reindex(list(codes), fill_value=0)


def _singles(alone: pd.Series, codes: Sequence[str]) -> pd.DataFrame:
    """One row for each code, of the units whose only claim has it."""
    table = pd.DataFrame(np.eye(len(codes), dtype=np.int64), columns=list(codes))
    return table.assign(n=alone.to_numpy(dtype=np.int64))


def _summed(table: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """Each set once, sets that do not occur left out."""
    summed = table[table["n"] > 0].groupby(list(codes), sort=True)["n"].sum()
    return summed.reset_index().astype("int64")


def cooccurrence(sets: pd.DataFrame) -> pd.DataFrame:
    """In how many units do two codes stand together?

    Parameters
    ----------
    sets : DataFrame
        From `code_sets`.

    Returns
    -------
    DataFrame, codes x codes
        Units that have both; on the diagonal the units that have the code.

    Examples
    --------
    >>> cooccurrence(pd.DataFrame({"A": [1, 1], "B": [0, 1], "n": [5, 2]})).values.tolist()
    [[7, 2], [2, 2]]
    """
    codes = [name for name in sets.columns if name != "n"]
    has = sets[codes].to_numpy(dtype=np.int64)
    both = (has * sets["n"].to_numpy(dtype=np.int64)[:, None]).T @ has
    return pd.DataFrame(both, index=codes, columns=codes)


def lifts(sets: pd.DataFrame) -> pd.DataFrame:
    """Which codes stand together more often than their frequencies would have it?

    Parameters
    ----------
    sets : DataFrame
        From `code_sets`.

    Returns
    -------
    DataFrame [first, second, both, expected, lift]
        One row per pair, most units first. `expected` is the number of units with both if, among
        the units with two codes or more, each code chose its companions by how often they stand
        with any other; lift is both / expected.

    Examples
    --------
    >>> lifts(pd.DataFrame({"A": [1, 1], "B": [1, 0], "C": [0, 1], "n": [3, 1]}))["lift"].tolist()
    [1.1875, 1.1875, 0.0]
    """
    codes = [name for name in sets.columns if name != "n"]
    table = cooccurrence(sets[sets[codes].sum(axis=1) > 1])
    pairs = table.to_numpy(dtype=float, copy=True)
    np.fill_diagonal(pairs, 0)
    ends, total = pairs.sum(axis=1), pairs.sum()
    first, second = np.triu_indices(len(codes), k=1)
    both = pairs[first, second]
    chance = 1 - (ends**2).sum() / total**2 if total else np.nan
    expected = ends[first] * ends[second] / total / chance if total else np.full(len(both), np.nan)
    out = pd.DataFrame(
        {
            "first": np.array(codes, dtype=object)[first],
            "second": np.array(codes, dtype=object)[second],
            "both": both.astype(np.int64),
            "expected": expected,
            "lift": both / np.where(expected > 0, expected, np.nan),
        }
    )
    return out.sort_values(["both", "first", "second"], ascending=[False, True, True]).reset_index(
        drop=True
    )
