"""What every format is read into and written from: documents, coders, annotations, variables.

Offsets are Unicode code points of the document's text, half-open, whatever the file counted in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, order=True)
class Span:
    """A piece of text from one code point to before another."""

    start: int
    end: int


@dataclass(frozen=True)
class Annotation:
    """What one coder said about one place in one document.

    Parameters
    ----------
    spans : tuple of Span
        Sorted. None for an annotation of the whole document, several for a discontinuous one.
    values : mapping of str to tuple of str
        Variable to its codes: one, or several where the variable takes sets. A tool that only
        knows "labels" gives one variable, named as the tool names it.
    layer : str
        Layer of the corpus: ``claims`` unless the tool keeps several kinds of spans apart.
    id : str
        The id in the file, where it has one that must survive.
    quote : str
        The text covered, as the file quotes it; ``""`` where it does not. Joined by a blank for a
        discontinuous span.
    note : str
        The coder's comment.
    unit : str
        The unit (sentence, segment, row) as the file names it, where it says so beside a span or
        instead of one; ``""`` where it does not.
    """

    spans: tuple[Span, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    layer: str = "claims"
    id: str = ""
    quote: str = ""
    note: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Document:
    """One text: its id, the text itself where the file holds it, and facts such as the date.

    ``facts`` uses the corpus' own names where there is one (``name``, ``title``, ``author``,
    ``outlet``, ``published`` as an EDTF date); others keep the names of the file.
    """

    id: str
    text: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Coding:
    """One coder's annotations of one document, in the order of the file.

    An empty ``annotations`` says that the coder worked on the document and marked nothing.
    """

    document: str
    coder: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True)
class Code:
    """One code of a variable as the other program knows it."""

    code: str
    label: str = ""
    definition: str = ""
    colour: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Variable:
    """One variable with its codes in order; no codes means free values."""

    name: str
    codes: tuple[Code, ...] = ()
    layer: str = "claims"
    several: bool = False
    label: str = ""


@dataclass(frozen=True)
class Left:
    """Rows, annotations or features that were not taken, and why.

    ``fault`` tells rows that could not be understood from those that are no coding of a text;
    ``document`` and ``spans`` (as the file counts) say where one stood, where that is known.
    """

    count: int
    what: str
    why: str
    where: str = ""
    fault: bool = False
    document: str = ""
    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.count} {self.what}{place}: {self.why}"


class Explained(NamedTuple):
    """One column or element of a file: what it was taken for, and why."""

    where: str
    became: str
    why: str


@dataclass(frozen=True)
class Project:
    """Everything one import gives, or one export takes.

    ``rows`` counts what the files hold (rows, results, annotations: the format's own unit), and
    ``rows == rows used + sum of left.count`` is what each reader guarantees and tests.
    """

    documents: tuple[Document, ...]
    codings: tuple[Coding, ...]
    variables: tuple[Variable, ...] = ()
    rows: int = 0
    used: int = 0
    left: tuple[Left, ...] = ()
    #: The unit in which the files counted offsets (see `frameline.exchange.model.offsets`), or "".
    offsets: str = ""
    #: Coders whom no file names: they are called after their file.
    unnamed: tuple[str, ...] = ()
    #: What the reader decided or corrected, and how sure it is.
    notes: tuple[str, ...] = ()
    #: What each column or element became, and what told it.
    explained: tuple[Explained, ...] = ()


@dataclass(frozen=True)
class Options:
    """What the person importing may say that the files do not.

    ``coder`` names the coder of files that name none; ``columns`` maps names of the file to names
    of the corpus (from ``--map``), "" leaving one out; ``offsets`` overrides detection of the
    unit; ``encoding`` how the texts are written. ``strict`` refuses a file for one faulty row,
    ``predictions`` takes what models predicted as codings of a coder named by the model.
    ``blank`` says what an empty cell of a variable is: ``none`` (read, nothing found),
    ``missing`` (not rated), or "" for what the table shows; ``separators`` what stands between
    the codes of a cell, by column. ``recipes`` is a folder of the
    user's own recipes for tables. ``as_they_are`` takes places unchecked, to be repaired.
    """

    coder: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    offsets: str = ""
    strict: bool = False
    predictions: bool = False
    encoding: str = ""
    blank: str = ""
    separators: Mapping[str, str] = field(default_factory=dict)
    recipes: Path | None = None
    as_they_are: bool = False


def count_annotations(codings: Iterable[Coding]) -> int:
    """How many annotations there are.

    >>> count_annotations([Coding("d", "a", (Annotation(), Annotation())), Coding("d", "b")])
    2
    """
    return sum(len(coding.annotations) for coding in codings)
