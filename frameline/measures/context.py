"""What did other writers call the relationship, and how did they read it, at the time?

The context sample is a table of dated pieces: ``id, authors, outlet, published (EDTF), label,
label_families (joined by ;), direction, relevance, query_slant``. It is what one collection
happened to hold and no probability sample: measures give counts, and shares *of these pieces*.
How a piece was found bears on what it says, so every measure is meant to be read in several
samples.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.coefficients import codes_table, jaccard_distance
from frameline.measures.resampling import interval, permutation_p, stream, wilson

DIRECTIONS = ("dividing", "mixed", "binding")
NEUTRAL = ("neutral or both",)

_YEAR = re.compile(r"\s*(\d{4})")
_REMARK = re.compile(r"\s*\([^)]*\)")


def pieces(context: pd.DataFrame) -> pd.DataFrame:
    """Read the columns that the measures count by: which year, which families, how relevant?

    Parameters
    ----------
    context : DataFrame of str [id, published, label_families, relevance, ...]

    Returns
    -------
    DataFrame: the same rows in order of date, with year (Int64, the first year of the date; <NA>
        if it has none), families (short names without remarks in brackets, joined by ``;``) and
        relevance (Int64).

    Examples
    --------
    >>> table = pieces(pd.DataFrame({"id": ["p"], "published": ["2001-05"], "relevance": ["3"],
    ...     "label_families": ["partnership (plain);strain/distrust"]}))
    >>> table[["year", "families"]].values.tolist()
    [[2001, 'partnership;strain/distrust']]
    """
    table = context.sort_values("published", kind="stable").reset_index(drop=True)
    found = [_YEAR.match(str(date)) for date in table["published"]]
    years = [int(match.group(1)) if match else pd.NA for match in found]
    table["year"] = pd.array(years, dtype="Int64")
    table["families"] = [_short(cell) for cell in table["label_families"]]
    table["relevance"] = pd.to_numeric(table["relevance"], errors="coerce").astype("Int64")
    return table


def samples(
    table: pd.DataFrame,
    *,
    min_relevance: int = 2,
    neutral: Collection[str] = NEUTRAL,
    first_year: int | None = None,
    last_year: int | None = None,
) -> dict[str, pd.DataFrame]:
    """Choose the pieces: all of them, the relevant ones, and the relevant ones found neutrally.

    Parameters
    ----------
    table : DataFrame from :func:`pieces`
    min_relevance : int
        Least relevance of the second and third cut.
    neutral : collection of str
        Values of `query_slant` that count as neutral.
    first_year, last_year : int, optional
        The window; pieces without a year are kept when there is none.

    Returns
    -------
    dict of name -> DataFrame: "all", "relevant" and "main" (relevant and found by a neutral
        look-up); each lies within the one before.

    Examples
    --------
    >>> table = pd.DataFrame({"year": [2001, 2002], "relevance": [3, 1],
    ...     "query_slant": ["binding words", "neutral or both"]})
    >>> {name: len(cut) for name, cut in samples(table).items()}
    {'all': 2, 'relevant': 1, 'main': 0}
    """
    inside = pd.Series(True, index=table.index)
    if first_year is not None:
        inside &= (table["year"] >= first_year).fillna(False).astype(bool)
    if last_year is not None:
        inside &= (table["year"] <= last_year).fillna(False).astype(bool)
    relevant = inside & (table["relevance"] >= min_relevance).fillna(False).astype(bool)
    main = relevant & table["query_slant"].isin(list(neutral))
    return {"all": table[inside], "relevant": table[relevant], "main": table[main]}


def period_of(years: pd.Series, breaks: Sequence[int]) -> pd.Series:
    """Name the period of each year; a new period starts with each year of `breaks`.

    Parameters
    ----------
    years : Series of Int64
    breaks : rising sequence of years

    Returns
    -------
    Series of str: "to 2000", "2001-2014", "from 2015"; "" for a missing year.

    Examples
    --------
    >>> period_of(pd.Series([1999, 2001, 2020], dtype="Int64"), [2001, 2015]).tolist()
    ['to 2000', '2001-2014', 'from 2015']
    """
    names = _period_names(breaks)
    place = np.searchsorted(list(breaks), years.fillna(0).to_numpy(dtype=int), side="right")
    named = [names[i] if known else "" for i, known in zip(place, years.notna(), strict=True)]
    return pd.Series(named, index=years.index, dtype=object, name="period")


def direction_by_period(
    table: pd.DataFrame, breaks: Sequence[int], *, directions: Sequence[str] = DIRECTIONS
) -> pd.DataFrame:
    """How did the pieces of each period read the tie? Counts and shares with Wilson intervals.

    Parameters
    ----------
    table : DataFrame [year, direction], one cut of :func:`pieces`
    breaks : rising sequence of years
        First years of the periods after the first.
    directions : sequence of codes

    Returns
    -------
    DataFrame [period, direction, k, n, share, low, high], every period with every direction; n is
        the number of pieces of the period, share and interval are of these pieces (NaN if none).

    Notes
    -----
    Wilson 1927, Journal of the American Statistical Association 22, p. 209-212. The interval
    shows how little a few pieces fix; it does not make the sample a probability sample.

    Examples
    --------
    >>> table = pd.DataFrame({"year": pd.array([1999, 2001, 2002], dtype="Int64"),
    ...     "direction": ["binding", "binding", "mixed"]})
    >>> rows = direction_by_period(table, [2001])
    >>> rows[rows["direction"] == "binding"][["period", "k", "n"]].values.tolist()
    [['to 2000', 1, 1], ['from 2001', 1, 2]]
    """
    dated = table[table["year"].notna()]
    period = period_of(dated["year"], breaks)
    return _shares(period, dated["direction"], "period", _period_names(breaks), directions)


def direction_by_slant(
    table: pd.DataFrame,
    *,
    column: str = "query_slant",
    directions: Sequence[str] = DIRECTIONS,
) -> pd.DataFrame:
    """Does the reading follow the wording of the look-up that found the piece?

    Parameters
    ----------
    table : DataFrame [query_slant, direction]
    column : str
        Another column to split by, e.g. ``outlet_country`` or ``genre_group``.
    directions : sequence of codes

    Returns
    -------
    DataFrame [`column`, direction, k, n, share, low, high] (Wilson), the commonest value first.

    Examples
    --------
    >>> table = pd.DataFrame({"query_slant": ["neutral", "neutral", "dividing words"],
    ...     "direction": ["binding", "dividing", "dividing"]})
    >>> rows = direction_by_slant(table)
    >>> rows[rows["direction"] == "dividing"][["query_slant", "k", "n"]].values.tolist()
    [['neutral', 1, 2], ['dividing words', 1, 1]]
    """
    names = table[column].value_counts().index.tolist()
    return _shares(table[column], table["direction"], column, names, directions)


def years_with_both_readings(
    table: pd.DataFrame,
    *,
    min_n: int = 3,
    directions: Sequence[str] = DIRECTIONS,
    opposed: tuple[str, str] = ("binding", "dividing"),
) -> pd.DataFrame:
    """In which years do both readings stand side by side?

    Parameters
    ----------
    table : DataFrame [year, direction]
    min_n : int
        Years with fewer pieces are left out.
    directions : sequence of codes
    opposed : pair of codes
        The two readings.

    Returns
    -------
    DataFrame [year, n, one column per direction, both (bool)], by year.

    Examples
    --------
    >>> table = pd.DataFrame({"year": [2001, 2001, 2001, 2002],
    ...     "direction": ["binding", "dividing", "mixed", "binding"]})
    >>> years_with_both_readings(table)[["year", "n", "both"]].values.tolist()
    [[2001, 3, True]]
    """
    dated = table[table["year"].notna()]
    counts = pd.crosstab(dated["year"], dated["direction"])
    counts = counts.reindex(columns=list(directions), fill_value=0).rename_axis(columns=None)
    n = dated.groupby("year").size()
    counts.insert(0, "n", n)
    counts = counts[counts["n"] >= min_n]
    one, two = opposed
    counts["both"] = (counts[one] > 0) & (counts[two] > 0)
    return counts.reset_index()


def direction_tests(
    named_samples: Mapping[str, pd.DataFrame],
    breaks: Sequence[int],
    *,
    directions: Sequence[str] = DIRECTIONS,
    draws: int = 2000,
    seed: int,
) -> pd.DataFrame:
    r"""Do periods differ in their readings more than shuffled pieces would? Permutation test.

    Parameters
    ----------
    named_samples : dict of name -> DataFrame [year, direction], from :func:`samples`
    breaks : rising sequence of years
    directions : sequence of codes
        Pieces with other codes are left out.
    draws, seed : int
        The directions are dealt out anew over the pieces of the cut, `draws` times.

    Returns
    -------
    DataFrame, one row per cut: cut, n (pieces), periods (that have pieces), statistic, null_mean,
        null_low, null_high (95 % of the shuffled tables), p. NaN when a cut has fewer than two
        periods or two directions.

    Notes
    -----
    The statistic is Pearson's :math:`\sum (O-E)^2/E` of the table period x direction; the
    reference is the shuffled tables, not its theoretical distribution. The samples lie within each
    other, so their p values are three views of one question and are not corrected for each other.

    Examples
    --------
    >>> table = pd.DataFrame({"year": pd.array([1999] * 8 + [2002] * 8, dtype="Int64"),
    ...     "direction": ["binding"] * 8 + ["dividing"] * 8})
    >>> direction_tests({"all": table}, [2001], draws=200, seed=1)[["statistic"]].values.tolist()
    [[16.0]]
    """
    rows = []
    for name, table in named_samples.items():
        used = table[table["year"].notna() & table["direction"].isin(list(directions))]
        period = pd.factorize(period_of(used["year"], breaks))[0]
        direction = pd.factorize(used["direction"])[0]
        row: dict[str, Any] = {"cut": name, "n": len(used), "periods": len(set(period))}
        if len(set(period)) < 2 or len(set(direction)) < 2:
            rows.append(row)
            continue
        rng = stream(seed, "direction by period", name)
        shuffled = rng.permuted(np.tile(direction, (draws, 1)), axis=1)
        observed = float(_chi_square(period, direction[None, :])[0])
        null = _chi_square(period, shuffled)
        low, high = interval(null)
        row |= {"statistic": observed, "null_mean": float(null.mean())}
        row |= {"null_low": float(low), "null_high": float(high)}
        row["p"] = float(permutation_p(observed, null, two_sided=False))
        rows.append(row)
    columns = ["cut", "n", "periods", "statistic", "null_mean", "null_low", "null_high", "p"]
    return pd.DataFrame(rows, columns=columns)


def smallest_shift(
    table: pd.DataFrame,
    breaks: Sequence[int],
    *,
    towards: str = "dividing",
    directions: Sequence[str] = DIRECTIONS,
    power: float = 0.8,
    alpha: float = 0.05,
    runs: int = 2000,
    seed: int,
) -> float:
    r"""How large a shift of the last period would the test of `direction_tests` likely find?

    Parameters
    ----------
    table : DataFrame [year, direction]
        One cut of the sample.
    breaks : rising sequence of years
    towards : str
        The reading that gains in the last period; the others lose in proportion.
    directions : sequence of codes
    power, alpha : float
        How often a shift has to be found, and how often one that is not there may be.
    runs, seed : int
        Simulated samples with the pieces of each period, all read by the shares of the whole cut.

    Returns
    -------
    float
        The smallest gain of that reading's share, in steps of 0.05, that is found so often; NaN
        where none is, or where fewer than two periods have pieces.

    Notes
    -----
    The statistic is Pearson's, its bound the 1 - alpha quantile of samples without a shift. It
    tells what the sample could show; by no means whether there was a shift.

    Examples
    --------
    >>> years, read = [1999] * 200 + [2002] * 200, ["binding", "dividing"] * 200
    >>> table = pd.DataFrame({"year": pd.array(years, dtype="Int64"), "direction": read})
    >>> round(smallest_shift(table, [2001], seed=1), 2)
    0.15
    """
    used = table[table["year"].notna() & table["direction"].isin(list(directions))]
    counts = period_of(used["year"], breaks).value_counts()
    sizes = [int(counts[name]) for name in _period_names(breaks) if name in counts]
    if len(sizes) < 2 or towards not in set(used["direction"]):
        return math.nan
    shares = used["direction"].value_counts(normalize=True)
    base: npt.NDArray[np.float64] = np.array(list(shares), dtype=np.float64)
    place = list(shares.index).index(towards)
    now = float(base[place])
    rng = stream(seed, "smallest shift")
    bound = float(np.quantile(_simulated(sizes, base, base, runs, rng), 1 - alpha))
    for gain in np.arange(0.05, 1 - now, 0.05):
        moved: npt.NDArray[np.float64] = base * ((1 - now - float(gain)) / (1 - now))
        moved[place] = now + float(gain)
        if float(np.mean(_simulated(sizes, base, moved, runs, rng) > bound)) >= power:
            return float(gain)
    return math.nan


def _simulated(
    sizes: Sequence[int], base: npt.NDArray[np.float64], last: npt.NDArray[np.float64], runs: int,
    rng: np.random.Generator,
) -> npt.NDArray[np.float64]:  # fmt: skip
    """Pearson's statistic of made-up samples whose last period follows other shares."""
    laws = [base] * (len(sizes) - 1) + [last]
    counts = [rng.multinomial(n, law, size=runs) for n, law in zip(sizes, laws, strict=True)]
    observed = np.stack(counts, axis=1).astype(float)
    n = observed.sum(axis=(1, 2), keepdims=True)
    expected = observed.sum(axis=1, keepdims=True) * observed.sum(axis=2, keepdims=True) / n
    parts = np.divide((observed - expected) ** 2, expected, out=np.zeros_like(observed),
                      where=expected > 0)  # fmt: skip
    return parts.sum(axis=(1, 2))


def label_mentions(table: pd.DataFrame, breaks: Sequence[int] = ()) -> pd.DataFrame:
    """Which label families does each piece use? One row per piece and family.

    Parameters
    ----------
    table : DataFrame from :func:`pieces`
    breaks : rising sequence of years
        For the column `period`.

    Returns
    -------
    DataFrame [id, published, year, period, family, direction], in order of date; pieces whose
        label belongs to no family have no row.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["p"], "published": ["2001"], "direction": ["mixed"],
    ...     "year": pd.array([2001], dtype="Int64"), "families": ["alignment;strain"]})
    >>> label_mentions(table)["family"].tolist()
    ['alignment', 'strain']
    """
    long = table.assign(
        period=period_of(table["year"], breaks),
        family=table["families"].str.split(";"),
    ).explode("family")
    long = long[long["family"] != ""].reset_index(drop=True)
    return long[["id", "published", "year", "period", "family", "direction"]]


def families_by_period(table: pd.DataFrame, breaks: Sequence[int]) -> pd.DataFrame:
    """How many pieces of each period use each label family?

    Parameters
    ----------
    table : DataFrame from :func:`pieces`
    breaks : rising sequence of years

    Returns
    -------
    DataFrame [period, family, k, n]: k pieces of the period with the family, n pieces in all; a
        piece may have several families. Families in order of total, periods in order of time.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["p", "q"], "published": ["1999", "2001"],
    ...     "direction": "mixed", "year": pd.array([1999, 2001], dtype="Int64"),
    ...     "families": ["alignment", ""]})
    >>> families_by_period(table, [2001]).values.tolist()
    [['to 2000', 'alignment', 1, 1], ['from 2001', 'alignment', 0, 1]]
    """
    dated = table[table["year"].notna()]
    mentions = label_mentions(dated, breaks)
    size = period_of(dated["year"], breaks).value_counts()
    families = mentions["family"].value_counts().index.tolist()
    grid = pd.MultiIndex.from_product([_period_names(breaks), families], names=["period", "family"])
    counts = mentions.groupby(["period", "family"]).size().reindex(grid, fill_value=0)
    result = counts.rename("k").reset_index()
    result["n"] = result["period"].map(size).fillna(0).astype(int)
    return result


def first_appearances(table: pd.DataFrame) -> pd.DataFrame:
    """When does each label family first occur in the sample, and in which piece?

    Parameters
    ----------
    table : DataFrame from :func:`pieces` with [id, authors, outlet, label]

    Returns
    -------
    DataFrame, one row per family, the earliest first: family, n (pieces with it), published,
        year, id, authors, outlet, label. First in this sample, not in the field. Dates of
        different precision are compared from their left ("2001" is before "2001-03").

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["p", "q"], "published": ["2001", "1999"], "authors": "x",
    ...     "outlet": "y", "label": ["an axis", "an axis"], "direction": "mixed",
    ...     "year": pd.array([2001, 1999], dtype="Int64"), "families": ["axis", "axis"]})
    >>> first_appearances(table)[["family", "n", "published"]].values.tolist()
    [['axis', 2, '1999']]
    """
    mentions = label_mentions(table).sort_values("published", kind="stable")
    n = mentions["family"].value_counts()
    first = mentions.drop_duplicates("family")[["family", "id", "published", "year"]]
    first = first.merge(table[["id", "authors", "outlet", "label"]], on="id", how="left")
    first.insert(1, "n", first["family"].map(n))
    columns = ["family", "n", "published", "year", "id", "authors", "outlet", "label"]
    return first.sort_values(["published", "family"], ignore_index=True)[columns]


def authors_with_several(table: pd.DataFrame, *, min_years: int = 2) -> pd.DataFrame:
    """What did one and the same author call the relationship in different years?

    Parameters
    ----------
    table : DataFrame from :func:`pieces` with [id, authors, label, direction]
        Joint authors are separated by ``;``; remarks in brackets are dropped, and so are unsigned
        pieces and staff writers.
    min_years : int
        Authors with pieces in fewer years are left out.

    Returns
    -------
    DataFrame [author, id, published, year, label, families, direction]: the pieces of these
        authors, author by author (most pieces first), in order of date.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["p", "q", "r"], "published": ["1999", "2001", "2001"],
    ...     "authors": ["A. Writer", "A. Writer (byline not seen); B. Co", "(unsigned)"],
    ...     "label": "x", "families": "", "direction": "mixed",
    ...     "year": pd.array([1999, 2001, 2001], dtype="Int64")})
    >>> authors_with_several(table)[["author", "year"]].values.tolist()
    [['A. Writer', 1999], ['A. Writer', 2001]]
    """
    long = table.assign(author=table["authors"].map(_names)).explode("author")
    long = long[long["author"].notna() & long["year"].notna()]
    years = long.groupby("author")["year"].nunique()
    long = long[long["author"].isin(years.index[years >= min_years])]
    long = long.assign(_n=long.groupby("author")["id"].transform("size"))
    long = long.sort_values(["_n", "author", "published"], ascending=[False, True, True])
    columns = ["author", "id", "published", "year", "label", "families", "direction"]
    return long[columns].reset_index(drop=True)


def second_coder(
    table: pd.DataFrame,
    *others: pd.DataFrame,
    names: Sequence[str] = (),
) -> dict[str, pd.DataFrame]:
    """Line up the codes of further coders with the first coder's, for the measures of agreement.

    Parameters
    ----------
    table : DataFrame from :func:`pieces` with [id, direction, families, relevance]
    *others : DataFrames [id, direction, families, relevance]
        One per further coder; each may have coded any of the pieces.
    names : sequence of str
        Names of the coders, the first included; "coder 1", "coder 2" ... when not given.

    Returns
    -------
    dict of variable -> DataFrame (index id, one column per coder): direction (ordinal: dividing <
        mixed < binding), families (sets; "" = no family), relevance (ordinal). Only pieces coded
        by two coders or more; missing where a coder did not code the piece.

    Examples
    --------
    >>> one = pd.DataFrame({"id": ["p", "q"], "direction": ["mixed", "binding"],
    ...     "families": ["strain", ""], "relevance": [2, 3]})
    >>> two = pd.DataFrame({"id": ["q"], "direction": ["binding"], "families": [""],
    ...     "relevance": ["3"]})
    >>> second_coder(one, two)["direction"].values.tolist()
    [['binding', 'binding']]
    """
    coders = list(names) or [f"coder {i + 1}" for i in range(1 + len(others))]
    aligned = {}
    for variable in ("direction", "families", "relevance"):
        columns = [coding.set_index("id")[variable].astype(object) for coding in (table, *others)]
        both = pd.concat(columns, axis=1, keys=coders).reindex(table["id"])
        if variable == "families":
            both = both.map(_short, na_action="ignore")
        if variable == "relevance":
            both = both.map(str, na_action="ignore")
        aligned[variable] = both[both.notna().sum(axis=1) >= 2].rename_axis("id")
    return aligned


def agreed_families(aligned: pd.DataFrame) -> pd.Series:
    """Which label families do all coders of a piece name? Joined by ``;``, "" for none.

    Parameters
    ----------
    aligned : DataFrame, pieces x coders, cells joined by ``;``

    Returns
    -------
    Series of str, index as `aligned`, name "families".

    Examples
    --------
    >>> agreed_families(pd.DataFrame({"a": ["axis;strain"], "b": ["strain"]})).tolist()
    ['strain']
    """
    cells = codes_table(aligned, blanks=True).to_numpy(dtype=object)
    shared = [
        set.intersection(*({*str(cell).split(";")} - {""} for cell in row if cell is not None))
        if any(cell is not None for cell in row)
        else set()
        for row in cells
    ]
    named = [";".join(sorted(families)) for families in shared]
    return pd.Series(named, index=aligned.index, dtype=object, name="families")


def mean_overlap(aligned: pd.DataFrame, *, both_empty: bool = False) -> float:
    """How much do coders' sets of codes overlap? Mean Jaccard similarity over pairs of codings.

    A description, without correction for chance: see ``alpha_sets`` for that.

    Parameters
    ----------
    aligned : DataFrame, pieces x coders, cells joined by ``;`` ("" = no code)
    both_empty : bool
        Count two empty sets as full overlap; by default such a pair is left out, so that the mean
        is over pieces for which a coder named something.

    Returns
    -------
    float between 0 and 1; NaN when there is no such pair.

    Examples
    --------
    >>> sets = pd.DataFrame({"a": ["axis;strain", ""], "b": ["strain", ""]})
    >>> mean_overlap(sets), mean_overlap(sets, both_empty=True)
    (0.5, 0.75)
    """
    values = []
    for row in codes_table(aligned, blanks=True).to_numpy(dtype=object):
        given = [str(cell) for cell in row if cell is not None]
        pairs = [(a, b) for i, a in enumerate(given) for b in given[i + 1 :]]
        values += [1.0 - jaccard_distance(a, b) for a, b in pairs if a or b or both_empty]
    return float(np.mean(values)) if values else float("nan")


def _short(cell: Any) -> str:
    parts = (_REMARK.sub("", part).strip() for part in str(cell).split(";"))
    return ";".join(part for part in parts if part)


def _names(cell: str) -> list[str]:
    named = (part.strip() for part in _REMARK.sub("", str(cell)).split(";"))
    return [name for name in named if name and "staff" not in name.lower()]


def _period_names(breaks: Sequence[int]) -> list[str]:
    if not len(breaks):
        return ["all years"]
    if any(later <= earlier for earlier, later in itertools.pairwise(breaks)):
        raise ValueError("the first years of the periods must rise")
    inner = [
        f"{first}-{following - 1}" if following - 1 > first else str(first)
        for first, following in itertools.pairwise(breaks)
    ]
    return [f"to {breaks[0] - 1}", *inner, f"from {breaks[-1]}"]


def _shares(
    by: pd.Series, direction: pd.Series, name: str, values: Sequence[str], codes: Sequence[str]
) -> pd.DataFrame:
    rows = []
    for value in values:
        chosen = direction[by == value]
        for code in codes:
            k, n = int((chosen == code).sum()), len(chosen)
            low, high = wilson(k, n)
            rows.append((value, code, k, n, k / n if n else np.nan, low, high))
    return pd.DataFrame(rows, columns=[name, "direction", "k", "n", "share", "low", "high"])


def _chi_square(
    period: npt.NDArray[np.int64], direction: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Pearson's statistic of period x direction for each row of shuffled directions."""
    one_period = np.eye(period.max() + 1)[period]
    one_direction = np.eye(direction.max() + 1)
    observed = np.einsum("ip,dic->dpc", one_period, one_direction[direction])
    n = observed.sum(axis=(1, 2), keepdims=True)
    expected = observed.sum(axis=1, keepdims=True) * observed.sum(axis=2, keepdims=True) / n
    return ((observed - expected) ** 2 / expected).sum(axis=(1, 2))
