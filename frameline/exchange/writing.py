"""What writers of several formats share: texts they need, things their formats cannot say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from frameline.exchange.gather import all_annotations, lost
from frameline.exchange.model import Annotation, ExchangeError, Left, Project, Span


def texts_of(project: Project, file: str) -> dict[str, str]:
    """The text of each document, for a format whose files hold the texts.

    Raises
    ------
    ExchangeError
        For a document whose text is not at hand.
    """
    found = {}
    for document in project.documents:
        if document.text is None:
            raise ExchangeError(
                file, f"document {document.id}", "no text at hand", "a text for each document",
                "say with --texts where the texts are, or export as a table",
            )  # fmt: skip
        found[document.id] = document.text
    return found


def parts(annotation: Annotation) -> Iterator[Span]:
    """The spans of an annotation for a format whose annotations have one: each part by itself."""
    yield from annotation.spans


def split_spans(project: Project, tool: str) -> list[Left]:
    """The line of `cannot_hold` for a format without discontinuous annotations."""
    broken = (len(a.spans) > 1 for a in all_annotations(project.codings))
    why = f"{tool} knows one span each; every part is written as an annotation of its own"
    return lost("discontinuous annotations", why, broken)


def plain_only(project: Project, tool: str, *, notes: bool = False) -> list[Left]:
    """Lines of `cannot_hold` on what only tables and a few programs keep.

    Parameters
    ----------
    project : Project
    tool : str
        The program, for the reason.
    notes : bool
        Whether the format keeps notes.
    """
    annotations = list(all_annotations(project.codings))
    found = [
        *lost("layers", f"{tool} keeps all in one", {a.layer for a in annotations} - {"claims"}),
        *lost("ids of annotations", f"{tool} gives its own", (a.id for a in annotations)),
        *lost("names of units", f"{tool} has no place for them", (a.unit for a in annotations)),
    ]
    if not notes:
        found += lost("notes", f"{tool} has no place for them", (a.note for a in annotations))
    return found


def json_line(value: Any) -> str:
    """A value as one line of JSONL."""
    return json.dumps(value, ensure_ascii=False) + "\n"
