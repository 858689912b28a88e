"""What of a project a format cannot hold, counted before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from frameline.exchange.model import Annotation, Left, Project, Span

Loss = Callable[[Project], Left]


def losses(project: Project, *kinds: Loss) -> list[Left]:
    """The losses of these kinds that this project would really have."""
    found = [kind(project) for kind in kinds]
    return [left for left in found if left.count]


def every_annotation(project: Project) -> Iterator[Annotation]:
    """All annotations, coding by coding."""
    for coding in project.codings:
        yield from coding.annotations


def _count(project: Project, test: Callable[[Annotation], object]) -> int:
    return sum(1 for annotation in every_annotation(project) if test(annotation))


def discontinuous(project: Project) -> Left:
    """Annotations of several pieces of text, where the format knows only one."""
    count = _count(project, lambda a: len(a.spans) > 1)
    return Left(count, "discontinuous annotations", "written from their first to their last part")


def document_level(project: Project) -> Left:
    """Annotations of whole documents, where the format marks only pieces of text."""
    count = _count(project, lambda a: not a.spans)
    return Left(count, "annotations of whole documents", "the format marks only pieces of text")


def merged_document_level(project: Project) -> Left:
    """Annotations of whole documents beyond the first of a coder, where they become one."""
    count = 0
    for coding in project.codings:
        count += max(0, sum(1 for a in coding.annotations if not a.spans) - 1)
    return Left(count, "annotations of whole documents", "joined into one for each coder")


def bare_document_level(project: Project) -> Left:
    """Annotations of whole documents without a code."""
    count = _count(project, lambda a: not a.spans and not a.values)
    return Left(count, "annotations of whole documents", "they have no code to be written with")


def empty_codings(project: Project) -> Left:
    """Documents that a coder read and marked nothing in."""
    count = sum(1 for coding in project.codings if not coding.annotations)
    why = "the format does not tell a document without marks from one not read"
    return Left(count, "documents in which a coder marked nothing", why)


def layers(project: Project) -> Left:
    """Annotations of another layer than claims."""
    count = _count(project, lambda a: a.layer != "claims")
    return Left(count, "annotations of other layers than claims", "the format knows one layer")


def sets(project: Project) -> Left:
    """Values that are sets of codes."""
    count = _count(project, lambda a: any(len(v) > 1 for v in a.values.values()))
    return Left(count, "annotations with sets of codes", "written once for each code")


def ids(project: Project) -> Left:
    """Ids of annotations."""
    count = _count(project, lambda a: a.id)
    return Left(count, "ids of annotations", "the format gives its own")


def quotes(project: Project) -> Left:
    """Quotes of text beside annotations."""
    count = _count(project, lambda a: a.quote)
    return Left(count, "quotes", "the text itself is in the file")


def units(project: Project) -> Left:
    """Names of units."""
    count = _count(project, lambda a: a.unit)
    return Left(count, "units", "the format has no place for them")


def texts(project: Project) -> Left:
    """Texts of documents."""
    count = sum(1 for document in project.documents if document.text is not None)
    return Left(count, "texts", "the format only points into them")


def facts(project: Project) -> Left:
    """Facts about documents: title, date and so on."""
    count = sum(len(document.facts) for document in project.documents)
    return Left(count, "facts about documents", "the format has no place for them")


def codebook(project: Project) -> Left:
    """Labels, definitions, colours and parents of codes, and codes that nobody used."""
    used = {
        (a.layer, name, code)
        for a in every_annotation(project)
        for name, codes in a.values.items()
        for code in codes
    }
    count = sum(
        1
        for variable in project.variables
        for code in variable.codes
        if (variable.layer, variable.name, code.code) not in used
        or code.label
        or code.definition
        or code.colour
        or code.parent
    )
    return Left(count, "codes with a label, definition, colour or parent, or unused",
                "the format holds only the codes used")  # fmt: skip


def variable_labels(project: Project) -> Left:
    """Labels of variables."""
    count = sum(1 for variable in project.variables if variable.label)
    return Left(count, "labels of variables", "the format has no place for them")


def code_labels(project: Project) -> Left:
    """Labels of codes that differ from the code."""
    count = sum(1 for v in project.variables for c in v.codes if c.label and c.label != c.code)
    return Left(count, "labels of codes", "the format has one name for a code")


def code_colours(project: Project) -> Left:
    """Colours of codes."""
    count = sum(1 for v in project.variables for c in v.codes if c.colour)
    return Left(count, "colours of codes", "the format has no place for them")


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
