"""What writers of several formats share: the texts they need, how they put spans and labels."""

from __future__ import annotations

import json
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.project import Annotation, Project, Span


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


def cover(annotation: Annotation) -> Span | None:
    """From where to where an annotation reaches; None for one of the whole document.

    Examples
    --------
    >>> cover(Annotation((Span(1, 3), Span(7, 9))))
    Span(start=1, end=9)
    """
    if not annotation.spans:
        return None
    return Span(
        min(span.start for span in annotation.spans), max(span.end for span in annotation.spans)
    )


def quote_of(annotation: Annotation, text: str) -> str:
    """What an annotation quotes when it is written as `cover`: as it says, if it is one piece.

    Examples
    --------
    >>> quote_of(Annotation((Span(0, 1), Span(2, 3)), quote="a c"), "abcd")
    'abc'
    """
    span = cover(annotation)
    if span is None or len(annotation.spans) == 1:
        return annotation.quote
    return text[span.start : span.end]


def json_line(value: Any) -> str:
    """A value as one line of JSONL."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def labels(annotation: Annotation, only: bool) -> list[str]:
    """The labels of an annotation for a program that knows labels and no variables.

    Parameters
    ----------
    annotation : Annotation
    only : bool
        Whether the project has one variable, whose name need not be told.

    Examples
    --------
    >>> labels(Annotation(values={"frame": ("ECO", "SAN")}), True)
    ['ECO', 'SAN']
    >>> labels(Annotation(values={"frame": ("ECO",), "tone": ("+",)}), False)
    ['frame: ECO', 'tone: +']
    """
    return [
        code if only else f"{name}: {code}"
        for name, codes in annotation.values.items()
        for code in codes
    ]


def variable_names(project: Project) -> list[str]:
    """The variables that annotations use, in the order of their first use."""
    used = (name for a in all_annotations(project.codings) for name in a.values)
    return list(dict.fromkeys(used))
