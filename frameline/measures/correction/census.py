"""What the machine says of every item, counted where the claims lie, and of the gold ones by name.

An item (a document, or a sentence of a text) has a code where the machine found a claim of it.
An engine or memory adds up over all items; only sums per stratum and the rows of gold items come
out, so that millions of items cost one pass and no room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.correction.cell import Cell
from frameline.measures.correction.powered import Claims
from frameline.measures.large.lazy import collected, lazy
from frameline.measures.resampling import Floats

CODE, DIRECTION = "frame", "valence"
"""Columns of claims."""

_YES = 2
"""The class of a yes among machine values, see `frameline.measures.correction.cell.class_of`."""


@dataclass(frozen=True)
class Census:
    """Sums over all items, and the machine's findings in gold ones.

    Attributes
    ----------
    sizes : Series, stratum -> items
    yes : DataFrame, strata x codes
        Items of the stratum with the code.
    signed : DataFrame, strata x [net, both]
        Binding less dividing findings, and both together; a finding is a code with a direction,
        counted once an item. Zero where claims have no direction.
    found : DataFrame [item, code, sign]
        What the machine found in gold items; sign is 0 without a direction.
    """

    sizes: pd.Series
    yes: pd.DataFrame
    signed: pd.DataFrame
    found: pd.DataFrame


def census(
    claims: Any, items: Any, gold: Iterable[Any], codes: Sequence[str],
    signs: Mapping[str, float] | None = None, *, key: str = "doc_id", code: str = CODE,
    direction: str = DIRECTION,
) -> Census:  # fmt: skip
    """Count in how many items of each stratum the machine found each code.

    Parameters
    ----------
    claims : table with `key`, `code` and, with `signs`, `direction`
        In memory, or as an engine reads it.
    items : table with `key` (each once) and stratum
    gold : ids of the items that people coded
    codes : codes counted; others are not
    signs : mapping of direction to 1, -1 or 0, optional
    key : str
        Column of the items: doc_id, or unit_id.

    Returns
    -------
    Census

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a", "a", "b"], "frame": ["X", "X", "Y"]})
    >>> items = pd.DataFrame({"doc_id": ["a", "b", "c"], "stratum": ["1", "1", "2"]})
    >>> found = census(claims, items, ["b"], ["X", "Y"])
    >>> found.yes.loc["1"].tolist(), found.sizes.to_dict()
    ([1, 1], {'1': 2, '2': 1})
    """
    places = lazy(items).select(key, nw.col("stratum").fill_null(""))
    wanted: list[Any] = [key, nw.col(code).fill_null("").alias("code")]
    if signs:
        wanted.append(nw.col(direction).fill_null("").alias("direction"))
    claims_kept = lazy(claims).select(*wanted).filter(nw.col("code").is_in(list(codes)))
    sizes = collected(places.group_by("stratum").agg(nw.len().alias("n")), ["stratum"], ["n"])
    ways = [way for way, sign in (signs or {}).items() if sign]
    counts = _counts(claims_kept, places, key, ways)
    order = pd.Index(sizes["stratum"], name="stratum")
    yes = _yes(counts, order, codes)
    ids = list(gold)
    mine = lazy(claims_kept).filter(nw.col(key).is_in(ids)).unique()
    rows = mine.collect(backend="pandas").to_pandas() if ids else pd.DataFrame(columns=[key])
    return Census(
        sizes.set_index("stratum")["n"], yes, _signed(counts, order, ways, signs or {}),
        _found(rows, key, signs or {}),
    )  # fmt: skip


def _counts(claims: nw.LazyFrame, places: nw.LazyFrame, key: str, ways: list[str]) -> pd.DataFrame:
    """Items of each stratum by code, and how many of these have each direction for it.

    One pass over the claims: a row an item and code with a flag for each direction, then rows and
    flags added up.
    """
    names = [f"way_{number}" for number in range(len(ways))]
    flags = [
        (nw.col("direction") == way).cast(nw.Int64).alias(name)
        for way, name in zip(ways, names, strict=True)
    ]
    flagged = claims.select(key, "code", *flags, nw.lit(1, dtype=nw.Int64).alias("held"))
    each = flagged.group_by(key, "code").agg(*(nw.col(name).max() for name in ("held", *names)))
    counted = (
        each.join(places, on=key, how="inner")
        .group_by("stratum", "code")
        .agg(*(nw.col(name).sum() for name in ("held", *names)))
    )
    return collected(counted, ["stratum", "code"], ["held", *names])


def _yes(counts: pd.DataFrame, order: pd.Index, codes: Sequence[str]) -> pd.DataFrame:
    table = counts.pivot_table(
        index="stratum", columns="code", values="held", aggfunc="sum", fill_value=0
    )
    return table.reindex(index=order, columns=list(codes), fill_value=0).astype("int64")


def _signed(
    counts: pd.DataFrame, order: pd.Index, ways: Sequence[str], signs: Mapping[str, float]
) -> pd.DataFrame:
    table = pd.DataFrame(0.0, index=order, columns=["net", "both"])
    for number, way in enumerate(ways):
        held = counts.groupby("stratum")[f"way_{number}"].sum().reindex(order, fill_value=0)
        table["net"] += signs[way] * held
        table["both"] += abs(signs[way]) * held
    return table


def _found(rows: pd.DataFrame, key: str, signs: Mapping[str, float]) -> pd.DataFrame:
    if rows.empty:
        return pd.DataFrame({"item": pd.Series(dtype="str"), "code": pd.Series(dtype="str"),
                             "sign": pd.Series(dtype="float64")})  # fmt: skip
    sign = rows["direction"].map(signs).fillna(0.0) if "direction" in rows else 0.0
    found = pd.DataFrame({"item": rows[key].astype("str"), "code": rows["code"], "sign": sign})
    return found.sort_values(["item", "code", "sign"], ignore_index=True)


@dataclass(frozen=True)
class Gold:
    """What people say of the items they coded.

    Attributes
    ----------
    items : DataFrame [item, stratum], one row per gold item
    answers : DataFrame [coder, item, code, yes, net, both]
        yes: 0 or 1; net: binding less dividing directions of the answer; both: how many of these.
    """

    items: pd.DataFrame
    answers: pd.DataFrame

    def share(self, code: str) -> Floats:
        """Share of the people of each gold item who say that it has the code."""
        mine = self.answers[self.answers["code"] == code]
        means = mine.groupby("item")["yes"].mean()
        found: Floats = means.reindex(self.items["item"]).fillna(0.0).to_numpy(dtype=float)
        return found

    def sums(self, column: str) -> Floats:
        """Net, or both, over all codes of each gold item: the mean over its coders."""
        each = self.answers.groupby(["item", "coder"])[column].sum()
        means = each.groupby("item").mean()
        found: Floats = means.reindex(self.items["item"]).fillna(0.0).to_numpy(dtype=float)
        return found


def of_code(counted: Census, gold: Gold, code: str, strata: Sequence[str]) -> Cell:
    """Make the cell of one code: the strata named, and the gold items in them.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": ["a", "b"], "frame": ["X", "X"]})
    >>> items = pd.DataFrame({"doc_id": list("abcd"), "stratum": "s"})
    >>> answers = pd.DataFrame([("p", "a", "X", 1), ("p", "c", "X", 1)],
    ...                        columns=["coder", "item", "code", "yes"])
    >>> gold = Gold(pd.DataFrame({"item": ["a", "c"], "stratum": "s"}), answers)
    >>> cell = of_code(census(claims, items, ["a", "c"], ["X"]), gold, "X", ["s"])
    >>> cell.raw, cell.gold.tolist(), cell.machine.tolist()
    (0.5, [1.0, 1.0], [1.0, 0.0])
    """
    kept, home = _kept(gold, strata)
    yes = counted.yes.loc[list(strata), code].to_numpy(dtype=float)
    total = counted.sizes.loc[list(strata)].to_numpy(dtype=float)
    with_code = set(counted.found.loc[counted.found["code"] == code, "item"])
    machine = gold.items["item"].isin(with_code).to_numpy()[kept].astype(float)
    sizes = np.column_stack([total - yes, np.zeros(len(total)), yes])
    return Cell(
        sizes, yes / total, gold.share(code)[kept], machine, home,
        np.where(machine > 0, _YES, 0), tuple(strata),
    )  # fmt: skip


def of_directions(counted: Census, gold: Gold, strata: Sequence[str]) -> Claims:
    """Make the cell of the net balance: binding less dividing findings over both."""
    kept, home = _kept(gold, strata)
    total = counted.sizes.loc[list(strata)].to_numpy(dtype=float)
    signed = counted.signed.loc[list(strata)]
    sign = counted.found["sign"]
    sums = pd.DataFrame({"net": sign, "both": sign.abs()}).groupby(counted.found["item"]).sum()
    machine = sums.reindex(gold.items["item"]).fillna(0.0).to_numpy(dtype=float)[kept]
    sizes = np.column_stack([total, np.zeros(len(total)), np.zeros(len(total))])
    cell = Cell(
        sizes, signed["net"].to_numpy() / total, gold.sums("net")[kept], machine[:, 0], home,
        np.zeros(len(home), dtype=np.int64), tuple(strata),
    )  # fmt: skip
    return Claims(cell, gold.sums("both")[kept], machine[:, 1], signed["both"].to_numpy() / total)


def _kept(gold: Gold, strata: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Which gold items lie in these strata, and in which of them."""
    number = {name: place for place, name in enumerate(strata)}
    home = gold.items["stratum"].map(number)
    kept = home.notna().to_numpy()
    return kept, home[kept].to_numpy(dtype=np.int64)
