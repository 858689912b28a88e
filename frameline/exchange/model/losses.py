"""What of a project a format cannot hold, counted before anything is written.

Two rules hold for all formats. An annotation of several pieces of text stays one annotation: a
format that has no place for pieces gets it from its first to its last. And a coder keeps the name
the project gives; a format that names coders by files says which names no file can have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.project import Annotation, Left, Project

Loss = Callable[[Project], Left]


def lost(what: str, why: str, things: Iterable[object]) -> list[Left]:
    """A line for `cannot_hold`, if there is any such thing.

    Examples
    --------
    >>> [str(left) for left in lost("notes", "the format has no place for them", ["a", "", "b"])]
    ['2 notes: the format has no place for them']
    """
    count = sum(1 for thing in things if thing)
    return [Left(count, what, why)] if count else []


def losses(project: Project, *kinds: Loss) -> list[Left]:
    """The losses of these kinds that this project would really have."""
    found = [kind(project) for kind in kinds]
    return [left for left in found if left.count]


def _count(project: Project, test: Callable[[Annotation], object]) -> int:
    return sum(1 for annotation in all_annotations(project.codings) if test(annotation))


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


def notes(project: Project) -> Left:
    """Notes of coders."""
    return Left(_count(project, lambda a: a.note), "notes", "the format has no place for them")


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
        for a in all_annotations(project.codings)
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


def described_variables(project: Project) -> Left:
    """Variables with a label, or with codes that have a label or definition."""
    count = sum(
        1
        for variable in project.variables
        if variable.label or any(code.label or code.definition for code in variable.codes)
    )
    why = "the format has only their names and codes"
    return Left(count, "variables with labels or definitions", why)


def repeated(project: Project) -> Left:
    """Pieces of text with several codes, where each has one label."""
    count = _count(project, lambda a: a.spans and sum(map(len, a.values.values())) > 1)
    return Left(count, "spans with several codes", "the span is written once for each code")


def codeless(project: Project) -> Left:
    """Pieces of text without a code, where the label is what is written."""
    count = _count(project, lambda a: a.spans and not a.values)
    return Left(count, "spans without a code", "the format marks codes")


#: What every format loses that knows pieces of text with one label each, and nothing else.
LABELS_ONLY: tuple[Loss, ...] = (
    discontinuous, layers, ids, units, notes, repeated, codeless, described_variables,
)  # fmt: skip
