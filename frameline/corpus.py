"""The corpus: reading it, and the one place where rows are chosen for a chapter.

A corpus is a folder of CSV tables with a codebook, or a single CSV file with the columns
document, date, coder and frame. Chapters ask for roles ("frame", "valence"), and ask `has` or
`require` first; whatever a corpus lacks, the chapter about it steps aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from frameline.alignment import align
from frameline.checks import find_faults
from frameline.codebook import FLAGS, ROLES, Codebook
from frameline.dates import parse_edtf
from frameline.tables import (
    LAYOUTS,
    MINIMAL,
    NUMBERS,
    SWITCHES,
    Fault,
    RawCorpus,
    Table,
    natural,
    read_raw,
)

FINAL = "final"


class StepAside(Exception):  # noqa: N818  (no error: a chapter that has nothing to work on ends)
    """The corpus lacks what a chapter needs. Notebooks show it as one plain line."""

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows instead of a traceback."""
        return [str(self)]


class CorpusError(ValueError):
    """A corpus that cannot be read; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault], limit: int = 10) -> None:
        self.faults = tuple(faults)
        lines = [f"- {fault}" for fault in self.faults[:limit]]
        rest = len(self.faults) - limit
        if rest > 0:
            lines.append(f"- and {rest} more; `frameline check` lists them all")
        super().__init__("the corpus has faults:\n" + "\n".join(lines))

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows instead of a traceback."""
        return [str(self)]


#: The allowed values of a Filter's fields, each with the words `describe` uses.
CHOICES: Mapping[str, Mapping[str, str]] = {
    "relevance": {"counted": "core claims", "all": "core and background claims"},
    "voice": {"all": "all voices", "own": "author's own voice"},
    "modality": {
        "no questions": "questions out",
        "assertions": "assertions only",
        "all": "questions in",
    },
    "function": {
        "all": "",
        "verdicts": "reasons and verdicts only",
        "no facts": "bare facts out",
    },
}


@dataclass(frozen=True)
class Filter:
    """Which claims count. Shown under every figure, and part of every finding.

    >>> Filter().describe()
    'core claims, all voices, questions out'
    """

    voice: str = "all"
    modality: str = "no questions"
    relevance: str = "counted"
    function: str = "all"
    drop: Sequence[str] = ()
    coding: str = FINAL

    def __post_init__(self) -> None:
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                choices = " | ".join(allowed)
                raise ValueError(f"{name} is {getattr(self, name)!r}; allowed: {choices}")
        if isinstance(self.drop, str):
            raise ValueError("drop is a list of document ids")
        object.__setattr__(self, "drop", tuple(self.drop))

    def describe(self) -> str:
        """The filter in one plain line."""
        parts = [words[getattr(self, name)] for name, words in CHOICES.items()]
        if self.drop:
            parts.append("without " + ", ".join(self.drop))
        if self.coding != FINAL:
            parts.append(f"coding of {self.coding}")
        return ", ".join(part for part in parts if part)


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

#: What `require` calls a thing that is missing.
_THINGS = {
    "claims": "claims",
    "labels": "labels",
    "events": "events",
    "tokens": "word counts",
    "coders": "second coder",
    "units": "sentence list",
    "blocks": "blocks",
    "texts": "source texts",
    "context": "context sample",
    "adjudication": "adjudication log",
}


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
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
    coders, adjudication
        Who coded; every disagreement and its settlement.
    notes
        What a reader of results should know about how this corpus was read.
    """

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
    coding: str = FINAL
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        sizes = {name: len(getattr(self, name)) for name in ("documents", "claims", "labels")}
        sizes["coders"] = len(self.codings)
        return "Corpus(" + ", ".join(f"{size} {name}" for name, size in sizes.items()) + ")"

    @property
    def names(self) -> dict[str, str]:
        """Document id to display name, in date order."""
        return dict(zip(self.documents["doc_id"], self.documents["name"], strict=True))

    def has(self, *needs: str) -> bool:
        """Whether the corpus has all of these: "labels", "coders", "claims.valence", ..."""
        return not self._missing(needs)

    def require(self, *needs: str) -> None:
        """Raise StepAside, naming what is missing, unless the corpus has all of these."""
        missing = self._missing(needs)
        if missing:
            things = " and ".join(f"no {_thing(need)}" for need in missing)
            raise StepAside(f"This corpus has {things}, so this chapter steps aside.")

    def _missing(self, needs: Iterable[str]) -> list[str]:
        return [need for need in needs if not self._has(need)]

    def _has(self, need: str) -> bool:
        layer, dot, role = need.partition(".")
        if dot:
            return self._has_role(layer, role)
        if need == "coders":
            return len(self.codings) > 1 and len(self.units) > 0
        if need == "texts":
            files = [self.path / "texts" / name for name in self.documents["file"] if name]
            return bool(files) and all(file.is_file() for file in files)
        if need not in _THINGS:
            raise ValueError(f"unknown need {need!r}; known: {', '.join(_THINGS)}, layer.role")
        return len(getattr(self, need)) > 0

    def _has_role(self, layer: str, role: str) -> bool:
        if role not in ROLES.get(layer, ()):
            raise ValueError(f"unknown role {layer}.{role}")
        variable = self.codebook.role(role, layer)
        table = getattr(self, layer)
        if variable is None or variable.name not in table.columns:
            return False
        if (layer, role) == ("claims", "valence") and not variable.flag("sign"):
            return False
        column = table[variable.name]
        return bool((column.notna() & (column.astype("str") != "")).any())

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
        _known_documents(chosen.drop, self.documents["doc_id"])
        claims = self.layer("claims", coding=chosen.coding)
        keep = ~claims["doc_id"].isin(chosen.drop)
        if chosen.voice == "own":
            keep &= claims["own"]
        if chosen.modality != "all":
            keep &= claims["asserted"] if chosen.modality == "assertions" else ~claims["question"]
        if chosen.relevance == "counted":
            keep &= claims["counted"]
        if chosen.function != "all":
            keep &= claims["verdict"] if chosen.function == "verdicts" else ~claims["fact"]
        return claims[keep].reset_index(drop=True)

    def layer(self, layer: str = "claims", *, coding: str = FINAL) -> pd.DataFrame:
        """A layer's table with its variables under the names of their roles, nothing left out.

        For claims the columns of `select`; for labels label_id, doc_id, block_id, sentence,
        literal, countable, dup_of, the roles (label, pair, polarity, voice, stance, scope,
        place) and the flags asserted, adopted, own; for events event_id, doc_id, unit_id, name,
        year_low, year_high and the roles; for documents everything, roles renamed.
        """
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
            for flag, role in _LABEL_FLAGS:
                column = out[role] if role in out else None
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
        _known_coding(coding, codings[layer])
        return codings[layer][coding]

    def evidence(self, claim_ids: Iterable[str]) -> pd.DataFrame:
        """Where claims stand and how they are coded: the rows behind a finding.

        Returns
        -------
        DataFrame
            claim_id, name (of the document), place, codes, anchor, gist; in the order asked for,
            each claim once. KeyError names ids that no coding has.
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
        variable = self.codebook.role(name, layer)
        column = variable.name if variable else name
        key = _KEYS[layer]
        columns = {
            coder: table.set_index(key)[column].astype("str")
            for coder, table in codings.items()
            if column in table.columns
        }
        if not columns:
            raise KeyError(f"no coder has {name!r} for {layer}")
        # after `coding="a"` the claims are a coder's; their ids are the same ones
        tables = [getattr(self, layer), *codings.values()]
        index = _merged_ids(tables, layer, self.units["unit_id"].tolist())
        return pd.DataFrame(
            {coder: series.reindex(index) for coder, series in columns.items()}, index=index
        )

    def claims_per_unit(self) -> pd.DataFrame:
        """How many claims each coder saw in each unit: agreement on unitising.

        Returns
        -------
        DataFrame
            Index unit_id in reading order, one column per coder; missing where the coder did
            not code the document.
        """
        self.require("coders")
        docs = self.units.set_index("unit_id")["doc_id"]
        counts = {}
        for coder, table in self.codings.items():
            count = table.groupby("unit_id").size().reindex(docs.index, fill_value=0)
            counts[coder] = count.astype("Int64").where(docs.isin(self.coverage[coder]))
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
_LABEL_FLAGS = (("asserted", "polarity"), ("adopted", "stance"), ("own", "voice"))


def read_corpus(path: str | Path, *, drop: Iterable[str] = (), coding: str = FINAL) -> Corpus:
    """Read a corpus folder, or a single CSV file.

    Parameters
    ----------
    path
        A folder with documents.csv and, as far as there are, codebook.toml, blocks.csv,
        units.csv, claims.csv, labels.csv, events.csv, tokens.csv, coders/<coder>/*.csv and
        context/context.csv; or a CSV file with document, date, coder, frame and, where there
        are, unit, claim, anchor, gist, note and further columns, each a nominal variable.
    drop
        Ids of documents to leave out.
    coding
        "final", or the name of a coder whose own codes take the place of the final ones.

    Returns
    -------
    Corpus
        Without claims.csv the final claims are what most coders say, ties to the coder first
        in the alphabet; `notes` says so.

    Raises
    ------
    CorpusError
        When anything is wrong with the files; it names file, row and column of each fault.
    ValueError
        When `drop` or `coding` names something the corpus does not have.
    """
    raw = read_raw(path)
    faults = find_faults(raw)
    if faults:
        raise CorpusError(faults)
    parts = _file_parts(raw.minimal) if raw.minimal is not None else _folder_parts(raw)
    corpus = _assemble(raw.path, parts)
    drop = tuple(drop)
    _known_documents(drop, corpus.documents["doc_id"])
    corpus = _with_coding(corpus, coding)
    return _without(corpus, drop) if drop else corpus


def _known_documents(drop: Iterable[str], documents: pd.Series) -> None:
    unknown = [doc for doc in drop if doc not in set(documents)]
    if unknown:
        known = ", ".join(documents)
        raise ValueError(f"no document {', '.join(map(repr, unknown))}; there are {known}")


def _known_coding(coding: str, codings: Mapping[str, Any]) -> None:
    if coding not in codings:
        known = ", ".join([FINAL, *codings])
        raise ValueError(f"no coding {coding!r}; there are {known}")


def _thing(need: str) -> str:
    """What a chapter calls a need that a corpus does not meet."""
    layer, dot, role = need.partition(".")
    if not dot:
        return _THINGS[need]
    word = role.replace("_", " ")
    return f"{word} codes" if layer == "claims" else f"{word} of its {layer}"


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
        variable = codebook.role(role, where)
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
        column = claims[role] if role in claims else None
        value = _flag(codebook, "claims", role, flag, column, neutral)
        claims[flag] = pd.Series(value, index=claims.index, dtype=bool)


# From text to tables -----------------------------------------------------------------------


@dataclass
class _Parts:
    """The text tables of a corpus, whatever files they came from."""

    codebook: Codebook
    tables: dict[str, pd.DataFrame]
    coders: dict[str, dict[str, pd.DataFrame]]
    context: dict[str, pd.DataFrame] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    votes: bool = True  # whether coders' claims can be matched unit by unit


def _folder_parts(raw: RawCorpus) -> _Parts:
    tables = {name: _text(table) for name, table in raw.tables.items()}
    coders = {
        coder: {name: _text(table) for name, table in parts.items()}
        for coder, parts in raw.coders.items()
    }
    context = {name: _text(table) for name, table in raw.context.items()}
    codebook = raw.codebook
    if codebook is None:
        codebook = _found_codebook(tables, coders)
    return _Parts(codebook, tables, coders, context)


def _found_codebook(
    tables: Mapping[str, pd.DataFrame], coders: Mapping[str, Mapping[str, pd.DataFrame]]
) -> Codebook:
    """A codebook from whatever columns and values the layers have, over all coders."""
    layers, skip = {}, {}
    for layer in ROLES:
        found = [tables.get(layer), *(parts.get(layer) for parts in coders.values())]
        frames = [frame for frame in found if frame is not None]
        if frames:
            layers[layer] = pd.concat(frames).fillna("")
        usual = {*ROLES[layer], *ROLES[layer].values()}
        skip[layer] = [name for name in LAYOUTS[layer].columns if name not in usual]
    return Codebook.from_tables(layers, skip=skip)


def _file_parts(table: Table) -> _Parts:
    """The parts of a one-file corpus: documents, units, and each coder's claims."""
    names = {"document": "doc_id", "date": "published", "unit": "unit_id"}
    rows = _text(table).rename(columns=names)
    documents = rows.drop_duplicates("doc_id")[["doc_id", "published"]]
    rows = rows.drop(columns="published")
    tables = {"documents": documents.assign(name=documents["doc_id"])}
    has_units = "unit_id" in rows.columns
    if has_units:
        rows["unit_id"] = rows["doc_id"] + "." + rows["unit_id"]
        tables["units"] = rows.drop_duplicates("unit_id")[["doc_id", "unit_id"]]
    coders = {
        str(coder): {"claims": part.drop(columns="coder")}
        for coder, part in rows.groupby("coder", sort=True)
    }
    notes: tuple[str, ...] = ()
    if len(coders) > 1 and not has_units:
        first = next(iter(coders))
        notes = (
            f"There are {len(coders)} coders but no column `unit`, so claims cannot be matched: "
            f"the coding of {first} is taken as final, and agreement is not available.",
        )
    skip = [*MINIMAL.columns, *names.values(), *LAYOUTS["claims"].columns]
    codebook = Codebook.from_tables(
        {"claims": rows}, skip={"claims": [name for name in skip if name != "frame"]}
    )
    return _Parts(codebook, tables, coders, notes=notes, votes=has_units)


def _assemble(path: Path, parts: _Parts) -> Corpus:
    """Convert, complete and sort the text tables of a corpus."""
    codebook, tables = parts.codebook, parts.tables
    documents = _documents(tables["documents"], codebook)
    order = dict(zip(documents["doc_id"], documents["order"], strict=True))
    blocks = _grouped(_sorted(_typed(tables.get("blocks"), _columns("blocks")), order))
    units = _units(parts, order)
    claims_of = {
        coder: _claims(layers["claims"], codebook, order, units)
        for coder, layers in parts.coders.items()
        if "claims" in layers
    }
    coverage = {coder: frozenset(parts.coders[coder]["claims"]["doc_id"]) for coder in claims_of}
    final = _claims(tables["claims"], codebook, order, units) if "claims" in tables else None
    claims, claims_of, notes = _settled(final, claims_of, coverage, codebook, parts.votes)
    claims = _in_order(claims, order, units)
    labels, labels_of = _mentions("labels", parts, order, blocks)
    events, events_of = _mentions("events", parts, order, blocks)
    context = parts.context.pop("context", None)
    return Corpus(
        path=path,
        codebook=codebook,
        documents=documents,
        blocks=blocks,
        units=units,
        claims=claims,
        labels=labels,
        events=events,
        tokens=_sorted(_typed(tables.get("tokens"), _columns("tokens")), order),
        context=_typed(context, ()),
        coders=_coders(tables.get("coders"), parts.coders),
        adjudication=_typed(tables.get("adjudication"), _columns("adjudication"), numbers=()),
        codings={coder: _in_order(table, order, units) for coder, table in claims_of.items()},
        label_codings=labels_of,
        event_codings=events_of,
        document_codings=_document_codings(parts, order),
        context_codings={name: _typed(table, ()) for name, table in parts.context.items()},
        coverage=coverage,
        notes=(*parts.notes, *notes),
    )


def _columns(layer: str) -> tuple[str, ...]:
    return LAYOUTS[layer].columns


def _text(table: Table) -> pd.DataFrame:
    return table.frame().reset_index(drop=True).astype("str")


def _typed(
    frame: pd.DataFrame | None,
    columns: Iterable[str],
    *,
    numbers: Iterable[str] = NUMBERS,
    measures: Iterable[str] = (),
) -> pd.DataFrame:
    """A table with these columns at least: numbers Int64, yes/no bool, measures Float64."""
    frame = pd.DataFrame() if frame is None else frame.reset_index(drop=True)
    blank = pd.Series("", index=frame.index, dtype="str")
    frame = frame.assign(**{name: blank for name in columns if name not in frame.columns})
    for name in frame.columns:
        cells = frame[name].where(frame[name] != "")
        if name in numbers:
            frame[name] = pd.to_numeric(cells).astype("Int64")
        elif name in measures:
            frame[name] = pd.to_numeric(cells).astype("Float64")
        elif name in SWITCHES:
            frame[name] = frame[name] == "yes"
    return frame


def _sorted(frame: pd.DataFrame, order: Mapping[str, int], *keys: pd.Series) -> pd.DataFrame:
    """Rows in document order, then by the keys, then as they stood."""
    by = pd.DataFrame({"doc": frame["doc_id"].map(dict(order)), **dict(enumerate(keys))})
    by.columns = [str(name) for name in by.columns]
    ranks = by.sort_values(list(by.columns), kind="stable").index
    return frame.loc[ranks].reset_index(drop=True)


def _grouped(frame: pd.DataFrame) -> pd.DataFrame:
    """para_group made unique across documents: "P01" becomes "doc_id.P01"."""
    groups = [
        group if not group or group.startswith(f"{doc}.") else f"{doc}.{group}"
        for doc, group in zip(frame["doc_id"], frame["para_group"], strict=True)
    ]
    return frame.assign(para_group=pd.Series(groups, index=frame.index, dtype="str"))


def _measures(codebook: Codebook, layer: str) -> list[str]:
    """Variables whose cells are quantities, not codes."""
    return [v.name for v in codebook.layer(layer) if v.level == "interval" and not v.codes]


def _coded_cells(frame: pd.DataFrame, codebook: Codebook, layer: str) -> pd.DataFrame:
    """Sets of codes in the codebook's order, so that equal sets are equal cells."""
    for variable in codebook.layer(layer):
        if variable.multiple and variable.name in frame.columns:
            rank = {code: place for place, code in enumerate(variable.order)}
            cells = [
                ";".join(sorted(_codes(cell), key=lambda code: (rank.get(code, len(rank)), code)))
                for cell in frame[variable.name]
            ]
            frame = frame.assign(
                **{variable.name: pd.Series(cells, index=frame.index, dtype="str")}
            )
    return frame


def _codes(cell: str) -> list[str]:
    return [code.strip() for code in cell.split(";") if code.strip()]


def _documents(frame: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """documents.csv in date order, with its dates read."""
    frame = _typed(frame, _columns("documents"), measures=_measures(codebook, "documents"))
    frame["name"] = frame["name"].where(frame["name"] != "", frame["doc_id"])
    spans = [parse_edtf(text) for text in frame["published"]]
    frame["date_low"] = pd.to_datetime([span.low for span in spans])
    frame["date_high"] = pd.to_datetime([span.high for span in spans])
    frame["date"] = pd.to_datetime([span.middle for span in spans])
    frame["year"] = frame["date"].dt.year.astype("int64")
    frame = frame.sort_values(["date", "date_low"], kind="stable").reset_index(drop=True)
    frame["order"] = np.arange(len(frame))
    return _coded_cells(frame, codebook, "documents")


def _units(parts: _Parts, order: Mapping[str, int]) -> pd.DataFrame:
    """units.csv, or the units that the claims of all coders name."""
    given = parts.tables.get("units")
    if given is not None:
        return _grouped(_sorted(_typed(given, _columns("units")), order))
    named = [parts.tables.get("claims"), *(c.get("claims") for c in parts.coders.values())]
    frames = [frame for frame in map(_with_unit_ids, named) if frame is not None]
    if not frames or not parts.votes:
        return _typed(None, _columns("units"))
    found = pd.concat(frames).fillna("")
    found = found[found["unit_id"] != ""].drop_duplicates("unit_id")
    found = _typed(found[[c for c in _columns("units") if c in found.columns]], _columns("units"))
    paragraph = found["para_id"].map(natural)
    return _grouped(_sorted(found, order, paragraph, found["sentence"].fillna(0)))


def _with_unit_ids(frame: pd.DataFrame | None) -> pd.DataFrame | None:
    """Claims with unit_id, made of document, paragraph and sentence where it is not given."""
    if frame is None or {"para_id", "sentence"} <= set(frame.columns):
        if frame is None:
            return None
        made = frame["doc_id"] + "." + frame["para_id"] + ".s" + frame["sentence"]
        made = made.where((frame["para_id"] != "") & (frame["sentence"] != ""), "")
        if "unit_id" in frame.columns:
            made = frame["unit_id"].where(frame["unit_id"] != "", made)
        return frame.assign(unit_id=made)
    return frame if "unit_id" in frame.columns else frame.assign(unit_id="")


def _claims(
    frame: pd.DataFrame, codebook: Codebook, order: Mapping[str, int], units: pd.DataFrame
) -> pd.DataFrame:
    """Claims of one coding: real ones only, with units, groups, numbers and ids."""
    variables = [variable.name for variable in codebook.layer("claims")]
    if "claim" in frame.columns:
        frame = frame[frame["claim"] != "0"]
    frame = _with_unit_ids(frame)
    frame = _typed(frame, [*_columns("claims"), *variables], measures=_measures(codebook, "claims"))
    frame = _coded_cells(frame, codebook, "claims")
    frame = _in_order(frame, order, units)
    groups = units.set_index("unit_id")["para_group"]
    known = frame["unit_id"].map(groups).fillna("")
    frame["para_group"] = frame["para_group"].where(frame["para_group"] != "", known).astype("str")
    frame = _grouped(frame)
    home = frame["unit_id"].where(frame["unit_id"] != "", frame["doc_id"])
    number = frame.groupby(home).cumcount() + 1
    frame["claim"] = frame["claim"].fillna(number.astype("Int64"))
    made = home + ".c" + number.astype("str")
    frame["claim_id"] = frame["claim_id"].where(frame["claim_id"] != "", made)
    frame["unit_id"] = frame["unit_id"].where(frame["unit_id"] != "", frame["claim_id"])
    return frame[list(dict.fromkeys([*_CLAIM_FRONT, *variables, *_CLAIM_BACK]))]


_CLAIM_FRONT = (
    *("claim_id", "doc_id", "para_id", "sentence", "claim", "unit_id", "para_group", "position"),
    *("anchor", "start", "end"),
)
_CLAIM_BACK = ("confidence", "alt", "gist", "note", "agreement")


def _in_order(claims: pd.DataFrame, order: Mapping[str, int], units: pd.DataFrame) -> pd.DataFrame:
    """Claims in reading order, with their position in the document."""
    rank = {unit: place for place, unit in enumerate(units["unit_id"])}
    place = claims["unit_id"].map(rank).astype("Float64").fillna(-1.0)
    claims = _sorted(claims, order, place, claims["claim"].fillna(0))
    return claims.assign(position=claims.groupby("doc_id").cumcount().astype("int64"))


# From several coders to one coding -----------------------------------------------------------


def _settled(
    final: pd.DataFrame | None,
    codings: dict[str, pd.DataFrame],
    coverage: Mapping[str, frozenset[str]],
    codebook: Codebook,
    votes: bool,
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame], tuple[str, ...]]:
    """The final claims, and the coders' claims under the ids of the final ones."""
    if not codings:
        if final is None:
            final = _typed(None, [*_CLAIM_FRONT, *_CLAIM_BACK])
            final = final.assign(**{v.name: "" for v in codebook.layer("claims")})
        return final, {}, ()
    if not votes:
        return next(iter(codings.values())), codings, ()
    roles = [codebook.role(role) for role in ("frame", "valence", "function")]
    ids = align(codings, final, codes=[variable.name for variable in roles if variable])
    codings = {
        coder: table.assign(claim_id=pd.Series(ids[coder], index=table.index, dtype="str"))
        for coder, table in codings.items()
    }
    if final is not None:
        return final, codings, ()
    notes = ()
    if len(codings) > 1:
        notes = (
            f"There is no final coding: each claim has the code that most of the {len(codings)} "
            f"coders gave it, ties as {next(iter(codings))} has it.",
        )
    return _majority(codings, coverage, codebook), codings, notes


def _majority(
    codings: Mapping[str, pd.DataFrame],
    coverage: Mapping[str, frozenset[str]],
    codebook: Codebook,
) -> pd.DataFrame:
    """One claim for every claim that most coders of the document hold, coded as most have it.

    A tie, whether a claim is held or which code it has, goes to the first coder in the alphabet.
    """
    variables = [variable.name for variable in codebook.layer("claims")]
    held: dict[str, list[tuple[str, dict[Any, Any]]]] = {}
    for coder, table in codings.items():
        for row in table.to_dict("records"):
            held.setdefault(row["claim_id"], []).append((coder, row))
    kept = []
    for rows in held.values():
        first = rows[0][1]
        able = [coder for coder in codings if first["doc_id"] in coverage[coder]]
        if 2 * len(rows) < len(able) or (2 * len(rows) == len(able) and rows[0][0] != able[0]):
            continue
        settled = {name: _most(row[name] for _, row in rows) for name in variables}
        kept.append({**first, **settled, "agreement": len(rows)})
    table = pd.DataFrame(kept, columns=next(iter(codings.values())).columns)
    types = next(iter(codings.values())).dtypes
    return table.astype(types.to_dict())


def _most(values: Iterable[Any]) -> Any:
    """The value most often met, the first of them in a tie."""
    counts: dict[Any, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda value: counts[value])


# Labels, events, documents, coders -----------------------------------------------------------


def _mentions(
    layer: str, parts: _Parts, order: Mapping[str, int], blocks: pd.DataFrame
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """Label mentions or events: the final table, and each coder's under the final ids."""
    codings = {
        coder: _mention_table(layer, layers[layer], parts.codebook, order, blocks)
        for coder, layers in parts.coders.items()
        if layer in layers
    }
    final = None
    if layer in parts.tables or not codings:
        final = _mention_table(layer, parts.tables.get(layer), parts.codebook, order, blocks)
    key, phrase, roles = (
        ("label_id", "literal", ("label", "pair", "polarity"))
        if layer == "labels"
        else ("event_id", "name", ("year",))
    )
    found = [parts.codebook.role(role, layer) for role in roles]
    names = {key: "claim_id", phrase: "anchor"}
    ids = align(
        {coder: table.rename(columns=names) for coder, table in codings.items()},
        None if final is None else final.rename(columns=names),
        codes=[variable.name for variable in found if variable],
        forced=False,
    )
    codings = {
        coder: table.assign(**{key: pd.Series(ids[coder], index=table.index, dtype="str")})
        for coder, table in codings.items()
    }
    return next(iter(codings.values())) if final is None else final, codings


def _mention_table(
    layer: str,
    frame: pd.DataFrame | None,
    codebook: Codebook,
    order: Mapping[str, int],
    blocks: pd.DataFrame,
) -> pd.DataFrame:
    """One table of label mentions or events, completed and in document order."""
    variables = [variable.name for variable in codebook.layer(layer)]
    if frame is None:
        frame = pd.DataFrame({"doc_id": pd.Series(dtype="str")})
    given = set(frame.columns)
    frame = _typed(frame, [*_columns(layer), *variables], measures=_measures(codebook, layer))
    frame = _sorted(_coded_cells(frame, codebook, layer), order)
    block = frame["block_id"] if layer == "labels" else frame["para_id"]
    sentence = frame["sentence"].astype("str").where(frame["sentence"].notna(), "")
    home = frame["doc_id"] + "." + block + ("." + "s" + sentence).where(sentence != "", "")
    frame["unit_id"] = frame["unit_id"].where(frame["unit_id"] != "", home)
    key, letter = ("label_id", "l") if layer == "labels" else ("event_id", "e")
    made = frame["unit_id"] + f".{letter}" + (frame.groupby("unit_id").cumcount() + 1).astype("str")
    frame[key] = frame[key].where(frame[key] != "", made)
    if layer == "events":
        return _with_years(frame)
    return _with_places(frame, blocks, codebook, countable="countable" in given)


def _with_years(events: pd.DataFrame) -> pd.DataFrame:
    """Events with the first and last year of their date; missing where the text gives none."""
    spans = [parse_edtf(year, open_ended=True) if year else None for year in events["year"]]
    low = [span.low.year if span else pd.NA for span in spans]
    high = [span.high.year if span else pd.NA for span in spans]
    return events.assign(
        year_low=pd.array(low, dtype="Int64"), year_high=pd.array(high, dtype="Int64")
    )


def _with_places(
    labels: pd.DataFrame, blocks: pd.DataFrame, codebook: Codebook, *, countable: bool
) -> pd.DataFrame:
    """Labels with `where` (the kind of their block) and `countable`, where these are not given.

    Countable are mentions of the pair itself, in the body, that repeat no other mention.
    """
    place = codebook.role("place", "labels")
    where = place.name if place else "where"
    kinds = blocks.set_index(["doc_id", "block_id"])["kind"].to_dict()
    found = [
        kinds.get((doc, block), "")
        for doc, block in zip(labels["doc_id"], labels["block_id"], strict=True)
    ]
    kind = pd.Series(found, index=labels.index, dtype="str")
    labels[where] = labels[where].where(labels[where] != "", kind)
    if countable:
        return labels
    pair = codebook.role("pair", "labels")
    counted = (labels[where].isin(["body", ""])) & (labels["dup_of"] == "")
    if pair and pair.codes:
        counted &= labels[pair.name].isin([pair.order[0], ""])
    return labels.assign(countable=counted.astype(bool))


def _document_codings(parts: _Parts, order: Mapping[str, int]) -> dict[str, pd.DataFrame]:
    codings = {}
    for coder, layers in parts.coders.items():
        if "documents" in layers:
            frame = _typed(layers["documents"], ("doc_id",))
            frame = _coded_cells(frame, parts.codebook, "documents")
            codings[coder] = _sorted(frame, order)
    return codings


def _coders(frame: pd.DataFrame | None, coders: Iterable[str]) -> pd.DataFrame:
    """coders.csv, with a row for every coder that has files."""
    table = _typed(frame, _columns("coders"))
    absent = [coder for coder in coders if coder not in set(table["coder"])]
    if absent:
        table = pd.concat([table, pd.DataFrame({"coder": absent}, dtype="str")]).fillna("")
    return table.reset_index(drop=True)


# Leaving out -----------------------------------------------------------------------------------


def _with_coding(corpus: Corpus, coding: str) -> Corpus:
    """The corpus with one coder's codes in the place of the final ones."""
    if coding == FINAL:
        return corpus
    _known_coding(coding, corpus.codings)
    changes: dict[str, Any] = {"coding": coding, "claims": corpus.codings[coding]}
    changes["labels"] = corpus.label_codings.get(coding, corpus.labels)
    changes["events"] = corpus.event_codings.get(coding, corpus.events)
    own = corpus.document_codings.get(coding)
    if own is not None:
        documents = corpus.documents.copy()
        for variable in corpus.codebook.layer("documents"):
            if variable.name in own.columns:
                values = documents["doc_id"].map(own.set_index("doc_id")[variable.name])
                documents[variable.name] = values.fillna("").astype("str")
        changes["documents"] = documents
    return replace(corpus, **changes)


def _without(corpus: Corpus, drop: Sequence[str]) -> Corpus:
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
    return replace(corpus, **changes)


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
