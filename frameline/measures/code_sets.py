"""Do coders agree who give a unit several codes? As sets, and code by code.

Where a coder may give a unit any number of codes and nothing says where they stand, no code of one
coder is "the same one" as a code of another. What can be compared is the set of codes that each
reader gave, and for every code whether it was given. Both are measured with the same table: units
in rows, coders in columns, codes joined by ``;``, the empty text for "read, nothing found", and
missing for "not read".
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.agreement_blocks import (
    Blocks,
    Limits,
    agreement_blocks,
    by_block,
    drawn_weights,
    limits,
)
from frameline.measures.coefficients import Groups
from frameline.measures.noise_twin import FEWEST, tosses_within
from frameline.measures.resampling import Floats, stream

#: Tosses for sets; their distances are the dearest thing here.
TOSSES = FEWEST
#: More distinct sets than this, and expected disagreement of the draws is made linear.
MANY_SETS = 1500
#: Readings that expected disagreement of a toss is worked out from, at most.
READINGS = 1000
DISTANCES = ("masi", "jaccard")

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class Sets(NamedTuple):
    """Sets of codes as numbers.

    `cells`: units x coders, the number of the set, -1 for not read; `members`: sets x codes.
    """

    cells: Ints
    members: Bools
    codes: list[str]


def code_sets(
    rows: pd.DataFrame,
    *,
    unit: str = "unit_id",
    coder: str = "coder",
    code: str = "frame",
    read: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Put rows of codes into one set for each unit and coder, whatever their layout.

    Question: which codes did each reader give each unit?

    Parameters
    ----------
    rows : DataFrame [unit, coder, code]
        One code a row, or several joined by ``;``; a blank code says "read, nothing found".
    unit, coder, code : str
        Columns.
    read : DataFrame [unit, coder], optional
        Who read what; those without a row in `rows` found nothing. When not given, who has a row
        for a unit read it, and no one else did.

    Returns
    -------
    DataFrame, units x coders, both in alphabetical order: codes in alphabetical order joined by
    ``;``, "" for read and nothing found, None for not read.

    Examples
    --------
    >>> long = pd.DataFrame({"unit_id": ["s1", "s1", "s1"], "coder": ["a", "a", "b"],
    ...                      "frame": ["risk", "cost", "cost"]})
    >>> code_sets(long).values.tolist()
    [['cost;risk', 'cost']]
    """
    table = pd.DataFrame(
        {"unit": rows[unit].to_numpy(), "coder": rows[coder].to_numpy(),
         "code": rows[code].fillna("").astype("str").str.split(";").to_numpy()}
    )  # fmt: skip
    table = table.explode("code", ignore_index=True)
    table["code"] = table["code"].astype("str").str.strip()
    if read is not None:
        more = pd.DataFrame({"unit": read[unit], "coder": read[coder], "code": ""})
        table = pd.concat([table, more], ignore_index=True)
    table = table.drop_duplicates().sort_values(["unit", "coder", "code"], ignore_index=True)
    joined = table.groupby(["unit", "coder"])["code"].agg(";".join).str.lstrip(";")
    wide = joined.reset_index().pivot_table(
        index="unit", columns="coder", values="code", aggfunc="first"
    )
    wide = wide.astype(object)
    wide = wide.where(wide.notna(), None)
    return wide.rename_axis(index=unit, columns=None)


def read_sets(sets: pd.DataFrame) -> Sets:
    """Read a table of sets of codes: which sets there are, and who gave which.

    Question: which sets occur, and where?

    Examples
    --------
    >>> found = read_sets(pd.DataFrame({"a": ["x;y", ""], "b": ["y", None]}))
    >>> found.cells.tolist(), found.members.astype(int).tolist(), found.codes
    ([[1, 2], [0, -1]], [[0, 0], [1, 1], [0, 1]], ['x', 'y'])
    """
    table = sets.to_numpy(dtype=object)
    number, texts = pd.factorize(table.ravel())
    parts = [
        frozenset(part.strip() for part in str(text).split(";") if part.strip()) for text in texts
    ]
    same = {found: place for place, found in enumerate(sorted(set(parts), key=sorted))}
    place = np.append(np.array([same[part] for part in parts], dtype=np.int64), -1)
    codes = sorted({code for part in same for code in part})
    members = np.array([[code in part for code in codes] for part in same], dtype=bool)
    cells = place[number].reshape(table.shape)
    return Sets(cells, members.reshape(len(same), len(codes)), codes)


def set_distances(one: Bools, other: Bools, distance: str = "masi") -> Floats:
    """Distances of sets of codes, each of the first with each of the second.

    Question: how far apart are two sets of codes?

    Parameters
    ----------
    one, other : arrays of bool, sets x codes
    distance : {"masi", "jaccard"}
        As :func:`frameline.measures.coefficients.masi_distance` and `jaccard_distance`.

    Returns
    -------
    array, sets x sets, 0 to 1

    Raises
    ------
    ValueError
        For another distance.

    Notes
    -----
    Passonneau 2006, LREC, p. 831-836.

    Examples
    --------
    >>> both, first = np.array([[True, True]]), np.array([[True, False]])
    >>> set_distances(both, first).round(3).tolist(), set_distances(both, first, "jaccard").tolist()
    ([[0.667]], [[0.5]])
    """
    shared = one.astype(np.float32) @ other.astype(np.float32).T
    return _apart(shared, one.sum(axis=1)[:, None], other.sum(axis=1)[None, :], distance)


def _apart(shared: Any, size: Any, other: Any, distance: str) -> Floats:
    """Distance of sets from what they share and their sizes."""
    if distance not in DISTANCES:
        raise ValueError(f"distance {distance!r} is not one of {', '.join(DISTANCES)}")
    shared = np.asarray(shared, dtype=float)
    union = np.asarray(size + other - shared, dtype=float)
    alike = np.divide(shared, union, out=np.ones(union.shape), where=union > 0)
    if distance == "jaccard":
        return 1.0 - alike
    equal = shared == union
    nested = shared == np.minimum(size, other)
    return 1.0 - alike * np.where(equal, 1.0, np.where(nested, 2 / 3, 1 / 3))


def set_agreement(
    sets: pd.DataFrame,
    distance: str = "masi",
    *,
    groups: Groups = None,
    draws: int = 2000,
    seed: int,
    floor: float = 0.667,
) -> dict[str, Any]:
    """How far do coders agree on the sets of codes? Alpha with its interval.

    Question: does another reader give the same codes to a unit, taken together?

    Parameters
    ----------
    sets : DataFrame, units x coders, as from :func:`code_sets`
    distance : {"masi", "jaccard"}
    groups : as in :func:`frameline.measures.agreement_blocks.agreement_blocks`
    draws, seed : int
    floor : float

    Returns
    -------
    dict: n_units (read twice or more), alpha, low, high, p_below, simple (share of units where
    all readers gave the same set), holsti (share of pairs of readings), reason, drawn (what).

    Notes
    -----
    Krippendorff's alpha with a distance of sets. With more than 1,500 distinct sets the expected
    disagreement of a draw is linear in its weights (first-order, exact at the sample).

    Examples
    --------
    >>> pairs = pd.DataFrame({"a": ["A", "A;B", "C", "C", ""], "b": ["A", "A", "C", "A;C", ""]})
    >>> found = set_agreement(pairs, draws=200, seed=1)
    >>> found["n_units"], round(found["alpha"], 3), found["simple"]
    (5, 0.656, 0.6)
    """
    found = read_sets(sets)
    twice = (found.cells >= 0).sum(axis=1) >= 2
    cells = found.cells[twice]
    row: dict[str, Any] = {"n_units": int(twice.sum())}
    if not len(cells):
        return row | _no_numbers("no unit was read by two coders")
    apart = set_distances(found.members, found.members, distance)
    blocks = agreement_blocks(sets.index[twice], groups)
    value, draw, chance, alike, pairs = _set_draws(cells, apart, blocks, draws, seed)
    ends = limits(
        value, draw, perfect=bool(alike.all()), chance=chance, blocks=blocks.number, floor=floor
    )
    reason = "no variation: all sets are equal" if np.isnan(value) else ends.reason
    row |= {"alpha": value, "low": ends.low, "high": ends.high, "p_below": ends.p_below}
    return row | {
        "simple": float(alike.mean()), "holsti": pairs, "reason": reason, "drawn": blocks.kind,
    }  # fmt: skip


def _no_numbers(reason: str) -> dict[str, Any]:
    names = ("alpha", "low", "high", "p_below", "simple", "holsti")
    return dict.fromkeys(names, np.nan) | {"reason": reason, "drawn": ""}


def _set_draws(
    cells: Ints, apart: Floats, blocks: Blocks, draws: int, seed: int
) -> tuple[float, Floats, float, Bools, float]:
    """Alpha as it is, of each draw, expected distance, which units are alike, share of pairs."""
    given = cells >= 0
    readers = given.sum(axis=1)
    observed, same, total = np.zeros(len(cells)), np.zeros(len(cells)), readers * (readers - 1) / 2
    for one, two in combinations(range(cells.shape[1]), 2):
        both = np.flatnonzero(given[:, one] & given[:, two])
        first, second = cells[both, one], cells[both, two]
        observed[both] += 2 * apart[first, second] / (readers[both] - 1)
        same[both] += first == second
    unit, coder = np.nonzero(given)
    reading = cells[unit, coder]
    counts = np.bincount(reading, minlength=len(apart)).astype(float)
    n = float(len(reading))
    expected = float(counts @ apart @ counts)
    value = 1 - (n - 1) * observed.sum() / expected if expected > 0 else np.nan
    draw = _drawn_set_alphas(
        by_block(blocks, observed), by_block(blocks, readers), (blocks.block[unit], reading),
        apart, counts, blocks, draws, seed,
    )  # fmt: skip
    chance = expected / (n * (n - 1))
    return float(value), draw, chance, same == total, float(same.sum() / total.sum())


def _drawn_set_alphas(
    observed: Floats,
    size: Floats,
    readings: tuple[Ints, Ints],
    apart: Floats,
    counts: Floats,
    blocks: Blocks,
    draws: int,
    seed: int,
) -> Floats:
    """Alpha of sets of each draw of blocks."""
    few = len(apart) <= MANY_SETS
    if few:
        held = np.zeros((blocks.number, len(apart)))
        np.add.at(held, readings, 1.0)
    else:
        towards = np.zeros(blocks.number)
        np.add.at(towards, readings[0], (apart @ counts)[readings[1]])
        whole = float(counts @ apart @ counts)
    parts = []
    for weights in drawn_weights(blocks, draws, seed):
        n = weights @ size
        if few:
            drawn = weights @ held
            expected = ((drawn @ apart) * drawn).sum(axis=1)
        else:
            expected = 2 * (weights @ towards) - whole
        known = expected > 0
        ratio = np.divide((n - 1) * (weights @ observed), expected, out=n.copy(), where=known)
        parts.append(np.where(known, 1 - ratio, np.nan))
    return np.concatenate(parts) if parts else np.zeros(0)


def set_twin(
    sets: pd.DataFrame,
    distances: Collection[str] = DISTANCES,
    *,
    tosses: int = TOSSES,
    seed: int,
) -> pd.DataFrame:
    """What do coders with the same habits reach as sets, by tossing coins?

    Question: how much agreement of sets comes from habits alone?

    Parameters
    ----------
    sets : DataFrame, units x coders, as from :func:`code_sets`
    distances : collection of "masi", "jaccard"
    tosses, seed : int

    Returns
    -------
    DataFrame, one row a toss: one column a distance (alpha), simple, holsti.

    Notes
    -----
    Each coder gives each code to each unit read with the share of units that had it from this
    coder. Expected disagreement is worked out from at most 1,000 of the tossed readings.

    Examples
    --------
    >>> sets = pd.DataFrame({"a": ["x", "y", "x;y", ""] * 10, "b": ["x", "y", "x;y", ""] * 10})
    >>> bool(abs(set_twin(sets, tosses=50, seed=1)["masi"].mean()) < 0.05)
    True
    """
    found = read_sets(sets)
    cells = found.cells[:, _coder_order(found)]
    cells = cells[(cells >= 0).sum(axis=1) >= 1]
    shares = _yes_shares(cells, found.members)
    cells = cells[(cells >= 0).sum(axis=1) >= 2]
    columns = [*distances, "simple", "holsti"]
    if not len(cells) or not found.codes:
        return pd.DataFrame(np.full((tosses, len(columns)), np.nan), columns=columns)
    generator = stream(seed, "noise twin, sets")
    number = min(tosses, tosses_within(tosses, cells.size * len(found.codes), 4 * 10**8))
    rows = [_tossed_sets(generator, cells >= 0, shares, list(distances)) for _ in range(number)]
    return pd.DataFrame(rows, columns=columns)


def _coder_order(found: Sets) -> Ints:
    """Coders in an order that does not know their names: by their sets, unit by unit."""
    return np.lexsort(found.cells[::-1])


def _yes_shares(cells: Ints, members: Bools) -> Floats:
    """Share of the units read that got each code, coders x codes."""
    return np.stack(
        [members[column[column >= 0]].sum(axis=0) / max(1, (column >= 0).sum())
         for column in cells.T]
    )  # fmt: skip


def _tossed_sets(
    generator: np.random.Generator, read: Bools, shares: Floats, distances: list[str]
) -> list[float]:
    """Alphas of one toss by distance, then simple agreement and Holsti's coefficient."""
    units, coders = read.shape
    tossed = generator.random((units, coders, shares.shape[1])) < shares[None]
    readers = read.sum(axis=1)
    every = tossed[read]
    some = every
    if len(every) > READINGS:
        some = every[generator.choice(len(every), READINGS, replace=False)]
    size = tossed.sum(axis=2)
    observed = np.zeros(len(distances))
    same, total = np.zeros(units), readers * (readers - 1) / 2
    for one, two in combinations(range(coders), 2):
        both = read[:, one] & read[:, two]
        shared = (tossed[both, one] & tossed[both, two]).sum(axis=1)
        first, second = size[both, one], size[both, two]
        same[both] += (shared == first) & (shared == second)
        for place, name in enumerate(distances):
            apart = _apart(shared, first, second, name)
            observed[place] += float((2 * apart / (readers[both] - 1)).sum())
    expected = _mean_distances(some, distances)
    known = expected > 0
    ratio = np.divide(observed / len(every), expected, out=expected.copy(), where=known)
    alphas = np.where(known, 1 - ratio, np.nan)
    return [*alphas.tolist(), float((same == total).mean()), float(same.sum() / total.sum())]


def _mean_distances(sets: Bools, distances: list[str]) -> Floats:
    """Mean distance of all pairs of different readings, from the distinct sets among them."""
    packed = np.ascontiguousarray(np.packbits(sets, axis=1))
    keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, often = np.unique(keys, return_index=True, return_counts=True)
    found = sets[first]
    size = found.sum(axis=1)
    shared = (found.astype(np.float32) @ found.astype(np.float32).T).astype(np.int64)
    base = int(size.max(initial=0)) + 1
    number = np.arange(base)
    overlap, one, other = np.broadcast_arrays(number[:, None, None], number[:, None], number)
    pairs = len(sets) * (len(sets) - 1)
    means = []
    for name in distances:
        with np.errstate(divide="ignore", invalid="ignore"):
            table = _apart(overlap, one, other, name)  # impossible overlaps are never asked for
        apart = table[shared, size[:, None], size[None, :]]
        means.append(float(often @ apart @ often) / pairs)
    return np.array(means)


def presence(sets: pd.DataFrame, code: str) -> pd.DataFrame:
    """Did each reader give a code to each unit? "yes", "no", None where not read.

    Question: was the code given?

    Examples
    --------
    >>> presence(pd.DataFrame({"a": ["x;y", ""], "b": ["y", None]}), "x").values.tolist()
    [['yes', 'no'], ['no', None]]
    """
    found = read_sets(sets)
    held = (
        found.members[:, found.codes.index(code)]
        if code in found.codes
        else np.zeros(len(found.members), dtype=bool)
    )
    words = np.array([*("yes" if given else "no" for given in held), None], dtype=object)
    return pd.DataFrame(words[found.cells], sets.index, sets.columns, dtype=object)


class Presence(NamedTuple):
    """How many readers gave each code to each unit (units x codes), and how many read it."""

    yes: Ints
    readers: Ints
    codes: list[str]
    units: pd.Index


def presence_counts(sets: pd.DataFrame) -> Presence:
    """Count the readers who gave each code to each unit, for units read twice or more.

    Question: how many of the readers of a unit saw each code?

    Examples
    --------
    >>> presence_counts(pd.DataFrame({"a": ["x;y", ""], "b": ["y", None]})).yes.tolist()
    [[1, 2]]
    """
    found = read_sets(sets)
    twice = (found.cells >= 0).sum(axis=1) >= 2
    cells = found.cells[twice]
    members = np.vstack([found.members, np.zeros((1, len(found.codes)), dtype=bool)])
    yes = np.zeros((len(cells), len(found.codes)), dtype=np.int64)
    for column in cells.T:  # the last row, which -1 picks, is of no code
        yes += members[column]
    return Presence(yes, (cells >= 0).sum(axis=1), found.codes, sets.index[twice])


def presence_alphas(counts: Presence, blocks: Blocks, draws: int, seed: int) -> Floats:
    """Alpha of each code, present or absent: as it is (first row), then of each draw.

    Question: how would the alpha of each code move with other blocks of the same kind?

    Returns
    -------
    array, (1 + draws) x codes; NaN where a code has no variation.

    Notes
    -----
    For two values alpha is ``1 - (n - 1) Do / (2 y (n - y))`` with y of n readings "yes" and Do
    the sum over units of ``2 y_u (m_u - y_u) / (m_u - 1)`` (Krippendorff 2011, section B).

    Examples
    --------
    >>> counts = presence_counts(pd.DataFrame({"a": ["x", "x", ""], "b": ["x", "", ""]}))
    >>> presence_alphas(counts, agreement_blocks(counts.units), 0, 1).round(3).tolist()
    [[0.444]]
    """
    readers = counts.readers.astype(float)[:, None]
    apart = by_block(blocks, 2 * counts.yes * (readers - counts.yes) / (readers - 1))
    yes, size = by_block(blocks, counts.yes), by_block(blocks, counts.readers)
    parts = []
    for weights in (np.ones((1, blocks.number)), *drawn_weights(blocks, draws, seed)):
        given, n = weights @ yes, (weights @ size)[:, None]
        expected = 2 * given * (n - given)
        known = expected > 0
        ratio = np.divide((n - 1) * (weights @ apart), expected, out=given.copy(), where=known)
        parts.append(np.where(known, 1 - ratio, np.nan))
    return np.concatenate(parts)


def presence_limits(counts: Presence, blocks: Blocks, draws: Floats, floor: float) -> list[Limits]:
    """The interval of the alpha of each code.

    Question: between which values may the alpha of each code lie?

    Parameters
    ----------
    counts : Presence
    blocks : Blocks
    draws : array from :func:`presence_alphas`
    floor : float

    Returns
    -------
    list of Limits, one a code
    """
    n = float(counts.readers.sum())
    found = []
    for place in range(len(counts.codes)):
        yes = counts.yes[:, place]
        chance = 2 * yes.sum() * (n - yes.sum()) / (n * (n - 1))
        perfect = bool(((yes == 0) | (yes == counts.readers)).all())
        found.append(
            limits(
                float(draws[0, place]), draws[1:, place], perfect=perfect, chance=float(chance),
                blocks=blocks.number, floor=floor,
            )
        )  # fmt: skip
    return found
