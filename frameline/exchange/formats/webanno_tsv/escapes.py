"""How WebAnno TSV 3 writes characters that mean something to it, and several values in a cell."""

from __future__ import annotations

import re

_NAMED = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b", "\\": "\\"}
_IN_TEXT = {ord(char): f"\\{name}" for name, char in _NAMED.items()}
_IN_TEXT |= {code: f"\\{chr(code)}" for code in range(32) if chr(code) not in "\b\t\n\v\f\r"}
_IN_VALUE = {ord(char): f"\\{char}" for char in "\\[]|_;*"}
_IN_VALUE |= {9: "\\t", 10: "\\n", 13: "\\r"}
_ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_JAVA = re.compile(r"\\(u+[0-9a-fA-F]{4}|.)", re.DOTALL)
_STACKED = re.compile(r"(?:\\.|[^\\|])+", re.DOTALL)
_LABELLED = re.compile(r"((?:\\.|[^\\])*?)(?:\[(\d{1,9})\])?", re.DOTALL)


def text_of(escaped: str, java: bool = False) -> str:
    """Text as it was before it was escaped; `java` for versions before 3.2.

    Examples
    --------
    >>> text_of("a\\\\tb\\\\\\\\n"), text_of("\\\\u00e9\\\\'", java=True)
    ('a\\tb\\\\n', "é'")
    """
    return (_JAVA if java else _ESCAPE).sub(_unescaped_java if java else _unescaped, escaped)


def _unescaped(found: re.Match[str]) -> str:
    char = found.group(1)
    if char in _NAMED:
        return _NAMED[char]
    return char if char < " " else found.group()


def _unescaped_java(found: re.Match[str]) -> str:
    char = found.group(1)
    if len(char) > 1:
        return chr(int(char[-4:], 16))
    return _NAMED.get(char, char)


def escaped_text(text: str) -> str:
    """Text as it stands after ``#Text=``.

    Examples
    --------
    >>> escaped_text("a\\tb\\\\n")
    'a\\\\tb\\\\\\\\n'
    """
    return text.translate(_IN_TEXT)


def value_of(escaped: str) -> str:
    """A value as it was before it was escaped.

    Examples
    --------
    >>> value_of("a\\\\_b\\\\->c\\\\|")
    'a_b->c|'
    """
    return _ESCAPE.sub(_unescaped_value, escaped)


def _unescaped_value(found: re.Match[str]) -> str:
    char = found.group(1)
    if char in "tnr":
        return _NAMED[char]
    return char if char == "->" or char in "\\[]|_;*" else found.group()


def escaped_value(value: str) -> str:
    """A value as it stands in a cell.

    Examples
    --------
    >>> escaped_value("a_b->c")
    'a\\\\_b\\\\->c'
    """
    return value.translate(_IN_VALUE).replace("->", "\\->")


def cells(cell: str) -> list[tuple[str, str]]:
    """The stacked values of a cell, still escaped ("" for none), each with its label.

    Examples
    --------
    >>> cells("_"), cells("*"), cells("PER[1]|a\\\\|b[2]")
    ([], [('', '')], [('PER', '1'), ('a\\\\|b', '2')])
    """
    if cell in ("_", ""):
        return []
    found = []
    for part in _STACKED.findall(cell):
        labelled = _LABELLED.fullmatch(part)
        value, label = labelled.groups("") if labelled else (part, "")
        found.append(("" if value == "*" else value, label))
    return found
