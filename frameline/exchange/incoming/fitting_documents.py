"""Facts and codes of whole documents, as documents.csv and a coder's documents.csv have them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from frameline.corpus.codebook import Codebook
from frameline.corpus.tables import DOCUMENT_FACTS, shown
from frameline.exchange.files.naming import safe_name
from frameline.exchange.incoming.corpus_names import column_name
from frameline.exchange.incoming.fitted import Fitted
from frameline.exchange.model.project import Annotation, Coding, Document

#: Facts that are computed anew: a file may have its own of these names, under another name.
DERIVED = frozenset(
    ("sha256", "chars", "words", "sentences", "paragraphs", "para_groups", "too_short")
)


def merge_document_codes(out: Fitted) -> None:
    """One annotation of a coder for a document as a whole: its values and notes together."""
    codings, merged = [], 0
    for coding in out.project.codings:
        whole = [a for a in coding.annotations if a.layer == "documents"]
        rest = [a for a in coding.annotations if a.layer != "documents"]
        if len(whole) > 1:
            merged += len(whole)
            values: dict[str, tuple[str, ...]] = {}
            for a in whole:
                for name, codes in a.values.items():
                    values[name] = tuple(dict.fromkeys([*values.get(name, ()), *codes]))
            note = "\n".join(dict.fromkeys(a.note for a in whole if a.note))
            whole = [Annotation(values=values, layer="documents", id=whole[0].id, note=note)]
        codings.append(Coding(coding.document, coding.coder, (*whole, *rest)))
    if merged:
        out.notes.append(f"{merged} annotations of whole documents are one row per coder")
    out.project = replace(out.project, codings=tuple(codings))


def fit_facts(out: Fitted, codebook: Codebook | None) -> None:
    """Facts under the columns of documents.csv; others need a variable of the documents."""
    own = None if codebook is None else {v.name for v in codebook.layer("documents")}
    unknown: Counter[str] = Counter()
    renamed: dict[str, str] = {}
    documents = []
    for document in out.project.documents:
        facts: dict[str, str] = {}
        for name, text in document.facts.items():
            column = name
            if name in DERIVED or name not in (*DOCUMENT_FACTS, "published"):
                column = column_name(name, "documents")
            if not text or not column:
                continue
            if own is not None and column not in (*own, *DOCUMENT_FACTS, "published"):
                unknown[name] += 1
                continue
            if column != name:
                renamed[name] = column
            facts[column] = text
        documents.append(replace(document, facts=_sound(facts)))
    for name, column in renamed.items():
        out.notes.append(f"fact {shown(name)} is the column {column} of documents.csv")
    for name, count in unknown.items():
        why = "codebook.toml has no such variable of documents"
        out.notes.append(f"fact {shown(name)} of {count} documents left out: {why}")
    out.project = replace(out.project, documents=_own_names(documents, out.notes))


def _sound(facts: dict[str, str]) -> dict[str, str]:
    """Facts without a file name that leads elsewhere."""
    if facts.get("file") and safe_name(facts["file"]) != facts["file"]:
        return {**facts, "file": safe_name(facts["file"])}
    return facts


def _own_names(documents: list[Document], notes: list[str]) -> tuple[Document, ...]:
    """Documents whose short names differ; names that do not are left out."""
    count = Counter(d.facts["name"] for d in documents if d.facts.get("name"))
    for name in (name for name, number in count.items() if number > 1):
        notes.append(f"name {shown(name)} of {count[name]} documents left out: it names no one")
    return tuple(
        replace(d, facts={k: v for k, v in d.facts.items() if k != "name" or count[v] < 2})
        for d in documents
    )
