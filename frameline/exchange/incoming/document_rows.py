"""Documents of an import as rows of a corpus: facts, hashes, paragraphs, sentences, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from frameline.corpus.tables import DOCUMENT_FACTS, shown
from frameline.corpus.texts import TOO_SHORT, digest, tokenise
from frameline.exchange.files.csv_rows import Row
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import file_names
from frameline.exchange.incoming.fitting_documents import DERIVED
from frameline.exchange.incoming.holdings import Holdings
from frameline.exchange.model.places import WHOLE, Places, Unit
from frameline.exchange.model.project import Document, Project, Span

SPAN = ("start", "end", "words", "sha256")
BLOCK = ("doc_id", "block_id", "kind", "para_group", *SPAN)
UNIT = ("doc_id", "para_id", "sentence", "unit_id", "para_group", *SPAN)
TOKEN = ("doc_id", "block_id", "token", "n")


def match_documents(project: Project, held: Holdings) -> tuple[Project, list[str]]:
    """The project with documents that the corpus has under the corpus' ids, and notes.

    A document is the same when it has the same id, or the same text under another id.

    Raises
    ------
    ExchangeError
        When a document of the corpus has another text, or an id is none.
    """
    rows = held.documents
    by_hash = {row["sha256"]: doc for doc, row in rows.items() if row.get("sha256")}
    ids, notes = {}, []
    for document in project.documents:
        _check_id(document.id)
        ids[document.id] = document.id
        hashed = _digest(document) if document.text is not None else ""
        row = rows.get(document.id)
        if row is None:
            if hashed in by_hash:
                ids[document.id] = by_hash[hashed]
                same = f"{shown(document.id)} has the text of {by_hash[hashed]}: taken as that"
                notes.append(f"document {same}")
        elif not hashed or not row.get("sha256"):
            notes.append(f"document {document.id}: no text to compare with, taken as the same one")
        elif row["sha256"] != hashed:
            found = f"another text (sha256 {hashed[:12]}, not {row['sha256'][:12]})"
            todo = (
                "import it under another id ([documents] of a mapping file), or code the same text"
            )
            raise ExchangeError(document.id, "", found, "the text of the corpus", todo)
    count = Counter(ids[document.id] for document in project.documents)
    double = next((doc for doc, number in count.items() if number > 1), "")
    if double:
        todo = "give each document its own id"
        raise ExchangeError(double, "", "two documents of this id or text", "one", todo)
    codings = tuple(replace(c, document=ids.get(c.document, c.document)) for c in project.codings)
    documents = tuple(replace(d, id=ids[d.id]) for d in project.documents)
    return replace(project, documents=documents, codings=codings), notes


def _check_id(doc_id: str) -> None:
    if not doc_id.strip() or not doc_id.isprintable():
        todo = "name the document in the file, or under [documents] of a mapping file"
        raise ExchangeError("document", "", shown(doc_id), "an id that can be printed", todo)


def _digest(document: Document) -> str:
    try:
        return digest(document.text or "")
    except UnicodeEncodeError as error:
        todo = "export the file again as UTF-8: it was cut in the middle of a character"
        found = "half of a surrogate pair"
        raise ExchangeError(
            document.id, f"character {error.start}", found, "Unicode text", todo
        ) from error


def add_documents(
    held: Holdings,
    documents: Sequence[Document],
    places: Mapping[str, Places],
) -> dict[str, str]:
    """Add the rows of documents that the corpus has not; give the name of the file of each text."""
    taken = [row["file"] for row in held.table("documents").rows if row.get("file")]
    wanted = [_file(document) for document in documents if document.text is not None]
    files = file_names([*taken, *(name for name in wanted if name not in taken)])
    rows, named = [], {}
    for document in documents:
        row = {"doc_id": document.id, **document.facts}
        if document.text is not None:
            named[document.id] = files[_file(document)]
            row |= _measured(document, places[document.id]) | {"file": named[document.id]}
        rows.append(row)
    table = held.table("documents")
    table.need("doc_id", "name", "title", "author", "outlet", "published")
    variables = [name for row in rows for name in row]
    table.add(rows, [*DOCUMENT_FACTS, *dict.fromkeys(variables)])
    return named


def _file(document: Document) -> str:
    return document.facts.get("file") or f"{document.id}.txt"


def _measured(document: Document, places: Places) -> Row:
    """What documents.csv says about the size of a text, as `frameline rebuild` computes it."""
    text = document.text or ""
    placed = [unit for unit in places.units if unit.placed]
    words = sum(len(tokenise(text[unit.start : unit.end])) for unit in placed)
    paragraphs = str(len({unit.block for unit in placed}))
    values = (
        *(_digest(document), str(len(text)), str(words), str(len(placed))),
        *(paragraphs, paragraphs, "yes" if words < TOO_SHORT else "no"),
    )
    names = ("sha256", "chars", "words", "sentences", "paragraphs", "para_groups", "too_short")
    assert set(names) == DERIVED
    return dict(zip(names, values, strict=True))


def add_places(held: Holdings, places: Mapping[str, Places], texts: Mapping[str, str]) -> None:
    """Bring blocks.csv, units.csv and tokens.csv up to the places of these documents.

    Blocks are listed where the text of any document is known; units always.
    """
    listed = bool(held.table("blocks").rows) or any(p.blocks for p in places.values())
    known_blocks = {(row["doc_id"], row["block_id"]) for row in held.table("blocks").rows}
    units: dict[str, list[Row]] = {}
    for row in held.table("units").rows:
        units.setdefault(row["doc_id"], []).append(row)
    blocks, tokens = [], []
    for doc, place in places.items():
        text = texts.get(doc, "")
        for block, span in place.blocks if doc in texts else ():
            if (doc, block) not in known_blocks:
                group = f"{doc}.{block}"
                row = {"doc_id": doc, "block_id": block, "kind": "body", "para_group": group}
                blocks.append(row | _span(text, span))
                tokens += _tokens(doc, block, text[span.start : span.end])
        for block in dict.fromkeys(unit.block for unit in place.units) if listed else ():
            if (doc, block) not in known_blocks and block not in place.block_ids:
                kind = "document" if block == WHOLE else "body"
                blocks.append({"doc_id": doc, "block_id": block, "kind": kind})
        known = {row["unit_id"]: row for row in units.get(doc, ())}
        units[doc] = [known.get(u.unit_id) or _unit_row(u, place, text) for u in place.units]
    held.table("units").rows = []
    all_units = [row for own in units.values() for row in own]
    for name, new, columns, needed in (
        ("units", all_units, UNIT, UNIT[:4]),
        ("blocks", blocks, BLOCK, BLOCK[:3]),
        ("tokens", tokens, TOKEN, TOKEN),
    ):
        if new:
            held.table(name).need(*needed)
            held.table(name).add(new, columns)


def _unit_row(unit: Unit, places: Places, text: str) -> Row:
    row = {
        "doc_id": unit.doc_id,
        "para_id": unit.block,
        "sentence": str(unit.sentence),
        "unit_id": unit.unit_id,
    }
    if unit.block in places.block_ids:
        row["para_group"] = f"{unit.doc_id}.{unit.block}"
    if text and unit.placed:
        return row | _span(text, Span(unit.start, unit.end))
    return row | ({"start": str(unit.start), "end": str(unit.end)} if unit.placed else {})


def _span(text: str, span: Span) -> Row:
    piece = text[span.start : span.end]
    values = (str(span.start), str(span.end), str(len(tokenise(piece))), digest(piece))
    return dict(zip(SPAN, values, strict=True))


def _tokens(doc: str, block: str, text: str) -> list[Row]:
    counted = Counter(tokenise(text))
    return [
        {"doc_id": doc, "block_id": block, "token": word, "n": str(counted[word])}
        for word in sorted(counted)
    ]
