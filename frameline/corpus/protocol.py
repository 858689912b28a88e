"""What a chapter may ask of a corpus, whatever it is kept in: the protocol of both backends.

`backends.memory` keeps CSV tables in memory, `backends.engine` leaves Parquet files where they
are and counts them there. What follows from a codebook and from which columns are filled is
written here, once, so that the same rows give the same filter line, the same steps aside and the
same faults in both.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol, runtime_checkable

import pandas as pd

from frameline.corpus.codebook import ROLES, Codebook, Variable
from frameline.corpus.fault import Fault, hint
from frameline.corpus.filter import CHOICES, FINAL, Filter, named
from frameline.corpus.missing import TABLES, stepping_aside
from frameline.corpus.showing import corpus_html
from frameline.words.language import spoken

#: Columns of the claims that a chapter may ask for though they play no role.
PLACES = ("unit_id",)
#: Layers whose columns are the variables of the claims.
_OF_CLAIMS = ("claims", "codings")


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


@runtime_checkable
class Corpus(Protocol):
    """The tables of one corpus; made by `read_corpus`.

    Attributes
    ----------
    path, codebook
        Where it was read, and its variables.
    documents, tokens
        Tables with doc_id and published, and with doc_id, token and n: of pandas in memory, of
        narwhals where an engine counts. Every measure takes either.
    coding, dropped
        Whose codes the claims have, and the documents that were left out when it was read.
    notes
        What a reader of results should know about how this corpus was read.
    """

    path: Path
    codebook: Codebook
    documents: Any
    tokens: Any
    coding: str
    dropped: tuple[str, ...]
    notes: tuple[str, ...]
    #: The needs that a corpus of this kind can meet.
    may_hold: ClassVar[tuple[str, ...]]

    # What each backend does in its own way

    @abstractmethod
    def select(self, chosen: Filter | None = None) -> Any:
        """The claims that count, their variables under the names of their roles."""

    @abstractmethod
    def codes_given(self) -> Any:
        """What each coder gave each claim: claim_id, coder, and a column per role."""

    def codes_placed(self) -> Any:
        """As `codes_given`, with the document of each claim (doc_id)."""
        return self.codes_given()

    @abstractmethod
    def evidence_of(self, doc_ids: Iterable[Any], chosen: Filter | None = None) -> pd.DataFrame:
        """Where the claims of some documents stand and how they are coded.

        Returns
        -------
        DataFrame
            At least claim_id, name (of the document), place, codes, anchor, gist.
        """

    @abstractmethod
    def in_blocks(self, result: Any) -> Iterator[pd.DataFrame]:
        """The rows of a result that may be too large to hold, block by block."""

    @property
    @abstractmethod
    def names(self) -> Mapping[Any, str]:
        """Document id to display name; empty where there are too many to name each."""

    @property
    @abstractmethod
    def coder_names(self) -> list[str]:
        """Who coded claims, sorted."""

    @abstractmethod
    def size(self, table: str) -> int:
        """How many rows a table has; 0 where there is no such table."""

    @abstractmethod
    def _holds(self, need: str) -> bool:
        """Whether there is a table of this name with rows, a second coder, the texts."""

    @abstractmethod
    def _filled(self, layer: str, column: str, coding: str = FINAL) -> bool:
        """Whether a layer has this column and anything in it, in this coding of the claims."""

    @abstractmethod
    def first_documents(self, most: int) -> list[tuple[str, str, str]]:
        """Id, name and date of publication of the first documents, in order of date."""

    # What is the same in both

    def __repr__(self) -> str:
        sizes = {name: self.size(f"{name}s") for name in ("document", "claim", "label")}
        sizes["coder"] = len(self.coder_names)
        parts = [f"{size:,} {name}{'' if size == 1 else 's'}" for name, size in sizes.items()]
        return f"Corpus({', '.join(parts)})"

    def _repr_html_(self) -> str:
        """What Jupyter shows: what is there, and what is missing."""
        return corpus_html(self)

    @property
    def source(self) -> str:
        """The source line of figures made for re-use."""
        codebook = self.codebook
        title = codebook.title if codebook.version else self.path.stem
        about = codebook.dyad.label if codebook.dyad.named else title
        version = f", codebook {codebook.version}" if codebook.version else ""
        return f"Frameline corpus: {about}{version}"

    def role(self, role: str) -> Variable | None:
        """The variable of the claims that plays a role, or None."""
        return self.codebook.role(role)

    def has(self, *needs: str) -> bool:
        """Whether the corpus has all of these: "labels", "coders", "claims.valence", ..."""
        return not self._missing(needs)

    def present(self, *roles: str) -> list[str]:
        """Those of these claims roles that the corpus has: what a figure can say it uses."""
        return [role for role in roles if self._has_role("claims", role)]

    def describe(self, chosen: Filter | None = None, lang: str = "en") -> str:
        """The filter in one plain line: only what claims can differ in and what was applied."""
        whole = (chosen or Filter()).within(self.dropped, self.coding)
        present = [role for role in CHOICES if self._coded_in(role, whole.coding)]
        return whole.describe_for(named(whole, self.codebook, present), lang)

    def require(self, *needs: str) -> None:
        """Raise StepAside, naming what is missing, unless the corpus has all of these."""
        if self._missing(needs):
            raise StepAside(self.lacking(*needs))

    def lacking(self, *needs: str, so: str = "") -> str:
        """Say which of these the corpus lacks, what follows, and what would supply them."""
        missing = self._missing(needs)
        layers = {need.partition(".")[0] for need in missing}
        empty = {layer for layer in layers if layer in TABLES and not self._holds(layer)}
        empty &= {*ROLES, *_OF_CLAIMS}
        unsigned = self._coded_in("valence", self.coding)
        return stepping_aside(missing, empty=empty, unsigned=unsigned, so=so, lang=spoken())

    def missing(self) -> list[str]:
        """The tables it might have, and the main roles of claims, that the corpus lacks."""
        roles = (f"claims.{role}" for role in ("frame", "valence", "voice"))
        return self._missing([*self.may_hold, *roles])

    def _missing(self, needs: Iterable[str]) -> list[str]:
        return [need for need in needs if not self._has(need)]

    def _has(self, need: str) -> bool:
        layer, dot, role = need.partition(".")
        if not dot:
            known: Collection[str] = (*TABLES, "documents")
            if need not in known:
                there = f"{', '.join(known)}, layer.role"
                raise ValueError(f"unknown need {need!r}{hint(need, known)}; known: {there}")
            return self._holds(need)
        if layer == "claims" and role in PLACES:
            return self._filled(layer, role)
        return self._has_role(layer, role)

    def _has_role(self, layer: str, role: str) -> bool:
        of = "claims" if layer in _OF_CLAIMS else layer
        known = ROLES.get(of, {})
        if role not in known:
            there = [*known, *(PLACES if layer == "claims" else ())]
            found = f"unknown role {layer}.{role}{hint(role, there)}"
            raise ValueError(f"{found}; known: {', '.join(f'{layer}.{one}' for one in there)}")
        variable = self.codebook.role(role, of)
        if variable is None or (of == "claims" and role == "valence" and not variable.flag("sign")):
            return False
        return self._filled(layer, variable.name)

    def _coded_in(self, role: str, coding: str) -> bool:
        """Whether the claims of a coding have any code of a role."""
        variable = self.codebook.role(role)
        return variable is not None and self._filled("claims", variable.name, coding)
