"""From what a format gave to a corpus folder: a new one, or one that gets a further coder.

Everything is written beside the folder, checked as `frameline check` does, and put in its place
at the end; whatever fails before leaves the old corpus as it was. Rows of an existing corpus are
never changed, only added to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from frameline.corpus.checks import find_faults
from frameline.corpus.codebook import Codebook, CodebookError, read_codebook
from frameline.corpus.corpus import FINAL, CorpusError, read_corpus
from frameline.corpus.tables import nearest, read_raw, shown
from frameline.disk.place import write
from frameline.exchange.files.csv_rows import Row, Rows
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import safe_name
from frameline.exchange.files.replacing import replacing
from frameline.exchange.incoming.codebook_draft import codebook_toml, draft_codebook
from frameline.exchange.incoming.codebook_growth import with_codes
from frameline.exchange.incoming.coding_rows import LEADING, TRAILING, coding_rows, nothing_marked
from frameline.exchange.incoming.corpus_names import check_coder, unique
from frameline.exchange.incoming.document_dates import dated, read_dates
from frameline.exchange.incoming.document_rows import add_documents, add_places, match_documents
from frameline.exchange.incoming.fitting import fit
from frameline.exchange.incoming.holdings import (
    Holdings,
    counted,
    read_holdings,
    write_changed,
)
from frameline.exchange.incoming.mapping import NameMap, apply_map
from frameline.exchange.model.places import Places, places_in_text
from frameline.exchange.model.project import Left, Project


@dataclass(frozen=True)
class Wishes:
    """What the person importing wants.

    Parameters
    ----------
    coder : str
        Name of the coder, where the file names none or one.
    names : NameMap
        The mapping file.
    dates : Path, optional
        CSV file of dates by document.
    codebook : Path, optional
        Codebook of a new corpus; without one it is written from the import.
    add_codes : bool
        Whether codes that the codebook has not are added to it, rather than refused.
    keep_texts : bool
        Whether to copy the texts into the corpus.
    source : str
        What is imported, for the record.
    choose_frame : callable, optional
        Asked which of several variables says the frame, where no name does ("" for none); without
        it the one most used does.
    strict : bool
        Whether a date that is none refuses the import; otherwise its document stays undated.
    """

    coder: str = ""
    names: NameMap = field(default_factory=NameMap)
    dates: Path | None = None
    codebook: Path | None = None
    add_codes: bool = False
    keep_texts: bool = False
    source: str = "a file"
    choose_frame: Callable[[Sequence[str]], str] | None = None
    strict: bool = False


@dataclass
class Outcome:
    """What an import did.

    ``taken`` counts annotations by layer, ``left`` says which were not taken, ``notes`` what was
    renamed or guessed, ``undated`` the rows of documents.csv that still need a date.
    """

    taken: dict[str, int] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    known_documents: list[str] = field(default_factory=list)
    coders: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    undated: list[tuple[int, str]] = field(default_factory=list)
    blank_units: int = 0
    files: list[str] = field(default_factory=list)


def import_project(project: Project, into: Path, wishes: Wishes | None = None) -> Outcome:
    """Write a project into a corpus folder.

    Parameters
    ----------
    project : Project
        As a format gave it.
    into : Path
        A new folder, or a corpus that gets the codings that it has not.
    wishes : Wishes, optional

    Returns
    -------
    Outcome
        What was taken, left, made and guessed. Dates that nobody knows are left blank and listed.

    Raises
    ------
    ExchangeError
        When anything does not fit; the folder is then as it was before.
    """
    wishes = wishes or Wishes()
    if not project.documents and not project.variables:
        todo = "give the file with the texts or annotations; this one may only describe them"
        found = "no document and no code"
        raise ExchangeError(wishes.source, "", found, "something to import", todo)
    with replacing(into) as fresh:
        return import_into(project, fresh, wishes)


def import_into(project: Project, fresh: Path, wishes: Wishes) -> Outcome:
    """Write a project into a copy of a corpus folder that `replacing` gave."""
    out = Outcome(notes=list(project.notes))
    held = read_holdings(fresh) if (fresh / "documents.csv").is_file() else Holdings()
    codebook = _codebook(held, wishes)
    project, left = apply_map(project, wishes.names)
    out.left += left
    project = _with_coders(project, wishes, out)
    project, notes = match_documents(project, held)
    out.notes += notes
    project = _dated(project, held, wishes, out.notes)
    fitted = fit(project, codebook, grow=wishes.add_codes, strict=wishes.strict)
    out.left += fitted.left
    out.notes += fitted.notes
    if held.new and codebook is None:
        codebook = _draft(fitted.project, fresh, wishes, out)
    elif wishes.codebook is not None:
        write(fresh / "codebook.toml", wishes.codebook.read_bytes())
        out.files.append("codebook.toml")
    if codebook is not None and fitted.new_codes:
        _grow(fresh / "codebook.toml", codebook, fitted.new_codes, out)
    texts = _add(fitted.project, held, codebook, wishes, out)
    if wishes.keep_texts:
        _keep_texts(fresh, held, texts, out)
    out.files += write_changed(fresh, held.files())
    _check(fresh, out)
    return out


# Codebook, coders --------------------------------------------------------------------------------


def _codebook(held: Holdings, wishes: Wishes) -> Codebook | None:
    """The codebook to fit to; None where it is to be made, or the corpus does without."""
    if wishes.codebook is None:
        return held.codebook
    if not held.new:
        todo = "leave --codebook out, or import into a new corpus"
        raise ExchangeError("--codebook", "", "a corpus that exists", "a new corpus", todo)
    try:
        return read_codebook(wishes.codebook)
    except CodebookError as error:
        raise ExchangeError(wishes.codebook.name, "", "", "", str(error)) from error
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise ExchangeError(str(wishes.codebook), "", reason, "a file", "check the path") from error


def _draft(project: Project, fresh: Path, wishes: Wishes, out: Outcome) -> Codebook | None:
    """A codebook from the import, written to the corpus; None where there are no variables."""
    codebook = draft_codebook(project, f"Codes of {wishes.source}", wishes.choose_frame)
    if not codebook.variables:
        out.notes.append("no variable at all: the corpus has no codebook.toml")
        return None
    try:
        write(fresh / "codebook.toml", codebook_toml(codebook, wishes.source).encode("utf-8"))
    except UnicodeEncodeError as error:
        todo = "export the file again as UTF-8: a code or label was cut in mid-character"
        raise ExchangeError("codebook", "", "half of a surrogate pair", "text", todo) from error
    roles = [f"{v.name} is the {v.role}" for v in codebook.layer("claims") if v.role]
    said = f"roles guessed, to be checked in codebook.toml: {', '.join(roles)}"
    out.notes.append(said if roles else "no roles guessed: give them in codebook.toml")
    coded = [v for v in codebook.variables if v.codes]
    without = [v.name for v in coded if not v.role]
    if without:
        out.notes.append(
            f"{len(without)} of {len(coded)} coded variables have no role ({', '.join(without)}): "
            "agreement is measured on them, and no other chapter shows them"
        )
    out.files.append("codebook.toml")
    return codebook


def _grow(
    file: Path, codebook: Codebook, new: Mapping[tuple[str, str], list[str]], out: Outcome
) -> None:
    """Add codes to the codebook of the corpus."""
    text, _ = with_codes(file.read_bytes().decode("utf-8-sig"), codebook, new)
    write(file, text.encode("utf-8"))
    out.files.append("codebook.toml")
    out.notes += [f"{name}: new codes {', '.join(codes)}" for (_, name), codes in new.items()]


def _with_coders(project: Project, wishes: Wishes, out: Outcome) -> Project:
    """The project with names of coders that can be folders."""
    names = list(dict.fromkeys(coding.coder for coding in project.codings))
    if wishes.coder:
        check_coder(wishes.coder)
        if len(names) > 1:
            found = f"{len(names)} coders: {', '.join(map(shown, names[:10]))}"
            todo = "leave --coder out, or rename them under [coders] of a mapping file"
            raise ExchangeError("--coder", "", found, "a file of one coder", todo)
        safe = dict.fromkeys(names, wishes.coder)
    else:
        safe = {}
        for name in project.unnamed:
            said = f"no coder is named in the file: {shown(name)} is the file's name"
            out.notes.append(f"{said} (--coder NAME says who it was)")
        for name in names:
            safe[name] = unique(safe_name(name), safe.values())
            if safe[name] != name:
                out.notes.append(f"coder {shown(name)} is {safe[name]} in the corpus")
    codings = tuple(replace(c, coder=safe[c.coder]) for c in project.codings)
    return replace(project, codings=codings)


# Rows --------------------------------------------------------------------------------------------


def _add(
    project: Project, held: Holdings, codebook: Codebook | None, wishes: Wishes, out: Outcome
) -> dict[str, str]:
    """Add all rows; give the texts at hand by document."""
    known = held.documents
    new = [document for document in project.documents if document.id not in known]
    out.documents = [document.id for document in new]
    out.known_documents = [d.id for d in project.documents if d.id in known]
    texts = {d.id: d.text for d in project.documents if d.text is not None}
    _refuse_double(project, held)
    places = _places(project, held, texts)
    rows = _rows(project, held, places, texts, out)
    add_documents(held, new, places)
    add_places(held, places, texts)
    _add_codings(held, rows, codebook)
    _add_coders(held, out, codebook, wishes)
    return texts


def _dated(project: Project, held: Holdings, wishes: Wishes, notes: list[str]) -> Project:
    """The project with dates for its new documents; the dates of a corpus stay as they are."""
    ids = [document.id for document in project.documents]
    given = read_dates(wishes.dates, ids) if wishes.dates is not None else {}
    known = held.documents
    fresh = [document for document in project.documents if document.id not in known]
    said = None if wishes.strict else notes
    new = {document.id: document for document in dated(fresh, given, said)}
    documents = tuple(new.get(d.id, replace(d, facts={})) for d in project.documents)
    return replace(project, documents=documents)


def _refuse_double(project: Project, held: Holdings) -> None:
    """A coder's coding of a document is imported once; a document of a coding must be there."""
    done = {
        (coder, row["doc_id"])
        for coder, layers in (*held.coders.items(), (FINAL, _final(held)))
        for rows in layers.values()
        for row in rows.rows
    }
    there = {document.id for document in project.documents} | set(held.documents)
    folders = {coder.casefold(): coder for coder in held.coders}
    seen = set()
    for coding in project.codings:
        if coding.document not in there:
            close = nearest(coding.document, there)
            todo = f"did you mean {close}?" if close else "list it among the documents"
            found = f"a coding of {shown(coding.document)}"
            raise ExchangeError(coding.document, "", found, "a document of the file", todo)
        other = folders.get(coding.coder.casefold(), coding.coder)
        if (other, coding.document) in done or (coding.coder, coding.document) in seen:
            found = f"a coding of {coding.document} by {other}, which the corpus has already"
            todo = "name this coder otherwise with --coder or [coders]; nothing is overwritten"
            raise ExchangeError(coding.document, f"coder {coding.coder}", found, "", todo)
        if other != coding.coder:
            todo = f"write {other}, or choose a name that differs in more than capitals"
            raise ExchangeError("coder", "", shown(coding.coder), other, todo)
        seen.add((coding.coder, coding.document))


def _final(held: Holdings) -> dict[str, Rows]:
    """The tables of the final coding, as those of a coder."""
    return {layer: held.tables[layer] for layer in ("claims", "labels", "events")
            if layer in held.tables}  # fmt: skip


def _places(project: Project, held: Holdings, texts: Mapping[str, str]) -> dict[str, Places]:
    """Blocks and units of each document of the import: as the corpus has them, else made."""
    known = held.places()
    places = {}
    for document in project.documents:
        doc = document.id
        place = known.get(doc, Places(doc))
        if doc not in known and doc in texts:
            place = places_in_text(doc, texts[doc])
        places[doc] = place
    for coding in project.codings:
        place = places.get(coding.document) or known[coding.document]
        places[coding.document] = place
        firsts = [a.spans[0] for a in coding.annotations if a.spans and not a.unit]
        if firsts and coding.document in known and place.unplaced:
            found = f"spans in {coding.document}, whose units have no start and end"
            todo = "fill in start and end of units.csv, or import into a new corpus with the text"
            raise ExchangeError("units.csv", "", found, "units with offsets", todo)
        if not place.blocks:
            place.add_spans(firsts)
    for place in places.values():
        place.make_groups()
    return places


def _rows(
    project: Project,
    held: Holdings,
    places: Mapping[str, Places],
    texts: Mapping[str, str],
    out: Outcome,
) -> dict[tuple[str, str], list[Row]]:
    """Rows by coder and layer, over all documents."""
    rows: dict[tuple[str, str], list[Row]] = {}
    claims = any("claims" in layers for layers in held.coders.values()) or any(
        annotation.layer == "claims" for c in project.codings for annotation in c.annotations
    )
    for coding in project.codings:
        found = coding_rows(coding, places[coding.document], texts.get(coding.document))
        for layer, new in found.items():
            said = sum(row.get("claim") != "0" for row in new)
            out.taken[layer] = out.taken.get(layer, 0) + said
            out.blank_units += len(new) - said
        if "claims" not in found and (claims or not coding.annotations):
            found["claims"] = [nothing_marked(coding, places[coding.document])]
        for layer, new in found.items():
            rows.setdefault((coding.coder, layer), []).extend(new)
    out.coders = list(dict.fromkeys(coding.coder for coding in project.codings))
    return rows


def _add_codings(
    held: Holdings, rows: Mapping[tuple[str, str], list[Row]], codebook: Codebook | None
) -> None:
    """Put the rows into the tables of the coders, or into those of the final coding."""
    for (coder, layer), new in rows.items():
        variables = dict.fromkeys(name for row in new for name in row)
        if codebook is not None:
            variables = dict.fromkeys(v.name for v in codebook.layer(layer)) | variables
        middle = [name for name in variables if name not in (*LEADING[layer], *TRAILING)]
        order = [*LEADING[layer], *middle, *TRAILING]
        if coder == FINAL and layer == "documents":
            _add_document_codes(held, new)
            continue
        table = held.table(layer) if coder == FINAL else held.coding(coder, layer)
        table.need(*(name for name in LEADING[layer] if any(name in row for row in new)))
        frame = codebook.role("frame") if codebook is not None and layer == "claims" else None
        table.add(new, order)
        if frame is not None:
            table.need(frame.name)


def _add_document_codes(held: Holdings, rows: Iterable[Row]) -> None:
    """Final codes of documents stand in documents.csv; what stands there already stays."""
    known = held.documents
    for row in rows:
        target = known[row["doc_id"]]
        for name, cell in row.items():
            if not target.get(name):
                held.table("documents").need(name)
                target[name] = cell


def _add_coders(held: Holdings, out: Outcome, codebook: Codebook | None, wishes: Wishes) -> None:
    """A row of coders.csv for every coder who has none."""
    known = {row.get("coder", "") for row in held.table("coders").rows}
    rows = [
        {
            "coder": coder,
            "description": f"imported from {wishes.source}",
            "codebook_version": codebook.version if codebook is not None else "",
        }
        for coder in out.coders
        if coder not in known and coder != FINAL
    ]
    if rows:
        held.table("coders").need("coder", "kind")
        held.table("coders").add(rows, ("coder", "kind", "description", "codebook_version"))


# Texts, checks -----------------------------------------------------------------------------------


def _keep_texts(fresh: Path, held: Holdings, texts: Mapping[str, str], out: Outcome) -> None:
    """Copy the texts into the corpus, under the names that documents.csv gives."""
    for doc, row in held.documents.items():
        name = row.get("file", "")
        if doc in texts and name and safe_name(name) == name:
            path = fresh / "texts" / name
            if not path.exists():
                write(path, texts[doc].encode("utf-8"))
                out.files.append(f"texts/{name}")


def _check(fresh: Path, out: Outcome) -> None:
    """Refuse to put a corpus with faults in place; note the dates that are missing."""
    raw = read_raw(fresh)
    faults = find_faults(raw)
    if faults:
        found = f"{counted(faults)} in what would be written"
        todo = "correct the file, or rename what does not fit with --map; nothing was changed"
        raise ExchangeError("the import", "", found, "a corpus without faults", todo, faults)
    documents = Rows.of(raw.tables["documents"]).rows
    out.undated = [(row, document["doc_id"]) for row, document in enumerate(documents, start=2)
                   if not document.get("published", "").strip()]  # fmt: skip
    try:
        read_corpus(fresh)
    except CorpusError as error:
        raise ExchangeError("the import", "", str(error)) from error
