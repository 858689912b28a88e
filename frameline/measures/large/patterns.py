"""Which codes the claims of one unit have, for millions of units, as the few patterns that occur.

A unit may be a sentence (which codes stand together), a document (which codes it uses) or a claim
that several coders coded (whether they agree). In each case a query groups by unit, packs the
counts of its codes into a whole number or two, and returns every such pattern with the number of
units that have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.packing import slots, unpacked, word_names
from frameline.measures.large.tallies import counted_by

#: Bits of one count: few at first, more where a unit turns out to hold more claims.
SIZES = (4, 10, 31)


def patterns(table: Any, codes: Sequence[str], *, code: str, unit: str) -> pd.DataFrame:
    """Which counts of codes do units have, and how many units have them?

    Parameters
    ----------
    table : table with `unit` and `code` (text, one code a row)
        Rows whose code is blank, or not one of `codes`, are left out. With a column `claim` (1,
        2, ... within a sentence), the sentences of one claim are told apart without grouping.
    codes : the codes to count
    code, unit : str
        Columns.

    Returns
    -------
    DataFrame [a column for each code, n]
        n units have exactly these counts; sorted by the counts.

    Raises
    ------
    ValueError
        When a unit has more rows than can be counted (2,147,483,647).

    Examples
    --------
    >>> table = pd.DataFrame({"unit_id": ["s1", "s1", "s2"], "frame": ["A", "B", "A"]})
    >>> patterns(table, ["A", "B"], code="frame", unit="unit_id").values.tolist()
    [[1, 0, 1], [1, 1, 1]]
    """
    kept = lazy(table).filter(nw.col(code).fill_null("").is_in(list(codes)))
    numbered = unit == "unit_id" and "claim" in kept.collect_schema().names()
    some = kept
    if numbered:
        several = kept.filter(nw.col("claim") > 1).select(unit).unique()
        some = kept.join(several, on=unit, how="semi")
    for bits in SIZES:
        found = _packed(some, codes, code, unit, bits)
        if found is not None:
            break
    else:
        raise ValueError(f"one {unit} has too many rows to count their codes")
    if numbered:
        found = _with_singles(found, kept, codes, code)
    return found.sort_values(list(codes), ignore_index=True)


def _packed(
    table: nw.LazyFrame, codes: Sequence[str], code: str, unit: str, bits: int
) -> pd.DataFrame | None:
    """Patterns by slots of some bits; None where a count did not fit its slot.

    A count that runs over adds 1 to the next slot instead of 2 to the power of `bits` to its own,
    so that the counts no longer add up to the number of rows.
    """
    names = [*word_names(codes, bits), "rows"]
    each = table.select(unit, *slots(code, codes, bits), nw.lit(1, dtype=nw.Int64).alias("rows"))
    units = each.group_by(unit).agg(*(nw.col(name).sum() for name in names))
    counted = collected(units.group_by(*names).agg(nw.len().alias("n")), [], [*names, "n"])
    counts = unpacked(counted[names[:-1]].to_numpy(), codes, bits)
    if (counts.sum(axis=1) != counted["rows"].to_numpy()).any():
        return None
    found = pd.DataFrame(counts, columns=list(codes))
    found["n"] = counted["n"].to_numpy()
    return found


def _with_singles(
    found: pd.DataFrame, kept: nw.LazyFrame, codes: Sequence[str], code: str
) -> pd.DataFrame:
    """Add the sentences of one claim: the claims that are in none of the patterns."""
    total = (
        counted_by(kept, code).set_index(code)["n"].reindex(list(codes), fill_value=0).to_numpy()
    )
    alone = total - found[list(codes)].to_numpy().T @ found["n"].to_numpy()
    singles = pd.DataFrame(np.eye(len(codes), dtype=np.int64), columns=list(codes))
    both = pd.concat([found, singles.assign(n=alone)], ignore_index=True)
    summed = both[both["n"] > 0].groupby(list(codes), sort=True)["n"].sum()
    return summed.reset_index().astype("int64")


def code_names(found: pd.DataFrame) -> list[str]:
    """The codes of a table of patterns.

    Examples
    --------
    >>> code_names(pd.DataFrame({"A": [1], "B": [0], "n": [5]}))
    ['A', 'B']
    """
    return [name for name in found.columns if name != "n"]


def unit_shares(found: pd.DataFrame) -> pd.DataFrame:
    """In how many units does each code occur, and in how many is it the commonest?

    Parameters
    ----------
    found : DataFrame
        From `patterns`.

    Returns
    -------
    DataFrame [code, units, share, leads, claims]
        `units` have the code, `share` is of the units with any code, in `leads` of them no other
        code has as many claims.

    Examples
    --------
    >>> unit_shares(pd.DataFrame({"A": [2, 0], "B": [1, 1], "n": [1, 1]})).values.tolist()
    [['A', 1, 0.5, 1, 2], ['B', 2, 1.0, 1, 2]]
    """
    codes = code_names(found)
    counts, n = found[codes].to_numpy(dtype=np.int64), found["n"].to_numpy(dtype=np.int64)
    most = counts.max(axis=1, initial=0, keepdims=True)
    first = (counts == most) & (most > 0)
    alone = first & (first.sum(axis=1, keepdims=True) == 1)
    has = n @ (counts > 0)
    return pd.DataFrame(
        {
            "code": codes,
            "units": has,
            "share": has / max(1, n.sum()),
            "leads": n @ alone,
            "claims": n @ counts,
        }
    )


def cooccurrence(found: pd.DataFrame) -> pd.DataFrame:
    """In how many units do two codes stand together?

    Parameters
    ----------
    found : DataFrame
        From `patterns`.

    Returns
    -------
    DataFrame, codes x codes
        Units that have both; on the diagonal the units that have the code.

    Examples
    --------
    >>> cooccurrence(pd.DataFrame({"A": [1, 2], "B": [0, 1], "n": [5, 2]})).values.tolist()
    [[7, 2], [2, 2]]
    """
    codes = code_names(found)
    has = (found[codes].to_numpy() > 0).astype(np.int64)
    both = (has * found["n"].to_numpy(dtype=np.int64)[:, None]).T @ has
    return pd.DataFrame(both, index=codes, columns=codes)


def lifts(found: pd.DataFrame) -> pd.DataFrame:
    """Which codes stand together more often than their frequencies would have it?

    Parameters
    ----------
    found : DataFrame
        From `patterns`.

    Returns
    -------
    DataFrame [first, second, both, expected, lift]
        One row per pair, most units first. `expected` is the number of units with both if each
        code chose its companions by how often they stand with any other; lift is both / expected.

    Examples
    --------
    >>> lifts(pd.DataFrame({"A": [1, 1], "B": [1, 0], "C": [0, 1], "n": [3, 1]}))["lift"].tolist()
    [1.1875, 1.1875, 0.0]
    """
    pairs = cooccurrence(found).to_numpy(dtype=float, copy=True)
    np.fill_diagonal(pairs, 0)
    codes, ends, total = code_names(found), pairs.sum(axis=1), pairs.sum()
    first, second = np.triu_indices(len(codes), k=1)
    both, expected = pairs[first, second], np.full(len(first), np.nan)
    if total:
        other = 1 - (ends**2).sum() / total**2
        expected = ends[first] * ends[second] / total / other
    names = np.array(codes, dtype=object)
    out = pd.DataFrame(
        {
            "first": names[first],
            "second": names[second],
            "both": both.astype(np.int64),
            "expected": expected,
            "lift": both / np.where(expected > 0, expected, np.nan),
        }
    )
    by = ["both", "first", "second"]
    return out.sort_values(by, ascending=[False, True, True], ignore_index=True)
