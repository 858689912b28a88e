"""Putting a project together while its files are read: documents, codings, codes, what is left.

Readers hand over what they find in the order they find it; the project comes out complete and
consistent, or an ExchangeError says which two files contradict each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from frameline.exchange.model import (
    Annotation,
    Code,
    Coding,
    Document,
    ExchangeError,
    Left,
    Project,
    Variable,
)

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')


class Gathering:
    """What has been read so far of one project.

    Parameters
    ----------
    file : str
        Name for messages.
    """

    def __init__(self, file: str):
        self.file = file
        self.used = 0
        self._documents: dict[str, Document] = {}
        self._codings: dict[tuple[str, str], list[Annotation]] = {}
        self._left: Counter[tuple[str, str, str]] = Counter()

    def document(self, document: Document) -> None:
        """Add a document; the same one may come again (once per coder), with the same text."""
        known = self._documents.get(document.id)
        if known is None:
            self._documents[document.id] = document
        elif known.text != document.text:
            raise ExchangeError(
                self.file,
                f"document {document.id}",
                "two different texts under one name",
                "one text per document",
                "rename one, or import them apart",
            )

    def fresh_id(self, name: str) -> str:
        """A document id made of a name: safe as a file name, and not taken yet."""
        wanted = safe_id(name)
        number, found = 1, wanted
        while found in self._documents:
            number += 1
            found = f"{wanted} ({number})"
        return found

    def worked(self, document: str, coder: str) -> None:
        """Note that a coder worked on a document, whether or not anything was marked."""
        self._codings.setdefault((document, coder), [])

    def mark(self, document: str, coder: str, annotation: Annotation, rows: int = 1) -> None:
        """Add an annotation that took so many rows of the file."""
        self._codings.setdefault((document, coder), []).append(annotation)
        self.used += rows

    def leave(self, what: str, why: str, where: str = "", count: int = 1) -> None:
        """Report something that is not taken."""
        if count:
            self._left[what, why, where] += count

    def project(self, rows: int, declared: Iterable[Variable] = (), offsets: str = "") -> Project:
        """The project: all that was added, and how many rows the files had."""
        codings = tuple(
            Coding(document, coder, tuple(annotations))
            for (document, coder), annotations in self._codings.items()
        )
        return Project(
            documents=tuple(self._documents.values()),
            codings=codings,
            variables=complete(declared, codings),
            rows=rows,
            used=self.used,
            left=tuple(Left(n, *key) for key, n in self._left.items()),
            offsets=offsets,
        )


def safe_id(name: str) -> str:
    """A name that can be a document's id and a file's name everywhere.

    Examples
    --------
    >>> safe_id("../texts/a.txt"), safe_id(" "), safe_id("Über uns.txt")
    ('.._texts_a.txt', 'document', 'Über uns.txt')
    """
    made = _UNSAFE.sub("_", name).strip()
    return "document" if made.strip(".") == "" else made


def file_name(name: str, what: str, out: str) -> str:
    """The name itself where it can name a file; an ExchangeError that says what to do if not."""
    if name != safe_id(name) or len(name.encode("utf-8", "surrogatepass")) > 200:
        raise ExchangeError(
            out,
            f"{what} {name[:80]!r}",
            "a name that no file can have",
            'up to 200 bytes without / \\ : * ? " < > | or blanks at the ends',
            "rename it in the corpus",
        )
    return name


def complete(declared: Iterable[Variable], codings: Iterable[Coding]) -> tuple[Variable, ...]:
    """Variables with all codes that annotations use, declared ones first.

    A code nobody declared is added after the declared ones, in order of first use; a variable
    takes several codes if an annotation gives it several.

    Examples
    --------
    >>> used = Coding("d", "a", (Annotation(values={"frame": ("X", "Y")}),))
    >>> [(v.name, [c.code for c in v.codes], v.several) for v in complete([], [used])]
    [('frame', ['X', 'Y'], True)]
    """
    variables = {(v.layer, v.name): v for v in declared}
    codes = {key: {c.code: c for c in v.codes} for key, v in variables.items()}
    sets = {key for key, v in variables.items() if v.several}
    for coding in codings:
        for annotation in coding.annotations:
            for name, values in annotation.values.items():
                key = (annotation.layer, name)
                known = codes.setdefault(key, {})
                for value in values:
                    known.setdefault(value, Code(value))
                if len(values) > 1:
                    sets.add(key)
    return tuple(
        Variable(
            name,
            tuple(codes[layer, name].values()),
            layer,
            (layer, name) in sets,
            variables[layer, name].label if (layer, name) in variables else "",
        )
        for layer, name in codes
    )


def merged(values: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Pairs of variable and code as the values of an annotation, each code once.

    Examples
    --------
    >>> merged([("frame", "X"), ("voice", "own"), ("frame", "Y"), ("frame", "X")])
    {'frame': ('X', 'Y'), 'voice': ('own',)}
    """
    found: dict[str, dict[str, None]] = {}
    for name, code in values:
        found.setdefault(name, {})[code] = None
    return {name: tuple(codes) for name, codes in found.items()}
