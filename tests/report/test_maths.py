"""Formulas: what is known is typeset in both formats, what is not is refused by name."""

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from frameline.report.document.equations import write_equation
from frameline.report.document.markdown import HtmlEmitter, TypstEmitter
from frameline.report.document.mathml import write_mathml
from frameline.report.document.maths import COMMANDS, MathsError, read_maths

FORMULAS = [
    r"\alpha = 1 - \frac{D_o}{D_e}",
    r"\sum_{i=1}^{n} x_i^2 \le \sqrt[3]{y}",
    r"\left( \frac{a}{b} \right)^2",
    r"\log_2 \text{odds ratio} + \hat{p} \pm 1.96 \bar x",
    r"\begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{else} \end{cases}",
    r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\mathbf{x} \in \mathbb{R}^n, \mathrm{JSD}(P \parallel Q) = \binom{n}{k}",
    r"f'(x) = \lim_{h \to 0} \overline{AB} \% \{a\}",
    r"x^{a_b}_{c}\, y \quad |z|",
]


@pytest.mark.parametrize("source", FORMULAS)
def test_a_formula_is_mathml_that_parses_and_typst_that_compiles(source, tmp_path):
    made = etree.fromstring(str(write_mathml(source, block=True)))
    assert made.tag == "math"
    assert made.get("alttext") == source
    for shown in (False, True):
        file = tmp_path / "formula.typ"
        file.write_text(f"#{{{write_equation(source, block=shown)}}}", encoding="utf-8")
        assert typst.compile(str(file)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (r"\alhpa", r"no command \\alhpa \(did you mean \"alpha\"\?\)"),
        ("{x", "no }"),
        ("x}", "} without what it closes"),
        (r"\left( x", r"no \\right"),
        (r"\frac{a}", "ends too early"),
        (r"\begin{matirx} a \end{matirx}", r"no environment matirx \(did you mean \"matrix\""),
        (r"\begin{cases} a \end{matrix}", "the environment cases is not closed"),
        (r"\text x", "words without braces"),
    ],
)
def test_what_cannot_be_typeset_is_refused_and_quoted(source, says):
    with pytest.raises(MathsError, match=says) as found:
        read_maths(source)
    assert str(found.value).startswith(f"${source}$: ")


PIECES = [
    "{", "}", "^", "_", "&", "\\\\", "x", r"\left(", r"\right)", r"\frac", r"\text",
    r"\begin{cases}", r"\end{cases}",
]  # fmt: skip


@given(st.text(max_size=30) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_read_or_refused_and_never_markup(source):
    try:
        made = str(write_mathml(source))
        write_equation(source)
    except MathsError:
        return
    assert "<script" not in made.lower()


def test_amounts_of_money_are_no_formula():
    written = str(HtmlEmitter(lambda _: None).emit("It costs $5, or $6 for two; from $7-$8."))
    assert written == "<p>It costs $5, or $6 for two; from $7-$8.</p>"


def test_lines_between_two_dollars_are_one_formula():
    source = "Text\n\n$$\na\n= b\n$$\n\nmore"
    assert "<mo>=</mo>" in HtmlEmitter(lambda _: None).emit(source)
    assert "math.equation(block: true" in TypstEmitter(lambda _: None).emit(source)


def test_each_command_has_a_way_to_be_written():
    plain = {name for name, sign in COMMANDS.items() if sign}
    for name in plain:
        source = f"\\{name} x"
        assert "<math" in write_mathml(source)
        assert write_equation(source)
