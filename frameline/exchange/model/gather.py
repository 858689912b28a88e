"""Collecting what a reader finds into a Project, and what all writers may ask about one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import name_of_file
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Left,
    Options,
    Project,
    Variable,
)

#: A variable with more different values, or longer ones, holds free text and no codes.
MOST_CODES = 100
LONGEST_CODE = 60


class Gatherer:
    """Documents, codings and what was left, as a reader comes across them.

    Parameters
    ----------
    file : str
        Name for messages.
    """

    def __init__(self, file: str):
        self.file = file
        self.rows = 0
        self.used = 0
        self._documents: dict[str, Document] = {}
        self._codings: dict[tuple[str, str], list[Annotation]] = {}
        self._left: dict[tuple[str, str, str], int] = {}
        self._unnamed: dict[str, None] = {}

    def document(self, document: Document, place: str = "") -> None:
        """Take a document; one that was seen may come again if text and facts agree."""
        known = self._documents.get(document.id)
        if known is None:
            self._documents[document.id] = document
            return
        if None not in (known.text, document.text) and known.text != document.text:
            raise ExchangeError(
                self.file,
                place or f"document {document.id!r}",
                f"another text for the document {document.id!r}",
                "one text for each document",
                "give one of them another id, or export them together",
            )
        facts = {**known.facts}
        for name, value in document.facts.items():
            if facts.setdefault(name, value) != value:
                raise ExchangeError(
                    self.file,
                    place or f"document {document.id!r}",
                    f"{name} {value!r} where {facts[name]!r} was said before",
                    "one value for each document",
                    "correct one of them",
                )
        text = document.text if known.text is None else known.text
        self._documents[document.id] = Document(document.id, text, facts)

    def coding(self, document: str, coder: str) -> list[Annotation]:
        """The list to which annotations of this document by this coder are added."""
        return self._codings.setdefault((document, coder), [])

    def unnamed(self, file: str, options: Options) -> str:
        """Who coded, where the file names nobody: as ``--coder`` says, else the file's name."""
        if options.coder:
            return options.coder
        name = name_of_file(file)
        self._unnamed[name] = None
        return name

    def leave(self, count: int, what: str, why: str, where: str = "") -> None:
        """Note rows that are not taken; the same reason at the same place adds up."""
        if count:
            key = (what, why, where)
            self._left[key] = self._left.get(key, 0) + count

    def project(self, variables: Iterable[Variable] | None = None, offsets: str = "") -> Project:
        """Everything collected; variables as the annotations show them unless given."""
        codings = tuple(Coding(d, c, tuple(a)) for (d, c), a in self._codings.items())
        if variables is None:
            variables = variables_seen(codings)
        left = tuple(Left(count, *key) for key, count in self._left.items())
        documents = tuple(self._documents.values())
        coders = {coding.coder for coding in codings}
        unnamed = tuple(name for name in self._unnamed if name in coders)
        return Project(
            documents, codings, tuple(variables), self.rows, self.used, left, offsets, unnamed
        )


def variables_seen(
    codings: Iterable[Coding], known: Mapping[str, Variable] | None = None
) -> tuple[Variable, ...]:
    """Which variables and codes do these annotations use, in the order of their first use?

    Parameters
    ----------
    codings : iterable of Coding
    known : mapping of str to Variable, optional
        Variables the file describes; codes used beyond them are added at their end.

    Returns
    -------
    tuple of Variable
        Without codes where the values look like free text.
    """
    known = known or {}
    values: dict[tuple[str, str], dict[str, None]] = {(v.layer, v.name): {} for v in known.values()}
    several: set[tuple[str, str]] = set()
    for annotation in all_annotations(codings):
        for name, codes in annotation.values.items():
            key = (annotation.layer, name)
            values.setdefault(key, {}).update(dict.fromkeys(codes))
            if len(codes) > 1:
                several.add(key)
    found = []
    for (layer, name), seen in values.items():
        given = known.get(name, Variable(name, layer=layer))
        all_codes = given.codes + tuple(
            Code(code) for code in seen if code not in {c.code for c in given.codes}
        )
        free = len(seen) > MOST_CODES or any(len(code) > LONGEST_CODE for code in seen)
        many = given.several or (layer, name) in several
        taken = given.codes if free else all_codes
        found.append(Variable(name, taken, layer, many, given.label))
    return tuple(found)


def all_annotations(codings: Iterable[Coding]) -> Iterator[Annotation]:
    """Every annotation, coding by coding."""
    for coding in codings:
        yield from coding.annotations
