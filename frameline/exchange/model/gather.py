"""Collecting what a reader finds into a Project, and what all writers may ask about one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import name_of_file
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Explained,
    Left,
    Options,
    Project,
    Span,
    Variable,
)

#: A variable with more different values, or longer ones, holds free text and no codes.
MOST_CODES = 100
LONGEST_CODE = 60
#: Of the values that one fact has in different rows no more are listed.
_MOST_SAID = 5


@dataclass
class _Attempt:
    """What a row has added so far, to be taken back if it turns out faulty."""

    rows: int
    used: int
    lists: dict[int, tuple[list[Annotation], int]] = field(default_factory=dict)
    made: list[tuple[str, str]] = field(default_factory=list)
    documents: list[tuple[str, Document | None]] = field(default_factory=list)
    left: list[tuple[_Why, int]] = field(default_factory=list)
    notes: int = 0


class _Why(NamedTuple):
    what: str
    why: str
    where: str
    fault: bool
    document: str
    spans: tuple[Span, ...]


class Gatherer:
    """Documents, codings and what was left, as a reader comes across them.

    Parameters
    ----------
    file : str
        Name for messages.
    strict : bool
        Whether one faulty row refuses the file; otherwise it is left, and named.
    """

    def __init__(self, file: str, strict: bool = False):
        self.file = file
        self.strict = strict
        self.rows = 0
        self.used = 0
        self.notes: list[str] = []
        self.explained: list[Explained] = []
        self._documents: dict[str, Document] = {}
        self._codings: dict[tuple[str, str], list[Annotation]] = {}
        self._left: dict[_Why, int] = {}
        self._unnamed: dict[str, None] = {}
        self._fact_places: dict[tuple[str, str], str] = {}
        self._differ: dict[tuple[str, str], list[str]] = {}
        self._attempt: _Attempt | None = None

    @contextmanager
    def attempt(self, what: str, rows: int = 1) -> Iterator[None]:
        """Take a row, or none of it: a fault inside leaves it, named, and costs no other row.

        Parameters
        ----------
        what : str
            What the row is, for the list of what was left.
        rows : int
            As how many rows it counts if it is left.
        """
        outer, mine = self._attempt, _Attempt(self.rows, self.used, notes=len(self.notes))
        self._attempt = mine
        try:
            yield
        except ExchangeError as error:
            if self.strict:
                raise
            self._take_back(mine)
            self._attempt = outer
            self.rows += rows
            self.leave(rows, what, error.why, error.where, fault=True)
        else:
            if outer is not None:
                outer.made += mine.made
                outer.documents += mine.documents
                outer.left += mine.left
                for key, before in mine.lists.items():
                    outer.lists.setdefault(key, before)
        finally:
            self._attempt = outer

    def _take_back(self, attempt: _Attempt) -> None:
        self.rows, self.used = attempt.rows, attempt.used
        del self.notes[attempt.notes :]
        for into, length in attempt.lists.values():
            del into[length:]
        for key in attempt.made:
            self._codings.pop(key, None)
        for name, before in reversed(attempt.documents):
            if before is None:
                self._documents.pop(name, None)
            else:
                self._documents[name] = before
        for why, count in attempt.left:
            self._left[why] -= count
            if not self._left[why]:
                del self._left[why]

    def document(self, document: Document, place: str = "") -> None:
        """Take a document; one that was seen may come again if its text agrees.

        A fact that differs from what was said before is left out of this document, and named.
        """
        known = self._documents.get(document.id)
        if self._attempt is not None:
            self._attempt.documents.append((document.id, known))
        where = f" in {place}" if place else ""
        for name in document.facts:
            self._fact_places.setdefault((document.id, name), where)
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
                before = f"{facts[name]!r}{self._fact_places.get((document.id, name), '')}"
                self._differing(document.id, name, before, value, place)
        text = document.text if known.text is None else known.text
        self._documents[document.id] = Document(document.id, text, facts)

    def _differing(self, document: str, name: str, before: str, value: str, place: str) -> None:
        """Two values of one fact: refused, or neither is taken for this document."""
        if self.strict:
            raise ExchangeError(
                self.file,
                place or f"document {document!r}",
                f"{name} {value!r} where {before} was said before",
                "one value for each document",
                "correct one of them",
            )
        said = self._differ.setdefault((document, name), [before])
        if len(said) < _MOST_SAID:
            said.append(f"{value!r}{f' in {place}' if place else ''}")

    def coding(self, document: str, coder: str) -> list[Annotation]:
        """The list to which annotations of this document by this coder are added."""
        key = (document, coder)
        if key not in self._codings:
            self._codings[key] = []
            if self._attempt is not None:
                self._attempt.made.append(key)
        into = self._codings[key]
        if self._attempt is not None:
            self._attempt.lists.setdefault(id(into), (into, len(into)))
        return into

    def unnamed(self, file: str, options: Options) -> str:
        """Who coded, where the file names nobody: as ``--coder`` says, else the file's name."""
        if options.coder:
            return options.coder
        name = name_of_file(file)
        self._unnamed[name] = None
        return name

    def leave(
        self,
        count: int,
        what: str,
        why: str,
        where: str = "",
        *,
        fault: bool = False,
        document: str = "",
        spans: tuple[Span, ...] = (),
    ) -> None:
        """Note rows that are not taken; the same reason at the same place adds up."""
        if count:
            key = _Why(what, why, where, fault, document, spans)
            self._left[key] = self._left.get(key, 0) + count
            if self._attempt is not None:
                self._attempt.left.append((key, count))

    def fault(self, error: ExchangeError, what: str, rows: int = 1) -> None:
        """Leave rows that were counted as used and turn out faulty; refuse where strict."""
        if self.strict:
            raise error
        self.used -= rows
        self.leave(rows, what, error.why, error.where, fault=True)

    def faulty_row(self, error: ExchangeError, what: str = "lines", rows: int = 1) -> None:
        """Count rows that could not be read at all as left; refuse where strict."""
        self.rows += rows
        self.used += rows
        self.fault(error, what, rows)

    def note(self, text: str) -> None:
        """Note what was decided or corrected, once."""
        if text not in self.notes:
            self.notes.append(text)

    @property
    def texts(self) -> dict[str, str]:
        """The texts at hand, by document."""
        return {d.id: d.text for d in self._documents.values() if d.text is not None}

    def _agreed(self, document: Document) -> Document:
        """The document without facts that were said in two ways."""
        gone = {name for doc, name in self._differ if doc == document.id} if self._differ else ()
        if not gone:
            return document
        return replace(document, facts={k: v for k, v in document.facts.items() if k not in gone})

    def project(self, variables: Iterable[Variable] | None = None, offsets: str = "") -> Project:
        """Everything collected; variables as the annotations show them unless given."""
        codings = tuple(Coding(d, c, tuple(a)) for (d, c), a in self._codings.items())
        if variables is None:
            variables = variables_seen(codings)
        left = tuple(Left(count, *key) for key, count in self._left.items())
        documents = tuple(map(self._agreed, self._documents.values()))
        differ = tuple(
            f"{name} of document {document!r} left out: {', '.join(said)}"
            for (document, name), said in self._differ.items()
        )
        coders = {coding.coder for coding in codings}
        unnamed = tuple(name for name in self._unnamed if name in coders)
        return Project(
            documents, codings, tuple(variables), self.rows, self.used, left, offsets, unnamed,
            (*self.notes, *differ), tuple(self.explained),
        )  # fmt: skip


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
