"""Formulas as Typst code: calls and string literals, never markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frameline.report.document.maths import BELOW, Node, fences_of, read_maths, typst_accent
from frameline.report.escape import escape_typst


def write_equation(source: str, *, block: bool = False) -> str:
    """A formula as a call of Typst; its TeX is what a screen reader is told.

    Raises
    ------
    MathsError
        See `frameline.report.document.maths.read_maths`.

    Examples
    --------
    >>> print(write_equation("x"))
    math.equation(block: false, alt: "x", symbol("x"))
    """
    shown, alt = str(block).lower(), escape_typst(source.strip())
    return f"math.equation(block: {shown}, alt: {alt}, {_write(read_maths(source))})"


def _write(node: Node) -> str:
    writer: Callable[[Node], str] = _WRITERS[node.kind]
    return writer(node)


def _row(node: Node) -> str:
    if len(node.parts) == 1:
        return _write(node.parts[0])
    return "(" + " + ".join(["[]", *map(_write, node.parts)]) + ")"


def _symbol(node: Node) -> str:
    return f"symbol({escape_typst(node.sign)})"


def _function(node: Node) -> str:
    limits = ", limits: true" if node.sign in BELOW else ""
    return f"math.op({escape_typst(node.sign)}{limits})"


def _scripts(node: Node) -> str:
    base, below, above = node.parts
    given = [
        f"{side}: {_write(part)}"
        for side, part in (("b", below), ("t", above))
        if part.kind != "row" or part.parts
    ]
    return f"math.attach({', '.join([_write(base), *given])})"


def _root(node: Node) -> str:
    inside, degree = node.parts
    degrees = f"{_write(degree)}, " if degree.parts else ""
    return f"math.root({degrees}{_write(inside)})"


def _fenced(node: Node) -> str:
    return _between(node.sign, _write(node.parts[0]), node.more)


def _between(opening: str, inside: str, closing: str) -> str:
    fences = [f"symbol({escape_typst(sign)})" if sign else "[]" for sign in (opening, closing)]
    return f"math.lr({fences[0]} + {inside} + {fences[1]})"


def _accent(node: Node) -> str:
    name, inside = typst_accent(node.sign), _write(node.parts[0])
    return f"math.accent({inside}, sym.{name})" if name else f"math.overline({inside})"


def _font(node: Node) -> str:
    return f"math.{node.sign}({_write(node.parts[0])})"


def _table(node: Node) -> str:
    rows = [[_row(cell) for cell in row.parts] for row in node.parts]
    if node.sign == "aligned":
        lines = (" + $&$.body + ".join(row) for row in rows)
        return "(" + " + linebreak() + ".join(lines) + ")"
    if node.sign == "cases":
        lines = (" + h(1em) + ".join(row) for row in rows)
        return f"math.cases({', '.join(lines)})"
    opening, closing = fences_of(node.sign)
    inside = ", ".join(f"({', '.join(row)},)" for row in rows)
    return _between(opening, f"math.mat(delim: none, {inside})", closing)


_WRITERS: Mapping[str, Callable[[Node], str]] = {
    "row": _row, "letter": _symbol, "operator": _symbol, "big": _symbol, "scripts": _scripts,
    "root": _root, "fenced": _fenced, "accent": _accent, "font": _font, "table": _table,
    "number": lambda node: escape_typst(node.sign),
    "text": lambda node: escape_typst(node.sign),
    "function": _function,
    "space": lambda node: f"h({node.sign}em)",
    "frac": lambda node: f"math.frac({', '.join(map(_write, node.parts))})",
    "binom": lambda node: f"math.binom({', '.join(map(_write, node.parts))})",
}  # fmt: skip
