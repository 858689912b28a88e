"""What every writer asks of a project before it writes."""

from __future__ import annotations

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.project import Coding, Project


def codings_by_document(project: Project, out: str) -> dict[str, list[Coding]]:
    """The codings of each document, once the project is found to be sound.

    Parameters
    ----------
    project : Project
    out : str
        Name of the file written, for messages.

    Raises
    ------
    ExchangeError
        For an id given twice, a coding of a document that is not there, or an annotation outside
        of its text.
    """
    found: dict[str, list[Coding]] = {}
    texts: dict[str, str | None] = {}
    for document in project.documents:
        if document.id in found:
            raise ExchangeError(
                out, f"document {document.id!r}", "the same id twice", "an id of its own for each"
            )
        found[document.id], texts[document.id] = [], document.text
    seen: set[tuple[str, str]] = set()
    for coding in project.codings:
        place = f"document {coding.document!r}, coder {coding.coder!r}"
        if coding.document not in found:
            raise ExchangeError(out, place, "no such document", "a document of the project")
        if (coding.document, coding.coder) in seen:
            raise ExchangeError(out, place, "two codings", "one for each coder of a document")
        seen.add((coding.document, coding.coder))
        _check_spans(coding, texts[coding.document], out, place)
        found[coding.document].append(coding)
    return found


def _check_spans(coding: Coding, text: str | None, out: str, place: str) -> None:
    for number, annotation in enumerate(coding.annotations, 1):
        for span in annotation.spans:
            if not 0 <= span.start <= span.end or (text is not None and span.end > len(text)):
                length = "" if text is None else f" to {len(text)}, the length of the text"
                raise ExchangeError(
                    out,
                    f"{place}, annotation {number}",
                    f"a span from {span.start} to {span.end}",
                    f"0{length or ' and up, start <= end'}",
                    "correct the data",
                )


def needed_text(text: str | None, document: str, out: str, why: str) -> str:
    """The text of a document, or an ExchangeError that says why it is needed."""
    if text is None:
        raise ExchangeError(
            out, f"document {document!r}", "no text", why, "give the texts, or another format"
        )
    return text
