"""Formulas as MathML, which browsers and screen readers know by themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from frameline.report.document.maths import BELOW, Node, fences_of, read_maths, variant_of
from frameline.report.escape import escape_html

#: A blank at the edge of words would not be shown.
NO_BREAK = "\N{NO-BREAK SPACE}"
_STYLED = {
    "bold": (0x1D400, 0x1D41A, 0x1D7CE), "double-struck": (0x1D538, 0x1D552, 0x1D7D8),
    "script": (0x1D49C, 0x1D4B6, None),
}  # fmt: skip
#: Letters that Unicode had before it had the alphabet they belong to.
_BEFORE = {
    ("double-struck", "C"): "ℂ", ("double-struck", "H"): "ℍ", ("double-struck", "N"): "ℕ",
    ("double-struck", "P"): "ℙ", ("double-struck", "Q"): "ℚ", ("double-struck", "R"): "ℝ",
    ("double-struck", "Z"): "ℤ", ("script", "B"): "ℬ", ("script", "E"): "ℰ", ("script", "F"): "ℱ",
    ("script", "H"): "ℋ", ("script", "I"): "ℐ", ("script", "L"): "ℒ", ("script", "M"): "ℳ",
    ("script", "R"): "ℛ", ("script", "e"): "ℯ", ("script", "g"): "ℊ", ("script", "o"): "ℴ",
}  # fmt: skip


def write_mathml(source: str, *, block: bool = False) -> Markup:
    """A formula as a ``math`` element; its TeX is the text for programs that know no MathML.

    Raises
    ------
    MathsError
        See `frameline.report.document.maths.read_maths`.

    Examples
    --------
    >>> print(write_mathml("x^2"))
    <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>
    """
    inside = _row(read_maths(source))
    display = Markup(' display="block"') if block else ""
    return Markup('<math{} alttext="{}">{}</math>').format(display, source.strip(), inside)


def _write(node: Node) -> Markup:
    writer: Callable[[Node], Markup] = _WRITERS[node.kind]
    return writer(node)


def _row(node: Node) -> Markup:
    inside = Markup("").join(map(_write, node.parts))
    return inside if len(node.parts) == 1 else Markup("<mrow>{}</mrow>").format(inside)


def _tag(tag: str, *inside: Markup) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(tag, Markup("").join(inside))


def _letter(node: Node) -> Markup:
    return _tag("mi", escape_html(node.sign))


def _function(node: Node) -> Markup:
    return Markup('<mi mathvariant="normal">{}</mi>').format(node.sign)


def _scripts(node: Node) -> Markup:
    base, below, above = node.parts
    under = base.kind == "big" or (base.kind == "function" and base.sign in BELOW)
    names = ("munder", "mover", "munderover") if under else ("msub", "msup", "msubsup")
    given = [_whole(part) for part in (below, above) if part.kind != "row" or part.parts]
    both = len(given) == 2
    tag = names[2] if both else names[0] if below.kind != "row" or below.parts else names[1]
    return _tag(tag, _whole(base), *given)


def _whole(node: Node) -> Markup:
    """A part as one element."""
    return _row(node) if node.kind == "row" else _write(node)


def _root(node: Node) -> Markup:
    inside, degree = node.parts
    if degree.parts:
        return _tag("mroot", _whole(inside), _whole(degree))
    return _tag("msqrt", _whole(inside))


def _binom(node: Node) -> Markup:
    top, bottom = node.parts
    inside = Markup('<mfrac linethickness="0">{}{}</mfrac>').format(_whole(top), _whole(bottom))
    return _tag("mrow", _tag("mo", Markup("(")), inside, _tag("mo", Markup(")")))


def _fenced(node: Node) -> Markup:
    return _between(node.sign, _whole(node.parts[0]), node.more)


def _between(opening: str, inside: Markup, closing: str) -> Markup:
    fences = [_tag("mo", escape_html(sign)) if sign else Markup("") for sign in (opening, closing)]
    return _tag("mrow", fences[0], inside, fences[1])


def _accent(node: Node) -> Markup:
    return Markup('<mover accent="true">{}<mo>{}</mo></mover>').format(
        _whole(node.parts[0]), node.sign
    )


def _font(node: Node) -> Markup:
    """Letters of another alphabet: browsers know no other way."""
    variant = variant_of(node.sign)
    parts = node.parts[0].parts if node.parts[0].kind == "row" else node.parts
    letters = "".join(part.sign for part in parts)
    if variant in ("normal", "italic"):
        return Markup('<mi{}>{}</mi>').format(
            Markup(' mathvariant="normal"') if variant == "normal" else "", letters
        )  # fmt: skip
    return _tag("mi", escape_html("".join(_styled(letter, variant) for letter in letters)))


def _styled(letter: str, variant: str) -> str:
    capital, small, digit = _STYLED[variant]
    if (variant, letter) in _BEFORE:
        return _BEFORE[variant, letter]
    if letter.isascii() and letter.isupper():
        return chr(capital + ord(letter) - ord("A"))
    if letter.isascii() and letter.islower():
        return chr(small + ord(letter) - ord("a"))
    if letter.isascii() and letter.isdigit() and digit is not None:
        return chr(digit + int(letter))
    return letter


def _table(node: Node) -> Markup:
    sides = {"aligned": ("right", "left"), "cases": ("left", "left")}.get(node.sign, ())
    rows = Markup("").join(
        _tag("mtr", *(_cell(cell, place, sides) for place, cell in enumerate(row.parts)))
        for row in node.parts
    )
    opening, closing = fences_of(node.sign)
    return _between(opening, _tag("mtable", rows), closing)


def _cell(cell: Node, place: int, sides: tuple[str, ...]) -> Markup:
    inside = _row(cell)
    if not sides:
        return _tag("mtd", inside)
    side = sides[place % 2]
    gap = "0" if len(set(sides)) > 1 else "0 .8em 0 0"
    return Markup('<mtd style="text-align:{};padding:{}">{}</mtd>').format(side, gap, inside)


_WRITERS: Mapping[str, Callable[[Node], Markup]] = {
    "row": _row, "letter": _letter, "function": _function, "scripts": _scripts, "root": _root,
    "binom": _binom, "fenced": _fenced, "accent": _accent, "font": _font, "table": _table,
    "number": lambda node: _tag("mn", escape_html(node.sign)),
    "operator": lambda node: _tag("mo", escape_html(node.sign)),
    "big": lambda node: _tag("mo", escape_html(node.sign)),
    "text": lambda node: _tag("mtext", escape_html(node.sign.replace(" ", NO_BREAK))),
    "space": lambda node: Markup('<mspace width="{}em"></mspace>').format(node.sign),
    "frac": lambda node: _tag("mfrac", *map(_whole, node.parts)),
}  # fmt: skip
