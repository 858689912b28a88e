"""Agreement for every design: one code a unit, claims with places, or several codes without.

What is measured depends on how the corpus was coded (`frameline.corpus.readings.design_of`):

* **one code**: no coder has two rows in one unit. Codes are compared unit by unit.
* **claims**: coders may see several claims in a unit, and know where each stands. Claims are
  matched by place before (`frameline.corpus.matching`); alpha is given twice, over the claims that
  coders share and with absence counted, because a claim that one coder lacks is a disagreement.
* **sets**: several codes in a unit, and no places. What is compared is the set of codes, and for
  each code whether it was given.

Every alpha comes with its interval, the noise twin and a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.agreement_blocks import Blocks, agreement_blocks, drawn_weights, limits
from frameline.measures.code_sets import (
    DISTANCES,
    code_sets,
    presence,
    presence_alphas,
    presence_counts,
    presence_limits,
    set_agreement,
    set_twin,
)
from frameline.measures.coded_rows import (
    CLAIMS,
    DESIGNS,
    ONE_CODE,
    SETS,
    aligned_codes,
    all_aligned,
    with_absence,
)
from frameline.measures.coefficients import (
    Groups,
    ac1,
    alpha_by_block,
    alpha_from_counts,
    alpha_sets,
    value_counts,
    why_undefined,
)
from frameline.measures.coincidences import coded_cells, holsti, simple_agreement
from frameline.measures.noise_twin import (
    TOSSES,
    Tossed,
    noise_twin,
    noise_twin_with_absence,
    twin_range,
)
from frameline.measures.verdicts import FEW, FLOOR, NOT_MEASURED, RELY, verdict

#: Tosses after which a verdict that is clear is left at that.
FIRST = 500

Toss = Callable[[int, int], Tossed]

UNITS, MATCHED, WITH_ABSENCE = "units", "matched claims", "claims, absence counted"
AS_SET, PRESENT = {"masi": "sets, MASI", "jaccard": "sets, Jaccard"}, "present or absent"

COLUMNS = (
    *("variable", "counting", "code", "level", "n_units", "coders", "alpha", "low", "high"),
    *("p_below", "twin", "twin_low", "twin_high", "simple", "simple_twin", "simple_twin_high"),
    *("holsti", "holsti_twin", "holsti_twin_high", "ac1", "modal_code", "rarer"),
    *("alpha_without_examples", "n_without_examples", "tosses", "drawn", "verdict", "reason"),
)


@dataclass(frozen=True)
class Settings:
    """How agreement is worked out.

    Attributes
    ----------
    seed : int
    draws, tosses, set_tosses : int
        Bootstrap draws; tosses of the noise twin, and of the twin of sets.
    first : int
        Tosses after which a verdict that is clear is left at that.
    groups : Series or DataFrame [para_group, doc_id], index = unit (or claim) ids, or None
    examples : collection of unit ids
        Units that hold an example of the codebook: left out of the stricter figure.
    rely, floor : float
        Krippendorff's marks.
    """

    seed: int
    draws: int = 2000
    tosses: int = TOSSES
    set_tosses: int = 200
    first: int = FIRST
    groups: Groups = None
    examples: Collection[Any] = field(default_factory=frozenset)
    rely: float = RELY
    floor: float = FLOOR
    _known: dict[tuple[Any, ...], Blocks] = field(default_factory=dict, repr=False, compare=False)

    def blocks(self, units: pd.Index) -> Blocks:
        """What is drawn anew for these units; found once for all variables that have them.

        Question: which pieces of the corpus could as well have been others?
        """
        key = tuple(units)
        if key not in self._known:
            self._known[key] = agreement_blocks(units, self.groups)
        return self._known[key]


def code_agreement(
    aligned: pd.DataFrame,
    settings: Settings,
    *,
    level: str = "nominal",
    order: Sequence[Any] | None = None,
    categories: int | None = None,
    toss: Toss | None = None,
) -> dict[str, Any]:
    """How far do coders agree on one code a cell? One row of numbers and a verdict.

    Question: can another coder reproduce this variable, and would coin tossers do as well?

    Parameters
    ----------
    aligned : DataFrame, units (or claims) x coders
    settings : Settings
    level : {"nominal", "ordinal", "interval", "ratio"}
    order, categories : as in `frameline.measures.coefficients.value_counts`; for AC1 the number
        of codes of the codebook
    toss : callable of number of tosses and part to Tossed, optional
        Another twin than that of :func:`frameline.measures.noise_twin.noise_twin`.

    Returns
    -------
    dict with the columns of :func:`agreement_by_design` from n_units on; simple, simple_twin,
    holsti and holsti_twin are shares, ac1 is Gwet's.

    Examples
    --------
    >>> codes = pd.DataFrame({"a": list("xxyyxyxxyy") * 30, "b": list("xxyyyyxxyx") * 30})
    >>> row = code_agreement(codes, Settings(seed=1, draws=200, tosses=200))
    >>> round(row["alpha"], 2), row["simple"], row["verdict"]
    (0.6, 0.8, 'weak')
    """
    counts = value_counts(aligned, level=level, order=order)
    twice = counts[counts.sum(axis=1) >= 2]
    cells, _ = coded_cells(aligned, level=level, order=order)
    value = alpha_from_counts(counts, level)
    blocks = settings.blocks(twice.index)
    perfect = bool(((twice > 0).sum(axis=1) == 1).all())
    ends = limits(
        value, _code_draws(twice, blocks, level, settings), perfect=perfect, chance=_chance(twice),
        blocks=blocks.number, floor=settings.floor,
    )  # fmt: skip
    total = twice.sum(axis=0)
    modal = total.idxmax() if len(twice) else ""
    rarer = int(total.sum() - total.max()) if len(twice) else 0
    own = partial(noise_twin, aligned, level, seed=settings.seed, order=order)
    tossed = _enough(toss or _by_number(own), ends.low, rarer, settings)
    row = _numbers(ends, value, tossed, simple_agreement(cells[None]), holsti(cells[None]))
    row |= {
        "n_units": len(twice),
        "coders": int((cells >= 0).any(axis=0).sum()),
        "ac1": ac1(counts, categories),
        "modal_code": f"{modal:g}" if isinstance(modal, float) else str(modal),
        "rarer": rarer,
        "drawn": blocks.kind if len(twice) else "",
        "reason": why_undefined(aligned) or ends.reason,
    }
    if settings.examples:
        kept = aligned[~_with_examples(aligned.index, settings)]
        fewer = value_counts(kept, level=level, order=order)
        row["alpha_without_examples"] = alpha_from_counts(fewer, level)
        row["n_without_examples"] = int((fewer.sum(axis=1) >= 2).sum())
    return _judged(row, settings)


def _by_number(twin: Callable[..., Tossed]) -> Toss:
    """A twin that is asked for a number of tosses, and for which of several parts."""
    return lambda tosses, part: twin(tosses=tosses, part=part)


def _enough(toss: Toss, low: float, rarer: int, settings: Settings) -> Tossed:
    """As many tosses as the verdict needs: all, unless it is clear after the first.

    It is clear where no verdict hangs on the twin, or where the interval ends farther from the
    twin's upper end than the tosses spread: eight times the error of that end, and more.
    """
    first = toss(min(settings.first, settings.tosses), 0)
    left = settings.tosses - len(first.alpha)
    if left <= 0 or len(first.alpha) < settings.first or rarer < FEW or np.isnan(low):
        return first
    _, _, high = twin_range(first.alpha)
    known = first.alpha[~np.isnan(first.alpha)]
    if np.isnan(high) or abs(low - max(0.0, high)) > known.std():
        return first
    return Tossed(*(np.concatenate(both) for both in zip(first, toss(left, 1), strict=True)))


def _code_draws(twice: pd.DataFrame, blocks: Blocks, level: str, settings: Settings) -> np.ndarray:
    if twice.empty:
        return np.full(0, np.nan)
    return np.concatenate(
        [
            alpha_by_block(twice, blocks.block, weights, level)
            for weights in drawn_weights(blocks, settings.draws, settings.seed)
        ]
    )


def _chance(twice: pd.DataFrame) -> float:
    """Chance share of differing pairs of codes."""
    n_c = twice.sum(axis=0).to_numpy(dtype=float)
    n = n_c.sum()
    return float(1 - (n_c * (n_c - 1)).sum() / (n * (n - 1))) if n > 1 else np.nan


def _numbers(
    ends: Any, value: float, tossed: Tossed, simple: np.ndarray, pairs: np.ndarray
) -> dict[str, Any]:
    """Alpha, simple agreement and Holsti's coefficient, each beside its twin."""
    twin, simple_twin, pair_twin = (twin_range(values) for values in tossed)
    return {
        "alpha": value, "low": ends.low, "high": ends.high, "p_below": ends.p_below,
        "twin": twin[0], "twin_low": twin[1], "twin_high": twin[2],
        "simple": float(simple[0]), "simple_twin": simple_twin[0],
        "simple_twin_high": simple_twin[2],
        "holsti": float(pairs[0]), "holsti_twin": pair_twin[0], "holsti_twin_high": pair_twin[2],
        "tosses": len(tossed.alpha),
    }  # fmt: skip


def _judged(row: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Add the verdict; where no unit has two readings there is nothing to judge."""
    if not row["n_units"]:
        return row | {"verdict": NOT_MEASURED}
    word = verdict(
        row["low"], row["twin_high"], row["rarer"], rely=settings.rely, floor=settings.floor
    )
    return row | {"verdict": word}


def _with_examples(index: pd.Index, settings: Settings) -> np.ndarray:
    """Which units or claims stand in a unit that holds an example of the codebook."""
    if not settings.examples:
        return np.zeros(len(index), dtype=bool)
    named = index.isin(list(settings.examples))
    groups = settings.groups
    if isinstance(groups, pd.DataFrame) and "unit_id" in groups.columns:
        home = groups.loc[~groups.index.duplicated(), "unit_id"].reindex(index)
        named = named | home.isin(list(settings.examples)).to_numpy()
    return np.asarray(named, dtype=bool)


def claim_agreement(
    rows: pd.DataFrame,
    variable: str,
    settings: Settings,
    *,
    level: str = "nominal",
    order: Sequence[Any] | None = None,
    read: pd.DataFrame | None = None,
    categories: int | None = None,
) -> list[dict[str, Any]]:
    """How far do coders agree on claims matched by place? With the claims they share, and all.

    Question: can another coder find the same claims and code them alike?

    Parameters
    ----------
    rows : DataFrame [claim_id, unit_id, coder, variable], claims matched by place
    variable : str
    settings : Settings
    level, order, categories : as in :func:`code_agreement`; absence is no place on a scale, so
        that it is counted at the nominal level, and "set" compares whole sets of codes.
    read : DataFrame [unit_id, coder], optional
        Who read which unit; when not given, each coder all units of the documents that have a
        claim of this coder (or all units, without column doc_id).

    Returns
    -------
    list of two dicts, counting "matched claims" and "claims, absence counted".

    Examples
    --------
    >>> rows = pd.DataFrame({"claim_id": ["c1", "c1", "c2"], "unit_id": ["s1", "s1", "s2"],
    ...                      "coder": list("aba"), "frame": ["x", "x", "y"]})
    >>> [row["n_units"] for row in claim_agreement(rows, "frame", Settings(seed=1, draws=50))]
    [1, 2]
    """
    table = aligned_codes(rows, variable)
    home = _homes(rows, table.index)
    return _of_claims(
        table, home, _seen(rows, read, list(table.columns)), settings,
        level=level, order=order, categories=categories,
    )  # fmt: skip


def _homes(rows: pd.DataFrame, claims: pd.Index) -> list[Any]:
    """The unit of each claim."""
    home = dict(zip(rows["claim_id"], rows["unit_id"], strict=True))
    return [home[claim] for claim in claims]


def _of_claims(
    table: pd.DataFrame,
    home: list[Any],
    seen: pd.DataFrame,
    settings: Settings,
    *,
    level: str,
    order: Sequence[Any] | None,
    categories: int | None,
) -> list[dict[str, Any]]:
    """The two rows of a variable of claims, from what each coder gave each."""
    found = []
    for counting in (MATCHED, WITH_ABSENCE):
        cells = table if counting == MATCHED else with_absence(table, home, seen)
        if counting == MATCHED and level == "set":
            sets = cells.replace("", None)
            tossed = set_twin(sets, ["masi"], tosses=settings.set_tosses, seed=settings.seed)
            row = _set_row(sets, "masi", tossed, settings)
        elif counting == MATCHED:
            row = code_agreement(cells, settings, level=level, order=order, categories=categories)
        else:
            row = _absence_row(table, cells, home, seen, level, settings)
        nominal = counting == WITH_ABSENCE and level != "set"
        found.append({"counting": counting, "level": "nominal" if nominal else level} | row)
    return found


def _seen(rows: pd.DataFrame, read: pd.DataFrame | None, coders: list[Any]) -> pd.DataFrame:
    """Who read which unit, units x coders."""
    if read is not None:
        return pd.crosstab(read["unit_id"], read["coder"]).reindex(
            columns=coders, fill_value=0
        ) > 0  # fmt: skip
    units = rows.drop_duplicates("unit_id").set_index("unit_id")
    if "doc_id" not in rows.columns:
        return pd.DataFrame(True, index=units.index, columns=coders)
    by_doc = pd.crosstab(rows["doc_id"], rows["coder"]).reindex(columns=coders, fill_value=0) > 0
    return by_doc.loc[units["doc_id"]].set_axis(units.index)


def _absence_row(
    table: pd.DataFrame,
    cells: pd.DataFrame,
    units: list[Any],
    seen: pd.DataFrame,
    level: str,
    settings: Settings,
) -> dict[str, Any]:
    """A row for claims where absence is a code, beside tossers who lack claims as often."""
    kind = "set" if level == "set" else "nominal"
    own = partial(noise_twin_with_absence, table, units, seen, kind, seed=settings.seed)
    if kind == "nominal":
        return code_agreement(cells, settings, toss=_by_number(own))
    tossed = own(tosses=settings.set_tosses)
    frame = pd.DataFrame({"masi": tossed.alpha, "simple": tossed.simple, "holsti": tossed.holsti})
    return _set_row(cells.replace("", None), "masi", frame, settings)


def _set_row(
    sets: pd.DataFrame, distance: str, tossed: pd.DataFrame, settings: Settings
) -> dict[str, Any]:
    """Alpha of sets beside its twin, with a verdict."""
    found = set_agreement(
        sets, distance, groups=settings.groups, draws=settings.draws, seed=settings.seed,
        floor=settings.floor,
    )  # fmt: skip
    twin = Tossed(*(tossed[name].to_numpy() for name in (distance, "simple", "holsti")))
    ranges = [twin_range(values) for values in twin]
    given = pd.Series(sets.to_numpy(dtype=object)[sets.notna().sum(axis=1) >= 2].ravel()).dropna()
    counts = given.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    row = found | {
        "coders": int(sets.notna().any().sum()),
        "twin": ranges[0][0], "twin_low": ranges[0][1], "twin_high": ranges[0][2],
        "simple_twin": ranges[1][0], "simple_twin_high": ranges[1][2],
        "holsti_twin": ranges[2][0], "holsti_twin_high": ranges[2][2],
        "tosses": len(tossed), "rarer": int(counts.sum() - counts.max()) if len(counts) else 0,
        "modal_code": str(counts.index[0]) if len(counts) else "",
    }  # fmt: skip
    if settings.examples:
        kept = sets[~_with_examples(sets.index, settings)]
        row["alpha_without_examples"] = alpha_sets(kept, distance, blanks=True)
        row["n_without_examples"] = int((kept.notna().sum(axis=1) >= 2).sum())
    return _judged(row, settings)


def code_by_code(sets: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """How far do coders agree whether each code applies? One row a code, present or absent.

    Question: which codes does another reader find in the same units?

    Parameters
    ----------
    sets : DataFrame, units x coders, as from :func:`frameline.measures.code_sets.code_sets`
    settings : Settings

    Returns
    -------
    DataFrame, codes in alphabetical order: the columns of :func:`agreement_by_design` from
    counting on, found (units that any reader gave the code), specific (of a code given by one
    reader, how often another gives it too: Spitzer & Fleiss 1974).

    Examples
    --------
    >>> sets = pd.DataFrame({"a": ["x", "", "x;y"] * 9, "b": ["x", "y", "x;y"] * 9})
    >>> rows = code_by_code(sets, Settings(seed=1, draws=100, tosses=200))
    >>> rows[["code", "alpha", "found", "rarer"]].round(2).values.tolist()
    [['x', 1.0, 18, 18], ['y', 0.35, 18, 27]]
    """
    counts = presence_counts(sets)
    rows: list[dict[str, Any]] = []
    columns = [*COLUMNS[1:], "found", "specific"]
    if not len(counts.units) or not counts.codes:
        return pd.DataFrame(rows, columns=columns)
    blocks = settings.blocks(counts.units)
    draws = presence_alphas(counts, blocks, settings.draws, settings.seed)
    kept = sets[~_with_examples(sets.index, settings)]
    for place, ends in enumerate(presence_limits(counts, blocks, draws, settings.floor)):
        code = counts.codes[place]
        cells = presence(sets, code)
        numbers = coded_cells(cells)[0][None]
        yes, total = int(counts.yes[:, place].sum()), int(counts.readers.sum())
        own = partial(noise_twin, cells, seed=settings.seed)
        tossed = _enough(_by_number(own), ends.low, min(yes, total - yes), settings)
        row = _numbers(
            ends, float(draws[0, place]), tossed, simple_agreement(numbers), holsti(numbers)
        )
        both = np.column_stack([counts.yes[:, place], counts.readers - counts.yes[:, place]])
        row |= {
            "code": code, "level": "nominal", "counting": PRESENT, "n_units": len(counts.units),
            "coders": int(cells.notna().any().sum()), "ac1": ac1(both), "drawn": blocks.kind,
            "modal_code": "yes" if 2 * yes > total else "no", "rarer": min(yes, total - yes),
            "reason": why_undefined(cells) or ends.reason,
        }  # fmt: skip
        if settings.examples:
            fewer = value_counts(presence(kept, code))
            row["alpha_without_examples"] = alpha_from_counts(fewer)
            row["n_without_examples"] = int((fewer.sum(axis=1) >= 2).sum())
        given = counts.yes[:, place]
        row["found"] = int((given > 0).sum())
        both_ways = (given * (given - 1) / (counts.readers - 1)).sum()
        row["specific"] = float(both_ways / given.sum()) if given.any() else np.nan
        rows.append(_judged(row, settings))
    return pd.DataFrame(rows, columns=columns)


def set_rows(sets: pd.DataFrame, settings: Settings) -> list[dict[str, Any]]:
    """How far do coders agree on the sets of codes, by MASI and by Jaccard distance?

    Question: does another reader give a unit the same codes, taken together?

    Parameters
    ----------
    sets : DataFrame, units x coders, as from :func:`frameline.measures.code_sets.code_sets`
    settings : Settings

    Returns
    -------
    list of two dicts
    """
    tossed = set_twin(sets, DISTANCES, tosses=settings.set_tosses, seed=settings.seed)
    return [
        {"counting": AS_SET[name], "level": "set"} | _set_row(sets, name, tossed, settings)
        for name in DISTANCES
    ]


def agreement_by_design(
    rows: pd.DataFrame,
    variables: Sequence[str],
    settings: Settings,
    *,
    design: str,
    levels: Mapping[str, str] | None = None,
    orders: Mapping[str, Sequence[Any]] | None = None,
    categories: Mapping[str, int] | None = None,
    read: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Can every coded variable be reproduced by another coder? Measured as the design asks.

    Question: which variables may conclusions rest on?

    Parameters
    ----------
    rows : DataFrame [unit_id, coder, variables; doc_id, start, end, anchor as far as there are]
        One row a claim of a coder. In a design of claims also claim_id, from
        `frameline.corpus.matching.match_by_place`: the same name for what is the same claim.
    variables : sequence of str
        All coded columns, with a role or without.
    settings : Settings
        Groups by unit or, in a design of claims, by claim.
    design : {"one code", "claims", "sets"}
        As `frameline.corpus.readings.design_of` tells it from the rows.
    levels : mapping of variable to level; "nominal" when not given, "set" for several codes
    orders, categories : as in `frameline.measures.coefficients.value_counts`; for AC1 the number
        of codes of the codebook
    read : DataFrame [unit_id, coder], optional
        Who read which unit, found something or not.

    Returns
    -------
    DataFrame, one row or more a variable: variable, counting ("units", "matched claims",
    "claims, absence counted", "sets, MASI", "sets, Jaccard", "present or absent"), code, level;
    n_units (of two readings or more), coders; alpha, low, high (95 %), p_below (share of draws
    under the floor); twin, twin_low, twin_high (alpha of coin tossers with the same habits, mean
    and 95 % range); simple (share of units where all agree), holsti (share of pairs of readings
    that agree), each with the twin's mean and upper end; ac1; modal_code; rarer (readings with
    another value than the commonest); alpha_without_examples, n_without_examples; tosses, drawn
    ("paragraphs", "documents", "units"); verdict; reason.

    Raises
    ------
    ValueError
        For another design, and for one of claims without claim_id.

    Examples
    --------
    >>> rows = pd.DataFrame({"unit_id": list("uvw") * 2, "coder": list("aaabbb"),
    ...                      "frame": list("xyyxyx"), "tone": list("ppqpqq")})
    >>> table = agreement_by_design(rows, ["frame", "tone"], Settings(seed=1, draws=99),
    ...                             design="one code")
    >>> table[["variable", "counting", "alpha", "verdict"]].round(2).values.tolist()
    [['frame', 'units', 0.44, 'no variation'], ['tone', 'units', 0.44, 'no variation']]
    """
    if design not in DESIGNS:
        raise ValueError(f"design {design!r} is not one of {', '.join(DESIGNS)}")
    if design == CLAIMS and "claim_id" not in rows.columns:
        raise ValueError("claims are matched by place first: column claim_id")
    settings = _settled_once(settings)
    found: list[dict[str, Any]] = []
    given = {v: ((levels or {}).get(v, "nominal"), (orders or {}).get(v)) for v in variables}
    tables: dict[str, pd.DataFrame] = {}
    if design != SETS:
        claim = "claim_id" if design == CLAIMS else "unit_id"
        tables = dict(zip(variables, all_aligned(rows, variables, claim=claim), strict=True))
    if design == CLAIMS and tables:
        table = next(iter(tables.values()))
        home, seen = _homes(rows, table.index), _seen(rows, read, list(table.columns))
    for variable, (level, order) in given.items():
        size = (categories or {}).get(variable)
        if design == SETS or (design == ONE_CODE and level == "set"):
            sets = code_sets(rows, code=variable, read=read)
            measured = set_rows(sets, settings)
            measured += [_texts(row) for row in code_by_code(sets, settings).to_dict("records")]
        elif design == CLAIMS:
            measured = _of_claims(
                tables[variable], home, seen, settings, level=level, order=order, categories=size
            )
        else:
            table = tables[variable]
            row = code_agreement(table, settings, level=level, order=order, categories=size)
            measured = [{"counting": UNITS, "level": level} | row]
        found += [{"variable": variable} | row for row in measured]
    table = pd.DataFrame(found, columns=list(COLUMNS))
    code = table["code"].astype(object)
    return table.assign(code=code.where(code.notna(), ""))


def _texts(row: dict[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}


def _settled_once(settings: Settings) -> Settings:
    """Settings whose groups are plain text, each claim once: looked up for every variable."""
    groups = settings.groups
    if groups is None:
        return settings
    return replace(settings, groups=groups[~groups.index.duplicated()].astype(object), _known={})
