"""From several coders to one coding: which claims are one, and which code each of them has.

Claims of different coders are one claim where the data say so, else by where they stand alone. Then
most readings decide, a tie goes to the better kind of coder, and what is still tied stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from frameline.corpus.codebook import Codebook
from frameline.corpus.final_codes import BY_KIND, OPEN, RANK, count_ties, final_codes
from frameline.corpus.matching import match_by_place
from frameline.corpus.readings import CLAIMS, SETS, design_of

#: What stands for a variable that a coder left blank, and for a claim that a coder holds or lacks.
_BLANK, _HELD, _LACKING = "(blank)", "held", "lacking"
#: How the ties of a coding are told: one row a variable, and one for whether claims are held.
TIES = ("layer", "variable", "agreed", "majority", "kind", "open")
_FINAL = ""  # no coder's name

Tables = Mapping[str, pd.DataFrame]


class Rows(NamedTuple):
    """What a row of a layer is called and where it stands."""

    layer: str
    key: str
    phrase: str
    unit: str = "unit_id"
    forced: bool = True


def how_coded(codings: Tables, unit: str) -> str:
    """What can be compared between the coders of these rows: see `design_of`."""
    rows = [table.assign(coder=coder) for coder, table in codings.items()]
    return design_of(pd.concat(rows, ignore_index=True), unit=unit) if rows else CLAIMS


def give_names(
    codings: Tables, final: pd.DataFrame | None, rows: Rows, *, code: str, design: str, given: bool
) -> dict[str, pd.DataFrame]:
    """Give every coder's rows the ids of the final ones that they are taken to be.

    Parameters
    ----------
    codings
        Coder to table, in reading order.
    final
        The final rows with their ids, if there are any.
    rows
        How the layer is laid out.
    code
        The column that tells codes without places apart (the frame).
    design
        See `frameline.corpus.readings.design_of`.
    given
        Whether the coders' tables say themselves which row is which.

    Returns
    -------
    dict
        Coder to table. A row that is no final one is "<unit>.x1", "x2", ... of its unit; without
        final rows all are "<unit>.c1", ... (or with the letter of the layer).
    """
    if given and _agree(codings, final, rows):
        return dict(codings)
    tables = dict(codings) if final is None else {_FINAL: final, **codings}
    names = (
        _by_code(tables, rows, code)
        if design == SETS
        else match_by_place(_places(tables, rows), unit=rows.unit, forced=rows.forced)
    )
    ids = _ids(names, final, rows)
    return {
        coder: table.assign(**{rows.key: names[coder].map(ids).astype("str")})
        for coder, table in codings.items()
    }


def _places(tables: Tables, rows: Rows) -> dict[str, pd.DataFrame]:
    """What says where a row stands: phrases within a sentence, else offsets too.

    Two coders who mark different words of one sentence may mean one claim; two who mark different
    words of a document do not.
    """
    found = {
        coder: table.rename(columns={rows.phrase: "anchor"}) for coder, table in tables.items()
    }
    phrased = all((table["anchor"].fillna("") != "").all() for table in found.values())
    if rows.layer == "claims" and rows.unit == "unit_id" and phrased:
        return {
            coder: table.drop(columns=["start", "end"], errors="ignore")
            for coder, table in found.items()
        }
    return found


def _agree(codings: Tables, final: pd.DataFrame | None, rows: Rows) -> bool:
    """Whether no id names two rows of one coder, or rows of two units."""
    tables = [*codings.values()] if final is None else [final, *codings.values()]
    if any(table[rows.key].duplicated().any() for table in tables):
        return False
    homes = pd.concat([table[[rows.key, rows.unit]] for table in tables]).drop_duplicates()
    return not homes[rows.key].duplicated().any()


def _by_code(tables: Tables, rows: Rows, code: str) -> dict[str, pd.Series]:
    """Names where several codes have no places: what is one is the code itself.

    Agreement on such rows is never taken over these names, but over the sets of codes.
    """
    parts = []
    for coder, table in tables.items():
        part = table[[rows.unit]].set_axis(["unit"], axis=1).assign(coder=coder, row=table.index)
        part["code"] = table[code].astype("str") if code in table.columns else ""
        parts.append(part)
    every = pd.concat(parts, ignore_index=True)
    every["again"] = every.groupby(["coder", "unit", "code"]).cumcount()
    kinds = every[["unit", "code", "again"]].drop_duplicates().sort_values(["code", "again"])
    kinds["number"] = kinds.groupby("unit").cumcount() + 1
    every = every.merge(kinds, on=["unit", "code", "again"], how="left")
    names = every["unit"].astype("str") + ".c" + every["number"].astype("str")
    return {
        coder: pd.Series(names[every["coder"] == coder].to_numpy(), tables[coder].index)
        for coder in tables
    }


def _ids(names: Mapping[str, pd.Series], final: pd.DataFrame | None, rows: Rows) -> dict[str, str]:
    """From the names of matching to ids: those of the final rows, and new ones for the rest."""
    letter = {"claims": "c", "labels": "l", "events": "e"}[rows.layer] if final is None else "x"
    known: dict[str, str] = {}
    if final is not None:
        known = dict(zip(names[_FINAL], final[rows.key], strict=True))
    found = {name for series in names.values() for name in series} - set(known)
    counted: dict[str, int] = {}
    for unit, _, name in sorted((*_parted(name), name) for name in found):
        counted[unit] = counted.get(unit, 0) + 1
        known[name] = f"{unit}.{letter}{counted[unit]}"
    return known


def _parted(name: str) -> tuple[str, int]:
    unit, _, number = name.rpartition(".c")
    return unit, int(number)


# One coding ----------------------------------------------------------------------------------


def settle(
    codings: Tables,
    coverage: Mapping[str, frozenset[str]],
    kinds: Mapping[str, str],
    codebook: Codebook,
    rows: Rows,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row for every claim that most coders of the document hold, coded as most have it.

    Parameters
    ----------
    codings
        Coder to table, with the ids of `give_names`.
    coverage
        The documents that each coder read.
    kinds
        The kind of each coder: gold, human, machine.
    codebook
        Its variables of the layer are decided.
    rows
        How the layer is laid out.

    Returns
    -------
    final
        What no majority and no kind of coder decides is left out (claims) or blank (codes).
    ties
        DataFrame with the columns `TIES`.
    """
    every = pd.concat(
        [table.assign(coder=coder) for coder, table in codings.items()], ignore_index=True
    )
    coders = list(codings)
    held = _wide(every, rows.key, coders, pd.Series(_HELD, every.index))
    homes = every.drop_duplicates(rows.key).set_index(rows.key)["doc_id"].loc[held.index]
    read = np.column_stack([homes.isin(coverage[coder]).to_numpy() for coder in coders])
    decided = final_codes(held.where(held.notna() | ~read, _LACKING), kinds)
    ties = [(rows.layer, "", decided)]
    kept = decided.index[decided["code"] == _HELD]
    final = _shown(every, kinds, rows.key).loc[kept]
    for variable in codebook.layer(rows.layer):
        if variable.name not in every.columns:
            continue
        mine = every[every["coder"].isin([c for c in coders if variable.name in codings[c]])]
        cells = mine[variable.name]
        codes = cells.astype("str").where(cells.notna() & (cells.astype("str") != ""), _BLANK)
        given = final_codes(_wide(mine, rows.key, coders, codes).reindex(kept), kinds)
        ties.append((rows.layer, variable.name, given))
        text = given["code"].replace(_BLANK, "")
        final[variable.name] = (
            text.astype("str")
            if cells.dtype == "str"
            else pd.to_numeric(text.where(text != "")).astype(cells.dtype)
        )
    if "agreement" in final.columns:
        final["agreement"] = held.loc[kept].notna().sum(axis=1).astype("Int64")
    counted = pd.DataFrame(
        [{"layer": layer, "variable": name} | count_ties(table) for layer, name, table in ties],
        columns=list(TIES),
    )
    return final.drop(columns=["coder", rows.key], errors="ignore").reset_index(), counted


def _wide(rows: pd.DataFrame, key: str, coders: Sequence[str], values: pd.Series) -> pd.DataFrame:
    """Claims in order of appearance in rows, coders in columns, None where there is none."""
    place, claims = pd.factorize(rows[key])
    column = rows["coder"].map({coder: number for number, coder in enumerate(coders)})
    cells = np.full((len(claims), len(coders)), None, dtype=object)
    cells[place, column.to_numpy(dtype=np.int64)] = values.to_numpy(dtype=object)
    return pd.DataFrame(cells, pd.Index(claims, name=key), list(coders), dtype=object)


def _shown(rows: pd.DataFrame, kinds: Mapping[str, str], key: str) -> pd.DataFrame:
    """Each claim's place and gist as one coder has them: of the best kind, never by a name."""
    rank = {kind: place for place, kind in enumerate((*RANK, ""))} | {"human": RANK.index("person")}
    by = [rows["coder"].map(lambda coder: rank.get(kinds.get(coder, ""), len(rank)))]
    by += [rows[name].fillna("").astype("str") for name in ("anchor", "literal", "name", "gist")
           if name in rows.columns]  # fmt: skip
    order = pd.concat(by, axis=1).set_axis(range(len(by)), axis=1)
    best = rows.loc[order.sort_values(list(order.columns), kind="stable").index]
    return best.drop_duplicates(key).set_index(key)


def told_of_ties(ties: pd.DataFrame, coders: int) -> str:
    """How a coding was made from several, in one or two sentences."""
    text = (
        f"There is no final coding: each claim has the code that most of the {coders} coders gave "
        f"it; a tie goes to the better kind of coder (gold, person, machine)."
    )
    claims = ties[ties["variable"] == ""]
    by_kind, claims_open = int(ties[BY_KIND].sum()), int(claims[OPEN].sum())
    codes_open = int(ties[OPEN].sum()) - claims_open
    if by_kind:
        text += f" {by_kind} {'tie was' if by_kind == 1 else 'ties were'} decided so."
    if claims_open or codes_open:
        text += (
            f" No name decides what is still tied: {claims_open} "
            f"{'claim' if claims_open == 1 else 'claims'} that as many coders hold as lack "
            f"{'is' if claims_open == 1 else 'are'} left out, and {codes_open} "
            f"{'code stays' if codes_open == 1 else 'codes stay'} open."
        )
    return text
