"""A corpus of Parquet files, counted where it lies: tables to count over, roles for columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd

from frameline.corpus.backends.engine.engines import AUTO, Engine, engine_for
from frameline.corpus.backends.engine.layout import read_layout
from frameline.corpus.codebook import Codebook
from frameline.corpus.fault import Fault, shown
from frameline.corpus.filter import FINAL, Filter, limits, unknown_coding, unknown_documents
from frameline.corpus.protocol import PLACES, Corpus, CorpusError, StepAside

_PLACES = ("claim_id", "doc_id", "unit_id", "claim", "start", "end", "anchor", "gist")
_SHOWN = ("frame", "valence", "voice")
#: Documents that are named one by one; ids that are searched for one like a mistyped one.
_FEW = 20_000


@dataclass(frozen=True, eq=False, repr=False)
class EngineCorpus(Corpus):
    """Tables of a corpus of Parquet files; made by `read_corpus`.

    What only a corpus in memory has (labels, events, alignment of single claims, ...) makes a
    chapter that asks for it step aside.

    Attributes
    ----------
    engine
        What counts.
    rows
        Table to number of rows.
    tables
        Table to rows as narwhals reads them, columns as in the files.
    """

    may_hold = ("claims", "claims.unit_id", "tokens", "coders")

    path: Path
    codebook: Codebook
    engine: Engine
    rows: Mapping[str, int]
    tables: Mapping[str, nw.LazyFrame]
    coding: str = FINAL
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    _seen: dict[tuple[str, str, str], bool] = field(default_factory=dict, init=False)

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}; {self.engine.name})"

    def __getattr__(self, name: str) -> Any:
        """Step aside from what only a corpus in memory has; only called for unknown names."""
        from frameline.corpus.backends.memory import MemoryCorpus

        in_memory = {*dir(MemoryCorpus), *MemoryCorpus.__dataclass_fields__}
        if name.startswith("_") or name not in in_memory:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        raise StepAside(
            f"This corpus is counted where its Parquet files lie, without {name!r}, so this "
            "chapter steps aside. To change that, write it as CSV tables."
        )

    @cached_property
    def documents(self) -> nw.LazyFrame:
        """doc_id, published and what else the files say about documents."""
        return self.tables["documents"]

    @cached_property
    def tokens(self) -> nw.LazyFrame:
        """doc_id, token, n."""
        return self.tables["tokens"]

    @property
    def names(self) -> dict[Any, str]:
        """Document id to display name; empty where there are too many to name each."""
        if self.size("documents") > _FEW:
            return {}
        return _names(_collected(self.documents))

    @cached_property
    def coder_names(self) -> list[str]:
        """Who coded claims, sorted."""
        if "codings" not in self.tables:
            return []
        return sorted(_collected(self.tables["codings"].select("coder").unique())["coder"])

    def size(self, table: str) -> int:
        """How many rows a table has; 0 where there is no such table."""
        return self.rows.get(table, 0)

    def first_documents(self, most: int) -> list[tuple[str, str, str]]:
        """Id, name and date of publication of the first documents, in order of date."""
        first = _collected(self.documents.sort("published", "doc_id").head(most))
        names = _names(first)
        pairs = zip(first["doc_id"], first["published"].fillna(""), strict=True)
        return [(str(doc), names[doc], when) for doc, when in pairs]

    def _holds(self, need: str) -> bool:
        if need == "coders":
            return len(self.coder_names) > 1
        return self.size(need) > 0

    def _filled(self, layer: str, column: str, coding: str = FINAL) -> bool:
        """One row is looked for, once for each column."""
        coding = self.coding if coding == FINAL else coding
        key = (layer, column, FINAL)
        if layer == "claims" and coding != FINAL and column not in PLACES:
            key = ("codings", column, coding)
        if key not in self._seen:
            self._seen[key] = self._looked_up(*key)
        return self._seen[key]

    def _looked_up(self, table: str, column: str, coding: str) -> bool:
        if column not in self._columns(table):
            return False
        rows = self.tables[table]
        if coding != FINAL:
            rows = rows.filter(nw.col("coder") == coding)
        given = rows.select(nw.col(column).cast(nw.String).fill_null("").alias("code"))
        return len(_collected(given.filter(nw.col("code") != "").head(1))) > 0

    def _columns(self, table: str) -> list[str]:
        return self.tables[table].collect_schema().names() if table in self.tables else []

    def _refuse(self, drop: Iterable[str], coding: str) -> None:
        """Raise ValueError for documents and a coding that there are not."""
        drop = [str(doc) for doc in drop]
        wrong = unknown_documents(drop, *self._alike(drop)) if drop else ""
        if coding not in (FINAL, self.coding):
            wrong = wrong or unknown_coding(coding, self.coder_names)
        if wrong:
            raise ValueError(wrong)

    def _alike(self, wanted: list[str]) -> tuple[list[str], int]:
        """Ids of documents, of very many those that are wanted or begin alike; how many in all."""
        ids = self.documents.select(_text("doc_id"))
        if self.size("documents") > _FEW:
            starts = sorted({doc[:4] for doc in wanted})
            begins = nw.col("doc_id").str.slice(0, 4).is_in(starts)
            there = ids.filter(nw.col("doc_id").is_in(wanted))
            return [
                *_collected(there)["doc_id"],
                *_collected(ids.filter(begins).head(_FEW))["doc_id"],
            ], self.size("documents")
        return _collected(ids)["doc_id"].tolist(), self.size("documents")

    def select(self, chosen: Filter | None = None) -> nw.LazyFrame:
        """The claims that count, their variables under the names of their roles.

        Parameters
        ----------
        chosen
            The filter; `Filter()` when left out.

        Returns
        -------
        LazyFrame
            claim_id, doc_id, the places the files have (unit_id, claim, start, end, anchor,
            gist) and a column per role; "" where a code is missing.
        """
        chosen = chosen or Filter()
        self._refuse(chosen.drop, chosen.coding)
        table = self._claims_of(self.coding if chosen.coding == FINAL else chosen.coding)
        if chosen.drop:
            table = _rest(table, chosen.drop)
        for limit in limits(chosen, self.codebook, table.collect_schema().names()):
            among = nw.col(limit.role).is_in(list(limit.codes))
            table = table.filter(among if limit.among else ~among)
        return table

    def claims(self, chosen: Filter | None = None) -> nw.LazyFrame:
        """As `select`."""
        return self.select(chosen)

    def codings(self) -> nw.LazyFrame:
        """As `codes_given`."""
        return self.codes_given()

    def blocks(self, result: nw.LazyFrame) -> Iterator[pd.DataFrame]:
        """As `in_blocks`."""
        return self.in_blocks(result)

    def evidence(self, doc_ids: Iterable[Any], chosen: Filter | None = None) -> pd.DataFrame:
        """As `evidence_of`."""
        return self.evidence_of(doc_ids, chosen)

    def codes_given(self) -> nw.LazyFrame:
        """What each coder gave: claim_id, coder, and a column per role; "" where missing."""
        return self._named("codings")

    def codes_placed(self) -> nw.LazyFrame:
        """As `codes_given`, with doc_id, which the table of claims gives where need be."""
        given = self.codes_given()
        if "doc_id" in given.collect_schema().names():
            return given
        homes = self._named("claims").select("claim_id", "doc_id")
        return given.join(homes, on="claim_id", how="inner")

    def _claims_of(self, coding: str) -> nw.LazyFrame:
        """The claims as settled, or those that one coder coded, with that coder's codes."""
        settled = self._named("claims")
        if coding == FINAL:
            return settled
        roles = self._roles("claims")
        given = self.tables["codings"].filter(nw.col("coder") == coding)
        has = self._roles("codings")
        codes = [
            (nw.col(has[role]).fill_null("") if role in has else nw.lit("")).alias(role)
            for role in {**roles, **has}
        ]
        places = [name for name in settled.collect_schema().names() if name in _PLACES]
        return settled.select(*places).join(
            given.select("claim_id", *codes), on="claim_id", how="inner"
        )

    def _roles(self, table: str) -> dict[str, str]:
        """Role of the claims to the column of a table that plays it."""
        columns = self._columns(table)
        variables = self.codebook.layer("claims")
        return {v.role: v.name for v in variables if v.role and v.name in columns}

    def _named(self, name: str) -> nw.LazyFrame:
        columns = self._columns(name)
        places = [c for c in (*_PLACES, "coder") if c in columns]
        filled = [nw.col(c).fill_null("").alias(role) for role, c in self._roles(name).items()]
        return self.tables[name].select(*places, *filled)

    def in_blocks(self, result: nw.LazyFrame) -> Iterator[pd.DataFrame]:
        """The rows of a result that is too large to hold, block by block."""
        return self.engine.blocks(result)

    def evidence_of(self, doc_ids: Iterable[Any], chosen: Filter | None = None) -> pd.DataFrame:
        """Where the claims of some documents stand and how they are coded.

        Returns
        -------
        DataFrame
            claim_id, name (of the document), place, codes, anchor, gist; sorted by claim_id.
        """
        ids = list(dict.fromkeys(doc_ids))
        rows = _collected(self.select(chosen).filter(nw.col("doc_id").is_in(ids)))
        names = _names(_collected(self.documents.filter(nw.col("doc_id").is_in(ids))))
        codes = rows[[role for role in _SHOWN if role in rows]].astype("str")
        empty = pd.Series("", index=rows.index)
        evidence = pd.DataFrame(
            {
                "claim_id": rows["claim_id"].astype("str"),
                "name": rows["doc_id"].map(names).fillna(rows["doc_id"]).astype("str"),
                "place": _places(rows),
                "codes": codes.agg(" ".join, axis=1) if len(rows) else empty,
                "anchor": rows.get("anchor", empty).fillna("").astype("str"),
                "gist": rows.get("gist", empty).fillna("").astype("str"),
            }
        )
        return evidence.sort_values("claim_id", ignore_index=True)

    def in_coding(self, coding: str) -> EngineCorpus:
        """The corpus with one coder's claims and codes in the place of the settled ones."""
        if coding == FINAL:
            return self
        return replace(
            self, coding=coding, rows={**self.rows, "claims": _count(self._claims_of(coding))}
        )

    def without(self, drop: tuple[str, ...]) -> EngineCorpus:
        """The corpus without some documents, in every table."""
        if not drop:
            return self
        tables = {
            name: _rest(table, drop)
            for name, table in self.tables.items()
            if "doc_id" in self._columns(name)
        }
        if "codings" in self.tables and "codings" not in tables:
            kept = tables["claims"].select("claim_id")
            tables["codings"] = self.tables["codings"].join(kept, on="claim_id", how="semi")
        rows = {name: _count(table) for name, table in tables.items()}
        if not rows["documents"]:
            raise ValueError("drop leaves no document")
        return replace(self, tables=tables, rows=rows, dropped=drop)


def _text(column: str) -> nw.Expr:
    return nw.col(column).cast(nw.String)


def _rest(table: nw.LazyFrame, drop: Iterable[str]) -> nw.LazyFrame:
    return table.filter(~_text("doc_id").is_in([str(doc) for doc in drop]))


def _count(table: nw.LazyFrame) -> int:
    return int(_collected(table.select(nw.len().alias("n")))["n"].iloc[0])


def _names(documents: pd.DataFrame) -> dict[Any, str]:
    """Document id to its name, title or id, whichever is given."""
    ids = documents["doc_id"]
    names = ids.astype("str")
    for column in ("title", "name"):
        if column in documents:
            given = documents[column].fillna("")
            names = given.where(given != "", names)
    return dict(zip(ids, names, strict=True))


def _collected(table: nw.LazyFrame) -> pd.DataFrame:
    return table.collect(backend="pandas").to_pandas()


def _places(rows: pd.DataFrame) -> pd.Series:
    """The unit without its document, or else the characters from and to."""
    if "unit_id" in rows:
        pairs = zip(rows["unit_id"].astype("str"), rows["doc_id"].astype("str"), strict=True)
        short = [unit.removeprefix(f"{doc}.").replace(".", " ") for unit, doc in pairs]
        return pd.Series(short, index=rows.index, dtype="str")
    if {"start", "end"} <= set(rows):
        return rows["start"].astype("str") + "–" + rows["end"].astype("str")
    return pd.Series("", index=rows.index)


def read_engine(
    path: str | Path, *, drop: Iterable[str] = (), coding: str = FINAL, engine: str = AUTO
) -> EngineCorpus:
    """Open a folder of Parquet files; see `read_corpus`."""
    layout = read_layout(path)
    if layout.faults:
        raise CorpusError(layout.faults)
    rows = {name: table.rows for name, table in layout.tables.items()}
    chosen = engine_for(engine, max(rows.values()))
    tables = {
        name: nw.from_native(chosen.table(table.paths)).lazy()
        for name, table in layout.tables.items()
    }
    faults = list(_count_faults(tables, rows, layout.codebook))
    if faults:
        raise CorpusError(faults)
    corpus = EngineCorpus(Path(path), layout.codebook, chosen, rows, tables)
    drop = tuple(drop)
    corpus._refuse(drop, coding)
    return corpus.without(drop).in_coding(coding)


def _count_faults(
    tables: Mapping[str, nw.LazyFrame], rows: Mapping[str, int], codebook: Codebook
) -> Iterator[Fault]:
    """What would make counts wrong without a word: documents twice, codes nobody asked for."""
    different = tables["documents"].select("doc_id").unique().select(nw.len().alias("n"))
    more = rows["documents"] - int(_collected(different)["n"].iloc[0])
    if more:
        yield Fault(
            "documents",
            None,
            "doc_id",
            f"{more:,} rows more",
            "each one once",
            "run frameline check",
        )
    for name in ("claims", "codings"):
        for role in _SHOWN:
            variable = codebook.role(role)
            if name not in tables or variable is None or not variable.codes or variable.multiple:
                continue
            if variable.name in tables[name].collect_schema().names():
                cell = nw.col(variable.name).fill_null("").alias("code")
                found = tables[name].select(cell).unique()
                other = found.filter(~nw.col("code").is_in([*variable.order, ""]))
                for code in _collected(other)["code"].head(1):
                    allowed = ", ".join(variable.order)
                    todo = "run frameline check"
                    yield Fault(name, None, variable.name, shown(str(code)), allowed, todo)
