"""From a corpus folder to what a format takes: documents, every coder's annotations, variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from frameline.corpus.checks import find_faults
from frameline.corpus.codebook import ROLES, Codebook
from frameline.corpus.codebook import Variable as BookVariable
from frameline.corpus.corpus import FINAL
from frameline.corpus.tables import LAYOUTS, RawCorpus, Table, read_raw, shown
from frameline.corpus.texts import TextsError, locate, read_texts
from frameline.exchange.files.csv_rows import Row
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import safe_name
from frameline.exchange.incoming.coding_rows import NO_WORDS
from frameline.exchange.incoming.fitting_documents import DERIVED
from frameline.exchange.incoming.holdings import counted
from frameline.exchange.model.places import WHOLE
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Project,
    Span,
    Variable,
)

_LAYERS = ("claims", "labels", "events")
_SPANS = re.compile(r"\d{1,15}-\d{1,15}(?:;\d{1,15}-\d{1,15})*")
#: Columns of a layer that say where and what is quoted, even where a codebook lists them.
_PLACED = frozenset(("anchor", "literal", "note", "agreement"))
#: Columns of claims that hold something said, without being variables of a codebook.
_SAID = ("confidence", "alt", "gist")


def project_of(folder: Path, coders: Sequence[str] = (), texts: Path | None = None) -> Project:
    """Read a corpus folder as a project.

    Parameters
    ----------
    folder : Path
        A corpus without faults (dates may be missing).
    coders : sequence of str
        Whose annotations; "final" for the final coding. All there are by default.
    texts : Path, optional
        Folder with the texts; by default the folder ``texts`` of the corpus, if it has one.
        Documents whose text is not there come without it: spans as they are, evidence phrases
        as quotes.

    Raises
    ------
    ExchangeError
        When the folder is no corpus, a coder is unknown, a text is another version.
    """
    raw = _raw(folder)
    found_texts = _texts(raw, texts)
    units = _units(raw)
    codings: list[Coding] = []
    rows = 0
    for coder, layers in _coders(raw, coders).items():
        reader = _Reader(coder, raw.codebook, found_texts, units)
        for layer, table in layers.items():
            for row in _rows(table):
                rows += 1
                reader.take(layer, row)
        codings += reader.codings()
    documents = [_document(row, found_texts) for row in _rows(raw.tables["documents"])]
    order = {document.id: place for place, document in enumerate(documents)}
    codings.sort(key=lambda coding: order.get(coding.document, -1))
    variables = _variables(raw.codebook, codings)
    return Project(tuple(documents), tuple(codings), variables, rows, rows, (), "code-points")


def _raw(folder: Path) -> RawCorpus:
    raw = read_raw(folder)
    if raw.minimal is not None:
        todo = "a corpus of one CSV file is a table already: frameline import csv takes it"
        raise ExchangeError(str(folder), "", "a file", "a corpus folder", todo)
    faults = find_faults(raw)
    if faults:
        found, todo = counted(faults), "correct what is listed first"
        raise ExchangeError(str(folder), "", found, "a corpus without faults", todo, faults)
    return raw


def _rows(table: Table) -> Iterable[Row]:
    for cells in table.rows:
        yield dict(zip(table.columns, cells, strict=True))


def _texts(raw: RawCorpus, folder: Path | None) -> dict[str, str]:
    """The texts that are at hand, by document."""
    if folder is not None and not folder.is_dir():
        raise ExchangeError(str(folder), "", "no such folder", "", "check --texts")
    where = folder or raw.path / "texts"
    found: dict[str, str] = {}
    for row in _rows(raw.tables["documents"]) if where.is_dir() else ():
        file = row.get("file", "")
        if row.get("sha256") or (file and file == safe_name(file)):
            table = pd.DataFrame([{"file": "", "sha256": "", **row}])
            try:
                found |= read_texts(where, table, verify=bool(row.get("sha256")))
            except TextsError as error:
                if "version" in str(error):
                    todo = "put the coded version into the folder"
                    raise ExchangeError(str(where), row["doc_id"], str(error), "", todo) from error
            except UnicodeDecodeError as error:
                place = f"{row['doc_id']}, byte {error.start}"
                raise ExchangeError(str(where), place, "", "UTF-8", "save it as UTF-8") from error
    return found


def _coders(raw: RawCorpus, wanted: Sequence[str]) -> dict[str, dict[str, Table]]:
    """The tables of each coder asked for; the final coding last."""
    there = {coder: dict(layers) for coder, layers in raw.coders.items()}
    final = {layer: raw.tables[layer] for layer in _LAYERS if layer in raw.tables}
    if final:
        there[FINAL] = final
    for coder in wanted:
        if coder not in there:
            allowed = ", ".join(there) or "none: the corpus has no coding"
            raise ExchangeError("--coder", "", shown(coder), allowed, "choose one of these")
    return {coder: there[coder] for coder in wanted or there}


@dataclass(frozen=True)
class _Home:
    """A unit of units.csv as far as it is needed here."""

    unit_id: str
    span: Span | None


def _units(raw: RawCorpus) -> dict[str, _Home]:
    """Units by their id, and by document, paragraph and sentence."""
    homes = {}
    for row in _rows(raw.tables["units"]) if "units" in raw.tables else ():
        start, end = row.get("start", ""), row.get("end", "")
        span = Span(int(start), int(end)) if start and end else None
        home = _Home(row["unit_id"], span)
        homes[row["unit_id"]] = homes[_sentence(row, "para_id")] = home
    return homes


def _sentence(row: Row, block: str) -> str:
    return f"{row['doc_id']}.{row.get(block, '')}.s{row.get('sentence', '')}"


class _Reader:
    """One coder's rows on their way to codings."""

    def __init__(
        self,
        coder: str,
        codebook: Codebook | None,
        texts: Mapping[str, str],
        units: Mapping[str, _Home],
    ) -> None:
        self.coder, self.codebook, self.texts, self.units = coder, codebook, texts, units
        self._found: dict[str, list[Annotation]] = {}

    def codings(self) -> list[Coding]:
        """What was taken, by document."""
        return [Coding(doc, self.coder, tuple(found)) for doc, found in self._found.items()]

    def take(self, layer: str, row: Row) -> None:
        """One row of a table; one that says that nothing was marked makes an empty coding."""
        found = self._found.setdefault(row["doc_id"], [])
        if layer == "claims" and row.get("claim") == "0":
            return
        values = dict(_values(layer, row, self.codebook))
        note, name = row.get("note", ""), row.get("source_id", "")
        if layer == "documents":
            if values or note:
                found.append(Annotation(values=values, note=note))
            return
        spans, unit, quote = self._place(layer, row)
        if layer == "events" and "name" in values:
            quote = self._covered(row, spans) or ""
        found.append(Annotation(spans, values, layer, name, quote, note, unit))

    def _place(self, layer: str, row: Row) -> tuple[tuple[Span, ...], str, str]:
        """Spans, unit where there are none, and quote of a row."""
        words = row.get({"claims": "anchor", "labels": "literal"}.get(layer, "name"), "")
        words = "" if words == NO_WORDS else words
        start, end = row.get("start", ""), row.get("end", "")
        own = (Span(int(start), int(end)),) if start and end else ()
        kept = row.get("spans", "")
        if kept and not _SPANS.fullmatch(kept):
            todo = "write start-end, several with ; between them"
            raise ExchangeError(f"coder {self.coder}", "spans", shown(kept), "12-40;52-60", todo)
        spans = tuple(
            Span(*map(int, piece.split("-"))) for piece in kept.split(";") if piece
        ) or own  # fmt: skip
        home = self.units.get(row.get("unit_id", "")) or self.units.get(
            _sentence(row, "block_id" if layer == "labels" else "para_id")
        )
        if not spans and home is not None and home.span and row["doc_id"] in self.texts:
            spans = self._located(row["doc_id"], words, home.span)
        if spans:
            covered = self._covered(row, spans)
            return spans, "", covered if covered is not None else words if spans == own else ""
        name = home.unit_id if home else row.get("unit_id", "")
        name = name.removeprefix(f"{row['doc_id']}.")
        return (), "" if name == WHOLE else name, words

    def _located(self, doc: str, words: str, unit: Span) -> tuple[Span, ...]:
        """Where an anchor without offsets stands in its unit; else the unit."""
        place = locate(self.texts[doc], words, unit.start, unit.end)
        return (Span(*place),) if place else (unit,)

    def _covered(self, row: Row, spans: Sequence[Span]) -> str | None:
        """The text of spans, where it is at hand."""
        text = self.texts.get(row["doc_id"])
        if text is None:
            return None
        return " ".join(text[span.start : span.end] for span in spans)


def _values(
    layer: str, row: Row, codebook: Codebook | None
) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The variables of a row with their codes."""
    if codebook is None:
        usual = {*ROLES[layer], *ROLES[layer].values(), *_SAID}
        fixed = {*LAYOUTS[layer].columns} - usual
        known = {name: BookVariable(name) for name in row if name not in fixed}
    else:
        known = {variable.name: variable for variable in codebook.layer(layer)}
        if layer == "claims":
            known = {name: BookVariable(name) for name in _SAID} | known
    for name, variable in known.items():
        cell = row.get(name, "")
        if not cell or name in _PLACED:
            continue
        codes = tuple(c.strip() for c in cell.split(";") if c.strip()) if variable.multiple else ()
        yield name, codes or (cell,)


def _document(row: Row, texts: Mapping[str, str]) -> Document:
    """A document with its facts, but for what is computed from the text."""
    out = DERIVED | {"doc_id", "file"}
    facts = {name: cell for name, cell in row.items() if cell and name not in out}
    return Document(row["doc_id"], texts.get(row["doc_id"]), facts)


def _variables(codebook: Codebook | None, codings: Iterable[Coding]) -> tuple[Variable, ...]:
    """The variables in use with all their codes, in the order of the codebook."""
    if codebook is None:
        return ()
    used = {name for c in codings for a in c.annotations for name in dict(a.values)}
    found: dict[tuple[str, str], Variable] = {}
    for variable in codebook.variables:
        if variable.name not in used or variable.name in _PLACED:
            continue
        layer = "claims" if variable.layer == "documents" else variable.layer
        orders = variable.order
        codes = tuple(
            Code(
                code.code,
                code.label if code.label != code.code else "",
                code.definition,
                code.colour,
                code.group if code.group in orders else "",
            )
            for code in variable.codes
        )
        label = variable.label if variable.label != variable.name else ""
        new = Variable(variable.name, codes, layer, variable.multiple, label)
        found.setdefault((layer, variable.name), new)
    return tuple(found.values())
