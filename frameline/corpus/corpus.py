"""The corpus: reading it, and the one place where rows are chosen for a chapter.

A corpus is a folder of CSV tables with a codebook, or a single CSV file with the columns
document, date, coder and frame. Chapters ask for roles ("frame", "valence"), and ask `has` or
`require` first; whatever a corpus lacks, the chapter about it steps aside.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import pandas as pd

from frameline.corpus.ahead import keep, recall
from frameline.corpus.assembly import assemble
from frameline.corpus.checks import find_faults
from frameline.corpus.codebook import ROLES, Codebook
from frameline.corpus.missing import TABLES, stepping_aside
from frameline.corpus.tables import Fault, read_raw

FINAL = "final"


class StepAside(Exception):
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
        return self.describe_for(CHOICES)

    def describe_for(self, roles: Collection[str]) -> str:
        """The same for claims that carry only some roles: what none can differ in is not named.

        >>> Filter().describe_for(["voice"]), Filter().describe_for([])
        ('all claims, all voices', 'all claims')
        """
        parts = [words[getattr(self, name)] for name, words in CHOICES.items() if name in roles]
        if "relevance" not in roles:
            parts.insert(0, "all claims")
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
    _laid: dict[str, pd.DataFrame] = field(default_factory=dict, init=False)

    def __getstate__(self) -> dict[str, Any]:
        """Without the claims laid out so far: they can be laid out anew."""
        return {**vars(self), "_laid": {}}

    def __repr__(self) -> str:
        sizes = {name: len(getattr(self, f"{name}s")) for name in ("document", "claim", "label")}
        sizes["coder"] = len(self.codings)
        parts = [f"{size} {name}{'' if size == 1 else 's'}" for name, size in sizes.items()]
        return f"Corpus({', '.join(parts)})"

    @property
    def names(self) -> dict[str, str]:
        """Document id to display name, in date order."""
        return dict(zip(self.documents["doc_id"], self.documents["name"], strict=True))

    @property
    def source(self) -> str:
        """The source line of figures made for re-use."""
        codebook = self.codebook
        title = codebook.title if codebook.version else self.path.stem
        about = codebook.dyad.label if codebook.dyad.named else title
        version = f", codebook {codebook.version}" if codebook.version else ""
        return f"Frameline corpus: {about}{version}"

    def has(self, *needs: str) -> bool:
        """Whether the corpus has all of these: "labels", "coders", "claims.valence", ..."""
        return not self._missing(needs)

    def present(self, *roles: str) -> list[str]:
        """Those of these claims roles that the corpus has: what a figure can say it uses."""
        return [role for role in roles if self._has_role("claims", role)]

    def describe(self, chosen: Filter) -> str:
        """The filter in one plain line, naming only what the claims of this corpus differ in."""
        return chosen.describe_for(self.present(*CHOICES))

    def require(self, *needs: str) -> None:
        """Raise StepAside, naming what is missing, unless the corpus has all of these."""
        if self._missing(needs):
            raise StepAside(self.lacking(*needs))

    def lacking(self, *needs: str, so: str = "this chapter steps aside") -> str:
        """Say which of these the corpus lacks, what follows, and what would supply them."""
        missing = self._missing(needs)
        layers = {need.partition(".")[0] for need in missing}
        empty = {layer for layer in layers & set(ROLES) if not len(getattr(self, layer))}
        unsigned = self._has_codes("claims", "valence")
        return stepping_aside(missing, empty=empty, unsigned=unsigned, so=so)

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
        if need not in TABLES:
            raise ValueError(f"unknown need {need!r}; known: {', '.join(TABLES)}, layer.role")
        return len(getattr(self, need)) > 0

    def _has_role(self, layer: str, role: str) -> bool:
        if role not in ROLES.get(layer, ()):
            raise ValueError(f"unknown role {layer}.{role}")
        variable = self.codebook.role(role, layer)
        if (layer, role) == ("claims", "valence") and not (variable and variable.flag("sign")):
            return False
        return self._has_codes(layer, role)

    def _has_codes(self, layer: str, role: str) -> bool:
        variable = self.codebook.role(role, layer)
        table = getattr(self, layer)
        if variable is None or variable.name not in table.columns:
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
        claims = self._claims_of(chosen.coding)
        keep = ~claims["doc_id"].isin(chosen.drop)
        if chosen.voice == "own":
            keep &= claims["own"]
        if chosen.modality != "all":
            keep &= claims["asserted"] if chosen.modality == "assertions" else ~claims["question"]
        if chosen.relevance == "counted":
            keep &= claims["counted"]
        if chosen.function != "all":
            keep &= claims["verdict"] if chosen.function == "verdicts" else ~claims["fact"]
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
        _known_coding(coding, codings[layer])
        return codings[layer][coding]

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

    def coded(self, *roles: str) -> dict[str, pd.DataFrame] | None:
        """The coders' own codes for these roles, from which intervals redraw the coding.

        Returns
        -------
        dict of role to aligned table, or None where fewer than two coders coded the claims.
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
    corpus: Corpus = recall(path) or _read(path)
    drop = tuple(drop)
    _known_documents(drop, corpus.documents["doc_id"])
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


def _read(path: str | Path) -> Corpus:
    raw = read_raw(path)
    faults = find_faults(raw)
    if faults:
        raise CorpusError(faults)
    return Corpus(**assemble(raw))


def _known_documents(drop: Iterable[str], documents: pd.Series) -> None:
    unknown = [doc for doc in drop if doc not in set(documents)]
    if unknown:
        known = ", ".join(documents)
        raise ValueError(f"no document {', '.join(map(repr, unknown))}; there are {known}")


def _known_coding(coding: str, codings: Mapping[str, Any]) -> None:
    if coding not in codings:
        known = ", ".join([FINAL, *codings])
        raise ValueError(f"no coding {coding!r}; there are {known}")


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
        column = claims.get(role)
        value = _flag(codebook, "claims", role, flag, column, neutral)
        claims[flag] = pd.Series(value, index=claims.index, dtype=bool)


# Leaving out -----------------------------------------------------------------------------------


def _with_coding(corpus: Corpus, coding: str) -> Corpus:
    """The corpus with one coder's codes in the place of the final ones."""
    if coding == FINAL:
        return corpus
    _known_coding(coding, corpus.codings)
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
