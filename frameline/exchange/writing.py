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


def labels_only(project: Project, tool: str) -> list[Left]:
    """Lines of `cannot_hold` for a program whose spans have one label each and nothing else."""
    names = variable_names(project)
    spanned = [a for a in all_annotations(project.codings) if a.spans]
    many = [len(labels(a, True)) > 1 for a in spanned]
    told = [name for name in names if name not in ("label",)] if names != ["label"] else []
    why = "labels only" if len(names) < 2 else "labels only; codes are written as variable: code"
    described = (v.label or any(c.label or c.definition for c in v.codes) for v in
                 project.variables)  # fmt: skip
    return [
        *split_spans(project, tool),
        *plain_only(project, tool),
        *lost("names of variables", f"{tool} knows {why}", told),
        *lost("spans with several codes", f"{tool} repeats the span for each", many),
        *lost("spans without a code", f"{tool} marks codes", (not a.values for a in spanned)),
        *lost("variables with labels or definitions", f"{tool} has codes only", described),
    ]
