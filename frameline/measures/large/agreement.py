"""Agreement of coders on millions of claims, from the few patterns of codes that occur.

Alpha needs of each claim only how many coders gave it which code. Claims with the same counts are
one pattern, so a query returns some hundred patterns and alpha is worked out from these; it is
the same number that the claims one by one give.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.coefficients import alpha_repeated
from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.packing import slots, unpacked, word_names
from frameline.measures.resampling import interval, jeffreys, stream


_NUMBERS = ("alpha", "low", "high", "exact", "modal_share")


def patterns(
    codings: Any, codes: Sequence[str], *, code: str, unit: str = "claim_id", coders: int
) -> pd.DataFrame:
    """Which counts of codes did claims get, and how many claims got them?

    Parameters
    ----------
    codings : table with `unit` and `code`
        One row for each claim and coder; blank codes are missing.
    codes : the codes of the variable
    code, unit : str
        Columns.
    coders : int
        How many coders there are: no claim has more rows than that.

    Returns
    -------
    DataFrame [a column for each code, n]
        n claims were given these codes by that many coders each.

    Raises
    ------
    ValueError
        When a claim has more rows than there are coders.

    Examples
    --------
    >>> table = pd.DataFrame({"claim_id": ["1", "1", "2", "2"], "frame": ["A", "B", "A", "A"]})
    >>> patterns(table, ["A", "B"], code="frame", coders=2).values.tolist()
    [[1, 1, 1], [2, 0, 1]]
    """
    bits = coders.bit_length()
    names = word_names(codes, bits)
    given = lazy(codings).filter(nw.col(code).fill_null("").is_in(list(codes)))
    packed = given.select(unit, *slots(code, codes, bits), nw.lit(1, dtype=nw.Int64).alias("rows"))
    each = packed.group_by(unit).agg(*(nw.col(name).sum() for name in (*names, "rows")))
    counted = collected(
        each.group_by(*names, "rows").agg(nw.len().alias("n")), [], [*names, "rows", "n"]
    )
    if len(counted) and counted["rows"].max() > coders:
        most = counted["rows"].max()
        raise ValueError(f"a claim has {most} codes of {code}, but there are {coders} coders")
    table = pd.DataFrame(unpacked(counted[names].to_numpy(), codes, bits), columns=list(codes))
    table["n"] = counted["n"].to_numpy()
    return table.sort_values(list(codes), ignore_index=True)


def alpha_of_patterns(
    found: pd.DataFrame, *, level: str = "nominal", draws: int = 1000, seed: int
) -> dict[str, Any]:
    """Can another coder reproduce the codes? Alpha with its interval, from patterns.

    Parameters
    ----------
    found : DataFrame
        From `patterns`; the columns in rising order for an ordinal variable.
    level : str
        "nominal" or "ordinal".
    draws, seed : int
        Bootstrap draws of claims.

    Returns
    -------
    dict
        n_units (claims coded twice or more), alpha, low, high (95 %), exact (share on which all
        coders agree), modal_code, modal_share.

    Notes
    -----
    Claims are drawn, not documents: where claims of one document are misread together the
    interval is too narrow. Where no claim was read in two ways the lower end is that of
    `agreement_table`, with claims for blocks.

    Examples
    --------
    >>> found = pd.DataFrame({"A": [2, 0, 1], "B": [0, 2, 1], "n": [40, 40, 20]})
    >>> round(alpha_of_patterns(found, seed=1)["alpha"], 3)
    0.602
    """
    codes = [name for name in found.columns if name != "n"]
    counts, n = found[codes].to_numpy(dtype=float), found["n"].to_numpy(dtype=np.int64)
    twice = counts.sum(axis=1) >= 2
    counts, n = counts[twice], n[twice]
    if not len(n):
        return dict.fromkeys(_NUMBERS, np.nan) | {"n_units": 0, "modal_code": ""}
    drawn = stream(seed, "patterns").multinomial(n.sum(), n / n.sum(), size=draws)
    values = alpha_repeated(pd.DataFrame(counts, columns=codes), np.vstack([n, drawn]), level)
    low, high = (float(end) for end in interval(values[1:]))
    given = counts.T @ n
    alike = counts.max(axis=1) == counts.sum(axis=1)
    if alike.all():
        low = _low_without_disagreement(given, int(n.sum()))
    return {
        "n_units": int(n.sum()),
        "alpha": float(values[0]),
        "low": low,
        "high": high,
        "exact": float(n[alike].sum() / n.sum()),
        "modal_code": codes[int(given.argmax())],
        "modal_share": float(given.max() / given.sum()),
    }


def _low_without_disagreement(given: np.ndarray, units: int) -> float:
    """A bootstrap cannot draw what never occurred: the limit that a count of 0 allows."""
    total = given.sum()
    differing = 1 - (given * (given - 1)).sum() / (total * (total - 1))
    return float(1 - jeffreys(0, units)[1] / differing) if differing else np.nan


def read_for(found: pd.DataFrame) -> pd.DataFrame:
    """Which codes are taken for which? Pairs of coders by the two codes they gave.

    Parameters
    ----------
    found : DataFrame
        From `patterns`.

    Returns
    -------
    DataFrame, codes x codes
        Ordered pairs of coders of one claim; the diagonal holds agreement.

    Examples
    --------
    >>> read_for(pd.DataFrame({"A": [2, 1], "B": [0, 1], "n": [3, 4]})).values.tolist()
    [[6, 4], [4, 0]]
    """
    codes = [name for name in found.columns if name != "n"]
    counts, n = found[codes].to_numpy(dtype=np.int64), found["n"].to_numpy(dtype=np.int64)
    pairs = (counts * n[:, None]).T @ counts - np.diag(n @ counts)
    return pd.DataFrame(pairs, index=codes, columns=codes)
