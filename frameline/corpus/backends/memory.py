"""A corpus of CSV tables, kept in memory: a folder with a codebook, or a single CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.corpus.ahead import keep, recall
from frameline.corpus.assembly import assemble, in_order
from frameline.corpus.checks import find_faults
from frameline.corpus.choices import Choices
from frameline.corpus.codebook import ROLES, Codebook
from frameline.corpus.fault import hint
from frameline.corpus.filter import FINAL, Filter, limits, unknown_coding, unknown_documents
from frameline.corpus.missing import TABLES
from frameline.corpus.protocol import Corpus, CorpusError
from frameline.corpus.readings import CLAIMS, SETS
from frameline.corpus.tables import read_raw
from frameline.corpus.voting import voted

#: Flags that become a column of the selected claims, with the role that carries them and what
#: holds where a corpus does not say.
_FLAG_COLUMNS = {
    "own": ("voice", True),
    "asserted": ("modality", True),
    "counted": ("relevance", True),
    "verdict": ("function", True),
    "advice": ("function", False),
    "fact": ("function", False),
    "conceded": ("argument", False),
    "question": ("modality", False),
}
_SELECTED = ("claim_id", "doc_id", "unit_id", "para_id", "para_group", "position", "anchor", "gist")


@dataclass(frozen=True, eq=False, repr=False)
class MemoryCorpus(Corpus):
    """Tables of one corpus, in reading order; made by `read_corpus`.

    Attributes
    ----------
    documents
        One row per document in date order: the columns of documents.csv, and date_low,
        date_high, date (the middle), year, order (0, 1, ...).
    blocks, units
        Blocks of the sources and their sentences; may be empty.
    claims, labels, events
        The coding (final, or one coder's, see `coding`). Claims have `position` (0-based within
        the document), events year_low and year_high.
    tokens
        doc_id, block_id, token, n.
    codings, label_codings, event_codings, document_codings
        Coder to that coder's table; claim_id (label_id, event_id) names the final claim that
        the coder's claim is taken to be, "....x1" where there is none.
    context, context_codings
        The context sample, and further coders' tables of it by file name.
    coverage, units_read
        The documents that each coder read; and the units, where the file says so unit by unit.
    design
        "one code" a unit, "claims" with places, or "sets" of codes without places.
    ties
        Where the final coding was made from the coders': how many claims and codes were agreed,
        had a majority, were decided by the kind of coder, or stay open.
    coders, adjudication
        Who coded; every disagreement and its settlement.
    notes
        What a reader of results should know about how this corpus was read.
    """

    may_hold = tuple(need for need in TABLES if need not in ("texts", "codings", "claims.unit_id"))

    path: Path
    codebook: Codebook
    documents: pd.DataFrame
    blocks: pd.DataFrame
    units: pd.DataFrame
    claims: pd.DataFrame
    labels: pd.DataFrame
    events: pd.DataFrame
    tokens: pd.DataFrame
    context: pd.DataFrame
    coders: pd.DataFrame
    adjudication: pd.DataFrame
    codings: dict[str, pd.DataFrame] = field(default_factory=dict)
    label_codings: dict[str, pd.DataFrame] = field(default_factory=dict)
    event_codings: dict[str, pd.DataFrame] = field(default_factory=dict)
    document_codings: dict[str, pd.DataFrame] = field(default_factory=dict)
    context_codings: dict[str, pd.DataFrame] = field(default_factory=dict)
    coverage: dict[str, frozenset[str]] = field(default_factory=dict)
    units_read: dict[str, frozenset[str]] = field(default_factory=dict)
    design: str = CLAIMS
    ties: pd.DataFrame = field(default_factory=pd.DataFrame)
    coding: str = FINAL
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    choices: Choices = field(default_factory=Choices)
    _laid: dict[str, pd.DataFrame] = field(default_factory=dict, init=False)

    def __getstate__(self) -> dict[str, Any]:
        """Without the claims laid out so far: they can be laid out anew."""
        return {**vars(self), "_laid": {}}

    @property
    def names(self) -> dict[str, str]:
        """Document id to display name, in date order."""
        return dict(zip(self.documents["doc_id"], self.documents["name"], strict=True))

    @property
    def coder_names(self) -> list[str]:
        """Who coded claims, sorted."""
        return sorted(self.codings)

    def size(self, table: str) -> int:
        """How many rows a table has; 0 where there is no such table."""
        if table == "codings":
            return sum(len(given) for given in self.codings.values())
        found = getattr(self, table, None)
        return len(found) if isinstance(found, pd.DataFrame) else 0

    def first_documents(self, most: int) -> list[tuple[str, str, str]]:
        """Id, name and date of publication of the first documents, in order of date."""
        rows = self.documents[["doc_id", "name", "published"]].head(most)
        return [(row[0], row[1], row[2]) for row in rows.itertuples(index=False)]

    def _holds(self, need: str) -> bool:
        if need == "coders":
            return len(self.codings) > 1 and self.design != SETS
        if need == "texts":
            files = [self.path / "texts" / name for name in self.documents["file"] if name]
            return bool(files) and all(file.is_file() for file in files)
        return self.size(need) > 0

    def _filled(self, layer: str, column: str, coding: str = FINAL) -> bool:
        if column == "unit_id":
            return len(self.units) > 0
        tables = self.codings.values() if layer == "codings" else [self._coded(layer, coding)]
        columns = [table[column] for table in tables if column in table.columns]
        return any((c.notna() & (c.astype("str") != "")).any() for c in columns)

    def _refuse(self, drop: Iterable[str], coding: str) -> None:
        """Raise ValueError for documents and a coding that there are not."""
        known = {FINAL: None, self.coding: None} | self.codings
        wrong = unknown_documents(drop, self.documents["doc_id"].tolist())
        wrong = wrong or ("" if coding in known else unknown_coding(coding, list(self.codings)))
        if wrong:
            raise ValueError(wrong)

    def select(self, chosen: Filter | None = None) -> pd.DataFrame:
        """The claims that count: the one place where rows are chosen.

        Parameters
        ----------
        chosen
            The filter; `Filter()` when left out.

        Returns
        -------
        DataFrame
            One row per claim in reading order: claim_id, doc_id, unit_id, para_id, para_group,
            position, anchor, gist; a column per claims role the corpus has, named by the role;
            sign (+1, -1, 0, missing: no valence), and the flags own, asserted, counted,
            verdict, advice, fact, conceded, question.
        """
        chosen = chosen or Filter()
        self._refuse(chosen.drop, chosen.coding)
        claims = self._claims_of(chosen.coding)
        keep = ~claims["doc_id"].isin(chosen.drop)
        for limit in limits(chosen, self.codebook, claims.columns):
            among = claims[limit.role].isin(limit.codes)
            keep &= among if limit.among else ~among
        chosen_claims = claims[keep].reset_index(drop=True)
        # Coders may have used valence codes that no selected claim has; intervals need their sign.
        valence = self.codebook.role("valence")
        if valence:
            signs = valence.flag("sign")
            chosen_claims.attrs["signs"] = {code: signs.get(code) for code in valence.order}
        return chosen_claims

    def layer(self, layer: str = "claims", *, coding: str = FINAL) -> pd.DataFrame:
        """A layer's table with its variables under the names of their roles, nothing left out.

        For claims the columns of `select`; for labels label_id, doc_id, block_id, sentence,
        literal, countable, dup_of, the roles (label, pair, polarity, voice, stance, scope,
        place) and the flags asserted, adopted, own; for events event_id, doc_id, unit_id, name,
        year_low, year_high and the roles; for documents everything, roles renamed.
        """
        return (
            self._claims_of(coding).copy() if layer == "claims" else self._laid_out(layer, coding)
        )

    def _claims_of(self, coding: str) -> pd.DataFrame:
        """The claims under their roles, laid out once for each coding; not to be changed."""
        if coding not in self._laid:
            self._laid[coding] = self._laid_out("claims", coding)
        return self._laid[coding]

    def _laid_out(self, layer: str, coding: str) -> pd.DataFrame:
        table = self._coded(layer, coding)
        roles = {v.role: v for v in self.codebook.layer(layer) if v.role}
        roles = {role: v for role, v in roles.items() if v.name in table.columns}
        kept = list(_LAYER_COLUMNS.get(layer, table.columns))
        out = table[kept].copy()
        for role, variable in roles.items():
            if layer == "documents" and variable.name in out.columns and variable.name != role:
                out = out.drop(columns=variable.name)
            out[role] = table[variable.name]
        if layer == "claims":
            _add_claim_flags(out, self.codebook)
        elif layer == "labels":
            # where a label stands is known from its block, whether or not a codebook asks for it
            if "place" not in out.columns and "where" in table.columns:
                out["place"] = table["where"]
            for flag, role in _LABEL_FLAGS:
                column = out.get(role)
                out[flag] = _flag(self.codebook, layer, role, flag, column, True)
        return out

    def _coded(self, layer: str, coding: str) -> pd.DataFrame:
        if coding in (FINAL, self.coding):
            return getattr(self, layer)
        codings = {
            "claims": self.codings,
            "labels": self.label_codings,
            "events": self.event_codings,
            "documents": self.document_codings,
        }
        if wrong := unknown_coding(coding, list(codings[layer])):
            raise ValueError(wrong)
        return codings[layer][coding]

    def codes_given(self) -> pd.DataFrame:
        """What each coder gave each claim: claim_id, doc_id, coder, a column per role."""
        roles = {v.name: v.role for v in self.codebook.layer("claims") if v.role}
        tables = [
            table[["claim_id", "doc_id", *(name for name in roles if name in table.columns)]]
            .rename(columns=roles)
            .assign(coder=coder)
            for coder, table in self.codings.items()
        ]
        if not tables:
            return pd.DataFrame({name: pd.Series(dtype="str") for name in _GIVEN})
        given = pd.concat(tables, ignore_index=True)
        texts = [role for role in roles.values() if role in given and given[role].dtype == "str"]
        return given.assign(**{role: given[role].fillna("") for role in texts})

    def keeping(self, passing: Any) -> MemoryCorpus:
        """The corpus with only the documents that pass an expression of narwhals."""
        kept = nw.from_native(self.documents).filter(passing).to_native()["doc_id"]
        if kept.empty:
            raise ValueError("where: no document passes")
        others = self.documents.loc[~self.documents["doc_id"].isin(kept), "doc_id"].tolist()
        return replace(_without(self, others), dropped=self.dropped) if others else self

    def recoded(self, tables: Iterable[str], column: str, new: Mapping[str, str]) -> MemoryCorpus:
        """The corpus with some values of a column of these tables replaced."""

        def recode(table: pd.DataFrame) -> pd.DataFrame:
            if column not in table.columns:
                return table
            return table.assign(**{column: table[column].replace(dict(new))})

        changes: dict[str, Any] = {}
        for name in tables:
            held = getattr(self, name)
            if isinstance(held, dict):
                changes[name] = {coder: recode(table) for coder, table in held.items()}
            else:
                changes[name] = recode(held)
        return replace(self, **changes)

    def voted(self, rule: str | int) -> MemoryCorpus:
        """The corpus with the claims that enough coders made."""
        variables = [v.name for v in self.codebook.layer("claims")]
        every = pd.concat([t.assign(coder=c) for c, t in self.codings.items()], ignore_index=True)
        named = [name for name in variables if name in every.columns]
        read = pd.Series([doc for docs in self.coverage.values() for doc in docs], dtype="str")
        readers = read.value_counts().rename_axis("doc_id").rename("readers").reset_index()
        codes = _collected(voted(every, readers, rule, named)).set_index("claim_id")
        rows = pd.concat([self.claims, every], ignore_index=True).drop_duplicates("claim_id")
        rows = rows[rows["claim_id"].isin(codes.index)].reset_index(drop=True)
        for name in named:
            text, kind = rows["claim_id"].map(codes[name]).fillna(""), every[name].dtype
            if pd.api.types.is_numeric_dtype(kind):
                rows[name] = pd.to_numeric(text.where(text != "")).astype(kind)
            else:
                rows[name] = text.astype("str")
        order = dict(zip(self.documents["doc_id"], self.documents["order"], strict=True))
        return replace(self, claims=in_order(rows, order, self.units)[list(self.claims.columns)])

    def with_variable(self, claims: pd.DataFrame, name: str) -> nw.LazyFrame:
        """Selected claims with a variable of the claims by its name, as `code`."""
        known = [self.claims, *self.codings.values()]
        tables = [t[["claim_id", name]] for t in known if name in t.columns]
        if not tables:
            return nw.from_native(claims.assign(code="")).lazy()
        codes = pd.concat(tables).drop_duplicates("claim_id").set_index("claim_id")[name]
        text = claims["claim_id"].map(codes).astype("object")
        given = claims.assign(code=text.where(text.notna(), "").astype("str"))
        return nw.from_native(given).lazy()

    def in_blocks(self, result: Any) -> Iterator[pd.DataFrame]:
        """One block: everything is in memory."""
        yield result if isinstance(result, pd.DataFrame) else _collected(result)

    def evidence_of(self, doc_ids: Iterable[str], chosen: Filter | None = None) -> pd.DataFrame:
        """Where the claims of some documents stand and how they are coded, as `evidence` has it."""
        claims = self.select(chosen)
        return self.evidence(claims.loc[claims["doc_id"].isin(list(doc_ids)), "claim_id"])

    def evidence(self, claim_ids: Iterable[str]) -> pd.DataFrame:
        """Where claims stand and how they are coded: the rows behind a finding.

        Returns
        -------
        DataFrame
            claim_id, name (of the document), place, codes, anchor, gist, link (the phrase in the
            published text, where its address is known); in the order asked for, each claim once.
            KeyError names ids that no coding has.
        """
        wanted = list(dict.fromkeys(claim_ids))
        tables = [self.layer("claims"), *(self.layer("claims", coding=c) for c in self.codings)]
        found = pd.concat(tables).drop_duplicates("claim_id").set_index("claim_id")
        unknown = [claim for claim in wanted if claim not in found.index]
        if unknown:
            raise KeyError(f"no claim has the id {', '.join(unknown)}")
        rows = found.loc[wanted]
        shown = [r for r in ("frame", "valence", "function", "argument", "voice") if r in rows]
        codes = [" ".join(str(c) for c in row if c) for row in rows[shown].to_numpy()]
        addresses = dict(zip(self.documents["doc_id"], self.documents["address"], strict=True))
        evidence = pd.DataFrame(
            {
                "claim_id": wanted,
                "name": rows["doc_id"].map(self.names).to_numpy(),
                "place": [
                    _place(unit, doc)
                    for unit, doc in zip(rows["unit_id"], rows["doc_id"], strict=True)
                ],
                "codes": codes,
                "anchor": rows["anchor"].to_numpy(),
                "gist": rows["gist"].to_numpy(),
                "link": [
                    _passage(addresses.get(doc, ""), anchor)
                    for doc, anchor in zip(rows["doc_id"], rows["anchor"], strict=True)
                ],
            }
        )
        return evidence.astype("str")

    def aligned(self, name: str, layer: str = "claims") -> pd.DataFrame:
        """What each coder gave each claim: the table agreement is computed from.

        Parameters
        ----------
        name
            A role, or a column name, of the layer.
        layer
            "claims", "labels", "events" or "documents".

        Returns
        -------
        DataFrame
            Index: ids of the final claims and of claims that only coders held ("....x1"), in
            reading order. One column per coder with the code as text, missing where the coder
            held no such claim. Codes of a multiple variable stand in the codebook's order.
        """
        self.require("coders")
        codings: dict[str, pd.DataFrame] = {
            "claims": self.codings,
            "labels": self.label_codings,
            "events": self.event_codings,
            "documents": self.document_codings,
        }[layer]  # type: ignore[assignment]
        variable = self.codebook.role(name, layer) if name in ROLES.get(layer, ()) else None
        column = variable.name if variable else name
        key = _KEYS[layer]
        columns = {
            coder: table.set_index(key)[column].astype("str")
            for coder, table in codings.items()
            if column in table.columns
        }
        if not columns:
            known = sorted({*ROLES[layer], *(v.name for v in self.codebook.layer(layer))})
            raise KeyError(f"no coder has {name!r} for {layer}{hint(name, known)}")
        # after `coding="a"` the claims are a coder's; their ids are the same ones
        tables = [getattr(self, layer), *codings.values()]
        index = _merged_ids(tables, layer, self.units["unit_id"].tolist())
        return pd.DataFrame(
            {coder: series.reindex(index) for coder, series in columns.items()}, index=index
        )

    def coded(self, *roles: str) -> dict[str, pd.DataFrame] | None:
        """The coders' own codes for these roles, from which intervals redraw the coding.

        Returns
        -------
        dict of role to aligned table, or None where fewer than two coders coded the claims, or
        where several codes of a sentence have no places, so that none is "the same" claim.
        """
        if not self.has("coders"):
            return None
        return {role: self.aligned(role) for role in roles}

    def homes(self) -> pd.DataFrame:
        """Where the claims of `aligned` stand: what its rows are grouped by in a bootstrap.

        Returns
        -------
        DataFrame
            Index claim_id, of the final claims and of those only coders held; columns doc_id,
            unit_id, para_group.
        """
        tables = [self.claims, *self.codings.values()]
        index = _merged_ids(tables, "claims", self.units["unit_id"].tolist())
        found = pd.concat(tables).drop_duplicates("claim_id").set_index("claim_id")
        return found.loc[index, ["doc_id", "unit_id", "para_group"]]

    def claims_per_unit(self) -> pd.DataFrame:
        """How many claims each coder saw in each unit: agreement on unitising.

        Returns
        -------
        DataFrame
            Index unit_id in reading order, one column per coder; missing where the coder did
            not code the document.
        """
        if len(self.codings) < 2:
            self.require("coders")
        docs = self.units.set_index("unit_id")["doc_id"]
        counts = {}
        for coder, table in self.codings.items():
            count = table.groupby("unit_id").size().reindex(docs.index, fill_value=0)
            read = docs.isin(self.coverage[coder])
            if coder in self.units_read:
                read &= docs.index.isin(self.units_read[coder])
            counts[coder] = count.astype("Int64").where(read)
        return pd.DataFrame(counts, index=docs.index)


_KEYS = {"claims": "claim_id", "labels": "label_id", "events": "event_id", "documents": "doc_id"}
_LAYER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "claims": _SELECTED,
    "labels": (
        *("label_id", "doc_id", "block_id", "sentence", "literal", "start", "countable"),
        "dup_of",
    ),
    "events": ("event_id", "doc_id", "unit_id", "name", "year_low", "year_high"),
}
#: Columns of `MemoryCorpus.codes_given` whatever was coded.
_GIVEN = ("claim_id", "doc_id", "coder")
_LABEL_FLAGS = (("asserted", "polarity"), ("adopted", "stance"), ("own", "voice"))


def read_memory(path: str | Path, *, drop: Iterable[str] = (), coding: str = FINAL) -> MemoryCorpus:
    """Read a corpus folder of CSV tables, or a single CSV file; see `read_corpus`."""
    corpus: MemoryCorpus = recall(path) or _read(path)
    drop = tuple(drop)
    corpus._refuse(drop, coding)
    corpus = _with_coding(corpus, coding)
    return _without(corpus, drop) if drop else corpus


def read_ahead(path: str | Path, files: Callable[[], Iterable[str]]) -> None:
    """Read a corpus for readers to come, in this process and its forks.

    Parameters
    ----------
    path
        As for `read_corpus`.
    files
        Asked afterwards: which files were read.

    Raises
    ------
    CorpusError
        As `read_corpus`.
    """
    keep(path, _read(path), files())


def _read(path: str | Path) -> MemoryCorpus:
    raw = read_raw(path)
    faults = find_faults(raw)
    if faults:
        raise CorpusError(faults)
    return MemoryCorpus(**assemble(raw))


def _collected(result: Any) -> pd.DataFrame:
    """A query of narwhals over tables of pandas, run."""
    return result.collect(backend="pandas").to_pandas()


def _passage(address: str, phrase: str) -> str:
    """An address that opens a page where a phrase stands; nothing without both.

    >>> _passage("https://example.org/a", "well-known, and more")
    'https://example.org/a#:~:text=well%2Dknown%2C%20and%20more'
    """
    if not address or not phrase:
        return ""
    # A hyphen has a meaning of its own in a text fragment, and quote() leaves it.
    return f"{address}#:~:text={quote(phrase, safe='').replace('-', '%2D')}"


def _place(unit: str, doc: str) -> str:
    """Where a unit stands, without the document: "P03 s2"."""
    return unit.removeprefix(f"{doc}.").replace(".", " ") if unit else ""


def _flag(
    codebook: Codebook, layer: str, role: str, flag: str, column: pd.Series | None, neutral: bool
) -> pd.Series | bool:
    """The flag of each row's code; neutral where the codebook or the cell does not say.

    Labels borrow the flags of claims: the same voices speak in both.
    """
    for where in (layer, "claims"):
        variable = codebook.role(role, where) if role in ROLES[where] else None
        flags = variable.flag(flag) if variable else {}
        if flags and column is not None:
            on = [code for code, value in flags.items() if value]
            return column.isin(on) | ((column == "") & neutral)
    return neutral


def _add_claim_flags(claims: pd.DataFrame, codebook: Codebook) -> None:
    """Add sign and the flag columns to role-named claims."""
    variable = codebook.role("valence")
    signs = variable.flag("sign") if variable else {}
    if "valence" in claims and signs:
        claims["sign"] = claims["valence"].map(signs).astype("Float64")
    else:
        claims["sign"] = pd.Series(pd.NA, index=claims.index, dtype="Float64")
    for flag, (role, neutral) in _FLAG_COLUMNS.items():
        column = claims.get(role)
        value = _flag(codebook, "claims", role, flag, column, neutral)
        claims[flag] = pd.Series(value, index=claims.index, dtype=bool)


# Leaving out -----------------------------------------------------------------------------------


def _with_coding(corpus: MemoryCorpus, coding: str) -> MemoryCorpus:
    """The corpus with one coder's codes in the place of the final ones."""
    if coding == FINAL:
        return corpus
    changes: dict[str, Any] = {"coding": coding}
    changes["claims"] = _completed(corpus.codings[coding], corpus.claims)
    for layer, codings in (("labels", corpus.label_codings), ("events", corpus.event_codings)):
        if coding in codings:
            changes[layer] = _completed(codings[coding], getattr(corpus, layer))
    own = corpus.document_codings.get(coding)
    if own is not None:
        documents = corpus.documents.copy()
        for variable in corpus.codebook.layer("documents"):
            if variable.name in own.columns:
                values = documents["doc_id"].map(own.set_index("doc_id")[variable.name])
                documents[variable.name] = values.fillna("").astype("str")
        changes["documents"] = documents
    return replace(corpus, **changes)


def _completed(table: pd.DataFrame, model: pd.DataFrame) -> pd.DataFrame:
    """A coder's table with the columns of the final one; what was not coded is blank."""
    added = {
        name: pd.Series(pd.NA if model[name].dtype != "str" else "", table.index, model[name].dtype)
        for name in model.columns
        if name not in table.columns
    }
    return table.assign(**added)[list(model.columns)]


def _without(corpus: MemoryCorpus, drop: Sequence[str]) -> MemoryCorpus:
    """The corpus without some documents, in every table."""
    if set(drop) >= set(corpus.documents["doc_id"]):
        raise ValueError("drop leaves no document")

    def rest(table: pd.DataFrame) -> pd.DataFrame:
        if "doc_id" not in table.columns:
            return table
        return table[~table["doc_id"].isin(drop)].reset_index(drop=True)

    names = ("documents", "blocks", "units", "claims", "labels", "events", "tokens")
    changes: dict[str, Any] = {name: rest(getattr(corpus, name)) for name in names}
    changes["adjudication"] = rest(corpus.adjudication)
    for name in ("codings", "label_codings", "event_codings", "document_codings"):
        changes[name] = {coder: rest(table) for coder, table in getattr(corpus, name).items()}
    changes["documents"]["order"] = np.arange(len(changes["documents"]))
    return replace(corpus, **changes, dropped=tuple(drop))


def _merged_ids(tables: Sequence[pd.DataFrame], layer: str, units: Sequence[str]) -> pd.Index:
    """Ids of the final rows and of those that only coders have, in reading order.

    The first table has the final rows; what only coders have comes after these in its unit.
    """
    key = _KEYS[layer]
    rank = {unit: place for place, unit in enumerate(units)}
    seen: dict[str, tuple[int, int]] = {}
    for table in tables:
        homes = table["unit_id"] if "unit_id" in table.columns else table[key]
        for claim, home in zip(table[key], homes, strict=True):
            seen.setdefault(claim, (rank.setdefault(home, len(rank)), len(seen)))
    return pd.Index(sorted(seen, key=lambda claim: seen[claim]), name=key)
