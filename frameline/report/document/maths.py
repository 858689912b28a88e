"""Formulas in prose: TeX in, MathML for the page and Typst for the PDF out, nothing fetched.

The notation is the part of LaTeX that Jupyter shows too (MathJax): scripts, fractions, roots,
accents, fences, functions, Greek, relations and operators, matrices, cases and aligned lines.
What is not known is refused by name: a formula that two programs read differently is worse than
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from frameline.corpus.fault import hint

_TOKEN = re.compile(r"\\begin|\\end|\\[A-Za-z]+|\\.|\s+|[0-9]+(?:[.,][0-9]+)*|.", re.DOTALL)
_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "partial": "∂",
    "infty": "∞", "emptyset": "∅", "varnothing": "∅", "nabla": "∇", "hbar": "ℏ",
}  # fmt: skip
_OPERATORS = {
    "times": "×", "cdot": "⋅", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "sim": "∼", "simeq": "≃", "equiv": "≡", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈",
    "notin": "∉", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "cup": "∪", "cap": "∩",
    "setminus": "∖", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒",
    "Leftrightarrow": "⇔", "mapsto": "↦", "mid": "∣", "parallel": "∥", "perp": "⊥",
    "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "wedge": "∧",
    "vee": "∨", "circ": "∘", "oplus": "⊕", "otimes": "⊗", "dots": "…", "ldots": "…",
    "cdots": "⋯", "prime": "′", "colon": ":", "vert": "|", "Vert": "‖", "langle": "⟨",
    "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lbrace": "{",
    "rbrace": "}", "{": "{", "}": "}", "%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "|": "‖",
}  # fmt: skip
_BIG = {"sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂"}
_FUNCTIONS = frozenset(
    "log ln exp sin cos tan arcsin arccos arctan sinh cosh tanh min max sup inf lim Pr det dim gcd "
    "arg deg".split()
)
#: Functions with what they range over below them.
BELOW = frozenset({"lim", "min", "max", "sup", "inf"})
_ACCENTS = {"bar": "¯", "overline": "‾", "hat": "^", "widehat": "^", "tilde": "~",
            "widetilde": "~", "vec": "→", "dot": "˙", "ddot": "¨"}  # fmt: skip
_TYPST_ACCENTS = {"¯": "macron", "^": "hat", "~": "tilde", "→": "arrow", "˙": "dot",
                  "¨": "dot.double"}  # fmt: skip
_SPACES = {",": 0.17, ":": 0.22, ">": 0.22, ";": 0.28, " ": 0.33, "quad": 1.0, "qquad": 2.0,
           "!": -0.17}  # fmt: skip
_FONTS = {"mathrm": "upright", "mathbf": "bold", "boldsymbol": "bold", "mathit": "italic",
          "mathbb": "bb", "mathcal": "cal"}  # fmt: skip
_VARIANTS = {"upright": "normal", "bold": "bold", "italic": "italic", "bb": "double-struck",
             "cal": "script"}  # fmt: skip
_WORDS = ("text", "textrm", "operatorname", "mbox")
_FENCES = {"matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
           "vmatrix": ("|", "|"), "cases": ("{", ""), "aligned": ("", "")}  # fmt: skip
_STYLES = frozenset({"displaystyle", "textstyle", "limits", "nolimits"})
#: Every command there is, for the nearest name.
COMMANDS: Mapping[str, str] = MappingProxyType({
    **_GREEK, **_OPERATORS, **_BIG,
    **dict.fromkeys((*_FUNCTIONS, *_ACCENTS, *_FONTS, *_WORDS, *_STYLES, "quad", "qquad"), ""),
    **dict.fromkeys(("frac", "dfrac", "tfrac", "binom", "sqrt", "left", "right"), ""),
})  # fmt: skip


class MathsError(ValueError):
    """A formula that cannot be typeset; the message quotes it and says what is not known."""


@dataclass(frozen=True)
class Node:
    """A part of a formula: its kind, its sign or setting, and the parts inside it."""

    kind: str
    sign: str = ""
    parts: tuple[Node, ...] = ()
    more: str = ""


@lru_cache(maxsize=512)
def read_maths(source: str) -> Node:
    r"""Read a formula.

    Parameters
    ----------
    source : str
        TeX, without its dollar signs.

    Raises
    ------
    MathsError
        A command is not known, or a brace, fence or environment is not closed.

    Examples
    --------
    >>> read_maths(r"x_1").kind
    'row'
    >>> read_maths(r"\alhpa")
    Traceback (most recent call last):
    ...
    frameline.report.document.maths.MathsError: $\alhpa$: no command \alhpa (did you mean "alpha"?)
    """
    reader = _Reader(source)
    made = reader.row(frozenset())
    if reader.here:
        raise reader.error(f"{reader.here} without what it closes")
    return made


class _Reader:
    """Reads the tokens of one formula from left to right."""

    def __init__(self, source: str):
        self.source = source
        self.tokens = [t for t in _TOKEN.findall(source) if not t.isspace()]
        self.place = 0

    @property
    def here(self) -> str:
        """The next token; empty at the end."""
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        """The next token, and go on."""
        if not self.here:
            raise self.error("ends too early")
        self.place += 1
        return self.tokens[self.place - 1]

    def error(self, text: str) -> MathsError:
        """What is wrong with this formula."""
        return MathsError(f"${self.source.strip()}$: {text}")

    def row(self, ends: frozenset[str]) -> Node:
        """All parts up to one of these tokens, or the end."""
        parts = []
        while self.here and self.here not in ends and self.here not in ("}", r"\right", r"\end"):
            part = self.scripted(self.atom())
            if part.kind != "nothing":
                parts.append(part)
        return Node("row", "", tuple(parts))

    def scripted(self, base: Node) -> Node:
        """A part with what stands below and above it."""
        below: Node | None = None
        above: Node | None = None
        while self.here in ("^", "_", "'"):
            sign = self.take()
            if sign == "'":
                above = Node("operator", "′")
            elif sign == "_":
                below = self.argument()
            else:
                above = self.argument()
        if below is None and above is None:
            return base
        empty = Node("row")
        return Node("scripts", "", (base, below or empty, above or empty))

    def argument(self) -> Node:
        """What a command or a script is given: a group in braces, or one part."""
        return self.atom()

    def atom(self) -> Node:
        """The next part."""
        token = self.take()
        if token == "{":
            return self.closed("}", frozenset())
        if token == r"\begin":
            return self.environment()
        if token.startswith("\\"):
            return self.command(token[1:])
        if token[0].isdigit():
            return Node("number", token)
        if token.isalpha():
            return Node("letter", token)
        if token in "}^_&$":
            raise self.error(f"{token} where a sign is expected")
        return Node("operator", {"-": "−", "*": "∗"}.get(token, token))

    def closed(self, end: str, ends: frozenset[str]) -> Node:
        """A row up to its end, which is taken."""
        made = self.row(ends)
        if self.here != end:
            raise self.error(f"no {end}")
        self.take()
        return made

    def command(self, name: str) -> Node:
        """What a command stands for."""
        signs = (("letter", _GREEK), ("operator", _OPERATORS), ("big", _BIG))
        for kind, known in signs:
            if name in known:
                return Node(kind, known[name])
        if name in _FUNCTIONS:
            return Node("function", name)
        if name in _SPACES:
            return Node("space", str(_SPACES[name]))
        if name in _STYLES:
            return Node("nothing")
        if name in _ACCENTS:
            return Node("accent", _ACCENTS[name], (self.argument(),))
        if name in _FONTS:
            return Node("font", _FONTS[name], (self.argument(),))
        if name in _WORDS:
            return Node("function" if name == "operatorname" else "text", self.words())
        return self.structure(name)

    def structure(self, name: str) -> Node:
        """Fractions, roots and fences."""
        if name in ("frac", "dfrac", "tfrac", "binom"):
            kind = "binom" if name == "binom" else "frac"
            return Node(kind, "", (self.argument(), self.argument()))
        if name == "sqrt":
            degree = Node("row")
            if self.here == "[":
                self.take()
                degree = self.closed("]", frozenset({"]"}))
            return Node("root", "", (self.argument(), degree))
        if name == "left":
            opening = self.fence()
            inside = self.closed(r"\right", frozenset())
            return Node("fenced", opening, (inside,), self.fence())
        raise self.error(f"no command \\{name}{hint(name, COMMANDS)}")

    def fence(self) -> str:
        """The sign of a bracket; a full stop is none."""
        token = self.take()
        sign = _OPERATORS.get(token[1:], "") if token.startswith("\\") else token
        if sign == ".":
            return ""
        if sign not in "()[]{}|‖⟨⟩⌊⌋⌈⌉" or not sign:
            raise self.error(f"{token} is no bracket")
        return sign

    def words(self) -> str:
        """The text in braces, as it stands in the source."""
        start = re.match(r"\s*\{([^{}]*)\}", self.rest())
        if start is None:
            raise self.error("words without braces")
        depth = self.place
        while self.tokens[depth] != "}":
            depth += 1
        self.place = depth + 1
        return start[1]

    def rest(self) -> str:
        """The source from here on, blanks kept."""
        position = 0
        for _ in range(self.place):
            while True:
                found = _TOKEN.match(self.source, position)
                assert found is not None
                position = found.end()
                if not found[0].isspace():
                    break
        return self.source[position:]

    def environment(self) -> Node:
        """Rows of cells: a matrix, cases, aligned lines."""
        name = self.words()
        if name not in _FENCES:
            raise self.error(f"no environment {name}{hint(name, _FENCES)}")
        rows: list[Node] = []
        cells: list[Node] = []
        ends = frozenset({"&", r"\\"})
        while True:
            cells.append(self.row(ends))
            token = self.take()
            if token == "&":
                continue
            rows.append(Node("row", "", tuple(cells)))
            cells = []
            if token == r"\end":
                break
            if token != r"\\":
                raise self.error(f"{token} in the environment {name}")
        if self.words() != name:
            raise self.error(f"the environment {name} is not closed")
        return Node("table", name, tuple(row for row in rows if any(c.parts for c in row.parts)))


def walk(node: Node) -> Iterator[Node]:
    """A part and all parts inside it."""
    yield node
    for part in node.parts:
        yield from walk(part)


def fences_of(name: str) -> tuple[str, str]:
    """The brackets around an environment."""
    return _FENCES[name]


def variant_of(font: str) -> str:
    """What MathML calls a font."""
    return _VARIANTS[font]


def typst_accent(sign: str) -> str:
    """What Typst calls an accent; empty for a line over all of it."""
    return _TYPST_ACCENTS.get(sign, "")
