"""The tree of codes of REFI-QDA, read as variables and written from them.

The format knows one kind of code, in a tree. Here a top code that cannot be given itself
(``isCodable="false"``) is a variable, and what is below it are its codes; any other top code
belongs to the variable ``code``.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import add
from frameline.exchange.formats.refi_qda.xml import (
    children,
    codable,
    guid_of,
    local,
    made_guid,
    place,
    text_of,
)
from frameline.exchange.model.project import Code, Variable

VARIABLE = "code"


class CodeTree:
    """The tree of codes as variables, and which variable and code a guid stands for."""

    def __init__(self, root: etree._Element, file: str):
        self._file = file
        #: guid -> variable and code
        self.places: dict[str, tuple[str, str]] = {}
        self._variables: dict[str, dict[str, Code]] = {}
        self._labels: dict[str, str] = {}
        books = (root,) if local(root) == "CodeBook" else tuple(children(root, "CodeBook"))
        for book in books:
            for codes in children(book, "Codes"):
                for top in children(codes, "Code"):
                    self._top(top)
        self.variables = tuple(
            Variable(name, tuple(codes.values()), label=self._labels.get(name, ""))
            for name, codes in self._variables.items()
        )

    def _top(self, element: etree._Element) -> None:
        name = self._name(element)
        if not codable(element):
            self._variables.setdefault(name, {})
            self._labels[name] = text_of(element, "Description")
            self._register(element, name, "")
            for below in children(element, "Code"):
                self._code(below, name, "", name)
        else:
            self._code(element, VARIABLE, "", "")

    def _code(self, element: etree._Element, variable: str, parent: str, path: str) -> None:
        name = self._name(element)
        path = f"{path}/{name}"
        codes = self._variables.setdefault(variable, {})
        if not codable(element):
            self._register(element, variable, "")
            code = name
        else:
            code = self._free(name, path, codes)
            colour = (element.get("color") or "").strip()
            definition = text_of(element, "Description")
            label = name if code != name else ""
            codes[code] = Code(code, label, definition, colour, parent)
            self._register(element, variable, code)
        for below in children(element, "Code"):
            self._code(below, variable, code, path)

    @staticmethod
    def _free(name: str, path: str, codes: Mapping[str, Code]) -> str:
        # The same name may stand below two parents: the second is called by its path.
        wanted = name if name not in codes else path.strip("/")
        number, found = 1, wanted
        while found in codes:
            number += 1
            found = f"{wanted} ({number})"
        return found

    def _register(self, element: etree._Element, variable: str, code: str) -> None:
        guid = guid_of(element)
        if not guid or guid in self.places:
            raise ExchangeError(
                self._file,
                place(element),
                f"the guid {guid} twice" if guid else "no guid",
                "a guid of its own for each code",
            )
        self.places[guid] = (variable, code)

    def _name(self, element: etree._Element) -> str:
        name = element.get("name") or ""
        if not name.strip():
            raise ExchangeError(self._file, place(element), "a code without name", "a name")
        return name

    def of(self, coding: etree._Element) -> tuple[str, str]:
        """The variable and code that a Coding gives."""
        refs = list(children(coding, "CodeRef"))
        target = guid_of(refs[0], "targetGUID") if refs else ""
        if target not in self.places:
            found = f"a reference to a code {target} that is not there" if target else "no CodeRef"
            raise ExchangeError(
                self._file, place(coding), found, "the guid of a code in CodeBook", "export again"
            )
        variable, code = self.places[target]
        # A folder of codes that was given all the same counts as a code of that name.
        return (variable, code) if code else (variable, variable)


def is_colour(colour: str) -> bool:
    """Whether the format can hold a colour.

    Examples
    --------
    >>> is_colour("#a0B1c2"), is_colour("red")
    (True, False)
    """
    digits = colour.removeprefix("#").lower()
    return colour[:1] == "#" and len(digits) in (3, 6) and not set(digits) - set("0123456789abcdef")


def write_codes(
    book: etree._Element,
    codes: Mapping[str, Mapping[str, Code]],
    labels: Mapping[str, str],
    out: str,
) -> None:
    """Write variables with their codes below an element CodeBook.

    Parameters
    ----------
    book : element
    codes : mapping of str to mapping of str to Code
        Variable to its codes by name.
    labels : mapping of str to str
        Labels of variables that have one.
    out : str
        Name for messages.

    Raises
    ------
    ExchangeError
        If codes are each other's parents.
    """
    tree = add(book, "Codes", out)
    for variable, known in codes.items():
        name = made_guid("variable", variable)
        top = add(tree, "Code", out, guid=name, name=variable, isCodable="false")
        if variable in labels:
            add(top, "Description", out, labels[variable])
        _write_below(top, variable, known, out)


def _write_below(top: etree._Element, variable: str, known: Mapping[str, Code], out: str) -> None:
    below: dict[str, list[Code]] = {}
    for code in known.values():
        below.setdefault(code.parent, []).append(code)
    waiting: list[tuple[etree._Element, str]] = [(top, "")]
    for parent in below:
        if parent and parent not in known:
            name = made_guid("group", variable, parent)
            waiting.append(
                (add(top, "Code", out, guid=name, name=parent, isCodable="false"), parent)
            )
    done = 0
    while waiting:
        element, parent = waiting.pop()
        for code in below.get(parent, ()):
            done += 1
            waiting.append((_write_code(element, variable, code, out), code.code))
    if done < len(known):
        raise ExchangeError(
            out,
            f"variable {variable}",
            "codes that are each other's parents",
            "a tree of codes",
            "correct the parents in the codebook",
        )


def _write_code(parent: etree._Element, variable: str, code: Code, out: str) -> etree._Element:
    name = made_guid("code", variable, code.code)
    element = add(parent, "Code", out, guid=name, name=code.code, isCodable="true")
    if is_colour(code.colour):
        element.set("color", code.colour)
    if code.definition:
        add(element, "Description", out, code.definition)
    return element
