"""A large corpus as chapters use it: tables to count over, roles in place of column names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import narwhals as nw
import pandas as pd

from frameline.corpus.backends.engine.engines import AUTO, Engine, engine_for
from frameline.corpus.backends.engine.layout import is_large, read_layout
from frameline.corpus.codebook import ROLES, Codebook, Variable
from frameline.corpus.corpus import CorpusError, Filter, StepAside
from frameline.corpus.missing import stepping_aside
from frameline.corpus.tables import Fault, shown

#: Field of a Filter, the role and the flag it looks at, by the value of the field; a blank cell
#: counts as having the flag, unless the flag is one to leave out.
_RULES: Mapping[tuple[str, str], tuple[str, str, bool]] = {
    ("voice", "own"): ("voice", "own", True),
    ("relevance", "counted"): ("relevance", "counted", True),
    ("modality", "assertions"): ("modality", "asserted", True),
    ("modality", "no questions"): ("modality", "question", False),
    ("function", "verdicts"): ("function", "verdict", True),
    ("function", "no facts"): ("function", "fact", False),
}
_PLACES = ("claim_id", "doc_id", "unit_id", "claim", "start", "end", "anchor", "gist")
_SHOWN = ("frame", "valence", "voice")


@dataclass(frozen=True, eq=False, repr=False)
class LargeCorpus:
    """Tables of a large corpus; made by `read_large`.

    Attributes
    ----------
    path, codebook
        Its folder and its codebook.
    engine
        What counts.
    rows
        Table to number of rows.
    tables
        Table to rows as narwhals reads them, columns as in the files.
    """

    path: Path
    codebook: Codebook
    engine: Engine
    rows: Mapping[str, int]
    tables: Mapping[str, nw.LazyFrame]

    def __repr__(self) -> str:
        parts = [f"{n:,} {name}" for name, n in self.rows.items()]
        return f"LargeCorpus({', '.join(parts)}; {self.engine.name})"

    @property
    def source(self) -> str:
        """The source line of figures made for re-use."""
        dyad = self.codebook.dyad
        pair = dyad.label if dyad.named else self.codebook.title or self.path.stem
        return f"Frameline corpus: {pair}, codebook {self.codebook.version}"

    @property
    def documents(self) -> nw.LazyFrame:
        """doc_id, published and what else the files say about documents."""
        return self.tables["documents"]

    @property
    def tokens(self) -> nw.LazyFrame:
        """doc_id, token, n."""
        return self.tables["tokens"]

    def has(self, *needs: str) -> bool:
        """Whether the corpus has all of these: "tokens", "codings", "claims.valence", ..."""
        return not self._missing(needs)

    def require(self, *needs: str) -> None:
        """Raise StepAside, naming what is missing, unless the corpus has all of these."""
        missing = self._missing(needs)
        if missing:
            raise StepAside(stepping_aside(missing))

    def _missing(self, needs: Iterable[str]) -> list[str]:
        return [need for need in needs if not self._has(need)]

    def _has(self, need: str) -> bool:
        table, dot, role = need.partition(".")
        if not dot:
            return self.rows.get(table, 0) > 0
        variable = self.role(role)
        columns = self.tables[table].collect_schema().names() if table in self.tables else ()
        if variable is None:
            return role in columns
        signed = role != "valence" or bool(variable.flag("sign"))
        return variable.name in columns and signed

    def role(self, role: str) -> Variable | None:
        """The variable of the claims that plays a role, or None."""
        return self.codebook.role(role) if role in ROLES["claims"] else None

    def claims(self, chosen: Filter | None = None) -> nw.LazyFrame:
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
        table = self._named("claims")
        columns = table.collect_schema().names()
        if chosen.drop:
            table = table.filter(~nw.col("doc_id").is_in(list(chosen.drop)))
        for name in ("voice", "relevance", "modality", "function"):
            role, flag, wanted = _RULES.get((name, getattr(chosen, name)), ("", "", True))
            variable = self.role(role)
            if variable is None or role not in columns or not variable.flag(flag):
                continue
            flagged = nw.col(role).is_in([*variable.flagged(flag), *([""] if wanted else [])])
            table = table.filter(flagged if wanted else ~flagged)
        return table

    def codings(self) -> nw.LazyFrame:
        """What each coder gave: claim_id, coder, and a column per role; "" where missing."""
        return self._named("codings")

    def _named(self, name: str) -> nw.LazyFrame:
        table = self.tables[name]
        columns = table.collect_schema().names()
        places = [c for c in (*_PLACES, "coder") if c in columns]
        roles = {v.role: v.name for v in self.codebook.layer("claims") if v.role}
        filled = [
            nw.col(column).fill_null("").alias(role)
            for role, column in roles.items()
            if column in columns
        ]
        return table.select(*places, *filled)

    def blocks(self, result: nw.LazyFrame) -> Iterator[pd.DataFrame]:
        """The rows of a result that is too large to hold, block by block."""
        return self.engine.blocks(result)

    def evidence(self, doc_ids: Sequence[str | int], chosen: Filter | None = None) -> pd.DataFrame:
        """Where the claims of some documents stand and how they are coded.

        Returns
        -------
        DataFrame
            claim_id, name (of the document), place, codes, anchor, gist; sorted by claim_id.
        """
        ids = list(dict.fromkeys(doc_ids))
        rows = _collected(self.claims(chosen).filter(nw.col("doc_id").is_in(ids)))
        documents = _collected(self.documents.filter(nw.col("doc_id").is_in(ids)))
        label = next((c for c in ("name", "title") if c in documents), "doc_id")
        names = dict(zip(documents["doc_id"], documents[label], strict=True))
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


def read_large(path: str | Path, *, engine: str = AUTO) -> LargeCorpus:
    """Open a large corpus: reads the codebook and the footers of its files.

    Parameters
    ----------
    path
        A folder with codebook.toml and folders of Parquet files: claims, documents and, where
        there are, codings and tokens (see `frameline.corpus.backends.engine.layout.COLUMNS`).
    engine
        "auto" (pandas where the tables are small, else DuckDB), "pandas", "duckdb", "polars",
        "pyarrow" or "spark".

    Raises
    ------
    StepAside
        When the corpus has no Parquet files: other chapters are about such a corpus.
    CorpusError
        When the files are not what a large corpus has; `frameline check` looks at the rows too.
    EngineError
        When the engine is not installed.
    """
    if not is_large(path):
        raise StepAside("This corpus has no Parquet files, so this chapter steps aside.")
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
    return LargeCorpus(Path(path), layout.codebook, chosen, rows, tables)


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
