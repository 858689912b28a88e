"""Annotations that wait for their places: the unit is known once all of a document are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.locating import Locator
from frameline.exchange.model.offsets import CODE_POINTS, Mark, covered
from frameline.exchange.model.project import Annotation, Options, Span


@dataclass
class Waiting:
    """What one coder said, and where, as the file counts.

    Parameters
    ----------
    file, place : str
        Where in which file, for messages.
    document, coder : str
    said : Annotation, optional
        All but its spans; None for a coder who worked on the document and marked nothing.
    mark : Mark, optional
        None for an annotation of the whole document, or of a unit that the file names.
    rows : int
        As how many rows of the file it counts.
    part : str
        The text in which the mark counts, where that is a part of the document.
    moved : callable, optional
        From places in that part to places in the document.
    finish : callable, optional
        Makes the annotation complete, given the text at its place (None: not at hand).
    """

    file: str
    place: str
    document: str
    coder: str
    said: Annotation | None
    mark: Mark | None = None
    rows: int = 1
    part: str = ""
    moved: Callable[[Span], Span] | None = None
    finish: Callable[[Annotation, str | None], Annotation] | None = None


def place_all(
    waiting: Sequence[Waiting],
    gatherer: Gatherer,
    options: Options,
    *,
    rule: str = "",
    texts: Mapping[str, str] | None = None,
    witnesses: Mapping[str, Sequence[Mark]] | None = None,
) -> str:
    """Take every annotation at its place; one whose place is faulty is left, and named.

    Parameters
    ----------
    waiting : sequence of Waiting
        Counted as used already.
    gatherer : Gatherer
    options : Options
    rule : str, optional
        The unit that the format's rules fix, where nothing else decides.
    texts : mapping of str to str, optional
        Texts of parts, beside those of the documents.
    witnesses : mapping of str to sequence of Mark, optional
        Further places by document that tell the unit, such as those of words.

    Returns
    -------
    str
        The unit of most documents.
    """
    parts = texts or {}
    known: dict[str, str] = {**gatherer.texts, **parts}
    marks: dict[str, list[Mark]] = {}
    for one in waiting:
        if one.mark is not None:
            marks.setdefault(one.part or one.document, []).append(one.mark)
    for name, more in (witnesses or {}).items():
        marks.setdefault(name, []).extend(more)
    locator = Locator(
        {
            name: (known.get(name) if name in parts or not options.as_they_are else None, some)
            for name, some in marks.items()
        },
        file=gatherer.file, rule=rule, override=options.offsets, strict=options.strict,
    )  # fmt: skip
    bare = [name for name in marks if name not in known]
    if bare and options.offsets not in ("", CODE_POINTS):
        raise ExchangeError(
            gatherer.file, f"document {bare[0]!r}", f"offsets in {options.offsets} and no text",
            CODE_POINTS, "give the text with the file",
        )  # fmt: skip
    for one in waiting:
        _take(one, locator, gatherer)
    for note in locator.notes():
        gatherer.note(note)
    return locator.unit


def _take(one: Waiting, locator: Locator, gatherer: Gatherer) -> None:
    if one.said is None:
        gatherer.coding(one.document, one.coder)
        return
    if one.mark is None:
        gatherer.coding(one.document, one.coder).append(one.said)
        return
    try:
        found = locator.locate(one.part or one.document, one.mark, one.file)
    except ExchangeError as error:
        if gatherer.strict:
            raise
        gatherer.used -= one.rows
        gatherer.leave(
            one.rows, "annotations", error.why, error.where, fault=True, document=one.document,
            spans=tuple(Span(*span) for span in one.mark.spans[:1]),
        )  # fmt: skip
        return
    spans = tuple(sorted(one.moved(span) if one.moved else span for span in found.spans))
    said = replace(one.said, spans=spans, quote=found.quote or one.said.quote)
    if one.finish is not None:
        text = locator.text(one.part or one.document)
        said = one.finish(said, None if text is None else covered(text, found.spans))
    gatherer.coding(one.document, one.coder).append(said)
