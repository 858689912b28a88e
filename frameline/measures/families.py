"""Several statements at once: one correction for all, and counts told as what they are.

A page that makes eight statements gives chance eight occasions. `one_family` corrects all of them
together, besides the correction within each table. `distribution` and `named_pairs` say of a count
or of a comparison in how many ways of counting the claims it holds: "one of four" is a count over
the comparisons, and "at least one" is another statement than "talk to 2015".

Sources: Holm 1979, Scandinavian Journal of Statistics 6:65-70; Simonsohn, Simmons & Nelson 2020,
Nature Human Behaviour 4:1208-1214 (specification curve).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import Clusters
from frameline.measures.mix import mix_test
from frameline.measures.resampling import Floats, holm, sum_by
from frameline.measures.shift import ALPHA
from frameline.measures.statements import FINAL, UNITS, Material, options


def one_family(statements: pd.DataFrame, *, alpha: float = ALPHA) -> pd.DataFrame:
    """Correct the p values of all statements of a page together.

    Question: which of the statements on this page stand, seen that there are so many?

    Parameters
    ----------
    statements : DataFrame, one row per test
        statement, table (the table it stands in) and p (NaN: no test, not counted). A statement
        with several tests has several rows.
    alpha : float

    Returns
    -------
    DataFrame
        The same rows with p_within (Holm within the table), p_holm (Holm over all rows) and
        stands (whether p_holm is below alpha; NA without a test).

    Raises
    ------
    ValueError
        For a p outside 0 to 1.

    Examples
    --------
    >>> page = pd.DataFrame({"statement": list("abc"), "table": ["one", "one", "two"],
    ...                      "p": [0.01, 0.04, 0.02]})
    >>> one_family(page)[["p_within", "p_holm", "stands"]].values.tolist()
    [[0.02, 0.03, True], [0.04, 0.04, True], [0.02, 0.04, True]]
    """
    p = statements["p"].to_numpy(dtype=float)
    if ((p < 0) | (p > 1)).any():
        raise ValueError("a p value lies between 0 and 1")
    table = statements.copy()
    within = np.full(len(p), np.nan)
    for rows in statements.groupby("table", sort=False).indices.values():
        within[rows] = holm(p[rows])
    table["p_within"] = within
    table["p_holm"] = holm(p)
    table["stands"] = (table["p_holm"] < alpha).astype("boolean").mask(np.isnan(p))
    return table


def distribution(counts: npt.ArrayLike, of: int) -> pd.DataFrame:
    """Say in how many ways of counting each count comes out.

    Question: how often is it none, exactly one, ... all of them?

    Parameters
    ----------
    counts : array, one per way
        NaN: the count cannot be made there.
    of : int
        The largest possible count.

    Returns
    -------
    DataFrame, rows 0 to ``of``
        [count, exactly, at_least, ways]: ways with this count, with at least it, and in all.

    Raises
    ------
    ValueError
        For a count outside 0 to ``of``.

    Examples
    --------
    >>> distribution([0, 1, 1, 2, float("nan")], of=2).values.tolist()
    [[0, 1, 4, 4], [1, 2, 3, 4], [2, 1, 1, 4]]
    """
    values = np.asarray(counts, dtype=float)
    values = values[~np.isnan(values)]
    if ((values < 0) | (values > of)).any():
        raise ValueError(f"a count lies between 0 and {of}")
    exactly = np.bincount(values.astype(int), minlength=of + 1)
    return pd.DataFrame(
        {
            "count": range(of + 1),
            "exactly": exactly,
            "at_least": exactly[::-1].cumsum()[::-1],
            "ways": len(values),
        }
    )


Texts = Mapping[str, Clusters]
Pairs = Sequence[tuple[str, str]]


def mixes_differ(texts: Texts, pairs: Pairs) -> list[bool | None]:
    """Test the mixes of named pairs once, with the deals of one way among many.

    Parameters
    ----------
    texts : dict doc_id -> Clusters
    pairs : list of (from, to)

    Returns
    -------
    list of bool or None
        Whether the Holm-adjusted p is below .05; None where the pair is not tested.
    """
    found = mix_test(texts, pairs, first=1000, most=64_000)["p_holm"]
    return [None if math.isnan(p) else bool(p < ALPHA) for p in found]


def mix_ways(material: Material) -> Iterator[tuple[dict[str, str], dict[str, Clusters]]]:
    """Go through the ways of counting the mix of reasons.

    Parameters
    ----------
    material : Material
        What `frameline.measures.statements.gather` gives.

    Yields
    ------
    dict choice -> option, dict doc_id -> Clusters
        The reported way first; texts without a claim in a way are missing there.

    Examples
    --------
    >>> claims = pd.DataFrame({
    ...     "claim_id": ["1", "2"], "doc_id": "t", "unit_id": "u", "para_group": ["p", "q"],
    ...     "frame": ["x", "y"], "sign": [1.0, 1.0], "own": True, "conceded": False,
    ... })
    >>> from frameline.measures.statements import gather
    >>> texts = {"final": pd.DataFrame({"doc_id": ["t"]})}
    >>> material = gather(lambda choice: claims, lambda **choice: choice, texts)
    >>> [(way, texts["t"].cases) for way, texts in mix_ways(material)]
    [({'unit': 'claims'}, 2), ({'unit': 'sentences'}, 1)]
    """
    choices = options(material, "mix")
    for values in product(*choices.values()):
        way = dict(zip(choices, values, strict=True))
        reading = material.readings[way.get("coding", FINAL)]
        unit = way.get("unit", UNITS[0])
        things = reading.units[unit]
        present = reading.present(reading.rows(way), unit, "frame")
        yield (
            way,
            {
                text: part
                for place, text in enumerate(material.texts)
                if (part := _part(present, things.doc == place, things.group)).cases
            },
        )


def _part(present: Floats, rows: npt.NDArray[np.bool_], group: npt.NDArray[np.int64]) -> Clusters:
    """The things of one text, by paragraph in reading order."""
    places = pd.factorize(group[rows])[0].astype(np.int64)
    sums = sum_by(places, present[rows], int(places.max()) + 1 if places.size else 0)
    kept = sums[:, -1] > 0
    codes = tuple(str(code) for code in range(present.shape[1] - 1))
    return Clusters(sums[kept, :-1], sums[kept, -1], codes)


def named_pairs(
    ways: Iterable[Texts],
    pairs: Pairs,
    *,
    differ: Callable[[Texts, Pairs], Sequence[bool | None]] = mixes_differ,
) -> pd.DataFrame:
    """Say in how many ways of counting each named pair differs.

    Question: is it these two texts that differ, however the claims are counted?

    Parameters
    ----------
    ways : iterable of (dict doc_id -> Clusters)
        The texts as each way counts them.
    pairs : list of (from, to)
    differ : function of the texts and the pairs
        Gives True, False or None (not tested) for each pair.

    Returns
    -------
    DataFrame, one row per pair
        [from, to, true, ways, share]: ways in which the pair differs, ways in which it was tested,
        and the one divided by the other (NaN without any).

    Examples
    --------
    >>> named_pairs([{}, {}], [("a", "b")], differ=lambda texts, pairs: [True]).values.tolist()
    [['a', 'b', 2, 2, 1.0]]
    """
    answers = [list(differ(texts, pairs)) for texts in ways]
    rows = []
    for place, pair in enumerate(pairs):
        known = [bool(answer[place]) for answer in answers if answer[place] is not None]
        share = sum(known) / len(known) if known else math.nan
        rows.append((*pair, sum(known), len(known), share))
    return pd.DataFrame(rows, columns=["from", "to", "true", "ways", "share"])
