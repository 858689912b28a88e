"""What is checked: documents, or the sentences of a few texts; in which cells and strata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pandas as pd

from frameline.corpus.audit import DOCUMENT, SENTENCE
from frameline.exhibits.study import Study
from frameline.measures.correction.rules import ENOUGH
from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.periods import named, periods
from frameline.measures.large.tallies import dated, documents_by

PERIOD, TEXT, WHOLE = "period", "text", ""
"""What cells can be besides a column of documents: periods, texts, one cell."""

PERIODS = 4
"""Periods at most."""

DOUBT, CODE = "doubt", "code:"
"""How a cell can be split into strata: where coders disagree; by one code of the machine."""


@dataclass(frozen=True)
class Scheme:
    """What an item is, what the cells are, how they are split.

    Attributes
    ----------
    item : str
        "document" or "sentence".
    by : str
        "period", "text", a column of documents, or "" for one cell.
    split : str
        "", "doubt" or "code:<name>".
    """

    item: str = DOCUMENT
    by: str = WHOLE
    split: str = ""

    @property
    def key(self) -> str:
        """The column of the items."""
        return "doc_id" if self.item == DOCUMENT else "unit_id"


def usual_scheme(texts: Study) -> Scheme:
    """Sentences within each of a few texts that have them, else documents by period."""
    documents = texts.corpus.size("documents")
    if texts.in_memory and len(texts.units) and documents < ENOUGH:
        return Scheme(SENTENCE, TEXT)
    return Scheme(DOCUMENT, PERIOD if _cells_of_periods(texts) else WHOLE)


def _cells_of_periods(texts: Study) -> dict[str, str]:
    return named(periods(documents_by(texts.documents)["when"], most=PERIODS))


@dataclass(frozen=True)
class Items:
    """All items of a corpus, each with the raw stratum in which an engine counts it.

    Attributes
    ----------
    table : table [key, stratum]
    cells : mapping of raw stratum to its cell
        In the order in which cells are shown.
    strata : mapping of raw stratum to stratum of the draw
    """

    table: Any
    cells: dict[str, str]
    strata: dict[str, str]


def find_items(texts: Study, scheme: Scheme) -> Items:
    """The items of a corpus under a scheme.

    Raises
    ------
    ValueError
        For a column that documents do not have, or a split that a corpus of Parquet files cannot
        be given.
    """
    if scheme.split and not texts.in_memory:
        raise ValueError("strata within a cell need tables in memory; leave --split out")
    if not texts.in_memory:
        return _counted(texts, scheme)
    table = texts.units if scheme.item == SENTENCE else texts.documents
    homes = pd.DataFrame({scheme.key: table[scheme.key], "doc_id": table["doc_id"]})
    homes["cell"] = homes["doc_id"].map(_cells(texts, scheme)).fillna("")
    parts = _parts(texts, scheme, homes)
    homes["stratum"] = [f"{c} / {p}" if p else c for c, p in zip(homes["cell"], parts, strict=True)]
    order = sorted(set(homes["cell"])) if scheme.by != TEXT else list(dict.fromkeys(homes["cell"]))
    known = dict(zip(homes["stratum"], homes["cell"], strict=True))
    ranked = sorted(known, key=lambda stratum: (order.index(known[stratum]), stratum))
    cells = {stratum: known[stratum] for stratum in ranked}
    return Items(homes, cells, {stratum: stratum for stratum in cells})


def _cells(texts: Study, scheme: Scheme) -> dict[str, str]:
    """Document to its cell."""
    documents = texts.documents
    if scheme.by == WHOLE:
        return dict.fromkeys(documents["doc_id"], "")
    if scheme.by == TEXT:
        return {doc: doc for doc in documents["doc_id"]}
    if scheme.by == PERIOD:
        when = dated(documents[["doc_id", "published"]]).collect().to_pandas()
        names = _cells_of_periods(texts)
        return {d: names.get(w, "") for d, w in zip(when["doc_id"], when["when"], strict=True)}
    if scheme.by not in documents.columns:
        raise ValueError(f"documents have no column {scheme.by!r}; allowed: period, text, "
                         f"{', '.join(map(str, documents.columns))}")  # fmt: skip
    return dict(zip(documents["doc_id"], documents[scheme.by].astype("str"), strict=True))


def _parts(texts: Study, scheme: Scheme, homes: pd.DataFrame) -> pd.Series:
    """The part of its cell that each item is in; blank where cells are not split."""
    ids = homes[scheme.key]
    if scheme.split.startswith(CODE):
        code = scheme.split.removeprefix(CODE)
        if code not in texts.codebook.role("frame").order:
            raise ValueError(f"no code {code!r}; allowed: "
                             f"{', '.join(texts.codebook.role('frame').order)}")  # fmt: skip
        claims = machine_claims(texts)
        held = set(claims.loc[claims["frame"] == code, scheme.key])
        return ids.map(lambda item: "yes" if item in held else "no")
    if scheme.split == DOUBT:
        return ids.map(lambda item: "doubt" if item in _doubted(texts, scheme.key) else "clear")
    return pd.Series("", index=homes.index)


def _doubted(texts: Study, key: str) -> set[str]:
    """Items in which coders found different codes."""
    memo = texts.memo.setdefault(("doubted", key), set())
    if memo or not texts.codings:
        return set(memo)
    found = [
        texts.corpus.layer("claims", coding=coder).groupby(key)["frame"].agg(frozenset)
        for coder in texts.codings
    ]
    table = pd.concat(found, axis=1)
    memo |= set(table.index[[len(set(row)) > 1 for row in table.to_numpy()]])
    return set(memo)


def _counted(texts: Study, scheme: Scheme) -> Items:
    """Documents that an engine counts: by year, which are put into periods afterwards."""
    documents = lazy(texts.documents)
    if scheme.by == PERIOD:
        names = _cells_of_periods(texts)
        table = dated(texts.documents).select("doc_id", nw.col("when").alias("stratum"))
        cells = {when: names.get(when, "") for when in ["", *names]}
    elif scheme.by == WHOLE:
        table = documents.select("doc_id", nw.lit("").alias("stratum"))
        cells = {"": ""}
    else:
        if scheme.by not in documents.collect_schema().names():
            raise ValueError(f"documents have no column {scheme.by!r}; allowed: period")
        column = nw.col(scheme.by).cast(nw.String).fill_null("")
        table = documents.select("doc_id", column.alias("stratum"))
        found = collected(table.group_by("stratum").agg(nw.len().alias("n")), ["stratum"], ["n"])
        cells = {name: name for name in found["stratum"]}
    return Items(table, cells, cells)


def machine_claims(texts: Study) -> Any:
    """The claims that count, a row for each code of a claim with several."""
    claims = texts.claims
    roles = [role for role in ("frame", "valence") if role in texts.present("frame", "valence")]
    if not texts.in_memory:
        return claims
    kept = claims[["doc_id", "unit_id", *roles]].copy()
    kept["frame"] = kept["frame"].astype("str").str.split(";")
    rows = kept.explode("frame", ignore_index=True)
    return rows.assign(frame=rows["frame"].str.strip())


def signs_of(texts: Study) -> dict[str, float]:
    """Direction to its sign; empty where claims have none."""
    if "valence" not in texts.present("valence"):
        return {}
    signs = texts.codebook.role("valence").flag("sign")
    return {code: float(sign) for code, sign in signs.items() if sign is not None}


def name_of_cell(texts: Study, cell: str, by: str) -> str:
    """What a cell is called: the name of a text, a period, all."""
    if by == TEXT:
        return str(texts.names.get(cell, cell))
    return cell or texts.word("all-documents")
