"""From rows of codes to what coders can be compared on: what each gave each claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.noise_twin import ABSENT

#: How a corpus may be coded; `frameline.corpus.readings.design_of` tells it from the rows.
ONE_CODE, CLAIMS, SETS = DESIGNS = ("one code", "claims", "sets")


def coded_variables(rows: pd.DataFrame, roles: Mapping[str, str]) -> pd.DataFrame:
    """Which variables did anyone code, and which of them have no role in the report?

    Question: what is there to be measured, whether a chapter asks for it or not?

    Parameters
    ----------
    rows : DataFrame
        One row a claim of a coder.
    roles : mapping of column to role, "" for none; in the order wanted
        The variables of the codebook that have codes.

    Returns
    -------
    DataFrame [variable, role, readings], the variables that have a code in any row.

    Examples
    --------
    >>> rows = pd.DataFrame({"frame": ["x", "y"], "tone": ["warm", ""], "note": ["", ""]})
    >>> coded_variables(rows, {"frame": "frame", "tone": "", "note": ""}).values.tolist()
    [['frame', 'frame', 2], ['tone', '', 1]]
    """
    found = [
        (name, role, int((rows[name].fillna("").astype("str") != "").sum()))
        for name, role in roles.items()
        if name in rows.columns
    ]
    table = pd.DataFrame(found, columns=["variable", "role", "readings"])
    return table[table["readings"] > 0].reset_index(drop=True)


def aligned_codes(
    rows: pd.DataFrame, variable: str, *, claim: str = "claim_id", coder: str = "coder"
) -> pd.DataFrame:
    """Lay rows out as a table of one code a cell: claims in rows, coders in columns.

    Question: which code did each coder give each claim?

    Parameters
    ----------
    rows : DataFrame [claim, coder, variable]
        Each claim once a coder.

    Returns
    -------
    DataFrame of text; claims and coders in alphabetical order;
    None where a coder holds no such claim, "" where the coder left the variable blank.

    Raises
    ------
    ValueError
        Where a coder has a claim twice.

    Examples
    --------
    >>> rows = pd.DataFrame({"claim_id": ["1", "1", "2"], "coder": list("bab"), "v": list("xyz")})
    >>> aligned_codes(rows, "v").values.tolist()
    [['y', 'x'], [None, 'z']]
    """
    return next(all_aligned(rows, [variable], claim=claim, coder=coder))


def all_aligned(
    rows: pd.DataFrame, variables: Sequence[str], *, claim: str = "claim_id", coder: str = "coder"
) -> Iterator[pd.DataFrame]:
    """Lay several variables out as `aligned_codes` does, with claims and coders found once.

    Question: which codes did each coder give each claim?

    Examples
    --------
    >>> rows = pd.DataFrame({"claim_id": ["1", "1"], "coder": list("ba"), "v": list("xy"),
    ...                      "w": ["p", ""]})
    >>> [table.values.tolist() for table in all_aligned(rows, ["v", "w"])]
    [[['y', 'x']], [['', 'p']]]
    """
    if rows.duplicated([claim, coder]).any():
        raise ValueError(f"a coder has one {claim} twice: match the claims by place first")
    place, claims = pd.factorize(rows[claim].astype(object), sort=True)
    column, coders = pd.factorize(rows[coder].astype(object), sort=True)
    index = pd.Index(claims, name=claim, dtype=object)
    for variable in variables:
        cells = np.full((len(claims), len(coders)), None, dtype=object)
        codes = rows[variable]
        given = codes.notna().to_numpy()
        text = codes if codes.dtype == "str" else codes.astype("str")
        cells[place, column] = np.where(given, text.to_numpy(dtype=object), "")
        yield pd.DataFrame(cells, index, list(coders), dtype=object)


def with_absence(
    aligned: pd.DataFrame, units: Sequence[Any], read: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Write what a coder lacks as a code of its own, where the coder read the unit.

    Question: which claims did a coder not see?

    Parameters
    ----------
    aligned : DataFrame, claims x coders
        None where a coder holds no such claim.
    units : sequence, one a claim
    read : DataFrame of bool, units x coders, optional
        Who read which unit; all coders all units when not given.

    Returns
    -------
    DataFrame of the same shape, without the claims that nobody gave a code: "(absent)" where a
    coder who read the unit lacks the claim.

    Examples
    --------
    >>> with_absence(pd.DataFrame({"a": ["x", None], "b": ["x", "y"]}), ["s", "s"]).values.tolist()
    [['x', 'x'], ['(absent)', 'y']]
    """
    cells = aligned.to_numpy(dtype=object, copy=True)
    lacking = pd.isna(cells)
    cells[lacking] = None
    coded = (~lacking & (cells != "")).any(axis=1)
    if read is not None:
        seen = read.reindex(index=list(units), columns=aligned.columns, fill_value=False)
        lacking &= seen.to_numpy(dtype=bool)
    cells[lacking] = ABSENT
    return pd.DataFrame(cells, aligned.index, aligned.columns, dtype=object)[coded]


def units_with_examples(
    examples: pd.DataFrame, units: pd.DataFrame, anchors: pd.DataFrame | None = None
) -> set[str]:
    """Find the units that hold an example of the codebook.

    Question: where did coders only have to follow the codebook's own example?

    Parameters
    ----------
    examples : DataFrame [example, example_place]
        Place as in the codebook: "document P03 s2", or "document P03".
    units : DataFrame [unit_id, doc_id, para_id, sentence]
    anchors : DataFrame [unit_id, anchor], optional
        Phrases cut from units: where one of a paragraph holds an example, or lies in it, only
        its sentence is named.

    Returns
    -------
    set of unit ids; the whole paragraph where its sentence is not known.

    Examples
    --------
    >>> units = pd.DataFrame({"unit_id": ["t.P1.s1", "t.P1.s2"], "doc_id": "t", "para_id": "P1",
    ...                       "sentence": [1, 2]})
    >>> sorted(units_with_examples(pd.DataFrame({"example": ["x"], "example_place": ["t P1 s2"]}),
    ...                            units))
    ['t.P1.s2']
    """
    found: set[str] = set()
    by_place: dict[tuple[str, str], list[tuple[str, str]]] = {}
    columns = (units[name].astype("str") for name in ("doc_id", "para_id", "sentence", "unit_id"))
    for doc, para, sentence, unit in zip(*columns, strict=True):
        by_place.setdefault((doc, para), []).append((f"s{sentence}", unit))
    phrases: dict[str, list[str]] = {}
    if anchors is not None:
        for unit, anchor in zip(anchors["unit_id"], anchors["anchor"], strict=True):
            phrases.setdefault(unit, []).append(_plain(anchor))
    for example, place in zip(examples["example"], examples["example_place"], strict=True):
        doc, para, sentence = (*str(place).split(), "", "", "")[:3]
        here = by_place.get((doc, para), [])
        named = [unit for mark, unit in here if mark == sentence]
        wanted = _plain(example)
        said = [unit for _, unit in here if any(_within(wanted, p) for p in phrases.get(unit, ()))]
        found.update(named or said or [unit for _, unit in here])
    return found


def _plain(text: Any) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in str(text).casefold()).split())


def _within(one: str, other: str) -> bool:
    """Whether one phrase lies in the other."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
