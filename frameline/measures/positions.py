"""Where in a text does something stand, and is it spread or bunched?

The cases are sentences: one that holds a code twice counts once. The parts of a text are its
paragraph groups, as long as they have sentences.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.dispersion import deviation_of_proportions
from frameline.measures.resampling import DRAWS, MIN_GROUPS, holm, permutation_p, stream

Floats = npt.NDArray[np.float64]


def positions(units: pd.DataFrame) -> pd.Series:
    """Where does each sentence stand in its text, in per cent?

    Parameters
    ----------
    units : DataFrame [doc_id, unit_id], in reading order

    Returns
    -------
    Series, index unit_id: the middle of the sentence's place, between 0 and 100.

    Examples
    --------
    >>> positions(pd.DataFrame({"doc_id": "t", "unit_id": ["s1", "s2"]})).tolist()
    [25.0, 75.0]
    """
    grouped = units.groupby("doc_id")["unit_id"]
    place = 100 * (grouped.cumcount() + 0.5) / grouped.transform("size")
    return pd.Series(place.to_numpy(dtype=float), pd.Index(units["unit_id"]), name="position")


def sentence_of(rows: pd.DataFrame, units: pd.DataFrame) -> pd.Series:
    """In which sentence of the body does a mention stand? Blank for titles and other parts.

    Parameters
    ----------
    rows : DataFrame [doc_id, block_id, sentence]
    units : DataFrame [doc_id, para_id, sentence, unit_id]

    Returns
    -------
    Series of str, index as ``rows``, name "unit_id"

    Examples
    --------
    >>> units = pd.DataFrame({"doc_id": ["t"], "para_id": ["P1"], "sentence": [2],
    ...                       "unit_id": ["t.P1.s2"]})
    >>> rows = pd.DataFrame({"doc_id": ["t", "t"], "block_id": ["P1", "T1"],
    ...                      "sentence": pd.array([2, None], dtype="Int64")})
    >>> sentence_of(rows, units).tolist()
    ['t.P1.s2', '']
    """
    known = dict(zip(_places(units, "para_id"), units["unit_id"], strict=True))
    found = [known.get(place, "") for place in _places(rows, "block_id")]
    return pd.Series(found, index=rows.index, dtype=object, name="unit_id")


def _places(table: pd.DataFrame, block: str) -> list[tuple[str, str, str]]:
    """Document, block and sentence of each row; sentences as they are printed."""
    columns = (table[name].astype("str") for name in ("doc_id", block, "sentence"))
    return list(zip(*columns, strict=True))


def spread(
    found: pd.DataFrame, units: pd.DataFrame, *, draws: int = DRAWS, seed: int = 0
) -> pd.DataFrame:
    """Is a code spread over a text, or more bunched than random places would be?

    Parameters
    ----------
    found : DataFrame [doc_id, unit_id, code]
        Rows outside of `units` are left out; repeats in a sentence count once.
    units : DataFrame [doc_id, unit_id, para_group], in reading order
        All sentences of the texts.
    draws, seed : int
        Random places of as many sentences.

    Returns
    -------
    DataFrame, one row per code and text
        [code, doc_id, n, sentences, groups, dp, dp_mean, dp_low, dp_high, p, p_holm]: n counts
        sentences; dp is Gries' deviation of proportions over paragraph groups; dp_mean, dp_low and
        dp_high tell what random places give (mean, middle 95 per cent); p is one-sided (bunched),
        with +1 correction, Holm over the rows. DP is NaN without occurrences; no test in a text of
        fewer than 3 paragraph groups or with fewer than 2 occurrences.

    Notes
    -----
    DP: Gries 2008. It is high for anything rare, wherever it stands, so it is set beside what as
    many sentences drawn at random give.

    Examples
    --------
    >>> units = pd.DataFrame({"doc_id": "t", "unit_id": [f"s{i}" for i in range(12)],
    ...                       "para_group": [f"p{i // 3}" for i in range(12)]})
    >>> found = pd.DataFrame({"doc_id": "t", "unit_id": ["s0", "s1", "s2"], "code": "x"})
    >>> row = spread(found, units, draws=999, seed=1).iloc[0]
    >>> row["n"], row["dp"], bool(row["p"] < 0.05)
    (np.int64(3), np.float64(0.75), True)
    """
    home = units.drop_duplicates("unit_id").set_index("unit_id")
    kept = found[found["unit_id"].isin(home.index)].drop_duplicates(["code", "unit_id"])
    groups = kept["unit_id"].map(home["para_group"])
    rows = []
    for code in dict.fromkeys(kept["code"]):
        for doc, part in home.groupby("doc_id", sort=False):
            sizes = part.groupby("para_group", sort=False).size()
            chosen = (kept["code"] == code) & (kept["doc_id"] == doc)
            freqs = groups[chosen].value_counts().reindex(sizes.index, fill_value=0)
            generator = stream(seed, "places", str(code), str(doc))
            rows.append(
                (code, doc, int(freqs.sum()), len(part), len(sizes),
                 *_dispersion(freqs.to_numpy(), sizes.to_numpy(), draws, generator))
            )  # fmt: skip
    columns = [
        "code", "doc_id", "n", "sentences", "groups", "dp", "dp_mean", "dp_low", "dp_high", "p",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    table["p_holm"] = holm(table["p"].to_numpy(dtype=float))
    return table


def _dispersion(
    freqs: npt.NDArray, sizes: npt.NDArray, draws: int, generator: np.random.Generator
) -> tuple[float, float, float, float, float]:
    """DP, its mean and limits at random places, and p."""
    count = int(freqs.sum())
    if not count:
        return (math.nan,) * 5
    dp = float(deviation_of_proportions(freqs, sizes))
    if len(sizes) < MIN_GROUPS or count < 2 or draws < 1:
        return (dp, *(math.nan,) * 4)
    dealt = generator.multivariate_hypergeometric(sizes, count, size=draws, method="count")
    null = np.asarray(deviation_of_proportions(dealt, sizes), dtype=float)
    low, high = np.quantile(null, [0.025, 0.975])
    p = float(permutation_p(dp, null, two_sided=False))
    return dp, float(null.mean()), float(low), float(high), p


def occurrences(found: pd.DataFrame, units: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Lay out what a dispersion ribbon draws: a row per sentence that holds a code.

    Parameters
    ----------
    found, units : as for `spread`
    table : DataFrame
        What `spread` gives, or some of its rows.

    Returns
    -------
    DataFrame [code, doc_id, unit_id, position, and the other columns of ``table``]
        In the order of ``table``; one row without a position where a text lacks the code.

    Examples
    --------
    >>> units = pd.DataFrame({"doc_id": ["t", "t", "u"], "unit_id": ["s1", "s2", "s3"],
    ...                       "para_group": ["p", "q", "r"]})
    >>> found = pd.DataFrame({"doc_id": ["t"], "unit_id": ["s2"], "code": ["x"]})
    >>> occurrences(found, units, spread(found, units))["position"].tolist()
    [75.0, nan]
    """
    marks = found[["code", "doc_id", "unit_id"]].drop_duplicates()
    marks = marks.assign(position=marks["unit_id"].map(positions(units))).dropna(subset="position")
    return table.merge(marks, on=["code", "doc_id"], how="left")
